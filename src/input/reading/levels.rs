//! Levels of rows (bậc): relations that speak of them need row keys that tell them, and a total over every row must
//! not count a row beside those of which it is the sum.

use std::collections::{BTreeSet, HashMap};

use rust_decimal::Decimal;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::dataset::{Content, Row, TableData};
use crate::input::definition::model::{Column, Kind, Rows, Table};
use crate::input::outline::Outline;
use crate::input::reading::reader::Reader;

/// How many rows a message names.
const NAMED: usize = 4;

/// How rows are numbered. A lone `I` may be a Roman one or the letter between H and K.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Digits,
    Roman,
    Capital,
    Either,
    Small,
    Bullet,
}

impl Numbering {
    /// How a number by itself is written; none for a code or a word, which tells no level.
    fn of(number: &str) -> Option<Self> {
        let all = |is: fn(char) -> bool| !number.is_empty() && number.chars().all(is);
        let is_one = number.chars().count() == 1;
        Some(match () {
            () if all(|c| c.is_ascii_digit()) => Self::Digits,
            () if all(|c| "IVXLCDM".contains(c)) => {
                if is_one {
                    Self::Either
                } else {
                    Self::Roman
                }
            }
            () if is_one && all(char::is_uppercase) => Self::Capital,
            () if is_one && all(char::is_lowercase) => Self::Small,
            () if all(|c| "-–—+*•".contains(c)) => Self::Bullet,
            () => return None,
        })
    }

    /// Whether rows numbered in both ways may stand on one level.
    fn goes_with(self, other: Self) -> bool {
        let is_either = |one, two| one == Self::Either && matches!(two, Self::Roman | Self::Capital);
        self == other || is_either(self, other) || is_either(other, self)
    }
}

/// Why keys do not tell levels: by which word the message says it, and the rows concerned.
struct Unclear<'a> {
    why: &'static str,
    first: &'a Row,
    others: Vec<&'a str>,
}

impl Reader<'_> {
    /// What the numbers of the rows must tell about their levels.
    pub(crate) fn levels(&mut self, table: &Table, data: &TableData) {
        if let Some(Unclear { why, first, others }) = unclear(table, data) {
            let col = data.headings.get(&table.row_key).map_or(0, |(_, col)| *col);
            let finding = Finding::new(Code::RowLevel, Place::Cell(data.sheet.at(first.at, col))).choice("why", why);
            let finding = finding.with("key", &first.key).with("others", listed(&others));
            self.found.push(finding.showing(data.sheet.excerpt(data.header_row, first.at, col)));
        } else if let Some((parent, children)) = counted_twice(table, data) {
            let col = data.headings.get(&table.row_key).map_or(0, |(_, col)| *col);
            let finding = Finding::new(Code::RowCountedTwice, Place::Cell(data.sheet.at(parent.at, col)));
            let finding = finding.with("key", &parent.key).with("rows", listed(&children));
            let label = table.total.as_ref().map_or("", |total| total.label.as_str());
            let finding = finding.with("label", label).with("table", &table.key);
            self.found.push(finding.showing(data.sheet.excerpt(data.header_row, parent.at, col)));
        }
    }
}

fn listed(names: &[&str]) -> String {
    let more = if names.len() > NAMED { ", …" } else { "" };
    names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ") + more
}

/// The first row whose key leaves open on which level it stands, where relations speak of levels.
fn unclear<'a>(table: &Table, data: &'a TableData) -> Option<Unclear<'a>> {
    // What is declared has been judged row by row.
    if !table.speaks_of_levels() || table.outline.is_some() {
        return None;
    }
    let rows: Vec<&Row> = data.rows.iter().filter(|row| !row.is_total && !row.key.is_empty()).collect();
    let keys: BTreeSet<&str> = rows.iter().map(|row| row.key.as_str()).collect();
    if let Some(first) = rows.iter().find(|row| row.key.split('.').any(|part| part.trim().is_empty())) {
        return Some(Unclear { why: "point", first, others: Vec::new() });
    }
    if let Some((first, base)) = rows.iter().find_map(|row| Some((row, appended(&row.key, &keys)?))) {
        return Some(Unclear { why: "appended", first, others: vec![base] });
    }
    if let Some(unclear) = mixed(&rows) {
        return Some(unclear);
    }
    // Sums over the lowest rows count a row whose upper one is missing; those over the first level do not.
    let mut lower = rows.iter().filter_map(|row| Some((row, row.key.rsplit_once('.')?.0)));
    let (first, parent) = lower.find(|(_, parent)| table.speaks_of(Rows::Top) && !keys.contains(parent))?;
    Some(Unclear { why: "orphan", first, others: vec![parent] })
}

/// The row to which a key seems to add something without a point: `1a`, `1-1` beside `1`.
fn appended<'a>(key: &str, keys: &BTreeSet<&'a str>) -> Option<&'a str> {
    // Of the keys only those count that it begins with.
    key.char_indices().skip(1).find_map(|(at, _)| {
        let (base, rest) = key.split_at(at);
        let base = *keys.get(base)?;
        let is_number = Numbering::of(base).is_some() || base.contains('.');
        let is_letter = rest.chars().count() == 1 && rest.chars().all(char::is_lowercase);
        let is_letter = is_letter && base.ends_with(|c: char| c.is_ascii_digit());
        (is_number && (is_letter || rest.starts_with([',', '-', '/', '_', ')', ' ']))).then_some(base)
    })
}

/// Rows of the first level that are numbered in two ways, as I, 1, 2, II are.
fn mixed<'a>(rows: &[&'a Row]) -> Option<Unclear<'a>> {
    let top = rows.iter().filter(|row| !row.key.contains('.'));
    let numbered: Vec<(&Row, Numbering)> = top.filter_map(|row| Some((*row, Numbering::of(&row.key)?))).collect();
    let goes_with_all = |one: Numbering| numbered.iter().all(|(_, other)| one.goes_with(*other));
    if numbered.iter().all(|(_, one)| goes_with_all(*one)) {
        return None;
    }
    let (_, usual) = numbered.first()?;
    let (first, _) = numbered.iter().find(|(_, one)| !one.goes_with(*usual))?;
    let others = numbered.iter().filter(|(_, one)| one.goes_with(*usual)).map(|(row, _)| row.key.as_str());
    Some(Unclear { why: "mixed", first, others: others.collect() })
}

/// A row that is the sum of rows below it, in a table whose total counts every row: that row, and those below it.
fn counted_twice<'a>(table: &Table, data: &'a TableData) -> Option<(&'a Row, Vec<&'a str>)> {
    let totalled = table.totalled().filter(|(_, over)| *over == Rows::All);
    let columns: Vec<&String> = totalled.map(|(column, _)| column).collect();
    if columns.is_empty() {
        return None;
    }
    let is_summed = table.summed_up().any(|one| columns.contains(&one));
    if table.outline.is_some() || is_summed {
        return declared_twice(&columns, is_summed, data);
    }
    let rows: Vec<&Row> = data.rows.iter().filter(|row| !row.is_total).collect();
    let numbers = table.columns.iter().filter(|column| column.kind == Kind::Code || column.key == table.row_key);
    numbers.filter(|column| !column.sequence).find_map(|column| {
        let numbers: Vec<Option<String>> = rows.iter().map(|row| number(row, column)).collect();
        let mut dotted: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, own) in numbers.iter().enumerate() {
            if let Some((above, _)) = own.as_deref().and_then(|own| own.rsplit_once('.')) {
                dotted.entry(above).or_default().push(at);
            }
        }
        (0..rows.len()).find_map(|at| {
            let below = below(&rows, (&numbers, &dotted), at);
            // Points say by themselves what belongs to what, so that parts may have been rounded.
            let is_dotted = below.first().and_then(|row| number(row, column)).is_some_and(|own| own.contains('.'));
            let is_sum = !below.is_empty() && is_sum(&columns, rows[at], &below, is_dotted);
            is_sum.then(|| (rows[at], below.iter().map(|row| row.key.as_str()).collect()))
        })
    })
}

/// The same where the table says which rows stand below which; where upper rows are the sums of those below, blank or
/// not.
fn declared_twice<'a>(columns: &[&String], is_summed: bool, data: &'a TableData) -> Option<(&'a Row, Vec<&'a str>)> {
    let outline = Outline::of(data);
    let has_figure = |row: &Row| {
        columns.iter().any(|column| row.entries.get(*column).is_some_and(|entry| entry.quantity().is_some()))
    };
    data.rows.iter().find_map(|row| {
        let below = outline.children.get(row.key.as_str())?.iter().filter_map(|&at| data.rows.get(at));
        let below: Vec<&Row> = below.filter(|row| has_figure(row)).collect();
        let is_double = (has_figure(row) || is_summed) && !below.is_empty();
        is_double.then(|| (row, below.iter().map(|row| row.key.as_str()).collect()))
    })
}

/// The rows that stand right below one and are numbered as if they belonged to it.
fn below<'a>(
    rows: &[&'a Row],
    (numbers, dotted): (&[Option<String>], &HashMap<&str, Vec<usize>>),
    at: usize,
) -> Vec<&'a Row> {
    let Some(own) = &numbers[at] else { return Vec::new() };
    let dotted = dotted.get(own.as_str()).into_iter().flatten().filter(|&&below| below > at);
    let dotted: Vec<&Row> = dotted.map(|&below| rows[below]).collect();
    if !dotted.is_empty() {
        return dotted;
    }
    let Some(usual) = Numbering::of(own.as_str()).filter(|_| !own.contains('.')) else { return Vec::new() };
    let numbering = |at: &usize| numbers.get(*at)?.as_deref().and_then(Numbering::of);
    let Some(inner) = numbering(&(at + 1)).filter(|inner| !inner.goes_with(usual)) else { return Vec::new() };
    (at + 1..rows.len()).take_while(|at| numbering(at) == Some(inner)).map(|at| rows[at]).collect()
}

/// The number of a row: its code, or how its words begin (`1.1 Hạ tầng`, `a) Hạ tầng`, `- Hạ tầng`).
fn number(row: &Row, column: &Column) -> Option<String> {
    let (Content::Text(text) | Content::Numbered { text, .. }) = &row.entries.get(&column.key)?.content else {
        return None;
    };
    let text = text.trim();
    if column.kind == Kind::Code {
        return Some(text.trim_end_matches(['.', ')']).to_owned());
    }
    let bullet = text.chars().next().filter(|c| "-–—+*•".contains(*c));
    let word = text.split_whitespace().next().unwrap_or_default();
    let is_marked = word.ends_with(['.', ')']) || word.starts_with(|c: char| c.is_ascii_digit());
    let word = word.trim_end_matches(['.', ')']);
    let is_number = is_marked && word.split('.').all(|part| Numbering::of(part).is_some());
    bullet.map(String::from).or_else(|| is_number.then(|| word.to_owned()))
}

/// Whether a row is the sum of others in every column where both have figures, and in one at least.
fn is_sum(columns: &[&String], row: &Row, below: &[&Row], may_be_rounded: bool) -> bool {
    let figure = |row: &Row, column: &String| Some(row.entries.get(column)?.quantity()?.value);
    let mut seen = false;
    for column in columns {
        let parts: Vec<Decimal> = below.iter().filter_map(|row| figure(row, column)).collect();
        let (Some(whole), false) = (figure(row, column), parts.is_empty()) else { continue };
        let margin = if may_be_rounded { Decimal::from(parts.len()) } else { Decimal::ZERO };
        if (whole - parts.iter().sum::<Decimal>()).abs() > margin {
            return false;
        }
        seen |= !whole.is_zero();
    }
    seen
}
