//! The panel of one attribution.

mod evidence;
mod foot;
mod head;
mod setting;
mod way;

pub(super) use head::close_button;

use super::node::{BARE, el, fixed, item, several, text};
use super::view::{View, visible};
use super::{PANEL_ID, PANEL_TITLE_ID, PanelProps};
use crate::report::{Attribution, Missing, SourceKind};
use yew::{Html, component, html};

/// Where one utterance comes from.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let view = View::new(&props.report, &props.article, props.lang, &props.on_action);
    let found = visible(&props.report).enumerate().find(|(_, entry)| entry.id == *props.id);
    let content = match found {
        Some((at, entry)) => body(&view, props, entry, at),
        None => nothing(&view),
    };
    html! {
        <div ref={props.root.clone()} id={PANEL_ID} class="panel" part="panel" role="dialog" tabindex="-1"
            aria-labelledby={PANEL_TITLE_ID} lang={props.lang.tag()} dir={props.lang.direction()}
            popover={props.popover.then_some("manual")}>
            { head::close(&view) }
            // A fresh body for every attribution starts at its top.
            { item("div", props.id.as_str().into(), fixed! { "class" = "body" }, content) }
            { foot::foot(&view, props, found.map(|(at, _)| at)) }
        </div>
    }
}

fn body(view: &View, props: &PanelProps, entry: &Attribution, at: usize) -> Vec<Html> {
    let messages = view.messages;
    vec![
        head::head(view, entry, at),
        head::status(view, props, entry),
        head::form(view, entry),
        section(messages.how_it_reached_you, way::way(view, entry)),
        section(messages.setting, setting::setting(view, entry)),
        not_said(view, entry),
        section(messages.how_we_know, evidence::evidence(view, entry)),
    ]
}

fn nothing(view: &View) -> Vec<Html> {
    let title = fixed! { "class" = "hidden", "id" = PANEL_TITLE_ID };
    vec![
        el("h2", title, vec![text(view.messages.who_said_this)]),
        el("p", BARE, vec![text(view.messages.nothing_here)]),
    ]
}

fn section(heading: &'static str, content: Html) -> Html {
    let heading = el("h3", BARE, vec![text(heading)]);
    el("section", fixed! { "class" = "section", "part" = "section" }, vec![heading, content])
}

/// What the article leaves unsaid, in the order of the vocabulary. The setting says in its place that there is no link,
/// and "unnamed, reason not given" says that the source is unnamed.
fn not_said(view: &View, entry: &Attribution) -> Html {
    let lacks = |missing| entry.missing.contains(&missing);
    let kind = view.source_of(entry).map(|source| source.kind);
    let unnamed = lacks(Missing::Anonymous)
        || matches!(kind, None | Some(SourceKind::AnonymousPerson | SourceKind::AnonymousGroup));
    let mut lines = Vec::new();
    for &missing in Missing::ALL.iter().filter(|&&missing| lacks(missing)) {
        let words = match missing {
            Missing::NoLink => continue,
            Missing::Anonymous if lacks(Missing::AnonymityReasonAbsent) => continue,
            Missing::AnonymityReasonAbsent if !unnamed => view.messages.origin_reason_absent,
            missing => view.messages.missing(missing),
        };
        lines.push(el("li", BARE, vec![text(words)]));
    }
    if lines.is_empty() {
        return several(Vec::new());
    }
    section(view.messages.not_said, el("ul", fixed! { "class" = "missing" }, lines))
}
