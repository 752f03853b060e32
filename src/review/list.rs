//! All attributions, with what became of each, and those whose words are not in the article any more.

use super::app::Desk;
use super::choose::Purpose;
use super::work::{Msg, Work};
use crate::editing::{Edit, State};
use crate::panel::View;
use crate::report::Attribution;
use yew::html::Scope;
use yew::{AttrValue, Callback, Html, html};

/// The `id` of an attribution's button.
pub fn item_id(id: &str) -> String {
    format!("item-{id}")
}

/// A state in words, and the class that draws its shape.
pub fn state_words(state: State) -> (&'static str, &'static str) {
    match state {
        State::Unreviewed => ("Not reviewed", "basis inferred"),
        State::Confirmed => ("Confirmed", "basis newsroom"),
        State::Corrected => ("Corrected", "basis newsroom"),
        State::Withheld => ("Withheld", "basis withheld"),
        State::Changed => ("Words changed since", "basis inferred"),
    }
}

/// A piece of the widget's own panels.
pub fn piece(desk: &Desk, work: &Work, draw: impl FnOnce(&mut View)) -> Html {
    let nothing = Callback::noop();
    let mut view = View::new(&work.shown, &work.article, desk.lang, &nothing);
    draw(&mut view);
    view.done()
}

pub fn view(desk: &Desk, work: &Work, link: &Scope<Desk>) -> Html {
    let entries = &work.shown.attributions;
    let found = match entries.len() {
        0 => "Nothing found. Select words in the article to attribute them.".to_owned(),
        1 => "1 found; others may exist.".to_owned(),
        count => format!("{count} found; others may exist."),
    };
    let unread = work.shown.sources_unread;
    html! {
        <section class="overview all" aria-labelledby="list-title">
            <h2 id="list-title" tabindex="-1">{ "Attributions" }</h2>
            <p class="hint">{ found }</p>
            if unread {
                <p class="hint">{ "Nobody reads this language yet: quotations were found by their marks, without their speakers." }</p>
            }
            <ol class="entries" role="list">{ for entries.iter().map(|entry| item(desk, work, entry, link)) }</ol>
            if !work.shown.orphans.is_empty() {
                <h3 id="orphans-title">{ "No longer in the article" }</h3>
                <ol class="entries orphans" role="list" aria-labelledby="orphans-title">
                    { for work.shown.orphans.iter().map(|entry| orphan(desk, work, entry, link)) }
                </ol>
            }
        </section>
    }
}

fn words(desk: &Desk, work: &Work, entry: &Attribution) -> Html {
    let (words, class) = state_words(work.review.state(entry));
    html! {
        <>
            <span class="words">{ piece(desk, work, |view| view.utterance(entry, 140)) }</span>
            <span class="byline">
                <span class="item speaker">{ piece(desk, work, |view| view.source_line(entry)) }</span>
                <span class={class}>{ words }</span>
            </span>
        </>
    }
}

fn item(desk: &Desk, work: &Work, entry: &Attribution, link: &Scope<Desk>) -> Html {
    let id = AttrValue::from(entry.id.clone());
    let withheld = work.review.state(entry) == State::Withheld;
    html! {
        <li key={entry.id.clone()}>
            <button type="button" id={item_id(&entry.id)} class={if withheld { "entry taken" } else { "entry" }}
                onclick={link.callback(move |_| Msg::Open(id.clone()))}>
                { words(desk, work, entry) }
            </button>
        </li>
    }
}

fn orphan(desk: &Desk, work: &Work, entry: &Attribution, link: &Scope<Desk>) -> Html {
    let id = AttrValue::from(entry.id.clone());
    let purpose = Purpose::Words(id.clone());
    html! {
        <li key={entry.id.clone()} id={item_id(&entry.id)}>
            <p class="lost">{ words(desk, work, entry) }</p>
            <div class="buttons">
                <button type="button" class="quiet" onmousedown={|event: yew::MouseEvent| event.prevent_default()}
                    onclick={link.callback(move |_| Msg::Choose(purpose.clone()))}>{ "Choose its words" }</button>
                <button type="button" class="quiet" onclick={link.callback(move |_| Msg::Edit(None, id.clone(), Edit::Forget))}>{ "Remove" }</button>
            </div>
        </li>
    }
}
