//! Grids of cells + a definition → a dataset.
//!
//! Reading is strict and complete: all findings of all sheets are collected before anything is refused.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::cell::{self, Spec, Understanding};
use crate::dataset::{Content, Dataset, Entry, Quantity};
use crate::diagnostic::{CellRef, Diagnostic, Place};
use crate::document::{Document, Facts, Field, Kind};
use crate::locate::Wanted;
use crate::mend::{self, Mended};
use crate::policy::{Hidden, Merged};
use crate::vi;
use crate::workbook::{CellValue, Sheet, Workbook};

/// What reading gave, as far as it could be understood, and everything found doing so.
pub struct Reading {
    pub dataset: Dataset,
    pub found: Vec<Diagnostic>,
}

/// Reads the whole input of one document.
pub fn read(document: &Document, workbooks: &[Workbook]) -> Reading {
    let sheets = workbooks.iter().flat_map(|book| &book.sheets);
    let sheets = sheets.map(|sheet| mend::mend(sheet, document.document.legacy_encodings)).collect();
    let mut reader = Reader {
        workbooks,
        sheets,
        found: Vec::new(),
        understood: Vec::new(),
        spoilt: BTreeSet::new(),
        rivals: BTreeMap::new(),
    };
    reader.workbooks();
    let mut dataset =
        Dataset { facts: BTreeMap::new(), fact_names: BTreeMap::new(), recipients: Vec::new(), tables: Vec::new() };
    reader.facts(&document.facts, &mut dataset);
    dataset.recipients = reader.recipients(document);
    reader.report_understood();
    for table in &document.tables {
        if let Some(data) = reader.table(table, &dataset) {
            dataset.tables.push(data);
        }
    }
    reader.report_rivals();
    Reading { dataset, found: reader.found }
}

/// The value of one particular, read before the definition is known (which template folder to use).
pub fn peek(sheets: &[&Sheet], sheet: &str, field: &str) -> Option<(String, CellRef)> {
    let sheet = sheets.iter().find(|s| vi::fold(&s.name) == vi::fold(sheet))?;
    let ((row, col), _) = sheet.cells.iter().find(|(_, cell)| is_text(&cell.value, field))?;
    let (at, value) = sheet.row(*row).find(|(c, _)| c > col)?;
    Some((value.value.shown(value.format), sheet.at(*row, at)))
}

fn is_text(value: &CellValue, wanted: &str) -> bool {
    matches!(value, CellValue::Text(text) if vi::fold(text) == vi::fold(wanted))
}

/// The reading of one input: its sheets, and what has been found so far.
pub struct Reader<'a> {
    pub workbooks: &'a [Workbook],
    pub sheets: Vec<Mended>,
    pub found: Vec<Diagnostic>,
    /// Cells of the table at hand whose text was taken for a number or for nothing.
    pub understood: Vec<Understood>,
    /// Cells of which has been said already why they cannot be read.
    pub spoilt: BTreeSet<CellRef>,
    /// Sheets of one name in two places: the second place and the first → the names.
    pub rivals: BTreeMap<(Place, Place), Vec<String>>,
}

/// A text that was taken for a figure or a date because the definition allows it.
pub struct Understood {
    pub at: CellRef,
    pub heading: String,
    pub how: Understanding,
}

impl Reader<'_> {
    fn facts(&mut self, facts: &Facts, dataset: &mut Dataset) {
        let wanted = facts.headings.each_ref().map(|heading| Wanted::words(heading));
        let Some(located) = self.prepare(&facts.sheet, Hidden::Refuse, Merged::Refuse, &wanted) else { return };
        let &[Some(name_col), Some(content_col)] = &located.columns[..] else { return };
        let sheet = &located.sheet;
        let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
        for row in located.header_row + 1..=sheet.last_row() {
            let Some(name) = sheet.cells.get(&(row, name_col)) else { continue };
            let name_text = name.value.shown(name.format);
            let here = || Place::Cell(sheet.at(row, name_col));
            let field = facts.fields.iter().find(|field| vi::fold(&field.heading) == vi::fold(&name_text));
            let Some(field) = field else {
                let near = vi::nearest(&name_text, facts.fields.iter().map(|f| f.heading.as_str()));
                self.found.push(
                    Diagnostic::error("field-unknown", here())
                        .with("name", &name_text)
                        .with_near(near)
                        .showing(sheet.excerpt(located.header_row, row, name_col)),
                );
                continue;
            };
            if let Some(first) = seen.insert(&field.key, row) {
                self.found.push(
                    Diagnostic::error("field-twice", here())
                        .with("name", &field.heading)
                        .with("first", sheet.at(first, name_col).a1()),
                );
                continue;
            }
            let entry = self.fact(field, sheet, located.header_row, (row, content_col));
            dataset.facts.insert(field.key.clone(), entry);
        }
        for field in &facts.fields {
            dataset.fact_names.insert(vi::fold(&field.heading), field.key.clone());
            if !seen.contains_key(field.key.as_str()) {
                dataset.facts.insert(field.key.clone(), blank(&format!("doc/{}", field.key), Vec::new()));
                if field.required {
                    self.found.push(Diagnostic::error("field-missing", sheet.place()).with("name", &field.heading));
                }
            }
        }
        for offset in &facts.offsets {
            let base = dataset.facts.get(&offset.of).cloned();
            if let Some(Entry { content: Content::Quantity(quantity), at, .. }) = base {
                let content =
                    Content::Quantity(Quantity { value: quantity.value + Decimal::from(offset.years), ..quantity });
                let entry = Entry { key: format!("doc/{}", offset.key), content, at, computed: true };
                dataset.facts.insert(offset.key.clone(), entry);
            }
        }
        self.placeholders(sheet, dataset);
    }

    /// `{Tên mục}` inside a particular must name another particular, and one that is filled in.
    fn placeholders(&mut self, sheet: &Sheet, dataset: &Dataset) {
        for entry in dataset.facts.values() {
            let (Content::Text(text), Some(at)) = (&entry.content, entry.at.first()) else { continue };
            for name in text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name) {
                let named = dataset.fact_names.get(&vi::fold(name)).and_then(|key| dataset.facts.get(key));
                let code = match named {
                    None => "placeholder-unknown",
                    Some(named) if named.is_blank() && !self.is_faulty(named) => "placeholder-blank",
                    Some(_) => continue,
                };
                self.found.push(
                    Diagnostic::error(code, Place::Cell(at.clone())).with("name", name).with("sheet", &sheet.name),
                );
            }
        }
    }

    /// Whether something has been found at the cell of this datum already.
    fn is_faulty(&self, entry: &Entry) -> bool {
        entry.at.first().is_some_and(|at| self.is_reported(&Place::Cell(at.clone())))
    }

    /// Whether something has been found at this place already.
    pub fn is_reported(&self, place: &Place) -> bool {
        self.found.iter().any(|found| found.place == *place)
    }

    fn fact(&mut self, field: &Field, sheet: &Sheet, header_row: u32, at: (u32, u32)) -> Entry {
        let key = format!("doc/{}", field.key);
        let spec = Spec::new(&field.heading, field.kind, field.required);
        self.entry(key, &spec, sheet, header_row, at)
    }

    fn recipients(&mut self, document: &Document) -> Vec<Entry> {
        let recipients = &document.recipients;
        let wanted = [Wanted::words(&recipients.heading)];
        let Some(located) = self.prepare(&recipients.sheet, Hidden::Refuse, Merged::Refuse, &wanted) else {
            return Vec::new();
        };
        let &[Some(col)] = &located.columns[..] else { return Vec::new() };
        let sheet = &located.sheet;
        let spec = Spec::new(&recipients.heading, Kind::Text, true);
        let mut entries: Vec<Entry> = Vec::new();
        for row in located.header_row + 1..=sheet.last_row() {
            if sheet.cells.contains_key(&(row, col)) {
                let key = format!("recipients/{}", entries.len() + 1);
                entries.push(self.entry(key, &spec, sheet, located.header_row, (row, col)));
            }
        }
        if entries.is_empty() {
            self.found.push(Diagnostic::error("table-empty", sheet.place()).with("sheet", &sheet.name));
        }
        entries
    }

    /// What concerns whole workbooks.
    fn workbooks(&mut self) {
        for book in self.workbooks {
            let place = || Place::File(book.name.to_string());
            if book.origin.has_macros {
                self.found.push(Diagnostic::warning("workbook-macros", place()));
            }
            if book.origin.from_1904 {
                self.found.push(Diagnostic::warning("workbook-1904", place()));
            }
        }
    }

    /// Reads one cell as its definition says.
    pub fn entry(&mut self, key: String, spec: &Spec<'_>, sheet: &Sheet, header: u32, at: (u32, u32)) -> Entry {
        let (row, col) = at;
        let cell_ref = sheet.at(row, col);
        let Some(cell) = sheet.cells.get(&at) else {
            // What lies under a merged cell has been reported with it.
            if spec.required && !sheet.is_covered(at) {
                self.found.push(
                    Diagnostic::error("cell-required", Place::Cell(cell_ref.clone()))
                        .with("heading", spec.heading)
                        .showing(sheet.excerpt(header, row, col)),
                );
            }
            return blank(&key, vec![cell_ref]);
        };
        if self.spoilt.contains(&cell_ref) {
            return blank(&key, vec![cell_ref]);
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
                .push(Diagnostic::note("text-joined", Place::Cell(cell_ref.clone())).with("heading", spec.heading));
        }
        Entry { key, content, at: vec![cell_ref], computed: false }
    }
}

/// A datum of which nothing is known.
fn blank(key: &str, at: Vec<CellRef>) -> Entry {
    Entry { key: key.to_owned(), content: Content::Blank, at, computed: false }
}
