//! The attributions themselves, in the order of the text or by source.

use super::Choice;
use super::share::Share;
use crate::panel::glyph::{gap_glyph, source_glyph_silent};
use crate::panel::view::{View, visible};
use crate::panel::{Action, OverviewProps};
use crate::report::Attribution;
use yew::{AttrValue, Html, classes, html};

pub fn list(view: &View, choice: &Choice, shares: &[Share], props: &OverviewProps) -> Html {
    let query = choice.query.trim().to_lowercase();
    let shown = |entry: &&Attribution| choice.shows(view, entry, &query);
    let orphan = |entry: &&Attribution| props.orphans.iter().any(|id| **id == *entry.id);
    let count = visible(view.report).filter(shown).count();
    let messages = view.messages;
    let body = match (*choice.by_source, count) {
        (_, 0) => Html::default(),
        (false, _) => entries(view, visible(view.report).filter(shown).filter(|entry| !orphan(entry)), props, true),
        (true, _) => groups(view, shares, |entry| shown(entry) && !orphan(entry), props),
    };
    let mut orphans = visible(view.report).filter(shown).filter(orphan).peekable();
    let narrowed = match count {
        0 => AttrValue::from(messages.nothing_matches),
        count => AttrValue::from(messages.shown.say(count, messages)),
    };
    html! {
        <div class="voices">
            <p class="shown" role="status">{ if choice.narrows() { Html::from(narrowed) } else { Html::default() } }</p>
            <div>{ body }</div>
            <div>
                if orphans.peek().is_some() {
                    <h3>{ messages.orphans }</h3>
                    { entries(view, orphans, props, true) }
                }
            </div>
        </div>
    }
}

fn groups(view: &View, shares: &[Share], shown: impl Fn(&&Attribution) -> bool, props: &OverviewProps) -> Html {
    let messages = view.messages;
    let groups = shares.iter().enumerate().filter_map(|(at, share)| {
        let mut own = share.entries.iter().copied().filter(&shown).peekable();
        own.peek()?;
        let name = share.source.map_or_else(|| Html::from(messages.unclear), |source| view.source_name(source));
        Some(html! {
            <section class="group" key={at}>
                <h3>
                    { share.source.map_or_else(gap_glyph, |source| source_glyph_silent(source.kind)) }
                    <span>{ name }</span>
                    <span class="count">{ messages.statements.say(share.entries.len(), messages) }</span>
                </h3>
                { entries(view, own, props, false) }
            </section>
        })
    });
    html! { <div class="groups">{ for groups }</div> }
}

fn entries<'a>(
    view: &View,
    list: impl Iterator<Item = &'a Attribution>,
    props: &OverviewProps,
    with_source: bool,
) -> Html {
    html! {
        <ol class="entries" part="entries" role="list">
            { for list.map(|shown| entry(view, shown, props.open.as_deref() == Some(&shown.id), with_source)) }
        </ol>
    }
}

fn entry(view: &View, entry: &Attribution, open: bool, with_source: bool) -> Html {
    let id = AttrValue::from(entry.id.clone());
    let clear = view.source_of(entry).is_some();
    html! {
        <li key={entry.id.clone()}>
            <button type="button" class="entry" part="entry" aria-expanded={open.then_some("true")}
                onclick={view.send(Action::Open(id))}>
                <span class="words">
                    { view.utterance(entry, 160) }
                </span>
                <span class="byline">
                    if with_source {
                        <span class={classes!("item", "name", (!clear).then_some("unclear"))}>
                            { view.source_line(entry) }
                        </span>
                    }
                    <span class="item">{ (view.messages.form)(entry.form) }</span>
                </span>
            </button>
        </li>
    }
}
