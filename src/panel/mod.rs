//! What a reader sees: the panel of one attribution and the overview of all, as Yew components.
//!
//! The components know the report and the article's text, never its DOM: whatever concerns the page (opening a popover,
//! lighting up words, the clipboard, focus) leaves them as an [`Action`].

mod action;
mod article;
mod glyph;
mod label;
mod marked;
mod node;
mod overview;
mod props;
mod sheet;
mod style;
mod template;
mod view;

pub use crate::wording::Lang;
use crate::wording::{chain, date, messages};
pub use action::{Action, Notice};
pub use article::ArticleText;
pub use label::{citation, citation_markup, essentials, launcher_label, mark_label, mistake, notes_heading};
pub use marked::MarkedArticle;
#[cfg(feature = "widget")]
pub(crate) use overview::{Chosen, FIRST, launcher, overview};
pub use overview::{Launcher, Overview};
pub use props::{MarkedArticleProps, OverviewProps, PanelProps};
pub use sheet::Panel;
#[cfg(feature = "widget")]
pub(crate) use sheet::sheet;
#[cfg(feature = "review")]
pub(crate) use view::View;

/// The style of panel and overview, for the shadow root's `adoptedStyleSheets`.
pub const STYLE: &str = style::SQUEEZED;

/// The style of a [`MarkedArticle`], for the page itself.
pub const MARKED_STYLE: &str = include_str!("marked.css");

/// The `id` of the panel's root within the shadow root, for `aria-controls`.
pub const PANEL_ID: &str = "who-said-panel";

/// The `id` of the heading that names the panel.
pub const PANEL_TITLE_ID: &str = "who-said-panel-title";

/// The `id` of the overview's root within the shadow root.
pub const OVERVIEW_ID: &str = "who-said-overview";
