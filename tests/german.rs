//! German articles, and articles in languages that are not read. Every sentence and person is invented.

use whosaid::report::{Form, Report};
use whosaid::{Block, BlockKind, Options, analyze};

/// "form source: content" of each attribution, nested ones after `>`; unnamed sources as the article calls them.
fn found(report: &Report) -> Vec<String> {
    let name = |id: &str| {
        let source = report.sources.iter().find(|source| source.id == id);
        source.and_then(|source| source.name.clone().or_else(|| source.label.clone())).unwrap_or_default()
    };
    let line = |entry: &whosaid::report::Attribution| {
        let nested = if entry.nested_in.is_some() { "> " } else { "" };
        let source = entry.speaker().map_or("?".to_owned(), name);
        format!("{nested}{} {source}: {}", entry.form.as_str(), entry.content.exact)
    };
    report.attributions.iter().map(line).collect()
}

fn german(text: &str) -> Vec<String> {
    found(&analyze(text, &Options { language: Some("de".into()), ..Options::default() }))
}

#[test]
fn orders_of_source_cue_and_content() {
    for (text, expected) in [
        ("„Die Brücke hält“, sagte Jana Wolters.", &["direct Jana Wolters: Die Brücke hält"][..]),
        ("»Die Brücke hält«, sagte am Montag die Ingenieurin Jana Wolters.", &["direct Jana Wolters: Die Brücke hält"]),
        ("Jana Wolters sagte: „Die Brücke hält.“", &["direct Jana Wolters: Die Brücke hält."]),
        ("Am Montag sagte Jana Wolters: „Die Brücke hält.“", &["direct Jana Wolters: Die Brücke hält."]),
        ("Dazu erklärte die Stadtverwaltung: „Wir prüfen das.“", &["direct Stadtverwaltung: Wir prüfen das."]),
        ("„Wir prüfen das“, teilte die Behörde am Dienstag mit.", &["direct Behörde: Wir prüfen das"]),
        ("„Wir prüfen das“, hat Jana Wolters gesagt.", &["direct Jana Wolters: Wir prüfen das"]),
        ("„Wir prüfen das“, wie Jana Wolters sagte.", &["direct Jana Wolters: Wir prüfen das"]),
        ("„Wir prüfen das“, so Jana Wolters.", &["direct Jana Wolters: Wir prüfen das"]),
        ("Jana Wolters, die Leiterin des Amtes, sagte: „Wir prüfen das.“", &["direct Jana Wolters: Wir prüfen das."]),
        ("Jana Wolters nannte den Plan „unbezahlbar“.", &["partial Jana Wolters: unbezahlbar"]),
        ("Als „unbezahlbar“ bezeichnete Jana Wolters den Plan.", &["partial Jana Wolters: unbezahlbar"]),
    ] {
        assert_eq!(german(text), expected, "{text}");
    }
}

#[test]
fn indirect_speech() {
    for (text, expected) in [
        ("Jana Wolters sagte, die Brücke sei sicher.", &["indirect Jana Wolters: die Brücke sei sicher"][..]),
        ("Die Brücke sei sicher, sagte Jana Wolters.", &["indirect Jana Wolters: Die Brücke sei sicher"]),
        ("Jana Wolters sagte, dass die Brücke sicher ist.", &["indirect Jana Wolters: die Brücke sicher ist"]),
        (
            "Am Montag teilte Jana Wolters mit, dass die Brücke sicher ist.",
            &["indirect Jana Wolters: die Brücke sicher ist"],
        ),
        ("Laut Jana Wolters ist die Brücke sicher.", &["indirect Jana Wolters: ist die Brücke sicher"]),
        ("Nach Angaben der Polizei wurde niemand verletzt.", &["indirect Polizei: wurde niemand verletzt"]),
        (
            "Laut der am Montag veröffentlichten Studie ist die Brücke sicher.",
            &["indirect der am Montag veröffentlichten Studie: ist die Brücke sicher"],
        ),
        (
            "Die Brücke, heisst es in der Studie, sei sicher.",
            &["indirect der Studie: Die Brücke, heisst es in der Studie, sei sicher"],
        ),
        (
            "Nach drei Stunden sei alles vorbei gewesen, sagte Jana Wolters.",
            &["indirect Jana Wolters: Nach drei Stunden sei alles vorbei gewesen"],
        ),
        ("Jana Wolters zufolge ist die Brücke sicher.", &["indirect Jana Wolters: ist die Brücke sicher"]),
        (
            "Jana Wolters sagte, die Brücke sei sicher. Sie habe sie selbst geprüft.",
            &["indirect Jana Wolters: die Brücke sei sicher. Sie habe sie selbst geprüft"],
        ),
        (
            "Jana Wolters wies auf die Kosten hin. Sie seien gestiegen. „Sehr sogar.“",
            &["indirect Jana Wolters: Sie seien gestiegen", "direct Jana Wolters: Sehr sogar."],
        ),
        (
            "Jana Wolters sagte, die Brücke sei „felsenfest“.",
            &["indirect Jana Wolters: die Brücke sei „felsenfest“", "> partial Jana Wolters: felsenfest"],
        ),
    ] {
        assert_eq!(german(text), expected, "{text}");
    }
}

#[test]
fn cues_amid_and_before_what_they_report() {
    for (text, expected) in [
        (
            "Die Brücke, sagte Jana Wolters, halte noch lange.",
            &["indirect Jana Wolters: Die Brücke, sagte Jana Wolters, halte noch lange"][..],
        ),
        (
            "Die Brücke sei sicher, sagte Jana Wolters, Leiterin des Amtes.",
            &["indirect Jana Wolters: Die Brücke sei sicher"],
        ),
        ("Wie Jana Wolters am Montag mitteilte, hält die Brücke.", &["indirect Jana Wolters: hält die Brücke"]),
        ("Aus Sicht der Behörde ist die Brücke sicher.", &["indirect Behörde: ist die Brücke sicher"]),
        ("Nach Ansicht von Jana Wolters hält die Brücke.", &["indirect Jana Wolters: hält die Brücke"]),
        (
            "Ole Brandt habe gelogen, sagte die Zeugin. Er habe sie dort gesehen.",
            &["indirect Zeugin: Ole Brandt habe gelogen, sagte die Zeugin. Er habe sie dort gesehen"],
        ),
        ("Die Brücke sei marode, so die Richterin.", &["indirect Richterin: Die Brücke sei marode"]),
        ("Laut Anklage war die Brücke marode.", &["indirect Anklage: war die Brücke marode"]),
        ("Das Gericht führte aus, die Brücke sei marode.", &["indirect Gericht: die Brücke sei marode"]),
    ] {
        assert_eq!(german(text), expected, "{text}");
    }
}

#[test]
fn whom_others_quote() {
    for (text, expected) in [
        (
            "Der „Hallinger Bote“ zitiert Jana Wolters mit den Worten: „Sie hält.“",
            &["direct Jana Wolters: Sie hält."][..],
        ),
        (
            "Der „Hallinger Bote“ zitiert Jana Wolters mit den Worten, die Brücke halte.",
            &["indirect Jana Wolters: die Brücke halte"],
        ),
        ("„Sie hält“, zitiert der „Hallinger Bote“ die Ingenieurin Jana Wolters.", &["direct Jana Wolters: Sie hält"]),
        ("„Sie hält“, zitierte der „Hallinger Bote“ aus dem Gutachten.", &["direct dem Gutachten: Sie hält"]),
        (
            "Jana Wolters wird vom „Hallinger Boten“ mit den Worten zitiert: „Sie hält.“",
            &["direct Jana Wolters: Sie hält."],
        ),
        ("Jana Wolters wurde mit dem Satz zitiert, die Brücke halte.", &["indirect Jana Wolters: die Brücke halte"]),
    ] {
        assert_eq!(german(text), expected, "{text}");
    }
}

#[test]
fn interviews_without_labels() {
    let text = "Brücken\nDie Ingenieurin Jana Wolters im Interview.\nFrau Wolters, was machen Sie den ganzen Tag?\n\
                Ich schaue aufs Wasser.\nWird Ihnen nie langweilig?\nNie. Ich höre ihm auch zu.\nUnd wenn Sie frei haben?\n\
                Dann angle ich.";
    assert_eq!(
        german(text),
        [
            "block Jana Wolters: Ich schaue aufs Wasser.",
            "block Jana Wolters: Nie. Ich höre ihm auch zu.",
            "block Jana Wolters: Dann angle ich."
        ]
    );
}

#[test]
fn what_nobody_said() {
    for text in [
        "Jana Wolters sagte nicht, dass die Brücke hält.",
        "Jana Wolters hat nie gesagt, dass die Brücke hält.",
        "Niemand sagte, die Brücke halte.",
        "Wenn Jana Wolters sagt, die Brücke halte, glauben es alle.",
        "Jana Wolters würde sagen, die Brücke halte.",
        "Jana Wolters wollte nicht sagen, ob die Brücke hält.",
        "Ob die Brücke halte, sagte Jana Wolters nicht.",
    ] {
        assert_eq!(german(text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_no_speech() {
    for text in [
        "Die sogenannte „Jahrhundertbrücke“ wurde gesperrt.",
        "Im Gasthof „Zum Alten Fährhaus“ brannte es.",
        "Der Verein „Neue Wege“ lädt zum Sommerfest.",
        "Jana Wolters wurde am 3. Mai 1961 in Hallingen geboren.",
        "Die Bürgermeisterin wurde zur Ehrenbürgerin erklärt.",
        "Jana Wolters wollte dazu nichts sagen.",
    ] {
        assert_eq!(german(text), [""; 0], "{text}");
    }
}

#[test]
fn who_is_meant() {
    for (text, expected) in [
        (
            "Die Ministerin Jana Wolters und der Landrat Ole Brandt stritten. „Das reicht“, sagte sie. „Nein“, sagte er.",
            &["direct Jana Wolters: Das reicht", "partial Ole Brandt: Nein"][..],
        ),
        ("Jana Wolters leitet das Amt. „Wir prüfen das“, sagte Wolters.", &["direct Jana Wolters: Wir prüfen das"]),
        ("„Wir prüfen das“, sagte eine Polizeisprecherin.", &["direct eine Polizeisprecherin: Wir prüfen das"]),
        ("„Wir prüfen das“, sagten zwei Anwohnerinnen.", &["direct zwei Anwohnerinnen: Wir prüfen das"]),
    ] {
        assert_eq!(german(text), expected, "{text}");
    }
}

#[test]
fn a_language_is_found_by_its_words() {
    let report =
        analyze("„Wir prüfen das“, sagte die Leiterin Jana Wolters, und das ist nicht neu.", &Options::default());
    assert_eq!((report.language.as_str(), report.sources_unread), ("de", false));
    assert_eq!(found(&report), ["direct Jana Wolters: Wir prüfen das"]);
}

#[test]
fn other_languages_get_their_marks_and_no_speakers() {
    for (text, language, expected) in [
        (
            "« Le pont est fermé pour une semaine », a dit la maire, qui est sur le pont.",
            "fr",
            "Le pont est fermé pour une semaine",
        ),
        ("«El puente está cerrado», dijo la alcaldesa, que no es de la ciudad.", "es", "El puente está cerrado"),
        (
            "„Most jest zamknięty na tydzień”, powiedziała, że to nie jest w mieście.",
            "pl",
            "Most jest zamknięty na tydzień",
        ),
        ("قالت «الجسر مغلق لمدة أسبوع كامل» وهي من المدينة", "ar", "الجسر مغلق لمدة أسبوع كامل"),
        ("市長は「橋は一週間閉鎖されます。」と述べた。", "ja", "橋は一週間閉鎖されます。"),
    ] {
        let report = analyze(text, &Options { language: Some(language.into()), ..Options::default() });
        assert!(report.sources_unread && report.sources.is_empty(), "{text}");
        assert_eq!(report.language, language);
        assert_eq!(found(&report), [format!("direct ?: {expected}")], "{text}");
        assert!(report.attributions.iter().all(|entry| entry.missing.is_empty()), "{text}");
    }
    let text = "Texte\nLe pont est fermé";
    let block = Block { span: whosaid::text::Span::new(6, text.len()), kind: BlockKind::Quote };
    let options = Options { language: Some("fr".into()), blocks: vec![block], ..Options::default() };
    assert_eq!(analyze(text, &options).attributions.first().map(|entry| entry.form), Some(Form::Block));
}
