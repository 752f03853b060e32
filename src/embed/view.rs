//! What Yew renders into the widget's shadow root: the overview where the widget stands, and the open panel.

use crate::panel::{Action, ArticleText, Chosen, Lang, Notice, OverviewProps, PanelProps, overview, sheet};
use crate::report::Report;
use std::rc::Rc;
use yew::virtual_dom::{VList, VNode};
use yew::{AttrValue, Callback, Component, Context, Html, NodeRef, Properties};

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

/// Overview and panel: one component, since each one more is 2 kB of module.
pub(super) struct View {
    /// What the reader chose in the overview.
    chosen: Chosen,
    /// Which panel was last told to be shown, and on which report.
    shown: Option<(AttrValue, *const Report)>,
}

impl Component for View {
    type Message = Chosen;
    type Properties = ViewProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self { chosen: Chosen::new(&ctx.props().overview()), shown: None }
    }

    fn update(&mut self, _: &Context<Self>, chosen: Chosen) -> bool {
        self.chosen = chosen;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let none = || VNode::from(VList::new());
        // Two places that stay, so that neither moves when the other comes or goes.
        let shown =
            props.overview.then(|| overview(&props.overview(), &self.chosen, ctx.link().callback(|chosen| chosen)));
        let panel = props.panel().map(|props| sheet(&props));
        VList::with_children(vec![shown.unwrap_or_else(none), panel.unwrap_or_else(none)], None).into()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let props = ctx.props();
        let shown = props.open.clone().map(|open| (open, Rc::as_ptr(&props.report)));
        if self.shown != shown {
            self.shown = shown;
            if self.shown.is_some() {
                props.on_shown.emit(());
            }
        }
    }
}

impl ViewProps {
    fn overview(&self) -> OverviewProps {
        OverviewProps {
            report: self.report.clone(),
            article: self.article.clone(),
            open: self.open.clone(),
            lang: self.lang,
            newsroom: self.newsroom.clone(),
            by_source: false,
            orphans: Rc::default(),
            closable: false,
            root: NodeRef::default(),
            on_action: self.on_action.clone(),
        }
    }

    fn panel(&self) -> Option<PanelProps> {
        Some(PanelProps {
            report: self.report.clone(),
            article: self.article.clone(),
            id: self.open.clone()?,
            lang: self.lang,
            newsroom: self.newsroom.clone(),
            notice: self.notice,
            popover: true,
            root: self.panel.clone(),
            on_action: self.on_action.clone(),
        })
    }
}
