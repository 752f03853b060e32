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

/// What a look at a mark shows before its panel is opened: whose words, and what they are.
pub fn preview(report: &Report, attribution: &Attribution, lang: Lang) -> [String; 2] {
    let messages = lang.messages();
    let source = attribution.speaker().and_then(|id| find(report, id));
    let mut about = String::new();
    for words in [source.and_then(|source| source.role.as_deref()), Some(messages.form(attribution.form))] {
        let Some(words) = words.filter(|words| !words.is_empty()) else { continue };
        if !about.is_empty() {
            about.push_str(" · ");
        }
        about.push_str(words);
    }
    [speaker(report, attribution, messages), about]
}

/// The name of the button that opens the overview.
pub fn launcher_label(lang: Lang) -> &'static str {
    lang.messages().voices()
}

/// A citation as plain text: the words, whose they are, when, and the article they stand in.
///
/// Only what the article states or the newsroom entered goes in, beside the source; none for an unknown id.
pub fn citation(report: &Report, article: &ArticleText, id: &str, lang: Lang) -> Option<String> {
    let (words, whose) = cited(report, article, id, lang)?;
    Some([&words, " — ", &whose].concat())
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
    let date = entry.date.as_ref().filter(|date| date.basis != Basis::Inferred);
    if let Some(date) = date.and_then(|date| date_in_words(&date.edtf, published, messages)) {
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
