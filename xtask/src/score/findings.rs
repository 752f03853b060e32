//! Errors by class, with the words around them.

use super::gold::{Document, Mention, PredictedQuote, Prediction, Range};
use super::views::{Class, Finding};
use std::fmt::Write;

/// The classes of errors and their names on the command line.
pub const CLASSES: [(Class, &str); 6] = [
    (Class::MissedPair, "missed-pair"),
    (Class::FalsePair, "false-pair"),
    (Class::WrongSpeaker, "wrong-speaker"),
    (Class::MissedIndirect, "missed-indirect"),
    (Class::FalseIndirect, "false-indirect"),
    (Class::WrongIndirectSpeaker, "wrong-indirect-speaker"),
];

/// A finding with its document and prediction.
#[derive(Clone, Copy)]
pub struct Judged<'a> {
    pub document: &'a Document,
    pub prediction: Option<&'a Prediction>,
    pub finding: &'a Finding,
}

impl<'a> Judged<'a> {
    /// The predicted quotation that was judged, or the nearest one to what was missed.
    pub fn quote(&self) -> Option<&'a PredictedQuote> {
        self.prediction?.quotes.get(self.finding.predicted?)
    }

    /// The annotated speaker.
    pub fn gold_speaker(&self) -> Option<&'a Mention> {
        self.document.quotes.get(self.finding.gold?)?.speaker.as_ref()
    }

    fn gold_range(&self) -> Option<Range> {
        self.document.quotes.get(self.finding.gold?).map(|quote| (quote.start, quote.end))
    }
}

/// The name of a class on the command line.
pub fn name(class: Class) -> &'static str {
    CLASSES.iter().find(|&&(each, _)| each == class).map_or("right", |&(_, name)| name)
}

/// How many errors of each class there are, on one line.
pub fn summary(findings: &[Judged]) -> String {
    let count = |class| findings.iter().filter(|judged| judged.finding.class == class).count();
    CLASSES.map(|(class, name)| format!("{name} {}", count(class))).join("   ")
}

/// `number` errors of `class` (of any class without one), in a random order that `seed` fixes; without a seed, the first.
pub fn errors<'a>(findings: &[Judged<'a>], class: Option<Class>, number: usize, seed: Option<u64>) -> Vec<Judged<'a>> {
    let wanted = |of: Class| class.map_or(of != Class::Right, |class| of == class);
    let mut chosen: Vec<Judged> = findings.iter().copied().filter(|judged| wanted(judged.finding.class)).collect();
    if let Some(seed) = seed {
        // A fixed order from hashing: enough to look at a sample, and the same on every machine.
        chosen.sort_by_cached_key(|judged| mix(seed, &judged.document.id, judged.finding.range));
    }
    chosen.truncate(number);
    chosen
}

fn mix(seed: u64, id: &str, (start, end): Range) -> u64 {
    let words = id.bytes().map(u64::from).chain([start as u64, end as u64]);
    let step = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(29);
    let hash = words.fold(seed ^ 0xcbf2_9ce4_8422_2325, step);
    (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// An error in words: what, where, who was meant, what was found, and the text around it.
pub fn describe(judged: &Judged, context: usize) -> String {
    let Judged { document, finding, .. } = *judged;
    let mut out = String::new();
    let (start, end) = finding.range;
    let _ = writeln!(out, "── {}  {} [{start}..{end}]", name(finding.class), document.id);
    let gold = match (finding.gold, judged.gold_speaker()) {
        (None, _) => "none".into(),
        (Some(_), None) => "without speaker".into(),
        (Some(_), Some(mention)) => format!("“{}”", mention.text),
    };
    let cue = finding.gold.and_then(|index| document.quotes[index].cue.as_ref()).map_or("", |cue| &cue.text);
    let _ = writeln!(out, "   annotated: {gold} {cue}");
    if let Some(quote) = judged.quote() {
        let speaker = quote.speaker.as_ref().map_or("nobody".into(), |mention| format!("“{}”", mention.text));
        let name = quote.name.as_deref().map_or(String::new(), |name| format!(" = {name}"));
        let cue = quote.cue.as_ref().map_or("", |cue| &cue.text);
        let rule = quote.rule.as_deref().unwrap_or_default();
        let confidence = quote.confidence.unwrap_or_default();
        let _ = writeln!(
            out,
            "   predicted: {speaker}{name} {cue}  [{}..{}] {rule} {confidence:.2}",
            quote.start, quote.end
        );
    } else {
        let _ = writeln!(out, "   predicted: nothing here");
    }
    let _ = write!(out, "   {}", excerpt(judged, context));
    out
}

/// The text around a finding: what was annotated in ⟦⟧, what was predicted in ⟪⟫.
fn excerpt(judged: &Judged, context: usize) -> String {
    let text = &judged.document.chars;
    let mut marks: Vec<(usize, u8, char)> = Vec::new();
    let annotated = if judged.finding.marked { Some(judged.finding.range) } else { judged.gold_range() };
    if let Some((start, end)) = annotated {
        marks.extend([(start, 2, '⟦'), (end, 1, '⟧')]);
    }
    for (start, end) in judged.quote().map(PredictedQuote::pieces).unwrap_or_default() {
        marks.extend([(start, 3, '⟪'), (end, 0, '⟫')]);
    }
    marks.sort_unstable();
    let first = marks.first().map_or(judged.finding.range.0, |mark| mark.0.min(judged.finding.range.0));
    let last = marks.last().map_or(judged.finding.range.1, |mark| mark.0.max(judged.finding.range.1));
    let (from, to) = (first.saturating_sub(context), (last + context).min(text.len()));
    let mut out = String::new();
    let mut marks = marks.into_iter().peekable();
    for at in from..=to {
        while let Some((_, _, mark)) = marks.next_if(|&(position, ..)| position <= at) {
            out.push(mark);
        }
        match text.get(at).filter(|_| at < to) {
            Some('\n') => out.push_str(" ¶ "),
            Some(&c) => out.push(c),
            None => {}
        }
    }
    out
}
