//! Who said what: cues, their sources and their contents.

mod attributed;
mod block;
mod clause;
mod clause_end;
mod clauses;
mod content;
mod cue;
mod finder;
mod interview;
mod labels;
mod nearby;
mod order;
mod preposed;
mod quoting;
mod site;
mod speech;
mod subject;
mod told;
mod turns;
mod uncued;
mod unread;
mod utterance;
mod verb_group;
mod verb_second;
mod whose;

pub use attributed::begins_attribution;
pub use finder::{cues, find};
pub use utterance::{Cue, Utterance};

/// The rules by name, each with what it goes by.
pub const RULES: [(&str, &str); 29] = [
    ("cue-after", "words in marks, and right after them who said them"),
    ("cue-before", "who said them, and right after that words in marks"),
    ("within-clause", "words in marks further on in what a cue reports"),
    ("clause-before-cue", "words in marks in the clause before a cue"),
    ("indirect-clause", "a clause without marks, or with a few words in marks, that a cue reports"),
    ("announced", "the paragraph before ends in a colon"),
    ("goes-on", "a sentence of words in marks after another one's: the same speaker goes on"),
    ("next-sentence", "the sentence after it has a cue"),
    ("sentence-before", "the sentence before it is about somebody"),
    ("label", "a name and a colon before the marks"),
    ("possessor", "somebody's noun of speech before the marks"),
    ("dash", "a dash and a name after the marks"),
    ("sentence-subject", "no cue; the subject of the sentence"),
    ("paragraph-speaker", "no cue; who spoke last in the paragraph"),
    ("earlier-speaker", "no cue; who spoke last"),
    ("unclear", "nobody nearby speaks"),
    ("transcript", "a paragraph that begins with its speaker and a colon"),
    ("answer", "a paragraph that begins with A and a colon: the guest of the interview"),
    ("reply", "a paragraph after a question in a paragraph of its own: the guest of the interview"),
    ("headline-label", "a headline that begins with its source and a colon"),
    ("block", "a block quotation that names nobody"),
    ("block-signed", "a block quotation with a name after a dash"),
    ("block-announced", "a block quotation that the paragraph before announces"),
    ("block-after-speaker", "a block quotation right after somebody's words"),
    ("told-on", "a sentence in the mood of reported speech after somebody's words: it tells on what was said"),
    ("told-by-subject", "a sentence in the mood of reported speech after one about somebody"),
    ("repeated", "words in marks in a headline, which are somebody's in the body"),
    ("unread", "words in marks in a language that is not read"),
    ("signed", "words in marks, and a name after a dash in the next paragraph"),
];
