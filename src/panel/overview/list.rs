//! The attributions themselves, in the order of the text or by source.

use super::share::Share;
use super::{Choice, Chosen};
use crate::panel::glyph::{gap_glyph, source_glyph_silent};
use crate::panel::node::{BARE, el, fixed, item, live, said, several, text, varying};
use crate::panel::view::{View, click, visible};
use crate::panel::{Action, OverviewProps};
use crate::report::Attribution;
use yew::{AttrValue, Html};

pub fn list(view: &View, chosen: &Chosen, shares: &[Share], props: &OverviewProps) -> Html {
    let query = chosen.query.trim().to_lowercase();
    let (mut present, mut orphans) = (Vec::new(), Vec::new());
    for entry in visible(view.report).filter(|entry| chosen.shows(view, entry, &query)) {
        let lost = props.orphans.iter().any(|id| **id == *entry.id);
        if lost { &mut orphans } else { &mut present }.push(entry);
    }
    let messages = view.messages;
    let narrowed = match (chosen.narrows(), present.len() + orphans.len()) {
        (false, _) => several(Vec::new()),
        (true, 0) => text(messages.nothing_matches),
        (true, count) => said(messages.shown.say(count, messages)),
    };
    let body = match chosen.order {
        Choice::InOrder => entries(view, &present, props, true),
        Choice::BySource => groups(view, shares, &present, props),
    };
    let mut lost = Vec::new();
    if !orphans.is_empty() {
        lost.push(el("h3", BARE, vec![text(messages.orphans)]));
        lost.push(entries(view, &orphans, props, true));
    }
    let parts = vec![
        el("p", fixed! { "class" = "shown", "role" = "status" }, vec![narrowed]),
        el("div", BARE, vec![body]),
        el("div", BARE, lost),
    ];
    el("div", fixed! { "class" = "voices" }, parts)
}

fn groups(view: &View, shares: &[Share], present: &[&Attribution], props: &OverviewProps) -> Html {
    let messages = view.messages;
    let mut groups = Vec::new();
    for (at, share) in shares.iter().enumerate() {
        let mut own = share.entries.clone();
        own.retain(|entry| present.iter().any(|shown| shown.id == entry.id));
        if own.is_empty() {
            continue;
        }
        let name = share.source.map_or_else(|| text(messages.unclear), |source| view.source_name(source));
        let count = messages.statements.say(share.entries.len(), messages);
        let heading = vec![
            share.source.map_or_else(gap_glyph, |source| source_glyph_silent(source.kind)),
            el("span", BARE, vec![name]),
            el("span", fixed! { "class" = "count" }, vec![said(count)]),
        ];
        let parts = vec![el("h3", BARE, heading), entries(view, &own, props, false)];
        groups.push(item("section", at.into(), fixed! { "class" = "group" }, parts));
    }
    el("div", fixed! { "class" = "groups" }, groups)
}

fn entries(view: &View, list: &[&Attribution], props: &OverviewProps, with_source: bool) -> Html {
    let open = props.open.as_deref();
    let list = list.iter().map(|shown| entry(view, shown, open == Some(&shown.id), with_source)).collect();
    el("ol", fixed! { "class" = "entries", "part" = "entries", "role" = "list" }, list)
}

fn entry(view: &View, entry: &Attribution, open: bool, with_source: bool) -> Html {
    let id = AttrValue::from(entry.id.clone());
    let mut byline = Vec::with_capacity(2);
    if with_source {
        let class = if view.source_of(entry).is_some() { "item name" } else { "item name unclear" };
        byline.push(el("span", varying! { "class" = class }, vec![view.source_line(entry)]));
    }
    byline.push(view.part(text(view.messages.form(entry.form))));
    let parts = vec![
        el("span", fixed! { "class" = "words" }, vec![view.utterance(entry, 160)]),
        el("span", fixed! { "class" = "byline" }, byline),
    ];
    let expanded = if open { Some("true") } else { None };
    let attributes = varying! { "type" = "button", "class" = "entry", "part" = "entry", "aria-expanded" = expanded };
    let answer = Some(click(view.send(Action::Open(id))));
    item("li", entry.id.as_str().into(), BARE, vec![live("button", attributes, vec![answer], parts)])
}
