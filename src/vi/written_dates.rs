//! Dates in a sentence, as the decree writes them (PL I, mục II.4.b): `ngày 08 tháng 5 năm 2024`.

use std::ops::Range;

use crate::vi::dates::Date;
use crate::vi::words::Word;

/// A date that is written otherwise.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Miswritten {
    /// Bytes of the text.
    pub(crate) at: Range<usize>,
    /// How it is written; nothing where the calendar has no such day.
    pub(crate) right: String,
}

/// Every date of a text whose zeros are wrong, or that is in no calendar. Days that return each year (ngày 2 tháng 9)
/// have no rule for their zeros.
pub(crate) fn miswritten(text: &str, words: &[Word<'_>]) -> Vec<Miswritten> {
    let is_number = |word: &Word<'_>| word.text.len() < 3 && word.text.bytes().all(|b| b.is_ascii_digit());
    let mut found = Vec::new();
    for run in words.windows(4).filter(|run| matches!(run[0].text, "ngày" | "Ngày" | "NGÀY")) {
        let is_date =
            run[1..].iter().all(Word::is_joined) && is_number(&run[1]) && run[2].text.to_lowercase() == "tháng";
        if !is_date || !is_number(&run[3]) {
            continue;
        }
        let (Ok(day), Ok(month)) = (run[1].text.parse::<u8>(), run[3].text.parse::<u8>()) else { continue };
        let year = year_behind(text, &run[3]);
        // Without a year, the 29th of February is a day of some year.
        let Some(date) = Date::new(year.unwrap_or(2024), month, day) else {
            found.push(Miswritten { at: run[0].at..run[3].end(), right: String::new() });
            continue;
        };
        let (day, month) = date.day_and_month();
        if year.is_some() && (run[1].text != day || run[3].text != month) {
            let right = format!("{} {day} {} {month}", run[0].text, run[2].text);
            found.push(Miswritten { at: run[0].at..run[3].end(), right });
        }
    }
    found
}

/// The days of the week as they are written before a date (PL II, V.8), Sunday first. In small letters those behind
/// "thứ" are ordinals: kỳ họp thứ hai.
const DAYS: [&str; 7] = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
/// Words before "thứ" that count something.
const COUNTED: [&str; 7] = ["lần", "họp", "phiên", "nghị", "khóa", "hạng", "vị"];

/// Every date with the name of another day of the week before it: `thứ Sáu, ngày 25 tháng 9 năm 2025`.
pub(crate) fn other_days(text: &str) -> Vec<Miswritten> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("ngày ") {
        let before = text[..at].trim_end_matches([' ', ',', '(']);
        let as_written = |day: &str| before.ends_with(day) || before.ends_with(&day.replacen('t', "T", 1));
        let Some(named) = DAYS.iter().position(|day| as_written(day)) else { continue };
        let start = before.len() - DAYS[named].len();
        let is_counted = text[..start].split_whitespace().next_back().is_some_and(|word| COUNTED.contains(&word));
        let Some(date) = date_at(&text[at + "ngày ".len()..]).filter(|_| !is_counted) else { continue };
        let right = DAYS[day_of_week(date)];
        if right != DAYS[named] {
            found.push(Miswritten { at: start..before.len(), right: right.to_owned() });
        }
    }
    found
}

/// The date with which a text begins: `25 tháng 9 năm 2025`, `25/9/2025`.
fn date_at(text: &str) -> Option<Date> {
    let plain = text.replacen(" tháng ", "/", 1).replacen(" năm ", "/", 1);
    let end = plain.find(|c: char| !c.is_ascii_digit() && c != '/').unwrap_or(plain.len());
    let mut parts = plain[..end].split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Counted from Sunday (Sakamoto's method).
fn day_of_week(date: Date) -> usize {
    const SHIFTS: [usize; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let month = usize::from(date.month);
    let year = usize::from(date.year) - usize::from(month < 3);
    (year + year / 4 - year / 100 + year / 400 + SHIFTS[month - 1] + usize::from(date.day)) % 7
}

fn year_behind(text: &str, month: &Word<'_>) -> Option<u16> {
    let digits = text[month.end()..].trim_start().strip_prefix("năm ")?.get(..4)?;
    digits.parse().ok().filter(|year| crate::vi::dates::USUAL_YEARS.contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vi::words::words;

    fn shown(text: &str) -> Vec<(&str, String)> {
        miswritten(text, &words(text)).into_iter().map(|date| (&text[date.at], date.right)).collect()
    }

    #[test]
    fn days_of_the_week_are_those_of_the_calendar() {
        let shown = |text: &str| -> Vec<String> { other_days(text).into_iter().map(|day| day.right).collect() };
        for (text, right) in [
            ("08 giờ 00 phút, thứ Sáu, ngày 25 tháng 9 năm 2025", "thứ Năm"),
            ("Thứ Hai (ngày 25/9/2025)", "thứ Năm"),
            ("Chủ nhật, ngày 29 tháng 02 năm 2024", "thứ Năm"),
            ("sáng thứ Bảy ngày 01/01/2023", "Chủ nhật"),
        ] {
            assert_eq!(shown(text), [right], "{text}");
        }
        for text in [
            "thứ Năm, ngày 25 tháng 9 năm 2025; Chủ nhật, ngày 31/8/2025; thứ Ba, ngày 02 tháng 9 năm 2025",
            "kỳ họp thứ hai, ngày 10 tháng 12 năm 2025; lần thứ Hai, ngày 10 tháng 12 năm 2025",
            "thứ Hai hằng tuần, từ ngày 10 tháng 12 năm 2025; thứ Hai, ngày 31 tháng 02 năm 2025; thứ Hai, ngày 5",
        ] {
            assert_eq!(shown(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn zeros_are_those_of_the_decree() {
        let cases = [
            ("Ngày 5 tháng 01 năm 2026", "Ngày 5 tháng 01", "Ngày 05 tháng 01"),
            ("từ ngày 05 tháng 1 năm 2026", "ngày 05 tháng 1", "ngày 05 tháng 01"),
            ("ngày 15 tháng 03 năm 2026", "ngày 15 tháng 03", "ngày 15 tháng 3"),
            ("xong trước ngày 31 tháng 02 năm 2026", "ngày 31 tháng 02", ""),
            ("ngày 29 tháng 02 năm 2025", "ngày 29 tháng 02", ""),
            ("ngày 31 tháng 4", "ngày 31 tháng 4", ""),
        ];
        for (text, wrong, right) in cases {
            assert_eq!(shown(text), [(wrong, right.to_owned())], "{text}");
        }
        let right = [
            "ngày 05 tháng 01 năm 2026; ngày 15 tháng 3 năm 2026; ngày 29 tháng 02 năm 2024",
            "ngày 2 tháng 9; ngày 8 tháng 3 hằng năm; ngày 1 tháng 5",
            "ngày 15/01/2026; ngày 5/3/2026; tháng 03/2026; trong tháng 1 năm 2026",
            "từ ngày 5 đến ngày 10 tháng 10 năm 2026; các ngày 5, 6 tháng 10 năm 2026",
            "mỗi ngày 3 lần; ngày 10 hằng tháng; sau 30 ngày, tháng 6 năm 2026; hạn 5 ngày tháng 2",
        ];
        for text in right {
            assert_eq!(shown(text), [], "{text}");
        }
    }
}
