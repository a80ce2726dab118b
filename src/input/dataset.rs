//! What the inputs say: typed rows and particulars, in which every figure knows its cell.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;

use crate::finding::place::CellRef;
use crate::input::definition::phrases;
use crate::input::derived::made::Made;
use crate::input::figure_key::{EARLIER, FigureKey, KeyParts};
use crate::vi::dates::Date;
use crate::vi::matching;
use crate::vi::numbers::{self, Grouping};
use crate::xlsx::grid::Sheet;

/// The gap (mm) of a particular that a draft does not have yet.
const GAP: u32 = 12;

/// Everything read from the inputs of one document.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// The document's particulars, by key.
    pub(crate) facts: BTreeMap<String, Entry>,
    /// Headings of the particulars, folded → key: the names usable as `{Năm kế hoạch}` in a particular.
    pub(crate) fact_names: BTreeMap<String, String>,
    pub(crate) recipients: Vec<Entry>,
    /// In the definition's order.
    pub tables: Vec<TableData>,
    /// Cells that came from last year's input to be confirmed, and were not yet.
    pub(crate) to_confirm: BTreeSet<CellRef>,
    pub(crate) derived: Derived,
}

/// Derived figures that belong to no table, rows that were picked, and what was taken from elsewhere for them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Derived {
    /// In the definition's order.
    pub(crate) figures: Vec<Entry>,
    pub(crate) picked: BTreeMap<String, Picked>,
    /// Figures of last year's input and of the last issue from which others follow.
    pub(crate) earlier: BTreeMap<FigureKey, Entry>,
}

/// Rows that were picked from a table.
#[derive(Debug, Clone)]
pub(crate) struct Picked {
    pub(crate) table: String,
    /// By their place in the table.
    pub(crate) rows: Vec<usize>,
    /// Whether it is a list, however many there are.
    pub(crate) is_list: bool,
}

/// One input table as read.
#[derive(Debug, Clone)]
pub struct TableData {
    pub(crate) key: String,
    pub sheet: Arc<Sheet>,
    pub header_row: u32,
    /// Column key → its heading and column number in the sheet.
    pub headings: BTreeMap<String, (String, u32)>,
    pub(crate) rows: Vec<Row>,
    /// Keys of the rows → where they stand, once somebody asks.
    places: OnceLock<HashMap<String, usize>>,
}

/// One row of a table.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// Text of the key column, or `total`.
    pub(crate) key: String,
    pub(crate) is_total: bool,
    /// Row number in the sheet, from zero.
    pub(crate) at: u32,
    /// Depth in the outline: 1 for `2`, 2 for `2.1`; 0 for the total row.
    pub(crate) level: usize,
    /// Key of the row that it stands below, which the table may lack.
    pub(crate) parent: Option<String>,
    /// Column key → entry; every declared column is present.
    pub(crate) entries: BTreeMap<String, Entry>,
}

/// Key of the total row.
pub(crate) const TOTAL: &str = "total";

/// One datum.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub key: FigureKey,
    pub content: Content,
    /// The cells it comes from: one, or for a computed figure all that entered it.
    pub at: Vec<CellRef>,
    /// Whether the program computed it.
    pub computed: bool,
    /// How it follows from others, for a derived figure.
    pub(crate) made: Option<Arc<Made>>,
}

/// What a datum is.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    Blank,
    /// Words; line breaks as typed.
    Text(String),
    /// Words of the form `Dự án 3: Tên`.
    Numbered {
        text: String,
        number: String,
        title: String,
    },
    Quantity(Quantity),
    Date(Date),
    /// Words around a figure, with the figure where there is exactly one.
    Mixed {
        text: String,
        quantity: Option<Quantity>,
    },
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
    pub(crate) fn digits(&self, grouping: Grouping) -> String {
        let grouping = if self.kind == QuantityKind::Year { Grouping::None } else { grouping };
        numbers::number(self.value, self.decimals, grouping)
    }

    /// The form used in running text: with `%` for a percentage.
    pub(crate) fn in_sentence(&self) -> String {
        let digits = self.digits(Grouping::Dot);
        if self.kind == QuantityKind::Percent { digits + "%" } else { digits }
    }

    /// A difference as a sentence says it: `tăng 10 hộ`, `giảm 1,5%`, `không đổi`.
    pub(crate) fn as_change(&self, unit: Option<&str>) -> String {
        let shown = self.value.round_dp_with_strategy(self.decimals, RoundingStrategy::MidpointAwayFromZero);
        if shown.is_zero() {
            return "không đổi".to_owned();
        }
        let word = if shown.is_sign_negative() { "giảm" } else { "tăng" };
        let amount = Self { value: shown.abs(), ..*self }.in_sentence();
        let unit = unit.filter(|_| self.kind != QuantityKind::Percent);
        unit.map_or_else(|| format!("{word} {amount}"), |unit| format!("{word} {amount} {unit}"))
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
    pub(crate) fn in_table(&self, grouping: Grouping) -> String {
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
    Figure { key: FigureKey, text: String },
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
    pub(crate) fn table(&self, key: &str) -> Option<&TableData> {
        self.tables.iter().find(|table| table.key == key)
    }

    /// The datum of that key.
    pub fn entry(&self, key: &FigureKey) -> Option<&Entry> {
        match key.parts() {
            KeyParts::Particular(field) => self.facts.get(field),
            KeyParts::Recipient(number) => self.recipients.get(number.checked_sub(1)?),
            KeyParts::Derived(_) => self.derived.figures.iter().find(|entry| entry.key == *key),
            KeyParts::Figure { table, .. } if EARLIER.contains(&table) => self.derived.earlier.get(key),
            KeyParts::Figure { table, row, column } => self.table(table)?.row(row)?.entries.get(column),
        }
    }

    /// Every datum, in reading order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        let rows = self.tables.iter().flat_map(|table| &table.rows);
        let derived = self.derived.figures.iter().chain(self.derived.earlier.values());
        self.facts.values().chain(&self.recipients).chain(rows.flat_map(|row| row.entries.values())).chain(derived)
    }

    /// Fills the particulars into a text of the definition: `Kế hoạch năm {{ doc.year }}`; one that is blank is a gap.
    pub(crate) fn phrase(&self, text: &str) -> Vec<Piece> {
        self.filled(text, |_| Piece::Blank { blank: GAP })
    }

    /// The same on one line, where a particular that is not known yet stays as written, so that it is seen.
    pub(crate) fn heading(&self, text: &str) -> String {
        plain_text(&self.filled(text, |name| Piece::Text(name.to_owned())))
    }

    fn filled(&self, text: &str, unknown: impl Fn(&str) -> Piece) -> Vec<Piece> {
        let piece = |stretch: Range<usize>| {
            let entry = phrases::particular(&text[stretch.clone()]).and_then(|name| self.facts.get(name));
            let figure = entry.and_then(|entry| Some((entry.key.clone(), entry.in_sentence()?)));
            figure.map_or_else(|| unknown(&text[stretch]), |(key, text)| Piece::Figure { key, text })
        };
        let mut pieces = Vec::new();
        let mut from = 0;
        for stretch in phrases::named(text) {
            pieces.push(Piece::Text(text[from..stretch.start].to_owned()));
            from = stretch.end;
            pieces.push(piece(stretch));
        }
        pieces.push(Piece::Text(text[from..].to_owned()));
        pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
        pieces
    }

    /// Fills particulars into a particular: `năm {Năm kế hoạch} trên địa bàn`.
    pub(crate) fn expand(&self, text: &str) -> Vec<Piece> {
        fill(text, |name| {
            let entry = self.facts.get(self.fact_names.get(&matching::fold(name))?)?;
            Some(Piece::Figure { key: entry.key.clone(), text: entry.in_sentence()? })
        })
    }
}

/// What stands between `{` and `}` replaced by what `find` has for it.
fn fill(text: &str, find: impl Fn(&str) -> Option<Piece>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut plain = String::new();
    while let Some(start) = rest.find('{') {
        let Some(length) = rest[start..].find('}') else { break };
        let end = start + length + 1;
        plain.push_str(&rest[..start]);
        match find(rest[start + 1..start + length].trim()) {
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
    pub(crate) fn row(&self, key: &str) -> Option<&Row> {
        let keys = || self.rows.iter().enumerate().rev().map(|(at, row)| (row.key.clone(), at)).collect();
        let known = self.places.get_or_init(keys).get(key).and_then(|&at| self.rows.get(at));
        // Rows may have come since.
        known.filter(|row| row.key == key).or_else(|| match self.is_known_whole() {
            true => None,
            false => self.rows.iter().find(|row| row.key == key),
        })
    }

    /// Whether no row has come since their keys were looked at.
    fn is_known_whole(&self) -> bool {
        self.rows.last().is_none_or(|last| self.places.get().is_some_and(|places| places.contains_key(&last.key)))
    }

    /// A table whose rows are to come.
    pub(crate) fn empty(key: &str, sheet: Sheet, header_row: u32, headings: BTreeMap<String, (String, u32)>) -> Self {
        let (key, sheet) = (key.to_owned(), Arc::new(sheet));
        Self { key, sheet, header_row, headings, rows: Vec::new(), places: OnceLock::new() }
    }

    /// The cell of a row and column of the input sheet.
    pub(crate) fn cell(&self, row: &Row, column: &str) -> Option<CellRef> {
        self.headings.get(column).map(|(_, col)| self.sheet.at(row.at, *col))
    }
}
