//! Exact arithmetic: a quotient is rounded once, half away from zero, from all its digits.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::input::dataset::{Quantity, QuantityKind};
use crate::input::definition::derivation::Arithmetic;
use crate::input::derived::made::Lacking;

/// `numerator` ÷ `denominator` × `scale`, rounded half away from zero to `decimals`.
///
/// # Errors
/// A denominator of zero; more digits than a figure can have.
pub(crate) fn quotient(
    numerator: Decimal,
    denominator: Decimal,
    scale: u32,
    decimals: u32,
) -> Result<Decimal, Lacking> {
    if denominator.is_zero() {
        return Err(Lacking::Zero);
    }
    exact(numerator.normalize(), denominator.normalize(), scale, decimals).ok_or(Lacking::TooLarge)
}

fn exact(numerator: Decimal, denominator: Decimal, scale: u32, decimals: u32) -> Option<Decimal> {
    let power = |digits: u32| 10_i128.checked_pow(digits);
    let mut above = numerator.mantissa().abs().checked_mul(scale.into())?;
    let mut below = denominator.mantissa().abs();
    match (denominator.scale(), numerator.scale()) {
        (more, less) if more >= less => above = above.checked_mul(power(more - less)?)?,
        (less, more) => below = below.checked_mul(power(more - less)?)?,
    }
    let (mut digits, mut rest) = (above / below, above % below);
    for _ in 0..decimals {
        rest = rest.checked_mul(10)?;
        digits = digits.checked_mul(10)?.checked_add(rest / below)?;
        rest %= below;
    }
    if rest.checked_mul(2)? >= below {
        digits += 1;
    }
    let is_negative = numerator.is_sign_negative() != denominator.is_sign_negative();
    let value = Decimal::try_from_i128_with_scale(if is_negative { -digits } else { digits }, decimals).ok()?;
    Some(if value.is_zero() { Decimal::ZERO } else { value })
}

/// What figures give; `decimals` is what the definition says.
///
/// # Errors
/// Why there is no figure.
pub(crate) fn apply(how: Arithmetic, figures: &[Quantity], decimals: Option<u32>) -> Result<Quantity, Lacking> {
    let values: Vec<Decimal> = figures.iter().map(|figure| figure.value).collect();
    let kind = common_kind(figures);
    let rounded = decimals.unwrap_or_default();
    let percent = |value| Ok(Quantity { value, decimals: rounded, kind: QuantityKind::Percent });
    match (how, values.as_slice()) {
        (Arithmetic::Value, [value]) => {
            Ok(Quantity { kind: figures[0].kind, ..settled(*value, figures, decimals, kind) })
        }
        (Arithmetic::Difference, [of, minus]) => {
            let value = of.checked_sub(*minus).ok_or(Lacking::TooLarge)?;
            Ok(settled(value, figures, decimals, kind))
        }
        (Arithmetic::Change, [from, to]) => {
            let more = to.checked_sub(*from).ok_or(Lacking::TooLarge)?;
            percent(quotient(more, *from, 100, rounded)?)
        }
        (Arithmetic::Share, [of, whole]) => percent(quotient(*of, *whole, 100, rounded)?),
        (Arithmetic::Ratio(scale), [above, below]) => {
            let value = quotient(*above, *below, scale.times(), rounded)?;
            let kind = if scale.times() == 100 { QuantityKind::Percent } else { QuantityKind::Plain };
            Ok(Quantity { value, decimals: rounded, kind })
        }
        (Arithmetic::Average, [_, ..]) => {
            let count = Decimal::from(values.len());
            let value = quotient(sum(&values)?, count, 1, rounded)?;
            Ok(Quantity { value, decimals: rounded, kind })
        }
        (Arithmetic::Sum, _) => Ok(settled(sum(&values)?, figures, decimals, kind)),
        (Arithmetic::Count, _) => Ok(count(values.len())),
        _ => Err(Lacking::NoRows),
    }
}

/// A number of rows, or the place of one.
pub(crate) fn count(number: usize) -> Quantity {
    Quantity { value: Decimal::from(number), decimals: 0, kind: QuantityKind::Plain }
}

pub(crate) fn sum(values: &[Decimal]) -> Result<Decimal, Lacking> {
    values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value)).ok_or(Lacking::TooLarge)
}

/// A figure with the decimals that are declared, or else those of what it is made from.
fn settled(value: Decimal, figures: &[Quantity], decimals: Option<u32>, kind: QuantityKind) -> Quantity {
    match decimals {
        Some(decimals) => {
            let value = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
            Quantity { value, decimals, kind }
        }
        None => {
            let shown = figures.iter().map(|figure| figure.decimals).max().unwrap_or_default();
            Quantity { value, decimals: shown.max(value.normalize().scale()), kind }
        }
    }
}

/// Percentages give a percentage; years give a number of them.
fn common_kind(figures: &[Quantity]) -> QuantityKind {
    let are_percent = !figures.is_empty() && figures.iter().all(|figure| figure.kind == QuantityKind::Percent);
    if are_percent { QuantityKind::Percent } else { QuantityKind::Plain }
}
