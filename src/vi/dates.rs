//! Calendar dates, and dates typed as text (ngày gõ dạng chữ): day first, as Vietnamese people write them.

use std::fmt;
use std::ops::RangeInclusive;

use crate::vi::matching;

/// The years that a date, or a year by itself, can have: spreadsheets count their days from 1900 on, and what lies
/// farther ahead is no plan but a slip.
pub(crate) const YEARS: RangeInclusive<u16> = 1900..=2199;
/// The years that a date in a document may have, and that people are asked for. They begin later than [`YEARS`],
/// because a figure in a cell with the format of a date becomes a day soon after 1900: whatever is less than 18.264
/// lies before 1950.
pub(crate) const USUAL_YEARS: RangeInclusive<u16> = 1950..=2100;

/// What a text in a column of dates turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TypedDate {
    /// `05/03/2025`, `5-3-2025`, `2025-03-05`, `ngày 5 tháng 3 năm 2025`.
    Date(Date),
    /// A year of two digits, a month beyond 12, a day that the month does not have.
    Doubtful,
    Words,
}

/// Reads a date: day, month, year; or year, month, day with hyphens (ISO 8601).
pub(crate) fn read(text: &str) -> TypedDate {
    let folded = matching::fold(text);
    let plain = ["ngày ", " tháng ", " năm "].iter().fold(folded.clone(), |text, word| text.replace(word, "/"));
    let plain = plain.trim_start_matches('/');
    let separator = if plain.contains('/') {
        '/'
    } else if plain.contains('-') {
        '-'
    } else {
        '.'
    };
    let parts: Vec<&str> = plain.split(separator).map(str::trim).collect();
    let is_number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let [first, second, third] = parts[..] else { return TypedDate::Words };
    if !parts.iter().all(is_number) {
        return TypedDate::Words;
    }
    let date = match (first.len(), third.len()) {
        (4, 1 | 2) if separator == '-' => parse(first, second, third),
        (1 | 2, 4) => parse(third, second, first),
        _ => None,
    };
    date.map_or(TypedDate::Doubtful, TypedDate::Date)
}

fn parse(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// A calendar date (ngày tháng năm), already checked to exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

impl Date {
    /// The day on which the decree (NĐ 30/2020/NĐ-CP) came into force. It stands in files that want a date where the
    /// document has none, for the clock must not enter them.
    pub(crate) const DECREE: Self = Self { year: 2020, month: 3, day: 5 };

    /// Builds a date of [`YEARS`] if it exists in the calendar.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (YEARS.contains(&year) && (1..=last).contains(&day)).then_some(Self { year, month, day })
    }

    /// `08` and `5`: day under 10 and months 1 and 2 carry a zero (NĐ 30/2020/NĐ-CP, PL I, mục II.4.b).
    pub(crate) fn day_and_month(self) -> (String, String) {
        let month = if self.month < 3 { format!("0{}", self.month) } else { self.month.to_string() };
        (format!("{:02}", self.day), month)
    }

    /// `ngày 08 tháng 5 năm 2024`.
    pub(crate) fn in_words(self) -> String {
        let (day, month) = self.day_and_month();
        format!("ngày {day} tháng {month} năm {}", self.year)
    }

    /// `2024-05-08` (ISO 8601).
    pub(crate) fn iso(self) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_carry_the_decrees_zeros() {
        let date = Date::new(2024, 5, 8).unwrap();
        assert_eq!(date.in_words(), "ngày 08 tháng 5 năm 2024");
        assert_eq!(Date::new(2022, 1, 18).unwrap().to_string(), "18/01/2022");
        assert_eq!(Date::new(2023, 2, 29), None);
    }

    #[test]
    fn dates_are_read_day_first_or_not_at_all() {
        let fifth = TypedDate::Date(Date { year: 2025, month: 3, day: 5 });
        for text in
            ["05/03/2025", "5-3-2025", "5.3.2025", "2025-03-05", "ngày 5 tháng 3 năm 2025", "Ngày 05 tháng 03 năm 2025"]
        {
            assert_eq!(read(text), fifth, "{text}");
        }
        for text in ["03/25/2025", "05/03/25", "31/02/2025", "2025/03/05", "1/2/20255"] {
            assert!(matches!(read(text), TypedDate::Doubtful | TypedDate::Words), "{text}");
        }
        for text in ["", "hôm nay", "5/3", "a/b/2025", "1/2/3/4"] {
            assert_eq!(read(text), TypedDate::Words, "{text}");
        }
    }
}
