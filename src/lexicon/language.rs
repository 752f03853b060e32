//! Which languages are read, and which one a text is in.

use super::Lexicon;
use crate::steps::Steps;
use std::sync::OnceLock;

/// The tag of a language that is not known.
pub const UNKNOWN: &str = "und";

/// A language that is read.
struct Language {
    /// Primary BCP 47 tag.
    tag: &'static str,
    /// Its files, where they are compiled in: the module has English alone, and is given another language's text.
    text: Option<&'static str>,
    /// What it was given.
    given: OnceLock<&'static str>,
    lexicon: OnceLock<Lexicon>,
}

/// A language's folder as one text.
macro_rules! folder {
    ($tag:literal) => {
        concat!(
            include_str!(concat!($tag, "/words.txt")),
            "%\n",
            include_str!(concat!($tag, "/verbs.txt")),
            "%\n",
            include_str!(concat!($tag, "/settings.txt"))
        )
    };
}

static LANGUAGES: [Language; 2] = [
    Language { tag: "en", text: Some(folder!("en")), given: OnceLock::new(), lexicon: OnceLock::new() },
    Language { tag: "de", text: GERMAN, given: OnceLock::new(), lexicon: OnceLock::new() },
];

#[cfg(feature = "languages")]
const GERMAN: Option<&str> = Some(folder!("de"));
#[cfg(not(feature = "languages"))]
const GERMAN: Option<&str> = None;

/// The lexicon without words, for languages that are not read.
static NONE: OnceLock<Lexicon> = OnceLock::new();

fn language(tag: &str) -> Option<&'static Language> {
    let primary = tag.split(['-', '_']).next().unwrap_or(tag);
    LANGUAGES.iter().find(|language| language.tag.eq_ignore_ascii_case(primary))
}

/// The lexicon of a language by its BCP 47 tag; one without words where the language is not read, or not there.
pub fn of(tag: &str) -> &'static Lexicon {
    let known = with_text(tag).map(|(language, text)| language.lexicon.get_or_init(|| read(text)));
    known.unwrap_or_else(|| NONE.get_or_init(|| read("")))
}

/// A language whose words are there, with its files.
fn with_text(tag: &str) -> Option<(&'static Language, &'static str)> {
    let language = language(tag)?;
    Some((language, language.text.or_else(|| language.given.get().copied())?))
}

fn read(text: &'static str) -> Lexicon {
    Steps::of(Lexicon::read(text)).finish()
}

/// Reads the words of a language in steps, so that [`of`] has them at once.
pub async fn get_ready(tag: &str) {
    let Some((language, text)) = with_text(tag) else { return };
    if language.lexicon.get().is_none() {
        let read = Lexicon::read(text).await;
        language.lexicon.get_or_init(|| read);
    }
}

/// Whether a language is read, but its words are not there until [`learn`] is given them.
pub fn is_missing(tag: &str) -> bool {
    language(tag).is_some() && with_text(tag).is_none()
}

/// Takes the words of a language: its files, one after the other with a line of `%` between. They are kept for good.
pub fn learn(tag: &str, text: String) {
    if let Some(language) = language(tag).filter(|_| is_missing(tag)) {
        language.given.get_or_init(|| text.leak());
    }
}

/// The small words of many languages with the place of their line, sorted.
static SMALL_WORDS: OnceLock<Vec<(&str, usize)>> = OnceLock::new();

/// A language's tag and its words, for each line.
fn tags_and_words() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("languages.txt").lines().map(|line| line.split_once(' ').unwrap_or((line, "")))
}

/// The language of a text, by its most frequent small words: `languages.txt` has a language's tag and words on each line.
/// [`UNKNOWN`] where they are none of its words; English where there is too little to tell.
pub fn detect(text: &str) -> &'static str {
    const WORDS: usize = 400;
    /// Of a text in any language of the list at least one word in six is in its line; of others, one in twenty at most.
    const LEAST_SHARE: usize = 12;
    const ENOUGH: usize = 25;
    let known = SMALL_WORDS.get_or_init(|| {
        let mut words: Vec<(&str, usize)> = tags_and_words()
            .enumerate()
            .flat_map(|(language, (_, words))| words.split(' ').map(move |word| (word, language)))
            .collect();
        words.sort_unstable();
        words
    });
    let mut found = [0usize; 32];
    let mut all = 0;
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(WORDS) {
        all += 1;
        let word = word.to_lowercase();
        let from = known.partition_point(|&(known, _)| known < word.as_str());
        for &(_, language) in known.iter().skip(from).take_while(|&&(known, _)| known == word) {
            if let Some(count) = found.get_mut(language) {
                *count += 1;
            }
        }
    }
    let mut best: Option<(&str, usize)> = None;
    for ((tag, _), count) in tags_and_words().zip(found) {
        if best.is_none_or(|(_, most)| count > most) {
            best = Some((tag, count));
        }
    }
    match best {
        // One word alone is in many languages.
        Some((tag, count)) if count > 1 && count * LEAST_SHARE >= all => tag,
        _ if all < ENOUGH => "en",
        _ => UNKNOWN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        for (text, tag) in [
            ("The mayor said that the bridge would be closed for a week.", "en"),
            ("Die Bürgermeisterin sagte, dass die Brücke eine Woche lang gesperrt ist.", "de"),
            ("La maire a dit que le pont serait fermé pour une semaine.", "fr"),
            ("La alcaldesa dijo que el puente se cerrará por una semana.", "es"),
            ("قال رئيس البلدية إن الجسر سيغلق لمدة أسبوع في المدينة من أجل الإصلاح", "ar"),
            ("“No,” Reyes said.", "en"),
            ("“We tried,” Ana Ruiz told a press conference.", "en"),
            ("“Het ging,” zei Ana Ruiz na een vergadering van de raad.", "nl"),
            ("", "en"),
            (&"市長は橋が一週間閉鎖されると述べた ".repeat(30), "und"),
        ] {
            assert_eq!(detect(text), tag, "{text}");
        }
    }

    #[test]
    fn a_language_is_looked_up_by_its_primary_tag() {
        for (tag, read) in [("en", true), ("en-GB", true), ("DE_at", true), ("fr", false), ("", false), ("d", false)] {
            assert_eq!(!of(tag).is_unread(), read, "{tag}");
        }
        assert!(!is_missing("de") && !is_missing("fr"));
    }

    #[test]
    fn a_text_holds_a_whole_language() {
        let lexicon = read(folder!("de"));
        assert!(lexicon.is_verb_second() && lexicon.look_up("sagte").verb.is_some());
        assert_eq!(lexicon.look_up("Sprecherinnen").class, lexicon.look_up("Polizeisprecherinnen").class);
    }
}
