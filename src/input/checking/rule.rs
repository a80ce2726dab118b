//! How figures give another figure.

use rust_decimal::{Decimal, RoundingStrategy};

/// How the operands give the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    Sum,
    /// So many per cent of the one operand, rounded half up to `decimals`.
    Percent {
        percent: Decimal,
        decimals: u32,
    },
    Equal,
}

impl Rule {
    /// What it is called in the ledger.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sum => "sum",
            Self::Percent { .. } => "percent",
            Self::Equal => "equal",
        }
    }
}

/// What a rule makes of figures.
pub(crate) fn apply(rule: Rule, operands: &[Decimal]) -> Decimal {
    let sum: Decimal = operands.iter().sum();
    match rule {
        Rule::Sum | Rule::Equal => sum,
        Rule::Percent { percent, decimals } => (sum * percent / Decimal::ONE_HUNDRED)
            .round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero),
    }
}
