//! What an editor does to an attribution.

use super::{Review, mend, normal, put};
use crate::newsroom::{Entry, Fault, Field, Published};
use crate::report::{
    Attribution, Content, Extent, Form, MediumKind, Report, Route, SourceKind, SourceRef, Status, Terms,
};
use crate::text::{ScalarIndex, Span, is_quote};

/// What is to be different in an attribution. An empty text takes a value away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Who speaks, by name. A name that the article has already is that source.
    Name(String),
    /// What kind of source it is.
    Kind(SourceKind),
    /// The source's role.
    Role(String),
    /// How the words are given.
    Form(Form),
    /// To whom they were said.
    Addressee(String),
    /// For whom that person works.
    Affiliation(String),
    /// In what.
    Medium(Option<MediumKind>),
    /// Who published or broadcast it first.
    Outlet(String),
    /// When, in EDTF.
    Date(String),
    /// By what kind of way.
    Route(Route),
    /// On what terms.
    Terms(Option<Terms>),
    /// The address at this place of the list; the place after the last one adds one.
    Link(usize, String),
    /// The text that the words were taken from.
    Original(String),
    /// What it is called.
    OriginalTitle(String),
    /// Its address.
    OriginalAddress(String),
    /// It is right as it stands.
    Confirm,
    /// It is not to be shown.
    Withhold,
    /// It is to be shown after all.
    Restore,
    /// The newsroom says nothing of it: it is as it was read, or gone if nobody read it.
    Forget,
    /// Its words are these, in scalar values of the article.
    Words(Extent),
}

/// Why an edit is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// There is no attribution with this id.
    Unknown,
    /// The value cannot stand in a report.
    Value(Fault),
    /// There are no words in what was chosen.
    NoWords,
    /// The words are attributed already.
    Attributed,
}

impl Refusal {
    /// What is wrong, and how to mend it.
    pub fn message(self) -> &'static str {
        match self {
            Self::Unknown => "This attribution is not there any more.",
            Self::Value(fault) => mend(fault),
            Self::NoWords => "There are no words in what was chosen.",
            Self::Attributed => "These words are attributed already.",
        }
    }
}

impl Review {
    /// Makes an edit to the attribution with this id, as one step. `today` is the day of the edit, as an ISO 8601 date.
    ///
    /// # Errors
    /// Where it cannot be made; the record is as it was.
    pub fn edit(&mut self, id: &str, edit: Edit, today: &str) -> Result<(), Refusal> {
        let shown = self.for_editors();
        let mut all = shown.attributions.iter().chain(&shown.orphans);
        let mine = all.find(|entry| entry.id == id).ok_or(Refusal::Unknown)?;
        let mut record = self.record().clone();
        match edit {
            Edit::Withhold => entry_of(&mut record, mine)?.set_status(Status::Withheld, None),
            Edit::Restore => restore(&mut record, mine),
            Edit::Forget => record.entries.retain(|entry| entry.attribution.id != id),
            Edit::Confirm => {
                let corrected = mine.status == Status::Corrected;
                let status = if corrected { Status::Corrected } else { Status::Confirmed };
                pin(&mut record, &shown, mine)?.set_status(status, Some(today));
            }
            Edit::Words(extent) => {
                let content = self.content(extent)?;
                let entry = pin(&mut record, &shown, mine)?;
                entry.move_to(content);
                entry.set_status(Status::Corrected, Some(today));
            }
            edit => {
                pin(&mut record, &shown, mine)?;
                let mut desk = put::Desk { record: &mut record, shown: &shown, mine };
                if !desk.put(edit).map_err(Refusal::Value)? {
                    return Ok(());
                }
                let entry = entry_of(&mut record, mine)?;
                if entry.attribution.status != Status::Withheld {
                    entry.set_status(Status::Corrected, Some(today));
                }
            }
        }
        self.step(normal(&record).map_err(|problem| Refusal::Value(problem.fault))?);
        Ok(())
    }

    /// Adds an attribution of these words (scalar values of the article), as one step; returns its id. Space and quotation
    /// marks around them are no part of them.
    ///
    /// # Errors
    /// Where there are no words, or they are attributed already.
    pub fn add(&mut self, extent: Extent, today: &str) -> Result<String, Refusal> {
        let content = self.content(extent)?;
        let mut record = self.record().clone();
        let id = self.free_id(&record);
        let mut entry = Entry::default();
        entry.attribution.id.clone_from(&id);
        entry.attribution.content = content;
        entry.set_status(Status::Corrected, Some(today));
        record.entries.push(entry);
        let record = normal(&record).map_err(|problem| Refusal::Value(problem.fault))?;
        // Whether it is one of its own is for the merge to say.
        let mut tried = self.clone();
        tried.step(record);
        let (before, after) = (self.for_readers(), tried.for_readers());
        let is_shown = after.attributions.iter().any(|entry| entry.id == id);
        if !is_shown || after.attributions.len() <= before.attributions.len() {
            return Err(Refusal::Attributed);
        }
        *self = tried;
        Ok(id)
    }

    /// The attribution of [`Review::for_editors`] that has most of these words.
    pub fn at(&self, shown: &Report, extent: Extent) -> Option<String> {
        let shared = |entry: &Attribution| {
            let content = &entry.content;
            content.end.min(extent.end).saturating_sub(content.start.max(extent.start))
        };
        let best = shown.attributions.iter().max_by_key(|entry| shared(entry))?;
        (shared(best) > 0).then(|| best.id.clone())
    }

    /// The chosen words without space and marks around them, with their neighbours.
    fn content(&self, extent: Extent) -> Result<Content, Refusal> {
        let scalars = ScalarIndex::new(self.text());
        let span = Span::new(scalars.byte(extent.start), scalars.byte(extent.end));
        let words = span.of(self.text());
        let is_edge = |c: char| c.is_whitespace() || is_quote(c);
        let inner = words.trim_matches(is_edge);
        if !inner.contains(char::is_alphanumeric) {
            return Err(Refusal::NoWords);
        }
        let start = span.start + (words.len() - words.trim_start_matches(is_edge).len());
        let span = Span::new(start, start + inner.len());
        let selector = crate::anchor::Selector::of(self.text(), span);
        let extent = Extent::new(scalars.scalar(span.start), scalars.scalar(span.end));
        Ok(Content {
            start: extent.start,
            end: extent.end,
            segments: Vec::new(),
            exact: selector.exact,
            prefix: selector.prefix,
            suffix: selector.suffix,
        })
    }
}

/// What the newsroom says of an attribution; of one of which it says nothing, that these are its words.
fn entry_of<'r>(record: &'r mut Published, mine: &Attribution) -> Result<&'r mut Entry, Refusal> {
    if !record.entries.iter().any(|entry| entry.attribution.id == mine.id) {
        let mut entry = Entry::default();
        entry.attribution.id.clone_from(&mine.id);
        entry.attribution.content = mine.content.clone();
        record.entries.push(entry);
    }
    record.entries.iter_mut().find(|entry| entry.attribution.id == mine.id).ok_or(Refusal::Unknown)
}

/// The same, with all that is shown of whose words these are, how they are given and on what occasion. What stands nowhere
/// in the article stays as the newsroom's data has it.
fn pin<'r>(record: &'r mut Published, shown: &Report, mine: &Attribution) -> Result<&'r mut Entry, Refusal> {
    if shown.orphans.iter().any(|orphan| orphan.id == mine.id) {
        return entry_of(record, mine);
    }
    let source = mine.source.clone().and_then(|mention| {
        let source = shown.sources.iter().find(|source| Some(source.id.as_str()) == mine.speaker())?;
        Some(SourceRef { source: Some(put::adopt(record, source)), ..mention })
    });
    // Words of which it is not clear whom they mean are not taken away by a newsroom that has nothing better.
    let is_clear = source.is_some() || mine.source.is_none();
    let entry = entry_of(record, mine)?;
    let theirs = &mut entry.attribution;
    theirs.content = mine.content.clone();
    theirs.form = mine.form;
    theirs.source = source;
    theirs.cue = mine.cue.clone();
    theirs.addressee = mine.addressee.clone();
    theirs.medium = mine.medium.clone();
    theirs.outlet = mine.outlet.clone();
    theirs.date = mine.date.clone();
    for field in [Field::Form, Field::Addressee, Field::Medium, Field::Outlet, Field::Date] {
        entry.note(field);
    }
    if is_clear {
        entry.note(Field::Source);
    }
    Ok(entry)
}

/// Shows an attribution again that was withheld.
fn restore(record: &mut Published, mine: &Attribution) {
    record.entries.retain_mut(|entry| {
        if entry.attribution.id != mine.id || entry.attribution.status != Status::Withheld {
            return true;
        }
        entry.attribution.status = Status::Corrected;
        // Where the newsroom gave nothing but the words, it has corrected nothing.
        !entry.is_bare() || is_by_hand(mine)
    });
}

/// Whether the newsroom found the words, and the software did not.
pub fn is_by_hand(shown: &Attribution) -> bool {
    shown.rule == "newsroom"
}

impl Entry {
    /// The newsroom says nothing of this field any more.
    pub(super) fn unsay(&mut self, field: Field) {
        self.said &= !(field as u16);
    }

    /// Sets who stands behind it, and since when.
    fn set_status(&mut self, status: Status, day: Option<&str>) {
        self.attribution.status = status;
        self.attribution.confirmed_on = day.map(str::to_owned);
        self.note(Field::Status);
    }

    /// Whether it says nothing but its words and its status.
    fn is_bare(&self) -> bool {
        let it = &self.attribution;
        let more = it.terms.is_some() || it.original.is_some() || it.nested_in.is_some() || !it.links.is_empty();
        self.said & !(Field::Status as u16) == 0 && !more
    }

    /// Its words are others: what was read beside the old ones is no evidence any more.
    fn move_to(&mut self, content: Content) {
        let it = &mut self.attribution;
        it.content = content;
        it.cue = None;
        if let Some(source) = &mut it.source {
            (source.start, source.end) = (None, None);
            source.text.clear();
        }
    }
}
