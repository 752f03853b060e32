//! The native command as its users call it.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic)] // Helpers of tests.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

fn whosaid(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the command with `input` on standard input.
fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = whosaid(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // A command that refuses its arguments does not read.
    let _ = writer.join().unwrap();
    output
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", text(&output.stdout)))
}

fn lines(output: &Output) -> Vec<Value> {
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A file of this name with these bytes, in a folder of its own for each test.
fn file(test: &str, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn help_and_version_go_to_standard_output() {
    for (arguments, expected) in [
        (&["--help"][..], "Usage: whosaid COMMAND"),
        (&["help"], "Usage: whosaid COMMAND"),
        (&["attribute", "--help"], "Usage: whosaid attribute"),
        (&["help", "attribute"], "Usage: whosaid attribute"),
        (&["--version"], concat!("whosaid ", env!("CARGO_PKG_VERSION"))),
    ] {
        let output = run(arguments, "");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(text(&output.stdout).contains(expected), "{arguments:?}");
        assert!(output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_wrong_command_line_is_refused_with_status_2() {
    for (arguments, expected) in [
        (&[][..], "Usage: whosaid COMMAND"),
        (&["atribute"], "there is no command atribute"),
        (&["--nonsense"], "--nonsense"),
        (&["attribute", "--nonsense"], "--nonsense"),
        (&["attribute", "--date"], "--date"),
        (&["attribute", "--format", "pdf"], "html or text"),
        (&["attribute", "--threads", "many"], "many"),
        (&["attribute", "--text", "a", "b"], "one file"),
    ] {
        let output = run(arguments, "");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains(expected), "{arguments:?}: {}", text(&output.stderr));
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn one_article_gives_one_report() {
    let article = "\u{feff}“Größe ist alles”, 👩‍🚀 said.\r\nAnd “no”.";
    let read = article.replace("\r\n", "\n");
    let path = file("one", "article.txt", article);
    let path = path.to_str().unwrap();
    for (arguments, input) in
        [(&["attribute", path][..], ""), (&["attribute"], article), (&["attribute", "-"], article)]
    {
        let output = run(arguments, input);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        let report = json(&output);
        assert_eq!(report["version"], 1);
        assert_offsets_fit(&report, &read);
        assert!(text(&output.stdout).lines().count() > 1, "readable by people");
    }
    assert_eq!(text(&run(&["attribute", "--text", path], "").stdout), read);
    assert_eq!(text(&run(&["attribute", "--compact", path], "").stdout).lines().count(), 1);
}

/// Every content is the words at its offsets, counted in scalar values.
fn assert_offsets_fit(report: &Value, article: &str) {
    let scalars: Vec<char> = article.chars().collect();
    for attribution in report["attributions"].as_array().unwrap() {
        let content = &attribution["content"];
        let at = |key: &str| usize::try_from(content[key].as_u64().unwrap()).unwrap();
        let words: String = scalars[at("start")..at("end")].iter().collect();
        assert_eq!(content["exact"], words);
    }
}

#[test]
fn options_reach_the_report() {
    let output = run(
        &["attribute", "--date", "2024-05-03", "--lang", "en-GB", "--headline", "Dam holds"],
        "“It holds,” said Ada Quill.",
    );
    let report = json(&output);
    assert_eq!(report["language"], "en-GB");
    let page =
        "<html lang=de><meta property='article:published_time' content='2020-01-01'><p>“It holds,” said Ada Quill.";
    let over = json(&run(&["attribute", "--lang", "en"], page));
    assert_eq!(over["language"], "en", "what the user says goes before what the page says");
}

#[test]
fn html_is_read_as_shown_and_its_text_can_be_had() {
    let page = "<!doctype html><title>x</title><nav>Menu</nav><article><p>“It <b>holds</b>,”\n said Ada&nbsp;Quill.<script>1</script></article>";
    let shown = "“It holds,” said Ada\u{a0}Quill.";
    let path = file("html", "page.html", page);
    assert_eq!(text(&run(&["attribute", "--text", path.to_str().unwrap()], "").stdout), shown);
    assert_eq!(text(&run(&["attribute", "--text"], page).stdout), shown, "known by its first words");
    assert_eq!(text(&run(&["attribute", "--text", "--format", "text"], page).stdout), page, "unless told otherwise");
    assert_offsets_fit(&json(&run(&["attribute"], page)), shown);
}

#[test]
fn several_files_give_a_line_each_and_what_cannot_be_read_is_named() {
    let good = file("several", "good.txt", "“It holds,” said Ada Quill.");
    let latin = file("several", "latin.txt", b"caf\xe9 words");
    let (good, latin) = (good.to_str().unwrap(), latin.to_str().unwrap());
    let output = run(&["attribute", good, "missing.txt", latin, good], "");
    assert_eq!(output.status.code(), Some(1));
    let ids: Vec<Value> = lines(&output).into_iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, [good, good]);
    let told = text(&output.stderr);
    assert!(told.contains("missing.txt: ") && told.contains("latin.txt: not UTF-8: byte 4"), "{told}");
}

#[test]
fn jsonl_answers_every_good_line_in_order_and_names_every_bad_one() {
    let bad: [(&[u8], &str); 9] = [
        (b"not json", "expected"),
        (b"{\"id\": \"x\"}", "no \"text\""),
        (b"{\"text\": \"x\"}", "missing field `id`"),
        (b"{\"id\": null, \"text\": \"x\"}", "\"id\" is neither"),
        (b"{\"id\": \"x\", \"text\": 5}", "invalid type: integer `5`"),
        (b"{\"id\": \"x\", \"text\": \"\\ud800\\u0041\"}", "surrogate"),
        (b"{\"id\": \"x\", \"text\": \"\xff\"}", "not UTF-8 at byte 22"),
        (b"{\"id\": \"x\", \"text\": \"x\"", "EOF"),
        (b"{\"id\": \"x\", \"text\": \"x\", \"html\": \"x\"}", "give one"),
    ];
    let mut input = Vec::new();
    for (number, (line, _)) in bad.iter().enumerate() {
        input.extend(
            format!(
                "{{\"id\": {number}, \"other\": [1], \"lang\": null, \"text\": \"“It holds,” said Ada Quill.\"}}\n"
            )
            .bytes(),
        );
        input.extend([line, &b"\n"[..]].concat());
        input.extend(b" \r\n");
    }
    let output = run(&["attribute", "--jsonl"], &input);
    assert_eq!(output.status.code(), Some(1));
    let ids: Vec<u64> = lines(&output).iter().map(|line| line["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (0..9).collect::<Vec<u64>>());
    let told = text(&output.stderr);
    assert_eq!(told.lines().count(), bad.len(), "{told}");
    for (index, (told, (_, reason))) in told.lines().zip(bad).enumerate() {
        let line = format!("line {}: ", 3 * index + 2);
        assert!(told.contains(&line) && told.contains(reason), "{told} should say {line}{reason}");
    }
}

#[test]
fn jsonl_takes_what_a_line_says_before_what_the_command_line_says() {
    let input = "{\"id\":\"a\",\"text\":\"x\",\"lang\":\"en-GB\"}\n{\"id\":\"b\",\"text\":\"x\"}\n{\"id\":\"c\",\"html\":\"<html lang=fr><p>a <b>b</b>\"}";
    let output = run(&["attribute", "--jsonl", "--lang", "de"], input);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let languages: Vec<Value> = lines(&output).iter().map(|line| line["report"]["language"].clone()).collect();
    assert_eq!(languages, ["en-GB", "de", "fr"]);
    assert_eq!(lines(&output)[2]["text"], "a b", "the text that the offsets count in");
}

#[test]
fn jsonl_keeps_the_order_over_many_threads_and_lines_of_any_length() {
    let line = |id: usize| {
        let words = if id.is_multiple_of(7) { 100 } else { 1 };
        format!("{{\"id\":{id},\"text\":\"{}\"}}\n", "“It holds,” said Ada Quill. ".repeat(words))
    };
    let input: String = (0..300).map(line).collect();
    let several = run(&["attribute", "--jsonl", "--threads", "5"], &input);
    let ids: Vec<u64> = lines(&several).iter().map(|line| line["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (0..300).collect::<Vec<u64>>());
    let one = run(&["attribute", "--jsonl", "--threads", "1"], &input);
    assert_eq!(one.stdout, several.stdout);
}

/// A command that is to be talked to while it runs.
struct Talk(Child);

impl Drop for Talk {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn jsonl_answers_a_line_before_the_next_one_comes() {
    let mut talk = Talk(whosaid(&["attribute", "--jsonl"]).spawn().unwrap());
    let mut stdin = talk.0.stdin.take().unwrap();
    let mut answers = BufReader::new(talk.0.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(stdin, "{{\"id\":{id},\"text\":\"x\"}}").unwrap();
        let mut answer = String::new();
        answers.read_line(&mut answer).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&answer).unwrap()["id"], id);
    }
    drop(stdin);
    assert_eq!(talk.0.wait().unwrap().code(), Some(0));
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let mut talk = Talk(whosaid(&["attribute", "--jsonl"]).spawn().unwrap());
    let mut stdin = talk.0.stdin.take().unwrap();
    let mut stdout = talk.0.stdout.take().unwrap();
    let writer = std::thread::spawn(move || {
        let line = format!("{{\"id\":1,\"text\":\"{}\"}}\n", "words ".repeat(1_000));
        // Ends by an error once the command is gone.
        while stdin.write_all(line.as_bytes()).is_ok() {}
    });
    stdout.read_exact(&mut [0; 100]).unwrap();
    drop(stdout);
    assert_eq!(talk.0.wait().unwrap().code(), Some(0));
    writer.join().unwrap();
    let mut told = String::new();
    talk.0.stderr.take().unwrap().read_to_string(&mut told).unwrap();
    assert_eq!(told, "");
}

#[test]
fn malformed_input_gives_a_report_or_a_clear_error() {
    let noise: Vec<u8> = (0..100_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for (name, input, expected) in [
        ("empty", Vec::new(), Ok(())),
        ("white space", b" \n\t\n".to_vec(), Ok(())),
        ("NUL", vec![0; 1_000], Ok(())),
        ("binary", noise, Err("not UTF-8")),
        ("10 MB of one letter", vec![b'a'; 10_000_000], Ok(())),
        ("1 MB of one mark", vec![b'"'; 1_000_000], Ok(())),
        ("10 MB of line ends", vec![b'\n'; 10_000_000], Ok(())),
        ("unclosed marks", "“a ".repeat(100_000).into_bytes(), Ok(())),
        ("unclosed marks in lines", "“a said\n".repeat(20_000).into_bytes(), Ok(())),
        ("nested marks", ["“‘".repeat(50_000), "’”".repeat(50_000)].concat().into_bytes(), Ok(())),
        ("one endless sentence", "said Ada Quill that ".repeat(2_000).into_bytes(), Ok(())),
        ("nested elements", "<div>".repeat(100_000).into_bytes(), Err("stand in each other")),
        ("unclosed paragraphs", "<p>“a”".repeat(10_000).into_bytes(), Ok(())),
        ("an endless tag", ["<p ", &"a ".repeat(1_000_000)].concat().into_bytes(), Ok(())),
    ] {
        let output = run(&["attribute"], input);
        match expected {
            Ok(()) => {
                assert_eq!(output.status.code(), Some(0), "{name}: {}", text(&output.stderr));
                assert_eq!(json(&output)["version"], 1, "{name}");
            }
            Err(reason) => {
                assert_eq!(output.status.code(), Some(1), "{name}");
                assert!(text(&output.stderr).contains(reason), "{name}: {}", text(&output.stderr));
                assert!(output.stdout.is_empty(), "{name}");
            }
        }
    }
}
