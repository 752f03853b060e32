//! What an HTML element means to somebody who reads an article: shared by the page and the command line.
//!
//! Decided from the element alone (name, attributes) and the kind of block around it, so that both readers find the same
//! text in the same markup. What only a browser knows (computed style) comes on top there.

use crate::options::BlockKind;
use std::borrow::Cow;

/// Where an article is looked for, best first. Of several matches of one selector, the one with most text outside links;
/// a match with less than a fifth of the text of the richest selector's is passed over (it is a teaser).
pub const ARTICLE_SELECTORS: [&str; 6] =
    ["article:has([itemprop~=articleBody])", "[itemprop~=articleBody]", "article", "main", "[role=main]", "body"];

/// Where a page gives its date line, beside JSON-LD and the article's own `<time>`: elements, best first, each with the
/// attribute that says it; empty for its words.
pub const DATES: &[(&str, &str)] = &[
    ("meta[property='article:published_time'],meta[itemprop~=datePublished]", "content"),
    ("[itemprop~=datePublished][datetime]", "datetime"),
    ("meta[name='article:published_time'],meta[name=date],meta[name=pubdate],meta[name='publish-date']", "content"),
    ("meta[name='parsely-pub-date']", "content"),
    ("time[pubdate]", "datetime"),
];

/// The same for the publisher.
pub const PUBLISHERS: &[(&str, &str)] = &[
    ("meta[property='og:site_name'],meta[name='og:site_name']", "content"),
    ("[itemprop~=publisher] meta[itemprop~=name]", "content"),
    ("[itemprop~=publisher] [itemprop~=name]", ""),
];

/// The same for the headline.
pub const HEADLINES: &[(&str, &str)] =
    &[("[itemprop~=headline]", ""), ("h1", ""), ("meta[property='og:title'],meta[name='og:title']", "content")];

/// Words with one space between them; none where there are none.
pub fn folded(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Whether it begins with a day, as dates for machines do.
pub fn is_dated(text: &str) -> bool {
    let is_in_place = |(at, byte): (usize, &u8)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() };
    text.as_bytes().get(..10).is_some_and(|day| day.iter().enumerate().all(is_in_place))
}

/// What an element means to somebody who reads an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// No part of the article, nor is anything inside it.
    Skip,
    /// By its name or class no part of the article (related links, advertisements): to be left out, unless it holds most
    /// of the article's text, for then the class lies.
    Doubtful,
    /// The words in it belong to a block of their own, of this kind.
    Block(BlockKind),
    /// The words in it run on in the line.
    Inline,
    /// The line breaks here (`<br>`).
    LineBreak,
    /// The page shows quotation marks around it that stand in no text node (`<q>`): [`quotation_marks`].
    Quotation,
}

/// The role of an element with the lower-case name `tag`, inside a block of kind `outer`.
///
/// `attribute` gives the value of an attribute, if the element has it; it is asked for few, and only where they matter.
pub fn role<'a>(tag: &str, outer: BlockKind, attribute: impl Fn(&str) -> Option<Cow<'a, str>>) -> Role {
    if SKIPPED.contains(&tag) || SKIPPED_AMP.contains(&tag) || is_hidden(&attribute) {
        return Role::Skip;
    }
    let by_tag = match tag {
        "br" => Role::LineBreak,
        "q" => Role::Quotation,
        "h1" => Role::Block(BlockKind::Headline),
        "h2" | "h3" | "h4" | "h5" | "h6" => Role::Block(BlockKind::Heading),
        "blockquote" => Role::Block(BlockKind::Quote),
        "bsky-embed" => Role::Block(BlockKind::Post),
        "figcaption" | "caption" => Role::Block(BlockKind::Caption),
        "aside" => Role::Doubtful,
        // Under a block quotation a footer says whose it is; under an article it holds what comes after.
        "footer" | "address" if outer == BlockKind::Paragraph => Role::Doubtful,
        _ if BLOCKS.contains(&tag) => Role::Block(BlockKind::Paragraph),
        _ => Role::Inline,
    };
    match by_attributes(tag, by_tag, &attribute).unwrap_or(by_tag) {
        Role::Block(kind) => Role::Block(within(outer, kind)),
        role => role,
    }
}

/// The kind of a block of kind `inner` inside one of kind `outer`: a paragraph of a block quotation is quoted.
fn within(outer: BlockKind, inner: BlockKind) -> BlockKind {
    match (outer, inner) {
        (BlockKind::Quote, BlockKind::Post | BlockKind::PullQuote) => inner,
        (BlockKind::Paragraph, _) => inner,
        _ => outer,
    }
}

/// Elements of which nothing is read.
const SKIPPED: &[&str] = &[
    "audio", "button", "canvas", "datalist", "dialog", "embed", "form", "frame", "head", "iframe", "input", "link",
    "map", "math", "menu", "meta", "meter", "nav", "noscript", "object", "option", "progress", "rp", "rt", "script",
    "select", "style", "svg", "template", "textarea", "title", "video", "who-said",
];

/// The same, of pages made for AMP.
const SKIPPED_AMP: &[&str] =
    &["amp-ad", "amp-consent", "amp-embed", "amp-sidebar", "amp-social-share", "amp-sticky-ad"];

/// Elements that begin and end a block.
const BLOCKS: &[&str] = &[
    "address", "article", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "footer",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "search", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
];

/// Whether the markup itself hides it from sight.
fn is_hidden<'a>(attribute: &impl Fn(&str) -> Option<Cow<'a, str>>) -> bool {
    let styled = |style: Cow<'a, str>| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    attribute("hidden").is_some()
        || attribute("data-who-said").is_some()
        || attribute("aria-hidden").is_some_and(|value| value == "true")
        || attribute("style").is_some_and(styled)
}

/// What role, class and microdata say of an element, where they say more than its name.
fn by_attributes<'a>(tag: &str, by_tag: Role, attribute: &impl Fn(&str) -> Option<Cow<'a, str>>) -> Option<Role> {
    if let Some(role) = attribute("role").as_deref().and_then(by_aria) {
        return Some(role);
    }
    let class = attribute("class").unwrap_or_default();
    let tokens = || class.split_ascii_whitespace();
    if tokens().any(|token| HIDDEN_CLASSES.contains(&token)) {
        return Some(Role::Skip);
    }
    let block = matches!(by_tag, Role::Block(_) | Role::Doubtful);
    if tag == "sup" && tokens().any(|token| token == "reference") {
        return Some(Role::Skip);
    }
    if !block {
        return None;
    }
    if tokens().any(|token| POST_CLASSES.contains(&token)) {
        return Some(Role::Block(BlockKind::Post));
    }
    if tokens().any(is_pull_quote) {
        return Some(Role::Block(BlockKind::PullQuote));
    }
    let plain = by_tag == Role::Block(BlockKind::Paragraph) && tag != "article" && tag != "main";
    let named = |name: &str| attribute(name).is_some_and(|name| is_beside_article(&name));
    if plain && (tokens().any(is_beside_article) || ["id", "data-component", "data-testid"].into_iter().any(named)) {
        return Some(Role::Doubtful);
    }
    tokens().any(|token| is_among("caption", &parted(token))).then_some(Role::Block(BlockKind::Caption))
}

fn by_aria(role: &str) -> Option<Role> {
    match role {
        "doc-pullquote" => Some(Role::Block(BlockKind::PullQuote)),
        "heading" => Some(Role::Block(BlockKind::Heading)),
        "navigation" | "search" | "dialog" | "alertdialog" | "menu" | "menubar" | "toolbar" | "button" | "tablist"
        | "tooltip" | "doc-noteref" => Some(Role::Skip),
        "complementary" | "banner" | "contentinfo" | "form" => Some(Role::Doubtful),
        _ => None,
    }
}

/// Classes that stand for text which is there for screen readers alone.
const HIDDEN_CLASSES: &[&str] = &[
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader-text",
    "screen-reader-only",
    "u-hidden",
    "is-hidden",
    "a11y-hidden",
    "element-invisible",
];

/// Classes by which networks mark a post that a page embeds as text.
const POST_CLASSES: &[&str] = &[
    "twitter-tweet",
    "twitter-video",
    "bluesky-embed",
    "mastodon-embed",
    "mastodon-status",
    "instagram-media",
    "tiktok-embed",
    "fb-post",
    "text-post-media",
    "reddit-embed-bq",
    "reddit-card",
    "telegram-post",
];

fn is_pull_quote(token: &str) -> bool {
    let plain: String = token.chars().filter(|c| c.is_ascii_alphabetic()).collect::<String>().to_ascii_lowercase();
    plain.contains("pullquote") || plain.contains("pulledquote")
}

/// Words of a class or another name, and pairs of them, that name what stands beside an article.
const BESIDE: &str = "ad ads advert advertisement advertising also author authors bio block-query breadcrumb \
    breadcrumbs byline comment commentlist comments cookie disqus donate donation interstitial latest-posts links \
    most-read most-viewed mostread newsletter outbrain paygate popular post-embed promo read-next recirc recirculation \
    recommended recommendations related relatedposts see-alsos share sharedaddy sharing sidebar sign-up signup sponsored \
    subscribe subscription taboola tag-list tags teaser teasers toolbar topics trending";

/// "has-sidebar" and "no-ads" speak of something else than the element itself.
const OF_ANOTHER: &str = "has with without no is js hide show";

/// Whether a name ("article__related-links", "RelatedLinks_root__x1") is that of something that stands beside an article.
fn is_beside_article(token: &str) -> bool {
    let name = parted(token);
    let mut before = "";
    if is_among(name.split(' ').next().unwrap_or_default(), OF_ANOTHER) {
        return false;
    }
    name.split(' ').any(|word| {
        let pair = [before, "-", word].concat();
        before = word;
        is_among(word, BESIDE) || is_among(&pair, BESIDE)
    })
}

fn is_among(word: &str, words: &str) -> bool {
    words.split(' ').any(|other| other == word)
}

/// The words of a name, in small letters with a space between them: they end at its signs, and before a capital that
/// follows a small letter. One that follows a digit is of a name that a program made up ("k3Ad").
fn parted(token: &str) -> String {
    let mut name = String::new();
    let mut small = false;
    for c in token.chars() {
        if !c.is_ascii_alphanumeric() || small && c.is_ascii_uppercase() {
            name.push(' ');
        }
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        }
        small = c.is_ascii_lowercase();
    }
    name
}

/// The attribute of an element that says where its words lead to, or come from.
pub fn address_attribute(tag: &str) -> Option<&'static str> {
    match tag {
        "a" => Some("href"),
        "q" | "blockquote" => Some("cite"),
        _ => None,
    }
}

/// The marks that browsers draw around a `<q>` at `depth` (0: outermost) in a page of this language.
pub fn quotation_marks(language: &str, depth: usize) -> (char, char) {
    let primary = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let [outer, inner] = match primary.as_str() {
        "de" | "cs" | "sk" | "sl" | "is" | "lt" | "bg" => [('„', '“'), ('‚', '‘')],
        "fr" | "pt" | "no" | "nb" | "nn" | "el" => [('«', '»'), ('‘', '’')],
        "es" | "it" | "ca" => [('«', '»'), ('“', '”')],
        "ru" | "uk" => [('«', '»'), ('„', '“')],
        "pl" | "ro" | "hu" => [('„', '”'), ('«', '»')],
        "sv" | "fi" => [('”', '”'), ('’', '’')],
        "ar" => [('”', '“'), ('’', '‘')],
        "ja" => [('「', '」'), ('『', '』')],
        _ => [('“', '”'), ('‘', '’')],
    };
    if depth.is_multiple_of(2) { outer } else { inner }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The role of an element written as an opening tag, in running text.
    fn role_of(element: &str) -> Role {
        role_in(element, BlockKind::Paragraph)
    }

    fn role_in(element: &str, outer: BlockKind) -> Role {
        let inner = element.trim_start_matches('<').trim_end_matches('>');
        let (tag, rest) = inner.split_once(' ').unwrap_or((inner, ""));
        let value = |name: &str| {
            let at = format!(" {rest}");
            let (_, after) = at.split_once(&format!(" {name}"))?;
            Some(Cow::Owned(after.strip_prefix("='").and_then(|v| v.split('\'').next()).unwrap_or_default().to_owned()))
        };
        role(tag, outer, value)
    }

    #[test]
    fn elements() {
        use BlockKind::{Caption, Heading, Headline, Paragraph, Post, PullQuote, Quote};
        for (element, expected) in [
            ("<p>", Role::Block(Paragraph)),
            ("<em>", Role::Inline),
            ("<time>", Role::Inline),
            ("<br>", Role::LineBreak),
            ("<q>", Role::Quotation),
            ("<script>", Role::Skip),
            ("<nav>", Role::Skip),
            ("<who-said>", Role::Skip),
            ("<details data-who-said>", Role::Skip),
            ("<p hidden>", Role::Skip),
            ("<span aria-hidden='true'>", Role::Skip),
            ("<p aria-hidden='false'>", Role::Block(Paragraph)),
            ("<p style='display: none'>", Role::Skip),
            ("<span class='sr-only'>", Role::Skip),
            ("<sup class='reference'>", Role::Skip),
            ("<sup>", Role::Inline),
            ("<h1>", Role::Block(Headline)),
            ("<h3>", Role::Block(Heading)),
            ("<div role='heading'>", Role::Block(Heading)),
            ("<div role='navigation'>", Role::Skip),
            ("<blockquote>", Role::Block(Quote)),
            ("<blockquote class='twitter-tweet'>", Role::Block(Post)),
            ("<div class='fb-post'>", Role::Block(Post)),
            ("<aside class='c-pull-quote'>", Role::Block(PullQuote)),
            ("<figure class='wp-block-pullquote'>", Role::Block(PullQuote)),
            ("<blockquote class='pullQuote wide'>", Role::Block(PullQuote)),
            ("<aside>", Role::Doubtful),
            ("<footer>", Role::Doubtful),
            ("<figcaption>", Role::Block(Caption)),
            ("<p class='caption'>", Role::Block(Caption)),
            ("<p class='articleImage imageCaption'>", Role::Block(Caption)),
            ("<div class='c-caption-block'>", Role::Block(Caption)),
            ("<div class='related-articles'>", Role::Doubtful),
            ("<div class='article__newsletter'>", Role::Doubtful),
            ("<div id='comments'>", Role::Doubtful),
            ("<div class='RelatedArticles_root__5tK2x'>", Role::Doubtful),
            ("<div class='dfpAdSlot'>", Role::Doubtful),
            ("<div class='InlineNewsletterSignup'>", Role::Doubtful),
            ("<div class='MostRead_list__9'>", Role::Doubtful),
            ("<div class='wp-block-post-author__bio'>", Role::Doubtful),
            ("<ul class='wp-block-query'>", Role::Doubtful),
            ("<div class='css-1xyz' data-component='links-block'>", Role::Doubtful),
            ("<section data-testid='recirculation'>", Role::Doubtful),
            ("<div class='Paragraph_p__k3Ad'>", Role::Block(Paragraph)),
            ("<div class='Reading_root__mostly'>", Role::Block(Paragraph)),
            ("<div data-component='text-block'>", Role::Block(Paragraph)),
            ("<div class='story has-sidebar'>", Role::Block(Paragraph)),
            ("<div class='shadow-lead'>", Role::Block(Paragraph)),
            ("<span class='share-price'>", Role::Inline),
            ("<article class='teaser'>", Role::Block(Paragraph)),
        ] {
            assert_eq!(role_of(element), expected, "{element}");
        }
    }

    #[test]
    fn blocks_within_blocks() {
        use BlockKind::{Paragraph, Post, PullQuote, Quote};
        for (outer, element, expected) in [
            (Quote, "<p>", Role::Block(Quote)),
            (Quote, "<footer>", Role::Block(Quote)),
            (Quote, "<h2>", Role::Block(Quote)),
            (Quote, "<div class='twitter-tweet'>", Role::Block(Post)),
            (Post, "<p>", Role::Block(Post)),
            (PullQuote, "<blockquote>", Role::Block(PullQuote)),
            (Paragraph, "<blockquote>", Role::Block(Quote)),
        ] {
            assert_eq!(role_in(element, outer), expected, "{element} in {outer:?}");
        }
    }

    #[test]
    fn marks_follow_the_language() {
        assert_eq!(quotation_marks("en-GB", 0), ('“', '”'));
        assert_eq!(quotation_marks("en", 1), ('‘', '’'));
        assert_eq!(quotation_marks("de-AT", 0), ('„', '“'));
        assert_eq!(quotation_marks("", 0), ('“', '”'));
    }
}
