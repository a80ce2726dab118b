//! One template file, read; and which file takes what from which.

use std::collections::{BTreeMap, BTreeSet};

use crate::product::prose::language::expression::Expression;
use crate::product::prose::language::fault::{Fault, Scope, Syntax};
use crate::product::prose::language::scan::{Segment, SegmentKind, scan};
use crate::product::prose::language::tag::{self, Tag};

/// One file, read.
pub(crate) struct Parsed<'a> {
    pub(crate) source: &'a str,
    /// Each stretch with what stands in it.
    pub(crate) parts: Vec<(Segment, Part)>,
    /// Macros of the file, with the number of their parameters.
    pub(crate) macros: BTreeMap<String, usize>,
    /// Whether a statement could not be read: which blocks there are is then not known.
    pub(crate) is_broken: bool,
    pub(crate) faults: Vec<Fault>,
}

/// What stands in a stretch.
pub(crate) enum Part {
    Prose,
    Expression(Expression),
    Statement(Tag),
    /// A comment, or what could not be read.
    Nothing,
}

/// Statements of one file: more than any prose has.
const MOST_STATEMENTS: usize = 20_000;

/// Reads one file.
pub(crate) fn parse(source: &str) -> Parsed<'_> {
    let (segments, mut faults) = scan(source);
    let mut macros = BTreeMap::new();
    let (mut statements, mut is_broken) = (0, !faults.is_empty());
    let mut parts = Vec::with_capacity(segments.len());
    for segment in segments {
        let inner = || segment.inner(source);
        let read = match segment.kind {
            SegmentKind::Prose => Ok(Part::Prose),
            SegmentKind::Comment | SegmentKind::Faulty => Ok(Part::Nothing),
            SegmentKind::Expression => tag::expression(source, &inner()).map(Part::Expression),
            SegmentKind::Statement if statements == MOST_STATEMENTS => {
                Err(Fault::syntax(Syntax::TooLong, segment.at.clone(), ""))
            }
            SegmentKind::Statement => {
                statements += 1;
                tag::statement(source, &inner()).map(Part::Statement)
            }
        };
        let part = read.unwrap_or_else(|fault| {
            faults.push(fault);
            is_broken |= segment.kind == SegmentKind::Statement;
            Part::Nothing
        });
        if let Part::Statement(Tag::Macro { name, parameters }) = &part {
            macros.insert(name.0.clone(), parameters.len());
        }
        parts.push((segment, part));
    }
    Parsed { source, parts, macros, is_broken, faults }
}

/// Which file takes what from which.
pub(crate) struct Links<'a> {
    all: BTreeMap<&'a str, BTreeSet<String>>,
    included: BTreeSet<String>,
    imported: BTreeSet<String>,
}

impl<'a> Links<'a> {
    /// Those of all files.
    pub(crate) fn of(parsed: &BTreeMap<&'a str, Parsed<'_>>) -> Self {
        let (mut included, mut imported) = (BTreeSet::new(), BTreeSet::new());
        let mut all: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for (name, file) in parsed {
            for (_, part) in &file.parts {
                let target = match part {
                    Part::Statement(Tag::Include((target, _))) => {
                        included.insert(target.clone());
                        target
                    }
                    Part::Statement(Tag::From { file: (target, _), .. }) => {
                        imported.insert(target.clone());
                        target
                    }
                    _ => continue,
                };
                all.entry(name).or_default().insert(target.clone());
            }
        }
        Self { all, included, imported }
    }

    /// Whether `from` leads back to itself.
    fn is_circle(&self, from: &str) -> bool {
        let mut seen = BTreeSet::new();
        let mut next: Vec<&str> = self.all.get(from).into_iter().flatten().map(String::as_str).collect();
        while let Some(file) = next.pop() {
            if file == from {
                return true;
            }
            if seen.insert(file.to_owned()) {
                next.extend(self.all.get(file).into_iter().flatten().map(String::as_str));
            }
        }
        false
    }

    /// What is wrong with a file as others see it.
    pub(crate) fn faults(&self, name: &str, file: &Parsed<'_>) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (segment, part) in &file.parts {
            let is_link = matches!(part, Part::Statement(Tag::Include(_) | Tag::From { .. }));
            if is_link && self.is_circle(name) {
                faults.push(Fault::scope(Scope::Circle, segment.at.clone(), name));
            }
        }
        let is_printed = !name.starts_with('_') || self.included.contains(name);
        if self.imported.contains(name) && !is_printed {
            faults.extend(lost(file));
        }
        faults
    }
}

/// The first prose of a file that stands in none of its macros.
fn lost(file: &Parsed<'_>) -> Option<Fault> {
    let mut in_macro = false;
    for (segment, part) in &file.parts {
        match part {
            Part::Statement(Tag::Macro { .. }) => in_macro = true,
            Part::Statement(Tag::End("macro")) => in_macro = false,
            Part::Prose if !in_macro && !file.source[segment.at.clone()].trim().is_empty() => {
                let text = &file.source[segment.at.clone()];
                let from = segment.at.start + text.len() - text.trim_start().len();
                let found = text.trim().lines().next().unwrap_or_default();
                return Some(Fault::scope(Scope::Lost, from..from + found.len(), found));
            }
            Part::Expression(_) if !in_macro => {
                return Some(Fault::scope(Scope::Lost, segment.at.clone(), &file.source[segment.at.clone()]));
            }
            _ => {}
        }
    }
    None
}
