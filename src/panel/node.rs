//! Elements built by calls, one after the other, as they stand on the page.
//!
//! `html!` writes the whole construction of an element where it stands: some 300 bytes of module each. The interface
//! has about a hundred elements, and every site's readers fetch the module; a call is a tenth of that.

use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText};
use yew::{AttrValue, Html, NodeRef};

/// An element's name and attributes. An attribute that is set later stands with its place kept by "".
pub struct Tag<'a> {
    pub name: &'static str,
    pub keys: &'static [&'static str],
    pub values: &'a [&'static str],
}

/// `tag!("p", "class" = "role")`. Classes come first, and are the parts that a site's style sheet can reach.
macro_rules! tag {
    ($name:literal, "class" = $class:expr $(, $key:literal = $value:expr)* $(,)?) => {
        &$crate::panel::node::Tag {
            name: $name,
            keys: &["class", "part" $(, $key)*],
            values: &[$class, $class $(, $value)*],
        }
    };
    ($name:literal $(, $key:literal = $value:expr)* $(,)?) => {
        &$crate::panel::node::Tag { name: $name, keys: &[$($key),*], values: &[$($value),*] }
    };
}

pub(super) use tag;

/// Nodes under construction.
#[derive(Default)]
pub struct Tree {
    /// The elements that are open, outermost first.
    open: Vec<VTag>,
    /// The children so far: of the whole, then of each open element.
    children: Vec<Vec<VNode>>,
}

impl Tree {
    /// What was built.
    pub fn done(mut self) -> Html {
        VNode::from(VList::with_children(self.children.pop().unwrap_or_default(), None))
    }

    /// Opens an element; what is added until it is closed is its content.
    #[inline(never)]
    pub fn open(&mut self, tag: &Tag) {
        let mut element = VTag::new(tag.name);
        let value = |value: &&'static str| {
            (!value.is_empty()).then(|| AttributeOrProperty::Attribute(AttrValue::Static(value)))
        };
        let values = tag.values.iter().map(value).collect();
        element.set_attributes(Attributes::Dynamic { keys: tag.keys, values });
        if self.children.is_empty() {
            self.children.push(Vec::new());
        }
        self.open.push(element);
        self.children.push(Vec::new());
    }

    /// Closes the element opened last.
    #[inline(never)]
    pub fn close(&mut self) {
        let (Some(mut element), Some(children)) = (self.open.pop(), self.children.pop()) else { return };
        if let Some(place) = element.children_mut() {
            *place = VNode::from(VList::with_children(children, None));
        }
        self.add(element.into());
    }

    /// Adds a node.
    #[inline(never)]
    pub fn add(&mut self, node: VNode) {
        match self.children.last_mut() {
            Some(children) => children.push(node),
            None => self.children.push(vec![node]),
        }
    }

    /// Gives the open element an attribute whose place its tag keeps; none leaves it out.
    #[inline(never)]
    pub fn set(&mut self, key: &str, value: Option<AttrValue>) {
        let Some(VTag { attributes: Attributes::Dynamic { keys, values }, .. }) = self.open.last_mut() else { return };
        let at = keys.iter().position(|known| *known == key);
        if let Some(place) = at.and_then(|at| values.get_mut(at)) {
            *place = value.map(AttributeOrProperty::Attribute);
        }
    }

    /// Tells the open element apart from its neighbours.
    #[inline(never)]
    pub fn key(&mut self, key: Key) {
        if let Some(element) = self.open.last_mut() {
            element.key = Some(key);
        }
    }

    /// Makes the open element answer to an event.
    #[inline(never)]
    pub fn on(&mut self, listener: std::rc::Rc<dyn Listener>) {
        if let Some(element) = self.open.last_mut() {
            element.add_listener(listener);
        }
    }

    /// Lets the page reach the open element.
    pub fn reach(&mut self, by: &NodeRef) {
        if let Some(element) = self.open.last_mut() {
            element.node_ref = by.clone();
        }
    }

    /// Adds words.
    #[inline(never)]
    pub fn text(&mut self, words: AttrValue) {
        self.add(VText::new(words).into());
    }
}
