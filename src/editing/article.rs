//! An article as a newsroom gives it: pasted, or as a file of text or HTML.

use crate::Options;
use crate::html::{self, HtmlError};

/// Longest article in bytes. A book has about a million.
pub const LONGEST: usize = 2 << 20;

/// An article to be reviewed.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// Its text; a paragraph a line.
    pub text: String,
    /// What is known of it.
    pub options: Options,
    /// What its page says of its quotations, as JSON: see [`html::Article::scripts`].
    pub scripts: Vec<String>,
}

/// What an editor says of an article beside its text; empty where nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Its date line, as an ISO 8601 date.
    pub published: String,
    /// Who publishes it.
    pub publisher: String,
}

/// Why an article is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ArticleError {
    /// There are no words in it.
    Empty,
    /// It is longer than [`LONGEST`].
    TooLong,
    /// Its markup nests or repeats without bound.
    Html(HtmlError),
}

impl std::fmt::Display for ArticleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => f.write_str("There are no words in it; paste the text of the article, or open its file."),
            Self::TooLong => f.write_str("It has more than two million characters; give one article at a time."),
            Self::Html(error) => write!(f, "Its HTML cannot be read: {error}."),
        }
    }
}

impl std::error::Error for ArticleError {}

/// Reads an article. `name` is the name of its file, empty where it was pasted; `known` wins over what its page says.
///
/// # Errors
/// Where there are no words, too many, or markup without bound.
pub fn read(name: &str, content: &str, known: &Known) -> Result<Article, ArticleError> {
    if content.len() > LONGEST {
        return Err(ArticleError::TooLong);
    }
    let content = content.trim_start_matches('\u{feff}');
    let mut article = if is_html(name, content) {
        let html::Article { text, options, scripts } = html::read(content).map_err(ArticleError::Html)?;
        Article { text, options, scripts }
    } else {
        Article { text: content.replace("\r\n", "\n").replace('\r', "\n"), ..Article::default() }
    };
    if !article.text.contains(char::is_alphanumeric) {
        return Err(ArticleError::Empty);
    }
    for (mine, theirs) in
        [(&mut article.options.published, &known.published), (&mut article.options.publisher, &known.publisher)]
    {
        if !theirs.trim().is_empty() {
            *mine = Some(theirs.trim().to_owned());
        }
    }
    Ok(article)
}

/// HTML by its name or, where the name does not tell, by an element with which it begins.
fn is_html(name: &str, content: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("html" | "htm" | "xhtml" | "xht") => true,
        Some("txt" | "text" | "md") => false,
        _ => begins_with_element(content),
    }
}

fn begins_with_element(content: &str) -> bool {
    let Some(rest) = content.trim_start().strip_prefix('<') else { return false };
    let name = rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '!' || c == '-')).next().unwrap_or("");
    let is_name = name.starts_with("!--")
        || name.eq_ignore_ascii_case("!doctype")
        || name.starts_with(|c: char| c.is_ascii_alphabetic());
    let closes = rest.contains("</") || rest.contains("-->");
    is_name && rest.contains('>') && closes
}
