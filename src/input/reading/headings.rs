//! Headings: those that a definition has, those of a sheet, and which is which.

use crate::input::definition::model::{Document, Kind};
use crate::vi::{matching, units};
use crate::xlsx::grid::{Cell, CellValue, Sheet};

/// The rows among which the header is looked for.
pub(super) const HEADER_WITHIN: u32 = 20;

/// A column that is looked for.
#[derive(Debug, Clone)]
pub(crate) struct Wanted {
    pub(crate) heading: String,
    /// The heading as it is compared, and the same without a unit in brackets.
    folded: String,
    folded_base: String,
    pub(crate) unit: Option<String>,
    pub(crate) kind: Kind,
    /// Whether the sheet must state the unit.
    pub(crate) unit_stated: bool,
}

impl Wanted {
    /// A column of that heading.
    pub(crate) fn new(heading: String, kind: Kind, unit: Option<String>, unit_stated: bool) -> Self {
        let folded_base = matching::fold(units::split(&heading).map_or(heading.as_str(), |(base, _)| base));
        Self { folded: matching::fold(&heading), folded_base, heading, unit, kind, unit_stated }
    }

    /// A column of words.
    pub(crate) fn words(heading: &str) -> Self {
        Self::new(heading.to_owned(), Kind::Text, None, false)
    }

    /// How a heading of the sheet is this one.
    pub(super) fn matches(&self, heading: &Heading) -> Option<Match> {
        let stated = heading.base.as_ref().map(|(_, unit)| unit.clone()).filter(|_| self.unit.is_some());
        if heading.folded == self.folded {
            return Some(Match { is_exact: true, stated });
        }
        // `Tổng cộng (triệu đồng)` is the column `Tổng cộng` of figures in triệu đồng, and `Tỷ lệ` is the
        // column `Tỷ lệ (%)` without its unit.
        let base = heading.base.as_ref().map_or(&heading.folded, |(base, _)| base);
        (self.unit.is_some() && *base == self.folded_base).then_some(Match { is_exact: false, stated })
    }
}

/// A heading of the sheet that is a wanted one.
pub(super) struct Match {
    /// Letter by letter, apart from case and blanks.
    pub(super) is_exact: bool,
    /// The unit that it states in brackets.
    pub(super) stated: Option<String>,
}

/// A heading of the sheet, ready to be compared.
pub(super) struct Heading {
    folded: String,
    /// The same without the unit in brackets, and that unit.
    base: Option<(String, String)>,
}

impl Heading {
    fn new(text: &str) -> Self {
        let base = units::split(text).map(|(base, unit)| (matching::fold(base), unit.to_owned()));
        Self { folded: matching::fold(text), base }
    }
}

/// A sheet that the definition has, and its headings; those that quote particulars stay unknown.
pub(crate) struct WantedSheet<'a> {
    pub(crate) name: &'a str,
    pub(super) columns: Vec<Wanted>,
}

/// The sheets that a definition has.
pub(crate) fn wanted_sheets(document: &Document) -> Vec<WantedSheet<'_>> {
    let (facts, recipients) = (&document.facts, &document.recipients);
    let own = [
        WantedSheet {
            name: &facts.sheet,
            columns: facts.headings.iter().map(|heading| Wanted::words(heading)).collect(),
        },
        WantedSheet { name: &recipients.sheet, columns: vec![Wanted::words(&recipients.heading)] },
    ];
    let of_tables = document.tables.iter().map(|table| {
        let wanted = table
            .columns
            .iter()
            .map(|column| Wanted::new(column.heading.clone(), column.kind, column.unit.clone(), column.unit_stated));
        WantedSheet { name: &table.sheet, columns: wanted.collect() }
    });
    own.into_iter().chain(of_tables).collect()
}

/// What may stand in the place of a heading that is missing.
#[derive(Default)]
pub(super) struct Renamed {
    /// The headings of the sheet that may be meant.
    pub(super) meant: Vec<String>,
    /// The column of the one that clearly is.
    pub(super) column: Option<u32>,
}

/// Columns that hold something in a row, or that a merged heading spans there.
fn columns_of(sheet: &Sheet, row: u32) -> Vec<u32> {
    let mut columns: Vec<u32> = sheet.row(row).map(|(col, _)| col).collect();
    for merge in sheet.survey.merges.iter().filter(|merge| merge.holds((row, merge.first.1))) {
        columns.extend(merge.first.1..=merge.last.1);
    }
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// The text of a heading cell, that of the top left one where it is merged.
fn heading_text(sheet: &Sheet, row: u32, col: u32) -> Option<&str> {
    let merge = sheet.survey.merges.iter().find(|merge| merge.holds((row, col)));
    match sheet.cells.get(&merge.map_or((row, col), |merge| merge.first)) {
        Some(Cell { value: CellValue::Text(text), .. }) => Some(text),
        _ => None,
    }
}

/// The row among the first ones with most of the wanted headings.
pub(super) fn header_row(sheet: &Sheet, wanted: &[Wanted]) -> u32 {
    let score = |row: u32| headings(sheet, row).iter().filter(|(_, texts)| is_wanted(texts, wanted)).count();
    let (mut header_row, mut best) = (0, 0);
    for row in 0..=sheet.last_row().min(HEADER_WITHIN) {
        // The rows of data below a header have no more columns than it, so they need not be read as headings.
        if columns_of(sheet, row).len() > best && score(row) > best {
            (header_row, best) = (row, score(row));
        }
    }
    header_row
}

/// The headings of a row: of each column its own text, and the same joined with the groups above it
/// (`Cấp huyện` over `Tổng số`).
pub(super) fn headings(sheet: &Sheet, row: u32) -> Vec<(u32, Vec<Heading>)> {
    let of = |col: u32| {
        let own = heading_text(sheet, row, col)?;
        let mut texts = vec![Heading::new(own)];
        let mut joined = own.to_owned();
        for above in (row.saturating_sub(2)..row).rev() {
            let Some(group) = heading_text(sheet, above, col).filter(|group| *group != own) else { break };
            texts.push(Heading::new(&format!("{group} / {joined}")));
            joined = format!("{group} {joined}");
            texts.push(Heading::new(&joined));
        }
        Some((col, texts))
    };
    columns_of(sheet, row).into_iter().filter_map(of).collect()
}

pub(super) fn is_wanted(texts: &[Heading], wanted: &[Wanted]) -> bool {
    texts.iter().any(|text| wanted.iter().any(|w| w.matches(text).is_some()))
}
