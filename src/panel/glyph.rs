//! Shapes: one for every kind of agent, drawn as lines in the current colour.

use super::node::tag;
use super::view::View;
use crate::report::{Source, SourceKind};

/// Path in a box of 24, and whether it is drawn in dashes.
struct Shape(&'static str, bool);

const PERSON: &str = "M12 4.5a3.5 3.5 0 1 0 .01 0M5 20c0-4 3-6.5 7-6.5s7 2.5 7 6.5";
const PAIR: &str = "M9 5.5a3 3 0 1 0 .01 0M3 19c0-3.5 2.5-5.5 6-5.500s6 2 6 5.500M15.5 5.700a3 3 0 1 1 0 5.600M17 13.700c2.5.6 4 2.4 4 5.3";
const CROWD: &str = "M12 4a2.8 2.8 0 1 0 .01 0M7 19c0-3.3 2-5.5 5-5.500s5 2.2 5 5.500M5 7.500a2 2 0 1 0 .01 0M2 17c0-2 1-3.5 3-3.700M19 7.500a2 2 0 1 0 .01 0M22 17c0-2-1-3.5-3-3.7";
const OFFICE: &str = "M12 3.500a3.5 3.5 0 1 0 .01 0M5 19c0-4 3-6.5 7-6.500s7 2.5 7 6.500M12 12.500v4M3 21h18";
const BUILDING: &str = "M4 9l8-5 8 5zM6 9v8M10 9v8M14 9v8M18 9v8M4 20h16";
const PAPER: &str = "M4 5h13v14H6a2 2 0 0 1-2-2zM17 9h3v8a2 2 0 0 1-2 2h-1M7.5 9h6M7.5 12.500h6M7.5 16h3.5";
const SHEET: &str = "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6";
const AT: &str = "M12 8a4 4 0 1 0 .01 0M16 8v5.500a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-4 7.5";
const RING: &str = "M12 5a7 7 0 1 0 .01 0";
const PAGE: &str = "M5 3h14v18H5zM8.5 8h7M8.5 12h7M8.5 16h4";

/// The shape of a kind of source, named for a screen reader.
pub fn source_glyph(view: &mut View, kind: SourceKind) {
    draw(view, shape(kind), Some(view.messages.kind(kind)));
}

/// The same as decoration, beside words that name the kind.
pub fn source_glyph_silent(view: &mut View, kind: SourceKind) {
    draw(view, shape(kind), None);
}

/// The shape of a gap.
pub fn gap_glyph(view: &mut View) {
    draw(view, Shape(RING, true), None);
}

/// The shape of a source as decoration; of a gap where there is none.
pub fn source_or_gap(view: &mut View, source: Option<&Source>) {
    match source {
        Some(source) => source_glyph_silent(view, source.kind),
        None => gap_glyph(view),
    }
}

/// The shape of this article.
pub fn page_glyph(view: &mut View) {
    draw(view, Shape(PAGE, false), None);
}

/// An icon of a button that has a name of its own.
pub fn icon(view: &mut View, path: &'static str) {
    draw(view, Shape(path, false), None);
}

/// Two strokes crossed.
pub const CLOSE: &str = "M6 6l12 12M18 6L6 18";
/// An arrowhead against the direction of reading.
pub const BACK: &str = "M14.5 6l-6 6 6 6";
/// An arrowhead in the direction of reading.
pub const ON: &str = "M9.5 6l6 6-6 6";

/// Two speech balloons.
pub const VOICES: &str = "M4 5h11v8H9l-3 3v-3H4zM18 9h2v8h-2v3l-3-3h-4v-1";

fn shape(kind: SourceKind) -> Shape {
    match kind {
        SourceKind::PersonNamed => Shape(PERSON, false),
        SourceKind::PersonByOffice => Shape(OFFICE, false),
        SourceKind::Institution => Shape(BUILDING, false),
        SourceKind::AnonymousPerson => Shape(PERSON, true),
        SourceKind::AnonymousGroup => Shape(PAIR, true),
        SourceKind::NewsOutlet => Shape(PAPER, false),
        SourceKind::Document => Shape(SHEET, false),
        SourceKind::Account => Shape(AT, false),
        SourceKind::CrowdOrPoll => Shape(CROWD, false),
        SourceKind::Unattributed => Shape(RING, true),
    }
}

fn draw(view: &mut View, Shape(path, dashed): Shape, name: Option<&'static str>) {
    let class = if dashed { "glyph dashed" } else { "glyph" };
    let (role, hidden) = if name.is_some() { ("img", "") } else { ("", "true") };
    view.tree.open(tag!(
        "svg",
        "class" = class,
        "viewBox" = "0 0 24 24",
        "focusable" = "false",
        "role" = role,
        "aria-label" = name.unwrap_or(""),
        "aria-hidden" = hidden
    ));
    view.tree.open(tag!("path", "d" = path));
    view.tree.close();
    view.tree.close();
}
