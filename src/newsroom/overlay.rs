//! Fields of one attribution under those that the newsroom gives.

use super::ids::NEWSROOM_ID;
use super::{Entry, Field};
use crate::report::{Attribution, Basis, Content, Extent, MediumKind, Missing, Source, SourceKind, SourceRef, Status};

/// How much two extents share, of 100.
pub(super) fn common(a: Extent, b: Extent) -> usize {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let all = a.end.max(b.end) - a.start.min(b.start);
    shared * 100 / all.max(1)
}

/// How much an extent shares, of 100, with the words of an attribution: with all of them, or with a piece of them.
pub(super) fn common_with(extent: Extent, content: &Content) -> usize {
    let whole = Extent::new(content.start, content.end);
    content.segments.iter().chain([&whole]).map(|part| common(extent, *part)).max().unwrap_or(0)
}

/// The letters and digits of a text.
pub(super) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Drops offsets into another state of the article.
pub(super) fn forget_places(entry: &mut Attribution) {
    let Attribution { addressee, medium, outlet, date, links, .. } = entry;
    if let Some(addressee) = addressee {
        addressee.at = None;
    }
    if let Some(medium) = medium {
        medium.at = None;
    }
    if let Some(outlet) = outlet {
        outlet.at = None;
    }
    if let Some(date) = date {
        date.at = None;
    }
    for link in links {
        link.at = None;
    }
}

pub(super) fn overlay_source(mine: &mut Attribution, theirs: Option<SourceRef>, clears: bool) {
    match (&mut mine.source, theirs) {
        (Some(mine), Some(theirs)) if mine.source == theirs.source => {
            if theirs.basis != Basis::Newsroom {
                return;
            }
            mine.basis = Basis::Newsroom;
        }
        (source, Some(theirs)) => *source = Some(theirs),
        (source, None) if clears => *source = None,
        _ => return,
    }
    mine.candidates.clear();
    mine.confidence = 1.0;
}

/// On what a field rests that both say alike.
fn entered(mine: Basis, theirs: Basis) -> Basis {
    if theirs == Basis::Newsroom { theirs } else { mine }
}

/// Form, addressee, medium, outlet and date. Where both say the same, the article's own words stay.
pub(super) fn overlay_setting(mine: &mut Attribution, entry: &Entry) {
    let theirs = &entry.attribution;
    if entry.says(Field::Form) {
        mine.form = theirs.form;
    }
    macro_rules! overlay {
        ($field:ident, $value:ident, $name:ident) => {
            match (&mut mine.$field, &theirs.$field) {
                (Some(mine), Some(theirs)) if mine.$value == theirs.$value => {
                    mine.basis = entered(mine.basis, theirs.basis);
                }
                (mine, Some(theirs)) => *mine = Some(theirs.clone()),
                (mine, None) if entry.clears(Field::$name) => *mine = None,
                _ => {}
            }
        };
    }
    overlay!(medium, kind, Medium);
    overlay!(outlet, name, Outlet);
    overlay!(date, edtf, Date);
    overlay!(addressee, name, Addressee);
    if let (Some(mine), Some(theirs)) = (&mut mine.addressee, &theirs.addressee) {
        mine.affiliation = theirs.affiliation.clone().or(mine.affiliation.take());
    }
}

/// Hops in the medium that was inferred are in the one that was given.
pub(super) fn follow_medium(mine: &mut Attribution, before: Option<MediumKind>) {
    let now = mine.medium.as_ref().map(|medium| medium.kind);
    for hop in mine.chain.iter_mut().filter(|hop| before.is_some() && hop.medium == before && now != before) {
        hop.medium = now;
        hop.basis = Basis::Newsroom;
    }
}

/// Route, links, what is missing, and within which words it stands.
pub(super) fn overlay_way(mine: &mut Attribution, entry: &Entry) {
    let theirs = &entry.attribution;
    let reviewed = entry.is_reviewed();
    if entry.says(Field::Route) {
        mine.route = theirs.route;
    }
    if reviewed && entry.says(Field::Links) || !theirs.links.is_empty() {
        let evidence = std::mem::replace(&mut mine.links, theirs.links.clone());
        for link in &mut mine.links {
            let same = evidence.iter().find(|same| same.url == link.url);
            link.at = link.at.or(same.and_then(|same| same.at));
        }
    }
    if reviewed && entry.says(Field::Missing) {
        mine.missing = theirs.missing.clone();
    }
    if entry.clears(Field::Nested) || theirs.nested_in.is_some() {
        // An id of the newsroom's data until all entries are merged.
        mine.nested_in = theirs.nested_in.as_ref().map(|id| [NEWSROOM_ID, id].concat());
    }
}

/// A chain that began with the source that was inferred begins with the one that was given.
pub(super) fn follow_source(mine: &mut Attribution, before: Option<&str>) {
    let Some(now) = mine.speaker().filter(|now| Some(*now) != before).map(str::to_owned) else {
        return;
    };
    for hop in mine.chain.iter_mut().filter(|hop| Some(hop.agent.as_str()) == before) {
        hop.agent.clone_from(&now);
        hop.basis = Basis::Newsroom;
    }
}

/// The status that an entry gives or, where it names the source itself, implies.
pub(super) fn status(entry: &Entry, before: Option<&str>, now: Option<&SourceRef>) -> Option<Status> {
    let given = &entry.attribution;
    if entry.says(Field::Status) {
        return Some(given.status);
    }
    given.source.as_ref().filter(|source| source.basis == Basis::Newsroom)?;
    Some(if now.and_then(|now| now.source.as_deref()) == before { Status::Confirmed } else { Status::Corrected })
}

pub(super) fn kind_of(sources: &[Source], id: &str) -> Option<SourceKind> {
    sources.iter().find(|source| source.id == id).map(|source| source.kind)
}

/// Takes away what is no longer missing.
pub(super) fn settle(entry: &mut Attribution, kind: Option<SourceKind>) {
    use Missing::{
        AnonymityReasonAbsent, Anonymous, DocumentAbsent, NoDate, NoExactDate, NoLink, NoVenueStated,
        QuotingOutletUnnamed, SourceCountAbsent, SourcePositionAbsent,
    };
    let is_named = kind.is_some_and(|kind| {
        !matches!(kind, SourceKind::AnonymousPerson | SourceKind::AnonymousGroup | SourceKind::Unattributed)
    });
    let by_newsroom = |basis: Option<Basis>| basis == Some(Basis::Newsroom);
    let date = entry.date.as_ref().filter(|date| by_newsroom(Some(date.basis)));
    let has_day = date.is_some_and(|date| !date.edtf.contains(".."));
    let has_outlet = by_newsroom(entry.outlet.as_ref().map(|outlet| outlet.basis));
    let has_venue = has_outlet || by_newsroom(entry.addressee.as_ref().map(|addressee| addressee.basis));
    let source = by_newsroom(entry.source.as_ref().map(|source| source.basis)) && is_named;
    let has_link = !entry.links.is_empty();
    entry.missing.retain(|code| match code {
        NoLink | DocumentAbsent => !has_link,
        NoDate => date.is_none(),
        NoExactDate => !has_day,
        NoVenueStated => !has_venue,
        QuotingOutletUnnamed => !has_outlet,
        Anonymous | AnonymityReasonAbsent | SourceCountAbsent | SourcePositionAbsent => !source,
        _ => true,
    });
}
