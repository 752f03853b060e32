//! Components as markup, and markup as the text a reader has.

use std::rc::Rc;
use whosaid::panel::{
    ArticleText, Lang, Launcher, MarkedArticle, MarkedArticleProps, Notice, Overview, OverviewProps, Panel, PanelProps,
    essentials,
};
use whosaid::report::Report;
use yew::{AttrValue, BaseComponent, LocalServerRenderer, props};

fn markup<C: BaseComponent>(properties: C::Properties) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let renderer = LocalServerRenderer::<C>::with_props(properties).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

/// The markup of a panel.
pub fn panel(report: &Rc<Report>, article: &Rc<ArticleText>, id: &str, lang: Lang) -> String {
    panel_with(report, article, id, lang, None)
}

/// The same, with what the page answered.
pub fn panel_with(
    report: &Rc<Report>,
    article: &Rc<ArticleText>,
    id: &str,
    lang: Lang,
    notice: Option<Notice>,
) -> String {
    let (report, article, id) = (report.clone(), article.clone(), AttrValue::from(id.to_owned()));
    markup::<Panel>(props!(PanelProps { report, article, id, lang, notice, popover: false }))
}

/// The markup of the article with its marks, one of them open.
pub fn marked(report: &Rc<Report>, article: &Rc<ArticleText>, lang: Lang) -> String {
    let (report, article, open) = (report.clone(), article.clone(), Some(AttrValue::from("q3")));
    markup::<MarkedArticle>(props!(MarkedArticleProps { report, article, lang, open }))
}

/// Words as they stand in markup.
pub fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

/// The markup of the overview.
pub fn overview(report: &Rc<Report>, article: &Rc<ArticleText>, lang: Lang) -> String {
    let (report, article) = (report.clone(), article.clone());
    markup::<Overview>(props!(OverviewProps { report, article, lang }))
}

/// The markup of the overview, grouped by source.
pub fn grouped(report: &Rc<Report>, article: &Rc<ArticleText>, lang: Lang) -> String {
    let (report, article) = (report.clone(), article.clone());
    let (open, orphans) = (Some(AttrValue::from("q3")), Rc::new(vec![AttrValue::from("q12")]));
    markup::<Overview>(props!(OverviewProps { report, article, lang, open, orphans, by_source: true, closable: true }))
}

/// The markup of the button that opens the overview.
pub fn launcher(report: &Rc<Report>, article: &Rc<ArticleText>, lang: Lang) -> String {
    let (report, article) = (report.clone(), article.clone());
    markup::<Launcher>(props!(OverviewProps { report, article, lang }))
}

/// A look at a mark, as `embed` builds it of the essentials.
pub fn preview(report: &Report, id: &str, lang: Lang) -> String {
    let entry = report.attributions.iter().find(|entry| entry.id == id).expect("an attribution");
    let item = |words: &String| format!("<span class=\"item\" part=\"item\">{}</span>", escape(words));
    let essentials: Vec<String> = essentials(report, entry, lang).iter().map(item).collect();
    format!(
        "<div class=\"preview\" part=\"preview\" lang=\"{}\" dir=\"{}\"><p class=\"whose\" part=\"whose\">{}</p>\
         <p class=\"known\" part=\"known\">{}</p></div>",
        lang.tag(),
        lang.direction(),
        essentials[0],
        essentials[1..].concat()
    )
}

/// The text of markup, a line per block; what only a screen reader has stands in brackets.
pub fn text(markup: &str) -> String {
    const BLOCKS: [&str; 15] =
        ["p", "h2", "h3", "li", "ol", "ul", "dl", "dt", "div", "section", "header", "footer", "tr", "table", "button"];
    let mut said = String::new();
    let mut hidden = false;
    for piece in markup.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or("");
        if BLOCKS.contains(&name) {
            said.push('\n');
        } else if matches!(name, "dd" | "td" | "th" | "span") {
            said.push(' ');
        }
        for attribute in ["aria-label=\"", "datetime=\""] {
            if let Some((_, value)) = tag.split_once(attribute) {
                said += &format!("[{}] ", value.split('"').next().unwrap_or(""));
            }
        }
        if name == "q" {
            said.push(if tag.starts_with('/') { '”' } else { '“' });
        }
        if tag.contains("class=\"hidden\"") {
            hidden = true;
            said.push('[');
        }
        said += words;
        // Nothing else stands within a hidden span but words, and other spans that close before it.
        if hidden && !words.trim().is_empty() {
            said.push(']');
            hidden = false;
        }
    }
    let lines = said.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let said: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    said.join("\n").replace("&quot;", "\"").replace("&amp;", "&").replace("&#x27;", "'").replace("&lt;", "<")
}
