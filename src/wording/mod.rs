//! What the interface says, in five languages: messages, dates in words, the way of the words as steps.
//!
//! Plain text. The panel draws it in the page, and the command line writes it into the list that it bakes into one.
// The list says less than the panel.
#![cfg_attr(not(feature = "browser"), allow(dead_code))]

pub(crate) mod chain;
pub(crate) mod date;
pub(crate) mod messages;
pub(crate) mod template;

pub use messages::Lang;
