//! "Voices in this story": all attributions at a glance.

use super::{OVERVIEW_ID, OverviewProps};
use yew::{Html, component, html};

/// All attributions of the article.
#[component]
pub fn Overview(props: &OverviewProps) -> Html {
    html! {
        <section ref={props.root.clone()} id={OVERVIEW_ID} class="overview" part="overview" tabindex="-1"
            lang={props.lang.tag()} dir={props.lang.direction()}>
            <h2>{ props.lang.messages().voices }</h2>
        </section>
    }
}
