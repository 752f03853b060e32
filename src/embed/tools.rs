//! What readers take along: links, citations, a table, a report of a mistake.

use super::events::{self, Kind};
use super::link;
use super::widget::Widget;
use crate::export::csv;
use crate::panel::{Notice, citation, citation_markup, mistake};
use js_sys::Reflect;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Clipboard, HtmlElement};

fn encode(words: &str) -> String {
    String::from(js_sys::encode_uri_component(words))
}

/// A link to the words of an attribution.
fn link_to(widget: &Widget, id: &str) -> Option<String> {
    let address = widget.document.location().and_then(|location| location.href().ok()).unwrap_or_default();
    let article = widget.article.borrow();
    Some(link::to_words(&address, &article.as_ref()?.entry(id)?.content, encode))
}

/// Copies a link to the words of an attribution.
pub(super) fn copy_link(widget: &Rc<Widget>, id: &str) {
    copy(widget, link_to(widget, id), Notice::LinkCopied);
}

/// Copies a citation of an attribution: as text, or as HTML.
pub(super) fn copy_citation(widget: &Rc<Widget>, id: &str, markup: bool) {
    let write = if markup { citation_markup } else { citation };
    let cited =
        widget.article.borrow().as_ref().and_then(|article| write(&article.report, &article.text, id, article.lang));
    copy(widget, cited, Notice::CitationCopied);
}

fn copy(widget: &Rc<Widget>, text: Option<String>, done: Notice) {
    let Some(text) = text else { return };
    // Absent on pages that are not secure.
    let clipboard = Reflect::get(&widget.window.navigator(), &"clipboard".into()).ok().filter(JsValue::is_object);
    let writing = clipboard.map(|clipboard| clipboard.unchecked_into::<Clipboard>().write_text(&text));
    let weak = widget.weak();
    spawn_local(async move {
        let written = match writing {
            Some(writing) => JsFuture::from(writing).await.is_ok(),
            None => false,
        };
        if let Some(widget) = weak.upgrade() {
            widget.notify(Some(if written { done } else { Notice::CopyFailed }));
        }
    });
}

/// Tells the page of a mistake; where the page does not take care of it, begins a mail to the publisher.
pub(super) fn report_mistake(widget: &Rc<Widget>, id: &str) {
    let taken = events::send(&widget.host, Kind::ReportMistake, &[("id", JsValue::from(id))]);
    let notice = match mail(widget, id).filter(|_| !taken) {
        _ if taken => Notice::MistakeReported,
        Some(mail) => follow(widget, &mail, None).map_or(Notice::MistakeUntold, |()| Notice::MailBegun),
        None => Notice::MistakeUntold,
    };
    widget.notify(Some(notice));
}

/// The address of a mail that reports a mistake in an attribution. What is said in it is encoded to the last character: no
/// word of the article can add a receiver.
fn mail(widget: &Widget, id: &str) -> Option<String> {
    let to = widget.corrections()?;
    let article = widget.article.borrow();
    let article = article.as_ref()?;
    let [subject, body] = mistake(&article.report, &article.text, id, article.lang)?;
    let body = [&body, "\r\n\r\n", &link_to(widget, id)?].concat();
    Some(["mailto:", &to, "?subject=", &encode(&subject), "&body=", &encode(&body)].concat())
}

/// Gives the attributions away as a table that spreadsheets read.
pub(super) fn download(widget: &Widget) {
    let Some(report) = widget.report() else { return };
    // By its mark of byte order a spreadsheet knows the encoding.
    let table = ["data:text/csv;charset=utf-8,%EF%BB%BF", &encode(&csv(&report))].concat();
    follow(widget, &table, Some("voices.csv"));
}

/// Goes to an address, or saves what it holds.
fn follow(widget: &Widget, address: &str, file: Option<&str>) -> Option<()> {
    let link: HtmlElement = widget.document.create_element("a").ok()?.unchecked_into();
    link.set_attribute("href", address).ok()?;
    if let Some(file) = file {
        link.set_attribute("download", file).ok()?;
    }
    link.click();
    Some(())
}
