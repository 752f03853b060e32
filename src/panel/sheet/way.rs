//! How it reached you: the chain, drawn as a way and read as an ordered list.

use crate::panel::chain::{Act, Step, steps};
use crate::panel::glyph::{gap_glyph, page_glyph, source_glyph};
use crate::panel::node::tag;
use crate::panel::view::View;
use crate::report::{Attribution, Basis, MediumKind, SourceKind};

pub fn way(view: &mut View, entry: &Attribution) {
    view.leaf(tag!("p", "class" = "route"), view.messages.route(entry.route));
    view.el(tag!("ol", "class" = "way", "role" = "list"), |view| {
        for (at, step) in steps(view.report, entry).into_iter().enumerate() {
            let class = match step {
                Step::Agent { source, basis, .. } => match (is_thing(source.kind), basis == Basis::Stated) {
                    (false, true) => "hop",
                    (true, true) => "hop thing",
                    (false, false) => "hop unstated",
                    (true, false) => "hop thing unstated",
                },
                Step::Gap(_) => "gap",
                Step::Page(_) => "page",
            };
            view.item(tag!("li", "class" = class), at.into(), |view| draw(view, step));
        }
    });
}

/// Whether a source is printed, filed or broadcast, not a person or people.
fn is_thing(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Institution | SourceKind::NewsOutlet | SourceKind::Document)
}

fn draw(view: &mut View, step: Step) {
    match step {
        Step::Agent { source, act, medium, basis } => {
            source_glyph(view, source.kind);
            view.el(tag!("div"), |view| {
                view.el(tag!("span", "class" = "agent"), |view| view.source_name(source));
                did(view, act, medium);
                if basis != Basis::Stated {
                    view.basis(basis);
                }
            });
        }
        Step::Gap(gap) => {
            gap_glyph(view);
            view.leaf(tag!("span", "class" = "gap-words"), view.messages.gap(gap));
        }
        Step::Page(act) => {
            page_glyph(view);
            view.el(tag!("div"), |view| {
                view.leaf(tag!("span", "class" = "agent"), view.messages.this_page());
                did(view, act, MediumKind::Unknown);
            });
        }
    }
}

/// What an agent did, in what.
fn did(view: &mut View, act: Act, medium: MediumKind) {
    view.tree.open(tag!("span", "class" = "did"));
    for words in [view.messages.act(act), view.messages.medium(medium)] {
        if !words.is_empty() {
            view.leaf(tag!("span", "class" = "item"), words);
        }
    }
    view.tree.close();
}
