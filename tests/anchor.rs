//! Anchoring and fidelity on texts of our own, case by case, and their properties on any text.

#![cfg(not(target_arch = "wasm32"))]
// Helpers of tests fail by panicking.
#![allow(clippy::panic)]

use proptest::prelude::*;
use whosaid::anchor::{ChangeKind, Fidelity, Outcome, Selector, anchor, compare};
use whosaid::text::Span;

const ARTICLE: &str = "HARBOUR BRIDGE STAYS OPEN\n\nThe council met on Monday. “We will not close the Harbour Bridge this \
    year, and nobody has asked us to,” said Mayor Adaeze Obi. She spoke for 40 minutes.\n\nHer deputy, Tomás Lindqvist, \
    told the Overtown Courier that the repairs cost “three million crowns”. A spokesman for the port called the plan \
    “reckless”, and a resident called it “a gift”.\n\n“Das können wir nicht bezahlen”, sagte die Kämmerin. Later she \
    wrote: “Merci à tous 👍🏽, on n’a rien oublié !” and went home.\n\nقالت العمدة: «لن نغلق الجسر هذا العام» أمام الصحفيين.";

fn selector_of(words: &str) -> Selector {
    let start = ARTICLE.find(words).unwrap_or_else(|| panic!("no {words:?} in the article"));
    Selector::of(ARTICLE, Span::new(start, start + words.len()))
}

const QUOTED: [&str; 8] = [
    "We will not close the Harbour Bridge this year, and nobody has asked us to,",
    "“three million crowns”",
    "reckless",
    "a gift",
    "Das können wir nicht bezahlen",
    "Merci à tous 👍🏽, on n’a rien oublié !",
    "لن نغلق الجسر هذا العام",
    "that the repairs cost “three million crowns”",
];

/// The words are found, and are these.
fn assert_found(words: &str, text: &str, expected: &str) {
    let outcome = anchor(text, &selector_of(words));
    let Outcome::Found(span) = outcome else { panic!("{words:?}: {outcome:?}\n{text}") };
    assert_eq!(span.of(text), expected);
}

/// The words are there, but changed so.
fn assert_changed(words: &str, text: &str, expected: &[(ChangeKind, &str, &str)]) {
    let selector = selector_of(words);
    let outcome = anchor(text, &selector);
    let Outcome::Changed { changes, .. } = &outcome else { panic!("{words:?}: {outcome:?}\n{text}") };
    let told: Vec<_> = changes.iter().map(|c| (c.kind, c.quoted.of(&selector.exact), c.found.of(text))).collect();
    assert_eq!(told, expected);
}

#[test]
fn typography_and_reflow_are_no_change() {
    type Edit = (&'static str, fn(&str) -> String);
    let edits: [Edit; 7] = [
        ("straight quotes", |text| text.replace(['“', '”', '«', '»'], "\"").replace('’', "'")),
        ("guillemets", |text| text.replace('“', "«\u{202F}").replace('”', "\u{202F}»")),
        ("line ends for spaces", |text| text.replace(' ', "\n")),
        ("no-break spaces", |text| text.replace(' ', "\u{A0}\u{200A}")),
        ("soft hyphens", |text| text.replace("ou", "o\u{AD}u").replace("ea", "e\u{AD}a").replace("ll", "l\u{AD}l")),
        ("zero-width spaces", |text| text.chars().flat_map(|c| [c, '\u{200B}']).collect()),
        ("marks apart", |text| {
            text.replace('ö', "o\u{308}").replace('à', "a\u{300}").replace('é', "e\u{301}").replace('á', "a\u{301}")
        }),
    ];
    for words in QUOTED {
        for (name, edit) in edits {
            let text = edit(ARTICLE);
            let outcome = anchor(&text, &selector_of(words));
            let Outcome::Found(span) = outcome else { panic!("{name}, {words:?}: {outcome:?}") };
            let letters = |text: &str| edit(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            let found: String = span.of(&text).chars().filter(|c| c.is_alphanumeric()).collect();
            assert_eq!(found, letters(words), "{name}");
        }
        let above = "Nothing of this is said by anybody at all. ".repeat(50);
        assert_found(words, &format!("{above}{ARTICLE}"), words);
        assert_found(words, &format!("{above}{}", ARTICLE.replace(' ', "  ")), &words.replace(' ', "  "));
    }
}

#[test]
fn a_pull_quote_above_is_another_place() {
    for words in QUOTED {
        for pull in [format!("“{words}”\n\n{ARTICLE}"), format!("{words}\n\n{}", ARTICLE.replace(' ', "  "))] {
            let outcome = anchor(&pull, &selector_of(words));
            let Outcome::Found(span) = outcome else { panic!("{words:?}: {outcome:?}") };
            assert!(span.start > words.len() + 8, "{words:?} is found in the pull quote");
        }
    }
}

#[test]
fn what_is_gone_is_lost() {
    for words in QUOTED {
        let selector = selector_of(words);
        let without = ARTICLE.replacen(words, "", 1);
        let two_copies = format!("{without}\n\nElsewhere a headline has it too: {words}.");
        let texts =
            [without.as_str(), "", "…", "Quite another article, on the price of herring in April.", &two_copies];
        for text in texts {
            assert_eq!(anchor(text, &selector), Outcome::Lost, "{words:?} in {text:?}");
        }
    }
}

#[test]
fn a_word_that_turns_the_meaning_is_never_found() {
    use ChangeKind::{Name, Negation, Number, Wording};
    let bridge = QUOTED[0];
    for (words, from, to, expected) in [
        (bridge, "will not close", "will close", &[(Negation, "not", "")][..]),
        (bridge, "will not close", "won’t close", &[(Wording, "will not", "won’t")]),
        (bridge, "nobody", "somebody", &[(Negation, "nobody", "somebody")]),
        (bridge, "Harbour Bridge this", "Castle Bridge this", &[(Name, "Harbour", "Castle")]),
        (bridge, "has asked", "has begged", &[(Wording, "asked", "begged")]),
        (bridge, "this year", "this very year", &[(Wording, "", "very")]),
        (bridge, "“We will", "“Not we will", &[(Negation, "", "Not")]),
        (bridge, "us to,”", "us to never,”", &[(Negation, "", "never")]),
        ("three million crowns", "three million", "five million", &[(Number, "three", "five")]),
        ("three million crowns", "three million", "three billion", &[(Number, "million", "billion")]),
        ("Das können wir nicht bezahlen", " nicht", "", &[(Negation, "nicht", "")]),
        ("لن نغلق الجسر هذا العام", "لن ", "", &[(Negation, "لن", "")]),
        ("on n’a rien oublié", "n’a rien", "a tout", &[(Negation, "n’a rien", "a tout")]),
    ] {
        let text = ARTICLE.replacen(from, to, 1);
        assert_ne!(text, ARTICLE, "{from}");
        assert_changed(words, &text, expected);
    }
}

#[test]
fn small_signs_turn_numbers() {
    let make = |number: &str| {
        format!("The treasurer was blunt: “Growth was {number} last year, no more,” she said on Friday.")
    };
    for (was, is, same) in [
        ("-5 percent", "−5 percent", true),
        ("-5 percent", "5 percent", false),
        ("3.5 points", "35 points", false),
        ("1,200 jobs", "1200 jobs", true),
        ("1,200 jobs", "12,00 jobs", false),
        ("$5 a head", "£5 a head", false),
        ("20–30 boats", "20-30 boats", true),
        ("20–30 boats", "2030 boats", false),
        ("5% a year", "5 a year", false),
        ("what the US needs", "what the us needs", false),
        ("what the U.S. needs", "what the US needs", true),
        ("a co-operative", "a cooperative", true),
        ("not able to rise", "notable to rise", false),
        ("likely", "unlikely", false),
        ("legal", "illegal", false),
    ] {
        let (before, after) = (make(was), make(is));
        let start = before.find("Growth").unwrap();
        let end = before.find(",”").unwrap();
        let outcome = anchor(&after, &Selector::of(&before, Span::new(start, end)));
        assert_eq!(matches!(outcome, Outcome::Found(_)), same, "{was} / {is}: {outcome:?}");
        assert!(same || matches!(outcome, Outcome::Changed { .. }), "{was} / {is}: {outcome:?}");
    }
}

#[test]
fn damaged_words_are_found_as_changed() {
    let words = QUOTED[0];
    let cut = "We will not close the Haasked us to,";
    let noisy = "We wixl not clse the Hqrbour Brivge thhis year, ang nobody hfs asked us fo,";
    for to in [cut, noisy] {
        let text = ARTICLE.replacen(words, to, 1);
        let outcome = anchor(&text, &selector_of(words));
        let Outcome::Changed { span, changes } = outcome else { panic!("{outcome:?}") };
        assert_eq!(span.of(&text), to);
        assert!(!changes.is_empty());
    }
}

#[test]
fn a_selector_without_context_is_not_guessed() {
    let selector = |exact: &str, start| Selector { exact: exact.into(), start, ..Selector::default() };
    let text = "One bell rang. Then the other bell rang.";
    assert_eq!(anchor(text, &selector("bell rang", None)), Outcome::Lost);
    assert_eq!(anchor(text, &selector("bell rang", Some(30))), Outcome::Found(Span::new(30, 39)));
    assert_eq!(anchor(text, &selector("the other bell", None)), Outcome::Found(Span::new(20, 34)));
    assert_eq!(anchor(text, &selector("bell rung", Some(30))), Outcome::Lost);
    assert_eq!(anchor(text, &selector("", Some(3))), Outcome::Lost);
    assert_eq!(anchor(text, &selector("ther", None)), Outcome::Lost);
}

#[test]
fn marks_at_the_ends_belong_to_the_span_if_they_were_quoted() {
    assert_found("“three million crowns”", &ARTICLE.replace(['“', '”'], "\""), "\"three million crowns\"");
    assert_found("three million crowns", &ARTICLE.replace(['“', '”'], "\""), "three million crowns");
}

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-cA-C '’.,?0-9-]{1,12}",
        Just(" not ".to_owned()),
        Just("e\u{301}".to_owned()),
        Just("👩‍🚀".to_owned()),
        Just("\u{202E}شجرة".to_owned()),
        Just("林檎".to_owned()),
        Just("\u{AD}".to_owned()),
        Just("\n\n".to_owned()),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A span of a text, by two numbers.
fn span_of(text: &str, a: usize, b: usize) -> Span {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let (a, b) = (ends[a % ends.len()], ends[b % ends.len()]);
    Span::new(a.min(b), a.max(b))
}

proptest! {
    #[test]
    fn any_selector_in_any_text_has_an_outcome_that_fits(
        text in any_text(), exact in any_text(), prefix in any_text(), suffix in any_text(),
        start in proptest::option::of(any::<usize>()),
    ) {
        let selector = Selector { exact, prefix, suffix, start };
        let outcome = anchor(&text, &selector);
        if let Some(span) = outcome.span() {
            prop_assert!(text.get(span.start..span.end).is_some(), "{outcome:?}");
        }
        if let Outcome::Changed { changes, .. } = &outcome {
            prop_assert!(!changes.is_empty());
            for change in changes {
                prop_assert!(text.get(change.found.start..change.found.end).is_some());
                prop_assert!(selector.exact.get(change.quoted.start..change.quoted.end).is_some());
            }
        }
    }

    #[test]
    fn an_unedited_text_has_its_words_where_they_were(text in any_text(), a in any::<usize>(), b in any::<usize>()) {
        let span = span_of(&text, a, b);
        prop_assume!(!span.of(&text).trim().is_empty());
        prop_assert_eq!(anchor(&text, &Selector::of(&text, span)), Outcome::Found(span));
    }

    #[test]
    fn any_quotation_compares_with_any_original(quotation in any_text(), original in any_text()) {
        let comparison = compare(&quotation, &original);
        for span in [comparison.before, comparison.after].into_iter().chain(comparison.span) {
            prop_assert!(original.get(span.start..span.end).is_some(), "{comparison:?}");
        }
        for change in &comparison.changes {
            prop_assert!(original.get(change.found.start..change.found.end).is_some());
            prop_assert!(quotation.get(change.quoted.start..change.quoted.end).is_some());
        }
        prop_assert_eq!(comparison.span.is_none(), comparison.fidelity == Fidelity::NotFound);
    }

    #[test]
    fn a_part_of_the_original_is_verbatim(first in 0usize..30, count in 4usize..20) {
        let words: Vec<&str> = ARTICLE.split(' ').collect();
        let part = words[first..(first + count).min(words.len())].join(" ");
        prop_assert_eq!(compare(&part, ARTICLE).fidelity, Fidelity::Verbatim, "{}", part);
    }
}
