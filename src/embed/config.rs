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

/// Where the overview is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Voices {
    /// Where the widget stands.
    #[default]
    Shown,
    /// Behind a button that stands there.
    Button,
    Absent,
}

/// A widget's configuration.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Config {
    pub article: Target,
    /// Language of the interface; the article's where absent.
    pub lang: Option<String>,
    pub theme: Theme,
    pub overview: Voices,
    /// A mail address to which readers report mistakes.
    pub corrections: Option<String>,
    /// The newsroom's name.
    pub newsroom: Option<String>,
    /// The publisher's report, as JSON text or as an object.
    pub report: Option<JsValue>,
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
            config.overview = voices(&value).ok_or(wrong("overview", "true, false or \"button\""))?;
        }
        if let Some(value) = own(given, "corrections") {
            let address = text(value).ok().filter(|address| address.as_deref().is_none_or(is_mail_address));
            config.corrections =
                address.ok_or(wrong("corrections", "a mail address such as \"desk@paper.example\""))?;
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

fn voices(value: &JsValue) -> Option<Voices> {
    match (value.as_bool(), value.as_string().as_deref()) {
        (Some(true), _) => Some(Voices::Shown),
        (Some(false), _) => Some(Voices::Absent),
        (None, Some("button")) => Some(Voices::Button),
        _ => value.is_null().then_some(Voices::Shown),
    }
}

/// Whether this is one plain mail address: letters, digits and few signs, so that nothing in it means anything in an
/// address of a mail (RFC 6068).
fn is_mail_address(address: &str) -> bool {
    let plain = |words: &str, signs: &str| {
        !words.is_empty() && words.chars().all(|c| c.is_ascii_alphanumeric() || signs.contains(c))
    };
    let Some((name, host)) = address.split_once('@') else { return false };
    address.len() <= 254 && plain(name, "._+-") && host.contains('.') && host.split('.').all(|label| plain(label, "-"))
}

#[cfg(test)]
mod tests {
    use super::is_mail_address;

    #[test]
    fn only_plain_mail_addresses_are_taken() {
        for address in ["desk@paper.example", "a.b+c_d-e@news.paper.example"] {
            assert!(is_mail_address(address), "{address}");
        }
        for address in [
            "",
            "desk",
            "@paper.example",
            "desk@",
            "desk@paper",
            "desk@paper..example",
            "a@b@c.example",
            "desk@paper.example?bcc=x@y.example",
            "desk@paper.example,x@y.example",
            "desk%0abcc@paper.example",
            "de sk@paper.example",
            "mailto:desk@paper.example",
            "desk@päper.example",
        ] {
            assert!(!is_mail_address(address), "{address}");
        }
    }
}
