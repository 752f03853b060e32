//! The style sheet without its comments and indentation: what every reader fetches.

/// The style sheet as it is written.
const WRITTEN: &[u8] = include_bytes!("style.css");
const LENGTH: usize = squeeze(&mut [0; WRITTEN.len()]);
const BYTES: [u8; LENGTH] = {
    let mut bytes = [0; LENGTH];
    squeeze(&mut bytes);
    bytes
};

/// The style sheet as it is shipped.
pub const SQUEEZED: &str = match std::str::from_utf8(&BYTES) {
    Ok(style) => style,
    // Only ASCII and whole comments are left out, so this is not reached.
    Err(_) => "",
};

/// Writes the style sheet to `out` as far as there is room, and returns its length. Runs while compiling: a comment
/// that is not closed stops the build.
const fn squeeze(out: &mut [u8]) -> usize {
    let (mut at, mut length) = (0, 0);
    // At the start, and after a brace, a semicolon, a comma or other space, space says nothing.
    let mut space_is_idle = true;
    while at < WRITTEN.len() {
        let byte = WRITTEN[at];
        at += 1;
        if byte == b'/' && WRITTEN[at] == b'*' {
            at += 1;
            while !(WRITTEN[at] == b'*' && WRITTEN[at + 1] == b'/') {
                at += 1;
            }
            at += 2;
            continue;
        }
        let space = byte == b'\n' || byte == b' ';
        if space && (space_is_idle || (at < WRITTEN.len() && WRITTEN[at] == b'{')) {
            continue;
        }
        space_is_idle = space || matches!(byte, b'{' | b'}' | b';' | b',');
        if length < out.len() {
            out[length] = if space { b' ' } else { byte };
        }
        length += 1;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::SQUEEZED;

    #[test]
    fn nothing_but_space_and_comments_is_left_out() {
        let written = include_str!("style.css");
        let mut bare = String::new();
        for (at, piece) in written.split("/*").enumerate() {
            bare += if at == 0 { piece } else { piece.split_once("*/").expect("a closed comment").1 };
        }
        let dense = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(dense(SQUEEZED), dense(&bare));
        assert!(!SQUEEZED.contains("/*") && !SQUEEZED.contains("  ") && !SQUEEZED.contains('\n'));
        assert!(SQUEEZED.contains("calc(1.125em - 1px)") && SQUEEZED.contains("@media (forced-colors: active){"));
    }
}
