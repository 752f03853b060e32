//! The attributions themselves, in the order of the text or by source.

use super::share::Share;
use super::{Choice, Chosen, FIRST};
use crate::panel::glyph::source_or_gap;
use crate::panel::node::tag;
use crate::panel::template::say;
use crate::panel::view::{Answer, On, View, visible};
use crate::panel::{Action, OverviewProps};
use crate::report::Attribution;
use yew::AttrValue;

pub fn list(view: &mut View, chosen: &Chosen, shares: &[Share], order: &[usize], props: &OverviewProps) {
    let query = chosen.query.trim().to_lowercase();
    let (mut present, mut orphans) = (Vec::new(), Vec::new());
    for entry in visible(view.report).filter(|entry| chosen.shows(view, entry, &query)) {
        let lost = props.orphans.iter().any(|id| **id == *entry.id);
        if lost { &mut orphans } else { &mut present }.push(entry);
    }
    orphans.extend(view.report.orphans.iter().filter(|entry| chosen.shows(view, entry, &query)));
    let count = present.len() + orphans.len();
    present.truncate(props.most);
    view.el(tag!("div", "class" = "voices"), |view| {
        let messages = view.messages;
        view.el(tag!("p", "class" = "shown", "role" = "status"), |view| match (chosen.narrows(), count) {
            (false, _) => {}
            (true, 0) => view.text(messages.nothing_matches()),
            (true, count) => view.said(messages.count(messages.shown(), count)),
        });
        let whole = chosen.whole || props.whole || present.len() <= FIRST;
        let shown = present.get(..FIRST).filter(|_| !whole).unwrap_or(&present);
        view.el(tag!("div"), |view| match chosen.order {
            Choice::InOrder => entries(view, shown, props, true),
            Choice::BySource => groups(view, &mut shares.iter(), shown, props),
            Choice::ByShare => groups(view, &mut order.iter().filter_map(|&at| shares.get(at)), shown, props),
        });
        view.el(tag!("div"), |view| {
            if !whole {
                let all = say(messages.show_all(), &[&present.len().to_string()]);
                view.tree.open(tag!("button", "class" = "order", "type" = "button"));
                view.on(On::Click, Answer::Choose(Chosen { whole: true, ..chosen.clone() }));
                view.said(all);
                view.tree.close();
            }
        });
        view.el(tag!("div"), |view| {
            if !orphans.is_empty() {
                view.leaf(tag!("h3"), messages.orphans());
                entries(view, &orphans, props, true);
            }
        });
    });
}

fn groups<'a>(
    view: &mut View,
    shares: &mut dyn Iterator<Item = &'a Share<'a>>,
    present: &[&Attribution],
    props: &OverviewProps,
) {
    for (at, share) in shares.enumerate() {
        let mut own = share.entries.clone();
        own.retain(|entry| present.iter().any(|shown| shown.id == entry.id));
        if own.is_empty() {
            continue;
        }
        let count = view.messages.count(view.messages.statements(), share.entries.len());
        view.item(tag!("section", "class" = "group"), at.into(), |view| {
            view.el(tag!("h3"), |view| {
                source_or_gap(view, share.source);
                view.el(tag!("span"), |view| super::name(view, share.source));
                view.el(tag!("span", "class" = "count"), |view| view.said(count));
            });
            entries(view, &own, props, false);
        });
    }
}

fn entries(view: &mut View, list: &[&Attribution], props: &OverviewProps, with_source: bool) {
    let open = props.open.as_deref();
    view.tree.open(tag!("ol", "class" = "entries", "role" = "list"));
    for shown in list {
        view.tree.open(tag!("li"));
        view.tree.key(shown.id.as_str().into());
        entry(view, shown, open == Some(&shown.id), with_source);
        view.tree.close();
    }
    view.tree.close();
}

fn entry(view: &mut View, entry: &Attribution, open: bool, with_source: bool) {
    let open = if open { "true" } else { "" };
    view.tree.open(tag!("button", "class" = "entry", "type" = "button", "aria-expanded" = open));
    view.on_click(Action::Open(AttrValue::from(entry.id.clone())));
    view.el(tag!("span", "class" = "words"), |view| view.utterance(entry, 160));
    view.el(tag!("span", "class" = "byline"), |view| {
        if with_source {
            let class = if view.source_of(entry).is_some() { "item speaker" } else { "item speaker unclear" };
            view.el(tag!("span", "class" = class), |view| view.source_line(entry));
        }
        view.leaf(tag!("span", "class" = "item"), view.messages.form(entry.form));
        if entry.was.is_some() {
            view.leaf(tag!("span", "class" = "item changed"), view.messages.changed());
        }
    });
    view.tree.close();
}
