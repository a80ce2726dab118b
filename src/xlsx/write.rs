//! What all writers of workbooks share.

use rust_decimal::Decimal;
use rust_xlsxwriter::{ExcelDateTime, XlsxError};

use crate::vi::dates::Date;

/// The family that the decree names (PL I, mục I.4).
pub(crate) const FONT: &str = "Times New Roman";

/// A day as workbooks store it.
///
/// # Errors
/// Days that Excel does not know; it knows all of the years that a [`Date`] can have.
pub(crate) fn day(date: Date) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(date.year, date.month, date.day)
}

/// `.00`: the decimals in the code of a number format.
pub(crate) fn places(decimals: u32) -> String {
    if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals as usize)) }
}

/// The nearest binary number; the decimal's own text decides, so nothing is rounded twice.
pub(crate) fn float(value: Decimal) -> f64 {
    value.to_string().parse().unwrap_or_default()
}
