//! How figures give another figure.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::input::derived::arithmetic::quotient;

/// How the operands give the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    Sum,
    /// So many per cent of the one operand, rounded half up to `decimals`.
    Percent {
        percent: Decimal,
        decimals: u32,
    },
    /// The first operand divided by the second, `times` that, rounded half up to `decimals`.
    Ratio {
        times: u32,
        decimals: u32,
    },
    /// The first operand less the second.
    Difference,
    Minimum,
    Maximum,
    Equal,
}

impl Rule {
    /// What it is called in the ledger.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Percent { .. } => "percent",
            Self::Ratio { .. } => "ratio",
            Self::Difference => "difference",
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
            Self::Equal => "equal",
        }
    }

    /// Whether the result is rounded.
    pub(crate) fn is_rounded(self) -> bool {
        matches!(self, Self::Percent { .. } | Self::Ratio { .. })
    }

    /// What it makes of figures, in the order of its operands; a sum, or the smallest or largest, of those that are
    /// not blank. None where what it needs is blank, or the result is no number.
    pub(crate) fn apply(self, operands: &[Option<Decimal>]) -> Option<Decimal> {
        let given = || operands.iter().flatten().copied();
        match (self, operands) {
            (Self::Sum, _) if given().next().is_some() => Some(given().sum()),
            (Self::Minimum, _) => given().min(),
            (Self::Maximum, _) => given().max(),
            (Self::Equal, [Some(value)]) => Some(*value),
            (Self::Percent { percent, decimals }, [Some(value)]) => Some(
                (value * percent / Decimal::ONE_HUNDRED)
                    .round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero),
            ),
            (Self::Ratio { times, decimals }, [Some(above), Some(below)]) => {
                quotient(*above, *below, times, decimals).ok()
            }
            (Self::Difference, [Some(of), Some(minus)]) => of.checked_sub(*minus),
            _ => None,
        }
    }
}
