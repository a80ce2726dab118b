//! One appendix layout + the dataset → rows and header cells, for the PDF table and the Excel sheet alike.

use serde::Serialize;

use crate::input::dataset::{Dataset, Entry, Piece, plain_text};
use crate::input::definition::model::{Align, AppendixLayout, Document, HeaderNode, TableLayout};
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
    pub(crate) cells: Vec<TableCell>,
}

/// One body cell.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TableCell {
    #[serde(skip)]
    pub(crate) entry: Entry,
    pub(crate) text: Vec<Piece>,
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
        tables: layout.parts.iter().map(|part| table(part, dataset)).collect(),
    }
}

fn table(layout: &TableLayout, dataset: &Dataset) -> OfficialTable {
    let leaves: Vec<&HeaderNode> = layout.header.iter().flat_map(HeaderNode::leaves).collect();
    let rows = rows(layout, &leaves, dataset);
    let columns = leaves.iter().enumerate().map(|(index, leaf)| column(leaf, index, &rows)).collect();
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
    OfficialTable {
        table: layout.table.clone(),
        layout: layout.clone(),
        title: layout.title.iter().map(|line| dataset.phrase(line)).collect(),
        unit: layout.unit_line.as_ref().map(|line| dataset.phrase(line)),
        summary: plain_text(&dataset.phrase(&layout.summary)),
        size: layout.size,
        columns,
        header,
        numbers: has_numbers.then_some(numbers),
        rows,
    }
}

fn column(leaf: &HeaderNode, index: usize, rows: &[TableRow]) -> ColumnLayout {
    let is_centred = leaf.align == Align::Right && leaf.width.is_some();
    let cells = rows.iter().filter_map(|row| row.cells.get(index));
    let widest = cells.map(|cell| ems(&plain_text(&cell.text))).fold(0.0, f64::max);
    ColumnLayout {
        width: leaf.width,
        align: leaf.align,
        row_header: leaf.row_header,
        widest: is_centred.then_some(widest),
    }
}

/// The width of a figure: digits are half an em wide, points and spaces a quarter.
fn ems(figure: &str) -> f64 {
    figure.chars().map(|c| if c.is_ascii_digit() { 0.5 } else { 0.25 }).sum()
}

/// Puts a header cell and what is below it into the header rows; a leaf reaches down to the last one.
fn place(node: &HeaderNode, level: usize, col: &mut usize, rows: &mut [Vec<HeaderCell>], dataset: &Dataset) {
    let is_leaf = node.children.is_empty();
    let rowspan = if is_leaf { rows.len() - level } else { node.rows };
    rows[level].push(HeaderCell { text: dataset.phrase(&node.text), col: *col, colspan: node.leaves().len(), rowspan });
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
            bold: row.is_total || (layout.bold_top && row.level() == 1),
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
