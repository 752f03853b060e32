//! Files and standard input as text, and what kind of text it is.

use encoding_rs::Encoding;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Where an article comes from.
pub enum Place {
    StandardInput,
    File(PathBuf),
}

impl Place {
    /// The place that an argument names: `-` is standard input.
    pub fn of(argument: &OsStr) -> Self {
        if argument == "-" { Self::StandardInput } else { Self::File(argument.into()) }
    }

    /// Opens it.
    pub fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(match self {
            Self::StandardInput => Box::new(io::stdin()),
            Self::File(path) => Box::new(File::open(path)?),
        })
    }

    fn extension(&self) -> Option<String> {
        let Self::File(path) = self else { return None };
        Path::extension(path).map(|extension| extension.to_string_lossy().to_ascii_lowercase())
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::StandardInput => f.write_str("standard input"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

/// What an input is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Text,
    Html,
}

/// Reads an input whole.
pub fn read(place: &Place) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    place.open().and_then(|mut file| file.read_to_end(&mut bytes)).map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// HTML by its name or, where the name does not tell, by its first words.
pub fn format(place: &Place, bytes: &[u8]) -> Format {
    match place.extension().as_deref() {
        Some("html" | "htm" | "xhtml" | "xht") => Format::Html,
        Some("txt" | "text" | "md") => Format::Text,
        _ if opens_like_html(bytes) => Format::Html,
        _ => Format::Text,
    }
}

/// Elements with which a piece of HTML begins.
const FIRST_ELEMENTS: &[&str] = &[
    "!doctype",
    "?xml",
    "!--",
    "html",
    "head",
    "meta",
    "title",
    "script",
    "body",
    "article",
    "main",
    "section",
    "div",
    "header",
    "p",
    "h1",
    "h2",
    "blockquote",
    "figure",
    "span",
    "a",
];

fn opens_like_html(bytes: &[u8]) -> bool {
    let first = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024)).unwrap_or_default());
    let Some(rest) = first.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).strip_prefix('<') else {
        return false;
    };
    let rest = rest.to_ascii_lowercase();
    FIRST_ELEMENTS.iter().any(|name| {
        let after = rest.strip_prefix(name);
        after.is_some_and(|after| *name == "!--" || after.starts_with([' ', '>', '/', '\n', '\t', '\r']))
    })
}

/// Plain text as Python's `open(path, encoding="utf-8").read()` gives it, so that offsets agree with other programs: every line
/// end is one line feed, and a byte order mark counts as a character. A UTF-16 file is known by its byte order mark.
///
/// # Errors
/// Where the bytes are no text of that encoding: nothing is replaced silently, since a report would quote what nobody wrote.
pub fn decode_text(bytes: Vec<u8>) -> Result<String, String> {
    let text = match Encoding::for_bom(&bytes) {
        Some((encoding, _)) if encoding != encoding_rs::UTF_8 => decode(&bytes, encoding)?,
        _ => String::from_utf8(bytes).map_err(|error| not_utf8(error.utf8_error()))?,
    };
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
}

/// HTML in UTF-8, or in the encoding that its byte order mark or its `<meta>` declares.
///
/// # Errors
/// Where the bytes are no text of that encoding.
pub fn decode_html(bytes: Vec<u8>) -> Result<String, String> {
    if let Some((encoding, _)) = Encoding::for_bom(&bytes) {
        return decode(&bytes, encoding);
    }
    String::from_utf8(bytes).or_else(|error| match declared(error.as_bytes()) {
        Some(encoding) if encoding != encoding_rs::UTF_8 => decode(error.as_bytes(), encoding),
        _ => Err(not_utf8(error.utf8_error())),
    })
}

/// The encoding named in the first kilobyte.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024))?).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label: String = after.trim_start_matches(['"', '\'']).chars().take_while(|c| !"\"'/> ;".contains(*c)).collect();
    Encoding::for_label(label.as_bytes())
}

fn decode(bytes: &[u8], encoding: &'static Encoding) -> Result<String, String> {
    let (text, _, broken) = encoding.decode(bytes);
    if broken { Err(format!("not the {} that it says it is", encoding.name())) } else { Ok(text.into_owned()) }
}

fn not_utf8(error: std::str::Utf8Error) -> String {
    format!("not UTF-8: byte {} is no part of a character; convert it first (iconv -t UTF-8)", error.valid_up_to() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats() {
        for (name, bytes, expected) in [
            ("a.html", "no markup", Format::Html),
            ("a.HTM", "", Format::Html),
            ("a.txt", "<p>quoted markup", Format::Text),
            ("-", "<!DOCTYPE html><p>x", Format::Html),
            ("-", "\u{feff}\n <html lang=en>", Format::Html),
            ("-", "<article>", Format::Html),
            ("a", "<!-- saved -->", Format::Html),
            ("a", "<3 from the mayor", Format::Text),
            ("a", "<pony> said", Format::Text),
            ("a", "", Format::Text),
            ("a", "words", Format::Text),
        ] {
            assert_eq!(format(&Place::of(name.as_ref()), bytes.as_bytes()), expected, "{name} {bytes:?}");
        }
    }

    #[test]
    fn text_is_decoded_as_other_programs_do() {
        for (bytes, expected) in [
            (&b"one\r\ntwo\rthree\n"[..], Ok("one\ntwo\nthree\n")),
            (b"\xef\xbb\xbfone", Ok("\u{feff}one")),
            (b"\xff\xfeo\0n\0e\0", Ok("one")),
            (b"", Ok("")),
            (b"caf\xe9", Err("not UTF-8: byte 4 is no part of a character; convert it first (iconv -t UTF-8)")),
        ] {
            assert_eq!(decode_text(bytes.to_vec()).as_deref().map_err(String::as_str), expected, "{bytes:?}");
        }
    }

    #[test]
    fn html_is_decoded_as_it_declares() {
        for (bytes, expected) in [
            (&b"<p>caf\xc3\xa9"[..], Ok("<p>caf\u{e9}")),
            (b"\xef\xbb\xbf<p>", Ok("<p>")),
            (b"<meta charset='iso-8859-1'><p>caf\xe9", Ok("<meta charset='iso-8859-1'><p>caf\u{e9}")),
            (
                b"<meta http-equiv=x content='text/html; charset=windows-1252'>\x93x\x94",
                Ok("<meta http-equiv=x content='text/html; charset=windows-1252'>\u{201c}x\u{201d}"),
            ),
            (b"<p>caf\xe9", Err("not UTF-8: byte 7 is no part of a character; convert it first (iconv -t UTF-8)")),
        ] {
            assert_eq!(decode_html(bytes.to_vec()).as_deref().map_err(String::as_str), expected, "{bytes:?}");
        }
    }
}
