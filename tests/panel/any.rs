//! Any report at all: nothing a report can hold makes a component panic or lets markup through.

use super::render::{grouped, overview, panel};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use std::rc::Rc;
use whosaid::panel::{ArticleText, Lang, citation, mark_label};
use whosaid::report::*;

/// Few ids, so that they meet; some that no source has.
fn id() -> impl Strategy<Value = String> {
    select(vec!["a", "b", "c", "article", ""]).prop_map(String::from)
}

/// Words that try to leave their place.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        select(vec![
            "<img src=x onerror=alert(1)>",
            "\u{202e}drawkcab",
            "</bdi></div>",
            "{0}{1}",
            "&lt;",
            "\0",
            "é\u{301}"
        ])
        .prop_map(String::from),
    ]
}

fn extent() -> impl Strategy<Value = Extent> {
    (any::<u8>(), any::<u8>()).prop_map(|(start, end)| Extent { start: start.into(), end: end.into() })
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    select(all)
}

fn reference() -> impl Strategy<Value = SourceRef> {
    (id(), of(0usize..300), of(0usize..300), words(), one_of(Basis::ALL))
        .prop_map(|(source, start, end, text, basis)| SourceRef { source: Some(source), start, end, text, basis })
}

fn source() -> impl Strategy<Value = Source> {
    (id(), of(words()), of(words()), one_of(SourceKind::ALL), of(words()))
        .prop_map(|(id, name, label, kind, role)| Source { id, name, label, kind, role, mentions: Vec::new() })
}

fn hop() -> impl Strategy<Value = Hop> {
    (id(), words(), of(one_of(MediumKind::ALL)), one_of(Basis::ALL)).prop_map(|(agent, act, medium, basis)| Hop {
        agent,
        act,
        medium,
        basis,
    })
}

fn link() -> impl Strategy<Value = Link> {
    let url = prop_oneof![words(), "(https?|javascript|data)://?[a-z/@:\\\\]{0,8}"];
    (url, words(), of(extent())).prop_map(|(url, text, at)| Link { url, text, at })
}

fn date() -> impl Strategy<Value = Date> {
    let edtf =
        prop_oneof![words(), "\\[?(\\.\\.)?[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.\\.)?([0-9]{4}(-[0-9X]{2}){0,2})?[?~%]?\\]?"];
    (edtf, one_of(Basis::ALL), of(extent())).prop_map(|(edtf, basis, at)| Date { edtf, basis, at })
}

fn around() -> impl Strategy<Value = (Option<Addressee>, Option<Medium>, Option<Outlet>, Option<Date>)> {
    let field = || (words(), one_of(Basis::ALL), of(extent()));
    let addressee =
        (field(), of(words())).prop_map(|((name, basis, at), affiliation)| Addressee { name, affiliation, basis, at });
    let medium = (one_of(MediumKind::ALL), field()).prop_map(|(kind, (_, basis, at))| Medium { kind, basis, at });
    let outlet = field().prop_map(|(name, basis, at)| Outlet { name, basis, at });
    (of(addressee), of(medium), of(outlet), of(date()))
}

fn attribution() -> impl Strategy<Value = Attribution> {
    let content = (extent(), vec(extent(), 0..3), words()).prop_map(|(whole, segments, exact)| Content {
        start: whole.start,
        end: whole.end,
        segments,
        exact,
        ..Content::default()
    });
    let whose = (of(reference()), vec(reference(), 0..3), of(id()));
    let codes = (one_of(Form::ALL), one_of(Route::ALL), one_of(Status::ALL), vec(one_of(Missing::ALL), 0..19));
    let rest = (vec(hop(), 0..4), vec(link(), 0..3), of((extent(), words())));
    (id(), content, whose, codes, around(), rest).prop_map(
        |(id, content, (source, candidates, nested_in), (form, route, status, missing), around, rest)| {
            let (addressee, medium, outlet, date) = around;
            let (chain, links, cue) = rest;
            let cue = cue.map(|(at, text)| Cue { start: at.start, end: at.end, text, lemma: String::new() });
            Attribution {
                id,
                form,
                nested_in,
                content,
                source,
                candidates,
                cue,
                addressee,
                medium,
                outlet,
                date,
                route,
                chain,
                links,
                missing,
                confidence: f32::NAN,
                status,
                rule: String::new(),
                terms: None,
                original: None,
                confirmed_on: None,
                was: None,
            }
        },
    )
}

fn report() -> impl Strategy<Value = Report> {
    let article = (of(words()), of(words()), of(words()), of(words()))
        .prop_map(|(url, headline, published, publisher)| ArticleInfo { url, headline, published, publisher });
    (article, words(), vec(source(), 0..4), vec(attribution(), 0..5)).prop_map(
        |(article, language, sources, attributions)| Report {
            version: VERSION,
            generator: String::new(),
            sources_unread: false,
            language,
            article,
            sources,
            attributions,
            orphans: Vec::new(),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_report_is_shown(report in report(), text in words(), language in 0usize..5) {
        let lang = Lang::all().nth(language).unwrap_or_default();
        let (report, article) = (Rc::new(report), Rc::new(ArticleText::new(text)));
        let mut shown = overview(&report, &article, lang) + &grouped(&report, &article, lang);
        for entry in &report.attributions {
            shown += &panel(&report, &article, &entry.id, lang);
            mark_label(&report, entry, lang);
            citation(&report, &article, &entry.id, lang);
        }
        prop_assert!(!shown.contains("<img"));
        prop_assert!(!shown.contains(" style="));
        for address in shown.split("href=\"").skip(1) {
            let address = address.to_ascii_lowercase();
            prop_assert!(address.starts_with("http://") || address.starts_with("https://"), "{}", address);
        }
    }
}
