//! Figures left blank take their value from the first relation that gives it; what depends on a cell in doubt does not.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::{CellRef, Place};
use crate::input::checking::doubt::Doubt;
use crate::input::checking::relation::{Figure, Instance};
use crate::input::checking::rule::Rule;
use crate::input::dataset::{Content, Entry, Quantity, QuantityKind, Row, TableData};
use crate::input::definition::derivation::Arithmetic;
use crate::input::definition::model::{Column, Rows, Table};
use crate::input::derived::made::Made;
use crate::input::figure_key::FigureKey;
use crate::input::outline::Outline;

/// Figures that cannot be relied on, and whether the rows cannot.
pub(crate) struct Unsure {
    figures: BTreeSet<Figure>,
    rows: bool,
}

impl Unsure {
    /// Whether a relation depends on something that cannot be relied on.
    pub(crate) fn hold(&self, instance: &Instance) -> bool {
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

/// A figure of a table.
pub(crate) fn entry<'a>(data: &'a TableData, (row, column): &Figure) -> Option<&'a Entry> {
    data.rows.get(*row)?.entries.get(column)
}

/// Which figures of a table cannot be relied on; those that are `open` would be others that are not known.
pub(crate) fn unsure(
    table: &Table,
    data: &TableData,
    instances: &[Instance],
    (doubt, open): (&Doubt, &BTreeSet<FigureKey>),
) -> Unsure {
    let whole = doubt.of_figures(&data.sheet);
    let is_unsure = |figure: &Figure| {
        // Under a title that is merged across its row, sums have their place all the same.
        let is_covered = |entry: &Entry| table.outline.is_none() && is_covered(data, entry);
        whole
            || entry(data, figure)
                .is_none_or(|entry| doubt.of_entry(entry) || is_covered(entry) || open.contains(&entry.key))
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
pub(crate) fn require(
    table: &Table,
    data: &TableData,
    instances: &[Instance],
    unsure: &mut Unsure,
    found: &mut Vec<Finding>,
) {
    let primaries = primaries(instances.iter());
    let required = || table.columns.iter().filter(|column| column.required && column.kind.is_numeric());
    let outline = Outline::of(data);
    // A row above others may be no more than their title; where rows are in doubt, each may be one.
    let are_unsure = unsure.rows;
    let may_be_blank =
        |row: &Row| table.outline.is_some() && (are_unsure || outline.children.contains_key(row.key.as_str()));
    // What a total over the upper rows adds up must be there.
    let is_added = |column: &Column| table.totalled().any(|(own, over)| over == Rows::Top && *own == column.key);
    let wanted = |row: usize| {
        let is_title = may_be_blank(&data.rows[row]);
        required()
            .filter(move |column| !is_title || (!are_unsure && is_added(column)))
            .map(move |column| (row, column.key.clone()))
    };
    let figures = (0..data.rows.len()).flat_map(wanted);
    // A rate of nothing stays blank.
    let has_value = |figure: &Figure| !primaries.get(figure).is_some_and(|primary| is_undefined(data, primary));
    let lacking: BTreeSet<Figure> = figures
        .filter(has_value)
        .filter(|figure| entry(data, figure).is_some_and(Entry::is_blank) && !unsure.figures.contains(figure))
        .filter(|figure| value(data, &primaries, figure, DEPTH).is_none())
        .collect();
    let follows = |figure: &Figure| {
        primaries.get(figure).is_some_and(|instance| instance.operands.iter().any(|operand| lacking.contains(operand)))
    };
    let blank = lacking.iter().filter(|figure| !follows(figure)).filter_map(|figure| {
        let at = entry(data, figure)?.at.first()?;
        let finding = Finding::new(Code::CellRequired, Place::Cell(at.clone()))
            .with("heading", data.headings.get(&figure.1).map(|(h, _)| h.as_str()).unwrap_or_default());
        Some(finding.showing(data.sheet.excerpt(data.header_row, at.row, at.col)))
    });
    found.extend(blank);
    unsure.figures.extend(lacking);
    unsure.spread(data, instances);
}

/// Whether a relation divides by a figure that is zero.
pub(crate) fn is_undefined(data: &TableData, instance: &Instance) -> bool {
    let below = instance.operands.last().and_then(|operand| entry(data, operand)?.quantity());
    matches!(instance.rule, Rule::Ratio { .. }) && below.is_some_and(|below| below.value.is_zero())
}

/// The first relation of each figure, which gives its value where it is blank.
pub(crate) type Primaries<'a> = BTreeMap<&'a Figure, &'a Instance>;

fn primaries<'a>(instances: impl DoubleEndedIterator<Item = &'a Instance>) -> Primaries<'a> {
    instances.rev().map(|instance| (&instance.target, instance)).collect()
}

/// The entered value of a cell, or for a blank one the value of its first relation.
///
/// `depth` guards against relations that go in a circle.
pub(crate) fn value(data: &TableData, primaries: &Primaries<'_>, cell: &Figure, depth: usize) -> Option<Decimal> {
    if let Some(quantity) = entry(data, cell)?.quantity() {
        return Some(quantity.value);
    }
    let primary = primaries.get(cell)?;
    if depth == 0 {
        return None;
    }
    let operands = primary.operands.iter().map(|operand| value(data, primaries, operand, depth - 1));
    primary.rule.apply(&operands.collect::<Vec<_>>())
}

/// How many relations may stand on one another: row, parent, total and as many again.
const DEPTH: usize = 12;

/// Gives blank targets their computed value, and says so.
pub(crate) fn fill_blanks(table: &Table, data: &mut TableData, instances: &[&Instance], found: &mut Vec<Finding>) {
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
                Finding::new(Code::CellComputed, Place::Cell(at.clone()))
                    .with("heading", heading)
                    .with("value", quantity.in_sentence()),
            );
        }
    }
}

fn quantity_kind(column: Option<&Column>) -> QuantityKind {
    match column.map(|column| column.kind) {
        Some(crate::input::definition::model::Kind::Percent) => QuantityKind::Percent,
        Some(crate::input::definition::model::Kind::Year) => QuantityKind::Year,
        _ => QuantityKind::Plain,
    }
}

/// Adds the computed columns, each figure with all the cells it comes from.
pub(crate) fn add_sums(table: &Table, data: &mut TableData) {
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
            let key = FigureKey::figure(&table.key, &row.key, &sum.key);
            let operands = parts.iter().map(|entry| entry.key.clone()).collect();
            let made = Made { how: Arithmetic::Sum, operands, over: None, decimals: None, lacking: None };
            let made = Some(Arc::new(made));
            row.entries.insert(sum.key.clone(), Entry { key, content, at, computed: true, made });
        }
    }
}
