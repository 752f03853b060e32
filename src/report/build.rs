//! Assembling a report: the one place where the engine's bytes become the report's scalar values.

use super::*;
use crate::attribution::Utterance;
use crate::entity::{Entity, Mention, Resolution};
use crate::options::{BlockKind, Options};
use crate::provenance::{self, Agent, Grounded, Provenance, dates};
use crate::steps::pause;
use crate::syntax::Reading;
use crate::text::{ScalarIndex, Span, order::sort_by};

/// Scalar values of context before and after the content.
const CONTEXT: usize = 32;

/// Longest line that can be a headline, in bytes.
const HEADLINE_MAX: usize = 200;

/// Makes the report of what the engine found. The slices `resolutions` and `ways` have an entry for each utterance.
/// Attributions stand in the order of their contents; sources that nothing refers to are left out. In steps.
pub async fn build(
    reading: &Reading<'_>,
    options: &Options,
    utterances: &[Utterance],
    entities: &[Entity],
    resolutions: &[Option<Resolution>],
    ways: &[Provenance],
) -> Report {
    let order = order(utterances);
    let mut builder = Builder {
        reading,
        index: ScalarIndex::new(reading.text),
        entities,
        source_ids: vec![None; entities.len()],
        sources: Vec::new(),
    };
    let mut names = vec![0; utterances.len()];
    for (name, &at) in order.iter().enumerate() {
        if let Some(slot) = names.get_mut(at) {
            *slot = name + 1;
        }
    }
    let mut attributions = Vec::with_capacity(order.len());
    for at in order {
        let (Some(utterance), Some(name)) = (utterances.get(at), names.get(at)) else { continue };
        let resolution = resolutions.get(at).and_then(Option::as_ref);
        let mut attribution = builder.attribution(utterance, resolution, ways.get(at));
        if reading.lexicon.is_unread() {
            // Nobody looked.
            attribution.missing.clear();
        }
        attribution.id = numbered("q", *name);
        let parent = utterance.parent.and_then(|parent| names.get(parent));
        attribution.nested_in = parent.map(|&name| numbered("q", name));
        attributions.push(attribution);
        pause().await;
    }
    Report {
        version: VERSION,
        generator: concat!("whosaid ", env!("CARGO_PKG_VERSION")).into(),
        language: reading.language.to_owned(),
        sources_unread: reading.lexicon.is_unread(),
        article: article(reading, options),
        sources: builder.sources,
        attributions,
        orphans: Vec::new(),
    }
}

/// The identifier of the number-th of a kind.
#[inline(never)]
fn numbered(kind: &str, number: usize) -> String {
    [kind, &number.to_string()].concat()
}

/// Indices of the utterances by start of content, the outer of two that start together first.
fn order(utterances: &[Utterance]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..utterances.len()).collect();
    sort_by(&mut order, &|at| {
        let content = utterances.get(at).map(Utterance::content).unwrap_or_default();
        [content.start, usize::MAX - content.end, 0]
    });
    order
}

/// What the page says of the article, and what its first lines say where the page is silent.
#[inline(never)]
fn article(reading: &Reading<'_>, options: &Options) -> ArticleInfo {
    ArticleInfo {
        url: options.url.clone(),
        headline: options.headline.clone().or_else(|| headline(reading).map(str::to_owned)),
        published: provenance::date_line(reading, options).map(dates::iso),
        publisher: options.publisher.clone(),
    }
}

/// The block that the page calls the headline; in plain text, a first line that is no sentence.
fn headline<'a>(reading: &Reading<'a>) -> Option<&'a str> {
    let given = reading.paragraphs.iter().find(|paragraph| paragraph.kind == BlockKind::Headline);
    let first = || {
        let (first, second) = (reading.paragraphs.first()?, reading.paragraphs.get(1)?);
        let line = first.span.of(reading.text).trim_end_matches(['"', '”', '’', '\'']);
        let is_sentence = line.ends_with(['.', ':', ';', ',']);
        let plain = first.kind == BlockKind::Paragraph && second.kind == BlockKind::Paragraph;
        (plain && !is_sentence && line.len() <= HEADLINE_MAX).then_some(first)
    };
    given.or_else(first).map(|paragraph| paragraph.span.of(reading.text).trim())
}

struct Builder<'r, 't> {
    reading: &'r Reading<'t>,
    index: ScalarIndex<'t>,
    entities: &'r [Entity],
    source_ids: Vec<Option<String>>,
    sources: Vec<Source>,
}

impl Builder<'_, '_> {
    #[inline(never)]
    fn attribution(
        &mut self,
        utterance: &Utterance,
        resolution: Option<&Resolution>,
        way: Option<&Provenance>,
    ) -> Attribution {
        let silent = Provenance::default();
        let way = way.unwrap_or(&silent);
        let speaker = resolution.and_then(|resolution| resolution.entity);
        let (basis, sure) = resolution.map_or((Basis::Inferred, 1.0), |r| (r.basis, r.confidence));
        let others = resolution.map_or(&[][..], |resolution| &resolution.candidates);
        Attribution {
            id: String::new(),
            form: utterance.form,
            nested_in: None,
            content: self.content(utterance),
            source: self.reference(speaker, utterance.source, basis),
            candidates: others.iter().filter_map(|&one| self.reference(Some(one), None, Basis::Inferred)).collect(),
            cue: utterance.cue.map(|cue| self.cue(&cue)),
            addressee: way.addressee.as_ref().map(|addressee| Addressee {
                name: addressee.value.name.clone(),
                affiliation: addressee.value.affiliation.clone(),
                basis: addressee.basis,
                at: self.at(addressee),
            }),
            medium: way.medium.as_ref().map(|medium| Medium {
                kind: medium.value,
                basis: medium.basis,
                at: self.at(medium),
            }),
            outlet: way.outlet.as_ref().map(|outlet| Outlet {
                name: outlet.value.clone(),
                basis: outlet.basis,
                at: self.at(outlet),
            }),
            date: way.date.as_ref().map(|date| Date { edtf: date.value.clone(), basis: date.basis, at: self.at(date) }),
            route: way.route,
            chain: way.chain.iter().filter_map(|hop| self.hop(hop)).collect(),
            links: way.links.iter().map(|link| self.link(link)).collect(),
            missing: way.missing.clone(),
            confidence: utterance.confidence * sure,
            status: Status::Inferred,
            rule: utterance.rule.into(),
            terms: None,
            original: None,
            confirmed_on: None,
            was: None,
        }
    }

    fn content(&self, utterance: &Utterance) -> Content {
        let span = utterance.content();
        let text = self.reading.text;
        let before = text.get(..span.start).unwrap_or("");
        let from = before.char_indices().rev().take(CONTEXT).last().map_or(span.start, |(at, _)| at);
        let extent = self.extent(span);
        Content {
            start: extent.start,
            end: extent.end,
            segments: utterance.segments.iter().map(|&segment| self.extent(segment)).collect(),
            exact: span.of(text).into(),
            prefix: Span::new(from, span.start).of(text).into(),
            suffix: text.get(span.end..).unwrap_or("").chars().take(CONTEXT).collect(),
        }
    }

    fn cue(&self, cue: &crate::attribution::Cue) -> Cue {
        let extent = self.extent(cue.span);
        let text = cue.span.of(self.reading.text).into();
        Cue { start: extent.start, end: extent.end, text, lemma: cue.lemma.into() }
    }

    /// Who is meant and the words that say so; the words alone where it is not clear whom they mean.
    fn reference(&mut self, entity: Option<usize>, mention: Option<Mention>, basis: Basis) -> Option<SourceRef> {
        let source = entity.and_then(|entity| self.source(entity));
        let span = mention.map(|mention| mention.span);
        if source.is_none() && span.is_none() {
            return None;
        }
        let extent = span.map(|span| self.extent(span));
        Some(SourceRef {
            source,
            start: extent.map(|extent| extent.start),
            end: extent.map(|extent| extent.end),
            text: span.map_or_else(String::new, |span| span.of(self.reading.text).into()),
            basis,
        })
    }

    fn hop(&mut self, hop: &provenance::Hop) -> Option<Hop> {
        let agent = match hop.agent {
            Agent::Article => ARTICLE_AGENT.into(),
            Agent::Entity(entity) => self.source(entity)?,
        };
        Some(Hop { agent, act: hop.act.into(), medium: hop.medium, basis: hop.basis })
    }

    /// The identifier of an entity's source, which is listed from its first use on.
    fn source(&mut self, entity: usize) -> Option<String> {
        if let Some(id) = self.source_ids.get(entity)? {
            return Some(id.clone());
        }
        let known = self.entities.get(entity)?;
        let id = numbered("s", self.sources.len() + 1);
        let mut spans = known.mentions.clone();
        spans.sort_unstable();
        spans.dedup();
        let mentions = spans.into_iter().map(|span| self.extent(span)).collect();
        self.sources.push(Source {
            id: id.clone(),
            name: known.name.clone(),
            label: known.label.clone(),
            kind: known.kind,
            role: known.role.clone(),
            mentions,
        });
        *self.source_ids.get_mut(entity)? = Some(id.clone());
        Some(id)
    }

    fn link(&self, link: &provenance::Link) -> Link {
        let text = link.span.of(self.reading.text).into();
        Link { url: link.url.clone(), text, at: Some(self.extent(link.span)) }
    }

    fn at<T>(&self, field: &Grounded<T>) -> Option<Extent> {
        field.at.map(|span| self.extent(span))
    }

    fn extent(&self, span: Span) -> Extent {
        Extent::new(self.index.scalar(span.start), self.index.scalar(span.end))
    }
}
