//! What a reader would see: are the names shown right, is the confidence honest, are pronouns resolved?
//!
//! The annotation holds the words that name a speaker, not who that is. So a name that is shown counts as right
//! - where those words are a name: if it has their last word, or is what their letters stand for ("EPA"), wherever the
//!   engine read it. Two people with one last name are not told apart;
//! - where they are a pronoun or a description: if the engine points at the same words. Whether it took them for the
//!   right person the annotation cannot say; the labelled pronouns do, and the articles of `tests/articles`.

use super::findings::Judged;
use super::gold::{Prediction, read_lines};
use super::speaker::head;
use super::views::Class;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;

/// Lower ends of the bins of confidence.
const BINS: [f32; 9] = [0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98];

/// Names shown under matched units (pairs of marks and reported speech) and how many of them are right.
#[derive(Default)]
pub struct Names {
    /// Matched units whose annotation has a speaker.
    pub units: usize,
    /// Of these, units whose annotated speaker is a name or a personal pronoun.
    pub nameable: usize,
    /// Of the nameable, units under which a name is shown.
    pub covered: usize,
    /// Matched units under which a name is shown, of these the right ones, and those whose annotated speaker is a name.
    pub shown: usize,
    pub right: usize,
    pub by_name: usize,
    /// Matched units with any source, and of these those with the right mention.
    pub sourced: usize,
    pub sourced_right: usize,
    /// Names shown under words that match nothing annotated: nobody's speech, or cut otherwise.
    pub astray: usize,
    /// For each bin: units with a source, and those right.
    pub bins: [(usize, usize); BINS.len()],
}

/// Counts names and confidence over all findings.
pub fn names(findings: &[Judged]) -> Names {
    let mut names = Names::default();
    for judged in findings {
        let matched = matches!(judged.finding.class, Class::Right | Class::WrongSpeaker | Class::WrongIndirectSpeaker);
        let Some(quote) = judged.quote() else { continue };
        let shown = quote.speaker.is_some() && quote.name.is_some();
        if !matched {
            let astray = matches!(judged.finding.class, Class::FalsePair | Class::FalseIndirect);
            names.astray += usize::from(astray && shown);
            continue;
        }
        let mut right = judged.finding.class == Class::Right;
        if let Some(gold) = judged.gold_speaker() {
            let nameable = is_nameable(&gold.text);
            names.units += 1;
            names.nameable += usize::from(nameable);
            names.covered += usize::from(nameable && shown);
        }
        if shown {
            let fits = quote.name.as_deref().zip(judged.gold_speaker()).and_then(|(name, gold)| fits(name, &gold.text));
            right = fits.unwrap_or(right);
            names.by_name += usize::from(fits.is_some());
            names.shown += 1;
            names.right += usize::from(right);
        }
        if quote.speaker.is_some() {
            names.sourced += 1;
            names.sourced_right += usize::from(right);
            let confidence = quote.confidence.unwrap_or_default();
            let bin = BINS.iter().rposition(|&low| confidence >= low).unwrap_or_default();
            names.bins[bin].0 += 1;
            names.bins[bin].1 += usize::from(right);
        }
    }
    names
}

/// Whether a mention is a name or a personal pronoun, so that a reader may expect a name.
fn is_nameable(mention: &str) -> bool {
    let pronoun = ["he", "she", "i", "er", "sie", "ich"].contains(&mention.trim().to_lowercase().as_str());
    let capitals = mention.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase));
    let unnamed = ["a ", "an ", "one ", "some ", "the ", "another "];
    let lower = mention.to_lowercase();
    let opens_unnamed = unnamed.iter().any(|article| lower.starts_with(article));
    pronoun || (!opens_unnamed && (capitals || mention.starts_with(char::is_uppercase)))
}

/// Whether a name may be that of an annotated mention; nothing where the mention is no name.
fn fits(name: &str, mention: &str) -> Option<bool> {
    let last = head(mention);
    let capital = mention.split(|c: char| !c.is_alphanumeric()).find(|word| word.to_lowercase() == last)?;
    if !capital.starts_with(char::is_uppercase) || is_pronoun(mention) {
        return None;
    }
    let words = || name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
    let letters: String = words().filter_map(|word| word.chars().next()).collect();
    let has = name.split_whitespace().any(|word| head(word) == last);
    Some(has || letters.to_lowercase() == last)
}

fn is_pronoun(mention: &str) -> bool {
    ["he", "she", "i", "er", "sie", "ich", "they", "it", "we", "who"].contains(&head(mention).as_str())
}

impl Names {
    /// The figures as lines of text.
    pub fn lines(&self) -> Vec<String> {
        let of = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let mut lines = vec![
            format!(
                "names shown: {:.1} % right ({} of {}; {} by the name itself, the others by their place), at {:.1} % of the {} matched units whose speaker has a name or is he or she; \
                 {} more under words that match no annotation",
                of(self.right, self.shown),
                self.right,
                self.shown,
                self.by_name,
                of(self.covered, self.nameable),
                self.nameable,
                self.astray
            ),
            format!(
                "mentions shown: {:.1} % right ({} of {}), at {:.1} % of the {} matched units with a speaker",
                of(self.sourced_right, self.sourced),
                self.sourced_right,
                self.sourced,
                of(self.sourced, self.units),
                self.units
            ),
        ];
        let filled = BINS.iter().zip(self.bins).filter(|(_, (count, _))| *count > 0);
        let bins: Vec<String> = filled
            .map(|(low, (count, right))| format!("≥{low:.2}: {:.1} % ({right}/{count})", of(right, count)))
            .collect();
        lines
            .push(format!("confidence against right: {}", if bins.is_empty() { "-".into() } else { bins.join("   ") }));
        lines
    }

    /// The figures as JSON.
    pub fn json(&self) -> Value {
        let bins = BINS
            .iter()
            .zip(self.bins)
            .map(|(low, (count, right))| json!({"from": low, "count": count, "right": right}));
        json!({
            "shown": self.shown, "right": self.right, "by_name": self.by_name, "nameable": self.nameable, "covered": self.covered,
            "sourced": self.sourced, "sourced_right": self.sourced_right, "units": self.units, "astray": self.astray,
            "confidence": bins.collect::<Vec<_>>(),
        })
    }
}

/// A pronoun and the person meant.
#[derive(Deserialize)]
struct Pronoun {
    id: String,
    speaker_start: usize,
    pronoun: String,
    speaker_name: String,
    accept: Vec<String>,
}

/// Which pronouns are resolved to the person meant.
#[derive(Default)]
pub struct Pronouns {
    pub all: usize,
    pub right: usize,
    pub unnamed: usize,
    pub unfound: usize,
    /// One line for each that is not right.
    pub wrong: Vec<String>,
}

/// Scores resolved pronouns against a file of labelled ones.
pub fn pronouns(path: &Path, predictions: &HashMap<&str, &Prediction>) -> Result<Pronouns, String> {
    let mut counts = Pronouns::default();
    for label in read_lines::<Pronoun>(path)? {
        let quotes = predictions.get(label.id.as_str()).map_or(&[][..], |prediction| &prediction.quotes);
        let stands_there = |mention: &super::gold::Mention| {
            mention.range().is_some_and(|(start, end)| start <= label.speaker_start && label.speaker_start < end)
        };
        let at = quotes.iter().find(|quote| quote.speaker.as_ref().is_some_and(stands_there));
        counts.all += 1;
        let fault = match at.map(|quote| quote.name.as_deref()) {
            None => {
                counts.unfound += 1;
                "no attribution with this mention".into()
            }
            Some(None) => {
                counts.unnamed += 1;
                "no name".into()
            }
            Some(Some(name)) if is_accepted(name, &label.accept) => {
                counts.right += 1;
                continue;
            }
            Some(Some(name)) => format!("“{name}”"),
        };
        let (id, start, pronoun, meant) = (&label.id, label.speaker_start, &label.pronoun, &label.speaker_name);
        counts.wrong.push(format!("{id} [{start}] {pronoun} = {meant}, predicted: {fault}"));
    }
    Ok(counts)
}

impl Pronouns {
    /// The figure as a line of text.
    pub fn line(&self) -> String {
        let Self { all, right, unnamed, unfound, .. } = self;
        let wrong = all - right - unnamed - unfound;
        let share = 100.0 * *right as f64 / (*all).max(1) as f64;
        format!(
            "pronouns: {share:.1} % resolved to the right person ({right} of {all}); wrong {wrong}, no name {unnamed}, mention not found {unfound}"
        )
    }
}

/// Whether a resolved name is the person meant: an accepted name, or one with the same first and last word.
fn is_accepted(name: &str, accept: &[String]) -> bool {
    let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_lowercase).collect() };
    let name = words(name);
    accept.iter().map(|accepted| words(accepted)).any(|accepted| {
        name == accepted || (accepted.len() > 1 && name.first() == accepted.first() && name.last() == accepted.last())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_mentions_that_are_names() {
        for (name, mention, expected) in [
            ("Ana Reyes", "Ms. Reyes", Some(true)),
            ("Ana Reyes", "Reyes’", Some(true)),
            ("Bo Okafor", "Mayor Ana Reyes of Lund", Some(false)),
            ("Harbour Protection Agency", "The HPA", Some(true)),
            ("Ana Reyes", "She", None),
            ("Ana Reyes", "the mayor", None),
            ("Ana Reyes Jr.", "Reyes", Some(true)),
        ] {
            assert_eq!(fits(name, mention), expected, "{name} / {mention}");
        }
    }
}
