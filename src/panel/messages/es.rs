//! Spanish.

use super::{Category, Messages, Plural, tabulate};
use crate::panel::chain::{Act, Gap};
use crate::panel::date::{Day, DayUse};
use crate::report::{Basis, Form, MediumKind, Missing, Route, SourceKind};

pub(super) static TABLE: Messages = Messages {
    tag: "es",
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
    no_later_than: "a más tardar {0}",
    no_later_than_article: "no se indica; a más tardar con este artículo, {0}",
    no_earlier_than: "{0} o después",
    between: "entre {0} y {1}",
    about: "hacia {0}",
    uncertain: "{0} (incierto)",
    who_said_this: "¿Quién dijo esto?",
    told_to: "{0}, a {1}",
    position: "{0} de {1}",
    close: "Cerrar",
    previous: "Anterior",
    next: "Siguiente",
    how_it_reached_you: "Cómo le llegaron estas palabras",
    setting: "La ocasión",
    not_said: "Lo que el artículo no dice",
    how_we_know: "Cómo lo sabemos",
    this_page: "Este artículo",
    source: "Fuente",
    reporting_words: "Atribuido con",
    to_whom: "A quién",
    in_what: "Formato",
    outlet: "Medio",
    when: "Cuándo",
    link: "Enlace",
    no_link: "Sin enlace en este artículo",
    not_stated: "No se indica",
    no_words: "ninguna palabra del artículo lo dice",
    show_in_article: "Mostrar en el artículo",
    within_words_of: "Citado dentro de las palabras de {0}",
    unclear: "El artículo no lo deja claro",
    candidates: "Podría ser",
    nobody_named: "El artículo no nombra ninguna fuente",
    origin_reason_absent: "El artículo no dice por qué no se nombra a la primera fuente.",
    nothing_here: "No consta nada sobre estas palabras.",
    the_newsroom: "la redacción",
    identified_automatically: "Fuente identificada automáticamente a partir de este artículo; no revisada por la redacción.",
    unclear_automatically: "Leído automáticamente de este artículo; no revisado por la redacción.",
    confirmed_by: "Atribución confirmada por {0}.",
    confirmed_by_on: "Atribución confirmada por {0}, {1}.",
    corrected_by: "Atribución corregida por {0}.",
    corrected_by_on: "Atribución corregida por {0}, {1}.",
    not_the_truth: "Esto no significa que lo dicho sea cierto.",
    copy_link: "Copiar enlace",
    copy_citation: "Copiar cita",
    report_mistake: "Avisar de un error",
    link_copied: "Enlace copiado.",
    citation_copied: "Cita copiada.",
    copy_failed: "Su navegador no permitió copiar.",
    mistake_reported: "Gracias. El editor ha recibido el aviso.",
    quoted_in: "Citado en",
    voices: "Voces de esta noticia",
    found: Plural::new("{0} encontrada; puede haber otras.", "{0} encontradas; puede haber otras."),
    filter: "Mostrar solo",
    share: "Palabras citadas por fuente",
    words: Plural::new("{0} palabra", "{0} palabras"),
    list_separator: ", ",
    only_paraphrased: "Solo parafraseadas: {0}",
    statements: Plural::new("{0} declaración", "{0} declaraciones"),
    shown: Plural::new("{0} a la vista", "{0} a la vista"),
    order: "Orden",
    in_order: "En orden",
    by_source: "Por fuente",
    search: "Buscar",
    nothing_matches: "Sin resultados.",
    orphans: "Ya no está en el artículo",
};

fn category(number: usize) -> Category {
    if number == 1 { Category::One } else { Category::Other }
}

const fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "Cita directa",
        Form::Partial => "Cita parcial",
        Form::Indirect => "Paráfrasis",
        Form::Block => "Pasaje citado",
    }
}

const fn form_means(form: Form) -> &'static str {
    match form {
        Form::Direct => "Entre comillas.",
        Form::Partial => "Solo algunas palabras van entre comillas; el resto lo formula el artículo.",
        Form::Indirect => "Con las palabras del artículo, no con las de la fuente.",
        Form::Block => "Separado del texto propio del artículo.",
    }
}

const fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::PersonNamed => "Persona con nombre",
        SourceKind::PersonByOffice => "Persona citada por su cargo",
        SourceKind::Institution => "Institución",
        SourceKind::AnonymousPerson => "Persona sin nombrar",
        SourceKind::AnonymousGroup => "Grupo sin nombrar",
        SourceKind::NewsOutlet => "Medio informativo",
        SourceKind::Document => "Documento",
        SourceKind::Account => "Cuenta",
        SourceKind::CrowdOrPoll => "Multitud o encuesta",
        SourceKind::Unattributed => "Sin fuente",
    }
}

const fn medium(medium: MediumKind) -> &'static str {
    match medium {
        MediumKind::Unknown => "",
        MediumKind::Interview => "entrevista",
        MediumKind::BroadcastInterview => "entrevista en radio o televisión",
        MediumKind::NewsConference => "rueda de prensa",
        MediumKind::Speech => "discurso",
        MediumKind::Rally => "mitin",
        MediumKind::Debate => "debate",
        MediumKind::Statement => "comunicado",
        MediumKind::SocialPost => "mensaje en una red social",
        MediumKind::Email => "correo electrónico",
        MediumKind::Letter => "carta",
        MediumKind::PhoneCall => "llamada telefónica",
        MediumKind::TextMessage => "mensaje de texto",
        MediumKind::CourtFiling => "documento judicial",
        MediumKind::Testimony => "declaración como testigo",
        MediumKind::Report => "informe",
        MediumKind::Book => "libro",
        MediumKind::Podcast => "pódcast",
        MediumKind::Video => "vídeo",
        MediumKind::Article => "artículo de opinión",
        MediumKind::NewsReport => "noticia",
        MediumKind::Meeting => "reunión",
        MediumKind::Survey => "encuesta",
        MediumKind::IntelligenceAssessment => "evaluación de servicios de inteligencia",
    }
}

const fn route(route: Route) -> &'static str {
    match route {
        Route::OwnInterview => "Dicho a la redacción de este artículo.",
        Route::EventOrPressConference => "Dicho en público o ante la prensa.",
        Route::Statement => "Difundido en un comunicado.",
        Route::InterviewOtherOutlet => "Dicho a otro medio.",
        Route::SecondhandViaOutlet => "Transmitido por otro medio.",
        Route::Agency => "Tomado de una agencia de noticias.",
        Route::SocialPost => "Publicado en una red.",
        Route::CourtOrOfficialDocument => "De un documento de un tribunal o una autoridad.",
        Route::LeakedDocument => "De un documento filtrado.",
        Route::Unknown => "El artículo no dice cómo obtuvo estas palabras.",
    }
}

const fn missing(missing: Missing) -> &'static str {
    match missing {
        Missing::NoLink => "El artículo no enlaza ninguna noticia, mensaje, emisión ni documento.",
        Missing::NoDate => "El artículo no dice cuándo.",
        Missing::NoExactDate => "El artículo no da una fecha exacta.",
        Missing::NoVenueStated => "El artículo no dice dónde ni a quién.",
        Missing::ProgrammeUnnamed => "El artículo no nombra el programa.",
        Missing::QuestionAbsent => "El artículo no recoge la pregunta.",
        Missing::TranscriptSourceAbsent => {
            "El artículo no dice si el texto procede de la emisión, de una transcripción o de otra noticia."
        }
        Missing::SecondHand => "El artículo lo toma de otro medio, no de primera mano.",
        Missing::QuotingOutletUnnamed => "La frase no nombra el medio que lo citó.",
        Missing::Anonymous => "El artículo no nombra a la fuente.",
        Missing::AnonymousOrigin => "El artículo no nombra a quien lo dijo primero.",
        Missing::AnonymityReasonAbsent => "Sin nombrar; no se da el motivo.",
        Missing::SourceCountAbsent => "El artículo no dice cuántas fuentes eran.",
        Missing::SourcePositionAbsent => "El artículo no dice cómo lo sabe la fuente.",
        Missing::Fragment => "El artículo recoge solo unas pocas palabras de la fuente.",
        Missing::TruncatedStart => "El artículo omite palabras anteriores.",
        Missing::DocumentAbsent => "El artículo no muestra ni enlaza el documento.",
        Missing::AccountAbsent => "El artículo no indica la cuenta.",
    }
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "dicho en el artículo",
        Basis::Inferred => "deducido",
        Basis::Newsroom => "añadido por la redacción",
    }
}

const fn act(act: Act) -> &'static str {
    match act {
        Act::Said => "lo dijo",
        Act::Wrote => "lo escribió",
        Act::Posted => "lo publicó en la red",
        Act::Published => "lo publicó",
        Act::Believes => "lo considera así",
        Act::Quotes => "cita las palabras",
        Act::Paraphrases => "lo cuenta con sus propias palabras",
        Act::Other => "",
    }
}

const fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::Speaker => "No está claro: de quién son estas palabras",
        Gap::Agent => "No se indica: quién lo transmitió",
        Gap::Venue => "No se indica: dónde o a quién",
        Gap::Wording => "No se indica: de dónde procede el texto",
        Gap::Outlet => "No se indica: qué medio lo citó",
        Gap::Origin => "No se indica: quién lo dijo primero",
    }
}

fn day(day: Day, place: DayUse) -> String {
    const MONTHS: [&str; 12] = [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];
    let before = match (place, day.day) {
        (DayUse::Alone, _) => "",
        (_, Some(_)) => "el ",
        (DayUse::Bound, None) => "en ",
        _ => "",
    };
    before.to_owned() + &day.join(&MONTHS, |number| number.to_string(), " de ")
}
