//! What Yew renders into the widget's shadow root: the overview where the widget stands, and the open panel.

use super::config::Voices;
use crate::panel::{Action, ArticleText, Chosen, Lang, Notice, OverviewProps, PanelProps, launcher, overview, sheet};
use crate::report::Report;
use std::rc::Rc;
use yew::virtual_dom::{VList, VNode};
use yew::{AttrValue, Callback, Component, Context, Html, NodeRef, Properties};

/// What is shown. The two are rendered apart: to open a panel must not cost another look at a long overview.
#[derive(Clone, PartialEq)]
pub(super) enum Shows {
    Overview {
        how: Voices,
        /// Whether the launcher's overview is open.
        open: bool,
        /// Whether it is to be shown to its end.
        whole: bool,
    },
    /// The panel of the attribution with this id, if one is open.
    Panel(Option<AttrValue>),
}

/// Everything that is shown.
#[derive(Clone, Properties)]
pub(super) struct ViewProps {
    pub shows: Shows,
    pub report: Rc<Report>,
    pub article: Rc<ArticleText>,
    pub lang: Lang,
    pub newsroom: Option<AttrValue>,
    pub notice: Option<Notice>,
    /// How many attributions the overview lists at most.
    pub most: usize,
    /// The root element of panel or overview.
    pub root: NodeRef,
    pub on_action: Callback<Action>,
    /// The open panel or overview stands in the DOM with what it shows now.
    pub on_shown: Callback<()>,
}

impl PartialEq for ViewProps {
    /// The widget gives new properties only where something changed.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Overview or panel: one component, since each one more is 2 kB of module.
pub(super) struct View {
    /// What the reader chose in the overview.
    chosen: Chosen,
    /// What was last told to be shown, and on which report.
    shown: Option<(AttrValue, *const Report)>,
}

impl Component for View {
    type Message = Chosen;
    type Properties = ViewProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self { chosen: Chosen::new(&ctx.props().overview(false, false)), shown: None }
    }

    fn update(&mut self, _: &Context<Self>, chosen: Chosen) -> bool {
        self.chosen = chosen;
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &ViewProps) -> bool {
        // Another widget's reader has chosen nothing yet.
        if matches!(before.shows, Shows::Overview { how: Voices::Absent, .. }) {
            self.chosen = Chosen::new(&ctx.props().overview(false, false));
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let none = || VNode::from(VList::new());
        let draw = |props: &OverviewProps| overview(props, &self.chosen, ctx.link().callback(|chosen| chosen));
        // Two places that stay, so that the launcher does not move when the overview comes or goes.
        let (first, second) = match &props.shows {
            Shows::Panel(open) => (props.panel(open).map(|props| sheet(&props)), None),
            Shows::Overview { how: Voices::Absent, .. } => (None, None),
            Shows::Overview { how: Voices::Shown, whole, .. } => (Some(draw(&props.overview(false, *whole))), None),
            Shows::Overview { how: Voices::Button, open, whole } => {
                let given = props.overview(true, *whole);
                (Some(launcher(&given, *open)), open.then(|| draw(&given)))
            }
        };
        VList::with_children(vec![first.unwrap_or_else(none), second.unwrap_or_else(none)], None).into()
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let props = ctx.props();
        let shown = match &props.shows {
            Shows::Panel(open) => open.clone().map(|open| (open, Rc::as_ptr(&props.report))),
            Shows::Overview { open, .. } => open.then(|| (AttrValue::default(), std::ptr::null())),
        };
        if self.shown != shown {
            self.shown = shown;
            if self.shown.is_some() {
                props.on_shown.emit(());
            }
        }
    }
}

impl ViewProps {
    /// Draws a panel nowhere: a browser compiles code when it runs for the first time, and a reader who opens the first
    /// panel does not wait for it then.
    pub fn rehearse(&self) {
        if let Shows::Panel(open) = &self.shows {
            drop(self.panel(open).map(|props| sheet(&props)));
        }
    }

    fn overview(&self, popover: bool, whole: bool) -> OverviewProps {
        OverviewProps {
            report: self.report.clone(),
            article: self.article.clone(),
            open: None,
            lang: self.lang,
            newsroom: self.newsroom.clone(),
            by_source: false,
            orphans: Rc::default(),
            closable: popover,
            popover,
            whole,
            most: self.most,
            root: self.root.clone(),
            on_action: self.on_action.clone(),
        }
    }

    fn panel(&self, open: &Option<AttrValue>) -> Option<PanelProps> {
        Some(PanelProps {
            report: self.report.clone(),
            article: self.article.clone(),
            id: open.clone()?,
            lang: self.lang,
            newsroom: self.newsroom.clone(),
            notice: self.notice,
            popover: true,
            root: self.root.clone(),
            on_action: self.on_action.clone(),
        })
    }
}
