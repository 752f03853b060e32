//! The properties of the public components.

use super::{Action, ArticleText, Lang, Notice};
use crate::report::{Extent, Report};
use std::rc::Rc;
use yew::{AttrValue, Callback, NodeRef, Properties};

/// Properties of [`Panel`](super::Panel).
///
/// A changed report or article is a new `Rc`: they are compared by address.
#[derive(Debug, Clone, Properties)]
pub struct PanelProps {
    /// The report that the attribution stands in.
    pub report: Rc<Report>,
    /// The text that the report's offsets count in.
    pub article: Rc<ArticleText>,
    /// Which attribution is shown; an unknown or withheld one shows an empty panel.
    pub id: AttrValue,
    /// Language of the interface.
    #[prop_or_default]
    pub lang: Lang,
    /// The newsroom's name, for "confirmed by"; the report's publisher where absent.
    #[prop_or_default]
    pub newsroom: Option<AttrValue>,
    /// What the page answers to the last action.
    #[prop_or_default]
    pub notice: Option<Notice>,
    /// Whether the root carries `popover="manual"`, so that the page opens it in the top layer.
    #[prop_or(true)]
    pub popover: bool,
    /// The root element, for the page to open, place and focus (`tabindex="-1"`).
    #[prop_or_default]
    pub root: NodeRef,
    /// What the reader asks for.
    #[prop_or_default]
    pub on_action: Callback<Action>,
}

impl PartialEq for PanelProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report)
            && Rc::ptr_eq(&self.article, &other.article)
            && self.id == other.id
            && self.lang == other.lang
            && self.newsroom == other.newsroom
            && self.notice == other.notice
            && self.popover == other.popover
            && self.root == other.root
            && self.on_action == other.on_action
    }
}

/// Properties of [`Overview`](super::Overview).
///
/// A changed report or article is a new `Rc`: they are compared by address.
#[derive(Debug, Clone, Properties)]
pub struct OverviewProps {
    /// The report.
    pub report: Rc<Report>,
    /// The text that the report's offsets count in.
    pub article: Rc<ArticleText>,
    /// The attribution whose panel is open.
    #[prop_or_default]
    pub open: Option<AttrValue>,
    /// Language of the interface.
    #[prop_or_default]
    pub lang: Lang,
    /// The newsroom's name; the report's publisher where absent.
    #[prop_or_default]
    pub newsroom: Option<AttrValue>,
    /// Whether the list starts grouped by source.
    #[prop_or_default]
    pub by_source: bool,
    /// Ids of attributions whose words are not in the article any more.
    #[prop_or_default]
    pub orphans: Rc<Vec<AttrValue>>,
    /// Whether a button to close it is offered ([`Action::CloseOverview`]).
    #[prop_or_default]
    pub closable: bool,
    /// Whether it stands in an element with `popover="auto"`, which the page opens in the top layer.
    #[prop_or_default]
    pub popover: bool,
    /// Whether a list of more than a hundred is shown to its end without being asked.
    #[prop_or_default]
    pub whole: bool,
    /// How many attributions the list shows at most: a long one is drawn a few at a time, and begins with none and without
    /// the charts.
    #[prop_or(usize::MAX)]
    pub most: usize,
    /// The root element, for the page to focus (`tabindex="-1"`).
    #[prop_or_default]
    pub root: NodeRef,
    /// What the reader asks for.
    #[prop_or_default]
    pub on_action: Callback<Action>,
}

impl PartialEq for OverviewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report)
            && Rc::ptr_eq(&self.article, &other.article)
            && self.open == other.open
            && self.lang == other.lang
            && self.newsroom == other.newsroom
            && self.by_source == other.by_source
            && self.orphans == other.orphans
            && self.closable == other.closable
            && self.popover == other.popover
            && self.whole == other.whole
            && self.most == other.most
            && self.root == other.root
            && self.on_action == other.on_action
    }
}

/// Properties of [`MarkedArticle`](super::MarkedArticle).
///
/// A changed report or article is a new `Rc`: they are compared by address.
#[derive(Debug, Clone, Properties)]
pub struct MarkedArticleProps {
    /// The report.
    pub report: Rc<Report>,
    /// The text that the report's offsets count in; a paragraph a line.
    pub article: Rc<ArticleText>,
    /// The attribution whose panel is open.
    #[prop_or_default]
    pub open: Option<AttrValue>,
    /// Words to light up, in scalar values: those of the last [`Action::Point`].
    #[prop_or_default]
    pub lit: Vec<Extent>,
    /// Language of the marks' names.
    #[prop_or_default]
    pub lang: Lang,
    /// What the reader asks for: [`Action::Open`], or [`Action::Close`] by the mark of the open panel.
    #[prop_or_default]
    pub on_action: Callback<Action>,
}

impl PartialEq for MarkedArticleProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report)
            && Rc::ptr_eq(&self.article, &other.article)
            && self.open == other.open
            && self.lit == other.lit
            && self.lang == other.lang
            && self.on_action == other.on_action
    }
}
