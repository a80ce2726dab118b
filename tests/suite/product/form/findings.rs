//! What the measuring of one rule found: what was measured, and sentences about what is wrong.

use std::collections::BTreeMap;

use crate::support::layout::{Line, Stroke};

/// Something on a page that a message can point at.
pub trait Spot {
    fn place(&self) -> String;
}

impl Spot for Line {
    fn place(&self) -> String {
        Line::place(self)
    }
}

impl Spot for Stroke {
    fn place(&self) -> String {
        Stroke::place(self)
    }
}

impl<T: Spot> Spot for &T {
    fn place(&self) -> String {
        (*self).place()
    }
}

/// A page, as a place of its own.
pub struct OnPage(pub usize);

impl Spot for OnPage {
    fn place(&self) -> String {
        format!("page {}", self.0)
    }
}

/// Least and greatest value, and how often it was measured.
struct Spread {
    low: f64,
    high: f64,
    count: usize,
    unit: &'static str,
}

#[derive(Default)]
pub struct Findings {
    /// Each says what was measured, where, and what is allowed.
    pub faults: Vec<String>,
    spreads: BTreeMap<&'static str, Spread>,
    conditions: usize,
}

impl Findings {
    /// A measure that must lie between two values. Values computed from positions carry rounding, so the
    /// limits themselves are let in.
    pub fn between(
        &mut self,
        what: &'static str,
        at: &impl Spot,
        value: f64,
        (low, high): (f64, f64),
        unit: &'static str,
    ) {
        self.record(what, value, unit);
        if !(low - 0.01..=high + 0.01).contains(&value) {
            self.faults.push(format!("{what} is {value:.2} {unit} ({}); allowed {low:.2} to {high:.2}", at.place()));
        }
    }

    /// A measure that must equal another one.
    pub fn near(
        &mut self,
        what: &'static str,
        at: &impl Spot,
        value: f64,
        (wanted, slack): (f64, f64),
        unit: &'static str,
    ) {
        self.between(what, at, value, (wanted - slack, wanted + slack), unit);
    }

    /// Something that must be so; `fault` says what is instead, `at` where.
    pub fn holds(&mut self, holds: bool, at: &impl Spot, fault: &str) {
        self.conditions += 1;
        if !holds {
            self.faults.push(format!("{fault} ({})", at.place()));
        }
    }

    /// Something that must be so, with no place to point at.
    pub fn claim(&mut self, holds: bool, fault: impl FnOnce() -> String) {
        self.conditions += 1;
        if !holds {
            self.faults.push(fault());
        }
    }

    /// A part of the document without which nothing can be measured.
    pub fn need<T>(&mut self, part: Option<T>, what: &str) -> Option<T> {
        if part.is_none() {
            self.faults.push(format!("{what} is not on the pages"));
        }
        part
    }

    /// A check that compared nothing proves nothing.
    pub fn is_empty(&self) -> bool {
        self.conditions == 0 && self.spreads.is_empty()
    }

    /// The measures, for the printed report.
    pub fn measures(&self) -> String {
        let mut parts: Vec<String> = self.spreads.iter().map(|(what, spread)| spread.show(what)).collect();
        if self.conditions > 0 {
            parts.push(format!("{} conditions", self.conditions));
        }
        parts.join(", ")
    }

    fn record(&mut self, what: &'static str, value: f64, unit: &'static str) {
        let spread = self.spreads.entry(what).or_insert(Spread { low: value, high: value, count: 0, unit });
        spread.low = spread.low.min(value);
        spread.high = spread.high.max(value);
        spread.count += 1;
    }
}

impl Spread {
    fn show(&self, what: &str) -> String {
        let Self { low, high, count, unit } = self;
        let value = if high - low < 0.005 { format!("{low:.2}") } else { format!("{low:.2} to {high:.2}") };
        format!("{what} {value} {unit} ({count}×)")
    }
}
