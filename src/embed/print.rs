//! On paper: the marks are numbers, and what they stand for is told in notes. Or the overview alone, if a reader asks for it.

use super::article::visible;
use super::preview::{element, spoken, tell};
use super::widget::Widget;
use crate::page::{Adopted, sheet};
use crate::panel::notes_heading;
use crate::report::Status;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use web_sys::Element;

/// Stands on the widget while the overview is printed.
const ALONE: &str = "data-print";

/// Hides all of the page that does not hold the widget.
const OTHERS: &str = "@media print{body :not(:has([data-print]),[data-print]){display:none!important}}";

/// The page is about to be printed. What is built here has to stand at once.
pub(super) fn before(widget: &Widget) {
    if !widget.frame.has_attribute(ALONE) && widget.notes.borrow().is_none() {
        widget.notes.replace(notes(widget));
    }
}

/// It was printed.
pub(super) fn after(widget: &Rc<Widget>) {
    if let Some(notes) = widget.notes.take() {
        notes.remove();
    }
    if widget.alone.take().is_some() {
        // Cannot fail: the attribute's name is a valid one.
        let _ = widget.frame.remove_attribute(ALONE);
        widget.render_voices();
    }
}

/// Prints the overview, to its end.
pub(super) fn overview(widget: &Rc<Widget>) {
    let Some(others) = sheet(OTHERS) else { return };
    widget.alone.replace(Some(Adopted::new(widget.frame.get_root_node(), others)));
    // Cannot fail: the attribute's name is a valid one.
    let _ = widget.frame.set_attribute(ALONE, "");
    widget.render_voices();
    let weak = widget.weak();
    let print = Timeout::new(0, move || {
        let Some(widget) = weak.upgrade() else { return };
        // Where nothing can be printed the page is as it was all the same.
        if widget.window.print().is_err() {
            after(&widget);
        }
    });
    print.forget();
}

/// The notes, in the order of the marks' numbers.
fn notes(widget: &Widget) -> Option<Element> {
    let article = widget.article.borrow();
    let article = article.as_ref()?;
    let notes = spoken(widget, article, "section", "notes")?;
    let [heading, unchecked] = notes_heading(article.lang);
    element(widget, &notes, "h2", "title", heading)?;
    if visible(&article.report).any(|entry| entry.status == Status::Inferred) {
        element(widget, &notes, "p", "status", unchecked)?;
    }
    let list = element(widget, &notes, "ol", "", "")?;
    for entry in visible(&article.report) {
        let note = element(widget, &list, "li", "note", "")?;
        tell(widget, article, &note, entry)?;
    }
    Some(notes.into())
}
