//! The kind of way by which words reached the page.

use super::setting::Setting;
use super::words::{Sense, any_word};
use crate::entity::Entity;
use crate::vocabulary::{MediumKind, Route, SourceKind};

/// What the route depends on.
pub(super) struct Circumstances<'a> {
    pub setting: &'a Setting,
    /// Whose words.
    pub source: Option<&'a Entity>,
    /// The words that name the source.
    pub mention: &'a str,
    /// The source is an outlet other than the article's own.
    pub other_outlet: bool,
    /// An outlet hands the words on: a passive of quoting, or "carried by".
    pub relayed: bool,
    /// That outlet is an agency.
    pub agency: bool,
}

/// The first that holds.
pub(super) fn route(of: &Circumstances<'_>) -> Route {
    use MediumKind::*;
    let setting = of.setting;
    let medium = setting.medium.as_ref().map_or(Unknown, |medium| medium.value);
    let kind = of.source.map(|source| source.kind);
    let outlet = setting.outlet.as_ref();
    let other = outlet.filter(|outlet| !outlet.own);
    // An outlet's claim, or words that an outlet hands on.
    if of.other_outlet || of.relayed {
        return if of.agency { Route::Agency } else { Route::SecondhandViaOutlet };
    }
    if setting.leaked && (kind == Some(SourceKind::Document) || matches!(medium, Report | Email | Letter)) {
        return Route::LeakedDocument;
    }
    if medium == SocialPost {
        return Route::SocialPost;
    }
    // Said to another outlet; to an agency, which all outlets print.
    if let Some(outlet) =
        other.filter(|_| matches!(medium, Interview | BroadcastInterview | Podcast | PhoneCall | Article))
    {
        return if outlet.agency { Route::Agency } else { Route::InterviewOtherOutlet };
    }
    if other.is_some() && matches!(medium, Email | TextMessage) {
        return Route::InterviewOtherOutlet;
    }
    let own = outlet.is_some_and(|outlet| outlet.own) || setting.own_interview;
    let alone = (setting.addressee.is_none() || own) && !setting.at_event;
    match medium {
        Interview | BroadcastInterview | PhoneCall | Email | TextMessage if own || alone => Route::OwnInterview,
        _ if own && !matches!(medium, Statement | Letter | Report | CourtFiling) => Route::OwnInterview,
        Podcast => Route::InterviewOtherOutlet,
        // An earnings call, a letter to the staff.
        PhoneCall => Route::EventOrPressConference,
        Statement | Letter => Route::Statement,
        NewsConference | Speech | Rally | Debate | Testimony | Meeting => Route::EventOrPressConference,
        CourtFiling => Route::CourtOrOfficialDocument,
        Report if any_word(of.mention, Sense::Official) => Route::CourtOrOfficialDocument,
        _ if medium == Unknown && setting.outside => Route::EventOrPressConference,
        _ if kind == Some(SourceKind::CrowdOrPoll) && medium == Unknown && setting.in_public => {
            Route::EventOrPressConference
        }
        _ => Route::Unknown,
    }
}
