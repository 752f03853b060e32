//! The panel's head: whose words, of what kind, checked by whom, in what form.

use crate::panel::chain::find;
use crate::panel::date::day_in_words;
use crate::panel::glyph::{CLOSE, icon, source_glyph_silent, source_or_gap};
use crate::panel::node::tag;
use crate::panel::template::{fill, say};
use crate::panel::view::{View, visible};
use crate::panel::{Action, PANEL_TITLE_ID, PanelProps};
use crate::report::{Attribution, Source, Status};
use yew::AttrValue;

/// The button at the upper edge that closes panel or overview.
pub fn close_button(view: &mut View, action: Action) {
    let name = view.messages.close();
    view.tree.open(tag!("button", "class" = "close", "type" = "button", "aria-label" = name));
    view.on_click(action);
    icon(view, CLOSE);
    view.tree.close();
}

/// By which a finger draws a sheet up and down, and which makes it high or low when pressed; on phones only.
pub fn grip(view: &mut View) {
    let name = view.messages.height();
    view.tree.open(tag!("button", "class" = "grip", "type" = "button", "aria-label" = name));
    view.on_click(Action::Resize);
    view.tree.close();
}

/// The source's name, role and kind; candidates where it is not clear.
pub fn head(view: &mut View, entry: &Attribution, at: usize) {
    let source = view.source_of(entry);
    view.el(tag!("header", "class" = "head"), |view| {
        eyebrow(view, at);
        view.el(tag!("div", "class" = "who"), |view| {
            source_or_gap(view, source);
            view.el(tag!("div"), |view| who(view, entry, source));
        });
        if source.is_none() && !entry.candidates.is_empty() {
            candidates(view, entry);
        }
        nesting(view, entry);
    });
}

/// The question, and which attribution of how many this is.
fn eyebrow(view: &mut View, at: usize) {
    let count = visible(view.report).count();
    let position = say(view.messages.position(), &[&(at + 1).to_string(), &count.to_string()]);
    view.el(tag!("p", "class" = "eyebrow"), |view| {
        view.leaf(tag!("span"), view.messages.who_said_this());
        view.el(tag!("span", "class" = "position"), |view| view.said(position));
    });
}

fn who(view: &mut View, entry: &Attribution, source: Option<&Source>) {
    let messages = view.messages;
    let class = if source.is_some() { "name" } else { "name unclear" };
    view.el(tag!("h2", "class" = class, "id" = PANEL_TITLE_ID), |view| {
        view.el(tag!("span", "class" = "hidden"), |view| {
            view.text(messages.who_said_this());
            view.text(" ");
        });
        view.source_line(entry);
    });
    let Some(source) = source else { return };
    view.el(tag!("p", "class" = "role"), |view| {
        if let Some(role) = source.role.as_deref().filter(|role| !role.is_empty()) {
            view.el(tag!("span", "class" = "item"), |view| view.page_words(role));
        }
        view.leaf(tag!("span", "class" = "item"), messages.kind(source.kind));
    });
}

fn candidates(view: &mut View, entry: &Attribution) {
    view.el(tag!("div", "class" = "candidates"), |view| {
        view.leaf(tag!("p"), view.messages.candidates());
        view.el(tag!("ul"), |view| {
            for candidate in &entry.candidates {
                let Some(source) = candidate.source.as_deref().and_then(|id| find(view.report, id)) else { continue };
                view.el(tag!("li"), |view| {
                    source_glyph_silent(view, source.kind);
                    view.el(tag!("span"), |view| view.source_name(source));
                    super::evidence::mention(view, candidate);
                });
            }
        });
    });
}

/// In whose words these are reported.
fn nesting(view: &mut View, entry: &Attribution) {
    let outer = entry.nested_in.as_ref().and_then(|outer| visible(view.report).find(|entry| entry.id == *outer));
    let Some(outer) = outer else { return };
    view.el(tag!("p", "class" = "nesting"), |view| {
        fill(view, view.messages.within_words_of(), &mut |view, _| {
            view.tree.open(tag!("button", "class" = "plain", "type" = "button"));
            view.on_click(Action::Open(AttrValue::from(outer.id.clone())));
            view.source_line(outer);
            view.tree.close();
        });
    });
}

/// Who stands behind the entry, by word and shape.
pub fn status(view: &mut View, props: &PanelProps, entry: &Attribution) {
    let messages = view.messages;
    let (plain, dated) = match entry.status {
        Status::Confirmed => (messages.confirmed_by(), messages.confirmed_by_on()),
        Status::Corrected => (messages.corrected_by(), messages.corrected_by_on()),
        Status::Inferred | Status::Withheld => {
            let words = match view.source_of(entry) {
                Some(_) => messages.identified_automatically(),
                None if view.report.sources_unread => messages.sources_unread(),
                None => messages.unclear_automatically(),
            };
            return view.leaf(tag!("p", "class" = "status inferred"), words);
        }
    };
    let date = entry.confirmed_on.as_deref();
    view.el(tag!("p", "class" = "status newsroom"), |view| {
        // One element, since the shape before it stands in a row with it.
        view.el(tag!("span"), |view| {
            let template = if date.is_some() { dated } else { plain };
            fill(view, template, &mut |view, slot| match (slot, date) {
                (1, Some(date)) => view.said(day_in_words(date, messages)),
                _ => newsroom(view, props),
            });
            view.text(" ");
            view.text(messages.not_the_truth());
        });
    });
}

fn newsroom(view: &mut View, props: &PanelProps) {
    match props.newsroom.as_deref().or(view.report.article.publisher.as_deref()) {
        Some(name) => view.page_words(name),
        None => view.text(view.messages.the_newsroom()),
    }
}

/// The form, and the beginning of the words.
pub fn form(view: &mut View, entry: &Attribution) {
    view.el(tag!("div", "class" = "form"), |view| {
        view.el(tag!("p", "class" = "excerpt"), |view| view.utterance(entry, 180));
        view.el(tag!("p", "class" = "meaning"), |view| {
            view.leaf(tag!("strong"), view.messages.form(entry.form));
            view.text(" ");
            view.leaf(tag!("span"), view.messages.form_means(entry.form));
        });
        if let Some(was) = entry.was.as_deref() {
            view.el(tag!("p", "class" = "meaning"), |view| {
                fill(view, view.messages.changed_since(), &mut |view, _| view.quoted(was));
            });
        }
    });
}
