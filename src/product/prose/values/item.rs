//! Values of templates: a datum, a row, a table, a number or text that the author typed.

use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Object, ObjectRepr};
use rust_decimal::Decimal;

use crate::input::dataset::{Content, Dataset, Entry, Row, TableData};
use crate::input::definition::model::{Document, Kind};
use crate::input::figure_key::FigureKey;
use crate::product::prose::language::fault::Named;

/// What templates are run over.
#[derive(Debug)]
pub(crate) struct Data {
    pub(crate) document: Document,
    pub(crate) dataset: Dataset,
}

/// One value.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    Particulars,
    /// Derived figures and rows that belong to no table.
    Derived,
    /// By its place in the dataset.
    Table(usize),
    Row(usize, usize),
    /// Rows, each by its table and its place.
    Rows(Vec<(usize, usize)>),
    Datum(Datum),
    /// Data that are printed one after another.
    Listed(Vec<Datum>),
    /// A count, or a place in a row of things: it may be printed.
    Ordinal(u64),
    /// Typed in the template.
    Number(Decimal),
    Words(String),
    Missing(Missing),
    /// What is left of a value after its fault was told.
    Nothing,
}

/// A datum, and what its column or field says of it.
#[derive(Debug, Clone)]
pub(crate) struct Datum {
    pub(crate) entry: Entry,
    pub(crate) kind: Kind,
    /// The unit of its column (đơn vị tính).
    pub(crate) unit: Option<String>,
    /// Its words where a part or another form of it is meant: the title of a numbered name, a small first letter.
    pub(crate) form: Option<String>,
}

/// Something that is not there.
#[derive(Debug, Clone)]
pub(crate) struct Missing {
    pub(crate) named: Named,
    pub(crate) name: String,
    pub(crate) known: Vec<String>,
    /// For a row: whether the table has a column of that name.
    pub(crate) is_column: bool,
    /// For a row: the table that lacks it.
    pub(crate) table: Option<usize>,
}

impl Object for Item {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }
}

impl Item {
    /// As minijinja carries it.
    pub(crate) fn value(self) -> Value {
        Value::from_object(self)
    }
}

impl Datum {
    /// What is printed of it; nothing for a blank, or for words without a single figure.
    pub(crate) fn text(&self) -> Option<String> {
        self.form.clone().or_else(|| self.entry.in_sentence())
    }

    /// The part of that name: `number` and `title` of a numbered name, `text` of words around a figure.
    fn part(&self, name: &str) -> Result<Self, Missing> {
        let parts: &[(&str, &String)] = match &self.entry.content {
            Content::Numbered { number, title, .. } => &[("number", number), ("title", title)],
            Content::Mixed { text, .. } => &[("text", text)],
            _ => &[],
        };
        let known = || parts.iter().map(|(part, _)| (*part).to_owned()).collect();
        match parts.iter().find(|(part, _)| *part == name) {
            Some((_, text)) => Ok(Self { form: Some((*text).clone()), ..self.clone() }),
            // A blank has no parts yet that could be looked at.
            None if self.entry.is_blank() => Ok(self.clone()),
            None => Err(Missing {
                named: Named::Part,
                name: name.to_owned(),
                known: known(),
                is_column: false,
                table: None,
            }),
        }
    }
}

impl Data {
    pub(crate) fn table(&self, table: usize) -> Option<&TableData> {
        self.dataset.tables.get(table)
    }

    pub(crate) fn row(&self, table: usize, row: usize) -> Option<&Row> {
        self.table(table)?.rows.get(row)
    }

    /// The table of that key.
    pub(crate) fn named(&self, key: &str) -> Item {
        let index = self.dataset.tables.iter().position(|table| table.key == key);
        index.map_or(Item::Nothing, Item::Table)
    }

    /// The rows of a table, without its total row.
    pub(crate) fn rows(&self, table: usize) -> Vec<Item> {
        let rows = self.table(table).into_iter().flat_map(|data| data.rows.iter().enumerate());
        rows.filter(|(_, row)| !row.is_total).map(|(at, _)| Item::Row(table, at)).collect()
    }

    /// The particular of that key.
    pub(crate) fn particular(&self, key: &str) -> Item {
        let fields = &self.document.facts.fields;
        let Some(entry) = self.dataset.facts.get(key) else {
            let known = self.dataset.facts.keys().cloned().collect();
            return Item::Missing(Missing {
                named: Named::Field,
                name: key.to_owned(),
                known,
                is_column: false,
                table: None,
            });
        };
        // Years counted from another field have no field of their own.
        let kind = fields.iter().find(|field| field.key == key).map_or(Kind::Year, |field| field.kind);
        Item::Datum(Datum { entry: entry.clone(), kind, unit: None, form: None })
    }

    /// The row of that key.
    pub(crate) fn row_of(&self, table: usize, key: &str) -> Item {
        let Some(data) = self.table(table) else { return Item::Nothing };
        match data.rows.iter().position(|row| row.key == key) {
            Some(row) => Item::Row(table, row),
            None => {
                let known = data.rows.iter().map(|row| row.key.clone()).collect();
                let is_column = self.document.table(&data.key).is_some_and(|table| table.has_column(key));
                Item::Missing(Missing { named: Named::Row, name: key.to_owned(), known, is_column, table: Some(table) })
            }
        }
    }

    /// The datum of a row in that column.
    pub(crate) fn datum(&self, table: usize, row: usize, column: &str) -> Item {
        let Some((data, row)) = self.table(table).zip(self.row(table, row)) else { return Item::Nothing };
        let Some(entry) = row.entries.get(column) else {
            let known = row.entries.keys().cloned().collect();
            return Item::Missing(Missing {
                named: Named::Column,
                name: column.to_owned(),
                known,
                is_column: false,
                table: None,
            });
        };
        let declared = self.document.table(&data.key).and_then(|table| table.column(column));
        let kind = declared.map_or(Kind::Count, |column| column.kind);
        let unit = self.document.unit(Some(&data.key), column);
        Item::Datum(Datum { entry: entry.clone(), kind, unit, form: None })
    }

    /// The derived figure, row or rows of that key.
    fn derived(&self, key: &str) -> Item {
        let derived = &self.dataset.derived;
        let figure = FigureKey::derived(key);
        let entry = derived.figures.iter().find(|entry| entry.key == figure);
        let picked = derived.picked.get(key).and_then(|picked| {
            let table = self.dataset.tables.iter().position(|table| table.key == picked.table)?;
            Some((picked, picked.rows.iter().map(|row| (table, *row)).collect::<Vec<_>>()))
        });
        match (picked, entry) {
            (Some((picked, rows)), _) if picked.is_list => Item::Rows(rows),
            (Some((_, rows)), _) if !rows.is_empty() => Item::Row(rows[0].0, rows[0].1),
            (_, Some(entry)) => {
                let unit = self.document.unit(None, key);
                Item::Datum(Datum { entry: entry.clone(), kind: Kind::Count, unit, form: None })
            }
            (_, None) => {
                let known = derived.figures.iter().filter_map(|entry| entry.key.derived_key().map(str::to_owned));
                let (name, known) = (key.to_owned(), known.collect());
                Item::Missing(Missing { named: Named::Derived, name, known, is_column: false, table: None })
            }
        }
    }

    /// What a derived figure is called.
    pub(crate) fn label(&self, entry: &Entry) -> Option<&str> {
        let (table, key) = (entry.key.table(), entry.key.column().or(entry.key.derived_key())?);
        self.document.derivation(table, key).map(|derivation| derivation.label.as_str())
    }

    /// What `.key` of a value is.
    ///
    /// # Errors
    /// A value of which nothing can be asked.
    pub(crate) fn get(&self, of: &Item, key: &str) -> Result<Item, ()> {
        Ok(match of {
            Item::Particulars => self.particular(key),
            Item::Derived => self.derived(key),
            Item::Table(table) => self.row_of(*table, key),
            Item::Row(table, row) => self.datum(*table, *row, key),
            Item::Datum(datum) => datum.part(key).map_or_else(Item::Missing, Item::Datum),
            Item::Missing(_) | Item::Nothing => of.clone(),
            Item::Rows(_) | Item::Listed(_) | Item::Ordinal(_) | Item::Number(_) | Item::Words(_) => return Err(()),
        })
    }
}
