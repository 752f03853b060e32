//! Panel and overview rendered to text, on a report written by hand.

#![cfg(all(feature = "widget", not(target_arch = "wasm32")))]
#![allow(clippy::expect_used, clippy::panic)] // Helpers of tests.

#[path = "panel/any.rs"]
mod any;
#[path = "panel/design.rs"]
mod design;
#[path = "panel/fixture.rs"]
mod fixture;
#[path = "panel/render.rs"]
mod render;

use fixture::{article, report};
use render::{overview, panel, text};
use std::rc::Rc;
use whosaid::panel::{Lang, citation, citation_markup, mark_label};
use whosaid::report::Report;

fn panel_text(id: &str, lang: &str) -> String {
    text(&panel(&report(), &article(), id, Lang::from_tag(lang)))
}

/// Every panel as a reader of the text alone has it.
#[test]
fn panels_say_no_more_than_the_article() {
    let report = report();
    for entry in &report.attributions {
        insta::assert_snapshot!(format!("panel-{}", entry.id), panel_text(&entry.id, "en"));
    }
}

#[test]
fn panels_speak_every_language() {
    for lang in Lang::all().filter(|lang| lang.tag() != "en") {
        let said: Vec<String> = ["q3", "q7", "q14"].map(|id| panel_text(id, lang.tag())).into_iter().collect();
        insta::assert_snapshot!(format!("panels-{}", lang.tag()), said.join("\n\n"));
    }
}

#[test]
fn the_overview_lists_what_is_not_withheld() {
    insta::assert_snapshot!("overview", text(&overview(&report(), &article(), Lang::default())));
}

#[test]
fn marks_and_citations_say_the_essentials() {
    let report = report();
    let mut said = String::new();
    for entry in &report.attributions {
        said += &mark_label(&report, entry, Lang::default());
        said += "\n    ";
        said += citation(&report, &article(), &entry.id, Lang::default()).as_deref().unwrap_or("(no citation)");
        said += "\n";
        said += citation_markup(&report, &article(), &entry.id, Lang::default()).as_deref().unwrap_or("(no citation)");
        said += "\n";
    }
    insta::assert_snapshot!("marks-and-citations", said);
}

#[test]
fn what_the_newsroom_took_back_is_nowhere() {
    let (report, article) = (report(), article());
    for markup in [panel(&report, &article, "q16", Lang::default()), overview(&report, &article, Lang::default())] {
        assert!(!markup.contains("engineer") && !markup.contains("weather"), "{markup}");
    }
}

#[test]
fn no_word_of_judgement_and_no_percentage() {
    let (report, article) = (report(), article());
    let panels = report.attributions.iter().map(|entry| panel(&report, &article, &entry.id, Lang::default()));
    for markup in panels.chain([overview(&report, &article, Lang::default())]) {
        let said = text(&markup).to_lowercase();
        for word in ["verified", "trusted", "fake", "accurate", "%", "✓", "✔", "confidence"] {
            assert!(!said.contains(word), "{word}: {said}");
        }
    }
}

#[test]
fn markup_is_safe_under_a_strict_policy() {
    let (report, article) = (report(), article());
    let panels = report.attributions.iter().map(|entry| panel(&report, &article, &entry.id, Lang::default()));
    for markup in panels.chain([overview(&report, &article, Lang::default())]) {
        assert!(!markup.contains(" style="), "a style attribute is blocked: {markup}");
        assert!(!markup.to_lowercase().contains("javascript:"), "{markup}");
        for link in markup.split("<a ").skip(1) {
            assert!(link.contains("rel=\"noopener noreferrer\""), "{link}");
        }
    }
}

#[test]
fn every_sentence_about_what_is_missing_reaches_the_panel() {
    let mut report = Report::clone(&report());
    for lang in Lang::all() {
        for missing in whosaid::report::Missing::ALL {
            report.attributions[0].missing = vec![*missing];
            let shown = panel(&Rc::new(report.clone()), &article(), "q1", lang);
            report.attributions[0].missing = Vec::new();
            let without = panel(&Rc::new(report.clone()), &article(), "q1", lang);
            let told = text(&shown) != text(&without) || *missing == whosaid::report::Missing::NoLink;
            assert!(told, "{missing:?} is not said in {}", lang.tag());
        }
    }
}
