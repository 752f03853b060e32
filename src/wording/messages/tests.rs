//! What the compiler cannot see in the files: empty messages, slots, forms.

use super::table::{COUNT, KEYS};
use super::{Lang, Messages, form};

/// Every message of a language, with its key.
fn all(table: Messages) -> impl Iterator<Item = (String, &'static str)> {
    KEYS.iter().zip(table.0).map(|((name, word), said)| ([*name, *word].join("."), *said))
}

fn languages() -> Vec<Messages> {
    Lang::all().map(Lang::messages).collect()
}

/// How many slots a message has.
fn slots(key: &str) -> usize {
    match key.trim_end_matches('.') {
        "date" | "date_bound" | "date_range" => 3,
        "between" | "told_to" | "position" | "confirmed_by_on" | "corrected_by_on" | "list" => 2,
        "no_later_than"
        | "no_later_than_article"
        | "no_earlier_than"
        | "about"
        | "uncertain"
        | "changed_since"
        | "within_words_of"
        | "confirmed_by"
        | "corrected_by"
        | "only_paraphrased"
        | "show_all"
        | "found"
        | "words"
        | "statements"
        | "shown" => 1,
        _ => 0,
    }
}

/// How many forms a message has.
fn forms(key: &str, table: Messages) -> usize {
    match key.trim_end_matches('.') {
        "months" => 12,
        "date" | "date_bound" | "date_range" => 3,
        "found" | "words" | "statements" | "shown" => table.plural().split(' ').count() + 1,
        _ => 1,
    }
}

#[test]
fn every_language_says_everything() {
    assert_eq!(languages().len(), 5);
    for table in languages() {
        assert_eq!(table.0.len(), COUNT);
        for (key, said) in all(table) {
            let silent = matches!(key.as_str(), "medium.unknown" | "act.other");
            assert_eq!(said.trim().is_empty(), silent, "{}: {key}", table.tag());
            assert_eq!(said.split(" | ").count(), forms(&key, table), "{}: {key}: {said}", table.tag());
        }
    }
}

/// A sentence left in English by a copied file would show here. Words that two languages share are few and short.
#[test]
fn no_language_repeats_the_sentences_of_another() {
    let tables = languages();
    for (at, one) in tables.iter().enumerate() {
        for other in &tables[at + 1..] {
            for ((key, said), theirs) in all(*one).zip(other.0) {
                let sentence = said.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count() > 2;
                assert!(!sentence || said != *theirs, "{} and {}: {key}: {said}", one.tag(), other.tag());
            }
        }
    }
}

/// A slot stands once in each form, but a form for one number may do without it, and a shorter date without its day.
#[test]
fn templates_hold_their_slots() {
    for table in languages() {
        for (key, said) in all(table) {
            let counted = matches!(key.as_str(), "found." | "words." | "statements." | "shown.");
            for (at, form) in said.split(" | ").enumerate() {
                let first = if key.starts_with("date") { at } else { 0 };
                let mut held = 0;
                for slot in first..slots(&key) {
                    held += form.matches(&format!("{{{slot}}}")).count();
                }
                let wanted = slots(&key) - first;
                let spared = counted && at + 1 < said.split(" | ").count() && held == 0;
                assert!(spared || held == wanted, "{}: {key}: {said}", table.tag());
                assert_eq!(form.matches('{').count(), held, "{}: {key}: {said}", table.tag());
            }
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
        assert_eq!(messages.count(messages.words(), number), expected, "{tag} {number}");
    }
}

#[test]
fn the_last_form_stands_for_those_that_are_not_there() {
    assert_eq!(form("one | more", 0), "one");
    assert_eq!(form("one | more", 1), "more");
    assert_eq!(form("one | more", 5), "more");
    assert_eq!(form("", 0), "");
}

#[test]
fn a_language_is_found_by_its_primary_subtag() {
    for (tag, expected) in
        [("de-AT", "de"), ("FR", "fr"), ("es_MX", "es"), ("ar-Arab-EG", "ar"), ("xx", "en"), ("", "en"), ("deu", "en")]
    {
        assert_eq!(Lang::from_tag(tag).tag(), expected, "{tag}");
    }
    assert_eq!(Lang::known("xx"), None);
    assert_eq!(Lang::from_tag("ar").direction(), "rtl");
    assert_eq!(Lang::default().direction(), "ltr");
}

#[test]
fn a_whole_language_is_learned_and_part_of_one_is_not() {
    let mut lines = Lang::default().messages().0.to_vec();
    assert_eq!(Lang::learn(&lines.join("\n")).map(Lang::tag), Some("en"), "what is known stays");
    lines[0] = "qaa";
    assert_eq!(Lang::learn(&lines.join("\n")).map(Lang::tag), Some("qaa"));
    assert_eq!(Lang::from_tag("qaa").messages().close(), "Close");
    lines[0] = "qab";
    lines.pop();
    assert_eq!(Lang::learn(&lines.join("\n")), None);
    assert_eq!(Lang::learn(""), None);
    assert_eq!(Lang::from_tag("qab"), Lang::default());
}
