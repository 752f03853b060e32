//! An article with its marks, for Yew applications that render their articles themselves. Pages of any other make have
//! their marks set into what is there, by `page`.

use super::label::mark_label;
use super::node::tag;
use super::view::{View, visible};
use super::{Action, MarkedArticleProps};
use crate::report::{Attribution, Extent, Status};
use yew::{AttrValue, Html, component};

/// The article's paragraphs, with a button behind each quotation.
///
/// The words stand in `span`s of class `quoted`, and `checked`, `unclear`, `open` or `lit` where that holds;
/// [`MARKED_STYLE`](super::MARKED_STYLE) draws them.
#[component]
pub fn MarkedArticle(props: &MarkedArticleProps) -> Html {
    let mut view = View::new(&props.report, &props.article, props.lang, &props.on_action);
    let entries: Vec<&Attribution> = visible(&props.report).collect();
    view.tree.open(tag!("div", "class" = "marked"));
    let mut start = 0;
    for paragraph in props.article.as_str().split('\n') {
        let end = start + paragraph.chars().count();
        if !paragraph.trim().is_empty() {
            view.item(tag!("p"), start.into(), |view| pieces(view, props, &entries, Extent::new(start, end)));
        }
        start = end + 1;
    }
    view.tree.close();
    view.done()
}

/// A paragraph, cut wherever what is to be said of the words changes.
fn pieces(view: &mut View, props: &MarkedArticleProps, entries: &[&Attribution], paragraph: Extent) {
    let spoken = entries.iter().flat_map(|entry| segments(entry));
    let mut cuts: Vec<usize> = spoken.chain(props.lit.iter().copied()).flat_map(|it| [it.start, it.end]).collect();
    cuts.extend(entries.iter().map(|entry| seat(props, entry)));
    cuts.extend([paragraph.start, paragraph.end]);
    cuts.retain(|cut| (paragraph.start..=paragraph.end).contains(cut));
    cuts.sort_unstable();
    cuts.dedup();
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        let words = props.article.words(Extent { start, end });
        let within = |extent: &Extent| extent.start <= start && end <= extent.end;
        let quoted: Vec<&&Attribution> = entries.iter().filter(|entry| segments(entry).iter().any(within)).collect();
        let lit = props.lit.iter().any(within);
        if quoted.is_empty() && !lit {
            view.said(words.to_owned());
        } else {
            let class = class(props, &quoted, lit);
            view.tree.open(tag!("span", "class" = ""));
            view.tree.set("class", Some(class.into()));
            view.said(words.to_owned());
            view.tree.close();
        }
        for entry in entries.iter().filter(|entry| seat(props, entry) == end) {
            mark(view, props, entry);
        }
    }
}

fn segments(entry: &Attribution) -> Vec<Extent> {
    let content = &entry.content;
    if content.segments.is_empty() { vec![Extent::new(content.start, content.end)] } else { content.segments.clone() }
}

/// Where an entry's mark stands: behind the closing marks and stops that follow its words.
fn seat(props: &MarkedArticleProps, entry: &Attribution) -> usize {
    let end = entry.content.end;
    let closes = |at: &usize| {
        let next = props.article.words(Extent::new(*at, at + 1));
        !next.is_empty() && next.chars().all(|c| "”’\"'»“)].,;:!?".contains(c))
    };
    end + (end..).take_while(closes).count()
}

fn class(props: &MarkedArticleProps, quoted: &[&&Attribution], lit: bool) -> String {
    let mut class = String::from(if quoted.is_empty() { "" } else { "quoted" });
    let innermost = quoted.last();
    let checked = innermost.is_some_and(|entry| matches!(entry.status, Status::Confirmed | Status::Corrected));
    let open = quoted.iter().any(|entry| props.open.as_deref() == Some(&entry.id));
    for (name, holds) in [(" checked", checked), (" open", open), (" lit", lit)] {
        if holds {
            class.push_str(name);
        }
    }
    class
}

fn mark(view: &mut View, props: &MarkedArticleProps, entry: &Attribution) {
    let open = props.open.as_deref() == Some(&entry.id);
    let checked = matches!(entry.status, Status::Confirmed | Status::Corrected);
    let class = match (checked, entry.speaker().is_some()) {
        (true, _) => "mark checked",
        (false, true) => "mark",
        (false, false) => "mark unclear",
    };
    view.tree.open(tag!(
        "button",
        "class" = class,
        "type" = "button",
        "aria-label" = "",
        "aria-expanded" = if open { "true" } else { "false" },
    ));
    view.tree.key(entry.id.as_str().into());
    view.tree.set("aria-label", Some(mark_label(&props.report, entry, props.lang).into()));
    let id = AttrValue::from(entry.id.clone());
    view.on_click(if open { Action::Close } else { Action::Open(id) });
    view.tree.close();
}
