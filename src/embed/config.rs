//! What a publisher may set. Unknown keys are ignored, wrong kinds refused with place and mend.

use super::errors::WidgetError;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// The article a widget is for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Target {
    /// The one that is found.
    #[default]
    Usual,
    /// By selector or `id`.
    Named(String),
    /// This one.
    Element(Element),
}

/// The colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the page has them.
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    /// Its name in the configuration and in the style sheet.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A widget's configuration.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Config {
    pub article: Target,
    /// Language of the interface; the article's where absent.
    pub lang: Option<String>,
    pub theme: Theme,
    /// Whether the overview is shown where the widget stands.
    pub overview: bool,
    /// The newsroom's name.
    pub newsroom: Option<String>,
    /// The publisher's report, as JSON text or as an object.
    pub report: Option<JsValue>,
}

impl Default for Config {
    fn default() -> Self {
        Self { article: Target::Usual, lang: None, theme: Theme::Auto, overview: true, newsroom: None, report: None }
    }
}

impl Config {
    /// Takes what `given` says and keeps the rest. `undefined` and `null` say nothing at all, `null` for a key sets it
    /// back.
    pub fn with(&self, given: &JsValue) -> Result<Self, WidgetError> {
        let mut config = self.clone();
        if given.is_undefined() || given.is_null() {
            return Ok(config);
        }
        let wrong = |place, expected| WidgetError::Config { place, expected };
        let given: &Object = given
            .dyn_ref()
            .filter(|_| given.is_object())
            .ok_or(WidgetError::Config { place: "", expected: "an object" })?;
        if let Some(value) = own(given, "for") {
            config.article = target(value).ok_or(wrong("for", "a selector, an id or an element"))?;
        }
        if let Some(value) = own(given, "lang") {
            config.lang = text(value).map_err(|()| wrong("lang", "a language tag such as \"de\""))?;
        }
        if let Some(value) = own(given, "newsroom") {
            config.newsroom = text(value).map_err(|()| wrong("newsroom", "the newsroom's name"))?;
        }
        if let Some(value) = own(given, "report") {
            if !(value.is_null() || value.is_string() || value.is_object()) {
                return Err(wrong("report", "a report as an object or as JSON text"));
            }
            config.report = Some(value).filter(|value| !value.is_null());
        }
        if let Some(value) = own(given, "theme") {
            config.theme = theme(value).ok_or(wrong("theme", "\"auto\", \"light\" or \"dark\""))?;
        }
        if let Some(value) = own(given, "overview") {
            config.overview =
                if value.is_null() { true } else { value.as_bool().ok_or(wrong("overview", "true or false"))? };
        }
        Ok(config)
    }
}

/// The object's own value under `key`: nothing that a prototype, or a `__proto__` in the page's JSON, brings along.
fn own(object: &Object, key: &str) -> Option<JsValue> {
    let key = JsValue::from(key);
    let property = Reflect::get_own_property_descriptor(object, &key).ok().filter(JsValue::is_object)?;
    // A getter that throws counts as absent.
    drop(property);
    Reflect::get(object, &key).ok().filter(|value| !value.is_undefined())
}

fn target(value: JsValue) -> Option<Target> {
    if value.is_null() {
        return Some(Target::Usual);
    }
    match value.dyn_into::<Element>() {
        Ok(element) => Some(Target::Element(element)),
        Err(value) => Some(match value.as_string()?.trim() {
            "" => Target::Usual,
            wanted => Target::Named(wanted.to_owned()),
        }),
    }
}

fn text(value: JsValue) -> Result<Option<String>, ()> {
    if value.is_null() {
        return Ok(None);
    }
    let text = value.as_string().ok_or(())?;
    Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
}

fn theme(value: JsValue) -> Option<Theme> {
    if value.is_null() {
        return Some(Theme::Auto);
    }
    let name = value.as_string()?;
    [Theme::Auto, Theme::Light, Theme::Dark].into_iter().find(|theme| theme.as_str() == name)
}
