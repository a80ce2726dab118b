//! The picture of a place in a text: its line, with a caret under the stretch that is meant.

use std::ops::Range;

use crate::finding::place::{Excerpt, Place};
use crate::vi::text::beginning;

/// The place of a stretch (in bytes) of a text, and its line with a caret under the stretch.
pub(crate) fn picture(file: &str, source: &str, at: &Range<usize>) -> (Place, Excerpt) {
    let from = at.start.min(source.len());
    let line = 1 + source.as_bytes()[..from].iter().filter(|&&byte| byte == b'\n').count();
    let start = source[..from].rfind('\n').map_or(0, |end| end + 1);
    let whole = source[start..].lines().next().unwrap_or_default();
    let before = source[start..from].chars().count();
    // Of a paragraph, which is one long line, what stands around the place.
    let skipped = before.saturating_sub(40);
    let shown = beginning(&whole.chars().skip(skipped).collect::<String>(), 100);
    let length = source.get(from..at.end.min(start + whole.len()).max(from)).map_or(1, |part| part.chars().count());
    let length = length.clamp(1, shown.chars().count().saturating_sub(before - skipped).max(1));
    let excerpt = Excerpt { lines: vec![(line, shown)], mark: (before - skipped, length) };
    (Place::Line { file: file.to_owned(), line }, excerpt)
}
