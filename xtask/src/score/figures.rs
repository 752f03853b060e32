//! Counts as figures: the table and the JSON of `score.py`.

use super::views::{Counts, ROLES, VIEWS};
use serde_json::{Map, Value, json};

/// The figures of one view, in per cent.
pub struct Figures {
    pub gold: usize,
    pub predicted: usize,
    pub exact: Option<[f64; 3]>,
    /// Jaccard 0.8; for the marks, pairs found.
    pub matched: [f64; 3],
    pub ggt30: Option<[f64; 3]>,
    pub ggt80: Option<[f64; 3]>,
    pub speakers: usize,
    pub speaker_exact: f64,
    pub speaker_overlap: f64,
    pub speaker_head: f64,
    pub speaker_none: f64,
    pub cue: f64,
    pub joint: [f64; 3],
}

/// Harmonic mean.
fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
}

fn percent(precision: f64, recall: f64) -> [f64; 3] {
    [precision, recall, f1(precision, recall)].map(|share| 100.0 * share)
}

/// The figures of a view; `indirect` and `all` take the lenient precision.
pub fn figures(view: usize, counts: &Counts) -> Figures {
    let (gold, predicted) = (counts.gold.max(1) as f64, counts.predicted.max(1) as f64);
    let lenient = view >= 3;
    let rates = |matched: usize, right: usize| {
        percent(if lenient { right } else { matched } as f64 / predicted, matched as f64 / gold)
    };
    let of_speakers = |count: usize| (100 * count) as f64 / counts.speakers.max(1) as f64;
    let joint_recall = counts.joint as f64 / gold;
    let joint_precision = if lenient {
        (counts.right as f64 / predicted) * (counts.joint as f64 / counts.matched.max(1) as f64)
    } else {
        counts.joint as f64 / predicted
    };
    let spans = view != 0;
    Figures {
        gold: counts.gold,
        predicted: counts.predicted,
        exact: spans.then(|| rates(counts.exact, counts.right_exact)),
        matched: rates(counts.matched, counts.right),
        ggt30: spans.then(|| rates(counts.ggt30, counts.right30)),
        ggt80: spans.then(|| rates(counts.ggt80, counts.right80)),
        speakers: counts.speakers,
        speaker_exact: of_speakers(counts.speaker_exact),
        speaker_overlap: of_speakers(counts.speaker_overlap),
        speaker_head: of_speakers(counts.speaker_head),
        speaker_none: of_speakers(counts.speaker_none),
        cue: (100 * counts.cues_right) as f64 / counts.cues.max(1) as f64,
        joint: percent(joint_precision, joint_recall),
    }
}

fn role_figures([gold, predicted, both]: [usize; 3]) -> [f64; 3] {
    percent(both as f64 / predicted.max(1) as f64, both as f64 / gold.max(1) as f64)
}

/// Three figures with one decimal, parted by strokes.
fn triple(values: [f64; 3]) -> String {
    values.map(|value| format!("{value:.1}")).join("/")
}

/// The table as `score.py` prints it.
pub fn table(views: &[Counts; 5], roles: &[[usize; 3]; 3], only: Option<&str>) -> String {
    let mut lines = vec![format!(
        "{:9}{:>6}{:>6}  {:>17} {:>17} {:>9} {:>9} | spk: {:>6}{:>6}{:>6}{:>6}  cue   | joint P/R/F1",
        "view", "gold", "pred", "exact P/R/F1", "J80 P/R/F1", "GGT80 F1", "GGT30 F1", "exact", "ovlp", "head", "none"
    )];
    let wanted = |name: &str| only.is_none_or(|only| only == name);
    for (index, counts) in views.iter().enumerate().filter(|&(index, _)| wanted(VIEWS[index])) {
        let row = figures(index, counts);
        let last = |values: Option<[f64; 3]>| values.map_or("-".into(), |[.., f1]| format!("{f1:.1}"));
        lines.push(format!(
            "{:9}{:>6}{:>6}  {:>17} {:>17} {:>9} {:>9} |      {:>6.1}{:>6.1}{:>6.1}{:>6.1} {:>5.1} | {}",
            VIEWS[index],
            row.gold,
            row.predicted,
            row.exact.map_or("-".into(), triple),
            triple(row.matched),
            last(row.ggt80),
            last(row.ggt30),
            row.speaker_exact,
            row.speaker_overlap,
            row.speaker_head,
            row.speaker_none,
            row.cue,
            triple(row.joint)
        ));
    }
    if wanted("roles") {
        let each = roles.iter().zip(ROLES).map(|(&counts, name)| format!("{name} {}", triple(role_figures(counts))));
        lines.push(format!("roles    exact P/R/F1: {}", each.collect::<Vec<_>>().join("   ")));
    }
    lines.join("\n")
}

/// One decimal, as Python's `round(value, 1)`.
fn rounded(value: f64) -> Value {
    format!("{value:.1}").parse::<f64>().map_or(Value::Null, Value::from)
}

/// The figures as the JSON of `score.py --json`.
pub fn json(views: &[Counts; 5], roles: &[[usize; 3]; 3], only: Option<&str>) -> Value {
    let mut object = Map::new();
    let wanted = |name: &str| only.is_none_or(|only| only == name);
    for (index, counts) in views.iter().enumerate().filter(|&(index, _)| wanted(VIEWS[index])) {
        object.insert(VIEWS[index].into(), view_json(&figures(index, counts)));
    }
    if wanted("roles") {
        let each =
            roles.iter().zip(ROLES).map(|(&counts, name)| (name.into(), json!(role_figures(counts).map(rounded))));
        object.insert("roles".into(), Value::Object(each.collect()));
    }
    Value::Object(object)
}

fn view_json(row: &Figures) -> Value {
    let mut view = json!({
        "gold": row.gold,
        "pred": row.predicted,
        "spk_n": row.speakers,
        "acc_exact": rounded(row.speaker_exact),
        "acc_overlap": rounded(row.speaker_overlap),
        "acc_head": rounded(row.speaker_head),
        "no_speaker": rounded(row.speaker_none),
        "cue_acc": rounded(row.cue),
        "joint": row.joint.map(rounded),
    });
    let matched = if row.exact.is_some() { "J80" } else { "PRF" };
    let spans = [("exact", row.exact), (matched, Some(row.matched)), ("GGT30", row.ggt30), ("GGT80", row.ggt80)];
    for (name, values) in spans {
        if let Some(values) = values {
            view[name] = json!(values.map(rounded));
        }
    }
    view
}
