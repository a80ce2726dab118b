//! Figures that are a thousand times those of the last issue or of last year (lệch nghìn lần so với số liệu trước), or a
//! thousandth: a table typed in another unit agrees with itself, so that only what was there before shows it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::finding::{Finding, Severity};
use crate::input::dataset::{Dataset, Entry, QuantityKind, TableData};
use crate::input::definition::model::{Column, Document, Kind, Table};
use crate::input::figure_key::FigureKey;
use crate::input::figure_name;
use crate::versions::records::Record;
use crate::vi::numbers::{self, Grouping};
use crate::vi::units;

/// The lesser of two figures that are compared is no less than this: small ones change by any factor.
const LEAST: i64 = 10;
/// The lesser one, where a single figure has changed by about a thousand, but not by just that.
const LEAST_ALONE: i64 = 100;
/// What a thousandfold and a millionfold change look like where the figures themselves have changed too.
const TIMES: [(i64, i64, i64); 2] = [(1_000, 300, 3_000), (1_000_000, 300_000, 3_000_000)];

/// A figure that was there before, and is of another order now.
struct Jump<'a> {
    is_total: bool,
    entry: &'a Entry,
    old: Decimal,
    new: Decimal,
    /// 1.000 or 1.000.000.
    times: i64,
    is_exact: bool,
}

/// What one column shows: its figures that can be compared, and those that jump.
struct Compared<'a> {
    column: &'a Column,
    /// How many figures there are, the total left out.
    count: usize,
    jumps: Vec<Jump<'a>>,
}

/// Figures that were there before (số liệu trước), each with its unit.
pub(crate) struct Earlier {
    of: Of,
    figures: BTreeMap<FigureKey, (Decimal, Option<String>)>,
}

/// Where they were.
enum Of {
    Issue {
        symbol: String,
        number: usize,
    },
    /// Last year's folder of inputs.
    Folder(String),
}

impl Earlier {
    /// The figures of the last issue that can be read.
    pub(crate) fn issued(template: &str, records: &[Record]) -> Option<Self> {
        let (record, ledger) = records.iter().rev().find_map(|record| Some((record, record.ledger().ok()?)))?;
        if ledger.document.template != template {
            return None;
        }
        let figures = ledger.figures.into_iter().filter(|figure| figure.kind.is_figure());
        let figures = figures.filter_map(|figure| Some((figure.key, (figure.value.parse().ok()?, figure.unit))));
        let of = Of::Issue { symbol: record.document.number.clone(), number: record.number };
        Some(Self { of, figures: figures.collect() })
    }

    /// The figures of another folder of inputs.
    pub(crate) fn entered(folder: &str, document: &Document, dataset: &Dataset) -> Self {
        let mut figures = BTreeMap::new();
        for (table, data) in document.tables.iter().filter_map(|table| Some((table, dataset.table(&table.key)?))) {
            for entry in data.rows.iter().flat_map(|row| row.entries.values()) {
                let column = entry.key.column().and_then(|key| table.column(key));
                if let (Some(column), Some(quantity)) = (column, entry.quantity()) {
                    figures.insert(entry.key.clone(), (quantity.value, column.unit.clone()));
                }
            }
        }
        Self { of: Of::Folder(folder.to_owned()), figures }
    }
}

/// What is of another order than before; one finding a table.
pub(crate) fn findings(document: &Document, dataset: &Dataset, earlier: &Earlier) -> Vec<Finding> {
    let tables = document.tables.iter().filter_map(|table| Some((table, dataset.table(&table.key)?)));
    let found = tables.filter_map(|(table, data)| of_table(document, dataset, (table, data), earlier));
    let mut found: Vec<Finding> = found
        .map(|finding| match &earlier.of {
            Of::Issue { symbol, number } => {
                finding.choice("against", "issue").with("symbol", symbol).with("issue", *number)
            }
            Of::Folder(name) => finding.choice("against", "folder").with("folder", name),
        })
        .collect();
    // A figure that repeats one of a column that jumps does so with it.
    if found.iter().any(|finding| finding.severity == Severity::Error) {
        found.retain(|finding| finding.severity == Severity::Error);
    }
    found
}

fn of_table(
    document: &Document,
    dataset: &Dataset,
    (table, data): (&Table, &TableData),
    earlier: &Earlier,
) -> Option<Finding> {
    let columns = table.columns.iter().filter(|column| matches!(column.kind, Kind::Count | Kind::Money | Kind::Mixed));
    let compared: Vec<Compared<'_>> = columns.map(|column| compare(column, data, earlier)).collect();
    let whole: Vec<&Compared<'_>> = compared.iter().filter(|one| one.is_whole()).collect();
    let what = match whole.len() {
        0 => "figure",
        1 => "column",
        _ => "table",
    };
    let (severity, shown) =
        if whole.is_empty() { (Severity::Warning, compared.iter().collect()) } else { (Severity::Error, whole) };
    let is_shown = |jump: &&Jump<'_>| severity == Severity::Error || jump.is_striking();
    let jumps = || shown.iter().flat_map(|one| one.jumps.iter().filter(is_shown).map(|jump| (one.column, jump)));
    // What the program added up is no cell to look at.
    let (column, jump) =
        jumps().max_by_key(|(_, jump)| (!jump.entry.computed, !jump.is_total, jump.new.max(jump.old)))?;
    let at = jump.entry.at.first()?;
    let heading = data.headings.get(&column.key).map_or("", |(heading, _)| heading.as_str());
    let mut finding = Finding::graded(severity, Code::FigureJump, Place::Cell(at.clone())).choice("what", what);
    if severity == Severity::Warning {
        let is_other = |other: &Jump<'_>| other.entry.key != jump.entry.key && !other.entry.computed && !other.is_total;
        let others = jumps().filter(|(_, other)| is_other(other));
        finding.related =
            others.filter_map(|(_, other)| Some((other.entry.at.first()?.clone(), shown_as(other.new)))).collect();
    }
    let number = |value: i64| numbers::exact(Decimal::from(value), Grouping::Dot);
    let finding = finding.with("sheet", &data.sheet.name).with("heading", heading).with("cell", at.a1());
    let finding = finding.with("name", figure_name::describe(document, dataset, &jump.entry.key));
    let finding = finding.with("old", shown_as(jump.old)).with("new", shown_as(jump.new));
    let unit = column.unit.as_deref().filter(|unit| units::zeros(unit).is_some());
    let finding = finding.flag("larger", jump.new.abs() > jump.old.abs()).with("times", number(jump.times));
    Some(finding.flag("has-unit", unit.is_some()).with("unit", unit.unwrap_or_default()))
}

fn shown_as(value: Decimal) -> String {
    numbers::exact(value, Grouping::Dot)
}

fn compare<'a>(column: &'a Column, data: &'a TableData, earlier: &Earlier) -> Compared<'a> {
    let mut compared = Compared { column, count: 0, jumps: Vec::new() };
    let entries = data.rows.iter().filter_map(|row| Some((row.is_total, row.entries.get(&column.key)?)));
    for (is_total, entry) in entries {
        let Some(new) = entry.quantity().filter(|quantity| quantity.kind == QuantityKind::Plain) else { continue };
        let Some((old, _)) = earlier.figures.get(&entry.key).filter(|(_, unit)| *unit == column.unit) else { continue };
        if old.abs() < LEAST.into() || new.value.is_zero() {
            continue;
        }
        compared.count += usize::from(!is_total);
        compared.jumps.extend(jump((is_total, entry), *old, new.value));
    }
    compared
}

fn jump((is_total, entry): (bool, &Entry), old: Decimal, new: Decimal) -> Option<Jump<'_>> {
    let (less, more) = (old.abs().min(new.abs()), old.abs().max(new.abs()));
    if less < LEAST.into() {
        return None;
    }
    let ratio = more / less;
    let (times, ..) = *TIMES.iter().find(|(_, from, to)| ratio >= (*from).into() && ratio <= (*to).into())?;
    Some(Jump { is_total, entry, old, new, times, is_exact: ratio == times.into() })
}

impl Jump<'_> {
    /// Whether one figure alone shows that something is wrong.
    fn is_striking(&self) -> bool {
        self.is_exact || self.old.abs().min(self.new.abs()) >= LEAST_ALONE.into()
    }
}

impl Compared<'_> {
    /// Whether it is the column that jumps, and not a figure of it, which may take the total along.
    fn is_whole(&self) -> bool {
        let rows = self.jumps.iter().filter(|jump| !jump.is_total).count();
        self.jumps.len() >= 2 && rows * 2 > self.count
    }
}
