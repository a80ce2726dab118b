//! `document.toml` → a definition whose every name refers to something.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::definition::model::{Document, Equality, HeaderNode, PARTICULARS, Table, WrittenEquality};
use crate::input::definition::{accepted, bounds, derived_faults, equalities, levels, phrases, widths};
use crate::input::figure_key::{self, FigureKey};
use crate::input::toml_text;

impl Document {
    /// Reads a definition; `file` names it in messages.
    ///
    /// # Errors
    /// TOML faults with their line, keys that no figure can have, and every name that refers to nothing.
    pub fn parse(text: &str, file: &str) -> Result<Self, Vec<Finding>> {
        let mut document: Self = toml_text::read(text, file).map_err(|fault| vec![*fault])?;
        let here = || Place::File(file.to_owned());
        let tables = document.tables.iter().map(|table| &table.key).filter(|key| !figure_key::is_table_name(key));
        let keys = tables.chain(document.keys().filter(|key| !figure_key::is_name(key)));
        let mut faults: Vec<Finding> =
            keys.map(|key| Finding::new(Code::DefinitionKey, here()).with("name", key)).collect();
        let unknown = document.resolve().into_iter();
        faults.extend(unknown.map(|name| Finding::new(Code::DefinitionUnknownName, here()).with("name", name)));
        faults.extend(document.twice().map(|name| Finding::new(Code::DefinitionTwice, here()).with("name", name)));
        faults.extend(levels::faults(&document, file));
        faults.extend(equalities::faults(&document, file));
        faults.extend(bounds::faults(&document, file));
        faults.extend(phrases::faults(&document, text, file));
        faults.extend(accepted::faults(&document.accepted, file));
        match derived_faults::read(&document, text, file) {
            Ok(derivations) => document.derivations = derivations,
            Err(found) => faults.extend(found),
        }
        // Sums of numbers that are none, or out of their bounds, tell nothing.
        if faults.is_empty() {
            faults = widths::faults(&document, file);
        }
        if faults.is_empty() { Ok(document) } else { Err(faults) }
    }

    /// What columns and particulars are called in the keys of figures.
    fn keys(&self) -> impl Iterator<Item = &String> {
        let facts = self.facts.fields.iter().map(|field| &field.key);
        let facts = facts.chain(self.facts.offsets.iter().map(|offset| &offset.key));
        let columns = self.tables.iter().flat_map(|table| {
            let columns = table.columns.iter().map(|column| &column.key);
            columns.chain(table.computed_columns())
        });
        facts.chain(columns).chain(self.derived.iter().map(|derived| &derived.key))
    }

    /// What two tables, two particulars, or two columns of one table are called: a key would mean either.
    fn twice(&self) -> impl Iterator<Item = String> {
        let tables = self.tables.iter().map(|table| table.key.clone());
        let facts = self.facts.fields.iter().map(|field| &field.key);
        let facts = facts.chain(self.facts.offsets.iter().map(|offset| &offset.key));
        let facts = facts.map(|key| FigureKey::particular(key).to_string());
        let columns = self.tables.iter().flat_map(|table| {
            let keys = table.columns.iter().map(|column| &column.key).chain(table.computed_columns());
            keys.map(|key| table.in_every_row(key))
        });
        let derived = self.derived.iter().map(|derived| FigureKey::derived(&derived.key).to_string());
        let mut seen = BTreeSet::new();
        let names: Vec<String> = tables.chain(facts).chain(columns).chain(derived).collect();
        names.into_iter().filter(move |name| !seen.insert(name.clone()))
    }

    /// Reads the names of figures, and gives every name that refers to nothing.
    fn resolve(&mut self) -> Vec<String> {
        let mut faults = self.dangling_particulars();
        faults.extend(self.tables.iter().flat_map(Table::dangling_names));
        faults.extend(self.resolve_equalities());
        faults.extend(self.dangling_in_appendices());
        faults
    }

    fn dangling_particulars(&self) -> Vec<String> {
        let fields: BTreeSet<&str> = self.facts.fields.iter().map(|field| field.key.as_str()).collect();
        let offsets = self.facts.offsets.iter().map(|offset| offset.of.as_str());
        let used = PARTICULARS
            .into_iter()
            .chain(self.document.kind.needs().iter().copied())
            .chain(offsets)
            .chain(self.facts.previous.as_deref())
            .filter(|key| !fields.contains(key));
        used.map(|key| FigureKey::particular(key).to_string()).collect()
    }

    fn resolve_equalities(&mut self) -> Vec<String> {
        let mut faults = Vec::new();
        for WrittenEquality { target, to, tolerance } in std::mem::take(&mut self.equal) {
            match (self.figure(&target), self.figure(&to)) {
                (Some(target), Some(to)) => self.equalities.push(Equality { target, to, tolerance }),
                (None, None) => faults.extend([target, to]),
                (None, Some(_)) => faults.push(target),
                (Some(_), None) => faults.push(to),
            }
        }
        faults
    }

    fn dangling_in_appendices(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for part in self.appendices.iter().flat_map(|appendix| &appendix.parts) {
            let Some(table) = self.table(&part.table) else {
                faults.push(part.table.clone());
                continue;
            };
            for leaf in part.header.iter().flat_map(HeaderNode::leaves) {
                let column = leaf.column.as_deref().unwrap_or("?");
                if !table.has_column(column) {
                    faults.push(table.in_every_row(column));
                }
            }
        }
        faults
    }

    /// The figure that `table/row/column` names, where that is a declared column.
    fn figure(&self, name: &str) -> Option<FigureKey> {
        let key: FigureKey = name.parse().ok()?;
        if let Some(derived) = key.derived_key() {
            return self.derived.iter().any(|one| one.key == derived && !one.is_of_rows()).then_some(key);
        }
        self.table(key.table()?)?.has_column(key.column()?).then_some(key)
    }
}

impl Table {
    fn dangling_names(&self) -> Vec<String> {
        let mut used: Vec<&str> = vec![&self.row_key];
        used.extend(self.total.iter().map(|total| total.column.as_str()));
        used.extend(self.sums.iter().flat_map(|sum| &sum.of).map(String::as_str));
        for relation in &self.relations {
            used.extend(relation.target());
            used.extend(relation.operands().into_iter().map(String::as_str));
        }
        let unknown = used.into_iter().filter(|key| self.column(key).is_none());
        unknown.map(|key| self.in_every_row(key)).collect()
    }

    fn in_every_row(&self, column: &str) -> String {
        FigureKey::figure(&self.key, "*", column).to_string()
    }
}
