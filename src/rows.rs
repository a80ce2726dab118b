//! The rows of one table: which of them are data, and what the rows must have among themselves.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::cell::{self, Spec};
use crate::dataset::{Content, Dataset, Entry, Row, TOTAL, TableData, plain_text};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::{Column, Kind, Table};
use crate::locate::{Located, Wanted};
use crate::policy::Complete;
use crate::reader::Reader;
use crate::scrutiny::named;
use crate::vi;
use crate::workbook::{CellValue, Sheet};

/// Blank rows that a table may have inside; what follows more of them is not part of it, but for the total
/// row, which may stand below rows left free.
const MAX_BLANK: u32 = 10;
/// The most rows of one table.
const MAX_ROWS: usize = 5_000;
/// So many findings are enough to mend before the next run.
const MAX_FOUND: usize = 500;
/// What people call a total, folded.
const TOTALS: [&str; 6] = ["tổng", "tổng số", "tổng cộng", "cộng", "tc", "tổng cộng:"];

/// What a row of the sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowClass {
    Data,
    Total,
    /// Called a total, but not by the declared label.
    LikeTotal,
    /// The headings once more, as on the second page of a print.
    Headings,
    /// Words in one cell, as a remark under the table has them.
    Words,
}

impl Reader<'_> {
    /// Reads one table; none when its sheet or its key column is missing.
    pub fn table(&mut self, table: &Table, dataset: &Dataset) -> Option<TableData> {
        let wanted: Vec<Wanted> = table
            .columns
            .iter()
            .map(|column| {
                let heading = plain_text(&dataset.phrase(&column.heading));
                Wanted::new(heading, column.kind, column.unit.clone(), column.unit_stated)
            })
            .collect();
        let Located { sheet, header_row, columns } = self.prepare(&table.sheet, table.hidden, table.merged, &wanted)?;
        let headings: BTreeMap<String, (String, u32)> = table
            .columns
            .iter()
            .zip(wanted)
            .zip(&columns)
            .filter_map(|((column, wanted), col)| Some((column.key.clone(), (wanted.heading, (*col)?))))
            .collect();
        let mut data =
            TableData { key: table.key.clone(), sheet: Arc::new(sheet), header_row, headings, rows: Vec::new() };
        if !data.headings.contains_key(&table.row_key) {
            return None;
        }
        self.rows(table, &mut data);
        if data.rows.iter().all(|row| row.is_total) {
            let place = data.sheet.place();
            self.found.push(Diagnostic::error("table-empty", place).with("sheet", &data.sheet.name));
        }
        self.among_rows(table, &data);
        self.report_understood();
        Some(data)
    }

    fn rows(&mut self, table: &Table, data: &mut TableData) {
        let classes: Vec<(u32, RowClass)> = (data.header_row + 1..=data.sheet.last_row())
            .filter_map(|at| Some((at, classify(table, data, at)?)))
            .collect();
        let totals = classes.iter().filter(|(_, class)| matches!(class, RowClass::Total | RowClass::LikeTotal)).count();
        let mut keys: BTreeMap<String, usize> = BTreeMap::new();
        let mut last = data.header_row;
        for (at, class) in classes {
            let blank = at - last - 1;
            last = at;
            let after_total = data.rows.last().is_some_and(|row| row.is_total);
            if class == RowClass::Headings {
                let place = Place::Cell(data.sheet.at(at, first_column(data, at)));
                self.found.push(Diagnostic::note("row-repeats-headings", place));
                continue;
            }
            if after_total && class == RowClass::Words {
                self.outside(data, at);
                continue;
            }
            if blank > MAX_BLANK && !data.rows.is_empty() && class != RowClass::Total {
                self.outside(data, at);
                break;
            }
            if self.is_enough(data, at) {
                break;
            }
            let is_total = match class {
                RowClass::LikeTotal => self.is_total(table, data, at, totals == 1),
                class => class == RowClass::Total,
            };
            let row = self.row(table, data, at, is_total);
            self.check_row_key(table, data, &row, &mut keys);
            data.rows.push(row);
        }
    }

    /// Whether a table is too long, or so faulty that more findings would help nobody.
    fn is_enough(&mut self, data: &TableData, at: u32) -> bool {
        let place = || Place::Cell(data.sheet.at(at, first_column(data, at)));
        let finding = if data.rows.len() >= MAX_ROWS {
            Diagnostic::error("table-too-long", place()).with("limit", MAX_ROWS)
        } else if self.found.len() >= MAX_FOUND {
            Diagnostic::error("findings-too-many", place()).with("limit", MAX_FOUND)
        } else {
            return false;
        };
        self.found.push(finding.with("sheet", &data.sheet.name));
        true
    }

    /// Something that stands outside the table.
    fn outside(&mut self, data: &TableData, at: u32) {
        let col = first_column(data, at);
        let value = data.sheet.cells.get(&(at, col)).map(|cell| cell.value.shown(cell.format)).unwrap_or_default();
        let place = Place::Cell(data.sheet.at(at, col));
        self.found.push(Diagnostic::warning("data-after-table", place).with("value", value));
    }

    /// A row called a total in other words than declared: it is the total where there is no other.
    fn is_total(&mut self, table: &Table, data: &TableData, at: u32, is_only: bool) -> bool {
        let (col, text) = total_cell(table, data, at).unwrap_or_default();
        let place = Place::Cell(data.sheet.at(at, col));
        let label = table.total.as_ref().map(|total| total.label.as_str()).unwrap_or_default();
        let accepted = table.total.is_some() && is_only;
        let finding = if accepted {
            Diagnostic::note("row-taken-as-total", place)
        } else {
            Diagnostic::error("row-like-total", place).showing(data.sheet.excerpt(data.header_row, at, col))
        };
        let declared = if table.total.is_some() { "yes" } else { "no" };
        self.found.push(finding.with("value", text).with("label", label).with("declared", declared));
        accepted
    }

    fn row(&mut self, table: &Table, data: &TableData, at: u32, is_total: bool) -> Row {
        let sheet = &data.sheet;
        let cell = |key: &str| sheet.cells.get(&(at, data.headings.get(key)?.1));
        let key = if is_total { TOTAL.to_owned() } else { cell::row_key(cell(&table.row_key)) };
        let mut entries = BTreeMap::new();
        for column in &table.columns {
            let Some((heading, col)) = data.headings.get(&column.key) else { continue };
            let name = format!("{}/{key}/{}", table.key, column.key);
            let spec = Spec::of_column(heading, column, is_total);
            let mut entry = self.entry(name, &spec, sheet, data.header_row, (at, *col));
            if !is_total {
                self.choose(column, &mut entry, data);
            }
            entries.insert(column.key.clone(), entry);
        }
        Row { key, is_total, at, entries }
    }

    /// A text of a closed list takes the list's spelling; any other is an error.
    fn choose(&mut self, column: &Column, entry: &mut Entry, data: &TableData) {
        let (Content::Text(text), Some(at)) = (&mut entry.content, entry.at.first()) else { return };
        if column.choices.is_empty() {
            return;
        }
        let key = vi::key(text);
        let alias = column.aliases.iter().find(|(alias, _)| vi::key(alias) == key).map(|(_, choice)| choice);
        match alias.or_else(|| column.choices.iter().find(|choice| vi::key(choice) == key)) {
            Some(choice) => {
                if choice != text {
                    let finding = Diagnostic::note("choice-respelt", Place::Cell(at.clone()));
                    self.found.push(finding.with("value", &*text).with("choice", choice));
                    text.clone_from(choice);
                }
            }
            None => {
                let near = vi::nearest(text, column.choices.iter().map(String::as_str));
                let finding = Diagnostic::error("choice-unknown", Place::Cell(at.clone())).with("value", &*text);
                let excerpt = data.sheet.excerpt(data.header_row, at.row, at.col);
                self.found.push(finding.with("choices", column.choices.join(", ")).with_near(near).showing(excerpt));
            }
        }
    }

    /// `keys` are those of the rows so far, by which people would compare them, with the place among the rows.
    fn check_row_key(&mut self, table: &Table, data: &TableData, row: &Row, keys: &mut BTreeMap<String, usize>) {
        let Some(at) = data.cell(row, &table.row_key) else { return };
        let key = vi::key(&row.key);
        let first = keys.get(&key).and_then(|&index| data.rows.get(index)).filter(|_| !key.is_empty());
        keys.entry(key).or_insert(data.rows.len());
        if let Some(first) = first {
            let excerpt = data.sheet.excerpt(data.header_row, at.row, at.col);
            let finding = Diagnostic::error("row-twice", Place::Cell(at.clone()))
                .with("key", &row.key)
                .with("other", &first.key)
                .with("same", if first.key == row.key { "yes" } else { "no" })
                .with("first", data.cell(first, &table.row_key).map(|cell| cell.a1()).unwrap_or_default());
            self.found.push(finding.showing(excerpt));
        }
        if data.rows.last().is_some_and(|last| last.is_total) && !row.is_total {
            self.found.push(Diagnostic::error("row-after-total", Place::Cell(at)).with("sheet", &data.sheet.name));
        }
    }

    /// What the rows must have among themselves.
    fn among_rows(&mut self, table: &Table, data: &TableData) {
        if let Some(total) = &table.total
            && !data.rows.is_empty()
            && !data.rows.iter().any(|row| row.is_total)
        {
            self.found.push(Diagnostic::warning("total-missing", data.sheet.place()).with("label", &total.label));
        }
        for column in &table.columns {
            self.complete(column, data);
            self.sequence(column, data);
            self.percent_signs(column, data);
            self.scaled(column, data);
        }
    }

    fn complete(&mut self, column: &Column, data: &TableData) {
        let given: Vec<&Content> =
            data.rows.iter().filter_map(|row| Some(&row.entries.get(&column.key)?.content)).collect();
        let is_given =
            |choice: &String| given.iter().any(|content| matches!(content, Content::Text(text) if text == choice));
        let missing: Vec<&str> = column.choices.iter().filter(|choice| !is_given(choice)).map(String::as_str).collect();
        if missing.is_empty() || data.rows.iter().all(|row| row.is_total) {
            return;
        }
        let place = data.sheet.place();
        let finding = match column.complete {
            Complete::No => return,
            Complete::Warn => Diagnostic::warning("choices-missing", place),
            Complete::Refuse => Diagnostic::error("choices-missing", place),
        };
        self.found.push(finding.with("count", missing.len()).with("missing", missing.join(", ")));
    }

    fn sequence(&mut self, column: &Column, data: &TableData) {
        if !column.sequence {
            return;
        }
        let rows = data.rows.iter().filter(|row| !row.is_total);
        for (index, row) in rows.enumerate() {
            let Some(Content::Text(text)) = row.entries.get(&column.key).map(|entry| &entry.content) else { continue };
            let expected = (index + 1).to_string();
            if *text != expected
                && let Some(at) = data.cell(row, &column.key)
            {
                let finding = Diagnostic::warning("sequence-broken", Place::Cell(at));
                self.found.push(finding.with("value", text).with("expected", expected));
                return;
            }
        }
    }

    /// Bare numbers beside cells with `%` leave open by how much they are to be read.
    fn percent_signs(&mut self, column: &Column, data: &TableData) {
        let Some((heading, col)) = data.headings.get(&column.key).filter(|_| column.kind == Kind::Percent) else {
            return;
        };
        let numbers = data.rows.iter().filter_map(|row| Some((row.at, data.sheet.cells.get(&(row.at, *col))?)));
        let (with_sign, bare): (Vec<_>, Vec<_>) = numbers
            .filter(|(_, cell)| matches!(cell.value, CellValue::Number(_)))
            .partition(|(_, cell)| cell.format.percent);
        let odd = if with_sign.len() >= bare.len() { &bare } else { &with_sign };
        if with_sign.is_empty() || bare.is_empty() {
            return;
        }
        for (row, cell) in odd {
            let finding = Diagnostic::error("percent-mixed", Place::Cell(data.sheet.at(*row, *col)));
            let has_sign = if cell.format.percent { "yes" } else { "no" };
            let excerpt = data.sheet.excerpt(data.header_row, *row, *col);
            let finding = finding.with("value", cell.value.shown(cell.format)).with("has-sign", has_sign);
            self.found.push(finding.with("heading", heading).showing(excerpt));
        }
    }

    /// Formats that show thousands where units are stored.
    fn scaled(&mut self, column: &Column, data: &TableData) {
        let Some((heading, col)) = data.headings.get(&column.key) else { return };
        let at: Vec<(u32, u32)> =
            data.rows.iter().map(|row| (row.at, *col)).filter(|at| is_scaled(&data.sheet, *at)).collect();
        if let Some(&(row, col)) = at.first() {
            let finding = Diagnostic::warning("cell-scaled", Place::Cell(data.sheet.at(row, col)));
            self.found.push(finding.with("heading", heading).with("cells", named(&data.sheet, &at)));
        }
    }

    /// One note a column about texts that were taken for figures.
    fn report_understood(&mut self) {
        let mut columns: BTreeMap<String, Vec<_>> = BTreeMap::new();
        for understood in self.understood.drain(..) {
            columns.entry(understood.heading.clone()).or_default().push(understood);
        }
        for (heading, list) in columns {
            let Some(first) = list.first() else { continue };
            let mut readings: Vec<String> =
                list.iter().take(5).map(|one| format!("{} {}", one.at.a1(), one.reading)).collect();
            if list.len() > 5 {
                readings.push("…".to_owned());
            }
            let finding = Diagnostic::note("text-as-number", Place::Cell(first.at.clone()));
            self.found
                .push(finding.with("heading", heading).with("count", list.len()).with("readings", readings.join("; ")));
        }
    }
}

fn is_scaled(sheet: &Sheet, at: (u32, u32)) -> bool {
    sheet.cells.get(&at).is_some_and(|cell| cell.format.scaled && matches!(cell.value, CellValue::Number(_)))
}

fn first_column(data: &TableData, at: u32) -> u32 {
    let used = data.headings.values().map(|(_, col)| *col);
    used.filter(|&col| data.sheet.cells.contains_key(&(at, col))).min().unwrap_or(0)
}

/// What a row is; none for a blank one.
fn classify(table: &Table, data: &TableData, at: u32) -> Option<RowClass> {
    let cells: Vec<(&Column, &str, bool)> = table
        .columns
        .iter()
        .filter_map(|column| {
            let (heading, col) = data.headings.get(&column.key)?;
            let value = &data.sheet.cells.get(&(at, *col))?.value;
            let text = if let CellValue::Text(text) = value { text } else { "" };
            Some((column, text, !text.is_empty() && vi::fold(text) == vi::fold(heading)))
        })
        .collect();
    if cells.is_empty() {
        return None;
    }
    let repeated = cells.iter().filter(|(.., repeats)| *repeats).count();
    let is_total = |label: &str, key: &str| {
        cells.iter().any(|(column, text, _)| column.key == key && vi::fold(text) == vi::fold(label))
    };
    Some(match &table.total {
        _ if repeated >= 2.max(data.headings.len() / 2) => RowClass::Headings,
        Some(total) if is_total(&total.label, &total.column) => RowClass::Total,
        _ if total_cell(table, data, at).is_some() => RowClass::LikeTotal,
        _ if cells.len() == 1 && !cells[0].1.is_empty() => RowClass::Words,
        _ => RowClass::Data,
    })
}

/// The cell of a row that calls it a total.
fn total_cell(table: &Table, data: &TableData, at: u32) -> Option<(u32, String)> {
    table.columns.iter().filter(|column| matches!(column.kind, Kind::Text | Kind::Code)).find_map(|column| {
        let (_, col) = data.headings.get(&column.key)?;
        let CellValue::Text(text) = &data.sheet.cells.get(&(at, *col))?.value else { return None };
        let folded = vi::fold(text);
        let named = TOTALS.contains(&folded.as_str());
        let counted = ["cộng (", "tổng (", "tổng số (", "tổng cộng ("].iter().any(|start| folded.starts_with(start));
        (named || counted).then(|| (*col, text.clone()))
    })
}
