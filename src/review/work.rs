//! What is on the desk, and what an editor does with it.

use super::choose::Purpose;
use crate::editing::{Edit, Known, Review};
use crate::panel::{Action, ArticleText};
use crate::report::{Attribution, Extent, Report};
use std::rc::Rc;
use web_sys::File;
use yew::AttrValue;

/// What an editor does.
pub enum Msg {
    /// Types into the field for the article.
    Paste(String),
    /// Says more of the article.
    Known(Known),
    /// Chooses a file with an article.
    ArticleFile(File),
    /// Has an article read: the name of its file, and what is in it.
    Read(String, String),
    /// Chooses a file with a report.
    ReportFile(File),
    /// Has it read.
    Report(String),
    /// Cannot have a file read.
    Unreadable(String),
    /// Does something in the panel or the article.
    Act(Action),
    /// Goes to an attribution.
    Open(AttrValue),
    /// Goes back to all of them.
    Back,
    /// Types into a field of the form, named by its `id`.
    Type(AttrValue, String),
    /// Is done with a field; an edit without a field is made by a button.
    Edit(Option<AttrValue>, AttrValue, Edit),
    /// Wants to choose words.
    Choose(Purpose),
    /// Chose them.
    Chosen(Option<Extent>),
    Undo,
    Redo,
    Save,
    /// Wants another article.
    Anew,
    /// Has read the problems.
    Dismiss,
}

/// What was typed into a field and is not in the record.
pub struct Draft {
    /// Of which attribution.
    pub id: AttrValue,
    /// The field's `id`.
    pub field: AttrValue,
    pub text: AttrValue,
    /// Why it was refused; none while it is typed.
    pub error: Option<&'static str>,
}

/// An article on the desk.
pub struct Work {
    pub review: Review,
    /// What editors are shown. Panel and marks leave out what is withheld in it, and are as readers will have them.
    pub shown: Rc<Report>,
    pub article: Rc<ArticleText>,
}

impl Work {
    /// Puts it there.
    pub fn new(review: Review) -> Self {
        let article = Rc::new(ArticleText::new(review.text()));
        Self { shown: Rc::new(review.for_editors()), review, article }
    }

    /// What is shown follows an edit.
    pub fn renew(&mut self) {
        self.shown = Rc::new(self.review.for_editors());
    }

    /// The attribution with this id, wherever it stands.
    pub fn entry(&self, id: &str) -> Option<&Attribution> {
        self.shown.attributions.iter().chain(&self.shown.orphans).find(|entry| entry.id == id)
    }
}

/// What a screen reader is told when an edit is made.
pub fn said(edit: &Edit) -> &'static str {
    match edit {
        Edit::Confirm => "Confirmed.",
        Edit::Withhold => "Withheld: readers will not see it.",
        Edit::Restore => "Shown again.",
        Edit::Forget => "Taken back.",
        _ => "Changed.",
    }
}
