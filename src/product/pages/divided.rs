//! How the pages divide the tables of the appendices.

use typst::foundations::Content;
use typst::layout::{Frame, Point};
use typst::model::{TableCell, TableElem};
use typst_layout::PagedDocument;

use crate::product::appendix::{Appendix, OfficialTable};
use crate::product::pages::printed::{position, tables};
use crate::product::pages::typesetter::MM_PER_PT;
use crate::product::pages::walk::{Visitor, walk};

/// What of a table stands on one page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Part {
    pub(crate) page: usize,
    /// How many rows of its body begin there.
    pub(crate) rows: usize,
    /// Its top, and that of its first row, in millimetres from the top of the paper.
    pub(crate) top: f64,
    pub(crate) first: f64,
}

/// The parts of every table of the appendices, in the order in which they are printed; none if others are printed too.
pub(crate) fn parts(document: &PagedDocument, appendices: &[Appendix]) -> Vec<Vec<Part>> {
    let tables = tables(document, appendices);
    let found = vec![Vec::new(); tables.len()];
    let mut search = Search { tables, begun: 0, page: 0, top: None, found };
    walk(document, &mut [&mut search]);
    search.found
}

struct Search<'a> {
    tables: Vec<&'a OfficialTable>,
    begun: usize,
    page: usize,
    /// Where the header stands that was seen last, and on which page.
    top: Option<(usize, f64)>,
    found: Vec<Vec<Part>>,
}

impl Visitor for Search<'_> {
    fn page(&mut self, _: &Frame) {
        self.page += 1;
    }

    fn element(&mut self, element: &Content, at: Point) {
        if element.is::<TableElem>() {
            self.begun += 1;
            self.top = None;
        } else if let Some(cell) = element.to_packed::<TableCell>()
            && let Some((0, row)) = position(cell)
            && let Some(index) = self.begun.checked_sub(1).filter(|index| *index < self.tables.len())
        {
            let y = at.y.to_pt() * MM_PER_PT;
            if row < self.tables[index].head_rows() {
                self.top = self.top.filter(|(page, _)| *page == self.page).or(Some((self.page, y)));
                return;
            }
            let parts = &mut self.found[index];
            match parts.last_mut().filter(|part| part.page == self.page) {
                Some(part) => part.rows += 1,
                None => {
                    let top = self.top.filter(|(page, _)| *page == self.page).map_or(y, |(_, top)| top);
                    parts.push(Part { page: self.page, rows: 1, top, first: y });
                }
            }
        }
    }
}
