//! `static/design.html`: every component in every state, for eyes, and for the browser's checks in every theme.
//!
//! The page is rendered from the components themselves; after a change of them,
//! `WHOSAID_UPDATE=1 cargo nextest run -p whosaid --test panel design` writes it anew.

use super::fixture::{article, report};
use super::render::{self, escape};
use std::path::Path;
use whosaid::panel::{Lang, MARKED_STYLE, Notice, STYLE};
use whosaid::report::Report;

const TEMPLATE: &str = include_str!("design.html");

/// A component in one state, with a word on what is to be seen.
fn state(id: &str, what: &str, lang: Lang, markup: &str) -> String {
    format!(
        "<figure id=\"{id}\" lang=\"{}\" dir=\"{}\"><figcaption lang=\"en\" dir=\"ltr\">{}</figcaption>\n\
         <who-said><template shadowrootmode=\"open\">{markup}</template></who-said></figure>\n",
        lang.tag(),
        lang.direction(),
        escape(what)
    )
}

fn panels() -> String {
    let (report, article) = (report(), article());
    let show = |id: &str, what: &str, lang: &str, of: &str, notice| {
        let lang = Lang::from_tag(lang);
        state(id, what, lang, &render::panel_with(&report, &article, of, lang, notice))
    };
    [
        show("interview", "Named person; the words are interrupted; date stated", "en", "q1", None),
        show("broadcast", "Another outlet’s interview; where the wording was taken from is a gap", "en", "q3", None),
        show("post", "Account; a link; a notice after copying", "en", "q4", Some(Notice::LinkCopied)),
        show("relayed", "An outlet that relays an unnamed group", "en", "q5", None),
        show("nested", "Words within the words of another; unnamed group", "en", "q6", None),
        show("passive", "“Was quoted as saying”: the outlet is inferred", "en", "q7", None),
        show("document", "Document; a fragment", "en", "q8", None),
        show("corrected", "Corrected by the newsroom; fields entered by it", "en", "q9", None),
        show("confirmed", "Confirmed by the newsroom", "en", "q10", None),
        show("candidates", "Not clear whose words: candidates", "en", "q14", None),
        show("nobody", "No source named; the end of the story", "en", "q15", None),
        show("gone", "Nothing on record", "en", "q99", Some(Notice::CopyFailed)),
        show("german", "German", "de", "q5", None),
        show("arabic", "Arabic, right to left", "ar", "q3", None),
    ]
    .concat()
}

fn previews() -> String {
    let (report, article) = (report(), article());
    let look = |id: &str, what: &str, lang: &str, of: &str| {
        let lang = Lang::from_tag(lang);
        state(id, what, lang, &render::preview(&report, of, lang))
    };
    let launcher = |id: &str, lang: &str| {
        let lang = Lang::from_tag(lang);
        state(id, "The button that opens the overview", lang, &render::launcher(&report, &article, lang))
    };
    [
        look("look", "Named person, to an outlet", "en", "q3"),
        look("look-unnamed", "Unnamed group", "en", "q6"),
        look("look-unclear", "Not clear whose words", "en", "q14"),
        look("look-arabic", "Arabic", "ar", "q3"),
        launcher("launcher", "en"),
        launcher("launcher-arabic", "ar"),
    ]
    .concat()
}

/// A report on an article in a language that nobody reads.
fn unread() -> String {
    let mut report = Report::clone(&report());
    report.sources_unread = true;
    for entry in &mut report.attributions {
        entry.source = None;
        entry.candidates.clear();
    }
    let (report, article) = (std::rc::Rc::new(report), article());
    let english = Lang::default();
    [
        state(
            "unread",
            "In a language whose speakers are not read",
            english,
            &render::panel(&report, &article, "q1", english),
        ),
        state(
            "overview-unread",
            "The overview of such an article",
            english,
            &render::overview(&report, &article, english),
        ),
    ]
    .concat()
}

fn overviews() -> String {
    let (report, article) = (report(), article());
    let english = Lang::default();
    let arabic = Lang::from_tag("ar");
    [
        state("overview", "In the order of the text", english, &render::overview(&report, &article, english)),
        state(
            "grouped",
            "By source; closable; one open, one no longer in the article",
            english,
            &render::grouped(&report, &article, english),
        ),
        state("overview-arabic", "Arabic", arabic, &render::overview(&report, &article, arabic)),
    ]
    .concat()
}

#[test]
fn the_design_page_shows_the_components_as_they_are() {
    let page = TEMPLATE
        .replace("/* panel style */", STYLE)
        .replace("/* marked style */", MARKED_STYLE.trim_end())
        .replace("<!-- marked -->", &render::marked(&report(), &article(), Lang::default()))
        .replace("<!-- previews -->", &previews())
        .replace("<!-- panels -->", &panels())
        .replace("<!-- overviews -->", &(overviews() + &unread()));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/design.html");
    if std::env::var_os("WHOSAID_UPDATE").is_some() {
        std::fs::write(&file, &page).expect("static/design.html can be written");
    }
    let written = std::fs::read_to_string(&file).expect("static/design.html");
    assert!(written == page, "static/design.html is not up to date: tests/panel/design.rs says how to write it anew");
}
