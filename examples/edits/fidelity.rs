//! Altered copies of sentences beside their articles, by what the comparison says of them.

use crate::corpus::{Article, Random};
use crate::edit::{beside_words, denied, other_digits, other_name, other_number, to_ascii, to_fine, without_negation};
use whosaid::anchor::Fidelity::{self, Altered, Elided, NotFound, Verbatim};
use whosaid::anchor::compare;

/// A sentence, the one after it, and what comes from elsewhere.
struct Sentence<'a> {
    text: &'a str,
    next: &'a str,
    article: &'a str,
    other: &'a str,
}

type Make = fn(&Sentence<'_>, &mut Random) -> Option<String>;

const COPIES: [(&str, Fidelity, Make); 26] = [
    ("the same", Verbatim, |s, _| Some(s.text.into())),
    ("typography", Verbatim, |s, _| Some(format!("“{}”", to_fine(&to_ascii(s.text)).replace(' ', "\u{A0} ")))),
    ("two sentences", Verbatim, |s, _| Some(format!("{} {}", s.text, s.next))),
    ("ellipsis for some words", Elided, |s, r| cut(s.text, r, " … ")),
    ("ellipsis in dots, in brackets", Elided, |s, r| cut(s.text, r, " [...] ")),
    ("ellipsis for a sentence", Elided, |s, _| {
        let at = s.article.find(s.next)? + s.next.len();
        let third = s.article.get(at..)?.split_inclusive(". ").next().filter(|third| third.len() > 20)?;
        Some(format!("{} ... {}", s.text, third.trim()))
    }),
    ("pronoun explained in brackets", Elided, |s, _| {
        let pronoun =
            [" he ", " she ", " they ", " it ", " we ", " him ", " them "].into_iter().find(|p| s.text.contains(p))?;
        Some(s.text.replacen(pronoun, " [the mayor of Overtown] ", 1))
    }),
    ("words put in, in brackets", Elided, |s, r| with(s.text, r, |word| format!("{word} [in the harbour]"))),
    ("capital in brackets", Verbatim, |s, _| {
        let first = s.text.chars().next().filter(|c| c.is_uppercase())?;
        Some(format!("[{}]{}", first.to_lowercase(), s.text.get(first.len_utf8()..)?))
    }),
    ("joined by a comma", Altered, |s, _| {
        let next = s.next.chars().next().filter(|c| c.is_uppercase())?;
        let head = s.text.strip_suffix('.')?;
        Some(format!("{head}, {}{}", next.to_lowercase(), s.next.get(next.len_utf8()..)?))
    }),
    ("joined by and", Altered, |s, _| {
        let next = s.next.chars().next().filter(|c| c.is_uppercase())?;
        Some(format!("{} and {}{}", s.text.strip_suffix('.')?, next.to_lowercase(), s.next.get(next.len_utf8()..)?))
    }),
    ("a sentence left out unmarked", Altered, |s, _| {
        let at = s.article.find(s.next)? + s.next.len();
        let third = s.article.get(at..)?.split_inclusive(". ").next().filter(|third| third.len() > 20)?;
        Some(format!("{} {}", s.text, third.trim()))
    }),
    ("grammar mended", Altered, |s, _| {
        let forms = [
            (" is ", " was "),
            (" was ", " were "),
            (" are ", " is "),
            (" has ", " had "),
            (" a ", " the "),
            (" have ", " has "),
        ];
        let (from, to) = forms.into_iter().find(|(from, _)| s.text.contains(from))?;
        Some(s.text.replacen(from, to, 1))
    }),
    ("two words change places", Altered, |s, r| {
        let mut words: Vec<&str> = s.text.split(' ').collect();
        let at = 1 + r.below(words.len().checked_sub(3)?);
        (words.get(at)?.to_lowercase() != words.get(at + 1)?.to_lowercase()).then(|| words.swap(at, at + 1))?;
        Some(words.join(" "))
    }),
    ("halves change places", Altered, |s, _| {
        let (a, b) = s.text.trim_end_matches('.').split_once(", ")?;
        (a.len() > 10 && b.len() > 10).then(|| format!("{b}, {a}"))
    }),
    ("a word replaced", Altered, |s, r| with(s.text, r, |_| "marzipan".into())),
    ("a word left out", Altered, |s, r| with(s.text, r, |_| String::new())),
    ("negation dropped", Altered, |s, _| without_negation(s.text)),
    ("negation dropped, ellipsis", Altered, |s, _| {
        let word = [" not ", " never "].into_iter().find(|word| s.text.contains(word))?;
        Some(s.text.replacen(word, " … ", 1))
    }),
    ("negation added", Altered, |s, r| with(s.text, r, |word| format!("{word} not"))),
    ("verb denied", Altered, |s, _| denied(s.text)),
    ("negation at the end", Altered, |s, _| Some(beside_words(s.text, "", " not"))),
    ("number changed", Altered, |s, r| other_digits(s.text, r).or_else(|| other_number(s.text, r))),
    ("name changed", Altered, |s, r| other_name(s.text, r)),
    (GONE, NotFound, |s, _| Some(s.text.into())),
    ("from another article", NotFound, |s, _| Some(s.other.into())),
];

/// The sentence beside its article without it.
const GONE: &str = "cut from the original";

/// Prints how `count` sentences fare.
pub fn table(articles: &[Article], count: usize) {
    let all = sentences(articles);
    let step = (all.len() / count.max(1)).max(1);
    println!(
        "\n{:<34} {:>6} {:>9} {:>7} {:>8} {:>10} {:>8}",
        "copy", "n", "verbatim", "elided", "altered", "not found", "as must"
    );
    let show = std::env::var_os("SHOW").map_or(0, |_| 5);
    for (index, (name, expected, make)) in COPIES.iter().enumerate() {
        let mut counts = [0usize; 4];
        let mut examples = Vec::new();
        for (number, sentence) in all.iter().step_by(step).enumerate() {
            let mut random = Random::new((index * 1_000_003 + number) as u64);
            let is_gone = *name == GONE;
            let Some(copy) = make(sentence, &mut random).filter(|copy| index == 0 || is_gone || copy != sentence.text)
            else {
                continue;
            };
            let without = is_gone.then(|| sentence.article.replace(sentence.text, ""));
            let comparison = compare(&copy, without.as_deref().unwrap_or(sentence.article));
            if let Some(count) = counts.get_mut(place(comparison.fidelity)) {
                *count += 1;
            }
            if comparison.fidelity != *expected && examples.len() < show {
                let changes: Vec<_> = comparison
                    .changes
                    .iter()
                    .map(|c| format!("{:?} {:?} -> {:?}", c.kind, c.quoted.of(&copy), c.found.of(sentence.article)))
                    .collect();
                examples.push(format!("    copy {copy:?}\n    of   {:?}\n    {}", sentence.text, changes.join("; ")));
            }
        }
        let [verbatim, elided, altered, not_found] = counts;
        let n: usize = counts.iter().sum();
        let right = counts.get(place(*expected)).copied().unwrap_or(0);
        println!(
            "{name:<34} {n:>6} {verbatim:>9} {elided:>7} {altered:>8} {not_found:>10} {:>7.2}%",
            100.0 * right as f64 / n.max(1) as f64
        );
        examples.iter().for_each(|example| println!("{example}"));
    }
}

fn place(fidelity: Fidelity) -> usize {
    [Verbatim, Elided, Altered, NotFound].iter().position(|one| *one == fidelity).unwrap_or(0)
}

/// Sentences of running text of 8 to 40 words, with another after them in their paragraph.
fn sentences(articles: &[Article]) -> Vec<Sentence<'_>> {
    let mut all = Vec::new();
    for (index, article) in articles.iter().enumerate() {
        let Some(other) = articles.get((index + articles.len() / 2) % articles.len()) else { continue };
        let strange = other.text.split("\n\n").find(|paragraph| paragraph.len() > 80).unwrap_or("");
        for paragraph in article.text.split("\n\n") {
            let parts: Vec<&str> = paragraph.split_inclusive(". ").map(str::trim).collect();
            for pair in parts.windows(2) {
                let &[text, next] = pair else { continue };
                let is_sentence = |text: &str| (8..=40).contains(&text.split(' ').count()) && text.ends_with('.');
                if is_sentence(text) && is_sentence(next) {
                    all.push(Sentence { text, next, article: &article.text, other: strange });
                }
            }
        }
    }
    all
}

/// The sentence with two to a third of its words, from its middle, cut.
fn cut(text: &str, random: &mut Random, mark: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let length = 2 + random.below(words.len() / 3);
    let from = 2 + random.below(words.len().checked_sub(length + 4)?);
    let gone = words.get(from..from + length)?.join(" ").to_lowercase();
    let denies = [" not ", "n't", "n’t", "no ", "never", "without", "nor ", "none", "neither"]
        .iter()
        .any(|word| gone.contains(word.trim_end()));
    (!denies).then(|| {
        format!(
            "{}{mark}{}",
            words.get(..from).unwrap_or(&[]).join(" "),
            words.get(from + length..).unwrap_or(&[]).join(" ")
        )
    })
}

/// The sentence with one word, neither the first nor the last, as `make` makes it.
fn with(text: &str, random: &mut Random, make: impl Fn(&str) -> String) -> Option<String> {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    let at = 1 + random.below(words.len().checked_sub(3)?);
    let word = words.get_mut(at).filter(|word| word.contains(char::is_alphanumeric))?;
    *word = make(word);
    Some(words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
}
