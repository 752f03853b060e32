//! From a reading to its utterances, paragraph by paragraph.

use super::content::{Link, Sentence, has_clause};
use super::cue::{Site, sites};
use super::labels::{LabelKind, Labels, label_of};
use super::subject::{clause_subject, is_speaker_like};
use super::utterance::{Cue, Utterance};
use crate::entity::Mention;
use crate::lexicon::{Class, Frames};
use crate::options::BlockKind;
use crate::quotation::Quotation;
use crate::syntax::{
    Atom, AtomKind, NounPhrase, Paragraph, Reading, noun_phrase_before, noun_phrase_from, simple_phrase_before,
};
use crate::text::Span;
use crate::vocabulary::Form;
use std::ops::Range;

/// Finds all utterances of an article, by the start of their content.
pub fn find(reading: &Reading<'_>) -> Vec<Utterance> {
    let labels = Labels::read(reading);
    let by_quotation = vec![None; reading.quotations.len()];
    let mut finder = Finder { reading, labels, utterances: Vec::new(), by_quotation, last: None, introduced: None };
    for index in 0..reading.paragraphs.len() {
        finder.paragraph(index);
    }
    finder.finish()
}

/// Goes through the article and remembers who spoke last.
struct Finder<'a> {
    reading: &'a Reading<'a>,
    labels: Labels,
    utterances: Vec<Utterance>,
    /// The utterance that each quotation belongs to.
    by_quotation: Vec<Option<usize>>,
    /// The last utterance with a source.
    last: Option<usize>,
    /// The speaker and cue that a paragraph ending in a colon announces for the next one.
    introduced: Option<(Mention, Option<Cue>)>,
}

/// What a paragraph's sentences share.
struct Scene<'a> {
    paragraph: &'a Paragraph,
    block: usize,
    /// The utterance whose words these are.
    parent: Option<usize>,
    /// The last utterance of this paragraph with a source.
    last_here: Option<usize>,
}

impl Scene<'_> {
    /// Whether it is the headline or a heading.
    fn is_heading(&self) -> bool {
        self.parent.is_none()
            && (self.block == 0 || matches!(self.paragraph.kind, BlockKind::Headline | BlockKind::Heading))
    }
}

impl Finder<'_> {
    fn paragraph(&mut self, block: usize) {
        let reading = self.reading;
        let Some(paragraph) = reading.paragraphs.get(block) else { return };
        let mut scene = Scene { paragraph, block, parent: None, last_here: None };
        if !self.labelled(&scene) {
            self.sentences(&mut scene);
        }
        self.introduced = self.announced(paragraph, block);
    }

    fn sentences(&mut self, scene: &mut Scene<'_>) {
        let paragraph = scene.paragraph;
        for (number, range) in paragraph.sentences.iter().enumerate() {
            let sentence = Sentence {
                atoms: &paragraph.atoms,
                range: range.clone(),
                sites: sites(&paragraph.atoms, range.clone(), self.reading.lexicon, scene.is_heading()),
            };
            self.sentence(scene, &sentence, number);
        }
    }

    fn sentence(&mut self, scene: &mut Scene<'_>, sentence: &Sentence<'_>, number: usize) {
        let clauses = self.indirect(scene, sentence);
        let first_new = self.utterances.len();
        let mut by_site: Vec<Option<usize>> = vec![None; sentence.sites.len()];
        for at in sentence.range.clone() {
            let Some(index) = sentence.atoms.get(at).and_then(Atom::quotation) else { continue };
            let Some(quotation) = self.reading.quotations.get(index).copied() else { continue };
            let link = sentence.cue_of(at);
            if !self.is_speech(sentence, at, &quotation, link) {
                continue;
            }
            match link {
                Some((site, link)) => {
                    self.cued(scene, sentence, (at, index, &quotation), (site, link), &mut by_site, &clauses);
                }
                None => self.uncued(scene, sentence, at, index, &quotation, number),
            }
        }
        for (_, clause) in &clauses {
            self.note(scene, *clause);
        }
        for utterance in first_new..self.utterances.len() {
            self.note(scene, utterance);
        }
        self.within_quotations(scene, sentence);
    }

    /// Remembers an utterance as the last one.
    fn note(&mut self, scene: &mut Scene<'_>, utterance: usize) {
        if scene.parent.is_none() && self.utterances.get(utterance).is_some_and(|u| u.source.is_some()) {
            scene.last_here = Some(utterance);
            self.last = Some(utterance);
        }
    }

    /// A paragraph that begins with its speaker's name and a colon, in a transcript or a headline.
    fn labelled(&mut self, scene: &Scene<'_>) -> bool {
        let Some(label) = self.labels.of(scene.block) else { return false };
        let atoms = &scene.paragraph.atoms;
        let Some(content) = atoms.get(label.content).map(|a| Span::new(a.span.start, scene.paragraph.span.end)) else {
            return false;
        };
        let sentence = Sentence { atoms, range: 0..atoms.len(), sites: Vec::new() };
        let (form, rule, confidence) = match label.kind {
            LabelKind::Transcript => (Form::Direct, "transcript", 0.95),
            LabelKind::Headline => (Form::Indirect, "headline-label", 0.9),
        };
        let mut utterance = self.utterance(scene, &sentence, None, vec![content], form, rule, confidence);
        utterance.source = Some(self.mention(scene, atoms, &label.name));
        let colon = span_of(atoms, &(label.name.start..label.content));
        utterance.cue = Some(Cue { span: colon, verb: None, lemma: ":" });
        self.push(utterance);
        true
    }

    // ---- indirect speech ----

    /// Adds the sentence's indirect speech; gives for each clause its atoms' range with the utterance.
    fn indirect(&mut self, scene: &Scene<'_>, sentence: &Sentence<'_>) -> Vec<(Range<usize>, usize)> {
        let mut clauses: Vec<(Range<usize>, usize)> = Vec::new();
        for (index, site) in sentence.sites.iter().enumerate() {
            if scene.parent.is_some() && !self.speaks_for_others(sentence, site) {
                continue;
            }
            let after = sentence.clause_of(index);
            let clause = after.clone().or_else(|| sentence.preposed(site)).or_else(|| sentence.resumed_clause(site));
            let Some(clause) = clause.filter(|clause| self.is_indirect(sentence, site, clause)) else { continue };
            if site.frames.has(Frames::MENTAL) && !self.is_institutional(sentence, site) {
                continue;
            }
            let mut segments = vec![span_of(sentence.atoms, &clause)];
            if after.is_none()
                && let Some(rest) = sentence.resumed(site)
            {
                segments.push(span_of(sentence.atoms, &rest));
            }
            let confidence = if site.inherited { 0.85 } else { 0.92 };
            let utterance =
                self.utterance(scene, sentence, Some(site), segments, Form::Indirect, "indirect-clause", confidence);
            let outer = clauses.iter().rev().find(|(outer, _)| outer.start <= clause.start && clause.end <= outer.end);
            let parent = outer.map(|&(_, outer)| outer).or(scene.parent);
            clauses.push((clause, self.utterances.len()));
            self.push(Utterance { parent, ..utterance });
        }
        clauses
    }

    /// Whether a clause is reported speech and not a quotation with a word or two around it.
    fn is_indirect(&self, sentence: &Sentence<'_>, site: &Site, clause: &Range<usize>) -> bool {
        let atoms = sentence.atoms.get(clause.clone()).unwrap_or(&[]);
        if site.subject.is_none() {
            return false;
        }
        let quoted = atoms.iter().any(|a| a.quotation().is_some());
        let plain = atoms.iter().filter(|a| a.is_word() || a.kind == AtomKind::Number).count();
        if !quoted {
            return plain >= 2;
        }
        let verb = atoms.iter().any(super::subject::is_verb_like);
        plain >= 3 && verb
    }

    /// Within somebody's words, only what is said of others is a nested utterance ("officials tell us that").
    fn speaks_for_others(&self, sentence: &Sentence<'_>, site: &Site) -> bool {
        let explicit = (site.end..sentence.range.end.min(site.end + 4))
            .any(|i| sentence.atoms.get(i).is_some_and(super::content::is_that));
        let third_person = site.subject.is_some_and(|subject| {
            sentence
                .atoms
                .get(subject.head)
                .is_some_and(|head| !head.is(Class::FIRST_OR_SECOND) && !head.is(Class::RELATIVE))
        });
        explicit && third_person && !site.inherited && !site.unreal
    }

    fn is_institutional(&self, sentence: &Sentence<'_>, site: &Site) -> bool {
        site.subject.and_then(|subject| sentence.atoms.get(subject.head)).is_some_and(|head| {
            head.is(Class::GROUP.or(Class::COLLECTIVE).or(Class::ORGANISATION)) && !head.is(Class::PRONOUN)
        })
    }

    // ---- quotations ----

    /// Whether a quotation is somebody's words and not a title, a term, a sign.
    fn is_speech(
        &self,
        sentence: &Sentence<'_>,
        at: usize,
        quotation: &Quotation,
        link: Option<(usize, Link)>,
    ) -> bool {
        let words = self.reading.within(quotation, |_, _| false).atoms;
        let count = words.iter().filter(|a| a.is_word()).count();
        if count == 0 {
            return !words.is_empty() && matches!(link, Some((_, Link::CueAfter)));
        }
        let capitals = words.iter().filter(|a| a.is_word() && a.capital).count();
        let big = words
            .iter()
            .filter(|a| {
                a.is_word()
                    && (a.capital
                        || !a.is(Class::PREPOSITION
                            .or(Class::DETERMINER)
                            .or(Class::COORDINATOR)
                            .or(Class::INFINITIVE_MARKER)))
            })
            .count();
        let title_case = capitals == big && count <= 8;
        let ends = quotation.inner.of(self.reading.text).ends_with(['!', '?', ',', '.']);
        let before = at.checked_sub(1).and_then(|b| sentence.atoms.get(b).filter(|_| sentence.range.contains(&b)));
        let introduced = before.is_some_and(|b| matches!(b.kind, AtomKind::Mark(',' | ':')));
        // `Ray "Bones" Okafor`
        let after = sentence.atoms.get(at + 1).filter(|_| at + 1 < sentence.range.end);
        let name = |a: Option<&Atom>| a.is_some_and(|a| a.is_word() && a.capital && !a.possessive);
        if count <= 2 && !ends && name(before) && name(after) {
            return false;
        }
        match link {
            Some((_, Link::CueAfter)) => true,
            Some((_, Link::CueBefore)) if introduced => true,
            _ if title_case && (count >= 2 || before.is_some_and(|b| b.is_word() && b.is(Class::DETERMINER))) => {
                !has_lower_case(&words) && ends && has_clause(&words) && count > 2
            }
            _ => true,
        }
    }

    /// A quotation with a cue in its sentence.
    fn cued(
        &mut self,
        scene: &Scene<'_>,
        sentence: &Sentence<'_>,
        (at, index, quotation): (usize, usize, &Quotation),
        (site_index, link): (usize, Link),
        by_site: &mut [Option<usize>],
        clauses: &[(Range<usize>, usize)],
    ) {
        let Some(site) = sentence.sites.get(site_index) else { return };
        // `"A," she said, "B."`: the cue interrupts one utterance.
        if let Some(earlier) = by_site.get(site_index).copied().flatten()
            && link == Link::CueBefore
            && self.utterances.get(earlier).is_some_and(|u| u.rule == "cue-after")
        {
            self.extend(earlier, index, quotation);
            return;
        }
        let form = self.form(quotation);
        let (rule, confidence) = match link {
            Link::CueAfter => ("cue-after", 0.97),
            Link::CueBefore => ("cue-before", 0.96),
            Link::Within => ("within-clause", 0.85),
            Link::ClauseAfter => ("clause-before-cue", 0.9),
        };
        let confidence = if site.inherited { confidence - 0.08 } else { confidence };
        let clause = clauses.iter().rev().find(|(clause, _)| clause.contains(&at));
        let mut utterance = self.utterance(scene, sentence, Some(site), vec![quotation.inner], form, rule, confidence);
        if let Some((_, parent)) = clause {
            let outer = self.utterances.get(*parent);
            utterance.source = outer.and_then(|u| u.source).or(utterance.source);
            utterance.cue = outer.and_then(|u| u.cue).or(utterance.cue);
            utterance.parent = Some(*parent);
        }
        if utterance.source.is_none() {
            utterance.source = self.last_source(scene);
            utterance.confidence = 0.5;
        }
        utterance.quotations.push(index);
        if let Some(slot) = by_site.get_mut(site_index) {
            *slot = Some(self.utterances.len());
        }
        self.push(utterance);
    }

    /// A quotation without a cue in its sentence: the speaker goes on, was announced, or is the sentence's subject.
    fn uncued(
        &mut self,
        scene: &Scene<'_>,
        sentence: &Sentence<'_>,
        at: usize,
        index: usize,
        quotation: &Quotation,
        number: usize,
    ) {
        let only_words = sentence.range.clone().all(|i| {
            sentence.atoms.get(i).is_some_and(|a| a.quotation().is_some() || matches!(a.kind, AtomKind::Mark(_)))
        });
        if let Some(name) = self.inner_label(quotation) {
            let form = self.form(quotation);
            let mut utterance = self.utterance(scene, sentence, None, vec![quotation.inner], form, "transcript", 0.95);
            utterance.quotations.push(index);
            utterance.source = Some(Mention { block: scene.block, ..name });
            self.push(utterance);
            return;
        }
        let continued = quotation.continues.and_then(|before| self.by_quotation.get(before).copied().flatten());
        if let Some(earlier) = continued {
            self.extend(earlier, index, quotation);
            return;
        }
        if only_words && scene.parent.is_none() {
            if let Some(earlier) = scene.last_here {
                let quoted =
                    self.utterances.get(earlier).is_some_and(|u| !u.quotations.is_empty() && u.parent.is_none());
                if quoted {
                    self.extend(earlier, index, quotation);
                    return;
                }
            }
        }
        let form = self.form(quotation);
        let mut utterance = self.utterance(scene, sentence, None, vec![quotation.inner], form, "unclear", 0.3);
        utterance.quotations.push(index);
        utterance.parent = scene.parent;
        let guess = self.guess(scene, sentence, at, only_words, number);
        if let Some((source, cue, rule, confidence)) = guess {
            utterance.source = Some(source);
            utterance.cue = cue;
            utterance.rule = rule;
            utterance.confidence = confidence;
        }
        self.push(utterance);
    }

    /// `"REYES: We never voted on it."`
    fn inner_label(&self, quotation: &Quotation) -> Option<Mention> {
        let inner = self.reading.within(quotation, |_, _| false);
        let label = label_of(&inner.atoms, 0)?;
        let core = span_of(&inner.atoms, &(label.name.start..label.name.end));
        let shouted = core.of(self.reading.text).chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        let head = inner.atoms.get(label.name.head).map_or(core, |a| a.span);
        shouted.then_some(Mention { span: core, core, head, block: 0 })
    }

    fn guess(
        &self,
        scene: &Scene<'_>,
        sentence: &Sentence<'_>,
        at: usize,
        only_words: bool,
        number: usize,
    ) -> Option<(Mention, Option<Cue>, &'static str, f32)> {
        if scene.parent.is_some() {
            return None;
        }
        if number == 0 && only_words {
            if let Some((mention, cue)) = self.introduced {
                return Some((mention, cue, "announced", 0.9));
            }
        }
        let last_here = scene.last_here.and_then(|last| self.utterances.get(last));
        if only_words {
            if let Some(last) = last_here {
                return Some((last.source?, last.cue, "goes-on", 0.9));
            }
            if let Some(next) = self.next_subject(scene, number) {
                return Some((next, None, "next-sentence", 0.6));
            }
        } else {
            if let Some(phrase) = label(sentence, at) {
                return Some((self.mention(scene, sentence.atoms, &phrase), None, "label", 0.8));
            }
            if let Some(phrase) = possessor(sentence, at) {
                return Some((self.mention(scene, sentence.atoms, &phrase), None, "possessor", 0.8));
            }
            if let Some(phrase) = dash_source(sentence, at) {
                return Some((self.mention(scene, sentence.atoms, &phrase), None, "dash", 0.85));
            }
            if let Some(phrase) = clause_subject(sentence.atoms, sentence.range.start, at) {
                return Some((self.mention(scene, sentence.atoms, &phrase), None, "sentence-subject", 0.6));
            }
            if let Some(last) = last_here {
                return Some((last.source?, None, "paragraph-speaker", 0.5));
            }
        }
        let last = self.last.and_then(|last| self.utterances.get(last))?;
        Some((last.source?, None, "earlier-speaker", 0.4))
    }

    /// The speaker of the next sentence's first cue.
    fn next_subject(&self, scene: &Scene<'_>, number: usize) -> Option<Mention> {
        let range = scene.paragraph.sentences.get(number + 1)?;
        let sites = sites(&scene.paragraph.atoms, range.clone(), self.reading.lexicon, false);
        let subject = sites.iter().find_map(|site| site.subject)?;
        Some(self.mention(scene, &scene.paragraph.atoms, &subject))
    }

    fn last_source(&self, scene: &Scene<'_>) -> Option<Mention> {
        scene.last_here.or(self.last).and_then(|last| self.utterances.get(last)).and_then(|u| u.source)
    }

    /// Adds an utterance.
    fn push(&mut self, utterance: Utterance) {
        for &quotation in &utterance.quotations {
            if let Some(slot) = self.by_quotation.get_mut(quotation) {
                *slot = Some(self.utterances.len());
            }
        }
        self.utterances.push(utterance);
    }

    /// Adds a piece to an utterance.
    fn extend(&mut self, at: usize, index: usize, quotation: &Quotation) {
        let direct = self.form(quotation) == Form::Direct;
        if let Some(utterance) = self.utterances.get_mut(at) {
            utterance.segments.push(quotation.inner);
            utterance.quotations.push(index);
            if let Some(slot) = self.by_quotation.get_mut(index) {
                *slot = Some(at);
            }
            if direct && utterance.form == Form::Partial {
                utterance.form = Form::Direct;
            }
        }
    }

    fn form(&self, quotation: &Quotation) -> Form {
        let words = self.reading.within(quotation, |_, _| false).atoms;
        if has_clause(&words) { Form::Direct } else { Form::Partial }
    }

    /// What others are reported to have said within this sentence's quotations.
    fn within_quotations(&mut self, scene: &Scene<'_>, sentence: &Sentence<'_>) {
        if scene.parent.is_some() {
            return;
        }
        let inside = |index: usize| Some((index, self.by_quotation.get(index).copied().flatten()?));
        let quoted: Vec<(usize, usize)> = sentence
            .range
            .clone()
            .filter_map(|at| sentence.atoms.get(at).and_then(Atom::quotation))
            .filter_map(inside)
            .collect();
        for (index, utterance) in quoted {
            let Some(quotation) = self.reading.quotations.get(index) else { continue };
            let inner = self.reading.within(quotation, super::begins_attribution);
            let mut scene = Scene { paragraph: &inner, block: scene.block, parent: Some(utterance), last_here: None };
            self.sentences(&mut scene);
        }
    }

    // ---- parts ----

    /// A paragraph that ends in a colon announces who speaks in the next.
    fn announced(&self, paragraph: &Paragraph, block: usize) -> Option<(Mention, Option<Cue>)> {
        if !paragraph.atoms.last().is_some_and(|a| a.is_mark(':')) {
            return None;
        }
        let range = paragraph.sentences.last()?.clone();
        let scene = Scene { paragraph, block, parent: None, last_here: None };
        let sites = sites(&paragraph.atoms, range.clone(), self.reading.lexicon, false);
        if let Some(site) = sites.iter().rev().find(|site| site.subject.is_some()) {
            let subject = site.subject?;
            return Some((self.mention(&scene, &paragraph.atoms, &subject), Some(self.cue(&paragraph.atoms, site))));
        }
        let phrase = noun_phrase_from(&paragraph.atoms, range.start, range.end)?;
        is_speaker_like(&paragraph.atoms, &phrase).then(|| (self.mention(&scene, &paragraph.atoms, &phrase), None))
    }

    fn utterance(
        &self,
        scene: &Scene<'_>,
        sentence: &Sentence<'_>,
        site: Option<&Site>,
        segments: Vec<Span>,
        form: Form,
        rule: &'static str,
        confidence: f32,
    ) -> Utterance {
        Utterance {
            form,
            segments,
            quotations: Vec::new(),
            source: site.and_then(|site| site.subject).map(|subject| self.mention(scene, sentence.atoms, &subject)),
            cue: site.map(|site| self.cue(sentence.atoms, site)),
            sentence: span_of(sentence.atoms, &sentence.range),
            block: scene.block,
            parent: scene.parent,
            relayed: site.is_some_and(|site| site.relayed),
            rule,
            confidence,
        }
    }

    fn mention(&self, scene: &Scene<'_>, atoms: &[Atom], phrase: &NounPhrase) -> Mention {
        let span = span_of(atoms, &(phrase.start..phrase.end));
        let core = span_of(atoms, &(phrase.start..phrase.core_end.max(phrase.start + 1)));
        let head = atoms.get(phrase.head).map_or(core, |atom| atom.span);
        Mention { span, core, head, block: scene.block }
    }

    fn cue(&self, atoms: &[Atom], site: &Site) -> Cue {
        Cue { span: span_of(atoms, &(site.start..site.end)), verb: site.verb, lemma: site.lemma }
    }

    /// Puts the utterances in the order of their content and mends the indices.
    fn finish(self) -> Vec<Utterance> {
        let mut order: Vec<usize> = (0..self.utterances.len()).collect();
        let key = |at: &usize| {
            self.utterances.get(*at).map(|u| (u.content().start, usize::MAX - u.content().end, u.parent.is_some()))
        };
        order.sort_by_key(key);
        let mut place = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            if let Some(slot) = place.get_mut(old) {
                *slot = new;
            }
        }
        order
            .iter()
            .filter_map(|&old| self.utterances.get(old).cloned())
            .map(|u| {
                // A piece that was joined later can reach out of the utterance it began in.
                let within = |parent: &usize| {
                    self.utterances.get(*parent).is_some_and(|outer| outer.content().contains(u.content()))
                };
                Utterance { parent: u.parent.filter(within).and_then(|parent| place.get(parent).copied()), ..u }
            })
            .collect()
    }
}

fn has_lower_case(words: &[Atom]) -> bool {
    words
        .iter()
        .any(|a| a.is_word() && !a.capital && !a.is(Class::PREPOSITION.or(Class::DETERMINER).or(Class::COORDINATOR)))
}

/// `Dana Reyes: "…"`
fn label(sentence: &Sentence<'_>, at: usize) -> Option<NounPhrase> {
    let colon = at.checked_sub(1).filter(|&colon| colon > sentence.range.start)?;
    sentence.atoms.get(colon).filter(|a| a.is_mark(':'))?;
    let phrase = noun_phrase_before(sentence.atoms, sentence.range.start, colon)?;
    sentence.atoms.get(phrase.start).is_some_and(|a| a.capital).then_some(phrase)
}

/// `her call for "…"`, `the mayor's claim that "…"`: whose words a noun of speech governs.
fn possessor(sentence: &Sentence<'_>, at: usize) -> Option<NounPhrase> {
    const REACH: usize = 8;
    let low = sentence.range.start.max(at.saturating_sub(REACH));
    let noun = (low..at).rev().find(|&i| {
        sentence
            .atoms
            .get(i)
            .is_some_and(|a| a.is_word() && !a.capital && a.is(Class::FRAME.or(Class::DOCUMENT).or(Class::NOUN_TOO)))
    })?;
    let owner = (low..noun)
        .rev()
        .take(4)
        .find(|&i| sentence.atoms.get(i).is_some_and(|a| a.possessive || a.is(Class::POSSESSIVE)))?;
    let atom = sentence.atoms.get(owner)?;
    if atom.is(Class::POSSESSIVE) {
        return (!atom.is(Class::FIRST_OR_SECOND)).then_some(NounPhrase {
            start: owner,
            end: owner + 1,
            core_end: owner + 1,
            head: owner,
        });
    }
    simple_phrase_before(sentence.atoms, sentence.range.start, owner + 1)
}

/// `"…" — Dana Reyes, teacher`
fn dash_source(sentence: &Sentence<'_>, at: usize) -> Option<NounPhrase> {
    let dash = sentence.atoms.get(at + 1).filter(|a| a.is_mark('—'))?;
    let _ = dash;
    let phrase = noun_phrase_from(sentence.atoms, at + 2, sentence.range.end)?;
    sentence.atoms.get(phrase.start).is_some_and(|a| a.capital).then_some(phrase)
}

fn span_of(atoms: &[Atom], range: &Range<usize>) -> Span {
    let first = atoms.get(range.start).map_or(Span::default(), |a| a.span);
    let last = range.end.checked_sub(1).and_then(|last| atoms.get(last)).map_or(first, |a| a.span);
    Span::new(first.start, last.end)
}

/// Whether an attribution of the quotation before it begins at atom `at`: a verb of speech with its subject, and no
/// content after it.
pub fn begins_attribution(atoms: &[Atom], at: usize) -> bool {
    let verb_at = |i: usize| atoms.get(i).is_some_and(|a| a.is_word() && !a.capital && a.entry.verb.is_some());
    let mut end = match atoms.get(at) {
        Some(_) if verb_at(at) => return true,
        _ => match noun_phrase_from(atoms, at, atoms.len().min(at + 20)) {
            Some(phrase) if is_speaker_like(atoms, &phrase) => phrase.end,
            _ => return false,
        },
    };
    while atoms.get(end).is_some_and(super::subject::is_adverbial) {
        end += 1;
    }
    verb_at(end)
        && atoms.get(end + 1).is_none_or(|a| match a.kind {
            AtomKind::Mark(mark) => {
                mark != ':' && !(mark == ',' && atoms.get(end + 2).is_some_and(|q| q.quotation().is_some()))
            }
            AtomKind::Quotation(_) => false,
            _ => {
                a.is(Class::PREPOSITION.or(Class::TIME).or(Class::WEEKDAY).or(Class::OBJECT))
                    || super::subject::is_adverbial(a)
            }
        })
}
