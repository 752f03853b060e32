//! What can go wrong between a page and its widget, in the page's terms.

use js_sys::{Error, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Something the publisher gave that cannot be used. The article is untouched.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WidgetError {
    /// A configuration value is of the wrong kind.
    Config {
        /// The key, as in `config.theme`.
        place: &'static str,
        /// What is expected there.
        expected: &'static str,
    },
    /// The place to put the widget is no element of the page.
    NoTarget,
    /// The element to put the widget in cannot hold one.
    TargetRefused,
    /// There is no article where the widget was told to look.
    NoArticle {
        /// The selector or `id` that was given.
        wanted: Option<String>,
    },
}

impl WidgetError {
    /// A word for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Config { .. } => "config",
            Self::NoTarget | Self::TargetRefused => "target",
            Self::NoArticle { .. } => "article",
        }
    }

    /// Where the mistake is, and how to mend it.
    pub fn message(&self) -> String {
        match self {
            Self::Config { place, expected } => ["config.", place, ": expected ", expected].concat(),
            Self::NoTarget => "mount(target): expected an element of this page, or a selector that finds one".into(),
            Self::TargetRefused => "mount(target): this element cannot hold a widget; use <who-said> or a <div>".into(),
            Self::NoArticle { wanted: Some(wanted) } => {
                ["config.for: nothing on this page is \"", wanted, "\"; give a selector or the id of the article"]
                    .concat()
            }
            Self::NoArticle { wanted: None } => {
                "config.for: no <article> or <main> on this page; give a selector or the id of the article".into()
            }
        }
    }
}

impl From<WidgetError> for JsValue {
    /// An `Error` named `WhoSaidError` with a `code`.
    fn from(error: WidgetError) -> Self {
        let thrown = Error::new(&error.message());
        thrown.set_name("WhoSaidError");
        // Cannot fail: the object is ours and extensible.
        let _ = Reflect::set(thrown.unchecked_ref(), &"code".into(), &error.code().into());
        thrown.into()
    }
}
