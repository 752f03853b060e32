//! Who said what, a rule a line. Each case is a text and the attributions in it: form, source mention, words.

#![cfg(not(target_arch = "wasm32"))]

use whosaid::{Block, BlockKind, Options, analyze, text::Span};

/// The attributions of a text, one a line: `form source: words | words`.
fn attributions(text: &str, options: &Options) -> Vec<String> {
    analyze(text, options)
        .attributions
        .iter()
        .map(|attribution| {
            let scalars: Vec<char> = text.chars().collect();
            let words: Vec<String> = attribution
                .content
                .segments
                .iter()
                .map(|extent| scalars[extent.start..extent.end].iter().collect())
                .collect();
            let source = attribution.source.as_ref().map_or("?", |source| source.text.as_str());
            let nested = if attribution.nested_in.is_some() { "> " } else { "" };
            format!("{nested}{} {source}: {}", attribution.form.as_str(), words.join(" | "))
        })
        .collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        // Too few words to tell the language by.
        let options = Options { language: Some("en".into()), ..Options::default() };
        assert_eq!(attributions(text, &options), *expected, "{text}");
    }
}

#[test]
fn orders_of_source_cue_and_content() {
    check(&[
        ("“We lost the key,” Dana Reyes said.", &["direct Dana Reyes: We lost the key,"]),
        ("“We lost the key,” said Dana Reyes.", &["direct Dana Reyes: We lost the key,"]),
        ("Dana Reyes said: “We lost the key.”", &["direct Dana Reyes: We lost the key."]),
        ("Dana Reyes said that they had lost the key.", &["indirect Dana Reyes: they had lost the key"]),
        ("Dana Reyes said they had lost the key.", &["indirect Dana Reyes: they had lost the key"]),
        ("They had lost the key, Dana Reyes said.", &["indirect Dana Reyes: They had lost the key"]),
        ("The key, Dana Reyes said, was lost on Monday.", &["indirect Dana Reyes: The key | was lost on Monday"]),
        ("According to Dana Reyes, the key was lost.", &["indirect Dana Reyes: the key was lost"]),
        ("The key was lost, according to Dana Reyes.", &["indirect Dana Reyes: The key was lost"]),
        ("“Why now?” Dana Reyes asked.", &["direct Dana Reyes: Why now?"]),
        ("“Never!” beamed Dana Reyes.", &["direct Dana Reyes: Never!"]),
        ("“We lost the key.” — Dana Reyes", &["direct Dana Reyes: We lost the key."]),
    ]);
}

#[test]
fn cues_that_interrupt_and_words_that_go_on() {
    check(&[
        ("“We lost,” Reyes said, “the key.”", &["direct Reyes: We lost, | the key."]),
        ("“We lost the key,” Reyes said. “It was dark.”", &["direct Reyes: We lost the key, | It was dark."]),
        ("“We lost the key.\n“It was dark,” Reyes said.", &["direct Reyes: We lost the key. | It was dark,"]),
        (
            "“We lost the key,” Reyes said, adding that it was dark.",
            &["direct Reyes: We lost the key,", "indirect Reyes: it was dark"],
        ),
        ("“We lost,” Reyes said. “We won,” Okafor said.", &["direct Reyes: We lost,", "direct Okafor: We won,"]),
    ]);
}

#[test]
fn sources_behind_appositions_and_modifiers() {
    check(&[
        ("Dana Reyes, a locksmith from Salem, said the key was lost.", &["indirect Dana Reyes: the key was lost"]),
        ("Dana Reyes, who runs the museum, said the key was lost.", &["indirect Dana Reyes: the key was lost"]),
        (
            "People who attended the vigil said the key was lost.",
            &["indirect People who attended the vigil: the key was lost"],
        ),
        (
            "A spokeswoman for the museum said the key was lost.",
            &["indirect A spokeswoman for the museum: the key was lost"],
        ),
        ("Reyes on Monday said the key was lost.", &["indirect Reyes: the key was lost"]),
        (
            "On Monday, an hour before the museum opened, Reyes wrote in a note: “It is lost.”",
            &["direct Reyes: It is lost."],
        ),
        (
            "While the date is unknown, Reyes wrote after the June summit, in part, “It is lost.”",
            &["direct Reyes: It is lost."],
        ),
        (
            "When the museum was shut, Reyes said, the key was lost.",
            &["indirect Reyes: When the museum was shut | the key was lost"],
        ),
        ("On Monday, when the museum opened, Reyes said in a note on the door.", &[]),
        ("After the game, the key was lost, Reyes said.", &["indirect Reyes: After the game, the key was lost"]),
        ("After the game Reyes said the key was lost.", &["indirect Reyes: the key was lost"]),
        ("Reyes called a lawyer and said the key was lost.", &["indirect Reyes: the key was lost"]),
        ("“It is lost,” said Dana A. Reyes, a locksmith.", &["direct Dana A. Reyes: It is lost,"]),
        ("“It is lost,” one official was quoted as saying.", &["direct one official: It is lost,"]),
    ]);
}

#[test]
fn subjects_of_verbs_without_one() {
    check(&[
        (
            "Reyes alluded to the vote during a visit, saying the key was “lost for good.”",
            &["indirect Reyes: the key was “lost for good.”", "> partial Reyes: lost for good."],
        ),
        (
            "Reyes, who was in Salem, did not name anyone, but told aides that the key was lost.",
            &["indirect Reyes: the key was lost"],
        ),
        ("While calling it “a mess,” Reyes paid.", &["partial Reyes: a mess,"]),
        ("That prompted Reyes to laugh and to call it “a mess.”", &["partial Reyes: a mess."]),
        ("Reyes cut into Okafor, calling him “a lock without a key.”", &["partial Reyes: a lock without a key."]),
        ("Reyes mocked what she called the “grand” lock.", &["partial Reyes: grand"]),
        ("The keeper, Dana Reyes, said the key was lost.", &["indirect The keeper, Dana Reyes: the key was lost"]),
        ("Dana Reyes, star of “The Lock,” said no key was lost.", &["indirect Dana Reyes: no key was lost"]),
        ("Dana Reyes (D-N.Y.) said the key was lost.", &["indirect Dana Reyes: the key was lost"]),
        ("“It is lost,” Dana Reyes, the keeper of the lock said.", &["direct Dana Reyes: It is lost,"]),
        ("Reyes less than a week ago last said the key was lost.", &["indirect Reyes: the key was lost"]),
    ]);
}

#[test]
fn passives_particles_and_nouns_like_verbs() {
    check(&[
        ("Reyes was asked by Bo Okafor whether the key was lost.", &["indirect Bo Okafor: whether the key was lost"]),
        ("The lock was described by Reyes as “a joke.”", &["partial Reyes: a joke."]),
        ("“You know, it happens,” Reyes went on.", &["direct Reyes: You know, it happens,"]),
        ("Reyes offered a museum-style retort. “It is lost.”", &["direct Reyes: It is lost."]),
        ("Some 40 percentage points behind, Reyes said the key was lost.", &["indirect Reyes: the key was lost"]),
        ("“We lost it,” Reyes told aides, according to the Harbour Tribune.", &["direct Reyes: We lost it,"]),
        ("The key, according to Reyes, was lost.", &["indirect Reyes: The key | was lost"]),
    ]);
}

#[test]
fn fragments_within_reported_clauses_are_nested() {
    check(&[
        (
            "Reyes said the museum was “beyond careless” with its keys.",
            &["indirect Reyes: the museum was “beyond careless” with its keys", "> partial Reyes: beyond careless"],
        ),
        ("Reyes called the plan “a disgrace.”", &["partial Reyes: a disgrace."]),
        (
            "“Officials tell us that the key was lost,” Reyes said.",
            &["direct Reyes: Officials tell us that the key was lost,", "> indirect Officials: the key was lost"],
        ),
    ]);
}

#[test]
fn what_nobody_said() {
    check(&[
        ("Dana Reyes never said the key was lost.", &[]),
        ("Dana Reyes did not say that the key was lost.", &[]),
        ("Dana Reyes would not say whether the key was lost.", &[]),
        ("Dana Reyes could have said that the key was lost.", &[]),
        ("Dana Reyes left without saying that the key was lost.", &[]),
        ("Dana Reyes stopped short of saying the key was lost.", &[]),
        ("Nobody has said that the key was lost.", &[]),
        ("No one at the museum said “sorry.”", &[]),
        ("None of the guards said the key was lost.", &[]),
        ("If Dana Reyes says the key is lost, they will believe her.", &[]),
        ("Had Reyes said the key was lost, they would have looked.", &[]),
        ("“I never said it was lost,” Reyes said.", &["direct Reyes: I never said it was lost,"]),
        ("Dana Reyes denied saying the key was lost.", &["indirect Dana Reyes: saying the key was lost"]),
        ("No fewer than ten guards said the key was lost.", &["indirect ten guards: the key was lost"]),
        ("Dana Reyes was asked: “Where is it?”", &["direct ?: Where is it?"]),
    ]);
}

#[test]
fn labels_and_those_whom_others_quote() {
    check(&[
        ("Dana Reyes's verdict: “We lost it.”", &["direct Dana Reyes's: We lost it."]),
        ("Dana Reyes, 34, teacher: “I came by bus.”", &["direct Dana Reyes: I came by bus."]),
        ("“It is lost,” the Gazette quoted Dana Reyes as saying.", &["direct Dana Reyes: It is lost,"]),
        ("The museum issued a statement: “We regret the loss.”", &["direct The museum: We regret the loss."]),
        ("Dana Reyes (Salem), a locksmith, said the key was lost.", &["indirect Dana Reyes: the key was lost"]),
        ("Dana Reyes herself said the key was lost.", &["indirect Dana Reyes herself: the key was lost"]),
        (
            "Dana Reyes, whose shop, the Locksmith, burned, said the key was lost.",
            &["indirect Dana Reyes: the key was lost"],
        ),
    ]);
}

#[test]
fn verbs_that_share_a_subject() {
    check(&[
        ("Reyes praised those who left but said, “We lost it.”", &["direct Reyes: We lost it."]),
        (
            "Reyes bristled at the claim that he was guilty of advising Okafor to leave, saying, “I was not there.”",
            &["indirect he: to leave", "direct Reyes: I was not there."],
        ),
        (
            "Reyes suggested the key was lost, called the museum “tired” and left.",
            &["indirect Reyes: the key was lost", "partial Reyes: tired"],
        ),
        (
            "As Reyes spoke, the museum went on, calling the key “an old piece of tin.”",
            &["partial the museum: an old piece of tin."],
        ),
    ]);
}

#[test]
fn what_is_no_speech() {
    check(&[
        ("Holm Civil, the firm that maintains the weir, said it was safe.", &["indirect Holm Civil: it was safe"]),
        ("Reyes did not say that the key was lost.", &[]),
        ("Reyes declined to say whether the key was lost.", &[]),
        ("Ray “Bones” Okafor lost the key.", &[]),
        ("The so-called “tunnel tax” was repealed.", &[]),
        ("The museum bought “The Keeper of the Keys” in May.", &[]),
        ("The statement was three pages long.", &[]),
        ("He sat for the portrait in 1990.", &[]),
    ]);
}

#[test]
fn what_a_clause_leaves_out() {
    check(&[
        ("Reyes told reporters on Monday that the key was lost.", &["indirect Reyes: the key was lost"]),
        ("Reyes told Radio Marsh the key was lost.", &["indirect Reyes: the key was lost"]),
        ("Reyes said in a statement that the key was lost.", &["indirect Reyes: the key was lost"]),
        (
            "Reyes said the key was lost, while Okafor said it was stolen.",
            &["indirect Reyes: the key was lost", "indirect Okafor: it was stolen"],
        ),
        ("Reyes asked whether the key was lost.", &["indirect Reyes: whether the key was lost"]),
        ("Reyes promised to find the key.", &["indirect Reyes: to find the key"]),
        ("Reyes denied having lost the key.", &["indirect Reyes: having lost the key"]),
        ("Reyes expressed confidence that the key would turn up.", &["indirect Reyes: the key would turn up"]),
    ]);
}

#[test]
fn transcripts_and_headlines() {
    check(&[
        (
            "REYES: Where is the key?\nOKAFOR: In the river.\nREYES: Who threw it?\nOKAFOR: I did.",
            &[
                "block REYES: Where is the key?",
                "block OKAFOR: In the river.",
                "block REYES: Who threw it?",
                "block OKAFOR: I did.",
            ],
        ),
        ("Report: Museum lost key to the vault", &["indirect Report: Museum lost key to the vault"]),
        ("Museum lost its key, report says", &["indirect report: Museum lost its key"]),
    ]);
}

#[test]
fn sentences_whose_verb_stands_in_marks() {
    check(&[
        (
            "Reyes said the old lock “is really quite safe.”",
            &["indirect Reyes: the old lock “is really quite safe.”", "> partial Reyes: is really quite safe."],
        ),
        (
            "The old lock “is slowly gaining friends,” Reyes told reporters.",
            &[
                "indirect Reyes: The old lock “is slowly gaining friends,”",
                "> partial Reyes: is slowly gaining friends,",
            ],
        ),
        ("“We lost it,” Reyes said.", &["direct Reyes: We lost it,"]),
        ("The museum was a “fine mess” by June.", &[]),
        ("Reyes opened the “tunnel” in June.", &[]),
    ]);
}

#[test]
fn clauses_after_times_settings_and_asides() {
    check(&[
        ("Reyes said on Friday he met Okafor.", &["indirect Reyes: he met Okafor"]),
        ("Reyes promised on Monday to find the key.", &["indirect Reyes: to find the key"]),
        ("As the Harbour Tribune noted, the key was lost.", &["indirect the Harbour Tribune: the key was lost"]),
        ("The key, Reyes said in an interview, was lost on Monday.", &["indirect Reyes: The key | was lost on Monday"]),
        ("Reyes said he and Okafor differ on the lock.", &["indirect Reyes: he and Okafor differ on the lock"]),
        ("Okafor explained what the key is for.", &["indirect Okafor: what the key is for"]),
        ("“It is lost,” Reyes said in a film that showed the lock.", &["direct Reyes: It is lost,"]),
        ("“Who has the key?” Reyes asked as she left.", &["direct Reyes: Who has the key?"]),
        ("Reyes wrote a book that inspired a film.", &[]),
        ("Both keepers asked not to be named.", &[]),
        ("Officials in the US said the key was lost.", &["indirect Officials in the US: the key was lost"]),
        ("Keeper lost the only key, court told", &[]),
    ]);
}

#[test]
fn subjects_right_after_words_in_marks() {
    check(&[
        ("“It is lost,” said the man known as Bo, speaking in June.", &["direct the man: It is lost,"]),
        ("“It is lost,” the tall, bearded keeper said.", &["direct bearded keeper: It is lost,"]),
        ("“Who has the key?” Reyes asked the keeper.", &["direct Reyes: Who has the key?"]),
        ("“It is lost,” wrote another.", &["direct another: It is lost,"]),
        ("As the keeper, Bo Okafor, put it, “The key is lost.”", &["direct the keeper, Bo Okafor: The key is lost."]),
        (
            "That did not surprise the keeper Bo Okafor: “The key is lost.”",
            &["direct the keeper Bo Okafor: The key is lost."],
        ),
        ("Dana Reyes of Salem, Ohio says the key is lost.", &["indirect Dana Reyes of Salem: the key is lost"]),
    ]);
}

#[test]
fn whom_others_quote_and_whose_words_return() {
    check(&[
        (
            "The Harbour Tribune quoted a keeper as saying that the key was lost.",
            &["indirect a keeper: the key was lost"],
        ),
        ("Her reply read: “The key is lost.”", &["direct Her: The key is lost."]),
        ("“No,” Reyes said when asked whether the key was lost.", &["direct Reyes: No,"]),
        ("Asked whether it was lost, Reyes said: “No.”", &["direct Reyes: No."]),
        ("Asked by Okafor whether it was lost, Reyes left.", &["indirect Okafor: whether it was lost"]),
        (
            "‘We lost the only key’: museum shut\n“We lost the only key,” Dana Reyes said.",
            &["direct Dana Reyes: We lost the only key", "direct Dana Reyes: We lost the only key,"],
        ),
        (
            "It sounds, Dana Reyes wrote in May, like a key in a lock.",
            &["indirect Dana Reyes: It sounds | like a key in a lock"],
        ),
        ("The key is lost, as Dana Reyes noted.", &["indirect Dana Reyes: The key is lost"]),
    ]);
}

#[test]
fn interview_pages() {
    check(&[
        (
            "Harbour Tribune: Where is the key?\nReyes: In the river.\nIt was dark.\nHarbour Tribune: Who threw it?\nReyes: I did.",
            &["block Reyes: In the river. | It was dark.", "block Reyes: I did."],
        ),
        (
            "The keeper, Dana Reyes, lost her key.\nQ: Where is it?\nA: In the river.\nQ: Who threw it?\nA: I did.",
            &["block Dana Reyes: In the river.", "block Dana Reyes: I did."],
        ),
        (
            "Interview by Asha Pell\nPell: Where is it?\nReyes: The mayor said, “It is lost.”\nPell: Really?\nReyes: Yes.",
            &["block Reyes: The mayor said, “It is lost.”", "> direct The mayor: It is lost.", "block Reyes: Yes."],
        ),
    ]);
}

#[test]
fn interviews_without_labels() {
    let questions = [
        "What does a locksmith do all day?",
        "Mostly I wait.\nI read, too.",
        "Do you ever get bored?",
        "Never. The museum said that I should take a holiday, and I laughed.",
        "What would you tell a child who wants your job?",
        "Bring a lamp. I mean it.",
    ];
    let body = questions.join("\n");
    let answers = |source: &str| {
        vec![
            format!("block {source}: Mostly I wait. | I read, too."),
            format!("block {source}: Never. The museum said that I should take a holiday, and I laughed."),
            "> indirect The museum: I should take a holiday".to_owned(),
            format!("block {source}: Bring a lamp. I mean it."),
        ]
    };
    let english = Options { language: Some("en".into()), ..Options::default() };
    // The introduction says who answers, or does not.
    let named = format!("Keys\nDana Reyes talks about locks in an interview.\n{body}\nThe shop is open on Sundays.");
    assert_eq!(attributions(&named, &english), answers("Dana Reyes"));
    let unnamed = format!("Keys\nDana Reyes has a shop in Salem.\n{body}");
    assert_eq!(attributions(&unnamed, &english), answers("?"));
    // Questions that the article answers itself are no interview.
    let explained =
        "Who lost it?\nNobody knows.\nWhere is it?\nIt was in Salem, Dana Reyes said.\nWhy now?\nIt was dark.";
    assert_eq!(attributions(explained, &english), ["indirect Dana Reyes: It was in Salem"]);
}

#[test]
fn blocks_that_the_page_gives() {
    let text = "Reyes wrote on the museum's site:\nThe key is lost.\nWe are sorry.\nWhat is locked stays locked.\n— Ann Oduya, keeper";
    let lines: Vec<Span> = text
        .match_indices('\n')
        .map(|(at, _)| at)
        .chain([text.len()])
        .scan(0, |start, end| {
            let span = Span::new(*start, end);
            *start = end + 1;
            Some(span)
        })
        .collect();
    let kinds = [BlockKind::Paragraph, BlockKind::Quote, BlockKind::Quote, BlockKind::PullQuote, BlockKind::Paragraph];
    let blocks = lines.iter().zip(kinds).map(|(&span, kind)| Block { span, kind }).collect();
    let options = Options { blocks, ..Options::default() };
    assert_eq!(attributions(text, &options), ["block Reyes: The key is lost. | We are sorry."]);
}

#[test]
fn a_block_of_one_mark_says_nothing() {
    let text = "“";
    let blocks = vec![Block { span: Span::new(0, text.len()), kind: BlockKind::Quote }];
    let options = Options { blocks, ..Options::default() };
    assert!(attributions(text, &options).is_empty());
}

#[test]
fn other_marks_and_scripts() {
    check(&[
        ("'We lost the key,' Dana Reyes said.", &["direct Dana Reyes: We lost the key,"]),
        ("‘We lost the lads’ key,’ Dana Reyes said.", &["direct Dana Reyes: We lost the lads’ key,"]),
        ("«We lost the key,» Dana Reyes said.", &["direct Dana Reyes: We lost the key,"]),
        ("👩‍🚀 “We lost the ke\u{301}y,” Dana Reyes said. שלום", &["direct Dana Reyes: We lost the ke\u{301}y,"]),
    ]);
}

#[test]
fn every_rule_is_explained() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
    let texts = std::fs::read_dir(folder).expect(folder).filter_map(|entry| {
        let path = entry.ok()?.path();
        (path.extension()? == "txt").then(|| std::fs::read_to_string(path).expect("an article"))
    });
    for text in texts {
        for attribution in analyze(&text, &Options::default()).attributions {
            let known = whosaid::attribution::RULES.iter().any(|(name, _)| *name == attribution.rule);
            assert!(known, "{} is not among the rules", attribution.rule);
        }
    }
}
