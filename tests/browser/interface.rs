//! Panel, focus, events, configuration: what readers and publishers' scripts do.

use crate::support::{Page, document, focused, next_event, object, press, quotations, rendered};
use js_sys::{Function, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CustomEvent, Element};
use whosaid::embed;

const STORY: &str = "<article lang=en><p>“One,” she said.</p><p>“Two” and “three”.</p></article>\
    <button id=page>page</button><div class=widget></div>";

fn text(value: &JsValue, key: &str) -> Option<String> {
    Reflect::get(value, &key.into()).unwrap().as_string()
}

fn expanded(page: &Page) -> Vec<bool> {
    let states = page.buttons().into_iter().map(|button| button.get_attribute("aria-expanded").unwrap() == "true");
    states.collect()
}

#[wasm_bindgen_test]
async fn a_mark_says_the_essentials_and_opens_its_panel() {
    let page = Page::new(STORY);
    let handle = page.mount().await;
    rendered().await;
    let buttons = page.buttons();
    assert_eq!(buttons.len(), 3);
    assert!(buttons[0].get_attribute("aria-label").unwrap().contains("Ada Quill"));
    assert!(page.panel().is_none());
    buttons[1].focus().unwrap();
    buttons[1].click();
    rendered().await;
    let panel = page.panel().unwrap();
    assert!(panel.matches(":popover-open").unwrap());
    assert_eq!(expanded(&page), [false, true, false]);
    assert!(focused().unwrap().is_same_node(Some(&panel)), "focus goes into the panel");
    press(&panel, "Escape", false);
    rendered().await;
    assert!(page.panel().is_none());
    assert!(focused().unwrap().is_same_node(Some(&buttons[1])), "and back");
    assert_eq!(expanded(&page), [false, false, false]);
    buttons[1].click();
    rendered().await;
    buttons[1].click();
    rendered().await;
    assert!(page.panel().is_none(), "pressed again it closes");
    handle.destroy();
}

#[wasm_bindgen_test]
async fn tab_past_the_end_gives_focus_back_to_the_mark() {
    let page = Page::new(STORY);
    let handle = page.mount().await;
    rendered().await;
    let mark = page.buttons()[0].clone();
    for back in [false, true] {
        mark.click();
        rendered().await;
        let panel = page.panel().unwrap();
        if !back {
            let all = panel.query_selector_all("a[href],button:not([disabled])").unwrap();
            let last: web_sys::HtmlElement = all.item(all.length() - 1).unwrap().unchecked_into();
            last.focus().unwrap();
        }
        press(&focused().unwrap(), "Tab", back);
        rendered().await;
        assert!(page.panel().is_none());
        assert!(focused().unwrap().is_same_node(Some(&mark)));
    }
    handle.destroy();
}

#[wasm_bindgen_test]
async fn a_press_elsewhere_closes_and_leaves_focus() {
    let page = Page::new(STORY);
    let handle = page.mount().await;
    rendered().await;
    page.buttons()[0].click();
    rendered().await;
    let elsewhere: web_sys::HtmlElement = page.find("#page").unchecked_into();
    elsewhere.focus().unwrap();
    let init = web_sys::PointerEventInit::new();
    init.set_bubbles(true);
    let event = web_sys::PointerEvent::new_with_event_init_dict("pointerdown", &init).unwrap();
    elsewhere.dispatch_event(&event).unwrap();
    rendered().await;
    assert!(page.panel().is_none());
    assert!(focused().unwrap().is_same_node(Some(&elsewhere)));
    handle.destroy();
}

#[wasm_bindgen_test]
async fn events_are_sent_and_opening_can_be_prevented() {
    let page = Page::new(STORY);
    let widget = page.find(".widget");
    let ready = next_event(&widget, "whosaid:ready");
    let handle = page.mount().await;
    let event = ready.await;
    assert_eq!(Reflect::get(&event.detail(), &"attributions".into()).unwrap().as_f64(), Some(3.0));
    assert!(event.bubbles() && event.composed());

    let opening = next_event(&document().document_element().unwrap(), "whosaid:open");
    handle.open("q3");
    assert_eq!(text(&opening.await.detail(), "id").as_deref(), Some("q3"));
    rendered().await;
    let closing = next_event(&widget, "whosaid:close");
    handle.close();
    assert_eq!(text(&closing.await.detail(), "id").as_deref(), Some("q3"));

    let prevent = Closure::<dyn Fn(CustomEvent)>::new(|event: CustomEvent| event.prevent_default());
    let listener: &Function = prevent.as_ref().unchecked_ref();
    widget.add_event_listener_with_callback("whosaid:open", listener).unwrap();
    handle.open("q1");
    rendered().await;
    assert!(page.panel().is_none());
    handle.open("no such id");
    handle.destroy();
}

#[wasm_bindgen_test]
async fn listeners_may_call_the_widget() {
    let page = Page::new(STORY);
    let handle = Rc::new(page.mount().await);
    rendered().await;
    let calls = Rc::new(Cell::new(0));
    let (inner, counted) = (Rc::clone(&handle), Rc::clone(&calls));
    let meddle = Closure::<dyn Fn(CustomEvent)>::new(move |event: CustomEvent| {
        counted.set(counted.get() + 1);
        inner.refresh();
        inner.report();
        match event.type_().as_str() {
            "whosaid:open" => inner.update(&object(&[("lang", "de".into())])).unwrap(),
            _ => inner.destroy(),
        }
    });
    for name in ["whosaid:open", "whosaid:close"] {
        page.find(".widget").add_event_listener_with_callback(name, meddle.as_ref().unchecked_ref()).unwrap();
    }
    page.buttons()[0].click();
    rendered().await;
    assert!(page.panel().is_some());
    handle.close();
    rendered().await;
    assert_eq!(calls.get(), 2);
    assert_eq!(page.count("who-said-mark"), 0, "destroyed by its listener");
}

#[wasm_bindgen_test]
async fn update_changes_what_it_names() {
    let page = Page::new(STORY);
    let ready = || next_event(&page.find(".widget"), "whosaid:ready");
    let first = ready();
    let handle = page.mount().await;
    first.await;
    let english = page.buttons()[0].get_attribute("aria-label").unwrap();
    let german = ready();
    handle.update(&object(&[("lang", "de".into()), ("theme", "dark".into())])).unwrap();
    german.await;
    assert_ne!(page.buttons()[0].get_attribute("aria-label").unwrap(), english);
    let view = page.find("who-said-view");
    assert_eq!(view.get_attribute("data-theme").as_deref(), Some("dark"));
    assert!(overview(&view));
    let back = ready();
    handle.update(&object(&[("overview", false.into()), ("lang", JsValue::NULL)])).unwrap();
    back.await;
    rendered().await;
    assert_eq!(page.buttons()[0].get_attribute("aria-label").unwrap(), english);
    assert!(!overview(&view));
    assert_eq!(view.get_attribute("data-theme").as_deref(), Some("dark"), "what is not named stays");
    handle.destroy();
}

fn overview(view: &Element) -> bool {
    view.shadow_root().unwrap().get_element_by_id(whosaid::panel::OVERVIEW_ID).is_some()
}

#[wasm_bindgen_test]
async fn mistakes_in_the_configuration_name_place_and_mend_and_touch_nothing() {
    let page = Page::new(STORY);
    let before = page.root.inner_html();
    let mount = async |config: &JsValue| embed::mount_with(page.find(".widget").into(), config, quotations).await;
    for (key, value, place) in [
        ("theme", JsValue::from("pink"), "config.theme"),
        ("theme", JsValue::from(7), "config.theme"),
        ("lang", JsValue::from(7), "config.lang"),
        ("overview", JsValue::from("yes"), "config.overview"),
        ("newsroom", object(&[]), "config.newsroom"),
        ("for", JsValue::from(true), "config.for"),
        ("for", JsValue::from("#nowhere"), "config.for"),
        ("for", JsValue::from("!!"), "config.for"),
    ] {
        let error: js_sys::Error = mount(&object(&[(key, value)])).await.map(drop).unwrap_err().unchecked_into();
        assert_eq!(String::from(error.name()), "WhoSaidError");
        let message = String::from(error.message());
        assert!(message.starts_with(place), "{message}");
        assert!(text(&error, "code").is_some());
        assert_eq!(page.root.inner_html(), before);
    }
    for config in [JsValue::from(7), JsValue::from("x")] {
        assert!(mount(&config).await.is_err());
    }
    assert!(embed::mount(JsValue::from("#nowhere"), JsValue::UNDEFINED).await.is_err());
    assert!(embed::mount(JsValue::from(3), JsValue::UNDEFINED).await.is_err());
}

#[wasm_bindgen_test]
async fn unknown_and_inherited_keys_are_ignored() {
    let page = Page::new(STORY);
    let json = "{\"__proto__\":{\"theme\":7},\"constructor\":1,\"colour\":\"red\",\"toString\":7}";
    let handle = page.mount_with(&js_sys::JSON::parse(json).unwrap()).await;
    rendered().await;
    let inherited: js_sys::Object = js_sys::Object::create(object(&[("theme", 7.into())]).unchecked_ref());
    handle.update(&inherited).unwrap();
    handle.update(&JsValue::UNDEFINED).unwrap();
    assert!(handle.update(&object(&[("theme", 7.into())])).is_err());
    assert_eq!(page.count("who-said-mark"), 3, "a refused update changes nothing");
    handle.destroy();
}

#[wasm_bindgen_test]
async fn the_report_is_plain_data() {
    let page = Page::new(STORY);
    let handle = page.mount().await;
    let report = handle.report();
    let attributions: js_sys::Array = Reflect::get(&report, &"attributions".into()).unwrap().unchecked_into();
    assert_eq!(attributions.length(), 3);
    let content = Reflect::get(&attributions.get(1), &"content".into()).unwrap();
    assert_eq!(text(&content, "exact").as_deref(), Some("Two"));
    let segments = Reflect::get(&content, &"segments".into()).unwrap();
    assert_eq!(String::from(js_sys::JSON::stringify(&segments).unwrap()), "[[18,21]]");
    assert!(Reflect::get(&attributions.get(1), &"nested_in".into()).unwrap().is_null());
    assert_eq!(handle.text().unwrap(), "“One,” she said.\n“Two” and “three”.");
    handle.destroy();
}
