//! Where on the laid-out pages each datum landed.
//!
//! Data are marked in the text, by `fig` of the form library. Cells of a table that hold one datum and nothing else
//! are not: there are hundreds, their marks were a twelfth of the work of a build, and its row and column tell which
//! datum a cell holds.

use typst::foundations::{Label, NativeElement, Selector, Value};
use typst::introspection::Introspector;
use typst::introspection::{Location, MetadataElem, Tag};
use typst::layout::{Frame, FrameItem, Point, Transform};
use typst::model::{TableCell, TableElem};
use typst::text::TextItem;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use crate::input::dataset::Piece;
use crate::input::figure_key::FigureKey;
use crate::product::appendix::{Appendix, OfficialTable};
use crate::product::pages::typesetter::MM_PER_PT;

/// The label of what `fig` leaves in the text.
pub(crate) const MARK: &str = "vanban-figure";

/// Where a datum is printed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Printed {
    pub(crate) key: FigureKey,
    /// Counted from 1.
    pub(crate) page: usize,
    /// Millimetres from the top left corner of the page to the datum (behind its first digit), on its base line.
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// Every printed datum in reading order. A document whose tables are not those of its appendices, one after the
/// other, keeps the places of its cells to itself.
pub(crate) fn printed(document: &PagedDocument, appendices: &[Appendix]) -> Vec<Printed> {
    let mut tables: Vec<&OfficialTable> = appendices.iter().flat_map(|appendix| &appendix.tables).collect();
    if document.introspector().query(&Selector::Elem(TableElem::ELEM, None)).len() != tables.len() {
        tables.clear();
    }
    let mark = Label::new(PicoStr::intern(MARK));
    let mut walk = Walk { tables, mark, begun: 0, page: 0, cell: None, found: Vec::new() };
    for page in document.pages() {
        walk.page += 1;
        walk.frame(&page.frame, Transform::identity());
    }
    walk.found
}

/// A walk through all that is on the pages.
struct Walk<'a> {
    tables: Vec<&'a OfficialTable>,
    mark: Option<Label>,
    /// How many tables have begun.
    begun: usize,
    page: usize,
    cell: Option<Cell<'a>>,
    found: Vec<Printed>,
}

/// A cell with one datum, which the walk is in.
struct Cell<'a> {
    location: Location,
    key: &'a FigureKey,
    expected: &'a str,
    text: String,
    at: Point,
}

impl<'a> Walk<'a> {
    fn frame(&mut self, frame: &Frame, transform: Transform) {
        for (offset, item) in frame.items() {
            let at = || offset.transform(transform);
            match item {
                FrameItem::Group(group) => {
                    let inner = transform.pre_concat(Transform::translate(offset.x, offset.y));
                    self.frame(&group.frame, inner.pre_concat(group.transform));
                }
                FrameItem::Text(text) => self.text(text, at()),
                FrameItem::Tag(Tag::Start(element, _)) => {
                    if let Some(mark) = element.to_packed::<MetadataElem>().filter(|_| element.label() == self.mark) {
                        // A cell whose datum is marked, as in a copy that shows changes, needs no other place.
                        self.cell = None;
                        if let Value::Str(key) = &mark.value
                            && let Ok(key) = key.parse()
                        {
                            self.add(key, at());
                        }
                    } else if element.is::<TableElem>() {
                        self.begun += 1;
                    } else if let Some(cell) = element.to_packed::<TableCell>() {
                        self.cell = element.location().and_then(|location| self.enter(cell, location, at()));
                    }
                }
                FrameItem::Tag(Tag::End(location, ..)) => self.leave(*location),
                _ => {}
            }
        }
    }

    fn enter(&self, cell: &TableCell, location: Location, at: Point) -> Option<Cell<'a>> {
        let table: &'a OfficialTable = self.tables.get(self.begun.checked_sub(1)?)?;
        let (x, y) = ((*cell.x.as_option())?.custom()?, (*cell.y.as_option())?.custom()?);
        let above = table.header.len() + usize::from(table.numbers.is_some());
        match table.rows.get(y.checked_sub(above)?)?.cells.get(x)?.text.as_slice() {
            [Piece::Figure { key, text }] => Some(Cell { location, key, expected: text, text: String::new(), at }),
            _ => None,
        }
    }

    fn text(&mut self, item: &TextItem, at: Point) {
        let Some(cell) = &mut self.cell else { return };
        if cell.text.is_empty() {
            let is_number = cell.expected.len() > 1 && cell.expected.starts_with(|c: char| c.is_ascii_digit());
            let first = item.glyphs.first().filter(|_| is_number);
            cell.at = at + Point::with_x(first.map(|glyph| glyph.x_advance.at(item.size)).unwrap_or_default());
        }
        cell.text.push_str(&item.text);
    }

    /// What the cell says is what it must say, or else it is another one.
    fn leave(&mut self, location: Location) {
        let Some(cell) = self.cell.take_if(|cell| cell.location == location) else { return };
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        if letters(&cell.text) == letters(cell.expected) {
            self.add(cell.key.clone(), cell.at);
        }
    }

    fn add(&mut self, key: FigureKey, at: Point) {
        let (x, y) = (at.x.to_pt() * MM_PER_PT, at.y.to_pt() * MM_PER_PT);
        self.found.push(Printed { key, page: self.page, x, y });
    }
}
