//! The declared relations over a dataset: blank totals are computed, everything else is compared.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::finding::{Finding, Severity};
use crate::input::checking::compute::{add_sums, entry, fill_blanks, is_undefined, require, unsure};
use crate::input::checking::doubt::Doubt;
use crate::input::checking::judged::{Check, Judged, discrepancy, named, shown};
use crate::input::checking::relation::{self, Figure, Instance};
use crate::input::checking::rule::Rule;
use crate::input::checking::{culprit, following};
use crate::input::dataset::{Dataset, Entry, TOTAL, TableData};
use crate::input::definition::model::{Document, Equality, Table};
use crate::input::derived::derive;
use crate::input::derived::earlier::Times;
use crate::input::figure_key::{FigureKey, KeyParts};
use crate::input::figure_name::{heading_of, row_name};
use crate::vi::likeness;

/// A dataset whose relations have been looked at.
#[derive(Debug, Clone)]
pub struct Checked {
    pub dataset: Dataset,
    /// Every relation instance, in the definition's order.
    pub checks: Vec<Check>,
}

/// Computes what was left blank and checks what was entered, save for what depends on a cell in doubt.
///
/// Errors are discrepancies beyond their declared tolerance, and required figures that are blank and cannot
/// be computed; discrepancies within the tolerance are warnings.
pub(crate) fn relations(
    document: &Document,
    mut dataset: Dataset,
    times: Times<'_>,
    doubt: &Doubt,
) -> (Checked, Vec<Finding>) {
    let mut found = Vec::new();
    let mut checks = Vec::new();
    settle(document, &mut dataset, doubt, &mut found);
    for table in &document.tables {
        found.extend(following::lacking(document, table, &dataset, doubt));
        let open = following::waiting(document, table, &dataset);
        let Some(data) = dataset.tables.iter_mut().find(|data| data.key == table.key) else { continue };
        let instances = relation::instances(table, data);
        let mut unsure = unsure(table, data, &instances, (doubt, &open));
        require(table, data, &instances, &mut unsure, &mut found);
        let sure: Vec<&Instance> = instances.iter().filter(|instance| !unsure.hold(instance)).collect();
        fill_blanks(table, data, &sure, &mut found);
        found.extend(sure.iter().filter_map(|one| undefined(table, data, one)));
        let mut seen = BTreeSet::new();
        let judged: Vec<Judged<'_>> =
            sure.iter().filter_map(|one| compare(table, data, one, seen.insert(&one.target))).collect();
        found.extend(culprit::findings(table, data, &judged));
        checks.extend(judged.into_iter().map(|one| one.check));
        add_sums(table, data);
    }
    let (after, before): (Vec<&Equality>, Vec<&Equality>) =
        document.equalities.iter().partition(|equality| document.speaks_of_derived(equality));
    for equality in before {
        let check = equal(equality, document, &dataset, doubt, &checks, &mut found);
        checks.extend(check);
    }
    found.extend(derive::derive(document, &mut dataset, times, doubt));
    if !after.is_empty() {
        for table in &document.tables {
            following::follow(document, table, &mut dataset, doubt, &mut found);
            let derived = |finding: &Finding| !found.contains(finding);
            let more: Vec<Finding> = following::lacking(document, table, &dataset, doubt);
            let more: Vec<Finding> = more.into_iter().filter(derived).collect();
            found.extend(more);
        }
    }
    for equality in after {
        let check = equal(equality, document, &dataset, doubt, &checks, &mut found);
        checks.extend(check);
    }
    (Checked { dataset, checks }, found)
}

/// Computes what was left blank as far as it can be: a figure may follow from one of another table, which follows from
/// others in turn.
fn settle(document: &Document, dataset: &mut Dataset, doubt: &Doubt, found: &mut Vec<Finding>) {
    // As many as figures can wait for each other; without equalities, tables know nothing of each other.
    let rounds = if document.equalities.is_empty() { 0 } else { 2 * document.equalities.len() + 1 };
    for _ in 0..rounds {
        let before = found.len();
        for table in &document.tables {
            following::follow(document, table, dataset, doubt, found);
            let open = following::waiting(document, table, dataset);
            let Some(data) = dataset.tables.iter_mut().find(|data| data.key == table.key) else { continue };
            let instances = relation::instances(table, data);
            let mut unsure = unsure(table, data, &instances, (doubt, &open));
            // What is missing is told at the end.
            require(table, data, &instances, &mut unsure, &mut Vec::new());
            let sure: Vec<&Instance> = instances.iter().filter(|instance| !unsure.hold(instance)).collect();
            fill_blanks(table, data, &sure, found);
        }
        if found.len() == before {
            break;
        }
    }
}

/// A ratio to nothing has no value: a note where it is blank, an error where one is stated.
fn undefined(table: &Table, data: &TableData, instance: &Instance) -> Option<Finding> {
    if !is_undefined(data, instance) {
        return None;
    }
    let target = entry(data, &instance.target)?;
    let stated = target.quantity().map(|quantity| quantity.value);
    let severity = if stated.is_none_or(|value| value.is_zero()) { Severity::Note } else { Severity::Error };
    let at = target.at.first()?;
    let zero = instance.operands.last().and_then(|operand| entry(data, operand)?.at.first());
    let finding = Finding::graded(severity, Code::RatioUndefined, Place::Cell(at.clone()));
    let finding = named(finding, table, data, &instance.target).flag("is-stated", severity == Severity::Error);
    Some(
        finding
            .with("stated", stated.map(shown).unwrap_or_default())
            .with("cell", zero.map(|at| at.a1()).unwrap_or_default()),
    )
}

fn compare<'a>(table: &Table, data: &TableData, instance: &'a Instance, is_primary: bool) -> Option<Judged<'a>> {
    let target = entry(data, &instance.target)?;
    let stated = target.quantity()?.value;
    let named_figures = instance.operands.iter().filter_map(|figure| Some((figure, entry(data, figure)?)));
    let named_figures: Vec<(&Figure, &Entry)> = named_figures.collect();
    let given = named_figures.iter().filter_map(|(figure, entry)| Some(((*figure).clone(), entry.quantity()?.value)));
    let given: Vec<(Figure, Decimal)> = given.collect();
    let values: Vec<Option<Decimal>> = named_figures.iter().map(|(_, entry)| Some(entry.quantity()?.value)).collect();
    let check = Check {
        target: target.key.clone(),
        operands: named_figures.iter().map(|(_, operand)| operand.key.clone()).collect(),
        rule: instance.rule,
        expected: instance.rule.apply(&values)?,
        stated,
        is_primary,
        computed: target.computed,
    };
    let finding = (!check.holds()).then(|| {
        let operands: Vec<&Entry> = given.iter().filter_map(|(figure, _)| entry(data, figure)).collect();
        let finding = discrepancy(&check, instance.tolerance, target, &operands);
        let finding = named(finding, table, data, &instance.target);
        match target.at.first() {
            Some(at) => finding.showing(data.sheet.excerpt(data.header_row, at.row, at.col)),
            None => finding,
        }
    });
    Some(Judged { instance, check, operands: given, finding })
}

fn equal(
    equality: &Equality,
    document: &Document,
    dataset: &Dataset,
    doubt: &Doubt,
    earlier: &[Check],
    found: &mut Vec<Finding>,
) -> Option<Check> {
    let names = [&equality.target, &equality.to];
    found.extend(names.iter().filter_map(|name| missing_figure(name, document, dataset, doubt)));
    let (target, to) = (dataset.entry(&equality.target)?, dataset.entry(&equality.to)?);
    let sheets = names.iter().filter_map(|name| dataset.table(name.table()?));
    if doubt.of_entry(target) || doubt.of_entry(to) || sheets.into_iter().any(|data| doubt.of_figures(&data.sheet)) {
        return None;
    }
    let check = Check {
        target: target.key.clone(),
        operands: vec![to.key.clone()],
        rule: Rule::Equal,
        expected: to.quantity()?.value,
        stated: target.quantity()?.value,
        is_primary: true,
        computed: target.computed,
    };
    // One of the two may be a sum that is wrong by the same amount: then that has been reported.
    let is_mended = |one: &Check| {
        (one.target == to.key && one.expected == check.stated)
            || (one.target == check.target && one.expected == check.expected)
    };
    if !check.holds() && !earlier.iter().any(is_mended) {
        found.push(
            discrepancy(&check, equality.tolerance, target, &[to])
                .with("row", row_of(&equality.target, document, dataset))
                .with("heading", heading_of(&equality.target, dataset))
                .with("here", cell_of(target))
                .with("there", cell_of(to))
                .with("times", thousands(&check).map(|times| shown(times.into())).unwrap_or_default())
                .flag("thousandfold", thousands(&check).is_some()),
        );
    }
    Some(check)
}

/// The row of a figure as its sheet names it.
fn row_of(key: &FigureKey, document: &Document, dataset: &Dataset) -> String {
    let KeyParts::Figure { table, row, .. } = key.parts() else { return String::new() };
    let known = document.table(table).zip(dataset.table(table));
    known.map_or_else(|| row.to_owned(), |(table, data)| row_name(table, data, row))
}

/// `Chỉ tiêu E2`: the first cell of a figure, as one sheet calls it to another.
fn cell_of(entry: &Entry) -> String {
    entry.at.first().map(|at| format!("{} {}", at.sheet, at.a1())).unwrap_or_default()
}

/// By how many thousands one of two figures is the other, as units of money are apart.
fn thousands(check: &Check) -> Option<u32> {
    let (less, more) = (check.stated.min(check.expected), check.stated.max(check.expected));
    let is_apart = |times: &u32| !less.is_zero() && less * Decimal::from(*times) == more;
    [1_000, 1_000_000, 1_000_000_000].into_iter().find(is_apart)
}

/// A relation names a row that the sheet does not have, as far as its rows are known.
fn missing_figure(name: &FigureKey, document: &Document, dataset: &Dataset, doubt: &Doubt) -> Option<Finding> {
    let KeyParts::Figure { table, row: key, .. } = name.parts() else { return None };
    let (table, data) = (document.table(table)?, dataset.table(table)?);
    // Of a table without rows that has been said.
    if data.row(key).is_some() || doubt.of_rows(table, data) || data.rows.iter().all(|row| row.is_total) {
        return None;
    }
    let place = data.sheet.place();
    Some(match &table.total {
        Some(total) if key == TOTAL => {
            Finding::graded(Severity::Error, Code::TotalMissing, place).with("label", &total.label)
        }
        _ => {
            // A row that is needed itself was not renamed.
            let is_needed = |other: &str| {
                let names = document.equalities.iter().flat_map(|equality| [&equality.target, &equality.to]);
                names.map(FigureKey::parts).any(
                    |parts| matches!(parts, KeyParts::Figure { table: of, row, .. } if of == table.key && row == other),
                )
            };
            let keys = data.rows.iter().filter(|row| !row.is_total).map(|row| row.key.as_str());
            let keys = keys.filter(|key| !is_needed(key));
            let keys: Vec<&str> = keys.collect();
            let near = likeness::clear(key, &keys);
            Finding::new(Code::RowMissing, place).with("key", key).with_near(near)
        }
    })
}

/// The number of relation instances that were looked at, by whether they hold: (hold, do not).
pub(crate) fn tally(checks: &[Check]) -> (usize, usize) {
    let hold = checks.iter().filter(|check| check.holds()).count();
    (hold, checks.len() - hold)
}
