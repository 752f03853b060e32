//! The panel's foot: on to the next, take it along, report a mistake.

use crate::panel::glyph::{BACK, ON, icon};
use crate::panel::node::{BARE, el, fixed, live, text, varying};
use crate::panel::view::{View, click, visible};
use crate::panel::{Action, Notice, PanelProps};
use yew::{AttrValue, Html};

/// `at` is the attribution's place among those that are shown.
pub fn foot(view: &View, props: &PanelProps, at: Option<usize>) -> Html {
    let messages = view.messages;
    let mut parts = Vec::with_capacity(3);
    if let Some(at) = at {
        let last = visible(view.report).count().saturating_sub(1);
        let steps = vec![
            step(view, "step back", messages.previous, -1, at > 0),
            step(view, "step on", messages.next, 1, at < last),
        ];
        let id = || AttrValue::clone(&props.id);
        let tools = vec![
            tool(view, messages.copy_link, Action::CopyLink(id())),
            tool(view, messages.copy_citation, Action::CopyCitation(id())),
            tool(view, messages.report_mistake, Action::ReportMistake(id())),
        ];
        parts.push(el("div", fixed! { "class" = "steps" }, steps));
        parts.push(el("div", fixed! { "class" = "tools" }, tools));
    }
    // The live region has to stand before it speaks.
    let notice = text(props.notice.map_or("", |notice| said(view, notice)));
    parts.push(el("p", fixed! { "class" = "notice", "role" = "status" }, vec![notice]));
    el("footer", fixed! { "class" = "foot", "part" = "foot" }, parts)
}

/// At an end of the story the button stays, so that focus is not lost, and does nothing.
fn step(view: &View, class: &'static str, name: &'static str, by: isize, possible: bool) -> Html {
    let disabled = if possible { None } else { Some("true") };
    let attributes = varying! { "type" = "button", "class" = class, "part" = "step", "aria-disabled" = disabled };
    let listener = if possible { Some(click(view.send(Action::Step(by)))) } else { None };
    let name = el("span", BARE, vec![text(name)]);
    let parts = if by < 0 { vec![icon(BACK), name] } else { vec![name, icon(ON)] };
    live("button", attributes, vec![listener], parts)
}

fn tool(view: &View, name: &'static str, action: Action) -> Html {
    let attributes = fixed! { "type" = "button", "class" = "plain", "part" = "tool" };
    live("button", attributes, vec![Some(click(view.send(action)))], vec![text(name)])
}

fn said(view: &View, notice: Notice) -> &'static str {
    match notice {
        Notice::LinkCopied => view.messages.link_copied,
        Notice::CitationCopied => view.messages.citation_copied,
        Notice::CopyFailed => view.messages.copy_failed,
        Notice::MistakeReported => view.messages.mistake_reported,
    }
}
