//! German.

use super::{Category, Messages, Plural, tabulate};
use crate::panel::chain::{Act, Gap};
use crate::panel::date::{Day, DayUse};
use crate::report::{Basis, Form, MediumKind, Missing, Route, SourceKind};

pub(super) static TABLE: Messages = Messages {
    tag: "de",
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
    no_later_than: "spätestens {0}",
    no_later_than_article: "nicht genannt; spätestens mit diesem Artikel, {0}",
    no_earlier_than: "{0} oder später",
    between: "zwischen {0} und {1}",
    about: "etwa {0}",
    uncertain: "{0} (unsicher)",
    who_said_this: "Wer hat das gesagt?",
    told_to: "{0}, zu {1}",
    position: "{0} von {1}",
    close: "Schließen",
    previous: "Zurück",
    next: "Weiter",
    how_it_reached_you: "Wie es zu Ihnen kam",
    setting: "Der Anlass",
    not_said: "Was der Artikel nicht sagt",
    how_we_know: "Woher wir das wissen",
    this_page: "Dieser Artikel",
    source: "Quelle",
    reporting_words: "Eingeleitet mit",
    to_whom: "Zu wem",
    in_what: "Rahmen",
    outlet: "Medium",
    when: "Wann",
    link: "Link",
    no_link: "Kein Link in diesem Artikel",
    not_stated: "Nicht genannt",
    no_words: "kein Wort im Artikel sagt es",
    show_in_article: "Im Artikel zeigen",
    within_words_of: "Wiedergegeben in den Worten von {0}",
    unclear: "Aus dem Artikel nicht klar",
    candidates: "Infrage kommen",
    nobody_named: "Der Artikel nennt keine Quelle",
    origin_reason_absent: "Der Artikel sagt nicht, warum die erste Quelle ungenannt ist.",
    nothing_here: "Zu diesen Worten ist nichts vermerkt.",
    the_newsroom: "der Redaktion",
    identified_automatically: "Automatisch aus diesem Artikel ermittelt; von der Redaktion nicht geprüft.",
    unclear_automatically: "Automatisch aus diesem Artikel gelesen; von der Redaktion nicht geprüft.",
    confirmed_by: "Zuordnung bestätigt von {0}.",
    confirmed_by_on: "Zuordnung bestätigt von {0}, {1}.",
    corrected_by: "Zuordnung berichtigt von {0}.",
    corrected_by_on: "Zuordnung berichtigt von {0}, {1}.",
    not_the_truth: "Das heißt nicht, dass die Aussage stimmt.",
    copy_link: "Link kopieren",
    copy_citation: "Zitat kopieren",
    report_mistake: "Fehler melden",
    link_copied: "Link kopiert.",
    citation_copied: "Zitat kopiert.",
    copy_failed: "Ihr Browser hat das Kopieren nicht erlaubt.",
    mistake_reported: "Danke. Der Verlag ist benachrichtigt.",
    quoted_in: "Zitiert in",
    voices: "Stimmen in diesem Artikel",
    found: Plural::new("{0} gefunden; es kann weitere geben.", "{0} gefunden; es kann weitere geben."),
    filter: "Nur zeigen",
    share: "Zitierte Wörter je Quelle",
    words: Plural::new("{0} Wort", "{0} Wörter"),
    list_separator: ", ",
    only_paraphrased: "Nur sinngemäß wiedergegeben: {0}",
    statements: Plural::new("{0} Äußerung", "{0} Äußerungen"),
    shown: Plural::new("{0} gezeigt", "{0} gezeigt"),
    order: "Reihenfolge",
    in_order: "Der Reihe nach",
    by_source: "Nach Quelle",
    search: "Suchen",
    nothing_matches: "Nichts gefunden.",
    orphans: "Nicht mehr im Artikel",
};

fn category(number: usize) -> Category {
    if number == 1 { Category::One } else { Category::Other }
}

const fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "Wörtliches Zitat",
        Form::Partial => "Teilzitat",
        Form::Indirect => "Sinngemäße Wiedergabe",
        Form::Block => "Zitierter Abschnitt",
    }
}

const fn form_means(form: Form) -> &'static str {
    match form {
        Form::Direct => "In Anführungszeichen wiedergegeben.",
        Form::Partial => "Nur einzelne Wörter stehen in Anführungszeichen; der Rest ist vom Artikel formuliert.",
        Form::Indirect => "In den Worten des Artikels, nicht in denen der Quelle.",
        Form::Block => "Vom eigenen Text des Artikels abgesetzt.",
    }
}

const fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::PersonNamed => "Namentlich genannte Person",
        SourceKind::PersonByOffice => "Person, nur mit Amt genannt",
        SourceKind::Institution => "Institution",
        SourceKind::AnonymousPerson => "Ungenannte Person",
        SourceKind::AnonymousGroup => "Ungenannte Gruppe",
        SourceKind::NewsOutlet => "Nachrichtenmedium",
        SourceKind::Document => "Dokument",
        SourceKind::Account => "Konto",
        SourceKind::CrowdOrPoll => "Menge oder Umfrage",
        SourceKind::Unattributed => "Keine Quelle genannt",
    }
}

const fn medium(medium: MediumKind) -> &'static str {
    match medium {
        MediumKind::Unknown => "",
        MediumKind::Interview => "Interview",
        MediumKind::BroadcastInterview => "Interview in Radio oder Fernsehen",
        MediumKind::NewsConference => "Pressekonferenz",
        MediumKind::Speech => "Rede",
        MediumKind::Rally => "Kundgebung",
        MediumKind::Debate => "Debatte",
        MediumKind::Statement => "schriftliche Erklärung",
        MediumKind::SocialPost => "Beitrag in einem sozialen Netzwerk",
        MediumKind::Email => "E-Mail",
        MediumKind::Letter => "Brief",
        MediumKind::PhoneCall => "Telefongespräch",
        MediumKind::TextMessage => "Textnachricht",
        MediumKind::CourtFiling => "Gerichtsdokument",
        MediumKind::Testimony => "Zeugenaussage",
        MediumKind::Report => "Bericht",
        MediumKind::Book => "Buch",
        MediumKind::Podcast => "Podcast",
        MediumKind::Video => "Video",
        MediumKind::Article => "Meinungsbeitrag",
        MediumKind::NewsReport => "Nachrichtenbericht",
        MediumKind::Meeting => "Treffen",
        MediumKind::Survey => "Umfrage",
        MediumKind::IntelligenceAssessment => "Einschätzung von Geheimdiensten",
    }
}

const fn route(route: Route) -> &'static str {
    match route {
        Route::OwnInterview => "Zur Redaktion dieses Artikels gesagt.",
        Route::EventOrPressConference => "Öffentlich oder vor der Presse gesagt.",
        Route::Statement => "Als Erklärung herausgegeben.",
        Route::InterviewOtherOutlet => "Zu einem anderen Medium gesagt.",
        Route::SecondhandViaOutlet => "Von einem anderen Medium weitergegeben.",
        Route::Agency => "Von einer Nachrichtenagentur übernommen.",
        Route::SocialPost => "In einem Netzwerk veröffentlicht.",
        Route::CourtOrOfficialDocument => "Aus einem Dokument eines Gerichts oder einer Behörde.",
        Route::LeakedDocument => "Aus einem durchgesickerten Dokument.",
        Route::Unknown => "Der Artikel sagt nicht, wie er zu diesen Worten kam.",
    }
}

const fn missing(missing: Missing) -> &'static str {
    match missing {
        Missing::NoLink => "Der Artikel verlinkt keinen Bericht, Beitrag, Mitschnitt und kein Dokument.",
        Missing::NoDate => "Der Artikel sagt nicht, wann.",
        Missing::NoExactDate => "Der Artikel nennt kein genaues Datum.",
        Missing::NoVenueStated => "Der Artikel sagt nicht, wo oder zu wem.",
        Missing::ProgrammeUnnamed => "Der Artikel nennt die Sendung nicht.",
        Missing::QuestionAbsent => "Der Artikel gibt die gestellte Frage nicht wieder.",
        Missing::TranscriptSourceAbsent => {
            "Der Artikel sagt nicht, ob der Wortlaut aus der Sendung, einer Abschrift oder einem anderen Bericht stammt."
        }
        Missing::SecondHand => "Der Artikel hat dies von einem anderen Medium, nicht aus erster Hand.",
        Missing::QuotingOutletUnnamed => "Der Satz nennt das Medium nicht, das dies zitiert hat.",
        Missing::Anonymous => "Der Artikel nennt die Quelle nicht mit Namen.",
        Missing::AnonymousOrigin => "Der Artikel nennt nicht, wer es zuerst gesagt hat.",
        Missing::AnonymityReasonAbsent => "Ungenannt; Grund nicht angegeben.",
        Missing::SourceCountAbsent => "Der Artikel sagt nicht, wie viele Quellen es waren.",
        Missing::SourcePositionAbsent => "Der Artikel sagt nicht, woher die Quelle es weiß.",
        Missing::Fragment => "Der Artikel gibt nur wenige Worte der Quelle wieder.",
        Missing::TruncatedStart => "Der Artikel lässt Worte davor aus.",
        Missing::DocumentAbsent => "Der Artikel zeigt oder verlinkt das Dokument nicht.",
        Missing::AccountAbsent => "Der Artikel nennt das Konto nicht.",
    }
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "genannt",
        Basis::Inferred => "erschlossen",
        Basis::Newsroom => "von der Redaktion eingetragen",
    }
}

const fn act(act: Act) -> &'static str {
    match act {
        Act::Said => "hat es gesagt",
        Act::Wrote => "hat es geschrieben",
        Act::Posted => "hat es gepostet",
        Act::Published => "hat es veröffentlicht",
        Act::Believes => "nimmt es an",
        Act::Quotes => "gibt die Worte wieder",
        Act::Paraphrases => "gibt es mit eigenen Worten wieder",
        Act::Other => "",
    }
}

const fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::Speaker => "Nicht klar: wessen Worte es sind",
        Gap::Agent => "Nicht genannt: wer es weitergegeben hat",
        Gap::Venue => "Nicht genannt: wo oder zu wem",
        Gap::Wording => "Nicht genannt: woher der Wortlaut stammt",
        Gap::Outlet => "Nicht genannt: welches Medium es zitiert hat",
        Gap::Origin => "Nicht genannt: wer es zuerst gesagt hat",
    }
}

fn day(day: Day, place: DayUse) -> String {
    const MONTHS: [&str; 12] = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    let before = match (place, day.day, day.month) {
        (DayUse::Bound, Some(_), _) => "am ",
        (DayUse::Bound, None, Some(_)) => "im ",
        (DayUse::Range, Some(_), _) => "dem ",
        _ => "",
    };
    before.to_owned() + &day.join(&MONTHS, |number| number.to_string() + ".", " ")
}
