//! English.

use super::Messages;

pub(super) static TABLE: Messages =
    Messages { tag: "en", right_to_left: false, voices: "Voices in this story", who_said_this: "Who said this?" };
