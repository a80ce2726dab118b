//! What a value is in a comparison.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::input::dataset::{Content, QuantityKind};
use crate::input::definition::model::Kind;
use crate::product::prose::values::item::{Datum, Item};
use crate::product::prose::values::order;
use crate::vi::dates::{self, Date, TypedDate};
use crate::vi::text::compose;
use crate::vi::typed_number::{self, TypedNumber};
use crate::vi::units;

/// One side of a comparison.
#[derive(Debug, Clone)]
pub(crate) enum Side {
    /// A figure of the inputs.
    Figure {
        value: Decimal,
        measure: Measure,
        shown: String,
    },
    /// A number typed in the template, or a count.
    Number(Decimal),
    /// Words typed in the template.
    Words(String),
    /// Words of the inputs.
    Text(String),
    /// Words around a figure in one cell of the inputs (“dưới 3%”, “20 hộ”): a text, never a number.
    Mixed(String),
    /// A code of the inputs (mã, STT, số).
    Code(String),
    Date(Date),
}

/// What a figure measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Measure {
    Percent,
    Year,
    /// In the unit of its column, where that names one.
    Amount(Option<String>),
}

/// Two sides that cannot be compared, or not put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meaningless;

impl Side {
    /// The side that a datum is; none for a blank.
    pub(crate) fn of(datum: &Datum) -> Option<Self> {
        if let Some(form) = &datum.form {
            let is_mixed = matches!(datum.entry.content, Content::Mixed { quantity: Some(_), .. });
            return Some(if is_mixed { Self::Mixed(form.clone()) } else { Self::Text(form.clone()) });
        }
        Some(match &datum.entry.content {
            Content::Blank => return None,
            Content::Date(date) => Self::Date(*date),
            Content::Text(text) if datum.kind == Kind::Code => Self::Code(text.clone()),
            Content::Text(text) | Content::Numbered { text, .. } | Content::Mixed { text, quantity: None } => {
                Self::Text(text.clone())
            }
            Content::Mixed { quantity: Some(_), text } if !is_bare(text, datum) => Self::Mixed(text.clone()),
            Content::Quantity(quantity) | Content::Mixed { quantity: Some(quantity), .. } => {
                let measure = match quantity.kind {
                    QuantityKind::Percent => Measure::Percent,
                    QuantityKind::Year => Measure::Year,
                    QuantityKind::Plain => Measure::Amount(datum.unit.clone()),
                };
                Self::Figure { value: quantity.value, measure, shown: quantity.in_sentence() }
            }
        })
    }

    /// The side that a value is, if it is one that can be compared.
    pub(crate) fn of_item(item: &Item) -> Option<Self> {
        match item {
            Item::Datum(datum) => Self::of(datum),
            Item::Ordinal(count) => Some(Self::Number(Decimal::from(*count))),
            Item::Number(value) => Some(Self::Number(*value)),
            Item::Words(text) => Some(Self::Words(text.clone())),
            _ => None,
        }
    }

    /// What it is, as the messages call it.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Figure { measure: Measure::Percent, .. } => "percent",
            Self::Figure { measure: Measure::Year, .. } => "year",
            Self::Figure { .. } => "figure",
            Self::Number(_) => "number",
            Self::Words(_) => "words",
            Self::Text(_) => "text",
            Self::Mixed(_) => "mixed",
            Self::Code(_) => "code",
            Self::Date(_) => "date",
        }
    }

    /// How it is shown in a message.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Figure { measure: Measure::Amount(Some(unit)), shown, .. } => format!("{shown} {unit}"),
            Self::Figure { shown, .. } => shown.clone(),
            Self::Number(value) => value.normalize().to_string(),
            Self::Words(text) | Self::Text(text) | Self::Mixed(text) | Self::Code(text) => text.clone(),
            Self::Date(date) => date.to_string(),
        }
    }

    /// The words of it, if it is words.
    pub(crate) fn letters(&self) -> Option<&str> {
        match self {
            Self::Words(text) | Self::Text(text) | Self::Mixed(text) | Self::Code(text) => Some(text),
            _ => None,
        }
    }

    /// Which of two sides comes first, where `sign` asks for that.
    ///
    /// # Errors
    /// Sides that cannot be compared; words around figures, which the alphabet would put in an order of its own
    /// (“20 hộ” before “5 hộ”).
    pub(crate) fn in_order(&self, other: &Self, sign: &str) -> Result<Ordering, Meaningless> {
        let begins = |side: &Self| side.letters().is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()));
        let is_mixed = |side: &Self| matches!(side, Self::Mixed(_));
        let is_code = matches!(self, Self::Code(_)) || matches!(other, Self::Code(_));
        let by_sign = matches!(sign, "<" | "<=" | ">" | ">=");
        if is_mixed(self) || is_mixed(other) || (by_sign && !is_code && begins(self) && begins(other)) {
            return Err(Meaningless);
        }
        self.compare(other)
    }

    /// The side as sides like `other` are put in order: words typed in the template beside figures are numbers.
    pub(crate) fn beside(self, other: &Self) -> Self {
        let Self::Words(text) = &self else { return self };
        match other {
            Self::Figure { measure, .. } => measure.read(text).map_or(self, Self::Number),
            Self::Date(_) => day(text).map_or(self, Self::Date),
            Self::Code(_) => Self::Code(text.clone()),
            _ => self,
        }
    }

    /// What decides what it may be compared with: the kind, the unit, for words typed in the template the words.
    pub(crate) fn class(&self) -> String {
        match self {
            Self::Figure { measure: Measure::Amount(unit), .. } => format!("figure {}", unit.as_deref().unwrap_or("")),
            Self::Words(text) => format!("words {text}"),
            other => other.word().to_owned(),
        }
    }

    /// A text that is the same for equal sides.
    pub(crate) fn canonical(&self) -> String {
        match self {
            Self::Figure { value, .. } | Self::Number(value) => value.normalize().to_string(),
            Self::Words(text) | Self::Text(text) | Self::Mixed(text) | Self::Code(text) => compose(text).into_owned(),
            Self::Date(date) => date.iso(),
        }
    }

    /// Compares exactly: figures as decimals, words in NFC, codes by their parts, dates as dates.
    ///
    /// # Errors
    /// Sides of different kinds, units or measures.
    pub(crate) fn compare(&self, other: &Self) -> Result<Ordering, Meaningless> {
        match (self, other) {
            (Self::Figure { value, measure, .. }, Self::Figure { value: second, measure: other, .. }) => {
                if measure.fits(other) { Ok(value.cmp(second)) } else { Err(Meaningless) }
            }
            (Self::Figure { value, .. } | Self::Number(value), Self::Number(other))
            | (Self::Number(value), Self::Figure { value: other, .. }) => Ok(value.cmp(other)),
            (Self::Figure { value, measure, .. }, Self::Words(text)) => Ok(value.cmp(&measure.read(text)?)),
            (Self::Words(text), Self::Figure { value, measure, .. }) => Ok(measure.read(text)?.cmp(value)),
            (Self::Date(date), Self::Date(other)) => Ok(date.cmp(other)),
            (Self::Date(date), Self::Words(text)) => Ok(date.cmp(&day(text)?)),
            (Self::Words(text), Self::Date(date)) => Ok(day(text)?.cmp(date)),
            (Self::Code(code), other) | (other, Self::Code(code)) => {
                let letters = other.letters().ok_or(Meaningless)?;
                let order = order::codes(code, letters);
                Ok(if matches!(self, Self::Code(_)) { order } else { order.reverse() })
            }
            (
                Self::Words(text) | Self::Text(text) | Self::Mixed(text),
                Self::Words(other) | Self::Text(other) | Self::Mixed(other),
            ) => Ok(order::words(text, other)),
            _ => Err(Meaningless),
        }
    }
}

/// Whether a cell of a mixed column holds its figure alone, or with the column's own unit.
fn is_bare(text: &str, datum: &Datum) -> bool {
    match typed_number::read(text, None) {
        TypedNumber::Number(typed) => match (&typed.unit, &datum.unit) {
            (None, _) => true,
            (Some(unit), Some(own)) => units::same(unit, own),
            (Some(_), None) => false,
        },
        // `1,234` as the reading of cells has understood it.
        TypedNumber::Ambiguous { .. } => true,
        _ => false,
    }
}

impl Measure {
    /// Whether figures of the two may be compared; a figure without a unit is taken to have the other's.
    fn fits(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Amount(Some(unit)), Self::Amount(Some(other))) => units::same(unit, other),
            (Self::Amount(_), Self::Amount(_)) => true,
            _ => self == other,
        }
    }

    /// The number that an author typed in quotation marks: `"20%"`, `"235.500 triệu đồng"`.
    fn read(&self, text: &str) -> Result<Decimal, Meaningless> {
        let TypedNumber::Number(typed) = typed_number::read(text, None) else { return Err(Meaningless) };
        let fits = match (&typed.unit, self) {
            _ if typed.percent => *self == Self::Percent && typed.unit.is_none(),
            (None, _) => true,
            (Some(unit), Self::Amount(Some(own))) => units::same(unit, own),
            _ => false,
        };
        if fits { Ok(typed.value) } else { Err(Meaningless) }
    }
}

fn day(text: &str) -> Result<Date, Meaningless> {
    match dates::read(text) {
        TypedDate::Date(date) => Ok(date),
        _ => Err(Meaningless),
    }
}
