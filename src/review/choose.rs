//! Choosing words of the article: with a pointer in the article itself, or by keyboard in a field that holds its text.

use super::app::Desk;
use super::work::{Msg, Work};
use crate::report::Extent;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlTextAreaElement, InputEvent, KeyboardEvent, Node, Range, Window, window};
use yew::html::Scope;
use yew::{AttrValue, Html, html};

/// The `id` of the article's text.
pub const TEXT: &str = "article-text";
/// The `id` of the field that holds it.
pub const FIELD: &str = "choose-field";

/// For what words are chosen.
#[derive(Clone, PartialEq)]
pub enum Purpose {
    /// For a new attribution.
    Add,
    /// For the attribution with this id, in place of its own.
    Words(AttrValue),
}

/// A button that begins to choose. Pressing it does not take away what is selected.
pub fn button(link: &Scope<Desk>, name: &'static str, purpose: Purpose, id: &'static str) -> Html {
    html! {
        <button type="button" class="quiet" {id} onmousedown={|event: yew::MouseEvent| event.prevent_default()}
            onclick={link.callback(move |_| Msg::Choose(purpose.clone()))}>{ name }</button>
    }
}

/// The field, and what is done with it.
pub fn view(link: &Scope<Desk>, purpose: &Purpose, work: &Work, said: &AttrValue) -> Html {
    let text = work.article.clone();
    // What an input method writes cannot be kept out; it is taken out again.
    let put_back = move |event: InputEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(field) = field {
            field.set_value(text.as_str());
        }
    };
    let what = match purpose {
        Purpose::Add => "Select the words of the new attribution",
        Purpose::Words(_) => "Select its words",
    };
    let by_key = link.batch_callback(|event: KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            Some(Msg::Chosen(selected()))
        }
        "Escape" => Some(Msg::Back),
        _ => None,
    });
    // Browsers move no caret in a field that is read-only; in this one, nothing that is typed comes in.
    html! {
        <div class="chooser">
            <p id="choose-help"><strong>{ what }</strong>{ ", with the mouse or with Shift and the arrow keys; then press Enter. Escape leaves it as it was." }</p>
            <textarea id={FIELD} class="text" dir="auto" inputmode="none" spellcheck="false" autocomplete="off" aria-readonly="true"
                aria-label="Text of the article" aria-describedby="choose-help choose-said" value={work.article.as_str().to_owned()}
                onkeydown={by_key} oninput={put_back} />
            <p class="error" id="choose-said">{ said }</p>
            <div class="buttons">
                <button type="button" class="primary" onclick={link.callback(|_| Msg::Chosen(selected()))}>{ "Use these words" }</button>
                <button type="button" class="quiet" onclick={link.callback(|_| Msg::Back)}>{ "Cancel" }</button>
            </div>
        </div>
    }
}

/// Whether an event would write into the field.
pub fn writes(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    event.type_() == "beforeinput" && target.is_some_and(|target| target.id() == FIELD)
}

/// Puts the focus into the field, at the article's beginning.
pub fn begin() {
    if let Some(field) = by_id(FIELD).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
        // Cannot fail: it is a field for text.
        let _ = field.set_selection_range(0, 0);
        let _ = field.focus();
    }
}

fn by_id(id: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(id)
}

/// What is selected in the field, in scalar values.
fn selected() -> Option<Extent> {
    let field: HtmlTextAreaElement = by_id(FIELD)?.dyn_into().ok()?;
    let text = field.value();
    let scalar = |unit: u32| scalars_before(&text, unit as usize);
    let (start, end) = (field.selection_start().ok()??, field.selection_end().ok()??);
    (start < end).then(|| Extent::new(scalar(start), scalar(end)))
}

/// How many scalar values stand before a UTF-16 unit.
fn scalars_before(text: &str, unit: usize) -> usize {
    let mut units = 0;
    let before = |c: &char| {
        units += c.len_utf16();
        units <= unit
    };
    text.chars().take_while(before).count()
}

/// What is selected in the article itself, in scalar values; none where nothing is.
pub fn marked(text: &str) -> Option<Extent> {
    let root = by_id(TEXT)?;
    let range = selection(&window()?)?;
    let within = |node: &Node| root.contains(Some(node));
    let (from, to) = (range.start_container().ok()?, range.end_container().ok()?);
    if range.collapsed() || !within(&from) || !within(&to) {
        return None;
    }
    let count = |node: &Node, offset: u32| -> Option<usize> {
        let before = Range::new().ok()?;
        before.set_start(&root, 0).ok()?;
        before.set_end(node, offset).ok()?;
        Some(String::from(before.unchecked_ref::<js_sys::Object>().to_string()).chars().count())
    };
    let start = count(&from, range.start_offset().ok()?)?;
    let end = count(&to, range.end_offset().ok()?)?;
    (start < end).then(|| Extent::new(in_text(text, start, true), in_text(text, end, false)))
}

fn selection(window: &Window) -> Option<Range> {
    let selection = window.get_selection().ok()??;
    if selection.range_count() == 0 { None } else { selection.get_range_at(0).ok() }
}

/// A place among the characters of the paragraphs that are shown, as a place in the text: line ends and empty lines are not
/// shown. Between two paragraphs it is the beginning of the second, or the end of the first.
fn in_text(text: &str, shown: usize, begins: bool) -> usize {
    let (mut left, mut at) = (shown, 0);
    for line in text.split('\n') {
        let length = line.chars().count();
        if !line.trim().is_empty() {
            if left < length || (left == length && !begins) {
                return at + left;
            }
            left -= length;
        }
        at += length + 1;
    }
    at.saturating_sub(1)
}

/// Brings words of the article into sight.
pub fn reveal(extent: Extent, text: &str) {
    let line = text.chars().take(extent.start).filter(|c| *c == '\n').count();
    let shown = text.split('\n').take(line).filter(|line| !line.trim().is_empty()).count();
    let paragraphs = by_id(TEXT).and_then(|root| root.query_selector_all("p").ok());
    let paragraph = paragraphs.and_then(|all| all.item(u32::try_from(shown).ok()?));
    if let Some(paragraph) = paragraph.and_then(|node| node.dyn_into::<Element>().ok()) {
        paragraph.scroll_into_view_with_scroll_into_view_options(&crate::page::dictionary(r#"{"block":"center"}"#));
    }
}

/// The file that was chosen; the field is empty again, so that the same file can be chosen once more.
pub fn file_of(event: &Event) -> Option<web_sys::File> {
    let field: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

#[cfg(test)]
mod tests {
    use super::{in_text, scalars_before};

    #[test]
    fn units_are_scalars_but_for_pairs() {
        for (text, unit, expected) in
            [("abc", 2, 2), ("a𝄞c", 1, 1), ("a𝄞c", 3, 2), ("a𝄞c", 2, 1), ("", 3, 0), ("ab", 9, 2)]
        {
            assert_eq!(scalars_before(text, unit), expected, "{text} {unit}");
        }
    }

    #[test]
    fn places_among_paragraphs_are_places_in_the_text() {
        let text = "One.\n\n  \nTwo two.\nThree.";
        for (shown, begins, expected) in [
            (0, true, 0),
            (4, false, 4),
            (4, true, 9),
            (5, false, 10),
            (12, false, 17),
            (12, true, 18),
            (18, false, 24),
            (99, true, 24),
        ] {
            assert_eq!(in_text(text, shown, begins), expected, "{shown} {begins}");
        }
    }
}
