//! Prose in which each figure is marked by its key.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::input::figure_key::FigureKey;

/// Marks around a datum while the text is still being put together: `⟨open⟩key⟨middle⟩text⟨close⟩`.
/// Inputs cannot contain them: [`crate::vi::text::clean`] drops private-use characters.
pub(crate) const OPEN: char = '\u{e000}';
pub(crate) const MIDDLE: char = '\u{e001}';
pub(crate) const CLOSE: char = '\u{e002}';
/// Behind the key, while templates run: the place that printed the datum, and its unit.
const PLACE: char = '\u{e003}';

/// One paragraph of the finished text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// The rendered file it stands in.
    pub(crate) file: String,
    /// Labels of the headings above it: `III. / 2. / 2.1.`
    pub section: String,
    pub text: String,
    /// The data in it, in order.
    pub figures: Vec<Span>,
}

impl Sentence {
    /// What stands in it for a datum, wherever it does.
    pub(crate) fn texts_of(&self, key: &FigureKey) -> impl Iterator<Item = String> {
        let spans = self.figures.iter().filter(move |span| span.key == *key);
        spans.map(|span| self.text.chars().skip(span.start).take(span.end - span.start).collect())
    }
}

/// A datum in a paragraph, and where its text stands: from `start` up to `end`, in characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    pub(crate) key: FigureKey,
    pub start: usize,
    pub end: usize,
}

/// A stretch of marked text.
pub(crate) enum Mark<'a> {
    Prose(&'a str),
    Datum { key: &'a str, text: &'a str },
}

/// A datum in marked text.
pub(crate) fn marked(key: &str, text: &str) -> String {
    format!("{OPEN}{key}{MIDDLE}{text}{CLOSE}")
}

/// A datum in marked text that templates are still writing: with the number of its place, and its unit.
pub(crate) fn placed(key: &str, text: &str, at: usize, unit: &str) -> String {
    let unit = if unit.contains([OPEN, MIDDLE, CLOSE, PLACE]) { "" } else { unit };
    format!("{OPEN}{key}{PLACE}{at}{PLACE}{unit}{MIDDLE}{text}{CLOSE}")
}

/// Where a datum was printed, and its unit.
pub(crate) fn place(key: &str) -> Option<(usize, &str)> {
    let (at, unit) = key.split_once(PLACE)?.1.split_once(PLACE)?;
    Some((at.parse().ok()?, unit))
}

/// Splits marked text into prose and data.
pub(crate) fn pieces(marked: &str) -> Vec<Mark<'_>> {
    let mut pieces = Vec::new();
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once(OPEN) {
        pieces.push(Mark::Prose(before));
        let (datum, tail) = after.split_once(CLOSE).unwrap_or((after, ""));
        let (key, text) = datum.split_once(MIDDLE).unwrap_or(("", datum));
        pieces.push(Mark::Datum { key, text });
        rest = tail;
    }
    pieces.push(Mark::Prose(rest));
    pieces
}

/// The paragraphs of a rendered file. `path` holds the labels of the headings above, from file to file.
pub(crate) fn sentences(marked: &str, file: &str, path: &mut Vec<String>) -> Vec<Sentence> {
    let mut out = Vec::new();
    for block in marked.split("\n\n").map(str::trim).filter(|block| !block.is_empty()) {
        let level = block.chars().take_while(|&c| c == '=').count();
        let (mut text, mut counted, mut start) = (String::new(), 0, 0);
        let mut figures = Vec::new();
        for piece in pieces(block[level..].trim_start()) {
            match piece {
                Mark::Prose(prose) => push_prose(&mut text, prose),
                Mark::Datum { key, text: datum } => {
                    start += text[counted..].chars().count();
                    counted = text.len();
                    text.push_str(datum);
                    // A template that has marks of its own can have any words between them.
                    let key = key.parse().ok();
                    figures.extend(key.map(|key| Span { key, start, end: start + datum.chars().count() }));
                }
            }
        }
        if level > 0 {
            path.truncate(level - 1);
            path.push(text.split_whitespace().next().unwrap_or_default().to_owned());
        }
        out.push(Sentence { file: file.to_owned(), section: path.join(" / "), text, figures });
    }
    out
}

/// Marked text, its prose as [`prose_as_typed`] writes it, its data without their places.
pub(crate) fn as_typed(marked: &str) -> String {
    let mut out = String::with_capacity(marked.len());
    for piece in pieces(marked) {
        match piece {
            Mark::Prose(prose) => out.push_str(&prose_as_typed(prose)),
            Mark::Datum { key, text } => {
                let key = key.split_once(PLACE).map_or(key, |(key, _)| key);
                out.push_str(&self::marked(key, text));
            }
        }
    }
    out
}

/// Prose in which dots, hyphens and tildes are printed as they were typed: Typst writes `...` as `…`, `--` as `–`, `-5`
/// with the sign of mathematics, and `~` as a blank. Whoever types them fills the dotted line of a form.
fn prose_as_typed(prose: &str) -> Cow<'_, str> {
    if !prose.contains(['.', '-', '~']) {
        return Cow::Borrowed(prose);
    }
    let mut out = String::with_capacity(prose.len() + 16);
    let (mut rest, mut before) = (prose, None);
    loop {
        let plain = rest.find(['.', '-', '~', '\\']).unwrap_or(rest.len());
        let (words, signs) = rest.split_at(plain);
        out.push_str(words);
        (before, rest) = (words.chars().next_back().or(before), signs);
        let Some(c) = rest.chars().next() else { break };
        let run = rest.len() - rest.trim_start_matches(c).len();
        let next = rest[run..].chars().next();
        let is_short = match c {
            '.' => run > 2,
            '-' => {
                run > 1
                    || next == Some('?')
                    || (next.is_some_and(char::is_numeric) && !before.is_some_and(char::is_alphanumeric))
            }
            '~' => true,
            _ => false,
        };
        // What is escaped already stands for itself.
        let length = if c == '\\' { 1 + rest[1..].chars().next().map_or(0, char::len_utf8) } else { run };
        match is_short {
            true => (0..run).for_each(|_| out.extend(['\\', c])),
            false => out.push_str(&rest[..length]),
        }
        before = rest[..length].chars().last();
        rest = &rest[length..];
    }
    Cow::Owned(out)
}

/// Adds prose without its markup: emphasis marks go, an escaped character stands for itself.
fn push_prose(text: &mut String, prose: &str) {
    let mut chars = prose.chars();
    while let Some(c) = chars.next() {
        match c {
            '*' | '_' => {}
            '\\' => text.extend(chars.next()),
            '\n' => text.push(' '),
            _ => text.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_and_hyphens_stay_as_typed() {
        let cases = [
            ("Họ tên: ....", r"Họ tên: \.\.\.\."),
            ("a.. b./. 1.1. 2021-2025, KH-UBND", "a.. b./. 1.1. 2021-2025, KH-UBND"),
            ("từ -5 đến - 3, --, a-?b ~ c", r"từ \-5 đến - 3, \-\-, a\-?b \~ c"),
            (r"\~ \#\- \\", r"\~ \#\- \\"),
        ];
        for (typed, markup) in cases {
            assert_eq!(as_typed(typed), markup);
        }
        let datum = self::marked("t/1/c", "...");
        assert_eq!(as_typed(&datum), datum);
    }

    #[test]
    fn paragraphs_know_their_section_and_figures() {
        let marked = format!("= I. MỘT\n\n== 2. Hai\n\n- Giảm {OPEN}t/1/c{MIDDLE}5{CLOSE} *hộ*\\#");
        let found = sentences(&marked, "a.typ", &mut Vec::new());
        assert_eq!(found[2].section, "I. / 2.");
        assert_eq!(found[2].text, "- Giảm 5 hộ#");
        assert_eq!(found[2].figures, [Span { key: FigureKey::figure("t", "1", "c"), start: 7, end: 8 }]);
    }
}
