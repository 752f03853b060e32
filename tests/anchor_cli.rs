//! `whosaid anchor` and `whosaid compare` as their users call them.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    let piped = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    // A command that refuses its arguments does not read.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

#[test]
fn anchor_answers_line_by_line_in_scalars() {
    let selector = json!({"exact": "We will not go.", "prefix": "👍 said: “", "suffix": "” Then", "start": 8});
    let input = [
        json!({"id": 7, "text": "Ämter 👍 said: “We will not go.” Then", "selector": selector}),
        json!({"id": "b", "text": "Ämter 👍 said: “We will go.” Then", "selector": selector}),
        json!({"id": "c", "text": "Nothing.", "selector": {"exact": "We will not go."}}),
        json!({"id": "d", "text": "no selector"}),
    ];
    let output = run(&["anchor", "--jsonl", "--threads", "2"], &input.map(|line| line.to_string()).join("\n"));
    assert_eq!(output.status.code(), Some(1));
    let answers: Vec<Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let negation = json!({"kind": "negation", "from": "not", "to": "", "at": [22, 22]});
    let expected = [
        json!({"id": 7, "outcome": "found", "start": 15, "end": 30, "changes": []}),
        json!({"id": "b", "outcome": "changed", "start": 15, "end": 26, "changes": [negation]}),
        json!({"id": "c", "outcome": "lost", "start": null, "end": null, "changes": []}),
    ];
    assert_eq!(answers, expected);
    assert!(String::from_utf8(output.stderr).unwrap().contains("line 4: missing field `selector`"));
}

#[test]
fn compare_takes_words_or_files() {
    let original = "She began. We will not close the bridge, ever. She left.";
    for (quotation, outcome, status) in [
        ("We will not close the bridge", "verbatim", 0),
        ("We will not close … ever", "elided", 0),
        ("We will close the bridge", "altered", 1),
        ("The herring is cheap in April", "not_found", 1),
    ] {
        let output = run(&["compare", quotation, "-"], original);
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((answer["outcome"].as_str(), output.status.code()), (Some(outcome), Some(status)), "{quotation}");
    }
    for wrong in [&["compare", "one"][..], &["anchor"], &["compare", "a", "b", "--jsonl"]] {
        assert_eq!(run(wrong, "").status.code(), Some(2), "{wrong:?}");
    }
}
