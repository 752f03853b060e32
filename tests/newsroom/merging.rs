//! Field by field, the newsroom first.

use crate::{ARTICLE, inferred, merged, name, of, published};
use whosaid::newsroom::merge;
use whosaid::report::{Basis, Form, Missing, SourceKind, Status, Terms};

const HELD: &str = "The wall held";

#[test]
fn the_engine_reads_the_article_as_these_tests_take_it_to() {
    let report = inferred(ARTICLE);
    let held = of(&report, HELD);
    assert_eq!((name(&report, held), held.status), (Some("Ada Quill"), Status::Inferred));
    assert_eq!(held.outlet.as_ref().map(|outlet| outlet.name.as_str()), Some("Northern Courier"));
    assert!(held.missing.contains(&Missing::NoLink));
    assert_eq!(of(&report, "old and tired").form, Form::Partial);
}

#[test]
fn a_field_of_the_newsroom_wins_and_keeps_its_basis() {
    let report = merged(
        r#"{"id": "lead", "content": {"exact": "The wall held for ninety years,"},
            "source": {"name": "Ada Quill-Moor", "kind": "person_named", "role": "acting mayor"},
            "addressee": {"name": "Ines Falk", "affiliation": "Northern Courier"},
            "medium": {"kind": "podcast"}, "outlet": {"name": "Courier Radio"}, "date": {"edtf": "2024-05-06"},
            "route": "interview_other_outlet", "terms": "on_record", "confirmed_on": "2024-05-08",
            "links": [{"url": "https://courier.example/podcast", "text": "the podcast"}],
            "original": {"text": "Well, the wall held for ninety years.", "title": "Transcript"}}"#,
    );
    let entry = of(&report, HELD);
    assert_eq!(entry.id, "lead");
    assert_eq!(name(&report, entry), Some("Ada Quill-Moor"));
    assert_eq!(entry.source.as_ref().map(|source| source.basis), Some(Basis::Newsroom));
    assert_eq!(entry.status, Status::Corrected);
    let addressee = entry.addressee.as_ref().expect("an addressee");
    assert_eq!((addressee.name.as_str(), addressee.affiliation.as_deref()), ("Ines Falk", Some("Northern Courier")));
    let outlet = entry.outlet.as_ref().expect("an outlet");
    assert_eq!((outlet.name.as_str(), outlet.basis, outlet.at), ("Courier Radio", Basis::Newsroom, None));
    assert_eq!(entry.date.as_ref().map(|date| (date.edtf.as_str(), date.basis)), Some(("2024-05-06", Basis::Newsroom)));
    assert_eq!(entry.links.len(), 1);
    assert!(!entry.missing.contains(&Missing::NoLink) && !entry.missing.contains(&Missing::NoDate));
    assert_eq!((entry.terms, entry.confirmed_on.as_deref()), (Some(Terms::OnRecord), Some("2024-05-08")));
    assert!(entry.original.is_some());
    // The chain begins with the one who spoke, and nobody who did not speak is listed.
    let first = entry.chain.first().expect("a chain");
    assert_eq!(Some(first.agent.as_str()), entry.speaker());
    // Everything else is as it was read.
    let before = inferred(ARTICLE);
    assert_eq!(entry.cue, of(&before, HELD).cue);
    assert_eq!(report.attributions.len(), before.attributions.len());
    assert_eq!(
        of(&report, "nobody had been hurt").source.is_some(),
        of(&before, "nobody had been hurt").source.is_some()
    );
}

#[test]
fn what_both_say_alike_keeps_the_words_of_the_article() {
    let report = merged(
        r#"{"content": {"exact": "The wall held for ninety years,"}, "source": {"name": "Ada Quill"},
            "outlet": {"name": "Northern Courier"}}"#,
    );
    let (entry, before) = (of(&report, HELD), inferred(ARTICLE));
    let outlet = entry.outlet.as_ref().expect("an outlet");
    assert_eq!(outlet.basis, Basis::Newsroom);
    assert_eq!(outlet.at, of(&before, HELD).outlet.as_ref().and_then(|outlet| outlet.at));
    assert!(outlet.at.is_some());
    assert_eq!(entry.status, Status::Confirmed);
    assert_eq!(report.sources.len(), before.sources.len(), "no source is there twice");
    assert_eq!(
        entry.source.as_ref().map(|source| source.start),
        of(&before, HELD).source.as_ref().map(|source| source.start)
    );
}

#[test]
fn a_report_of_the_engine_changes_nothing() {
    let before = inferred(ARTICLE);
    let data = serde_json::to_string(&before).expect("JSON");
    assert_eq!(merge(before.clone(), ARTICLE, published(&data)), before);
    // Nor where two of another kind have one name.
    let mut namesakes = before;
    let outlet = namesakes.sources.iter_mut().find(|source| source.kind == SourceKind::NewsOutlet).expect("an outlet");
    outlet.name = Some("Ada Quill".into());
    let data = serde_json::to_string(&namesakes).expect("JSON");
    assert_eq!(merge(namesakes.clone(), ARTICLE, published(&data)), namesakes);
}

#[test]
fn what_is_withheld_is_gone() {
    let report = merged(r#"{"content": {"exact": "nobody had been hurt"}, "status": "withheld"}"#);
    let json = serde_json::to_string(&report).expect("JSON");
    assert!(!json.contains("nobody had been hurt\"") && !json.contains("Ivo Brandt\""), "{json}");
    assert_eq!(report.attributions.len() + 1, inferred(ARTICLE).attributions.len());
    // It stays so whatever else is said of the words.
    let twice = r#"{"content": {"exact": "nobody had been hurt"}, "source": {"name": "Ivo Brandt"}, "status": "confirmed"},
        {"content": {"exact": "nobody had been hurt"}, "status": "withheld"}"#;
    assert_eq!(merged(twice).attributions.len() + 1, inferred(ARTICLE).attributions.len());
    // Withheld words that are not there are not listed either.
    let report = merged(r#"{"content": {"exact": "nobody ever paid for the pumps"}, "status": "withheld"}"#);
    assert!(report.orphans.is_empty());
}

#[test]
fn what_stands_no_more_is_an_orphan() {
    let report = merged(
        r#"{"id": "old", "content": {"exact": "we will build a higher wall by spring", "start": 40, "end": 77},
            "source": {"name": "Mara Oduya"}}"#,
    );
    assert_eq!(report.attributions.len(), inferred(ARTICLE).attributions.len());
    let orphan = report.orphans.first().expect("an orphan");
    assert_eq!((orphan.id.as_str(), name(&report, orphan)), ("old", Some("Mara Oduya")));
}

#[test]
fn changed_words_are_shown_and_no_longer_confirmed() {
    let entry = |exact: &str| {
        format!(r#"{{"content": {{"exact": "{exact}"}}, "source": {{"name": "Quay Times"}}, "status": "confirmed"}}"#)
    };
    let report = merged(&entry("the whole board will meet 14 engineers in May"));
    let board = of(&report, "the board will");
    assert_eq!(board.was.as_deref(), Some("the whole board will meet 14 engineers in May"));
    assert_eq!(
        (board.status, board.source.as_ref().map(|source| source.basis)),
        (Status::Inferred, Some(Basis::Newsroom))
    );
    // Another number, name or negation makes other words.
    for exact in ["the board will meet 40 engineers in May", "the board will not meet 14 engineers in May"] {
        let report = merged(&entry(exact));
        assert_eq!(report.orphans.len(), 1, "{exact}");
        assert!(report.attributions.iter().all(|entry| entry.was.is_none()), "{exact}");
    }
}

#[test]
fn an_attribution_that_the_engine_does_not_find_is_added() {
    let report = merged(
        r#"{"id": "fails", "content": {"exact": "Harbour wall fails"}, "form": "indirect",
            "source": {"label": "one official", "kind": "anonymous_person"}}"#,
    );
    let added = report.attributions.first().expect("an attribution");
    assert_eq!((added.id.as_str(), added.content.start, added.content.end), ("fails", 0, 18));
    assert_eq!((added.form, added.status), (Form::Indirect, Status::Corrected));
    let source = report.sources.iter().find(|source| Some(source.id.as_str()) == added.speaker());
    assert_eq!(source.map(|source| source.kind), Some(SourceKind::AnonymousPerson));
    assert!(report.attributions.is_sorted_by_key(|entry| entry.content.start));
}

#[test]
fn null_says_nothing_unless_somebody_looked() {
    let entry = |status: &str| {
        merged(&format!(
            r#"{{"content": {{"exact": "The wall held for ninety years,"}}, "outlet": null, "addressee": null, "source": null,
                "status": "{status}"}}"#
        ))
    };
    let report = entry("inferred");
    assert!(of(&report, HELD).outlet.is_some() && of(&report, HELD).source.is_some());
    let report = entry("corrected");
    assert!(of(&report, HELD).outlet.is_none() && of(&report, HELD).source.is_none());
}

#[test]
fn ids_of_the_newsroom_hold_and_stay_unique() {
    let report = merged(
        r#"{"id": "q1", "content": {"exact": "nobody had been hurt"}},
           {"id": "inner", "content": {"exact": "old and tired"}, "nested_in": "outer"},
           {"id": "outer", "content": {"exact": "the pumps were “old and tired” when the water came"}}"#,
    );
    let ids: std::collections::HashSet<&str> = report.attributions.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids.len(), report.attributions.len());
    assert_eq!(of(&report, "nobody").id, "q1");
    assert_eq!(of(&report, "old and tired").nested_in.as_deref(), Some("outer"));
    assert!(report.attributions.iter().filter_map(|entry| entry.nested_in.as_deref()).all(|id| ids.contains(id)));
}

#[test]
fn the_first_of_two_entries_on_the_same_words_holds() {
    let report = merged(
        r#"{"content": {"exact": "nobody had been hurt"}, "source": {"name": "Mara Oduya"}},
           {"content": {"exact": "nobody had been hurt."}, "source": {"name": "Lena Örtel"}}"#,
    );
    let spoken: Vec<_> = report.attributions.iter().filter(|entry| entry.content.exact.contains("nobody")).collect();
    assert_eq!(spoken.len(), 1);
    assert_eq!(name(&report, spoken[0]), Some("Mara Oduya"));
}

#[test]
fn words_moved_by_an_edit_are_found_and_old_offsets_forgotten() {
    let before = inferred(ARTICLE);
    let mut data = serde_json::to_value(&before).expect("JSON");
    for entry in data["attributions"].as_array_mut().into_iter().flatten() {
        entry["status"] = "confirmed".into();
    }
    let text = format!("A correction stands above this article now.\n{ARTICLE}");
    let report = merge(inferred(&text), &text, published(&data.to_string()));
    assert!(report.orphans.is_empty());
    assert_eq!(report.attributions.len(), before.attributions.len());
    let cut = |start: usize, end: usize| text.chars().skip(start).take(end - start).collect::<String>();
    for entry in &report.attributions {
        assert_eq!(entry.status, Status::Confirmed, "{}", entry.id);
        assert_eq!(cut(entry.content.start, entry.content.end), entry.content.exact);
        if let Some(cue) = &entry.cue {
            assert_eq!(cut(cue.start, cue.end), cue.text);
        }
        if let Some((source, (start, end))) = entry.source.as_ref().and_then(|it| Some((it, it.start.zip(it.end)?))) {
            assert_eq!(cut(start, end), source.text);
        }
    }
}

#[test]
fn json_ld_of_a_content_management_system_counts_as_entered() {
    let data = published(
        r##"{"@context": "https://schema.org", "@graph": [
            {"@type": "NewsArticle", "hasPart": [
                {"@type": ["CreativeWork", "Quotation"], "text": "old and tired", "creator": {"@id": "#p"},
                 "isBasedOn": {"@type": "SocialMediaPosting", "url": "https://net.example/1"}, "datePublished": "2024-05-06T20:00:00Z"},
                {"@type": "Quotation", "text": "It did not hold last night", "creator": "Lena Örtel", "citation": "javascript:alert(1)"}]},
            {"@id": "#p", "@type": "Person", "name": "Mara Oduya", "jobTitle": "engineer"}]}"##,
    );
    assert_eq!(data.problems.len(), 1, "{:?}", data.problems);
    let report = merge(inferred(ARTICLE), ARTICLE, data);
    let tired = of(&report, "old and tired");
    assert_eq!((name(&report, tired), tired.status), (Some("Mara Oduya"), Status::Corrected));
    assert_eq!(tired.links.first().map(|link| link.url.as_str()), Some("https://net.example/1"));
    assert_eq!(tired.date.as_ref().map(|date| date.edtf.as_str()), Some("2024-05-06"));
    assert!(!tired.missing.contains(&Missing::Anonymous));
}
