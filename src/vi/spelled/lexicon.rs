//! The words of a text, what each means in a number, and what may be wrong with it.

use std::ops::Range;

/// What is understood, and yet not written in official documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Remark {
    /// A spoken form, and the written one: `bẩy` (bảy), `nhăm` (lăm), `linh tư` (linh bốn).
    Spoken { at: Range<usize>, written: &'static str },
    /// Every Word Has A Capital.
    Capitals,
}

/// Words that are no number: the place of the first wrong word in the text, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unread {
    pub(crate) at: Range<usize>,
    pub(crate) why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// Not a word of a number: `trệu`, `5`.
    Unknown,
    /// A wrong form of a digit or of a word between digits, and the right one: `hai mươi một` (mốt), `mười năm` (lăm),
    /// `lẽ` (linh), `chấm` (phẩy).
    Form(&'static str),
    /// A group below 100 that follows on another without `không trăm`: `một nghìn năm mươi`.
    NoHundreds,
    /// Spoken, and by some heard as another number: `rưỡi`, `chục`, `vạn`, `hăm`.
    Spoken,
    /// A number word where none can stand: `tỷ` twice, `nghìn triệu`, `hai ba`, a scale without its number.
    Order,
    /// More than has a name (10²¹), or more digits than a figure has.
    TooLarge,
    /// The words end where a number must follow.
    Ends,
}

/// A word in small letters, where it stands, and what separates it from the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) letters: String,
    pub(crate) at: Range<usize>,
    pub(crate) gap: Gap,
    pub(crate) is_capital: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Blanks, and the marks of emphasis of a template.
    Blank,
    Comma,
    Other,
}

/// No number has more words: up to 10²¹ there are fewer than 50, and decimals are 28 at the most.
pub(crate) const MOST_WORDS: usize = 100;
/// No syllable and no name of a unit is longer, in bytes; of what is longer nothing is kept.
const LONGEST: usize = 40;

/// The first words of a text, as many as a number can have and some.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let is_letter = |c: char| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}');
    let mut found: Vec<Word> = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(is_letter).map(|start| from + start) {
        let end = text[start..].find(|c| !is_letter(c)).map_or(text.len(), |length| start + length);
        let between = text[from..start].trim_matches(|c: char| c.is_whitespace() || matches!(c, '_' | '*' | '~'));
        let gap = match between {
            "" => Gap::Blank,
            "," => Gap::Comma,
            _ => Gap::Other,
        };
        let letters = if end - start > LONGEST { "…".to_owned() } else { text[start..end].to_lowercase() };
        let is_capital = text[start..].starts_with(char::is_uppercase);
        found.push(Word { letters, at: start..end, gap, is_capital });
        if found.len() > MOST_WORDS {
            break;
        }
        from = end;
    }
    found
}

pub(crate) fn digit(word: &str) -> Option<u128> {
    let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let place = digits.iter().position(|digit| *digit == word).or((word == "bẩy").then_some(7));
    place.map(|place| place as u128)
}

/// How many zeros a scale stands for.
pub(crate) fn scale(word: &str) -> Option<u32> {
    match word {
        "nghìn" | "ngàn" => Some(3),
        "triệu" => Some(6),
        "tỷ" | "tỉ" => Some(9),
        _ => None,
    }
}

/// What is wrong with a word of numbers where a number has ended or should begin; none if it is another word.
pub(crate) fn misplaced(word: &str) -> Option<Why> {
    match word {
        "lẽ" => Some(Why::Form("linh")),
        "chấm" => Some(Why::Form("phẩy")),
        "rưỡi" | "rưởi" | "chục" | "vạn" | "củ" | "hăm" | "băm" => Some(Why::Spoken),
        // Behind a digit: `hai mốt`, `hai lăm`.
        "mốt" | "tư" | "lăm" | "nhăm" => Some(Why::Spoken),
        "mười" | "mươi" | "trăm" | "linh" | "lẻ" | "phẩy" | "âm" | "trừ" => Some(Why::Order),
        _ => (digit(word).is_some() || scale(word).is_some()).then_some(Why::Order),
    }
}

/// The wrong word, or the end of the words.
pub(crate) fn unread(words: &[Word], at: usize, why: Why) -> Unread {
    let end = words.last().map_or(0, |word| word.at.end);
    Unread { at: words.get(at).map_or(end..end, |word| word.at.clone()), why }
}
