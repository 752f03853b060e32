//! Addresses that the article gives for an utterance.

use super::chain::Cast;
use super::setting::Setting;
use super::words::{Sense, meaning};
use super::{Context, Link};
use crate::options::BlockKind;
use crate::text::Span;
use crate::text::address::is_web;
use crate::vocabulary::MediumKind;

/// All addresses of an article in the order of the text: its links, and addresses written out. Only `http` and `https`.
pub(super) fn find(context_text: &str, anchors: &[crate::options::Anchor]) -> Vec<Link> {
    let linked = anchors.iter().filter(|anchor| is_web(&anchor.url));
    let mut links: Vec<Link> = linked.map(|anchor| Link { url: anchor.url.clone(), span: anchor.span }).collect();
    for (at, _) in context_text.match_indices("http") {
        let rest = context_text.get(at..).unwrap_or("");
        let end = rest.find(|c: char| c.is_whitespace() || "\"'<>“”’»)]".contains(c)).unwrap_or(rest.len());
        let url = rest.get(..end).unwrap_or("").trim_end_matches(['.', ',', ';', ':', '!', '?']);
        let span = Span::new(at, at + url.len());
        let new = links.iter().all(|link| !link.span.overlaps(span));
        if is_web(url) && new && links.len() < 1000 {
            links.push(Link { url: url.to_owned(), span });
        }
    }
    links.sort_by_key(|link| link.span);
    links
}

/// The links for an utterance: in its sentence, those that carry its cue, its source, its medium or its own words, and in
/// its paragraph those that name its outlet.
pub(super) fn of(context: &Context<'_>, cast: &Cast<'_>, index: usize, setting: &Setting) -> Vec<Link> {
    let Some(utterance) = context.utterances.get(index) else { return Vec::new() };
    let Some(paragraph) = context.reading.paragraphs.get(utterance.block) else { return Vec::new() };
    let carries = [
        utterance.cue.map(|cue| cue.span),
        utterance.source.map(|mention| mention.span),
        setting.medium.as_ref().and_then(|medium| medium.at),
        setting.outlet.as_ref().and_then(|outlet| outlet.name.at),
    ];
    let outlet = setting
        .outlet
        .as_ref()
        .map(|outlet| squash(cast.name(context, outlet.name.value)))
        .filter(|name| name.len() > 2);
    let post = setting.medium.as_ref().is_some_and(|medium| medium.value == MediumKind::SocialPost);
    let from = paragraph.span.start.min(utterance.sentence.start);
    let until = paragraph.span.end.max(utterance.sentence.end);
    // A link may hold others, as that of a block quotation does.
    let near = context.links.iter().filter(|link| link.span.end > from && link.span.start < until);
    near.filter(|link| {
        let carried =
            utterance.sentence.overlaps(link.span) && carries.iter().flatten().any(|span| span.overlaps(link.span));
        let quoted = utterance.segments.iter().any(|segment| segment.overlaps(link.span));
        let host = squash(host(&link.url));
        let words = squash(link.span.of(context.reading.text));
        let named = outlet.as_ref().is_some_and(|name| host.contains(name.as_str()) || words.contains(name.as_str()));
        let embedded = paragraph.kind == BlockKind::Post && paragraph.span.contains(link.span);
        let network = post && host_names_network(&link.url) || embedded;
        let in_marks = post || paragraph.kind == BlockKind::Quote || !utterance.quotations.is_empty();
        carried || quoted && in_marks || named || network
    })
    .cloned()
    .collect()
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or("")
}

fn host_names_network(url: &str) -> bool {
    let host = host(url);
    host.split('.').any(|part| part.len() > 1 && meaning(part).has(Sense::Network)) || matches!(host, "x.com" | "t.me")
}

/// Letters and digits only, small, without article.
fn squash(name: &str) -> String {
    let lower = name.to_lowercase();
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    lower.chars().filter(|c| c.is_alphanumeric()).collect()
}
