//! Appendices → workbook bytes: official sheets with live formulas, and plain data sheets beside them.
//!
//! Every text goes through `write_string`, so nothing that was typed can become a formula. Every formula
//! carries its correct result, so the file reads the same whether or not it is recalculated.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    DocProperties, Format, FormatAlign, FormatBorder, Formula, Note, Table, TableColumn, TableStyle, Workbook,
    Worksheet, XlsxError,
};

use crate::finding::place;
use crate::input::checking::check::Checked;
use crate::input::checking::judged::{Check, equation};
use crate::input::dataset::{Content, Entry, Quantity, QuantityKind, TableData, plain_text};
use crate::input::definition::model::Align;
use crate::input::figure_key::FigureKey;
use crate::product::appendix::{self, Appendix, OfficialTable, TableCell, TableRow};
use crate::product::fitting;
use crate::product::form::Meta;
use crate::product::formulas::{self, Formulas};
use crate::vi::dates::Date;
use crate::vi::numbers::Grouping;
use crate::xlsx::measure::{fits, height, lines};
use crate::xlsx::write::{self, FONT, float, places};

/// Where each figure stands in the workbook: key → (sheet, A1 address).
pub(crate) type Cells = BTreeMap<FigureKey, (String, String)>;

/// A finished workbook.
#[derive(Debug, Clone)]
pub struct Written {
    pub bytes: Vec<u8>,
    pub(crate) cells: Cells,
}

/// Writes the workbook of a document.
///
/// # Errors
/// Layouts that Excel cannot hold: two sheets of one name, a name it forbids, overlapping merges.
pub fn write(appendices: &[Appendix], checked: &Checked, meta: &Meta, symbol: &str) -> Result<Written, XlsxError> {
    let mut book = Workbook::new();
    let font = Format::new().set_font_name(FONT).set_font_size(12);
    // A digit of this font is 8 pixels wide, so the standard column of 8 digits is 72 with its padding.
    book.set_default_format(&font, 21, 72)?;
    book.set_properties(&properties(meta, symbol)?);
    let tables: Vec<(&Appendix, &OfficialTable)> =
        appendices.iter().flat_map(|appendix| appendix.tables.iter().map(move |table| (appendix, table))).collect();
    let cells = cells(appendices);
    let primaries = checked.checks.iter().filter(|check| check.is_primary);
    let primaries: HashMap<&FigureKey, &Check> = primaries.map(|check| (&check.target, check)).collect();
    let known = formulas::known(&checked.dataset);
    for (appendix, table) in &tables {
        let sheet = book.add_worksheet();
        sheet.set_name(&table.layout.sheet)?;
        let formulas = Formulas::new(&known, &cells, &table.layout.sheet);
        let widths = widths(appendix, table);
        Official { sheet, appendix, table, checked, primaries: &primaries, formulas, widths }.write()?;
    }
    for (index, (_, table)) in tables.iter().enumerate() {
        if let Some(data) = checked.dataset.table(&table.table) {
            let sheet = book.add_worksheet();
            sheet.set_name(&table.layout.data_sheet)?;
            write_data(sheet, data, index)?;
        }
    }
    Ok(Written { bytes: book.save_to_buffer()?, cells })
}

/// Where each figure will stand in the workbook, without writing it.
pub(crate) fn cells(appendices: &[Appendix]) -> Cells {
    let mut cells = Cells::new();
    for appendix in appendices {
        for table in &appendix.tables {
            locate(appendix, table, &mut cells);
        }
    }
    cells
}

/// One step of indent takes about this from a column, in millimetres.
const INDENT: f64 = 3.0;
/// What Excel keeps free beside a figure with one step of indent, in points; with less it shows ###.
const MARGINS: f64 = 13.5;
const POINTS_PER_MM: f64 = 72.0 / 25.4;
/// No column is wider, in millimetres.
const WIDEST: f64 = 400.0;

fn properties(meta: &Meta, symbol: &str) -> Result<DocProperties, XlsxError> {
    let date = meta.date.map_or(Date::DECREE, |(year, month, day)| Date { year, month, day });
    Ok(DocProperties::new()
        .set_title(&meta.title)
        .set_subject(&meta.subject)
        .set_author(&meta.author)
        .set_keywords(meta.keywords.join(", "))
        .set_custom_property("Số, ký hiệu", symbol)
        .set_creation_datetime(&write::day(date)?))
}

/// Rows above the header: label, title lines, caption, and a unit line where there is one.
fn title_lines(appendix: &Appendix, table: &OfficialTable) -> Vec<String> {
    let lines = if table.title.is_empty() { &appendix.title } else { &table.title };
    lines.iter().map(|line| plain_text(line)).collect()
}

fn header_top(appendix: &Appendix, table: &OfficialTable) -> u32 {
    // Label, title, caption, then the unit line or an empty row.
    (title_lines(appendix, table).len() + 3) as u32
}

fn body_top(appendix: &Appendix, table: &OfficialTable) -> u32 {
    header_top(appendix, table) + table.header.len() as u32 + u32::from(table.numbers.is_some())
}

fn locate(appendix: &Appendix, table: &OfficialTable, cells: &mut Cells) {
    let top = body_top(appendix, table);
    for (i, row) in table.rows.iter().enumerate() {
        for (j, cell) in row.cells.iter().enumerate() {
            let address = place::a1(top + i as u32, j as u32);
            cells.entry(cell.entry.key.clone()).or_insert((table.layout.sheet.clone(), address));
        }
    }
}

/// Column widths in millimetres: those of the pages, or what its longest figure needs in Excel, and as much more for
/// the words as keeps every row below Excel's limit.
fn widths(appendix: &Appendix, table: &OfficialTable) -> Vec<f64> {
    let mut widths = appendix::widths(&table.columns, appendix.landscape);
    for (index, width) in widths.iter_mut().enumerate() {
        let texts = table.rows.iter().filter_map(|row| row.cells.get(index)).map(|cell| plain_text(&cell.text));
        let texts: Vec<String> = texts.collect();
        if table.columns[index].align == Align::Right {
            let widest = texts.iter().map(|text| fitting::ems(text, false)).fold(0.0, f64::max);
            *width = width.max((widest * table.size + MARGINS) / POINTS_PER_MM);
        }
        let is_cut = |width: f64| texts.iter().any(|text| !fits(lines(text, width - INDENT, table.size), table.size));
        while is_cut(*width) && *width < WIDEST {
            *width *= 1.25;
        }
    }
    widths
}

struct Official<'a> {
    sheet: &'a mut Worksheet,
    appendix: &'a Appendix,
    table: &'a OfficialTable,
    checked: &'a Checked,
    /// The relation that gives each figure its formula.
    primaries: &'a HashMap<&'a FigureKey, &'a Check>,
    formulas: Formulas<'a>,
    widths: Vec<f64>,
}

impl Official<'_> {
    fn write(mut self) -> Result<(), XlsxError> {
        for (col, width) in self.widths.iter().enumerate() {
            self.sheet.set_column_width_pixels(col as u16, (width / 25.4 * 96.0).round() as u32)?;
        }
        self.head()?;
        self.header()?;
        let top = body_top(self.appendix, self.table);
        for (i, row) in self.table.rows.iter().enumerate() {
            self.row(top + i as u32, row)?;
        }
        self.print_set_up(top)
    }

    fn base(&self) -> Format {
        Format::new().set_font_name(FONT).set_font_size(self.table.size).set_align(FormatAlign::VerticalCenter)
    }

    /// The head of an appendix (PL I, mục III.1): label, title, "(Kèm theo …)", unit.
    fn head(&mut self) -> Result<(), XlsxError> {
        let centred = self.base().set_align(FormatAlign::Center).set_text_wrap().set_font_size(14);
        let bold = centred.clone().set_bold();
        let titles = title_lines(self.appendix, self.table);
        self.across(0, &plain_text(&self.appendix.label), &bold, 14.0)?;
        for (i, line) in titles.iter().enumerate() {
            self.across(1 + i as u32, line, &bold, 14.0)?;
        }
        let row = 1 + titles.len() as u32;
        self.across(row, &plain_text(&self.appendix.caption), &centred.set_italic(), 14.0)?;
        if let Some(unit) = &self.table.unit {
            let right = self.base().set_align(FormatAlign::Right).set_italic().set_font_size(13);
            self.across(row + 1, &plain_text(unit), &right, 13.0)?;
        }
        Ok(())
    }

    /// One line over all columns, tall enough for its text.
    fn across(&mut self, row: u32, text: &str, format: &Format, size: f64) -> Result<(), XlsxError> {
        let last = (self.widths.len() - 1) as u16;
        let width: f64 = self.widths.iter().sum();
        self.sheet.set_row_height(row, height(lines(text, width, size), size))?;
        if last == 0 {
            self.sheet.write_string_with_format(row, 0, text, format)?;
        } else {
            self.sheet.merge_range(row, 0, row, last, text, format)?;
        }
        Ok(())
    }

    fn header(&mut self) -> Result<(), XlsxError> {
        let top = header_top(self.appendix, self.table);
        let format = bordered(self.base()).set_align(FormatAlign::Center).set_text_wrap().set_bold();
        let mut needed: Vec<usize> = vec![1; self.table.header.len()];
        for (level, cells) in self.table.header.iter().enumerate() {
            for cell in cells {
                let text = plain_text(&cell.text);
                let width: f64 = self.widths[cell.col..cell.col + cell.colspan].iter().sum();
                let lines = lines(&text, width, self.table.size * 1.06);
                let share = lines.div_ceil(cell.rowspan);
                for row in &mut needed[level..level + cell.rowspan] {
                    *row = (*row).max(share);
                }
                self.span(top + level as u32, cell.col as u16, (cell.rowspan, cell.colspan), &text, &format)?;
            }
        }
        for (level, lines) in needed.iter().enumerate() {
            self.sheet.set_row_height(top + level as u32, height(*lines, self.table.size))?;
        }
        let Some(numbers) = &self.table.numbers else { return Ok(()) };
        let row = top + self.table.header.len() as u32;
        let format = bordered(self.base()).set_align(FormatAlign::Center).set_italic().set_font_size(11);
        let mut col = 0;
        for cell in numbers {
            self.span(row, col, (1, cell.colspan), &cell.text, &format)?;
            col += cell.colspan as u16;
        }
        Ok(())
    }

    fn span(&mut self, row: u32, col: u16, size: (usize, usize), text: &str, format: &Format) -> Result<(), XlsxError> {
        if size == (1, 1) {
            self.sheet.write_string_with_format(row, col, text, format)?;
        } else {
            let (last_row, last_col) = (row + size.0 as u32 - 1, col + size.1 as u16 - 1);
            self.sheet.merge_range(row, col, last_row, last_col, text, format)?;
        }
        Ok(())
    }

    fn row(&mut self, at: u32, row: &TableRow) -> Result<(), XlsxError> {
        let mut tallest = 1;
        for (col, cell) in row.cells.iter().enumerate() {
            let mut format = bordered(self.base());
            format = match self.table.columns[col].align {
                Align::Left => format.set_align(FormatAlign::Left).set_text_wrap().set_indent(1),
                Align::Center => format.set_align(FormatAlign::Center).set_text_wrap(),
                Align::Right => format.set_align(FormatAlign::Right).set_indent(1),
            };
            if row.bold {
                format = format.set_bold();
            }
            let size = if row.bold { self.table.size * 1.06 } else { self.table.size };
            let indent = if self.table.columns[col].align == Align::Left { INDENT } else { 0.0 };
            tallest = tallest.max(lines(&plain_text(&cell.text), self.widths[col] - indent, size));
            self.cell(at, col as u16, cell, format)?;
        }
        self.sheet.set_row_height(at, height(tallest, self.table.size))?;
        Ok(())
    }

    fn cell(&mut self, row: u32, col: u16, cell: &TableCell, format: Format) -> Result<(), XlsxError> {
        let entry = &cell.entry;
        let Some(quantity) = whole_number(entry) else {
            let text = plain_text(&cell.text);
            if text.is_empty() {
                self.sheet.write_blank(row, col, &format)?;
            } else {
                self.sheet.write_string_with_format(row, col, text, &format)?;
            }
            return Ok(());
        };
        let as_share = matches!(entry.content, Content::Mixed { .. });
        let (value, code) = stored(quantity, as_share);
        let format = format.set_num_format(code);
        let primary = self.primaries.get(&entry.key);
        match primary.map(|check| (check, self.formulas.relation(check, &self.checked.dataset))) {
            Some((check, Some(formula))) if check.holds() => {
                let formula = Formula::new(formula).set_result(value.normalize().to_string());
                self.sheet.write_formula_with_format(row, col, formula, &format)?;
            }
            Some((check, _)) if !check.holds() => {
                self.sheet.write_number_with_format(row, col, float(value), &format)?;
                let operands: Vec<&Entry> =
                    check.operands.iter().filter_map(|key| self.checked.dataset.entry(key)).collect();
                let text = format!("Số liệu ghi như trong văn bản; theo công thức: {}.", equation(check, &operands));
                self.sheet.insert_note(row, col, &Note::new(text).add_author_prefix(false).set_width(260))?;
            }
            _ => self.derived((row, col), entry, (quantity, value), &format)?,
        }
        Ok(())
    }

    /// A figure without a relation: a derived one has its formula, or a note of what it is made from.
    fn derived(
        &mut self,
        (row, col): (u32, u16),
        entry: &Entry,
        (quantity, value): (Quantity, Decimal),
        format: &Format,
    ) -> Result<(), XlsxError> {
        let made = entry.made.as_ref();
        if let Some(formula) = made.and_then(|made| self.formulas.formula(made, quantity)) {
            let formula = Formula::new(formula).set_result(value.normalize().to_string());
            self.sheet.write_formula_with_format(row, col, formula, format)?;
            return Ok(());
        }
        self.sheet.write_number_with_format(row, col, float(value), format)?;
        if let Some(text) = made.and_then(|made| self.formulas.note(made)) {
            self.sheet.insert_note(row, col, &Note::new(text).add_author_prefix(false).set_width(260))?;
        }
        Ok(())
    }

    /// A4, margins and page number of the decree (PL I, mục I), header rows repeated.
    fn print_set_up(&mut self, body: u32) -> Result<(), XlsxError> {
        let top = header_top(self.appendix, self.table);
        let last_row = body + self.table.rows.len().max(1) as u32 - 1;
        let inch = |mm: f64| mm / 25.4;
        let sheet = &mut *self.sheet;
        sheet.set_paper_size(9);
        if self.appendix.landscape {
            sheet.set_landscape();
        }
        sheet
            .set_print_fit_to_pages(1, 0)
            .set_margins(inch(30.0), inch(15.0), inch(20.0), inch(20.0), inch(10.0), inch(10.0))
            .set_header(format!("&C&\"{FONT},Regular\"&14&P"))
            .set_print_first_page_number(1)
            .set_print_center_horizontally(true)
            .set_screen_gridlines(false);
        sheet.set_repeat_rows(top, body - 1)?;
        sheet.set_print_area(0, 0, last_row, (self.widths.len() - 1) as u16)?;
        sheet.set_freeze_panes(body, 0)?;
        Ok(())
    }
}

fn bordered(format: Format) -> Format {
    format.set_border(FormatBorder::Thin)
}

/// The figure of a cell that is nothing but a number.
fn whole_number(entry: &Entry) -> Option<Quantity> {
    let quantity = entry.quantity()?;
    match &entry.content {
        Content::Mixed { text, .. } if *text != quantity.in_sentence() => None,
        _ => Some(quantity),
    }
}

/// The number stored and its format. A percentage in a column of percentages stays on the scale 0–100, as
/// its heading says; among mixed cells it carries its own `%`.
fn stored(quantity: Quantity, as_share: bool) -> (Decimal, String) {
    match quantity.kind {
        QuantityKind::Percent if as_share => {
            (quantity.value / Decimal::ONE_HUNDRED, format!("0{}%", places(quantity.decimals)))
        }
        QuantityKind::Year => (quantity.value, "0".to_owned()),
        QuantityKind::Percent => (quantity.value, format!("0{}", places(quantity.decimals))),
        QuantityKind::Plain => (quantity.value, format!("#,##0{}", places(quantity.decimals))),
    }
}

/// A plain sheet for people who want to work with the numbers: one header row, no merges, a table object.
fn write_data(sheet: &mut Worksheet, data: &TableData, index: usize) -> Result<(), XlsxError> {
    let mut columns: Vec<(&String, &String, u32)> =
        data.headings.iter().map(|(key, (heading, col))| (key, heading, *col)).collect();
    columns.sort_by_key(|(_, _, col)| *col);
    let headings: Vec<TableColumn> =
        columns.iter().map(|(_, heading, _)| TableColumn::new().set_header(heading.as_str())).collect();
    for (col, (key, heading, _)) in columns.iter().enumerate() {
        let col = col as u16;
        let mut widest = heading.chars().count().min(24);
        sheet.write_string(0, col, heading.as_str())?;
        for (i, row) in data.rows.iter().enumerate() {
            let Some(entry) = row.entries.get(*key) else { continue };
            let at = i as u32 + 1;
            widest = widest.max(entry.in_table(Grouping::Dot).chars().count());
            match whole_number(entry) {
                Some(quantity) => {
                    let (value, code) = stored(quantity, matches!(entry.content, Content::Mixed { .. }));
                    let format = Format::new().set_font_name(FONT).set_font_size(12).set_num_format(code);
                    sheet.write_number_with_format(at, col, float(value), &format)?;
                }
                None if entry.is_blank() => {}
                None => {
                    sheet.write_string(at, col, entry.in_table(Grouping::Dot))?;
                }
            }
        }
        sheet.set_column_width(col, widest.clamp(8, 70) as f64 + 4.0)?;
    }
    let table = Table::new()
        .set_columns(&headings)
        .set_name(format!("Bang_{}", index + 1))
        .set_style(TableStyle::Light9)
        .set_alt_text(format!("{} › {}", data.sheet.name, headings.len()));
    let last = data.rows.len().max(1) as u32;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.add_table(0, 0, last, (columns.len().max(1) - 1) as u16, &table)?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
