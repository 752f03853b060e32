//! Elements built by calls.
//!
//! `html!` writes the whole construction of an element where it stands: some 300 bytes of module each. The interface
//! has about a hundred elements, and every site's readers fetch the module; a call is a fifth of that.

use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText};
use yew::{AttrValue, Html};

/// Attributes known at compile time.
macro_rules! fixed {
    ($($name:literal = $value:expr),+ $(,)?) => {{
        const FIXED: &[(&str, yew::virtual_dom::AttributeOrProperty)] =
            &[$(($name, yew::virtual_dom::AttributeOrProperty::Static($value))),+];
        yew::virtual_dom::Attributes::Static(FIXED)
    }};
}

/// Attributes of which some are known at run time only; one of `None` is left out.
macro_rules! varying {
    ($($name:literal = $value:expr),+ $(,)?) => {
        yew::virtual_dom::Attributes::Dynamic {
            keys: &[$($name),+],
            values: Box::new([$($crate::panel::node::Attribute::from($value).0),+]),
        }
    };
}

pub(super) use {fixed, varying};

/// An attribute's value, if it has one.
pub struct Attribute(pub Option<AttributeOrProperty>);

impl From<&'static str> for Attribute {
    fn from(value: &'static str) -> Self {
        Self(Some(AttributeOrProperty::Attribute(AttrValue::Static(value))))
    }
}

impl From<Option<&'static str>> for Attribute {
    fn from(value: Option<&'static str>) -> Self {
        Self(value.map(|value| AttributeOrProperty::Attribute(AttrValue::Static(value))))
    }
}

impl From<AttrValue> for Attribute {
    fn from(value: AttrValue) -> Self {
        Self(Some(AttributeOrProperty::Attribute(value)))
    }
}

impl From<Option<AttrValue>> for Attribute {
    fn from(value: Option<AttrValue>) -> Self {
        Self(value.map(AttributeOrProperty::Attribute))
    }
}

/// No attributes.
pub const BARE: Attributes = Attributes::Static(&[]);

/// An element with its attributes and children.
#[inline(never)]
pub fn el(name: &'static str, attributes: Attributes, children: Vec<Html>) -> Html {
    element(name, attributes, children).into()
}

/// An element of a list, told apart from its neighbours by `key`.
#[inline(never)]
pub fn item(name: &'static str, key: Key, attributes: Attributes, children: Vec<Html>) -> Html {
    let mut tag = element(name, attributes, children);
    tag.key = Some(key);
    tag.into()
}

/// An element that answers to events.
#[inline(never)]
pub fn live(
    name: &'static str,
    attributes: Attributes,
    listeners: Vec<Option<std::rc::Rc<dyn Listener>>>,
    children: Vec<Html>,
) -> Html {
    let mut tag = element(name, attributes, children);
    tag.set_listeners(listeners.into_boxed_slice());
    tag.into()
}

/// Words of the interface.
#[inline(never)]
pub fn text(words: &'static str) -> Html {
    VText::new(words).into()
}

/// Other words.
#[inline(never)]
pub fn said(words: String) -> Html {
    VText::new(words).into()
}

/// Nodes side by side.
#[inline(never)]
pub fn several(nodes: Vec<Html>) -> Html {
    VNode::from(VList::with_children(nodes, None))
}

fn element(name: &'static str, attributes: Attributes, children: Vec<Html>) -> VTag {
    let mut tag = VTag::new(name);
    tag.set_attributes(attributes);
    if let Some(place) = tag.children_mut() {
        *place = several(children);
    }
    tag
}
