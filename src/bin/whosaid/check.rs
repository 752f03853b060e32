//! `whosaid check`: whether a newsroom's file still fits its article.

use crate::failure::{Failure, Outcome};
use crate::{output, page};
use serde::Serialize;
use whosaid::analyze;
use whosaid::anchor::OutcomeName;
use whosaid::newsroom::{Finding, Problem, check};

/// What `--help` prints.
pub const HELP: &str = "\
Says whether a newsroom's file still fits its article.

Usage: whosaid check [--date DATE] [--lang TAG] ARTICLE REPORT

ARTICLE is HTML or plain text; REPORT is a report (whosaid schema), JSON-LD of schema.org, or Web Annotations. One of the
two may be -, standard input. Prints JSON: \"summary\" counts; \"problems\" are what in REPORT cannot be used, each with its
\"place\", \"code\" and \"message\"; each of \"entries\" has its number \"entry\" and \"id\", its words \"exact\", the
\"outcome\" (\"found\"; \"changed\", with \"changes\" as whosaid anchor gives them; \"lost\"), \"start\" and \"end\" in Unicode
scalar values, \"meaning_changed\" where a negation, a number or a name differs, and \"contradictions\": fields in which the
article states something else.

Exit status: 0 all of it fits; 1 some of it does not; 2 the command line is wrong, or a file cannot be used at all;
3 output broke off.
";

/// The answer.
#[derive(Serialize)]
struct Answer {
    summary: Summary,
    problems: Vec<Told>,
    entries: Vec<Finding>,
}

#[derive(Default, Serialize)]
struct Summary {
    found: usize,
    changed: usize,
    lost: usize,
    contradicting: usize,
    problems: usize,
}

#[derive(Serialize)]
struct Told {
    place: String,
    code: &'static str,
    message: String,
}

/// Runs the command.
pub fn run(parser: lexopt::Parser) -> Result<Outcome, Failure> {
    let (files, given) = page::arguments(parser)?;
    let [place, report] = files.as_slice() else {
        return Err(Failure::Usage("whosaid: check takes an article and a report; see whosaid check --help".into()));
    };
    let article = page::article(place, &given, None).map_err(|reason| page::unusable(place, reason))?;
    let published = page::published(report).map_err(|reason| page::unusable(report, reason))?;
    let entries = check(&analyze(&article.text, &article.options), &article.text, &published);
    let tell = |problem: &Problem| Told {
        place: problem.place.clone(),
        code: problem.fault.code(),
        message: problem.message(),
    };
    let problems: Vec<Told> = published.problems.iter().map(tell).collect();
    let fits = problems.is_empty() && entries.iter().all(Finding::is_good);
    let answer = Answer { summary: summary(&entries, problems.len()), problems, entries };
    let mut json = serde_json::to_string_pretty(&answer).map_err(|error| Failure::Broken(error.to_string()))?;
    json.push('\n');
    output::print(&json).map(|_| if fits { Outcome::Done } else { Outcome::SomeRefused })
}

fn summary(entries: &[Finding], problems: usize) -> Summary {
    let count = |outcome| entries.iter().filter(|entry| entry.anchor.outcome == outcome).count();
    Summary {
        found: count(OutcomeName::Found),
        changed: count(OutcomeName::Changed),
        lost: count(OutcomeName::Lost),
        contradicting: entries.iter().filter(|entry| !entry.contradictions.is_empty()).count(),
        problems,
    }
}
