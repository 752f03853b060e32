//! The overview as a table of comma-separated values.

use super::{called, shown, source_of, utterance};
use crate::report::{Missing, Report};

/// The columns, in order.
const COLUMNS: [&str; 16] = [
    "id", "form", "words", "source", "kind", "role", "to", "medium", "outlet", "date", "route", "links", "missing",
    "status", "start", "end",
];

/// The attributions of a report as comma-separated values (RFC 4180), a line each, after a line of names.
///
/// Lists within a cell are separated by spaces; `start` and `end` are in Unicode scalar values. A cell that a spreadsheet
/// would take for a formula begins with an apostrophe.
pub fn csv(report: &Report) -> String {
    let mut out = String::new();
    row(&mut out, &COLUMNS);
    for entry in shown(report) {
        let source = source_of(report, entry);
        let links: Vec<&str> = entry.links.iter().map(|link| link.url.as_str()).collect();
        let missing: Vec<&str> = entry.missing.iter().copied().map(Missing::as_str).collect();
        row(
            &mut out,
            &[
                &entry.id,
                entry.form.as_str(),
                &utterance(entry),
                source.and_then(called).unwrap_or(""),
                source.map_or("", |source| source.kind.as_str()),
                source.and_then(|source| source.role.as_deref()).unwrap_or(""),
                entry.addressee.as_ref().map_or("", |addressee| &addressee.name),
                entry.medium.as_ref().map_or("", |medium| medium.kind.as_str()),
                entry.outlet.as_ref().map_or("", |outlet| &outlet.name),
                entry.date.as_ref().map_or("", |date| &date.edtf),
                entry.route.as_str(),
                &links.join(" "),
                &missing.join(" "),
                entry.status.as_str(),
                &entry.content.start.to_string(),
                &entry.content.end.to_string(),
            ],
        );
    }
    out
}

fn row(out: &mut String, cells: &[&str]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_cell(out, cell);
    }
    out.push_str("\r\n");
}

fn write_cell(out: &mut String, words: &str) {
    let is_formula =
        words.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || words.starts_with(['\t', '\r']);
    let quoted = is_formula || words.contains([',', '"', '\n', '\r']) || words.trim() != words;
    if !quoted {
        out.push_str(words);
        return;
    }
    out.push('"');
    if is_formula {
        out.push('\'');
    }
    out.push_str(&words.replace('"', "\"\""));
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::write_cell;

    #[test]
    fn cells() {
        for (words, expected) in [
            ("the wall", "the wall"),
            ("the wall, it said", "\"the wall, it said\""),
            ("a \"wall\"", "\"a \"\"wall\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "\"'=1+1\""),
            (" @SUM(A1)", "\"' @SUM(A1)\""),
            ("-3", "\"'-3\""),
            ("", ""),
        ] {
            let mut out = String::new();
            write_cell(&mut out, words);
            assert_eq!(out, expected, "{words:?}");
        }
    }
}
