//! What is written is read back: the report, JSON-LD, and Web Annotations.

use crate::{ARTICLE, inferred};
use proptest::prelude::*;
use whosaid::export::{annotations, schema_org};
use whosaid::json::Json;
use whosaid::newsroom::{Published, merge, parse, read};
use whosaid::report::{
    ARTICLE_AGENT, Addressee, Attribution, Basis, Cue, Date, Extent, Form, Hop, Link, Medium, MediumKind, Missing,
    Outlet, Report, Route, Source, SourceKind, SourceRef, Status, Terms,
};

/// What of an attribution every format carries.
#[derive(Debug, PartialEq)]
struct Essence {
    id: String,
    nested_in: Option<String>,
    words: String,
    extent: (usize, usize),
    source: Option<(Source, Basis)>,
    mention: Option<(usize, usize, String)>,
    cue: Option<Cue>,
    form: Form,
    addressee: Option<(String, Option<String>, Basis)>,
    medium: Option<(MediumKind, Basis)>,
    outlet: Option<(String, Basis)>,
    date: Option<(String, Basis)>,
    route: Route,
    links: Vec<String>,
    /// Where the article says the fields above.
    evidence: Vec<Option<Extent>>,
    /// Who is called what, and what they did.
    chain: Vec<(Option<String>, Hop)>,
    missing: Vec<Missing>,
    status: Status,
    terms: Option<Terms>,
}

fn essence(sources: &[Source], entry: &Attribution) -> Essence {
    let source = entry
        .source
        .as_ref()
        .and_then(|of| Some((sources.iter().find(|known| Some(&known.id) == of.source.as_ref())?, of.basis)));
    let at = |it: Option<Option<Extent>>| it.flatten();
    let mut evidence = vec![
        at(entry.addressee.as_ref().map(|it| it.at)),
        at(entry.medium.as_ref().map(|it| it.at)),
        at(entry.outlet.as_ref().map(|it| it.at)),
        at(entry.date.as_ref().map(|it| it.at)),
    ];
    evidence.extend(entry.links.iter().map(|link| link.at));
    let called = |hop: &Hop| {
        let source = sources.iter().find(|source| source.id == hop.agent)?;
        source.name.clone().or(source.label.clone())
    };
    let chain = entry.chain.iter().map(|hop| (called(hop), Hop { agent: String::new(), ..hop.clone() })).collect();
    Essence {
        mention: entry.source.as_ref().and_then(|of| Some((of.start?, of.end?, of.text.clone()))),
        cue: entry.cue.clone(),
        evidence,
        chain,
        id: entry.id.clone(),
        nested_in: entry.nested_in.clone(),
        words: entry.content.exact.chars().filter(|c| c.is_alphanumeric()).collect(),
        extent: (entry.content.start, entry.content.end),
        source: source.map(|(it, basis)| (Source { id: String::new(), mentions: Vec::new(), ..it.clone() }, basis)),
        form: entry.form,
        addressee: entry.addressee.as_ref().map(|it| (it.name.clone(), it.affiliation.clone(), it.basis)),
        medium: entry.medium.as_ref().map(|it| (it.kind, it.basis)),
        outlet: entry.outlet.as_ref().map(|it| (it.name.clone(), it.basis)),
        date: entry.date.as_ref().map(|it| (it.edtf.clone(), it.basis)),
        route: entry.route,
        links: entry.links.iter().map(|link| link.url.clone()).collect(),
        missing: entry.missing.clone(),
        status: entry.status,
        terms: entry.terms,
    }
}

fn essences(report: &Report) -> Vec<Essence> {
    report.attributions.iter().map(|entry| essence(&report.sources, entry)).collect()
}

fn back(written: &Json) -> Published {
    let text = serde_json::to_string(written).expect("JSON");
    let published = parse(&text).and_then(|data| read(&data)).expect("usable data");
    assert_eq!(published.problems, []);
    published
}

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(
        &[
            "Ada Quill",
            "Ivo Brandt",
            "one official",
            "the Board",
            "Ö. \"Q\" <b>",
            "x",
            "שלום",
            "@quay",
            "The Quay Times",
        ][..],
    )
    .prop_map(str::to_owned)
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn basis() -> impl Strategy<Value = Basis> {
    any_of(Basis::ALL)
}

/// Fields of an attribution such as the engine and the newsroom give them.
fn fields() -> impl Strategy<Value = Attribution> {
    let said = (
        any_of(Form::ALL),
        any_of(Route::ALL),
        any_of(&[Status::Inferred, Status::Confirmed, Status::Corrected][..]),
        prop::option::of(any_of(Terms::ALL)),
        prop::sample::subsequence(Missing::ALL, 0..4),
    );
    let setting = (
        prop::option::of((any_of(MediumKind::ALL), basis())),
        prop::option::of((name(), basis())),
        prop::option::of((name(), basis())),
        prop::option::of((prop::sample::select(&["2024-05-06", "2024", "[..2024-05-07]", "2024-05~"][..]), basis())),
        prop::sample::subsequence(&["https://a.example/1", "http://b.example"][..], 0..3),
        prop::option::of((0usize..90).prop_map(|start| Extent::new(start, start + 4))),
    );
    (said, setting).prop_map(|((form, route, status, terms, missing), (medium, outlet, addressee, date, links, at))| {
        Attribution {
            form,
            route,
            status,
            terms,
            missing,
            medium: medium.map(|(kind, basis)| Medium { kind, basis, at }),
            outlet: outlet.map(|(name, basis)| Outlet { name, basis, at }),
            addressee: addressee.map(|(name, basis)| Addressee { name, basis, at, ..Addressee::default() }),
            date: date.map(|(edtf, basis)| Date { edtf: edtf.into(), basis, at }),
            links: links.into_iter().map(|url| Link { url: url.into(), at, ..Link::default() }).collect(),
            ..Attribution::default()
        }
    })
}

/// The hops between a speaker and the article, as many as there are acts.
fn hops() -> impl Strategy<Value = Vec<(&'static str, Option<MediumKind>, Basis)>> {
    let act = prop::sample::select(&["said", "told", "wrote", "published", "read", ""][..]);
    prop::collection::vec((act, prop::option::of(any_of(MediumKind::ALL)), basis()), 1..4)
}

/// A chain from the speaker, by way of the sources after it, to the article.
fn chain(speaker: usize, hops: &[(&str, Option<MediumKind>, Basis)]) -> Vec<Hop> {
    let agents = (0..hops.len()).map(|place| format!("s{}", (speaker + place) % 4));
    let hops = agents.zip(hops).map(|(agent, &(act, medium, basis))| Hop { agent, act: act.into(), medium, basis });
    let article = Hop { agent: ARTICLE_AGENT.into(), act: "quotes".into(), medium: None, basis: Basis::Stated };
    hops.chain([article]).collect()
}

/// The report on the article, with any fields.
fn any_report() -> impl Strategy<Value = Report> {
    let source =
        (prop::option::of(name()), prop::option::of(name()), any_of(SourceKind::ALL), prop::option::of(name()));
    let one = (fields(), prop::option::of((0usize..4, basis(), hops())));
    (prop::collection::vec(source, 4), prop::collection::vec(one, 5)).prop_map(|(sources, entries)| {
        let mut report = inferred(ARTICLE);
        report.sources = (sources.into_iter().enumerate())
            .map(|(index, (name, label, kind, role))| Source {
                id: format!("s{index}"),
                // A source without a name is called something.
                label: label.or_else(|| name.is_none().then(|| "source".into())).map(|it| format!("{it} {index}")),
                kind: if kind == SourceKind::Unattributed { SourceKind::Institution } else { kind },
                name: name.map(|it| format!("{it} {index}")),
                role,
                mentions: Vec::new(),
            })
            .collect();
        for (entry, (fields, source)) in report.attributions.iter_mut().zip(entries) {
            let chain = source.as_ref().map(|(index, _, hops)| chain(*index, hops)).unwrap_or_default();
            let mention = entry.source.take().unwrap_or_default();
            let source =
                source.map(|(index, basis, _)| SourceRef { source: Some(format!("s{index}")), basis, ..mention });
            let Attribution { id, content, nested_in, cue, .. } = entry.clone();
            *entry = Attribution { id, content, nested_in, source, cue, chain, ..fields };
        }
        report
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_report_is_read_back_whole(report in any_report()) {
        let text = serde_json::to_string(&report).expect("JSON");
        let published = back(&parse(&text).expect("JSON"));
        prop_assert_eq!(essences(&report), published.entries.iter().map(|e| essence(&published.sources, &e.attribution)).collect::<Vec<_>>());
    }

    #[test]
    fn annotations_are_read_back_whole(report in any_report()) {
        let published = back(&annotations(&report));
        prop_assert_eq!(essences(&report), published.entries.iter().map(|e| essence(&published.sources, &e.attribution)).collect::<Vec<_>>());
    }

    #[test]
    fn json_ld_is_read_back_whole(report in any_report()) {
        let published = back(&schema_org(&report));
        let mut entries: Vec<Essence> = published.entries.iter().map(|e| essence(&published.sources, &e.attribution)).collect();
        entries.sort_by_key(|entry| entry.extent);
        let mut expected = essences(&report);
        for (expected, entry) in expected.iter_mut().zip(&report.attributions) {
            // The words without those that interrupt them.
            if entry.content.segments.len() > 1 {
                let chars: Vec<char> = ARTICLE.chars().collect();
                let pieces = entry.content.segments.iter().flat_map(|piece| &chars[piece.start..piece.end]);
                expected.words = pieces.filter(|c| c.is_alphanumeric()).collect();
            }
        }
        expected.sort_by_key(|entry| entry.extent);
        prop_assert_eq!(expected, entries);
    }
}

#[test]
fn reading_back_and_merging_gives_the_same_report() {
    let report = inferred(ARTICLE);
    for written in [annotations(&report), schema_org(&report)] {
        let merged = merge(inferred(ARTICLE), ARTICLE, back(&written));
        assert_eq!(essences(&merged), essences(&report));
    }
}
