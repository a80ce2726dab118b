//! Finished pages with the blanks that were typed.
//!
//! No-break spaces, joiners and places for a break have done their work once the lines are set. On the pages they become ordinary blanks
//! and nothing: whoever copies a sentence out of the PDF, searches it or has it read aloud gets what was typed. The
//! glyphs stay where they are.

use rayon::prelude::*;
use typst::layout::{Frame, FrameItem};
use typst::model::Document;
use typst::text::TextItem;
use typst_layout::PagedDocument;

use crate::product::prose::lines::ties::{BREAK, JOINER, NO_BREAK};

/// The document with ordinary blanks; as it is where it holds no other.
pub(crate) fn typed(document: PagedDocument) -> PagedDocument {
    let frames: Vec<Option<Frame>> = document.pages().par_iter().map(|page| frame(&page.frame)).collect();
    if frames.iter().all(Option::is_none) {
        return document;
    }
    let pages = document.pages().iter().cloned().zip(frames);
    let pages = pages.map(|(mut page, frame)| {
        page.frame = frame.unwrap_or(page.frame);
        page
    });
    PagedDocument::new(pages.collect(), document.info().clone())
}

/// The frame anew; none where nothing in it changes.
fn frame(old: &Frame) -> Option<Frame> {
    let mut new: Option<Frame> = None;
    let mut before = None;
    for (index, (at, item)) in old.items().enumerate() {
        let changed = match item {
            FrameItem::Text(item) => {
                let changed = text(item, before).map(FrameItem::Text);
                before = item.text.chars().next_back();
                changed
            }
            FrameItem::Group(group) => frame(&group.frame).map(|frame| {
                let mut group = group.clone();
                group.frame = frame;
                FrameItem::Group(group)
            }),
            _ => None,
        };
        if new.is_none() && changed.is_some() {
            new = Some(beginning(old, index));
        }
        if let Some(new) = &mut new {
            new.push(*at, changed.unwrap_or_else(|| item.clone()));
        }
    }
    new
}

/// A frame of the same kind with the first items of another.
fn beginning(old: &Frame, items: usize) -> Frame {
    let mut new = Frame::new(old.size(), old.kind());
    if old.has_baseline() {
        new.set_baseline(old.baseline());
    }
    new.push_multiple(old.items().take(items).cloned());
    new
}

/// The words with ordinary blanks, each glyph with its own of them; none where they hold no others. A number whose
/// digits are grouped by a no-break space stays one word; `before` is the character that stands before the text.
fn text(old: &TextItem, mut before: Option<char>) -> Option<TextItem> {
    // The bytes that these two begin with are in few other texts.
    let may_hold = old.text.bytes().any(|b| matches!(b, 0xc2 | 0xe2));
    if !may_hold || !old.text.contains([NO_BREAK, JOINER, BREAK]) {
        return None;
    }
    let mut typed = String::with_capacity(old.text.len());
    // For each byte where it has gone.
    let mut moved: Vec<usize> = Vec::with_capacity(old.text.len() + 1);
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut chars = old.text.chars().peekable();
    while let Some(c) = chars.next() {
        moved.extend(std::iter::repeat_n(typed.len(), c.len_utf8()));
        typed.extend(match c {
            JOINER | BREAK => None,
            NO_BREAK if is_digit(before) && is_digit(chars.peek().copied()) => Some(c),
            NO_BREAK => Some(' '),
            _ => Some(c),
        });
        before = Some(c);
    }
    moved.push(typed.len());
    let place = |at: u16| moved.get(usize::from(at)).map_or(at, |&at| at as u16);
    // A glyph stands for one character in all of a PDF, and that of the no-break space still does for itself.
    let blank = old.font.ttf().glyph_index(' ');
    let mut new = old.clone();
    for glyph in &mut new.glyphs {
        let was_tied = old.text[glyph.range()].starts_with(NO_BREAK);
        glyph.range = place(glyph.range.start)..place(glyph.range.end);
        if let Some(blank) = blank.filter(|_| was_tied && typed[glyph.range()].starts_with(' ')) {
            glyph.id = blank.0;
        }
    }
    new.text = typed.into();
    Some(new)
}
