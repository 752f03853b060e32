//! Whosaid finds every quotation in a news article and says whose words they are.
//!
//! Data flows one way: `text` → `lexicon` → `quotation`, `entity` → `attribution` → `provenance` → `report` →
//! `anchor`, `export` → `newsroom` → `wording`, `editing` → `page`, `panel` → `embed`, `review`. Everything before `page` is
//! pure: no DOM, no clock, no global state.

pub mod anchor;
pub mod attribution;
#[cfg(feature = "review")]
pub mod editing;
#[cfg(feature = "widget")]
pub mod embed;
pub mod entity;
pub mod export;
#[cfg(feature = "files")]
pub mod html;
pub mod json;
pub mod lexicon;
pub mod newsroom;
pub mod options;
#[cfg(feature = "browser")]
pub mod page;
#[cfg(feature = "browser")]
pub mod panel;
pub mod provenance;
pub mod quotation;
pub mod report;
#[cfg(feature = "review")]
pub mod review;
pub mod syntax;
pub mod text;
pub mod vocabulary;
#[cfg(any(feature = "browser", feature = "cli"))]
pub mod wording;

pub use options::{Anchor, Block, BlockKind, Options};
pub use report::Report;

/// Reads an article and reports who said what in it.
///
/// Total: any text gives a report. Offsets in the report are Unicode scalar values of `text`.
pub fn analyze(text: &str, options: &Options) -> Report {
    let language = options.language.as_deref().unwrap_or_else(|| lexicon::detect(text));
    let reading = syntax::Reading::new(text, options, language, attribution::begins_attribution);
    // Stages are never inlined, so that profiles and `cargo xtask build --rooms` tell them apart.
    let utterances = attribution::find(&reading);
    let speaking: Vec<entity::Speaking> = utterances
        .iter()
        .map(|utterance| entity::Speaking {
            mention: utterance.source,
            content: utterance.content(),
            sentence: utterance.sentence,
            parent: utterance.parent,
            confidence: utterance.confidence,
            answers: utterance
                .cue
                .is_some_and(|cue| reading.lexicon.look_up(cue.span.of(text)).sense.has(lexicon::Sense::ANSWERING)),
        })
        .collect();
    let (mut entities, resolutions) = entity::resolve(&reading, &speaking);
    let ways = provenance::trace(&reading, options, &utterances, &resolutions, &mut entities);
    report::build(&reading, options, &utterances, &entities, &resolutions, &ways)
}
