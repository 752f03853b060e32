//! English.

use super::{Category, Messages, Plural, tabulate};
use crate::panel::chain::{Act, Gap};
use crate::panel::date::{Day, DayUse};
use crate::report::{Basis, Form, MediumKind, Missing, Route, SourceKind};

pub(super) static TABLE: Messages = Messages {
    tag: "en",
    right_to_left: false,
    category,
    form: tabulate!(form, Form),
    form_means: tabulate!(form_means, Form),
    kind: tabulate!(kind, SourceKind),
    medium: tabulate!(medium, MediumKind),
    route: tabulate!(route, Route),
    missing: tabulate!(missing, Missing),
    basis: tabulate!(basis, Basis),
    act: tabulate!(act, Act),
    gap: tabulate!(gap, Gap),
    day,
    no_later_than: "no later than {0}",
    no_later_than_article: "not stated; no later than this article, {0}",
    no_earlier_than: "{0} or later",
    between: "between {0} and {1}",
    about: "about {0}",
    uncertain: "{0} (uncertain)",
    who_said_this: "Who said this?",
    told_to: "{0}, to {1}",
    position: "{0} of {1}",
    close: "Close",
    previous: "Previous",
    next: "Next",
    how_it_reached_you: "How it reached you",
    setting: "The occasion",
    not_said: "What the article does not say",
    how_we_know: "How we know",
    this_page: "This article",
    source: "Source",
    reporting_words: "Attributed by",
    to_whom: "To whom",
    in_what: "Medium",
    outlet: "Outlet",
    when: "When",
    link: "Link",
    no_link: "No link in this article",
    not_stated: "Not stated",
    no_words: "no words in the article say it",
    show_in_article: "Show in the article",
    within_words_of: "Reported within the words of {0}",
    unclear: "Not clear from the article",
    candidates: "It could be",
    nobody_named: "The article names no source",
    origin_reason_absent: "The article does not say why the first source is unnamed.",
    nothing_here: "There is nothing on record for these words.",
    the_newsroom: "the newsroom",
    identified_automatically: "Speaker identified automatically from this article; not checked by the newsroom.",
    unclear_automatically: "Read automatically from this article; not checked by the newsroom.",
    confirmed_by: "Attribution confirmed by {0}.",
    confirmed_by_on: "Attribution confirmed by {0}, {1}.",
    corrected_by: "Attribution corrected by {0}.",
    corrected_by_on: "Attribution corrected by {0}, {1}.",
    not_the_truth: "This does not mean the statement is true.",
    copy_link: "Copy link",
    copy_citation: "Copy citation",
    report_mistake: "Report a mistake",
    link_copied: "Link copied.",
    citation_copied: "Citation copied.",
    copy_failed: "Your browser did not allow copying.",
    mistake_reported: "Thank you. The publisher has been told.",
    quoted_in: "Quoted in",
    voices: "Voices in this story",
    found: Plural::new("{0} found; others may exist.", "{0} found; others may exist."),
    filter: "Show only",
    share: "Quoted words by source",
    words: Plural::new("{0} word", "{0} words"),
    list_separator: ", ",
    only_paraphrased: "Paraphrased only: {0}",
    statements: Plural::new("{0} statement", "{0} statements"),
    shown: Plural::new("{0} shown", "{0} shown"),
    order: "Order",
    in_order: "In order",
    by_source: "By source",
    search: "Search",
    nothing_matches: "Nothing matches.",
    orphans: "No longer in the article",
};

fn category(number: usize) -> Category {
    if number == 1 { Category::One } else { Category::Other }
}

const fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "Direct quotation",
        Form::Partial => "Partial quotation",
        Form::Indirect => "Paraphrase",
        Form::Block => "Quoted passage",
    }
}

const fn form_means(form: Form) -> &'static str {
    match form {
        Form::Direct => "Given in quotation marks.",
        Form::Partial => "Only some words are in quotation marks; the rest is the article’s wording.",
        Form::Indirect => "In the article’s words, not in the source’s.",
        Form::Block => "Set apart from the article’s own text.",
    }
}

const fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::PersonNamed => "Named person",
        SourceKind::PersonByOffice => "Person known by office",
        SourceKind::Institution => "Institution",
        SourceKind::AnonymousPerson => "Unnamed person",
        SourceKind::AnonymousGroup => "Unnamed group",
        SourceKind::NewsOutlet => "News outlet",
        SourceKind::Document => "Document",
        SourceKind::Account => "Account",
        SourceKind::CrowdOrPoll => "Crowd or poll",
        SourceKind::Unattributed => "No source given",
    }
}

const fn medium(medium: MediumKind) -> &'static str {
    match medium {
        MediumKind::Unknown => "",
        MediumKind::Interview => "interview",
        MediumKind::BroadcastInterview => "broadcast interview",
        MediumKind::NewsConference => "news conference",
        MediumKind::Speech => "speech",
        MediumKind::Rally => "rally",
        MediumKind::Debate => "debate",
        MediumKind::Statement => "written statement",
        MediumKind::SocialPost => "social media post",
        MediumKind::Email => "e-mail",
        MediumKind::Letter => "letter",
        MediumKind::PhoneCall => "telephone call",
        MediumKind::TextMessage => "text message",
        MediumKind::CourtFiling => "court document",
        MediumKind::Testimony => "testimony",
        MediumKind::Report => "report",
        MediumKind::Book => "book",
        MediumKind::Podcast => "podcast",
        MediumKind::Video => "video",
        MediumKind::Article => "opinion article",
        MediumKind::NewsReport => "news report",
        MediumKind::Meeting => "meeting",
        MediumKind::Survey => "survey",
        MediumKind::IntelligenceAssessment => "intelligence assessment",
    }
}

const fn route(route: Route) -> &'static str {
    match route {
        Route::OwnInterview => "Said to this article’s reporter.",
        Route::EventOrPressConference => "Said in public or to the press.",
        Route::Statement => "Given out as a statement.",
        Route::InterviewOtherOutlet => "Said to another outlet.",
        Route::SecondhandViaOutlet => "Passed on by another outlet.",
        Route::Agency => "Taken from a news agency.",
        Route::SocialPost => "Posted on a network.",
        Route::CourtOrOfficialDocument => "From a document of a court or an authority.",
        Route::LeakedDocument => "From a leaked document.",
        Route::Unknown => "The article does not say how it got these words.",
    }
}

const fn missing(missing: Missing) -> &'static str {
    match missing {
        Missing::NoLink => "The article links to no report, post, broadcast or document.",
        Missing::NoDate => "The article does not say when.",
        Missing::NoExactDate => "The article gives no exact date.",
        Missing::NoVenueStated => "The article does not say where or to whom.",
        Missing::ProgrammeUnnamed => "The article does not name the programme.",
        Missing::QuestionAbsent => "The article does not give the question that was asked.",
        Missing::TranscriptSourceAbsent => {
            "The article does not say whether the wording comes from the broadcast, a transcript or another report."
        }
        Missing::SecondHand => "The article has this from another outlet, not at first hand.",
        Missing::QuotingOutletUnnamed => "The sentence does not name the outlet that quoted this.",
        Missing::Anonymous => "The article does not name the source.",
        Missing::AnonymousOrigin => "The article does not name who told it first.",
        Missing::AnonymityReasonAbsent => "Unnamed; reason not given.",
        Missing::SourceCountAbsent => "The article does not say how many sources there were.",
        Missing::SourcePositionAbsent => "The article does not say how the source knows.",
        Missing::Fragment => "The article gives only a few of the source’s words.",
        Missing::TruncatedStart => "The article leaves out words before these.",
        Missing::DocumentAbsent => "The article does not show the document or link to it.",
        Missing::AccountAbsent => "The article does not give the account.",
    }
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated",
        Basis::Inferred => "inferred",
        Basis::Newsroom => "entered by the newsroom",
    }
}

const fn act(act: Act) -> &'static str {
    match act {
        Act::Said => "said it",
        Act::Wrote => "wrote it",
        Act::Posted => "posted it",
        Act::Published => "published it",
        Act::Believes => "holds it",
        Act::Quotes => "quotes the words",
        Act::Paraphrases => "gives it in words of its own",
        Act::Other => "",
    }
}

const fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::Speaker => "Not clear: whose words these are",
        Gap::Agent => "Not stated: who passed it on",
        Gap::Venue => "Not stated: where or to whom",
        Gap::Wording => "Not stated: where the wording was taken from",
        Gap::Outlet => "Not stated: which outlet quoted it",
        Gap::Origin => "Not stated: who told it first",
    }
}

fn day(day: Day, _: DayUse) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    day.join(&MONTHS, |number| number.to_string(), " ")
}
