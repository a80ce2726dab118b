//! What figures are called, in words a clerk understands.

use std::str::FromStr;

use crate::input::dataset::{Content, Dataset, TOTAL, TableData};
use crate::input::definition::model::{Document, Kind, Table};
use crate::input::figure_key::{EARLIER, FigureKey, KeyParts};
use crate::vi::numbers::Grouping;
use crate::vi::text;

/// What the group of derived figures is called that belong to no table.
const DERIVED: &str = "Số liệu suy ra";

/// The heading of the column that a figure stands in.
pub(crate) fn heading_of(key: &FigureKey, dataset: &Dataset) -> String {
    let table = key.table().and_then(|table| dataset.table(table));
    let heading = table.and_then(|table| table.headings.get(key.column()?));
    heading.map(|(heading, _)| heading.clone()).unwrap_or_default()
}

/// Names a figure in words a clerk understands: sheet, row, column.
pub(crate) fn describe(document: &Document, dataset: &Dataset, key: &FigureKey) -> String {
    match key.parts() {
        KeyParts::Particular(field) => {
            let heading = |key: &str| document.facts.fields.iter().find(|f| f.key == key).map(|f| f.heading.as_str());
            let offset = document.facts.offsets.iter().find(|offset| offset.key == field);
            let counted = offset.and_then(|offset| Some(year_beside(heading(&offset.of)?, offset.years)));
            let name = counted.unwrap_or_else(|| heading(field).unwrap_or(field).to_owned());
            format!("{} › {name}", document.facts.sheet)
        }
        KeyParts::Recipient(number) => format!("{} › {number}", document.recipients.sheet),
        KeyParts::Derived(key) => {
            let label = document.derivation(None, key).map_or(key, |derivation| derivation.label.as_str());
            format!("{DERIVED} › {label}")
        }
        KeyParts::Figure { table, row, column } if EARLIER.contains(&table) => {
            let there = FigureKey::from_str(&format!("{row}/{column}"));
            let name = there.map_or_else(|_| key.to_string(), |there| describe(document, dataset, &there));
            let folder = dataset.entry(key).and_then(|entry| entry.at.first()?.file.split_once('/'));
            format!("{} › {name}", folder.map_or(table, |(folder, _)| folder))
        }
        KeyParts::Figure { table, row, column } => {
            let spec = document.table(table);
            let sheet = spec.map_or(table, |spec| spec.sheet.as_str());
            let sum = spec.and_then(|spec| spec.sums.iter().find(|sum| sum.key == column));
            let derived = document.derivation(Some(table), column).map(|derivation| &derivation.label);
            let label = sum.map(|sum| &sum.label).or(derived);
            let heading = label.map_or_else(|| heading_of(key, dataset), Clone::clone);
            let label = row_label(spec, dataset, table, row);
            format!("{sheet} › {label} › {heading}")
        }
    }
}

/// `Năm trước năm kế hoạch`, `Năm thứ hai sau năm kế hoạch`: a year counted from another particular.
fn year_beside(of: &str, years: i32) -> String {
    let of = text::uncapitalized(of);
    let side = if years < 0 { "trước" } else { "sau" };
    match years.unsigned_abs() {
        0 => format!("Chính {of}"),
        1 => format!("Năm {side} {of}"),
        2 => format!("Năm thứ hai {side} {of}"),
        3 => format!("Năm thứ ba {side} {of}"),
        4 => format!("Năm thứ tư {side} {of}"),
        many => format!("Năm thứ {many} {side} {of}"),
    }
}

/// So much of a row's words is shown beside its code.
const SHOWN: usize = 40;

/// `STT 2 (Dự án 3: …)`, `Huyện Đại Từ`, `Cộng`: a row as the sheet itself names it.
pub(crate) fn row_name(table: &Table, data: &TableData, key: &str) -> String {
    if key == TOTAL {
        return table.total.as_ref().map_or_else(|| key.to_owned(), |total| total.label.clone());
    }
    let Some((heading, _)) = data.headings.get(&table.row_key) else { return key.to_owned() };
    let others = table.columns.iter().filter(|column| column.key != table.row_key);
    let words = others.filter(|column| column.kind == Kind::Text).find_map(|column| {
        let words = data.row(key)?.entries.get(&column.key)?.in_sentence()?;
        Some(text::shortened(&words, SHOWN))
    });
    match (table.column(&table.row_key).map(|column| column.kind), words) {
        (Some(Kind::Text), _) => key.to_owned(),
        (_, Some(words)) => format!("{heading} {key} ({words})"),
        (_, None) => format!("{heading} {key}"),
    }
}

/// `2.2 Tiểu dự án 2: …`: the row's key, and its first words where the key is only a code.
fn row_label(spec: Option<&Table>, dataset: &Dataset, table: &str, row: &str) -> String {
    let Some(spec) = spec else { return row.to_owned() };
    if row == TOTAL {
        return spec.total.as_ref().map_or_else(|| row.to_owned(), |total| total.label.clone());
    }
    if spec.column(&spec.row_key).is_some_and(|column| column.kind == Kind::Text) {
        return row.to_owned();
    }
    let words = spec.columns.iter().filter(|column| column.key != spec.row_key).find_map(|column| {
        let entry = dataset.table(table)?.row(row)?.entries.get(&column.key)?;
        let is_words = matches!(entry.content, Content::Text(_) | Content::Numbered { .. });
        is_words.then(|| entry.in_table(Grouping::Dot))
    });
    match words {
        Some(words) => format!("{row} {words}"),
        None => row.to_owned(),
    }
}
