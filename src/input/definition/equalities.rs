//! Figures that must be equal are of one kind and one unit: one takes the other's place where it is blank.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::definition::model::{Document, Kind};
use crate::input::figure_key::FigureKey;
use crate::vi::units;

/// Every equality between figures of different units or kinds; `file` names the definition.
pub(crate) fn faults(document: &Document, file: &str) -> Vec<Finding> {
    let equalities = document.equalities.iter().filter_map(|equality| {
        let [target, to] = [&equality.target, &equality.to];
        let (one, other) = (told(document, target)?, told(document, to)?);
        let is_apart = match (&one, &other) {
            (Told { unit: Some(one), .. }, Told { unit: Some(other), .. }) => !units::same(one, other),
            _ => one.is_percent.zip(other.is_percent).is_some_and(|(one, other)| one != other),
        };
        is_apart.then(|| {
            let finding = Finding::new(Code::EqualUnits, Place::File(file.to_owned()));
            let finding = finding.with("target", target).with("to", to);
            finding.with("unit", one.unit.unwrap_or_default()).with("other", other.unit.unwrap_or_default())
        })
    });
    equalities.collect()
}

struct Told {
    unit: Option<String>,
    /// None for a column of figures of any kind.
    is_percent: Option<bool>,
}

fn told(document: &Document, key: &FigureKey) -> Option<Told> {
    let (table, column) = (document.table(key.table()?)?, key.column()?);
    let kind = table.column(column)?.kind;
    let is_percent = (kind != Kind::Mixed).then_some(kind == Kind::Percent);
    Some(Told { unit: document.unit(Some(&table.key), column), is_percent })
}
