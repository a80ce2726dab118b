//! One relation applied to one figure, and what is said where it does not hold.

use rust_decimal::Decimal;

use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::finding::{Finding, Severity};
use crate::input::checking::relation::{Figure, Instance};
use crate::input::checking::rule::Rule;
use crate::input::checking::slip::{self, Slip};
use crate::input::dataset::{Entry, TableData};
use crate::input::definition::model::Table;
use crate::input::figure_key::FigureKey;
use crate::input::figure_name::row_name;
use crate::vi::numbers::{self, Grouping};

/// One relation applied to one figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The figure it speaks of: `budget/2.2/district_total`.
    pub target: FigureKey,
    /// The figures it is made from, in order, blank ones included.
    pub operands: Vec<FigureKey>,
    pub rule: Rule,
    /// What the rule gives.
    pub expected: Decimal,
    /// What the table says.
    pub stated: Decimal,
    /// Whether this is the first relation of that target, which makes its Excel formula.
    pub(crate) is_primary: bool,
    /// Whether the target was left blank and takes its value from the rule.
    pub(crate) computed: bool,
}

impl Check {
    /// Whether the table says what the rule gives.
    pub fn holds(&self) -> bool {
        self.expected == self.stated
    }
}

/// With the row and the column of a figure, as people know them.
pub(crate) fn named(finding: Finding, table: &Table, data: &TableData, (row, column): &Figure) -> Finding {
    let label = data.rows.get(*row).map(|row| row_name(table, data, &row.key)).unwrap_or_default();
    let heading = data.headings.get(column).map(|(heading, _)| heading.as_str()).unwrap_or_default();
    finding.with("row", label).with("heading", heading)
}

/// A warning within the tolerance, else an error; with the arithmetic written out and every cell named.
pub(crate) fn discrepancy(check: &Check, tolerance: Decimal, target: &Entry, operands: &[&Entry]) -> Finding {
    let difference = check.stated - check.expected;
    let code = match check.rule {
        Rule::Sum => Code::SumMismatch,
        Rule::Percent { .. } => Code::PercentMismatch,
        Rule::Ratio { .. } => Code::RatioMismatch,
        Rule::Difference => Code::DifferenceMismatch,
        Rule::Minimum | Rule::Maximum => Code::ExtremeMismatch,
        Rule::Equal => Code::EqualMismatch,
    };
    let place = target.at.first().map_or(Place::Nowhere, |at| Place::Cell(at.clone()));
    let severity = if difference.abs() > tolerance { Severity::Error } else { Severity::Warning };
    let mut finding = Finding::graded(severity, code, place);
    finding.related = operands
        .iter()
        .flat_map(|operand| operand.at.iter().map(|at| (at.clone(), operand.in_sentence().unwrap_or_default())))
        .collect();
    let (slip, suspect, instead) = suspicion(check, operands);
    finding
        .choice("slip", slip)
        .with("suspect", suspect)
        .with("instead", instead)
        .with("stated", shown(check.stated))
        .with("expected", shown(check.expected))
        .with("difference", numbers::difference(difference))
        .with("arithmetic", arithmetic(check, operands))
        .choice("extreme", if check.rule == Rule::Minimum { "minimum" } else { "maximum" })
        .flag("is-single", check.rule == Rule::Sum && operands.len() == 1)
        .flag("beyond", difference.abs() > tolerance)
}

/// The single figure that would explain a wrong sum: what happened to it, its cell, what it would have to be.
fn suspicion(check: &Check, operands: &[&Entry]) -> (&'static str, String, String) {
    let none = || ("none", String::new(), String::new());
    let values: Vec<Decimal> = operands.iter().filter_map(|operand| Some(operand.quantity()?.value)).collect();
    let Some((at, slip)) = slip::find(check.stated, check.expected, &values).filter(|_| check.rule == Rule::Sum) else {
        return none();
    };
    let Some(cell) = operands.get(at).and_then(|operand| operand.at.first()) else { return none() };
    let (name, instead) = match slip {
        Slip::Omitted => ("omitted", String::new()),
        Slip::Doubled => ("doubled", String::new()),
        Slip::Swapped(value) => ("swapped", shown(value)),
        Slip::Shifted(value) => ("shifted", shown(value)),
    };
    (name, cell.a1(), instead)
}

/// A figure as messages write it.
pub(crate) fn shown(value: Decimal) -> String {
    numbers::exact(value, Grouping::Dot)
}

/// `260 + 355`, `15% × 4.550`.
pub(crate) fn arithmetic(check: &Check, operands: &[&Entry]) -> String {
    let terms: Vec<String> =
        operands.iter().filter_map(|operand| Some(operand.quantity()?.digits(Grouping::Dot))).collect();
    match check.rule {
        Rule::Sum | Rule::Equal => terms.join(" + "),
        Rule::Difference => terms.join(" − "),
        Rule::Ratio { times: 1, .. } => terms.join(" : "),
        Rule::Ratio { times, .. } => format!("{} × {}", terms.join(" : "), shown(times.into())),
        Rule::Minimum | Rule::Maximum => terms.join("; "),
        Rule::Percent { percent, .. } => format!("{}% × {}", shown(percent), terms.join(" + ")),
    }
}

/// `260 + 355 = 615`, `15% × 4.550 ≈ 683`.
pub(crate) fn equation(check: &Check, operands: &[&Entry]) -> String {
    let (arithmetic, expected) = (arithmetic(check, operands), shown(check.expected));
    match check.rule {
        Rule::Minimum => format!("số nhỏ nhất của {arithmetic} là {expected}"),
        Rule::Maximum => format!("số lớn nhất của {arithmetic} là {expected}"),
        rule => format!("{arithmetic} {} {expected}", if rule.is_rounded() { "≈" } else { "=" }),
    }
}

/// A relation that has been judged.
pub(crate) struct Judged<'a> {
    pub(crate) instance: &'a Instance,
    pub(crate) check: Check,
    /// The figures it is made from that are not blank.
    pub(crate) operands: Vec<(Figure, Decimal)>,
    /// What is to be said of it by itself.
    pub(crate) finding: Option<Finding>,
}

impl Judged<'_> {
    /// Whether it is an error.
    pub(crate) fn fails(&self) -> bool {
        self.finding.as_ref().is_some_and(|finding| finding.severity == Severity::Error)
    }

    /// The figures that it speaks of, the target last.
    pub(crate) fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.operands.iter().map(|(figure, _)| figure).chain([&self.instance.target])
    }

    /// What the figure would have to be for the relation to hold exactly, where one value would do.
    pub(crate) fn wish(&self, figure: &Figure) -> Option<Decimal> {
        if self.instance.target == *figure {
            return Some(self.check.expected);
        }
        let (_, value) = self.operands.iter().find(|(operand, _)| operand == figure)?;
        let is_sum = self.check.rule == Rule::Sum;
        is_sum.then(|| *value + self.check.stated - self.check.expected)
    }

    /// Whether it would hold if that figure were another.
    pub(crate) fn holds_with(&self, figure: &Figure, instead: Decimal) -> bool {
        let value = |operand: &Figure| {
            let given = self.operands.iter().find(|(given, _)| given == operand);
            given.map(|(_, value)| if operand == figure { instead } else { *value })
        };
        let operands: Vec<Option<Decimal>> = self.instance.operands.iter().map(value).collect();
        let stated = if self.instance.target == *figure { instead } else { self.check.stated };
        let expected = self.check.rule.apply(&operands);
        expected.is_some_and(|expected| (stated - expected).abs() <= self.instance.tolerance)
    }
}
