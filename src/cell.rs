//! One filled cell + what is expected of it → a datum, or the name of the message that explains why not.

use rust_decimal::Decimal;

use crate::dataset::{Content, Quantity, QuantityKind};
use crate::document::Kind;
use crate::vi;
use crate::workbook::{Cell, CellValue};

/// What is expected of one cell.
pub struct Spec<'a> {
    pub heading: &'a str,
    pub kind: Kind,
    pub required: bool,
    pub decimals: u32,
    pub numbered: bool,
}

/// The name of a row in figure keys, where `/` stands between table, row and column.
pub fn row_key(cell: Option<&Cell>) -> String {
    code(cell).replace('/', "∕")
}

fn code(cell: Option<&Cell>) -> String {
    match cell.map(|cell| &cell.value) {
        Some(CellValue::Text(text)) => text.clone(),
        Some(CellValue::Number(value)) => value.normalize().to_string(),
        _ => String::new(),
    }
}

/// Reads one filled cell; the error is the name of the message that explains it.
pub fn content(spec: &Spec<'_>, cell: &Cell) -> Result<Content, &'static str> {
    match &cell.value {
        CellValue::Fault(_) => return Err("cell-fault"),
        CellValue::Uncalculated => return Err("cell-uncalculated"),
        CellValue::OutOfRange(_) => return Err("cell-out-of-range"),
        CellValue::Bool(_) => return Err("cell-boolean"),
        _ => {}
    }
    match spec.kind {
        Kind::Text => text(cell).map(|text| words(spec, text.replace('\n', " "))),
        Kind::Lines => text(cell).map(Content::Text),
        // What it looks like depends on its format: no code.
        Kind::Code if matches!(cell.value, CellValue::Date(_)) => Err("cell-not-text"),
        Kind::Code => Ok(Content::Text(code(Some(cell)))),
        Kind::Date => match cell.value {
            CellValue::Date(date) => Ok(Content::Date(date)),
            _ => Err("cell-not-date"),
        },
        Kind::Mixed => Ok(mixed(cell)),
        Kind::Count | Kind::Money | Kind::Percent | Kind::Year => quantity(spec, cell).map(Content::Quantity),
    }
}

fn text(cell: &Cell) -> Result<String, &'static str> {
    match &cell.value {
        CellValue::Text(text) => Ok(text.clone()),
        CellValue::Number(_) => Ok(cell.value.shown(cell.format).replace('.', "")),
        _ => Err("cell-not-text"),
    }
}

fn words(spec: &Spec<'_>, text: String) -> Content {
    let parts = text.split_once(':').filter(|_| spec.numbered).and_then(|(label, title)| {
        let number = label.split_whitespace().last()?;
        number.bytes().all(|b| b.is_ascii_digit()).then(|| (number.to_owned(), title.trim().to_owned()))
    });
    match parts {
        Some((number, title)) => Content::Numbered { text, number, title },
        None => Content::Text(text),
    }
}

fn quantity(spec: &Spec<'_>, cell: &Cell) -> Result<Quantity, &'static str> {
    let CellValue::Number(stored) = cell.value else {
        return Err(match cell.value {
            CellValue::Date(_) => "cell-date-not-number",
            _ => "cell-not-number",
        });
    };
    match spec.kind {
        Kind::Year if stored.fract().is_zero() && (1900..2200).any(|year| stored == Decimal::from(year)) => {
            Ok(Quantity { value: stored, decimals: 0, kind: QuantityKind::Year })
        }
        Kind::Year => Err("cell-not-year"),
        Kind::Percent => {
            let value = if cell.format.percent { stored * Decimal::ONE_HUNDRED } else { stored };
            let decimals = cell.format.decimals.unwrap_or(value.normalize().scale()).max(spec.decimals);
            Ok(Quantity { value: round(value, decimals), decimals, kind: QuantityKind::Percent })
        }
        _ if stored.normalize().scale() > spec.decimals => Err("cell-hidden-decimals"),
        _ if cell.format.percent => Err("cell-percent-not-number"),
        _ => Ok(Quantity { value: stored, decimals: spec.decimals, kind: QuantityKind::Plain }),
    }
}

fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

fn mixed(cell: &Cell) -> Content {
    match &cell.value {
        CellValue::Number(stored) => {
            let percent = cell.format.percent;
            let value = if percent { *stored * Decimal::ONE_HUNDRED } else { *stored };
            let decimals = cell.format.decimals.unwrap_or(value.normalize().scale());
            let kind = if percent { QuantityKind::Percent } else { QuantityKind::Plain };
            let quantity = Quantity { value: round(value, decimals), decimals, kind };
            Content::Mixed { text: quantity.in_sentence(), quantity: Some(quantity) }
        }
        other => {
            let text = other.shown(cell.format).replace('\n', " ");
            let quantity = match vi::numbers_in(&text)[..] {
                [(value, decimals, percent)] => {
                    let kind = if percent { QuantityKind::Percent } else { QuantityKind::Plain };
                    Some(Quantity { value, decimals, kind })
                }
                _ => None,
            };
            Content::Mixed { text, quantity }
        }
    }
}
