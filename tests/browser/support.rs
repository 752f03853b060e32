//! A page to test on.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CustomEvent, Document, Element, HtmlElement, Node, Window};
use whosaid::report::{Attribution, Content, Extent, Form, Source, SourceKind, SourceRef};
use whosaid::steps::Steps;
use whosaid::{Options, Report, embed};

pub fn window() -> Window {
    web_sys::window().unwrap()
}

pub fn document() -> Document {
    window().document().unwrap()
}

/// A page of its own in the test's document; it goes with the value.
pub struct Page {
    pub root: Element,
}

impl Page {
    pub fn new(html: &str) -> Self {
        let root = document().create_element("div").unwrap();
        root.set_inner_html(html);
        document().body().unwrap().append_child(&root).unwrap();
        Self { root }
    }

    pub fn find(&self, selector: &str) -> Element {
        self.root.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}"))
    }

    pub fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }

    /// Mounts a widget for this page's `<article>` on its `<div class=widget>`.
    pub async fn mount(&self) -> embed::Handle {
        self.mount_with(&object(&[])).await
    }

    pub async fn mount_with(&self, config: &JsValue) -> embed::Handle {
        Reflect::set(config, &"for".into(), &self.find("article")).unwrap();
        embed::mount_with(self.find(".widget").into(), config, quotations).await.unwrap()
    }

    /// The buttons of the marks, in the order of the page.
    pub fn buttons(&self) -> Vec<HtmlElement> {
        let marks = self.root.query_selector_all("who-said-mark").unwrap();
        (0..marks.length()).map(|at| button(&marks.item(at).unwrap().unchecked_into())).collect()
    }

    /// The open panel.
    pub fn panel(&self) -> Option<Element> {
        let view = self.root.query_selector("who-said-view").unwrap()?;
        view.shadow_root().unwrap().query_selector("[role=dialog]").unwrap()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.remove();
    }
}

pub fn button(mark: &Element) -> HtmlElement {
    mark.shadow_root().unwrap().query_selector("button").unwrap().unwrap().unchecked_into()
}

pub fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (key, value) in entries {
        Reflect::set(&object, &(*key).into(), value).unwrap();
    }
    object.into()
}

/// An engine that takes everything between “ and ” for the words of Ada Quill.
pub fn quotations<'a>(text: &'a str, _: &'a Options) -> Steps<'a, Report> {
    Steps::of(async { report_on(text) })
}

fn report_on(text: &str) -> Report {
    let mut report = whosaid::analyze("", &Options::default());
    report.sources = vec![Source {
        id: "s1".into(),
        name: Some("Ada Quill".into()),
        label: None,
        kind: SourceKind::PersonNamed,
        role: None,
        mentions: Vec::new(),
    }];
    let chars: Vec<char> = text.chars().collect();
    let mut open = None;
    for (at, c) in chars.iter().enumerate() {
        match c {
            '“' => open = Some(at + 1),
            '”' => {
                if let Some(start) = open.take() {
                    let id = format!("q{}", report.attributions.len() + 1);
                    report.attributions.push(attribution(id, start, at, chars[start..at].iter().collect()));
                }
            }
            _ => {}
        }
    }
    report
}

fn attribution(id: String, start: usize, end: usize, exact: String) -> Attribution {
    let content = Content { start, end, segments: vec![Extent::new(start, end)], exact, ..Content::default() };
    let source =
        SourceRef { source: Some("s1".into()), start: None, end: None, text: String::new(), basis: Default::default() };
    Attribution {
        id,
        form: Form::Direct,
        nested_in: None,
        content,
        source: Some(source),
        candidates: Vec::new(),
        cue: None,
        addressee: None,
        medium: None,
        outlet: None,
        date: None,
        route: Default::default(),
        chain: Vec::new(),
        links: Vec::new(),
        missing: Vec::new(),
        confidence: 1.0,
        status: Default::default(),
        rule: String::new(),
        terms: None,
        original: None,
        confirmed_on: None,
        was: None,
    }
}

/// Everything below `root`, node by node, with what each holds.
pub fn snapshot(root: &Node) -> Vec<(Node, String)> {
    let mut nodes = vec![(root.clone(), describe(root))];
    let mut at = 0;
    while let Some((node, _)) = nodes.get(at).cloned() {
        let children = node.child_nodes();
        let found = (0..children.length()).map(|child| children.item(child).unwrap());
        let found: Vec<_> = found.map(|child| (child.clone(), describe(&child))).collect();
        nodes.splice(at + 1..at + 1, found);
        at += 1;
    }
    nodes
}

fn describe(node: &Node) -> String {
    let attributes = node.dyn_ref::<Element>().map(|element| {
        let names = element.get_attribute_names();
        names.iter().map(|name| format!(" {name:?}={:?}", element.get_attribute(&name.as_string().unwrap()))).collect()
    });
    format!("{} {:?}{}", node.node_name(), node.node_value(), attributes.unwrap_or(String::new()))
}

/// Panics unless `root` holds the very nodes of `before`, with what they held.
pub fn assert_same(before: &[(Node, String)], root: &Node) {
    let now = snapshot(root);
    let said = |nodes: &[(Node, String)]| nodes.iter().map(|(_, said)| said.clone()).collect::<Vec<_>>();
    assert_eq!(said(before), said(&now));
    assert!(before.iter().zip(&now).all(|((a, _), (b, _))| a.is_same_node(Some(b))), "the same nodes");
}

/// The next event of this name on `target`, for awaiting after what causes it.
pub fn next_event(target: &Element, name: &'static str) -> impl Future<Output = CustomEvent> + use<> {
    let target = target.clone();
    let promise = Promise::new(&mut |resolve: Function, _| {
        let options = web_sys::AddEventListenerOptions::new();
        options.set_once(true);
        target.add_event_listener_with_callback_and_add_event_listener_options(name, &resolve, &options).unwrap();
    });
    async move { JsFuture::from(promise).await.unwrap().unchecked_into() }
}

/// Until everything asked of Yew is rendered, and its effects have run.
pub async fn rendered() {
    yew::scheduler::flush().await;
}

/// Lets so many milliseconds pass, where it is to be shown that nothing happens in them.
pub async fn pause(milliseconds: i32) {
    let set = |resolve: Function, _| {
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).unwrap();
    };
    JsFuture::from(Promise::new(&mut |resolve, reject| set(resolve, reject))).await.unwrap();
}

/// The element with focus, through shadow roots.
pub fn focused() -> Option<Element> {
    let mut active = document().active_element()?;
    while let Some(inner) = active.shadow_root().and_then(|shadow| shadow.active_element()) {
        active = inner;
    }
    Some(active)
}

pub fn press(target: &Element, key: &str, shift: bool) {
    let init = web_sys::KeyboardEventInit::new();
    init.set_key(key);
    init.set_shift_key(shift);
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(true);
    let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    target.dispatch_event(&event).unwrap();
}
