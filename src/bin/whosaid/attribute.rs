//! `whosaid attribute`: articles in, reports out.

use crate::failure::{Failure, Outcome, complain};
use crate::input::{self, Format, Place};
use crate::{jsonl, output};
use serde::Serialize;
use std::io::{self, BufWriter, Write};
use whosaid::html::Article;
use whosaid::{Options, Report};

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
  --text             print the text that is read instead of a report
  --compact          the report on one line
  --jsonl            one JSON object a line in, one a line out, in the same order
  --threads N        with --jsonl: how many lines to work on at once (as many as there are processors)

With --jsonl a line in is {\"id\", \"text\"} or {\"id\", \"html\"}; \"lang\", \"published\", \"headline\", \"publisher\" and \"url\" are
used where they are there, other fields are passed over. A line out is {\"id\", \"report\"}, for HTML with the \"text\" that
was read. A line that cannot be used is named on standard error with its number and the reason; the rest goes on.

Exit status: 0 all was done; 1 some files or lines were refused, the others done; 2 the command line is wrong;
3 output or input broke off.
";

/// What was asked for.
#[derive(Default)]
struct Arguments {
    places: Vec<Place>,
    given: Options,
    format: Option<Format>,
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
        return jsonl::attribute(&arguments.places, &arguments.given, threads);
    }
    if arguments.text && arguments.places.len() > 1 {
        return Err(Failure::Usage("whosaid: --text prints the text of one file".into()));
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
    for place in &arguments.places {
        let article = match read(place, arguments) {
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
            write(&mut out, place, &article, arguments)
        };
        if written.is_err() {
            return output::finish(written, outcome);
        }
    }
    output::finish(out.flush(), outcome)
}

fn read(place: &Place, arguments: &Arguments) -> Result<Article, String> {
    let bytes = input::read(place)?;
    let article = match arguments.format.unwrap_or_else(|| input::format(place, &bytes)) {
        Format::Html => whosaid::html::read(&input::decode_html(bytes)?).map_err(|error| error.to_string())?,
        Format::Text => Article { text: input::decode_text(bytes)?, options: Options::default() },
    };
    // What the user says of an article goes before what the article says.
    Ok(Article { options: or_else(arguments.given.clone(), article.options), text: article.text })
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
    report: &'a Report,
}

fn write(out: &mut impl Write, place: &Place, article: &Article, arguments: &Arguments) -> io::Result<()> {
    let report = whosaid::analyze(&article.text, &article.options);
    if arguments.places.len() > 1 {
        serde_json::to_writer(&mut *out, &Named { id: &place.to_string(), report: &report })?;
    } else if arguments.compact {
        serde_json::to_writer(&mut *out, &report)?;
    } else {
        serde_json::to_writer_pretty(&mut *out, &report)?;
    }
    out.write_all(b"\n")
}
