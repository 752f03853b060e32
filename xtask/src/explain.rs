//! `cargo xtask explain FILE`: for each attribution of an article the rule that made it, the words it was read from, how
//! sure it is, and what lost.

use std::fmt::Write;
use std::path::Path;
use whosaid::analyze;
use whosaid::attribution::{RULES, begins_attribution, cues};
use whosaid::html::{self, Article};
use whosaid::report::{Attribution, Basis, Report, Source, SourceRef};
use whosaid::syntax::Reading;
use whosaid::text::Span;

const HELP: &str = "\
Explains who said what in an article, plain text or HTML.

Usage: cargo xtask explain FILE...

For each attribution: the rule that made it and how sure it is, the words that each field was read from with their place
(Unicode scalar values), and what lost: other people it may mean, and other cues of its sentences.";

/// Runs the command.
pub fn run(arguments: impl Iterator<Item = std::ffi::OsString>) -> Result<(), String> {
    let files: Vec<_> = arguments.collect();
    if files.is_empty() || files.iter().any(|file| file == "--help" || file == "-h") {
        println!("{HELP}");
        return Ok(());
    }
    for file in &files {
        print!("{}", explain(&article(Path::new(file))?));
    }
    Ok(())
}

fn article(path: &Path) -> Result<Article, String> {
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = std::fs::read_to_string(path).map_err(|error| failed(&error))?;
    let is_html = path.extension().is_some_and(|kind| kind == "html" || kind == "htm");
    match is_html || text.trim_start().starts_with('<') {
        true => html::read(&text).map_err(|error| failed(&error)),
        false => Ok(Article { text, ..Article::default() }),
    }
}

/// The explanation of all attributions of an article.
fn explain(article: &Article) -> String {
    let report = analyze(&article.text, &article.options);
    let reading = Reading::new(&article.text, &article.options, &report.language, begins_attribution);
    // Where each scalar value begins, to find the places of the report in the text.
    let starts: Vec<usize> =
        article.text.char_indices().map(|(at, _)| at).chain(std::iter::once(article.text.len())).collect();
    let explained =
        report.attributions.iter().map(|each| Explained { each, report: &report, reading: &reading, starts: &starts });
    explained.map(|explained| explained.text()).collect::<Vec<_>>().join("\n")
}

struct Explained<'a> {
    each: &'a Attribution,
    report: &'a Report,
    reading: &'a Reading<'a>,
    starts: &'a [usize],
}

impl Explained<'_> {
    fn text(&self) -> String {
        let each = self.each;
        let mut out = String::new();
        let means = RULES.iter().find(|(name, _)| *name == each.rule).map_or("", |(_, means)| means);
        let nested = each.nested_in.as_ref().map_or(String::new(), |outer| format!(", within {outer}"));
        let _ = writeln!(
            out,
            "{} {}{nested}: {} ({:.2}): {means}",
            each.id,
            each.form.as_str(),
            each.rule,
            each.confidence
        );
        let _ = writeln!(out, "  words     {} [{}..{}]", each.content.exact, each.content.start, each.content.end);
        if let Some(cue) = &each.cue {
            let _ = writeln!(out, "  cue       {} [{}..{}], a form of “{}”", cue.text, cue.start, cue.end, cue.lemma);
        }
        match &each.source {
            Some(source) if source.source.is_some() => {
                let _ = writeln!(out, "  source    {}", self.source(source));
            }
            _ => out.push_str("  source    not clear from the article\n"),
        }
        let fields = [
            each.addressee.as_ref().map(|a| ("addressee", a.name.clone(), a.basis, a.at)),
            each.medium.as_ref().map(|m| ("medium", m.kind.as_str().to_owned(), m.basis, m.at)),
            each.outlet.as_ref().map(|o| ("outlet", o.name.clone(), o.basis, o.at)),
            each.date.as_ref().map(|d| ("date", d.edtf.clone(), d.basis, d.at)),
        ];
        for (field, value, basis, at) in fields.into_iter().flatten() {
            let at = at.map_or(String::new(), |at| {
                format!(", from “{}” [{}..{}]", self.words(at.start, at.end), at.start, at.end)
            });
            let _ = writeln!(out, "  {field:<9} {value}, {}{at}", basis_word(basis));
        }
        for candidate in &each.candidates {
            let _ = writeln!(out, "  lost      {}", self.name(candidate));
        }
        for (cue, subject) in self.lost_cues() {
            let of = subject.map_or("nobody".to_owned(), |subject| {
                format!("“{}”", self.reading.text.get(subject.start..subject.end).unwrap_or(""))
            });
            let _ = writeln!(out, "  lost      the cue “{}” of {of}", cue.of(self.reading.text));
        }
        out
    }

    /// The other cues of the sentences that the attribution is read from.
    fn lost_cues(&self) -> Vec<(Span, Option<Span>)> {
        let cue = self.each.cue.as_ref().map(|cue| self.span(cue.start, cue.end));
        let words = self.span(self.each.content.start, self.each.content.end);
        let place = cue.map_or(words, |cue| cue.cover(words));
        cues(self.reading, place).into_iter().filter(|&(other, _)| Some(other) != cue).collect()
    }

    fn source(&self, reference: &SourceRef) -> String {
        let mention = match (reference.start, reference.end) {
            (Some(start), Some(end)) => format!(", from “{}” [{start}..{end}]", reference.text),
            _ => String::new(),
        };
        format!("{}, {}{mention}", self.name(reference), basis_word(reference.basis))
    }

    fn name(&self, reference: &SourceRef) -> String {
        let source: Option<&Source> =
            self.report.sources.iter().find(|source| Some(&source.id) == reference.source.as_ref());
        source.map_or(String::new(), |source| {
            let name = source.name.as_deref().or(source.label.as_deref()).unwrap_or("unnamed");
            format!("{name} ({})", source.kind.as_str())
        })
    }

    fn words(&self, start: usize, end: usize) -> &str {
        self.span(start, end).of(self.reading.text)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let at = |scalar: usize| self.starts.get(scalar).copied().unwrap_or(self.reading.text.len());
        Span::new(at(start), at(end))
    }
}

fn basis_word(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated",
        Basis::Inferred => "inferred",
        Basis::Newsroom => "entered by the newsroom",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_the_rule_the_words_and_what_lost() {
        let text = "“We looked,” Dana Reyes said, adding that Bo Okafor was sorry.".to_owned();
        let options = whosaid::Options { language: Some("en".into()), ..whosaid::Options::default() };
        let explained = explain(&Article { text, options, ..Article::default() });
        let lines: Vec<&str> = explained.lines().map(str::trim_end).collect();
        for line in [
            "q1 direct: cue-after (0.95): words in marks, and right after them who said them",
            "  cue       said [24..28], a form of “say”",
            "  source    Dana Reyes (person_named), stated, from “Dana Reyes” [13..23]",
            "  lost      the cue “adding” of “Dana Reyes”",
        ] {
            assert!(lines.contains(&line), "{line}\n in \n{explained}");
        }
    }
}
