//! JSON Lines: an archive of any size, line by line, in order, on several threads, in bounded memory.

use crate::attribute::{Shape, Shaped, or_else};
use crate::failure::{Failure, Outcome, complain};
use crate::input::Place;
use crate::progress::Progress;
use crate::{output, page};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::sync::mpsc::{Receiver, RecvError, Sender, SyncSender, TryRecvError, channel, sync_channel};
use std::sync::{Arc, Mutex};
use whosaid::Options;
use whosaid::html::Article;

/// Longest line in bytes: one article, with room for any. A longer line is refused, so that a file without line ends cannot fill the
/// memory.
const LONGEST_LINE: usize = 256 << 20;

/// Lines under way for each thread: enough to keep it busy while a long article holds up the order.
const LINES_PER_THREAD: usize = 8;

/// Room on a thread's stack, as on the main thread.
const STACK: usize = 8 << 20;

/// A line in.
#[derive(Deserialize)]
struct Request {
    id: Value,
    text: Option<String>,
    html: Option<String>,
    lang: Option<String>,
    published: Option<String>,
    headline: Option<String>,
    publisher: Option<String>,
    url: Option<String>,
}

/// A line out.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    report: Shaped<'a>,
}

/// A line under way: where it stands, for messages, and its bytes.
struct Line {
    number: usize,
    place: usize,
    bytes: Result<Vec<u8>, String>,
}

/// What became of a line; nothing where it was blank.
struct Done {
    number: usize,
    place: usize,
    answer: Result<Vec<u8>, String>,
}

/// The line out for a line in, with its end; nothing for a blank one; the reason where it cannot be used.
pub type Answering<'a> = dyn Fn(&[u8]) -> Result<Vec<u8>, String> + Sync + 'a;

/// Reports on the articles of every line of every place, in order.
pub fn attribute(places: &[Place], given: &Options, shape: Shape, threads: usize) -> Result<Outcome, Failure> {
    run(places, &|line| answer(line, given, shape), threads)
}

/// Answers every line of every place, in order.
pub fn run(places: &[Place], answering: &Answering<'_>, threads: usize) -> Result<Outcome, Failure> {
    let threads = threads.clamp(1, 256);
    let (work, lines) = sync_channel::<(usize, Line)>(threads);
    let (finished, answers) = channel();
    let (permit, permits) = sync_channel::<()>(threads * LINES_PER_THREAD);
    // The threads alone hold the receiving end: once they are all gone, whoever hands out lines is told so.
    let lines = Arc::new(Mutex::new(lines));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let (lines, finished) = (Arc::clone(&lines), finished.clone());
            let worker = move || work_off(&lines, &finished, answering);
            let started = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, worker);
            started.map_err(|error| Failure::Broken(format!("no thread: {error}")))?;
        }
        drop((lines, finished));
        let writer = scope.spawn(move || write_in_order(places, &answers, &permits));
        let read = read_lines(places, &work, &permit);
        drop((work, permit));
        let (written, refused) = writer.join().unwrap_or_else(|_| (Err(io::Error::other("the writer stopped")), true));
        let outcome = if refused { Outcome::SomeRefused } else { Outcome::Done };
        let outcome = output::finish(written, outcome)?;
        read.map(|complete| if complete { outcome } else { Outcome::SomeRefused })
    })
}

/// Hands out the lines of all places. `false`: a place could not be opened.
fn read_lines(places: &[Place], work: &SyncSender<(usize, Line)>, permit: &SyncSender<()>) -> Result<bool, Failure> {
    let mut sequence = 0;
    let mut complete = true;
    for (index, place) in places.iter().enumerate() {
        let mut input = match place.open() {
            Ok(file) => BufReader::with_capacity(1 << 16, file),
            Err(error) => {
                complain(format_args!("whosaid: {place}: {error}"));
                complete = false;
                continue;
            }
        };
        for number in 1.. {
            let bytes = match next_line(&mut input, LONGEST_LINE) {
                Ok(None) => break,
                Ok(Some(line)) => line,
                Err(error) => return Err(Failure::Broken(format!("{place}, line {number}: {error}"))),
            };
            // Nobody takes permits or lines any more once nobody reads the output.
            let line = Line { number, place: index, bytes };
            if permit.send(()).is_err() || work.send((sequence, line)).is_err() {
                return Ok(complete);
            }
            sequence += 1;
        }
    }
    Ok(complete)
}

/// The next line without its end; its reason where it is too long; none at the end of the input.
fn next_line(input: &mut impl BufRead, longest: usize) -> io::Result<Option<Result<Vec<u8>, String>>> {
    let mut line = Vec::new();
    let read = input.by_ref().take(longest as u64 + 1).read_until(b'\n', &mut line)?;
    if read == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if read > longest {
        input.skip_until(b'\n')?;
        return Ok(Some(Err(format!("longer than {longest} bytes"))));
    }
    Ok(Some(Ok(line)))
}

fn work_off(lines: &Mutex<Receiver<(usize, Line)>>, finished: &Sender<(usize, Done)>, answering: &Answering<'_>) {
    loop {
        let next = lines.lock().map_or(Err(RecvError), |lines| lines.recv());
        let Ok((sequence, line)) = next else { return };
        let Line { number, place, bytes } = line;
        let answer = bytes.and_then(|bytes| answering(&bytes));
        if finished.send((sequence, Done { number, place, answer })).is_err() {
            return;
        }
    }
}

/// What a line says.
pub fn parse<T: for<'a> Deserialize<'a>>(line: &[u8]) -> Result<T, String> {
    let line = std::str::from_utf8(line).map_err(|error| format!("not UTF-8 at byte {}", error.valid_up_to() + 1))?;
    // Some programs begin a file with a byte order mark.
    serde_json::from_str(line.trim_start_matches('\u{feff}')).map_err(|error| without_line(&error))
}

/// An answer as a line.
pub fn line(answer: &impl Serialize) -> Result<Vec<u8>, String> {
    let mut out = serde_json::to_vec(answer).map_err(|error| error.to_string())?;
    out.push(b'\n');
    Ok(out)
}

fn answer(line_in: &[u8], given: &Options, shape: Shape) -> Result<Vec<u8>, String> {
    if line_in.iter().all(u8::is_ascii_whitespace) {
        return Ok(Vec::new());
    }
    let request: Request = parse(line_in)?;
    if !matches!(request.id, Value::String(_) | Value::Number(_)) {
        return Err("\"id\" is neither a string nor a number".into());
    }
    let id = request.id.clone();
    let (mut article, is_html) = article(request)?;
    // The command line speaks for lines that say nothing themselves.
    article.options = or_else(article.options, given.clone());
    let report = page::merged(&article, None).report;
    let report = shape.of(&report, &article.text);
    let answer = Answer { id: &id, text: is_html.then_some(&article.text), report };
    line(&answer)
}

fn article(request: Request) -> Result<(Article, bool), String> {
    let is_html = request.text.is_none();
    let article = match (request.text, request.html) {
        (Some(text), None) => Article { text, ..Article::default() },
        (None, Some(html)) => whosaid::html::read(&html).map_err(|error| error.to_string())?,
        (None, None) => return Err("no \"text\" and no \"html\"".into()),
        (Some(_), Some(_)) => return Err("both \"text\" and \"html\"; give one".into()),
    };
    let said = Options {
        language: request.lang,
        published: request.published,
        headline: request.headline,
        publisher: request.publisher,
        url: request.url,
        ..Options::default()
    };
    Ok((Article { options: or_else(said, article.options), ..article }, is_html))
}

/// What is wrong with the JSON, and where in the line; `serde_json` counts lines within the line.
fn without_line(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
    format!("{what}, at byte {}", error.column())
}

/// Writes answers in the order of the lines; says which lines were refused.
fn write_in_order(
    places: &[Place],
    answers: &Receiver<(usize, Done)>,
    permits: &Receiver<()>,
) -> (io::Result<()>, bool) {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    let mut refused = false;
    let mut progress = Progress::of("lines");
    loop {
        let (sequence, done) = match answers.try_recv() {
            Ok(answer) => answer,
            // Whoever sent one line and waits for its answer is to get it.
            Err(TryRecvError::Empty) => match out.flush().map(|()| answers.recv()) {
                Ok(Ok(answer)) => answer,
                Ok(Err(_)) => return (Ok(()), refused),
                Err(error) => return (Err(error), refused),
            },
            Err(TryRecvError::Disconnected) => return (out.flush(), refused),
        };
        waiting.insert(sequence, done);
        while let Some(Done { number, place, answer }) = waiting.remove(&next) {
            next += 1;
            let _ = permits.recv();
            progress.step();
            match answer {
                Ok(line) => {
                    if let Err(error) = out.write_all(&line) {
                        return (Err(error), refused);
                    }
                }
                Err(reason) => {
                    refused = true;
                    let of = if places.len() > 1 { format!("{}, ", places[place]) } else { String::new() };
                    complain(format_args!("whosaid: {of}line {number}: {reason}"));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_to_their_end_and_too_long_ones_passed_over() {
        let mut input = BufReader::with_capacity(3, &b"one\n\ntoo long a line\nlast"[..]);
        let mut next = || next_line(&mut input, 5).unwrap();
        assert_eq!(next(), Some(Ok(b"one".to_vec())));
        assert_eq!(next(), Some(Ok(Vec::new())));
        assert_eq!(next(), Some(Err("longer than 5 bytes".into())));
        assert_eq!(next(), Some(Ok(b"last".to_vec())));
        assert_eq!(next(), None);
    }
}
