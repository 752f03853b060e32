//! Keeping every letter in its place: a mark between two characters takes their kerning away, and gives it back as a
//! margin.
//!
//! A browser shapes the text on both sides of a mark apart, so a pair that the font draws together (a closing mark and a
//! space, in many) moves by a fraction of a pixel. That is enough to end a line elsewhere.

use web_sys::{Element, HtmlElement, Range, Window};

/// The custom property that `mark.css` takes the margin from.
const MARGIN: &str = "--who-said-kerning";

/// Less than this, in pixels, is rounding.
const ROUNDING: f64 = 0.008;

/// The character before a mark, and its width before the mark was set.
#[derive(Debug)]
pub(super) struct Before {
    range: Range,
    width: f64,
    /// Whether its edges are at fractions of a pixel. Where none is, the browser rounds (WebKit does), and what is
    /// measured is no growth.
    pub exact: bool,
}

impl Before {
    /// Measures the character that `range` holds, while no mark stands behind it.
    pub fn measure(range: Range) -> Self {
        let rect = range.get_bounding_client_rect();
        let (left, width) = (rect.left(), rect.width());
        Self { range, width, exact: left.fract() != 0.0 || width.fract() != 0.0 }
    }

    /// By how many pixels the character grew since; the range follows it through splits of its node.
    pub fn growth(&self) -> f64 {
        self.range.get_bounding_client_rect().width() - self.width
    }
}

/// Draws what follows `host` nearer by `growth` pixels, whatever the size of the text becomes.
pub(super) fn give_back(window: &Window, host: &Element, growth: f64) -> Option<()> {
    if growth.abs() < ROUNDING || !growth.is_finite() {
        return None;
    }
    let host: &HtmlElement = wasm_bindgen::JsCast::dyn_ref(host)?;
    let size = window.get_computed_style(host).ok()??.get_property_value("font-size").ok()?;
    let size = Some(js_sys::parse_float(&size)).filter(|size| *size > 0.0)?;
    let margin = String::from(js_sys::Number::from(-growth / size).to_fixed(5).ok()?);
    host.style().set_property(MARGIN, &[&margin, "em"].concat()).ok()
}
