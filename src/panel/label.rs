//! Words for the page's own buttons, and citations: plain text.

use super::chain::find;
use super::date::{date_in_words, day_in_words};
use super::messages::Messages;
use super::template::say;
use super::view::{pieces, visible};
use super::{ArticleText, Lang};
use crate::report::{Attribution, Basis, Form, Report, SourceKind};

/// The accessible name of a mark's button: the essentials ("Who said this? Ada Quill, to The Courier").
pub fn mark_label(report: &Report, attribution: &Attribution, lang: Lang) -> String {
    let messages = lang.messages();
    let mut label = String::from(messages.who_said_this());
    label.push(' ');
    label.push_str(&speaker(report, attribution, messages));
    label
}

/// The essentials for a look at a mark and for its note in print: whose words; then role, form, medium, outlet and date as
/// far as they are known. Each is to stand in an element of its own, isolated in direction.
pub fn essentials(report: &Report, entry: &Attribution, lang: Lang) -> Vec<String> {
    let messages = lang.messages();
    let source = entry.speaker().and_then(|id| find(report, id));
    let known = [
        source.and_then(|source| source.role.as_deref()),
        Some(messages.form(entry.form)),
        entry.medium.as_ref().map(|medium| messages.medium(medium.kind)),
        entry.outlet.as_ref().map(|outlet| outlet.name.as_str()),
    ];
    let mut essentials = vec![speaker(report, entry, messages)];
    essentials.extend(known.into_iter().flatten().filter(|words| !words.is_empty()).map(str::to_owned));
    essentials.extend(stated_date(report, entry, messages));
    essentials
}

/// The date in words, unless it is inferred.
fn stated_date(report: &Report, entry: &Attribution, messages: Messages) -> Option<String> {
    let date = entry.date.as_ref().filter(|date| date.basis != Basis::Inferred)?;
    date_in_words(&date.edtf, report.article.published.as_deref(), messages)
}

/// The heading of the overview, which is the name of the button that opens it as well.
pub fn launcher_label(lang: Lang) -> &'static str {
    lang.messages().voices()
}

/// The heading of the notes in print, and what is said of all that the newsroom did not look at.
pub fn notes_heading(lang: Lang) -> [&'static str; 2] {
    let messages = lang.messages();
    [messages.notes(), messages.identified_automatically()]
}

/// A citation as plain text: the words, whose they are, when, and the article they stand in.
///
/// Only what the article states or the newsroom entered goes in, beside the source; none for an unknown id.
pub fn citation(report: &Report, article: &ArticleText, id: &str, lang: Lang) -> Option<String> {
    let (words, whose) = cited(report, article, id, lang)?;
    Some([&words, " — ", &whose].concat())
}

/// Subject and text of a mail about a mistake in an attribution; none for an unknown id.
pub fn mistake(report: &Report, article: &ArticleText, id: &str, lang: Lang) -> Option<[String; 2]> {
    let headline = report.article.headline.as_deref().unwrap_or("");
    let subject = [lang.messages().report_mistake(), ": ", headline].concat();
    Some([subject, citation(report, article, id, lang)?])
}

/// The same as HTML: a quotation, or a paragraph where the words are the article's own, and a line about them.
pub fn citation_markup(report: &Report, article: &ArticleText, id: &str, lang: Lang) -> Option<String> {
    let (words, whose) = cited(report, article, id, lang)?;
    let quoted = words.starts_with('“');
    let mut markup = String::from("<figure>");
    markup.push_str(if quoted { "<blockquote><p>" } else { "<p>" });
    escape(&mut markup, &words);
    markup.push_str(if quoted { "</p></blockquote>" } else { "</p>" });
    markup.push_str("<figcaption>— ");
    escape(&mut markup, &whose);
    markup.push_str("</figcaption></figure>");
    Some(markup)
}

fn escape(markup: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '<' => markup.push_str("&lt;"),
            '&' => markup.push_str("&amp;"),
            '"' => markup.push_str("&quot;"),
            _ => markup.push(c),
        }
    }
}

/// The words in their marks; whose they are, when, and where they stand.
fn cited(report: &Report, article: &ArticleText, id: &str, lang: Lang) -> Option<(String, String)> {
    let messages = lang.messages();
    let entry = visible(report).find(|entry| entry.id == id)?;
    let pieces = pieces(article, entry);
    let words = match entry.form {
        Form::Indirect => pieces.join(" "),
        _ => ["“", &pieces.join("” “"), "”"].concat(),
    };
    let mut whose = speaker(report, entry, messages);
    let published = report.article.published.as_deref();
    if let Some(date) = stated_date(report, entry, messages) {
        whose.push_str(", ");
        whose.push_str(&date);
    }
    let known = &report.article;
    let date = published.map(|date| day_in_words(date, messages));
    let parts = [known.headline.as_deref(), known.publisher.as_deref(), date.as_deref(), known.url.as_deref()];
    let mut between = [". ", messages.quoted_in(), ": "].concat();
    for part in parts.into_iter().flatten().filter(|part| !part.is_empty()) {
        whose.push_str(&between);
        whose.push_str(part);
        between = ", ".to_owned();
    }
    Some((words, whose))
}

/// The source, and whom it told where that is known.
fn speaker(report: &Report, entry: &Attribution, messages: Messages) -> String {
    let source = entry.speaker().and_then(|id| find(report, id));
    let name = match source {
        None => messages.unclear(),
        Some(source) if source.kind == SourceKind::Unattributed => messages.nobody_named(),
        Some(source) => {
            let name = source.name.as_deref().or(source.label.as_deref()).filter(|name| !name.trim().is_empty());
            name.unwrap_or(messages.kind(source.kind))
        }
    };
    let addressee = entry.addressee.as_ref().filter(|addressee| !addressee.name.is_empty());
    match addressee {
        Some(addressee) if source.is_some() => {
            say(messages.told_to(), &[name, addressee.affiliation.as_deref().unwrap_or(&addressee.name)])
        }
        _ => name.to_owned(),
    }
}
