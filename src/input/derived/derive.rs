//! Every derived column, figure and row of a dataset, each behind what it is made from.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::finding::Finding;
use crate::finding::place::CellRef;
use crate::input::checking::doubt::Doubt;
use crate::input::dataset::{Content, Dataset, Entry, Picked, Quantity, TableData};
use crate::input::definition::derivation::{Arithmetic, Choice, Derivation, Rule, Within};
use crate::input::definition::derived::{Order, Ties};
use crate::input::definition::model::{Document, Rows};
use crate::input::derived::arithmetic::{apply, count};
use crate::input::derived::chosen;
use crate::input::derived::earlier::Times;
use crate::input::derived::made::{Lacking, Made, Over};
use crate::input::derived::operands::{Given, Lookup, figure};
use crate::input::derived::told::Told;
use crate::input::figure_key::FigureKey;
use crate::input::outline::Outline;

/// Adds all that is derived; the findings are what of it cannot be had.
pub(crate) fn derive(document: &Document, dataset: &mut Dataset, times: Times<'_>, doubt: &Doubt) -> Vec<Finding> {
    let mut told = Told::new(document, doubt, times);
    for derivation in &document.derivations {
        let own = derivation.table.as_deref();
        let at = own.map(|table| dataset.tables.iter().position(|data| data.key == table));
        let maker = Maker { document, derivation, dataset, times, earlier: RefCell::default() };
        match at {
            Some(None) => {}
            Some(Some(at)) => {
                let entries = maker.column(&dataset.tables[at], &mut told);
                let earlier = maker.earlier.into_inner();
                dataset.derived.earlier.extend(earlier);
                for (row, entry) in dataset.tables[at].rows.iter_mut().zip(entries) {
                    row.entries.insert(derivation.key.clone(), entry);
                }
            }
            None => {
                let (entry, picked) = maker.single(&mut told);
                let earlier = maker.earlier.into_inner();
                dataset.derived.earlier.extend(earlier);
                dataset.derived.figures.push(entry);
                dataset.derived.picked.extend(picked.map(|picked| (derivation.key.clone(), picked)));
            }
        }
    }
    told.findings
}

struct Maker<'a> {
    document: &'a Document,
    derivation: &'a Derivation,
    dataset: &'a Dataset,
    times: Times<'a>,
    /// Figures of other times that were used: what is derived can be followed to their cells.
    earlier: RefCell<BTreeMap<FigureKey, Entry>>,
}

impl<'a> Maker<'a> {
    /// One entry a row.
    fn column(&self, data: &'a TableData, told: &mut Told<'_>) -> Vec<Entry> {
        match &self.derivation.rule {
            Rule::Of { how, operands } => {
                let lookup = Lookup::new(self.document, self.dataset, self.times, Some(&data.key), operands);
                let made = data.rows.iter().enumerate().map(|(at, row)| {
                    let given: Vec<Given> = operands.iter().map(|operand| lookup.in_row(operand, data, at)).collect();
                    told.look(self.derivation, (at, row), &given, operands);
                    let entry = self.entry(self.key(&row.key), *how, &given, None);
                    told.zero(self.derivation, &entry);
                    entry
                });
                let entries = made.collect();
                told.tell_rows(self.derivation, self.dataset, data);
                entries
            }
            Rule::Share { of, within } => self.shares(data, of, *within, told),
            Rule::Rank { of, order, rows } => self.ranks(data, of, *order, *rows),
            Rule::Over { .. } | Rule::Rows(_) | Rule::Pick { .. } => Vec::new(),
        }
    }

    fn key(&self, row: &str) -> FigureKey {
        match &self.derivation.table {
            Some(table) => FigureKey::figure(table, row, &self.derivation.key),
            None => FigureKey::derived(&self.derivation.key),
        }
    }

    /// The entry that some figures give.
    fn entry(&self, key: FigureKey, how: Arithmetic, given: &[Given], over: Option<Arc<Over>>) -> Entry {
        let figures: Result<Vec<Quantity>, Lacking> = given.iter().map(|given| given.figure).collect();
        let result = figures.and_then(|figures| apply(how, &figures, self.derivation.decimals));
        self.made(key, how, given, over, result)
    }

    fn made(
        &self,
        key: FigureKey,
        how: Arithmetic,
        given: &[Given],
        over: Option<Arc<Over>>,
        result: Result<Quantity, Lacking>,
    ) -> Entry {
        // Rows do not share cells.
        let is_long = given.len() > 8;
        let mut at: Vec<CellRef> = Vec::with_capacity(given.len());
        // What is lacking is looked for in the first cell.
        for is_lacking in [true, false] {
            for given in given.iter().filter(|given| given.figure.is_err() == is_lacking) {
                for cell in given.at() {
                    if is_long || !at.contains(cell) {
                        at.push(cell.clone());
                    }
                }
            }
        }
        for given in given.iter().filter(|given| given.is_earlier()) {
            let entry = given.entry.map(|entry| Entry { key: given.key.clone(), made: None, ..entry.clone() });
            self.earlier.borrow_mut().extend(entry.map(|entry| (given.key.clone(), entry)));
        }
        let made = Made {
            how,
            operands: given.iter().map(|given| given.key.clone()).collect(),
            over,
            decimals: self.derivation.decimals,
            lacking: result.err(),
        };
        let content = result.map_or(Content::Blank, |quantity| Content::Quantity(self.in_unit(quantity)));
        Entry { key, content, at, computed: true, made: Some(Arc::new(made)) }
    }

    /// A difference of percentages in a unit of its own (điểm phần trăm) is a number of that unit.
    fn in_unit(&self, quantity: Quantity) -> Quantity {
        use crate::input::dataset::QuantityKind as Kind;
        let is_other = self.derivation.unit.as_deref().is_some_and(|unit| unit != "%");
        let kind = if quantity.kind == Kind::Percent && is_other { Kind::Plain } else { quantity.kind };
        Quantity { kind, ..quantity }
    }

    fn over(&self, data: &TableData, column: &str, rows: &[usize]) -> Arc<Over> {
        let keys = rows.iter().filter_map(|at| Some(data.rows.get(*at)?.entries.get(column)?.key.clone()));
        Arc::new(Over { table: data.key.clone(), column: column.to_owned(), figures: keys.collect() })
    }

    fn shares(&self, data: &TableData, of: &str, within: Within, told: &mut Told<'_>) -> Vec<Entry> {
        let given = |at: usize| data.rows.get(at).and_then(|row| row.entries.get(of)).map(Given::of);
        let outline = Outline::of(data);
        let parents: BTreeMap<usize, &str> =
            outline.children.iter().flat_map(|(key, rows)| rows.iter().map(|row| (*row, *key))).collect();
        let places: BTreeMap<&str, usize> =
            data.rows.iter().enumerate().map(|(at, row)| (row.key.as_str(), at)).collect();
        let measure = match within {
            Within::Rows(rows) => {
                let chosen = outline.rows_where(|row| !row.is_total && outline.selects(rows, row));
                let figures = chosen::figures(data, &chosen, of);
                let sum = figures.and_then(|figures| {
                    let figures: Vec<Quantity> = figures.into_iter().map(|(.., quantity)| quantity).collect();
                    apply(Arithmetic::Sum, &figures, None)
                });
                Some((sum, self.over(data, of, &chosen)))
            }
            _ => None,
        };
        let total = data.rows.iter().position(|row| row.is_total);
        let share = |(at, row): (usize, &crate::input::dataset::Row)| {
            let whole = match within {
                Within::Total => total,
                Within::Group => parents.get(&at).and_then(|parent| places.get(parent)).copied(),
                Within::Rows(_) => None,
            };
            let Some(own) = given(at) else {
                return self.made(self.key(&row.key), Arithmetic::Share, &[], None, Err(Lacking::Row));
            };
            match (&measure, whole.and_then(given)) {
                (Some((sum, over)), _) => {
                    let result =
                        own.figure.and_then(|own| apply(Arithmetic::Share, &[own, (*sum)?], self.derivation.decimals));
                    self.made(self.key(&row.key), Arithmetic::Share, &[own], Some(over.clone()), result)
                }
                (None, Some(whole)) => self.entry(self.key(&row.key), Arithmetic::Share, &[own, whole], None),
                (None, None) => self.made(self.key(&row.key), Arithmetic::Share, &[own], None, Err(Lacking::Row)),
            }
        };
        let entries: Vec<Entry> = data.rows.iter().enumerate().map(share).collect();
        entries.iter().for_each(|entry| told.zero(self.derivation, entry));
        entries
    }

    fn ranks(&self, data: &TableData, of: &str, order: Order, rows: Rows) -> Vec<Entry> {
        let outline = Outline::of(data);
        let chosen = outline.rows_where(|row| !row.is_total && outline.selects(rows, row));
        // Where one of them is not known, it is not known which place the others have.
        let known = chosen::comparable(data, &chosen, of);
        let unknown = known.as_ref().err().copied();
        let blamed = unknown.and_then(|why| lacking(data, &chosen, of, Some(why)));
        let places: BTreeMap<usize, usize> = chosen::places(&known.unwrap_or_default(), order).into_iter().collect();
        let over = self.over(data, of, &chosen);
        let rank = |(at, row): (usize, &crate::input::dataset::Row)| {
            let own = row.entries.get(of).map(Given::of);
            let place = places.get(&at).map(|place| count(*place));
            let own_why = own.as_ref().and_then(|own| own.figure.err());
            let why = own_why.or(unknown).unwrap_or(Lacking::NoRows);
            let blamed = blamed.clone().filter(|_| own_why.is_none());
            let given: Vec<Given> = own.into_iter().chain(blamed).collect();
            self.made(self.key(&row.key), Arithmetic::Rank(order), &given, Some(over.clone()), place.ok_or(why))
        };
        data.rows.iter().enumerate().map(rank).collect()
    }

    /// A figure by itself, or rows.
    fn single(&self, told: &mut Told<'_>) -> (Entry, Option<Picked>) {
        match &self.derivation.rule {
            Rule::Over { how, choice } => (self.of_rows(*how, choice), None),
            Rule::Rows(choice) => {
                let (entry, picked) = self.rows(choice);
                (entry, Some(picked))
            }
            Rule::Pick { choice, order, nth, ties } => {
                let (entry, picked) = self.picked(choice, *order, *nth, *ties, told);
                (entry, Some(picked))
            }
            Rule::Of { how, operands } => {
                let lookup = Lookup::new(self.document, self.dataset, self.times, None, operands);
                let given: Vec<Given> = operands.iter().map(|operand| lookup.given(operand)).collect();
                told.look_single(self.derivation, self.dataset, operands, &given);
                let entry = self.entry(self.key(""), *how, &given, None);
                told.zero(self.derivation, &entry);
                (entry, None)
            }
            Rule::Share { .. } | Rule::Rank { .. } => {
                (self.made(self.key(""), Arithmetic::Value, &[], None, Err(Lacking::NoRows)), None)
            }
        }
    }

    fn of_rows(&self, how: Arithmetic, choice: &Choice) -> Entry {
        let key = self.key("");
        let Some(data) = self.dataset.table(&choice.table).filter(|data| data.rows.iter().any(|row| !row.is_total))
        else {
            return self.made(key, how, &[], None, Err(Lacking::NoRows));
        };
        let rows = match chosen::rows(choice, data) {
            Ok(rows) => rows,
            Err((at, why)) => return self.made(key, how, undecided(choice, data, at).as_slice(), None, Err(why)),
        };
        let names = &self.document.table(&choice.table).map(|table| table.row_key.clone()).unwrap_or_default();
        let column = choice.column.as_ref().unwrap_or(names);
        if how == Arithmetic::Count {
            let by = choice.condition.as_ref().map_or(column, |condition| &condition.column);
            let given = rows.iter().filter_map(|at| Some(Given::of(data.rows.get(*at)?.entries.get(by)?)));
            let given: Vec<Given> = given.collect();
            return self.made(key, how, &given, None, Ok(count(rows.len())));
        }
        match chosen::figures(data, &rows, column) {
            Ok(figures) => {
                let given: Vec<Given> = figures.iter().map(|(_, entry, _)| Given::of(entry)).collect();
                let entry = self.entry(key, how, &given, None);
                if how == Arithmetic::Sum && given.is_empty() { self.no_sum(entry, data, column) } else { entry }
            }
            Err(why) => {
                let lacking = rows.iter().filter_map(|at| data.rows.get(*at)?.entries.get(column));
                let given: Vec<Given> = lacking.filter(|entry| figure(entry).is_err()).map(Given::of).collect();
                self.made(key, how, &given, None, Err(why))
            }
        }
    }

    /// The sum of no rows, in the decimals and the kind of the column.
    fn no_sum(&self, entry: Entry, data: &TableData, column: &str) -> Entry {
        let like = data.rows.iter().filter_map(|row| row.entries.get(column)?.quantity()).next();
        match (&entry.content, like) {
            (Content::Quantity(sum), Some(like)) => {
                let decimals = self.derivation.decimals.unwrap_or(like.decimals);
                let content = Content::Quantity(self.in_unit(Quantity { decimals, kind: like.kind, ..*sum }));
                Entry { content, ..entry }
            }
            _ => entry,
        }
    }

    fn picked(&self, choice: &Choice, order: Order, nth: u32, ties: Ties, told: &mut Told<'_>) -> (Entry, Picked) {
        let is_list = ties == Ties::All;
        let (Some(data), Some(column)) = (self.dataset.table(&choice.table), &choice.column) else {
            return self.no_rows(choice, is_list, &[], Lacking::NoRows);
        };
        let rows = match chosen::rows(choice, data) {
            Ok(rows) => rows,
            Err((at, why)) => return self.no_rows(choice, is_list, undecided(choice, data, at).as_slice(), why),
        };
        let known = chosen::comparable(data, &rows, column);
        let unknown = known.as_ref().err().copied();
        let Some((first, equal)) = chosen::nth(&known.unwrap_or_default(), order, nth) else {
            let blamed = lacking(data, &rows, column, unknown);
            let why = blamed.as_ref().and_then(|given| given.figure.err()).unwrap_or(Lacking::NoRows);
            return self.no_rows(choice, is_list, blamed.as_slice(), why);
        };
        if ties == Ties::Refuse && equal.len() > 1 {
            told.tie(self.derivation, data, column, &equal);
        }
        let rows = if ties == Ties::First { vec![first] } else { equal };
        self.these(choice, data, column, rows, is_list)
    }

    /// The rows that are chosen.
    fn rows(&self, choice: &Choice) -> (Entry, Picked) {
        let Some(data) = self.dataset.table(&choice.table) else {
            return self.no_rows(choice, true, &[], Lacking::NoRows);
        };
        match chosen::rows(choice, data) {
            Ok(rows) if rows.is_empty() => self.no_rows(choice, true, &[], Lacking::NoRows),
            Ok(rows) => {
                let by = choice.condition.as_ref().map(|condition| condition.column.clone()).unwrap_or_default();
                self.these(choice, data, &by, rows, true)
            }
            Err((at, why)) => self.no_rows(choice, true, undecided(choice, data, at).as_slice(), why),
        }
    }

    fn no_rows(&self, choice: &Choice, is_list: bool, given: &[Given], why: Lacking) -> (Entry, Picked) {
        let picked = Picked { table: choice.table.clone(), rows: Vec::new(), is_list };
        (self.made(self.key(""), Arithmetic::Value, given, None, Err(why)), picked)
    }

    /// Rows that were found, by the figures in a column.
    fn these(
        &self,
        choice: &Choice,
        data: &TableData,
        column: &str,
        rows: Vec<usize>,
        is_list: bool,
    ) -> (Entry, Picked) {
        let names = self.document.table(&choice.table).map(|table| table.row_key.clone()).unwrap_or_default();
        let words = rows.iter().filter_map(|at| Some(chosen::name(data.rows.get(*at)?, &names)));
        let words = words.collect::<Vec<_>>().join(", ");
        let given = rows.iter().filter_map(|at| Some(Given::of(data.rows.get(*at)?.entries.get(column)?)));
        let given: Vec<Given> = given.collect();
        let entry = self.made(self.key(""), Arithmetic::Value, &given, None, Ok(count(0)));
        let entry = Entry { content: Content::Text(words), ..entry };
        (entry, Picked { table: choice.table.clone(), rows, is_list })
    }
}

/// The first of some rows that has no figure in a column. Rows that are not compared may lack theirs for another reason
/// than the one that keeps others from being compared.
fn lacking<'a>(data: &'a TableData, rows: &[usize], column: &str, why: Option<Lacking>) -> Option<Given<'a>> {
    let mut entries = rows.iter().filter_map(|at| data.rows.get(*at)?.entries.get(column)).map(Given::of);
    entries.find(|given| given.figure.is_err_and(|own| why.is_none_or(|why| own == why)))
}

/// The figure that leaves open whether its row is chosen.
fn undecided<'a>(choice: &Choice, data: &'a TableData, at: usize) -> Option<Given<'a>> {
    data.rows.get(at)?.entries.get(&choice.condition.as_ref()?.column).map(Given::of)
}
