//! The declared relations over a dataset: blank totals are computed, everything else is compared.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::{Decimal, RoundingStrategy};

use crate::columns::join_alike;
use crate::culprit::{self, Judged};
use crate::dataset::{Content, Dataset, Entry, Quantity, QuantityKind, TOTAL, TableData};
use crate::diagnostic::{CellRef, Diagnostic, Place};
use crate::document::{Column, Document, Equality, Table};
use crate::doubt::Doubt;
use crate::names::{heading_of, row_of};
use crate::relation::{self, Figure, Instance};
use crate::suspect::{self, Slip};
use crate::vi::{self, Grouping};

/// A dataset whose relations have been looked at.
#[derive(Debug, Clone)]
pub struct Checked {
    pub dataset: Dataset,
    /// Every relation instance, in the definition's order.
    pub checks: Vec<Check>,
}

/// One relation applied to one figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The figure it speaks of: `budget/2.2/district_total`.
    pub target: String,
    /// The figures it is made from, in order, blank ones included.
    pub operands: Vec<String>,
    pub rule: Rule,
    /// What the rule gives.
    pub expected: Decimal,
    /// What the table says.
    pub stated: Decimal,
    /// Whether this is the first relation of that target, which makes its Excel formula.
    pub is_primary: bool,
    /// Whether the target was left blank and takes its value from the rule.
    pub computed: bool,
}

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

impl Check {
    /// Whether the table says what the rule gives.
    pub fn holds(&self) -> bool {
        self.expected == self.stated
    }
}

/// Computes what was left blank and checks what was entered, save for what depends on a cell in doubt.
///
/// Errors are discrepancies beyond their declared tolerance, and required figures that are blank and cannot
/// be computed; discrepancies within the tolerance are warnings.
pub fn relations(document: &Document, mut dataset: Dataset, doubt: &Doubt) -> (Checked, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut checks = Vec::new();
    for table in &document.tables {
        let Some(data) = dataset.tables.iter_mut().find(|data| data.key == table.key) else { continue };
        let instances = relation::instances(table, data);
        let mut unsure = unsure(table, data, &instances, doubt);
        require(table, data, &instances, &mut unsure, &mut found);
        let sure: Vec<&Instance> = instances.iter().filter(|instance| !unsure.hold(instance)).collect();
        fill_blanks(table, data, &sure, &mut found);
        let mut seen = BTreeSet::new();
        let judged: Vec<Judged<'_>> =
            sure.iter().filter_map(|one| compare(table, data, one, seen.insert(&one.target))).collect();
        found.extend(culprit::findings(table, data, &judged));
        checks.extend(judged.into_iter().map(|one| one.check));
        add_sums(table, data);
    }
    for equality in &document.equalities {
        let check = equal(equality, document, &dataset, doubt, &checks, &mut found);
        checks.extend(check);
    }
    (Checked { dataset, checks }, found)
}

/// Figures that cannot be relied on, and whether the rows cannot.
struct Unsure {
    figures: BTreeSet<Figure>,
    rows: bool,
}

impl Unsure {
    /// Whether a relation depends on something that cannot be relied on.
    fn hold(&self, instance: &Instance) -> bool {
        self.figures.contains(&instance.target) || self.reach(instance)
    }

    fn reach(&self, instance: &Instance) -> bool {
        (instance.is_down && self.rows) || instance.operands.iter().any(|operand| self.figures.contains(operand))
    }

    /// Blank figures that would be computed from unsure ones are unsure too.
    fn spread(&mut self, data: &TableData, instances: &[Instance]) {
        for _ in 0..DEPTH {
            let blank = |figure: &Figure| entry(data, figure).is_some_and(Entry::is_blank);
            let reached = instances.iter().filter(|instance| blank(&instance.target) && self.reach(instance));
            let more: Vec<Figure> = reached.map(|instance| instance.target.clone()).collect();
            let before = self.figures.len();
            self.figures.extend(more);
            if self.figures.len() == before {
                break;
            }
        }
    }
}

fn entry<'a>(data: &'a TableData, (row, column): &Figure) -> Option<&'a Entry> {
    data.rows.get(*row)?.entries.get(column)
}

fn unsure(table: &Table, data: &TableData, instances: &[Instance], doubt: &Doubt) -> Unsure {
    let whole = doubt.of_figures(&data.sheet);
    let is_unsure = |figure: &Figure| {
        whole || entry(data, figure).is_none_or(|entry| doubt.of_entry(entry) || is_covered(data, entry))
    };
    let all = (0..data.rows.len()).flat_map(|row| table.columns.iter().map(move |column| (row, column.key.clone())));
    let figures = all.filter(|figure| is_unsure(figure)).collect();
    let mut unsure = Unsure { figures, rows: doubt.of_rows(table, data) };
    unsure.spread(data, instances);
    unsure
}

/// Whether a cell lies under a merged one, which has been reported.
fn is_covered(data: &TableData, entry: &Entry) -> bool {
    entry.is_blank() && entry.at.iter().any(|at| data.sheet.is_covered((at.row, at.col)))
}

/// Required figures that are blank and that no relation gives. What would have been computed from them
/// is not reported with them.
fn require(table: &Table, data: &TableData, instances: &[Instance], unsure: &mut Unsure, found: &mut Vec<Diagnostic>) {
    let primaries = primaries(instances.iter());
    let required = || table.columns.iter().filter(|column| column.required && column.kind.is_numeric());
    let figures = (0..data.rows.len()).flat_map(|row| required().map(move |column| (row, column.key.clone())));
    let lacking: BTreeSet<Figure> = figures
        .filter(|figure| entry(data, figure).is_some_and(Entry::is_blank) && !unsure.figures.contains(figure))
        .filter(|figure| value(data, &primaries, figure, DEPTH).is_none())
        .collect();
    let follows = |figure: &Figure| {
        primaries.get(figure).is_some_and(|instance| instance.operands.iter().any(|operand| lacking.contains(operand)))
    };
    let blank = lacking.iter().filter(|figure| !follows(figure)).filter_map(|figure| {
        let at = entry(data, figure)?.at.first()?;
        let finding = Diagnostic::error("cell-required", Place::Cell(at.clone()))
            .with("heading", data.headings.get(&figure.1).map(|(h, _)| h.as_str()).unwrap_or_default());
        Some(finding.showing(data.sheet.excerpt(data.header_row, at.row, at.col)))
    });
    found.extend(join_alike(blank.collect()));
    unsure.figures.extend(lacking);
    unsure.spread(data, instances);
}

/// The first relation of each figure, which gives its value where it is blank.
type Primaries<'a> = BTreeMap<&'a Figure, &'a Instance>;

fn primaries<'a>(instances: impl DoubleEndedIterator<Item = &'a Instance>) -> Primaries<'a> {
    instances.rev().map(|instance| (&instance.target, instance)).collect()
}

/// The entered value of a cell, or for a blank one the value of its first relation.
///
/// `depth` guards against relations that go in a circle.
fn value(data: &TableData, primaries: &Primaries<'_>, cell: &Figure, depth: usize) -> Option<Decimal> {
    if let Some(quantity) = entry(data, cell)?.quantity() {
        return Some(quantity.value);
    }
    let primary = primaries.get(cell)?;
    if depth == 0 {
        return None;
    }
    let operands: Vec<Decimal> =
        primary.operands.iter().filter_map(|operand| value(data, primaries, operand, depth - 1)).collect();
    (!operands.is_empty()).then(|| apply(primary.rule, &operands))
}

/// How many relations may stand on one another: row, parent, total and as many again.
const DEPTH: usize = 8;

/// What a rule makes of figures.
pub fn apply(rule: Rule, operands: &[Decimal]) -> Decimal {
    let sum: Decimal = operands.iter().sum();
    match rule {
        Rule::Sum | Rule::Equal => sum,
        Rule::Percent { percent, decimals } => (sum * percent / Decimal::ONE_HUNDRED)
            .round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero),
    }
}

/// Gives blank targets their computed value, and says so.
fn fill_blanks(table: &Table, data: &mut TableData, instances: &[&Instance], found: &mut Vec<Diagnostic>) {
    let primaries = primaries(instances.iter().copied());
    let blank = primaries.keys().filter(|target| entry(data, target).is_some_and(Entry::is_blank));
    let computed: Vec<(Figure, Decimal)> =
        blank.filter_map(|target| Some(((*target).clone(), value(data, &primaries, target, DEPTH)?))).collect();
    for ((row, column), value) in computed {
        let spec = table.column(&column);
        let decimals = spec.map_or(0, |spec| spec.decimals).max(value.normalize().scale());
        let row = &mut data.rows[row];
        let heading = data.headings.get(&column).map(|(heading, _)| heading.clone()).unwrap_or_default();
        let Some(entry) = row.entries.get_mut(&column) else { continue };
        let quantity = Quantity { value, decimals, kind: quantity_kind(spec) };
        entry.content = Content::Quantity(quantity);
        entry.computed = true;
        if let Some(at) = entry.at.first() {
            found.push(
                Diagnostic::note("cell-computed", Place::Cell(at.clone()))
                    .with("heading", heading)
                    .with("value", quantity.in_sentence()),
            );
        }
    }
}

fn quantity_kind(column: Option<&Column>) -> QuantityKind {
    match column.map(|column| column.kind) {
        Some(crate::document::Kind::Percent) => QuantityKind::Percent,
        Some(crate::document::Kind::Year) => QuantityKind::Year,
        _ => QuantityKind::Plain,
    }
}

fn compare<'a>(table: &Table, data: &TableData, instance: &'a Instance, is_primary: bool) -> Option<Judged<'a>> {
    let target = entry(data, &instance.target)?;
    let stated = target.quantity()?.value;
    let named_figures = instance.operands.iter().filter_map(|figure| Some((figure, entry(data, figure)?)));
    let named_figures: Vec<(&Figure, &Entry)> = named_figures.collect();
    let given = named_figures.iter().filter_map(|(figure, entry)| Some(((*figure).clone(), entry.quantity()?.value)));
    let given: Vec<(Figure, Decimal)> = given.collect();
    if given.is_empty() {
        return None;
    }
    let values: Vec<Decimal> = given.iter().map(|(_, value)| *value).collect();
    let check = Check {
        target: target.key.clone(),
        operands: named_figures.iter().map(|(_, operand)| operand.key.clone()).collect(),
        rule: instance.rule,
        expected: apply(instance.rule, &values),
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

/// With the row and the column of a figure, as people know them.
pub fn named(finding: Diagnostic, table: &Table, data: &TableData, (row, column): &Figure) -> Diagnostic {
    let label = match (data.rows.get(*row), &table.total) {
        (Some(row), Some(total)) if row.is_total => total.label.clone(),
        (Some(row), _) => row.key.clone(),
        (None, _) => String::new(),
    };
    let heading = data.headings.get(column).map(|(heading, _)| heading.as_str()).unwrap_or_default();
    finding.with("row", label).with("heading", heading)
}

/// A warning within the tolerance, else an error; with the arithmetic written out and every cell named.
fn discrepancy(check: &Check, tolerance: Decimal, target: &Entry, operands: &[&Entry]) -> Diagnostic {
    let difference = check.stated - check.expected;
    let code = match check.rule {
        Rule::Sum => "sum-mismatch",
        Rule::Percent { .. } => "percent-mismatch",
        Rule::Equal => "equal-mismatch",
    };
    let place = target.at.first().map_or(Place::Nowhere, |at| Place::Cell(at.clone()));
    let mut finding =
        if difference.abs() > tolerance { Diagnostic::error(code, place) } else { Diagnostic::warning(code, place) };
    let sign = if difference.is_sign_positive() { "+" } else { "−" };
    finding.related = operands
        .iter()
        .flat_map(|operand| operand.at.iter().map(|at| (at.clone(), operand.in_sentence().unwrap_or_default())))
        .collect();
    let (slip, suspect, instead) = suspicion(check, operands);
    finding
        .with("slip", slip)
        .with("suspect", suspect)
        .with("instead", instead)
        .with("stated", shown(check.stated))
        .with("expected", shown(check.expected))
        .with("difference", format!("{sign}{}", shown(difference.abs())))
        .with("arithmetic", arithmetic(check, operands))
        .with("beyond", if difference.abs() > tolerance { "yes" } else { "no" })
}

/// The single figure that would explain a wrong sum: what happened to it, its cell, what it would have to be.
fn suspicion(check: &Check, operands: &[&Entry]) -> (&'static str, String, String) {
    let none = || ("none", String::new(), String::new());
    let values: Vec<Decimal> = operands.iter().filter_map(|operand| Some(operand.quantity()?.value)).collect();
    let Some((at, slip)) = suspect::find(check.stated, check.expected, &values).filter(|_| check.rule == Rule::Sum)
    else {
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
pub fn shown(value: Decimal) -> String {
    vi::number(value, value.normalize().scale(), Grouping::Dot)
}

/// `260 + 355`, `15% × 4.550`.
pub fn arithmetic(check: &Check, operands: &[&Entry]) -> String {
    let terms: Vec<String> =
        operands.iter().filter_map(|operand| Some(operand.quantity()?.digits(Grouping::Dot))).collect();
    match check.rule {
        Rule::Sum | Rule::Equal => terms.join(" + "),
        Rule::Percent { percent, .. } => format!("{}% × {}", shown(percent), terms.join(" + ")),
    }
}

/// Adds the computed columns, each figure with all the cells it comes from.
fn add_sums(table: &Table, data: &mut TableData) {
    for row in &mut data.rows {
        for sum in &table.sums {
            let parts: Vec<&Entry> = sum
                .of
                .iter()
                .filter_map(|column| row.entries.get(column))
                .filter(|entry| entry.quantity().is_some())
                .collect();
            let quantities: Vec<Quantity> = parts.iter().filter_map(|entry| entry.quantity()).collect();
            let content = match quantities.first() {
                None => Content::Blank,
                Some(first) => Content::Quantity(Quantity {
                    value: quantities.iter().map(|quantity| quantity.value).sum(),
                    decimals: quantities.iter().map(|quantity| quantity.decimals).max().unwrap_or(0),
                    kind: first.kind,
                }),
            };
            let at: Vec<CellRef> = parts.iter().flat_map(|entry| entry.at.clone()).collect();
            let key = format!("{}/{}/{}", table.key, row.key, sum.key);
            row.entries.insert(sum.key.clone(), Entry { key, content, at, computed: true });
        }
    }
}

fn equal(
    equality: &Equality,
    document: &Document,
    dataset: &Dataset,
    doubt: &Doubt,
    earlier: &[Check],
    found: &mut Vec<Diagnostic>,
) -> Option<Check> {
    let names = [&equality.target, &equality.to];
    found.extend(names.iter().filter_map(|name| missing_figure(name, document, dataset, doubt)));
    let (target, to) = (dataset.entry(&equality.target)?, dataset.entry(&equality.to)?);
    let sheets = names.iter().filter_map(|name| dataset.table(name.split('/').next()?));
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
        computed: false,
    };
    // One of the two may be a sum that is wrong by the same amount: then that has been reported.
    let is_mended = |one: &Check| {
        (one.target == to.key && one.expected == check.stated)
            || (one.target == check.target && one.expected == check.expected)
    };
    if !check.holds() && !earlier.iter().any(is_mended) {
        found.push(
            discrepancy(&check, equality.tolerance, target, &[to])
                .with("row", row_of(&equality.target))
                .with("heading", heading_of(&equality.target, dataset)),
        );
    }
    Some(check)
}

/// A relation names a row that the sheet does not have, as far as its rows are known.
fn missing_figure(name: &str, document: &Document, dataset: &Dataset, doubt: &Doubt) -> Option<Diagnostic> {
    let (table, data) = name.split('/').next().and_then(|key| Some((document.table(key)?, dataset.table(key)?)))?;
    let key = row_of(name);
    // Of a table without rows that has been said.
    if data.row(&key).is_some() || doubt.of_rows(table, data) || data.rows.iter().all(|row| row.is_total) {
        return None;
    }
    let place = data.sheet.place();
    Some(match &table.total {
        Some(total) if key == TOTAL => Diagnostic::error("total-missing", place).with("label", &total.label),
        _ => {
            let near = vi::nearest(&key, data.rows.iter().map(|row| row.key.as_str()));
            Diagnostic::error("row-missing", place).with("key", &key).with_near(near)
        }
    })
}

/// The number of relation instances that were looked at, by whether they hold: (hold, do not).
pub fn tally(checks: &[Check]) -> (usize, usize) {
    let hold = checks.iter().filter(|check| check.holds()).count();
    (hold, checks.len() - hold)
}
