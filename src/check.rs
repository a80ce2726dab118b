//! The declared relations over a dataset: blank totals are computed, everything else is compared.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::dataset::{Content, Dataset, Entry, Quantity, QuantityKind, Row, TableData};
use crate::diagnostic::{CellRef, Diagnostic, Place, Stage, accept};
use crate::document::{Column, Document, Equality, Kind, Relation, Rows, Table};
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

/// Computes what was left blank and checks what was entered.
///
/// # Errors
/// Every discrepancy beyond its declared tolerance, and every required figure that is blank and cannot be
/// computed. Discrepancies within the tolerance are warnings.
pub fn relations(document: &Document, mut dataset: Dataset) -> Stage<Checked> {
    let mut found = Vec::new();
    let mut checks = Vec::new();
    for (table, data) in document.tables.iter().zip(&mut dataset.tables) {
        let instances = instances(table, data);
        fill_blanks(table, data, &instances, &mut found);
        for (index, instance) in instances.iter().enumerate() {
            let is_primary = !instances[..index].iter().any(|earlier| earlier.target == instance.target);
            checks.extend(compare(table, data, instance, is_primary, &mut found));
        }
        require(table, data, &mut found);
        add_sums(table, data);
    }
    for equality in &document.equalities {
        checks.extend(equal(equality, &dataset, &mut found));
    }
    accept(Checked { dataset, checks }, found)
}

/// A relation applied to one row and column, before values are looked up.
struct Instance {
    target: (usize, String),
    operands: Vec<(usize, String)>,
    rule: Rule,
    tolerance: Decimal,
}

fn instances(table: &Table, data: &TableData) -> Vec<Instance> {
    table.relations.iter().flat_map(|relation| expand(relation, table, data)).collect()
}

fn expand(relation: &Relation, table: &Table, data: &TableData) -> Vec<Instance> {
    let across = |target: &String, of: Vec<String>, rows: Rows, rule: Rule, tolerance: Decimal| {
        let chosen = data.rows.iter().enumerate().filter(move |(_, row)| selects(rows, row, data));
        chosen
            .map(|(at, _)| Instance {
                target: (at, target.clone()),
                operands: of.iter().map(|column| (at, column.clone())).collect(),
                rule,
                tolerance,
            })
            .collect::<Vec<_>>()
    };
    let down = |at: usize, operands: &[usize], columns: &[String], tolerance: Decimal| {
        columns
            .iter()
            .map(|column| Instance {
                target: (at, column.clone()),
                operands: operands.iter().map(|&row| (row, column.clone())).collect(),
                rule: Rule::Sum,
                tolerance,
            })
            .collect::<Vec<_>>()
    };
    let rows_where = |chosen: &dyn Fn(&Row) -> bool| -> Vec<usize> {
        data.rows.iter().enumerate().filter(|(_, row)| chosen(row)).map(|(at, _)| at).collect()
    };
    match relation {
        Relation::Sum { target, of, rows, tolerance } => across(target, of.clone(), *rows, Rule::Sum, *tolerance),
        Relation::PercentOf { target, of, percent, rows, tolerance } => {
            let decimals = table.column(target).map_or(0, |column| column.decimals);
            let rule = Rule::Percent { percent: *percent, decimals };
            across(target, vec![of.clone()], *rows, rule, *tolerance)
        }
        Relation::Children { columns, tolerance } => data
            .rows
            .iter()
            .enumerate()
            .flat_map(|(at, parent)| {
                let children = rows_where(&|row| parent.is_parent_of(row));
                if children.is_empty() { Vec::new() } else { down(at, &children, columns, *tolerance) }
            })
            .collect(),
        Relation::Total { columns, over, tolerance } => {
            let operands = rows_where(&|row| !row.is_total && selects(*over, row, data));
            rows_where(&|row| row.is_total)
                .into_iter()
                .flat_map(|at| down(at, &operands, columns, *tolerance))
                .collect()
        }
    }
}

fn selects(rows: Rows, row: &Row, data: &TableData) -> bool {
    match rows {
        Rows::All => true,
        Rows::Top => row.level() == 1,
        Rows::Leaves => !row.is_total && !data.rows.iter().any(|other| row.is_parent_of(other)),
    }
}

/// The entered value of a cell, or for a blank one the value of its first relation.
///
/// `depth` guards against relations that go in a circle.
fn value(data: &TableData, instances: &[Instance], cell: &(usize, String), depth: usize) -> Option<Decimal> {
    let (row, column) = cell;
    if let Some(quantity) = data.rows.get(*row)?.entries.get(column)?.quantity() {
        return Some(quantity.value);
    }
    let primary = instances.iter().find(|instance| instance.target == *cell)?;
    if depth == 0 {
        return None;
    }
    let operands: Vec<Decimal> =
        primary.operands.iter().filter_map(|operand| value(data, instances, operand, depth - 1)).collect();
    (!operands.is_empty()).then(|| apply(primary.rule, &operands))
}

/// How many relations may stand on one another: row, parent, total and as many again.
const DEPTH: usize = 8;

fn apply(rule: Rule, operands: &[Decimal]) -> Decimal {
    let sum: Decimal = operands.iter().sum();
    match rule {
        Rule::Sum | Rule::Equal => sum,
        Rule::Percent { percent, decimals } => (sum * percent / Decimal::ONE_HUNDRED)
            .round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero),
    }
}

/// Gives blank targets their computed value, and says so.
fn fill_blanks(table: &Table, data: &mut TableData, instances: &[Instance], found: &mut Vec<Diagnostic>) {
    let mut computed = Vec::new();
    for instance in instances {
        let (row, column) = &instance.target;
        let blank = data.rows[*row].entries.get(column).is_some_and(Entry::is_blank);
        if blank
            && !computed.iter().any(|(target, _)| *target == instance.target)
            && let Some(value) = value(data, instances, &instance.target, DEPTH)
        {
            computed.push((instance.target.clone(), value));
        }
    }
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

fn compare(
    table: &Table,
    data: &TableData,
    instance: &Instance,
    is_primary: bool,
    found: &mut Vec<Diagnostic>,
) -> Option<Check> {
    let entry = |(row, column): &(usize, String)| data.rows.get(*row)?.entries.get(column);
    let target = entry(&instance.target)?;
    let stated = target.quantity()?.value;
    let named: Vec<&Entry> = instance.operands.iter().filter_map(entry).collect();
    let operands: Vec<&Entry> = named.iter().copied().filter(|operand| operand.quantity().is_some()).collect();
    let values: Vec<Decimal> = operands.iter().filter_map(|operand| Some(operand.quantity()?.value)).collect();
    if values.is_empty() {
        return None;
    }
    let check = Check {
        target: target.key.clone(),
        operands: named.iter().map(|operand| operand.key.clone()).collect(),
        rule: instance.rule,
        expected: apply(instance.rule, &values),
        stated,
        is_primary,
        computed: target.computed,
    };
    if !check.holds() {
        let row = &data.rows[instance.target.0];
        let label = if row.is_total {
            table.total.as_ref().map(|total| total.label.clone()).unwrap_or_default()
        } else {
            row.key.clone()
        };
        let finding = discrepancy(&check, instance.tolerance, target, &operands)
            .with("row", label)
            .with("heading", data.headings.get(&instance.target.1).map(|(h, _)| h.as_str()).unwrap_or_default());
        let finding = match target.at.first() {
            Some(at) => finding.showing(data.sheet.excerpt(data.header_row, at.row, at.col)),
            None => finding,
        };
        found.push(finding);
    }
    Some(check)
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

fn shown(value: Decimal) -> String {
    vi::number(value, value.normalize().scale(), Grouping::Dot)
}

/// `260 + 355`, `15% × 4.550`.
fn arithmetic(check: &Check, operands: &[&Entry]) -> String {
    let terms: Vec<String> =
        operands.iter().filter_map(|operand| Some(operand.quantity()?.digits(Grouping::Dot))).collect();
    match check.rule {
        Rule::Sum | Rule::Equal => terms.join(" + "),
        Rule::Percent { percent, .. } => format!("{}% × {}", shown(percent), terms.join(" + ")),
    }
}

/// Required figures that are still blank.
fn require(table: &Table, data: &TableData, found: &mut Vec<Diagnostic>) {
    for row in &data.rows {
        for column in table.columns.iter().filter(|column| column.required && column.kind.is_numeric()) {
            let Some(entry) = row.entries.get(&column.key) else { continue };
            let (Content::Blank, Some(at)) = (&entry.content, entry.at.first()) else { continue };
            if data.sheet.cells.contains_key(&(at.row, at.col)) {
                continue;
            }
            found.push(
                Diagnostic::error("cell-required", Place::Cell(at.clone()))
                    .with("heading", data.headings.get(&column.key).map(|(h, _)| h.as_str()).unwrap_or_default())
                    .showing(data.sheet.excerpt(data.header_row, at.row, at.col)),
            );
        }
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

fn equal(equality: &Equality, dataset: &Dataset, found: &mut Vec<Diagnostic>) -> Option<Check> {
    let (Some(target), Some(to)) = (dataset.entry(&equality.target), dataset.entry(&equality.to)) else {
        for name in [&equality.target, &equality.to] {
            if dataset.entry(name).is_none() {
                found.push(missing_figure(name, dataset));
            }
        }
        return None;
    };
    let check = Check {
        target: target.key.clone(),
        operands: vec![to.key.clone()],
        rule: Rule::Equal,
        expected: to.quantity()?.value,
        stated: target.quantity()?.value,
        is_primary: true,
        computed: false,
    };
    if !check.holds() {
        found.push(
            discrepancy(&check, equality.tolerance, target, &[to])
                .with("row", row_of(&equality.target))
                .with("heading", heading_of(&equality.target, dataset)),
        );
    }
    Some(check)
}

fn row_of(name: &str) -> String {
    name.split('/').nth(1).unwrap_or_default().to_owned()
}

fn heading_of(name: &str, dataset: &Dataset) -> String {
    let mut parts = name.split('/');
    let table = parts.next().and_then(|key| dataset.table(key));
    let heading = table.and_then(|table| table.headings.get(parts.nth(1)?));
    heading.map(|(heading, _)| heading.clone()).unwrap_or_default()
}

/// A relation names a row that the sheet does not have.
fn missing_figure(name: &str, dataset: &Dataset) -> Diagnostic {
    let table = name.split('/').next().and_then(|key| dataset.table(key));
    let place = table.map_or(Place::Nowhere, |table| table.sheet.place());
    Diagnostic::error("row-missing", place).with("key", row_of(name))
}

/// The number of relation instances that were looked at, by whether they hold: (hold, do not).
pub fn tally(checks: &[Check]) -> (usize, usize) {
    let hold = checks.iter().filter(|check| check.holds()).count();
    (hold, checks.len() - hold)
}

/// Names a figure in words a clerk understands: sheet, row, column.
pub fn describe(document: &Document, dataset: &Dataset, key: &str) -> String {
    let parts: Vec<&str> = key.split('/').collect();
    match parts[..] {
        ["doc", field] => {
            let heading = |key: &str| document.facts.fields.iter().find(|f| f.key == key).map(|f| f.heading.as_str());
            let offset = document.facts.offsets.iter().find(|offset| offset.key == field);
            let counted = offset.and_then(|offset| Some(format!("{} {:+}", heading(&offset.of)?, offset.years)));
            let name = counted.unwrap_or_else(|| heading(field).unwrap_or(field).to_owned());
            format!("{} › {name}", document.facts.sheet)
        }
        ["recipients", number] => format!("{} › {number}", document.recipients.sheet),
        [table, row, column] => {
            let spec = document.table(table);
            let sheet = spec.map_or(table, |spec| spec.sheet.as_str());
            let sum = spec.and_then(|spec| spec.sums.iter().find(|sum| sum.key == column));
            let heading = sum.map_or_else(|| heading_of(key, dataset), |sum| sum.label.clone());
            let label = row_label(spec, dataset, table, row);
            format!("{sheet} › {label} › {heading}")
        }
        _ => key.to_owned(),
    }
}

/// `2.2 Tiểu dự án 2: …`: the row's key, and its first words where the key is only a code.
fn row_label(spec: Option<&Table>, dataset: &Dataset, table: &str, row: &str) -> String {
    let Some(spec) = spec else { return row.to_owned() };
    if row == crate::dataset::TOTAL {
        return spec.total.as_ref().map_or_else(|| row.to_owned(), |total| total.label.clone());
    }
    if spec.column(&spec.row_key).is_some_and(|column| column.kind == Kind::Text) {
        return row.to_owned();
    }
    let words = spec.columns.iter().filter(|column| column.key != spec.row_key).find_map(|column| {
        let entry = dataset.table(table)?.row(row)?.entries.get(&column.key)?;
        let is_words = matches!(entry.content, Content::Text(_) | Content::Numbered { .. });
        is_words.then(|| entry.in_table(Grouping::Dot))
    });
    match words {
        Some(words) => format!("{row} {words}"),
        None => row.to_owned(),
    }
}
