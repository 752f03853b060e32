//! The panel's end: take the words along, report a mistake; its foot: on to the next.

use crate::panel::glyph::{BACK, ON, icon};
use crate::panel::node::tag;
use crate::panel::view::{View, visible};
use crate::panel::{Action, Notice, PanelProps};
use yew::AttrValue;

/// `at` is the attribution's place among those that are shown.
pub fn foot(view: &mut View, props: &PanelProps, at: Option<usize>) {
    view.el(tag!("footer", "class" = "foot"), |view| {
        if let Some(at) = at {
            let messages = view.messages;
            let last = visible(view.report).count().saturating_sub(1);
            view.el(tag!("div", "class" = "steps"), |view| {
                step(view, "step back", messages.previous(), -1, at > 0);
                step(view, "step on", messages.next(), 1, at < last);
            });
        }
        // The live region has to stand before it speaks.
        let notice = props.notice.map_or("", |notice| said(view, notice));
        view.leaf(tag!("p", "class" = "notice", "role" = "status"), notice);
    });
}

/// What can be done with the words, below all that is known of them.
pub fn tools(view: &mut View, props: &PanelProps) {
    let messages = view.messages;
    let id = || AttrValue::clone(&props.id);
    view.el(tag!("div", "class" = "tools"), |view| {
        tool(view, messages.copy_link(), Action::CopyLink(id()));
        tool(view, messages.copy_citation(), Action::CopyCitation(id()));
        tool(view, messages.copy_markup(), Action::CopyMarkup(id()));
        tool(view, messages.report_mistake(), Action::ReportMistake(id()));
    });
}

/// At an end of the story the button stays, so that focus is not lost, and does nothing.
fn step(view: &mut View, class: &'static str, name: &'static str, by: isize, possible: bool) {
    let disabled = if possible { "" } else { "true" };
    view.tree.open(tag!("button", "class" = class, "type" = "button", "aria-disabled" = disabled));
    if possible {
        view.on_click(Action::Step(by));
    }
    if by < 0 {
        icon(view, BACK);
    }
    view.leaf(tag!("span"), name);
    if by > 0 {
        icon(view, ON);
    }
    view.tree.close();
}

/// A button that looks like a link.
pub fn tool(view: &mut View, name: &'static str, action: Action) {
    view.tree.open(tag!("button", "class" = "plain", "type" = "button"));
    view.on_click(action);
    view.text(name);
    view.tree.close();
}

fn said(view: &View, notice: Notice) -> &'static str {
    match notice {
        Notice::LinkCopied => view.messages.link_copied(),
        Notice::CitationCopied => view.messages.citation_copied(),
        Notice::CopyFailed => view.messages.copy_failed(),
        Notice::MistakeReported => view.messages.mistake_reported(),
        Notice::MailBegun => view.messages.mail_opened(),
        Notice::MistakeUntold => view.messages.mistake_untold(),
    }
}
