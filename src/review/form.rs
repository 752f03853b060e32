//! One attribution: a verdict, the fields of its record, and what readers see of it.

use super::app::Desk;
use super::choose::{self, Purpose};
use super::fields::{Field, Fields};
use super::list::{piece, state_words};
use super::work::{Msg, Work};
use crate::editing::{Edit, State, is_by_hand};
use crate::panel::{Lang, Panel};
use crate::report::{Attribution, Form, MediumKind, Route, Source, SourceKind, Terms};
use yew::html::Scope;
use yew::{AttrValue, Html, html};

/// The `id` of the suggestions for names.
const NAMES: &str = "known-names";

pub fn view(desk: &Desk, work: &Work, entry: &Attribution, link: &Scope<Desk>) -> Html {
    let fields = Fields { desk, link, id: entry.id.clone().into() };
    let is_lost = work.shown.orphans.iter().any(|orphan| orphan.id == entry.id);
    html! {
        <section class="overview form-of" aria-labelledby="form-title" key={entry.id.clone()}>
            { ways(work, entry, link) }
            <h2 id="form-title" tabindex="-1"><span class="hidden">{ "Attribution: " }</span>
                { piece(desk, work, |view| view.utterance(entry, 220)) }</h2>
            { verdict(work, entry, is_lost, link) }
            { source(&fields, work, entry) }
            { manner(&fields, entry) }
            { occasion(&fields, entry) }
            { links(&fields, entry) }
            { original(&fields, entry) }
            { seen(work, entry, link) }
        </section>
    }
}

/// Back to all, and on to the next.
fn ways(work: &Work, entry: &Attribution, link: &Scope<Desk>) -> Html {
    let all = &work.shown.attributions;
    let at = all.iter().position(|other| other.id == entry.id);
    let to = |by: isize| {
        let other = at.and_then(|at| all.get(at.checked_add_signed(by)?));
        other.map(|other| AttrValue::from(other.id.clone()))
    };
    let step = |name: &'static str, other: Option<AttrValue>| {
        let disabled = other.is_none().then_some("true");
        let go = link.batch_callback(move |_| other.clone().map(Msg::Open));
        html! { <button type="button" class="quiet" aria-disabled={disabled} onclick={go}>{ name }</button> }
    };
    html! {
        <nav class="ways" aria-label="Attributions">
            <button type="button" class="quiet" onclick={link.callback(|_| Msg::Back)}>{ "All attributions" }</button>
            <span class="hint">{ at.map(|at| format!("{} of {}", at + 1, all.len())) }</span>
            { step("Previous", to(-1)) }
            { step("Next", to(1)) }
        </nav>
    }
}

/// Confirm, withhold, take back.
fn verdict(work: &Work, entry: &Attribution, is_lost: bool, link: &Scope<Desk>) -> Html {
    let state = work.review.state(entry);
    let id = AttrValue::from(entry.id.clone());
    let button = |name: &'static str, class: &'static str, edit: Edit| {
        let id = id.clone();
        let act = link.callback(move |_| Msg::Edit(None, id.clone(), edit.clone()));
        html! { <button type="button" {class} onclick={act}>{ name }</button> }
    };
    // Buttons that were pressed stay, so that focus is not lost.
    let settled = matches!(state, State::Confirmed | State::Corrected);
    let confirm = {
        let id = id.clone();
        let act = link.batch_callback(move |_| (!settled).then(|| Msg::Edit(None, id.clone(), Edit::Confirm)));
        let class = if settled { "quiet" } else { "primary" };
        html! { <button type="button" {class} aria-disabled={settled.then_some("true")} onclick={act}>{ "Confirm" }</button> }
    };
    let (name, edit) =
        if state == State::Withheld { ("Show it again", Edit::Restore) } else { ("Withhold", Edit::Withhold) };
    let withhold = button(name, "quiet", edit);
    let (words, class) = state_words(state);
    let explained = match state {
        State::Unreviewed => "Read from the article by software. Confirm it, or put it right below.",
        State::Confirmed => "Readers are told that the newsroom confirmed it.",
        State::Corrected => "Readers are told that the newsroom corrected it.",
        State::Withheld => "Readers do not see it.",
        State::Changed => "The article has other words now. Confirm these, or withhold them.",
    };
    let take_back = if is_by_hand(entry) { "Remove" } else { "Discard what I said" };
    html! {
        <div class="verdict">
            <p class="standing"><span class={class}>{ words }</span>{ " " }<span class="hint">{ explained }</span></p>
            <div class="buttons" role="group" aria-label="Verdict">
                if !is_lost {
                    { confirm }
                }
                { withhold }
                if work.review.has_entry(&entry.id) {
                    { button(take_back, "quiet", Edit::Forget) }
                }
                { choose::button(link, "Choose other words", Purpose::Words(id.clone()), "choose-words") }
            </div>
        </div>
    }
}

fn group(legend: &'static str, fields: Html) -> Html {
    html! { <fieldset><legend>{ legend }</legend>{ fields }</fieldset> }
}

fn source(fields: &Fields, work: &Work, entry: &Attribution) -> Html {
    let messages = fields.desk.lang.messages();
    let source: Option<&Source> = entry.speaker().and_then(|id| work.shown.sources.iter().find(|it| it.id == id));
    let basis = entry.source.as_ref().filter(|_| source.is_some()).map(|source| source.basis);
    let names = work.shown.sources.iter().filter_map(|source| source.name.clone());
    let kinds = SourceKind::ALL.iter().map(|&kind| (kind.as_str(), messages.kind(kind), Edit::Kind(kind))).collect();
    let kind = source.map_or(SourceKind::Unattributed, |source| source.kind);
    let label = source.filter(|source| source.name.is_none()).and_then(|source| source.label.as_deref());
    group(
        "Source",
        html! {
            <>
                { fields.text(&Field { name: "field-name".into(), label: "Name", value: source.and_then(|source| source.name.as_deref()), basis,
                    list: Some(NAMES), ..Field::default() }, Edit::Name) }
                <datalist id={NAMES}>{ for names.map(|name| html! { <option value={name} /> }) }</datalist>
                if let Some(label) = label {
                    <p class="hint">{ "The article calls the source " }<q dir="auto">{ label }</q>{ "." }</p>
                }
                { fields.choice(&Field { name: "field-kind".into(), label: "Kind", value: Some(kind.as_str()), ..Field::default() }, kinds) }
                { fields.text(&Field { name: "field-role".into(), label: "Role", value: source.and_then(|source| source.role.as_deref()),
                    ..Field::default() }, Edit::Role) }
            </>
        },
    )
}

fn manner(fields: &Fields, entry: &Attribution) -> Html {
    let messages = fields.desk.lang.messages();
    let forms = Form::ALL.iter().map(|&form| (form.as_str(), messages.form(form), Edit::Form(form))).collect();
    let routes = Route::ALL.iter().map(|&route| (route.as_str(), messages.route(route), Edit::Route(route))).collect();
    group(
        "Form and way",
        html! {
            <>
                { fields.choice(&Field { name: "field-form".into(), label: "Form", value: Some(entry.form.as_str()), ..Field::default() }, forms) }
                { fields.choice(&Field { name: "field-route".into(), label: "How it reached the article", value: Some(entry.route.as_str()),
                    ..Field::default() }, routes) }
            </>
        },
    )
}

fn occasion(fields: &Fields, entry: &Attribution) -> Html {
    let messages = fields.desk.lang.messages();
    let medium = entry.medium.as_ref();
    let addressee = entry.addressee.as_ref();
    let name = |kind: MediumKind| if kind == MediumKind::Unknown { "Not stated" } else { messages.medium(kind) };
    let media = MediumKind::ALL.iter().map(|&kind| (kind.as_str(), name(kind), Edit::Medium(Some(kind)))).collect();
    let outlet = entry.outlet.as_ref();
    let date = entry.date.as_ref();
    group(
        "The occasion",
        html! {
            <>
                { fields.text(&Field { name: "field-addressee".into(), label: "To whom", value: addressee.map(|it| it.name.as_str()),
                    basis: addressee.map(|it| it.basis), ..Field::default() }, Edit::Addressee) }
                if addressee.is_some() {
                    { fields.text(&Field { name: "field-affiliation".into(), label: "Works for",
                        value: addressee.and_then(|it| it.affiliation.as_deref()), ..Field::default() }, Edit::Affiliation) }
                }
                { fields.choice(&Field { name: "field-medium".into(), label: "Medium", basis: medium.map(|it| it.basis),
                    value: Some(medium.map_or(MediumKind::Unknown, |it| it.kind).as_str()), ..Field::default() }, media) }
                { fields.text(&Field { name: "field-outlet".into(), label: "Outlet", value: outlet.map(|it| it.name.as_str()),
                    basis: outlet.map(|it| it.basis), ..Field::default() }, Edit::Outlet) }
                { fields.text(&Field { name: "field-date".into(), label: "When", value: date.map(|it| it.edtf.as_str()),
                    basis: date.map(|it| it.basis), hint: Some("2024-05-03, 2024-05, or [..2024-05-03] for no later than"), ..Field::default() },
                    Edit::Date) }
            </>
        },
    )
}

fn links(fields: &Fields, entry: &Attribution) -> Html {
    let messages = fields.desk.lang.messages();
    let none = ("", "Not given", Edit::Terms(None));
    let named = Terms::ALL.iter().map(|&terms| (terms.as_str(), messages.terms(terms), Edit::Terms(Some(terms))));
    let terms = std::iter::once(none).chain(named).collect();
    let link = |at: usize| {
        let value = entry.links.get(at).map(|link| link.url.as_str());
        let label = if value.is_some() { "Link" } else { "One more link" };
        let hint = value.map(|_| "Empty it to remove it");
        let name = format!("field-link-{at}").into();
        let field = Field { name, label, value, hint, ..Field::default() };
        html! { <div key={at}>{ fields.text(&field, move |url| Edit::Link(at, url)) }</div> }
    };
    group(
        "Terms and links",
        html! {
            <>
                { fields.choice(&Field { name: "field-terms".into(), label: "Terms", value: Some(entry.terms.map_or("", |terms| terms.as_str())),
                    ..Field::default() }, terms) }
                { for (0..=entry.links.len()).map(link) }
            </>
        },
    )
}

fn original(fields: &Fields, entry: &Attribution) -> Html {
    let original = entry.original.as_ref();
    group(
        "The original",
        html! {
            <>
                { fields.text(&Field { name: "field-original".into(), label: "Text of the transcript, post or document", long: true,
                    value: original.map(|it| it.text.as_str()), hint: Some("Readers see how the words compare with it"), ..Field::default() },
                    Edit::Original) }
                if original.is_some() {
                    { fields.text(&Field { name: "field-original-title".into(), label: "What it is called",
                        value: original.and_then(|it| it.title.as_deref()), ..Field::default() }, Edit::OriginalTitle) }
                    { fields.text(&Field { name: "field-original-address".into(), label: "Its address",
                        value: original.and_then(|it| it.url.as_deref()), ..Field::default() }, Edit::OriginalAddress) }
                }
            </>
        },
    )
}

/// The panel as readers have it, in their language.
fn seen(work: &Work, entry: &Attribution, link: &Scope<Desk>) -> Html {
    let (report, article) = (&work.shown, &work.article);
    let lang = Lang::from_tag(&work.shown.language);
    html! {
        <div class="seen">
            <h3>{ "What readers see" }</h3>
            <Panel {report} {article} id={entry.id.clone()} {lang} popover={false} on_action={link.callback(Msg::Act)} />
        </div>
    }
}
