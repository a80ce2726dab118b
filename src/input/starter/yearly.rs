//! Citations of what is issued anew each year (viện dẫn văn bản ban hành hằng năm): from last year's input they come
//! marked, to be changed or confirmed.
//!
//! Which they are the definition says (`yearly`). Otherwise their dates show it: what a plan cites and is hardly older
//! than the plan itself was made for its year, unless it is a normative text.

use std::collections::BTreeMap;

use crate::input::dataset::{Content, Dataset, Entry, Row};
use crate::input::definition::model::{Document, Field, Kind, Table};
use crate::input::reading::review::MARK;
use crate::vi::dates::{self, Date, TypedDate};
use crate::vi::matching;
use crate::xlsx::grid::{Cell, CellValue};

/// So many months before a document's date lies what was issued for its year.
const MONTHS: i32 = 18;
/// The month of a document of which only the year is known.
const MONTH: i32 = 6;
/// What symbols of normative texts begin with, where no year shows what they are.
const NORMATIVE: [&str; 7] = ["QH", "UBTVQH", "NĐ-", "TT-", "TTLT", "PL-", "L-CTN"];

/// What last year's input hands down: particulars by their keys, and the rows of tables, each column by its key.
pub(crate) struct Handed<'a> {
    pub(crate) facts: &'a mut BTreeMap<String, Cell>,
    pub(crate) tables: &'a mut BTreeMap<String, Vec<BTreeMap<String, Cell>>>,
}

/// Marks what last year's input hands down and is issued anew each year.
pub(crate) fn mark(handed: Handed<'_>, document: &Document, last: &Dataset) {
    let Handed { facts, tables } = handed;
    let since = since(document, last);
    let fields = &document.facts.fields;
    for (index, field) in fields.iter().enumerate() {
        let date = fields.get(index + 1).filter(|next| next.kind == Kind::Date && next.key != "date");
        if is_yearly_field(field, date, last, since)
            && let Some(cell) = facts.get_mut(&field.key)
        {
            mark_cell(cell);
        }
    }
    for table in &document.tables {
        let (Some(data), Some(rows)) = (last.table(&table.key), tables.get_mut(&table.key)) else { continue };
        for (row, cells) in data.rows.iter().zip(rows).filter(|(row, _)| !row.is_total) {
            mark_row(table, row, cells, since);
        }
    }
}

/// The month, counted from the year 0, since when what is cited was issued for the document's year.
fn since(document: &Document, last: &Dataset) -> Option<i32> {
    let issued = last.facts.get("date").and_then(date_of).map(month);
    let year = || {
        let year = last.facts.get(&document.main_year()?.key)?.quantity()?;
        Some(i32::try_from(year.value).ok()? * 12 + MONTH)
    };
    Some(issued.or_else(year)? - MONTHS)
}

fn month(date: Date) -> i32 {
    i32::from(date.year) * 12 + i32::from(date.month)
}

fn date_of(entry: &Entry) -> Option<Date> {
    match entry.content {
        Content::Date(date) => Some(date),
        _ => None,
    }
}

fn is_recent(date: Date, since: Option<i32>) -> bool {
    since.is_some_and(|since| month(date) >= since)
}

/// `date` is the particular behind it, which may date what it cites.
fn is_yearly_field(field: &Field, date: Option<&Field>, last: &Dataset, since: Option<i32>) -> bool {
    if field.key == "template" || !matches!(field.kind, Kind::Text | Kind::Lines | Kind::Code) {
        return false;
    }
    let Some(text) = last.facts.get(&field.key).and_then(Entry::in_sentence) else { return false };
    let beside = || date.and_then(|date| date_of(last.facts.get(&date.key)?));
    field.yearly || cites_recent(&text, since) || (cites(&text) && beside().is_some_and(|date| is_recent(date, since)))
}

fn mark_row(table: &Table, row: &Row, cells: &mut BTreeMap<String, Cell>, since: Option<i32>) {
    let is_declared = table.yearly.iter().any(|key| matching::key(key) == matching::key(&row.key));
    let has = |kinds: &[Kind], is_one: &dyn Fn(&str) -> bool| {
        let columns = table.columns.iter().filter(|column| column.key != table.row_key && kinds.contains(&column.kind));
        let text = |key: &str| row.entries.get(key).and_then(Entry::in_sentence);
        let found = columns.filter(|column| text(&column.key).is_some_and(|text| is_one(&text)));
        found.map(|column| column.key.clone()).collect::<Vec<_>>()
    };
    let words = [Kind::Text, Kind::Lines, Kind::Code];
    let dates = || has(&[Kind::Date], &|_| true);
    let recent = || row.entries.values().filter_map(date_of).any(|date| is_recent(date, since));
    let mut marked = has(&words, &cites);
    if is_declared {
        for kinds in [&[Kind::Code][..], &[Kind::Text, Kind::Lines]] {
            if marked.is_empty() {
                marked = has(kinds, &|_| true);
            }
        }
        marked.extend(dates());
    } else if !marked.is_empty() && recent() {
        marked.extend(dates());
    } else {
        marked = has(&words, &|text| cites_recent(text, since));
    }
    for key in marked {
        if let Some(cell) = cells.get_mut(&key) {
            mark_cell(cell);
        }
    }
}

/// Puts the mark before a cell's words, or its date.
fn mark_cell(cell: &mut Cell) {
    let text = match &cell.value {
        CellValue::Text(text) => text.clone(),
        CellValue::Date(date) => date.iso(),
        CellValue::Number(value) => value.normalize().to_string(),
        _ => return,
    };
    (cell.value, cell.stored) = (CellValue::Text(format!("{MARK} {text}")), None);
}

/// What a text says of documents, in its order.
enum Said {
    /// A number and symbol, of what may be issued each year.
    Symbol,
    Lasting,
    Date(Date),
}

fn said(text: &str) -> Vec<Said> {
    let is_edge = |c: char| c.is_ascii_punctuation() || "“”…".contains(c);
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches(is_edge)).collect();
    let at = |index: usize| {
        let date = match dates::read(words[index]) {
            TypedDate::Date(date) => Some(date),
            _ => None,
        };
        let long = words.get(index..index + 6).filter(|long| matching::fold(long[0]) == "ngày");
        let long = long.and_then(|long| match dates::read(&long.join(" ")) {
            TypedDate::Date(date) => Some(date),
            _ => None,
        });
        date.or(long).map(Said::Date).or_else(|| symbol(words[index]))
    };
    (0..words.len()).filter_map(at).collect()
}

/// `28/QĐ-UBND`; one with its year, `27/2022/NĐ-CP`, is that of a normative text.
fn symbol(word: &str) -> Option<Said> {
    let (number, body) = word.split_once('/')?;
    let is_number = (1..=5).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let has_year =
        body.get(..5).is_some_and(|year| year.ends_with('/') && year[..4].bytes().all(|b| b.is_ascii_digit()));
    let is_symbol = has_year || body.starts_with(char::is_uppercase);
    let is_lasting = has_year || NORMATIVE.iter().any(|start| body.starts_with(start));
    (is_number && is_symbol).then_some(if is_lasting { Said::Lasting } else { Said::Symbol })
}

fn cites(text: &str) -> bool {
    said(text).iter().any(|said| matches!(said, Said::Symbol))
}

/// Whether a text names a document and, behind it, a day on which it was issued lately.
fn cites_recent(text: &str, since: Option<i32>) -> bool {
    said(text).windows(2).any(|pair| matches!(pair, [Said::Symbol, Said::Date(date)] if is_recent(*date, since)))
}

/// Whether cells of a column, or of a particular, came marked.
pub(crate) fn is_marked(cell: Option<&Cell>) -> bool {
    matches!(cell.map(|cell| &cell.value), Some(CellValue::Text(text)) if text.starts_with(MARK))
}
