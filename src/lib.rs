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
pub mod steps;
pub mod syntax;
pub mod text;
pub mod vocabulary;
#[cfg(any(feature = "browser", feature = "cli"))]
pub mod wording;

pub use options::{Anchor, Block, BlockKind, Options};
pub use report::Report;
use steps::Steps;

/// Reads an article and reports who said what in it.
///
/// Total: any text gives a report. Offsets in the report are Unicode scalar values of `text`.
pub fn analyze(text: &str, options: &Options) -> Report {
    analysis(text, options).finish()
}

/// [`analyze`] in steps: the report is the same, and no step is longer than a paragraph or an utterance asks for.
pub fn analysis<'a>(text: &'a str, options: &'a Options) -> Steps<'a, Report> {
    Steps::of(read(text, options))
}

async fn read(text: &str, options: &Options) -> Report {
    let language = options.language.as_deref().unwrap_or_else(|| lexicon::detect(text));
    let reading = syntax::Reading::in_steps(text, options, language, attribution::begins_attribution).await;
    let utterances = attribution::find(&reading).await;
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
    let (mut entities, resolutions) = entity::resolve(&reading, &speaking).await;
    let ways = provenance::trace(&reading, options, &utterances, &resolutions, &mut entities).await;
    report::build(&reading, options, &utterances, &entities, &resolutions, &ways).await
}
