//! Showing an article of the user's own in the demonstration page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use scraper::{ElementRef, Html, Node, Selector};

/// Where the article stands in the page.
const BEGIN: &str = "<!-- article -->";
const END: &str = "<!-- /article -->";
/// Longer files are refused: a browser would choke on the page, not on the widget.
const LONGEST: u64 = 20_000_000;
/// Elements that act, fetch or frame; what an article says is in none of them.
const DROPPED: [&str; 17] = [
    "style", "link", "meta", "base", "iframe", "frame", "object", "embed", "template", "img", "picture", "video",
    "audio", "source", "svg", "form", "noscript",
];

/// Reads the file and gives it as HTML for the inside of an article element.
pub fn read(file: &Path) -> Result<String> {
    let about = fs::metadata(file).with_context(|| format!("the article {} cannot be read", file.display()))?;
    if !about.is_file() {
        bail!("the article {} is no file: name one of plain text or HTML", file.display());
    }
    if about.len() > LONGEST {
        bail!("the article {} is longer than {LONGEST} bytes", file.display());
    }
    let bytes = fs::read(file).with_context(|| format!("the article {} cannot be read", file.display()))?;
    to_html(&bytes, is_named_html(file)).with_context(|| format!("the article {}", file.display()))
}

/// Puts an article into the page, in the marked place.
pub fn put_into(page: &str, article: &str) -> Result<String> {
    let place = page.find(BEGIN).zip(page.rfind(END)).and_then(|(begin, end)| {
        let (before, rest) = page.split_at_checked(begin + BEGIN.len())?;
        Some((before, rest.get(end.checked_sub(before.len())?..)?))
    });
    let Some((before, after)) = place else {
        bail!("the page has no place for an article: `{BEGIN}` … `{END}`");
    };
    Ok(format!("{before}\n{article}\n{after}"))
}

fn is_named_html(file: &Path) -> bool {
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ["html", "htm", "xhtml"].iter().any(|name| extension.eq_ignore_ascii_case(name))
}

fn to_html(bytes: &[u8], named_html: bool) -> Result<String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => bail!("is not UTF-8 (byte {}): save it as UTF-8", error.valid_up_to()),
    };
    if let Some((place, _)) = text.char_indices().find(|(_, character)| is_binary(*character)) {
        bail!("is no text: a control character stands at byte {place}");
    }
    if text.trim().is_empty() {
        bail!("is empty");
    }
    let beginning: String = text.trim_start().chars().take(9).collect::<String>().to_lowercase();
    if named_html || beginning.starts_with("<!doctype") || beginning.starts_with("<html") {
        from_html(text)
    } else {
        Ok(from_text(text))
    }
}

fn is_binary(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\r' | '\t' | '\u{c}' | '\u{80}'..='\u{9f}')
}

/// Paragraphs are divided by empty lines; where there are none, every line is one.
fn from_text(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let lines: Vec<&str> = text.trim().lines().map(str::trim).collect();
    let paragraphs: Vec<String> = if lines.iter().any(|line| line.is_empty()) {
        lines.split(|line| line.is_empty()).map(|lines| lines.join(" ")).filter(|text| !text.is_empty()).collect()
    } else {
        lines.into_iter().map(str::to_owned).collect()
    };
    let mut html = String::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let name = if index == 0 && is_headline(paragraph) { "h1" } else { "p" };
        html.push_str(&format!("<{name}>{}</{name}>\n", escape(paragraph)));
    }
    html
}

/// A short first line that does not end like a sentence.
fn is_headline(paragraph: &str) -> bool {
    paragraph.chars().count() <= 140 && !paragraph.ends_with(['.', '!', '”', '"', ':', ','])
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The inside of the page's only `article`, else of its body, without anything that acts.
fn from_html(text: &str) -> Result<String> {
    let mut html = Html::parse_document(text);
    let dropped: Vec<_> = html.tree.nodes().filter(|node| is_dropped(node.value())).map(|node| node.id()).collect();
    for id in dropped {
        if let Some(mut node) = html.tree.get_mut(id) {
            node.detach();
        }
    }
    for node in html.tree.values_mut() {
        if let Node::Element(element) = node {
            element.attrs.retain(|(name, value)| !acts(&name.local, value));
        }
    }
    let only = |selector: &str| -> Option<String> {
        let selector = Selector::parse(selector).ok()?;
        let mut found = html.select(&selector);
        let first: ElementRef<'_> = found.next()?;
        found.next().is_none().then(|| first.inner_html())
    };
    let Some(inside) = only("article").or_else(|| only("body")).filter(|inside| !inside.trim().is_empty()) else {
        bail!("has nothing in its body");
    };
    Ok(inside)
}

fn is_dropped(node: &Node) -> bool {
    match node {
        Node::Element(element) if element.name() == "script" => {
            // Data about the article is no program: the widget reads it.
            !matches!(element.attr("type"), Some("application/json" | "application/ld+json"))
        }
        Node::Element(element) => DROPPED.contains(&element.name()),
        Node::Comment(_) => true,
        _ => false,
    }
}

/// Handlers, styles and addresses that run something. Control characters and white space in an address hide nothing.
fn acts(name: &str, value: &str) -> bool {
    let scheme: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(11).collect();
    name.starts_with("on")
        || matches!(name, "style" | "src" | "srcset" | "srcdoc")
        || (name == "id" && value == "article")
        || scheme.eq_ignore_ascii_case("javascript:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_becomes_escaped_paragraphs() {
        let html = to_html("A fox & a hen\n\n\"<Hm>,\" she said.\nThen left.\n".as_bytes(), false).unwrap();
        assert_eq!(html, "<h1>A fox &amp; a hen</h1>\n<p>\"&lt;Hm&gt;,\" she said. Then left.</p>\n");
    }

    #[test]
    fn every_line_is_a_paragraph_where_no_line_is_empty() {
        assert_eq!(to_html(b"One.\r\nTwo.", false).unwrap(), "<p>One.</p>\n<p>Two.</p>\n");
    }

    #[test]
    fn html_keeps_its_body_and_loses_what_acts() {
        let page = "<!doctype html><title>T</title><body onload='a()'><p style='x'>One <b onclick=b()>two</b></p>\
            <script>c()</script><script type='application/ld+json'>{}</script><a href=' java\nscript:d()'>x</a>\
            <a href='https://example.org/'>y</a><img src=z onerror=e()>";
        let html = to_html(page.as_bytes(), false).unwrap();
        assert_eq!(
            html,
            "<p>One <b>two</b></p><script type=\"application/ld+json\">{}</script><a>x</a>\
             <a href=\"https://example.org/\">y</a>"
        );
    }

    #[test]
    fn the_only_article_is_taken() {
        let page = "<body><nav>menu</nav><article><p>Text</p></article>";
        assert_eq!(to_html(page.as_bytes(), true).unwrap(), "<p>Text</p>");
    }

    #[test]
    fn bad_files_are_refused_with_the_reason() {
        let reason = |bytes: &[u8]| to_html(bytes, false).unwrap_err().to_string();
        assert!(reason(b"  \n").contains("empty"));
        assert!(reason(b"ab\xff").contains("byte 2"));
        assert!(reason(b"ab\0c").contains("byte 2"));
        assert!(to_html(b"<body></body>", true).unwrap_err().to_string().contains("nothing"));
        assert!(format!("{:#}", read(Path::new("no/such/file")).unwrap_err()).contains("no/such/file"));
    }

    #[test]
    fn the_article_stands_in_the_marked_place() {
        let page = "<article><!-- article -->old<!-- /article --></article>";
        let expected = "<article><!-- article -->\nnew\n<!-- /article --></article>";
        assert_eq!(put_into(page, "new").unwrap(), expected);
        assert!(put_into("<article></article>", "new").is_err());
        assert!(put_into("<!-- /article --><!-- article -->", "new").is_err());
    }
}
