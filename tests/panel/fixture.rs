//! A report written by hand, on an article of our own: every form, kind and status once.

use std::rc::Rc;
use whosaid::panel::ArticleText;
use whosaid::report::*;
use whosaid::vocabulary::Terms;

pub const TEXT: &str = include_str!("article.txt");

pub fn article() -> Rc<ArticleText> {
    Rc::new(ArticleText::new(TEXT))
}

/// Where `words` stand in the article.
fn at(words: &str) -> Extent {
    let byte = TEXT.find(words).unwrap_or_else(|| panic!("not in the article: {words}"));
    let start = TEXT[..byte].chars().count();
    Extent::new(start, start + words.chars().count())
}

/// Where `words` stand within `sentence`.
fn within(sentence: &str, words: &str) -> Extent {
    let start = at(sentence).start + sentence[..sentence.find(words).expect("within")].chars().count();
    Extent::new(start, start + words.chars().count())
}

fn source(id: &str, name: Option<&str>, kind: SourceKind, role: Option<&str>) -> Source {
    let (name, role) = (name.map(str::to_owned), role.map(str::to_owned));
    Source { id: id.into(), name, label: None, kind, role, mentions: Vec::new() }
}

fn unnamed(id: &str, label: &str, kind: SourceKind) -> Source {
    Source { label: Some(label.into()), ..source(id, None, kind, None) }
}

fn mention(id: &str, at: Extent) -> SourceRef {
    let text = article().words(at).to_owned();
    SourceRef { source: Some(id.into()), start: Some(at.start), end: Some(at.end), text, basis: Basis::Stated }
}

fn cue(at: Extent) -> Option<Cue> {
    Some(Cue { start: at.start, end: at.end, text: article().words(at).into(), lemma: String::new() })
}

fn hop(agent: &str, act: &str, medium: Option<MediumKind>, basis: Basis) -> Hop {
    Hop { agent: agent.into(), act: act.into(), medium, basis }
}

fn entry(id: &str, form: Form, content: Extent, source: Option<SourceRef>, route: Route) -> Attribution {
    let exact = article().words(content).to_owned();
    let content =
        Content { start: content.start, end: content.end, segments: vec![content], exact, ..Content::default() };
    let act = if form == Form::Indirect { "paraphrases" } else { "quotes" };
    let first = source.iter().filter_map(|link| link.source.as_deref()).map(|id| hop(id, "said", None, Basis::Stated));
    let chain = first.chain([hop(ARTICLE_AGENT, act, None, Basis::Stated)]).collect();
    Attribution {
        id: id.into(),
        form,
        nested_in: None,
        content,
        source,
        candidates: Vec::new(),
        cue: None,
        addressee: None,
        medium: None,
        outlet: None,
        date: Some(Date { edtf: "[..2031-05-04]".into(), basis: Basis::Inferred, at: None }),
        route,
        chain,
        links: Vec::new(),
        missing: Vec::new(),
        confidence: 0.9,
        status: Status::Inferred,
        rule: String::new(),
        terms: None,
        original: None,
        confirmed_on: None,
        was: None,
    }
}

fn medium(kind: MediumKind, basis: Basis, at: Option<Extent>) -> Option<Medium> {
    Some(Medium { kind, basis, at })
}

fn outlet(name: &str, basis: Basis, at: Option<Extent>) -> Option<Outlet> {
    Some(Outlet { name: name.into(), basis, at })
}

pub fn report() -> Rc<Report> {
    let article = ArticleInfo {
        url: Some("https://gazette.example/harbour".into()),
        headline: Some("Harbour dredging to stop after flood report".into()),
        published: Some("2031-05-04".into()),
        publisher: Some("The Saltmarsh Gazette".into()),
    };
    let attributions = [first(), middle(), last()].concat();
    let generator = "written by hand".into();
    Rc::new(Report {
        version: VERSION,
        generator,
        language: "en".into(),
        sources_unread: false,
        article,
        sources: sources(),
        attributions,
        orphans: Vec::new(),
    })
}

fn sources() -> Vec<Source> {
    vec![
        source("quill", Some("Ada Quill"), SourceKind::PersonNamed, Some("the harbour master")),
        source("port", Some("The port authority"), SourceKind::Institution, None),
        source("calder", Some("Ines Calder"), SourceKind::PersonNamed, Some("Transport Minister")),
        source("clear", Some("Clear Water"), SourceKind::Account, Some("the campaign group")),
        source("courier", Some("The Courier"), SourceKind::NewsOutlet, None),
        unnamed("inspectors", "Inspectors", SourceKind::AnonymousGroup),
        unnamed("official", "one official", SourceKind::AnonymousPerson),
        unnamed("filing", "A court filing", SourceKind::Document),
        unnamed("memo", "a leaked memo", SourceKind::Document),
        unnamed("deputy", "The deputy mayor", SourceKind::PersonByOffice),
        source("poll", Some("Tidewater Polls"), SourceKind::CrowdOrPoll, None),
        unnamed("crowd", "residents", SourceKind::CrowdOrPoll),
        source("nordkyst", Some("Nordkyst"), SourceKind::NewsOutlet, Some("the news agency")),
        source("saying", None, SourceKind::Unattributed, None),
        unnamed("engineer", "The engineer", SourceKind::PersonByOffice),
    ]
}

fn first() -> Vec<Attribution> {
    let whole = at(
        "The dredging stops tonight,” Ada Quill, the harbour master, told the Gazette on Saturday. “Nobody will start it again before the wall is measured.",
    );
    let mut quill = entry("q1", Form::Direct, whole, Some(mention("quill", at("Ada Quill"))), Route::OwnInterview);
    quill.content.segments =
        vec![at("The dredging stops tonight,"), at("Nobody will start it again before the wall is measured.")];
    quill.cue = cue(at("told"));
    quill.addressee = Some(Addressee {
        name: "the Gazette".into(),
        affiliation: None,
        basis: Basis::Stated,
        at: Some(at("the Gazette")),
    });
    quill.medium = medium(MediumKind::Interview, Basis::Inferred, None);
    quill.date = Some(Date { edtf: "2031-05-03".into(), basis: Basis::Stated, at: Some(at("on Saturday")) });

    let mut port = entry(
        "q2",
        Form::Indirect,
        at("no ship would be turned away"),
        Some(mention("port", at("The port authority"))),
        Route::Statement,
    );
    port.cue = cue(at("said in a statement"));
    port.medium = medium(MediumKind::Statement, Basis::Stated, Some(at("in a statement")));
    port.missing = vec![Missing::NoLink, Missing::NoDate];

    let mut calder = entry(
        "q3",
        Form::Direct,
        at("We were told the wall would hold for ninety years. I would like to know by whom."),
        Some(mention("calder", at("Ines Calder"))),
        Route::InterviewOtherOutlet,
    );
    calder.cue = cue(within("Ines Calder said", "said"));
    calder.addressee = Some(Addressee {
        name: "Bo Lind".into(),
        affiliation: Some("Radio Sund".into()),
        basis: Basis::Stated,
        at: Some(at("to Bo Lind on Radio Sund")),
    });
    calder.medium =
        medium(MediumKind::BroadcastInterview, Basis::Stated, Some(at("Speaking to Bo Lind on Radio Sund")));
    calder.outlet = outlet("Radio Sund", Basis::Stated, Some(at("Radio Sund")));
    calder.chain = vec![
        hop("calder", "said", Some(MediumKind::BroadcastInterview), Basis::Stated),
        hop(ARTICLE_AGENT, "quotes", None, Basis::Stated),
    ];
    calder.missing = vec![
        Missing::NoLink,
        Missing::NoDate,
        Missing::ProgrammeUnnamed,
        Missing::QuestionAbsent,
        Missing::TranscriptSourceAbsent,
    ];

    let mut clear = entry(
        "q4",
        Form::Block,
        at("Forty fish kills in one spring. Ask who signed the permit."),
        Some(mention("clear", at("the campaign group Clear Water"))),
        Route::SocialPost,
    );
    // Two lines of one post: nothing interrupts them.
    clear.content.segments = vec![at("Forty fish kills in one spring."), at("Ask who signed the permit.")];
    clear.cue = cue(at("posted"));
    clear.medium = medium(MediumKind::SocialPost, Basis::Stated, Some(at("posted on Plume")));
    clear.outlet = outlet("Plume", Basis::Stated, Some(at("Plume")));
    clear.date = Some(Date { edtf: "2031-05-02".into(), basis: Basis::Inferred, at: Some(at("On Friday")) });
    clear.chain = vec![
        hop("clear", "posted", Some(MediumKind::SocialPost), Basis::Stated),
        hop(ARTICLE_AGENT, "quotes", None, Basis::Stated),
    ];
    clear.links = vec![
        Link { url: "https://plume.example/clearwater/771".into(), text: "posted".into(), at: Some(at("posted")) },
        Link { url: "javascript:alert(1)".into(), text: "Plume".into(), at: None },
    ];
    vec![quill, port, calder, clear]
}

fn middle() -> Vec<Attribution> {
    let told = |basis| {
        vec![
            hop("inspectors", "told", Some(MediumKind::Interview), basis),
            hop("courier", "published", Some(MediumKind::NewsReport), Basis::Stated),
            hop(ARTICLE_AGENT, "quotes", None, Basis::Stated),
        ]
    };
    let mut courier = entry(
        "q5",
        Form::Direct,
        at(
            "Inspectors tell us that the figures were changed after they had signed. We have seen two versions of the same page.",
        ),
        Some(mention("courier", at("The Courier"))),
        Route::SecondhandViaOutlet,
    );
    courier.cue = cue(at("wrote"));
    courier.medium = medium(MediumKind::NewsReport, Basis::Stated, Some(at("first reported the story")));
    courier.outlet = outlet("The Courier", Basis::Stated, Some(at("The Courier")));
    courier.date =
        Some(Date { edtf: "[2031-05-01..2031-05-04]".into(), basis: Basis::Inferred, at: Some(at("on Thursday")) });
    courier.chain = told(Basis::Inferred);
    courier.missing = vec![
        Missing::NoLink,
        Missing::NoExactDate,
        Missing::SecondHand,
        Missing::AnonymousOrigin,
        Missing::AnonymityReasonAbsent,
        Missing::SourceCountAbsent,
        Missing::SourcePositionAbsent,
    ];

    let mut inspectors = entry(
        "q6",
        Form::Indirect,
        at("the figures were changed after they had signed"),
        Some(mention("inspectors", at("Inspectors"))),
        Route::SecondhandViaOutlet,
    );
    inspectors.nested_in = Some("q5".into());
    inspectors.cue = cue(at("tell us that"));
    inspectors.addressee = Some(Addressee {
        name: "The Courier".into(),
        affiliation: None,
        basis: Basis::Inferred,
        at: Some(within("Inspectors tell us", "us")),
    });
    inspectors.outlet = outlet("The Courier", Basis::Stated, Some(at("The Courier")));
    inspectors.chain = told(Basis::Stated);
    inspectors.missing = vec![Missing::SecondHand, Missing::Anonymous, Missing::AnonymityReasonAbsent];

    let mut official = entry(
        "q7",
        Form::Direct,
        at("They moved the gauge, not the water,"),
        Some(mention("official", at("one official"))),
        Route::SecondhandViaOutlet,
    );
    official.cue = cue(at("was quoted as saying"));
    official.outlet = outlet("The Courier", Basis::Inferred, None);
    official.chain = vec![
        hop("official", "said", None, Basis::Stated),
        hop("courier", "quoted", Some(MediumKind::NewsReport), Basis::Inferred),
        hop(ARTICLE_AGENT, "quotes", None, Basis::Stated),
    ];
    official.missing = vec![Missing::SecondHand, Missing::QuotingOutletUnnamed, Missing::Anonymous, Missing::NoDate];

    let mut filing = entry(
        "q8",
        Form::Partial,
        at("beyond economic repair"),
        Some(mention("filing", at("A court filing"))),
        Route::CourtOrOfficialDocument,
    );
    filing.cue = cue(at("describes"));
    filing.medium = medium(MediumKind::CourtFiling, Basis::Stated, Some(at("A court filing")));
    filing.missing = vec![Missing::DocumentAbsent, Missing::Fragment];

    let mut memo = entry(
        "q9",
        Form::Partial,
        at("a second spring without a working gate"),
        Some(mention("memo", at("a leaked memo from the ministry"))),
        Route::LeakedDocument,
    );
    memo.cue = cue(at("warns of"));
    memo.status = Status::Corrected;
    memo.confirmed_on = Some("2031-05-05".into());
    memo.terms = Some(Terms::Background);
    memo.original = Some(Original {
        text: "The pumps will hold until March. We face a second spring with no working gate, and a third is likely. \
               Nothing has been ordered."
            .into(),
        title: Some("Memo of 14 April".into()),
        url: Some("https://ministry.example/memo".into()),
    });
    memo.medium = medium(MediumKind::Letter, Basis::Newsroom, None);
    memo.date = Some(Date { edtf: "2031-04".into(), basis: Basis::Newsroom, at: None });
    memo.missing = vec![Missing::DocumentAbsent, Missing::TruncatedStart];

    let mut deputy = entry(
        "q10",
        Form::Partial,
        at("nothing is decided"),
        Some(mention("deputy", at("The deputy mayor"))),
        Route::EventOrPressConference,
    );
    deputy.cue = cue(within("The deputy mayor told reporters", "told reporters"));
    deputy.addressee = Some(Addressee {
        name: "reporters".into(),
        affiliation: None,
        basis: Basis::Stated,
        at: Some(at("reporters")),
    });
    deputy.status = Status::Confirmed;
    deputy.confirmed_on = Some("2031-05-05".into());
    deputy.was = Some("nothing has been decided".into());
    deputy.links = vec![Link { url: "https://town.example/minutes".into(), text: String::new(), at: None }];
    vec![courier, inspectors, official, filing, memo, deputy]
}

fn last() -> Vec<Attribution> {
    let mut poll = entry(
        "q11",
        Form::Indirect,
        at("Two in three residents want the works to stop"),
        Some(mention("poll", at("a survey by Tidewater Polls"))),
        Route::Unknown,
    );
    poll.cue = cue(at("found"));
    poll.medium = medium(MediumKind::Survey, Basis::Stated, Some(at("a survey")));
    poll.missing = vec![Missing::NoLink, Missing::NoDate, Missing::NoVenueStated];

    let crowd = entry(
        "q12",
        Form::Direct,
        at("Open the gates!"),
        Some(mention("crowd", within("residents chanted", "residents"))),
        Route::EventOrPressConference,
    );

    let mut agency = entry(
        "q13",
        Form::Indirect,
        at("the works have cost 41 million crowns so far"),
        Some(mention("nordkyst", at("Nordkyst, the news agency"))),
        Route::Agency,
    );
    agency.cue = cue(at("According to"));

    let mut unclear = entry("q14", Form::Direct, at("It was always going to be us who paid,"), None, Route::Unknown);
    unclear.cue = cue(within("she said afterwards", "she said"));
    unclear.candidates = vec![
        mention("calder", within("Calder and Quill met", "Calder")),
        mention("quill", within("Calder and Quill met", "Quill")),
    ];
    unclear.missing = vec![Missing::NoVenueStated];

    let mut saying = entry("q15", Form::Direct, at("The sea keeps its own books,"), None, Route::Unknown);
    saying.source = Some(SourceRef {
        source: Some("saying".into()),
        start: None,
        end: None,
        text: String::new(),
        basis: Basis::Inferred,
    });
    saying.chain = Vec::new();

    let mut withheld = entry(
        "q16",
        Form::Indirect,
        at("blamed the weather"),
        Some(mention("engineer", at("The engineer"))),
        Route::Unknown,
    );
    withheld.status = Status::Withheld;
    vec![poll, crowd, agency, unclear, saying, withheld]
}
