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

/// The name of the button that opens the overview.
pub fn launcher_label(lang: Lang) -> &'static str {
    lang.messages().voices()
}

/// A citation as plain text: the words, whose they are, when, and the article they stand in.
///
/// Only what the article states or the newsroom entered goes in, beside the source; none for an unknown id.
pub fn citation(report: &Report, article: &ArticleText, id: &str, lang: Lang) -> Option<String> {
    let messages = lang.messages();
    let entry = visible(report).find(|entry| entry.id == id)?;
    let pieces = pieces(article, entry);
    let mut cited = match entry.form {
        Form::Indirect => pieces.join(" "),
        _ => ["“", &pieces.join("” “"), "”"].concat(),
    };
    cited.push_str(" — ");
    cited.push_str(&speaker(report, entry, messages));
    let published = report.article.published.as_deref();
    let date = entry.date.as_ref().filter(|date| date.basis != Basis::Inferred);
    if let Some(date) = date.and_then(|date| date_in_words(&date.edtf, published, messages)) {
        cited.push_str(", ");
        cited.push_str(&date);
    }
    let known = &report.article;
    let date = published.map(|date| day_in_words(date, messages));
    let parts = [known.headline.as_deref(), known.publisher.as_deref(), date.as_deref(), known.url.as_deref()];
    let place: Vec<&str> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    if !place.is_empty() {
        cited.push_str(". ");
        cited.push_str(messages.quoted_in());
        cited.push_str(": ");
        cited.push_str(&place.join(", "));
    }
    Some(cited)
}

/// The source, and whom it told where that is known.
fn speaker(report: &Report, entry: &Attribution, messages: Messages) -> String {
    let link = entry.source.as_ref();
    let source = link.and_then(|link| find(report, &link.source));
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
