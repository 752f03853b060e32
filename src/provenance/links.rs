//! Addresses that the article gives for an utterance.

use super::names::bare;
use super::setting::Setting;
use super::{Context, Link};
use crate::lexicon::Sense;
use crate::options::{Anchor, BlockKind};
use crate::text::Span;
use crate::text::address::is_web;
use crate::vocabulary::MediumKind;

/// Written-out addresses that are read of an article; more are a list of links.
const MOST: usize = 1000;

/// All addresses of an article in the order of the text: its links, and addresses written out. Only `http` and `https`.
#[inline(never)]
pub(super) fn find(text: &str, anchors: &[Anchor]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for anchor in anchors.iter().filter(|anchor| is_web(&anchor.url)) {
        insert(&mut links, &anchor.url, anchor.span);
    }
    for (at, _) in text.match_indices("http").take(MOST) {
        let rest = text.get(at..).unwrap_or("");
        let url = rest.split(|c: char| c.is_whitespace() || "\"'<>“”’»)]".contains(c)).next().unwrap_or("");
        let url = url.trim_end_matches(['.', ',', ';', ':', '!', '?']);
        let span = Span::new(at, at + url.len());
        let new = links.iter().all(|link| !link.span.overlaps(span));
        if new && is_web(url) {
            insert(&mut links, url, span);
        }
    }
    links
}

fn insert(links: &mut Vec<Link>, url: &str, span: Span) {
    let at = links.partition_point(|link| link.span <= span);
    links.insert(at, Link { url: url.to_owned(), span });
}

/// The links for an utterance: in its sentence, those that carry its cue, its source, its medium or its own words, and in
/// its paragraph those that name its outlet or, of a post, a network.
#[inline(never)]
pub(super) fn of(context: &Context<'_>, links: &[Link], index: usize, setting: &Setting) -> Vec<Link> {
    let Some(utterance) = context.utterances.get(index) else { return Vec::new() };
    let Some(paragraph) = context.reading.paragraphs.get(utterance.block) else { return Vec::new() };
    let carriers = [
        utterance.cue.map(|cue| cue.span),
        utterance.source.map(|mention| mention.span),
        setting.medium.and_then(|medium| medium.at),
        setting.outlet.and_then(|outlet| outlet.at),
    ];
    let outlet = setting.outlet.map(|outlet| squash(context.name(outlet.value.name))).unwrap_or_default();
    let post = setting.kind() == MediumKind::SocialPost;
    let near = paragraph.span.cover(utterance.sentence);
    let mut found = Vec::new();
    // A link may hold others, as that of a block quotation does.
    for link in links.iter().filter(|link| link.span.end > near.start && link.span.start < near.end) {
        let host = host(&link.url);
        let carried =
            utterance.sentence.overlaps(link.span) && carriers.iter().flatten().any(|span| span.overlaps(link.span));
        let quoted = (post || paragraph.kind == BlockKind::Quote || !utterance.quotations.is_empty())
            && utterance.segments.iter().any(|segment| segment.overlaps(link.span));
        let named = outlet.len() > 2
            && (squash(host).contains(&outlet) || squash(link.span.of(context.reading.text)).contains(&outlet));
        let known = |part: &str| context.reading.lexicon.look_up(part).sense.has(Sense::NETWORK);
        let network =
            post && (host.split('.').any(|part| part.len() > 1 && known(part)) || host == "x.com" || host == "t.me");
        let embedded = paragraph.kind == BlockKind::Post && paragraph.span.contains(link.span);
        if carried || quoted || named || network || embedded {
            found.push(link.clone());
        }
    }
    found
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or("")
}

/// Letters and digits only, small, without article.
fn squash(name: &str) -> String {
    let name = bare(name).trim_start_matches("The ");
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.map(|c| c.to_ascii_lowercase()).collect()
}
