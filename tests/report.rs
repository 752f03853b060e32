//! The report as a whole: offsets, identifiers, context, and what refers to what.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic)] // A test fails by panicking.

use whosaid::{Block, BlockKind, Options, analyze, report::Report};

fn report(text: &str) -> Report {
    analyze(text, &Options::default())
}

#[test]
fn offsets_count_scalar_values() {
    let text = "Größe 👩‍🚀 zählt.\n“Wir – naïve 🚀 – fly,” said Lena Örtel.";
    let report = report(text);
    let attribution = report.attributions.first().expect("an attribution");
    let cut = |start: usize, end: usize| text.chars().skip(start).take(end - start).collect::<String>();
    let content = &attribution.content;
    assert_eq!(cut(content.start, content.end), content.exact);
    assert_eq!(content.exact, "Wir – naïve 🚀 – fly,");
    assert_eq!(content.suffix, "” said Lena Örtel.");
    assert_eq!(content.prefix, "Größe 👩‍🚀 zählt.\n“");
    let cue = attribution.cue.as_ref().expect("a cue");
    assert_eq!(cut(cue.start, cue.end), "said");
    let source = attribution.source.as_ref().expect("a source");
    assert_eq!(cut(source.start.unwrap_or(0), source.end.unwrap_or(0)), "Lena Örtel");
}

#[test]
fn context_is_at_most_32_scalars() {
    let text = format!("{} “We leave at dawn,” said Lena Örtel. {}", "ü".repeat(90), "ß".repeat(90));
    let report = report(&text);
    let content = &report.attributions.first().expect("an attribution").content;
    assert_eq!((content.prefix.chars().count(), content.suffix.chars().count()), (32, 32));
}

#[test]
fn what_is_referred_to_is_there() {
    let report = report(
        "“We won,” Mara Oduya said Monday. “He told me ‘you will lose’ before.”\nMayor Ivo Brandt said that he was sad.",
    );
    let ids: Vec<&str> = report.attributions.iter().map(|a| a.id.as_str()).collect();
    let expected: Vec<String> = (1..=ids.len()).map(|n| format!("q{n}")).collect();
    assert_eq!(ids, expected);
    assert!(report.attributions.is_sorted_by_key(|a| a.content.start));
    let sources: Vec<&str> = report.sources.iter().map(|s| s.id.as_str()).collect();
    let used: Vec<&str> = (report.attributions.iter())
        .flat_map(|a| {
            let hops = a.chain.iter().map(|hop| hop.agent.as_str());
            let speakers = a.source.iter().chain(&a.candidates).filter_map(|s| s.source.as_deref());
            hops.chain(speakers).filter(|&agent| agent != "article")
        })
        .collect();
    assert!(used.iter().all(|used| sources.contains(used)), "{used:?} {sources:?}");
    assert!(sources.iter().all(|source| used.contains(source)), "{used:?} {sources:?}");
    assert!(report.attributions.iter().filter_map(|a| a.nested_in.as_deref()).all(|id| ids.contains(&id)));
}

#[test]
fn the_article_itself() {
    let body = "Harbour wall fails\nThe wall fell, Mara Oduya said.";
    let plain = report(body);
    assert_eq!(plain.article.headline.as_deref(), Some("Harbour wall fails"));
    assert_eq!(report("The wall fell.\nIt was old.").article.headline, None);
    let given = Options {
        published: Some("2025-03-06T09:00:00+01:00".into()),
        publisher: Some("The Quay".into()),
        blocks: vec![Block { span: whosaid::text::Span::new(19, body.len()), kind: BlockKind::Headline }],
        ..Options::default()
    };
    let article = analyze(body, &given).article;
    assert_eq!(article.headline.as_deref(), Some("The wall fell, Mara Oduya said."));
    assert_eq!((article.published.as_deref(), article.publisher.as_deref()), (Some("2025-03-06"), Some("The Quay")));
    let nonsense = Options { published: Some("2025-13-45".into()), ..Options::default() };
    assert_eq!(analyze(body, &nonsense).article.published, None);
}
