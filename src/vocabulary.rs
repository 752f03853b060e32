//! The closed sets of words in a report.

use serde::{Deserialize, Serialize};

/// Declares an enumeration whose variants have one spelling in the JSON, in `as_str` and in the style sheet.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// Every value, in the order of the specification.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The words of [`Self::ALL`], in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word in the JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}

vocabulary! {
    /// How the words are given.
#[derive(Default)]
    Form {
        /// At least one full clause in marks.
        #[default]
        Direct = "direct",
        /// Less than a clause in marks.
        Partial = "partial",
        /// No marks, a cue of speech or writing.
        Indirect = "indirect",
        /// A block quotation or embedded post.
        Block = "block",
    }
}

vocabulary! {
    /// Whose words (not the messenger's).
#[derive(Default)]
    SourceKind {
        /// A person with a name.
        PersonNamed = "person_named",
        /// A person known by office only ("the governor").
        PersonByOffice = "person_by_office",
        /// An organisation, agency, company, party, court.
        Institution = "institution",
        /// One unnamed person.
        AnonymousPerson = "anonymous_person",
        /// Several unnamed persons.
        AnonymousGroup = "anonymous_group",
        /// An outlet, for its own copy.
        NewsOutlet = "news_outlet",
        /// A report, law, filing, letter.
        Document = "document",
        /// An account on a network.
        Account = "account",
        /// A crowd, a chant, a poll.
        CrowdOrPoll = "crowd_or_poll",
        /// Nobody is given.
        #[default]
        Unattributed = "unattributed",
    }
}

vocabulary! {
    /// In what it was said or written.
#[derive(Default)]
    MediumKind {
        /// Nothing says it.
        #[default]
        Unknown = "unknown",
        /// An interview or a talk with a reporter.
        Interview = "interview",
        /// An interview on radio or television.
        BroadcastInterview = "broadcast_interview",
        /// A news conference or briefing.
        NewsConference = "news_conference",
        /// A speech or remarks.
        Speech = "speech",
        /// A rally or campaign event.
        Rally = "rally",
        /// A debate.
        Debate = "debate",
        /// A written statement or press release.
        Statement = "statement",
        /// A post on a network.
        SocialPost = "social_post",
        /// An e-mail.
        Email = "email",
        /// A letter.
        Letter = "letter",
        /// A telephone call.
        PhoneCall = "phone_call",
        /// A text message.
        TextMessage = "text_message",
        /// A court filing or ruling.
        CourtFiling = "court_filing",
        /// Testimony or a hearing.
        Testimony = "testimony",
        /// A report, study or official document.
        Report = "report",
        /// A book or memoir.
        Book = "book",
        /// A podcast.
        Podcast = "podcast",
        /// A video.
        Video = "video",
        /// An opinion column or essay.
        Article = "article",
        /// Another outlet's news report.
        NewsReport = "news_report",
        /// A meeting.
        Meeting = "meeting",
        /// A poll or survey.
        Survey = "survey",
        /// An assessment by intelligence services.
        IntelligenceAssessment = "intelligence_assessment",
    }
}

vocabulary! {
    /// The kind of way by which the words reached this article.
#[derive(Default)]
    Route {
        /// Said to this article's own reporter.
        OwnInterview = "own_interview",
        /// Said in public, at an event or to the press.
        EventOrPressConference = "event_or_press_conference",
        /// Given out as a statement.
        Statement = "statement",
        /// Said to another outlet.
        InterviewOtherOutlet = "interview_other_outlet",
        /// Relayed by another outlet.
        SecondhandViaOutlet = "secondhand_via_outlet",
        /// Taken from an agency.
        Agency = "agency",
        /// Posted on a network.
        SocialPost = "social_post",
        /// From a court's or an authority's document.
        CourtOrOfficialDocument = "court_or_official_document",
        /// From a document that was leaked.
        LeakedDocument = "leaked_document",
        /// The article does not say.
        #[default]
        Unknown = "unknown",
    }
}

vocabulary! {
    /// On what a field rests.
#[derive(Default)]
    Basis {
        /// The article says so.
        Stated = "stated",
        /// The software concluded it.
        #[default]
        Inferred = "inferred",
        /// The newsroom entered it.
        Newsroom = "newsroom",
    }
}

vocabulary! {
    /// Who stands behind an attribution.
#[derive(Default)]
    Status {
        /// The software alone.
        #[default]
        Inferred = "inferred",
        /// The newsroom looked at it and agrees.
        Confirmed = "confirmed",
        /// The newsroom changed it.
        Corrected = "corrected",
        /// The newsroom took it back.
        Withheld = "withheld",
    }
}

vocabulary! {
    /// What the article leaves unsaid.
    Missing {
        /// No link to the earlier report, post, broadcast or document.
        NoLink = "no_link",
        /// No date for the utterance.
        NoDate = "no_date",
        /// Only a bound is given.
        NoExactDate = "no_exact_date",
        /// Where or to whom it was said is not stated.
        NoVenueStated = "no_venue_stated",
        /// Host or network given, programme not.
        ProgrammeUnnamed = "programme_unnamed",
        /// The interviewer's question is not given.
        QuestionAbsent = "question_absent",
        /// Not said whether the wording comes from broadcast, transcript or another story.
        TranscriptSourceAbsent = "transcript_source_absent",
        /// Reached this article through another outlet.
        SecondHand = "second_hand",
        /// Passive: the outlet that quoted is not named in the sentence.
        QuotingOutletUnnamed = "quoting_outlet_unnamed",
        /// The speaker is unnamed.
        Anonymous = "anonymous",
        /// An earlier hop in the chain is unnamed.
        AnonymousOrigin = "anonymous_origin",
        /// No reason given for anonymity.
        AnonymityReasonAbsent = "anonymity_reason_absent",
        /// Number of sources not given.
        SourceCountAbsent = "source_count_absent",
        /// How the source knows is not given.
        SourcePositionAbsent = "source_position_absent",
        /// Only a few of the speaker's words.
        Fragment = "fragment",
        /// Words left out before the quotation.
        TruncatedStart = "truncated_start",
        /// The underlying document is not shown or linked.
        DocumentAbsent = "document_absent",
        /// The account is not given.
        AccountAbsent = "account_absent",
    }
}

vocabulary! {
    /// The terms on which something was said to the newsroom.
    Terms {
        /// With name and words.
        OnRecord = "on_record",
        /// With words, the source described and not named.
        Background = "background",
        /// Without words and source.
        DeepBackground = "deep_background",
        /// Not for publication; published by leave.
        OffRecord = "off_record",
        /// Not before a given time.
        Embargoed = "embargoed",
    }
}
