//! Pages of every component in every state, for eyes and for the browser's checks: written beside the test binaries.

use super::fixture::{article, report};
use super::render;
use std::path::PathBuf;
use whosaid::panel::{Lang, STYLE};

/// A page with one piece of markup in a shadow root.
fn page(lang: Lang, theme: &str, markup: &str, still: bool) -> String {
    // In a row on a design page, a panel stands where it is and at its full height.
    let still = if still { ".panel{position:relative;inset:auto;max-block-size:none}" } else { "" };
    format!(
        "<!doctype html><html lang=\"{}\" dir=\"{}\"><meta charset=\"utf-8\"><title>Whosaid</title>\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <style>html{{color-scheme:{theme}}}body{{margin:0;padding:24px;font:18px/1.6 Georgia,'Noto Serif',serif;\
         background:light-dark(#f6f4ef,#101112)}}@media(max-width:599px){{body{{padding:16px}}}}</style>\
         <body><who-said><template shadowrootmode=\"open\"><style>{STYLE}{still}</style>{markup}</template></who-said>",
        lang.tag(),
        lang.direction(),
    )
}

fn write(name: &str, page: &str) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("panel");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join(name).with_extension("html"), page).expect("a page");
}

#[test]
fn pages_are_written() {
    let (report, article) = (report(), article());
    for lang in Lang::all() {
        for theme in ["light", "dark"] {
            for entry in &report.attributions {
                let markup = render::panel(&report, &article, &entry.id, lang);
                assert!(markup.contains("class=\"panel\""));
                write(&format!("{}-{}-{theme}", entry.id, lang.tag()), &page(lang, theme, &markup, true));
            }
            let markup = render::overview(&report, &article, lang);
            assert!(markup.contains("class=\"overview\""));
            write(&format!("overview-{}-{theme}", lang.tag()), &page(lang, theme, &markup, false));
            let markup = render::grouped(&report, &article, lang);
            write(&format!("grouped-{}-{theme}", lang.tag()), &page(lang, theme, &markup, false));
            let markup = render::panel(&report, &article, "q3", lang);
            write(&format!("placed-{}-{theme}", lang.tag()), &page(lang, theme, &markup, false));
        }
    }
}
