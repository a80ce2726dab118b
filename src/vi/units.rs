//! Units as people write them (đơn vị tính): in a heading's brackets, in a line above a table, in a cell.

use crate::vi::matching;

/// Ways of writing one unit, folded and without points and blanks; the first is the official one.
const SAME: [&[&str]; 6] = [
    &["đồng", "đ", "vnđ", "vnd", "việtnamđồng"],
    &["nghìnđồng", "ngànđồng", "1000đồng", "1000đ", "nghìnđ", "ngànđ", "nđ"],
    &["triệuđồng", "triệuđ", "trđồng", "trđ", "tr", "triệu"],
    &["tỷđồng", "tỉđồng", "tỷđ", "tỉđ", "tỷ", "tỉ"],
    &["%", "phầntrăm"],
    &["ha", "hecta", "héc-ta"],
];

/// How many zeros a unit of money stands for, counted in đồng.
const MONEY: [(&str, &str, u32); 4] =
    [("đồng", "đồng", 0), ("nghìnđồng", "nghìn đồng", 3), ("triệuđồng", "triệu đồng", 6), ("tỷđồng", "tỷ đồng", 9)];

/// 6 for `triệu đồng`; none for what is no unit of money.
pub(crate) fn zeros(unit: &str) -> Option<u32> {
    let unit = canonical(unit);
    MONEY.iter().find(|(name, _, _)| *name == unit).map(|(_, _, zeros)| *zeros)
}

/// `triệu đồng` for 6.
pub(crate) fn of_zeros(zeros: u32) -> Option<&'static str> {
    MONEY.iter().find(|(_, _, own)| *own == zeros).map(|(_, name, _)| *name)
}

/// Whether two ways of writing mean one unit: `tr.đ` and `Triệu đồng`.
pub(crate) fn same(one: &str, other: &str) -> bool {
    canonical(one) == canonical(other)
}

/// Whether it is an amount of money: đồng, nghìn đồng, triệu đồng, tỷ đồng.
pub(crate) fn is_money(unit: &str) -> bool {
    zeros(unit).is_some()
}

/// The unit of money, in words, that a text begins with: `triệu đồng cho …` → `triệu đồng`.
pub(crate) fn money_at_start(text: &str) -> Option<&str> {
    let is_end = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let found = IN_WORDS.iter().find(|unit| text.strip_prefix(**unit).is_some_and(is_end));
    found.map(|unit| &text[..unit.len()])
}

/// Units of money as sentences write them; the longest first.
const IN_WORDS: [&str; 8] = ["nghìn đồng", "ngàn đồng", "triệu đồng", "tỷ đồng", "tỉ đồng", "đồng", "tỷ", "triệu"];

fn canonical(unit: &str) -> String {
    let plain: String = matching::fold(unit).chars().filter(|c| !matches!(c, ' ' | '.' | '\u{a0}')).collect();
    let official = SAME.iter().find(|ways| ways.contains(&plain.as_str())).map(|ways| ways[0].to_owned());
    official.unwrap_or(plain)
}

/// `Kinh phí (triệu đồng)` → `Kinh phí` and `triệu đồng`.
pub(crate) fn split(heading: &str) -> Option<(&str, &str)> {
    let (base, rest) = heading.trim_end().rsplit_once('(')?;
    let unit = rest.strip_suffix(')')?;
    // `(3=4+5)` says which columns are added, `(1)` is a number of the column.
    let is_unit = unit.contains(|c: char| c.is_alphabetic() || c == '%') && !unit.contains('=');
    is_unit.then(|| (base.trim_end(), after_label(unit).unwrap_or(unit).trim()))
}

/// `Đơn vị tính: triệu đồng` → `triệu đồng`.
pub(crate) fn after_label(line: &str) -> Option<&str> {
    let (label, unit) = line.split_once(':')?;
    let label = matching::fold(label.trim_start_matches(['(', ' ']));
    let unit = unit.trim().trim_end_matches([')', '.', ';']).trim();
    let is_known = || SAME.iter().any(|ways| ways[0] == canonical(unit));
    // `Đơn vị: Sở Tài chính` names an office.
    let is_unit = ["đơn vị tính", "đvt", "đv tính"].contains(&label.as_str()) || (label == "đơn vị" && is_known());
    is_unit.then_some(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_recognised_however_written() {
        assert!(same("Triệu đồng", "tr.đ"));
        assert!(same("1.000 đồng", "nghìn đồng"));
        assert!(!same("đồng", "triệu đồng"));
        assert_eq!(split("Kinh phí (ĐVT: triệu đồng)"), Some(("Kinh phí", "triệu đồng")));
        assert_eq!(split("Tỷ lệ (%)"), Some(("Tỷ lệ", "%")));
        for heading in ["Kinh phí", "Tổng số (3=4+5)", "Tổng số (1)"] {
            assert_eq!(split(heading), None);
        }
        assert_eq!(after_label("(Đơn vị tính: Triệu đồng)"), Some("Triệu đồng"));
        assert_eq!(after_label("Đơn vị: 1.000 đồng"), Some("1.000 đồng"));
        for line in ["Ghi chú: triệu đồng", "Đơn vị: Sở Tài chính"] {
            assert_eq!(after_label(line), None);
        }
    }
}
