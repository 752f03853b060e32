//! An article, read: tokens, blocks, quotations, and each block's atoms and sentences.

use super::{Atom, atoms, sentences};
use crate::lexicon::{self, Lexicon};
use crate::options::{BlockKind, Options};
use crate::quotation::{self, Quotation};
use crate::steps::{Steps, pause};
use crate::text::{Span, Token, blocks, tokenize};
use std::cell::OnceCell;
use std::ops::Range;

/// An article, read as far as words and sentences go.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The article's text.
    pub text: &'a str,
    /// Its language, as a BCP 47 tag.
    pub language: &'a str,
    /// Its language's words.
    pub lexicon: &'static Lexicon,
    /// All tokens, in order.
    pub tokens: Vec<Token>,
    /// All pairs of marks, by start.
    pub quotations: Vec<Quotation>,
    /// Its blocks, in order; same indices as [`Quotation::block`].
    pub paragraphs: Vec<Paragraph>,
    /// See [`sentences`].
    attributed: Attributed,
    /// The words within each quotation, read when they are first needed.
    within: Vec<OnceCell<Paragraph>>,
    nothing: Paragraph,
}

/// Whether the atoms from an index on begin with an attribution.
type Attributed = fn(&[Atom], usize) -> bool;

/// A block of the article. Outermost quotations are single atoms in it.
#[derive(Debug, Default)]
pub struct Paragraph {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Its atoms.
    pub atoms: Vec<Atom>,
    /// Its sentences, as ranges of atoms.
    pub sentences: Vec<Range<usize>>,
}

impl<'a> Reading<'a> {
    /// Reads a text. `attributed` is asked whether the atoms from an index on begin with an attribution
    /// (see [`sentences`]).
    pub fn new(text: &'a str, options: &Options, language: &'a str, attributed: Attributed) -> Self {
        Steps::of(Self::in_steps(text, options, language, attributed)).finish()
    }

    /// [`Reading::new`] in steps.
    pub async fn in_steps(text: &'a str, options: &Options, language: &'a str, attributed: Attributed) -> Self {
        lexicon::get_ready(language).await;
        let lexicon = lexicon::of(language);
        let tokens = tokenize(text);
        pause().await;
        let blocks = blocks::cut(&tokens, &options.blocks);
        let quotations = quotation::find(text, &tokens, &blocks);
        let mut paragraphs = Vec::with_capacity(blocks.len());
        for block in blocks {
            pause().await;
            let atoms = atoms(text, &tokens, block.tokens, &quotations, lexicon);
            let sentences = sentences(text, &atoms, &quotations, |at| attributed(&atoms, at));
            paragraphs.push(Paragraph { span: block.span, kind: block.kind, atoms, sentences });
        }
        let within = quotations.iter().map(|_| OnceCell::new()).collect();
        let nothing = Paragraph::default();
        Self { text, language, lexicon, tokens, quotations, paragraphs, attributed, within, nothing }
    }

    /// The words within one of the quotations, as a paragraph of its own; quotations nested in it are its atoms.
    pub fn within(&self, quotation: &Quotation) -> &Paragraph {
        let index = self.quotations.partition_point(|each| each.open < quotation.open);
        self.within.get(index).map_or(&self.nothing, |cell| cell.get_or_init(|| self.read_within(quotation)))
    }

    fn read_within(&self, quotation: &Quotation) -> Paragraph {
        let atoms = atoms(self.text, &self.tokens, quotation.inner_tokens(), &self.quotations, self.lexicon);
        let sentences = sentences(self.text, &atoms, &self.quotations, |at| (self.attributed)(&atoms, at));
        Paragraph { span: quotation.inner, kind: BlockKind::Quote, atoms, sentences }
    }
}
