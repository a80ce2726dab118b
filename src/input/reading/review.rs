//! The mark of what is to be looked at again (xem lại). `vanban new` puts it before what last year's input hands down
//! and is issued anew each year; whoever has looked deletes the words. What is read goes without it.

use crate::finding::place::CellRef;
use crate::input::reading::decode::Mended;
use crate::vi::dates::{self, TypedDate};
use crate::xlsx::grid::CellValue;

/// The words of the mark.
pub(crate) const MARK: &str = "(xem lại)";

/// A text without its marks; none where it has none.
pub(crate) fn unmarked(text: &str) -> Option<String> {
    if !text.contains(['(', ')']) {
        return None;
    }
    let (mut plain, mut rest, mut is_marked) = (String::new(), text, false);
    while let Some(next) = rest.chars().next() {
        let is_first = plain.trim().is_empty();
        if let Some(length) = mark_at(rest, is_first) {
            is_marked = true;
            let cut = rest[length..].trim_start();
            plain.truncate(plain.trim_end().len());
            if !plain.is_empty() && !cut.is_empty() {
                plain.push(' ');
            }
            rest = cut;
        } else {
            plain.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    is_marked.then(|| plain.trim().to_owned())
}

/// How long a mark is that a text begins with. Of one that is half deleted, a bracket is left at the head of the cell.
fn mark_at(text: &str, is_first: bool) -> Option<usize> {
    let opened = text.strip_prefix('(');
    let words = word(opened.unwrap_or(text).trim_start(), "xem")?;
    let behind = word(words.strip_prefix(char::is_whitespace)?.trim_start(), "lại")?;
    let closed = behind.trim_start().strip_prefix(')');
    let rest = match (opened, closed) {
        (Some(_), Some(rest)) => rest,
        (None, Some(rest)) if is_first => rest,
        (Some(_), None) if is_first && !behind.contains(')') => behind,
        _ => return None,
    };
    Some(text.len() - rest.len())
}

fn word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let end = text.char_indices().nth(word.chars().count()).map_or(text.len(), |(at, _)| at);
    (text[..end].to_lowercase() == word).then(|| &text[end..])
}

/// What a marked cell holds without its mark. Dates are marked as ISO 8601 writes them: deleting the words then gives
/// the same day in whichever order Excel reads days and months.
pub(crate) fn value(plain: String) -> CellValue {
    let is_iso = plain.get(..5).is_some_and(|year| year.ends_with('-'));
    match dates::read(&plain) {
        TypedDate::Date(date) if is_iso => CellValue::Date(date),
        _ => CellValue::Text(plain),
    }
}

/// Takes the marks off a sheet; the cells that had one.
pub(crate) fn unmark(mended: &mut Mended) -> Vec<CellRef> {
    let sheet = &mut mended.sheet;
    let marked = sheet.cells.iter().filter_map(|(at, cell)| match &cell.value {
        CellValue::Text(text) => Some((*at, unmarked(text)?)),
        _ => None,
    });
    let marked: Vec<((u32, u32), String)> = marked.collect();
    for (at, plain) in &marked {
        if plain.is_empty() {
            sheet.cells.remove(at);
        } else if let Some(cell) = sheet.cells.get_mut(at) {
            (cell.value, cell.stored) = (value(plain.clone()), None);
        }
    }
    marked.into_iter().map(|((row, col), _)| sheet.at(row, col)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        for (text, plain) in [
            ("(xem lại) 28/QĐ-UBND", "28/QĐ-UBND"),
            ("( Xem  lại )28/QĐ-UBND", "28/QĐ-UBND"),
            ("28/QĐ-UBND (XEM LẠI)", "28/QĐ-UBND"),
            ("xem lại) 28/QĐ-UBND", "28/QĐ-UBND"),
            ("(xem lại 28/QĐ-UBND", "28/QĐ-UBND"),
            ("Quyết định (xem lại) số 5", "Quyết định số 5"),
            ("(xem lại)", ""),
        ] {
            assert_eq!(unmarked(text).as_deref(), Some(plain), "{text}");
        }
        for text in ["Xem lại Điều 3", "(xem lại Điều 3) của Luật", "Điều 3 (xem lại", "xem", "(xem lạ", "28/QĐ-UBND"]
        {
            assert_eq!(unmarked(text), None, "{text}");
        }
    }
}
