//! What each row of a sheet is: data, a total, words beside the table.

use crate::input::dataset::{TOTAL, TableData};
use crate::input::definition::model::{Column, Kind, Table};
use crate::vi::matching;
use crate::xlsx::grid::CellValue;

/// Blank rows that a table may have inside; what follows more of them is not part of it, but for the total
/// row, which may stand below rows left free.
const MAX_BLANK: usize = 10;
/// What people call a total, folded.
const TOTALS: [&str; 5] = ["tổng", "tổng số", "tổng cộng", "cộng", "tc"];
/// What programs and foreign forms call one: the first is also the key of every total row (`dataset::TOTAL`).
pub(crate) const FOREIGN_TOTALS: [&str; 5] = [TOTAL, "grand total", "subtotal", "sub total", "sub-total"];
/// How remarks under a table begin, folded.
const REMARKS: [&str; 6] = ["ghi chú", "(*)", "*", "nguồn", "người lập", "chú thích"];

/// What a row of the sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowClass {
    Data,
    /// The total row; whether it is called so by the declared label.
    Total {
        declared: bool,
    },
    /// Called a total, above the total row.
    Subtotal,
    /// Called a total in a table that has none.
    NoTotal,
    /// The headings once more, as on the second page of a print.
    Headings,
    /// One cell of words inside the table, as a group's title.
    Words,
    /// Outside the table.
    Outside,
}

/// A row that holds something.
#[derive(Debug, Clone)]
pub(crate) struct Classified {
    pub(crate) at: u32,
    pub(crate) class: RowClass,
    /// Blank rows right above it.
    pub(crate) blank: Vec<u32>,
}

/// What a row looks like by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Plain,
    /// Called the total by the declared label.
    Total,
    /// Called a total in other words.
    LikeTotal,
    Headings,
    /// Several cells of words where figures could be, as above signatures.
    Prose,
    /// One cell of words; whether it reads like a remark, or else could name a row.
    Words {
        remark: bool,
    },
}

/// Every row below the header that holds something, as far as the table goes and one row further.
pub(crate) fn classify(table: &Table, data: &TableData) -> Vec<Classified> {
    let rows = shapes(table, data);
    let is_far = |blank: &[u32]| blank.len() > MAX_BLANK;
    let is_apart = |(_, shape, blank): &(u32, Shape, Vec<u32>)| is_far(blank) && *shape != Shape::Total;
    let end = rows.iter().skip(1).position(is_apart).map_or(rows.len(), |far| far + 1);
    let inside = &rows[..end];
    let last = |wanted: Shape| inside.iter().rposition(|(_, shape, _)| *shape == wanted);
    let total = table.total.as_ref().and_then(|_| last(Shape::Total).or_else(|| last(Shape::LikeTotal)));
    let last_full = inside.iter().rposition(|(_, shape, _)| !matches!(shape, Shape::Words { .. } | Shape::Prose));
    let class = |index: usize, shape: Shape, blank: &[u32]| match shape {
        _ if index >= end => RowClass::Outside,
        Shape::Headings => RowClass::Headings,
        Shape::Total | Shape::LikeTotal if Some(index) == total => RowClass::Total { declared: shape == Shape::Total },
        Shape::Total | Shape::LikeTotal if total.is_some_and(|total| index < total) => RowClass::Subtotal,
        Shape::Total | Shape::LikeTotal => RowClass::NoTotal,
        // A lone name right under the others is a row whose figures were forgotten.
        Shape::Words { remark } if Some(index) > last_full && (remark || !blank.is_empty() || last_full == total) => {
            RowClass::Outside
        }
        Shape::Prose if Some(index) > last_full && (!blank.is_empty() || last_full == total) => RowClass::Outside,
        // Where rows stand below rows, such words are the title of those that follow.
        Shape::Words { remark: false } if table.outline.is_some() => RowClass::Data,
        Shape::Words { .. } => RowClass::Words,
        Shape::Plain | Shape::Prose => RowClass::Data,
    };
    let classes: Vec<RowClass> =
        rows.iter().enumerate().map(|(index, (_, shape, blank))| class(index, *shape, blank)).collect();
    let classified = rows.into_iter().zip(classes).take(end + 1);
    classified.map(|((at, _, blank), class)| Classified { at, class, blank }).collect()
}

fn shapes(table: &Table, data: &TableData) -> Vec<(u32, Shape, Vec<u32>)> {
    let mut rows = Vec::new();
    let mut blank = Vec::new();
    for at in data.header_row + 1..=data.sheet.last_row() {
        match shape(table, data, at) {
            Some(shape) => rows.push((at, shape, std::mem::take(&mut blank))),
            None => blank.push(at),
        }
    }
    rows
}

/// What a row looks like; none for a blank one.
fn shape(table: &Table, data: &TableData, at: u32) -> Option<Shape> {
    let cells: Vec<(&Column, &CellValue)> = table
        .columns
        .iter()
        .filter_map(|column| {
            let (_, col) = data.headings.get(&column.key)?;
            Some((column, &data.sheet.cells.get(&(at, *col))?.value))
        })
        .collect();
    if cells.is_empty() {
        return None;
    }
    let text = |value: &CellValue| if let CellValue::Text(text) = value { matching::fold(text) } else { String::new() };
    let repeats = |column: &Column, text: &str| {
        let heading = data.headings.get(&column.key).map(|(heading, _)| matching::fold(heading));
        !text.is_empty() && heading.as_deref() == Some(text)
    };
    let repeated = cells.iter().filter(|(column, value)| repeats(column, &text(value))).count();
    let is_total = |label: &str, key: &str| {
        cells.iter().any(|(column, value)| column.key == key && text(value) == matching::fold(label))
    };
    let lone = match cells[..] {
        [(_, CellValue::Text(text))] if data.headings.len() > 2 => Some(matching::fold(text)),
        _ => None,
    };
    Some(match &table.total {
        _ if repeated >= 2.max(data.headings.len() / 2) => Shape::Headings,
        Some(total) if is_total(&total.label, &total.column) => Shape::Total,
        _ if total_cell(table, data, at).is_some() => Shape::LikeTotal,
        _ => match lone {
            Some(text) => Shape::Words { remark: REMARKS.iter().any(|start| text.starts_with(start)) },
            None if is_prose(data, table, &cells) => Shape::Prose,
            None => Shape::Plain,
        },
    })
}

/// Whether a table of figures has nothing but words in this row.
fn is_prose(data: &TableData, table: &Table, cells: &[(&Column, &CellValue)]) -> bool {
    let is_figure = |text: &str| text.starts_with(|c: char| c.is_ascii_digit() || "-–+(".contains(c));
    let is_words = |column: &Column, value: &CellValue| match value {
        CellValue::Text(text) => !(column.kind.is_numeric() && is_figure(text)),
        _ => false,
    };
    let has_figures = table.columns.iter().any(|c| c.kind.is_numeric() && data.headings.contains_key(&c.key));
    has_figures && cells.iter().all(|(column, value)| is_words(column, value))
}

/// The cell of a row that calls it a total, and its text.
pub(crate) fn total_cell(table: &Table, data: &TableData, at: u32) -> Option<(u32, String)> {
    table.columns.iter().filter(|column| matches!(column.kind, Kind::Text | Kind::Code)).find_map(|column| {
        let (_, col) = data.headings.get(&column.key)?;
        let CellValue::Text(text) = &data.sheet.cells.get(&(at, *col))?.value else { return None };
        is_called_total(text).then(|| (*col, text.clone()))
    })
}

/// Whether a text is what people call a total: `Tổng số:`, `Cộng (I+II)`.
pub(crate) fn is_called_total(text: &str) -> bool {
    is_called(text, &TOTALS) || matching::fold(text).starts_with("tổng cộng ")
}

/// Whether a text is one of these names, whatever stands behind it in brackets.
pub(crate) fn is_called(text: &str, names: &[&str]) -> bool {
    let folded = matching::fold(text);
    let name = folded.trim_end_matches([':', '.', ' ']);
    let name = name.split_once('(').map_or(name, |(name, _)| name.trim_end());
    names.contains(&name)
}
