//! The number or letter with which a paragraph begins (PL I, phần I, mục II.6.đ).

use crate::vi::lettering::{POINTS, as_roman, roman};

/// What kinds of labels there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// `Phần I`, `Chương II`, `Mục 1`, `Tiểu mục 1`: the word is kept apart.
    Part,
    Chapter,
    Section,
    Subsection,
    /// `Điều 5.`
    Article,
    /// `A.`
    Capital,
    /// `I.`
    Roman,
    /// `1.`
    Arabic,
    /// `1.2.`: the last number; those before are kept apart.
    Dotted,
    /// `a)`
    Point,
    /// `1)`
    Bracket,
}

/// One way to read the beginning of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) kind: Kind,
    pub(crate) number: u32,
    /// The numbers before the last one of `1.2.3.`
    pub(crate) prefix: Vec<u32>,
    /// As written.
    pub(crate) text: String,
}

/// Letters of capital sections, in the order in which they are used.
const CAPITALS: [char; 12] = ['A', 'B', 'C', 'D', 'Đ', 'E', 'G', 'H', 'I', 'K', 'L', 'M'];

/// The ways to read the label of a paragraph, the likeliest first; none where it has none.
pub(crate) fn labels(text: &str, is_heading: bool) -> Vec<Label> {
    let first = text.split_whitespace().next().unwrap_or_default();
    if matches!(first, "Phần" | "PHẦN" | "Chương" | "CHƯƠNG" | "Mục" | "MỤC" | "Tiểu" | "TIỂU" | "Điều" | "ĐIỀU")
    {
        return worded(text).into_iter().collect();
    }
    let label = |kind, number| Label { kind, number, prefix: Vec::new(), text: first.to_owned() };
    if let Some(body) = first.strip_suffix(')') {
        let mut chars = body.chars();
        return match (chars.next(), chars.next()) {
            (Some(c), None) if c.is_lowercase() => vec![label(Kind::Point, point(c))],
            (Some(c), _) if c.is_ascii_digit() => digits(body).map(|n| label(Kind::Bracket, n)).into_iter().collect(),
            _ => Vec::new(),
        };
    }
    let Some(body) = first.strip_suffix('.') else {
        let dotted = if is_heading && first.contains('.') { dotted(first, first) } else { None };
        return dotted.into_iter().collect();
    };
    let mut found: Vec<Label> = Vec::new();
    found.extend(digits(body).map(|number| label(Kind::Arabic, number)));
    found.extend(roman(body).map(|number| label(Kind::Roman, number)));
    let capital = CAPITALS.iter().position(|c| body.chars().eq([*c]));
    found.extend(capital.map(|at| label(Kind::Capital, at as u32 + 1)));
    found.extend(dotted(body, first));
    found
}

/// The place of a letter among those of points; 0 for those that are none.
fn point(c: char) -> u32 {
    POINTS.iter().position(|point| *point == c).map_or(0, |at| at as u32 + 1)
}

fn digits(text: &str) -> Option<u32> {
    let is_short = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| is_short)
}

fn dotted(body: &str, written: &str) -> Option<Label> {
    let mut numbers: Vec<u32> = body.trim_end_matches('.').split('.').map(digits).collect::<Option<_>>()?;
    let number = numbers.pop().filter(|_| !numbers.is_empty())?;
    Some(Label { kind: Kind::Dotted, number, prefix: numbers, text: written.to_owned() })
}

/// `Chương II`, `Điều 5.`, `Phần thứ nhất` is left to the reader.
fn worded(text: &str) -> Option<Label> {
    let mut words = text.split_whitespace();
    let mut name = words.next()?.to_owned();
    if matches!(name.as_str(), "Tiểu" | "TIỂU") {
        name = format!("{name} {}", words.next()?);
    }
    let written = words.next()?;
    let number = written.trim_end_matches(['.', ':']);
    let kind = match name.to_lowercase().as_str() {
        "phần" => Kind::Part,
        "chương" => Kind::Chapter,
        "mục" => Kind::Section,
        "tiểu mục" => Kind::Subsection,
        "điều" => Kind::Article,
        _ => return None,
    };
    // "Điều 5 Nghị định này" is a sentence; an article is followed by a full stop, or stands alone.
    let ends = number.len() < written.len() || words.next().is_none();
    let value = digits(number).or_else(|| roman(number)).filter(|_| ends)?;
    Some(Label { kind, number: value, prefix: Vec::new(), text: format!("{name} {number}") })
}

impl Label {
    /// The label that should stand here, were it that number.
    pub(crate) fn as_number(&self, number: u32) -> String {
        let word = self.text.rsplit_once(' ').map(|(word, _)| format!("{word} ")).unwrap_or_default();
        match self.kind {
            Kind::Part | Kind::Chapter => word + &as_roman(number),
            Kind::Section | Kind::Subsection | Kind::Article => format!("{word}{number}"),
            Kind::Roman => as_roman(number) + ".",
            Kind::Arabic => format!("{number}."),
            Kind::Bracket => format!("{number})"),
            Kind::Capital => format!("{}.", CAPITALS.get(number as usize - 1).unwrap_or(&'?')),
            Kind::Point => format!("{})", POINTS.get(number as usize - 1).unwrap_or(&'?')),
            Kind::Dotted => {
                let before: String = self.prefix.iter().map(|number| format!("{number}.")).collect();
                format!("{before}{number}{}", if self.text.ends_with('.') { "." } else { "" })
            }
        }
    }

    /// `Chương 1`, `Điều I`: Roman numbers are for parts and chapters, Arabic ones for what is below them.
    pub(crate) fn has_other_digits(&self) -> bool {
        let is_arabic = self.text.ends_with(|c: char| c.is_ascii_digit());
        match self.kind {
            Kind::Part | Kind::Chapter => is_arabic,
            Kind::Section | Kind::Subsection | Kind::Article => !is_arabic,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_other_beginnings() {
        let kinds = |text: &str| labels(text, false).iter().map(|label| (label.kind, label.number)).collect::<Vec<_>>();
        assert_eq!(kinds("I. MỤC TIÊU"), [(Kind::Roman, 1), (Kind::Capital, 9)]);
        assert_eq!(kinds("đ) Kinh phí"), [(Kind::Point, 5)]);
        assert_eq!(kinds("f) Kinh phí"), [(Kind::Point, 0)]);
        assert_eq!(kinds("12. Kinh phí"), [(Kind::Arabic, 12)]);
        assert_eq!(kinds("2.1. Kinh phí"), [(Kind::Dotted, 1)]);
        assert_eq!(kinds("Điều 5. Phạm vi"), [(Kind::Article, 5)]);
        assert_eq!(kinds("Chương II"), [(Kind::Chapter, 2)]);
        assert_eq!(kinds("2) Nội dung"), [(Kind::Bracket, 2)]);
        for other in ["Điều 5 Nghị định này quy định", "1.500 hộ", "2024. ", "- Giảm", "1.5 tỷ", "(a) x", "Mục tiêu 1."]
        {
            assert_eq!(kinds(other), [], "{other}");
        }
        assert_eq!(labels("1.1 Kinh phí", true)[0].as_number(2), "1.2");
        assert_eq!(labels("d) x", false)[0].as_number(5), "đ)");
    }
}
