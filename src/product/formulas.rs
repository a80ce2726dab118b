//! Excel formulas of relations and of derived figures: they give, recalculated, what is printed.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::finding::place;
use crate::input::checking::judged::Check;
use crate::input::checking::rule::Rule;
use crate::input::dataset::{Content, Dataset, Entry, Quantity, QuantityKind};
use crate::input::definition::derivation::Arithmetic;
use crate::input::definition::derived::Order;
use crate::input::derived::made::{Made, Over};
use crate::input::figure_key::FigureKey;

/// Excel takes so many arguments, and a formula of that length still fits into a cell.
const MOST: usize = 60;
/// So many figures are named in a note.
const NAMED: usize = 4;

/// Sheet and address of each figure in the workbook.
type Cells = BTreeMap<FigureKey, (String, String)>;

/// Every datum that a derived figure may be made from.
pub(crate) type Known<'a> = HashMap<&'a FigureKey, &'a Entry>;

/// The data of a document, where some of them are derived.
pub(crate) fn known(dataset: &Dataset) -> Known<'_> {
    let is_any = dataset.entries().any(|entry| entry.made.is_some());
    if is_any { dataset.entries().map(|entry| (&entry.key, entry)).collect() } else { Known::new() }
}

/// A whole column, and its ranges where all of it is in the workbook.
type Range = (Arc<Over>, Option<Vec<String>>);

/// Formulas of one sheet.
pub(crate) struct Formulas<'a> {
    known: &'a Known<'a>,
    cells: &'a Cells,
    sheet: &'a str,
    /// The ranges of whole columns, which all rows of a table share.
    ranges: RefCell<Vec<Range>>,
}

impl<'a> Formulas<'a> {
    pub(crate) fn new(known: &'a Known<'a>, cells: &'a Cells, sheet: &'a str) -> Self {
        Self { known, cells, sheet, ranges: RefCell::default() }
    }

    /// The formula of a relation; none when a figure of it is not in the workbook.
    pub(crate) fn relation(&self, check: &Check, dataset: &Dataset) -> Option<String> {
        let addresses: Vec<&(String, String)> =
            check.operands.iter().map(|key| self.cells.get(key)).collect::<Option<_>>()?;
        let entries: Vec<&Entry> = check.operands.iter().map(|key| dataset.entry(key)).collect::<Option<_>>()?;
        let named = |(cell, entry): (&&(String, String), &&Entry)| match is_hundredth(entry) {
            true => format!("({}*100)", self.reference(cell)),
            false => self.reference(cell),
        };
        let references: Vec<String> = addresses.iter().zip(&entries).map(named).collect();
        let text = self.arithmetic(check.rule, &addresses, &references)?;
        // Numbers of Excel are binary: sums of decimals are rounded to what they have.
        let decimals = entries.iter().filter_map(|entry| Some(entry.quantity()?.value.normalize().scale())).max();
        let text = match (check.rule, decimals) {
            (Rule::Sum | Rule::Difference, Some(decimals @ 1..)) => format!("ROUND({text},{decimals})"),
            _ => text,
        };
        let is_share = dataset.entry(&check.target).is_some_and(is_hundredth);
        Some(if is_share { format!("=({text})/100") } else { format!("={text}") })
    }

    fn arithmetic(&self, rule: Rule, addresses: &[&(String, String)], references: &[String]) -> Option<String> {
        let (first, last) = (references.first()?, references.last()?);
        Some(match rule {
            Rule::Sum if references.len() > 1 && contiguous(addresses) => format!("SUM({first}:{last})"),
            // A formula has 8,192 characters at most.
            Rule::Sum if references.len() > MOST => {
                let cells: Vec<(String, String)> = addresses.iter().map(|cell| (*cell).clone()).collect();
                format!("SUM({})", self.parts(&cells, false)?.join(","))
            }
            Rule::Sum | Rule::Equal => references.join("+"),
            Rule::Percent { percent, decimals } => format!("ROUND({first}*{}%,{decimals})", percent.normalize()),
            Rule::Ratio { times, decimals } => format!("ROUND({first}*{times}/{last},{decimals})"),
            Rule::Difference => format!("{first}-{last}"),
            Rule::Minimum => format!("MIN({})", references.join(",")),
            Rule::Maximum => format!("MAX({})", references.join(",")),
        })
    }

    /// The formula of a derived figure; none where what it is made from is not in the workbook.
    pub(crate) fn formula(&self, made: &Made, figure: Quantity) -> Option<String> {
        let operands: Vec<(String, String)> = made.operands.iter().map(|key| self.cell(key)).collect::<Option<_>>()?;
        let names: Vec<String> = operands.iter().map(|cell| self.reference(cell)).collect();
        let rounded = |text: String, digits: u32| format!("=ROUND({text},{digits})");
        let exact = |text: String| match figure.decimals {
            0 if made.decimals.is_none() => format!("={text}"),
            digits => rounded(text, digits),
        };
        // Multiplied first, whole numbers are divided but once.
        Some(match (made.how, names.as_slice()) {
            (Arithmetic::Value, [of]) => exact(of.clone()),
            (Arithmetic::Difference, [of, minus]) => exact(match decimals_of(self, &made.operands) {
                Some(decimals @ 1..) => format!("ROUND({of}-{minus},{decimals})"),
                _ => format!("{of}-{minus}"),
            }),
            (Arithmetic::Change, [from, to]) => rounded(format!("({to}-{from})*100/{from}"), figure.decimals),
            (Arithmetic::Share, [of]) => {
                let whole = self.range(made.over.as_ref()?)?.join(",");
                rounded(format!("{of}*100/SUM({whole})"), figure.decimals)
            }
            (Arithmetic::Share, [of, whole]) => rounded(format!("{of}*100/{whole}"), figure.decimals),
            (Arithmetic::Ratio(scale), [above, below]) => {
                rounded(format!("{above}*{}/{below}", scale.times()), figure.decimals)
            }
            (Arithmetic::Average, [_, ..]) => {
                rounded(format!("AVERAGE({})", self.parts(&operands, false)?.join(",")), figure.decimals)
            }
            (Arithmetic::Sum, [of]) => exact(of.clone()),
            (Arithmetic::Sum, [_, _, ..]) => exact(format!("SUM({})", self.parts(&operands, false)?.join(","))),
            (Arithmetic::Rank(order), [of]) => {
                let parts = self.range(made.over.as_ref()?)?;
                let sign = if order == Order::Largest { '>' } else { '<' };
                // RANK takes one range only.
                let before = |part: &String| format!("SUMPRODUCT(({part}{sign}{of})*({part}<>\"\"))");
                match parts.as_slice() {
                    [range] => format!("=RANK({of},{range},{})", u8::from(order == Order::Smallest)),
                    _ => format!("=1+{}", parts.iter().map(before).collect::<Vec<_>>().join("+")),
                }
            }
            _ => return None,
        })
    }

    /// What a figure without a formula is made from, for a note at its cell.
    pub(crate) fn note(&self, made: &Made) -> Option<String> {
        let entries: Vec<&Entry> = made.operands.iter().filter_map(|key| self.known.get(key).copied()).collect();
        let named = entries.iter().take(NAMED).map(|entry| {
            let at = entry.at.first().map(ToString::to_string).unwrap_or_default();
            format!("{at}: {}", entry.in_sentence().unwrap_or_default())
        });
        let named: Vec<String> = named.collect();
        let more = if entries.len() > NAMED { "; …" } else { "" };
        (!named.is_empty()).then(|| format!("Số liệu suy ra, tính từ: {}{more}.", named.join("; ")))
    }

    /// The cell of a figure that stands there as the number that it is.
    fn cell(&self, key: &FigureKey) -> Option<(String, String)> {
        let entry = self.known.get(key)?;
        let is_number = match &entry.content {
            Content::Quantity(_) => true,
            // A percentage among words is stored as a hundredth of it.
            Content::Mixed { text, quantity: Some(quantity) } => {
                quantity.kind != QuantityKind::Percent && *text == quantity.in_sentence()
            }
            _ => false,
        };
        self.cells.get(key).filter(|_| is_number).cloned()
    }

    fn reference(&self, (sheet, a1): &(String, String)) -> String {
        if sheet == self.sheet { a1.clone() } else { format!("'{}'!{a1}", sheet.replace('\'', "''")) }
    }

    /// Cells as ranges where they follow one another, else one by one; `is_fixed` for addresses that stay when copied.
    fn parts(&self, cells: &[(String, String)], is_fixed: bool) -> Option<Vec<String>> {
        let address = |(sheet, a1): &(String, String)| {
            let a1 = if is_fixed { fixed(a1) } else { a1.clone() };
            (sheet.clone(), a1)
        };
        let mut parts: Vec<String> = Vec::new();
        let mut rest = cells;
        while let Some(first) = rest.first() {
            let run = |step| 1 + rest.windows(2).take_while(|pair| is_next(&pair[0], &pair[1], step)).count();
            let length = run((1, 0)).max(run((0, 1)));
            let name = self.reference(&address(first));
            parts.push(if length > 1 { format!("{name}:{}", address(&rest[length - 1]).1) } else { name });
            rest = &rest[length..];
        }
        (parts.len() <= MOST).then_some(parts)
    }

    /// The cells of a whole column.
    fn range(&self, over: &Arc<Over>) -> Option<Vec<String>> {
        let ranges =
            self.ranges.borrow().iter().find(|(other, _)| Arc::ptr_eq(other, over)).map(|(_, range)| range.clone());
        if let Some(range) = ranges {
            return range;
        }
        // Blank cells count for nothing in a sum, and have no rank.
        let is_blank = |key: &FigureKey| self.known.get(key).is_some_and(|entry| entry.is_blank());
        let cell = |key| if is_blank(key) { self.cells.get(key).cloned() } else { self.cell(key) };
        let cells: Option<Vec<(String, String)>> = over.figures.iter().map(cell).collect();
        let range = cells.and_then(|cells| self.parts(&cells, true));
        self.ranges.borrow_mut().push((over.clone(), range.clone()));
        range
    }
}

/// `C5` → `C$5`.
fn fixed(a1: &str) -> String {
    let letters = a1.bytes().take_while(u8::is_ascii_alphabetic).count();
    format!("{}${}", &a1[..letters], &a1[letters..])
}

fn is_next(one: &(String, String), other: &(String, String), (down, right): (u32, u32)) -> bool {
    let next_to = |(row, col): (u32, u32)| place::address(&other.1) == Some((row + down, col + right));
    one.0 == other.0 && place::address(&one.1).is_some_and(next_to)
}

/// The most decimals of what a figure is made from.
fn decimals_of(formulas: &Formulas<'_>, operands: &[FigureKey]) -> Option<u32> {
    let scale = |key: &FigureKey| Some(formulas.known.get(key)?.quantity()?.value.normalize().scale());
    operands.iter().filter_map(scale).max()
}

/// Whether a percentage among words is stored as a hundredth of it.
fn is_hundredth(entry: &Entry) -> bool {
    let quantity = if let Content::Mixed { quantity, .. } = &entry.content { *quantity } else { None };
    quantity.is_some_and(|quantity| quantity.kind == QuantityKind::Percent)
}

/// Whether the cells follow one another, all of them downwards or all to the right.
fn contiguous(addresses: &[&(String, String)]) -> bool {
    let follow = |(down, right): (u32, u32)| {
        addresses.windows(2).all(|pair| {
            let [(sheet, one), (other, next)] = [pair[0], pair[1]];
            let next_to = |(row, col): (u32, u32)| place::address(next) == Some((row + down, col + right));
            sheet == other && place::address(one).is_some_and(next_to)
        })
    };
    follow((1, 0)) || follow((0, 1))
}
