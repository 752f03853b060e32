//! Malformed and hostile data: each is refused with its place and mend, or repaired as documented, and nothing good is lost.

use crate::{ARTICLE, inferred, name, of};
use serde_json::{Value, json};
use whosaid::newsroom::{DEEPEST, Effect, Fault, LONGEST, MOST_ENTRIES, Published, merge, parse, read};

/// What must become of data.
enum Expected {
    /// Nothing of it is used.
    Refused(Fault, &'static str),
    /// One entry or field is left out.
    LeftOut(Fault, Effect, String),
    /// It is passed over, or put right, without a word.
    Repaired,
}
use Expected::{LeftOut, Refused, Repaired};

struct Case {
    what: String,
    data: String,
    expected: Expected,
}

/// Good entries before and after a bad one.
fn among_good(entry: Value) -> Value {
    json!({
        "version": 1,
        "sources": [{"id": "s1", "name": "Mara Oduya", "kind": "person_named"}],
        "attributions": [
            {"id": "first", "content": {"exact": "The wall held for ninety years,"}, "source": {"ref": "s1"}},
            entry,
            {"id": "last", "content": {"exact": "nobody had been hurt"}, "source": {"name": "Lena Örtel"}},
        ],
    })
}

/// An entry with all fields.
fn full() -> Value {
    json!({
        "id": "middle", "form": "partial", "nested_in": "first", "status": "confirmed", "route": "statement",
        "content": {"exact": "old and tired", "start": 0, "end": 13, "prefix": "“", "suffix": "”", "segments": [[0, 13]]},
        "source": {"name": "Ivo Brandt", "label": "x", "role": "engineer", "kind": "person_named", "basis": "newsroom", "start": 1,
            "end": 2, "text": "Ivo"},
        "cue": {"start": 1, "end": 5, "text": "said", "lemma": "say"},
        "addressee": {"name": "Ines Falk", "affiliation": "the Courier", "basis": "stated", "at": [1, 2]},
        "medium": {"kind": "letter", "basis": "newsroom", "at": []},
        "outlet": {"name": "The Courier", "basis": "newsroom", "at": []},
        "date": {"edtf": "2024-05-06", "basis": "newsroom", "at": []},
        "chain": [{"agent": "s1", "act": "said", "medium": "letter", "basis": "stated"}, {"agent": "article", "act": "quotes"}],
        "links": [{"url": "https://courier.example", "text": "there", "at": []}],
        "missing": ["no_link"], "terms": "background", "confirmed_on": "2024-05-07",
        "original": {"text": "They are old and tired.", "title": "Letter", "url": "https://courier.example/letter"},
    })
}

/// A full entry with another value at a pointer.
fn with(pointer: &str, value: Value) -> String {
    let mut entry = full();
    *entry.pointer_mut(pointer).expect("a field") = value;
    among_good(entry).to_string()
}

/// A JSON pointer as a JSON path into the second entry.
fn place(pointer: &str) -> String {
    let steps = pointer.split('/').skip(1);
    let path = steps
        .map(|step| if step.bytes().all(|b| b.is_ascii_digit()) { format!("[{step}]") } else { format!(".{step}") });
    format!("$.attributions[1]{}", path.collect::<String>())
}

const TEXTS: &[&str] = &[
    "/id",
    "/nested_in",
    "/source/name",
    "/source/role",
    "/source/label",
    "/addressee/name",
    "/addressee/affiliation",
    "/outlet/name",
    "/chain/0/act",
    "/links/0/text",
    "/cue/lemma",
    "/original/title",
];
const WORDS: &[&str] = &[
    "/form",
    "/status",
    "/route",
    "/terms",
    "/medium/kind",
    "/source/kind",
    "/source/basis",
    "/addressee/basis",
    "/medium/basis",
    "/date/basis",
    "/chain/0/medium",
    "/missing/0",
];
const OBJECTS: &[&str] = &["/source", "/cue", "/addressee", "/medium", "/outlet", "/date", "/original"];
const LISTS: &[&str] = &["/chain", "/links", "/missing", "/content/segments"];
const OFFSETS: &[&str] = &["/content/start", "/content/end", "/source/start", "/cue/end"];
const RANGES: &[&str] = &["/addressee/at", "/medium/at", "/outlet/at", "/date/at", "/links/0/at"];
const ADDRESSES: &[&str] = &["/links/0/url", "/original/url"];

const DISGUISES: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java\rscript:alert(1)",
    "\u{1}javascript:alert(1)",
    "javascript\u{200b}:alert(1)",
    "javascript&colon;alert(1)",
    "javascript://courier.example/%0aalert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:x",
    "//courier.example",
    "/relative",
    "https:courier.example",
    "https:\\\\courier.example",
    "https://courier.example@evil.example",
    "https://courier.example\\@evil.example",
    "https://cou\u{ad}rier.example",
    "https://courier.example/\u{202e}gpj.exe",
    "https://127.1/",
    "https://a.example/\"onmouseover=alert(1)",
    "https://a b.example",
    "",
];

/// What must stay text wherever it is shown.
pub const MARKUP: &[&str] = &[
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "\"><b>bold</b>",
    "' onfocus='alert(1)",
    "</details><iframe src=javascript:alert(1)>",
    "<!--",
    "--><b>",
    "<![CDATA[x]]>",
    "&lt;script&gt;",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "<a href=\"javascript:alert(1)\">x</a>",
    "\u{202e}reversed",
    "<\u{0}script>",
    "<who-said></who-said>",
    "</who-said></article>",
];

const NAMES_OF_PROTOTYPES: &[&str] =
    &["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "__defineGetter__", "then"];

fn wrong_fields(cases: &mut Vec<Case>) {
    let long = "x".repeat(300_000);
    let sets: [(&[&str], Fault, Vec<Value>); 6] = [
        (TEXTS, Fault::Text, vec![json!(7), json!(true), json!([]), json!({})]),
        (WORDS, Fault::Word, vec![json!(7), json!("Nonsense"), json!(["direct"])]),
        (OBJECTS, Fault::Object, vec![json!(7), json!("x"), json!([{}])]),
        (LISTS, Fault::List, vec![json!(7), json!("x"), json!({"0": 1})]),
        (OFFSETS, Fault::Offset, vec![json!(-1), json!(1.5), json!("3"), json!(1e300), json!([])]),
        (RANGES, Fault::Range, vec![json!([3]), json!([5, 2]), json!(["a", 1]), json!({}), json!([1, 2, 3])]),
    ];
    for (pointers, fault, values) in sets {
        for pointer in pointers {
            for value in &values {
                let what = format!("{pointer} is {value}");
                cases.push(Case { what, data: with(pointer, value.clone()), expected: left_out(fault, pointer) });
            }
        }
    }
    for pointer in TEXTS {
        let what = format!("{pointer} is very long");
        cases.push(Case { what, data: with(pointer, json!(long)), expected: left_out(Fault::LongText, pointer) });
    }
    for pointer in ADDRESSES {
        for address in DISGUISES {
            let what = format!("{pointer} is {address:?}");
            cases.push(Case { what, data: with(pointer, json!(address)), expected: left_out(Fault::Address, pointer) });
        }
    }
    for date in ["May 3", "2024-13-45T", "<b>", "yesterday", "2024-02-40", "[..]"] {
        let what = format!("the date {date}");
        cases.push(Case { what, data: with("/date/edtf", json!(date)), expected: left_out(Fault::Date, "/date/edtf") });
    }
    cases.push(Case {
        what: "a source that is not there".into(),
        data: with("/source", json!({"ref": "s99"})),
        expected: left_out(Fault::Reference, "/source/ref"),
    });
    cases.push(Case {
        what: "a hop of nobody".into(),
        data: with("/chain/0/agent", json!("s99")),
        expected: left_out(Fault::Reference, "/chain/0/agent"),
    });
}

fn left_out(fault: Fault, pointer: &str) -> Expected {
    LeftOut(fault, Effect::FieldRefused, place(pointer))
}

fn wrong_entries(cases: &mut Vec<Case>) {
    let at = |place: &str| format!("$.attributions[1]{place}");
    for entry in [json!(null), json!(7), json!("old and tired"), json!([]), json!(true)] {
        let expected = LeftOut(Fault::Object, Effect::EntryRefused, at(""));
        cases.push(Case { what: format!("the entry {entry}"), data: among_good(entry).to_string(), expected });
    }
    for content in [json!(null), json!(7), json!("old and tired"), json!([])] {
        let expected = LeftOut(Fault::Object, Effect::EntryRefused, at(".content"));
        cases.push(Case { what: format!("the content {content}"), data: with("/content", content), expected });
    }
    for exact in [json!(null), json!(7), json!(""), json!(" \n"), json!("…"), json!("“”"), json!(["old"]), json!({})]
    {
        let expected = LeftOut(Fault::Words, Effect::EntryRefused, at(".content.exact"));
        cases.push(Case { what: format!("the words {exact}"), data: with("/content/exact", exact), expected });
    }
    let twice = with("/id", json!("first"));
    cases.push(Case { what: "an id twice".into(), data: twice, expected: left_out(Fault::Twice, "/id") });
    for (outer, fault) in [("nobody", Fault::Reference), ("middle", Fault::Cycle)] {
        let data = with("/nested_in", json!(outer));
        cases.push(Case { what: format!("nested in {outer}"), data, expected: left_out(fault, "/nested_in") });
    }
    for length in 2..6 {
        let ring: Vec<Value> = (0..length)
            .map(|n| json!({"id": format!("r{n}"), "nested_in": format!("r{}", (n + 1) % length), "content": {"exact": "old and tired"}}))
            .collect();
        let mut data = among_good(full());
        data["attributions"].as_array_mut().expect("a list").splice(1..2, ring);
        let expected = left_out(Fault::Cycle, "/nested_in");
        cases.push(Case { what: format!("a ring of {length}"), data: data.to_string(), expected });
    }
    let mut many = among_good(full());
    let list = many["attributions"].as_array_mut().expect("a list");
    list.extend((0..MOST_ENTRIES).map(|_| json!({"content": {"exact": "old"}})));
    let last = list.remove(2);
    list.insert(1, last);
    let expected = LeftOut(Fault::TooManyEntries, Effect::FieldRefused, "$.attributions".into());
    cases.push(Case { what: "too many entries".into(), data: many.to_string(), expected });
}

fn refused(cases: &mut Vec<Case>) {
    let good = among_good(full()).to_string();
    let mut refuse =
        |what: String, data: String, fault, place| cases.push(Case { what, data, expected: Refused(fault, place) });
    for at in (1..good.len()).step_by(good.len() / 40).filter(|&at| good.is_char_boundary(at)) {
        refuse(format!("cut after {at} bytes"), good[..at].into(), Fault::NotJson, "line 1");
    }
    for data in [
        "",
        " ",
        "undefined",
        "<html>",
        "{'version': 1}",
        "{version: 1}",
        "{\"version\": 1,}",
        "// a\n{}",
        "NaN",
        "\u{0}",
    ] {
        refuse(format!("{data:?}"), data.into(), Fault::NotJson, "line ");
    }
    refuse("two values".into(), format!("{good}{good}"), Fault::NotJson, "line 1");
    for data in ["null", "7", "\"report\"", "[]", "true"] {
        refuse(data.into(), data.into(), Fault::Object, "$");
    }
    for version in
        [json!(null), json!(0), json!(2), json!(1.5), json!("1"), json!(-1), json!([1]), json!(1e99), json!(true)]
    {
        let mut data = among_good(full());
        data["version"] = version.clone();
        refuse(format!("version {version}"), data.to_string(), Fault::Version, "$.version");
    }
    refuse("no version".into(), "{\"attributions\": []}".into(), Fault::Version, "$.version");
    for list in [json!(null), json!(7), json!("x"), json!({}), json!(true)] {
        let data = json!({"version": 1, "attributions": list});
        refuse(format!("attributions {list}"), data.to_string(), Fault::List, "$.attributions");
    }
    for depth in [DEEPEST + 1, 100, 10_000] {
        let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let place = if depth > 120 { "line 1" } else { "$" };
        refuse(format!("{depth} deep"), deep.clone(), Fault::TooDeep, place);
        let data = format!(r#"{{"version": 1, "x": {deep}, "attributions": []}}"#);
        refuse(format!("{depth} deep within"), data, Fault::TooDeep, if depth > 120 { "line 1" } else { "$.x" });
    }
    refuse("too long".into(), format!("{good}{}", " ".repeat(LONGEST)), Fault::TooLong, "$");
    refuse("too many values".into(), format!("[{}0]", "0,".repeat(500_000)), Fault::TooMany, "$");
}

fn repaired(cases: &mut Vec<Case>) {
    for key in NAMES_OF_PROTOTYPES {
        for pointer in ["", "/source", "/medium", "/content"] {
            let mut entry = full();
            let poison = json!({"name": "Evil", "isAdmin": true, "status": "withheld", "exact": "The Quay Times"});
            entry.pointer_mut(pointer).expect("an object")[*key] = poison.clone();
            let mut data = among_good(entry);
            data[*key] = poison;
            cases.push(Case { what: format!("{key} in {pointer:?}"), data: data.to_string(), expected: Repaired });
        }
    }
    for markup in MARKUP {
        for pointer in
            ["/source/name", "/source/role", "/addressee/name", "/outlet/name", "/links/0/text", "/original/text"]
        {
            let data = with(pointer, json!(markup));
            cases.push(Case { what: format!("{pointer} is {markup:?}"), data, expected: Repaired });
        }
    }
    let spaced = with("/links/0/url", json!(" https://courier.example \n"));
    cases.push(Case { what: "white space around an address".into(), data: spaced, expected: Repaired });
    let marked = format!("\u{feff}{}", among_good(full()));
    cases.push(Case { what: "a byte order mark".into(), data: marked, expected: Repaired });
    let twice = among_good(full()).to_string().replacen("\"version\":1", "\"version\":9,\"version\":1", 1);
    cases.push(Case { what: "a key twice".into(), data: twice, expected: Repaired });
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    wrong_fields(&mut cases);
    wrong_entries(&mut cases);
    refused(&mut cases);
    repaired(&mut cases);
    cases
}

/// The good entries are used, whatever stands between them.
fn assert_good_entries_survive(published: Published, what: &str) -> whosaid::Report {
    let report = merge(inferred(ARTICLE), ARTICLE, published);
    for (words, expected) in [("The wall held", "Mara Oduya"), ("nobody had been hurt", "Lena Örtel")] {
        assert_eq!(name(&report, of(&report, words)), Some(expected), "{what}");
    }
    report
}

#[test]
fn each_is_refused_with_place_and_mend_or_repaired_and_nothing_good_is_lost() {
    let cases = cases();
    assert!(cases.len() >= 200, "{}", cases.len());
    for Case { what, data, expected } in cases {
        let result = parse(&data).and_then(|data| read(&data));
        match (expected, result) {
            (Refused(fault, place), Err(problem)) => {
                assert_eq!((problem.fault, problem.effect), (fault, Effect::AllRefused), "{what}");
                assert!(problem.place.starts_with(place), "{what}: {problem}");
                assert!(problem.message().contains(fault.mend()), "{what}: {problem}");
            }
            (LeftOut(fault, effect, place), Ok(published)) => {
                let problems = &published.problems;
                let told = problems.iter().any(|p| (&p.place, p.fault, p.effect) == (&place, fault, effect));
                assert!(told, "{what}: {place} {fault:?} {effect:?} is not among {problems:#?}");
                assert_good_entries_survive(published, &what);
            }
            (Repaired, Ok(published)) => {
                assert_eq!(published.problems, [], "{what}");
                let report = assert_good_entries_survive(published, &what);
                let json = serde_json::to_string(&report).expect("JSON");
                assert!(!json.contains("Evil") && !json.contains("isAdmin"), "{what}");
            }
            (_, result) => panic!("{what}: {result:?}"),
        }
    }
}

#[test]
fn a_bad_field_leaves_the_others_of_its_entry() {
    for pointer in OBJECTS {
        let published = crate::published(&with(pointer, json!(7)));
        let report = assert_good_entries_survive(published, pointer);
        let entry = of(&report, "old and tired");
        assert_eq!(entry.id, "middle", "{pointer}");
        assert_eq!(entry.links.len(), 1, "{pointer}");
    }
}

#[test]
fn references_that_lead_round_in_json_ld_end() {
    for data in [
        r##"{"@context": "https://schema.org", "@id": "#a", "hasPart": {"@type": "Quotation", "@id": "#q", "text": "old and tired",
            "creator": {"@id": "#q"}, "isBasedOn": {"@id": "#q"}, "citation": {"@id": "#q"}}}"##,
        r##"{"@context": "https://schema.org", "@graph": [
            {"@id": "#a", "@type": "CreativeWork", "author": "Mara", "isBasedOn": {"@id": "#b"}},
            {"@id": "#b", "@type": "CreativeWork", "author": "Mara", "isBasedOn": {"@id": "#a"}},
            {"@type": "Quotation", "text": "old and tired", "creator": {"@id": "#c"}, "isBasedOn": {"@id": "#a"}},
            {"@id": "#c", "@type": "Person", "name": {"@id": "#c"}}]}"##,
    ] {
        merge(inferred(ARTICLE), ARTICLE, crate::published(data));
    }
}

#[test]
fn no_letter_of_a_name_carries_a_tower_of_marks() {
    let name = ["Ma", &"\u{301}\u{316}".repeat(200), "ra שָּׁלוֹם"].concat();
    let data = among_good(json!({"content": {"exact": "old and tired"}, "source": {"name": name}}));
    let published = crate::published(&data.to_string());
    let names: Vec<&str> = published.sources.iter().filter_map(|source| source.name.as_deref()).collect();
    assert!(names.contains(&"Ma\u{301}\u{316}\u{301}\u{316}ra שָּׁלוֹם"), "{names:?}");
}

#[test]
fn json_ld_without_its_context_is_json_ld() {
    for data in [
        json!({"@type": "Quotation", "text": "old and tired", "creator": {"name": "Ivo Brandt"}}),
        json!([{"@type": "NewsArticle", "hasPart": {"@type": "Quotation", "text": "old and tired", "creator": "Ivo Brandt"}}]),
        json!({"@graph": [{"@type": "Quotation", "text": "old and tired", "creator": {"@type": "Person", "@id": "#ivo"}},
            {"@type": "Person", "@id": "#ivo", "name": "Ivo Brandt"}]}),
    ] {
        let published = crate::published(&data.to_string());
        assert_eq!(published.problems, [], "{data}");
        assert_eq!(
            published.sources.iter().filter_map(|source| source.name.as_deref()).collect::<Vec<_>>(),
            ["Ivo Brandt"]
        );
    }
}
