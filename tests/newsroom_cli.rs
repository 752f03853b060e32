//! `whosaid check`, `render`, `schema`, and the shapes of `attribute`, as their users call them.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::{Command, Output};

const ARTICLE: &str = "<html lang=en><article><h1>Harbour wall fails</h1>\
    <p>“The wall held for ninety years,” Mayor Ada Quill told the Northern Courier on Monday.</p>\
    <p>Ivo Brandt wrote that 14 pumps had failed.</p></article></html>";

/// Runs the command on files with these contents.
fn run(test: &str, arguments: &[&str], files: &[(&str, &str)]) -> Output {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    std::fs::create_dir_all(&folder).unwrap();
    for (name, content) in files {
        std::fs::write(folder.join(name), content).unwrap();
    }
    Command::new(env!("CARGO_BIN_EXE_whosaid")).args(arguments).current_dir(folder).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn parsed(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn report(entries: Value) -> String {
    json!({"version": 1, "attributions": entries}).to_string()
}

#[test]
fn check_says_what_fits() {
    let good = report(
        json!([{"id": "a", "content": {"exact": "The wall held for ninety years,"}, "source": {"name": "Ada Quill"}}]),
    );
    let output = run("check_good", &["check", "a.html", "r.json"], &[("a.html", ARTICLE), ("r.json", &good)]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stdout));
    assert_eq!(parsed(&output)["summary"]["found"], 1);

    let bad = report(json!([
        {"id": "changed", "content": {"exact": "The wall held for nearly ninety years,"}},
        {"id": "number", "content": {"exact": "40 pumps had failed"}},
        {"id": "lost", "content": {"exact": "We shall build a higher one in the spring"}},
        {"id": "wrong", "content": {"exact": "14 pumps had failed"}, "source": {"name": "Mara Oduya"}, "form": "direct",
            "links": [{"url": "javascript:alert(1)"}]},
        {"content": {}},
    ]));
    let output = run("check_bad", &["check", "a.html", "r.json"], &[("a.html", ARTICLE), ("r.json", &bad)]);
    assert_eq!(output.status.code(), Some(1));
    let answer = parsed(&output);
    let by = |id: &str| answer["entries"].as_array().unwrap().iter().find(|entry| entry["id"] == id).cloned().unwrap();
    assert_eq!(by("changed")["outcome"], "changed");
    assert_eq!(by("changed")["changes"][0]["from"], "nearly");
    assert!(by("number")["meaning_changed"] == true || by("number")["outcome"] == "lost");
    assert_eq!(by("lost")["outcome"], "lost");
    let wrong = by("wrong");
    let fields: Vec<&str> =
        wrong["contradictions"].as_array().unwrap().iter().filter_map(|it| it["field"].as_str()).collect();
    assert_eq!(fields, ["source", "form"]);
    assert_eq!(wrong["contradictions"][0]["article"], "Ivo Brandt");
    let places: Vec<&str> =
        answer["problems"].as_array().unwrap().iter().filter_map(|it| it["place"].as_str()).collect();
    assert_eq!(places, ["$.attributions[3].links[0].url", "$.attributions[4].content.exact"]);
}

#[test]
fn files_that_cannot_be_used_at_all_have_status_2_with_place_and_mend() {
    for (name, content, expected) in [
        ("broken", "{\"version\": 1,", "line 1"),
        ("version", "{\"version\": 2, \"attributions\": []}", "$.version: expected 1"),
        ("list", "[1]", "$: expected an object"),
    ] {
        for command in ["check", "render"] {
            let output = run(name, &[command, "a.html", "r.json"], &[("a.html", ARTICLE), ("r.json", content)]);
            assert_eq!(output.status.code(), Some(2), "{name}");
            assert!(text(&output.stderr).contains(expected), "{}", text(&output.stderr));
            assert!(output.stdout.is_empty());
        }
    }
    let output = run("missing", &["check", "a.html", "none.json"], &[("a.html", ARTICLE)]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(run("usage", &["check", "a.html"], &[]).status.code(), Some(2));
    assert_eq!(run("usage", &["render"], &[]).status.code(), Some(2));
    assert_eq!(run("usage", &["schema", "x"], &[]).status.code(), Some(2));
}

#[test]
fn render_bakes_what_the_newsroom_says() {
    let file = report(json!([
        {"content": {"exact": "The wall held for ninety years,"}, "source": {"name": "Ada Quill-Moor"}, "confirmed_on": "2024-05-08"},
        {"content": {"exact": "14 pumps had failed"}, "status": "withheld"},
    ]));
    let output = run("render", &["render", "a.html", "r.json"], &[("a.html", ARTICLE), ("r.json", &file)]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let page = text(&output.stdout);
    assert!(
        page.contains("Ada Quill-Moor") && page.contains("Attribution corrected by the newsroom, 8 May 2024."),
        "{page}"
    );
    assert!(!page.contains("Ivo Brandt</bdi>"), "{page}");
    // The page alone carries all of it on.
    let again = run("render", &["render", "page.html"], &[("page.html", &page)]);
    assert_eq!(text(&again.stdout), page);
    let output = run("render", &["attribute", "page.html"], &[]);
    let names: Vec<String> = parsed(&output)["sources"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|it| it["name"].as_str().map(str::to_owned))
        .collect();
    assert!(names.contains(&"Ada Quill-Moor".to_owned()) && !names.contains(&"Ivo Brandt".to_owned()), "{names:?}");
}

#[test]
fn render_prints_the_page_though_some_of_the_data_is_bad() {
    let file = report(json!([{"content": {"exact": "The wall held for ninety years,"}, "date": {"edtf": "Monday"}}]));
    let output = run(
        "render_bad",
        &["render", "a.txt", "r.json"],
        &[("a.txt", "“The wall held for ninety years,” Ada Quill said."), ("r.json", &file)],
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("$.attributions[0].date.edtf"), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("<details"));
}

#[test]
fn attribute_writes_other_shapes() {
    let files = [("a.html", ARTICLE)];
    let of = |shape: &str| run("shapes", &["attribute", "--as", shape, "a.html"], &files);
    assert_eq!(parsed(&of("report"))["version"], 1);
    assert_eq!(parsed(&of("jsonld"))["@type"], "NewsArticle");
    assert_eq!(parsed(&of("annotations"))["type"], "AnnotationPage");
    assert_eq!(parsed(&of("ninjs"))["standard"]["version"], "3.1");
    assert!(text(&of("csv").stdout).starts_with("id,form,words,"));
    assert_eq!(of("pdf").status.code(), Some(2));
    let lines = run(
        "shapes",
        &["attribute", "--jsonl", "--as", "jsonld", "l.jsonl"],
        &[("l.jsonl", &json!({"id": 1, "html": ARTICLE}).to_string())],
    );
    assert_eq!(parsed(&lines)["report"]["@type"], "NewsArticle");
    let two = run("shapes", &["attribute", "--as", "csv", "a.html", "a.html"], &files);
    assert_eq!(text(&two.stdout).lines().count(), 2);
}

#[test]
fn what_is_written_is_taken_with_another_article() {
    let files = [("a.html", ARTICLE)];
    for shape in ["report", "jsonld", "annotations"] {
        let written = text(&run("with", &["attribute", "--as", shape, "a.html"], &files).stdout);
        let output = run("with", &["attribute", "--with", "r.json", "a.html"], &[("r.json", &written), files[0]]);
        assert_eq!(output.status.code(), Some(0), "{shape}: {}", text(&output.stderr));
        let plain = parsed(&run("with", &["attribute", "a.html"], &files));
        let merged = parsed(&output);
        for key in ["content", "source", "form", "cue", "status", "route", "missing", "outlet", "date"] {
            for (a, b) in
                plain["attributions"].as_array().unwrap().iter().zip(merged["attributions"].as_array().unwrap())
            {
                assert_eq!(a[key], b[key], "{shape}: {key}");
            }
        }
    }
}

#[test]
fn the_schema_is_of_a_report() {
    let schema = parsed(&run("schema", &["schema"], &[]));
    assert_eq!(schema["title"], "Report");
    assert!(schema["$defs"]["Attribution"]["properties"]["terms"].is_object());
}
