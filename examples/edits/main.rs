//! Edits real articles and sees what becomes of the selectors of their quotations.
//!
//! `cargo run --profile native --no-default-features --example edits -- FOLDER [NAME] [COUNT] [LETTERS]` reads the JSON Lines
//! files of FOLDER whose name begins with NAME (`{"text", "quotes": [{"start", "end"}]}`, scalar offsets), takes COUNT
//! quotations of at least LETTERS bytes spread evenly, and prints edit by outcome, then copies of as
//! many sentences by fidelity, then times. Nothing of the data is kept.

mod corpus;
mod edit;
mod fidelity;

use corpus::{Case, Random};
use edit::{EDITS, Expected};
use std::time::{Duration, Instant};
use whosaid::anchor::{Outcome, anchor};

/// How one edit fared.
#[derive(Default)]
struct Row {
    found: usize,
    elsewhere: usize,
    changed: usize,
    changed_elsewhere: usize,
    lost: usize,
    as_it_must: usize,
    examples: Vec<String>,
}

impl Row {
    fn count(&mut self, outcome: &Outcome, place: (usize, usize), expected: Expected) {
        let (from, to) = place;
        let overlap = outcome.span().map_or(0, |span| span.end.min(to).saturating_sub(span.start.max(from)));
        let reaches = |span: whosaid::text::Span| overlap * 2 >= span.len().max(to - from);
        let right = match outcome {
            Outcome::Found(span) if reaches(*span) => {
                self.found += 1;
                expected == Expected::Found
            }
            Outcome::Found(_) => {
                self.elsewhere += 1;
                false
            }
            Outcome::Changed { span, .. } if reaches(*span) => {
                self.changed += 1;
                matches!(expected, Expected::Changed | Expected::NotFound)
            }
            Outcome::Changed { .. } => {
                self.changed_elsewhere += 1;
                false
            }
            Outcome::Lost => {
                self.lost += 1;
                matches!(expected, Expected::Lost | Expected::NotFound)
            }
        };
        self.as_it_must += usize::from(right);
    }

    fn total(&self) -> usize {
        self.found + self.elsewhere + self.changed + self.changed_elsewhere + self.lost
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: edits FOLDER [NAME] [COUNT] [LETTERS]");
        std::process::exit(2);
    };
    let name = arguments.next().unwrap_or_default();
    let count = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(720);
    let shortest = arguments.next().and_then(|letters| letters.parse().ok()).unwrap_or(1);
    let articles = corpus::read(&folder, &name);
    let cases = corpus::cases(&articles, count, shortest);
    let show = std::env::var_os("SHOW").map_or(0, |_| 6);
    println!("{} quotations of {} articles\n", cases.len(), articles.len());
    println!(
        "{:<34} {:>6} {:>6} {:>6} {:>7} {:>6} {:>6} {:>8}",
        "edit", "n", "found", "(else)", "changed", "(else)", "lost", "as must"
    );
    let mut times = Vec::new();
    for (index, edit) in EDITS.iter().enumerate() {
        let mut row = Row::default();
        for (number, case) in cases.iter().enumerate() {
            let mut random = Random::new((index * 1_000_003 + number) as u64);
            let Some((text, place)) = (edit.make)(case, &mut random) else { continue };
            let begun = Instant::now();
            let outcome = anchor(&text, &case.selector);
            times.push(begun.elapsed());
            let before = row.as_it_must;
            row.count(&outcome, place, edit.expected);
            if row.as_it_must == before && row.examples.len() < show {
                row.examples.push(example(case, &text, place, &outcome));
            }
        }
        let n = row.total();
        println!(
            "{:<34} {n:>6} {:>6} {:>6} {:>7} {:>6} {:>6} {:>7.2}%",
            edit.name,
            row.found,
            row.elsewhere,
            row.changed,
            row.changed_elsewhere,
            row.lost,
            100.0 * row.as_it_must as f64 / n.max(1) as f64
        );
        for example in row.examples {
            println!("{example}");
        }
    }
    report("\nall edits", &mut times);
    fidelity::table(&articles, count);
    println!();
    large(&articles, &cases);
}

fn example(case: &Case<'_>, text: &str, (from, to): (usize, usize), outcome: &Outcome) -> String {
    let at = outcome.span().map_or("", |span| span.of(text));
    let is = text.get(from..to).unwrap_or("");
    format!(
        "    exact {:?}\n    text  {is:?}\n    got   {at:?} {}\n    between {:?} {:?}",
        case.selector.exact,
        match outcome {
            Outcome::Found(_) => "found",
            Outcome::Changed { .. } => "changed",
            Outcome::Lost => "lost",
        },
        case.selector.prefix,
        case.selector.suffix
    )
}

fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: f64| times.get(((times.len() as f64 - 1.0) * share) as usize).copied().unwrap_or_default();
    println!("{what}: {} calls, median {:.1?}, 99 % {:.1?}, worst {:.1?}", times.len(), at(0.5), at(0.99), at(1.0));
}

/// The same in a text of two million characters, the article in its middle.
fn large(articles: &[corpus::Article], cases: &[Case<'_>]) {
    let mut filler = String::new();
    for article in articles.iter().cycle() {
        if filler.chars().count() >= 1_000_000 {
            break;
        }
        // Pairs of words change places, so that no article is there twice.
        let words: Vec<&str> = article.text.split(' ').collect();
        for pair in words.chunks(2) {
            for word in pair.iter().rev() {
                filler.push_str(word);
                filler.push(' ');
            }
        }
    }
    for edit in EDITS.iter() {
        let mut times = Vec::new();
        for (number, case) in cases.iter().step_by(cases.len().div_ceil(8)).enumerate() {
            let mut random = Random::new(number as u64);
            let Some((text, _)) = (edit.make)(case, &mut random) else { continue };
            let text = [filler.as_str(), &text, &filler].concat();
            // The best of three, since other programs run too.
            let time = || {
                let begun = Instant::now();
                std::hint::black_box(anchor(&text, &case.selector));
                begun.elapsed()
            };
            times.push(time().min(time()).min(time()));
        }
        report(&format!("2 M characters, {}", edit.name), &mut times);
    }
}
