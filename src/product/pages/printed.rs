//! Where on the laid-out pages each datum landed.
//!
//! Data are marked in the text, by `fig` of the form library. Cells of a table that hold one datum and nothing else
//! are not: there are hundreds, their marks were a twelfth of the work of a build, and its row and column tell which
//! datum a cell holds.

use typst::foundations::{Content, Label, NativeElement, Selector, Value};
use typst::introspection::{Introspector, Location, MetadataElem};
use typst::layout::{Frame, GroupItem, Point, Transform};
use typst::model::{TableCell, TableElem};
use typst::text::TextItem;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use crate::input::dataset::Piece;
use crate::input::figure_key::FigureKey;
use crate::product::appendix::{self, Appendix, OfficialTable};
use crate::product::pages::typesetter::MM_PER_PT;
use crate::product::pages::walk::{Visitor, walk};

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
    let mut search = Search::of(document, appendices);
    walk(document, &mut [&mut search]);
    search.finish()
}

/// The tables of the appendices, in the order in which they are printed; none if others are printed too.
pub(crate) fn tables<'a>(document: &PagedDocument, appendices: &'a [Appendix]) -> Vec<&'a OfficialTable> {
    let tables: Vec<&OfficialTable> = appendices.iter().flat_map(|appendix| &appendix.tables).collect();
    let printed = document.introspector().query(&Selector::Elem(TableElem::ELEM, None)).len();
    if printed == tables.len() { tables } else { Vec::new() }
}

/// The search for the data on the pages.
pub(crate) struct Search<'a> {
    tables: Vec<&'a OfficialTable>,
    mark: Option<Label>,
    /// How many tables have begun.
    begun: usize,
    page: usize,
    cell: Option<Cell<'a>>,
    /// Cells that go on on another page, and which of them each group around belongs to.
    torn: Vec<Cell<'a>>,
    groups: Vec<Option<usize>>,
    found: Vec<Printed>,
}

/// A cell with one datum, which the walk is in.
struct Cell<'a> {
    location: Location,
    key: &'a FigureKey,
    expected: &'a str,
    text: String,
    page: usize,
    at: Point,
}

impl Cell<'_> {
    /// What the cell says is what it must say, or else it is another one.
    fn is_whole(&self) -> bool {
        letters(&self.text) == letters(self.expected)
    }
}

fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

impl Visitor for Search<'_> {
    fn page(&mut self, _: &Frame) {
        self.page += 1;
    }

    fn group(&mut self, group: &GroupItem, _: Transform) {
        let parent = group.parent.map(|parent| parent.location);
        let torn = parent.and_then(|parent| self.torn.iter().position(|cell| cell.location == parent));
        self.groups.push(torn.or(self.groups.last().copied().flatten()));
    }

    fn group_end(&mut self) {
        self.groups.pop();
    }

    fn text(&mut self, item: &TextItem, at: Transform) {
        let at = Point::zero().transform(at);
        let torn = self.groups.last().copied().flatten().map(|torn| &mut self.torn[torn]);
        let Some(cell) = torn.or(self.cell.as_mut()) else { return };
        if cell.text.is_empty() {
            let is_number = cell.expected.len() > 1 && cell.expected.starts_with(|c: char| c.is_ascii_digit());
            let first = item.glyphs.first().filter(|_| is_number);
            cell.page = self.page;
            cell.at = at + Point::with_x(first.map(|glyph| glyph.x_advance.at(item.size)).unwrap_or_default());
        }
        cell.text.push_str(&item.text);
    }

    fn element(&mut self, element: &Content, at: Point) {
        if let Some(mark) = element.to_packed::<MetadataElem>().filter(|_| element.label() == self.mark) {
            // A cell whose datum is marked, as in a copy that shows changes, needs no other place.
            self.cell = None;
            if let Value::Str(key) = &mark.value
                && let Ok(key) = key.parse()
            {
                self.add(key, self.page, at);
            }
        } else if element.is::<TableElem>() {
            self.begun += 1;
        } else if let Some(cell) = element.to_packed::<TableCell>() {
            self.cell = element.location().and_then(|location| self.enter(cell, location, at));
        }
    }

    fn element_end(&mut self, location: Location) {
        let Some(cell) = self.cell.take_if(|cell| cell.location == location) else { return };
        if cell.is_whole() {
            self.add(cell.key.clone(), cell.page, cell.at);
        } else if letters(cell.expected).starts_with(&letters(&cell.text)) {
            self.torn.push(cell);
        }
    }
}

impl<'a> Search<'a> {
    /// Every printed datum in reading order, but for those of torn cells, which come last.
    pub(crate) fn finish(mut self) -> Vec<Printed> {
        for cell in std::mem::take(&mut self.torn).into_iter().filter(Cell::is_whole) {
            self.add(cell.key.clone(), cell.page, cell.at);
        }
        self.found
    }

    pub(crate) fn of(document: &PagedDocument, appendices: &'a [Appendix]) -> Self {
        let mark = Label::new(PicoStr::intern(MARK));
        Self {
            tables: tables(document, appendices),
            mark,
            begun: 0,
            page: 0,
            cell: None,
            torn: Vec::new(),
            groups: Vec::new(),
            found: Vec::new(),
        }
    }

    fn enter(&self, cell: &TableCell, location: Location, at: Point) -> Option<Cell<'a>> {
        let found = self.tables.get(self.begun.checked_sub(1)?).and_then(|table| cell_of(table, cell))?;
        match found.text.as_slice() {
            [Piece::Figure { key, text }] => {
                Some(Cell { location, key, expected: text, text: String::new(), page: self.page, at })
            }
            _ => None,
        }
    }

    fn add(&mut self, key: FigureKey, page: usize, at: Point) {
        let (x, y) = (at.x.to_pt() * MM_PER_PT, at.y.to_pt() * MM_PER_PT);
        self.found.push(Printed { key, page, x, y });
    }
}

/// Column and row of a cell, header rows counted.
pub(crate) fn position(cell: &TableCell) -> Option<(usize, usize)> {
    Some(((*cell.x.as_option())?.custom()?, (*cell.y.as_option())?.custom()?))
}

/// The cell of a table that a printed cell is; none for one of its header.
pub(crate) fn cell_of<'a>(table: &'a OfficialTable, printed: &TableCell) -> Option<&'a appendix::TableCell> {
    let (x, y) = position(printed)?;
    table.rows.get(y.checked_sub(table.head_rows())?)?.cells.get(x)
}
