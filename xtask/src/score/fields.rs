//! `cargo xtask score --fields`: reports against articles whose every field was annotated by hand.
//!
//! The measures are those of the reference article's own `score.py`: attributions are paired greedily by the Jaccard overlap of their
//! trimmed content, at 0.8 or more, and each field of a pair is right or wrong (`missing`: set F1). Beyond it, where the
//! reference has no case: a source without a proper name may be given by its label; no annotated cue wants none; two empty sets
//! of what is missing are equal.

use super::annotation::{self, Annotation, Article};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use whosaid::report::{Attribution, Basis, Report, Source};

/// The fields, in the order of the table.
pub const FIELDS: [&str; 13] = [
    "found",
    "source",
    "form",
    "kind",
    "cue",
    "addressee",
    "medium",
    "outlet",
    "route",
    "date",
    "nested",
    "chain",
    "missing",
];

/// The figures of one article, or of all.
#[derive(Default)]
pub struct Tally {
    annotated: usize,
    extra: usize,
    right: [f64; FIELDS.len()],
}

impl Tally {
    fn add(&mut self, other: &Tally) {
        self.annotated += other.annotated;
        self.extra += other.extra;
        self.right.iter_mut().zip(other.right).for_each(|(sum, right)| *sum += right);
    }

    fn line(&self, name: &str) -> String {
        let percent = |right: f64, of: usize| 100.0 * right / of.max(1) as f64;
        let fields: Vec<String> = FIELDS
            .iter()
            .zip(self.right)
            .map(|(field, right)| format!("{field} {:.0}", percent(right, self.annotated)))
            .collect();
        let all = percent(self.right.iter().sum(), self.annotated * FIELDS.len());
        format!("{name:24} {:3} all {all:.1} extra {:2}   {}", self.annotated, self.extra, fields.join("  "))
    }
}

/// Scores every annotated article of the paths; `show` prints what was wrong, attribution by attribution.
pub fn run(paths: &[PathBuf], show: bool) -> Result<(), String> {
    let files = annotation::files(paths)?;
    let mut total = Tally::default();
    for file in &files {
        let article = annotation::read(file)?;
        let report = whosaid::analyze(&article.text, &article.options);
        let (tally, errors) = score(&article, &report);
        if show {
            errors.iter().for_each(|error| println!("{error}"));
        }
        println!("{}", tally.line(&name(file)));
        total.add(&tally);
    }
    println!("{}", total.line(&format!("{} articles", files.len())));
    Ok(())
}

fn name(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Compares a report with the annotation; errors name the attribution, the field and both values.
fn score(article: &Article, report: &Report) -> (Tally, Vec<String>) {
    let annotated = &article.annotation.attributions;
    let comparison = Comparison { article, report, pairs: pairs(article, report) };
    let mut tally = Tally { annotated: annotated.len(), ..Tally::default() };
    tally.extra = report.attributions.len() - comparison.pairs.len();
    let mut errors = Vec::new();
    for (index, gold) in annotated.iter().enumerate() {
        let Some(&found) = comparison.pairs.get(&index) else {
            errors.push(format!("{} not found: {:?}", gold.id, gold.content.exact));
            continue;
        };
        tally.right[0] += 1.0;
        let predicted = &report.attributions[found];
        for (field, (right, why)) in (1..).zip(comparison.fields(gold, predicted)) {
            tally.right[field] += right;
            if right < 1.0 {
                let words: String = gold.content.exact.chars().take(40).collect();
                errors.push(format!("{} {}: {why}   ({}, {words:?})", gold.id, FIELDS[field], predicted.rule));
            }
        }
    }
    let paired: HashSet<usize> = comparison.pairs.values().copied().collect();
    for (_, extra) in report.attributions.iter().enumerate().filter(|(index, _)| !paired.contains(index)) {
        let source = extra.source.as_ref().map_or("nobody", |source| &source.text);
        errors.push(format!("extra: {:?} by {source} ({})", extra.content.exact, extra.rule));
    }
    (tally, errors)
}

/// Annotated attributions and the predicted ones they are paired with, one to one.
fn pairs(article: &Article, report: &Report) -> HashMap<usize, usize> {
    let trim = |start, end| annotation::trim(&article.chars, (start, end));
    let mut similar: Vec<(f64, usize, usize)> = Vec::new();
    for (i, gold) in article.annotation.attributions.iter().enumerate() {
        let gold = trim(gold.content.start, gold.content.end);
        for (j, predicted) in report.attributions.iter().enumerate() {
            similar.push((super::views::jaccard(gold, trim(predicted.content.start, predicted.content.end)), i, j));
        }
    }
    similar.retain(|&(overlap, ..)| overlap >= 0.8);
    similar.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2).cmp(&(a.1, a.2))));
    let mut pairs = HashMap::new();
    let mut taken = HashSet::new();
    for (_, i, j) in similar {
        if !pairs.contains_key(&i) && taken.insert(j) {
            pairs.insert(i, j);
        }
    }
    pairs
}

struct Comparison<'a> {
    article: &'a Article,
    report: &'a Report,
    pairs: HashMap<usize, usize>,
}

/// How right a field is, and the annotated and the predicted value for those who look.
type Judgement = (f64, String);

fn judge(right: bool, gold: impl std::fmt::Debug, predicted: impl std::fmt::Debug) -> Judgement {
    (f64::from(u8::from(right)), format!("{gold:?}, not {predicted:?}"))
}

/// Whether one name contains the other, or both are absent.
fn same(a: Option<&str>, b: Option<&str>) -> bool {
    match (a.filter(|name| !name.is_empty()), b.filter(|name| !name.is_empty())) {
        (Some(a), Some(b)) => {
            let (a, b) = (a.to_lowercase(), b.to_lowercase());
            a.contains(&b) || b.contains(&a)
        }
        (None, None) => true,
        _ => false,
    }
}

impl Comparison<'_> {
    /// All fields after the first, in the order of [`FIELDS`].
    fn fields(&self, gold: &Annotation, predicted: &Attribution) -> [Judgement; FIELDS.len() - 1] {
        let gold_source = self.article.annotation.sources.get(&gold.source);
        let source = predicted.speaker().and_then(|id| self.source(id));
        let kind = source.map(|source| source.kind.as_str());
        let gold_kind = gold_source.map(|gold| gold.kind.as_str());
        let addressee =
            gold.addressee.as_ref().filter(|addressee| addressee.mention.is_some()).map(|each| each.name.as_str());
        let given = predicted.addressee.as_ref();
        let named = same(addressee, given.map(|each| each.name.as_str()));
        let inferred = addressee.is_none() && given.is_some_and(|given| given.basis == Basis::Inferred);
        let medium = predicted.medium.as_ref().map_or("unknown", |medium| medium.kind.as_str());
        let gold_medium = gold.medium.as_deref().unwrap_or("unknown");
        let outlet = predicted.outlet.as_ref().map(|outlet| outlet.name.as_str());
        let date = predicted.date.as_ref().map(|date| date.edtf.as_str());
        let gold_date = gold.date.as_ref().and_then(|date| date.edtf.as_deref());
        let gold_route = gold.route.as_deref().unwrap_or("unknown");
        [
            self.judge_source(gold, source),
            judge(gold.form == predicted.form.as_str(), &gold.form, predicted.form),
            judge(gold_kind == kind, gold_kind, kind),
            judge_cue(gold, predicted),
            judge(named || inferred, addressee, given.map(|given| &given.name)),
            judge(gold_medium == medium, gold_medium, medium),
            judge(same(gold.outlet.as_deref(), outlet), &gold.outlet, outlet),
            judge(gold_route == predicted.route.as_str(), gold_route, predicted.route),
            judge(gold_date == date, gold_date, date),
            self.judge_nesting(gold, predicted),
            self.judge_chain(gold, predicted),
            judge_missing(gold, predicted),
        ]
    }

    fn source(&self, id: &str) -> Option<&Source> {
        self.report.sources.iter().find(|source| source.id == id)
    }

    fn judge_source(&self, gold: &Annotation, source: Option<&Source>) -> Judgement {
        let Some(gold) = self.article.annotation.sources.get(&gold.source) else {
            return judge(false, &gold.source, "");
        };
        let (name, kind) =
            (source.and_then(|source| source.name.as_deref()), source.map(|source| source.kind.as_str()));
        let equal = same(gold.name.as_deref(), name) && (gold.name.is_some() || kind == Some(&gold.kind));
        let labelled =
            gold.name.is_none() && gold.label.is_some() && name.is_some() && same(gold.label.as_deref(), name);
        let shown = |name: Option<&str>, label: Option<&str>| match (name, label) {
            (Some(name), _) => name.to_owned(),
            (None, label) => format!("unnamed ({})", label.unwrap_or("-")),
        };
        let label = source.and_then(|source| source.label.as_deref());
        judge(equal || labelled, shown(gold.name.as_deref(), gold.label.as_deref()), shown(name, label))
    }

    fn judge_nesting(&self, gold: &Annotation, predicted: &Attribution) -> Judgement {
        let position = |id: &str| self.report.attributions.iter().position(|each| each.id == id);
        let outer = predicted.nested_in.as_deref().and_then(position);
        let annotated = &self.article.annotation.attributions;
        let gold_outer = gold.nested_in.as_ref().map(|id| annotated.iter().position(|each| each.id == *id));
        let right = match (gold_outer, outer) {
            (None, None) => true,
            (Some(gold), Some(outer)) => gold.and_then(|gold| self.pairs.get(&gold)) == Some(&outer),
            _ => false,
        };
        judge(right, &gold.nested_in, outer.map(|outer| &self.report.attributions[outer].content.exact))
    }

    fn judge_chain(&self, gold: &Annotation, predicted: &Attribution) -> Judgement {
        let sources = &self.article.annotation.sources;
        let gold_agents: Vec<Agent> = gold.chain.iter().map(|hop| Agent::of(hop, sources)).collect();
        let agent = |hop: &'_ whosaid::report::Hop| match self.source(&hop.agent) {
            Some(source) => (source.kind.as_str().to_owned(), source.name.clone()),
            None => (hop.agent.clone(), None),
        };
        let agents: Vec<(String, Option<String>)> = predicted.chain.iter().map(agent).collect();
        let equal = |(gold, (kind, name)): (&Agent, &(String, Option<String>))| match gold.name {
            Some(gold) => same(Some(gold), name.as_deref()),
            None => gold.kind == kind || (gold.label.is_some() && name.is_some() && same(gold.label, name.as_deref())),
        };
        let right = gold_agents.len() == agents.len() && gold_agents.iter().zip(&agents).all(equal);
        judge(right, &gold_agents, &agents)
    }
}

/// Somebody in an annotated chain.
struct Agent<'a> {
    kind: &'a str,
    name: Option<&'a str>,
    label: Option<&'a str>,
}

impl<'a> Agent<'a> {
    fn of(hop: &'a annotation::GivenHop, sources: &'a HashMap<String, annotation::GivenSource>) -> Self {
        match sources.get(&hop.agent) {
            Some(source) => Agent { kind: &source.kind, name: source.name.as_deref(), label: source.label.as_deref() },
            None => Agent { kind: &hop.agent, name: None, label: None },
        }
    }
}

impl std::fmt::Debug for Agent<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name.or(self.label).unwrap_or(self.kind))
    }
}

fn judge_cue(gold: &Annotation, predicted: &Attribution) -> Judgement {
    let cue = predicted.cue.as_ref();
    let shares = |cue: &whosaid::report::Cue| gold.cues.iter().any(|each| each.start < cue.end && cue.start < each.end);
    let right = if gold.cues.is_empty() { cue.is_none() } else { cue.is_some_and(shares) };
    judge(right, gold.cues.iter().map(|cue| &cue.exact).collect::<Vec<_>>(), cue.map(|cue| &cue.text))
}

fn judge_missing(gold: &Annotation, predicted: &Attribution) -> Judgement {
    let expected: HashSet<&str> = gold.missing.iter().map(String::as_str).collect();
    let found: HashSet<&str> = predicted.missing.iter().map(|code| code.as_str()).collect();
    let both = expected.intersection(&found).count();
    let all = expected.len() + found.len();
    let mut absent: Vec<_> = expected.difference(&found).collect();
    let mut beyond: Vec<_> = found.difference(&expected).collect();
    absent.sort_unstable();
    beyond.sort_unstable();
    (if all == 0 { 1.0 } else { 2.0 * both as f64 / all as f64 }, format!("lacks {absent:?}, has beyond {beyond:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_when_one_holds_the_other() {
        for (a, b, expected) in [
            (Some("Ada Quill"), Some("quill"), true),
            (Some("Quill"), Some("Ada Quill"), true),
            (Some("Ada Quill"), Some("Ada Moor"), false),
            (None, Some("Quill"), false),
            (Some("Quill"), None, false),
            (Some(""), None, true),
            (None, None, true),
        ] {
            assert_eq!(same(a, b), expected, "{a:?} {b:?}");
        }
    }
}
