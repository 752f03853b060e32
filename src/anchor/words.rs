//! Words of which a single one turns the meaning: negations, numbers, names.

/// Words that deny, folded and without their marks, in the languages of news that Whosaid meets most.
const NEGATIONS: &str = " no not never none nobody nothing nowhere neither nor cannot without hardly scarcely barely \
    rarely seldom unless nicht nichts nie niemals niemand niemanden niemandem nirgends nirgendwo kein keine keinen \
    keinem keiner keines keinerlei weder ohne kaum nein ne pas jamais rien aucun aucune ni sans nul nulle guere non nunca \
    jamas nada nadie ninguno ninguna ningun sin tampoco mai niente nessuno nessuna senza nao ninguem nenhum nenhuma sem \
    nem niet geen nooit niets zonder nergens inte ikke ikkje aldrig aldri ingen inget utan uden uten nigdy nikt nic bez \
    не нет ни никогда никто ничего без нельзя degil yok لا ليس ليست لم لن غير بدون לא אין בלי नहीं मत 不 没 沒 無 无 非 未 ";

/// Words that count, folded and without their marks: English, German, French, Spanish.
const NUMBERS: &str = " zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand \
    thousands million millions billion billions trillion trillions dozen dozens half once twice thrice double triple \
    quarter third thirds first second fourth fifth sixth seventh eighth ninth tenth null eins zwei drei vier funf sechs \
    sieben acht neun zehn elf zwolf zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig hundert tausend \
    millionen milliarde milliarden halb halfte doppelt deux trois quatre cinq sept huit neuf dix onze douze treize \
    quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille milliard milliards uno dos tres cuatro \
    cinco seis siete ocho nueve diez doce veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento \
    cientos mil millon millones ";

/// Words that begin a sentence with a capital without being names.
const OPENERS: &str = " the a an and but or so as if when while what who why how where i we you he she it they this that \
    these those there here in on at for of to by from with my our your his her its their is are was were do does did have \
    has had will would can could should may might must not no never yes well now then all some many most more every each \
    because after before since it's we're i'm they're he's she's that's don't let's der die das den dem ein eine ich wir \
    ihr er sie es und aber oder im in am auf mit von zu wenn dass was wer le la les un une et mais je nous il elle ils el \
    los las una y pero yo nosotros ";

/// Prefixes that turn a word into its contrary.
const CONTRARY: [&str; 8] = ["un", "in", "im", "il", "ir", "dis", "non", "anti"];

fn is_in(list: &str, word: &str) -> bool {
    let mut padded = String::with_capacity(word.len() + 2);
    padded.push(' ');
    padded.extend(word.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36F}')));
    padded.push(' ');
    list.contains(&padded)
}

/// Whether a folded word denies.
pub fn is_negation(word: &str) -> bool {
    word.ends_with("n't") || word.starts_with("n'") || is_in(NEGATIONS, word)
}

/// Whether one folded word is the other with a prefix that turns it ("likely", "unlikely").
pub fn are_contrary(a: &str, b: &str) -> bool {
    let (shorter, longer) = if a.len() < b.len() { (a, b) } else { (b, a) };
    shorter.len() > 2 && longer.strip_suffix(shorter).is_some_and(|prefix| CONTRARY.contains(&prefix))
}

/// Whether a folded word is a number, a share, or a currency.
pub fn is_number(word: &str) -> bool {
    word.contains(char::is_numeric)
        || matches!(word, "%" | "$" | "°" | "‰")
        || word.chars().all(|c| matches!(c, '¢'..='¥' | '\u{20A0}'..='\u{20CF}'))
        || is_in(NUMBERS, word)
}

/// Whether a word, given folded and as it is written, may be a name: a capital, and no word that commonly begins a
/// sentence.
pub fn is_name(folded: &str, written: &str) -> bool {
    written.chars().next().is_some_and(char::is_uppercase) && !is_in(OPENERS, folded)
}

/// How a word uses capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Capitals {
    /// None.
    None,
    /// The first letter.
    First,
    /// All of them, and there are several.
    All,
    /// Some within.
    Inner,
}

/// How a word as written uses capitals.
pub fn capitals(written: &str) -> Capitals {
    let mut letters = written.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let (mut upper, mut lower) = (0, 0);
    for letter in letters {
        upper += usize::from(letter.is_uppercase());
        lower += usize::from(letter.is_lowercase());
    }
    match (first, upper, lower) {
        (true, 1.., 0) => Capitals::All,
        (true, 0, _) => Capitals::First,
        (false, 0, _) => Capitals::None,
        _ => Capitals::Inner,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_folded_and_without_marks() {
        for list in [NEGATIONS, NUMBERS, OPENERS] {
            for word in list.split_whitespace() {
                let folded = super::super::fold::Folded::new(word);
                assert_eq!(folded.words.len(), 1, "{word}");
                assert!(is_in(list, folded.word(0)), "{word}");
            }
        }
    }

    #[test]
    fn negations() {
        for word in ["not", "don't", "n'est", "keine", "gue\u{300}re", "不"] {
            assert!(is_negation(word), "{word}");
        }
        for word in ["note", "know", "", "cann"] {
            assert!(!is_negation(word), "{word}");
        }
        assert!(are_contrary("likely", "unlikely") && are_contrary("illegal", "legal"));
        assert!(!are_contrary("a", "ina") && !are_contrary("port", "sport"));
    }

    #[test]
    fn numbers_and_names() {
        for word in ["5", "21st", "$", "€", "seven", "funf", "fu\u{308}nf", "½"] {
            assert!(is_number(word), "{word}");
        }
        assert!(!is_number("often"));
        assert!(is_name("okafor", "Okafor") && !is_name("the", "The") && !is_name("bridge", "bridge"));
        assert_eq!(capitals("US"), Capitals::All);
        assert_eq!(capitals("I"), Capitals::First);
        assert_eq!(capitals("iPad"), Capitals::Inner);
    }
}
