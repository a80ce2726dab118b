//! Filters: what templates make of tables and lists.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use minijinja::{Error, Value};

use crate::product::prose::language::words::Filter;
use crate::product::prose::values::engine::Engine;
use crate::product::prose::values::given::{Given, given};
use crate::product::prose::values::item::Item;
use crate::product::prose::values::outcome::{self, NoCondition};
use crate::product::prose::values::side::Side;

impl Engine {
    /// What a filter makes of a value.
    pub(crate) fn filtered(
        &self,
        at: usize,
        filter: &str,
        value: &Value,
        attribute: Option<&str>,
        reverse: bool,
    ) -> Result<Value, Error> {
        let Some((_, filter)) = Filter::ALL.iter().find(|(name, _)| *name == filter) else {
            return Ok(Item::Nothing.value());
        };
        if filter.is_form() {
            return Ok(self.formed(at, *filter, value));
        }
        let mut list = self.each(at, value)?;
        Ok(match filter {
            Filter::Listed => self.listed(at, value, &list, attribute)?,
            Filter::Length => Item::Ordinal(list.len() as u64).value(),
            Filter::First => self.end(at, value, list.first()),
            Filter::Last => self.end(at, value, list.last()),
            Filter::Reverse => {
                list.reverse();
                Value::from(list)
            }
            Filter::Sort | Filter::Unique | Filter::Min | Filter::Max => {
                let Some(keyed) = self.keyed(at, *filter, list, attribute)? else { return Ok(Item::Nothing.value()) };
                self.ordered(at, *filter, value, keyed, reverse)
            }
            form => self.formed(at, *form, value),
        })
    }

    /// Values as one says them one after another: `A, B và C`. Each stays the datum that it is.
    fn listed(&self, at: usize, whole: &Value, list: &[Value], attribute: Option<&str>) -> Result<Value, Error> {
        let mut data = Vec::with_capacity(list.len());
        for value in list {
            let value = match attribute {
                Some(column) => self.get(at, value, &Value::from(column))?,
                None => value.clone(),
            };
            match self.given(at, &value) {
                Given::Item(Item::Datum(datum)) => data.push(datum),
                other => return Ok(self.no_value(at, &other)),
            }
        }
        Ok(if data.is_empty() { self.end(at, whole, None) } else { Item::Listed(data).value() })
    }

    /// The first or last of a list; what is asked of an empty one is not there.
    fn end(&self, at: usize, whole: &Value, value: Option<&Value>) -> Value {
        if value.is_none() && !matches!(given(whole), Given::Item(Item::Nothing | Item::Missing(_))) {
            self.fault(at, outcome::no_condition(NoCondition::Empty, ""));
        }
        value.cloned().unwrap_or_else(|| Item::Nothing.value())
    }

    /// Each value with what it is ordered by; none once it has been told that one of them has nothing.
    fn keyed(
        &self,
        at: usize,
        filter: Filter,
        list: Vec<Value>,
        attribute: Option<&str>,
    ) -> Result<Option<Vec<(Side, Value)>>, Error> {
        let mut keyed: Vec<(Side, Value)> = Vec::with_capacity(list.len());
        // One of each class: what is compared with one of a class could be compared with all.
        let mut kinds: BTreeMap<String, Side> = BTreeMap::new();
        for value in list {
            let by = match attribute {
                Some(column) => self.get(at, &value, &Value::from(column))?,
                None => value.clone(),
            };
            let Some(side) = self.side(at, &by) else { return Ok(None) };
            let class = side.class();
            if !kinds.contains_key(&class) {
                self.step(at, kinds.len())?;
                if kinds.values().any(|known| self.order(at, filter.name(), known, &side).is_none()) {
                    return Ok(None);
                }
                kinds.insert(class, side.clone());
            }
            keyed.push((side, value));
        }
        let typed = |side: &&Side| !matches!(side, Side::Words(_) | Side::Number(_));
        if let Some(other) = kinds.values().find(typed) {
            keyed = keyed.into_iter().map(|(side, value)| (side.beside(other), value)).collect();
        }
        // As many comparisons as sorting takes.
        self.step(at, keyed.len() * (1 + keyed.len().checked_ilog2().unwrap_or(0) as usize))?;
        Ok(Some(keyed))
    }

    fn ordered(&self, at: usize, filter: Filter, whole: &Value, mut keyed: Vec<(Side, Value)>, reverse: bool) -> Value {
        let by = |one: &(Side, Value), other: &(Side, Value)| one.0.compare(&other.0).unwrap_or(Ordering::Equal);
        let values = |keyed: Vec<(Side, Value)>| keyed.into_iter().map(|(_, value)| value).collect::<Vec<_>>();
        match filter {
            Filter::Min => self.end(at, whole, keyed.iter().min_by(|a, b| by(a, b)).map(|(_, value)| value)),
            // Of several that are equal the first, as in a list read from above.
            Filter::Max => {
                let largest = keyed.iter().rev().max_by(|a, b| by(a, b));
                self.end(at, whole, largest.map(|(_, value)| value))
            }
            Filter::Unique => {
                let mut seen = BTreeSet::new();
                keyed.retain(|(side, _)| seen.insert(side.canonical()));
                Value::from(values(keyed))
            }
            _ => {
                keyed.sort_by(|a, b| if reverse { by(b, a) } else { by(a, b) });
                Value::from(values(keyed))
            }
        }
    }
}
