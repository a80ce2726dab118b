//! Filters that print one datum in another form.

use minijinja::Value;
use rust_decimal::prelude::ToPrimitive;

use crate::input::dataset::{Content, Quantity, QuantityKind};
use crate::product::prose::language::words::Filter;
use crate::product::prose::values::engine::Engine;
use crate::product::prose::values::given::Given;
use crate::product::prose::values::item::{Datum, Item};
use crate::product::prose::values::outcome;
use crate::vi::numbers;
use crate::vi::spelled::write::{Spelled, Unspelled};
use crate::vi::text::{capitalized, uncapitalized};

impl Engine {
    /// A datum in the form that a filter gives it; it stays the same datum. A blank is told where it is printed.
    pub(crate) fn formed(&self, at: usize, filter: Filter, value: &Value) -> Value {
        match self.given(at, value) {
            Given::Item(Item::Datum(datum)) => self.form(at, filter, datum).map_or(Item::Nothing, Item::Datum).value(),
            Given::Item(Item::Listed(data)) => {
                let formed: Option<Vec<Datum>> = data.into_iter().map(|datum| self.form(at, filter, datum)).collect();
                formed.map_or(Item::Nothing, Item::Listed).value()
            }
            other => self.no_value(at, &other),
        }
    }

    /// None once it has been told why a datum has no such form.
    fn form(&self, at: usize, filter: Filter, datum: Datum) -> Option<Datum> {
        if datum.entry.is_blank() {
            return Some(datum);
        }
        let form = match filter {
            Filter::Uncapitalized => datum.text().map(|text| uncapitalized(&text)),
            Filter::Capitalized => datum.text().map(|text| capitalized(&text)),
            Filter::Change => match datum.entry.quantity() {
                Some(quantity) => Some(quantity.as_change(datum.unit.as_deref())),
                None => {
                    self.fault(at, outcome::unspelled(filter, None));
                    return None;
                }
            },
            _ => match spelled(&datum, filter).map(|spelled| spelled.words()) {
                Some(Ok(words)) => Some(words),
                refused => {
                    self.fault(at, outcome::unspelled(filter, refused.and_then(Result::err)));
                    return None;
                }
            },
        };
        Some(Datum { form, ..datum })
    }
}

/// What is to be put into words; nothing for what is no number.
fn spelled(datum: &Datum, filter: Filter) -> Option<Spelled<'_>> {
    if let (Filter::InWords, Content::Date(date)) = (filter, &datum.entry.content) {
        return Some(Spelled::Date(*date));
    }
    let whole = match &datum.entry.content {
        // Codes are typed as text: `Kỳ họp thứ` 4.
        Content::Text(text) => numbers::parse_number(text.trim())?.0,
        _ => datum.entry.quantity()?.value,
    };
    match filter {
        Filter::OrdinalInWords => Some(Spelled::Ordinal(exactly(whole)?)),
        Filter::MonthInWords => Some(Spelled::Month(u8::try_from(exactly(whole)?).ok()?)),
        Filter::QuarterInWords => Some(Spelled::Quarter(u8::try_from(exactly(whole)?).ok()?)),
        _ => {
            let Some(Quantity { value, decimals, kind }) = datum.entry.quantity() else {
                return Some(Spelled::Number(whole));
            };
            let mut shown = value;
            shown.rescale(decimals);
            Some(match kind {
                QuantityKind::Percent => Spelled::Percent(shown),
                QuantityKind::Year => Spelled::Year(u16::try_from(exactly(value)?).ok()?),
                QuantityKind::Plain => Spelled::figure(shown, datum.unit.as_deref().unwrap_or_default()),
            })
        }
    }
}

fn exactly(value: rust_decimal::Decimal) -> Option<u64> {
    value.fract().is_zero().then(|| value.to_u64())?
}

impl Unspelled {
    /// The word of the message, and what there is none of.
    pub(crate) fn told(&self) -> (&'static str, u64) {
        match self {
            Self::TooLarge => ("large", 0),
            Self::NotWholeDong => ("fraction", 0),
            Self::ForeignUnit(_) | Self::NotMoney(_) => ("foreign", 0),
            Self::NoSuch(number) => ("none", *number),
        }
    }
}
