//! The article's text as it is collected from text nodes, and the way back from its offsets to the nodes.
//!
//! Nothing here knows the DOM: a text node is a number, an offset in it counts UTF-16 units. The page drives it from the
//! browser's nodes, the command line from a parser's.

use crate::options::{Anchor, Block, BlockKind};
use crate::report::Extent;
use crate::text::Span;

/// Longest piece in scalar values: finding an offset walks at most this far after the binary search.
const LONGEST: usize = 256;

/// A position in a text node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// Index of the text node.
    pub node: u32,
    /// Offset in UTF-16 units.
    pub unit: u32,
}

/// Words that follow each other on the page with nothing left out between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    /// Before the first character.
    pub start: Place,
    /// After the last character.
    pub end: Place,
}

/// Characters that stand in the text as they stand, side by side, in one text node.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// First scalar value in the article's text.
    scalar: usize,
    /// The same in bytes.
    byte: usize,
    /// Length in scalar values.
    length: usize,
    node: u32,
    /// From here to `unit_end` in the node, in UTF-16 units.
    unit: u32,
    unit_end: u32,
    /// Whether something stands between the piece before and this one: a block's edge or a part that is not read.
    seam: bool,
}

impl Piece {
    fn end(&self) -> usize {
        self.scalar + self.length
    }

    /// The UTF-16 offset in the node of the article's scalar value `scalar`, held within the piece.
    fn unit_at(&self, text: &str, scalar: usize) -> u32 {
        let count = scalar.saturating_sub(self.scalar).min(self.length);
        let words = text.get(self.byte..).unwrap_or("");
        self.unit + words.chars().take(count).map(|c| c.len_utf16() as u32).sum::<u32>()
    }
}

/// The article's text and the way back to its text nodes.
#[derive(Debug, Default)]
pub(crate) struct Pieces {
    /// Block by block, with `\n` between blocks.
    pub text: String,
    pieces: Vec<Piece>,
}

impl Pieces {
    /// Where the words of `extent` (scalar values) stand, run by run.
    pub fn runs(&self, extent: Extent) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let first = self.pieces.partition_point(|piece| piece.end() <= extent.start);
        for piece in self.pieces.get(first..).unwrap_or_default() {
            if piece.scalar >= extent.end {
                break;
            }
            let end = Place { node: piece.node, unit: piece.unit_at(&self.text, extent.end) };
            match runs.last_mut() {
                Some(run) if !piece.seam => run.end = end,
                _ => {
                    let start = Place { node: piece.node, unit: piece.unit_at(&self.text, extent.start) };
                    runs.push(Run { start, end });
                }
            }
        }
        runs
    }

    /// The text from scalar value `scalar` on.
    pub fn rest(&self, scalar: usize) -> &str {
        let after = self.pieces.partition_point(|piece| piece.scalar <= scalar);
        let (start, byte) =
            after.checked_sub(1).and_then(|at| self.pieces.get(at)).map_or((0, 0), |piece| (piece.scalar, piece.byte));
        let mut rest = self.text.get(byte..).unwrap_or("").chars();
        for _ in start..scalar {
            rest.next();
        }
        rest.as_str()
    }

    /// The position right after the scalar value before `scalar`; none where the page has no character before it.
    pub fn end_place(&self, scalar: usize) -> Option<Place> {
        let after = self.pieces.partition_point(|piece| piece.scalar < scalar);
        let piece = self.pieces.get(after.checked_sub(1)?)?;
        Some(Place { node: piece.node, unit: piece.unit_at(&self.text, scalar) })
    }

    /// Follows a text node that was split: what stood in `place.node` from `place.unit` on now stands in `tail`.
    ///
    /// `scalar` is the position that [`Pieces::end_place`] answered with `place`.
    pub fn split(&mut self, scalar: usize, place: Place, tail: u32) {
        let mut at = self.pieces.partition_point(|piece| piece.scalar < scalar).saturating_sub(1);
        while let Some(piece) = self.pieces.get_mut(at).filter(|piece| piece.node == place.node) {
            if piece.unit >= place.unit {
                piece.node = tail;
                piece.unit -= place.unit;
                piece.unit_end -= place.unit;
            } else if piece.unit_end > place.unit {
                let before = scalar - piece.scalar;
                let words = self.text.get(piece.byte..).unwrap_or("");
                let bytes: usize = words.chars().take(before).map(char::len_utf8).sum();
                let rest = Piece {
                    scalar,
                    byte: piece.byte + bytes,
                    length: piece.length - before,
                    node: tail,
                    unit: 0,
                    unit_end: piece.unit_end - place.unit,
                    seam: false,
                };
                piece.length = before;
                piece.unit_end = place.unit;
                at += 1;
                self.pieces.insert(at, rest);
            }
            at += 1;
        }
    }
}

/// What a walk through the article gives.
#[derive(Debug, Default)]
pub(crate) struct Collected {
    /// The text and the way back.
    pub pieces: Pieces,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// Its links, in order.
    pub links: Vec<Anchor>,
}

/// Collects text as it is rendered: white space collapsed, invisible characters dropped, blocks apart.
#[derive(Debug, Default)]
pub(crate) struct Collector {
    done: Collected,
    /// Scalar values so far.
    scalars: usize,
    /// Where the open block starts, in bytes and in scalar values.
    block: Option<(usize, usize)>,
    kind: BlockKind,
    /// White space that is written only if more words follow in this block, and where it stands if it is the page's.
    space: Option<Option<Place>>,
    /// `<br>`s since the last word.
    breaks: usize,
    seam: bool,
    /// The links that are open: start in bytes once a word was read, address, and whether it leads to another page.
    links: Vec<(Option<usize>, String, bool)>,
    /// The words of the last link that leads to another page.
    pointer: Option<Span>,
}

/// White space that CSS collapses. A no-break space is none.
fn collapses(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Characters that show nothing and are no part of a word: soft hyphen, zero-width space, word joiner, byte order mark.
fn invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

impl Collector {
    /// Adds the characters of text node `node`; `lines`: whether a line feed in it breaks a line (`white-space: pre`).
    pub fn text(&mut self, node: u32, data: &str, lines: bool) {
        let mut unit = 0;
        for c in data.chars() {
            let place = Place { node, unit };
            unit += c.len_utf16() as u32;
            if lines && c == '\n' {
                self.end_block();
            } else if collapses(c) {
                self.space.get_or_insert(Some(place));
            } else if !invisible(c) {
                self.word(c, Some(place));
            }
        }
    }

    /// Adds a character that the page shows and no text node holds.
    pub fn generated(&mut self, c: char) {
        self.word(c, None);
    }

    /// A `<br>`: white space; two without words between them end the block.
    pub fn line_break(&mut self) {
        self.breaks += 1;
        if self.breaks > 1 {
            self.end_block();
        } else {
            self.space.get_or_insert(None);
        }
    }

    /// Something that is not read stands here.
    pub fn gap(&mut self) {
        self.seam = true;
        // White space at an edge belongs to neither side.
        self.space = self.space.map(|_| None);
    }

    /// The words that follow belong to another block, of this kind.
    pub fn start_block(&mut self, kind: BlockKind) {
        self.end_block();
        self.kind = kind;
    }

    /// The words that follow belong to another block.
    pub fn end_block(&mut self) {
        if let Some((start, scalars)) = self.block.take() {
            if self.is_pointer(start) {
                self.take_back(start, scalars);
            } else {
                self.done.blocks.push(Block { span: Span::new(start, self.done.pieces.text.len()), kind: self.kind });
            }
        }
        self.space = None;
    }

    /// Whether the block from `start` on does nothing but lead to another story ("Read more: ‘We lost it all’, says mayor"):
    /// one link, at most a label before it, and longer than a name.
    fn is_pointer(&self, start: usize) -> bool {
        const FEWEST_WORDS: usize = 5;
        let Some(link) = self.pointer.filter(|link| link.start >= start) else { return false };
        let text = &self.done.pieces.text;
        let has_words = |text: &str| text.contains(char::is_alphanumeric);
        let before = text.get(start..link.start).unwrap_or_default().trim_end();
        self.kind == BlockKind::Paragraph
            && self.links.is_empty()
            && link.of(text).split_whitespace().count() >= FEWEST_WORDS
            && !has_words(text.get(link.end..).unwrap_or_default())
            && (!has_words(before) || before.ends_with(':') && before.split_whitespace().count() < FEWEST_WORDS)
    }

    /// Forgets what stands from `start` (and the scalar value `scalars`) on, and the line feed before it.
    fn take_back(&mut self, start: usize, scalars: usize) {
        let Collected { pieces, links, .. } = &mut self.done;
        links.retain(|link| link.span.start < start);
        pieces.pieces.truncate(pieces.pieces.partition_point(|piece| piece.byte < start));
        pieces.text.truncate(start.saturating_sub(1));
        self.scalars = scalars.saturating_sub(1);
    }

    /// The words that follow carry a link; `leads`: to another page, and not to where they are taken from.
    pub fn start_link(&mut self, url: String, leads: bool) {
        self.links.push((None, url, leads));
    }

    /// The innermost link ends.
    pub fn end_link(&mut self) {
        if let Some((Some(start), url, leads)) = self.links.pop() {
            let span = Span::new(start, self.done.pieces.text.len());
            self.pointer = if leads { Some(span) } else { self.pointer };
            self.done.links.push(Anchor { span, url });
        }
    }

    /// The whole.
    pub fn finish(mut self) -> Collected {
        self.end_block();
        // A link is closed after the links inside it.
        self.done.links.sort_by_key(|link| link.span);
        self.done
    }

    fn word(&mut self, c: char, place: Option<Place>) {
        if self.block.is_none() {
            if !self.done.pieces.text.is_empty() {
                self.push('\n', None);
            }
            self.block = Some((self.done.pieces.text.len(), self.scalars));
            self.seam = true;
            self.space = None;
        } else if let Some(space) = self.space.take() {
            self.push(' ', space);
        }
        self.breaks = 0;
        let here = self.done.pieces.text.len();
        for (start, ..) in &mut self.links {
            start.get_or_insert(here);
        }
        self.push(c, place);
    }

    fn push(&mut self, c: char, place: Option<Place>) {
        let Pieces { text, pieces } = &mut self.done.pieces;
        if let Some(Place { node, unit }) = place {
            let unit_end = unit + c.len_utf16() as u32;
            match pieces.last_mut() {
                Some(piece)
                    if !self.seam
                        && piece.node == node
                        && piece.unit_end == unit
                        && piece.end() == self.scalars
                        && piece.length < LONGEST =>
                {
                    piece.length += 1;
                    piece.unit_end = unit_end;
                }
                _ => pieces.push(Piece {
                    scalar: self.scalars,
                    byte: text.len(),
                    length: 1,
                    node,
                    unit,
                    unit_end,
                    seam: std::mem::take(&mut self.seam),
                }),
            }
        }
        text.push(c);
        self.scalars += 1;
    }
}
