//! Words for the page's own buttons.

use super::Lang;
use crate::report::{Attribution, Report};

/// The accessible name of a mark's button: the essentials, as plain text ("Who said this? Ada Quill, to The Courier").
pub fn mark_label(report: &Report, attribution: &Attribution, lang: Lang) -> String {
    let mut label = String::from(lang.messages().who_said_this);
    let source =
        attribution.source.as_ref().and_then(|link| report.sources.iter().find(|source| source.id == link.source));
    if let Some(name) = source.and_then(|source| source.name.as_deref().or(source.label.as_deref())) {
        label.push(' ');
        label.push_str(name);
    }
    label
}

/// The name of the button that opens the overview.
pub fn launcher_label(lang: Lang) -> &'static str {
    lang.messages().voices
}
