//! The order of the Vietnamese alphabet: a, ă, â, b, c, d, đ, e, ê … and of the tones (thanh điệu).

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;

/// The letters in their order; those of other alphabets stand where they stand there.
const LETTERS: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Ngang, huyền, hỏi, ngã, sắc, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

/// The order of two texts: syllable by syllable by their letters, then by tones, then small letters before capitals.
///
/// Only texts with the same characters are equal.
pub(crate) fn order(one: &str, other: &str) -> Ordering {
    if one == other {
        return Ordering::Equal;
    }
    let ranks = |text: &str| text.split(' ').map(ranks).collect::<Vec<_>>();
    ranks(one).cmp(&ranks(other)).then_with(|| other.cmp(one))
}

/// Ranks of the letters of a syllable, and of its tone.
fn ranks(syllable: &str) -> (Vec<u32>, usize) {
    let mut tone = 0;
    let mut letters = String::new();
    for c in syllable.to_lowercase().nfd() {
        match TONES.iter().position(|&mark| mark == c) {
            Some(at) => tone = at + 1,
            None => letters.push(c),
        }
    }
    let rank = |c: char| match LETTERS.chars().position(|letter| letter == c) {
        Some(at) => 0x100 + at as u32,
        // Digits and signs before all letters, strange letters behind them.
        None if (c as u32) < 0x80 => c as u32,
        None => 0x1000 + c as u32,
    };
    (letters.nfc().map(rank).collect(), tone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_as_in_a_vietnamese_list() {
        let sorted = [
            "An",
            "Ăn",
            "Ân",
            "Ba",
            "Bà",
            "Bà Rịa",
            "Bả",
            "Bã",
            "Bá",
            "Bạ",
            "Ban",
            "Da",
            "Đa",
            "Định Hóa",
            "Em",
            "Êm",
            "Ổ",
            "Ư",
            "Y",
        ];
        for pair in sorted.windows(2) {
            assert_eq!(order(pair[0], pair[1]), Ordering::Less, "{pair:?}");
            assert_eq!(order(pair[1], pair[0]), Ordering::Greater, "{pair:?}");
        }
        assert_eq!(order("2", "a"), Ordering::Less);
        assert_eq!(order("Ba", "Ba"), Ordering::Equal);
        assert_ne!(order("ba", "Ba"), Ordering::Equal);
    }
}
