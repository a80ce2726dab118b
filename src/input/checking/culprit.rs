//! Several relations that fail together: the one figure that, written otherwise, would mend them all. One
//! mistyped figure breaks its row, its column and every total above it, and is reported once, at its cell.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::checking::judged::{Judged, arithmetic, named, shown};
use crate::input::checking::relation::Figure;
use crate::input::dataset::{Entry, TableData};
use crate::input::definition::model::Table;

/// So many failures are no one slip.
const MAX_FAILING: usize = 24;

/// One figure that explains several failures.
struct Culprit {
    figure: Figure,
    instead: Decimal,
    explains: BTreeSet<usize>,
}

/// What is to be said of all relations of a table together.
pub(crate) fn findings(table: &Table, data: &TableData, judged: &[Judged<'_>]) -> Vec<Finding> {
    let mut failing: BTreeSet<usize> = (0..judged.len()).filter(|&at| judged[at].fails()).collect();
    let mut found = Vec::new();
    let mut touched: BTreeMap<&Figure, BTreeSet<usize>> = BTreeMap::new();
    if (2..=MAX_FAILING).contains(&failing.len()) {
        for (at, one) in judged.iter().enumerate() {
            for figure in one.figures() {
                touched.entry(figure).or_default().insert(at);
            }
        }
    }
    while let Some(culprit) = suspect(judged, &failing, &touched) {
        failing.retain(|at| !culprit.explains.contains(at));
        found.extend(report(table, data, judged, &culprit));
    }
    for (at, one) in judged.iter().enumerate() {
        let is_said = one.fails() && (!failing.contains(&at) || is_repeated(judged, &failing, at));
        found.extend(one.finding.clone().filter(|_| !is_said));
    }
    found
}

/// The figure that explains the most failures, if it is the only one that does.
fn suspect(
    judged: &[Judged<'_>],
    failing: &BTreeSet<usize>,
    touched: &BTreeMap<&Figure, BTreeSet<usize>>,
) -> Option<Culprit> {
    let culprits = touched.iter().filter_map(|(figure, touched)| explained(judged, failing, figure, touched));
    let mut culprits: Vec<Culprit> = culprits.collect();
    culprits.sort_by_key(|culprit| std::cmp::Reverse(culprit.explains.len()));
    let is_only = culprits.get(1).is_none_or(|second| second.explains.len() < culprits[0].explains.len());
    culprits.into_iter().next().filter(|_| is_only)
}

/// Whether another value of a figure would mend two failures or more, and break nothing.
fn explained(
    judged: &[Judged<'_>],
    failing: &BTreeSet<usize>,
    figure: &Figure,
    touched: &BTreeSet<usize>,
) -> Option<Culprit> {
    let explains: BTreeSet<usize> = touched.intersection(failing).copied().collect();
    // A figure that was computed follows from others.
    let is_computed = touched.iter().any(|&at| judged[at].check.computed && judged[at].instance.target == *figure);
    if explains.len() < 2 || is_computed {
        return None;
    }
    let mut strictest: Vec<&Judged<'_>> = explains.iter().map(|&at| &judged[at]).collect();
    strictest.sort_by_key(|one| one.instance.tolerance);
    let mends = |instead: &Decimal| {
        !instead.is_sign_negative() && touched.iter().all(|&at| judged[at].holds_with(figure, *instead))
    };
    let instead = strictest.iter().filter_map(|one| one.wish(figure)).find(mends)?;
    Some(Culprit { figure: figure.clone(), instead, explains })
}

fn report(table: &Table, data: &TableData, judged: &[Judged<'_>], culprit: &Culprit) -> Option<Finding> {
    let entry = |(row, column): &Figure| -> Option<&Entry> { data.rows.get(*row)?.entries.get(column) };
    let suspect = entry(&culprit.figure)?;
    let at = suspect.at.first()?;
    let mut finding = named(Finding::new(Code::FigureSuspect, Place::Cell(at.clone())), table, data, &culprit.figure)
        .with("stated", shown(suspect.quantity()?.value))
        .with("instead", shown(culprit.instead))
        .count(culprit.explains.len())
        .showing(data.sheet.excerpt(data.header_row, at.row, at.col));
    for one in culprit.explains.iter().filter_map(|&at| judged.get(at)) {
        let Some(target) = entry(&one.instance.target).and_then(|target| target.at.first()) else { continue };
        let operands: Vec<&Entry> = one.operands.iter().filter_map(|(figure, _)| entry(figure)).collect();
        let (stated, expected) = (shown(one.check.stated), shown(one.check.expected));
        let sum = arithmetic(&one.check, &operands);
        let sum = if sum == expected { sum } else { format!("{sum} = {expected}") };
        finding.related.push((target.clone(), format!("{stated} ≠ {sum}")));
    }
    Some(finding)
}

/// Whether an earlier failure says the same of the same figure, as two ways to add up one total do.
fn is_repeated(judged: &[Judged<'_>], failing: &BTreeSet<usize>, at: usize) -> bool {
    let one = &judged[at];
    failing.range(..at).map(|&earlier| &judged[earlier]).any(|earlier| {
        let apart = (earlier.check.expected - one.check.expected).abs();
        let tolerance = earlier.instance.tolerance.max(one.instance.tolerance);
        earlier.instance.target == one.instance.target && earlier.check.rule == one.check.rule && apart <= tolerance
    })
}
