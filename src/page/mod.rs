//! The article in the browser's DOM: finding and reading it, ranges for a report's offsets, marks and decorations,
//! noticing change. Knows nothing of panels.

mod classify;
mod details;
mod find;
mod highlight;
mod kerning;
mod marks;
mod observe;
mod place;
mod quotes;
mod reading;
mod splits;
mod style;
mod walk;

pub use find::article as find_article;
pub use highlight::{Highlights, Layer};
pub use marks::{MARK_TAG, Mark, Marks};
pub use observe::Observer;
pub use place::{Area, Placement, Scene, place};
pub use reading::Reading;
pub use style::{Adopted, sheet};

/// Style of the decorations, for the document or shadow root that the article stands in.
pub const STYLE: &str = include_str!("page.css");
