//! How rows are numbered: whether a number is of a manner, the first of it, or the one that follows another.

use crate::input::definition::outline::Numbering;
use crate::vi::lettering::{POINTS, as_roman, roman};

/// Rows are lettered in the Vietnamese alphabet or in the Latin one.
const LATIN: [char; 26] = [
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w',
    'x', 'y', 'z',
];

/// A number without what stands around it: `I.`, `1)`, `(a)`.
pub(crate) fn plain(number: &str) -> &str {
    let number = number.trim();
    let inner = number.strip_prefix('(').unwrap_or(number);
    inner.trim_end_matches([')', '.', ':']).trim_end()
}

pub(crate) fn is_numbered(style: Numbering, number: &str) -> bool {
    let parts = |wanted: usize| {
        let is_number = |part: &str| !part.is_empty() && part.len() < 6 && part.bytes().all(|b| b.is_ascii_digit());
        number.split('.').count() == wanted && number.split('.').all(is_number)
    };
    let is_letter = |is: fn(char) -> bool| number.chars().count() == 1 && number.chars().all(is);
    match style {
        Numbering::Capital => is_letter(char::is_uppercase),
        Numbering::Roman => roman(number).is_some(),
        Numbering::Digits => parts(1),
        Numbering::TwoParts => parts(2),
        Numbering::ThreeParts => parts(3),
        Numbering::Small => is_letter(char::is_lowercase),
        Numbering::Bullet => !number.is_empty() && number.chars().all(|c| "-–—+*•".contains(c)),
    }
}

pub(crate) fn is_first(style: Numbering, number: &str) -> bool {
    match style {
        Numbering::Capital => number == "A",
        Numbering::Roman => number == "I",
        Numbering::Digits | Numbering::TwoParts | Numbering::ThreeParts => last_part(number) == Some(1),
        Numbering::Small => number == "a",
        Numbering::Bullet => true,
    }
}

pub(crate) fn is_next(style: Numbering, before: &str, number: &str) -> bool {
    match style {
        Numbering::Capital | Numbering::Small => {
            let [before, number] = [before, number].map(str::to_lowercase);
            let place = |letters: &[char], letter: &str| letters.iter().position(|c| letter.chars().eq([*c]));
            [POINTS.as_slice(), LATIN.as_slice()].into_iter().any(|letters| {
                place(letters, &before).zip(place(letters, &number)).is_some_and(|(one, next)| one + 1 == next)
            })
        }
        Numbering::Roman => roman(before).zip(roman(number)).is_some_and(|(one, next)| one + 1 == next),
        Numbering::Digits | Numbering::TwoParts | Numbering::ThreeParts => {
            last_part(before).zip(last_part(number)).is_some_and(|(one, next)| one + 1 == next)
        }
        Numbering::Bullet => true,
    }
}

/// The numbers that may come after one; none where that is not of this manner.
pub(crate) fn following(style: Numbering, number: &str) -> Vec<String> {
    let candidates: Vec<String> = match style {
        Numbering::Capital => LATIN.into_iter().chain(['đ']).map(|c| c.to_uppercase().to_string()).collect(),
        Numbering::Small => LATIN.into_iter().chain(['đ']).map(String::from).collect(),
        Numbering::Roman => (1..90).map(as_roman).collect(),
        Numbering::Bullet => vec![number.to_owned()],
        Numbering::Digits | Numbering::TwoParts | Numbering::ThreeParts => {
            let next = last_part(number).map(|last| (last + 1).to_string());
            let above = number.rsplit_once('.').map(|(above, _)| format!("{above}."));
            next.map(|next| above.unwrap_or_default() + &next).into_iter().collect()
        }
    };
    candidates.into_iter().filter(|candidate| is_next(style, number, candidate)).collect()
}

fn last_part(number: &str) -> Option<u32> {
    number.rsplit('.').next()?.parse().ok()
}
