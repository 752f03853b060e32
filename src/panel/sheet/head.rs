//! The panel's head: whose words, of what kind, checked by whom, in what form.

use crate::panel::chain::find;
use crate::panel::date::day_in_words;
use crate::panel::glyph::{CLOSE, gap_glyph, icon, source_glyph_silent};
use crate::panel::node::{BARE, el, fixed, live, said, several, text, varying};
use crate::panel::template::{fill, say};
use crate::panel::view::{View, click, visible};
use crate::panel::{Action, PANEL_TITLE_ID, PanelProps};
use crate::report::{Attribution, SourceRef, Status};
use yew::{AttrValue, Html};

pub fn close(view: &View) -> Html {
    close_button(view, Action::Close)
}

/// The button at the upper edge that closes panel or overview.
pub fn close_button(view: &View, action: Action) -> Html {
    let attributes = varying! {
        "type" = "button", "class" = "close", "part" = "close", "aria-label" = view.messages.close,
    };
    live("button", attributes, vec![Some(click(view.send(action)))], vec![icon(CLOSE)])
}

/// The source's name, role and kind; candidates where it is not clear.
pub fn head(view: &View, entry: &Attribution, at: usize) -> Html {
    let messages = view.messages;
    let count = visible(view.report).count();
    let position = say(messages.position, &[&(at + 1).to_string(), &count.to_string()]);
    let eyebrow = vec![
        el("span", BARE, vec![text(messages.who_said_this)]),
        el("span", fixed! { "class" = "position" }, vec![said(position)]),
    ];
    let source = view.source_of(entry);
    let question = el("span", fixed! { "class" = "hidden" }, vec![text(messages.who_said_this), text(" ")]);
    let class = if source.is_some() { "name" } else { "name unclear" };
    let title = el("h2", varying! { "id" = PANEL_TITLE_ID, "class" = class }, vec![question, view.source_line(entry)]);
    let mut who = vec![title];
    if let Some(source) = source {
        let mut parts = Vec::with_capacity(2);
        if let Some(role) = source.role.as_deref().filter(|role| !role.is_empty()) {
            parts.push(view.part(view.page_words(role)));
        }
        parts.push(view.part(text(messages.kind(source.kind))));
        who.push(el("p", fixed! { "class" = "role" }, parts));
    }
    let glyph = source.map_or_else(gap_glyph, |source| source_glyph_silent(source.kind));
    let parts = vec![
        el("p", fixed! { "class" = "eyebrow" }, eyebrow),
        el("div", fixed! { "class" = "who" }, vec![glyph, el("div", BARE, who)]),
        candidates(view, entry),
        nesting(view, entry),
    ];
    el("header", fixed! { "class" = "head", "part" = "head" }, parts)
}

fn candidates(view: &View, entry: &Attribution) -> Html {
    if view.source_of(entry).is_some() || entry.candidates.is_empty() {
        return several(Vec::new());
    }
    let list = entry.candidates.iter().filter_map(|candidate| self::candidate(view, candidate)).collect();
    let parts = vec![el("p", BARE, vec![text(view.messages.candidates)]), el("ul", BARE, list)];
    el("div", fixed! { "class" = "candidates" }, parts)
}

fn candidate(view: &View, candidate: &SourceRef) -> Option<Html> {
    let source = find(view.report, &candidate.source)?;
    let name = el("span", BARE, vec![view.source_name(source)]);
    let parts = vec![source_glyph_silent(source.kind), name, super::evidence::mention(view, candidate)];
    Some(el("li", BARE, parts))
}

/// In whose words these are reported.
fn nesting(view: &View, entry: &Attribution) -> Html {
    let outer = entry.nested_in.as_ref().and_then(|outer| visible(view.report).find(|entry| entry.id == *outer));
    let Some(outer) = outer else { return several(Vec::new()) };
    let open = Action::Open(AttrValue::from(outer.id.clone()));
    let attributes = fixed! { "type" = "button", "class" = "plain" };
    let name = live("button", attributes, vec![Some(click(view.send(open)))], vec![view.source_line(outer)]);
    el("p", fixed! { "class" = "nesting" }, vec![fill(view.messages.within_words_of, &[name])])
}

/// Who stands behind the entry, by word and shape.
pub fn status(view: &View, props: &PanelProps, entry: &Attribution) -> Html {
    let messages = view.messages;
    let (plain, dated) = match entry.status {
        Status::Confirmed => (messages.confirmed_by, messages.confirmed_by_on),
        Status::Corrected => (messages.corrected_by, messages.corrected_by_on),
        Status::Inferred | Status::Withheld => {
            let clear = view.source_of(entry).is_some();
            let words = if clear { messages.identified_automatically } else { messages.unclear_automatically };
            return el("p", fixed! { "class" = "status inferred", "part" = "status" }, vec![text(words)]);
        }
    };
    let newsroom = match props.newsroom.as_deref().or(view.report.article.publisher.as_deref()) {
        Some(name) => view.page_words(name),
        None => text(messages.the_newsroom),
    };
    let confirmed = match props.confirmed_on.as_deref() {
        Some(date) => fill(dated, &[newsroom, said(day_in_words(date, messages))]),
        None => fill(plain, &[newsroom]),
    };
    // One element, since the shape before it stands in a row with it.
    let words = el("span", BARE, vec![confirmed, text(" "), text(messages.not_the_truth)]);
    el("p", fixed! { "class" = "status newsroom", "part" = "status" }, vec![words])
}

/// The form, and the beginning of the words.
pub fn form(view: &View, entry: &Attribution) -> Html {
    let meaning = vec![
        el("strong", BARE, vec![text(view.messages.form(entry.form))]),
        text(" "),
        el("span", BARE, vec![text(view.messages.form_means(entry.form))]),
    ];
    let parts = vec![
        el("p", fixed! { "class" = "excerpt" }, vec![view.utterance(entry, 180)]),
        el("p", fixed! { "class" = "meaning" }, meaning),
    ];
    el("div", fixed! { "class" = "form", "part" = "form" }, parts)
}
