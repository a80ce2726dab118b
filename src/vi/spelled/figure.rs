//! The figure that a text ends with, when words for it follow.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::vi::spelled::write::is_foreign_money;
use crate::vi::{numbers, units};

/// A figure at the end of a text, with its unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure<'a> {
    /// Where its digits stand.
    pub(crate) at: Range<usize>,
    /// As it was typed, with its decimals, its unit left out of account.
    pub(crate) value: Decimal,
    /// What the digits may mean besides: `-5` in a list is 5, `5 120` may be 120.
    pub(crate) other: Option<Decimal>,
    pub(crate) unit: Unit<'a>,
    /// The word in front, in small letters.
    pub(crate) before: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unit<'a> {
    None,
    /// `triệu đồng/năm`: 6 and `/năm`.
    Money {
        zeros: u32,
        rest: &'a str,
    },
    Percent,
    /// `triệu hộ`: 6 and `hộ`.
    Counted {
        zeros: u32,
        name: &'a str,
    },
}

/// So far back a figure is looked for, in bytes, and so many words of its unit.
const NEAR: usize = 160;
const UNIT_WORDS: usize = 5;
/// Names with a digit at their end: `12 m2`.
const NAMES_WITH_DIGITS: usize = 3;

/// Words in front of a number that is a name: `Điều 5`, `đợt 1`.
const ORDINALS: [&str; 30] = [
    "điều",
    "khoản",
    "mục",
    "điểm",
    "biểu",
    "bảng",
    "lục",
    "mẫu",
    "lần",
    "đợt",
    "thứ",
    "quý",
    "tháng",
    "ngày",
    "hình",
    "chương",
    "phần",
    "khóa",
    "khoá",
    "kỳ",
    "tổ",
    "thôn",
    "xóm",
    "ấp",
    "khu",
    "phường",
    "quận",
    "lớp",
    "trang",
    "dòng",
];

/// Units behind which a smaller one may follow, or the end of a range.
const MEASURES: [&str; 18] = [
    "tấn", "tạ", "yến", "kg", "giờ", "phút", "ngày", "tuần", "tháng", "năm", "km", "m", "cm", "ha", "sào", "mẫu",
    "lít", "h",
];

impl Figure<'_> {
    /// Whether it is the name of a thing rather than an amount.
    pub(crate) fn is_ordinal(&self) -> bool {
        self.unit == Unit::None && ORDINALS.contains(&self.before.as_str())
    }

    /// Also a year, and `Biểu số 05`: no amount of money.
    pub(crate) fn is_name(&self) -> bool {
        let is_short = self.value < Decimal::ONE_THOUSAND;
        self.is_ordinal() || self.before == "năm" || (self.before == "số" && is_short)
    }
}

/// Finds the figure that `text[..end]` ends with; none if there is none, or one that is not a single plain number: a
/// date, a fraction, a range, part of a code or of a sum, an amount of foreign money.
pub(crate) fn before(text: &str, end: usize) -> Option<Figure<'_>> {
    let start = (end.saturating_sub(NEAR)..end).find(|at| text.is_char_boundary(*at))?;
    let line = start + text[start..end].rfind('\n').map_or(0, |at| at + 1);
    let mut until = end;
    for _ in 0..NAMES_WITH_DIGITS {
        let last = line + text[line..until].rfind(|c: char| c.is_ascii_digit())? + 1;
        let first = run_start(text, line, last);
        if text[line..first].ends_with(char::is_alphabetic) {
            until = first;
            continue;
        }
        return is_plain(text, line, first, last).then(|| figure(text, line..first, first..last, end)).flatten();
    }
    None
}

/// Where the digits and separators begin that end at `last`.
fn run_start(text: &str, line: usize, last: usize) -> usize {
    let mut first = last;
    while let Some(c) = text[line..first].chars().next_back() {
        let at = first - c.len_utf8();
        let is_group = || {
            let group = &text[first..last];
            let group = &group[..group.find(|c: char| !c.is_ascii_digit()).unwrap_or(group.len())];
            let digits = text[line..at].bytes().rev().take_while(u8::is_ascii_digit).count();
            group.len() == 3 && (1..=3).contains(&digits)
        };
        let belongs =
            c.is_ascii_digit() || matches!(c, '.' | ',') || (matches!(c, ' ' | '\u{a0}' | '\u{202f}') && is_group());
        if !belongs {
            break;
        }
        first = at;
    }
    first + text[first..last].find(|c: char| c.is_ascii_digit()).unwrap_or(0)
}

/// Whether nothing around the digits makes more of them than a number.
fn is_plain(text: &str, line: usize, first: usize, last: usize) -> bool {
    let (front, behind) = (&text[line..first], &text[last..]);
    let is_clock = front.strip_suffix(':').is_some_and(|front| front.ends_with(|c: char| c.is_ascii_digit()));
    if is_clock || front.ends_with(['/', '.', ',', '^', '$', '€', '£', '¥', '{', '#']) {
        return false;
    }
    let trimmed = front.trim_end();
    let unsigned = trimmed.trim_end_matches(['-', '‐', '‑', '–', '—', '−', '+', 'x', '×', '*', '÷', '~']);
    let is_signed = unsigned.len() < trimmed.len();
    let is_sum = is_signed && unsigned.trim_end().ends_with(|c: char| c.is_ascii_digit() || c == '%');
    let is_code = is_signed && trimmed.len() == front.len() && unsigned.ends_with(char::is_alphanumeric);
    // `1.` and `2)` at the beginning of a line count its items.
    let is_short = last - first <= 3 && behind.starts_with(['.', ')']);
    let is_item = is_short && front.trim_matches([' ', '\t', '\u{a0}', '#', '*', '-', '+', '(']).is_empty();
    let is_joined = behind.starts_with(['/', '-', '^', '⁄', '¼', '½', '¾', '\'', ':'])
        || (behind.starts_with(char::is_uppercase) && !behind.starts_with(['Đ', 'V']));
    !(is_sum || is_code || is_item || is_joined || is_composite(unsigned))
}

/// `5 triệu` in front of `500 nghìn đồng`, `5 tấn` in front of `200 kg`.
fn is_composite(front: &str) -> bool {
    let front = front.trim_end();
    let rest = front.trim_end_matches(char::is_alphabetic);
    let unit = &front[rest.len()..];
    rest.trim_end().ends_with(|c: char| c.is_ascii_digit())
        && (power(unit).is_some() || units::zeros(unit).is_some() || MEASURES.contains(&unit.to_lowercase().as_str()))
}

fn figure(text: &str, front: Range<usize>, at: Range<usize>, end: usize) -> Option<Figure<'_>> {
    let digits = &text[at.clone()];
    let joined: String = digits.chars().filter(|c| !c.is_whitespace()).collect();
    let last_group = digits.rsplit_once(' ').map(|(_, group)| group);
    let typed = |text: &str| {
        let (mut value, decimals) = numbers::parse_number(text)?;
        value.rescale(decimals);
        Some(value)
    };
    let (mut value, mut other) = (typed(&joined)?, last_group.and_then(typed));
    let front = &text[front];
    if let Some(unsigned) = front.strip_suffix(['-', '−', '–']) {
        let is_sign = unsigned.is_empty() || unsigned.ends_with([' ', '(', '\u{a0}', '\t']);
        if !is_sign || value.is_zero() {
            return None;
        }
        // At the beginning of a line it may be the mark of an item.
        other = if unsigned.trim().is_empty() { Some(value) } else { None };
        value = -value;
    }
    let tail = text[at.end..end].trim();
    let before = front.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    if is_foreign_money(&before) {
        return None;
    }
    Some(Figure { at, value, other, unit: unit(tail)?, before })
}

/// What stands behind a figure; none if that is more than a unit, or foreign money.
fn unit(tail: &str) -> Option<Unit<'_>> {
    let is_other =
        |c: char| matches!(c, '.' | ',' | ';' | ':' | '(' | ')' | '[' | ']' | '"' | '“' | '”' | '{' | '}' | '=');
    let name = tail.trim_matches(|c: char| c.is_whitespace() || "_*~→|–—-".contains(c));
    if name.is_empty() {
        return Some(Unit::None);
    }
    if let Some(zeros) = units::zeros(name) {
        return Some(Unit::Money { zeros, rest: "" });
    }
    if name.contains(is_other) || name.split_whitespace().count() > UNIT_WORDS || is_foreign_money(name) {
        return None;
    }
    if units::percent_at_start(name).is_some() {
        return Some(Unit::Percent);
    }
    let zeros_of = |unit: &str| unit.split_whitespace().filter_map(power).sum();
    if let Some(unit) = units::money_at_start(name) {
        let rest = name[unit.len()..].trim();
        let is_dong = unit.to_lowercase().ends_with(['g', 'đ', 'd']);
        if is_dong || rest.is_empty() {
            let zeros = units::zeros(unit).unwrap_or_else(|| zeros_of(unit));
            return Some(Unit::Money { zeros, rest });
        }
        return Some(Unit::Counted { zeros: zeros_of(unit), name: rest });
    }
    Some(Unit::Counted { zeros: 0, name })
}

/// How many zeros a word for a power of ten stands for.
fn power(word: &str) -> Option<u32> {
    Some(match word.to_lowercase().as_str() {
        "chục" | "mươi" => 1,
        "trăm" => 2,
        "nghìn" | "ngàn" => 3,
        "vạn" => 4,
        "triệu" => 6,
        "tỷ" | "tỉ" => 9,
        _ => return None,
    })
}
