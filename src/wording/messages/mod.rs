//! The words of the interface: one text file per language, complete or the crate does not compile.
//!
//! A template marks its slots `{0}`, `{1}`. Names and words of the article go into slots only, so that the page can
//! isolate their direction. A message in several forms has bars between them.

mod lang;
mod table;
#[cfg(test)]
mod tests;

use super::chain::{Act, Gap};
use super::template::say;
use crate::report::{Basis, Form, MediumKind, Missing, Route, SourceKind};
use crate::vocabulary::Terms;
pub use lang::Lang;

/// The words of one language, in the order of [`table::KEYS`]. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Messages(&'static [&'static str]);

/// Declares the messages that stand by themselves: their keys in a language's file, and how to ask for them.
macro_rules! messages {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        /// The places of the messages.
        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy)]
        enum Single { $($name),+ }

        /// The keys of the messages, in order.
        const SINGLE: &[&str] = &[$(stringify!($name)),+];

        impl Messages {
            $($(#[doc = $doc])+ pub fn $name(self) -> &'static str { self.at(Single::$name as usize) })+
        }
    };
}

/// Declares the messages that name every value of a vocabulary, after the single ones.
macro_rules! vocabularies {
    ($($(#[doc = $doc:literal])+ $name:ident: $vocabulary:ty,)+) => {
        /// The places of the vocabularies.
        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy)]
        enum Named { $($name),+ }

        /// The vocabularies' keys, in order, and the words of their values.
        const NAMED: &[(&str, &[&str])] = &[$((stringify!($name), &{
            let mut words = [""; <$vocabulary>::ALL.len()];
            let mut at = 0;
            while at < words.len() {
                words[at] = <$vocabulary>::ALL[at].as_str();
                at += 1;
            }
            words
        })),+];

        impl Messages {
            $($(#[doc = $doc])+ pub fn $name(self, value: $vocabulary) -> &'static str {
                self.at(const { table::start(Named::$name as usize) } + value as usize)
            })+
        }
    };
}

messages! {
    /// BCP 47 tag, for `lang`.
    tag,
    /// `ltr` or `rtl`, for `dir`.
    direction,
    /// Which numbers take which form: ranges, of the number or (`%`) of its last two digits.
    plural,

    /// The months' names, in forms.
    months,
    /// The number of a month's first day.
    first_day,
    /// A date by itself, or after a comma; in forms: whole, a month, a year.
    date,
    /// A date after "no later than" and "from".
    date_bound,
    /// A date in "between … and …".
    date_range,
    /// "no later than {0}".
    no_later_than,
    /// "not stated; no later than this article, {0}".
    no_later_than_article,
    /// "{0} or later".
    no_earlier_than,
    /// "between {0} and {1}".
    between,
    /// "about {0}", for an approximate date.
    about,
    /// "{0}, uncertain", for an uncertain date.
    uncertain,


    /// Name of the mark and of the panel: a question.
    who_said_this,
    /// "{0}, to {1}": a source and whom it told, for the mark's name.
    told_to,
    /// "{0} of {1}": which of how many.
    position,
    /// Button.
    close,
    /// Button of the sheet on a phone: half or full height.
    height,
    /// Button.
    previous,
    /// Button.
    next,
    /// Heading of the chain.
    how_it_reached_you,
    /// Heading of what is known of the occasion.
    setting,
    /// Heading of what is missing.
    not_said,
    /// Heading of the evidence.
    how_we_know,
    /// The article, as the chain's last link.
    this_page,
    /// Label: the source.
    source,
    /// Label: the words that attribute.
    reporting_words,
    /// Label: the addressee.
    to_whom,
    /// Label: the medium.
    in_what,
    /// Label: who published or broadcast it first.
    outlet,
    /// Label: the date.
    when,
    /// Label: addresses.
    link,
    /// In place of an address.
    no_link,
    /// Label: the terms on which it was said.
    on_what_terms,
    /// In place of a field of the setting that nothing states.
    not_stated,
    /// In place of evidence, where no words say it.
    no_words,
    /// What an evidence button does.
    show_in_article,
    /// "Reported within the words of {0}".
    within_words_of,
    /// The source where it is not clear.
    unclear,
    /// Heading of candidates.
    candidates,
    /// The source where there is none.
    nobody_named,
    /// In place of "unnamed; reason not given" where the source has a name, and whoever told it has not.
    origin_reason_absent,
    /// An entry that is not there (any more).
    nothing_here,
    /// The newsroom, where its name is not known.
    the_newsroom,
    /// Status: inferred.
    identified_automatically,
    /// Status: inferred, and the source is not clear.
    unclear_automatically,
    /// Status: the language is one in which nobody looked who speaks.
    sources_unread,
    /// "Attribution confirmed by {0}."
    confirmed_by,
    /// "Attribution confirmed by {0}, {1}."
    confirmed_by_on,
    /// "Attribution corrected by {0}."
    corrected_by,
    /// "Attribution corrected by {0}, {1}."
    corrected_by_on,
    /// What a confirmation is not.
    not_the_truth,
    /// "The newsroom's record has other words here: {0}".
    changed_since,
    /// Heading of the words' context in the original.
    in_the_original,
    /// How the words compare with the original.
    verbatim,
    /// The same.
    elided,
    /// The same.
    altered,
    /// The same.
    not_found,
    /// Button.
    copy_link,
    /// Button.
    copy_citation,
    /// Button: the citation as HTML.
    copy_markup,
    /// Button.
    report_mistake,
    /// Notice.
    link_copied,
    /// Notice.
    citation_copied,
    /// Notice.
    copy_failed,
    /// Notice.
    mistake_reported,
    /// Notice.
    mistake_untold,
    /// Notice.
    mail_opened,
    /// Between a citation's words and the article they stand in: "quoted in".
    quoted_in,

    /// Its heading.
    voices,
    /// "{0} found; others may exist."
    found,
    /// Label of the group of filters.
    filter,
    /// Heading of the table of shares.
    share,
    /// "{0} words", of a source.
    words,
    /// "{0}, {1}": two members of a list.
    list,
    /// "Paraphrased only: {0}", a list of sources.
    only_paraphrased,
    /// Heading of the table of named and unnamed sources.
    named_or_not,
    /// Label: sources with a name.
    named,
    /// Label: persons known by their office.
    by_office,
    /// Label: sources without a name.
    unnamed,
    /// Heading of the table of media and outlets.
    where_said,
    /// "{0} statements", of a source.
    statements,
    /// "{0} shown", after a search or filter.
    shown,
    /// Label of the choice of order.
    order,
    /// Order of the text.
    in_order,
    /// Grouped by source.
    by_source,
    /// Grouped by source, the most quoted first.
    by_share,
    /// Label of the search field.
    search,
    /// An empty list.
    nothing_matches,
    /// Button: all of a long list.
    show_all,
    /// Heading of entries whose words are not in the article any more.
    orphans,
    /// Of an entry whose words were changed since.
    changed,
    /// Button.
    download,
    /// Button.
    print,
    /// Heading of the endnotes in print.
    notes,

}

vocabularies! {
    /// Label of a form.
    form: Form,
    /// What a form means, as a sentence.
    form_means: Form,
    /// Kind of source.
    kind: SourceKind,
    /// Medium; empty for an unknown one.
    medium: MediumKind,
    /// The way of the words, as a sentence.
    route: Route,
    /// What is missing, as a sentence.
    missing: Missing,
    /// On what a field rests.
    basis: Basis,
    /// What an agent of the chain did; empty for an act without a name of its own.
    act: Act,
    /// An unstated hop of the chain.
    gap: Gap,
    /// The terms on which something was said.
    terms: Terms,
}

impl Messages {
    #[inline(never)]
    fn at(self, place: usize) -> &'static str {
        self.0.get(place).copied().unwrap_or("")
    }

    /// The form of a message that `number` takes, with the number in its slot.
    pub fn count(self, message: &'static str, number: usize) -> String {
        let takes = |range: &str| {
            let (range, number) = match range.strip_suffix('%') {
                Some(range) => (range, number % 100),
                None => (range, number),
            };
            let Some((first, last)) = range.split_once('-') else { return false };
            let bound = |digits: &str| digits.parse::<usize>().ok();
            bound(first) <= Some(number) && Some(number) <= bound(last)
        };
        let ranges = self.plural().split(' ');
        let at = ranges.clone().position(takes).unwrap_or(ranges.count());
        say(form(message, at), &[&number.to_string()])
    }
}

/// One form of a message that has several; the last one where it has fewer.
pub(crate) fn form(message: &'static str, at: usize) -> &'static str {
    message.split('|').take(at + 1).last().unwrap_or("").trim_matches(' ')
}
