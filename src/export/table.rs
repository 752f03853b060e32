//! What the types of schema.org are to the kinds of the record.

use crate::report::{MediumKind, SourceKind};

/// Media in which something is said on an occasion; what is written has a work that it stands in.
pub fn is_spoken(medium: MediumKind) -> bool {
    use MediumKind::{
        BroadcastInterview, Debate, Interview, Meeting, NewsConference, PhoneCall, Podcast, Rally, Speech, Testimony,
        Unknown, Video,
    };
    matches!(
        medium,
        Interview
            | BroadcastInterview
            | NewsConference
            | Speech
            | Rally
            | Debate
            | PhoneCall
            | Testimony
            | Podcast
            | Video
            | Meeting
            | Unknown
    )
}

/// The type of a written work.
pub fn work(medium: MediumKind) -> &'static str {
    match medium {
        MediumKind::SocialPost => "SocialMediaPosting",
        MediumKind::NewsReport => "NewsArticle",
        MediumKind::Article => "Article",
        MediumKind::Book => "Book",
        MediumKind::Report => "Report",
        MediumKind::Email => "EmailMessage",
        MediumKind::Letter | MediumKind::TextMessage => "Message",
        _ => "CreativeWork",
    }
}

/// The type of a source; none for a document, which is a work itself.
pub fn agent(kind: SourceKind) -> Option<&'static str> {
    match kind {
        SourceKind::PersonNamed | SourceKind::PersonByOffice | SourceKind::AnonymousPerson => Some("Person"),
        SourceKind::Document => None,
        _ => Some("Organization"),
    }
}
