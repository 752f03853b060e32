//! `whosaid render`: a report baked into its article's page.

use crate::failure::{Failure, Outcome};
use crate::input::{self, Format, Place};
use crate::{output, page};
use whosaid::{Options, analyze};

/// What `--help` prints.
pub const HELP: &str = "\
Bakes who said what into an article's page, for readers without JavaScript and for the widget.

Usage: whosaid render [OPTION]... ARTICLE [REPORT]

ARTICLE is HTML, or plain text, of which a page is made; - is standard input. REPORT is the newsroom's file: a report (whosaid
schema), JSON-LD of schema.org, or Web Annotations; what it says goes before what is read from the article. Prints the page
with a <who-said> after the article, or in the page's own, that holds a list (<details>), the report as JSON and as JSON-LD.
Where the widget runs, it takes the list's place. Rendering a page again replaces what was baked in.

  --date DATE        the article's date line (2024-05-03)
  --lang TAG         its language (en, de-AT); guessed where absent

Exit status: 0 all was done; 1 the page was printed, and some of what the newsroom says could not be used; 2 the command line
is wrong, or a file cannot be used at all; 3 output broke off.
";

/// Runs the command.
pub fn run(parser: lexopt::Parser) -> Result<Outcome, Failure> {
    let (files, given) = page::arguments(parser)?;
    let (article, report) = match files.as_slice() {
        [article] => (article, None),
        [article, report] => (article, Some(report)),
        _ => {
            return Err(Failure::Usage(
                "whosaid: render takes an article and a report; see whosaid render --help".into(),
            ));
        }
    };
    let html = html(article, &given).map_err(|reason| page::unusable(article, reason))?;
    let file = match report {
        Some(place) => Some(page::published(place).map_err(|reason| page::unusable(place, reason))?),
        None => None,
    };
    let mut read = whosaid::html::read(&html).map_err(|error| page::unusable(article, error))?;
    read.options = crate::attribute::or_else(given, read.options);
    let mut merged = page::merged(&read, report.zip(file.as_ref()));
    merged.report.attributions.append(&mut merged.withheld);
    let baked = whosaid::html::bake(&html, &merged.report).map_err(|error| page::unusable(article, error))?;
    let complete = merged.complain(article);
    output::print(&baked).map(|_| if complete { Outcome::Done } else { Outcome::SomeRefused })
}

/// The page, be it made of plain text.
fn html(place: &Place, given: &Options) -> Result<String, String> {
    let bytes = input::read(place)?;
    match input::format(place, &bytes) {
        Format::Html => input::decode_html(bytes),
        Format::Text => {
            let text = input::decode_text(bytes)?;
            Ok(whosaid::html::page_of_text(&text, &analyze(&text, given)))
        }
    }
}
