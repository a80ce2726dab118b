//! The example of a document (`vi-du.toml` beside its definition): what a filled-in workbook says, as text. Words stand as
//! they are entered; figures and dates are read as those of their column.

use std::collections::BTreeMap;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::definition::model::{Document, Kind};
use crate::input::starter::content::{Start, StartRow, text};
use crate::input::toml_text;
use crate::vi::dates::{self, TypedDate};
use crate::xlsx::grid::{Cell, CellValue, NumberFormat};

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// Particulars, by key.
    facts: BTreeMap<String, String>,
    #[serde(default)]
    recipients: Vec<String>,
    /// Table → rows; column → what its cell says.
    #[serde(default, rename = "table")]
    tables: BTreeMap<String, Vec<BTreeMap<String, String>>>,
}

/// Reads an example; `file` names it in messages.
///
/// # Errors
/// What is no TOML, names of fields, tables and columns that the definition does not have, and texts that are no figure
/// or date where one belongs.
pub(crate) fn read(written: &str, document: &Document, file: &str) -> Result<Start, Vec<Finding>> {
    let written: Written = toml_text::read(written, file).map_err(|fault| vec![*fault])?;
    let mut reader = Reader { file, faults: Vec::new() };
    let mut start = Start::default();
    for (key, value) in &written.facts {
        let kind = document.facts.fields.iter().find(|field| field.key == *key).map(|field| field.kind);
        let cell = reader.cell(&format!("facts.{key}"), kind, value);
        start.facts.extend(cell.map(|cell| (key.clone(), cell)));
    }
    start.recipients = written.recipients.iter().map(|name| text(name)).collect();
    for (key, rows) in &written.tables {
        let Some(table) = document.table(key) else {
            reader.unknown(key);
            continue;
        };
        let rows = rows.iter().map(|row| {
            let cell = |(column, value): (&String, &String)| {
                let kind = table.column(column).map(|column| column.kind);
                Some((column.clone(), reader.cell(&format!("{key}.{column}"), kind, value)?))
            };
            row.iter().filter_map(cell).collect::<StartRow>()
        });
        let rows = rows.collect();
        start.tables.insert(key.clone(), rows);
    }
    if reader.faults.is_empty() { Ok(start) } else { Err(reader.faults) }
}

struct Reader<'a> {
    file: &'a str,
    faults: Vec<Finding>,
}

impl Reader<'_> {
    fn unknown(&mut self, name: &str) {
        let place = Place::File(self.file.to_owned());
        self.faults.push(Finding::new(Code::DefinitionUnknownName, place).with("name", name));
    }

    /// A cell that says so; none where the text is nothing of that kind.
    fn cell(&mut self, name: &str, kind: Option<Kind>, value: &str) -> Option<Cell> {
        let Some(kind) = kind else {
            self.unknown(name);
            return None;
        };
        let read = match kind {
            Kind::Text | Kind::Lines | Kind::Code => Some(CellValue::Text(value.to_owned())),
            Kind::Date => match dates::read(value) {
                TypedDate::Date(date) => Some(CellValue::Date(date)),
                _ => None,
            },
            Kind::Count | Kind::Money | Kind::Percent | Kind::Year => number(value),
            Kind::Mixed => number(value).or_else(|| Some(CellValue::Text(value.to_owned()))),
        };
        if read.is_none() {
            let finding = Finding::new(Code::ExampleValue, Place::File(self.file.to_owned()));
            self.faults.push(finding.with("name", name).with("value", value));
        }
        Some(Cell::new(read?, NumberFormat::default()))
    }
}

fn number(value: &str) -> Option<CellValue> {
    Decimal::from_str(value).ok().map(CellValue::Number)
}
