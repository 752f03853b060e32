//! An article under review: what was read from it, and what a newsroom has put right, with a way back.
//!
//! The record is a publisher's data as [`newsroom`] reads it, and nothing else: what is shown is that data laid
//! over the inferred report by [`newsroom::merge`], as readers will have it. An edit is accepted only if the report that
//! would be saved is read again without a problem, so that there is one judge of what is valid. What an editor has looked at
//! is saved whole: a confirmation stands though the software reads the article otherwise one day.

mod article;
mod edit;
mod put;

pub use article::{Article, ArticleError, Known, LONGEST, read};
pub use edit::{Edit, Refusal, is_by_hand};

use crate::json::Json;
use crate::newsroom::{self, Effect, Entry, Fault, Field, Problem, Published};
use crate::report::{Attribution, Report, Status};
use std::rc::Rc;

/// How many steps can be undone.
const MOST_STEPS: usize = 500;

/// An article under review.
#[derive(Debug, Clone)]
pub struct Review {
    text: String,
    inferred: Report,
    /// What the newsroom says; every entry has an id of its own.
    record: Rc<Published>,
    past: Vec<Rc<Published>>,
    future: Vec<Rc<Published>>,
    saved: Rc<Published>,
}

/// What an attribution is to an editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As the software read it.
    Unreviewed,
    /// Confirmed, with nothing changed.
    Confirmed,
    /// Changed, or entered by hand.
    Corrected,
    /// Taken back: readers do not see it.
    Withheld,
    /// The article has other words now; nobody has confirmed these.
    Changed,
}

impl Review {
    /// Analyses an article, and takes up what its own page says of its quotations. The problems are those of that data.
    pub fn new(article: Article) -> (Self, Vec<Problem>) {
        let mut inferred = crate::analyze(&article.text, &article.options);
        let mut problems = Vec::new();
        let mut report = None;
        for script in &article.scripts {
            let read = newsroom::parse(script).and_then(|data| Ok((is_report(&data), newsroom::read(&data)?)));
            match read {
                Ok((true, published)) => report = Some(published),
                Ok((false, mut published)) => {
                    problems.append(&mut published.problems);
                    inferred = newsroom::merge(inferred, &article.text, published);
                }
                Err(problem) => problems.push(problem),
            }
        }
        let known = inferred.article.clone();
        let record = Rc::new(Published { article: known, ..Published::default() });
        let mut this = Self {
            text: article.text,
            inferred,
            saved: Rc::clone(&record),
            record,
            past: Vec::new(),
            future: Vec::new(),
        };
        if let Some(report) = report {
            match this.take_up(report) {
                Ok(mut told) => problems.append(&mut told),
                Err(problem) => problems.push(problem),
            }
            this.past.clear();
            this.saved = Rc::clone(&this.record);
        }
        (this, problems)
    }

    /// The article's text; offsets in reports count its Unicode scalar values.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the newsroom says so far.
    pub fn record(&self) -> &Published {
        &self.record
    }

    /// What readers will get.
    pub fn for_readers(&self) -> Report {
        newsroom::merge(self.inferred.clone(), &self.text, (*self.record).clone())
    }

    /// The same for editors: what is withheld stands in its place, with that status.
    pub fn for_editors(&self) -> Report {
        let mut published = (*self.record).clone();
        let mut withheld = Vec::new();
        for entry in published.entries.iter_mut().filter(|entry| entry.attribution.status == Status::Withheld) {
            withheld.push(entry.attribution.id.clone());
            entry.attribution.status = Status::Inferred;
            entry.unsay(Field::Status);
        }
        let mut report = newsroom::merge(self.inferred.clone(), &self.text, published);
        if withheld.is_empty() {
            return report;
        }
        for entry in report.orphans.iter_mut().filter(|entry| withheld.contains(&entry.id)) {
            entry.status = Status::Withheld;
        }
        // What says the same words is withheld with them.
        let seen = self.for_readers();
        for entry in &mut report.attributions {
            let is_seen = seen.attributions.iter().any(|other| other.content == entry.content);
            if withheld.contains(&entry.id) || !is_seen {
                entry.status = Status::Withheld;
            }
        }
        report
    }

    /// What an attribution of [`Review::for_editors`] is to an editor.
    pub fn state(&self, shown: &Attribution) -> State {
        match shown.status {
            Status::Withheld => State::Withheld,
            Status::Confirmed => State::Confirmed,
            Status::Corrected => State::Corrected,
            Status::Inferred if shown.was.is_some() => State::Changed,
            Status::Inferred => State::Unreviewed,
        }
    }

    /// Whether the newsroom says anything of the attribution with this id.
    pub fn has_entry(&self, id: &str) -> bool {
        self.entry(id).is_some()
    }

    fn entry(&self, id: &str) -> Option<&Entry> {
        self.record.entries.iter().find(|entry| entry.attribution.id == id)
    }

    /// Opens a report of this article in place of the present record; [`Review::undo`] brings that back. What of it cannot be
    /// used is left out and told of; the rest is kept.
    ///
    /// # Errors
    /// Where nothing of it can be used; the record is as it was.
    pub fn open(&mut self, json: &str) -> Result<Vec<Problem>, Problem> {
        let published = newsroom::parse(json).and_then(|data| newsroom::read(&data))?;
        let problems = self.take_up(published)?;
        self.saved = Rc::clone(&self.record);
        Ok(problems)
    }

    fn take_up(&mut self, mut published: Published) -> Result<Vec<Problem>, Problem> {
        let problems = std::mem::take(&mut published.problems);
        for index in 0..published.entries.len() {
            if published.entries.get(index).is_some_and(|entry| entry.attribution.id.is_empty()) {
                let id = self.free_id(&published);
                if let Some(entry) = published.entries.get_mut(index) {
                    entry.attribution.id = id;
                }
            }
        }
        let article = &mut published.article;
        for (theirs, mine) in [
            (&mut article.url, &self.inferred.article.url),
            (&mut article.headline, &self.inferred.article.headline),
            (&mut article.published, &self.inferred.article.published),
            (&mut article.publisher, &self.inferred.article.publisher),
        ] {
            if theirs.is_none() {
                theirs.clone_from(mine);
            }
        }
        let record = normal(&published).map_err(|problem| Problem {
            place: "$".into(),
            effect: Effect::AllRefused,
            ..problem
        })?;
        self.step(record);
        Ok(problems)
    }

    /// The record as a report file: what the widget and the command take as the newsroom's.
    pub fn to_json(&self) -> String {
        // Cannot fail: keys are strings.
        serde_json::to_string_pretty(&newsroom::write(&self.record)).unwrap_or_default() + "\n"
    }

    /// The present record is in a file.
    pub fn mark_saved(&mut self) {
        self.saved = Rc::clone(&self.record);
    }

    /// Whether the record is as it was saved or opened last.
    pub fn is_saved(&self) -> bool {
        Rc::ptr_eq(&self.saved, &self.record) || self.saved == self.record
    }

    /// Takes the last step back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.record, before));
        true
    }

    /// Takes the last step that was undone again; whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.record, after));
        true
    }

    /// Whether a step can be undone.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether a step can be redone.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Makes `record` the present one, unless nothing is different.
    fn step(&mut self, record: Published) {
        if record == *self.record {
            return;
        }
        self.past.push(std::mem::replace(&mut self.record, Rc::new(record)));
        if self.past.len() > MOST_STEPS {
            self.past.remove(0);
        }
        self.future.clear();
    }

    /// An id that no entry of `published` and nothing that was inferred has.
    fn free_id(&self, published: &Published) -> String {
        let entries = published.entries.iter().map(|entry| &entry.attribution);
        let taken: Vec<&str> = entries.chain(&self.inferred.attributions).map(|entry| entry.id.as_str()).collect();
        let ids = (1..).map(|number| format!("n{number}"));
        ids.into_iter().find(|id| !taken.contains(&id.as_str())).unwrap_or_default()
    }
}

/// The data as it is after it was saved and opened.
///
/// # Errors
/// The first problem that is told of it then.
fn normal(published: &Published) -> Result<Published, Problem> {
    let mut again = newsroom::read_report(&newsroom::write(published))?;
    match std::mem::take(&mut again.problems).into_iter().next() {
        Some(problem) => Err(problem),
        None => Ok(again),
    }
}

/// A report, and no linked data.
fn is_report(data: &Json) -> bool {
    data.get("version").is_some() && data.get("@context").is_none()
}

/// What an editor is told of a value that is refused.
fn mend(fault: Fault) -> &'static str {
    match fault {
        Fault::Words => "Enter the text of the original first.",
        Fault::Name => "Enter a name first.",
        Fault::Date => {
            "This is no date. Write 2024-05-03, 2024-05, 2024, [..2024-05-03] for no later than, or 2024-05~ for about."
        }
        Fault::Address => "This is no address of the web. Write a whole one, such as https://courier.example/story.",
        Fault::LongText => "This is too long.",
        Fault::TooManyEntries => "There is no room for more attributions in one report.",
        other => other.mend(),
    }
}
