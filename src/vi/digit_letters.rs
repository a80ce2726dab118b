//! Letters typed in place of digits: `55O` for 550, `2l5` for 215.

use crate::vi::typed_number::{self, TypedNumber};

/// A number in which a letter stands for a digit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mistaken {
    pub(crate) letter: char,
    pub(crate) digit: char,
    /// The text with digits only.
    pub(crate) meant: String,
    /// Whether no unit is written so: `5l` may be five litres, `5l7` and `5O` may not.
    pub(crate) is_certain: bool,
}

/// Which digit a letter looks like, and whether only between digits: elsewhere it may belong to a code or a unit.
fn digit(letter: char) -> Option<(char, bool)> {
    Some(match letter {
        'O' | 'o' | 'О' | 'о' | 'Ο' | 'ο' => ('0', false),
        'l' | 'I' | '|' => ('1', false),
        'S' => ('5', true),
        'B' => ('8', true),
        'Z' => ('2', true),
        _ => return None,
    })
}

/// Finds the letter in a text whose first word would be a number without it; a unit may follow after a blank.
pub(crate) fn mistaken(text: &str) -> Option<Mistaken> {
    let (word, unit) = text.trim().split_once(' ').unwrap_or((text.trim(), ""));
    let chars: Vec<char> = word.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let (mut first, mut meant, mut is_certain) = (None, String::with_capacity(word.len()), false);
    for (at, &c) in chars.iter().enumerate() {
        let Some((digit, is_inner)) = digit(c) else {
            meant.push(c);
            continue;
        };
        let is_between = is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
        if is_inner && !is_between {
            return None;
        }
        is_certain |= is_between || digit == '0';
        first.get_or_insert((c, digit));
        meant.push(digit);
    }
    let (letter, digit) = first?;
    let is_zero = chars.len() == 1 && digit == '0' && unit.is_empty();
    let is_number = is_zero || (chars.iter().any(char::is_ascii_digit) && is_read(&meant));
    let is_unit = !unit.chars().any(|c| c.is_ascii_digit());
    (is_number && is_unit).then_some(Mistaken { letter, digit, meant, is_certain })
}

fn is_read(meant: &str) -> bool {
    use TypedNumber::{Ambiguous, American, Number};
    matches!(typed_number::read(meant, None), Number(typed) if typed.unit.is_none())
        || matches!(typed_number::read(meant, None), Ambiguous { .. } | American(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_for_digits_are_seen() {
        for (text, letter, meant) in [
            ("55O", 'O', "550"),
            ("2o5", 'o', "205"),
            ("l5", 'l', "15"),
            ("1I", 'I', "11"),
            ("1.2OO", 'O', "1.200"),
            ("2O%", 'O', "20%"),
            ("5S0", 'S', "550"),
            ("3O hộ", 'O', "30"),
            ("O", 'O', "0"),
        ] {
            let found = mistaken(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.letter, found.meant.as_str()), (letter, meant), "{text}");
        }
        for text in ["5 ha", "20 hộ", "55", "hộ", "B52", "5 l", "O H", "5 Oh 2", "II", "12Sm", "xã số 5O", "5ol3x"]
        {
            assert_eq!(mistaken(text), None, "{text}");
        }
    }
}
