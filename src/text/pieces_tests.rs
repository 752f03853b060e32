use super::pieces::{Collected, Collector, Place, Run};
use crate::options::BlockKind;
use crate::report::Extent;

fn collected(build: impl FnOnce(&mut Collector)) -> Collected {
    let mut collector = Collector::default();
    build(&mut collector);
    collector.finish()
}

fn run(start: (u32, u32), end: (u32, u32)) -> Run {
    Run { start: Place { node: start.0, unit: start.1 }, end: Place { node: end.0, unit: end.1 } }
}

#[test]
fn white_space_collapses_and_maps_to_where_it_stood() {
    let done = collected(|c| {
        c.text(0, " \n one \t two ", false);
        c.text(1, " three ", false);
    });
    assert_eq!(done.pieces.text, "one two three");
    assert_eq!(done.pieces.runs(Extent::new(0, 7)), [run((0, 3), (0, 12))]);
    assert_eq!(done.pieces.runs(Extent::new(8, 13)), [run((1, 1), (1, 6))]);
    assert_eq!(done.pieces.runs(Extent::new(4, 13)), [run((0, 9), (1, 6))]);
}

#[test]
fn invisible_characters_are_dropped_and_joiners_kept() {
    let done = collected(|c| c.text(0, "re\u{ad}port\u{200b}ed \u{1f469}\u{200d}\u{1f680}x", false));
    assert_eq!(done.pieces.text, "reported \u{1f469}\u{200d}\u{1f680}x");
    assert_eq!(done.pieces.runs(Extent::new(0, 8)), [run((0, 0), (0, 10))]);
    assert_eq!(done.pieces.runs(Extent::new(9, 12)), [run((0, 11), (0, 16))], "emoji count two units each");
}

#[test]
fn blocks_stand_apart_and_runs_end_at_their_edges() {
    let done = collected(|c| {
        c.start_block(BlockKind::Headline);
        c.text(0, "Dam holds ", false);
        c.start_block(BlockKind::Paragraph);
        c.text(1, " It holds. ", false);
        c.end_block();
        c.text(2, " ", false);
    });
    assert_eq!(done.pieces.text, "Dam holds\nIt holds.");
    let kinds: Vec<_> = done.blocks.iter().map(|b| (b.span.of(&done.pieces.text), b.kind)).collect();
    assert_eq!(kinds, [("Dam holds", BlockKind::Headline), ("It holds.", BlockKind::Paragraph)]);
    assert_eq!(done.pieces.runs(Extent::new(4, 12)), [run((0, 4), (0, 9)), run((1, 1), (1, 3))]);
}

#[test]
fn a_part_that_is_not_read_divides_a_run() {
    let done = collected(|c| {
        c.text(0, "one ", false);
        c.gap();
        c.text(1, "two", false);
    });
    assert_eq!(done.pieces.text, "one two");
    assert_eq!(done.pieces.runs(Extent::new(0, 7)), [run((0, 0), (0, 3)), run((1, 0), (1, 3))]);
}

#[test]
fn one_break_is_a_space_and_two_are_a_block() {
    let done = collected(|c| {
        c.text(0, "a", false);
        c.line_break();
        c.text(1, "b ", false);
        c.line_break();
        c.text(2, " ", false);
        c.line_break();
        c.text(3, "c", false);
    });
    assert_eq!(done.pieces.text, "a b\nc");
    assert_eq!(done.blocks.len(), 2);
}

#[test]
fn preformatted_lines_are_blocks() {
    let done = collected(|c| c.text(0, "first line\n\nsecond  line\n", true));
    assert_eq!(done.pieces.text, "first line\nsecond line");
    assert_eq!(done.blocks.len(), 2);
}

#[test]
fn generated_marks_stand_in_the_text_and_nowhere_on_the_page() {
    let done = collected(|c| {
        c.text(0, "He said ", false);
        c.generated('“');
        c.text(1, "no", false);
        c.generated('”');
        c.text(2, ".", false);
    });
    assert_eq!(done.pieces.text, "He said “no”.");
    assert_eq!(done.pieces.runs(Extent::new(8, 12)), [run((1, 0), (1, 2))]);
    assert_eq!(done.pieces.end_place(12), Some(Place { node: 1, unit: 2 }));
    assert_eq!(done.pieces.end_place(0), None);
    for (at, _) in done.pieces.text.chars().enumerate() {
        assert_eq!(done.pieces.rest(at), done.pieces.text.chars().skip(at).collect::<String>());
    }
    assert_eq!(done.pieces.rest(99), "");
}

#[test]
fn links_know_their_words() {
    let done = collected(|c| {
        c.text(0, "as ", false);
        c.start_link("https://courier.example/1".into(), true);
        c.text(1, " the Courier ", false);
        c.end_link();
        c.text(2, "said", false);
        c.start_link("https://empty.example/".into(), true);
        c.end_link();
    });
    assert_eq!(done.pieces.text, "as the Courier said");
    assert_eq!(done.links.len(), 1);
    assert_eq!(done.links[0].span.of(&done.pieces.text), "the Courier");
}

#[test]
fn a_paragraph_that_only_leads_to_another_story_is_left_out() {
    let link = |c: &mut Collector, words: &str, leads: bool| {
        c.start_link("https://courier.example/2".into(), leads);
        c.text(1, words, false);
        c.end_link();
    };
    let pointer = "‘We lost it all’, says the miller";
    for (before, words, after, kind, leads, stays) in [
        ("", pointer, "", BlockKind::Paragraph, true, false),
        ("Read more: ", pointer, " »", BlockKind::Paragraph, true, false),
        ("[ ", pointer, " ]", BlockKind::Paragraph, true, false),
        ("", pointer, "", BlockKind::Heading, true, true),
        ("", pointer, "", BlockKind::Paragraph, false, true),
        ("", pointer, ", she said.", BlockKind::Paragraph, true, true),
        ("The mayor told us this: she said yes: ", pointer, "", BlockKind::Paragraph, true, true),
        ("She said ", pointer, "", BlockKind::Paragraph, true, true),
        ("", "Ada Quill, miller", "", BlockKind::Paragraph, true, true),
    ] {
        let done = collected(|c| {
            c.text(0, "First.", false);
            c.start_block(kind);
            c.text(2, before, false);
            link(c, words, leads);
            c.text(3, after, false);
            c.start_block(BlockKind::Paragraph);
            c.text(4, "Last.", false);
        });
        let middle = if stays { format!("{before}{words}{after}\n") } else { String::new() };
        assert_eq!(done.pieces.text, format!("First.\n{middle}Last."), "{before}{words}{after}");
        assert_eq!((done.blocks.len(), done.links.len()), if stays { (3, 1) } else { (2, 0) });
        let last = done.pieces.text.chars().count() - 5;
        let place = |unit| Place { node: 4, unit };
        assert_eq!(done.pieces.runs(Extent::new(last, last + 5)), [Run { start: place(0), end: place(5) }]);
    }
}

#[test]
fn a_long_node_is_found_in_at_every_offset() {
    let words = "né 😀 ".repeat(400);
    let done = collected(|c| c.text(7, &words, false));
    let units: Vec<u16> = words.encode_utf16().collect();
    for start in (0..done.pieces.text.chars().count() - 4).step_by(97) {
        let expected: String = done.pieces.text.chars().skip(start).take(4).collect();
        let runs = done.pieces.runs(Extent::new(start, start + 4));
        assert_eq!(runs.len(), 1);
        let found = String::from_utf16(&units[runs[0].start.unit as usize..runs[0].end.unit as usize]);
        assert_eq!(found.ok(), Some(expected));
    }
}

#[test]
fn a_split_node_is_followed() {
    let mut done = collected(|c| c.text(0, "“Go,”  she said. “Now.” Then.", false));
    let whole = done.pieces.text.clone();
    for (tail, scalar) in [(1, 22), (2, 5)] {
        let place = done.pieces.end_place(scalar).unwrap();
        assert_eq!(place.node, 0, "cuts are made from the last to the first");
        done.pieces.split(scalar, place, tail);
    }
    let nodes = ["“Go,”", " Then.", "  she said. “Now.”"];
    for start in 0..whole.chars().count() {
        let c: String = whole.chars().skip(start).take(1).collect();
        let runs = done.pieces.runs(Extent::new(start, start + 1));
        let Run { start, end } = runs[0];
        assert_eq!(start.node, end.node);
        let units: Vec<u16> = nodes[start.node as usize].encode_utf16().collect();
        assert_eq!(String::from_utf16(&units[start.unit as usize..end.unit as usize]).ok(), Some(c));
    }
}
