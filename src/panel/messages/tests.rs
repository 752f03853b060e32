//! What the compiler cannot see in the tables: empty messages, slots, plural forms.

use super::{Category, Lang, Messages, TABLES};
use crate::panel::chain::{Act, Gap};
use crate::report::{Basis, Form, MediumKind, Missing, Route, SourceKind};

/// Every message of a table that has no slot.
fn plain(table: &Messages) -> Vec<&'static str> {
    let mut said = vec![
        table.who_said_this,
        table.close,
        table.previous,
        table.next,
        table.how_it_reached_you,
        table.setting,
        table.not_said,
        table.how_we_know,
        table.this_page,
        table.source,
        table.reporting_words,
        table.to_whom,
        table.in_what,
        table.outlet,
        table.when,
        table.link,
        table.no_link,
        table.not_stated,
        table.no_words,
        table.show_in_article,
        table.unclear,
        table.candidates,
        table.nobody_named,
        table.origin_reason_absent,
        table.nothing_here,
        table.the_newsroom,
        table.identified_automatically,
        table.unclear_automatically,
        table.not_the_truth,
        table.copy_link,
        table.copy_citation,
        table.report_mistake,
        table.link_copied,
        table.citation_copied,
        table.copy_failed,
        table.mistake_reported,
        table.quoted_in,
        table.voices,
        table.filter,
        table.share,
        table.list_separator,
        table.order,
        table.in_order,
        table.by_source,
        table.search,
        table.nothing_matches,
        table.orphans,
    ];
    said.extend(Form::ALL.iter().flat_map(|&form| [table.form(form), table.form_means(form)]));
    said.extend(SourceKind::ALL.iter().map(|&kind| table.kind(kind)));
    said.extend(MediumKind::ALL.iter().filter(|&&kind| kind != MediumKind::Unknown).map(|&kind| table.medium(kind)));
    said.extend(Route::ALL.iter().map(|&route| table.route(route)));
    said.extend(Missing::ALL.iter().map(|&missing| table.missing(missing)));
    said.extend(Basis::ALL.iter().map(|&basis| table.basis(basis)));
    said.extend(Act::ALL.iter().filter(|&&act| act != Act::Other).map(|&act| table.act(act)));
    said.extend(Gap::ALL.map(|gap| table.gap(gap)));
    said
}

/// Every message with slots, and how many it has.
fn templates(table: &Messages) -> Vec<(&'static str, usize)> {
    vec![
        (table.no_later_than, 1),
        (table.no_later_than_article, 1),
        (table.no_earlier_than, 1),
        (table.between, 2),
        (table.about, 1),
        (table.uncertain, 1),
        (table.told_to, 2),
        (table.position, 2),
        (table.within_words_of, 1),
        (table.confirmed_by, 1),
        (table.confirmed_by_on, 2),
        (table.corrected_by, 1),
        (table.corrected_by_on, 2),
        (table.only_paraphrased, 1),
    ]
}

#[test]
fn every_language_says_everything() {
    for table in TABLES {
        for said in plain(table) {
            assert!(!said.trim().is_empty() && !said.contains(['{', '}']), "{}: {said:?}", table.tag);
        }
    }
}

/// A sentence left in English by a copied table would show here. Words that two languages share are few and short.
#[test]
fn no_language_repeats_the_sentences_of_another() {
    for (at, one) in TABLES.iter().enumerate() {
        for other in &TABLES[at + 1..] {
            let theirs = plain(other);
            for said in plain(one).into_iter().filter(|said| said.split(' ').count() > 2) {
                assert!(!theirs.contains(&said), "{} and {}: {said}", one.tag, other.tag);
            }
        }
    }
}

#[test]
fn templates_hold_each_slot_once() {
    for table in TABLES {
        for (template, slots) in templates(table) {
            for slot in 0..slots {
                let mark = format!("{{{slot}}}");
                assert_eq!(template.matches(&mark).count(), 1, "{}: {template}", table.tag);
            }
            assert_eq!(template.matches('{').count(), slots, "{}: {template}", table.tag);
        }
    }
}

#[test]
fn numbers_take_their_plural_form() {
    for (tag, number, expected) in [
        ("en", 0, "0 words"),
        ("en", 1, "1 word"),
        ("en", 2, "2 words"),
        ("de", 1, "1 Wort"),
        ("de", 0, "0 Wörter"),
        ("fr", 0, "0 mot"),
        ("fr", 1, "1 mot"),
        ("fr", 2, "2 mots"),
        ("es", 1, "1 palabra"),
        ("es", 21, "21 palabras"),
        ("ar", 0, "لا كلمات"),
        ("ar", 1, "كلمة واحدة"),
        ("ar", 2, "كلمتان"),
        ("ar", 3, "3 كلمات"),
        ("ar", 10, "10 كلمات"),
        ("ar", 11, "11 كلمةً"),
        ("ar", 99, "99 كلمةً"),
        ("ar", 100, "100 كلمة"),
        ("ar", 102, "102 كلمة"),
        ("ar", 103, "103 كلمات"),
    ] {
        let messages = Lang::from_tag(tag).messages();
        assert_eq!(messages.words.say(number, messages), expected, "{tag} {number}");
    }
}

#[test]
fn arabic_has_all_six_categories() {
    let category = Lang::from_tag("ar").messages().category;
    let categories = [0, 1, 2, 5, 50, 100].map(category);
    let all = [Category::Zero, Category::One, Category::Two, Category::Few, Category::Many, Category::Other];
    assert_eq!(categories, all);
}

#[test]
fn a_language_is_found_by_its_primary_subtag() {
    for (tag, expected) in
        [("de-AT", "de"), ("FR", "fr"), ("es_MX", "es"), ("ar-Arab-EG", "ar"), ("xx", "en"), ("", "en"), ("deu", "en")]
    {
        assert_eq!(Lang::from_tag(tag).tag(), expected, "{tag}");
    }
    assert_eq!(Lang::from_tag("ar").direction(), "rtl");
    assert_eq!(Lang::default().direction(), "ltr");
}
