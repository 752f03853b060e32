//! The desk: what is open, what the editor does, and what follows.

use super::choose::{self, Purpose};
use super::work::{Draft, Msg, Work, said};
use super::{files, form, list, start};
use crate::editing::{Edit, Known, Review, read};
use crate::page::{Adopted, Listeners, sheet};
use crate::panel::{Action, Lang, MARKED_STYLE, MarkedArticle, STYLE};
use crate::report::Extent;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent, window};
use yew::{AttrValue, Component, Context, Html, html};

/// The page.
pub struct Desk {
    pub work: Option<Work>,
    pub pasted: String,
    pub known: Known,
    /// The attribution whose form is open.
    pub open: Option<AttrValue>,
    /// For what words are chosen at present.
    choosing: Option<Purpose>,
    lit: Vec<Extent>,
    pub drafts: Vec<Draft>,
    pub problems: Vec<String>,
    /// What a screen reader is told of the last step.
    pub said: AttrValue,
    pub lang: Lang,
    /// The `id` of the element that gets the focus next.
    focus: Option<String>,
    /// Whether a step was just undone or redone.
    stepped: bool,
    unsaved: Rc<Cell<bool>>,
    _listeners: Option<Listeners>,
    _styles: Vec<Adopted>,
}

impl Component for Desk {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let unsaved = Rc::new(Cell::new(false));
        let listeners = window().map(|window| {
            let (link, unsaved) = (ctx.link().clone(), Rc::clone(&unsaved));
            let answer = move |event: Event| match event.dyn_ref::<KeyboardEvent>() {
                Some(key) => {
                    if let Some(msg) = shortcut(key) {
                        event.prevent_default();
                        link.send_message(msg);
                    }
                }
                None if choose::writes(&event) => event.prevent_default(),
                // The page is about to go: the browser asks whether it may.
                None if event.type_() == "beforeunload" && unsaved.get() => event.prevent_default(),
                None => {}
            };
            Listeners::new(window.into(), &["beforeunload", "keydown", "beforeinput"], Box::new(answer))
        });
        let document = window().and_then(|window| window.document());
        let adopt = |css| Some(Adopted::new(document.clone()?.into(), sheet(css)?));
        Self {
            work: None,
            pasted: String::new(),
            known: Known::default(),
            open: None,
            choosing: None,
            lit: Vec::new(),
            drafts: Vec::new(),
            problems: Vec::new(),
            said: AttrValue::default(),
            lang: Lang::from_tag("en"),
            focus: None,
            stepped: false,
            unsaved,
            _listeners: listeners,
            _styles: [STYLE, MARKED_STYLE].into_iter().filter_map(adopt).collect(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let draws = self.take(ctx, msg);
        let saved = self.work.as_ref().is_none_or(|work| work.review.is_saved());
        let pasted = self.work.is_none() && !self.pasted.trim().is_empty();
        self.unsaved.set(!saved || pasted || !self.drafts.is_empty());
        draws
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(work) = &self.work else {
            return html! { <>{ start::told(self, ctx.link()) }{ start::view(self, ctx.link()) }</> };
        };
        let choosing = self.choosing.is_some();
        let class = match (choosing, self.open.is_some()) {
            (true, _) => "columns choosing",
            (false, true) => "columns opened",
            (false, false) => "columns",
        };
        html! {
            <>
                { start::bar(self, work, ctx.link()) }
                { start::told(self, ctx.link()) }
                <main {class}>
                    { self.paper(ctx, work) }
                    <div class="side" hidden={choosing}>
                        if let Some(entry) = self.open.as_deref().and_then(|id| work.entry(id)) {
                            { form::view(self, work, entry, ctx.link()) }
                        } else {
                            { list::view(self, work, ctx.link()) }
                        }
                    </div>
                </main>
            </>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let Some(document) = window().and_then(|window| window.document()) else { return };
        // What had the focus may be gone with an undone step.
        let is_nowhere = || document.active_element().is_none_or(|element| element.local_name() == "body");
        let lost = std::mem::take(&mut self.stepped) && is_nowhere();
        let heading = if self.open.is_some() { "form-title" } else { "list-title" };
        let Some(id) = self.focus.take().or_else(|| lost.then(|| heading.into())) else { return };
        if id == choose::FIELD {
            return choose::begin();
        }
        let element = document.get_element_by_id(&id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(element) = element {
            // Cannot fail: the element is on the page.
            let _ = element.focus();
        }
    }
}

impl Desk {
    /// What follows from `msg`; whether anything looks different.
    fn take(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Paste(text) => self.pasted = text,
            Msg::Known(known) => self.known = known,
            Msg::ArticleFile(file) => files::read(ctx.link(), file, Msg::Read),
            Msg::ReportFile(file) => files::read(ctx.link(), file, |_, text| Msg::Report(text)),
            Msg::Read(name, content) => self.take_article(&name, &content),
            Msg::Report(json) => self.take_report(&json),
            Msg::Unreadable(why) => self.problems = vec![why],
            Msg::Act(action) => return self.act(action),
            Msg::Open(id) => self.go_to(id),
            Msg::Back => self.back(),
            Msg::Type(field, text) => {
                self.draft(field, text, None);
                return false;
            }
            Msg::Edit(field, id, edit) => self.edit(field, &id, edit),
            Msg::Choose(purpose) => self.choose(purpose),
            Msg::Chosen(extent) => self.chosen(extent),
            Msg::Undo => self.step("Undone.", Review::undo),
            Msg::Redo => self.step("Redone.", Review::redo),
            Msg::Save => self.save(),
            Msg::Anew => self.anew(),
            Msg::Dismiss => {
                self.problems.clear();
                self.focus = Some("desk-title".into());
            }
        }
        true
    }

    fn take_article(&mut self, name: &str, content: &str) {
        match read(name, content, &self.known) {
            Ok(article) => {
                let (review, problems) = Review::new(article);
                self.problems = problems.iter().map(|problem| problem.message()).collect();
                let count = review.for_editors().attributions.len();
                self.said = format!("{count} attributions found.").into();
                self.work = Some(Work::new(review));
                self.pasted.clear();
                self.focus = Some("list-title".into());
            }
            Err(error) => self.problems = vec![error.to_string()],
        }
    }

    fn take_report(&mut self, json: &str) {
        let Some(work) = &mut self.work else { return };
        match work.review.open(json) {
            Ok(problems) => {
                work.renew();
                self.problems = problems.iter().map(|problem| problem.message()).collect();
                self.said = format!("Report opened: {} entries.", work.review.record().entries.len()).into();
                self.drafts.clear();
                self.open = None;
                self.focus = Some(if self.problems.is_empty() { "list-title" } else { "problems" }.into());
            }
            Err(problem) => {
                self.problems = vec![problem.message()];
                self.focus = Some("problems".into());
            }
        }
    }

    fn act(&mut self, action: Action) -> bool {
        match action {
            Action::Open(id) => self.go_to(id),
            Action::Close => self.back(),
            Action::Point(extents) => self.lit = extents,
            Action::Unpoint => self.lit.clear(),
            Action::Reveal(extent) => {
                self.lit = vec![extent];
                choose::reveal(extent, self.work.as_ref().map(|work| work.review.text()).unwrap_or_default());
            }
            _ => return false,
        }
        true
    }

    fn go_to(&mut self, id: AttrValue) {
        self.open = Some(id);
        self.choosing = None;
        self.lit.clear();
        self.focus = Some("form-title".into());
    }

    fn back(&mut self) {
        if self.choosing.take().is_some() {
            self.focus = Some("choose".into());
            return;
        }
        self.lit.clear();
        let open = self.open.take();
        self.focus = open.map_or_else(|| Some("list-title".into()), |id| Some(list::item_id(&id)));
    }

    fn draft(&mut self, field: AttrValue, text: String, error: Option<&'static str>) {
        let Some(id) = self.open.clone() else { return };
        self.drafts.retain(|draft| !(draft.id == id && draft.field == field));
        self.drafts.push(Draft { id, field, text: text.into(), error });
    }

    fn edit(&mut self, field: Option<AttrValue>, id: &AttrValue, edit: Edit) {
        let Some(work) = &mut self.work else { return };
        let typed = field.as_ref().and_then(|field| {
            let at = self.drafts.iter().position(|draft| draft.id == *id && draft.field == *field)?;
            Some(self.drafts.remove(at))
        });
        let (done, forgets) = (said(&edit), edit == Edit::Forget);
        match work.review.edit(id, edit, &files::today()) {
            Ok(()) => {
                work.renew();
                self.said = done.into();
                if forgets {
                    // Its button is gone.
                    self.focus = Some("form-title".into());
                }
                self.leave_what_is_gone();
            }
            Err(refusal) => {
                self.said = refusal.message().into();
                if let (Some(field), Some(typed)) = (field, typed) {
                    self.draft(field, typed.text.to_string(), Some(refusal.message()));
                }
            }
        }
    }

    /// Has words chosen: those that are marked in the article already, or by keyboard.
    fn choose(&mut self, purpose: Purpose) {
        let Some(work) = &self.work else { return };
        let marked = choose::marked(work.review.text());
        self.said = AttrValue::default();
        self.choosing = Some(purpose);
        if marked.is_some() {
            self.chosen(marked);
        }
        if self.choosing.is_some() {
            self.focus = Some(choose::FIELD.into());
        }
    }

    fn chosen(&mut self, extent: Option<Extent>) {
        let (Some(work), Some(purpose)) = (&mut self.work, self.choosing.clone()) else { return };
        let today = files::today();
        let done = match (extent, &purpose) {
            (None, _) => Err("No words are selected."),
            (Some(extent), Purpose::Add) => work.review.add(extent, &today).map_err(|refusal| refusal.message()),
            (Some(extent), Purpose::Words(id)) => {
                let edit = work.review.edit(id, Edit::Words(extent), &today);
                edit.map(|()| id.to_string()).map_err(|refusal| refusal.message())
            }
        };
        match done {
            Ok(id) => {
                work.renew();
                self.said = if purpose == Purpose::Add { "Attribution added." } else { "Words changed." }.into();
                self.go_to(id.into());
            }
            // What is selected stays so, to be mended.
            Err(message) => self.said = message.into(),
        }
    }

    fn step(&mut self, words: &'static str, step: fn(&mut Review) -> bool) {
        let Some(work) = &mut self.work else { return };
        self.stepped = true;
        if step(&mut work.review) {
            work.renew();
            self.drafts.clear();
            self.said = words.into();
            self.leave_what_is_gone();
        } else {
            self.said = "There is nothing more.".into();
        }
    }

    fn leave_what_is_gone(&mut self) {
        let is_there = |id: &AttrValue| self.work.as_ref().is_some_and(|work| work.entry(id).is_some());
        if self.open.as_ref().is_some_and(|id| !is_there(id)) {
            self.open = None;
            self.focus = Some("list-title".into());
        }
    }

    fn save(&mut self) {
        let Some(work) = &mut self.work else { return };
        let headline = work.shown.article.headline.clone().unwrap_or_default();
        if files::save(&files::name_for(&headline), &work.review.to_json()) {
            work.review.mark_saved();
            self.said = "Report saved.".into();
        } else {
            self.said = "Your browser did not allow saving.".into();
        }
    }

    fn anew(&mut self) {
        let ask = "The report is not saved. Begin with another article all the same?";
        let may =
            !self.unsaved.get() || window().is_some_and(|window| window.confirm_with_message(ask).unwrap_or(false));
        if may {
            self.work = None;
            self.open = None;
            self.choosing = None;
            self.drafts.clear();
            self.problems.clear();
            self.said = AttrValue::default();
            self.focus = Some(start::PASTE.into());
        }
    }

    fn paper(&self, ctx: &Context<Self>, work: &Work) -> Html {
        let on_action = ctx.link().callback(Msg::Act);
        let language = Some(work.shown.language.clone()).filter(|tag| !tag.is_empty());
        let (report, article) = (&work.shown, &work.article);
        let headed = work.shown.article.headline.as_deref() == article.as_str().lines().next();
        html! {
            <section class="paper" aria-labelledby="paper-title">
                <div class="paper-head">
                    <h2 id="paper-title">{ "The article" }</h2>
                    if self.choosing.is_none() {
                        { choose::button(ctx.link(), "Add an attribution", Purpose::Add, "choose") }
                    }
                </div>
                if let Some(purpose) = &self.choosing {
                    { choose::view(ctx.link(), purpose, work, &self.said) }
                } else {
                    <div class={if headed { "text headed" } else { "text" }} dir="auto" lang={language} id={choose::TEXT}>
                        <MarkedArticle {report} {article} open={self.open.clone()} lit={self.lit.clone()} {on_action} />
                    </div>
                }
            </section>
        }
    }
}

/// What a key asks for wherever it is pressed. In a field the keys are the field's own, but for saving.
fn shortcut(key: &KeyboardEvent) -> Option<Msg> {
    let field = key.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let typing = field.is_some_and(|field| matches!(field.local_name().as_str(), "input" | "textarea"));
    let command = key.ctrl_key() || key.meta_key();
    match (key.key().to_lowercase().as_str(), command, typing) {
        ("s", true, _) => Some(Msg::Save),
        ("z", true, false) => Some(if key.shift_key() { Msg::Redo } else { Msg::Undo }),
        ("y", true, false) => Some(Msg::Redo),
        ("escape", false, false) => Some(Msg::Back),
        _ => None,
    }
}
