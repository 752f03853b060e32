//! "Voices in this story": all attributions at a glance.

mod list;
mod share;
mod table;

use super::glyph::{VOICES, gap_glyph, icon, source_glyph_silent};
use super::node::tag;
use super::sheet::{close_button, grip, slot, tool};
use super::view::{Answer, On, View, visible};
use super::{Action, OVERVIEW_ID, OverviewProps};
use crate::report::{Attribution, Source, SourceKind};
use share::{Share, by_most, clear_source, count, shares};
use yew::{AttrValue, Callback, Html, component, use_state};

/// In what order the attributions stand.
#[derive(Clone, Copy, PartialEq)]
enum Choice {
    /// In that of the text.
    InOrder,
    /// Each source's together, in the order in which they appear.
    BySource,
    /// The same, the most quoted first.
    ByShare,
}

/// How many attributions a long list begins with: what is beyond is shown when it is asked for.
pub const FIRST: usize = 100;

/// What the reader chose to see.
#[derive(Clone)]
pub struct Chosen {
    order: Choice,
    /// None for all; a kind of none for what is not clear.
    kind: Option<Option<SourceKind>>,
    /// What was typed into the search field.
    query: AttrValue,
    /// Whether a list longer than [`FIRST`] is shown to its end.
    whole: bool,
}

impl Chosen {
    /// What is shown before a reader chose anything.
    pub fn new(props: &OverviewProps) -> Self {
        let order = if props.by_source { Choice::BySource } else { Choice::InOrder };
        Self { order, kind: None, query: AttrValue::default(), whole: false }
    }

    /// The same, with another query.
    pub fn with_query(&self, query: String) -> Self {
        Self { query: query.into(), ..self.clone() }
    }

    /// Whether anything is left out.
    fn narrows(&self) -> bool {
        self.kind.is_some() || !self.query.trim().is_empty()
    }

    /// Whether an attribution is among what the reader asked for. `query` is in lower case.
    fn shows(&self, view: &View, entry: &Attribution, query: &str) -> bool {
        let source = clear_source(view.report, entry);
        let of_kind = self.kind.is_none_or(|kind| source.map(|source| source.kind) == kind);
        let holds = |words: &str| words.to_lowercase().contains(query);
        let named = source.and_then(|source| source.name.as_deref().or(source.label.as_deref()));
        of_kind && (query.is_empty() || holds(&entry.content.exact) || named.is_some_and(holds))
    }
}

/// All attributions of the article.
#[component]
pub fn Overview(props: &OverviewProps) -> Html {
    let chosen = use_state(|| Chosen::new(props));
    let state = chosen.clone();
    overview(props, &chosen, Callback::from(move |chosen| state.set(chosen)))
}

/// The button that opens the overview ([`Action::OpenOverview`]) where there is no room for it.
#[component]
pub fn Launcher(props: &OverviewProps) -> Html {
    launcher(props, false)
}

/// What [`Overview`] shows; `choose` is told of another choice.
pub fn overview(props: &OverviewProps, chosen: &Chosen, choose: Callback<Chosen>) -> Html {
    let mut view = View::new(&props.report, &props.article, props.lang, &props.on_action);
    view.on_choice = choose;
    if props.popover {
        // Closed by the browser itself: by `Escape`, and by a press beside it.
        view.tree.open(tag!("div", "class" = "sheet voices-sheet", "popover" = "auto"));
    }
    view.tree.open(tag!(
        "section",
        "class" = "overview",
        "id" = OVERVIEW_ID,
        "role" = if props.popover { "dialog" } else { "" },
        "tabindex" = "-1",
        "aria-labelledby" = "who-said-overview-title",
        "lang" = props.lang.tag(),
        "dir" = props.lang.direction()
    ));
    view.tree.reach(&props.root);
    content(&mut view, props, chosen);
    view.tree.close();
    if props.popover {
        view.tree.close();
    }
    view.done()
}

fn content(view: &mut View, props: &OverviewProps, chosen: &Chosen) {
    let shares = shares(&props.report, &props.article);
    let order = by_most(&shares.iter().map(|share| share.words).collect::<Vec<usize>>());
    if props.popover {
        grip(view);
    }
    title(view, props);
    slot(view, "overview-header");
    filters(view, chosen, &shares);
    view.el(tag!("div", "class" = "charts"), |view| {
        if props.most > 0 {
            table::charts(view, &shares, &order);
        }
    });
    tools(view, chosen);
    list::list(view, chosen, &shares, &order, props);
    view.el(tag!("div", "class" = "tools"), |view| {
        tool(view, view.messages.download(), Action::Download);
        tool(view, view.messages.print(), Action::Print);
    });
    slot(view, "overview-footer");
}

/// What [`Launcher`] shows; `open` says whether the overview is open.
pub fn launcher(props: &OverviewProps, open: bool) -> Html {
    let mut view = View::new(&props.report, &props.article, props.lang, &props.on_action);
    view.tree.open(tag!(
        "button",
        "class" = "launcher",
        "type" = "button",
        "aria-haspopup" = "dialog",
        "aria-expanded" = if open { "true" } else { "false" },
        "lang" = props.lang.tag(),
        "dir" = props.lang.direction()
    ));
    view.on_click(if open { Action::CloseOverview } else { Action::OpenOverview });
    icon(&mut view, VOICES);
    view.leaf(tag!("span"), view.messages.voices());
    let count = visible(view.report).count();
    view.el(tag!("span", "class" = "count"), |view| view.said(count.to_string()));
    view.tree.close();
    view.done()
}

fn title(view: &mut View, props: &OverviewProps) {
    let found = view.messages.count(view.messages.found(), visible(view.report).count());
    view.el(tag!("header", "class" = "overview-head"), |view| {
        view.leaf(tag!("h2", "class" = "title", "id" = "who-said-overview-title"), view.messages.voices());
        view.el(tag!("p"), |view| view.said(found));
        if view.report.sources_unread {
            view.leaf(tag!("p", "class" = "unread"), view.messages.sources_unread());
        }
        if props.closable {
            close_button(view, Action::CloseOverview);
        }
    });
}

/// A source's name, or that it is not clear.
fn name(view: &mut View, source: Option<&Source>) {
    match source {
        Some(source) => view.source_name(source),
        None => view.text(view.messages.unclear()),
    }
}

/// The mix of kinds: how many sources of each, every one a button that shows only these.
fn filters(view: &mut View, chosen: &Chosen, shares: &[Share]) {
    let messages = view.messages;
    view.el(tag!("ul", "class" = "kinds", "role" = "list", "aria-label" = messages.filter()), |view| {
        for &kind in SourceKind::ALL {
            filter(view, chosen, Some(kind), count(shares, Some(kind)));
        }
        filter(view, chosen, None, count(shares, None));
    });
}

/// The filter for one kind; for what is not clear as none.
fn filter(view: &mut View, chosen: &Chosen, kind: Option<SourceKind>, count: usize) {
    if count == 0 {
        return;
    }
    let pressed = chosen.kind == Some(kind);
    let next = Chosen { kind: if pressed { None } else { Some(kind) }, ..chosen.clone() };
    view.tree.open(tag!("li"));
    view.tree.key(kind.map_or("", SourceKind::as_str).into());
    open_toggle(view, "kind", pressed, next);
    match kind {
        Some(kind) => source_glyph_silent(view, kind),
        None => gap_glyph(view),
    }
    view.leaf(tag!("span"), kind.map_or(view.messages.unclear(), |kind| view.messages.kind(kind)));
    view.tree.open(tag!("span", "class" = "count"));
    view.said(count.to_string());
    view.tree.close();
    view.tree.close();
    view.tree.close();
}

fn tools(view: &mut View, chosen: &Chosen) {
    let messages = view.messages;
    view.el(tag!("div", "class" = "choices"), |view| {
        view.el(tag!("div", "class" = "orders", "role" = "group", "aria-label" = messages.order()), |view| {
            for (name, order) in [
                (messages.in_order(), Choice::InOrder),
                (messages.by_source(), Choice::BySource),
                (messages.by_share(), Choice::ByShare),
            ] {
                let next = Chosen { order, ..chosen.clone() };
                open_toggle(view, "order", chosen.order == order, next);
                view.text(name);
                view.tree.close();
            }
        });
        view.el(tag!("label", "class" = "search"), |view| {
            view.leaf(tag!("span"), messages.search());
            field(view, chosen);
        });
    });
}

/// The search field. It keeps what is typed itself; a value given back would move the caret.
fn field(view: &mut View, chosen: &Chosen) {
    view.tree.open(tag!("input", "type" = "search", "autocomplete" = "off", "spellcheck" = "false"));
    view.on(On::Input, Answer::Search(chosen.clone()));
    view.tree.close();
}

/// Opens a button that stays pressed; it sets what is chosen to `next`.
fn open_toggle(view: &mut View, class: &'static str, pressed: bool, next: Chosen) {
    let pressed = if pressed { "true" } else { "false" };
    view.tree.open(tag!("button", "class" = class, "type" = "button", "aria-pressed" = pressed));
    view.on(On::Click, Answer::Choose(next));
}
