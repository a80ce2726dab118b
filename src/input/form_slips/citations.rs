//! Documents that are cited (viện dẫn), where a table of the inputs holds their numbers: what each says of itself, and of
//! this document.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::{CellRef, Place};
use crate::input::dataset::{Content, Entry, Row, TableData};
use crate::input::definition::model::{Column, Kind, Table};
use crate::input::form_slips::cited::{self, Odd};
use crate::input::form_slips::facts::Facts;
use crate::input::form_slips::words::Words;
use crate::vi::dates::Date;

/// One document that is cited.
struct Citation<'a> {
    /// `27/2022/NĐ-CP`.
    symbol: &'a str,
    at: &'a CellRef,
    /// `Nghị định`.
    kind: Option<&'a str>,
    date: Option<(Date, &'a CellRef)>,
}

/// What is wrong with citations.
pub(crate) fn slips(facts: &Facts) -> Vec<Finding> {
    let citations = all(facts);
    let mut found: Vec<Finding> = later_slip(facts).into_iter().collect();
    for (place, citation) in citations.iter().enumerate() {
        let twice = || citations[..place].iter().find_map(|earlier| citation.repeats(earlier));
        found.extend(
            citation.contradicts_type().or_else(|| citation.contradicts_year().is_none().then(twice).flatten()),
        );
    }
    // Where many are wrong alike, one mistake has been made with all of them.
    let years = citations.iter().filter(|citation| citation.contradicts_type().is_none());
    let years = years.filter_map(Citation::contradicts_year).reduce(|mut first, next| {
        first.related.extend(next.related);
        first
    });
    found.extend(years);
    // What contradicts its type is told so.
    let misspelt = misspelt(facts).into_iter().filter(|slip| !found.iter().any(|known| known.place == slip.place));
    let misspelt: Vec<Finding> = misspelt.collect();
    found.extend(misspelt);
    found
}

/// Numbers and symbols that are none as they stand.
fn misspelt(facts: &Facts) -> Vec<Finding> {
    let tables = facts.dataset.tables.iter();
    let declared = tables.filter_map(|data| Some((facts.document.table(&data.key)?, data)));
    let cells = declared.flat_map(|(table, data)| {
        let columns: Vec<&Column> = table.columns.iter().filter(|column| is_of_symbols(column)).collect();
        data.rows
            .iter()
            .filter(|row| !row.is_total)
            .flat_map(move |row| columns.clone().into_iter().map(move |column| row.entries.get(&column.key)))
    });
    let told = cells.flatten().filter(|entry| !facts.doubt.of_entry(entry)).filter_map(|entry| {
        let (text, at) = (text(entry)?, entry.at.first()?);
        let odd = cited::odd(text)?;
        let fault = match &odd {
            Odd::Number => "number",
            Odd::Year => "year",
            Odd::Spelling(_) => "spelling",
        };
        let near = if let Odd::Spelling(right) = odd { right } else { String::new() };
        let slip = Finding::new(Code::CitationSymbol, Place::Cell(at.clone())).with("symbol", text);
        Some(slip.choice("fault", fault).with("near", near))
    });
    told.collect()
}

/// A column that holds numbers with symbols: `Số, ký hiệu`, `Số hiệu văn bản`.
fn is_of_symbols(column: &Column) -> bool {
    let words = Words::of(&column.heading);
    matches!(column.kind, Kind::Text | Kind::Code) && (words.begin_any(&["Số ký hiệu", "Số hiệu", "Số và ký hiệu"]))
}

/// Dates of citations after that of the document.
pub(crate) fn later<'a>(facts: &Facts<'a>) -> Vec<(Date, &'a CellRef)> {
    let Some(date) = facts.date("date") else { return Vec::new() };
    // Where the year of its symbol says otherwise, the citation's own date is wrong, and that is told.
    let dated = all(facts).into_iter().filter(|citation| citation.contradicts_year().is_none());
    dated.filter_map(|citation| citation.date).filter(|(cited, _)| *cited > date).collect()
}

/// Of one citation it is its own date that is wrong, of several that of the document.
fn later_slip(facts: &Facts) -> Option<Finding> {
    let later = later(facts);
    let (cited, at) = later.first()?;
    let slip = match later.len() {
        1 => {
            let slip = Finding::new(Code::CitationLater, Place::Cell((*at).clone()));
            facts.beside(slip, "field", "date").with("text", facts.text("date").unwrap_or_default())
        }
        _ => {
            let mut slip = facts.slip(Code::CitationLater, "date");
            slip.related.extend(later.iter().map(|(date, at)| ((*at).clone(), date.to_string())));
            slip
        }
    };
    Some(slip.with("cited", cited).count(later.len()))
}

/// Every citation in the tables.
fn all<'a>(facts: &Facts<'a>) -> Vec<Citation<'a>> {
    let tables = facts.dataset.tables.iter();
    let declared = tables.filter_map(|data| Some((facts.document.table(&data.key)?, data)));
    declared.flat_map(|(table, data)| of_table(facts, table, data)).collect()
}

fn of_table<'a>(facts: &Facts<'a>, table: &'a Table, data: &'a TableData) -> Vec<Citation<'a>> {
    let date = date_column(table);
    data.rows.iter().filter(|row| !row.is_total).filter_map(|row| of_row(facts, table, row, date)).collect()
}

/// The column of the dates of issue, where it is plain which that is.
fn date_column(table: &Table) -> Option<&Column> {
    let is_issue = |column: &&Column| {
        let words = Words::of(&column.heading);
        column.kind == Kind::Date && (words.held(&["ban hành", "ký"]).is_some() || words.are("ngày"))
    };
    let mut dates = table.columns.iter().filter(is_issue);
    dates.next().filter(|_| dates.next().is_none())
}

fn of_row<'a>(facts: &Facts<'a>, table: &'a Table, row: &'a Row, date: Option<&Column>) -> Option<Citation<'a>> {
    let entry = |column: &Column| row.entries.get(&column.key).filter(|entry| !facts.doubt.of_entry(entry));
    let words = || {
        let columns = table.columns.iter().filter(|column| matches!(column.kind, Kind::Text | Kind::Code));
        columns.filter_map(entry).filter_map(|entry| Some((text(entry)?, entry.at.first()?)))
    };
    let (symbol, at) = words().find(|(text, _)| cited::parted(text).is_some())?;
    let date = date.and_then(entry).and_then(|entry| match entry.content {
        Content::Date(date) => Some((date, entry.at.first()?)),
        _ => None,
    });
    let kind = words().map(|(text, _)| text).find(|text| cited::short(text).is_some());
    Some(Citation { symbol, at, kind, date })
}

fn text(entry: &Entry) -> Option<&str> {
    match &entry.content {
        Content::Text(text) => Some(text.trim()),
        _ => None,
    }
}

impl Citation<'_> {
    fn slip(&self, code: Code) -> Finding {
        Finding::new(code, Place::Cell(self.at.clone())).with("symbol", self.symbol)
    }

    fn contradicts_type(&self) -> Option<Finding> {
        let kind = self.kind?;
        let other = cited::other_type(kind, self.symbol)?;
        Some(self.slip(Code::CitationType).with("type", kind).with("other", other))
    }

    fn contradicts_year(&self) -> Option<Finding> {
        let (date, at) = self.date?;
        let year = cited::other_year(self.symbol, date)?;
        let mut slip = self.slip(Code::CitationYear).with("year", year).with("date", date);
        slip.related.push((at.clone(), date.to_string()));
        Some(slip)
    }

    fn repeats(&self, earlier: &Self) -> Option<Finding> {
        let date = |citation: &Self| citation.date.map(|(date, _)| date);
        let is_same = self.symbol == earlier.symbol && self.kind == earlier.kind && date(self) == date(earlier);
        (is_same && self.date.is_some()).then(|| {
            let mut slip = self.slip(Code::CitationTwice);
            slip.related.push((earlier.at.clone(), earlier.symbol.to_owned()));
            slip
        })
    }
}
