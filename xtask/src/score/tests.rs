use super::findings::{Judged, describe, errors, summary};
use super::{figures, gold, names, views};
use std::path::PathBuf;
use views::{Class, Counts};

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/score/fixtures").join(name)
}

/// Runs `check` on all that is judged in the fixtures: two documents with predictions and one without.
fn with_judged(check: impl FnOnce(&[Judged], [Counts; 5], [[usize; 3]; 3])) {
    let documents = gold::read_corpus(&fixture("gold.jsonl")).unwrap();
    let predictions = gold::read_predictions(&fixture("predictions.jsonl")).unwrap();
    let outcomes: Vec<_> = documents.iter().map(|each| views::compare(each, predictions.get(&each.id))).collect();
    let mut judged = Vec::new();
    for (document, outcome) in documents.iter().zip(&outcomes) {
        let prediction = predictions.get(&document.id);
        judged.extend(outcome.findings.iter().map(|finding| Judged { document, prediction, finding }));
    }
    let (views, roles) = super::totals(&outcomes);
    check(&judged, views, roles);
}

#[test]
fn the_table_is_that_of_the_corpora_s_own_scorer() {
    // `table.txt` is what score.py prints for the same two files.
    let expected = std::fs::read_to_string(fixture("table.txt")).unwrap();
    with_judged(|_, views, roles| assert_eq!(figures::table(&views, &roles, None), expected.trim_end()));
}

#[test]
fn errors_fall_into_classes() {
    with_judged(|judged, _, _| {
        assert_eq!(
            summary(judged),
            "missed-pair 0   false-pair 1   wrong-speaker 2   missed-indirect 1   false-indirect 2   wrong-indirect-speaker 0"
        );
        let wrong = errors(judged, Some(Class::WrongSpeaker), 1, None);
        let told = describe(&wrong[0], 12);
        assert!(told.contains("annotated: “Quill’s deputy” called"), "{told}");
        assert!(told.contains("predicted: “Quill”"), "{told}");
        assert!(told.ends_with("called it ⟦“⟪a shame⟫.”⟧"), "{told}");
        let sample =
            |seed| errors(judged, None, 3, Some(seed)).iter().map(|each| each.finding.range).collect::<Vec<_>>();
        assert_eq!(sample(1), sample(1));
        assert!((2..20).any(|seed| sample(seed) != sample(1)), "another seed gives another sample");
    });
}

#[test]
fn names_are_counted_where_they_are_shown() {
    with_judged(|judged, _, _| {
        let names = names::names(judged);
        // The fixtures' predictions name nobody: sources are shown, names are not.
        assert_eq!((names.shown, names.astray), (0, 0));
        assert!(names.sourced > names.sourced_right && names.sourced_right > 0);
    });
}
