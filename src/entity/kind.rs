//! What kind of source a mention names.

use super::cluster::Cluster;
use super::noun::Noun;
use crate::lexicon::Class;
use crate::vocabulary::SourceKind;

/// The kind of a name.
/// A name of one word that nothing shows to be a person's is more often an organisation's: people are introduced in full.
pub(super) fn of_name(cluster: &Cluster, name: &str, gendered: bool) -> SourceKind {
    match () {
        () if name.starts_with('@') => SourceKind::Account,
        () if cluster.outlet && cluster.person < 0 => SourceKind::NewsOutlet,
        () if cluster.organisation && cluster.person < 3 && !gendered => SourceKind::Institution,
        () if !gendered && (cluster.person < 0 || cluster.one_word && cluster.person < 2) => SourceKind::Institution,
        () => SourceKind::PersonNamed,
    }
}

/// The kind of a noun phrase without a name. An unnamed spokesperson speaks for the institution.
pub(super) fn of_noun(noun: &Noun, head: &str, core: &str) -> SourceKind {
    let head = head.to_lowercase();
    let first = core.split_whitespace().next().unwrap_or("").to_lowercase();
    let definite = matches!(first.as_str(), "the" | "this" | "that") || noun.definite;
    let class = noun.class;
    match () {
        () if is_crowd(&head) => SourceKind::CrowdOrPoll,
        () if head.starts_with("spokes") => SourceKind::Institution,
        () if class.has(Class::GROUP) => SourceKind::AnonymousGroup,
        () if matches!(
            head.as_str(),
            "some" | "many" | "others" | "both" | "several" | "most" | "few" | "all" | "everyone" | "everybody"
        ) =>
        {
            SourceKind::AnonymousGroup
        }
        () if matches!(first.as_str(), "one" | "another" | "someone" | "somebody") => SourceKind::AnonymousPerson,
        () if class.has(Class::ROLE) && class.has(Class::TITLE) && definite => SourceKind::PersonByOffice,
        () if class.has(Class::ROLE) && definite && is_office(&head) => SourceKind::PersonByOffice,
        () if class.has(Class::ROLE | Class::MASCULINE | Class::FEMININE) => SourceKind::AnonymousPerson,
        () if class.has(Class::COLLECTIVE | Class::ORGANISATION) => SourceKind::Institution,
        () if class.has(Class::OUTLET | Class::OUTLET_WORD) && !class.has(Class::DOCUMENT) => SourceKind::NewsOutlet,
        () if class.has(Class::DOCUMENT) => SourceKind::Document,
        () if noun.personal && noun.plural => SourceKind::AnonymousGroup,
        () if noun.personal => SourceKind::AnonymousPerson,
        () => SourceKind::Document,
    }
}

fn is_crowd(head: &str) -> bool {
    matches!(
        head,
        "crowd"
            | "crowds"
            | "audience"
            | "gallery"
            | "poll"
            | "polls"
            | "survey"
            | "surveys"
            | "spectators"
            | "percent"
            | "majority"
            | "chant"
            | "chants"
    )
}

fn is_office(head: &str) -> bool {
    matches!(
        head,
        "ceo"
            | "head"
            | "boss"
            | "chief"
            | "executive"
            | "manager"
            | "owner"
            | "founder"
            | "editor"
            | "host"
            | "presenter"
            | "anchor"
            | "prosecutor"
            | "defendant"
            | "plaintiff"
            | "nominee"
            | "clerk"
            | "treasurer"
            | "envoy"
            | "adviser"
            | "advisor"
            | "counsel"
    )
}
