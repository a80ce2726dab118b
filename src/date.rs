//! Dates typed as text (ngày gõ dạng chữ): day first, as Vietnamese people write them.

use crate::vi::{self, Date};

/// What a text in a column of dates turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// `05/03/2025`, `5-3-2025`, `2025-03-05`, `ngày 5 tháng 3 năm 2025`.
    Date(Date),
    /// A year of two digits, a month beyond 12, a day that the month does not have.
    Doubtful,
    Words,
}

/// Reads a date: day, month, year; or year, month, day with hyphens (ISO 8601).
pub fn read(text: &str) -> Reading {
    let folded = vi::fold(text);
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
    let [first, second, third] = parts[..] else { return Reading::Words };
    if !parts.iter().all(is_number) {
        return Reading::Words;
    }
    let date = match (first.len(), third.len()) {
        (4, 1 | 2) if separator == '-' => parse(first, second, third),
        (1 | 2, 4) => parse(third, second, first),
        _ => None,
    };
    date.map_or(Reading::Doubtful, Reading::Date)
}

fn parse(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_day_first_or_not_at_all() {
        let fifth = Reading::Date(Date { year: 2025, month: 3, day: 5 });
        for text in
            ["05/03/2025", "5-3-2025", "5.3.2025", "2025-03-05", "ngày 5 tháng 3 năm 2025", "Ngày 05 tháng 03 năm 2025"]
        {
            assert_eq!(read(text), fifth, "{text}");
        }
        for text in ["03/25/2025", "05/03/25", "31/02/2025", "2025/03/05", "1/2/20255"] {
            assert!(matches!(read(text), Reading::Doubtful | Reading::Words), "{text}");
        }
        for text in ["", "hôm nay", "5/3", "a/b/2025", "1/2/3/4"] {
            assert_eq!(read(text), Reading::Words, "{text}");
        }
    }
}
