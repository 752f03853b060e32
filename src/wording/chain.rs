//! The way of the words from the first speaker to this page, as steps to draw.

use crate::report::{ARTICLE_AGENT, Attribution, Basis, Form, MediumKind, Missing, Report, Route, Source, SourceKind};

/// What an agent did with the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Said or told them.
    Said,
    /// Wrote them.
    Wrote,
    /// Posted them on a network.
    Posted,
    /// Published or broadcast them.
    Published,
    /// Holds or believes it.
    Believes,
    /// Quotes the words.
    Quotes,
    /// Gives them in words of its own.
    Paraphrases,
    /// Anything else: no word is put in its place.
    Other,
}

impl Act {
    /// Every act, in the order of declaration.
    pub const ALL: [Self; 8] = [
        Self::Said,
        Self::Wrote,
        Self::Posted,
        Self::Published,
        Self::Believes,
        Self::Quotes,
        Self::Paraphrases,
        Self::Other,
    ];

    /// Its word in the languages' files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Wrote => "wrote",
            Self::Posted => "posted",
            Self::Published => "published",
            Self::Believes => "believes",
            Self::Quotes => "quotes",
            Self::Paraphrases => "paraphrases",
            Self::Other => "other",
        }
    }

    /// The act of a hop. The record's acts are English verbs, open to newsrooms; only the first word counts.
    fn of(act: &str) -> Self {
        match act.split(|c: char| !c.is_alphabetic()).next().unwrap_or("") {
            "said" | "says" | "told" | "tells" | "spoke" | "stated" | "testified" | "announced" => Self::Said,
            "wrote" | "writes" | "filed" => Self::Wrote,
            "posted" | "posts" | "tweeted" => Self::Posted,
            "published" | "broadcast" | "aired" | "reported" | "quoted" => Self::Published,
            "believes" | "believe" | "believed" | "assessed" | "assess" => Self::Believes,
            "quotes" => Self::Quotes,
            "paraphrases" | "reports" => Self::Paraphrases,
            _ => Self::Other,
        }
    }
}

/// What is not stated between two agents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Whose words they are.
    Speaker,
    /// An agent that the report does not describe.
    Agent,
    /// Where or to whom they were said.
    Venue,
    /// From what the article took the wording.
    Wording,
    /// Which outlet quoted them.
    Outlet,
    /// Who told the first agent given.
    Origin,
}

impl Gap {
    /// Every gap, in the order of declaration.
    pub const ALL: [Self; 6] = [Self::Speaker, Self::Agent, Self::Venue, Self::Wording, Self::Outlet, Self::Origin];

    /// Its word in the languages' files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Speaker => "speaker",
            Self::Agent => "agent",
            Self::Venue => "venue",
            Self::Wording => "wording",
            Self::Outlet => "outlet",
            Self::Origin => "origin",
        }
    }
}

/// One step of the way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step<'a> {
    /// Somebody or something that had the words.
    Agent {
        /// Who or what.
        source: &'a Source,
        /// What it did.
        act: Act,
        /// In what.
        medium: MediumKind,
        /// Whether the article states it.
        basis: Basis,
    },
    /// This article.
    Page(Act),
    /// An unstated hop.
    Gap(Gap),
}

/// The steps, first speaker first, this article last, with what is unstated as gaps.
pub fn steps<'a>(report: &'a Report, entry: &'a Attribution) -> Vec<Step<'a>> {
    let lacks = |missing| entry.missing.contains(&missing);
    let mut steps = Vec::with_capacity(entry.chain.len() + 2);
    let mut page = if entry.form == Form::Indirect { Act::Paraphrases } else { Act::Quotes };
    for hop in &entry.chain {
        if hop.agent == ARTICLE_AGENT {
            page = match Act::of(&hop.act) {
                Act::Other => page,
                act => act,
            };
            continue;
        }
        steps.push(match find(report, &hop.agent) {
            Some(source) => {
                Step::Agent { source, act: Act::of(&hop.act), medium: hop.medium.unwrap_or_default(), basis: hop.basis }
            }
            None => Step::Gap(Gap::Agent),
        });
    }
    if steps.is_empty() {
        steps.push(first_step(report, entry));
    }
    let has = |wanted: fn(SourceKind) -> bool| {
        steps.iter().any(|step| matches!(step, Step::Agent { source, .. } if wanted(source.kind)))
    };
    let unnamed = has(|kind| matches!(kind, SourceKind::AnonymousPerson | SourceKind::AnonymousGroup));
    let outlet = has(|kind| kind == SourceKind::NewsOutlet);
    if lacks(Missing::AnonymousOrigin) && !unnamed {
        steps.insert(0, Step::Gap(Gap::Origin));
    }
    if lacks(Missing::TranscriptSourceAbsent) {
        steps.push(Step::Gap(Gap::Wording));
    } else if lacks(Missing::QuotingOutletUnnamed) && !outlet {
        steps.push(Step::Gap(Gap::Outlet));
    } else if !outlet && (lacks(Missing::NoVenueStated) || entry.route == Route::Unknown) {
        steps.push(Step::Gap(Gap::Venue));
    }
    // One gap says enough between two agents.
    steps.dedup_by(|next, step| matches!((next, step), (Step::Gap(_), Step::Gap(_))));
    steps.push(Step::Page(page));
    steps
}

/// Where the way starts if the report gives no chain.
fn first_step<'a>(report: &'a Report, entry: &'a Attribution) -> Step<'a> {
    let link = entry.source.as_ref();
    match link.and_then(|link| Some((find(report, link.source.as_deref()?)?, link.basis))) {
        Some((source, basis)) if source.kind != SourceKind::Unattributed => {
            let medium = entry.medium.as_ref().map(|medium| medium.kind).unwrap_or_default();
            Step::Agent { source, act: Act::Other, medium, basis }
        }
        _ => Step::Gap(Gap::Speaker),
    }
}

/// The source with this id.
pub fn find<'a>(report: &'a Report, id: &str) -> Option<&'a Source> {
    report.sources.iter().find(|source| source.id == id)
}
