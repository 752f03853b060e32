//! What holds of every report, whatever the text.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic)] // Helpers of tests.

use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{HashMap, HashSet};
use whosaid::report::{ARTICLE_AGENT, Attribution, Content, Extent, Report};
use whosaid::text::Span;
use whosaid::{Anchor, Block, BlockKind, Options, analysis, analyze};

/// Words that mean something to the engine, in no sensible order: they reach further into it than noise does.
const WORDS: &[&str] = &[
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "„",
    "«",
    "»",
    "``",
    "\n",
    "\n\n",
    " ",
    ",",
    ".",
    "?",
    "!",
    ":",
    "—",
    "–",
    "-",
    "…",
    "...",
    "(",
    ")",
    "[",
    "]",
    "said",
    "says",
    "told",
    "tweeted",
    "according to",
    "was quoted as saying",
    "that",
    "asked whether",
    "in a statement",
    "on Monday",
    "in an interview with",
    "adding",
    "wrote",
    "sagte",
    "habe",
    "laut",
    "Ada Quill",
    "Quill",
    "Mr.",
    "Dr. Ada Quill-O'Hara Jr.",
    "she",
    "he",
    "they",
    "who",
    "I",
    "we",
    "the mayor",
    "one official",
    "officials",
    "the Harbour Board",
    "The Northern Courier",
    "@adaquill",
    "5'10\"",
    "the so-called",
    "it holds",
    "the dam will hold",
    "2024",
    "May 3",
    "\u{feff}",
    "\u{ad}",
    "\u{a0}",
    "\u{200d}",
    "\u{202e}",
    "e\u{301}",
    "👩‍🚀",
    "שלום",
    "ß",
    "İ",
    "\0",
    "\r\n",
    "\t",
];

/// A text of words that mean something and of anything.
fn any_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(WORDS).prop_map(str::to_owned);
    let sentence = prop::sample::select(
        &[
            "“It holds,” said Ada Quill, the mayor.",
            "Quill said that the dam “will hold” until May.",
            "“It holds,” she told the Northern Courier on Monday. “We stayed.”",
            "According to one official, the dam was “absolutely safe.”",
            "„Er hält“, sagte Bürgermeisterin Ada Quill am Montag.",
            "The board said in a statement: \"It holds. 'We stayed,' the men said.\"",
        ][..],
    )
    .prop_map(str::to_owned);
    let noise = any::<String>();
    vec(prop_oneof![6 => word, 3 => sentence, 1 => noise], 0..40).prop_map(|parts| parts.join(" "))
}

/// Spans between the given positions of a text, in order and apart.
fn spans(text: &str, cuts: &[prop::sample::Index]) -> Vec<Span> {
    let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut at: Vec<usize> = cuts.iter().map(|cut| borders[cut.index(borders.len())]).collect();
    at.sort_unstable();
    at.chunks_exact(2).map(|pair| Span::new(pair[0], pair[1])).collect()
}

fn kinds() -> impl Strategy<Value = BlockKind> {
    prop::sample::select(vec![
        BlockKind::Headline,
        BlockKind::Heading,
        BlockKind::Paragraph,
        BlockKind::Quote,
        BlockKind::Post,
        BlockKind::PullQuote,
        BlockKind::Caption,
    ])
}

prop_compose! {
    /// What a caller may say of a text, true or not.
    fn any_options(text: String)(
        language in prop::option::of(prop_oneof![Just("en".to_owned()), Just("de".to_owned()), any::<String>()]),
        headline in prop::option::of(any_text()),
        published in prop::option::of(prop_oneof![Just("2024-05-03".to_owned()), Just("2024-02-30T25:00".to_owned()), any::<String>()]),
        publisher in prop::option::of(Just("The Northern Courier".to_owned())),
        blocks in vec((any::<[prop::sample::Index; 2]>(), kinds()), 0..8),
        links in vec(any::<prop::sample::Index>(), 0..8),
    ) -> Options {
        let cuts: Vec<_> = blocks.iter().flat_map(|(cuts, _)| *cuts).collect();
        let block = |(span, (_, kind)): (Span, &(_, BlockKind))| Block { span, kind: *kind };
        let anchor = |span| Anchor { span, url: "https://courier.example/dam".into() };
        Options {
            language,
            headline,
            published,
            publisher,
            blocks: spans(&text, &cuts).into_iter().zip(&blocks).map(block).collect(),
            links: spans(&text, &links).into_iter().filter(|span| !span.is_empty()).map(anchor).collect(),
            ..Options::default()
        }
    }
}

/// Checks everything that a report promises.
fn check(text: &str, report: &Report) {
    let scalars: Vec<char> = text.chars().collect();
    let sources: HashSet<&str> = report.sources.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(sources.len(), report.sources.len(), "source ids are unique");
    let by_id: HashMap<&str, &Attribution> = report.attributions.iter().map(|each| (each.id.as_str(), each)).collect();
    assert_eq!(by_id.len(), report.attributions.len(), "attribution ids are unique");
    assert!(
        report.attributions.is_sorted_by_key(|each| each.content.start),
        "attributions stand in the order of the text"
    );
    for source in &report.sources {
        for mention in &source.mentions {
            fits(&scalars, *mention);
        }
    }
    for attribution in &report.attributions {
        check_content(&scalars, &attribution.content);
        check_source(&scalars, &sources, attribution);
        check_fields(&scalars, attribution);
        if let Some(outer) = &attribution.nested_in {
            let outer = by_id.get(outer.as_str()).expect("nested in an attribution of this report");
            assert!(outer.id != attribution.id);
            let (inside, around) = (&attribution.content, &outer.content);
            assert!(
                around.start <= inside.start && inside.end <= around.end,
                "nested words stand within the outer ones"
            );
        }
    }
}

/// The words at an extent that lies in the text and holds any.
fn fits(scalars: &[char], extent: Extent) -> String {
    assert!(extent.start < extent.end && extent.end <= scalars.len(), "{extent:?} of {}", scalars.len());
    scalars[extent.start..extent.end].iter().collect()
}

fn check_content(scalars: &[char], content: &Content) {
    assert_eq!(fits(scalars, Extent::new(content.start, content.end)), content.exact);
    let before: String = scalars[content.start.saturating_sub(32)..content.start].iter().collect();
    let after: String = scalars[content.end..scalars.len().min(content.end + 32)].iter().collect();
    assert!(before.ends_with(&content.prefix), "prefix {:?} of {before:?}", content.prefix);
    assert!(after.starts_with(&content.suffix), "suffix {:?} of {after:?}", content.suffix);
    let segments = &content.segments;
    assert!(!segments.is_empty());
    segments.iter().for_each(|segment| drop(fits(scalars, *segment)));
    assert!(segments.windows(2).all(|pair| pair[0].end <= pair[1].start), "segments stand in order and apart");
    assert_eq!(
        segments.first().map(|segment| segment.start),
        Some(content.start),
        "the content starts with its first segment"
    );
    assert_eq!(segments.last().map(|segment| segment.end), Some(content.end), "the content ends with its last segment");
}

fn check_source(scalars: &[char], sources: &HashSet<&str>, attribution: &Attribution) {
    for reference in attribution.source.iter().chain(&attribution.candidates) {
        let listed = |id: &String| sources.contains(id.as_str());
        assert!(reference.source.as_ref().is_none_or(listed), "source {:?} is listed", reference.source);
        match (reference.start, reference.end) {
            (Some(start), Some(end)) => assert_eq!(fits(scalars, Extent::new(start, end)), reference.text),
            (None, None) => {}
            half => panic!("a mention with one end: {half:?}"),
        }
    }
    for hop in &attribution.chain {
        assert!(hop.agent == ARTICLE_AGENT || sources.contains(hop.agent.as_str()), "agent {} is listed", hop.agent);
    }
    assert!(attribution.chain.is_empty() || attribution.chain.last().is_some_and(|hop| hop.agent == ARTICLE_AGENT));
    assert!((0.0..=1.0).contains(&attribution.confidence), "confidence {}", attribution.confidence);
}

fn check_fields(scalars: &[char], attribution: &Attribution) {
    if let Some(cue) = &attribution.cue {
        assert_eq!(fits(scalars, Extent::new(cue.start, cue.end)), cue.text);
    }
    let at = [
        attribution.addressee.as_ref().and_then(|field| field.at),
        attribution.medium.as_ref().and_then(|field| field.at),
        attribution.outlet.as_ref().and_then(|field| field.at),
        attribution.date.as_ref().and_then(|field| field.at),
    ];
    at.into_iter()
        .flatten()
        .chain(attribution.links.iter().filter_map(|link| link.at))
        .for_each(|extent| drop(fits(scalars, extent)));
    let missing: HashSet<_> = attribution.missing.iter().collect();
    assert_eq!(missing.len(), attribution.missing.len(), "each thing is missing once");
}

/// Words for days, months and years in both languages that are read, and what stands beside them.
#[cfg(feature = "files")]
const TIMES: &[&str] = &[
    "on",
    "in",
    "at",
    "after",
    "since",
    "before",
    "until",
    "last",
    "this",
    "that",
    "earlier",
    "late",
    "next",
    "the",
    "Monday",
    "Sunday",
    "Feb.",
    "February",
    "29",
    "31",
    "12th",
    "June",
    "2024",
    "1990s",
    "0000",
    "99999",
    "week",
    "weekend",
    "night",
    "a",
    "two",
    "ago",
    "9am",
    "4.30",
    "p.m.",
    "2025-02-30",
    "2025-03-06",
    "29.2.2023",
    "31.12.2024",
    "am",
    "im",
    "vor",
    "seit",
    "vergangenen",
    "Mittwochabend",
    "Jänner",
    "März",
    "Mai",
    "Jahr",
    "Woche",
    "drei",
    "Tagen",
    "Ende",
    "heute",
    "gestern",
    ",",
    ".",
    "'s",
];

#[cfg(feature = "files")]
proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any words for a time give a date that a newsroom's own file could have, and none gives one after publication.
    #[test]
    fn any_time_is_a_date_of_edtf(
        words in vec(prop::sample::select(TIMES), 0..8),
        german in any::<bool>(),
        published in prop::option::of(prop::sample::select(&["2025-03-06", "2024-02-29", "1999-12-31", "0001-01-01"][..])),
    ) {
        let said = if german { "„Es hält gut“, sagte Anna Reuter " } else { "“It holds well,” Anna Reuter said " };
        let text = format!("{said}{}.", words.join(" "));
        let language = Some(if german { "de" } else { "en" }.to_owned());
        let report = analyze(&text, &Options { published: published.map(str::to_owned), language, ..Options::default() });
        let json = serde_json::to_string(&report).expect("JSON");
        let read = whosaid::newsroom::parse(&json).and_then(|data| whosaid::newsroom::read(&data)).expect("a report");
        prop_assert_eq!(read.problems, []);
    }
}

proptest! {
    #[test]
    fn any_text_gives_a_sound_report(text in any_text()) {
        check(&text, &analyze(&text, &Options::default()));
    }

    #[test]
    fn any_options_give_a_sound_report(
        (text, options) in any_text().prop_flat_map(|text| (Just(text.clone()), any_options(text)))
    ) {
        check(&text, &analyze(&text, &options));
    }

    #[test]
    fn the_same_text_gives_the_same_report(text in any_text()) {
        prop_assert_eq!(analyze(&text, &Options::default()), analyze(&text, &Options::default()));
    }

    #[test]
    fn two_articles_read_in_turns_give_the_reports_of_each_alone(one in any_text(), other in any_text()) {
        let options = Options::default();
        let texts = [&one, &other];
        let mut under_way = texts.map(|text| analysis(text, &options));
        let mut reports = [None, None];
        while reports.iter().any(Option::is_none) {
            for (work, report) in under_way.iter_mut().zip(&mut reports).filter(|(_, report)| report.is_none()) {
                *report = work.step();
            }
        }
        prop_assert_eq!(reports, texts.map(|text| Some(analyze(text, &options))));
    }

    #[test]
    fn a_report_survives_its_json(text in any_text()) {
        let report = analyze(&text, &Options::default());
        let json = serde_json::to_string(&report).unwrap();
        prop_assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
    }
}

#[test]
fn a_longer_article_takes_more_steps_and_not_longer_ones() {
    let options = Options::default();
    // The lexicon is read once.
    analyze("", &options);
    let steps = |paragraphs: usize| {
        let text =
            "“The ferry runs,” said Ada Quill. She told the Harbour Post that the pier holds.\n".repeat(paragraphs);
        let mut work = analysis(&text, &options);
        (1..).find(|_| work.step().is_some()).unwrap_or_default()
    };
    let (few, many) = (steps(10), steps(100));
    assert!(few > 100 && many > 9 * few, "{few} steps for ten paragraphs, {many} for a hundred");
}
