//! Where Yew draws: a root with an app for the overview and one for the panel. A widget that goes leaves it to the next one,
//! since Yew never gives back what it listens with at a root.

use super::view::{Shows, View, ViewProps};
use std::cell::RefCell;
use web_sys::{Document, Element};
use yew::AppHandle;

thread_local! {
    /// Those that no widget has.
    static FREE: RefCell<Vec<Stage>> = const { RefCell::new(Vec::new()) };
}

/// A root and what is drawn in it.
pub(super) struct Stage {
    pub root: Element,
    /// Overview and panel.
    apps: [Option<AppHandle<View>>; 2],
}

impl Stage {
    /// A root that stands nowhere and has nothing in it.
    pub fn free(document: &Document) -> Option<Self> {
        let free = FREE.with_borrow_mut(Vec::pop);
        free.or_else(|| Some(Self { root: document.create_element("div").ok()?, apps: [None, None] }))
    }

    /// Draws in the place of the overview or of the panel what `props` say.
    pub fn draw(&mut self, props: ViewProps) -> Option<()> {
        let app = self.apps.get_mut(usize::from(matches!(props.shows, Shows::Panel(_))))?;
        if let Some(app) = app {
            app.update(props);
        } else {
            let place = self.root.owner_document()?.create_element("div").ok()?;
            self.root.append_child(&place).ok()?;
            *app = Some(yew::Renderer::<View>::with_root_and_props(place, props).render());
        }
        Some(())
    }

    /// Leaves the page, and the root, in which nothing is drawn any more, to another widget.
    pub fn leave(self) {
        self.root.remove();
        FREE.with_borrow_mut(|free| free.push(self));
    }
}
