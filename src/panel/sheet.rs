//! The panel of one attribution.

use super::{PANEL_ID, PanelProps};
use yew::{Html, component, html};

/// Where one utterance comes from.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let found = props.report.attributions.iter().find(|entry| entry.id == *props.id);
    let words = found.map(|entry| entry.content.exact.clone()).unwrap_or_default();
    html! {
        <div ref={props.root.clone()} id={PANEL_ID} class="panel" part="panel" role="dialog" tabindex="-1"
            lang={props.lang.tag()} dir={props.lang.direction()} popover={props.popover.then_some("manual")}>
            <p>{ words }</p>
        </div>
    }
}
