//! What a sentence says of its setting, a rule a line: the article's text, then medium, outlet, addressee, date and route
//! of its last attribution, `-` for none. A basis is given by `?` after what is inferred.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used)] // A test fails by panicking.

use whosaid::report::Basis;
use whosaid::{Options, analyze};

/// The date line is Thursday, 6 March 2025; the article's own outlet is the Kelm River Courier.
fn setting(text: &str) -> String {
    let options = Options {
        published: Some("2025-03-06".into()),
        publisher: Some("Kelm River Courier".into()),
        ..Options::default()
    };
    let report = analyze(text, &options);
    let Some(last) = report.attributions.last() else { return "no attribution".into() };
    let mark = |basis: Basis| if basis == Basis::Inferred { "?" } else { "" };
    let medium = last.medium.as_ref().map(|medium| format!("{}{}", medium.kind.as_str(), mark(medium.basis)));
    let outlet = last.outlet.as_ref().map(|outlet| format!("{}{}", outlet.name, mark(outlet.basis)));
    let addressee = last.addressee.as_ref().map(|addressee| match &addressee.affiliation {
        Some(affiliation) => format!("{} of {affiliation}", addressee.name),
        None => addressee.name.clone(),
    });
    let date = last.date.as_ref().map(|date| date.edtf.clone());
    let or = |field: Option<String>| field.unwrap_or_else(|| "-".into());
    format!("{} | {} | {} | {} | {}", or(medium), or(outlet), or(addressee), or(date), last.route.as_str())
}

fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|&(text, expected)| (text, expected, setting(text)))
        .filter(|(_, expected, found)| expected != found)
        .map(|(text, expected, found)| format!("{text}\n  expected {expected}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn media() {
    check(&[
        ("“We tried,” Ana Ruiz said.", "- | - | - | [..2025-03-06] | unknown"),
        ("“We tried,” Ana Ruiz said in an interview.", "interview | - | - | [..2025-03-06] | own_interview"),
        ("“We tried,” Ana Ruiz said by phone.", "phone_call | - | - | [..2025-03-06] | own_interview"),
        (
            "“We tried,” Ana Ruiz said at a news conference.",
            "news_conference | - | - | [..2025-03-06] | event_or_press_conference",
        ),
        (
            "“We tried,” Ana Ruiz said during a rally in Tarn.",
            "rally | - | - | [..2025-03-06] | event_or_press_conference",
        ),
        ("“We tried,” Ana Ruiz said in an emailed statement.", "statement | - | - | [..2025-03-06] | statement"),
        (
            "In a letter to the council, Ana Ruiz wrote that it was over.",
            "letter | - | council | [..2025-03-06] | statement",
        ),
        ("“We tried,” Ana Ruiz testified.", "testimony | - | - | [..2025-03-06] | event_or_press_conference"),
        (
            "“We tried,” Ana Ruiz wrote in a post on the company's blog.",
            "statement | - | - | [..2025-03-06] | statement",
        ),
        ("Ana Ruiz issued a statement saying that it was over.", "statement | - | - | [..2025-03-06] | statement"),
        (
            "“We tried,” Ana Ruiz told the school board.",
            "meeting? | - | school board | [..2025-03-06] | event_or_press_conference",
        ),
        (
            "“We tried,” Ana Ruiz said on an earnings call.",
            "phone_call | - | - | [..2025-03-06] | event_or_press_conference",
        ),
        (
            "“We tried,” Ana Ruiz wrote in The Velm Post.",
            "article? | The Velm Post | - | [..2025-03-06] | secondhand_via_outlet",
        ),
        (
            "“We tried,” Ana Ruiz said in an interview with Ida Petty.",
            "interview | - | Ida Petty | [..2025-03-06] | interview_other_outlet",
        ),
        (
            "He pointed to a study, released on Tuesday, which found that it was over.",
            "report? | - | - | 2025-03-04 | unknown",
        ),
        ("“We tried,” Ana Ruiz said after the interview.", "- | - | - | [..2025-03-06] | unknown"),
    ]);
}

#[test]
fn outlets_and_addressees() {
    check(&[
        (
            "“We tried,” Ana Ruiz told The Daily Lantern Post.",
            "interview? | The Daily Lantern Post | The Daily Lantern Post | [..2025-03-06] | interview_other_outlet",
        ),
        ("“We tried,” Ana Ruiz told the Courier.", "interview? | Courier | Courier | [..2025-03-06] | own_interview"),
        (
            "“We tried,” Ana Ruiz told Radio Velm.",
            "broadcast_interview | Radio Velm | Radio Velm | [..2025-03-06] | interview_other_outlet",
        ),
        (
            "During an interview with Velm News' Ida Brandt, Ana Ruiz said: “We tried.”",
            "interview | Velm News | Ida Brandt of Velm News | [..2025-03-06] | interview_other_outlet",
        ),
        (
            "“We tried,” Ana Ruiz told reporters.",
            "news_conference? | - | reporters | [..2025-03-06] | event_or_press_conference",
        ),
        ("“We tried,” Ana Ruiz told the jury.", "testimony? | - | jury | [..2025-03-06] | event_or_press_conference"),
        (
            "“We tried,” Ana Ruiz told her supporters.",
            "speech? | - | her supporters | [..2025-03-06] | event_or_press_conference",
        ),
        ("“We tried,” Ana Ruiz tweeted.", "social_post | Twitter? | - | [..2025-03-06] | social_post"),
        ("“We tried,” Ana Ruiz wrote on Mastodon.", "social_post | Mastodon | - | [..2025-03-06] | social_post"),
        (
            "The Velm Gazette reported that the wall had moved.",
            "news_report | Velm Gazette | - | [..2025-03-06] | secondhand_via_outlet",
        ),
        ("Ana Ruiz sold the paper to the Tarn Post, she said.", "- | - | - | [..2025-03-06] | unknown"),
    ]);
}

#[test]
fn dates() {
    let date = |words: &str, edtf: &str| (format!("“We tried,” Ana Ruiz said {words}."), edtf.to_owned());
    let cases = [
        date("on Monday", "2025-03-03"),
        date("Thursday", "2025-03-06"),
        date("on Friday night", "2025-02-28"),
        date("yesterday", "2025-03-05"),
        date("last week", "[2025-02-24..2025-03-02]"),
        date("last month", "2025-02"),
        date("last year", "2024"),
        date("this year", "[2025-01-01..2025-03-06]"),
        date("on Feb. 11", "2025-02-11"),
        date("on 12 June", "2024-06-12"),
        date("on June 12, 2019", "2019-06-12"),
        date("in June", "2024-06"),
        date("in a 2014 interview", "2014"),
        date("after the February 12 summit", "[2025-02-12..2025-03-06]"),
        date("since Monday", "[2025-03-03..2025-03-06]"),
        date("before February 12", "[..2025-02-12]"),
        date("two days ago", "2025-03-04"),
        date("recently", "[..2025-03-06]"),
        date("next Monday", "[..2025-03-06]"),
        date("in the 1990s", "[1990-01-01..1999-12-31]"),
        date("in the year 2014", "2014"),
        date("over the weekend", "[2025-03-01..2025-03-02]"),
        date("earlier in the week", "[2025-03-03..2025-03-06]"),
        date("earlier in the day", "2025-03-06"),
        date("just after 9am on Wednesday", "2025-03-05"),
        date("that night", "[..2025-03-06]"),
        date("at the Sunday Lantern's office", "[..2025-03-06]"),
        date("on February 31, 2025", "[..2025-03-06]"),
        date("of Friday's storm", "[..2025-03-06]"),
        ("“We tried,” said Ana Ruiz, a close aide in 2012.".into(), "[..2025-03-06]".into()),
        ("Ana Ruiz, who was elected in 2014, said that it was over.".into(), "[..2025-03-06]".into()),
    ];
    let wrong: Vec<String> = cases
        .into_iter()
        .filter(|(text, edtf)| setting(text).split(" | ").nth(3) != Some(edtf.as_str()))
        .map(|(text, edtf)| format!("{text} {edtf}: {}", setting(&text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn settings_carry_over() {
    check(&[
        (
            "“We tried,” Ana Ruiz said at a news conference on Monday.\n“It was late,” Ruiz added.",
            "news_conference? | - | - | 2025-03-03 | event_or_press_conference",
        ),
        (
            "“We tried,” Ana Ruiz said at a news conference on Monday.\n“It was late,” Bo Lindt added.",
            "- | - | - | [..2025-03-06] | unknown",
        ),
        (
            "“We tried,” Ana Ruiz said at a news conference on Monday.\nRuiz has said that the wall was old.",
            "- | - | - | [..2025-03-06] | unknown",
        ),
        (
            "Ana Ruiz has been speaking to Radio Velm. “We tried,” Ruiz said.",
            "broadcast_interview | Radio Velm | Radio Velm | [..2025-03-06] | interview_other_outlet",
        ),
    ]);
}

#[test]
fn outlets_that_the_article_introduces() {
    check(&[
        (
            "The broadcaster Canal Velm aired a film.\n“We tried,” Ana Ruiz told Canal Velm.",
            "broadcast_interview | Canal Velm | Canal Velm | [..2025-03-06] | interview_other_outlet",
        ),
        (
            "“We tried,” Ana Ruiz told the radio station Onda Tarn.",
            "broadcast_interview | Onda Tarn | Onda Tarn | [..2025-03-06] | interview_other_outlet",
        ),
        (
            "“We tried,” Ana Ruiz told Listener’s Weekly in 1983.",
            "interview? | Listener’s Weekly | Listener’s Weekly | 1983 | interview_other_outlet",
        ),
        ("“We tried,” Ana Ruiz told the paper’s editor Bo Lindt.", "- | - | Bo Lindt | [..2025-03-06] | unknown"),
        (
            "“We tried,” Ana Ruiz told this newspaper.",
            "interview? | Kelm River Courier | Kelm River Courier | [..2025-03-06] | own_interview",
        ),
        (
            "The Morning Ledger reported that it was over. The Ledger quoted one member as saying that she had left.",
            "interview? | Morning Ledger | - | [..2025-03-06] | secondhand_via_outlet",
        ),
        (
            "According to a study published on Monday in the Journal of Salt, it was over.",
            "report | Journal of Salt | - | 2025-03-03 | unknown",
        ),
    ]);
}

#[test]
fn programmes_and_their_hosts() {
    check(&[
        (
            "On “Sunrise Desk” on Wednesday, Ana Ruiz told the host, Ida Petty, that it was over.",
            "broadcast_interview? | Sunrise Desk | Ida Petty | 2025-03-05 | interview_other_outlet",
        ),
        (
            "On “Sunrise Desk” on Wednesday, Ana Ruiz told the host, Ida Petty, that it was over. Petty asked whether she had \
             tried.",
            "broadcast_interview? | Sunrise Desk? | - | 2025-03-05 | interview_other_outlet",
        ),
        (
            "On “Sunrise Desk” on Wednesday, Ana Ruiz told the host, Ida Petty, that it was over.\nIt rained.\nIt rained.\n\
             It rained.\n“We tried,” Ruiz told Petty.",
            "broadcast_interview? | Sunrise Desk? | Petty | 2025-03-05 | interview_other_outlet",
        ),
        (
            "Ana Ruiz said in an interview with Radio Velm that it was over. “We tried,” Ruiz said in the same interview.",
            "broadcast_interview | Radio Velm? | - | [..2025-03-06] | interview_other_outlet",
        ),
    ]);
}

#[test]
fn scenes() {
    check(&[
        (
            "The council of Tarn fell out over its wall on Tuesday night, and the mayor sent two of its members home.\n\
             Ana Ruiz told the meeting that it was over.",
            "meeting? | - | meeting | 2025-03-04 | event_or_press_conference",
        ),
        (
            "The jury was shown text messages that the two had exchanged. “We tried,” Ana Ruiz wrote.",
            "text_message | - | - | [..2025-03-06] | court_or_official_document",
        ),
        (
            "Ana Ruiz said nothing to reporters on the steps. Her lawyer, Bo Lindt, told them: “She tried.”",
            "news_conference? | - | reporters | [..2025-03-06] | event_or_press_conference",
        ),
        ("“We tried,” Ana Ruiz said when we rang.", "phone_call | - | - | [..2025-03-06] | own_interview"),
        (
            "Ana Ruiz, giving evidence on Tuesday afternoon, said that it was over.",
            "testimony | - | - | 2025-03-04 | event_or_press_conference",
        ),
        (
            "Ana Ruiz announced it on Mastodon. “We tried,” she wrote.",
            "social_post | Mastodon | - | [..2025-03-06] | social_post",
        ),
    ]);
}

#[test]
fn settings_in_german() {
    let setting = |text: &str| {
        let published = Some("2025-03-06".into());
        let report = analyze(text, &Options { published, language: Some("de".into()), ..Options::default() });
        let last = report.attributions.last().expect(text).clone();
        let medium = last.medium.map_or("-", |medium| medium.kind.as_str());
        let outlet = last.outlet.map_or("-".into(), |outlet| outlet.name);
        format!("{medium} | {outlet} | {} | {}", last.date.map_or("-".into(), |date| date.edtf), last.route.as_str())
    };
    for (text, expected) in [
        ("„Sie hält“, sagte Ana Ruiz am Mittwochabend.", "- | - | 2025-03-05 | unknown"),
        ("„Sie hält“, sagte Ana Ruiz am Wochenende.", "- | - | [2025-03-01..2025-03-02] | unknown"),
        ("„Sie hält“, sagte Ana Ruiz am 12.2.2025.", "- | - | 2025-02-12 | unknown"),
        ("„Sie hält“, sagte Ana Ruiz im Jahr 2014.", "- | - | 2014 | unknown"),
        ("„Sie hält“, sagte Ana Ruiz im Landtag.", "speech | - | [..2025-03-06] | event_or_press_conference"),
        ("„Sie hält“, sagte Ana Ruiz auf Nachfrage.", "interview | - | [..2025-03-06] | own_interview"),
        ("„Sie hält“, sagte Ana Ruiz unserer Zeitung.", "interview | - | [..2025-03-06] | own_interview"),
        (
            "„Sie hält“, sagte Ana Ruiz dem Radiosender Velmwelle.",
            "broadcast_interview | Velmwelle | [..2025-03-06] | interview_other_outlet",
        ),
    ] {
        assert_eq!(setting(text), expected, "{text}");
    }
}

#[test]
fn a_date_line_in_the_text() {
    for (text, published) in [
        ("Wall falls\n\nBy Ina Holt | March 6, 2025\n\nIt fell.", Some("2025-03-06")),
        ("Wall falls\n\n2025-03-06 12\n\nIt fell.", Some("2025-03-06")),
        ("Wall falls\n\n6.3.2025\n\nIt fell.", Some("2025-03-06")),
        ("Wall falls\n\nTARN, March 6, 2025 (Velm Press) — It fell.", Some("2025-03-06")),
        ("Wall falls\n\nIt was built on March 6, 1925, by two brothers who had come from Tarn with a cart.", None),
        ("Wall falls\n\n2025-02-30\n\nIt fell.", None),
    ] {
        assert_eq!(analyze(text, &Options::default()).article.published.as_deref(), published, "{text}");
    }
}
