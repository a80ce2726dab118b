//! The order of words and codes.

use std::cmp::Ordering;

use crate::vi::alphabet;
use crate::vi::text::compose;

/// Words in the order of the Vietnamese alphabet; equal only where they are the same in NFC.
pub(crate) fn words(one: &str, other: &str) -> Ordering {
    let (one, other) = (compose(one), compose(other));
    alphabet::order(&one, &other)
}

/// Codes by their parts, numbers among them as numbers: `2 < 10`, `2.1 < 2.10`, `a9 < a10`.
pub(crate) fn codes(one: &str, other: &str) -> Ordering {
    let (one, other) = (compose(one), compose(other));
    let (mut left, mut right) = (&*one, &*other);
    while !left.is_empty() && !right.is_empty() {
        let (a, b) = (part(left), part(right));
        let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        let plain = |digits: &'_ str| digits.trim_start_matches('0').to_owned();
        let order = if is_number(a) && is_number(b) {
            let (a, b) = (plain(a), plain(b));
            a.len().cmp(&b.len()).then_with(|| a.cmp(&b))
        } else {
            alphabet::order(a, b)
        };
        if order != Ordering::Equal {
            return order;
        }
        (left, right) = (&left[a.len()..], &right[b.len()..]);
    }
    // `01` and `1` are two codes, however alike.
    left.len().cmp(&right.len()).then_with(|| one.cmp(&other))
}

/// The first run of digits, or of other signs.
fn part(text: &str) -> &str {
    let is_digit = text.starts_with(|c: char| c.is_ascii_digit());
    let end = text.find(|c: char| c.is_ascii_digit() != is_digit).unwrap_or(text.len());
    &text[..end]
}
