//! What Yew renders into the widget's shadow root: the overview where the widget stands, and the open panel.

use crate::panel::{Action, ArticleText, Lang, Notice, Overview, Panel};
use crate::report::Report;
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, NodeRef, Properties, component, html, use_effect_with};

/// Everything that is shown.
#[derive(Clone, Properties)]
pub(super) struct ViewProps {
    pub report: Rc<Report>,
    pub article: Rc<ArticleText>,
    /// The attribution whose panel is open.
    pub open: Option<AttrValue>,
    pub lang: Lang,
    pub newsroom: Option<AttrValue>,
    pub notice: Option<Notice>,
    pub overview: bool,
    /// The panel's root element.
    pub panel: NodeRef,
    pub on_action: Callback<Action>,
    /// The open panel stands in the DOM with what it shows now.
    pub on_shown: Callback<()>,
}

impl PartialEq for ViewProps {
    /// The widget gives new properties only where something changed; panel and overview compare theirs.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Overview and panel.
#[component]
pub(super) fn View(props: &ViewProps) -> Html {
    let shown = props.on_shown.clone();
    use_effect_with((props.open.clone(), Rc::as_ptr(&props.report)), move |(open, _)| {
        if open.is_some() {
            shown.emit(());
        }
    });
    let ViewProps { report, article, open, lang, newsroom, notice, panel, on_action, .. } = props.clone();
    html! {
        <>
            <div class="overview-place">
                if props.overview {
                    <Overview report={report.clone()} article={article.clone()} open={open.clone()} {lang}
                        newsroom={newsroom.clone()} on_action={on_action.clone()} />
                }
            </div>
            <div class="panel-place">
                if let Some(id) = open {
                    <Panel {report} {article} {id} {lang} {newsroom} {notice} root={panel} {on_action} />
                }
            </div>
        </>
    }
}
