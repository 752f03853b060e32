//! How much of the quoted text each source has.

use crate::panel::ArticleText;
use crate::panel::chain::find;
use crate::panel::view::visible;
use crate::report::{Attribution, Extent, Form, Report, Source, SourceKind};

/// A source and what it has in the story.
#[derive(Debug)]
pub struct Share<'a> {
    /// None for the attributions whose source is not clear.
    pub source: Option<&'a Source>,
    /// Its attributions, in the order of the text.
    pub entries: Vec<&'a Attribution>,
    /// Its quoted words: paraphrases count nothing, and words within words count for the inner source.
    pub words: usize,
}

/// One share per source, in the order of the text.
pub fn shares<'a>(report: &'a Report, article: &ArticleText) -> Vec<Share<'a>> {
    let mut shares: Vec<Share> = Vec::new();
    for entry in visible(report) {
        let source = clear_source(report, entry);
        let words = own_words(report, article, entry);
        match shares.iter_mut().find(|share| same(share.source, source)) {
            Some(share) => {
                share.entries.push(entry);
                share.words += words;
            }
            None => shares.push(Share { source, entries: vec![entry], words }),
        }
    }
    shares
}

/// The places of numbers, the greatest first; equal ones as they stand.
pub fn by_most(numbers: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        // By insertion: they are few, and a general sort is 2 kB of module.
        let to = order.iter().position(|&placed| numbers.get(placed) < Some(number)).unwrap_or(at);
        order.insert(to, at);
    }
    order
}

/// Whether a source has a name (0), an office (1), no name (2), or is not clear (3).
pub fn standing(source: Option<&Source>) -> usize {
    match source.map_or(SourceKind::Unattributed, |source| source.kind) {
        SourceKind::PersonByOffice => 1,
        SourceKind::AnonymousPerson | SourceKind::AnonymousGroup | SourceKind::CrowdOrPoll => 2,
        SourceKind::Unattributed => 3,
        _ => 0,
    }
}

/// How many sources there are of a kind; of those that are not clear, as none, the attributions.
pub fn count(shares: &[Share], kind: Option<SourceKind>) -> usize {
    let mut count = 0;
    for share in shares.iter().filter(|share| share.source.map(|source| source.kind) == kind) {
        count += if kind.is_some() { 1 } else { share.entries.len() };
    }
    count
}

/// The source, if the report names one that it describes.
pub fn clear_source<'a>(report: &'a Report, entry: &Attribution) -> Option<&'a Source> {
    find(report, entry.speaker()?)
}

fn same(one: Option<&Source>, other: Option<&Source>) -> bool {
    one.map(|source| &source.id) == other.map(|source| &source.id)
}

fn own_words(report: &Report, article: &ArticleText, entry: &Attribution) -> usize {
    if entry.form == Form::Indirect {
        return 0;
    }
    let inner = |other: &&Attribution| {
        other.nested_in.as_deref() == Some(&entry.id) && other.form != Form::Indirect && other.id != entry.id
    };
    let within: usize = visible(report).filter(inner).map(|other| count_words(article, other)).sum();
    count_words(article, entry).saturating_sub(within)
}

fn count_words(article: &ArticleText, entry: &Attribution) -> usize {
    let whole = [Extent::new(entry.content.start, entry.content.end)];
    let segments = if entry.content.segments.is_empty() { &whole[..] } else { &entry.content.segments };
    let counted: usize = segments.iter().map(|&segment| words(article.words(segment))).sum();
    // Words that are not in the article any more count as the report has them.
    if counted == 0 { words(&entry.content.exact) } else { counted }
}

fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
