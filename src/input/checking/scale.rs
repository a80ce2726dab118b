//! Figures typed in another unit than their column's (nhầm đơn vị tính): đồng where triệu đồng is wanted. They agree
//! with each other, so no sum shows it; how large they are does, and how round.
//!
//! What is asked about is a whole sheet, a column, a row or one cell, once. Nothing is asked where a figure could be meant.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::checking::relation::{Figure, Instance, instances};
use crate::input::checking::rule::Rule;
use crate::input::dataset::{Dataset, TableData};
use crate::input::definition::model::{Column, Document, Kind, Table};
use crate::input::figure_name::row_name;
use crate::vi::numbers::{self, Grouping};
use crate::vi::units;

/// No sum that a Vietnamese office plans comes near this, in đồng: a few times the country's yearly product.
const BEYOND_ALL: i64 = 50_000_000_000_000_000;
/// What only the budget of the whole country reaches, in đồng.
const COUNTRY: i64 = 1_000_000_000_000_000;
/// What only the largest budgets reach, in đồng, and what even the least figure of theirs hardly falls short of where
/// all of them are as round as đồng are in a table of triệu.
const LARGE: (i64, i64) = (100_000_000_000_000, 100_000_000_000);
/// A figure that stands beside others by so much, and is so large in đồng, is of another unit.
const APART: (i64, i64) = (100_000, 3_000_000_000_000);
/// A sheet that adds up sums of đồng comes to more than this.
const SMALL: (i64, i64) = (1_000_000, 10_000);
/// The least coin that anybody still counts with, in đồng.
const COIN: i64 = 500;

/// So many rows are tried at most.
const MOST_ROWS: usize = 40;

/// A sum of money of a table, not zero.
#[derive(Debug, Clone)]
struct Amount {
    figure: Figure,
    value: Decimal,
    is_total: bool,
}

/// What may be in another unit.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Sheet,
    Column(String),
    Row(usize),
    /// All rows but those of totals.
    Above(BTreeSet<usize>),
    Cell(Figure),
}

impl Part {
    fn holds(&self, figure: &Figure) -> bool {
        let (row, column) = figure;
        match self {
            Self::Sheet => true,
            Self::Above(totals) => !totals.contains(row),
            Self::Cell(own) => own == figure,
            Self::Column(own) => own == column,
            Self::Row(own) => own == row,
        }
    }

    /// The word by which messages choose their wording.
    fn name(&self) -> &'static str {
        match self {
            Self::Sheet => "sheet",
            Self::Column(_) => "column",
            Self::Row(_) => "row",
            Self::Above(_) => "above",
            Self::Cell(_) => "cell",
        }
    }
}

/// The sums of money of a table that are declared in one unit.
struct Money<'a> {
    table: &'a Table,
    data: &'a TableData,
    unit: &'a str,
    /// How many zeros the unit stands for: 6 for triệu đồng.
    zeros: u32,
    amounts: Vec<Amount>,
    /// The columns they stand in.
    keys: BTreeSet<String>,
    instances: Vec<Instance>,
}

/// Parts of tables that were likely typed in another unit, each asked about once.
pub(crate) fn findings(document: &Document, dataset: &Dataset) -> Vec<Finding> {
    let tables = document.tables.iter().filter_map(|table| Some((table, dataset.table(&table.key)?)));
    tables.flat_map(|(table, data)| of_units(table, data)).filter_map(|money| money.finding()).collect()
}

/// The money of a table, for each unit in it.
fn of_units<'a>(table: &'a Table, data: &'a TableData) -> Vec<Money<'a>> {
    let mut found: BTreeMap<u32, (&str, Vec<Amount>)> = BTreeMap::new();
    for column in table.columns.iter().filter(|column| column.kind == Kind::Money) {
        let Some((unit, zeros)) = column.unit.as_deref().and_then(|unit| Some((unit, units::zeros(unit)?))) else {
            continue;
        };
        let amounts = data.rows.iter().enumerate().filter_map(|(at, row)| {
            let value = row.entries.get(&column.key)?.quantity()?.value.abs();
            let figure = (at, column.key.clone());
            (!value.is_zero()).then_some(Amount { figure, value, is_total: row.is_total })
        });
        found.entry(zeros).or_insert((unit, Vec::new())).1.extend(amounts);
    }
    let money = |(zeros, (unit, amounts)): (u32, (&'a str, Vec<Amount>))| {
        let is_one = |column: &&Column| column.unit.as_deref().and_then(units::zeros) == Some(zeros);
        let keys = table.columns.iter().filter(|column| column.kind == Kind::Money).filter(is_one);
        let keys = keys.map(|column| column.key.clone()).collect();
        // A ratio is the same in every unit, and one that does not hold tells nothing of units.
        let of_amounts = |one: &Instance| !matches!(one.rule, Rule::Ratio { .. });
        let instances = instances(table, data).into_iter().filter(of_amounts).collect();
        Money { table, data, unit, zeros, amounts, keys, instances }
    };
    found.into_iter().map(money).collect()
}

fn power(zeros: u32) -> Decimal {
    Decimal::from(10u64.pow(zeros))
}

fn is_multiple(value: Decimal, of: i64) -> bool {
    (value % Decimal::from(of)).is_zero()
}

fn median(mut values: Vec<Decimal>) -> Option<Decimal> {
    values.sort();
    values.get(values.len() / 2).copied()
}

impl Money<'_> {
    fn finding(&self) -> Option<Finding> {
        let (part, zeros) = self.part()?;
        let values = |part: &Part| self.amounts.iter().filter(|one| part.holds(&one.figure)).collect::<Vec<_>>();
        let example = values(&part).into_iter().max_by_key(|one| one.value)?;
        let entry = self.data.rows.get(example.figure.0)?.entries.get(&example.figure.1)?;
        let at = entry.at.first()?;
        let place = if part == Part::Sheet { self.data.sheet.place() } else { Place::Cell(at.clone()) };
        let heading = self.data.headings.get(&example.figure.1).map_or("", |(heading, _)| heading.as_str());
        let key = self.data.rows.get(example.figure.0).map_or("", |row| row.key.as_str());
        let row = row_name(self.table, self.data, key);
        let typed = units::of_zeros(zeros)?;
        let is_smaller = zeros < self.zeros;
        let times = power(zeros.abs_diff(self.zeros));
        let finding = Finding::new(Code::UnitDoubtful, place).choice("part", part.name()).with("unit", self.unit);
        let finding = finding.with("typed", typed).with("heading", heading).with("row", row);
        let finding = finding.with("sheet", &self.data.sheet.name).with("cell", at.a1()).flag("smaller", is_smaller);
        let finding = finding.with("times", numbers::exact(times, Grouping::Dot));
        Some(finding.with("value", numbers::exact(example.value, Grouping::Dot)))
    }

    /// What was likely typed in another unit, and the zeros of that unit.
    fn part(&self) -> Option<(Part, u32)> {
        let columns: Vec<Part> = self.columns().into_iter().map(Part::Column).collect();
        let wrong: Vec<&Instance> = self
            .instances
            .iter()
            .filter(|one| self.holds(one, &Part::Sheet, Decimal::ONE, false) == Some(false))
            .collect();
        let apart = columns.iter().find_map(|part| Some((self.column_apart(part)?, part.clone())));
        if let Some((zeros, part)) = apart.or_else(|| self.row_apart()).or_else(|| self.cell_apart()) {
            return Some((part, zeros));
        }
        let whole = self.too_large(&Part::Sheet).or_else(|| self.mended(&Part::Sheet, &wrong));
        if let Some(zeros) = whole.or_else(|| self.too_small()) {
            return Some((Part::Sheet, zeros));
        }
        let touched: BTreeSet<usize> = wrong.iter().flat_map(|one| figures(one)).map(|(row, _)| *row).collect();
        let touched = touched.into_iter().take(MOST_ROWS).map(Part::Row);
        let totals: BTreeSet<usize> = self.amounts.iter().filter(|one| one.is_total).map(|one| one.figure.0).collect();
        let above = (!totals.is_empty()).then_some(Part::Above(totals));
        let mended = columns.iter().cloned().chain(above).chain(touched);
        let mended = mended.filter_map(|part| Some((self.mended(&part, &wrong)?, part))).next();
        mended
            .or_else(|| columns.iter().find_map(|part| Some((self.too_large(part)?, part.clone()))))
            .map(|(zeros, part)| (part, zeros))
    }

    /// The columns, where there are several.
    fn columns(&self) -> Vec<String> {
        if self.keys.len() > 1 { self.keys.iter().cloned().collect() } else { Vec::new() }
    }

    fn values(&self, part: &Part) -> Vec<Decimal> {
        self.amounts.iter().filter(|one| part.holds(&one.figure)).map(|one| one.value).collect()
    }

    /// The smaller unit that makes figures what they may be: of those that leave the largest a figure at all, đồng.
    fn smaller(&self, values: &[Decimal]) -> Option<u32> {
        let most = values.iter().max()?;
        [0, 3, 6].into_iter().filter(|zeros| *zeros < self.zeros).find(|zeros| *most >= power(self.zeros - zeros))
    }

    /// Whether figures are larger than sums of money are, or as large and round as they are in a smaller unit only.
    fn too_large(&self, part: &Part) -> Option<u32> {
        let values = self.values(part);
        let in_dong = |value: &Decimal| *value * power(self.zeros);
        let (least, most) = (values.iter().min().map(in_dong)?, values.iter().max().map(in_dong)?);
        let all_round = |of: i64| values.iter().all(|value| is_multiple(*value, of));
        let is_country = most >= COUNTRY.into() && least >= LARGE.1.into();
        let is_large = most >= LARGE.0.into() && least >= LARGE.1.into() && all_round(1_000);
        let is_round = values.len() >= 4 && most >= (LARGE.0 / 10).into() && all_round(1_000_000);
        let is_doubtful = most >= BEYOND_ALL.into() || (values.len() >= 2 && (is_country || is_large)) || is_round;
        self.smaller(&values).filter(|_| is_doubtful)
    }

    /// Whether sums that are added up in đồng are no sums of đồng: then they are likely in triệu.
    fn too_small(&self) -> Option<u32> {
        let added = |one: &&Amount| self.table.relations.iter().any(|relation| relation.adds(&one.figure.1));
        let values: Vec<Decimal> = self.amounts.iter().filter(added).map(|one| one.value).collect();
        let most = values.iter().max().copied().filter(|_| self.zeros == 0 && values.len() >= 2)?;
        let odd = values.iter().filter(|value| !is_multiple(**value, COIN)).count();
        let is_small = most < SMALL.1.into() || (most < SMALL.0.into() && odd * 3 >= values.len());
        is_small.then_some(6)
    }

    /// Whether relations that fail would all hold, were a part of the figures in a smaller unit.
    fn mended(&self, part: &Part, wrong: &[&Instance]) -> Option<u32> {
        let touches = |one: &Instance| figures(one).any(|figure| part.holds(figure));
        if !wrong.iter().any(|one| touches(one)) || self.values(part).len() < 2 {
            return None;
        }
        let touched: Vec<&Instance> = self.instances.iter().filter(|one| touches(one)).collect();
        let is_mended = |times: Decimal| {
            let values = self.values(part);
            // What would be nothing in the larger unit was never meant in the smaller one.
            if values.iter().any(|value| *value * Decimal::TWO < times) {
                return false;
            }
            let is_whole = values.iter().all(|value| (value / times).fract().is_zero());
            touched.iter().all(|one| self.holds(one, part, times, !is_whole) != Some(false))
        };
        [0, 3, 6].into_iter().filter(|zeros| *zeros < self.zeros).find(|zeros| is_mended(power(self.zeros - zeros)))
    }

    /// Whether a relation holds with the figures of a part divided; none where there is nothing to compare. Figures
    /// that are no whole ones in the column's unit may be rounded in the others.
    fn holds(&self, one: &Instance, part: &Part, times: Decimal, is_rounded: bool) -> Option<bool> {
        let is_within = figures(one).all(|figure| part.holds(figure) && self.keys.contains(&figure.1));
        // Dividing them all would only make a difference small.
        let (times, is_rounded) = if is_rounded && is_within { (Decimal::ONE, false) } else { (times, is_rounded) };
        let value = |figure: &Figure| {
            let value = self.data.rows.get(figure.0)?.entries.get(&figure.1)?.quantity()?.value;
            Some(if self.keys.contains(&figure.1) && part.holds(figure) { value / times } else { value })
        };
        let operands: Vec<Option<Decimal>> = one.operands.iter().map(value).collect();
        let (stated, expected) = (value(&one.target)?, one.rule.apply(&operands)?);
        let margin = if is_rounded { Decimal::from(1 + operands.iter().flatten().count()) } else { Decimal::ZERO };
        Some((stated - expected).abs() <= one.tolerance + margin)
    }

    fn is_apart(&self, value: Decimal, usual: Decimal) -> bool {
        value >= usual * Decimal::from(APART.0) && value * power(self.zeros) >= APART.1.into()
    }

    /// Whether every figure of a column stands far above those of the others, as far as units are apart.
    fn column_apart(&self, part: &Part) -> Option<u32> {
        let (own, others): (Vec<&Amount>, Vec<&Amount>) = self.amounts.iter().partition(|one| part.holds(&one.figure));
        let usual = median(others.into_iter().map(|one| one.value).collect())?;
        let own: Vec<Decimal> = own.into_iter().map(|one| one.value).collect();
        let is_apart = own.len() >= 2 && own.iter().all(|value| self.is_apart(*value, usual));
        self.smaller(&own).filter(|_| is_apart)
    }

    /// The row whose figures all stand far above those of the others in their columns.
    fn row_apart(&self) -> Option<(u32, Part)> {
        let mut columns: BTreeMap<&str, Vec<Decimal>> = BTreeMap::new();
        let mut rows: BTreeMap<usize, Vec<&Amount>> = BTreeMap::new();
        for one in self.amounts.iter().filter(|one| !one.is_total) {
            columns.entry(&one.figure.1).or_default().push(one.value);
            rows.entry(one.figure.0).or_default().push(one);
        }
        columns.retain(|_, values| values.len() >= 3);
        let usual: BTreeMap<&str, Decimal> =
            columns.into_iter().filter_map(|(key, values)| Some((key, median(values)?))).collect();
        rows.into_iter().find_map(|(row, own)| {
            let known: Vec<bool> = own
                .iter()
                .filter_map(|one| Some(self.is_apart(one.value, *usual.get(one.figure.1.as_str())?)))
                .collect();
            let is_apart = !known.is_empty() && known.iter().all(|is_apart| *is_apart);
            let values: Vec<Decimal> = own.iter().map(|one| one.value).collect();
            Some((self.smaller(&values).filter(|_| is_apart)?, Part::Row(row)))
        })
    }
}

impl Money<'_> {
    /// The one figure that stands far above all others of its column, though its row does not: as round as đồng are,
    /// and among the others once it is divided.
    fn cell_apart(&self) -> Option<(u32, Part)> {
        let mut columns: BTreeMap<&str, Vec<&Amount>> = BTreeMap::new();
        for one in self.amounts.iter().filter(|one| !one.is_total) {
            columns.entry(&one.figure.1).or_default().push(one);
        }
        let found = columns.into_values().find_map(|own| {
            let most = own.iter().max_by_key(|one| one.value)?;
            let others: Vec<Decimal> =
                own.iter().filter(|one| one.figure != most.figure).map(|one| one.value).collect();
            let (least, next) = (others.iter().min().copied()?, others.iter().max().copied()?);
            let meant = most.value / power(self.zeros);
            let is_among = meant * Decimal::TEN >= least && meant <= next * Decimal::TEN;
            let is_cell = others.len() >= 2 && is_multiple(most.value, 1_000) && self.is_apart(most.value, next);
            (self.zeros > 0 && is_cell && is_among && !self.is_added_up(&most.figure)).then_some(*most)
        })?;
        Some((self.smaller(&[found.value])?, Part::Cell(found.figure.clone())))
    }

    /// Whether a figure is declared to be the sum of others.
    fn is_added_up(&self, figure: &Figure) -> bool {
        self.instances.iter().any(|one| one.target == *figure && one.operands.len() > 1)
    }
}

fn figures(one: &Instance) -> impl Iterator<Item = &Figure> {
    one.operands.iter().chain([&one.target])
}
