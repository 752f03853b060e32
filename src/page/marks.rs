//! The marks: one real button after each quotation, in a shadow root of its own.
//!
//! A mark is an empty inline element whose button hangs below the line, so that no letter of the article moves.

use super::boxed;
use super::kerning::{self, Before};
use super::reading::Reading;
use super::splits::{Selection, Splits};
use super::style;
use crate::report::Extent;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Document, Element, HtmlElement, Node, Text};

/// Name of the element that holds a mark's shadow root.
pub const MARK_TAG: &str = "who-said-mark";

const STYLE: &str = include_str!("mark.css");

/// A mark to be set.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Identifier of the attribution.
    pub id: String,
    /// Its number on paper, from 1.
    pub number: usize,
    /// One past its last scalar value; the mark stands behind the marks and stops that follow it.
    pub end: usize,
    /// The button's accessible name.
    pub label: String,
    /// Whether the newsroom looked at it.
    pub checked: bool,
    /// Whether its source is not clear.
    pub unclear: bool,
}

/// Where a mark goes in the text.
#[derive(Debug, Clone, Copy)]
struct Seat {
    /// One past the last scalar value before it.
    end: usize,
    /// Whether a closing mark stands there: the bead hangs below it then.
    closed: bool,
    /// How many marks share the seat and stand behind this one.
    behind: usize,
}

/// A mark on the page.
#[derive(Debug)]
struct Standing {
    id: String,
    host: Element,
    button: HtmlElement,
}

/// A mark that is to be set, with what was measured while none stood.
#[derive(Debug)]
struct Waiting {
    seat: Seat,
    mark: Mark,
    before: Option<Before>,
}

/// How many marks are set in a step: the page is laid out once for them.
const AT_ONCE: usize = 12;

/// How many marks are taken away in a step, or texts made whole: the page is laid out once for them as well.
const UNSET_AT_ONCE: usize = 32;

/// The marks of one article. Dropping them gives the article back as it was.
#[derive(Debug, Default)]
pub struct Marks {
    /// In the order of the text, once all are planned.
    waiting: Vec<Waiting>,
    sheet: Option<CssStyleSheet>,
    standing: Vec<Standing>,
    splits: Splits,
    /// The mark whose panel is open.
    expanded: Option<String>,
    /// Whether they are being taken away.
    leaving: bool,
}

impl Marks {
    /// Plans a mark for the article that `reading` was read from, in which none stands yet: all is measured before the
    /// first change, and the page is laid out once for it.
    pub fn plan(&mut self, reading: &Reading, mark: Mark) {
        let seat = seat(reading.pieces.rest(mark.end), mark.end);
        self.waiting.push(Waiting { seat, before: width_before(reading, seat.end), mark });
    }

    /// All marks are planned.
    pub fn planned(&mut self) {
        // They are set from the end, so that the offsets before stay true; at one seat the outer quotation's mark comes last.
        self.waiting.sort_by_key(|waiting| waiting.seat.end);
        self.sheet = style::sheet(STYLE);
    }

    /// Sets some of the planned marks; `false` when all stand. `reading` follows the text nodes that are split for it.
    pub fn set_some(&mut self, article: &Element, reading: &mut Reading) -> bool {
        let (Some(sheet), Some(document)) = (self.sheet.clone(), article.owner_document()) else { return false };
        let mut kerned = Vec::new();
        let (mut last, mut set) = (None::<Seat>, 0);
        while let Some(next) = self.waiting.last() {
            // Marks at one seat are set in one turn.
            if set >= AT_ONCE && last.is_none_or(|last| last.end != next.seat.end) {
                break;
            }
            let Some(Waiting { mut seat, mark, before }) = self.waiting.pop() else { break };
            seat.behind = last.filter(|last| last.end == seat.end).map_or(0, |last| last.behind + 1);
            last = Some(seat);
            set += 1;
            let host = self.set_one(&document, article, reading, (seat, mark), &sheet);
            if let (Some(host), Some(before), 0) = (host, before, seat.behind) {
                kerned.push((host, before));
            }
        }
        keep_letters_in_place(kerned);
        if self.waiting.is_empty() {
            self.standing.reverse();
        }
        !self.waiting.is_empty()
    }

    fn set_one(
        &mut self,
        document: &Document,
        article: &Element,
        reading: &mut Reading,
        (seat, mark): (Seat, Mark),
        sheet: &CssStyleSheet,
    ) -> Option<Element> {
        let place = reading.pieces.end_place(seat.end)?;
        let node = reading.node(place)?.clone();
        let (host, button) = build(document, &mark, seat, sheet).ok()?;
        let spot = spot(article, &node, place.unit);
        let before: &Node = if let Spot::After(last) = &spot { last } else { &node };
        // In a flexible box or a grid every child is laid out by itself, and so is each part of a text that is split.
        let parted = boxed::is_parted(before.parent_element());
        match spot {
            _ if parted => {
                before.parent_node()?.insert_before(&host, before.next_sibling().as_ref()).ok()?;
                boxed::lift(&host, &node, place.unit);
            }
            Spot::After(node) => {
                node.parent_node()?.insert_before(&host, node.next_sibling().as_ref()).ok()?;
            }
            Spot::Within => {
                let tail = self.splits.cut(&node, place.unit)?;
                reading.nodes.push(tail.clone());
                reading.pieces.split(seat.end, place, reading.nodes.len() as u32 - 1);
                tail.parent_node()?.insert_before(&host, Some(&tail)).ok()?;
            }
        }
        self.standing.push(Standing { id: mark.id, host: host.clone(), button });
        Some(host)
    }

    /// The button of the mark with this id.
    pub fn button(&self, id: &str) -> Option<&HtmlElement> {
        self.standing.iter().find(|mark| mark.id == id).map(|mark| &mark.button)
    }

    /// The id of the mark whose element this is.
    pub fn id_of(&self, host: &Node) -> Option<&str> {
        if !host.node_name().eq_ignore_ascii_case(MARK_TAG) {
            return None;
        }
        self.standing.iter().find(|mark| mark.host.is_same_node(Some(host))).map(|mark| mark.id.as_str())
    }

    /// Says which panel is open, and of no other.
    pub fn expand(&mut self, id: Option<&str>) {
        let before = std::mem::replace(&mut self.expanded, id.map(str::to_owned));
        for (id, expanded) in [(before.as_deref(), "false"), (id, "true")] {
            if let Some(button) = id.and_then(|id| self.button(id)) {
                // Cannot fail: the attribute's name is a valid one.
                let _ = button.set_attribute("aria-expanded", expanded);
            }
        }
    }

    /// The id of the mark at a place among [`Marks::hosts`].
    pub fn id_at(&self, place: usize) -> Option<&str> {
        self.standing.get(place).map(|mark| mark.id.as_str())
    }

    /// The element of each mark, in the order of the text, once all stand.
    pub fn hosts(&self) -> impl Iterator<Item = &Element> {
        self.standing.iter().map(|mark| &mark.host)
    }

    /// Takes some of the marks away; `false` when none stands and all text is whole.
    pub fn unset_some(&mut self) -> bool {
        self.unset(UNSET_AT_ONCE)
    }

    fn unset(&mut self, most: usize) -> bool {
        self.leaving = true;
        let from = self.standing.len().saturating_sub(most);
        let selection = if from == 0 { Selection::current() } else { None };
        self.standing.drain(from..).for_each(|mark| mark.host.remove());
        from > 0 || self.splits.undo(selection, most)
    }

    /// Whether every mark stands, where it was set.
    pub fn stand(&self) -> bool {
        !self.leaving
            && self.waiting.is_empty()
            && self.standing.iter().all(|mark| mark.host.is_connected())
            && self.splits.stand()
    }
}

impl Drop for Marks {
    fn drop(&mut self) {
        self.unset(usize::MAX);
    }
}

/// The width of the character before `end`; none where it stands in no text node.
fn width_before(reading: &Reading, end: usize) -> Option<Before> {
    let range = reading.ranges(Extent::new(end.checked_sub(1)?, end)).pop()?;
    Some(Before::measure(range))
}

fn keep_letters_in_place(marks: Vec<(Element, Before)>) {
    let Some(window) = web_sys::window().filter(|_| marks.iter().any(|(_, before)| before.exact)) else { return };
    let growths: Vec<f64> = marks.iter().map(|(_, before)| before.growth()).collect();
    for ((host, _), growth) in marks.iter().zip(growths) {
        kerning::give_back(&window, host, growth);
    }
}

/// Builds a mark: its element and the button in it.
fn build(
    document: &Document,
    mark: &Mark,
    seat: Seat,
    sheet: &CssStyleSheet,
) -> Result<(Element, HtmlElement), JsValue> {
    let host = document.create_element(MARK_TAG)?;
    let shadow = super::shadow(&host).ok_or(JsValue::NULL)?;
    let button: HtmlElement = document.create_element("button")?.unchecked_into();
    let mut class = String::from(if mark.checked { "checked" } else { "inferred" });
    if mark.unclear {
        class.push_str(" unclear");
    }
    class.push_str(match (seat.behind, seat.closed) {
        (0, true) => "",
        (0, false) => " open-ended",
        (1, _) => " second",
        _ => " third",
    });
    let attributes = [
        ("type", "button"),
        ("part", "mark"),
        ("class", &class),
        ("aria-label", &mark.label),
        ("data-number", &mark.number.to_string()),
        ("aria-haspopup", "dialog"),
        ("aria-expanded", "false"),
    ];
    for (name, value) in attributes {
        button.set_attribute(name, value)?;
    }
    shadow.append_child(&button)?;
    let sheets = js_sys::Array::of1(sheet);
    shadow.set_adopted_style_sheets(&sheets);
    Ok((host, button))
}

/// Where a mark's element goes.
enum Spot {
    /// Behind this node.
    After(Node),
    /// Within the text node.
    Within,
}

/// Elements that a mark may be moved out of at their end: `<q>` draws its closing mark there, and the others are but a
/// look of the words.
const PHRASES: &str = " a abbr b bdi bdo cite code del em font i ins mark q s small span strong sub sup time u var ";

/// The place for a mark after `unit` UTF-16 units of `node`. Never inside something that is pressed itself.
fn spot(article: &Element, node: &Text, unit: u32) -> Spot {
    let parent = node.parent_element();
    let pressed = parent.and_then(|parent| parent.closest("a,button,summary,label").ok().flatten());
    let (mut last, mut at_end): (Node, bool) = match pressed {
        Some(pressed) if !pressed.is_same_node(Some(article)) && article.contains(Some(&pressed)) => {
            (pressed.unchecked_into(), true)
        }
        _ => (node.clone().unchecked_into(), unit >= node.length()),
    };
    if !at_end {
        return Spot::Within;
    }
    while at_end && next_of_the_page(&last).is_none() {
        match last.parent_element() {
            Some(parent) if !parent.is_same_node(Some(article)) && is_phrase(&parent) => last = parent.unchecked_into(),
            _ => at_end = false,
        }
    }
    Spot::After(last)
}

fn is_phrase(element: &Element) -> bool {
    let name = element.local_name();
    PHRASES.split_ascii_whitespace().any(|phrase| phrase == name)
}

/// The next node that is no mark of ours.
fn next_of_the_page(node: &Node) -> Option<Node> {
    let mut next = node.next_sibling();
    while let Some(mark) = next.as_ref().filter(|node| node.node_name().eq_ignore_ascii_case(MARK_TAG)) {
        next = mark.next_sibling();
    }
    next
}

/// The seat of a mark for words that end at `end`, where `rest` follows: behind their closing marks, or behind the stop
/// of a sentence that has none.
fn seat(rest: &str, end: usize) -> Seat {
    let closes = |c: &char| matches!(c, '”' | '’' | '"' | '\'' | '»' | '›' | '“' | '‘' | '«' | '‹' | '」' | '』');
    let stops = |c: &char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | '،' | '؟' | '。');
    let marks = rest.chars().take_while(closes).count();
    if marks > 0 {
        return Seat { end: end + marks, closed: true, behind: 0 };
    }
    let stop = rest.chars().take_while(stops).count();
    let marks = rest.chars().skip(stop).take_while(closes).count();
    Seat { end: end + stop + marks, closed: marks > 0, behind: 0 }
}

#[cfg(test)]
mod tests {
    use super::seat;

    #[test]
    fn a_mark_stands_behind_what_closes_the_words() {
        for (text, words, expected, closed) in [
            ("“No,” she said", "No,", "“No,”", true),
            ("called it “unsafe”, and", "unsafe", "called it “unsafe”", true),
            ("said it was unsafe. Then", "it was unsafe", "said it was unsafe.", false),
            ("« Non », dit-elle", "Non", "« Non", false),
            ("“He said ‘no.’” Then", "no.", "“He said ‘no.’”", true),
            ("said so", "so", "said so", false),
        ] {
            let start = text.find(words).unwrap();
            let (said, rest) = text.split_at(start + words.len());
            let seat = seat(rest, said.chars().count());
            let before: String = text.chars().take(seat.end).collect();
            assert_eq!((before.as_str(), seat.closed), (expected, closed));
        }
    }
}
