//! A Yew application that shows an article of its own with Whosaid's components: the marked article, the overview, and
//! the panel of the attribution that is open.
//!
//! It needs the WebAssembly target (`eval "$(cargo xtask env)"` gives one), `wasm-bindgen` and any web server:
//!
//! ```sh
//! cargo build --example yew --release --target wasm32-unknown-unknown
//! wasm-bindgen --target web --out-dir examples/yew/built target/wasm32-unknown-unknown/release/examples/yew.wasm
//! python3 -m http.server --directory examples/yew
//! ```

use std::rc::Rc;
use whosaid::panel::{
    Action, ArticleText, Lang, MARKED_STYLE, MarkedArticle, Notice, Overview, Panel, STYLE, citation, citation_markup,
};
use whosaid::report::{Attribution, Extent, Report, Status};
use whosaid::{Options, analyze};
use yew::{AttrValue, Component, Context, Html, html};

/// An invented article, a paragraph a line.
const ARTICLE: &str = include_str!("article.txt");

/// What is shown: the article does not change, the open panel does.
struct Story {
    article: Rc<ArticleText>,
    report: Rc<Report>,
    open: Option<AttrValue>,
    lit: Vec<Extent>,
    notice: Option<Notice>,
}

impl Story {
    /// The attributions that readers see.
    fn shown(&self) -> impl Iterator<Item = &Attribution> {
        self.report.attributions.iter().filter(|entry| entry.status != Status::Withheld)
    }

    /// The id of the attribution `by` places from the open one.
    fn neighbour(&self, by: isize) -> Option<AttrValue> {
        let open = self.open.as_deref()?;
        let at = self.shown().position(|entry| entry.id == open)?.checked_add_signed(by)?;
        self.shown().nth(at).map(|entry| entry.id.clone().into())
    }

    fn copy(&mut self, words: Option<String>) {
        let clipboard = web_sys::window().map(|window| window.navigator().clipboard());
        if let (Some(words), Some(clipboard)) = (words, clipboard) {
            // Whether it was allowed is known later; a real application waits for it.
            let _ = clipboard.write_text(&words);
            self.notice = Some(Notice::CitationCopied);
        }
    }
}

impl Component for Story {
    type Message = Action;
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        let report = Rc::new(analyze(ARTICLE, &Options::default()));
        Self { article: Rc::new(ArticleText::new(ARTICLE)), report, open: None, lit: Vec::new(), notice: None }
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        self.notice = None;
        let lang = Lang::default();
        match action {
            Action::Open(id) => self.open = Some(id),
            Action::Close => self.open = None,
            Action::Step(by) => self.open = self.neighbour(by).or(self.open.take()),
            Action::Point(extents) => self.lit = extents,
            Action::Unpoint => self.lit.clear(),
            Action::Reveal(extent) => self.lit = vec![extent],
            Action::CopyCitation(id) => self.copy(citation(&self.report, &self.article, &id, lang)),
            Action::CopyMarkup(id) => self.copy(citation_markup(&self.report, &self.article, &id, lang)),
            // An application tells its newsroom.
            Action::ReportMistake(_) => self.notice = Some(Notice::MistakeReported),
            _ => return false,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let on_action = ctx.link().callback(|action| action);
        let (report, article) = (&self.report, &self.article);
        html! {
            <>
                <style>{ STYLE }{ MARKED_STYLE }</style>
                <main>
                    <h1>{ "An article with its sources" }</h1>
                    <MarkedArticle {report} {article} open={self.open.clone()} lit={self.lit.clone()}
                        on_action={on_action.clone()} />
                    <Overview {report} {article} open={self.open.clone()} on_action={on_action.clone()} />
                </main>
                if let Some(id) = self.open.clone() {
                    <Panel {report} {article} {id} notice={self.notice} popover={false} {on_action} />
                }
            </>
        }
    }
}

fn main() {
    yew::Renderer::<Story>::new().render();
}
