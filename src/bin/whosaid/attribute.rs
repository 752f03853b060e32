//! `whosaid attribute`: articles in, reports out.

use crate::failure::{Failure, Outcome, complain};
use crate::input::{Format, Place};
use crate::progress::Progress;
use crate::{jsonl, output, page};
use serde::Serialize;
use std::io::{self, BufWriter, Write};
use whosaid::json::Json;
use whosaid::{Options, Report, export};

/// What `--help` prints.
pub const HELP: &str = "\
Reports who said what in articles.

Usage: whosaid attribute [OPTION]... [FILE]...

Without a file, or where it is -, standard input is read. HTML is known by its name (.html, .htm) or its first words,
and read as a browser shows it; everything else is plain text, a paragraph a line. One article gives one report as JSON;
of several files each gives a line {\"id\": FILE, \"report\": ...}. Offsets count Unicode scalar values (Python's
characters) of the text that was read: of a plain text file with every line end as one character, as Python's
open(FILE, encoding=\"utf-8\").read() gives it; of HTML the text that --text prints.

  --date DATE        the article's date line (2024-05-03), against which \"on Monday\" is read
  --lang TAG         its language (en, de-AT); guessed where absent
  --headline WORDS   its headline, where it is not in the text
                     (with --jsonl, these three hold for lines that do not say it themselves)
  --format FORMAT    html or text, whatever the name says
  --with REPORT      what the newsroom says of one article: a report, JSON-LD or Web Annotations; it goes before what is
                     read. So does a report or JSON-LD with quotations in the page itself
  --as FORMAT        report (the default), jsonld (schema.org), annotations (W3C Web Annotation), ninjs (3.1), csv (a table)
  --text             print the text that is read instead of a report
  --compact          the report on one line
  --jsonl            one JSON object a line in, one a line out, in the same order
  --threads N        with --jsonl: how many lines to work on at once (as many as there are processors)

With --jsonl a line in is {\"id\", \"text\"} or {\"id\", \"html\"}; \"lang\", \"published\", \"headline\", \"publisher\" and \"url\" are
used where they are there, other fields are passed over. A line out is {\"id\", \"report\"}, for HTML with the \"text\" that
was read. A line that cannot be used is named on standard error with its number and the reason; the rest goes on.

Exit status: 0 all was done; 1 some files, lines or parts of what the newsroom says were refused, the rest done; 2 the command line is wrong;
3 output or input broke off.
";

/// In what a report is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shape {
    #[default]
    Report,
    JsonLd,
    Annotations,
    Ninjs,
    Csv,
}

impl Shape {
    fn named(name: &str) -> Result<Self, &'static str> {
        Ok(match name {
            "report" => Self::Report,
            "jsonld" => Self::JsonLd,
            "annotations" => Self::Annotations,
            "ninjs" => Self::Ninjs,
            "csv" => Self::Csv,
            _ => return Err("report, jsonld, annotations, ninjs or csv"),
        })
    }

    /// A report in this shape.
    pub fn of<'r>(self, report: &'r Report, text: &str) -> Shaped<'r> {
        match self {
            Self::Report => Shaped::Report(report),
            Self::JsonLd => Shaped::Json(export::schema_org(report)),
            Self::Annotations => Shaped::Json(export::annotations(report)),
            Self::Ninjs => Shaped::Json(export::ninjs(report, text)),
            Self::Csv => Shaped::Json(export::csv(report).as_str().into()),
        }
    }
}

/// A report in a shape.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Shaped<'r> {
    Report(&'r Report),
    Json(Json),
}

/// What was asked for.
#[derive(Default)]
struct Arguments {
    places: Vec<Place>,
    given: Options,
    format: Option<Format>,
    with: Option<Place>,
    shape: Shape,
    text: bool,
    compact: bool,
    jsonl: bool,
    threads: Option<usize>,
}

/// Runs the command.
pub fn run(parser: lexopt::Parser) -> Result<Outcome, Failure> {
    let mut arguments = parse(parser)?;
    if arguments.places.is_empty() {
        arguments.places.push(Place::StandardInput);
    }
    if arguments.jsonl {
        let threads = arguments.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
        if arguments.with.is_some() {
            return Err(Failure::Usage(
                "whosaid: --with is of one article; with --jsonl, put the data into the HTML".into(),
            ));
        }
        return jsonl::attribute(&arguments.places, &arguments.given, arguments.shape, threads);
    }
    if arguments.text && arguments.places.len() > 1 {
        return Err(Failure::Usage("whosaid: --text prints the text of one file".into()));
    }
    if arguments.with.is_some() && arguments.places.len() > 1 {
        return Err(Failure::Usage("whosaid: --with is of one article".into()));
    }
    articles(&arguments)
}

fn parse(mut parser: lexopt::Parser) -> Result<Arguments, Failure> {
    use lexopt::prelude::*;
    let mut arguments = Arguments::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("date") => arguments.given.published = Some(parser.value()?.string()?),
            Long("lang") => arguments.given.language = Some(parser.value()?.string()?),
            Long("headline") => arguments.given.headline = Some(parser.value()?.string()?),
            Long("format") => arguments.format = Some(parser.value()?.parse_with(format)?),
            Long("with") => arguments.with = Some(Place::of(&parser.value()?)),
            Long("as") => arguments.shape = parser.value()?.parse_with(Shape::named)?,
            Long("text") => arguments.text = true,
            Long("compact") => arguments.compact = true,
            Long("jsonl") => arguments.jsonl = true,
            Long("threads") => arguments.threads = Some(parser.value()?.parse()?),
            Value(file) => arguments.places.push(Place::of(&file)),
            _ => return Err(argument.unexpected().into()),
        }
    }
    Ok(arguments)
}

fn format(name: &str) -> Result<Format, &'static str> {
    match name {
        "html" => Ok(Format::Html),
        "text" => Ok(Format::Text),
        _ => Err("html or text"),
    }
}

/// Reports on each article, one after the other.
fn articles(arguments: &Arguments) -> Result<Outcome, Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut outcome = Outcome::Done;
    let mut progress = Progress::of("articles");
    let with = match &arguments.with {
        Some(place) => {
            let published = page::published(place);
            Some((place, published.map_err(|reason| Failure::Usage(format!("whosaid: {place}: {reason}")))?))
        }
        None => None,
    };
    for place in &arguments.places {
        let article = match page::article(place, &arguments.given, arguments.format) {
            Ok(article) => article,
            Err(reason) => {
                complain(format_args!("whosaid: {place}: {reason}"));
                outcome = Outcome::SomeRefused;
                continue;
            }
        };
        let written = if arguments.text {
            out.write_all(article.text.as_bytes())
        } else {
            let merged = page::merged(&article, with.as_ref().map(|(place, published)| (*place, published)));
            if !merged.complain(place) {
                outcome = Outcome::SomeRefused;
            }
            write(&mut out, place, &merged.report, &article.text, arguments)
        };
        if written.is_err() {
            return output::finish(written, outcome);
        }
        progress.step();
    }
    output::finish(out.flush(), outcome)
}

/// What is known of an article from two places, the first before the second.
pub fn or_else(first: Options, second: Options) -> Options {
    Options {
        language: first.language.or(second.language),
        url: first.url.or(second.url),
        headline: first.headline.or(second.headline),
        published: first.published.or(second.published),
        publisher: first.publisher.or(second.publisher),
        blocks: if first.blocks.is_empty() { second.blocks } else { first.blocks },
        links: if first.links.is_empty() { second.links } else { first.links },
    }
}

/// A report with the name of its article.
#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    report: Shaped<'a>,
}

fn write(out: &mut impl Write, place: &Place, report: &Report, text: &str, arguments: &Arguments) -> io::Result<()> {
    let shaped = arguments.shape.of(report, text);
    if arguments.places.len() > 1 {
        serde_json::to_writer(&mut *out, &Named { id: &place.to_string(), report: shaped })?;
    } else if arguments.shape == Shape::Csv {
        return out.write_all(export::csv(report).as_bytes());
    } else if arguments.compact {
        serde_json::to_writer(&mut *out, &shaped)?;
    } else {
        serde_json::to_writer_pretty(&mut *out, &shaped)?;
    }
    out.write_all(
        b"
",
    )
}
