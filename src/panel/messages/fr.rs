//! French.

use super::{Category, Messages, Plural, tabulate};
use crate::panel::chain::{Act, Gap};
use crate::panel::date::{Day, DayUse};
use crate::report::{Basis, Form, MediumKind, Missing, Route, SourceKind};

pub(super) static TABLE: Messages = Messages {
    tag: "fr",
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
    no_later_than: "au plus tard {0}",
    no_later_than_article: "non précisé\u{202f}; au plus tard à la parution de l’article, {0}",
    no_earlier_than: "{0} ou plus tard",
    between: "entre {0} et {1}",
    about: "vers {0}",
    uncertain: "{0} (incertain)",
    who_said_this: "Qui a dit cela\u{202f}?",
    told_to: "{0}, à {1}",
    position: "{0} sur {1}",
    close: "Fermer",
    previous: "Précédent",
    next: "Suivant",
    how_it_reached_you: "Comment ces mots vous sont parvenus",
    setting: "Les circonstances",
    not_said: "Ce que l’article ne dit pas",
    how_we_know: "Comment nous le savons",
    this_page: "Cet article",
    source: "Source",
    reporting_words: "Introduit par",
    to_whom: "À qui",
    in_what: "Cadre",
    outlet: "Média",
    when: "Quand",
    link: "Lien",
    no_link: "Aucun lien dans cet article",
    not_stated: "Non précisé",
    no_words: "aucun mot de l’article ne le dit",
    show_in_article: "Montrer dans l’article",
    within_words_of: "Rapporté dans les propos de {0}",
    unclear: "L’article ne le dit pas clairement",
    candidates: "Il peut s’agir de",
    nobody_named: "L’article ne nomme aucune source",
    origin_reason_absent: "L’article ne dit pas pourquoi la première source n’est pas nommée.",
    nothing_here: "Rien n’est consigné pour ces mots.",
    the_newsroom: "la rédaction",
    identified_automatically: "Source identifiée automatiquement d’après cet article\u{202f}; non relue par la rédaction.",
    unclear_automatically: "Lecture automatique de cet article\u{202f}; non relue par la rédaction.",
    confirmed_by: "Attribution confirmée par {0}.",
    confirmed_by_on: "Attribution confirmée par {0}, {1}.",
    corrected_by: "Attribution corrigée par {0}.",
    corrected_by_on: "Attribution corrigée par {0}, {1}.",
    not_the_truth: "Cela ne veut pas dire que les propos sont vrais.",
    copy_link: "Copier le lien",
    copy_citation: "Copier la citation",
    report_mistake: "Signaler une erreur",
    link_copied: "Lien copié.",
    citation_copied: "Citation copiée.",
    copy_failed: "Votre navigateur n’a pas permis la copie.",
    mistake_reported: "Merci. L’éditeur a été prévenu.",
    quoted_in: "Cité dans",
    voices: "Les voix de cet article",
    found: Plural::new(
        "{0} trouvée\u{202f}; il peut y en avoir d’autres.",
        "{0} trouvées\u{202f}; il peut y en avoir d’autres.",
    ),
    filter: "Ne montrer que",
    share: "Mots cités par source",
    words: Plural::new("{0} mot", "{0} mots"),
    list_separator: ", ",
    only_paraphrased: "Paraphrase seulement\u{202f}: {0}",
    statements: Plural::new("{0} déclaration", "{0} déclarations"),
    shown: Plural::new("{0} affichée", "{0} affichées"),
    order: "Ordre",
    in_order: "Dans l’ordre",
    by_source: "Par source",
    search: "Rechercher",
    nothing_matches: "Aucun résultat.",
    orphans: "Ne figure plus dans l’article",
};

fn category(number: usize) -> Category {
    if number < 2 { Category::One } else { Category::Other }
}

const fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "Citation directe",
        Form::Partial => "Citation partielle",
        Form::Indirect => "Paraphrase",
        Form::Block => "Passage cité",
    }
}

const fn form_means(form: Form) -> &'static str {
    match form {
        Form::Direct => "Donnée entre guillemets.",
        Form::Partial => "Seuls quelques mots sont entre guillemets\u{202f}; le reste est formulé par l’article.",
        Form::Indirect => "Dans les mots de l’article, non dans ceux de la source.",
        Form::Block => "Détaché du texte de l’article.",
    }
}

const fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::PersonNamed => "Personne nommée",
        SourceKind::PersonByOffice => "Personne désignée par sa fonction",
        SourceKind::Institution => "Institution",
        SourceKind::AnonymousPerson => "Personne non nommée",
        SourceKind::AnonymousGroup => "Groupe non nommé",
        SourceKind::NewsOutlet => "Média d’information",
        SourceKind::Document => "Document",
        SourceKind::Account => "Compte",
        SourceKind::CrowdOrPoll => "Foule ou sondage",
        SourceKind::Unattributed => "Aucune source donnée",
    }
}

const fn medium(medium: MediumKind) -> &'static str {
    match medium {
        MediumKind::Unknown => "",
        MediumKind::Interview => "entretien",
        MediumKind::BroadcastInterview => "entretien à la radio ou à la télévision",
        MediumKind::NewsConference => "conférence de presse",
        MediumKind::Speech => "discours",
        MediumKind::Rally => "meeting",
        MediumKind::Debate => "débat",
        MediumKind::Statement => "communiqué",
        MediumKind::SocialPost => "message sur un réseau social",
        MediumKind::Email => "courriel",
        MediumKind::Letter => "lettre",
        MediumKind::PhoneCall => "appel téléphonique",
        MediumKind::TextMessage => "SMS",
        MediumKind::CourtFiling => "document judiciaire",
        MediumKind::Testimony => "déposition",
        MediumKind::Report => "rapport",
        MediumKind::Book => "livre",
        MediumKind::Podcast => "podcast",
        MediumKind::Video => "vidéo",
        MediumKind::Article => "tribune",
        MediumKind::NewsReport => "article de presse",
        MediumKind::Meeting => "réunion",
        MediumKind::Survey => "sondage",
        MediumKind::IntelligenceAssessment => "évaluation de services de renseignement",
    }
}

const fn route(route: Route) -> &'static str {
    match route {
        Route::OwnInterview => "Dit à la rédaction de cet article.",
        Route::EventOrPressConference => "Dit en public ou devant la presse.",
        Route::Statement => "Diffusé sous forme de communiqué.",
        Route::InterviewOtherOutlet => "Dit à un autre média.",
        Route::SecondhandViaOutlet => "Rapporté par un autre média.",
        Route::Agency => "Repris d’une agence de presse.",
        Route::SocialPost => "Publié sur un réseau.",
        Route::CourtOrOfficialDocument => "Tiré d’un document d’un tribunal ou d’une autorité.",
        Route::LeakedDocument => "Tiré d’un document divulgué.",
        Route::Unknown => "L’article ne dit pas d’où il tient ces mots.",
    }
}

const fn missing(missing: Missing) -> &'static str {
    match missing {
        Missing::NoLink => "L’article ne renvoie par aucun lien à un article, un message, une émission ou un document.",
        Missing::NoDate => "L’article ne dit pas quand.",
        Missing::NoExactDate => "L’article ne donne pas de date exacte.",
        Missing::NoVenueStated => "L’article ne dit ni où ni à qui.",
        Missing::ProgrammeUnnamed => "L’article ne nomme pas l’émission.",
        Missing::QuestionAbsent => "L’article ne donne pas la question posée.",
        Missing::TranscriptSourceAbsent => {
            "L’article ne dit pas si ces mots viennent de l’émission, d’une transcription ou d’un autre article."
        }
        Missing::SecondHand => "L’article le tient d’un autre média, non de première main.",
        Missing::QuotingOutletUnnamed => "La phrase ne nomme pas le média qui a cité ces mots.",
        Missing::Anonymous => "L’article ne nomme pas la source.",
        Missing::AnonymousOrigin => "L’article ne nomme pas qui l’a dit en premier.",
        Missing::AnonymityReasonAbsent => "Non nommée\u{202f}; raison non donnée.",
        Missing::SourceCountAbsent => "L’article ne dit pas combien de sources il y avait.",
        Missing::SourcePositionAbsent => "L’article ne dit pas comment la source le sait.",
        Missing::Fragment => "L’article ne donne que quelques mots de la source.",
        Missing::TruncatedStart => "L’article omet des mots avant ceux-ci.",
        Missing::DocumentAbsent => "L’article ne montre pas le document et n’y renvoie pas.",
        Missing::AccountAbsent => "L’article ne donne pas le compte.",
    }
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "dit dans l’article",
        Basis::Inferred => "déduit",
        Basis::Newsroom => "ajouté par la rédaction",
    }
}

const fn act(act: Act) -> &'static str {
    match act {
        Act::Said => "l’a dit",
        Act::Wrote => "l’a écrit",
        Act::Posted => "l’a posté",
        Act::Published => "l’a publié",
        Act::Believes => "l’estime",
        Act::Quotes => "cite les mots",
        Act::Paraphrases => "le rapporte avec ses propres mots",
        Act::Other => "",
    }
}

const fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::Speaker => "Pas clair\u{202f}: de qui sont ces mots",
        Gap::Agent => "Non précisé\u{202f}: qui les a transmis",
        Gap::Venue => "Non précisé\u{202f}: où ou à qui",
        Gap::Wording => "Non précisé\u{202f}: d’où vient le texte exact",
        Gap::Outlet => "Non précisé\u{202f}: quel média les a cités",
        Gap::Origin => "Non précisé\u{202f}: qui l’a dit en premier",
    }
}

fn day(day: Day, place: DayUse) -> String {
    const MONTHS: [&str; 12] = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    let before = match (place, day.day, day.month) {
        (DayUse::Alone, _, _) => "",
        (_, Some(_), _) => "le ",
        (DayUse::Bound, None, _) => "en ",
        _ => "",
    };
    let number = |number: u8| if number == 1 { "1er".to_owned() } else { number.to_string() };
    before.to_owned() + &day.join(&MONTHS, number, " ")
}
