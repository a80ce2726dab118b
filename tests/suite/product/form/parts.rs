//! The parts of an official document, found on its pages by what they say and where they stand.

use std::ops::RangeInclusive;

use typst::model::{Document, DocumentInfo};
use vanban::product::pages::typesetter::Pages;
use vanban::sign::pdf::field::Room;

use crate::support::layout::{self, Block, Kind, Layout, Line, MM, Stroke};

pub const COUNTRY: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
pub const LABEL: &str = "Nơi nhận:";
pub const DOCUMENT_TYPE: &str = "KẾ HOẠCH";

/// What the rules are measured on.
pub struct Parts<'a> {
    pub layout: Layout,
    pub rooms: &'a [Room],
    pub info: &'a DocumentInfo,
    /// The finished file, for what is not on its pages.
    pub pdf: &'a [u8],
    /// The first line below the head, and the last one above the body.
    pub below_head: &'a str,
    pub above_body: &'a str,
    /// The first line below the body.
    pub below_body: &'a str,
}

/// An appendix: its pages, its label, and all the blocks on its pages.
pub struct Appendix<'a> {
    pub pages: RangeInclusive<usize>,
    pub label: &'a Block,
    pub blocks: Vec<&'a Block>,
}

/// The left and right edge of a text block.
#[derive(Debug, Clone, Copy)]
pub struct Edges {
    pub left: f64,
    pub right: f64,
}

impl Edges {
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    pub fn centre(self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    /// How far to the right something stands, as a share of the width.
    pub fn share(self, x: f64) -> f64 {
        (x - self.left) / self.width()
    }
}

impl<'a> Parts<'a> {
    pub fn new(pages: &'a Pages, pdf: &'a [u8]) -> Self {
        Self {
            layout: layout::read(&pages.document),
            rooms: &pages.rooms,
            info: pages.document.info(),
            pdf,
            below_head: DOCUMENT_TYPE,
            above_body: DOCUMENT_TYPE,
            below_body: LABEL,
        }
    }

    /// The line that says exactly this.
    pub fn line(&self, text: &str) -> Option<&Line> {
        self.layout.lines().find(|line| line.text == text)
    }

    /// Pages before the first appendix.
    pub fn main_pages(&self) -> RangeInclusive<usize> {
        1..=self.appendix_starts().first().map_or(self.layout.sheets.len(), |(first, _)| first - 1)
    }

    fn appendix_starts(&self) -> Vec<(usize, &Block)> {
        let labels = self.layout.blocks.iter().filter(|block| is_appendix_label(block));
        let mut starts: Vec<(usize, &Block)> = labels.map(|block| (block.first().page, block)).collect();
        starts.dedup_by_key(|(page, _)| *page);
        starts
    }

    pub fn appendices(&self) -> Vec<Appendix<'_>> {
        let starts = self.appendix_starts();
        let after = |index: usize| starts.get(index + 1).map_or(self.layout.sheets.len(), |(next, _)| next - 1);
        let appendix = |(index, &(first, label)): (usize, &(usize, _))| {
            let pages = first..=after(index);
            let blocks = self.layout.blocks.iter().filter(|block| block.kind != Kind::Running);
            let blocks = blocks.filter(|block| pages.contains(&block.first().page)).collect();
            Appendix { pages: pages.clone(), label, blocks }
        };
        starts.iter().enumerate().map(appendix).collect()
    }

    /// Paragraphs and headings from the title to the signature block.
    pub fn body(&self) -> Vec<&Block> {
        let blocks = self.layout.blocks.iter().filter(|block| block.kind != Kind::Running);
        let after_title = blocks
            .skip_while(|block| block.last().text != self.above_body && block.first().text != self.above_body)
            .skip(1);
        after_title.take_while(|block| block.first().text != self.below_body).collect()
    }

    /// Body paragraphs without headings.
    pub fn paragraphs(&self) -> Vec<&Block> {
        self.body().into_iter().filter(|block| block.kind != Kind::Heading).collect()
    }

    /// Edges of the justified text of the body: where most lines begin and most full lines end.
    pub fn edges(&self) -> Edges {
        let paragraphs = self.paragraphs();
        let later = paragraphs.iter().flat_map(|block| block.lines.iter().skip(1));
        let full = paragraphs.iter().flat_map(|block| block.lines.iter().rev().skip(1));
        Edges { left: most_frequent(later.map(|line| line.x)), right: most_frequent(full.map(|line| line.right)) }
    }

    /// Edges of an appendix: those of its tables.
    pub fn appendix_edges(&self, appendix: &Appendix) -> Edges {
        let strokes = || self.layout.strokes.iter().filter(|stroke| appendix.pages.contains(&stroke.page));
        Edges {
            left: strokes().map(|stroke| stroke.x).fold(f64::INFINITY, f64::min),
            right: strokes().map(Stroke::right).fold(f64::NEG_INFINITY, f64::max),
        }
    }

    /// The lines of page 1 above the title, left and right of the middle.
    pub fn head(&self) -> (Vec<&Line>, Vec<&Line>) {
        let middle = self.layout.sheet(1).width / 2.0;
        let title = self.line(self.below_head).map_or(f64::INFINITY, |line| line.baseline);
        let mut lines: Vec<&Line> = self.layout.lines_on(1).filter(|line| line.baseline < title - 1.0).collect();
        lines.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
        lines.into_iter().partition(|line| line.centre() < middle)
    }

    /// The lines of the issuer's name: those on the left above the number.
    pub fn issuer(&self) -> Vec<&Line> {
        let left = self.head().0;
        left.into_iter().take_while(|line| !line.text.starts_with("Số")).collect()
    }

    pub fn number(&self) -> Option<&Line> {
        self.head().0.into_iter().find(|line| line.text.starts_with("Số"))
    }

    pub fn place_date(&self) -> Option<&Line> {
        self.head().1.into_iter().find(|line| line.text.contains(", ngày"))
    }

    /// The type of the document and its abstract: the lines down to the rule that closes them.
    pub fn title(&self) -> Vec<&Line> {
        let Some(kind) = self.line(self.below_head) else { return Vec::new() };
        let rules = self.layout.strokes_on(kind.page).filter(|stroke| stroke.is_rule() && stroke.y > kind.baseline);
        let end = rules.map(|stroke| stroke.y).fold(f64::INFINITY, f64::min);
        let lines = self.layout.lines_on(kind.page).filter(|line| line.baseline < end);
        lines.filter(|line| line.baseline > kind.baseline - 1.0).collect()
    }

    /// The first line across the page under a line of text and over its middle, at most 20 pt below.
    pub fn rule_under(&self, line: &Line) -> Option<&Stroke> {
        let below = self.layout.strokes_on(line.page).filter(|stroke| {
            stroke.is_rule()
                && (line.baseline..line.baseline + 20.0).contains(&stroke.y)
                && (stroke.x..stroke.right()).contains(&line.centre())
        });
        below.min_by(|a, b| a.y.total_cmp(&b.y))
    }

    /// Everything in the signature block, from "Nơi nhận:" on: the recipients, and the signer's lines.
    pub fn signature(&self) -> (Vec<&Block>, Vec<&Line>) {
        let blocks = self.layout.blocks.iter().filter(|block| block.kind != Kind::Running);
        let end = self.main_pages();
        let from_label = blocks.skip_while(|block| block.text() != "Nơi nhận:");
        let (left, right): (Vec<_>, Vec<_>) = from_label
            .take_while(|block| end.contains(&block.first().page) && !block.text().starts_with("Địa chỉ:"))
            .partition(|block| block.first().centre() < self.layout.sheet(1).width / 2.0);
        (left, right.into_iter().flat_map(|block| &block.lines).collect())
    }

    /// The signer's authority and title, and the name: above and below the room for the signature.
    pub fn signer(&self) -> (Vec<&Line>, Option<&Line>) {
        let lines = self.signature().1;
        let (name, authority) = match lines.split_last() {
            Some((name, authority)) => (Some(*name), authority.to_vec()),
            None => (None, Vec::new()),
        };
        (authority, name)
    }

    pub fn room(&self, name: &str) -> Option<&Room> {
        self.rooms.iter().find(|room| room.name == name)
    }

    /// Whether any line on these pages contains this.
    pub fn mentions(&self, pages: RangeInclusive<usize>, text: &str) -> Option<&Line> {
        self.layout.lines().find(|line| pages.contains(&line.page) && line.text.contains(text))
    }

    pub fn all_pages(&self) -> RangeInclusive<usize> {
        1..=self.layout.sheets.len()
    }
}

/// "Phụ lục" alone or with a number, whatever its case.
pub fn is_appendix_label(block: &Block) -> bool {
    let text = block.first().text.to_lowercase();
    let Some(number) = text.strip_prefix("phụ lục") else { return false };
    let number = number.trim();
    number.is_empty() || number.chars().all(|c| "ivxlc0123456789".contains(c))
}

/// The value that occurs most often, to a tenth of a point.
pub fn most_frequent(values: impl Iterator<Item = f64>) -> f64 {
    let mut counts = std::collections::BTreeMap::new();
    for value in values {
        let count = counts.entry((value * 10.0).round() as i64).or_insert((0_usize, value));
        count.0 += 1;
    }
    counts.into_values().max_by_key(|(count, _)| *count).map_or(f64::NAN, |(_, value)| value)
}

pub fn mm(points: f64) -> f64 {
    points / MM
}

/// The lines of one part as one text.
pub fn joined(lines: &[&Line]) -> String {
    lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
}
