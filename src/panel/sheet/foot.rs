//! The panel's foot: on to the next, take it along, report a mistake.

use crate::panel::glyph::{BACK, ON, icon};
use crate::panel::view::{View, visible};
use crate::panel::{Action, Notice, PanelProps};
use yew::{AttrValue, Callback, Html, MouseEvent, html};

/// `at` is the attribution's place among those that are shown.
pub fn foot(view: &View, props: &PanelProps, at: Option<usize>) -> Html {
    let messages = view.messages;
    let id = || AttrValue::clone(&props.id);
    let last = visible(view.report).count().saturating_sub(1);
    html! {
        <footer class="foot" part="foot">
            if let Some(at) = at {
                <div class="steps">
                    { step(view, "step back", messages.previous, -1, at > 0) }
                    { step(view, "step on", messages.next, 1, at < last) }
                </div>
                <div class="tools">
                    { tool(messages.copy_link, view.send(Action::CopyLink(id()))) }
                    { tool(messages.copy_citation, view.send(Action::CopyCitation(id()))) }
                    { tool(messages.report_mistake, view.send(Action::ReportMistake(id()))) }
                </div>
            }
            // The live region has to stand before it speaks.
            <p class="notice" role="status">{ props.notice.map(|notice| said(view, notice)).unwrap_or_default() }</p>
        </footer>
    }
}

/// At an end of the story the button stays, so that focus is not lost, and does nothing.
fn step(view: &View, class: &'static str, name: &'static str, by: isize, possible: bool) -> Html {
    let onclick: Option<Callback<MouseEvent>> = possible.then(|| view.send(Action::Step(by)));
    html! {
        <button type="button" class={class} part="step" aria-disabled={(!possible).then_some("true")} onclick={onclick}>
            if by < 0 { { icon(BACK) } }
            <span>{ name }</span>
            if by > 0 { { icon(ON) } }
        </button>
    }
}

fn tool(name: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="plain" part="tool" onclick={onclick}>{ name }</button> }
}

fn said(view: &View, notice: Notice) -> &'static str {
    match notice {
        Notice::LinkCopied => view.messages.link_copied,
        Notice::CitationCopied => view.messages.citation_copied,
        Notice::CopyFailed => view.messages.copy_failed,
        Notice::MistakeReported => view.messages.mistake_reported,
    }
}
