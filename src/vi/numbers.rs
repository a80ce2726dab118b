//! Numbers as Vietnamese people write them, and read back.
//!
//! The single formatter of the program: a figure in a sentence, in a PDF table and in a message goes
//! through [`number`], so they cannot disagree.

use rust_decimal::{Decimal, RoundingStrategy};

/// What stands between groups of three digits (dấu phân cách hàng nghìn).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grouping {
    /// `13.502`: running text and most tables (Luật Kế toán, Điều 11).
    #[default]
    Dot,
    /// `13 502` with a no-break space, as some budget tables print it.
    Space,
    /// `2024`: years and other ordinals.
    None,
}

/// Writes `value` with exactly `decimals` digits after the decimal comma (half away from zero).
pub fn number(value: Decimal, decimals: u32, grouping: Grouping) -> String {
    let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let digits = format!("{:.*}", decimals as usize, rounded.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut out = String::new();
    if rounded.is_sign_negative() && !rounded.is_zero() {
        out.push('-');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            match grouping {
                Grouping::Dot => out.push('.'),
                Grouping::Space => out.push('\u{a0}'),
                Grouping::None => {}
            }
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(',');
        out.push_str(fraction);
    }
    out
}

/// Writes all digits of `value` that mean something, and no more: `2.710,5`.
pub(crate) fn exact(value: Decimal, grouping: Grouping) -> String {
    number(value, value.normalize().scale(), grouping)
}

/// A difference as messages write it, with all its digits: `+1`, `−0,5`.
pub(crate) fn difference(value: Decimal) -> String {
    let sign = if value.is_sign_positive() { "+" } else { "−" };
    format!("{sign}{}", exact(value.abs(), Grouping::Dot))
}

/// Every number written in `text`, read by the Vietnamese convention (`.` groups, `,` decimals), in order.
///
/// Used for cells that mix words and numbers ("Trên 97%"): each result is the value, its decimals and
/// whether a per-cent sign follows. Text that only looks like a number (`1.23`, `1,2,3`) is left out.
pub(crate) fn numbers_in(text: &str) -> Vec<(Decimal, u32, bool)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let tail = &rest[start..];
        let end = tail.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(tail.len());
        let token = tail[..end].trim_end_matches(['.', ',']);
        let after = tail[token.len()..].trim_start_matches([' ', '\u{a0}']);
        if let Some((value, decimals)) = parse_number(token) {
            found.push((value, decimals, after.starts_with('%')));
        }
        rest = &tail[end..];
    }
    found
}

/// Reads `1.234,5` as a number: groups of exactly three digits, at most one comma.
pub(crate) fn parse_number(text: &str) -> Option<(Decimal, u32)> {
    let (whole, fraction) = match text.split_once(',') {
        Some((whole, fraction)) => (whole, fraction),
        None => (text, ""),
    };
    let groups: Vec<&str> = whole.split('.').collect();
    let grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let fraction_ok = fraction.is_empty() != text.contains(',') && (fraction.is_empty() || digits(fraction));
    if !grouped || !fraction_ok || !groups.iter().all(|group| digits(group)) {
        return None;
    }
    // No figure is longer, and sums of these stay exact.
    if groups.iter().map(|group| group.len()).sum::<usize>() > 18 {
        return None;
    }
    let plain = format!("{}.{}", groups.concat(), if fraction.is_empty() { "0" } else { fraction });
    let value = Decimal::from_str_exact(&plain).ok()?;
    Some((value.normalize(), u32::try_from(fraction.len()).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_the_vietnamese_way() {
        let cases = [
            ("13502", 0, Grouping::Dot, "13.502"),
            ("94173", 0, Grouping::Space, "94\u{a0}173"),
            ("0.803", 3, Grouping::Dot, "0,803"),
            ("0.4", 2, Grouping::Dot, "0,40"),
            ("-1234.5", 1, Grouping::Dot, "-1.234,5"),
            ("682.5", 0, Grouping::Dot, "683"),
            ("-0.4", 0, Grouping::Dot, "0"),
            ("2024", 0, Grouping::None, "2024"),
        ];
        for (value, decimals, grouping, expected) in cases {
            assert_eq!(number(value.parse().unwrap(), decimals, grouping), expected);
        }
    }

    #[test]
    fn exact_numbers_keep_their_digits() {
        for (value, expected) in [("2710.50", "2.710,5"), ("13502", "13.502"), ("-0.001", "-0,001"), ("0.00", "0")] {
            assert_eq!(exact(value.parse().unwrap(), Grouping::Dot), expected);
        }
    }

    #[test]
    fn numbers_are_found_in_mixed_cells() {
        let read = |text: &str| numbers_in(text).iter().map(|(v, d, p)| format!("{v}/{d}/{p}")).collect::<Vec<_>>();
        assert_eq!(read("Trên 97%"), ["97/0/true"]);
        assert_eq!(read("(100%) 4.060"), ["100/0/true", "4060/0/false"]);
        assert_eq!(read("29,62% (113,5%)"), ["29.62/2/true", "113.5/1/true"]);
        assert_eq!(read("94% trở lên."), ["94/0/true"]);
        assert_eq!(read("2.71 hay 1,2,3"), [""; 0]);
    }

    #[test]
    fn a_number_written_is_read_back() {
        for n in [0i64, 7, 99, 100, 999, 1000, 12_345, 999_999, 1_000_000, 94_173_000] {
            for decimals in 0..4 {
                let value = Decimal::new(n, decimals);
                let written = number(value, decimals, Grouping::Dot);
                assert_eq!(parse_number(&written), Some((value.normalize(), decimals)), "{written}");
            }
        }
    }
}
