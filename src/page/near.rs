//! Which of the marks are near what is in sight.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Elements with whether each is in sight or within two screens of it. Dropping it ends the watch.
pub struct Near {
    observer: IntersectionObserver,
    elements: Vec<(Element, bool)>,
    _told: Closure<dyn FnMut(Array)>,
}

impl Near {
    /// Watches `elements`; `told` is given what [`Near::note`] takes: soon, and whenever the page was scrolled far enough.
    pub fn watch<'a>(elements: impl Iterator<Item = &'a Element>, told: Box<dyn Fn(Array)>) -> Option<Self> {
        let told: Closure<dyn FnMut(Array)> = Closure::new(told);
        let options = super::dictionary(r#"{"rootMargin":"200%"}"#);
        let observer = IntersectionObserver::new_with_options(told.as_ref().unchecked_ref(), &options).ok()?;
        let elements: Vec<(Element, bool)> = elements.map(|element| (element.clone(), false)).collect();
        elements.iter().for_each(|(element, _)| observer.observe(element));
        Some(Self { observer, elements, _told: told })
    }

    /// Takes note of what was told.
    pub fn note(&mut self, entries: &Array) {
        // They are told of in the order in which they are watched, or a few.
        let mut from = 0;
        for entry in entries.iter() {
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            let target = entry.target();
            let mut places = (from..self.elements.len()).chain(0..from);
            let place = places.find(|&place| self.elements.get(place).is_some_and(|(element, _)| *element == target));
            if let Some((place, (_, near))) = place.and_then(|place| Some((place, self.elements.get_mut(place)?))) {
                *near = entry.is_intersecting();
                from = place + 1;
            }
        }
    }

    /// Those that are near, by their place among all.
    pub fn places(&self) -> impl Iterator<Item = usize> {
        self.elements.iter().enumerate().filter(|(_, (_, near))| *near).map(|(place, _)| place)
    }
}

impl Drop for Near {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
