//! What all writers of workbooks share.

use rust_decimal::Decimal;

pub(crate) const FONT: &str = "Times New Roman";

/// The nearest binary number; the decimal's own text decides, so nothing is rounded twice.
pub(crate) fn float(value: Decimal) -> f64 {
    value.to_string().parse().unwrap_or_default()
}
