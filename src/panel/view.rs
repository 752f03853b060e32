//! What the parts of panel and overview share: the report, the language, the page under construction, and the words of
//! the article set apart from it.

use super::chain::find;
use super::messages::Messages;
use super::node::{Tag, Tree, tag};
use super::overview::Chosen;
use super::{Action, ArticleText, Lang};
use crate::report::{Attribution, Basis, Extent, Form, Report, Source, SourceKind, Status};
use std::rc::Rc;
use yew::virtual_dom::{Key, Listener, ListenerKind};
use yew::{AttrValue, Callback, Event, Html, TargetCast};

/// What every part needs to draw itself, and where it draws.
pub struct View<'a> {
    pub report: &'a Report,
    pub article: &'a ArticleText,
    pub messages: Messages,
    on_action: &'a Callback<Action>,
    /// Where the reader's choices in the overview go.
    pub on_choice: Callback<Chosen>,
    /// Language of the article's words, where it is known and not the interface's.
    language: Option<AttrValue>,
    pub tree: Tree,
}

impl<'a> View<'a> {
    pub fn new(report: &'a Report, article: &'a ArticleText, lang: Lang, on_action: &'a Callback<Action>) -> Self {
        let language = report.language.as_str();
        let foreign = !language.is_empty() && language.split('-').next() != Some(lang.tag());
        let language = foreign.then(|| AttrValue::from(language.to_owned()));
        Self {
            report,
            article,
            messages: lang.messages(),
            on_action,
            on_choice: Callback::noop(),
            language,
            tree: Tree::default(),
        }
    }

    /// What was drawn.
    pub fn done(self) -> Html {
        self.tree.done()
    }

    /// An element and its content.
    pub fn el(&mut self, tag: &Tag, content: impl FnOnce(&mut Self)) {
        self.tree.open(tag);
        content(self);
        self.tree.close();
    }

    /// An element of a list, told apart from its neighbours.
    pub fn item(&mut self, tag: &Tag, key: Key, content: impl FnOnce(&mut Self)) {
        self.tree.open(tag);
        self.tree.key(key);
        content(self);
        self.tree.close();
    }

    /// An element of words of the interface.
    pub fn leaf(&mut self, tag: &Tag, words: &'static str) {
        self.tree.open(tag);
        self.text(words);
        self.tree.close();
    }

    /// Words of the interface.
    pub fn text(&mut self, words: &'static str) {
        self.tree.text(AttrValue::Static(words));
    }

    /// Words put together.
    pub fn said(&mut self, words: String) {
        self.tree.text(words.into());
    }

    /// Words of the page: isolated in direction, marked with their language.
    pub fn page_words(&mut self, words: &str) {
        self.tree.open(tag!("bdi", "lang" = ""));
        self.tree.set("lang", self.language.clone());
        self.said(words.to_owned());
        self.tree.close();
    }

    /// Words of the page in quotation marks, which follow the language of the element around.
    pub fn quoted(&mut self, words: &str) {
        self.tree.open(tag!("bdi", "lang" = ""));
        self.tree.set("lang", self.language.clone());
        self.tree.open(tag!("q"));
        self.said(words.to_owned());
        self.tree.close();
        self.tree.close();
    }

    /// A source by name, else by what the article calls it, else by its kind.
    pub fn source_name(&mut self, source: &Source) {
        match source.name.as_deref().or(source.label.as_deref()).filter(|name| !name.trim().is_empty()) {
            Some(name) => self.page_words(name),
            None => self.text(self.messages.kind(source.kind)),
        }
    }

    /// The source of an attribution, if the report is clear about it.
    pub fn source_of(&self, entry: &Attribution) -> Option<&'a Source> {
        let source = find(self.report, entry.speaker()?)?;
        (source.kind != SourceKind::Unattributed).then_some(source)
    }

    /// The source's name, or in its place that it is unclear or not given.
    pub fn source_line(&mut self, entry: &Attribution) {
        match self.source_of(entry) {
            Some(source) => self.source_name(source),
            None => self.text(self.no_source(entry)),
        }
    }

    /// What stands in place of a source that is not clear or not given.
    fn no_source(&self, entry: &Attribution) -> &'static str {
        let none_given = entry.speaker().is_some() && entry.candidates.is_empty();
        if none_given { self.messages.nobody_named() } else { self.messages.unclear() }
    }

    /// The beginning of an utterance, its pieces without the words that interrupt them: isolated as one, so that the
    /// pieces follow each other in their own direction.
    pub fn utterance(&mut self, entry: &Attribution, most: usize) {
        self.tree.open(tag!("bdi", "lang" = ""));
        self.tree.set("lang", self.language.clone());
        let mut left = most;
        for (at, piece) in pieces(self.article, entry).iter().enumerate() {
            if left == 0 {
                break;
            }
            if at > 0 {
                self.text(" ");
            }
            let words = clip(piece, left);
            left = left.saturating_sub(piece.chars().count());
            match entry.form {
                Form::Indirect => self.said(words),
                _ => self.el(tag!("q"), |view| view.said(words)),
            }
        }
        self.tree.close();
    }

    /// On what a field rests: a shape and a word.
    pub fn basis(&mut self, basis: Basis) {
        let class = match basis {
            Basis::Stated => "basis stated",
            Basis::Inferred => "basis inferred",
            Basis::Newsroom => "basis newsroom",
        };
        self.leaf(tag!("span", "class" = class), self.messages.basis(basis));
    }

    /// Makes the open element answer to an event.
    #[inline(never)]
    pub fn on(&mut self, kind: On, answer: Answer) {
        let to = (self.on_action.clone(), self.on_choice.clone());
        self.tree.on(Rc::new(Wire { kind, answer, to }));
    }

    /// Makes the open element answer to a click.
    pub fn on_click(&mut self, action: Action) {
        self.on(On::Click, Answer::Act(action));
    }

    /// Words that light up in the article when pointed at, and are scrolled to when pressed.
    pub fn evidence(&mut self, extent: Extent, words: &str) {
        self.tree.open(tag!("button", "class" = "evidence", "type" = "button"));
        for (kind, lit) in
            [(On::PointerOver, true), (On::PointerOut, false), (On::FocusIn, true), (On::FocusOut, false)]
        {
            let action = if lit { Action::Point(vec![extent]) } else { Action::Unpoint };
            self.on(kind, Answer::Act(action));
        }
        self.on_click(Action::Reveal(extent));
        self.quoted(&clip(words, 140));
        self.tree.open(tag!("span", "class" = "hidden"));
        self.text(", ");
        self.text(self.messages.show_in_article());
        self.tree.close();
        self.tree.close();
    }
}

/// The events that are answered to. Yew's own list has a hundred, and to copy one of them is 2 kB of module.
#[derive(Clone, Copy)]
pub enum On {
    Click,
    Input,
    PointerOver,
    PointerOut,
    FocusIn,
    FocusOut,
}

/// What an event brings about.
pub enum Answer {
    /// An action.
    Act(Action),
    /// Another choice in the overview.
    Choose(Chosen),
    /// The same, with what was typed for its query.
    Search(Chosen),
}

/// A listener of any kind of event, as data: a closure for each would be code.
struct Wire {
    kind: On,
    answer: Answer,
    to: (Callback<Action>, Callback<Chosen>),
}

impl Listener for Wire {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            On::Click => ListenerKind::onclick,
            On::Input => ListenerKind::oninput,
            On::PointerOver => ListenerKind::onpointerover,
            On::PointerOut => ListenerKind::onpointerout,
            On::FocusIn => ListenerKind::onfocusin,
            On::FocusOut => ListenerKind::onfocusout,
        }
    }

    fn handle(&self, event: Event) {
        match &self.answer {
            Answer::Act(action) => self.to.0.emit(action.clone()),
            Answer::Choose(chosen) => self.to.1.emit(chosen.clone()),
            Answer::Search(chosen) => {
                let Some(field) = event.target_dyn_into::<web_sys::HtmlInputElement>() else { return };
                self.to.1.emit(chosen.with_query(field.value()));
            }
        }
    }

    fn passive(&self) -> bool {
        true
    }
}

/// The words of an utterance as the article has them, else as the report does: one piece, or several where other words
/// interrupt it. No ellipsis joins them, since nothing of the utterance is left out.
pub fn pieces(article: &ArticleText, entry: &Attribution) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut end = 0;
    for &segment in &entry.content.segments {
        let words = trim(article.words(segment));
        if words.is_empty() {
            continue;
        }
        let between = article.words(Extent::new(end, segment.start));
        match pieces.last_mut() {
            // A new paragraph with its repeated mark interrupts nothing.
            Some(piece) if !between.contains(char::is_alphanumeric) => {
                piece.push(' ');
                piece.push_str(words);
            }
            _ => pieces.push(words.to_owned()),
        }
        end = segment.end;
    }
    if pieces.is_empty() {
        pieces.push(trim(&entry.content.exact).to_owned());
    }
    pieces
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
