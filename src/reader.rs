//! Grids of cells + a definition → a dataset.
//!
//! Reading is strict and complete: all findings of all sheets are collected before anything is refused.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::cell::{self, Spec};
use crate::dataset::{Content, Dataset, Entry, Quantity, Row, TOTAL, TableData, plain_text};
use crate::diagnostic::{CellRef, Diagnostic, Place, Stage, accept};
use crate::document::{Document, Facts, Field, Kind, Table};
use crate::vi;
use crate::workbook::{CellValue, Sheet, Workbook};

/// Reads the whole input of one document.
///
/// # Errors
/// All findings of all sheets, when any of them is an error.
pub fn read(document: &Document, workbooks: &[Workbook]) -> Stage<Dataset> {
    let (dataset, found) = gather(document, workbooks);
    accept(dataset, found)
}

/// What can be read of the input, and everything that is to be said about it.
pub fn gather(document: &Document, workbooks: &[Workbook]) -> (Dataset, Vec<Diagnostic>) {
    let mut reader = Reader { workbooks, found: Vec::new() };
    let mut dataset =
        Dataset { facts: BTreeMap::new(), fact_names: BTreeMap::new(), recipients: Vec::new(), tables: Vec::new() };
    reader.facts(&document.facts, &mut dataset);
    dataset.recipients = reader.recipients(document);
    for table in &document.tables {
        if let Some(data) = reader.table(table, &dataset) {
            dataset.tables.push(data);
        }
    }
    (dataset, reader.found)
}

/// The value of one particular, read before the definition is known (which template folder to use).
pub fn peek(workbooks: &[Workbook], sheet: &str, field: &str) -> Option<(String, CellRef)> {
    let sheet = workbooks.iter().flat_map(|book| &book.sheets).find(|s| vi::fold(&s.name) == vi::fold(sheet))?;
    let ((row, col), _) = sheet.cells.iter().find(|(_, cell)| is_text(&cell.value, field))?;
    let (at, value) = sheet.row(*row).find(|(c, _)| c > col)?;
    Some((value.value.shown(value.format), sheet.at(*row, at)))
}

fn is_text(value: &CellValue, wanted: &str) -> bool {
    matches!(value, CellValue::Text(text) if vi::fold(text) == vi::fold(wanted))
}

struct Reader<'a> {
    workbooks: &'a [Workbook],
    found: Vec<Diagnostic>,
}

/// A sheet with its columns found.
struct Located<'a> {
    sheet: &'a Sheet,
    header_row: u32,
    /// Column number of each wanted heading, in the order asked for.
    columns: Vec<Option<u32>>,
}

impl<'a> Reader<'a> {
    /// Finds the one sheet of that name.
    fn sheet(&mut self, name: &str) -> Option<&'a Sheet> {
        let all: Vec<&Sheet> = self.workbooks.iter().flat_map(|book| &book.sheets).collect();
        let same: Vec<&&Sheet> = all.iter().filter(|sheet| vi::fold(&sheet.name) == vi::fold(name)).collect();
        let files = || self.workbooks.iter().map(|book| book.name.to_string()).collect::<Vec<_>>().join(", ");
        match same[..] {
            [sheet] => return Some(sheet),
            [] => {
                let names: Vec<&str> = all.iter().map(|sheet| &*sheet.name).collect();
                let near = vi::nearest(name, names.iter().copied());
                self.found.push(
                    Diagnostic::error("sheet-missing", Place::File(files()))
                        .with("sheet", name)
                        .with("found", names.join(", "))
                        .with_near(near),
                );
            }
            [first, second, ..] => self.found.push(
                Diagnostic::error("sheet-twice", second.place()).with("sheet", name).with("other", first.place()),
            ),
        }
        None
    }

    /// Finds the header row (the one with most of the wanted headings) and each wanted column.
    fn locate(&mut self, name: &str, headings: &[String]) -> Option<Located<'a>> {
        let sheet = self.sheet(name)?;
        let folded: Vec<String> = headings.iter().map(|heading| vi::fold(heading)).collect();
        let matches = |row: u32| {
            let texts = sheet.row(row).filter(|(_, cell)| match &cell.value {
                CellValue::Text(text) => folded.contains(&vi::fold(text)),
                _ => false,
            });
            texts.count()
        };
        let header_row = (0..=sheet.last_row().min(20)).rev().max_by_key(|&row| matches(row)).unwrap_or(0);
        let mut columns = Vec::new();
        for (heading, wanted) in headings.iter().zip(&folded) {
            // A heading that quotes a particular which is itself at fault cannot be looked for.
            if heading.contains("{{") {
                columns.push(None);
                continue;
            }
            let at: Vec<u32> =
                sheet.row(header_row).filter(|(_, cell)| is_text(&cell.value, wanted)).map(|(col, _)| col).collect();
            if let [first, second, ..] = at[..] {
                self.found.push(
                    Diagnostic::error("column-twice", Place::Cell(sheet.at(header_row, second)))
                        .with("heading", heading)
                        .with("first", sheet.at(header_row, first).a1())
                        .with("second", sheet.at(header_row, second).a1()),
                );
            }
            if at.is_empty() {
                self.missing_column(sheet, header_row, heading, &folded);
            }
            columns.push(at.first().copied());
        }
        if !headings.iter().any(|heading| heading.contains("{{")) {
            self.extra_columns(sheet, header_row, &folded);
        }
        Some(Located { sheet, header_row, columns })
    }

    fn missing_column(&mut self, sheet: &Sheet, header_row: u32, heading: &str, wanted: &[String]) {
        let texts: Vec<String> = sheet.row(header_row).map(|(_, cell)| cell.value.shown(cell.format)).collect();
        let spare = texts.iter().filter(|text| !wanted.contains(&vi::fold(text))).map(String::as_str);
        let near = vi::nearest(heading, spare);
        self.found.push(
            Diagnostic::error("column-missing", sheet.place())
                .with("heading", heading)
                .with("row", header_row + 1)
                .with("found", texts.join(" · "))
                .with_near(near),
        );
    }

    fn extra_columns(&mut self, sheet: &Sheet, header_row: u32, wanted: &[String]) {
        let extra: Vec<String> = sheet
            .row(header_row)
            .filter(|(_, cell)| !matches!(&cell.value, CellValue::Text(text) if wanted.contains(&vi::fold(text))))
            .map(|(col, cell)| {
                format!("{} “{}”", crate::diagnostic::column_letters(col), cell.value.shown(cell.format))
            })
            .collect();
        if !extra.is_empty() {
            self.found.push(Diagnostic::warning("column-extra", sheet.place()).with("columns", extra.join(", ")));
        }
    }

    fn facts(&mut self, facts: &Facts, dataset: &mut Dataset) {
        let Some(located) = self.locate(&facts.sheet, &facts.headings) else { return };
        let &[Some(name_col), Some(content_col)] = &located.columns[..] else { return };
        let sheet = located.sheet;
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
        let at = entry.at.first();
        self.found.iter().any(|found| matches!(&found.place, Place::Cell(cell) if Some(cell) == at))
    }

    fn fact(&mut self, field: &Field, sheet: &Sheet, header_row: u32, at: (u32, u32)) -> Entry {
        let key = format!("doc/{}", field.key);
        let spec =
            Spec { heading: &field.heading, kind: field.kind, required: field.required, decimals: 0, numbered: false };
        self.entry(key, &spec, sheet, header_row, at)
    }

    fn recipients(&mut self, document: &Document) -> Vec<Entry> {
        let recipients = &document.recipients;
        let Some(located) = self.locate(&recipients.sheet, std::slice::from_ref(&recipients.heading)) else {
            return Vec::new();
        };
        let &[Some(col)] = &located.columns[..] else { return Vec::new() };
        let sheet = located.sheet;
        let spec =
            Spec { heading: &recipients.heading, kind: Kind::Text, required: true, decimals: 0, numbered: false };
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

    fn table(&mut self, table: &Table, dataset: &Dataset) -> Option<TableData> {
        let headings: Vec<String> =
            table.columns.iter().map(|column| plain_text(&dataset.phrase(&column.heading))).collect();
        let located = self.locate(&table.sheet, &headings)?;
        let found: BTreeMap<String, (String, u32)> = table
            .columns
            .iter()
            .zip(headings)
            .zip(&located.columns)
            .filter_map(|((column, heading), col)| Some((column.key.clone(), (heading, (*col)?))))
            .collect();
        let mut data = TableData {
            key: table.key.clone(),
            sheet: Arc::new(located.sheet.clone()),
            header_row: located.header_row,
            headings: found,
            rows: Vec::new(),
        };
        if !data.headings.contains_key(&table.row_key) {
            return None;
        }
        for at in located.header_row + 1..=located.sheet.last_row() {
            if let Some(row) = self.row(table, &data, at) {
                self.check_row_key(table, &data, &row);
                data.rows.push(row);
            }
        }
        if data.rows.iter().all(|row| row.is_total) {
            let place = located.sheet.place();
            self.found.push(Diagnostic::error("table-empty", place).with("sheet", &located.sheet.name));
        }
        Some(data)
    }

    fn row(&mut self, table: &Table, data: &TableData, at: u32) -> Option<Row> {
        let sheet = &data.sheet;
        let cell = |key: &str| sheet.cells.get(&(at, data.headings.get(key)?.1));
        table.columns.iter().find(|column| cell(&column.key).is_some())?;
        let is_total = table
            .total
            .as_ref()
            .is_some_and(|total| cell(&total.column).is_some_and(|cell| is_text(&cell.value, &total.label)));
        let key = if is_total { TOTAL.to_owned() } else { cell::row_key(cell(&table.row_key)) };
        let mut entries = BTreeMap::new();
        for column in &table.columns {
            let Some((heading, col)) = data.headings.get(&column.key) else { continue };
            let name = format!("{}/{key}/{}", table.key, column.key);
            // Blank figures may still be computed from a relation; whether they are missing is judged then.
            let required = column.required && !is_total && !column.kind.is_numeric();
            let spec = Spec {
                heading,
                kind: column.kind,
                required,
                decimals: column.decimals,
                numbered: column.numbered && !is_total,
            };
            entries.insert(column.key.clone(), self.entry(name, &spec, sheet, data.header_row, (at, *col)));
        }
        Some(Row { key, is_total, at, entries })
    }

    fn check_row_key(&mut self, table: &Table, data: &TableData, row: &Row) {
        let Some(at) = data.cell(row, &table.row_key) else { return };
        let excerpt = data.sheet.excerpt(data.header_row, at.row, at.col);
        if let Some(first) = data.rows.iter().find(|other| other.key == row.key && !row.key.is_empty()) {
            let finding = Diagnostic::error("row-twice", Place::Cell(at.clone()))
                .with("key", &row.key)
                .with("first", data.cell(first, &table.row_key).map(|cell| cell.a1()).unwrap_or_default());
            self.found.push(finding.showing(excerpt));
        }
        if data.rows.last().is_some_and(|last| last.is_total) && !row.is_total {
            self.found.push(Diagnostic::error("row-after-total", Place::Cell(at)).with("sheet", &data.sheet.name));
        }
    }

    /// Reads one cell as its definition says.
    fn entry(&mut self, key: String, spec: &Spec<'_>, sheet: &Sheet, header: u32, at: (u32, u32)) -> Entry {
        let (row, col) = at;
        let cell_ref = sheet.at(row, col);
        let Some(cell) = sheet.cells.get(&at) else {
            if spec.required {
                self.found.push(
                    Diagnostic::error("cell-required", Place::Cell(cell_ref.clone()))
                        .with("heading", spec.heading)
                        .showing(sheet.excerpt(header, row, col)),
                );
            }
            return blank(&key, vec![cell_ref]);
        };
        let content = cell::content(spec, cell).unwrap_or_else(|fault| {
            self.found.push(
                Diagnostic::error(fault, Place::Cell(cell_ref.clone()))
                    .with("heading", spec.heading)
                    .with("value", cell.value.shown(cell.format))
                    .showing(sheet.excerpt(header, row, col)),
            );
            Content::Blank
        });
        Entry { key, content, at: vec![cell_ref], computed: false }
    }
}

fn blank(key: &str, at: Vec<CellRef>) -> Entry {
    Entry { key: key.to_owned(), content: Content::Blank, at, computed: false }
}
