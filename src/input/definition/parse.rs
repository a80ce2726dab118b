//! `document.toml` → a definition whose every name refers to something.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::definition::model::{Document, HeaderNode, PARTICULARS, Relation, Table};

impl Document {
    /// Reads a definition; `file` names it in messages.
    ///
    /// # Errors
    /// TOML faults with their line, and every name that refers to nothing.
    pub fn parse(text: &str, file: &str) -> Result<Self, Vec<Finding>> {
        let document: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| 1 + text[..span.start].matches('\n').count());
            let place = Place::Line { file: file.to_owned(), line };
            vec![Finding::new(Code::DefinitionSyntax, place).with("detail", error.message())]
        })?;
        let faults = document.dangling_names();
        if faults.is_empty() {
            return Ok(document);
        }
        Err(faults
            .into_iter()
            .map(|name| Finding::new(Code::DefinitionUnknownName, Place::File(file.to_owned())).with("name", name))
            .collect())
    }

    fn dangling_names(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let fields: BTreeSet<&str> = self.facts.fields.iter().map(|field| field.key.as_str()).collect();
        faults.extend(PARTICULARS.iter().filter(|key| !fields.contains(*key)).map(|key| format!("doc/{key}")));
        for offset in &self.facts.offsets {
            if !fields.contains(offset.of.as_str()) {
                faults.push(format!("doc/{}", offset.of));
            }
        }
        for table in &self.tables {
            faults.extend(table.dangling_names());
        }
        for equality in &self.equalities {
            for name in [&equality.target, &equality.to] {
                if !self.knows(name) {
                    faults.push(name.clone());
                }
            }
        }
        for part in self.appendices.iter().flat_map(|appendix| &appendix.parts) {
            let Some(table) = self.table(&part.table) else {
                faults.push(part.table.clone());
                continue;
            };
            for leaf in part.header.iter().flat_map(HeaderNode::leaves) {
                let column = leaf.column.as_deref().unwrap_or("?");
                if !table.has_column(column) {
                    faults.push(format!("{}/*/{column}", table.key));
                }
            }
        }
        faults
    }

    /// Whether `table/row/column` names a declared column.
    fn knows(&self, name: &str) -> bool {
        let mut parts = name.split('/');
        let (Some(table), Some(_row), Some(column), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return false;
        };
        self.table(table).is_some_and(|table| table.has_column(column))
    }
}

impl Table {
    fn dangling_names(&self) -> Vec<String> {
        let mut used: Vec<&str> = vec![&self.row_key];
        used.extend(self.total.iter().map(|total| total.column.as_str()));
        used.extend(self.sums.iter().flat_map(|sum| &sum.of).map(String::as_str));
        for relation in &self.relations {
            match relation {
                Relation::Sum { target, of, .. } => {
                    used.push(target);
                    used.extend(of.iter().map(String::as_str));
                }
                Relation::PercentOf { target, of, .. } => used.extend([target.as_str(), of.as_str()]),
                Relation::Children { columns, .. } | Relation::Total { columns, .. } => {
                    used.extend(columns.iter().map(String::as_str));
                }
            }
        }
        let unknown = used.into_iter().filter(|key| self.column(key).is_none());
        unknown.map(|key| format!("{}/*/{key}", self.key)).collect()
    }
}
