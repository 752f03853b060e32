//! The words of the interface: one table per language, complete or the crate does not compile.
//!
//! A template marks its slots `{0}`, `{1}`. Names and words of the article go into slots only, so that the page can
//! isolate their direction.

mod ar;
mod de;
mod en;
mod es;
mod fr;
mod plural;
#[cfg(test)]
mod tests;

/// What a complete `match` says of every value, as a table: a switch per vocabulary and language would be code.
macro_rules! tabulate {
    ($say:ident, $vocabulary:ty) => {{
        let mut said = [""; <$vocabulary>::ALL.len()];
        let mut at = 0;
        while at < said.len() {
            said[at] = $say(<$vocabulary>::ALL[at]);
            at += 1;
        }
        said
    }};
}

use super::chain::{Act, Gap};
use super::date::{Day, DayUse};
use crate::report::{Basis, Form, MediumKind, Missing, Route, SourceKind};
pub(super) use plural::{Category, Plural};
use std::fmt;
use tabulate;

/// Every language there is; the first is the fallback. A language is one file with one table, and one line here.
static TABLES: &[&Messages] = &[&en::TABLE, &de::TABLE, &fr::TABLE, &es::TABLE, &ar::TABLE];

/// The words of one language.
pub(super) struct Messages {
    /// BCP 47 tag, for `lang`.
    pub tag: &'static str,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    /// Which plural form a number takes.
    pub category: fn(usize) -> Category,

    // Names of the vocabularies' values.
    /// Label of a form.
    form: [&'static str; Form::ALL.len()],
    /// What a form means, as a sentence.
    form_means: [&'static str; Form::ALL.len()],
    /// Kind of source.
    kind: [&'static str; SourceKind::ALL.len()],
    /// Medium; empty for an unknown one.
    medium: [&'static str; MediumKind::ALL.len()],
    /// The way of the words, as a sentence.
    route: [&'static str; Route::ALL.len()],
    /// What is missing, as a sentence.
    missing: [&'static str; Missing::ALL.len()],
    /// On what a field rests.
    basis: [&'static str; Basis::ALL.len()],
    /// What an agent of the chain did; empty for an act without a name of its own.
    act: [&'static str; Act::ALL.len()],
    /// An unstated hop of the chain.
    gap: [&'static str; Gap::ALL.len()],

    // Dates.
    /// A day, month or year as words.
    pub day: fn(Day, DayUse) -> String,
    /// "no later than {0}".
    pub no_later_than: &'static str,
    /// "not stated; no later than this article, {0}".
    pub no_later_than_article: &'static str,
    /// "{0} or later".
    pub no_earlier_than: &'static str,
    /// "between {0} and {1}".
    pub between: &'static str,
    /// "about {0}", for an approximate date.
    pub about: &'static str,
    /// "{0}, uncertain", for an uncertain date.
    pub uncertain: &'static str,

    // The panel.
    /// Name of the mark and of the panel: a question.
    pub who_said_this: &'static str,
    /// "{0}, to {1}": a source and whom it told, for the mark's name.
    pub told_to: &'static str,
    /// "{0} of {1}": which of how many.
    pub position: &'static str,
    /// Button.
    pub close: &'static str,
    /// Button.
    pub previous: &'static str,
    /// Button.
    pub next: &'static str,
    /// Heading of the chain.
    pub how_it_reached_you: &'static str,
    /// Heading of what is known of the occasion.
    pub setting: &'static str,
    /// Heading of what is missing.
    pub not_said: &'static str,
    /// Heading of the evidence.
    pub how_we_know: &'static str,
    /// The article, as the chain's last link.
    pub this_page: &'static str,
    /// Label: the source.
    pub source: &'static str,
    /// Label: the words that attribute.
    pub reporting_words: &'static str,
    /// Label: the addressee.
    pub to_whom: &'static str,
    /// Label: the medium.
    pub in_what: &'static str,
    /// Label: who published or broadcast it first.
    pub outlet: &'static str,
    /// Label: the date.
    pub when: &'static str,
    /// Label: addresses.
    pub link: &'static str,
    /// In place of an address.
    pub no_link: &'static str,
    /// In place of a field of the setting that nothing states.
    pub not_stated: &'static str,
    /// In place of evidence, where no words say it.
    pub no_words: &'static str,
    /// What an evidence button does.
    pub show_in_article: &'static str,
    /// "Reported within the words of {0}".
    pub within_words_of: &'static str,
    /// The source where it is not clear.
    pub unclear: &'static str,
    /// Heading of candidates.
    pub candidates: &'static str,
    /// The source where there is none.
    pub nobody_named: &'static str,
    /// In place of "unnamed; reason not given" where the source has a name, and whoever told it has not.
    pub origin_reason_absent: &'static str,
    /// An entry that is not there (any more).
    pub nothing_here: &'static str,
    /// The newsroom, where its name is not known.
    pub the_newsroom: &'static str,
    /// Status: inferred.
    pub identified_automatically: &'static str,
    /// Status: inferred, and the source is not clear.
    pub unclear_automatically: &'static str,
    /// "Attribution confirmed by {0}."
    pub confirmed_by: &'static str,
    /// "Attribution confirmed by {0}, {1}."
    pub confirmed_by_on: &'static str,
    /// "Attribution corrected by {0}."
    pub corrected_by: &'static str,
    /// "Attribution corrected by {0}, {1}."
    pub corrected_by_on: &'static str,
    /// What a confirmation is not.
    pub not_the_truth: &'static str,
    /// Button.
    pub copy_link: &'static str,
    /// Button.
    pub copy_citation: &'static str,
    /// Button.
    pub report_mistake: &'static str,
    /// Notice.
    pub link_copied: &'static str,
    /// Notice.
    pub citation_copied: &'static str,
    /// Notice.
    pub copy_failed: &'static str,
    /// Notice.
    pub mistake_reported: &'static str,
    /// Between a citation's words and the article they stand in: "quoted in".
    pub quoted_in: &'static str,

    // The overview.
    /// Its heading.
    pub voices: &'static str,
    /// "{0} found; others may exist."
    pub found: Plural,
    /// Label of the group of filters.
    pub filter: &'static str,
    /// Heading of the table of shares.
    pub share: &'static str,
    /// "{0} words", of a source.
    pub words: Plural,
    /// Between the members of a list.
    pub list_separator: &'static str,
    /// "Paraphrased only: {0}", a list of sources.
    pub only_paraphrased: &'static str,
    /// "{0} statements", of a source.
    pub statements: Plural,
    /// "{0} shown", after a search or filter.
    pub shown: Plural,
    /// Label of the choice of order.
    pub order: &'static str,
    /// Order of the text.
    pub in_order: &'static str,
    /// Grouped by source.
    pub by_source: &'static str,
    /// Label of the search field.
    pub search: &'static str,
    /// An empty list.
    pub nothing_matches: &'static str,
    /// Heading of entries whose words are not in the article any more.
    pub orphans: &'static str,
}

impl Messages {
    /// Label of a form.
    pub fn form(&self, form: Form) -> &'static str {
        pick(&self.form, form as usize)
    }

    /// What a form means, as a sentence.
    pub fn form_means(&self, form: Form) -> &'static str {
        pick(&self.form_means, form as usize)
    }

    /// Kind of source.
    pub fn kind(&self, kind: SourceKind) -> &'static str {
        pick(&self.kind, kind as usize)
    }

    /// Medium; empty for an unknown one.
    pub fn medium(&self, medium: MediumKind) -> &'static str {
        pick(&self.medium, medium as usize)
    }

    /// The way of the words, as a sentence.
    pub fn route(&self, route: Route) -> &'static str {
        pick(&self.route, route as usize)
    }

    /// What is missing, as a sentence.
    pub fn missing(&self, missing: Missing) -> &'static str {
        pick(&self.missing, missing as usize)
    }

    /// On what a field rests.
    pub fn basis(&self, basis: Basis) -> &'static str {
        pick(&self.basis, basis as usize)
    }

    /// What an agent of the chain did; empty for an act without a name of its own.
    pub fn act(&self, act: Act) -> &'static str {
        pick(&self.act, act as usize)
    }

    /// An unstated hop of the chain.
    pub fn gap(&self, gap: Gap) -> &'static str {
        pick(&self.gap, gap as usize)
    }
}

fn pick(table: &[&'static str], at: usize) -> &'static str {
    table.get(at).copied().unwrap_or("")
}

/// A language of the interface. Cheap to copy and to compare.
#[derive(Clone, Copy)]
pub struct Lang(&'static Messages);

impl Lang {
    /// The language whose primary subtag is that of `tag` ("de-AT" gives German); English where there is none.
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or("");
        let known = TABLES.iter().find(|table| table.tag.eq_ignore_ascii_case(primary));
        known.map_or_else(Self::default, |table| Self(table))
    }

    /// Every language of the interface.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLES.iter().map(|table| Self(table))
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        self.0.tag
    }

    /// `ltr` or `rtl`.
    pub fn direction(self) -> &'static str {
        if self.0.right_to_left { "rtl" } else { "ltr" }
    }

    /// Its table.
    pub(super) fn messages(self) -> &'static Messages {
        self.0
    }
}

impl Default for Lang {
    fn default() -> Self {
        Self(&en::TABLE)
    }
}

impl PartialEq for Lang {
    fn eq(&self, other: &Self) -> bool {
        self.0.tag == other.0.tag
    }
}

impl Eq for Lang {}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.tag)
    }
}
