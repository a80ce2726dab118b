//! What surrounds an input folder on the disk: last year's folder beside it, and its records.

use std::path::Path;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::finding::place::{self, CellRef};
use crate::input::around::Around;
use crate::input::dataset::{Content, Dataset, Entry, Quantity, QuantityKind};
use crate::input::derived::earlier::Earlier;
use crate::product::file_names::{RECORDED_INPUTS, RECORDS};
use crate::product::ledger::format::{Cell, Figure, Identity, Kind};
use crate::product::particulars;
use crate::versions::records::{self, Record};
use crate::vi::dates::Date;
use crate::vi::numbers;

/// What surrounds an input folder, or the inputs in the record of an issue, which sees the issues before it only.
pub(crate) fn around(folder: &Path) -> Around {
    let record = records::state(folder).ok().flatten();
    let number = record.as_ref().map(|record| record.number);
    let inputs = record.as_ref().and_then(|record| record.folder.parent()?.parent().map(Path::to_owned));
    let inputs = inputs.unwrap_or_else(|| folder.to_owned());
    let issued = move |template: &str, dataset: &Dataset| issued(&inputs, number, template, dataset);
    Around { issued: Some(Box::new(issued)), ..Around::of(folder) }
}

/// The figures of the last issue before `number` of that kind of document which has not its own number.
fn issued(inputs: &Path, number: Option<usize>, template: &str, dataset: &Dataset) -> Option<Earlier> {
    let own = Identity {
        template: template.to_owned(),
        number: particulars::number_and_symbol(dataset),
        date: particulars::issue_date(dataset).map(Date::iso),
        title: String::new(),
    };
    let records = records::records(inputs).ok()?;
    let is_before = |record: &&Record| {
        number.is_none_or(|number| record.number < number)
            && record.document.template == template
            && !record.is_numbered_as(&own)
    };
    let record = records.iter().rev().find(is_before)?;
    let ledger = record.ledger().ok()?;
    let home = format!("{RECORDS}/{}/{RECORDED_INPUTS}", record.folder.file_name()?.to_string_lossy());
    let figures = ledger.figures.into_iter().filter_map(|figure| entry(figure, &home));
    Some(Earlier::issued(&record.document.number, figures))
}

/// A figure of a ledger as a datum; its cells lie in the record.
fn entry(figure: Figure, home: &str) -> Option<Entry> {
    let kind = match figure.kind {
        Kind::Number => QuantityKind::Plain,
        Kind::Percent => QuantityKind::Percent,
        Kind::Year => QuantityKind::Year,
        Kind::Mixed | Kind::Date | Kind::Text => return None,
    };
    let value: Decimal = figure.value.parse().ok()?;
    let printed = figure.printed.map(|printed| numbers::numbers_in(&printed)).unwrap_or_default();
    let decimals = printed.first().map_or(value.scale(), |(_, decimals, _)| *decimals).max(value.scale());
    let cell = |cell: Cell| {
        let (row, col) = place::address(&cell.cell)?;
        let file = Arc::from(format!("{home}/{}", cell.file));
        Some(CellRef { file, sheet: Arc::from(cell.sheet), row, col })
    };
    let content = Content::Quantity(Quantity { value, decimals, kind });
    let at = figure.cells.into_iter().filter_map(cell).collect();
    Some(Entry { key: figure.key, content, at, computed: figure.computed, made: None })
}
