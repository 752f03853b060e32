//! The widget is a guest: it leaves the article as it was, and follows what the page does with it.

use crate::support::{Page, assert_same, document, next_event, pause, rendered, snapshot, window};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Text};

const STORY: &str = "<article><h1>Dam</h1>\n<p>“One,” she said. “Two” and “three”</p><p><a href='#a'>a “linked” word</a> and \
    <q>quoted</q>, <em>“emphasis”</em>.</p> <p>“A “nested” one”</p></article><div class=widget></div>";

fn highlights() -> u32 {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).unwrap();
    let registry = Reflect::get(&css, &"highlights".into()).unwrap();
    Reflect::get(&registry, &"size".into()).unwrap().as_f64().unwrap() as u32
}

#[wasm_bindgen_test]
async fn destroy_restores_the_article_node_for_node() {
    let page = Page::new(STORY);
    let before = snapshot(&page.root);
    let sheets = document().adopted_style_sheets().length();
    let handle = page.mount().await;
    rendered().await;
    assert!(page.count("who-said-mark") >= 5);
    assert!(highlights() > 0 && document().adopted_style_sheets().length() > sheets);
    handle.open("q2");
    rendered().await;
    handle.destroy();
    rendered().await;
    assert_same(&before, &page.root);
    assert_eq!((highlights(), document().adopted_style_sheets().length()), (0, sheets));
    handle.destroy();
    assert!(handle.report().is_undefined(), "after destroy() nothing happens");
}

#[wasm_bindgen_test]
async fn the_text_is_the_same_with_marks() {
    let page = Page::new(STORY);
    let article = page.find("article");
    let before = article.text_content();
    let handle = page.mount().await;
    rendered().await;
    assert_eq!(article.text_content(), before);
    assert_eq!(page.count("a who-said-mark") + page.count("q who-said-mark") + page.count("em who-said-mark"), 0);
    let nodes = snapshot(&article).len();
    let marks = page.count("who-said-mark") as usize;
    handle.destroy();
    let added = nodes - snapshot(&article).len();
    assert!(added <= marks * 2, "a mark is one element and at most one text node more: {added} for {marks}");
}

#[wasm_bindgen_test]
async fn mounting_again_replaces_and_two_widgets_stand_side_by_side() {
    let one = Page::new(STORY);
    let two = Page::new("<article><p>“Other,” he said.</p></article><div class=widget></div>");
    let (first, second) = (one.mount().await, two.mount().await);
    rendered().await;
    let marks = one.count("who-said-mark");
    let again = one.mount().await;
    rendered().await;
    assert_eq!(one.count("who-said-mark"), marks, "not twice");
    assert_eq!((one.count("who-said-view"), two.count("who-said-mark")), (1, 1));
    assert!(first.report().is_undefined());
    assert_eq!(second.text().unwrap(), "“Other,” he said.");
    again.destroy();
    rendered().await;
    assert!(highlights() > 0, "the other widget's decorations stay");
    second.destroy();
    assert_eq!(highlights(), 0);
}

#[wasm_bindgen_test]
async fn a_second_widget_on_one_article_sets_no_marks_and_takes_none_away() {
    let page = Page::new(&STORY.replace("<div class=widget></div>", "<div class=widget></div><div class=other></div>"));
    let before = snapshot(&page.find("article"));
    let first = page.mount().await;
    rendered().await;
    let marks = page.count("who-said-mark");
    let config = crate::support::object(&[("for", page.find("article").into())]);
    let target = page.find(".other").into();
    let second = whosaid::embed::mount_with(target, &config, crate::support::quotations).await.unwrap();
    rendered().await;
    assert_eq!(page.count("who-said-mark"), marks);
    second.destroy();
    assert_eq!(page.count("who-said-mark"), marks);
    first.destroy();
    assert_same(&before, &page.find("article"));
}

#[wasm_bindgen_test]
async fn late_text_is_read_and_marked() {
    let page = Page::new(STORY);
    let widget = page.find(".widget");
    let handle = page.mount().await;
    next_event(&widget, "whosaid:ready").await;
    let marks = page.count("who-said-mark");
    let ready = next_event(&widget, "whosaid:ready");
    let late = document().create_element("p").unwrap();
    late.set_text_content(Some("“Late,” he said."));
    page.find("article").append_child(&late).unwrap();
    let event = ready.await;
    assert_eq!(page.count("who-said-mark"), marks + 1);
    let counted = Reflect::get(&event.detail(), &"attributions".into()).unwrap();
    assert_eq!(counted.as_f64(), Some(f64::from(marks + 1)));
    handle.destroy();
    assert_eq!(late.child_nodes().length(), 1);
}

#[wasm_bindgen_test]
async fn a_framework_that_writes_its_text_node_anew_gets_its_text_and_no_more() {
    let page = Page::new("<article><p>“One,” she said, and left.</p></article><div class=widget></div>");
    let widget = page.find(".widget");
    let text: Text = page.find("p").first_child().unwrap().unchecked_into();
    let handle = page.mount().await;
    next_event(&widget, "whosaid:ready").await;
    assert_eq!(text.data(), "“One,”");
    let ready = next_event(&widget, "whosaid:ready");
    text.set_data("“Two,” she said, and left.");
    ready.await;
    assert_eq!(page.find("p").text_content().unwrap(), "“Two,” she said, and left.");
    assert_eq!(page.count("who-said-mark"), 1);
    handle.destroy();
    assert_eq!(text.data(), "“Two,” she said, and left.");
    assert_eq!(page.find("p").child_nodes().length(), 1);
}

#[wasm_bindgen_test]
async fn a_script_that_touches_up_every_text_node_keeps_all_of_it() {
    let page =
        Page::new("<article><p>“One,” she said -- and left. “Two -- three”</p></article><div class=widget></div>");
    let handle = page.mount().await;
    rendered().await;
    for (node, _) in snapshot(&page.find("p")) {
        if let Some(text) = node.dyn_ref::<Text>() {
            text.set_data(&text.data().replace("--", "–").replace("One", "Uno"));
        }
    }
    handle.destroy();
    assert_eq!(page.find("p").text_content().unwrap(), "“Uno,” she said – and left. “Two – three”");
}

#[wasm_bindgen_test]
async fn a_paragraph_that_is_gone_takes_its_marks_along() {
    let page = Page::new(STORY);
    let handle = page.mount().await;
    rendered().await;
    let paragraph = page.find("p");
    paragraph.remove();
    page.find("a").set_text_content(Some("a new word"));
    handle.destroy();
    assert_eq!(page.count("who-said-mark"), 0);
    assert_eq!(paragraph.text_content().unwrap(), "“One,” she said. “Two” and “three”");
    assert_eq!(page.find("a").text_content().unwrap(), "a new word");
}

#[wasm_bindgen_test]
async fn a_selection_survives() {
    let page = Page::new("<article><p>“One,” she said. “Two,” he said.</p></article><div class=widget></div>");
    let text = page.find("p").first_child().unwrap();
    let selection = window().get_selection().unwrap().unwrap();
    selection.set_base_and_extent(&text, 1, &text, 25).unwrap();
    let words = String::from(selection.to_string());
    let handle = page.mount().await;
    rendered().await;
    assert_eq!(String::from(selection.to_string()), words, "with marks");
    handle.destroy();
    assert_eq!(String::from(selection.to_string()), words, "without");
    assert!(selection.focus_node().unwrap().is_same_node(Some(&text)));
    selection.remove_all_ranges().unwrap();
}

#[wasm_bindgen_test]
async fn an_article_that_rests_is_left_alone() {
    let page = Page::new(STORY);
    let handle = page.mount().await;
    rendered().await;
    let hosts = |page: &Page| snapshot(&page.find("article"));
    let before = hosts(&page);
    // A change that says nothing new is noticed and changes nothing; a second one is noticed after it.
    page.find("p").set_class_name("seen");
    let ready = next_event(&page.find(".widget"), "whosaid:ready");
    // Only time can show that nothing is done.
    pause(400).await;
    page.find("p").remove_attribute("class").unwrap();
    assert_same(&before, &page.find("article"));
    page.find("h1").set_text_content(Some("“New”"));
    ready.await;
    handle.destroy();
}

#[wasm_bindgen_test]
async fn another_story_in_the_place_of_the_first_is_taken_up() {
    let page = Page::new("<main><article id=story><p>“One,” she said.</p></article></main><div class=widget></div>");
    let widget = page.find(".widget");
    let config = crate::support::object(&[("for", "#story".into())]);
    let handle = whosaid::embed::mount_with(widget.clone().into(), &config, crate::support::quotations).await.unwrap();
    next_event(&widget, "whosaid:ready").await;
    handle.open("q1");
    rendered().await;
    let (ready, closed) = (next_event(&widget, "whosaid:ready"), next_event(&widget, "whosaid:close"));
    page.find("main").set_inner_html("<article id=story><p>“Two” and “three”</p></article>");
    closed.await;
    ready.await;
    assert_eq!(handle.text().unwrap(), "“Two” and “three”");
    assert_eq!(page.count("who-said-mark"), 2);
    handle.destroy();
}

#[wasm_bindgen_test]
async fn a_hundred_mounts_leave_nothing_behind() {
    let page = Page::new(STORY);
    let head = document().head().unwrap();
    let before = (snapshot(&page.root), snapshot(&head));
    let sheets = document().adopted_style_sheets().length();
    for _ in 0..100 {
        let handle = page.mount().await;
        handle.open("q1");
        rendered().await;
        handle.destroy();
        rendered().await;
    }
    assert_same(&before.0, &page.root);
    assert_same(&before.1, &head);
    assert_eq!((highlights(), document().adopted_style_sheets().length()), (0, sheets));
}

#[wasm_bindgen_test]
async fn what_the_host_held_stays() {
    let page = Page::new(STORY);
    let widget: Element = page.find(".widget");
    widget.set_text_content(Some("the page's own words"));
    let handle = page.mount().await;
    rendered().await;
    assert_eq!(widget.text_content().as_deref(), Some("the page's own words"));
    assert!(widget.shadow_root().is_none());
    handle.destroy();
    assert_eq!(widget.child_nodes().length(), 1);
    let _: JsValue = handle.report();
}
