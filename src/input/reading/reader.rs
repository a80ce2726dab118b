//! What is kept while an input is read: its sheets, what has been found so far; and how one cell is read.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::folding::Alike;
use crate::finding::place::{CellRef, Place};
use crate::input::dataset::{Content, Entry};
use crate::input::definition::model::Kind;
use crate::input::figure_key::FigureKey;

use crate::input::reading::cell::{self, Spec, Understanding};
use crate::input::reading::decode::Mended;
use crate::input::reading::headings::WantedSheet;

use crate::xlsx::grid::{Sheet, Workbook};

/// The reading of one input: its sheets, and what has been found so far.
pub(crate) struct Reader<'a> {
    pub(crate) workbooks: &'a [Workbook],
    pub(crate) sheets: Vec<Mended>,
    /// The sheets that the definition has.
    pub(crate) wanted: Vec<WantedSheet<'a>>,
    pub(crate) found: Vec<Finding>,
    pub(crate) tally: Tally,
    /// Cells of the table at hand whose text was taken for a number or for nothing.
    pub(crate) understood: Vec<Understood>,
    /// Cells of which has been said already why they cannot be read.
    pub(crate) spoilt: BTreeSet<CellRef>,
    /// Figures that another figure gives where they are blank.
    pub(crate) followers: BTreeSet<FigureKey>,
    /// Sheets of one name in two places: the second place and the first → the names.
    pub(crate) rivals: BTreeMap<(Place, Place), Vec<String>>,
}

/// What has been found so far, so that it need not be gone through for every row.
#[derive(Default)]
pub(crate) struct Tally {
    /// How many findings have been counted.
    counted: usize,
    places: HashSet<Place>,
    alike: HashSet<Alike>,
    /// Those that are like no other.
    single: usize,
}

impl Tally {
    fn catch_up(&mut self, found: &[Finding]) {
        for finding in found.iter().skip(self.counted) {
            self.places.insert(finding.place.clone());
            match Alike::of(finding) {
                Some(alike) => drop(self.alike.insert(alike)),
                None => self.single += 1,
            }
        }
        self.counted = found.len();
    }
}

/// A text that was taken for a figure or a date because the definition allows it.
pub(crate) struct Understood {
    pub(crate) at: CellRef,
    pub(crate) heading: String,
    pub(crate) how: Understanding,
}

impl Reader<'_> {
    /// Whether something has been found at the cell of this datum already.
    pub(crate) fn is_faulty(&mut self, entry: &Entry) -> bool {
        entry.at.first().is_some_and(|at| self.is_reported(&Place::Cell(at.clone())))
    }

    /// Whether something has been found at this place already.
    pub(crate) fn is_reported(&mut self, place: &Place) -> bool {
        self.tally.catch_up(&self.found);
        self.tally.places.contains(place)
    }

    /// How many kinds of faults there are; what is said of many cells at once is one.
    pub(crate) fn faults(&mut self) -> usize {
        self.tally.catch_up(&self.found);
        self.tally.single + self.tally.alike.len()
    }

    /// Reads one cell as its definition says.
    pub(crate) fn entry(
        &mut self,
        key: FigureKey,
        spec: &Spec<'_>,
        sheet: &Sheet,
        header: u32,
        at: (u32, u32),
    ) -> Entry {
        let (row, col) = at;
        let cell_ref = sheet.at(row, col);
        let Some(cell) = sheet.cells.get(&at) else {
            // What lies under a merged cell has been reported with it.
            if spec.required && !sheet.is_covered(at) {
                self.found.push(
                    Finding::new(Code::CellRequired, Place::Cell(cell_ref.clone()))
                        .with("heading", spec.heading)
                        .showing(sheet.excerpt(header, row, col)),
                );
            }
            return blank(key, vec![cell_ref]);
        };
        if self.spoilt.contains(&cell_ref) {
            return blank(key, vec![cell_ref]);
        }
        let content = match cell::content(spec, cell) {
            Ok((content, None)) => content,
            Ok((content, Some(how))) => {
                let heading = spec.heading.to_owned();
                self.understood.push(Understood { at: cell_ref.clone(), heading, how });
                content
            }
            Err(fault) => {
                self.found.push(fault.at(spec, cell, cell_ref.clone()).showing(sheet.excerpt(header, row, col)));
                Content::Blank
            }
        };
        if spec.kind == Kind::Text && cell.stored_text().contains('\n') {
            self.found
                .push(Finding::new(Code::TextJoined, Place::Cell(cell_ref.clone())).with("heading", spec.heading));
        }
        Entry { key, content, at: vec![cell_ref], computed: false, made: None }
    }
}

/// A datum of which nothing is known.
pub(crate) fn blank(key: FigureKey, at: Vec<CellRef>) -> Entry {
    Entry { key, content: Content::Blank, at, computed: false, made: None }
}
