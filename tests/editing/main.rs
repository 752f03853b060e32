//! Reviewing an article: edits, the way back, and the report that is saved.
#![cfg(all(feature = "review", feature = "cli", not(target_arch = "wasm32")))]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)] // A test fails by panicking.

mod any;

use whosaid::editing::{Article, Edit, Known, Refusal, Review, State, is_by_hand, read};
use whosaid::newsroom::{self, check};
use whosaid::report::{Attribution, Extent, Form, MediumKind, Report, Route, SourceKind, Status, Terms};
use whosaid::{Options, analyze};

const ARTICLE: &str = "Ferry stays in port\n\
    “The engine is older than I am,” Captain Nora Fell said in an interview with Radio Skarn on Monday. “It will not run before May.”\n\
    One engineer said that the spare parts were lost.\n\
    Otto Lund, the harbour master, wrote in a letter that nobody had asked him.\n\
    The board was told about the parts in March, and it filed the letter away.\n";
const TODAY: &str = "2031-05-06";

fn review() -> Review {
    let known = Known { published: "2031-05-05".into(), publisher: "The Skarn Mail".into() };
    let (review, problems) = Review::new(read("", ARTICLE, &known).expect("an article"));
    assert_eq!(problems, []);
    review
}

fn of(report: &Report, words: &str) -> Attribution {
    let mut all = report.attributions.iter().chain(&report.orphans);
    all.find(|entry| entry.content.exact.starts_with(words))
        .unwrap_or_else(|| panic!("no {words}: {report:#?}"))
        .clone()
}

fn id(review: &Review, words: &str) -> String {
    of(&review.for_editors(), words).id
}

fn name(report: &Report, words: &str) -> Option<String> {
    let entry = of(report, words);
    report.sources.iter().find(|source| Some(source.id.as_str()) == entry.speaker())?.name.clone()
}

/// Where these words stand.
fn extent(text: &str, words: &str) -> Extent {
    let byte = text.find(words).expect("words of the article");
    let start = text[..byte].chars().count();
    Extent::new(start, start + words.chars().count())
}

/// Opens what was saved, in a fresh review of the same article.
fn reopened(review: &Review) -> Review {
    let mut again = self::review();
    assert_eq!(again.open(&review.to_json()), Ok(vec![]), "{}", review.to_json());
    again
}

#[test]
fn a_correction_is_what_readers_get_and_what_is_saved() {
    let mut review = review();
    let first = id(&review, "The engine");
    for edit in [
        Edit::Name("Nora Feldt".into()),
        Edit::Role("  captain of the ferry ".into()),
        Edit::Addressee("Lars Imm".into()),
        Edit::Affiliation("Radio Skarn".into()),
        Edit::Medium(Some(MediumKind::Podcast)),
        Edit::Outlet("Skarn Podcasts".into()),
        Edit::Date("2031-05-03".into()),
        Edit::Route(Route::InterviewOtherOutlet),
        Edit::Terms(Some(Terms::OnRecord)),
        Edit::Link(9, " https://radio.example/ferry ".into()),
        Edit::Original("Well, the engine is older than I am, you know.".into()),
        Edit::OriginalTitle("Transcript".into()),
        Edit::OriginalAddress("https://radio.example/transcript".into()),
    ] {
        assert_eq!(review.edit(&first, edit.clone(), TODAY), Ok(()), "{edit:?}");
    }
    for report in [review.for_readers(), reopened(&review).for_readers()] {
        let entry = of(&report, "The engine");
        let source =
            report.sources.iter().find(|source| Some(source.id.as_str()) == entry.speaker()).expect("a source");
        assert_eq!(
            (source.name.as_deref(), source.role.as_deref()),
            (Some("Nora Feldt"), Some("captain of the ferry"))
        );
        let addressee = entry.addressee.expect("an addressee");
        assert_eq!((addressee.name.as_str(), addressee.affiliation.as_deref()), ("Lars Imm", Some("Radio Skarn")));
        assert_eq!(entry.medium.expect("a medium").kind, MediumKind::Podcast);
        assert_eq!(entry.outlet.expect("an outlet").name, "Skarn Podcasts");
        assert_eq!(entry.date.expect("a date").edtf, "2031-05-03");
        assert_eq!(entry.route, Route::InterviewOtherOutlet);
        assert_eq!(entry.terms, Some(Terms::OnRecord));
        assert_eq!(
            entry.links.iter().map(|link| link.url.as_str()).collect::<Vec<_>>(),
            ["https://radio.example/ferry"]
        );
        assert_eq!(entry.original.expect("an original").title.as_deref(), Some("Transcript"));
        assert_eq!((entry.status, entry.confirmed_on.as_deref()), (Status::Corrected, Some(TODAY)));
        assert_eq!(
            name(&report, "nobody"),
            name(&self::review().for_readers(), "nobody"),
            "another entry is as it was"
        );
    }
    let checked = check(&analyze(ARTICLE, &Options::default()), ARTICLE, review.record());
    assert_eq!(checked.len(), 1);
    assert!(checked[0].anchor.start.is_some(), "{checked:?}");
}

#[test]
fn a_confirmation_holds_whatever_the_software_reads_one_day() {
    let mut review = review();
    let letter = id(&review, "nobody had asked him");
    let before = name(&review.for_readers(), "nobody");
    review.edit(&letter, Edit::Confirm, TODAY).expect("an edit");
    assert_eq!(name(&review.for_readers(), "nobody"), before);
    let published = newsroom::parse(&review.to_json()).and_then(|data| newsroom::read(&data)).expect("a report");
    let findings = check(&analyze(ARTICLE, &Options::default()), ARTICLE, &published);
    assert!(findings.len() == 1 && findings.iter().all(newsroom::Finding::is_good), "{findings:?}");
    let mut other = analyze(ARTICLE, &Options::default());
    for entry in &mut other.attributions {
        (entry.source, entry.form, entry.medium) = (None, Form::Partial, None);
    }
    let merged = newsroom::merge(other, ARTICLE, published);
    let entry = of(&merged, "nobody");
    assert_eq!((name(&merged, "nobody"), entry.form, entry.status), (before, Form::Indirect, Status::Confirmed));
    assert_eq!(entry.medium, of(&review.for_readers(), "nobody").medium);
}

#[test]
fn what_is_withheld_is_gone_for_readers_and_stays_for_editors() {
    let mut review = review();
    let parts = id(&review, "the spare parts");
    review.edit(&parts, Edit::Withhold, TODAY).expect("an edit");
    let is_there =
        |report: &Report| report.attributions.iter().any(|entry| entry.content.exact.contains("spare parts"));
    assert!(!is_there(&review.for_readers()));
    assert!(!is_there(&reopened(&review).for_readers()));
    let shown = review.for_editors();
    assert_eq!(review.state(&of(&shown, "the spare parts")), State::Withheld);
    review.edit(&parts, Edit::Restore, TODAY).expect("an edit");
    assert_eq!(review.for_readers(), self::review().for_readers(), "nothing was corrected");
    // What was corrected before is so again.
    review.edit(&parts, Edit::Form(Form::Partial), TODAY).expect("an edit");
    review.edit(&parts, Edit::Withhold, TODAY).expect("an edit");
    review.edit(&parts, Edit::Restore, TODAY).expect("an edit");
    let entry = of(&review.for_readers(), "the spare parts");
    assert_eq!((entry.form, entry.status), (Form::Partial, Status::Corrected));
}

#[test]
fn an_attribution_is_added_by_its_words() {
    let mut review = review();
    let words = "about the parts in March";
    let added = review.add(extent(ARTICLE, &format!(" {words},")), TODAY).expect("an attribution");
    review.edit(&added, Edit::Name("Otto Lund".into()), TODAY).expect("an edit");
    for report in [review.for_readers(), reopened(&review).for_readers()] {
        let entry = of(&report, words);
        assert_eq!((entry.form, entry.status), (Form::Indirect, Status::Corrected));
        assert!(is_by_hand(&entry));
        assert_eq!(name(&report, words).as_deref(), Some("Otto Lund"));
        let sources: Vec<_> = report.sources.iter().filter(|it| it.name.as_deref() == Some("Otto Lund")).collect();
        assert_eq!(sources.len(), 1, "the name that the article has is that source");
    }
    assert_eq!(review.add(extent(ARTICLE, words), TODAY), Err(Refusal::Attributed));
    assert_eq!(review.add(extent(ARTICLE, "“The engine is older than I am,”"), TODAY), Err(Refusal::Attributed));
    assert_eq!(review.add(Extent::new(3, 3), TODAY), Err(Refusal::NoWords));
    assert_eq!(review.add(Extent::new(9_000, 9_009), TODAY), Err(Refusal::NoWords));
    review.edit(&added, Edit::Forget, TODAY).expect("an edit");
    assert_eq!(review.for_readers(), self::review().for_readers());
}

#[test]
fn space_and_marks_around_chosen_words_are_no_part_of_them() {
    let text = "Nobody knows why. Behind the mill lies the “long loaf, short day” of stone.\n";
    let (mut review, _) = Review::new(read("", text, &Known::default()).expect("an article"));
    review.add(extent(text, " “long loaf, short day” "), TODAY).expect("an attribution");
    let entry = of(&review.for_readers(), "long");
    assert_eq!(entry.content.exact, "long loaf, short day");
    assert_eq!(entry.form, Form::Direct);
}

#[test]
fn a_value_that_cannot_be_saved_is_refused_and_changes_nothing() {
    let mut review = review();
    let first = id(&review, "The engine");
    let letter = id(&review, "nobody had asked him");
    for (id, edit) in [
        (&first, Edit::Date("last Monday".into())),
        (&first, Edit::Date("2031-13-40".into())),
        (&first, Edit::Link(0, "javascript:alert(1)".into())),
        (&first, Edit::Link(0, "courier.example".into())),
        (&first, Edit::OriginalTitle("Transcript".into())),
        (&first, Edit::Outlet("x".repeat(2_000))),
        (&letter, Edit::Affiliation("Radio Skarn".into())),
        (&"q99".to_owned(), Edit::Confirm),
    ] {
        let refused = review.edit(id, edit.clone(), TODAY).expect_err("a refusal");
        assert!(refused.message().ends_with('.'), "{edit:?}");
        assert!(review.is_saved() && !review.can_undo(), "{edit:?}");
    }
    // What is put right without a word: controls and line ends.
    review.edit(&first, Edit::Outlet(" Radio\n\u{7}Skarn ".into()), TODAY).expect("an edit");
    assert_eq!(of(&review.for_readers(), "The engine").outlet.expect("an outlet").name, "Radio Skarn");
}

#[test]
fn an_empty_value_takes_the_inferred_one_away() {
    let mut review = review();
    let first = id(&review, "The engine");
    for edit in
        [Edit::Outlet(String::new()), Edit::Addressee(String::new()), Edit::Medium(None), Edit::Date(String::new())]
    {
        review.edit(&first, edit, TODAY).expect("an edit");
    }
    let role = |report: &Report| {
        let all = report.sources.iter().find(|source| source.name.as_deref() == Some("Nora Fell"));
        all.and_then(|source| source.role.clone())
    };
    assert_eq!(role(&review.for_readers()).as_deref(), Some("Captain"));
    review.edit(&first, Edit::Role(String::new()), TODAY).expect("an edit");
    review.edit(&first, Edit::Form(Form::Partial), TODAY).expect("an edit");
    assert_eq!((role(&review.for_readers()), role(&reopened(&review).for_readers())), (None, None));
    review.edit(&first, Edit::Name(" ".into()), TODAY).expect("an edit");
    for report in [review.for_readers(), reopened(&review).for_readers()] {
        let entry = of(&report, "The engine");
        assert_eq!((entry.outlet, entry.addressee, entry.medium, entry.date), (None, None, None, None));
        assert_eq!(entry.source, None);
    }
}

#[test]
fn of_an_unnamed_source_no_more_is_said_elsewhere() {
    let text = "“It leaks,” one engineer said.\n“It always did,” one engineer said on Friday.\n";
    let (mut review, _) = Review::new(read("", text, &Known::default()).expect("an article"));
    for words in ["It leaks", "It always did"] {
        let id = id(&review, words);
        review.edit(&id, Edit::Confirm, TODAY).expect("an edit");
    }
    let before = of(&review.for_readers(), "It always did");
    let first = id(&review, "It leaks");
    review.edit(&first, Edit::Kind(SourceKind::AnonymousGroup), TODAY).expect("an edit");
    let report = review.for_readers();
    let kind = |words| {
        let entry = of(&report, words);
        report.sources.iter().find(|source| Some(source.id.as_str()) == entry.speaker()).map(|source| source.kind)
    };
    assert_eq!(kind("It leaks"), Some(SourceKind::AnonymousGroup));
    assert_ne!(kind("It always did"), Some(SourceKind::AnonymousGroup), "{before:?}");
}

#[test]
fn after_the_article_changed_words_are_anchored_anew() {
    let mut review = review();
    let letter = id(&review, "nobody had asked him");
    review.edit(&letter, Edit::Name("Otto Lund".into()), TODAY).expect("an edit");
    review.edit(&letter, Edit::Role("harbour master of Skarn".into()), TODAY).expect("an edit");
    let json = review.to_json();
    let text = ARTICLE.replace("that nobody had asked him", "of a silence that had lasted three years");
    let (mut changed, _) = Review::new(read("", &text, &Known::default()).expect("an article"));
    assert_eq!(changed.open(&json), Ok(vec![]));
    let shown = changed.for_editors();
    assert_eq!(shown.orphans.len(), 1);
    let orphan = shown.orphans[0].id.clone();
    changed.edit(&orphan, Edit::Words(extent(&text, "a silence that had lasted three years")), TODAY).expect("an edit");
    let report = changed.for_readers();
    assert_eq!(report.orphans, []);
    let entry = of(&report, "a silence");
    assert_eq!((entry.id.as_str(), entry.status, entry.was), (orphan.as_str(), Status::Corrected, None));
    assert_eq!(name(&report, "a silence").as_deref(), Some("Otto Lund"));
}

#[test]
fn words_that_changed_are_nobodys_until_confirmed() {
    let mut review = review();
    let first = id(&review, "The engine");
    review.edit(&first, Edit::Confirm, TODAY).expect("an edit");
    let text = ARTICLE.replace("The engine is older than I am", "The engine is much older than I am");
    let (mut changed, _) = Review::new(read("", &text, &Known::default()).expect("an article"));
    changed.open(&review.to_json()).expect("a report");
    let entry = of(&changed.for_editors(), "The engine");
    assert_eq!(changed.state(&entry), State::Changed, "{entry:?}");
    changed.edit(&entry.id, Edit::Confirm, TODAY).expect("an edit");
    let entry = of(&changed.for_editors(), "The engine is much");
    assert_eq!((changed.state(&entry), entry.was), (State::Confirmed, None));
}

#[test]
fn a_bad_file_changes_nothing_and_good_entries_of_a_poor_one_are_kept() {
    let mut review = review();
    let first = id(&review, "The engine");
    review.edit(&first, Edit::Confirm, TODAY).expect("an edit");
    let before = review.to_json();
    for bad in ["", "{", "[]", "{\"version\": 9, \"attributions\": []}", &"[".repeat(99)] {
        let problem = review.open(bad).expect_err("a refusal");
        assert!(!problem.place.is_empty() && !problem.message().is_empty());
        assert_eq!(review.to_json(), before);
    }
    let poor = r#"{"version": 1, "attributions": [
        {"content": {"exact": "The engine is older than I am,"}, "status": "certain", "source": {"name": "<img src=x onerror=alert(1)>"},
         "links": [{"url": "javascript:alert(1)"}, {"url": "https://radio.example/"}], "__proto__": {"a": 1}},
        {"content": {}}, 7,
        {"id": "x", "nested_in": "x", "content": {"exact": "nobody had asked him"}, "status": "withheld"}]}"#;
    let problems = review.open(poor).expect("a report");
    let places: Vec<&str> = problems.iter().map(|problem| problem.place.as_str()).collect();
    for place in [
        "$.attributions[0].status",
        "$.attributions[0].links[0].url",
        "$.attributions[1].content.exact",
        "$.attributions[2]",
        "$.attributions[3].nested_in",
    ] {
        assert!(places.contains(&place), "{place}: {places:?}");
    }
    assert_eq!(review.record().entries.len(), 2);
    assert!(review.undo());
    assert_eq!(review.to_json(), before);
}

#[test]
fn what_the_page_says_itself_is_taken_up() {
    let page = format!(
        "<html lang=en><body><article><p>{}</p></article><script type='application/json' data-who-said>{}</script>",
        ARTICLE.trim_end().replace('\n', "</p><p>"),
        r#"{"version": 1, "attributions": [{"content": {"exact": "nobody had asked him"}, "status": "withheld"}]}"#,
    );
    let (review, problems) = Review::new(read("story.html", &page, &Known::default()).expect("an article"));
    assert_eq!(problems, []);
    assert_eq!(review.state(&of(&review.for_editors(), "nobody")), State::Withheld);
    assert!(review.is_saved() && !review.can_undo());
}

#[test]
fn articles_are_read_as_what_they_are() {
    for (file, content, expected) in [
        ("", "One.\r\nTwo.", Ok("One.\nTwo.")),
        ("", "\u{feff}<p>One.</p><p>Two.", Ok("One.\nTwo.")),
        ("a.html", "One.", Ok("One.")),
        ("a.txt", "<p>One.</p>", Ok("<p>One.</p>")),
        ("", "<3 is no element, and 4 > 3.", Ok("<3 is no element, and 4 > 3.")),
        ("", "   \n", Err(())),
        ("a.html", "<script>x</script>", Err(())),
    ] {
        let read = read(file, content, &Known::default());
        let text = read
            .as_ref()
            .map(|article: &Article| article.text.as_str())
            .map_err(|error| assert!(error.to_string().ends_with('.')));
        assert_eq!(text, expected, "{file} {content:?}");
    }
    assert!(read("", &"a ".repeat(2 << 20), &Known::default()).is_err());
}
