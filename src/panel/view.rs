//! What the parts of panel and overview share: the report, the language, and the words of the page set apart.

use super::chain::find;
use super::messages::Messages;
use super::node::{BARE, el, fixed, live, said, text, varying};
use super::{Action, ArticleText, Lang};
use crate::report::{Attribution, Basis, Extent, Form, Report, Source, SourceKind, Status};
use std::rc::Rc;
use yew::html::{onclick, onfocusin, onfocusout, onpointerout, onpointerover};
use yew::virtual_dom::Listener;
use yew::{AttrValue, Callback, Html, MouseEvent};

/// What every part needs to draw itself.
pub struct View<'a> {
    pub report: &'a Report,
    pub article: &'a ArticleText,
    pub messages: &'static Messages,
    pub on_action: &'a Callback<Action>,
    /// Language of the article's words, where it is known and not the interface's.
    language: Option<AttrValue>,
}

impl<'a> View<'a> {
    pub fn new(report: &'a Report, article: &'a ArticleText, lang: Lang, on_action: &'a Callback<Action>) -> Self {
        let language = report.language.as_str();
        let foreign = !language.is_empty() && language.split('-').next() != Some(lang.tag());
        let language = foreign.then(|| AttrValue::from(language.to_owned()));
        Self { report, article, messages: lang.messages(), on_action, language }
    }

    /// Words of the page: isolated in direction, marked with their language.
    pub fn page_words(&self, words: &str) -> Html {
        el("bdi", varying! { "lang" = self.language.clone() }, vec![said(words.to_owned())])
    }

    /// Words of the page in quotation marks.
    pub fn quoted(&self, words: &str) -> Html {
        // The marks follow the language of the element around.
        let marked = el("q", BARE, vec![said(words.to_owned())]);
        el("bdi", varying! { "lang" = self.language.clone() }, vec![marked])
    }

    /// A source by name, else by what the article calls it, else by its kind.
    pub fn source_name(&self, source: &Source) -> Html {
        match source.name.as_deref().or(source.label.as_deref()).filter(|name| !name.trim().is_empty()) {
            Some(name) => self.page_words(name),
            None => text(self.messages.kind(source.kind)),
        }
    }

    /// The source of an attribution, if the report is clear about it.
    pub fn source_of(&self, entry: &Attribution) -> Option<&'a Source> {
        let source = find(self.report, &entry.source.as_ref()?.source)?;
        (source.kind != SourceKind::Unattributed).then_some(source)
    }

    /// The source's name, or in its place that it is unclear or not given.
    pub fn source_line(&self, entry: &Attribution) -> Html {
        match self.source_of(entry) {
            Some(source) => self.source_name(source),
            None => text(self.no_source(entry)),
        }
    }

    /// What stands in place of a source that is not clear or not given.
    pub fn no_source(&self, entry: &Attribution) -> &'static str {
        let none_given = entry.source.is_some() && entry.candidates.is_empty();
        if none_given { self.messages.nobody_named } else { self.messages.unclear }
    }

    /// The beginning of an utterance, its pieces without the words that interrupt them.
    pub fn utterance(&self, entry: &Attribution, most: usize) -> Html {
        let words = clip(&utterance(self.article, entry), most);
        if entry.form == Form::Indirect { self.page_words(&words) } else { self.quoted(&words) }
    }

    /// On what a field rests: a shape and a word.
    pub fn basis(&self, basis: Basis) -> Html {
        let class = match basis {
            Basis::Stated => "basis stated",
            Basis::Inferred => "basis inferred",
            Basis::Newsroom => "basis newsroom",
        };
        el("span", varying! { "class" = class }, vec![text(self.messages.basis(basis))])
    }

    /// A callback that sends `action`, for events of any kind.
    pub fn send<E: 'static>(&self, action: Action) -> Callback<E> {
        self.on_action.reform(move |_| action.clone())
    }

    /// Words that light up in the article when pointed at, and are scrolled to when pressed.
    pub fn evidence(&self, extent: Extent, words: &str) -> Html {
        let hint = vec![text(", "), text(self.messages.show_in_article)];
        let parts = vec![self.quoted(&clip(words, 140)), el("span", fixed! { "class" = "hidden" }, hint)];
        let point = Action::Point(vec![extent]);
        let listeners: Vec<Option<Rc<dyn Listener>>> = vec![
            Some(Rc::new(onpointerover::Wrapper::new(self.send(point.clone())))),
            Some(Rc::new(onpointerout::Wrapper::new(self.send(Action::Unpoint)))),
            Some(Rc::new(onfocusin::Wrapper::new(self.send(point)))),
            Some(Rc::new(onfocusout::Wrapper::new(self.send(Action::Unpoint)))),
            Some(click(self.send(Action::Reveal(extent)))),
        ];
        live("button", fixed! { "type" = "button", "class" = "evidence", "part" = "evidence" }, listeners, parts)
    }

    /// One of several things in a row, set apart by a dot.
    pub fn part(&self, content: Html) -> Html {
        el("span", fixed! { "class" = "item" }, vec![content])
    }
}

/// What answers to a click.
pub fn click(answer: Callback<MouseEvent>) -> Rc<dyn Listener> {
    Rc::new(onclick::Wrapper::new(answer))
}

/// The words of an utterance, as the article has them, else as the report does: pieces joined by an ellipsis, the comma
/// that leads to its cue left out.
pub fn utterance(article: &ArticleText, entry: &Attribution) -> String {
    let pieces = entry.content.segments.iter().map(|&segment| trim(article.words(segment)));
    let pieces: Vec<&str> = pieces.filter(|piece| !piece.is_empty()).collect();
    let whole = if pieces.is_empty() { entry.content.exact.clone() } else { pieces.join(" … ") };
    trim(&whole).to_owned()
}

/// Without space around, and without the comma that leads to a cue.
fn trim(words: &str) -> &str {
    words.trim().trim_end_matches([',', '،', '，'])
}

/// The attributions that readers see: all that the newsroom has not taken back.
pub fn visible(report: &Report) -> impl Iterator<Item = &Attribution> {
    report.attributions.iter().filter(|entry| entry.status != Status::Withheld)
}

/// At most about `most` scalar values of `words`, cut between words, with an ellipsis where something was cut.
pub fn clip(words: &str, most: usize) -> String {
    let Some((end, _)) = words.char_indices().nth(most) else { return words.to_owned() };
    let head = words.get(..end).unwrap_or(words);
    // A cut within the last third loses no more than that; text without spaces is cut anywhere.
    let cut = head.rfind(char::is_whitespace).filter(|&space| space > end * 2 / 3).unwrap_or(end);
    head.get(..cut).unwrap_or(head).trim_end().to_owned() + "…"
}

#[cfg(test)]
mod tests {
    use super::clip;

    #[test]
    fn long_words_are_cut_between_words() {
        assert_eq!(clip("short", 10), "short");
        assert_eq!(clip("the tide was late", 14), "the tide was…");
        assert_eq!(clip("一二三四五六", 3), "一二三…");
        assert_eq!(clip("", 0), "");
    }
}
