//! "Voices in this story": all attributions at a glance.

mod list;
mod share;
mod table;

use super::glyph::{gap_glyph, source_glyph_silent};
use super::node::{BARE, el, fixed, item, live, said, text, varying};
use super::sheet::close_button;
use super::view::{View, click, visible};
use super::{Action, OVERVIEW_ID, OverviewProps};
use crate::report::{Attribution, SourceKind};
use share::{Share, clear_source, mix, shares};
use std::rc::Rc;
use yew::html::oninput;
use yew::{AttrValue, Callback, Html, InputEvent, TargetCast, UseStateHandle, component, html, use_state};

/// In what order the attributions stand.
#[derive(Clone, Copy, PartialEq)]
enum Choice {
    InOrder,
    BySource,
}

/// What the reader chose to see.
#[derive(Clone)]
struct Chosen {
    order: Choice,
    /// None for all; a kind of none for what is not clear.
    kind: Option<Option<SourceKind>>,
    query: AttrValue,
}

impl Chosen {
    /// Whether anything is left out.
    fn narrows(&self) -> bool {
        self.kind.is_some() || !self.query.trim().is_empty()
    }

    /// Whether an attribution is among what the reader asked for. `query` is in lower case.
    fn shows(&self, view: &View, entry: &Attribution, query: &str) -> bool {
        let source = clear_source(view.report, entry);
        let of_kind = self.kind.is_none_or(|kind| source.map(|source| source.kind) == kind);
        let holds = |words: &str| words.to_lowercase().contains(query);
        let named = source.and_then(|source| source.name.as_deref().or(source.label.as_deref()));
        of_kind && (query.is_empty() || holds(&entry.content.exact) || named.is_some_and(holds))
    }
}

/// All attributions of the article.
#[component]
pub fn Overview(props: &OverviewProps) -> Html {
    let chosen = use_state(|| Chosen {
        order: if props.by_source { Choice::BySource } else { Choice::InOrder },
        kind: None,
        query: AttrValue::default(),
    });
    let view = View::new(&props.report, &props.article, props.lang, &props.on_action);
    let shares = shares(&props.report, &props.article);
    html! {
        <section ref={props.root.clone()} id={OVERVIEW_ID} class="overview" part="overview" tabindex="-1"
            aria-labelledby="who-said-overview-title" lang={props.lang.tag()} dir={props.lang.direction()}>
            { title(&view, props) }
            { filters(&view, &chosen, &shares) }
            { table::table(&view, &shares) }
            { tools(&view, &chosen) }
            { list::list(&view, &chosen, &shares, props) }
        </section>
    }
}

fn title(view: &View, props: &OverviewProps) -> Html {
    let found = view.messages.found.say(visible(view.report).count(), view.messages);
    let heading = fixed! { "id" = "who-said-overview-title" };
    let mut parts = vec![el("h2", heading, vec![text(view.messages.voices)]), el("p", BARE, vec![said(found)])];
    if props.closable {
        parts.push(close_button(view, Action::CloseOverview));
    }
    el("header", fixed! { "class" = "overview-head" }, parts)
}

/// The mix of kinds: how many sources of each, every one a button that shows only these.
fn filters(view: &View, chosen: &UseStateHandle<Chosen>, shares: &[Share]) -> Html {
    let messages = view.messages;
    let mut kinds = Vec::new();
    for (kind, count) in mix(shares) {
        let pressed = chosen.kind == Some(kind);
        let next = Chosen { kind: if pressed { None } else { Some(kind) }, ..Chosen::clone(chosen) };
        let parts = vec![
            kind.map_or_else(gap_glyph, source_glyph_silent),
            el("span", BARE, vec![text(kind.map_or(messages.unclear, |kind| messages.kind(kind)))]),
            el("span", fixed! { "class" = "count" }, vec![said(count.to_string())]),
        ];
        let button = toggle("kind", pressed, chosen, next, parts);
        kinds.push(item("li", kind.map_or("", SourceKind::as_str).into(), BARE, vec![button]));
    }
    let attributes = varying! { "class" = "kinds", "role" = "list", "aria-label" = messages.filter };
    el("ul", attributes, kinds)
}

fn tools(view: &View, chosen: &UseStateHandle<Chosen>) -> Html {
    let messages = view.messages;
    let order = |name, order| {
        toggle("order", chosen.order == order, chosen, Chosen { order, ..Chosen::clone(chosen) }, vec![text(name)])
    };
    let orders = vec![order(messages.in_order, Choice::InOrder), order(messages.by_source, Choice::BySource)];
    let group = varying! { "class" = "orders", "role" = "group", "aria-label" = messages.order };
    let search = vec![el("span", BARE, vec![text(messages.search)]), field(chosen)];
    let parts = vec![el("div", group, orders), el("label", fixed! { "class" = "search" }, search)];
    el("div", fixed! { "class" = "choices" }, parts)
}

/// The search field. It keeps what is typed itself; a value given back would move the caret.
fn field(chosen: &UseStateHandle<Chosen>) -> Html {
    let state = chosen.clone();
    let answer = Callback::from(move |event: InputEvent| {
        let field: web_sys::HtmlInputElement = event.target_unchecked_into();
        state.set(Chosen { query: field.value().into(), ..Chosen::clone(&state) });
    });
    let attributes = fixed! { "type" = "search", "autocomplete" = "off", "spellcheck" = "false" };
    live("input", attributes, vec![Some(Rc::new(oninput::Wrapper::new(answer)))], Vec::new())
}

/// A button that stays pressed; it sets what is chosen to `next`.
fn toggle(class: &'static str, pressed: bool, chosen: &UseStateHandle<Chosen>, next: Chosen, parts: Vec<Html>) -> Html {
    let pressed = if pressed { "true" } else { "false" };
    let attributes = varying! { "type" = "button", "class" = class, "part" = class, "aria-pressed" = pressed };
    let state = chosen.clone();
    let answer = Callback::from(move |_| state.set(next.clone()));
    live("button", attributes, vec![Some(click(answer))], parts)
}
