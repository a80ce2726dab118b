//! Grids of cells + a definition → typed rows, in which every figure knows its cell.
//!
//! Reading is strict and complete: all findings of all sheets are collected before anything is refused.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::diagnostic::{CellRef, Diagnostic, Place, Stage, accept};
use crate::document::{Document, Facts, Field, Kind, Table};
use crate::vi::{self, Date, Grouping};
use crate::workbook::{Cell, CellValue, Sheet, Workbook};

/// Everything read from the inputs of one document.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// The document's particulars, by key.
    pub facts: BTreeMap<String, Entry>,
    /// Headings of the particulars, folded → key: the names usable as `{Năm kế hoạch}` in a particular.
    pub fact_names: BTreeMap<String, String>,
    pub recipients: Vec<Entry>,
    /// In the definition's order.
    pub tables: Vec<TableData>,
}

/// One input table as read.
#[derive(Debug, Clone)]
pub struct TableData {
    pub key: String,
    pub sheet: Arc<Sheet>,
    pub header_row: u32,
    /// Column key → its heading and column number in the sheet.
    pub headings: BTreeMap<String, (String, u32)>,
    pub rows: Vec<Row>,
}

/// One row of a table.
#[derive(Debug, Clone)]
pub struct Row {
    /// Text of the key column, or `total`.
    pub key: String,
    pub is_total: bool,
    /// Row number in the sheet, from zero.
    pub at: u32,
    /// Column key → entry; every declared column is present.
    pub entries: BTreeMap<String, Entry>,
}

/// Key of the total row.
pub const TOTAL: &str = "total";

/// One datum.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// `budget/2.1/total`.
    pub key: String,
    pub content: Content,
    /// The cells it comes from: one, or for a computed figure all that entered it.
    pub at: Vec<CellRef>,
    /// Whether the program computed it.
    pub computed: bool,
}

/// What a datum is.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    Blank,
    /// Words; line breaks as typed.
    Text(String),
    /// Words of the form `Dự án 3: Tên`.
    Numbered { text: String, number: String, title: String },
    Quantity(Quantity),
    Date(Date),
    /// Words around a figure, with the figure where there is exactly one.
    Mixed { text: String, quantity: Option<Quantity> },
}

/// An exact number with the way it is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    pub value: Decimal,
    pub decimals: u32,
    pub kind: QuantityKind,
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuantityKind {
    Plain,
    /// On the scale 0–100; carries `%` in a sentence.
    Percent,
    /// Written without grouping.
    Year,
}

impl Quantity {
    /// The number alone: `13.502`, `0,40`.
    pub fn digits(&self, grouping: Grouping) -> String {
        let grouping = if self.kind == QuantityKind::Year { Grouping::None } else { grouping };
        vi::number(self.value, self.decimals, grouping)
    }

    /// The form used in running text: with `%` for a percentage.
    pub fn in_sentence(&self) -> String {
        let digits = self.digits(Grouping::Dot);
        if self.kind == QuantityKind::Percent { digits + "%" } else { digits }
    }
}

impl Entry {
    /// The number in it, if it is or contains exactly one.
    pub fn quantity(&self) -> Option<Quantity> {
        match &self.content {
            Content::Quantity(quantity) => Some(*quantity),
            Content::Mixed { quantity, .. } => *quantity,
            _ => None,
        }
    }

    /// The form used in running text; none for a blank, or for words that hold no single figure.
    pub fn in_sentence(&self) -> Option<String> {
        match &self.content {
            Content::Blank => None,
            Content::Text(text) | Content::Numbered { text, .. } => Some(text.clone()),
            Content::Date(date) => Some(date.to_string()),
            Content::Quantity(_) | Content::Mixed { .. } => Some(self.quantity()?.in_sentence()),
        }
    }

    /// The form used in a table cell; empty for a blank.
    pub fn in_table(&self, grouping: Grouping) -> String {
        match &self.content {
            Content::Blank => String::new(),
            Content::Text(text) | Content::Numbered { text, .. } | Content::Mixed { text, .. } => text.clone(),
            Content::Date(date) => date.to_string(),
            Content::Quantity(quantity) => quantity.digits(grouping),
        }
    }

    /// Whether there is nothing in it.
    pub fn is_blank(&self) -> bool {
        self.content == Content::Blank
    }
}

/// A stretch of text for a fixed place of the form: plain words, a figure with its key, or a gap in mm.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Piece {
    Text(String),
    Figure { key: String, text: String },
    Blank { blank: u32 },
}

/// The words of some pieces, run together.
pub fn plain_text(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) | Piece::Figure { text, .. } => text.as_str(),
            Piece::Blank { .. } => " ",
        })
        .collect()
}

impl Dataset {
    /// The table of that key.
    pub fn table(&self, key: &str) -> Option<&TableData> {
        self.tables.iter().find(|table| table.key == key)
    }

    /// The datum named `table/row/column` or `doc/field`.
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        match name.split('/').collect::<Vec<_>>()[..] {
            ["doc", field] => self.facts.get(field),
            [table, row, column] => self.table(table)?.row(row)?.entries.get(column),
            _ => None,
        }
    }

    /// Every datum, in reading order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        let rows = self.tables.iter().flat_map(|table| &table.rows);
        self.facts.values().chain(&self.recipients).chain(rows.flat_map(|row| row.entries.values()))
    }

    /// Fills the particulars into a text of the definition: `Kế hoạch năm {{ doc.year }}`.
    ///
    /// A name that is unknown or blank stays as written, so that it is seen.
    pub fn phrase(&self, text: &str) -> Vec<Piece> {
        fill(text, ("{{", "}}"), |name| {
            let entry = self.facts.get(name.strip_prefix("doc.")?)?;
            Some(Piece::Figure { key: entry.key.clone(), text: entry.in_sentence()? })
        })
    }

    /// Fills particulars into a particular: `năm {Năm kế hoạch} trên địa bàn`.
    pub fn expand(&self, text: &str) -> Vec<Piece> {
        fill(text, ("{", "}"), |name| {
            let entry = self.facts.get(self.fact_names.get(&vi::fold(name))?)?;
            Some(Piece::Figure { key: entry.key.clone(), text: entry.in_sentence()? })
        })
    }
}

fn fill(text: &str, (open, close): (&str, &str), find: impl Fn(&str) -> Option<Piece>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut plain = String::new();
    while let Some(start) = rest.find(open) {
        let Some(length) = rest[start..].find(close) else { break };
        let end = start + length + close.len();
        plain.push_str(&rest[..start]);
        match find(rest[start + open.len()..start + length].trim()) {
            Some(piece) => {
                if !plain.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                }
                pieces.push(piece);
            }
            None => plain.push_str(&rest[start..end]),
        }
        rest = &rest[end..];
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    pieces
}

impl TableData {
    /// The row of that key.
    pub fn row(&self, key: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.key == key)
    }

    /// The cell of a row and column of the input sheet.
    pub fn cell(&self, row: &Row, column: &str) -> Option<CellRef> {
        self.headings.get(column).map(|(_, col)| self.sheet.at(row.at, *col))
    }
}

impl Row {
    /// Depth in the outline: 1 for `2`, 2 for `2.1`; 0 for the total row.
    pub fn level(&self) -> usize {
        if self.is_total { 0 } else { 1 + self.key.matches('.').count() }
    }

    /// Whether `other` stands one level below in the outline.
    pub fn is_parent_of(&self, other: &Row) -> bool {
        !self.is_total
            && other.level() == self.level() + 1
            && other.key.strip_prefix(&self.key).is_some_and(|rest| rest.starts_with('.'))
    }
}

/// Reads the whole input of one document.
///
/// # Errors
/// All findings of all sheets, when any of them is an error.
pub fn read(document: &Document, workbooks: &[Workbook]) -> Stage<Dataset> {
    let mut reader = Reader { workbooks, found: Vec::new() };
    let mut dataset = Dataset {
        facts: BTreeMap::new(),
        fact_names: BTreeMap::new(),
        recipients: Vec::new(),
        tables: Vec::new(),
    };
    reader.facts(&document.facts, &mut dataset);
    dataset.recipients = reader.recipients(document);
    for table in &document.tables {
        if let Some(data) = reader.table(table, &dataset) {
            dataset.tables.push(data);
        }
    }
    accept(dataset, reader.found)
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
                Diagnostic::error("sheet-twice", second.place())
                    .with("sheet", name)
                    .with("other", first.place()),
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
            let at: Vec<u32> = sheet
                .row(header_row)
                .filter(|(_, cell)| is_text(&cell.value, wanted))
                .map(|(col, _)| col)
                .collect();
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
        let texts: Vec<String> =
            sheet.row(header_row).map(|(_, cell)| cell.value.shown(cell.format)).collect();
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
            self.found.push(Diagnostic::note("column-extra", sheet.place()).with("columns", extra.join(", ")));
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
                    self.found
                        .push(Diagnostic::error("field-missing", sheet.place()).with("name", &field.heading));
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
        let spec = Spec {
            heading: &field.heading,
            kind: field.kind,
            required: field.required,
            decimals: 0,
            numbered: false,
        };
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
        if data.rows.is_empty() {
            let place = located.sheet.place();
            self.found.push(Diagnostic::error("table-empty", place).with("sheet", &located.sheet.name));
        }
        Some(data)
    }

    fn row(&mut self, table: &Table, data: &TableData, at: u32) -> Option<Row> {
        let sheet = &data.sheet;
        let cell = |key: &str| sheet.cells.get(&(at, data.headings.get(key)?.1));
        table.columns.iter().find(|column| cell(&column.key).is_some())?;
        let is_total = table.total.as_ref().is_some_and(|total| {
            cell(&total.column).is_some_and(|cell| is_text(&cell.value, &total.label))
        });
        let key = if is_total { TOTAL.to_owned() } else { row_key(cell(&table.row_key)) };
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
        let content = content(spec, cell).unwrap_or_else(|fault| {
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

/// What is expected of one cell.
struct Spec<'a> {
    heading: &'a str,
    kind: Kind,
    required: bool,
    decimals: u32,
    numbered: bool,
}

/// The name of a row in figure keys, where `/` stands between table, row and column.
fn row_key(cell: Option<&Cell>) -> String {
    code(cell).replace('/', "∕")
}

fn code(cell: Option<&Cell>) -> String {
    match cell.map(|cell| &cell.value) {
        Some(CellValue::Text(text)) => text.clone(),
        Some(CellValue::Number(value)) => value.normalize().to_string(),
        _ => String::new(),
    }
}

/// Reads one filled cell; the error is the name of the message that explains it.
fn content(spec: &Spec<'_>, cell: &Cell) -> Result<Content, &'static str> {
    match &cell.value {
        CellValue::Fault(_) => return Err("cell-fault"),
        CellValue::Uncalculated => return Err("cell-uncalculated"),
        CellValue::OutOfRange(_) => return Err("cell-out-of-range"),
        CellValue::Bool(_) => return Err("cell-boolean"),
        _ => {}
    }
    match spec.kind {
        Kind::Text => text(cell).map(|text| words(spec, text.replace('\n', " "))),
        Kind::Lines => text(cell).map(Content::Text),
        Kind::Code => Ok(Content::Text(code(Some(cell)))),
        Kind::Date => match cell.value {
            CellValue::Date(date) => Ok(Content::Date(date)),
            _ => Err("cell-not-date"),
        },
        Kind::Mixed => Ok(mixed(cell)),
        Kind::Count | Kind::Money | Kind::Percent | Kind::Year => quantity(spec, cell).map(Content::Quantity),
    }
}

fn text(cell: &Cell) -> Result<String, &'static str> {
    match &cell.value {
        CellValue::Text(text) => Ok(text.clone()),
        CellValue::Number(_) => Ok(cell.value.shown(cell.format).replace('.', "")),
        _ => Err("cell-not-text"),
    }
}

fn words(spec: &Spec<'_>, text: String) -> Content {
    let parts = text.split_once(':').filter(|_| spec.numbered).and_then(|(label, title)| {
        let number = label.split_whitespace().last()?;
        number.bytes().all(|b| b.is_ascii_digit()).then(|| (number.to_owned(), title.trim().to_owned()))
    });
    match parts {
        Some((number, title)) => Content::Numbered { text, number, title },
        None => Content::Text(text),
    }
}

fn quantity(spec: &Spec<'_>, cell: &Cell) -> Result<Quantity, &'static str> {
    let CellValue::Number(stored) = cell.value else {
        return Err(match cell.value {
            CellValue::Date(_) => "cell-date-not-number",
            _ => "cell-not-number",
        });
    };
    match spec.kind {
        Kind::Year if stored.fract().is_zero() && (1900..2200).any(|year| stored == Decimal::from(year)) => {
            Ok(Quantity { value: stored, decimals: 0, kind: QuantityKind::Year })
        }
        Kind::Year => Err("cell-not-year"),
        Kind::Percent => {
            let value = if cell.format.percent { stored * Decimal::ONE_HUNDRED } else { stored };
            let decimals = cell.format.decimals.unwrap_or(value.normalize().scale()).max(spec.decimals);
            Ok(Quantity { value: round(value, decimals), decimals, kind: QuantityKind::Percent })
        }
        _ if stored.normalize().scale() > spec.decimals => Err("cell-hidden-decimals"),
        _ if cell.format.percent => Err("cell-percent-not-number"),
        _ => Ok(Quantity { value: stored, decimals: spec.decimals, kind: QuantityKind::Plain }),
    }
}

fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

fn mixed(cell: &Cell) -> Content {
    match &cell.value {
        CellValue::Number(stored) => {
            let percent = cell.format.percent;
            let value = if percent { *stored * Decimal::ONE_HUNDRED } else { *stored };
            let decimals = cell.format.decimals.unwrap_or(value.normalize().scale());
            let kind = if percent { QuantityKind::Percent } else { QuantityKind::Plain };
            let quantity = Quantity { value: round(value, decimals), decimals, kind };
            Content::Mixed { text: quantity.in_sentence(), quantity: Some(quantity) }
        }
        other => {
            let text = other.shown(cell.format).replace('\n', " ");
            let quantity = match vi::numbers_in(&text)[..] {
                [(value, decimals, percent)] => {
                    let kind = if percent { QuantityKind::Percent } else { QuantityKind::Plain };
                    Some(Quantity { value, decimals, kind })
                }
                _ => None,
            };
            Content::Mixed { text, quantity }
        }
    }
}

