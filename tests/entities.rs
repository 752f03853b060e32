//! Who is who, a rule a line. Each case is a text and its sources: the mention, then the name, the label in brackets, or
//! `?` with the candidates where the article does not make it clear.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used)] // Helpers of tests.

use whosaid::{Options, Report, analyze};

fn name(report: &Report, id: &str) -> String {
    let source = report.sources.iter().find(|source| source.id == id).expect(id);
    source.name.clone().unwrap_or_else(|| format!("({})", source.label.as_deref().unwrap_or_default()))
}

/// The sources of a text's attributions, in their order.
fn sources(text: &str) -> Vec<String> {
    let report = analyze(text, &Options::default());
    let known = |source: &whosaid::report::SourceRef| source.source.as_ref().map(|id| name(&report, id));
    let source = |attribution: &whosaid::report::Attribution| match &attribution.source {
        Some(source) if source.source.is_some() => {
            format!("{} = {}", source.text, known(source).unwrap_or_default())
        }
        _ => {
            let others: Vec<String> = attribution.candidates.iter().filter_map(known).collect();
            format!("? {}", others.join(" / ")).trim_end().to_owned()
        }
    };
    report.attributions.iter().map(source).collect()
}

fn check(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, sources(text), expected))
        .filter(|(_, found, expected)| found != *expected)
        .map(|(text, found, expected)| format!("{text}\n   found    {found:?}\n   expected {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn short_forms_mean_the_full_name() {
    check(&[
        ("Ana Reyes opened the lido. “It is cold,” Reyes said.", &["Reyes = Ana Reyes"]),
        ("“It is cold,” Reyes said. The mayor, Ana Reyes, went first.", &["Reyes = Ana Reyes"]),
        ("Ana Reyes opened the lido. “It is cold,” Ana said.", &["Ana = Ana Reyes"]),
        ("Ana Reyes Soto opened the lido. “It is cold,” Reyes said.", &["Reyes = Ana Reyes Soto"]),
        ("Ana Reyes Soto opened the lido. “It is cold,” Reyes Soto said.", &["Reyes Soto = Ana Reyes Soto"]),
        (
            "Joris van der Velde opened the lido. “It is cold,” van der Velde said.",
            &["van der Velde = Joris van der Velde"],
        ),
        ("Sana al-Masri opened the lido. “It is cold,” al-Masri said.", &["al-Masri = Sana al-Masri"]),
        ("Tran Minh Duc opened the lido. “It is cold,” Mr. Tran said.", &["Mr. Tran = Tran Minh Duc"]),
        ("President Oh Min-seo opened the lido. “It is cold,” President Oh said.", &["President Oh = Oh Min-seo"]),
        ("Sir Colin Farr opened the lido. “It is cold,” Sir Colin said.", &["Sir Colin = Colin Farr"]),
        ("J. K. Okafor opened the lido. “It is cold,” JK Okafor said.", &["JK Okafor = J. K. Okafor"]),
        ("Ana M. Reyes opened the lido. “It is cold,” Ana Reyes said.", &["Ana Reyes = Ana M. Reyes"]),
        ("Anders Lund left. “It is cold,” A. Lund wrote.", &["A. Lund = Anders Lund"]),
        ("Ana “Nan” Reyes opened the lido. “It is cold,” Nan Reyes said.", &["Nan Reyes = Ana “Nan” Reyes"]),
        ("Kate Bishop opened the lido. “It is cold,” Bishop said.", &["Bishop = Kate Bishop"]),
        ("Tom Law opened the lido. It was noon. “It is cold,” Law said.", &["Law = Tom Law"]),
        ("Dean Okafor opened the lido. “It is cold,” Okafor said.", &["Okafor = Dean Okafor"]),
        ("Their brother Sami Haddad left. “It is cold,” his friend Sami said.", &["his friend Sami = Sami Haddad"]),
    ]);
}

#[test]
fn bodies_and_their_short_forms() {
    check(&[
        (
            "The Harbour Protection Agency shut the lido. “It is cold,” the HPA said.",
            &["the HPA = Harbour Protection Agency"],
        ),
        ("The Lund Water Trust (LuWa) shut the lido. “It is cold,” LuWa said.", &["LuWa = Lund Water Trust"]),
        ("The Harbour Board shut the lido. “It is cold,” the board said.", &["the board = Harbour Board"]),
        (
            "The Harbour Board shut the lido. “It is cold,” said a spokeswoman for the board.",
            &["a spokeswoman for the board = Harbour Board"],
        ),
        ("The Reyes-backed Lido Alliance said it was cold.", &["The Reyes-backed Lido Alliance = Lido Alliance"]),
    ]);
}

#[test]
fn places_and_peoples_are_no_speakers() {
    check(&[
        ("Ana Reyes of Lund said it was cold.", &["Ana Reyes of Lund = Ana Reyes"]),
        ("Rep. Bo Okafor of North Ardwick said it was cold.", &["Rep. Bo Okafor of North Ardwick = Bo Okafor"]),
        ("Bo Okafor of the Harbour Board said it was cold.", &["Bo Okafor of the Harbour Board = Bo Okafor"]),
        ("“It is cold,” said a Lund Lutheran.", &["a Lund Lutheran = (a Lund Lutheran)"]),
        (
            "“It is cold,” said the former CEO of Lund Foods.",
            &["the former CEO of Lund Foods = (the former CEO of Lund Foods)"],
        ),
    ]);
}

#[test]
fn two_of_one_name() {
    check(&[
        // Nothing decides.
        ("Ana Farr and John Farr own the mill. “It turns,” Farr said.", &["? John Farr / Ana Farr"]),
        // The article has used the last name for one of them.
        (
            "Ana Farr owns the mill. Farr built it. Her son, John Farr, sweeps it. “It turns,” Farr said.",
            &["Farr = Ana Farr"],
        ),
        // The form of address decides.
        ("Ms. Ana Farr and Mr. John Farr own the mill. “It turns,” Ms. Farr said.", &["Ms. Farr = Ana Farr"]),
        ("Bo Okafor Sr. and Bo Okafor Jr. left. “It is cold,” Okafor Jr. said.", &["Okafor Jr. = Bo Okafor Jr."]),
        // Whoever is called so throughout is not the relative with a full name at the end.
        (
            "The mill was built by Farr. It was sold by Farr.\nIt stands in Lund.\nIt is old.\nIt is tall.\nIt is red.\nIt is loud.\nIt turns.\n\
             Ana Farr sweeps it.\nIt is clean.\n“It turns,” Farr said.",
            &["Farr = Farr"],
        ),
    ]);
}

#[test]
fn pronouns() {
    check(&[
        ("Ana Reyes left. “It is cold,” she said.", &["she = Ana Reyes"]),
        ("Mr. Okafor met Ms. Reyes. “It is cold,” she said.", &["she = Reyes"]),
        ("Mr. Okafor met Ms. Reyes. “It is cold,” he said.", &["he = Okafor"]),
        ("Bo Okafor left. Ana Reyes watched. Okafor shivered. “It is cold,” he said.", &["he = Bo Okafor"]),
        // "his" is Reyes, so "she" is not.
        ("Dan Reyes annoyed Kim Vale with his questions about her. “It is cold,” she said.", &["she = Kim Vale"]),
        // The subject of the main clause, not of the clause before.
        ("When Bo Okafor arrived, Dan Reyes dived. “It is cold,” he said.", &["he = Dan Reyes"]),
        // A sentence without a person as its subject is about its object.
        ("Bo Okafor left. It was noon. The prize went to Dan Reyes. “It is cold,” he said.", &["he = Dan Reyes"]),
        // A name before a noun is not whom the sentence is about.
        ("Dan Reyes swam past the Okafor stand. “It is cold,” he said.", &["he = Dan Reyes"]),
        // Who asks, and who stands before the subject, is not whom the sentence is about.
        (
            "Asked by Dan Reyes whether it was cold, Bo Okafor shivered. “It is,” he said.",
            &["Dan Reyes = Dan Reyes", "he = Bo Okafor"],
        ),
        ("Bo Okafor gave evidence. In a letter to Dan Reyes, he said it was cold.", &["he = Bo Okafor"]),
        // Who does something to him is another.
        ("Bo Okafor dived. Ana Reyes thanked him. “It is cold,” she said.", &["she = Ana Reyes"]),
        // Nobody speaks of himself by name, nor as "he".
        ("Bo Okafor met Dan Reyes. “Okafor was late,” he said.", &["? Dan Reyes / Bo Okafor"]),
        ("“He told me, ‘Go home,’” Dan Reyes said.", &["Dan Reyes = Dan Reyes", "?"]),
        ("Dan Reyes said Bo Okafor was late. “He swam,” he said.", &["Dan Reyes = Dan Reyes", "he = Dan Reyes"]),
    ]);
}

#[test]
fn several_and_none() {
    check(&[
        ("Ana Reyes and Bo Okafor said it was cold.", &["Ana Reyes and Bo Okafor = Ana Reyes and Bo Okafor"]),
        ("Officials left. “It is cold,” they said.", &["they = (Officials)"]),
        ("“They say, ‘Go home,’” said Ana Reyes of Lund Foods.", &["Ana Reyes of Lund Foods = Ana Reyes", "?"]),
    ]);
}

#[test]
fn descriptions() {
    check(&[
        ("Ana Reyes, a welder, left. “It is cold,” the welder said.", &["the welder = Ana Reyes"]),
        ("Mayor Ana Reyes left. Bo Okafor watched. “It is cold,” the mayor said.", &["the mayor = Ana Reyes"]),
        ("Sen. Ana Reyes left. “It is cold,” the senator said.", &["the senator = Ana Reyes"]),
        ("The assailant, Bo Okafor, said it was cold.", &["The assailant, Bo Okafor = Bo Okafor"]),
        ("The mayor, Ana Reyes, said it was cold.", &["The mayor, Ana Reyes = Ana Reyes"]),
        ("A welder left. “It is cold,” the welder said.", &["the welder = (A welder)"]),
        ("A welder in Lund, Ana Reyes, said it was cold.", &["A welder in Lund, Ana Reyes = Ana Reyes"]),
        ("Her nephew and manager, Bo Okafor, said it was cold.", &["Her nephew and manager, Bo Okafor = Bo Okafor"]),
        ("Their cousin, the singer Ana Reyes, said it was cold.", &["Their cousin = Ana Reyes"]),
        (
            "A welder in Lund, North Ardwick, said it was cold.",
            &["A welder in Lund, North Ardwick = (A welder in Lund, North Ardwick)"],
        ),
        // The name comes first or last.
        (
            "The vicar left. “It is cold,” the vicar said. The vicar, the Rev. Bo Okafor, came back.",
            &["the vicar = Bo Okafor"],
        ),
        ("Bo Okafor came with his sister, Ana Reyes. “It is cold,” his sister said.", &["his sister = Ana Reyes"]),
        (
            "Bo Okafor left. Dan Vale came with his sister, Ana Reyes. “It is cold,” Okafor’s sister said.",
            &["Okafor’s sister = (Okafor’s sister)"],
        ),
        // His wife is not hers.
        ("Bo Okafor came with his aide. Ana Reyes left. “It is cold,” her aide said.", &["her aide = (her aide)"]),
        // What she writes are her words; another paper speaks for itself.
        ("Ana Reyes left. “It is cold,” her statement said.", &["her = Ana Reyes"]),
        ("Ana Reyes left. “It is cold,” her report said.", &["her report = (her report)"]),
        // The minister of another country.
        (
            "The prime minister of Lund said it was cold. Foreign Minister Ana Reyes left.",
            &["The prime minister of Lund = (The prime minister of Lund)"],
        ),
        // Another committee.
        (
            "The Harbour Committee met. “It is cold,” the drafting committee said.",
            &["the drafting committee = drafting committee"],
        ),
    ]);
}

#[test]
fn bodies_called_by_a_common_noun() {
    check(&[
        ("Corvane Foods closed a mill in Lund. The company said it was old.", &["The company = Corvane Foods"]),
        ("The Harbour Herald printed the letter. “It is genuine,” the paper said.", &["the paper = Harbour Herald"]),
        ("“It is old,” the company said.", &["the company = company"]),
        (
            "The Harbour Alliance wants no part of it. A spokesman said in a statement that it was old.",
            &["A spokesman = Harbour Alliance"],
        ),
        ("A vet in Market Lund, Bo Okafor, said it was old.", &["A vet in Market Lund, Bo Okafor = Bo Okafor"]),
        ("The vicar, the Rev Ifan Oduya, said it was old.", &["The vicar, the Rev Ifan Oduya = Ifan Oduya"]),
        (
            "“Is it old?” Bo Okafor asked Dana Reyes. “It is,” she replied.",
            &["Bo Okafor = Bo Okafor", "she = Dana Reyes"],
        ),
    ]);
}

#[test]
fn kinds_of_sources() {
    for (text, expected) in [
        ("Ana Reyes said it was cold.", "person_named"),
        ("The mayor said it was cold.", "person_by_office"),
        ("The lido’s manager said it was cold.", "person_by_office"),
        ("A lifeguard said it was cold.", "anonymous_person"),
        ("“It is cold,” said a steward.", "anonymous_person"),
        ("One of the swimmers said it was cold.", "anonymous_person"),
        ("Two officials said it was cold.", "anonymous_group"),
        ("Some said it was cold.", "anonymous_group"),
        ("The Harbour Board said it was cold.", "institution"),
        ("The ministry said it was cold.", "institution"),
        ("A spokeswoman said it was cold.", "institution"),
        ("Police said it was cold.", "institution"),
        ("Two detectives said it was cold.", "anonymous_group"),
        ("The airport said it was cold.", "institution"),
        ("The Lund Herald reported that it was cold.", "news_outlet"),
        ("A study found that it was cold.", "document"),
        ("“It is cold,” @lundlido wrote.", "account"),
        ("“It is cold,” the crowd chanted.", "crowd_or_poll"),
    ] {
        let report = analyze(text, &Options::default());
        let kinds: Vec<&str> = report.sources.iter().map(|source| source.kind.as_str()).collect();
        assert!(kinds.contains(&expected), "{text}: {kinds:?}");
    }
}
