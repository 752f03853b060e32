//! Values put into the fields of an entry.

use super::edit::Edit;
use crate::newsroom::{Entry, Fault, Field, Published};
use crate::report::{
    Addressee, Attribution, Basis, Date, Link, Medium, MediumKind, Original, Outlet, Report, Source, SourceKind,
    SourceRef,
};

/// An entry and what there is around it.
pub(super) struct Desk<'a> {
    /// What the newsroom says.
    pub record: &'a mut Published,
    /// What editors are shown.
    pub shown: &'a Report,
    /// The attribution of `shown` that is edited.
    pub mine: &'a Attribution,
}

impl Desk<'_> {
    /// Puts a value in its place; whether it was another before.
    pub fn put(&mut self, edit: Edit) -> Result<bool, Fault> {
        match edit {
            Edit::Name(name) => return Ok(self.name(name.trim())),
            Edit::Kind(kind) => return Ok(self.describe(|source| source.kind = kind)),
            Edit::Role(role) if given(&role).is_none() && self.source().is_none_or(|source| !has_role(source)) => {
                return Ok(false);
            }
            // An empty one says that there is none, whatever was read.
            Edit::Role(role) => return Ok(self.describe(|source| source.role = Some(role.trim().to_owned()))),
            Edit::Link(at, url) if given(&url).is_none() && at >= self.mine.links.len() => return Ok(false),
            _ => {}
        }
        let mine = self.mine;
        let Some(entry) = self.record.entries.iter_mut().find(|entry| entry.attribution.id == mine.id) else {
            return Ok(false);
        };
        let before = (entry.said, entry.attribution.clone());
        set(entry, mine, edit)?;
        Ok((entry.said, entry.attribution.clone()) != before)
    }

    fn entry(&mut self) -> Option<&mut Entry> {
        self.record.entries.iter_mut().find(|entry| entry.attribution.id == self.mine.id)
    }

    fn source(&self) -> Option<&Source> {
        let entry = self.record.entries.iter().find(|entry| entry.attribution.id == self.mine.id)?;
        let id = entry.attribution.speaker()?;
        self.record.sources.iter().find(|source| source.id == id)
    }

    /// Names the source. One that the report knows by this name is meant; of another one nothing else is known yet.
    fn name(&mut self, name: &str) -> bool {
        let before = self.source().cloned();
        if before.as_ref().and_then(|source| source.name.as_deref()) == given(name).as_deref() {
            return false;
        }
        let source = given(name).map(|name| {
            let has_name = |source: &&Source| source.name.as_deref() == Some(name.as_str());
            let known = self.shown.sources.iter().find(has_name).or_else(|| self.record.sources.iter().find(has_name));
            known.cloned().unwrap_or_else(|| {
                let kind = before.map(|source| source.kind).filter(|kind| has_names(*kind));
                Source { name: Some(name), kind: kind.unwrap_or(SourceKind::PersonNamed), ..Source::default() }
            })
        });
        let id = source.map(|source| adopt(self.record, &source));
        self.speak(id)
    }

    /// Says more of the source: of a named one wherever it speaks, of an unnamed one here alone, since it is not known
    /// whether another unnamed one is the same.
    fn describe(&mut self, say: impl FnOnce(&mut Source)) -> bool {
        let before = self.source().cloned();
        let mut after = before.clone().unwrap_or_default();
        say(&mut after);
        if before.as_ref() == Some(&after) {
            return false;
        }
        let shared = before.filter(|source| source.name.is_some());
        if let Some(known) = shared.and_then(|before| self.record.sources.iter_mut().find(|it| it.id == before.id)) {
            *known = after;
            let id = known.id.clone();
            return self.speak(Some(id));
        }
        let id = adopt(self.record, &after);
        self.speak(Some(id))
    }

    /// Makes this source the one who speaks; a chain that begins with the old one begins with it.
    fn speak(&mut self, id: Option<String>) -> bool {
        let Some(entry) = self.entry() else { return false };
        entry.note(Field::Source);
        let it = &mut entry.attribution;
        let before = it.speaker().map(str::to_owned);
        if let Some(id) = &id {
            for hop in it.chain.iter_mut().filter(|hop| Some(&hop.agent) == before.as_ref()) {
                hop.agent.clone_from(id);
                hop.basis = Basis::Newsroom;
            }
        }
        let same = it.source.take().filter(|_| before == id);
        let mention = same.unwrap_or_default();
        it.source = id.map(|id| SourceRef { source: Some(id), basis: Basis::Newsroom, ..mention });
        true
    }
}

/// The id in the record of a source of a report; it is added where the record does not have it.
pub(super) fn adopt(record: &mut Published, source: &Source) -> String {
    let same = |known: &&Source| {
        known.name == source.name
            && known.label == source.label
            && known.kind == source.kind
            && (known.role == source.role || !has_role(known) && !has_role(source))
    };
    if let Some(known) = record.sources.iter().find(same) {
        return known.id.clone();
    }
    let taken = |id: &str| record.sources.iter().any(|known| known.id == id);
    let free = (1..).map(|number| format!("s{number}")).find(|id| !taken(id)).unwrap_or_default();
    let id = if source.id.is_empty() || taken(&source.id) { free } else { source.id.clone() };
    record.sources.push(Source { id: id.clone(), mentions: Vec::new(), ..source.clone() });
    id
}

fn has_role(source: &Source) -> bool {
    source.role.as_ref().is_some_and(|role| !role.is_empty())
}

/// A text that is there.
fn given(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn has_names(kind: SourceKind) -> bool {
    !matches!(kind, SourceKind::AnonymousPerson | SourceKind::AnonymousGroup | SourceKind::Unattributed)
}

/// Sets a field of `entry` that is not its source. `mine` is what is shown of it.
fn set(entry: &mut Entry, mine: &Attribution, edit: Edit) -> Result<(), Fault> {
    const BASIS: Basis = Basis::Newsroom;
    let it = &mut entry.attribution;
    match edit {
        Edit::Form(form) => {
            it.form = form;
            entry.note(Field::Form);
        }
        Edit::Addressee(name) => {
            let before = it.addressee.take();
            let affiliation = before.and_then(|before| before.affiliation);
            it.addressee = given(&name).map(|name| Addressee { name, affiliation, basis: BASIS, at: None });
            entry.note(Field::Addressee);
        }
        Edit::Affiliation(name) => {
            let addressee = it.addressee.as_mut().ok_or(Fault::Name)?;
            addressee.affiliation = given(&name);
            addressee.basis = BASIS;
        }
        Edit::Medium(kind) => {
            let kind = kind.filter(|kind| *kind != MediumKind::Unknown);
            it.medium = kind.map(|kind| Medium { kind, basis: BASIS, at: None });
            entry.note(Field::Medium);
        }
        Edit::Outlet(name) => {
            it.outlet = given(&name).map(|name| Outlet { name, basis: BASIS, at: None });
            entry.note(Field::Outlet);
        }
        Edit::Date(edtf) => {
            it.date = given(&edtf).map(|edtf| Date { edtf, basis: BASIS, at: None });
            entry.note(Field::Date);
        }
        Edit::Route(route) => {
            it.route = route;
            entry.note(Field::Route);
        }
        Edit::Terms(terms) => it.terms = terms,
        Edit::Link(at, url) => {
            if !entry.says(Field::Links) {
                entry.attribution.links = mine.links.clone();
                entry.note(Field::Links);
            }
            put_link(&mut entry.attribution.links, at, given(&url));
        }
        Edit::Original(text) => {
            let before = it.original.take().unwrap_or_default();
            let is_text = text.contains(char::is_alphanumeric);
            it.original = is_text.then_some(Original { text, ..before });
        }
        Edit::OriginalTitle(title) => it.original.as_mut().ok_or(Fault::Words)?.title = given(&title),
        Edit::OriginalAddress(url) => it.original.as_mut().ok_or(Fault::Words)?.url = given(&url),
        // The source has its own way, and the rest is no value.
        _ => {}
    }
    Ok(())
}

fn put_link(links: &mut Vec<Link>, at: usize, url: Option<String>) {
    match (links.get_mut(at), url) {
        (Some(link), Some(url)) => *link = Link { url, ..Link::default() },
        (Some(_), None) => {
            links.remove(at);
        }
        (None, Some(url)) => links.push(Link { url, ..Link::default() }),
        (None, None) => {}
    }
}
