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

/// The percent sign, or words for it, that a text begins with: `phần trăm số hộ` → `phần trăm`.
pub(crate) fn percent_at_start(text: &str) -> Option<&str> {
    let ends = PERCENT.iter().filter_map(|sign| after(text, sign));
    ends.map(|rest| &text[..text.len() - rest.len()]).next()
}

/// The unit of money that a text begins with, however written: `triệu đồng cho …` → `triệu đồng`, `VNĐ`,
/// `trăm triệu đồng`.
pub(crate) fn money_at_start(text: &str) -> Option<&str> {
    let found = |rest: &str| Some(&text[..text.len() - rest.len()]);
    // Words for powers of ten may stand before any unit.
    let mut rest = text;
    while let Some(next) = POWERS.iter().find_map(|power| after(rest, power)?.strip_prefix(' ')) {
        if let Some(unit) = money_at_start(next) {
            return found(&next[unit.len()..]);
        }
        rest = next;
    }
    let is_end = |rest: &str, unit: &str| match unit {
        // Also the letter of a point (`đ) …`), and the beginning of `đ/c`.
        "đ" => !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '/')),
        // `tỷ lệ`, `tỷ trọng`, `tỷ suất` are no amounts.
        "tỷ" | "tỉ" => {
            !rest.starts_with(char::is_alphanumeric)
                && ![" lệ", " trọng", " suất"].iter().any(|word| after(rest, word).is_some())
        }
        _ => !rest.starts_with(char::is_alphanumeric),
    };
    let ends = IN_WORDS.iter().filter_map(|unit| after(text, unit).filter(|rest| is_end(rest, unit)));
    ends.map(found).next().flatten()
}

/// What follows a beginning in small letters, whatever the letters of the text are.
fn after<'a>(text: &'a str, beginning: &str) -> Option<&'a str> {
    let mut chars = text.chars();
    let is_same = beginning.chars().all(|wanted| chars.next().is_some_and(|c| c.to_lowercase().eq([wanted])));
    is_same.then_some(chars.as_str())
}

/// Signs and words that say percent, or per mille, behind a figure.
const PERCENT: [&str; 5] = ["%", "％", "﹪", "‰", "phần trăm"];

/// Words for powers of ten.
const POWERS: [&str; 9] = ["chục", "mươi", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"];

/// Units of money as sentences write them; the longest first.
const IN_WORDS: [&str; 11] =
    ["nghìn đồng", "ngàn đồng", "triệu đồng", "tỷ đồng", "tỉ đồng", "đồng", "vnđ", "vnd", "tỷ", "triệu", "đ"];

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
        let beginnings = [
            ("triệu đồng cho hộ", Some("triệu đồng")),
            ("Đồng.", Some("Đồng")),
            ("VNĐ", Some("VNĐ")),
            ("đ, gồm", Some("đ")),
            ("trăm triệu đồng", Some("trăm triệu đồng")),
            ("nghìn tỷ.", Some("nghìn tỷ")),
            ("triệu", Some("triệu")),
            ("đ) Hộ", None),
            ("tỷ lệ giải ngân", None),
            ("triệu hộ", Some("triệu")),
            ("trăm hộ", None),
            ("đồng bào", Some("đồng")),
            ("và đồng", None),
        ];
        for (text, unit) in beginnings {
            assert_eq!(money_at_start(text), unit, "{text}");
        }
        for line in ["Ghi chú: triệu đồng", "Đơn vị: Sở Tài chính"] {
            assert_eq!(after_label(line), None);
        }
    }
}
