//! Reads laid-out pages: every run of text and every drawn line, in points from the top left corner of its page.
//!
//! Positions, sizes and faces are those of the glyphs that the PDF shows. Which runs belong together
//! (a paragraph, a heading, a table cell) comes from the marks that the typesetter leaves between them,
//! the same from which the PDF is tagged; so a wrong indent cannot hide a paragraph.

use std::collections::HashMap;

use typst::foundations::{Content, Smart, StyleChain};
use typst::introspection::{Location, Tag};
use typst::layout::{Frame, FrameItem, GroupItem, Point, Size, Transform};
use typst::model::{HeadingElem, ParElem, TableCell, TableElem, TitleElem};
use typst::pdf::{ArtifactElem, TableCellKind, TableHeaderScope};
use typst::text::{FontStyle, TextItem};
use typst::visualize::{Geometry, Paint, Shape};
use typst_layout::PagedDocument;

/// Points in a millimetre.
pub const MM: f64 = 72.0 / 25.4;

/// A run of text of one face and size.
#[derive(Debug, Clone)]
pub struct Span {
    pub page: usize,
    /// Left end of the first and right end of the last character that is not a blank.
    pub x: f64,
    pub right: f64,
    pub baseline: f64,
    /// Extent of the ink.
    pub top: f64,
    pub bottom: f64,
    pub size: f64,
    pub bold: bool,
    pub italic: bool,
    pub black: bool,
    /// Neither turned nor stretched against the page.
    pub level: bool,
    pub family: String,
    pub text: String,
}

/// Spans of one block on one baseline.
#[derive(Debug, Clone)]
pub struct Line {
    pub page: usize,
    pub x: f64,
    pub right: f64,
    pub baseline: f64,
    pub top: f64,
    pub bottom: f64,
    pub text: String,
    pub spans: Vec<Span>,
}

/// What a block of text is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    Paragraph,
    Heading,
    Title,
    Cell(Cell),
    /// The head of a page, such as its number.
    Running,
    /// Text in none of the others.
    Loose,
}

/// A table cell; `table` counts the tables of the document from 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    pub table: usize,
    pub row: usize,
    /// In a header row at the top of the table.
    pub header: bool,
}

#[derive(Debug, Clone)]
pub struct Block {
    pub kind: Kind,
    pub lines: Vec<Line>,
}

/// What a drawn item is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Drawn {
    Line,
    Shape,
    Image,
}

/// A line, another shape or an image, by the box around it (a line's thickness not counted).
#[derive(Debug, Clone)]
pub struct Stroke {
    pub page: usize,
    pub kind: Drawn,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub thickness: f64,
    pub black: bool,
    /// Not dashed.
    pub solid: bool,
}

#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    pub width: f64,
    pub height: f64,
}

/// A whole document; pages are counted from 1.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    pub sheets: Vec<Sheet>,
    /// In reading order.
    pub blocks: Vec<Block>,
    pub strokes: Vec<Stroke>,
}

/// Reads a document.
pub fn read(document: &PagedDocument) -> Layout {
    let mut reader = Reader::default();
    for (index, page) in document.pages().iter().enumerate() {
        let size = page.frame.size();
        reader.layout.sheets.push(Sheet { width: size.x.to_pt(), height: size.y.to_pt() });
        reader.frame(&page.frame, index + 1, Transform::identity());
    }
    let blocks = reader.blocks.into_iter().filter(|(_, spans)| spans.iter().any(|span| !span.is_blank()));
    reader.layout.blocks = blocks.map(|(kind, spans)| Block { kind, lines: lines(spans) }).collect();
    reader.layout
}

#[derive(Default)]
struct Reader {
    layout: Layout,
    blocks: Vec<(Kind, Vec<Span>)>,
    /// Elements that have begun and not ended, with the block that each one opened.
    open: Vec<(Location, Option<usize>)>,
    /// The block of every element that has begun.
    began: HashMap<Location, usize>,
    /// The blocks that the groups around name as theirs.
    parents: Vec<usize>,
    tables: usize,
}

impl Reader {
    fn frame(&mut self, frame: &Frame, page: usize, above: Transform) {
        for (at, item) in frame.items() {
            let here = above.pre_concat(Transform::translate(at.x, at.y));
            match item {
                FrameItem::Group(group) => self.group(group, page, here.pre_concat(group.transform)),
                FrameItem::Text(text) => self.text(span(text, page, here)),
                FrameItem::Shape(shape, _) => self.layout.strokes.push(shape_stroke(shape, page, here)),
                FrameItem::Image(_, size, _) => self.layout.strokes.push(image(*size, page, here)),
                FrameItem::Tag(Tag::Start(element, _)) => self.start(element),
                FrameItem::Tag(Tag::End(location, ..)) => self.open.retain(|(open, _)| open != location),
                FrameItem::Link(..) => {}
            }
        }
    }

    /// A part of a torn cell says which element it belongs to.
    fn group(&mut self, group: &GroupItem, page: usize, at: Transform) {
        let parent = group.parent.and_then(|parent| self.began.get(&parent.location).copied());
        self.parents.extend(parent);
        self.frame(&group.frame, page, at);
        if parent.is_some() {
            self.parents.pop();
        }
    }

    fn start(&mut self, element: &Content) {
        let Some(location) = element.location() else { return };
        self.tables += usize::from(element.is::<TableElem>());
        let block = kind(element, self.tables).map(|kind| {
            self.blocks.push((kind, Vec::new()));
            self.blocks.len() - 1
        });
        self.began.extend(block.map(|block| (location, block)));
        self.open.push((location, block));
    }

    fn text(&mut self, span: Span) {
        let block = self.owner().unwrap_or_else(|| {
            self.blocks.push((Kind::Loose, Vec::new()));
            self.blocks.len() - 1
        });
        self.blocks[block].1.push(span);
    }

    /// The block that text belongs to now: a paragraph inside a cell is the cell's.
    fn owner(&self) -> Option<usize> {
        let open = || self.open.iter().filter_map(|(_, block)| *block);
        let kind = |block: &usize| self.blocks[*block].0;
        let running = open().find(|block| kind(block) == Kind::Running);
        let whole = || open().find(|block| kind(block) != Kind::Paragraph);
        running.or_else(|| self.parents.last().copied()).or_else(whole).or_else(|| open().next_back())
    }
}

fn kind(element: &Content, table: usize) -> Option<Kind> {
    if let Some(cell) = element.to_packed::<TableCell>() {
        let styles = StyleChain::default();
        let header = matches!(
            cell.kind.get(styles),
            Smart::Custom(TableCellKind::Header(_, TableHeaderScope::Column | TableHeaderScope::Both))
        );
        let row = cell.y.get(styles).custom().unwrap_or_default();
        return Some(Kind::Cell(Cell { table, row, header }));
    }
    let kinds = [
        (element.is::<ParElem>(), Kind::Paragraph),
        (element.is::<HeadingElem>(), Kind::Heading),
        (element.is::<TitleElem>(), Kind::Title),
        (element.is::<ArtifactElem>(), Kind::Running),
    ];
    kinds.into_iter().find_map(|(is, kind)| is.then_some(kind))
}

fn span(item: &TextItem, page: usize, at: Transform) -> Span {
    let origin = Point::zero().transform(at);
    let (x, baseline) = (origin.x.to_pt(), origin.y.to_pt());
    let (mut cursor, mut left, mut right) = (0.0, None, 0.0);
    for glyph in &item.glyphs {
        let end = cursor + glyph.x_advance.at(item.size).to_pt();
        if !item.text[glyph.range()].trim().is_empty() {
            left = left.or(Some(cursor));
            right = end;
        }
        cursor = end;
    }
    let ink = item.bbox();
    let info = item.font.font().info();
    Span {
        page,
        x: x + left.unwrap_or_default(),
        right: x + right,
        baseline,
        top: baseline + ink.max.y.to_pt(),
        bottom: baseline + ink.min.y.to_pt(),
        size: item.size.to_pt(),
        bold: info.variant.weight.to_number() >= 600,
        italic: info.variant.style != FontStyle::Normal,
        black: is_black(&item.fill),
        level: at == Transform::translate(origin.x, origin.y),
        family: info.family.clone(),
        text: item.text.to_string(),
    }
}

fn shape_stroke(shape: &Shape, page: usize, at: Transform) -> Stroke {
    let line = match &shape.geometry {
        Geometry::Line(end) => Some(*end),
        _ => None,
    };
    let ink = shape.geometry.bbox(None);
    let corners = line.map_or((ink.min, ink.max), |end| (Point::zero(), end));
    let (a, b) = (corners.0.transform(at), corners.1.transform(at));
    let stroke = shape.stroke.as_ref();
    Stroke {
        page,
        kind: if line.is_some() { Drawn::Line } else { Drawn::Shape },
        x: a.x.min(b.x).to_pt(),
        y: a.y.min(b.y).to_pt(),
        width: (b.x - a.x).abs().to_pt(),
        height: (b.y - a.y).abs().to_pt(),
        thickness: stroke.map_or(0.0, |stroke| stroke.thickness.to_pt()),
        black: stroke.map(|stroke| &stroke.paint).into_iter().chain(&shape.fill).all(is_black),
        solid: stroke.is_none_or(|stroke| stroke.dash.is_none()),
    }
}

fn image(size: Size, page: usize, at: Transform) -> Stroke {
    let (a, b) = (Point::zero().transform(at), size.to_point().transform(at));
    let (x, y) = (a.x.to_pt(), a.y.to_pt());
    let (width, height) = ((b.x - a.x).to_pt(), (b.y - a.y).to_pt());
    Stroke { page, kind: Drawn::Image, x, y, width, height, thickness: 0.0, black: false, solid: false }
}

/// Opaque, and no component above 0.05.
fn is_black(paint: &Paint) -> bool {
    let Paint::Solid(colour) = paint else { return false };
    let rgb = colour.to_rgb();
    [rgb.red, rgb.green, rgb.blue].iter().all(|&part| part <= 0.05) && rgb.alpha >= 0.99
}

fn lines(spans: Vec<Span>) -> Vec<Line> {
    let mut rows: Vec<Vec<Span>> = Vec::new();
    for span in spans {
        let row =
            rows.last_mut().filter(|row| row[0].page == span.page && (row[0].baseline - span.baseline).abs() < 1.0);
        match row {
            Some(row) => row.push(span),
            None => rows.push(vec![span]),
        }
    }
    rows.into_iter().filter_map(line).collect()
}

fn line(mut spans: Vec<Span>) -> Option<Line> {
    spans.sort_by(|a, b| a.x.total_cmp(&b.x));
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    spans.retain(|span| !span.is_blank());
    let first = spans.first()?;
    let least = |of: fn(&Span) -> f64| spans.iter().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&Span) -> f64| spans.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
    Some(Line {
        page: first.page,
        x: least(|span| span.x),
        right: most(|span| span.right),
        baseline: first.baseline,
        top: least(|span| span.top),
        bottom: most(|span| span.bottom),
        text: text.trim().to_owned(),
        spans,
    })
}

impl Span {
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Line {
    pub fn centre(&self) -> f64 {
        f64::midpoint(self.x, self.right)
    }

    pub fn width(&self) -> f64 {
        self.right - self.x
    }

    pub fn every(&self, is: impl Fn(&Span) -> bool) -> bool {
        self.spans.iter().all(is)
    }

    /// Where it stands, for a message.
    pub fn place(&self) -> String {
        let start: String = self.text.chars().take(40).collect();
        format!("page {}, “{start}”", self.page)
    }
}

impl Stroke {
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    pub fn centre(&self) -> f64 {
        self.x + self.width / 2.0
    }

    /// A line across the page.
    pub fn is_rule(&self) -> bool {
        self.kind == Drawn::Line && self.height < 0.1 && self.width > 1.0
    }

    pub fn place(&self) -> String {
        format!("page {}, {:?} at {:.1} × {:.1} mm", self.page, self.kind, self.x / MM, self.y / MM)
    }
}

impl Block {
    pub fn text(&self) -> String {
        self.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    pub fn first(&self) -> &Line {
        &self.lines[0]
    }

    pub fn last(&self) -> &Line {
        &self.lines[self.lines.len() - 1]
    }

    pub fn spans(&self) -> impl Iterator<Item = &Span> {
        self.lines.iter().flat_map(|line| &line.spans)
    }
}

impl Layout {
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.blocks.iter().flat_map(|block| &block.lines)
    }

    pub fn lines_on(&self, page: usize) -> impl Iterator<Item = &Line> {
        self.lines().filter(move |line| line.page == page)
    }

    pub fn strokes_on(&self, page: usize) -> impl Iterator<Item = &Stroke> {
        self.strokes.iter().filter(move |stroke| stroke.page == page)
    }

    pub fn sheet(&self, page: usize) -> Sheet {
        self.sheets[page - 1]
    }
}
