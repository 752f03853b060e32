//! The views of `score.py` over one document: which units match, and whether their speaker is right.

use super::gold::{Document, GoldQuote, Id, PredictedQuote, Prediction, Range};
use super::speaker::{Agreement, agreement, count_words, overlaps, trim};
use std::collections::{HashMap, HashSet};

/// The views, in the order of the table.
pub const VIEWS: [&str; 5] = ["marks", "direct", "quoted", "indirect", "all"];
/// The roles scored without linking.
pub const ROLES: [&str; 3] = ["source", "cue", "content"];

/// Cue lemmas of core reported speech.
const SAY: &str = "say tell add write tweet announce argue claim insist note report state suggest warn reply respond \
    explain acknowledge admit declare deny confirm allege assert complain concede conclude contend disclose emphasize \
    estimate indicate inform joke maintain mention observe point post predict proclaim promise quip read recall \
    reiterate remark remind repeat reveal stress testify vow pledge according continue counter caution ask question \
    recount";

/// What one view counts.
#[derive(Clone, Default, Debug, PartialEq)]
pub struct Counts {
    pub gold: usize,
    pub predicted: usize,
    /// Matched units: exact, Jaccard 0.8, and GenderGapTracker's asymmetric measure at 0.3 and 0.8.
    pub exact: usize,
    pub matched: usize,
    pub ggt30: usize,
    pub ggt80: usize,
    /// Predictions that match any annotated piece, by the same four measures (lenient precision).
    pub right_exact: usize,
    pub right: usize,
    pub right30: usize,
    pub right80: usize,
    /// Matched units whose annotation has a speaker, and how many of these agree.
    pub speakers: usize,
    pub speaker_exact: usize,
    pub speaker_overlap: usize,
    pub speaker_head: usize,
    pub speaker_none: usize,
    /// Matched units with the right speaker, or with none on both sides.
    pub joint: usize,
    pub cues: usize,
    pub cues_right: usize,
}

impl Counts {
    /// Adds another document's counts.
    pub fn add(&mut self, other: &Counts) {
        let Counts { gold, predicted, exact, matched, ggt30, ggt80, right_exact, right, right30, right80, .. } = other;
        self.gold += gold;
        self.predicted += predicted;
        self.exact += exact;
        self.matched += matched;
        self.ggt30 += ggt30;
        self.ggt80 += ggt80;
        self.right_exact += right_exact;
        self.right += right;
        self.right30 += right30;
        self.right80 += right80;
        self.speakers += other.speakers;
        self.speaker_exact += other.speaker_exact;
        self.speaker_overlap += other.speaker_overlap;
        self.speaker_head += other.speaker_head;
        self.speaker_none += other.speaker_none;
        self.joint += other.joint;
        self.cues += other.cues;
        self.cues_right += other.cues_right;
    }

    /// Counts speaker and cue of a matched unit.
    fn compare(&mut self, text: &[char], gold: &GoldQuote, predicted: Option<&PredictedQuote>) -> Agreement {
        let speaker = predicted.and_then(|quote| quote.speaker.as_ref());
        let mut agrees = Agreement::default();
        match &gold.speaker {
            Some(mention) => {
                agrees = agreement(text, mention, speaker);
                self.speakers += 1;
                self.speaker_exact += usize::from(agrees.exact);
                self.speaker_overlap += usize::from(agrees.overlap);
                self.speaker_head += usize::from(agrees.head);
                self.speaker_none += usize::from(speaker.is_none());
                self.joint += usize::from(agrees.head);
            }
            None => self.joint += usize::from(speaker.is_none()),
        }
        if let Some(cue) = &gold.cue {
            self.cues += 1;
            if let Some(found) = predicted.and_then(|quote| quote.cue.as_ref()) {
                let first = cue.text.split_whitespace().next().unwrap_or_default().to_lowercase();
                let first = first.trim_matches([',', '.']);
                let named = found.text.to_lowercase().split_whitespace().any(|word| word == first);
                let touches = found.range().zip(cue.range()).is_some_and(|(a, b)| overlaps(a, b));
                self.cues_right += usize::from(named || touches);
            }
        }
        agrees
    }
}

/// What a unit turned out to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    Right,
    MissedPair,
    FalsePair,
    WrongSpeaker,
    MissedIndirect,
    FalseIndirect,
    WrongIndirectSpeaker,
}

/// One judged unit: a pair of marks, or a piece of reported speech.
pub struct Finding {
    pub class: Class,
    /// The unit in the text.
    pub range: Range,
    /// Whether it is a pair of marks.
    pub marked: bool,
    /// Index of the annotated piece.
    pub gold: Option<usize>,
    /// Index of the predicted quotation; for a missed one, the prediction that overlaps it most.
    pub predicted: Option<usize>,
}

/// The comparison of one document.
pub struct Outcome {
    pub views: [Counts; 5],
    /// For each role: annotated, predicted, both.
    pub roles: [[usize; 3]; 3],
    pub findings: Vec<Finding>,
}

/// Compares a prediction with the annotation.
pub fn compare(document: &Document, prediction: Option<&Prediction>) -> Outcome {
    let quotes = prediction.map_or(&[][..], |prediction| &prediction.quotes);
    let pieces: Vec<(Range, usize)> = quotes
        .iter()
        .enumerate()
        .flat_map(|(index, quote)| quote.pieces().into_iter().map(move |range| (range, index)))
        .collect();
    let mut comparison = Comparison {
        document,
        quotes,
        gold_trimmed: document.quotes.iter().map(|gold| trim(&document.chars, (gold.start, gold.end))).collect(),
        trimmed: pieces.iter().map(|&(range, _)| trim(&document.chars, range)).collect(),
        pieces,
        findings: Vec::new(),
    };
    let marks = comparison.marks();
    let in_marks: Vec<f64> = comparison.trimmed.iter().map(|&range| share_in_marks(document, range)).collect();
    let core = |gold: &GoldQuote| is_core(gold);
    let marked = |gold: &GoldQuote| matches!(gold.kind.as_str(), "direct" | "mixed" | "partial");
    let views = [
        marks,
        comparison.view(1, &|gold| gold.kind == "direct", &|piece| in_marks[piece] >= 0.9),
        comparison.view(2, &marked, &|piece| in_marks[piece] > 0.0),
        comparison.view(3, &core, &|piece| in_marks[piece] == 0.0),
        comparison.view(4, &|gold| core(gold) || (marked(gold) && gold.speech), &|_| true),
    ];
    Outcome { views, roles: roles(document, quotes), findings: comparison.findings }
}

/// Reported speech in the narrow sense: no marks, a cue of saying, at least four words.
fn is_core(gold: &GoldQuote) -> bool {
    let says = gold.cue_lemma.as_ref().is_some_and(|lemma| SAY.split_whitespace().any(|say| say == lemma));
    gold.kind == "indirect" && says && count_words(&gold.text) >= 4
}

struct Comparison<'a> {
    document: &'a Document,
    quotes: &'a [PredictedQuote],
    /// Every predicted piece, with the index of its quotation.
    pieces: Vec<(Range, usize)>,
    gold_trimmed: Vec<Range>,
    trimmed: Vec<Range>,
    findings: Vec<Finding>,
}

impl Comparison<'_> {
    fn marks(&mut self) -> Counts {
        let mut counts = Counts::default();
        let mut by_attribution: HashMap<&Id, usize> = HashMap::new();
        for (index, gold) in self.document.quotes.iter().enumerate() {
            by_attribution.entry(&gold.attribution).or_insert(index);
        }
        for mark in self.document.marks.iter().filter(|mark| mark.end.saturating_sub(mark.start) >= 4) {
            let range = (mark.start, mark.end);
            let (mut covered, mut best, mut most) = (0, None, 0);
            for &(piece, quote) in &self.pieces {
                let shared = piece.1.min(mark.end).saturating_sub(piece.0.max(mark.start));
                covered += shared;
                if shared > most {
                    (most, best) = (shared, Some(quote));
                }
            }
            let found = covered as f64 >= 0.8 * (mark.end - mark.start - 2) as f64;
            let gold = mark.attribution.as_ref().and_then(|id| by_attribution.get(id).copied());
            counts.gold += usize::from(gold.is_some());
            counts.predicted += usize::from(found);
            let class = match (gold, found) {
                (Some(gold), true) => {
                    counts.matched += 1;
                    let quote = best.and_then(|index| self.quotes.get(index));
                    speaker_class(&mut counts, self.document, gold, quote, Class::WrongSpeaker)
                }
                (Some(_), false) => Class::MissedPair,
                (None, true) => Class::FalsePair,
                (None, false) => continue,
            };
            self.findings.push(Finding { class, range, marked: true, gold, predicted: best });
        }
        counts.exact = counts.matched;
        counts
    }

    fn view(&mut self, view: usize, of_gold: &dyn Fn(&GoldQuote) -> bool, of_piece: &dyn Fn(usize) -> bool) -> Counts {
        let lenient = view >= 3;
        let gold: Vec<usize> = indices(&self.document.quotes, of_gold);
        let pieces: Vec<usize> = (0..self.pieces.len()).filter(|&piece| of_piece(piece)).collect();
        let gold_ranges: Vec<Range> = gold.iter().map(|&index| self.gold_trimmed[index]).collect();
        let ranges: Vec<Range> = pieces.iter().map(|&index| self.trimmed[index]).collect();
        let matched = pair(&gold_ranges, &ranges, jaccard, |value| value >= 0.8);
        let mut counts = Counts {
            gold: gold.len(),
            predicted: pieces.len(),
            exact: pair(&gold_ranges, &ranges, equal, |value| value >= 1.0).len(),
            matched: matched.len(),
            ggt30: pair(&gold_ranges, &ranges, coverage, |value| value > 0.3).len(),
            ggt80: pair(&gold_ranges, &ranges, coverage, |value| value > 0.8).len(),
            ..Counts::default()
        };
        for &(index, piece) in &matched {
            let (gold, quote) = (gold[index], self.pieces[pieces[piece]].1);
            let wrong = Class::WrongIndirectSpeaker;
            let class = speaker_class(&mut counts, self.document, gold, self.quotes.get(quote), wrong);
            if view == 3 {
                let range = self.range_of(gold);
                self.findings.push(Finding { class, range, marked: false, gold: Some(gold), predicted: Some(quote) });
            }
        }
        if lenient {
            let right = pair(&self.gold_trimmed, &ranges, jaccard, |value| value >= 0.8);
            counts.right = right.len();
            counts.right_exact = pair(&self.gold_trimmed, &ranges, equal, |value| value >= 1.0).len();
            counts.right30 = pair(&self.gold_trimmed, &ranges, coverage, |value| value > 0.3).len();
            counts.right80 = pair(&self.gold_trimmed, &ranges, coverage, |value| value > 0.8).len();
            if view == 3 {
                self.unmatched(&gold, &matched, &pieces, &right);
            }
        }
        counts
    }

    /// Notes reported speech that was missed, and predictions that match nothing.
    fn unmatched(&mut self, gold: &[usize], matched: &[(usize, usize)], pieces: &[usize], right: &[(usize, usize)]) {
        let found: HashSet<usize> = matched.iter().map(|&(index, _)| index).collect();
        for (_, &index) in gold.iter().enumerate().filter(|(position, _)| !found.contains(position)) {
            let range = self.range_of(index);
            let nearest = nearest(self.gold_trimmed[index], &self.trimmed).map(|piece| self.pieces[piece].1);
            let class = Class::MissedIndirect;
            self.findings.push(Finding { class, range, marked: false, gold: Some(index), predicted: nearest });
        }
        let right: HashSet<usize> = right.iter().map(|&(_, piece)| piece).collect();
        for (_, &piece) in pieces.iter().enumerate().filter(|(position, _)| !right.contains(position)) {
            let (range, quote) = self.pieces[piece];
            let gold = nearest(self.trimmed[piece], &self.gold_trimmed);
            let class = Class::FalseIndirect;
            self.findings.push(Finding { class, range, marked: false, gold, predicted: Some(quote) });
        }
    }

    fn range_of(&self, gold: usize) -> Range {
        let gold = &self.document.quotes[gold];
        (gold.start, gold.end)
    }
}

fn speaker_class(
    counts: &mut Counts,
    document: &Document,
    gold: usize,
    quote: Option<&PredictedQuote>,
    wrong: Class,
) -> Class {
    let gold = &document.quotes[gold];
    let agrees = counts.compare(&document.chars, gold, quote);
    let none = gold.speaker.is_none() && quote.is_none_or(|quote| quote.speaker.is_none());
    if agrees.head || none { Class::Right } else { wrong }
}

fn indices(quotes: &[GoldQuote], wanted: &dyn Fn(&GoldQuote) -> bool) -> Vec<usize> {
    quotes.iter().enumerate().filter(|(_, quote)| wanted(quote)).map(|(index, _)| index).collect()
}

fn nearest(range: Range, others: &[Range]) -> Option<usize> {
    let similar = others.iter().enumerate().map(|(index, &other)| (jaccard(range, other), index));
    similar.filter(|&(value, _)| value > 0.0).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, index)| index)
}

/// Shared characters by all characters.
pub fn jaccard(a: Range, b: Range) -> f64 {
    let shared = a.1.min(b.1) as f64 - a.0.max(b.0) as f64;
    if shared <= 0.0 { 0.0 } else { shared / (a.1.max(b.1) - a.0.min(b.0)) as f64 }
}

fn coverage(gold: Range, piece: Range) -> f64 {
    let shared = gold.1.min(piece.1) as f64 - gold.0.max(piece.0) as f64;
    if shared <= 0.0 { 0.0 } else { shared / (gold.1 - gold.0).max(1) as f64 }
}

fn equal(a: Range, b: Range) -> f64 {
    f64::from(u8::from(a == b))
}

/// Pairs annotated and predicted spans greedily by falling similarity, one to one.
fn pair(
    gold: &[Range],
    pieces: &[Range],
    similarity: fn(Range, Range) -> f64,
    enough: fn(f64) -> bool,
) -> Vec<(usize, usize)> {
    let mut candidates: Vec<(f64, usize, usize)> = Vec::new();
    for (i, &a) in gold.iter().enumerate() {
        for (j, &b) in pieces.iter().enumerate().filter(|&(_, &b)| b.0 < a.1 && a.0 < b.1) {
            candidates.push((similarity(a, b), i, j));
        }
    }
    candidates.retain(|candidate| enough(candidate.0));
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut taken_gold, mut taken) = (HashSet::new(), HashSet::new());
    candidates.retain(|&(_, i, j)| {
        let free = !taken_gold.contains(&i) && !taken.contains(&j);
        if free {
            taken_gold.insert(i);
            taken.insert(j);
        }
        free
    });
    candidates.into_iter().map(|(_, i, j)| (i, j)).collect()
}

/// How much of a span lies inside quotation marks.
fn share_in_marks(document: &Document, (start, end): Range) -> f64 {
    let inside: usize = document.marks.iter().map(|mark| end.min(mark.end).saturating_sub(start.max(mark.start))).sum();
    inside as f64 / end.saturating_sub(start).max(1) as f64
}

fn roles(document: &Document, quotes: &[PredictedQuote]) -> [[usize; 3]; 3] {
    let text = &document.chars;
    let mentions = |mention: Option<&super::gold::Mention>| -> Vec<Range> {
        let Some(range) = mention.and_then(|mention| mention.range()) else { return Vec::new() };
        let segments = mention.and_then(|mention| mention.segments.clone()).filter(|segments| !segments.is_empty());
        segments.unwrap_or_else(|| vec![range])
    };
    let set = |ranges: Vec<Range>| -> HashSet<Range> { ranges.into_iter().map(|range| trim(text, range)).collect() };
    let gold = [
        set(document.quotes.iter().flat_map(|gold| mentions(gold.speaker.as_ref())).collect()),
        set(document.quotes.iter().flat_map(|gold| mentions(gold.cue.as_ref())).collect()),
        set(document.quotes.iter().map(|gold| (gold.start, gold.end)).collect()),
    ];
    let predicted = [
        set(quotes.iter().flat_map(|quote| mentions(quote.speaker.as_ref())).collect()),
        set(quotes.iter().flat_map(|quote| mentions(quote.cue.as_ref())).collect()),
        set(quotes.iter().flat_map(PredictedQuote::pieces).collect()),
    ];
    std::array::from_fn(|role| {
        let (gold, predicted) = (&gold[role], &predicted[role]);
        [gold.len(), predicted.len(), gold.intersection(predicted).count()]
    })
}
