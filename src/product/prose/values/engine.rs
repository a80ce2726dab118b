//! The functions through which templates reach the data: each knows its place in the template, and what it is given.
//!
//! A fault is noted, and the templates go on without the value, so that one run tells of all of them.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use minijinja::{Environment, Error, ErrorKind, Value};

use crate::finding::Finding;
use crate::finding::picture::picture;
use crate::input::dataset::TOTAL;
use crate::input::definition::model::Kind;
use crate::input::derived::made::Lacking;
use crate::product::prose::language::expression::Comparison;
use crate::product::prose::language::fault::{At, Fault, Named, Scope};
use crate::product::prose::language::words::Test;
use crate::product::prose::marked_text;
use crate::product::prose::values::given::{Given, given, kind};
use crate::product::prose::values::item::{Data, Datum, Item, Missing};
use crate::product::prose::values::outcome::{self, NoCondition, Outcome, Printed};
use crate::product::prose::values::side::Side;
use crate::vi::text::compose;

/// Looks into the data, comparisons and values printed in one document: fifty times what the longest plan has.
const MOST_STEPS: u64 = 1_000_000;

/// The data that templates are run over, and what came up.
#[derive(Debug)]
pub(crate) struct Engine {
    data: Data,
    places: Vec<(String, At)>,
    /// File → its text as written.
    sources: BTreeMap<String, String>,
    folder: String,
    outcome: Mutex<Outcome>,
}

impl Engine {
    pub(crate) fn new(
        data: Data,
        places: Vec<(String, At)>,
        sources: BTreeMap<String, String>,
        folder: &str,
    ) -> Arc<Self> {
        let outcome = Mutex::new(Outcome::default());
        Arc::new(Self { data, places, sources, folder: folder.to_owned(), outcome })
    }

    /// Gives templates the functions that compiled text calls.
    pub(crate) fn equip(self: &Arc<Self>, env: &mut Environment<'_>) {
        let engine = || self.clone();
        let own = engine();
        env.add_function("particulars", || Item::Particulars.value());
        env.add_function("derived", || Item::Derived.value());
        env.add_function("table", move |key: &str| own.data.named(key).value());
        env.add_function("words", |text: String| Item::Words(text).value());
        env.add_function("number", |text: &str| text.parse().map_or(Item::Nothing, Item::Number).value());
        env.add_function("ordinal", |count: u64| Item::Ordinal(count).value());
        let own = engine();
        env.add_function("get", move |at: usize, of: Value, key: Value| own.get(at, &of, &key));
        let own = engine();
        env.add_function("show", move |at: usize, value: Value| own.show(at, &value));
        let own = engine();
        env.add_function("truth", move |at: usize, value: Value| own.truth(at, &value));
        let own = engine();
        env.add_function("tested", move |at: usize, test: &str, value: Value| own.tested(at, test, &value));
        let own = engine();
        env.add_function("compared", move |at: usize, sign: &str, left: Value, right: Value| {
            own.compared(at, sign, &left, &right)
        });
        let own = engine();
        env.add_function("within", move |at: usize, left: Value, right: Value| own.within(at, &left, &right));
        let own = engine();
        env.add_function("each", move |at: usize, value: Value| own.each(at, &value).map(Value::from));
        let own = engine();
        env.add_function("filtered", move |at: usize, filter: &str, value: Value, by: Option<String>, back: bool| {
            own.filtered(at, filter, &value, by.as_deref(), back)
        });
    }

    /// What came up: faults of the templates, then cells, each in the order of the templates.
    pub(crate) fn findings(&self) -> (Vec<Finding>, Vec<Finding>) {
        let outcome = self.outcome();
        let told = |(at, fault): (&usize, &Fault)| {
            let (file, stretch) = &self.places[*at];
            let fault = Fault { at: stretch.clone(), ..fault.clone() };
            fault.in_file(&format!("{}/{file}", self.folder), self.sources.get(file).map_or("", String::as_str))
        };
        let mut order: Vec<(&usize, &Fault)> = outcome.faults.iter().collect();
        order.sort_by_key(|(at, _)| (&self.places[**at].0, self.places[**at].1.start));
        let faults = order.into_iter().map(told).collect();
        (faults, outcome.rows.values().chain(outcome.cells.values()).cloned().collect())
    }

    fn outcome(&self) -> MutexGuard<'_, Outcome> {
        self.outcome.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn fault(&self, at: usize, fault: Fault) {
        self.outcome().faults.entry(at).or_insert(fault);
    }

    fn cell(&self, at: usize, datum: &Datum, in_condition: bool) {
        let (file, stretch) = &self.places[at];
        let source = self.sources.get(file).map_or("", String::as_str);
        let (line, _) = picture(&format!("{}/{file}", self.folder), source, stretch);
        let finding = outcome::cell(datum, self.data.label(&datum.entry), &line, in_condition);
        // Without last year's input nothing that needs it is there: it is told once, wherever it is missed.
        let is_no_earlier = datum.entry.made.as_ref().is_some_and(|made| made.lacking == Some(Lacking::NoEarlier));
        let known = if is_no_earlier { (usize::MAX, String::new()) } else { (at, datum.entry.key.to_string()) };
        self.outcome().cells.entry(known).or_insert(finding);
    }

    /// Counts what is done; templates that never end come to an end here.
    pub(crate) fn step(&self, at: usize, steps: usize) -> Result<(), Error> {
        let mut outcome = self.outcome();
        outcome.steps += steps as u64;
        outcome.last = at;
        if outcome.steps <= MOST_STEPS {
            return Ok(());
        }
        outcome.faults.entry(at).or_insert_with(outcome::limit);
        Err(Error::new(ErrorKind::OutOfFuel, "limit"))
    }

    /// More was written than a document holds, at the place that was come to last.
    pub(crate) fn overflowed(&self) {
        let at = self.outcome().last;
        self.outcome().faults.entry(at).or_insert_with(outcome::limit);
    }

    /// Whether what is missing is a row that the prose calls by its key: then the table has lost it, or never had it.
    fn lacks_row(&self, at: usize, missing: &Missing) -> bool {
        let (file, stretch) = &self.places[at];
        let source = self.sources.get(file).map_or("", String::as_str);
        let written = source.get(stretch.clone()).unwrap_or_default();
        let is_called = ['"', '\''].iter().any(|sign| written.contains(&format!("[{sign}{}{sign}]", missing.name)))
            || missing.name == TOTAL;
        let Some(index) = missing.table.filter(|_| is_called && !missing.is_column) else { return false };
        let Some(data) = self.data.table(index) else { return false };
        let Some(table) = self.data.document.table(&data.key) else { return false };
        let (line, excerpt) = picture(&format!("{}/{file}", self.folder), source, stretch);
        let words = excerpt.lines.first().map(|(_, text)| text.trim()).unwrap_or_default();
        let key = if outcome::is_numbered_otherwise(missing, data) { String::new() } else { missing.name.clone() };
        let finding = || outcome::row(missing, table, data, (&line, words));
        self.outcome().rows.entry((index, key)).or_insert_with(finding);
        true
    }

    /// What is given, once what is not there has been told.
    pub(crate) fn given(&self, at: usize, value: &Value) -> Given {
        match given(value) {
            Given::Item(Item::Missing(missing)) => {
                if !self.lacks_row(at, &missing) {
                    self.fault(at, outcome::missing(&missing));
                }
                Given::Item(Item::Nothing)
            }
            Given::Unset => {
                let (file, stretch) = &self.places[at];
                let name = self.sources.get(file).and_then(|source| source.get(stretch.clone())).unwrap_or_default();
                self.fault(at, Fault::scope(Scope::Unset, 0..0, name));
                Given::Item(Item::Nothing)
            }
            given => given,
        }
    }

    pub(crate) fn get(&self, at: usize, of: &Value, key: &Value) -> Result<Value, Error> {
        self.step(at, 1)?;
        let name = match key.as_str() {
            Some(name) => name.to_owned(),
            None => match self.given(at, key) {
                Given::Item(Item::Datum(datum)) if datum.entry.is_blank() => {
                    self.cell(at, &datum, true);
                    return Ok(Item::Nothing.value());
                }
                Given::Item(item) => match Side::of_item(&item) {
                    None => return Ok(self.no_value(at, &Given::Item(item))),
                    Some(side) => match side.letters() {
                        Some(letters) => letters.to_owned(),
                        None => {
                            self.fault(at, outcome::no_key(&side));
                            return Ok(Item::Nothing.value());
                        }
                    },
                },
                other => return Ok(self.no_value(at, &other)),
            },
        };
        let of = match given(of) {
            Given::Item(of) => of,
            Given::Unset => {
                self.given(at, of);
                return Ok(Item::Nothing.value());
            }
            _ => return Ok(self.no_part(at, &name)),
        };
        Ok(match self.data.get(&of, &name) {
            Ok(Item::Rows(rows)) => rows.into_iter().map(|(table, row)| Item::Row(table, row).value()).collect(),
            Ok(item) => item.value(),
            Err(()) => self.no_part(at, &name),
        })
    }

    fn no_part(&self, at: usize, name: &str) -> Value {
        self.fault(at, Fault::unknown(Named::Part, 0..0, name, []));
        Item::Nothing.value()
    }

    pub(crate) fn no_value(&self, at: usize, given: &Given) -> Value {
        // Of what is nothing the fault has been told.
        if let Some(what) = kind(given) {
            self.fault(at, outcome::no_side(what));
        }
        Item::Nothing.value()
    }

    /// The only place where a value becomes text.
    fn show(&self, at: usize, value: &Value) -> Result<Value, Error> {
        self.step(at, 1)?;
        let text = match self.given(at, value) {
            Given::Prose(text) => text,
            Given::Item(Item::Nothing) => String::new(),
            Given::Item(Item::Ordinal(count)) => count.to_string(),
            Given::Item(Item::Datum(datum)) => self.shown(at, &datum),
            Given::Item(Item::Listed(data)) => {
                self.step(at, data.len())?;
                let shown: Vec<String> = data.iter().map(|datum| self.shown(at, datum)).collect();
                match shown.split_last() {
                    Some((last, others)) if !others.is_empty() => format!("{} và {last}", others.join(", ")),
                    _ => shown.concat(),
                }
            }
            Given::Item(Item::Words(text)) if self.is_named(at) && !text.contains(char::is_numeric) => as_prose(&text),
            given => {
                self.fault(at, outcome::unprintable(kind(&given).unwrap_or(Printed::Truth)));
                String::new()
            }
        };
        Ok(Value::from_safe_string(text))
    }

    /// A datum with its mark; a blank is told.
    fn shown(&self, at: usize, datum: &Datum) -> String {
        let Some(text) = datum.text() else {
            self.cell(at, datum, false);
            return String::new();
        };
        let unit = datum.unit.as_deref().filter(|_| datum.form.is_none());
        marked_text::placed(datum.entry.key.as_str(), &text, at, unit.unwrap_or_default())
    }

    /// Whether a value comes by a name, as words that a macro is given, and is not typed between the braces.
    fn is_named(&self, at: usize) -> bool {
        let (file, stretch) = &self.places[at];
        let typed = self.sources.get(file).and_then(|source| source.get(stretch.clone())).unwrap_or_default();
        !typed.contains(['"', '\''])
    }

    fn truth(&self, at: usize, value: &Value) -> Result<bool, Error> {
        self.step(at, 1)?;
        let given = self.given(at, value);
        Ok(match &given {
            Given::Truth(truth) => *truth,
            Given::List(list) => !list.is_empty(),
            Given::Item(Item::Table(table)) => !self.data.rows(*table).is_empty(),
            Given::Item(Item::Nothing) => false,
            Given::Item(Item::Datum(datum)) if may_be_figure(datum) => {
                let shown = datum.text().unwrap_or_default();
                self.fault(at, outcome::no_condition(NoCondition::Figure, &shown));
                false
            }
            Given::Item(Item::Datum(datum)) => !datum.entry.is_blank(),
            other => {
                self.fault(at, outcome::no_condition(NoCondition::Other, kind(other).map_or("", Printed::word)));
                false
            }
        })
    }

    fn tested(&self, at: usize, test: &str, value: &Value) -> Result<bool, Error> {
        self.step(at, 1)?;
        let given = given(value);
        let is_there = !matches!(given, Given::Item(Item::Missing(_)) | Given::Unset);
        let is_filled = match &given {
            Given::Item(Item::Datum(datum)) => !datum.entry.is_blank(),
            Given::Item(Item::Table(table)) => !self.data.rows(*table).is_empty(),
            Given::List(list) => !list.is_empty(),
            Given::Prose(text) => !text.trim().is_empty(),
            _ => is_there,
        };
        let test = Test::ALL.iter().find(|(name, _)| *name == test).map(|(_, test)| *test);
        Ok(match test {
            Some(Test::Filled) => is_filled,
            Some(Test::Blank) => !is_filled,
            Some(Test::Defined) | None => is_there,
        })
    }

    /// The side that a value is in a comparison; none once it has been told why it is none.
    pub(crate) fn side(&self, at: usize, value: &Value) -> Option<Side> {
        let given = self.given(at, value);
        match &given {
            Given::Item(Item::Nothing) => None,
            Given::Item(Item::Datum(datum)) if datum.entry.is_blank() => {
                self.cell(at, datum, true);
                None
            }
            Given::Item(item) if Side::of_item(item).is_some() => Side::of_item(item),
            other => {
                self.no_value(at, other);
                None
            }
        }
    }

    pub(crate) fn order(&self, at: usize, sign: &str, left: &Side, right: &Side) -> Option<Ordering> {
        let in_order = !matches!(sign, "==" | "!=" | "in" | "unique");
        let order = if in_order { left.in_order(right, sign) } else { left.compare(right) };
        if order.is_err() {
            self.fault(at, outcome::meaningless(sign, left, right));
        }
        order.ok()
    }

    fn compared(&self, at: usize, sign: &str, left: &Value, right: &Value) -> Result<bool, Error> {
        self.step(at, 1)?;
        let (left, right) = (self.side(at, left), self.side(at, right));
        let Some((left, right)) = left.zip(right) else { return Ok(false) };
        let Some(order) = self.order(at, sign, &left, &right) else { return Ok(false) };
        Ok(match Comparison::of(sign) {
            Some(Comparison::Equal) => order.is_eq(),
            Some(Comparison::Unequal) => order.is_ne(),
            Some(Comparison::Less) => order.is_lt(),
            Some(Comparison::LessOrEqual) => order.is_le(),
            Some(Comparison::More) => order.is_gt(),
            Some(Comparison::MoreOrEqual) => order.is_ge(),
            None => false,
        })
    }

    /// `in`: one of a list, part of a text, a row of a table.
    fn within(&self, at: usize, left: &Value, right: &Value) -> Result<bool, Error> {
        self.step(at, 1)?;
        let Some(left) = self.side(at, left) else { return Ok(false) };
        match self.given(at, right) {
            Given::List(list) => {
                self.step(at, list.len())?;
                let mut sides = list.iter().filter_map(|value| self.side(at, value));
                Ok(sides.any(|side| self.order(at, "in", &left, &side).is_some_and(Ordering::is_eq)))
            }
            Given::Item(Item::Table(table)) if left.letters().is_some() => {
                Ok(matches!(self.data.row_of(table, left.letters().unwrap_or_default()), Item::Row(..)))
            }
            Given::Item(Item::Nothing) => Ok(false),
            _ => {
                let Some(right) = self.side(at, right) else { return Ok(false) };
                if let (Some(part), Some(whole)) = (left.letters(), right.letters()) {
                    return Ok(compose(whole).contains(&*compose(part)));
                }
                self.fault(at, outcome::meaningless("in", &left, &right));
                Ok(false)
            }
        }
    }

    /// The values of a table or list, one after another.
    pub(crate) fn each(&self, at: usize, value: &Value) -> Result<Vec<Value>, Error> {
        let list = match self.given(at, value) {
            Given::Item(Item::Table(table)) => self.data.rows(table).into_iter().map(Item::value).collect(),
            Given::List(list) => list,
            Given::Item(Item::Nothing) => Vec::new(),
            other => {
                self.no_list(at, &other);
                Vec::new()
            }
        };
        self.step(at, 1 + list.len())?;
        Ok(list)
    }

    pub(crate) fn no_list(&self, at: usize, given: &Given) {
        let what = kind(given).map_or("text", Printed::word);
        self.fault(at, outcome::no_condition(NoCondition::NoList, what));
    }
}

/// Words typed in quotation marks as prose that prints them as they are.
fn as_prose(text: &str) -> String {
    text.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect()
}

/// Whether a column can hold figures, also where this cell does not.
fn may_be_figure(datum: &Datum) -> bool {
    datum.form.is_none() && (datum.kind.is_numeric() || datum.kind == Kind::Mixed)
}
