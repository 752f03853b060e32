//! "Voices in this story": all attributions at a glance.

mod list;
mod share;
mod table;

use super::glyph::{CLOSE, gap_glyph, icon, source_glyph_silent};
use super::view::{View, visible};
use super::{Action, OVERVIEW_ID, OverviewProps};
use crate::report::{Attribution, SourceKind};
use share::{Share, clear_source, mix, shares};
use yew::{AttrValue, Callback, Html, InputEvent, TargetCast, UseStateHandle, component, html, use_state_eq};

/// What the reader chose to see.
struct Choice {
    by_source: UseStateHandle<bool>,
    /// None for all; a kind of none for what is not clear.
    kind: UseStateHandle<Option<Option<SourceKind>>>,
    query: UseStateHandle<AttrValue>,
}

impl Choice {
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
    let choice = Choice {
        by_source: use_state_eq(|| props.by_source),
        kind: use_state_eq(|| None),
        query: use_state_eq(AttrValue::default),
    };
    let view = View::new(&props.report, &props.article, props.lang, &props.on_action);
    let shares = shares(&props.report, &props.article);
    html! {
        <section ref={props.root.clone()} id={OVERVIEW_ID} class="overview" part="overview" tabindex="-1"
            aria-labelledby="who-said-overview-title" lang={props.lang.tag()} dir={props.lang.direction()}>
            { title(&view, props) }
            { filters(&view, &choice, &shares) }
            { table::table(&view, &shares) }
            { tools(&view, &choice) }
            { list::list(&view, &choice, &shares, props) }
        </section>
    }
}

fn title(view: &View, props: &OverviewProps) -> Html {
    let found = view.messages.found.say(visible(view.report).count(), view.messages);
    html! {
        <header class="overview-head">
            <h2 id="who-said-overview-title">{ view.messages.voices }</h2>
            <p>{ found }</p>
            if props.closable {
                <button type="button" class="close" part="close" aria-label={view.messages.close}
                    onclick={view.send(Action::CloseOverview)}>{ icon(CLOSE) }</button>
            }
        </header>
    }
}

/// The mix of kinds: how many sources of each, every one a button that shows only these.
fn filters(view: &View, choice: &Choice, shares: &[Share]) -> Html {
    let kinds = mix(shares).into_iter().map(|(kind, count)| {
        let chosen = *choice.kind == Some(kind);
        let state = choice.kind.clone();
        let onclick = Callback::from(move |_| state.set((!chosen).then_some(kind)));
        html! {
            <li key={kind.map_or("", SourceKind::as_str)}>
                <button type="button" class="kind" part="filter" aria-pressed={pressed(chosen)} onclick={onclick}>
                    { kind.map_or_else(gap_glyph, source_glyph_silent) }
                    <span>{ kind.map_or(view.messages.unclear, view.messages.kind) }</span>
                    <span class="count">{ count }</span>
                </button>
            </li>
        }
    });
    html! { <ul class="kinds" role="list" aria-label={view.messages.filter}>{ for kinds }</ul> }
}

fn tools(view: &View, choice: &Choice) -> Html {
    let messages = view.messages;
    let query = choice.query.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let field: web_sys::HtmlInputElement = event.target_unchecked_into();
        query.set(field.value().into());
    });
    html! {
        <div class="choices">
            <div class="orders" role="group" aria-label={messages.order}>
                { order(choice, messages.in_order, false) }
                { order(choice, messages.by_source, true) }
            </div>
            <label class="search">
                <span>{ messages.search }</span>
                <input type="search" autocomplete="off" spellcheck="false" value={AttrValue::clone(&choice.query)}
                    oninput={oninput} />
            </label>
        </div>
    }
}

fn order(choice: &Choice, name: &'static str, by_source: bool) -> Html {
    let state = choice.by_source.clone();
    let onclick = Callback::from(move |_| state.set(by_source));
    let chosen = *choice.by_source == by_source;
    html! { <button type="button" class="order" aria-pressed={pressed(chosen)} onclick={onclick}>{ name }</button> }
}

fn pressed(chosen: bool) -> &'static str {
    if chosen { "true" } else { "false" }
}
