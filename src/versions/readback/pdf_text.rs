//! A finished PDF, read back: its words and where they stand, and what lies over them.
//!
//! Reading is the work of hayro, which has no part in writing PDFs (that is krilla's). Words inside pictures
//! are not read; pictures and drawings are counted, so that one more than expected is noticed.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use hayro_interpret::font::{FontData, Glyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Rect as PdfRect};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use hayro_interpret::{RectExt, TransformExt};
use kurbo::{Affine, BezPath, Point, Rect, Shape as _};
use memchr::memmem;

use crate::product::pages::fonts::Fonts;
use crate::product::pages::typesetter::MM_PER_PT;
use crate::vi::text;

/// The largest PDF that is read, in bytes.
const MAX_FILE: usize = 64 << 20;
/// The most pages that are read; the plan has 21.
const MAX_PAGES: usize = 2_000;
/// The most characters of one page that are read; a full one has about 3 000.
const MAX_GLYPHS: usize = 200_000;

/// So far, in points, may a base line be beyond an edge.
const EDGE: f64 = 1.0;

/// The text of a PDF: what can be seen of it.
#[derive(Debug, Clone, Default)]
pub struct PdfText {
    /// In the order in which they are drawn, which is reading order in what this program makes.
    pub words: Vec<Word>,
    pub pages: Vec<PageFacts>,
}

/// One word: what stands between blanks. Digits grouped by a no-break space are one.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    pub text: String,
    /// Counted from 1.
    pub page: usize,
    /// Lines are counted over the whole file.
    pub(crate) line: usize,
    /// Millimetres from the top left corner of the page, along the base line.
    pub x: Range<f64>,
    pub y: f64,
}

/// What else is on a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PageFacts {
    /// Lines, areas and pictures.
    pub(crate) drawings: usize,
    /// Characters without a meaning in Unicode.
    pub(crate) unknown: usize,
    pub(crate) added: Vec<Added>,
}

/// Something laid over a page afterwards (chú thích, ô chữ ký).
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Added {
    /// `Widget`, `FreeText`, `Stamp` … (ISO 32000-2, table 171).
    pub(crate) kind: String,
    /// Millimetres from the top left corner.
    pub(crate) area: Rect,
}

/// Why there is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// No PDF, or one that is damaged or cut short.
    Broken,
    /// It needs a password.
    Locked,
    /// More of it than can be read in reason.
    TooLarge,
}

/// Reads the words of a PDF. `fonts` stand in for those that it names but does not hold.
///
/// # Errors
/// Why it cannot be read.
pub fn read(bytes: &[u8], fonts: &Fonts) -> Result<PdfText, Unreadable> {
    if bytes.len() > MAX_FILE {
        return Err(Unreadable::TooLarge);
    }
    // The reader may panic on malformed files; a panic must become a sentence.
    catch_unwind(AssertUnwindSafe(|| read_pages(bytes, fonts))).unwrap_or(Err(Unreadable::Broken))
}

fn read_pages(bytes: &[u8], fonts: &Fonts) -> Result<PdfText, Unreadable> {
    // A reader makes do without the end of a file; here that counts as damage (ISO 32000-2, 7.5.5).
    let tail = &bytes[bytes.len().saturating_sub(2048)..];
    if memmem::find(tail, b"%%EOF").is_none() {
        return Err(Unreadable::Broken);
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Unreadable::Locked,
        LoadPdfError::Invalid => Unreadable::Broken,
    })?;
    if pdf.pages().len() > MAX_PAGES {
        return Err(Unreadable::TooLarge);
    }
    let (cache, settings) = (InterpreterCache::new(), settings(fonts));
    let mut text = PdfText::default();
    for (index, page) in pdf.pages().iter().enumerate() {
        let start = page.initial_transform(true).to_kurbo();
        // The box only clips what is drawn, and nothing is.
        let everything = Rect::new(0.0, 0.0, 1.0, 1.0);
        let mut context = Context::new(start, everything, &cache, pdf.xref(), settings.clone());
        let (width, height) = page.render_dimensions();
        let paper = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let line = text.pages.len() * MAX_GLYPHS;
        let mut reader = PageReader { page: index + 1, line, seen: vec![paper], ..PageReader::default() };
        interpret_page(page, &mut context, &mut reader);
        reader.finish();
        reader.facts.added = added(page, start);
        text.words.append(&mut reader.words);
        text.pages.push(reader.facts);
        if reader.glyphs > MAX_GLYPHS {
            return Err(Unreadable::TooLarge);
        }
    }
    Ok(text)
}

fn settings(fonts: &Fonts) -> InterpreterSettings {
    let face = fonts.stand_in().map(|bytes| Arc::new(bytes) as FontData);
    InterpreterSettings {
        font_resolver: Arc::new(move |_| Some((face.clone()?, 0))),
        render_annotations: false,
        ..InterpreterSettings::default()
    }
}

/// What was laid over the page. Links draw nothing, and pop-up windows open only on the screen.
fn added(page: &Page<'_>, transform: Affine) -> Vec<Added> {
    let annotations = page.raw().get::<Array<'_>>(b"Annots");
    let all = annotations.iter().flat_map(|list| list.iter::<Dict<'_>>());
    let read = all.filter_map(|annotation| {
        let kind = annotation.get::<Name<'_>>(b"Subtype")?;
        let kind = String::from_utf8_lossy(&kind).into_owned();
        let area = annotation.get::<PdfRect>(b"Rect")?.to_kurbo();
        let area = scaled(transform.transform_rect_bbox(area));
        (!matches!(kind.as_str(), "Link" | "Popup")).then_some(Added { kind, area })
    });
    read.collect()
}

fn scaled(area: Rect) -> Rect {
    Rect::new(area.x0 * MM_PER_PT, area.y0 * MM_PER_PT, area.x1 * MM_PER_PT, area.y1 * MM_PER_PT)
}

/// Takes in what a page draws.
#[derive(Default)]
struct PageReader {
    page: usize,
    line: usize,
    glyphs: usize,
    /// The paper, and within it what each clip around lets through.
    seen: Vec<Rect>,
    words: Vec<Word>,
    word: Option<Word>,
    /// A no-break space that may join what follows to the word: `13 502`.
    joint: bool,
    facts: PageFacts,
}

impl PageReader {
    fn take(&mut self, text: &str, start: Point, end: Point) {
        let (x, y) = (start.x * MM_PER_PT..end.x * MM_PER_PT, start.y * MM_PER_PT);
        self.part_from(x.start, y);
        for c in text.chars() {
            match c {
                '\u{a0}' | '\u{202f}' | '\u{2009}' => self.joint = self.ends_in_digit(),
                _ if c.is_whitespace() => self.close(),
                // Neither is seen: soft hyphens, joiners, marks of direction.
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fffe}' => {}
                _ => self.push(c, &x, y),
            }
            if matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}') && !self.joint {
                self.close();
            }
        }
    }

    fn ends_in_digit(&self) -> bool {
        self.word.as_ref().is_some_and(|word| word.text.ends_with(|c: char| c.is_ascii_digit()))
    }

    /// Ends the word where the next character does not follow it on its line.
    fn part_from(&mut self, x: f64, y: f64) {
        let Some(word) = &self.word else { return };
        // Half a millimetre is more than any space between letters, and less than any between words.
        let blank = if self.joint { 2.5 } else { 0.5 };
        if (word.y - y).abs() > 0.2 || x - word.x.end > blank || x < word.x.start - 0.5 {
            self.close();
        }
    }

    fn push(&mut self, c: char, x: &Range<f64>, y: f64) {
        if self.joint && !c.is_ascii_digit() {
            self.close();
        }
        if self.word.is_none() && self.words.last().is_some_and(|last| (last.y - y).abs() > 0.2) {
            self.line += 1;
        }
        let (page, line) = (self.page, self.line);
        let word = self.word.get_or_insert_with(|| Word { text: String::new(), page, line, x: x.clone(), y });
        if std::mem::take(&mut self.joint) {
            word.text.push('\u{a0}');
        }
        word.text.push(c);
        word.x.end = word.x.end.max(x.end);
    }

    fn close(&mut self) {
        self.joint = false;
        if let Some(mut word) = self.word.take() {
            word.text = text::compose(&word.text).into_owned();
            self.words.push(word);
        }
    }

    fn finish(&mut self) {
        self.close();
    }
}

impl Device<'_> for PageReader {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        self.glyphs += 1;
        if self.glyphs > MAX_GLYPHS {
            return;
        }
        let place = transform * glyph_transform;
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().unwrap_or_default(),
            Glyph::Type3(_) => 0.0,
        };
        let (start, end) = (place * Point::ORIGIN, place * Point::new(f64::from(advance), 0.0));
        // Half of a letter can still be read; one beyond the edge is not on the page.
        let middle = start.midpoint(end);
        if self.seen.last().is_some_and(|seen| !seen.inflate(EDGE, EDGE).contains(middle)) {
            return;
        }
        match glyph.as_unicode() {
            Some(BfString::Char(c)) => self.take(c.encode_utf8(&mut [0; 4]), start, end),
            Some(BfString::String(text)) => self.take(&text, start, end),
            None => self.facts.unknown += 1,
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {
        self.facts.drawings += 1;
    }

    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {
        self.facts.drawings += 1;
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, clip: &ClipPath) {
        let area = clip.path.bounding_box();
        let around = self.seen.last().copied().unwrap_or(area);
        self.seen.push(around.intersect(area));
    }
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {
        self.seen.pop();
    }
    fn pop_transparency_group(&mut self) {}
}
