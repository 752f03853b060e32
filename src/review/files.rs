//! The editor's own files: read, and written. Nothing else leaves or enters the page.

use super::app::Desk;
use super::work::Msg;
use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, File, HtmlAnchorElement, TextDecoder, Url, window};
use yew::html::Scope;

/// Largest file that is read at all, in bytes.
const LARGEST: f64 = 16e6;

/// Reads a file as text; `then` makes a message of its name and what is in it.
pub fn read(link: &Scope<Desk>, file: File, then: fn(String, String) -> Msg) {
    let link = link.clone();
    spawn_local(async move {
        let name = file.name();
        let bytes = if file.size() > LARGEST { None } else { JsFuture::from(file.array_buffer()).await.ok() };
        let text = bytes.and_then(|bytes| decode(Uint8Array::new(&bytes).to_vec()));
        link.send_message(match text {
            Some(text) => then(name, text),
            None => Msg::Unreadable(format!("{name} cannot be read as text, or is larger than 16 MB.")),
        });
    });
}

/// UTF-8, or the encoding that a byte order mark or the page's own markup names; else that of old Western pages.
fn decode(bytes: Vec<u8>) -> Option<String> {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Some(text),
        Err(error) => error.into_bytes(),
    };
    let head: String = bytes.iter().take(1024).map(|byte| char::from(*byte)).collect::<String>().to_ascii_lowercase();
    let declared = head.split_once("charset=").map(|(_, rest)| rest.trim_start_matches(['"', '\'']));
    let declared = declared.and_then(|rest| rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).next());
    let label = match bytes.as_slice() {
        [0xff, 0xfe, ..] => "utf-16le",
        [0xfe, 0xff, ..] => "utf-16be",
        _ => declared.filter(|label| *label != "utf-8").unwrap_or("windows-1252"),
    };
    let decoder = TextDecoder::new_with_label(label).or_else(|_| TextDecoder::new_with_label("windows-1252")).ok()?;
    decoder.decode_with_js_u8_array(&Uint8Array::from(bytes.as_slice())).ok()
}

/// Gives a file to the browser to save; whether it could.
pub fn save(name: &str, text: &str) -> bool {
    let parts = Array::of1(&JsValue::from_str(text));
    let Ok(blob) =
        Blob::new_with_str_sequence_and_options(&parts, &crate::page::dictionary(r#"{"type":"application/json"}"#))
    else {
        return false;
    };
    let anchor = window().and_then(|window| window.document()?.create_element("a").ok());
    let (Some(anchor), Ok(address)) = (anchor, Url::create_object_url_with_blob(&blob)) else { return false };
    let anchor: HtmlAnchorElement = anchor.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    // The download has its own hold on the content.
    let _ = Url::revoke_object_url(&address);
    true
}

/// A name for an article's report.
pub fn name_for(headline: &str) -> String {
    let mut name = String::new();
    for word in headline.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(6) {
        name.push_str(&word.to_lowercase());
        name.push('-');
    }
    name + "voices.json"
}

/// The day on the editor's own clock, as an ISO 8601 date.
pub fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

#[cfg(test)]
mod tests {
    use super::name_for;

    #[test]
    fn a_report_is_called_after_its_article() {
        for (headline, expected) in [
            ("Ferry stays in port", "ferry-stays-in-port-voices.json"),
            ("../../etc/“Größe”: <b>", "etc-größe-b-voices.json"),
            ("", "voices.json"),
        ] {
            assert_eq!(name_for(headline), expected);
        }
    }
}
