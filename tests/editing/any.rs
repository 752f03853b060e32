//! Any edits in any order.

use crate::{TODAY, review};
use proptest::prelude::*;
use whosaid::editing::{Edit, Review};
use whosaid::report::{Attribution, Extent, Form, MediumKind, Route, SourceKind, Terms};

/// What an editor does next.
#[derive(Debug, Clone)]
enum Step {
    Edit(usize, Edit),
    Add(usize, usize),
    Undo,
    Redo,
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let text = prop_oneof![
        Just(String::new()),
        Just("Nora Fell".to_owned()),
        Just("2031-05".to_owned()),
        Just("https://radio.example/a".to_owned()),
        Just("<b>\u{202e}\u{0}".to_owned()),
        "\\PC{0,12}",
    ];
    let edit = (0..19_usize, text, 0..40_usize, 0..200_usize).prop_map(|(which, text, one, two)| match which {
        0 | 1 => Edit::Name(text),
        2 => Edit::Role(text),
        3 => Edit::Kind(SourceKind::ALL[one % SourceKind::ALL.len()]),
        4 => Edit::Form(Form::ALL[one % Form::ALL.len()]),
        5 => Edit::Addressee(text),
        6 => Edit::Affiliation(text),
        7 => Edit::Medium(MediumKind::ALL.get(one).copied()),
        8 => Edit::Outlet(text),
        9 => Edit::Date(text),
        10 => Edit::Route(Route::ALL[one % Route::ALL.len()]),
        11 => Edit::Terms(Terms::ALL.get(one % 8).copied()),
        12 => Edit::Link(one % 3, text),
        13 => Edit::Original(text),
        14 => Edit::OriginalAddress(text),
        15 => Edit::Confirm,
        16 => Edit::Withhold,
        17 => {
            if one % 2 == 0 {
                Edit::Restore
            } else {
                Edit::Forget
            }
        }
        _ => Edit::Words(Extent::new(two, two + one)),
    });
    prop_oneof![
        8 => (0..8_usize, edit).prop_map(|(at, edit)| Step::Edit(at, edit)),
        2 => (0..300_usize, 1..60_usize).prop_map(|(start, length)| Step::Add(start, start + length)),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ]
}

fn take(review: &mut Review, step: Step) {
    match step {
        Step::Edit(at, edit) => {
            let shown = review.for_editors();
            let all: Vec<&Attribution> = shown.attributions.iter().chain(&shown.orphans).collect();
            let id = all.get(at % all.len().max(1)).map_or_else(String::new, |entry| entry.id.clone());
            let _ = review.edit(&id, edit, TODAY);
        }
        Step::Add(start, end) => {
            let _ = review.add(Extent::new(start, end), TODAY);
        }
        Step::Undo => drop(review.undo()),
        Step::Redo => drop(review.redo()),
        Step::Reopen => assert_eq!(review.open(&review.to_json()), Ok(vec![]), "{}", review.to_json()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undo_after_any_edits_gives_each_earlier_record_and_what_is_saved_is_opened_as_the_same(
        steps in prop::collection::vec(step(), 1..14),
    ) {
        let fresh = review();
        let reopened = |review: &Review| {
            let mut again = fresh.clone();
            assert_eq!(again.open(&review.to_json()), Ok(vec![]), "{}", review.to_json());
            again
        };
        let mut review = fresh.clone();
        let mut records = vec![review.to_json()];
        for step in steps {
            let could_undo = review.can_undo();
            let undone = matches!(step, Step::Undo);
            take(&mut review, step);
            let json = review.to_json();
            if undone && could_undo {
                records.pop();
                prop_assert_eq!(records.last(), Some(&json), "undo gives the record before");
            } else if records.last() != Some(&json) {
                records.push(json);
            }
            prop_assert_eq!(reopened(&review).to_json(), review.to_json());
            prop_assert_eq!(reopened(&review).for_editors(), review.for_editors());
        }
        while review.undo() {
            records.pop();
            prop_assert_eq!(records.last(), Some(&review.to_json()));
        }
        prop_assert_eq!(records.len(), 1, "back at the beginning");
        prop_assert!(!review.can_undo());
    }
}
