//! One appendix layout + the dataset → rows and header cells, for the PDF table and the Excel sheet alike.

use serde::Serialize;

use crate::input::dataset::{Dataset, Entry, Piece, TableData, plain_text};
use crate::input::definition::model::{Align, AppendixLayout, Document, HeaderNode, TableLayout};
use crate::input::definition::widths::ROOM;
use crate::product::fitting::{self, Fit};
use crate::product::particulars;

/// An appendix (phụ lục) ready to be set.
#[derive(Debug, Clone, Serialize)]
pub struct Appendix {
    pub(crate) label: Vec<Piece>,
    pub(crate) title: Vec<Vec<Piece>>,
    /// `(Kèm theo …)`.
    pub(crate) caption: Vec<Piece>,
    pub(crate) landscape: bool,
    pub tables: Vec<OfficialTable>,
}

/// An official table.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OfficialTable {
    /// Key of the input table.
    #[serde(skip)]
    pub(crate) table: String,
    #[serde(skip)]
    pub(crate) layout: TableLayout,
    pub(crate) title: Vec<Vec<Piece>>,
    pub(crate) unit: Option<Vec<Piece>>,
    pub(crate) summary: String,
    /// Points.
    pub(crate) size: f64,
    pub(crate) columns: Vec<ColumnLayout>,
    /// Header rows; each holds only the cells that start in it.
    pub header: Vec<Vec<HeaderCell>>,
    /// The column-number row, where there is one.
    pub numbers: Option<Vec<NumberCell>>,
    pub(crate) rows: Vec<TableRow>,
    /// Whether it begins a page, since it would be divided on the one before.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) new_page: bool,
    /// Whether a line over its header says on further pages that it goes on.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) continued: bool,
}

impl OfficialTable {
    /// Whether some of its rows stay together.
    pub(crate) fn keeps(&self) -> bool {
        self.rows.iter().any(|row| row.together > 0)
    }

    /// How many rows stand above those of its body.
    pub(crate) fn head_rows(&self) -> usize {
        usize::from(self.continued) + self.header.len() + usize::from(self.numbers.is_some())
    }
}

/// How one column looks.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct ColumnLayout {
    /// Millimetres; none takes the rest.
    pub(crate) width: Option<f64>,
    pub(crate) align: Align,
    pub(crate) row_header: bool,
    /// Ems of the widest cell, for the figures of a column of fixed width, which stand in its middle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) widest: Option<f64>,
}

/// One header cell and the columns and rows it spans.
#[derive(Debug, Clone, Serialize)]
pub struct HeaderCell {
    pub text: Vec<Piece>,
    #[serde(skip)]
    pub(crate) col: usize,
    pub(crate) colspan: usize,
    pub(crate) rowspan: usize,
    /// At the right edge of a table some of whose rows stay together.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) edge: bool,
}

/// One cell of the column-number row.
#[derive(Debug, Clone, Serialize)]
pub struct NumberCell {
    pub text: String,
    pub(crate) colspan: usize,
}

/// One body row.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TableRow {
    pub(crate) bold: bool,
    /// Higher than half a page: it may be divided.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) tall: bool,
    /// So many rows, this one the first, stay on one page.
    #[serde(skip_serializing_if = "is_zero")]
    pub(crate) together: usize,
    pub(crate) cells: Vec<TableCell>,
}

/// One body cell.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TableCell {
    #[serde(skip)]
    pub(crate) entry: Entry,
    pub(crate) text: Vec<Piece>,
}

fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// Lays out every appendix of a document.
pub fn build(document: &Document, dataset: &Dataset) -> Vec<Appendix> {
    document.appendices.iter().map(|layout| appendix(layout, dataset)).collect()
}

fn appendix(layout: &AppendixLayout, dataset: &Dataset) -> Appendix {
    Appendix {
        label: dataset.phrase(&layout.label),
        title: layout.title.iter().map(|line| dataset.phrase(line)).collect(),
        caption: particulars::caption(dataset),
        landscape: layout.landscape,
        tables: layout.parts.iter().map(|part| table(part, layout.landscape, dataset)).collect(),
    }
}

fn table(layout: &TableLayout, landscape: bool, dataset: &Dataset) -> OfficialTable {
    let leaves: Vec<&HeaderNode> = layout.header.iter().flat_map(HeaderNode::leaves).collect();
    let rows = rows(layout, &leaves, dataset);
    let fit = fit(layout, &leaves, &rows, landscape, dataset);
    let columns: Vec<ColumnLayout> =
        leaves.iter().enumerate().map(|(index, leaf)| column(leaf, index, &fit, &rows)).collect();
    let depth = layout.header.iter().map(HeaderNode::depth).max().unwrap_or(1);
    let mut header: Vec<Vec<HeaderCell>> = vec![Vec::new(); depth];
    let mut col = 0;
    for node in &layout.header {
        place(node, 0, &mut col, &mut header, dataset);
    }
    let mut numbers = Vec::new();
    for node in &layout.header {
        push_numbers(node, &mut numbers);
    }
    let has_numbers = numbers.iter().any(|cell: &NumberCell| !cell.text.is_empty());
    let mut table = OfficialTable {
        table: layout.table.clone(),
        layout: layout.clone(),
        title: layout.title.iter().map(|line| dataset.phrase(line)).collect(),
        unit: layout.unit_line.as_ref().map(|line| dataset.phrase(line)),
        summary: plain_text(&dataset.phrase(&layout.summary)),
        size: fit.size,
        columns,
        header,
        numbers: has_numbers.then_some(numbers),
        rows,
        new_page: false,
        continued: layout.continued,
    };
    let heights = row_heights(&table, landscape);
    let page = fitting::page_height(landscape);
    table.rows.iter_mut().zip(&heights).for_each(|(row, height)| row.tall = *height > page / 2.0);
    // What the page holds beside the rows takes less than half of it.
    if heights.iter().sum::<f64>() >= page / 2.0 {
        keep_rows(&mut table, dataset);
    }
    table
}

/// Fits the columns of a table to what they hold.
fn fit(layout: &TableLayout, leaves: &[&HeaderNode], rows: &[TableRow], landscape: bool, dataset: &Dataset) -> Fit {
    let columns = |widest: fn(&str, bool) -> f64| -> Vec<fitting::Column> {
        let column = |(index, leaf): (usize, &&HeaderNode)| {
            let cells = rows.iter().filter_map(|row| Some((row.cells.get(index)?, row.bold)));
            let cells = cells.map(|(cell, bold)| widest(&plain_text(&cell.text), bold)).fold(0.0, f64::max);
            let head = widest(&plain_text(&dataset.phrase(&leaf.text)), true);
            fitting::Column { width: leaf.width, cells, head }
        };
        leaves.iter().enumerate().map(column).collect()
    };
    let (whole, broken) = (columns(fitting::widest_part), columns(fitting::widest_piece));
    fitting::fit(&whole, &broken, (layout.size, layout.least_size.min(layout.size)), landscape)
}

/// The heights of the rows of a table in millimetres, rather more than less.
pub(crate) fn row_heights(table: &OfficialTable, landscape: bool) -> Vec<f64> {
    let widths = widths(&table.columns, landscape);
    let height = |row: &TableRow| {
        let texts: Vec<String> = row.cells.iter().map(|cell| plain_text(&cell.text)).collect();
        let cells = texts.iter().map(String::as_str).zip(widths.iter().copied());
        fitting::row_height(cells, table.size, row.bold)
    };
    table.rows.iter().map(height).collect()
}

/// Whether a row heads those below it.
pub(crate) fn is_group(data: &TableData, index: usize) -> bool {
    let (Some(row), Some(next)) = (data.rows.get(index), data.rows.get(index + 1)) else { return false };
    !row.is_total && next.level > row.level
}

/// Says which rows stay together: a group with its first row, and the last row with the one before it.
pub(crate) fn keep_rows(table: &mut OfficialTable, dataset: &Dataset) {
    let data = dataset.table(&table.table).filter(|data| data.rows.len() == table.rows.len());
    let (Some(data), Some(last)) = (data, table.rows.len().checked_sub(1)) else { return };
    let rows = &mut table.rows;
    let stays =
        |index: usize| (is_group(data, index) || index + 1 == last) && !rows[index].tall && !rows[index + 1].tall;
    let stays: Vec<bool> = (0..last).map(stays).collect();
    let mut index = 0;
    while index < last {
        let run = stays[index..].iter().take_while(|stays| **stays).count();
        rows[index].together = if run > 0 { run + 1 } else { 0 };
        index += run + 1;
    }
    let (keeps, columns) = (table.keeps(), table.columns.len());
    let at_edge = |cell: &&mut HeaderCell| keeps && cell.col + cell.colspan == columns;
    table.header.iter_mut().flatten().filter(at_edge).for_each(|cell| cell.edge = true);
}

/// Column widths in millimetres; those left open share the rest of the type area.
pub(crate) fn widths(columns: &[ColumnLayout], landscape: bool) -> Vec<f64> {
    let room = if landscape { ROOM.1 } else { ROOM.0 };
    let fixed: f64 = columns.iter().filter_map(|column| column.width).sum();
    let open = columns.iter().filter(|column| column.width.is_none()).count().max(1);
    columns.iter().map(|column| column.width.unwrap_or((room - fixed).max(20.0) / open as f64)).collect()
}

fn column(leaf: &HeaderNode, index: usize, fit: &Fit, rows: &[TableRow]) -> ColumnLayout {
    let is_centred = leaf.align == Align::Right && leaf.width.is_some();
    let cells = rows.iter().filter_map(|row| row.cells.get(index));
    let widest = cells.map(|cell| fitting::ems(&plain_text(&cell.text), false)).fold(0.0, f64::max);
    ColumnLayout {
        width: fit.widths[index],
        align: leaf.align,
        row_header: leaf.row_header,
        widest: is_centred.then_some(widest),
    }
}

/// Puts a header cell and what is below it into the header rows; a leaf reaches down to the last one.
fn place(node: &HeaderNode, level: usize, col: &mut usize, rows: &mut [Vec<HeaderCell>], dataset: &Dataset) {
    let is_leaf = node.children.is_empty();
    let rowspan = if is_leaf { rows.len() - level } else { node.rows };
    rows[level].push(HeaderCell {
        text: dataset.phrase(&node.text),
        col: *col,
        colspan: node.leaves().len(),
        rowspan,
        edge: false,
    });
    if is_leaf {
        *col += 1;
    }
    for child in &node.children {
        place(child, level + rowspan, col, rows, dataset);
    }
}

/// A group's own number spans its columns; otherwise each leaf has one.
fn push_numbers(node: &HeaderNode, numbers: &mut Vec<NumberCell>) {
    if node.number.is_some() || node.children.is_empty() {
        let text = node.number.clone().unwrap_or_default();
        numbers.push(NumberCell { text, colspan: node.leaves().len() });
        return;
    }
    for child in &node.children {
        push_numbers(child, numbers);
    }
}

fn rows(layout: &TableLayout, leaves: &[&HeaderNode], dataset: &Dataset) -> Vec<TableRow> {
    let Some(data) = dataset.table(&layout.table) else { return Vec::new() };
    data.rows
        .iter()
        .map(|row| TableRow {
            bold: row.is_total || (layout.bold_top && row.level == 1),
            tall: false,
            together: 0,
            cells: leaves
                .iter()
                .filter_map(|leaf| row.entries.get(leaf.column.as_deref()?))
                .map(|entry| cell(layout, entry))
                .collect(),
        })
        .collect()
}

fn cell(layout: &TableLayout, entry: &Entry) -> TableCell {
    let text = entry.in_table(layout.grouping);
    let text = if text.is_empty() { Vec::new() } else { vec![Piece::Figure { key: entry.key.clone(), text }] };
    TableCell { entry: entry.clone(), text }
}
