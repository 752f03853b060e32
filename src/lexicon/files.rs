//! A language's files, read into its lexicon: a line of a file is a class, a verb, or what words tell of a setting.

use super::inflection::{Frames, VerbForm, inflect};
use super::{Class, ENDING_GROUPS, Ending, Entry, Lexicon, Places, Sense, Verb, VerbId, joined, number};
use crate::steps::pause;
use crate::vocabulary::MediumKind;

/// The names in `words.txt` of lines that are no class: words with others that can stand for them, endings of nouns for
/// people, and what the language's grammar is like.
const SYNONYMS: &str = "synonyms";
const INFLECTIONS: &str = "inflect";
const RULES: &str = "rule";

impl Lexicon {
    /// Reads a language's files, one after the other with a line of `%` between; a line in a step. Lines that name no known
    /// class are passed over; a test sees that there are none.
    pub(super) async fn read(text: &'static str) -> Self {
        let mut files = text.split("\n%\n");
        let mut next = || files.next().unwrap_or("");
        let (words, verbs, settings) = (next(), next(), next());
        let mut lexicon = Self {
            words: Places::default(),
            entries: Vec::new(),
            verbs: Vec::new(),
            endings: [const { Vec::new() }; ENDING_GROUPS],
            synonyms: Vec::new(),
            inflections: Vec::new(),
            firsts: Vec::new(),
            verb_second: false,
            unread: words.is_empty(),
        };
        for line in words.lines() {
            pause().await;
            lexicon.add_words(line);
        }
        for (at, line) in verbs.lines().filter(|line| !line.starts_with('#')).enumerate() {
            if at % 16 == 0 {
                pause().await;
            }
            lexicon.add_verb(line);
        }
        for line in settings.lines() {
            pause().await;
            lexicon.add_setting(line);
        }
        lexicon
    }

    /// Reads a line of `words.txt`.
    #[inline(never)]
    fn add_words(&mut self, line: &'static str) {
        let mut fields = line.split(' ');
        let name = fields.next().unwrap_or("");
        match name {
            SYNONYMS => self.synonyms.extend(fields.clone().filter_map(|field| field.split_once(':'))),
            INFLECTIONS => {
                let class = |names: &str| names.split('+').filter_map(Class::named).fold(Class::NONE, Class::or);
                let pairs = fields.clone().filter_map(|field| field.split_once(':'));
                self.inflections.extend(pairs.map(|(ending, names)| (ending, class(names))));
            }
            RULES => self.verb_second = fields.clone().any(|rule| rule == "verb-second"),
            _ => {}
        }
        let Some(class) = Class::named(name) else { return };
        self.firsts.extend(fields.clone().next().map(|first| (class, first)));
        for word in fields {
            match word.strip_prefix('-') {
                Some(ending) => self.add_ending(ending, class),
                None => self.classify(word, class),
            }
        }
    }

    fn classify(&mut self, word: &str, class: Class) {
        if let Some(entry) = self.entry(word) {
            entry.class |= class;
        }
    }

    fn add_ending(&mut self, ending: &str, class: Class) {
        let ending = Ending::of(ending);
        let Some(group) = self.endings.get_mut(ending.group()) else { return };
        match group.iter_mut().find(|(known, _)| *known == ending) {
            Some((_, classes)) => *classes |= class,
            None => group.push((ending, class)),
        }
    }

    /// Reads a line of `verbs.txt`.
    #[inline(never)]
    fn add_verb(&mut self, line: &'static str) {
        let Some((forms, frames)) = line.split_once(' ') else { return };
        let lemma = forms.split(':').next().unwrap_or(forms);
        let id = VerbId(u16::try_from(self.verbs.len()).unwrap_or(u16::MAX));
        self.verbs.push(Verb { lemma, frames: Frames::parse(frames) });
        let (adverb, forms) = forms.split_once('|').unwrap_or(("", forms));
        for (mut form, kind) in inflect(forms) {
            if !adverb.is_empty() && kind != VerbForm::Participle {
                self.classify(&form, Class::SEPARABLE);
                form.insert_str(0, adverb);
            }
            if let Some(entry) = self.entry(&form) {
                entry.verb = Some(id);
                entry.forms.insert(kind);
            }
        }
    }

    /// Reads a line of `settings.txt`.
    #[inline(never)]
    fn add_setting(&mut self, line: &str) {
        let mut fields = line.split(' ');
        let name = fields.next().unwrap_or("");
        let sense = Sense::named(name.trim_end_matches('#')).unwrap_or_default();
        let medium = MediumKind::ALL.iter().position(|medium| medium.as_str() == name);
        // Months and weekdays.
        let class = name.strip_suffix('#').and_then(Class::named).unwrap_or_default();
        for (place, field) in fields.enumerate() {
            for word in field.split('/') {
                if let Some(entry) = word.split_once('_').and_then(|(_, second)| self.entry(second)) {
                    entry.sense |= Sense::PAIR;
                }
                let Some(entry) = self.entry(word) else { continue };
                entry.sense |= sense;
                entry.class |= class;
                if let Some(medium) = medium {
                    (entry.sense, entry.value) = (entry.sense.or(Sense::MEDIUM), medium as u8);
                } else if name.ends_with('#') {
                    entry.value = place as u8 + 1;
                }
            }
        }
    }

    #[inline(never)]
    fn entry(&mut self, word: &str) -> Option<&mut Entry> {
        let number =
            word.split_once('_').map_or_else(|| number(word), |(first, second)| joined(number(first), number(second)));
        let place = self.words.add(number);
        if place >= self.entries.len() {
            self.entries.resize(place + 1, Entry::default());
        }
        self.entries.get_mut(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        for line in concat!(include_str!("en/words.txt"), include_str!("de/words.txt")).lines() {
            let class = line.split(' ').next().unwrap_or("");
            let no_class = [SYNONYMS, INFLECTIONS, RULES].contains(&class);
            assert!(no_class || Class::named(class).is_some(), "no such class: {class}");
            assert!(
                line.split(' ').all(|word| !word.starts_with('-') || word.len() <= 9),
                "too long an ending: {line}"
            );
        }
        for line in concat!(include_str!("en/settings.txt"), include_str!("de/settings.txt")).lines() {
            let name = line.split(' ').next().unwrap_or("").trim_end_matches('#');
            let known = Sense::named(name).is_some() || MediumKind::ALL.iter().any(|medium| medium.as_str() == name);
            assert!(known || Class::named(name).is_some(), "no such medium, sense or class: {name}");
        }
        for line in concat!(include_str!("en/verbs.txt"), include_str!("de/verbs.txt"))
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let (_, frames) = line.split_once(' ').expect(line);
            assert!(Frames::all_known(frames), "unknown frame in: {line}");
        }
    }
}
