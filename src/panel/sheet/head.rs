//! The panel's head: whose words, of what kind, checked by whom, in what form.

use crate::panel::chain::find;
use crate::panel::date::day_in_words;
use crate::panel::glyph::{CLOSE, gap_glyph, icon, source_glyph_silent};
use crate::panel::template::{fill, say};
use crate::panel::view::{View, visible};
use crate::panel::{Action, PANEL_TITLE_ID, PanelProps};
use crate::report::{Attribution, SourceRef, Status};
use yew::{AttrValue, Html, classes, html};

pub fn close(view: &View) -> Html {
    html! {
        <button type="button" class="close" part="close" aria-label={view.messages.close}
            onclick={view.send(Action::Close)}>{ icon(CLOSE) }</button>
    }
}

/// The source's name, role and kind; candidates where it is not clear.
pub fn head(view: &View, entry: &Attribution, at: usize) -> Html {
    let messages = view.messages;
    let count = visible(view.report).count();
    let position = say(messages.position, &[&(at + 1).to_string(), &count.to_string()]);
    let source = view.source_of(entry);
    html! {
        <header class="head" part="head">
            <p class="eyebrow">
                <span>{ messages.who_said_this }</span>
                <span class="position">{ position }</span>
            </p>
            <div class="who">
                { source.map_or_else(gap_glyph, |source| source_glyph_silent(source.kind)) }
                <div>
                    <h2 id={PANEL_TITLE_ID} class={classes!(source.is_none().then_some("unclear"))}>
                        <span class="hidden">{ messages.who_said_this }{ " " }</span>
                        { view.source_line(entry) }
                    </h2>
                    if let Some(source) = source {
                        <p class="role">
                            if let Some(role) = source.role.as_deref().filter(|role| !role.is_empty()) {
                                <span class="item">{ view.page_words(role) }</span>
                            }
                            <span class="item">{ (messages.kind)(source.kind) }</span>
                        </p>
                    }
                </div>
            </div>
            { candidates(view, entry) }
            { nesting(view, entry) }
        </header>
    }
}

fn candidates(view: &View, entry: &Attribution) -> Html {
    if view.source_of(entry).is_some() || entry.candidates.is_empty() {
        return Html::default();
    }
    html! {
        <div class="candidates">
            <p>{ view.messages.candidates }</p>
            <ul>{ for entry.candidates.iter().map(|candidate| self::candidate(view, candidate)) }</ul>
        </div>
    }
}

fn candidate(view: &View, candidate: &SourceRef) -> Html {
    let Some(source) = find(view.report, &candidate.source) else { return Html::default() };
    html! {
        <li key={candidate.source.clone()}>
            { source_glyph_silent(source.kind) }
            <span>{ view.source_name(source) }</span>
            { super::evidence::mention(view, candidate) }
        </li>
    }
}

/// In whose words these are reported.
fn nesting(view: &View, entry: &Attribution) -> Html {
    let outer = entry.nested_in.as_ref().and_then(|outer| visible(view.report).find(|entry| entry.id == *outer));
    let Some(outer) = outer else { return Html::default() };
    let open = Action::Open(AttrValue::from(outer.id.clone()));
    let name = html! {
        <button type="button" class="plain" onclick={view.send(open)}>{ view.source_line(outer) }</button>
    };
    html! { <p class="nesting">{ fill(view.messages.within_words_of, &[name]) }</p> }
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
            return html! { <p class="status inferred" part="status">{ words }</p> };
        }
    };
    let newsroom = match props.newsroom.as_deref().or(view.report.article.publisher.as_deref()) {
        Some(name) => html! { <bdi>{ AttrValue::from(name.to_owned()) }</bdi> },
        None => Html::from(messages.the_newsroom),
    };
    let said = match props.confirmed_on.as_deref() {
        Some(date) => fill(dated, &[newsroom, Html::from(day_in_words(date, messages))]),
        None => fill(plain, &[newsroom]),
    };
    html! { <p class="status newsroom" part="status">{ said }{ " " }{ messages.not_the_truth }</p> }
}

/// The form, and the beginning of the words.
pub fn form(view: &View, entry: &Attribution) -> Html {
    html! {
        <div class="form" part="form">
            <p class="excerpt">{ view.utterance(entry, 180) }</p>
            <p class="meaning">
                <strong>{ (view.messages.form)(entry.form) }</strong>
                { " " }
                <span>{ (view.messages.form_means)(entry.form) }</span>
            </p>
        </div>
    }
}
