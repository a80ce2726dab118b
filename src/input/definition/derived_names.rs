//! Reads the names in derived figures, and finds those that refer to nothing.

use crate::input::definition::derivation::{Arithmetic, Choice, Derivation, Era, Operand, Rule, Within};
use crate::input::definition::derived::{Condition, Method, Names, Order, Setting, Written};
use crate::input::definition::model::{Document, Kind, Rows, Table};
use crate::input::figure_key::FigureKey;

/// What is wrong with a derived figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// A kind that there is only in tables, or only outside of them.
    Place,
    Missing(Setting),
    /// A setting that its kind does not take.
    Extra(Setting),
    /// One name where a list is wanted, or the other way round.
    Number(Setting),
    /// A value that is none; those that there are.
    Value(Setting, String, String),
    /// A name that refers to nothing, and those that could be meant.
    Name(Setting, String, Vec<String>),
    /// A name of something that is no number.
    Words(Setting, String),
    /// Last year's input, where the definition names no folder of it.
    NoPrevious(Setting),
    /// A share of the total row in a table without one.
    NoTotal,
    /// Two figures in different units, which cannot be put beside each other.
    Units(Setting, String),
    /// What it is made from is made from it.
    Circle(String),
}

/// Reads one derived figure; `table` is that of a column.
pub(crate) struct Reader<'a> {
    pub(crate) document: &'a Document,
    pub(crate) table: Option<&'a Table>,
    pub(crate) written: &'a Written,
}

type Read<T> = Result<T, Wrong>;

impl<'a> Reader<'a> {
    /// The derivation that is written, its unit still as written.
    pub(crate) fn derivation(&self) -> Read<Derivation> {
        let written = self.written;
        let settings = written.kind.settings(self.table.is_some()).ok_or(Wrong::Place)?;
        let is_known = |setting: &Setting| settings.0.contains(setting) || settings.1.contains(setting);
        for (_, setting) in Setting::ALL {
            match (written.has(setting), settings.0.contains(&setting)) {
                (false, true) => return Err(Wrong::Missing(setting)),
                (true, _) if !is_known(&setting) => return Err(Wrong::Extra(setting)),
                _ => {}
            }
        }
        Ok(Derivation {
            key: written.key.clone(),
            label: written.label.clone(),
            table: self.table.map(|table| table.key.clone()),
            rule: self.rule()?,
            unit: written.unit.clone(),
            decimals: written.decimals,
        })
    }

    fn rule(&self) -> Read<Rule> {
        let written = self.written;
        let two = |how, one: (Setting, &Option<String>), other: (Setting, &Option<String>)| {
            Ok(Rule::Of { how, operands: vec![self.operand(one.0, one.1)?, self.operand(other.0, other.1)?] })
        };
        match written.kind {
            Method::Value => {
                let of = self.one(&written.of)?;
                Ok(Rule::Of { how: Arithmetic::Value, operands: vec![self.operand(Setting::Of, &Some(of))?] })
            }
            Method::Difference => {
                let of = Some(self.one(&written.of)?);
                two(Arithmetic::Difference, (Setting::Of, &of), (Setting::Minus, &written.minus))
            }
            Method::Change => two(Arithmetic::Change, (Setting::From, &written.from), (Setting::To, &written.to)),
            Method::Ratio => {
                let scale = written.scale.ok_or(Wrong::Missing(Setting::Scale))?;
                let (above, below) = (&written.numerator, &written.denominator);
                two(Arithmetic::Ratio(scale), (Setting::Numerator, above), (Setting::Denominator, below))
            }
            Method::Share => self.share(),
            Method::Average if self.table.is_some() => {
                let names = self.list(&written.of)?;
                let operands = names.iter().map(|name| self.operand(Setting::Of, &Some(name.clone())));
                Ok(Rule::Of { how: Arithmetic::Average, operands: operands.collect::<Read<_>>()? })
            }
            Method::Average => Ok(Rule::Over { how: Arithmetic::Average, choice: self.chosen(true)? }),
            Method::Sum => Ok(Rule::Over { how: Arithmetic::Sum, choice: self.chosen(true)? }),
            Method::Count => Ok(Rule::Over { how: Arithmetic::Count, choice: self.chosen(false)? }),
            Method::Rows => Ok(Rule::Rows(self.chosen(false)?)),
            Method::Rank => {
                let of = self.own_column()?;
                let rows = written.rows.unwrap_or(Rows::Leaves);
                Ok(Rule::Rank { of, order: written.order.unwrap_or_default(), rows })
            }
            Method::Largest | Method::Smallest => {
                let order = if written.kind == Method::Largest { Order::Largest } else { Order::Smallest };
                let ties = written.ties.unwrap_or_default();
                Ok(Rule::Pick { choice: self.chosen(true)?, order, nth: written.nth.unwrap_or(1), ties })
            }
        }
    }

    fn share(&self) -> Read<Rule> {
        let written = self.written;
        let within = written.within.clone().unwrap_or_default();
        let Some(table) = self.table else {
            let operands = vec![
                self.operand(Setting::Of, &Some(self.one(&written.of)?))?,
                self.operand(Setting::Within, &written.within)?,
            ];
            return Ok(Rule::Of { how: Arithmetic::Share, operands });
        };
        let of = self.own_column()?;
        let within = match within.as_str() {
            "total" if table.total.is_none() => return Err(Wrong::NoTotal),
            "total" => Within::Total,
            "group" => Within::Group,
            "rows" => Within::Rows(written.rows.unwrap_or(Rows::Leaves)),
            _ => return Err(Wrong::Value(Setting::Within, within, "total, group, rows".to_owned())),
        };
        match (within, written.rows) {
            (Within::Total | Within::Group, Some(_)) => Err(Wrong::Extra(Setting::Rows)),
            _ => Ok(Rule::Share { of, within }),
        }
    }

    fn one(&self, names: &Option<Names>) -> Read<String> {
        match names {
            Some(Names { names, is_list: false }) => Ok(names.first().cloned().unwrap_or_default()),
            _ => Err(Wrong::Number(Setting::Of)),
        }
    }

    fn list(&self, names: &Option<Names>) -> Read<Vec<String>> {
        match names {
            Some(Names { names, is_list: true }) if !names.is_empty() => Ok(names.clone()),
            _ => Err(Wrong::Number(Setting::Of)),
        }
    }

    /// A column of figures of the derivation's own table.
    fn own_column(&self) -> Read<String> {
        let name = self.one(&self.written.of)?;
        match self.operand(Setting::Of, &Some(name.clone()))? {
            Operand::Column { era: Era::Now, table, column } if self.table.is_some_and(|own| own.key == table) => {
                Ok(column)
            }
            _ => {
                let own = self.table.map(|table| numeric(table).collect()).unwrap_or_default();
                Err(Wrong::Name(Setting::Of, name, own))
            }
        }
    }

    /// A column as `table.column`, or for a count a table; and which of its rows.
    fn chosen(&self, has_column: bool) -> Read<Choice> {
        let name = self.one(&self.written.of)?;
        let tables = &self.document.tables;
        let (table, column) = if has_column {
            let found = tables.iter().find_map(|table| {
                let column = name.strip_prefix(&table.key)?.strip_prefix('.')?;
                table.has_column(column).then(|| (table, Some(column.to_owned())))
            });
            let known = || tables.iter().flat_map(|table| numeric(table).map(|key| format!("{}.{key}", table.key)));
            found.ok_or_else(|| Wrong::Name(Setting::Of, name.clone(), known().collect()))?
        } else {
            let known = || tables.iter().map(|table| table.key.clone()).collect();
            let table = tables.iter().find(|table| table.key == name);
            (table.ok_or_else(|| Wrong::Name(Setting::Of, name.clone(), known()))?, None)
        };
        if column.as_deref().is_some_and(|column| !is_numeric(table, column)) {
            return Err(Wrong::Words(Setting::Of, name));
        }
        let condition = self.written.condition.clone();
        if let Some(condition) = &condition {
            expect_comparable(table, condition)?;
        }
        let rows = self.written.rows.unwrap_or(Rows::Leaves);
        Ok(Choice { table: table.key.clone(), column, rows, condition })
    }

    fn operand(&self, setting: Setting, name: &Option<String>) -> Read<Operand> {
        let name = name.as_deref().ok_or(Wrong::Missing(setting))?;
        match self.table {
            Some(table) => self.column(setting, table, name),
            None => self.figure(setting, name),
        }
    }

    /// `column`, `table.column`, `previous.column`, `previous.table.column`, and the same of `issued`.
    fn column(&self, setting: Setting, own: &Table, name: &str) -> Read<Operand> {
        let mut eras = [Era::Previous, Era::Issued].into_iter();
        let here = || self.in_tables(own, name).map(|found| (Era::Now, found));
        let elsewhere = || {
            eras.find_map(|era| {
                let name = name.strip_prefix(era.word())?.strip_prefix('.')?;
                Some((era, self.in_tables(own, name)?))
            })
        };
        let Some((era, (table, column))) = here().or_else(elsewhere) else {
            return Err(Wrong::Name(setting, name.to_owned(), self.known_columns(own)));
        };
        self.expect_era(era, setting)?;
        if !is_numeric(table, column) {
            return Err(Wrong::Words(setting, name.to_owned()));
        }
        Ok(Operand::Column { era, table: table.key.clone(), column: column.to_owned() })
    }

    fn in_tables<'n>(&self, own: &'a Table, name: &'n str) -> Option<(&'a Table, &'n str)> {
        if own.has_column(name) {
            return Some((own, name));
        }
        self.document.tables.iter().find_map(|table| {
            let column = name.strip_prefix(&table.key)?.strip_prefix('.')?;
            table.has_column(column).then_some((table, column))
        })
    }

    fn known_columns(&self, own: &Table) -> Vec<String> {
        let others = self.document.tables.iter().filter(|table| table.key != own.key);
        let others = others.flat_map(|table| numeric(table).map(move |column| format!("{}.{column}", table.key)));
        let has_previous = self.document.facts.previous.is_some();
        let eras = [Era::Previous, Era::Issued].into_iter().filter(|era| has_previous || *era != Era::Previous);
        let earlier = eras.flat_map(|era| numeric(own).map(move |column| format!("{}.{column}", era.word())));
        numeric(own).chain(others).chain(earlier).collect()
    }

    /// `table/row/column`, `doc/field`, `derived/key`, `derived/picker/column`, and those of other times.
    fn figure(&self, setting: Setting, name: &str) -> Read<Operand> {
        let unknown = || Wrong::Name(setting, name.to_owned(), self.known_figures(name));
        let mut eras = [Era::Previous, Era::Issued].into_iter();
        let earlier = eras.find_map(|era| Some((era, name.strip_prefix(era.word())?.strip_prefix('/')?)));
        let (era, rest) = earlier.unwrap_or((Era::Now, name));
        let key: FigureKey = rest.parse().map_err(|_| unknown())?;
        self.expect_era(era, setting)?;
        if let Some(own) = key.derived_key() {
            let found = self.document.derived.iter().find(|other| other.key == own).ok_or_else(unknown)?;
            if era != Era::Now || found.is_of_rows() {
                return Err(Wrong::Words(setting, name.to_owned()));
            }
            return Ok(Operand::Figure { era, key });
        }
        if let Some(field) = key.field() {
            let kind = self.document.facts.fields.iter().find(|other| other.key == field).map(|field| field.kind);
            let is_offset = self.document.facts.offsets.iter().any(|offset| offset.key == field);
            return match kind {
                _ if is_offset && era == Era::Now => Ok(Operand::Figure { era, key }),
                Some(kind) if era == Era::Now && is_figure(kind) => Ok(Operand::Figure { era, key }),
                Some(_) => Err(Wrong::Words(setting, name.to_owned())),
                None => Err(unknown()),
            };
        }
        let (Some(table), Some(row), Some(column)) = (key.table(), key.row(), key.column()) else {
            return Err(unknown());
        };
        if table == "derived" && era == Era::Now {
            return self.picked(row, column).ok_or_else(unknown);
        }
        let table = self.document.table(table).filter(|table| table.has_column(column)).ok_or_else(unknown)?;
        if !is_numeric(table, column) {
            return Err(Wrong::Words(setting, name.to_owned()));
        }
        Ok(Operand::Figure { era, key })
    }

    /// A figure of a row that another derivation picks.
    fn picked(&self, picker: &str, column: &str) -> Option<Operand> {
        let written = self.document.derived.iter().find(|other| other.key == picker)?;
        let is_picker = written.is_of_rows() && written.kind != Method::Rows;
        let name = written.of.as_ref().filter(|_| is_picker)?.names.first()?;
        let table = self.document.tables.iter().find(|table| {
            name.strip_prefix(&table.key).and_then(|rest| rest.strip_prefix('.')).is_some_and(|of| table.has_column(of))
        })?;
        let is_known = is_numeric(table, column) && written.ties != Some(crate::input::definition::derived::Ties::All);
        is_known.then(|| Operand::Picked { picker: picker.to_owned(), column: column.to_owned() })
    }

    fn known_figures(&self, name: &str) -> Vec<String> {
        let row = name.split_once('/').and_then(|(_, rest)| rest.rsplit_once('/')).map_or("total", |(row, _)| row);
        let tables = self.document.tables.iter();
        let figures = tables.flat_map(|table| {
            numeric(table).map(move |column| FigureKey::figure(&table.key, row, &column).to_string())
        });
        let derived = self.document.derived.iter().filter(|other| other.key != self.written.key);
        derived.map(|other| FigureKey::derived(&other.key).to_string()).chain(figures).collect()
    }

    fn expect_era(&self, era: Era, setting: Setting) -> Read<()> {
        let has_none = era == Era::Previous && self.document.facts.previous.is_none();
        if has_none { Err(Wrong::NoPrevious(setting)) } else { Ok(()) }
    }
}

/// Columns of figures: those of the sheet, sums, and derived ones.
fn numeric(table: &Table) -> impl Iterator<Item = String> {
    let columns = table.columns.iter().filter(|column| is_figure(column.kind)).map(|column| column.key.clone());
    let sums = table.sums.iter().map(|sum| sum.key.clone());
    columns.chain(sums).chain(table.derived.iter().map(|derived| derived.key.clone()))
}

fn is_numeric(table: &Table, column: &str) -> bool {
    table.has_column(column) && table.column(column).is_none_or(|column| is_figure(column.kind))
}

fn is_figure(kind: Kind) -> bool {
    kind.is_numeric() || kind == Kind::Mixed
}

/// Numbers are compared with numbers, and only they are put in order.
fn expect_comparable(table: &Table, condition: &Condition) -> Read<()> {
    let Condition { column, sign, value } = condition;
    if !table.has_column(column) {
        let known = table.columns.iter().map(|column| column.key.clone()).chain(numeric(table)).collect();
        return Err(Wrong::Name(Setting::Where, column.clone(), known));
    }
    let kind = table.column(column).map(|column| column.kind);
    let is_number = kind.is_none_or(Kind::is_numeric);
    let wants_number = is_number || sign.is_order();
    if sign.is_order() && !is_numeric(table, column) {
        return Err(Wrong::Words(Setting::Where, column.clone()));
    }
    if wants_number && condition.number().is_none() {
        return Err(Wrong::Value(Setting::Where, value.clone(), "20, 0.5, -3".to_owned()));
    }
    Ok(())
}
