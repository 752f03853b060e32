//! Runs the engine over a corpus, and turns its reports into predictions.

use super::gold::{Document, Mention, PredictedQuote, Prediction, Range};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use whosaid::report::{Attribution, Form, Report, Source, SourceKind};
use whosaid::{Options, analyze};

/// Analyses every document, on two threads; predictions stand in the order of the documents.
pub fn predict(documents: &[Document]) -> Vec<Prediction> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((index, document)) = take(documents, &next) {
            done.push((index, prediction(&document.id, &analyze(&document.text, &options(document)))));
        }
        done
    };
    let mut all = std::thread::scope(|scope| {
        let other = scope.spawn(work);
        let mut mine = work();
        mine.extend(other.join().unwrap_or_default());
        mine
    });
    all.sort_by_key(|&(index, _)| index);
    all.into_iter().map(|(_, prediction)| prediction).collect()
}

fn take<'a>(documents: &'a [Document], next: &AtomicUsize) -> Option<(usize, &'a Document)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    documents.get(index).map(|document| (index, document))
}

fn options(document: &Document) -> Options {
    Options { language: document.lang.clone(), ..Options::default() }
}

/// Megabytes of text that the engine reads in a second, on one thread: the best of three passes.
pub fn speed(documents: &[Document]) -> f64 {
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    let pass = || {
        let (start, before) = (Instant::now(), on_processor());
        for document in documents {
            std::hint::black_box(analyze(&document.text, &options(document)));
        }
        let elapsed = start.elapsed();
        before.zip(on_processor()).map_or(elapsed, |(before, after)| after.saturating_sub(before))
    };
    let best = (0..3).map(|_| pass()).min().unwrap_or_default().max(Duration::from_nanos(1));
    bytes as f64 / best.as_secs_f64() / 1e6
}

/// How long this thread has had a processor, where the system tells (Linux): other programs' work does not count then.
fn on_processor() -> Option<Duration> {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    times.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// A report in the form that `score.py` reads: an utterance is one quote. Words quoted within a clause of indirect speech
/// of the same source are a record of their own in a report, since readers ask about them, but no utterance of their own.
fn prediction(id: &str, report: &Report) -> Prediction {
    let repeats = |attribution: &&Attribution| {
        let outer = attribution.nested_in.as_ref().and_then(|id| report.attributions.iter().find(|a| a.id == *id));
        outer.is_some_and(|outer| outer.form == Form::Indirect && outer.speaker() == attribution.speaker())
    };
    let utterances = report.attributions.iter().filter(|attribution| !repeats(attribution));
    Prediction { id: id.into(), quotes: utterances.map(|attribution| quote(attribution, &report.sources)).collect() }
}

fn quote(attribution: &Attribution, sources: &[Source]) -> PredictedQuote {
    let content = &attribution.content;
    let reference = attribution.source.as_ref();
    let source = attribution.speaker().and_then(|id| sources.iter().find(|source| source.id == id));
    let attributed = source.is_none_or(|source| source.kind != SourceKind::Unattributed);
    let speaker = reference.filter(|_| attributed).map(|reference| Mention {
        start: reference.start,
        end: reference.end,
        text: reference.text.clone(),
        segments: None,
    });
    let segments: Vec<Range> = content.segments.iter().map(|segment| (segment.start, segment.end)).collect();
    PredictedQuote {
        start: content.start,
        end: content.end,
        name: source.filter(|_| speaker.is_some()).and_then(|source| source.name.clone()),
        speaker,
        cue: attribution.cue.as_ref().map(|cue| Mention {
            start: Some(cue.start),
            end: Some(cue.end),
            text: cue.text.clone(),
            segments: None,
        }),
        kind: Some(attribution.form.as_str().into()),
        segments: Some(segments).filter(|segments| segments.len() > 1),
        confidence: Some(attribution.confidence),
        rule: Some(attribution.rule.clone()),
    }
}
