//! Where a review begins, and the bar that stands over it.

use super::app::Desk;
use super::choose::file_of;
use super::work::{Msg, Work};
use crate::editing::{Known, State};
use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlInputElement, HtmlTextAreaElement, InputEvent};
use yew::html::Scope;
use yew::{AttrValue, Callback, Html, html};

/// The `id` of the field for the article.
pub const PASTE: &str = "paste";

/// What was typed into a field, of one line or several.
pub fn typed(event: &Event) -> Option<String> {
    let target = event.target()?;
    match target.dyn_into::<HtmlInputElement>() {
        Ok(field) => Some(field.value()),
        Err(target) => Some(target.dyn_into::<HtmlTextAreaElement>().ok()?.value()),
    }
}

/// A button that has a file chosen.
fn file_button(name: &'static str, accept: &'static str, then: Callback<File>) -> Html {
    let onchange = move |event: Event| {
        if let Some(file) = file_of(&event) {
            then.emit(file);
        }
    };
    // The button's neighbour, which is never seen.
    let choose = |event: yew::MouseEvent| {
        let button = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let field = button.and_then(|button| button.next_element_sibling()?.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field {
            field.click();
        }
    };
    html! {
        <>
            <button type="button" class="quiet" onclick={choose}>{ name }</button>
            <input type="file" hidden=true {accept} {onchange} />
        </>
    }
}

/// The first page: an article is pasted, or its file is opened.
pub fn view(desk: &Desk, link: &Scope<Desk>) -> Html {
    let pasted = link.batch_callback(|event: InputEvent| typed(&event).map(Msg::Paste));
    let known = |set: fn(&mut Known, String)| {
        let known = desk.known.clone();
        link.batch_callback(move |event: Event| {
            let mut known = known.clone();
            set(&mut known, typed(&event)?);
            Some(Msg::Known(known))
        })
    };
    let read = {
        let text = desk.pasted.clone();
        link.callback(move |_| Msg::Read(String::new(), text.clone()))
    };
    let opened = link.callback(Msg::ArticleFile);
    html! {
        <main class="start">
            <h1 id="desk-title" tabindex="-1">{ "Review who said what" }</h1>
            <p class="lead">{ "Give an article, see whose words it reports and how they reached it, put right what is wrong, and save that as a small file beside the article." }</p>
            <label class="above" for={PASTE}>{ "Text or HTML of the article" }</label>
            <textarea id={PASTE} dir="auto" rows="12" spellcheck="false" value={desk.pasted.clone()} oninput={pasted} />
            <div class="known">
                <label>{ "Date of the article" }<input type="date" value={desk.known.published.clone()}
                    onchange={known(|known, text| known.published = text)} /></label>
                <label>{ "Publisher" }<input type="text" autocomplete="off" value={desk.known.publisher.clone()}
                    onchange={known(|known, text| known.publisher = text)} /></label>
            </div>
            <div class="buttons">
                <button type="button" class="primary" onclick={read}>{ "Find the quotations" }</button>
                { file_button("Open a file", ".html,.htm,.xhtml,.txt,.md,text/html,text/plain", opened) }
            </div>
            <p class="private">{ "Nothing you give leaves this browser, and nothing is kept in it. Save your report before you go." }</p>
        </main>
    }
}

/// What happened last, and what could not be used.
pub fn told(desk: &Desk, link: &Scope<Desk>) -> Html {
    html! {
        <div class="told">
            <p class="said" role="status">{ &desk.said }</p>
            if !desk.problems.is_empty() {
                <section class="problems" role="alert" id="problems" tabindex="-1">
                    <h2>{ "What could not be used" }</h2>
                    <ul>{ for desk.problems.iter().map(|problem| html! { <li><bdi>{ problem }</bdi></li> }) }</ul>
                    <button type="button" class="quiet" onclick={link.callback(|_| Msg::Dismiss)}>{ "I have read this" }</button>
                </section>
            }
        </div>
    }
}

/// What can be done at any time.
pub fn bar(_: &Desk, work: &Work, link: &Scope<Desk>) -> Html {
    let review = &work.review;
    let entries = &work.shown.attributions;
    let seen =
        entries.iter().filter(|entry| !matches!(review.state(entry), State::Unreviewed | State::Changed)).count();
    let headline = work.shown.article.headline.clone().unwrap_or_else(|| "Article".into());
    let step = |name: &'static str, possible: bool, msg: fn() -> Msg| {
        // It stays where it is, so that focus is not lost, and does nothing.
        html! {
            <button type="button" class="quiet" aria-disabled={(!possible).then_some("true")} onclick={link.callback(move |_| msg())}>
                { name }
            </button>
        }
    };
    let language = Some(AttrValue::from(work.shown.language.clone())).filter(|tag| !tag.is_empty());
    html! {
        <header class="bar">
            <div class="about">
                <h1 id="desk-title" tabindex="-1"><bdi lang={language}>{ headline }</bdi></h1>
                <p>{ format!("{seen} of {} reviewed", entries.len()) }<span class="saving">{
                    if review.is_saved() { "All is saved" } else { "Not saved yet" }
                }</span></p>
            </div>
            <div class="buttons">
                { step("Undo", review.can_undo(), || Msg::Undo) }
                { step("Redo", review.can_redo(), || Msg::Redo) }
                { file_button("Open a report", ".json,application/json", link.callback(Msg::ReportFile)) }
                <button type="button" class="quiet" onclick={link.callback(|_| Msg::Anew)}>{ "Another article" }</button>
                <button type="button" class="primary" onclick={link.callback(|_| Msg::Save)}>{ "Save the report" }</button>
            </div>
        </header>
    }
}
