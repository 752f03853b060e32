//! The panel of one attribution.

mod evidence;
mod foot;
mod head;
mod original;
mod setting;
mod way;

pub(super) use foot::tool;
pub(super) use head::{close_button, grip};

use super::node::tag;
use super::view::{View, visible};
use super::{Action, PANEL_ID, PANEL_TITLE_ID, PanelProps};
use crate::report::{Attribution, Missing, SourceKind};
use yew::{Html, component};

/// Where one utterance comes from.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    sheet(props)
}

/// What [`Panel`] shows.
pub fn sheet(props: &PanelProps) -> Html {
    let mut view = View::new(&props.report, &props.article, props.lang, &props.on_action);
    view.tree.open(tag!(
        "div",
        "class" = "sheet",
        "id" = PANEL_ID,
        "role" = "dialog",
        "tabindex" = "-1",
        "aria-labelledby" = PANEL_TITLE_ID,
        "lang" = props.lang.tag(),
        "dir" = props.lang.direction(),
        "popover" = if props.popover { "manual" } else { "" }
    ));
    view.tree.reach(&props.root);
    view.tree.open(tag!("div", "class" = "panel"));
    let found = visible(&props.report).enumerate().find(|(_, entry)| entry.id == *props.id);
    grip(&mut view);
    close_button(&mut view, Action::Close);
    // A fresh body for every attribution starts at its top.
    view.item(tag!("div", "class" = "body"), props.id.as_str().into(), |view| match found {
        Some((at, entry)) => body(view, props, entry, at),
        None => {
            view.leaf(tag!("h2", "class" = "hidden", "id" = PANEL_TITLE_ID), view.messages.who_said_this());
            view.leaf(tag!("p"), view.messages.nothing_here());
        }
    });
    foot::foot(&mut view, props, found.map(|(at, _)| at));
    view.tree.close();
    view.tree.close();
    view.done()
}

fn body(view: &mut View, props: &PanelProps, entry: &Attribution, at: usize) {
    let messages = view.messages;
    slot(view, "panel-header");
    head::head(view, entry, at);
    head::status(view, props, entry);
    head::form(view, entry);
    section(view, messages.how_it_reached_you(), &mut |view| way::way(view, entry));
    section(view, messages.setting(), &mut |view| setting::setting(view, entry));
    not_said(view, entry);
    section(view, messages.how_we_know(), &mut |view| evidence::evidence(view, entry));
    if let Some(original) = &entry.original {
        section(view, messages.in_the_original(), &mut |view| original::original(view, entry, original));
    }
    foot::tools(view, props);
    slot(view, "panel-footer");
}

/// Where the publisher's own words go: a child of the element with this name in its attribute `slot`.
pub fn slot(view: &mut View, name: &'static str) {
    view.tree.open(tag!("slot", "name" = name));
    view.tree.close();
}

fn section(view: &mut View, heading: &'static str, content: &mut dyn FnMut(&mut View)) {
    view.tree.open(tag!("section", "class" = "section"));
    view.leaf(tag!("h3", "class" = "heading"), heading);
    content(view);
    view.tree.close();
}

/// What the article leaves unsaid, in the order of the vocabulary. The setting says in its place that there is no link,
/// and "unnamed, reason not given" says that the source is unnamed.
fn not_said(view: &mut View, entry: &Attribution) {
    let lacks = |missing| entry.missing.contains(&missing);
    let kind = view.source_of(entry).map(|source| source.kind);
    let unnamed = lacks(Missing::Anonymous)
        || matches!(kind, None | Some(SourceKind::AnonymousPerson | SourceKind::AnonymousGroup));
    let mut lines = Vec::new();
    for &missing in Missing::ALL.iter().filter(|&&missing| lacks(missing)) {
        lines.push(match missing {
            Missing::NoLink => continue,
            Missing::Anonymous if lacks(Missing::AnonymityReasonAbsent) => continue,
            Missing::AnonymityReasonAbsent if !unnamed => view.messages.origin_reason_absent(),
            missing => view.messages.missing(missing),
        });
    }
    if lines.is_empty() {
        return;
    }
    section(view, view.messages.not_said(), &mut |view| {
        view.el(tag!("ul", "class" = "missing"), |view| {
            for words in &lines {
                view.leaf(tag!("li"), words);
            }
        });
    });
}
