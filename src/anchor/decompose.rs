//! Letters with marks, taken apart.

/// Letters that NFC writes as one character, in order, each followed by its base and its mark. Lower case only; Latin,
/// Vietnamese, Greek, Cyrillic and Arabic. From the Unicode character database.
const PAIRS: &str = "\
    àa\u{300}áa\u{301}âa\u{302}ãa\u{303}äa\u{308}åa\u{30A}çc\u{327}èe\u{300}ée\u{301}êe\u{302}ëe\u{308}\
    ìi\u{300}íi\u{301}îi\u{302}ïi\u{308}ñn\u{303}òo\u{300}óo\u{301}ôo\u{302}õo\u{303}öo\u{308}ùu\u{300}\
    úu\u{301}ûu\u{302}üu\u{308}ýy\u{301}ÿy\u{308}āa\u{304}ăa\u{306}ąa\u{328}ćc\u{301}ĉc\u{302}ċc\u{307}\
    čc\u{30C}ďd\u{30C}ēe\u{304}ĕe\u{306}ėe\u{307}ęe\u{328}ěe\u{30C}ĝg\u{302}ğg\u{306}ġg\u{307}ģg\u{327}\
    ĥh\u{302}ĩi\u{303}īi\u{304}ĭi\u{306}įi\u{328}ĵj\u{302}ķk\u{327}ĺl\u{301}ļl\u{327}ľl\u{30C}ńn\u{301}\
    ņn\u{327}ňn\u{30C}ōo\u{304}ŏo\u{306}őo\u{30B}ŕr\u{301}ŗr\u{327}řr\u{30C}śs\u{301}ŝs\u{302}şs\u{327}\
    šs\u{30C}ţt\u{327}ťt\u{30C}ũu\u{303}ūu\u{304}ŭu\u{306}ůu\u{30A}űu\u{30B}ųu\u{328}ŵw\u{302}ŷy\u{302}\
    źz\u{301}żz\u{307}žz\u{30C}ơo\u{31B}ưu\u{31B}ǎa\u{30C}ǐi\u{30C}ǒo\u{30C}ǔu\u{30C}ǧg\u{30C}șs\u{326}\
    țt\u{326}΅¨\u{301}ΐϊ\u{301}άα\u{301}έε\u{301}ήη\u{301}ίι\u{301}ΰϋ\u{301}ϊι\u{308}ϋυ\u{308}όο\u{301}\
    ύυ\u{301}ώω\u{301}ϓϒ\u{301}ϔϒ\u{308}йи\u{306}ѐе\u{300}ёе\u{308}ѓг\u{301}їі\u{308}ќк\u{301}ѝи\u{300}\
    ўу\u{306}آا\u{653}أا\u{654}ؤو\u{654}إا\u{655}ئي\u{654}ạa\u{323}ảa\u{309}ấâ\u{301}ầâ\u{300}ẩâ\u{309}\
    ẫâ\u{303}ậạ\u{302}ắă\u{301}ằă\u{300}ẳă\u{309}ẵă\u{303}ặạ\u{306}ẹe\u{323}ẻe\u{309}ẽe\u{303}ếê\u{301}\
    ềê\u{300}ểê\u{309}ễê\u{303}ệẹ\u{302}ỉi\u{309}ịi\u{323}ọo\u{323}ỏo\u{309}ốô\u{301}ồô\u{300}ổô\u{309}\
    ỗô\u{303}ộọ\u{302}ớơ\u{301}ờơ\u{300}ởơ\u{309}ỡơ\u{303}ợơ\u{323}ụu\u{323}ủu\u{309}ứư\u{301}ừư\u{300}\
    ửư\u{309}ữư\u{303}ựư\u{323}ỳy\u{300}ỵy\u{323}ỷy\u{309}ỹy\u{303}";

const COUNT: usize = 161;

/// [`PAIRS`] as numbers, so that a letter is found by bisection; read by the compiler.
static TABLE: [[u16; 3]; COUNT] = parse();

const fn parse() -> [[u16; 3]; COUNT] {
    let mut table = [[0; 3]; COUNT];
    let bytes = PAIRS.as_bytes();
    let (mut at, mut entry, mut column) = (0, 0, 0);
    while at < bytes.len() {
        let first = bytes[at] as u16;
        let (value, length) = match first {
            0..0x80 => (first, 1),
            0x80..0xE0 => ((first & 0x1F) << 6 | (bytes[at + 1] & 0x3F) as u16, 2),
            _ => ((first & 0xF) << 12 | ((bytes[at + 1] & 0x3F) as u16) << 6 | (bytes[at + 2] & 0x3F) as u16, 3),
        };
        table[entry][column] = value;
        at += length;
        column = (column + 1) % 3;
        if column == 0 {
            entry += 1;
        }
    }
    table
}

/// The base and the mark of a lower-case letter, if it is composed of two.
pub fn decompose(c: char) -> Option<(char, char)> {
    let code = u16::try_from(u32::from(c)).ok()?;
    let found = TABLE.binary_search_by_key(&code, |entry| entry[0]).ok()?;
    let [_, base, mark] = TABLE.get(found)?;
    Some((char::from_u32((*base).into())?, char::from_u32((*mark).into())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(TABLE.is_sorted());
        assert_eq!(decompose('é'), Some(('e', '\u{301}')));
        assert_eq!(decompose('ự'), Some(('ư', '\u{323}')));
        assert_eq!(decompose('e'), None);
    }
}
