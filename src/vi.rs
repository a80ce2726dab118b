//! Vietnamese written forms: numbers, dates, keys for comparing what people typed.
//!
//! The single formatter of the program: a figure in a sentence, in a PDF table and in a message goes
//! through [`number`], so they cannot disagree.

use std::borrow::Cow;
use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};
use unicode_normalization::{UnicodeNormalization, is_nfc};

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

/// Every number written in `text`, read by the Vietnamese convention (`.` groups, `,` decimals), in order.
///
/// Used for cells that mix words and numbers ("Trên 97%"): each result is the value, its decimals and
/// whether a per-cent sign follows. Text that only looks like a number (`1.23`, `1,2,3`) is left out.
pub fn numbers_in(text: &str) -> Vec<(Decimal, u32, bool)> {
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
pub fn parse_number(text: &str) -> Option<(Decimal, u32)> {
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

/// A calendar date (ngày tháng năm), already checked to exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

impl Date {
    /// Builds a date of the years 1900–2199 if it exists in the calendar.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1900..2200).contains(&year) && (1..=last).contains(&day)).then_some(Self { year, month, day })
    }

    /// `08` and `5`: day under 10 and months 1 and 2 carry a zero (NĐ 30/2020/NĐ-CP, PL I, mục II.4.b).
    pub fn day_and_month(self) -> (String, String) {
        let month = if self.month < 3 { format!("0{}", self.month) } else { self.month.to_string() };
        (format!("{:02}", self.day), month)
    }

    /// `ngày 08 tháng 5 năm 2024`.
    pub fn in_words(self) -> String {
        let (day, month) = self.day_and_month();
        format!("ngày {day} tháng {month} năm {}", self.year)
    }

    /// `2024-05-08` (ISO 8601).
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// `08/5/2024`, as citations write it.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (day, month) = self.day_and_month();
        write!(f, "{day}/{month}/{}", self.year)
    }
}

/// Unicode NFC (TCVN 6909:2001 leaves the choice of form; one must be chosen).
pub fn compose(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Unicode NFC, without the zero-width and control characters that are never printed.
///
/// Line breaks inside the text are kept as `\n`; outer blanks go, and of several in a row one stays.
pub fn clean(text: &str) -> String {
    let composed = compose(text);
    let mut kept = String::with_capacity(composed.len());
    for c in composed.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|&c| c == '\n' || is_printed(c)) {
        if is_blank(c) && kept.ends_with(is_blank) {
            continue;
        }
        if c == '\n' {
            kept.truncate(kept.trim_end_matches(is_blank).len());
        }
        if !(is_blank(c) && kept.ends_with('\n')) {
            kept.push(c);
        }
    }
    kept.trim_matches(|c| c == '\n' || is_blank(c)).to_owned()
}

/// A blank within a line, of any width.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

fn is_printed(c: char) -> bool {
    !(c.is_control() || is_invisible(c) || is_private(c))
}

/// Characters of no width: joiners, marks of direction, the byte order mark.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A text that changes nothing around it where it is quoted: a visible sign stands where control characters, line
/// ends and marks of direction are, with which a value could pretend to be a line of the report.
pub fn quoted(text: &str) -> Cow<'_, str> {
    let acts = |c: char| {
        (c.is_control() && c != '\t')
            || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if acts(c) { '\u{fffd}' } else { c }).collect())
}

/// Private-use characters have no agreed form; the templates' own marks are among them.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}

/// The key under which names and headings are compared: NFC, lower case, single spaces.
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for word in compose(text).split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.extend(word.chars().filter(|&c| is_printed(c)).flat_map(char::to_lowercase));
    }
    key
}

/// The key under which names of places (địa danh) are compared; never shown.
///
/// Beyond [`fold`], it does not matter which apostrophe or hyphen was typed, nor over which vowel the tone
/// stands: `Hoà Bình` is `Hòa Bình`, `K’Nai` is `K'Nai`, `Bà Rịa – Vũng Tàu` is `Bà Rịa-Vũng Tàu`.
pub fn key(text: &str) -> String {
    let unified: String = fold(text).chars().map(unified).collect();
    let joined = unified.replace(" -", "-").replace("- ", "-");
    let syllables = joined.split_inclusive(|c: char| !c.is_alphabetic()).map(toneless);
    syllables.map(|(letters, tone)| letters + &tone).collect()
}

fn unified(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '′' | '´' | '`' => '\'',
        '\u{ad}' | '‐' | '‑' | '–' | '−' => '-',
        'ð' => 'đ',
        _ => c,
    }
}

/// A syllable without its tone (thanh điệu), and the tone mark: `hoà` → `hoa`, U+0300.
pub fn toneless(syllable: &str) -> (String, String) {
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let (tone, letters): (String, String) = syllable.nfd().partition(is_tone);
    (letters.nfc().collect(), tone)
}

/// `Kế hoạch` → `kế hoạch`: a name taken into the middle of a sentence.
pub fn uncapitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// The candidate nearest to `text` by edit distance, if it is near enough to be a slip.
pub fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted: Vec<char> = fold(text).chars().collect();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    candidates
        .into_iter()
        // Another number is another thing, not a slip: the plan of 2023 is not the plan of 2025.
        .filter(|candidate| digits(candidate) == digits(text))
        .map(|candidate| (edit_distance(&wanted, &fold(candidate).chars().collect::<Vec<_>>()), candidate))
        .filter(|(distance, _)| *distance <= 1 + wanted.len() / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Levenshtein distance, one row at a time.
fn edit_distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let cost = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
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

    #[test]
    fn dates_carry_the_decrees_zeros() {
        let date = Date::new(2024, 5, 8).unwrap();
        assert_eq!(date.in_words(), "ngày 08 tháng 5 năm 2024");
        assert_eq!(Date::new(2022, 1, 18).unwrap().to_string(), "18/01/2022");
        assert_eq!(Date::new(2023, 2, 29), None);
    }

    #[test]
    fn names_are_compared_by_what_people_see() {
        assert_eq!(fold("  Kinh\u{a0} PHÍ\u{200b}\n"), "kinh phí");
        assert_eq!(fold("Ki\u{301}nh"), fold("KÍNH"));
        assert_eq!(clean("\u{feff} a\r\nb\u{7} "), "a\nb");
        assert_eq!(clean("a\tb  c\u{a0}d \n  e\u{2003}"), "a b c\u{a0}d\ne");
    }

    #[test]
    fn places_are_compared_however_they_are_typed() {
        let same = [
            ["Xã Hoà Bình", "xã  Hòa Bình"],
            ["Phường Thuỷ Xuân", "Phường Thủy Xuân"],
            ["Thuý", "Thúy"],
            ["Quý", "Qúy"],
            ["Xã K’Nai", "Xã K'Nai"],
            ["Đắk R´lấp", "Đắk Rʼlấp"],
            ["Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu"],
            ["Phan Rang‑Tháp Chàm", "Phan Rang - Tháp Chàm"],
            ["Ðồng Hỷ", "Đồng Hỷ"],
            ["Ho\u{61}\u{300} Bi\u{300}nh", "Hòa Bình"],
        ];
        for [one, other] in same {
            assert_eq!(key(one), key(other), "{one}");
        }
        for [one, other] in [["Xã Hoa Bình", "Xã Hòa Bình"], ["Hòa Bính", "Hòa Bình"], ["Bá-Ra", "Ba-Rá"]] {
            assert_ne!(key(one), key(other), "{one}");
        }
    }

    #[test]
    fn slips_are_recognised() {
        assert_eq!(nearest("Huyện Đồng Hy", ["Huyện Đồng Hỷ", "Huyện Đại Từ"]), Some("Huyện Đồng Hỷ"));
        assert_eq!(nearest("Kinh phí", ["Nơi nhận"]), None);
        assert_eq!(nearest("Kế hoạch năm 2025", ["Kế hoạch năm 2023"]), None);
    }
}
