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

/// Nouns for bodies and papers: "another report" is nobody.
const THING: Class =
    Class::COLLECTIVE.or(Class::ORGANISATION).or(Class::DOCUMENT).or(Class::OUTLET).or(Class::OUTLET_WORD);

/// The kind of a noun phrase without a name. An unnamed spokesperson speaks for the institution.
pub(super) fn of_noun(noun: &Noun) -> SourceKind {
    let Noun { class, first, definite, .. } = *noun;
    match () {
        () if class.has(Class::CROWD) => SourceKind::CrowdOrPoll,
        () if class.has(Class::SPOKESPERSON) => SourceKind::Institution,
        // "Police said", but "two detectives said".
        () if class.has(Class::AUTHORITY) && !first.has(Class::COUNTING) => SourceKind::Institution,
        () if class.has(Class::GROUP | Class::SEVERAL) => SourceKind::AnonymousGroup,
        () if first.has(Class::SINGLE) && (class.has(Class::ROLE) || !class.has(THING)) => SourceKind::AnonymousPerson,
        () if class.has(Class::ROLE) && class.has(Class::TITLE) && definite => SourceKind::PersonByOffice,
        () if class.has(Class::ROLE) && definite && class.has(Class::OFFICE) => SourceKind::PersonByOffice,
        () if class.has(Class::ROLE | Class::MASCULINE | Class::FEMININE) => SourceKind::AnonymousPerson,
        () if class.has(Class::COLLECTIVE | Class::ORGANISATION) => SourceKind::Institution,
        () if class.has(Class::OUTLET | Class::OUTLET_WORD) && !class.has(Class::DOCUMENT) => SourceKind::NewsOutlet,
        () if class.has(Class::DOCUMENT) => SourceKind::Document,
        () if noun.personal && noun.plural => SourceKind::AnonymousGroup,
        // "a steward": papers and bodies are known.
        () if noun.personal || class == Class::NONE && first.has(Class::INDEFINITE_ARTICLE) => {
            SourceKind::AnonymousPerson
        }
        // "the brewery", "the airport": papers are known.
        () => SourceKind::Institution,
    }
}
