//! How it reached you: the chain, drawn as a way and read as an ordered list.

use crate::panel::chain::{Act, Step, steps};
use crate::panel::glyph::{gap_glyph, page_glyph, source_glyph};
use crate::panel::view::View;
use crate::report::{Attribution, Basis, MediumKind, Source};
use yew::{Html, html};

pub fn way(view: &View, entry: &Attribution) -> Html {
    let drawn: Html = steps(view.report, entry)
        .iter()
        .enumerate()
        .map(|(at, step)| match *step {
            Step::Agent { source, act, medium, basis } => agent(view, at, source, act, medium, basis),
            Step::Gap(gap) => html! {
                <li key={at} class="gap">{ gap_glyph() }<span class="gap-words">{ (view.messages.gap)(gap) }</span></li>
            },
            Step::Page(act) => html! {
                <li key={at} class="page">
                    { page_glyph() }
                    <div>
                        <span class="agent">{ view.messages.this_page }</span>
                        { did(view, act, MediumKind::Unknown) }
                    </div>
                </li>
            },
        })
        .collect();
    html! {
        <>
            <p class="route">{ (view.messages.route)(entry.route) }</p>
            <ol class="way" part="chain" role="list">{ drawn }</ol>
        </>
    }
}

fn agent(view: &View, at: usize, source: &Source, act: Act, medium: MediumKind, basis: Basis) -> Html {
    let stated = basis == Basis::Stated;
    html! {
        <li key={at} class={if stated { "hop" } else { "hop unstated" }}>
            { source_glyph(source.kind, view.messages) }
            <div>
                <span class="agent">{ view.source_name(source) }</span>
                { did(view, act, medium) }
                if !stated { { view.basis(basis) } }
            </div>
        </li>
    }
}

/// What an agent did, in what.
fn did(view: &View, act: Act, medium: MediumKind) -> Html {
    let (act, medium) = ((view.messages.act)(act), (view.messages.medium)(medium));
    if act.is_empty() && medium.is_empty() {
        return Html::default();
    }
    html! {
        <span class="did">
            if !act.is_empty() { <span class="item">{ act }</span> }
            if !medium.is_empty() { <span class="item">{ medium }</span> }
        </span>
    }
}
