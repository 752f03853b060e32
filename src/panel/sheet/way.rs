//! How it reached you: the chain, drawn as a way and read as an ordered list.

use crate::panel::chain::{Act, Step, steps};
use crate::panel::glyph::{gap_glyph, page_glyph, source_glyph};
use crate::panel::node::{BARE, el, fixed, item, several, text, varying};
use crate::panel::view::View;
use crate::report::{Attribution, Basis, MediumKind, Source};
use yew::Html;

pub fn way(view: &View, entry: &Attribution) -> Html {
    let mut drawn = Vec::new();
    for (at, step) in steps(view.report, entry).into_iter().enumerate() {
        let (class, parts) = match step {
            Step::Agent { source, act, medium, basis } => agent(view, source, act, medium, basis),
            Step::Gap(gap) => {
                let words = el("span", fixed! { "class" = "gap-words" }, vec![text(view.messages.gap(gap))]);
                ("gap", vec![gap_glyph(), words])
            }
            Step::Page(act) => {
                let name = named(text(view.messages.this_page));
                ("page", vec![page_glyph(), el("div", BARE, vec![name, did(view, act, MediumKind::Unknown)])])
            }
        };
        drawn.push(item("li", at.into(), varying! { "class" = class }, parts));
    }
    several(vec![
        el("p", fixed! { "class" = "route" }, vec![text(view.messages.route(entry.route))]),
        el("ol", fixed! { "class" = "way", "part" = "chain", "role" = "list" }, drawn),
    ])
}

fn agent(view: &View, source: &Source, act: Act, medium: MediumKind, basis: Basis) -> (&'static str, Vec<Html>) {
    let mut parts = vec![named(view.source_name(source)), did(view, act, medium)];
    let mut class = "hop";
    if basis != Basis::Stated {
        class = "hop unstated";
        parts.push(view.basis(basis));
    }
    (class, vec![source_glyph(source.kind, view.messages), el("div", BARE, parts)])
}

fn named(name: Html) -> Html {
    el("span", fixed! { "class" = "agent" }, vec![name])
}

/// What an agent did, in what.
fn did(view: &View, act: Act, medium: MediumKind) -> Html {
    let said = [view.messages.act(act), view.messages.medium(medium)];
    let parts = said.into_iter().filter(|words| !words.is_empty()).map(|words| view.part(text(words))).collect();
    el("span", fixed! { "class" = "did" }, parts)
}
