//! What a reader asks of the page, and what the page answers.

use crate::report::Extent;
use yew::AttrValue;

/// What the reader asks for. The components do nothing to the page themselves.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Open the panel of the attribution with this id.
    Open(AttrValue),
    /// Close the panel.
    Close,
    /// Go this many attributions on (positive) or back (negative).
    Step(isize),
    /// Light up these words in the article (scalar values), while they are pointed at or focused.
    Point(Vec<Extent>),
    /// Put the pointed-at words out again.
    Unpoint,
    /// Scroll to these words (scalar values) and light them up for a while.
    Reveal(Extent),
    /// Copy a link to the attribution with this id.
    CopyLink(AttrValue),
    /// Copy a citation of the attribution with this id.
    CopyCitation(AttrValue),
    /// Copy the same as HTML, for a publishing system.
    CopyMarkup(AttrValue),
    /// Report a mistake in the attribution with this id.
    ReportMistake(AttrValue),
    /// Open the overview.
    OpenOverview,
    /// Close the overview.
    CloseOverview,
    /// Make the sheet on a phone as high as the window, or half as high again.
    Resize,
    /// Give the attributions away as a table.
    Download,
    /// Print the overview.
    Print,
}

/// What the page answers to an [`Action`]; the panel says it in words, politely to a screen reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// A link is on the clipboard.
    LinkCopied,
    /// A citation is on the clipboard.
    CitationCopied,
    /// The clipboard could not be written.
    CopyFailed,
    /// The mistake was handed to the publisher.
    MistakeReported,
    /// A mail to the publisher was begun; the reader has to send it.
    MailBegun,
    /// Nobody takes reports of mistakes.
    MistakeUntold,
}
