//! Fields of the form: a label, what is in it, on what that rests, and why it was refused.

use super::app::Desk;
use super::start::typed;
use super::work::{Draft, Msg};
use crate::editing::Edit;
use crate::panel::View;
use crate::report::Basis;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement, InputEvent, KeyboardEvent};
use yew::html::Scope;
use yew::virtual_dom::{VTag, VText};
use yew::{AttrValue, Html, html};

/// The fields of one attribution.
pub struct Fields<'a> {
    pub desk: &'a Desk,
    pub link: &'a Scope<Desk>,
    /// Of which attribution.
    pub id: AttrValue,
}

/// What a field is like.
#[derive(Default)]
pub struct Field<'a> {
    /// Its `id`.
    pub name: AttrValue,
    pub label: &'static str,
    pub value: Option<&'a str>,
    pub basis: Option<Basis>,
    /// What is written there, in small letters.
    pub hint: Option<&'static str>,
    /// The `id` of a list of suggestions.
    pub list: Option<&'static str>,
    /// Whether it has several lines.
    pub long: bool,
}

impl Fields<'_> {
    fn draft(&self, field: &Field) -> Option<&Draft> {
        self.desk.drafts.iter().find(|draft| draft.id == self.id && draft.field == field.name)
    }

    /// A field for words.
    pub fn text(&self, field: &Field, edit: impl Fn(String) -> Edit + 'static) -> Html {
        let draft = self.draft(field);
        let value = draft.map_or_else(|| field.value.unwrap_or_default().to_owned().into(), |draft| draft.text.clone());
        let error = draft.and_then(|draft| draft.error);
        let (name, id) = (field.name.clone(), self.id.clone());
        let oninput = self.link.batch_callback(move |event: InputEvent| Some(Msg::Type(name.clone(), typed(&event)?)));
        let name = field.name.clone();
        let onchange = self
            .link
            .batch_callback(move |event: Event| Some(Msg::Edit(Some(name.clone()), id.clone(), edit(typed(&event)?))));
        let help = AttrValue::from(format!("{}-help", field.name));
        let described = (error.is_some() || field.hint.is_some()).then(|| help.clone());
        let invalid = error.map(|_| "true");
        let id = field.name.clone();
        let control = if field.long {
            html! { <textarea {id} rows="4" dir="auto" {value} {oninput} {onchange} aria-describedby={described} aria-invalid={invalid} /> }
        } else {
            html! { <input type="text" {id} dir="auto" autocomplete="off" list={field.list} {value} {oninput} {onchange} onkeydown={done_by_enter}
            aria-describedby={described} aria-invalid={invalid} /> }
        };
        let help = match error {
            Some(error) => html! { <p class="error" id={help}>{ error }</p> },
            None => html! { if let Some(hint) = field.hint { <p class="hint" id={help}>{ hint }</p> } },
        };
        self.row(field, html! { <>{ control }{ help }</> })
    }

    /// A field with a closed set of values: the word of each, what it is called, and what choosing it does.
    pub fn choice(&self, field: &Field, options: Vec<(&'static str, &'static str, Edit)>) -> Html {
        let id = self.id.clone();
        let chosen = field.value.unwrap_or_default();
        let shown: Vec<Html> = options.iter().map(|(word, name, _)| option(word, name, *word == chosen)).collect();
        let onchange = self.link.batch_callback(move |event: Event| {
            let field: HtmlSelectElement = event.target()?.dyn_into().ok()?;
            let (.., edit) = options.get(usize::try_from(field.selected_index()).ok()?)?;
            Some(Msg::Edit(None, id.clone(), edit.clone()))
        });
        self.row(field, html! { <select id={field.name.clone()} {onchange}>{ for shown }</select> })
    }

    fn row(&self, field: &Field, control: Html) -> Html {
        let basis = field.basis.map(|basis| piece(self.desk, |view| view.basis(basis)));
        html! {
            <div class="field">
                <label for={field.name.clone()}>{ field.label }</label>
                { for basis }
                { control }
            </div>
        }
    }
}

/// An option. Chosen is a property, as the attribute says nothing once somebody chose by hand.
fn option(word: &'static str, name: &'static str, chosen: bool) -> Html {
    let mut option = VTag::new("option");
    option.add_attribute("value", word);
    option.add_property("selected", chosen);
    option.add_child(VText::new(name).into());
    option.into()
}

/// A piece of the widget's panels that needs no article.
fn piece(desk: &Desk, draw: impl FnOnce(&mut View)) -> Html {
    match &desk.work {
        Some(work) => super::list::piece(desk, work, draw),
        None => Html::default(),
    }
}

/// Enter is done with a field, as leaving it is.
fn done_by_enter(event: KeyboardEvent) {
    if event.key() != "Enter" {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(target) = target {
        // Firefox and WebKit tell of a change here by themselves; the second time nothing is different.
        let change = web_sys::EventInit::new();
        change.set_bubbles(true);
        if let Ok(change) = Event::new_with_event_init_dict("change", &change) {
            let _ = target.dispatch_event(&change);
        }
    }
}
