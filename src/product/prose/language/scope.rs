//! Which names are known where.

use std::collections::{BTreeMap, BTreeSet};

use crate::input::definition::derivation::Derivation;
use crate::input::definition::model::Document;
use crate::product::prose::language::expression::{Expression, Form};
use crate::product::prose::language::fault::{At, Fault, Named, Scope, Syntax};
use crate::product::prose::language::tag::Name;
use crate::product::prose::language::words::{Filter, LOOP, RESERVED};

/// The name of the particulars in templates.
pub(crate) const PARTICULARS: &str = "doc";
/// The name of derived figures and rows that belong to no table.
pub(crate) const DERIVED: &str = "derived";

/// The names of the data, as the definition declares them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Vocabulary {
    pub(crate) fields: Vec<String>,
    /// Table → its columns.
    pub(crate) tables: BTreeMap<String, Vec<String>>,
    /// Derived figure or row → what it stands for.
    pub(crate) derived: BTreeMap<String, Shape>,
}

impl Vocabulary {
    /// The names that a definition declares.
    pub(crate) fn of(document: &Document) -> Self {
        let facts = &document.facts;
        let offsets = facts.offsets.iter().map(|offset| offset.key.clone());
        let fields = facts.fields.iter().map(|field| field.key.clone()).chain(offsets).collect();
        let columns = |table: &crate::input::definition::model::Table| {
            let computed = table.computed_columns().cloned();
            table.columns.iter().map(|column| column.key.clone()).chain(computed).collect()
        };
        let tables = document.tables.iter().map(|table| (table.key.clone(), columns(table))).collect();
        let single = document.derivations.iter().filter(|derivation| derivation.table.is_none());
        let shape = |derivation: &Derivation| match derivation.picked() {
            Some((table, true)) => Shape::Rows(table.to_owned()),
            Some((table, false)) => Shape::Row(table.to_owned()),
            None => Shape::Open,
        };
        let derived = single.map(|derivation| (derivation.key.clone(), shape(derivation))).collect();
        Self { fields, tables, derived }
    }

    /// Whether the name is one of the data.
    fn has(&self, name: &str) -> bool {
        name == PARTICULARS || self.has_derived(name) || self.tables.contains_key(name)
    }

    /// Whether the name is that of derived figures, where there are any.
    fn has_derived(&self, name: &str) -> bool {
        name == DERIVED && !self.derived.is_empty()
    }
}

/// What a name stands for, as far as it is known before anything runs.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Shape {
    Particulars,
    Derived,
    Table(String),
    Row(String),
    /// A list of rows of a table.
    Rows(String),
    /// A macro that takes so many values.
    Macro(usize),
    /// The data decide.
    Open,
}

/// A part of a file with names of its own.
#[derive(Debug)]
pub(crate) struct Block {
    /// `if`, `for`, `macro`, or nothing for the file itself.
    pub(crate) word: &'static str,
    pub(crate) at: At,
    pub(crate) has_else: bool,
    names: Vec<(String, Shape)>,
}

/// The names of one file, block by block.
pub(crate) struct Names<'a> {
    vocabulary: &'a Vocabulary,
    pub(crate) blocks: Vec<Block>,
    /// Paths that are asked about in this file (`… is defined`), which may lead nowhere.
    asked: BTreeSet<String>,
}

/// So many blocks may stand in each other.
const DEEPEST: usize = 16;

impl<'a> Names<'a> {
    pub(crate) fn new(vocabulary: &'a Vocabulary) -> Self {
        let file = Block { word: "", at: 0..0, has_else: false, names: Vec::new() };
        Self { vocabulary, blocks: vec![file], asked: BTreeSet::new() }
    }

    /// Notes a path that is asked about.
    pub(crate) fn ask(&mut self, path: &str) {
        self.asked.insert(squeezed(path));
    }

    fn is_asked(&self, path: &str) -> bool {
        let path = squeezed(path);
        let leads = |rest: &str| rest.is_empty() || rest.starts_with(['.', '[']);
        self.asked.iter().any(|asked| path.strip_prefix(asked.as_str()).is_some_and(leads))
    }

    /// Opens a block.
    ///
    /// # Errors
    /// More of them in each other than any prose needs; a macro within something.
    pub(crate) fn open(&mut self, word: &'static str, at: At) -> Result<(), Fault> {
        let block = Block { word, at: at.clone(), has_else: false, names: Vec::new() };
        let is_inside = word == "macro" && self.blocks.len() > 1;
        let is_deep = self.blocks.len() > DEEPEST;
        self.blocks.push(block);
        match (is_inside, is_deep) {
            (true, _) => Err(Fault::scope(Scope::MacroInside, at, "")),
            (_, true) => Err(Fault::syntax(Syntax::TooLong, at, "")),
            _ => Ok(()),
        }
    }

    /// Ends the innermost block, which `word` must have opened.
    pub(crate) fn close(&mut self, word: &str, at: At, found: &str) -> Result<(), Fault> {
        if self.blocks.last().is_none_or(|block| block.word != word) {
            return Err(Fault::syntax(Syntax::StrayEnd, at, found));
        }
        let ended = self.blocks.pop();
        // What a branch sets is known behind it; a loop and a macro keep their names to themselves.
        if let Some(Block { word: "if", names, .. }) = ended
            && let Some(outer) = self.blocks.last_mut()
        {
            outer.names.extend(names);
        }
        Ok(())
    }

    /// Goes over to the `else` (or `elif`) of the innermost block.
    pub(crate) fn otherwise(&mut self, at: At, is_last: bool, found: &str) -> Result<(), Fault> {
        match self.blocks.last_mut() {
            Some(block) if block.has_else => Err(Fault::syntax(Syntax::AfterElse, at, found)),
            Some(block) if block.word == "if" || (block.word == "for" && is_last) => {
                block.has_else = is_last;
                if block.word == "for" {
                    block.names.clear();
                }
                Ok(())
            }
            _ => Err(Fault::syntax(Syntax::StrayEnd, at, found)),
        }
    }

    /// Gives a name to something in the innermost block.
    pub(crate) fn declare(&mut self, (name, at): &Name, shape: Shape) -> Result<(), Fault> {
        let is_name = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        if !is_name {
            return Err(Fault::scope(Scope::Letters, at.clone(), name));
        }
        if self.vocabulary.has(name) || RESERVED.contains(&name.as_str()) {
            return Err(Fault::scope(Scope::Taken, at.clone(), name));
        }
        if let Some(block) = self.blocks.last_mut() {
            block.names.push((name.clone(), shape));
        }
        Ok(())
    }

    /// Sets a name; one from outside of a loop would be lost behind the loop.
    pub(crate) fn set(&mut self, name: &Name, shape: Shape) -> Result<(), Fault> {
        let inner = self.blocks.iter().rposition(|block| matches!(block.word, "for" | "macro")).unwrap_or(0);
        let knows = |block: &Block| block.names.iter().any(|(known, _)| *known == name.0);
        let is_outside = self.blocks[..inner].iter().any(knows) && !self.blocks[inner..].iter().any(knows);
        if is_outside {
            return Err(Fault::scope(Scope::SetInLoop, name.1.clone(), &name.0));
        }
        self.declare(name, shape)
    }

    /// What a name stands for.
    pub(crate) fn find(&self, name: &str) -> Option<Shape> {
        let in_macro = self.blocks.iter().position(|block| block.word == "macro").unwrap_or(0);
        let visible = |(at, block): (usize, &'_ Block)| {
            let named = block.names.iter().rev().find(|(known, _)| known == name).map(|(_, shape)| shape.clone());
            // A macro sees nothing of its file but the macros before it.
            named.filter(|shape| at >= in_macro || matches!(shape, Shape::Macro(_)))
        };
        let local = self.blocks.iter().enumerate().rev().find_map(visible);
        local.or_else(|| match name {
            PARTICULARS => Some(Shape::Particulars),
            _ if self.vocabulary.has_derived(name) => Some(Shape::Derived),
            _ => self.vocabulary.tables.contains_key(name).then(|| Shape::Table(name.to_owned())),
        })
    }

    /// Whether a name is one of the data: nothing else can have it.
    pub(crate) fn is_data(&self, name: &str) -> bool {
        self.vocabulary.has(name)
    }

    /// Whether a loop is open.
    pub(crate) fn in_loop(&self) -> bool {
        self.blocks.iter().any(|block| block.word == "for" && !block.has_else)
    }

    /// The fault of a name that nothing has.
    pub(crate) fn unknown(&self, name: &str, at: At) -> Fault {
        let local = self.blocks.iter().flat_map(|block| &block.names).map(|(name, _)| name.as_str());
        let local: BTreeSet<&str> = local.filter(|known| self.find(known).is_some()).collect();
        let tables = self.vocabulary.tables.keys().map(String::as_str);
        let derived = Some(DERIVED).filter(|name| self.vocabulary.has_derived(name));
        Fault::unknown(Named::Name, at, name, local.into_iter().chain([PARTICULARS]).chain(derived).chain(tables))
    }

    /// What an expression stands for.
    pub(crate) fn shape(&self, expression: &Expression) -> Shape {
        match &expression.form {
            Form::Name(name) => self.find(name).unwrap_or(Shape::Open),
            Form::Get { of, key } => match (self.shape(of), &key.form) {
                (Shape::Table(table), _) => Shape::Row(table),
                (Shape::Derived, Form::Text(name)) => self.vocabulary.derived.get(name).cloned().unwrap_or(Shape::Open),
                _ => Shape::Open,
            },
            Form::Filter { of, filter, .. } => match (filter, self.shape(of)) {
                (
                    Filter::First | Filter::Last | Filter::Min | Filter::Max,
                    Shape::Table(table) | Shape::Rows(table),
                ) => Shape::Row(table),
                (Filter::Sort | Filter::Reverse | Filter::Unique, shape) => shape,
                _ => Shape::Open,
            },
            _ => Shape::Open,
        }
    }

    /// What each value of a loop stands for.
    pub(crate) fn each(&self, over: &Expression) -> Shape {
        match self.shape(over) {
            Shape::Table(table) | Shape::Rows(table) => Shape::Row(table),
            _ => Shape::Open,
        }
    }

    /// Whether a look into the data leads to what the definition declares.
    ///
    /// # Errors
    /// A field or column that it does not have, unless the file asks whether it is there.
    pub(crate) fn look(&self, of: &Expression, key: &Expression, path: &str) -> Result<(), Fault> {
        let Form::Text(name) = &key.form else { return Ok(()) };
        let (named, known): (_, Vec<&String>) = match self.shape(of) {
            Shape::Particulars => (Named::Field, self.vocabulary.fields.iter().collect()),
            Shape::Derived => (Named::Derived, self.vocabulary.derived.keys().collect()),
            Shape::Row(table) => match self.vocabulary.tables.get(&table) {
                Some(columns) => (Named::Column, columns.iter().collect()),
                None => return Ok(()),
            },
            _ => return Ok(()),
        };
        if known.contains(&name) || self.is_asked(path) {
            return Ok(());
        }
        Err(Fault::unknown(named, key.at.clone(), name, known.into_iter().map(String::as_str)))
    }
}

/// What a loop knows of itself.
///
/// # Errors
/// A word that it does not know.
pub(crate) fn of_loop(key: &Expression) -> Result<&'static str, Fault> {
    let Form::Text(name) = &key.form else { return Err(Fault::unknown(Named::OfLoop, key.at.clone(), "", LOOP)) };
    let found = LOOP.iter().find(|known| *known == name).copied();
    found.ok_or_else(|| Fault::unknown(Named::OfLoop, key.at.clone(), name, LOOP))
}

fn squeezed(path: &str) -> String {
    path.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '\'' { '"' } else { c }).collect()
}
