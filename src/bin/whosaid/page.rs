//! An article with what its newsroom says of it: in the page itself, and in a file.

use crate::failure::{Failure, complain};
use crate::input::{self, Format, Place};
use whosaid::html::Article;
use whosaid::newsroom::{self, Problem, Published};
use whosaid::report::Attribution;
use whosaid::{Options, Report, analyze};

/// Reads the arguments of a command on an article and a report: the files, and what `--date` and `--lang` say.
///
/// # Errors
/// Where there is an argument that the command does not know.
pub fn arguments(mut parser: lexopt::Parser) -> Result<(Vec<Place>, Options), Failure> {
    use lexopt::prelude::*;
    let mut files = Vec::new();
    let mut given = Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("date") => given.published = Some(parser.value()?.string()?),
            Long("lang") => given.language = Some(parser.value()?.string()?),
            Value(file) => files.push(Place::of(&file)),
            _ => return Err(argument.unexpected().into()),
        }
    }
    Ok((files, given))
}

/// Why a file cannot be used.
pub fn unusable(place: &Place, reason: impl std::fmt::Display) -> Failure {
    Failure::Usage(format!("whosaid: {place}: {reason}"))
}

/// Reads an article. `given` is what the command line says of it, which goes before what the article says.
///
/// # Errors
/// Why the file cannot be used.
pub fn article(place: &Place, given: &Options, format: Option<Format>) -> Result<Article, String> {
    let bytes = input::read(place)?;
    let mut article = match format.unwrap_or_else(|| input::format(place, &bytes)) {
        Format::Html => whosaid::html::read(&input::decode_html(bytes)?).map_err(|error| error.to_string())?,
        Format::Text => Article { text: input::decode_text(bytes)?, ..Article::default() },
    };
    article.options = crate::attribute::or_else(given.clone(), article.options);
    Ok(article)
}

/// Reads a file of the newsroom: a report, JSON-LD, or Web Annotations.
///
/// # Errors
/// Why nothing of it can be used.
pub fn published(place: &Place) -> Result<Published, String> {
    let text = input::decode_text(input::read(place)?)?;
    newsroom::parse(&text).and_then(|data| newsroom::read(&data)).map_err(|problem| problem.to_string())
}

/// The report on an article with what the newsroom says laid over it.
pub struct Merged {
    pub report: Report,
    /// The words that the newsroom withheld.
    pub withheld: Vec<Attribution>,
    /// What of the newsroom's data could not be used, each with where that is.
    pub problems: Vec<String>,
}

/// Merges what the page itself says, and then what `file` says, which counts for more.
pub fn merged(article: &Article, file: Option<(&Place, &Published)>) -> Merged {
    let report = analyze(&article.text, &article.options);
    let mut merged = Merged { report, withheld: Vec::new(), problems: Vec::new() };
    for script in &article.scripts {
        match newsroom::parse(script).and_then(|data| newsroom::read(&data)) {
            Ok(published) => merged.lay("in the page", &article.text, published),
            Err(problem) => merged.tell("in the page", &problem),
        }
    }
    if let Some((place, published)) = file {
        merged.lay(&place.to_string(), &article.text, published.clone());
    }
    merged
}

impl Merged {
    fn lay(&mut self, place: &str, text: &str, published: Published) {
        for problem in &published.problems {
            self.tell(place, problem);
        }
        self.withheld.extend(published.withheld());
        self.report = newsroom::merge(self.report.clone(), text, published);
    }

    fn tell(&mut self, place: &str, problem: &Problem) {
        self.problems.push(format!("{place}: {problem}"));
    }

    /// Names on standard error what could not be used. `false`: there was something.
    pub fn complain(&self, name: &Place) -> bool {
        for problem in &self.problems {
            complain(format_args!("whosaid: {name}: {problem}"));
        }
        self.problems.is_empty()
    }
}
