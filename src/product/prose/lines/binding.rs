//! Lines that a Vietnamese reader expects (ngắt dòng): what belongs together stays on one line.
//!
//! Which blanks are no place for a line break is decided by [`ties`](crate::product::prose::lines::ties); here they become
//! no-break spaces, and joiners where a hyphen or a slash inside a word would let a line end. Typst stretches such a
//! blank like any other, and the finished pages hold ordinary ones again
//! ([`typed_blanks`](crate::product::pages::typed_blanks)): what is copied out of a document, read back or compared is
//! what was typed.

use std::borrow::Cow;
use std::ops::Range;

use crate::input::dataset::Piece;
use crate::product::prose::lines::ties::{Tie, ties};
use crate::product::prose::marked_text::{CLOSE, MIDDLE, OPEN};

/// So many characters of running text are tied together at most: two fifths of a line of 14 pt.
pub(crate) const LONGEST: usize = 30;

/// Marked text with its blanks tied; the marks of data, markup and what both say stay as they are.
pub(crate) fn bound(marked: &str, names: &[String]) -> String {
    let mut edits = Vec::new();
    // Bookmarks repeat the words of headings, so that the form library ties them where they are set.
    let is_heading = |at: &Range<usize>| marked[at.clone()].trim_start().starts_with('=');
    for paragraph in paragraphs(marked).filter(|paragraph| !is_heading(paragraph)) {
        let view = View::of(marked, paragraph);
        for tie in ties(&view.text, LONGEST, names) {
            view.edit(&tie, &mut edits);
        }
    }
    edited(marked, &edits)
}

/// The pieces of one line or cell with their blanks tied, at most `longest` characters together.
pub(crate) fn bind_pieces(pieces: &mut [Piece], longest: usize, names: &[String]) {
    let text = |piece: &Piece| match piece {
        Piece::Text(text) | Piece::Figure { text, .. } => Cow::Owned(text.clone()),
        Piece::Blank { .. } => Cow::Borrowed(GAP),
    };
    let whole: String = pieces.iter().map(text).collect();
    if !whole.contains([' ', '-', '/', '–', '—']) {
        return;
    }
    let found = ties(&whole, longest, names);
    let mut from = 0;
    for piece in pieces {
        let (Piece::Text(text) | Piece::Figure { text, .. }) = piece else {
            from += GAP.len();
            continue;
        };
        let to = from + text.len();
        let edits = found.iter().filter_map(|tie| {
            let (at, length, sign) = tie.edit();
            let is_here = from <= at && at + length <= to && (length > 0 || at > from);
            is_here.then_some(Edit { at: at.wrapping_sub(from), length, sign: Some(sign) })
        });
        let edits: Vec<Edit> = edits.collect();
        if !edits.is_empty() {
            *text = edited(text, &edits);
        }
        from = to;
    }
}

/// What a gap to be filled in by hand is to a line: a word.
const GAP: &str = "\u{fffc}";

/// Something to be written in the place of a few bytes.
struct Edit {
    at: usize,
    length: usize,
    sign: Option<char>,
}

fn edited(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len() + 3 * edits.len());
    let mut from = 0;
    for edit in edits {
        out.push_str(&text[from..edit.at]);
        out.extend(edit.sign);
        from = edit.at + edit.length;
    }
    out.push_str(&text[from..]);
    out
}

/// Where the paragraphs of marked text stand: apart by an empty line, or begun by a sign of a list.
fn paragraphs(marked: &str) -> impl Iterator<Item = Range<usize>> {
    let mut lines = marked.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some((*at - line.len(), line))
    });
    let mut next = lines.next();
    std::iter::from_fn(move || {
        let (start, first) = next.take()?;
        let mut end = start + first.len();
        for (at, line) in lines.by_ref() {
            if line.trim().is_empty() || marker(line.trim_start()) > 0 {
                next = Some((at, line));
                break;
            }
            end = at + line.len();
        }
        Some(start..end)
    })
}

/// The length of the sign that begins a heading or an item, its blank included. What stands before the words of an
/// item is bound to them by the form library, which sets it.
fn marker(line: &str) -> usize {
    let sign = line.len() - line.trim_start_matches('=').len();
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let sign = match line.as_bytes() {
        [b'-' | b'+', ..] => 1,
        _ if digits > 0 && line[digits..].starts_with('.') => digits + 1,
        _ => sign,
    };
    if sign > 0 && line[sign..].starts_with(' ') { sign + 1 } else { 0 }
}

/// A paragraph as it is read, and where its characters stand in the marked text.
struct View {
    text: String,
    /// For each byte of the text where its character begins.
    places: Vec<usize>,
}

impl View {
    fn of(marked: &str, paragraph: std::ops::Range<usize>) -> Self {
        let whole = &marked[paragraph.clone()];
        let indent = whole.len() - whole.trim_start().len();
        let start = indent + marker(&whole[indent..]);
        let mut view = Self { text: String::with_capacity(whole.len()), places: Vec::with_capacity(whole.len()) };
        let mut chars = whole[start..].trim_end().char_indices();
        let (mut is_key, mut is_datum) = (false, false);
        while let Some((at, c)) = chars.next() {
            let at = paragraph.start + start + at;
            match c {
                OPEN => (is_key, is_datum) = (true, true),
                MIDDLE => is_key = false,
                CLOSE => is_datum = false,
                _ if is_key => {}
                '*' | '_' if !is_datum => {}
                '\\' if !is_datum => {
                    if let Some((_, escaped)) = chars.next() {
                        view.push(escaped, at + 1);
                    }
                }
                _ => view.push(c, at),
            }
        }
        view
    }

    fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        self.places.resize(self.text.len(), at);
    }

    fn edit(&self, tie: &Tie, edits: &mut Vec<Edit>) {
        let (at, length, sign) = tie.edit();
        match length {
            // Behind the sign that stands before this place.
            0 => {
                let before = self.text[..at].chars().next_back().map_or(0, char::len_utf8);
                edits.push(Edit { at: self.places[at - before] + before, length: 0, sign: Some(sign) });
            }
            // Of several blanks one is left, and signs of markup between them stay.
            _ => edits.extend((at..at + length).map(|byte| {
                let sign = (byte == at).then_some(sign);
                Edit { at: self.places[byte], length: 1, sign }
            })),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::product::prose::lines::ties::{JOINER, NO_BREAK};
    use crate::product::prose::marked_text::marked;

    /// The bound text with `~` and `|` for what nobody sees.
    fn shown(text: &str) -> String {
        text.replace(NO_BREAK, "~").replace(JOINER, "|")
    }

    #[test]
    fn markup_and_data_stay_what_they_are() {
        let datum = |text: &str| marked("t/1/c", text);
        let cases = [
            (format!("- Giảm {} hộ _trong năm_ {}.", datum("2.710"), datum("2024")), "2.710⟩~hộ _trong năm_~⟨2024⟩."),
            (format!("số {}/KH-UBND", datum("101")), "số~⟨101⟩/|KH-|UBND"),
            (format!("*Điều {}.* Phạm vi", datum("1")), "*Điều~⟨1⟩.*~Phạm vi"),
            (
                "= I. MỤC\n\n1. Một\n- Hai\n  ba\n- 5   ha\n12\nxã".to_owned(),
                "= I. MỤC\n\n1. Một\n- Hai\n  ba\n- 5~ha\n12~xã",
            ),
            (r"tế \- xã, *a* \* b".to_owned(), r"tế~\-|~xã, *a* \* b"),
            (datum("chi 5 ha"), "⟨chi 5~ha⟩"),
        ];
        for (typed, expected) in cases {
            let found = shown(&bound(&typed, &[])).replace("\u{e000}t/1/c\u{e001}", "⟨").replace(CLOSE, "⟩");
            assert!(found.ends_with(expected), "{found}");
        }
    }

    #[test]
    fn pieces_are_one_line() {
        let words = |text: &str| Piece::Text(text.to_owned());
        let mut line = [
            words("(Kèm theo số "),
            words("85"),
            words("/"),
            words("KH-UBND"),
            Piece::Blank { blank: 9 },
            words(" 5 ha"),
        ];
        bind_pieces(&mut line, LONGEST, &[]);
        let shown: Vec<String> = line
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => self::shown(text),
                _ => "…".to_owned(),
            })
            .collect();
        assert_eq!(shown, ["(Kèm theo số~", "85", "/|", "KH-|UBND", "…", " 5~ha"]);
    }
}
