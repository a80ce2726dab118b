//! Rows of a table that are chosen: those that meet a comparison, the largest, the n-th.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::input::dataset::{Content, Entry, Quantity, Row, TableData};
use crate::input::definition::derivation::Choice;
use crate::input::definition::derived::{Condition, Order};
use crate::input::derived::made::Lacking;
use crate::input::derived::operands::figure;
use crate::input::outline::Outline;
use crate::vi::numbers::Grouping;
use crate::vi::text::compose;

/// The places of the rows that a choice names, without the total row.
///
/// # Errors
/// The first row of which it is not known whether it is one of them, and why.
pub(crate) fn rows(choice: &Choice, data: &TableData) -> Result<Vec<usize>, (usize, Lacking)> {
    let outline = Outline::of(data);
    let mut chosen = outline.rows_where(|row| !row.is_total && outline.selects(choice.rows, row));
    let Some(condition) = &choice.condition else { return Ok(chosen) };
    let mut lacking = None;
    chosen.retain(|at| match meets(condition, &data.rows[*at]) {
        Ok(is_met) => is_met,
        Err(why) => {
            lacking.get_or_insert((*at, why));
            false
        }
    });
    lacking.map_or(Ok(chosen), Err)
}

fn meets(condition: &Condition, row: &Row) -> Result<bool, Lacking> {
    let Some(entry) = row.entries.get(&condition.column) else { return Ok(false) };
    let words = || entry.in_table(Grouping::Dot);
    match (figure(entry), condition.number()) {
        (Ok(quantity), Some(number)) => Ok(condition.sign.holds(quantity.value.cmp(&number))),
        // A cell that was left blank says that there is nothing.
        (Err(_), _) if is_left_blank(entry) => Ok(false),
        (Err(why), _) if entry.is_blank() => Err(why),
        (Err(why), Some(_)) if condition.sign.is_order() => Err(why),
        _ => {
            let is_same = *compose(words().trim()) == *compose(condition.value.trim());
            Ok(condition.sign.holds(if is_same { Ordering::Equal } else { Ordering::Less }))
        }
    }
}

/// Whether a cell, or all cells of a sum, were left blank; what cannot be derived is no such thing.
fn is_left_blank(entry: &Entry) -> bool {
    entry.is_blank() && entry.made.as_ref().is_none_or(|made| made.lacking.is_none())
}

/// The entries of a column in some rows, blank cells left out.
///
/// # Errors
/// An entry that is no exact figure; a derived one that is blank; nothing but blanks.
pub(crate) fn figures<'a>(
    data: &'a TableData,
    rows: &[usize],
    column: &str,
) -> Result<Vec<(usize, &'a Entry, Quantity)>, Lacking> {
    let entries = rows.iter().filter_map(|at| Some((*at, data.rows.get(*at)?.entries.get(column)?)));
    let mut found = Vec::with_capacity(rows.len());
    for (at, entry) in entries {
        match figure(entry) {
            Ok(quantity) => found.push((at, entry, quantity)),
            Err(Lacking::Blank) if is_left_blank(entry) => {}
            Err(why) => return Err(why),
        }
    }
    if found.is_empty() && !rows.is_empty() { Err(Lacking::Blank) } else { Ok(found) }
}

/// The same, without the rows that have no counterpart where they are compared: of those it has been said.
pub(crate) fn comparable<'a>(
    data: &'a TableData,
    rows: &[usize],
    column: &str,
) -> Result<Vec<(usize, &'a Entry, Quantity)>, Lacking> {
    let is_alone = |at: &usize| {
        let entry = data.rows.get(*at).and_then(|row| row.entries.get(column));
        let made = entry.filter(|entry| entry.is_blank()).and_then(|entry| entry.made.as_ref());
        made.is_some_and(|made| made.lacking == Some(Lacking::Row))
    };
    let rows: Vec<usize> = rows.iter().copied().filter(|at| !is_alone(at)).collect();
    figures(data, &rows, column)
}

/// The rows that have the n-th figure in order: several where figures are equal. The first of the two is the one that
/// stands in its place if the upper ones come first.
pub(crate) fn nth(figures: &[(usize, &Entry, Quantity)], order: Order, nth: u32) -> Option<(usize, Vec<usize>)> {
    let mut sorted: Vec<(usize, Decimal)> = figures.iter().map(|(at, _, quantity)| (*at, quantity.value)).collect();
    sorted.sort_by(|(_, one), (_, other)| match order {
        Order::Largest => other.cmp(one),
        Order::Smallest => one.cmp(other),
    });
    let (first, value) = *sorted.get(usize::try_from(nth).ok()?.checked_sub(1)?)?;
    Some((first, sorted.into_iter().filter(|(_, other)| *other == value).map(|(at, _)| at).collect()))
}

/// The place of each figure: as many as are before it and one, so that equal ones have equal places.
pub(crate) fn places(figures: &[(usize, &Entry, Quantity)], order: Order) -> Vec<(usize, usize)> {
    let mut sorted: Vec<Decimal> = figures.iter().map(|(.., quantity)| quantity.value).collect();
    sorted.sort();
    let before = |value: Decimal| match order {
        Order::Largest => sorted.len() - sorted.partition_point(|other| *other <= value),
        Order::Smallest => sorted.partition_point(|other| *other < value),
    };
    figures.iter().map(|(at, _, quantity)| (*at, 1 + before(quantity.value))).collect()
}

/// What a row is called.
pub(crate) fn name(row: &Row, column: &str) -> String {
    let entry = row.entries.get(column).filter(|entry| !matches!(entry.content, Content::Blank));
    entry.map_or_else(|| row.key.clone(), |entry| entry.in_table(Grouping::Dot))
}
