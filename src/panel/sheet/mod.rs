//! The panel of one attribution.

mod evidence;
mod foot;
mod head;
mod setting;
mod way;

use super::view::{View, visible};
use super::{PANEL_ID, PANEL_TITLE_ID, PanelProps};
use crate::report::{Attribution, Missing, SourceKind};
use yew::{Html, component, html};

/// Where one utterance comes from.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let view = View::new(&props.report, &props.article, props.lang, &props.on_action);
    let found = visible(&props.report).enumerate().find(|(_, entry)| entry.id == *props.id);
    html! {
        <div ref={props.root.clone()} id={PANEL_ID} class="panel" part="panel" role="dialog" tabindex="-1"
            aria-labelledby={PANEL_TITLE_ID} lang={props.lang.tag()} dir={props.lang.direction()}
            popover={props.popover.then_some("manual")}>
            { head::close(&view) }
            // A fresh body for every attribution starts at its top.
            <div class="body" key={props.id.as_str()}>
                { match found {
                    Some((at, entry)) => body(&view, props, entry, at),
                    None => nothing(&view),
                } }
            </div>
            { foot::foot(&view, props, found.map(|(at, _)| at)) }
        </div>
    }
}

fn body(view: &View, props: &PanelProps, entry: &Attribution, at: usize) -> Html {
    html! {
        <>
            { head::head(view, entry, at) }
            { head::status(view, props, entry) }
            { head::form(view, entry) }
            { section(view.messages.how_it_reached_you, way::way(view, entry)) }
            { section(view.messages.setting, setting::setting(view, entry)) }
            { not_said(view, entry) }
            { section(view.messages.how_we_know, evidence::evidence(view, entry)) }
        </>
    }
}

fn nothing(view: &View) -> Html {
    html! {
        <>
            <h2 class="hidden" id={PANEL_TITLE_ID}>{ view.messages.who_said_this }</h2>
            <p>{ view.messages.nothing_here }</p>
        </>
    }
}

fn section(heading: &'static str, content: Html) -> Html {
    html! {
        <section class="section" part="section">
            <h3>{ heading }</h3>
            { content }
        </section>
    }
}

/// What the article leaves unsaid, in the order of the vocabulary. The setting says in its place that there is no link,
/// and "unnamed, reason not given" says that the source is unnamed.
fn not_said(view: &View, entry: &Attribution) -> Html {
    let lacks = |missing| entry.missing.contains(&missing);
    let kind = view.source_of(entry).map(|source| source.kind);
    let unnamed = lacks(Missing::Anonymous)
        || matches!(kind, None | Some(SourceKind::AnonymousPerson | SourceKind::AnonymousGroup));
    let said: Html = Missing::ALL
        .iter()
        .filter(|&&missing| lacks(missing) && missing != Missing::NoLink)
        .filter(|&&missing| missing != Missing::Anonymous || !lacks(Missing::AnonymityReasonAbsent))
        .map(|&missing| {
            let words = match missing {
                Missing::AnonymityReasonAbsent if !unnamed => view.messages.origin_reason_absent,
                missing => (view.messages.missing)(missing),
            };
            html! { <li key={missing.as_str()}>{ words }</li> }
        })
        .collect();
    if entry.missing.iter().all(|&missing| missing == Missing::NoLink) {
        return Html::default();
    }
    section(view.messages.not_said, html! { <ul class="missing">{ said }</ul> })
}
