//! What last year's input handed down to be confirmed (chưa xác nhận), and has been neither changed nor confirmed.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::code::Code;
use crate::finding::place::{CellRef, Place};
use crate::finding::{Finding, Severity};
use crate::input::dataset::{Dataset, Entry};
use crate::input::figure_key::{FigureKey, KeyParts};
use crate::input::reading::review::MARK;

/// Messages quote no more of a sentence.
const LONGEST: usize = 240;

/// One warning for each row or particular that still bears the mark; `prose` are the texts of the template.
pub(crate) fn findings<'a>(dataset: &Dataset, prose: impl Iterator<Item = &'a String> + Clone) -> Vec<Finding> {
    let mut rows: BTreeMap<(&CellRef, u32), Vec<(&CellRef, &Entry)>> = BTreeMap::new();
    let mut firsts: BTreeMap<(String, String, u32), &CellRef> = BTreeMap::new();
    for at in &dataset.to_confirm {
        let is_here = |entry: &&Entry| !entry.computed && !entry.is_blank() && entry.at.contains(at);
        let Some(entry) = dataset.entries().find(is_here) else { continue };
        let first = *firsts.entry((at.file.to_string(), at.sheet.to_string(), at.row)).or_insert(at);
        rows.entry((first, at.row)).or_default().push((at, entry));
    }
    rows.into_values().filter_map(|cells| finding(dataset, &cells, prose.clone())).collect()
}

fn finding<'a>(
    dataset: &Dataset,
    cells: &[(&CellRef, &Entry)],
    prose: impl Iterator<Item = &'a String>,
) -> Option<Finding> {
    let ((at, entry), more) = cells.split_first()?;
    let values: Vec<String> = cells.iter().filter_map(|(_, entry)| entry.in_sentence()).collect();
    let named: Vec<String> = cells.iter().map(|(at, _)| at.a1()).collect();
    let sentence = sentence(dataset, &entry.key, prose);
    let mut finding = Finding::graded(Severity::Warning, Code::CitationUnconfirmed, Place::Cell((*at).clone()));
    finding.related = more.iter().filter_map(|(at, entry)| Some(((*at).clone(), entry.in_sentence()?))).collect();
    let finding = finding.with("value", values.join(", ")).with("cells", named.join(", ")).with("mark", MARK);
    Some(finding.flag("quoted", sentence.is_some()).with("sentence", sentence.unwrap_or_default()))
}

/// The part of the text that names a datum or its row, filled in; none where only a loop gets there.
fn sentence<'a>(dataset: &Dataset, key: &FigureKey, prose: impl Iterator<Item = &'a String>) -> Option<String> {
    let names = match key.parts() {
        KeyParts::Particular(field) => vec![format!("doc.{field}")],
        KeyParts::Figure { table, row, .. } => vec![format!("{table}[\"{row}\"]"), format!("{table}.{row}.")],
        KeyParts::Recipient(_) | KeyParts::Derived(_) => return None,
    };
    prose
        .filter_map(|text| {
            let text = without_remarks(text);
            let mut lines = text.lines();
            lines
                .find_map(|line| names.iter().find_map(|name| Some(clause(line, named(line, name)?))))
                .map(str::to_owned)
        })
        .map(|clause| shortened(&filled(dataset, &clause)))
        .find(|sentence| sentence.chars().any(char::is_alphabetic))
}

/// Where a line prints what a name says.
fn named(line: &str, name: &str) -> Option<usize> {
    line.match_indices(name).map(|(at, _)| at).find(|at| {
        let before = &line[..*at];
        let is_printed = before.rfind("{{") > before.rfind("}}") || (before.contains("{{") && !before.contains("}}"));
        let next = line[at + name.len()..].chars().next();
        let is_whole = name.ends_with(['.', ']']) || !next.is_some_and(|c| c.is_alphanumeric() || c == '_');
        is_printed && is_whole && !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.')
    })
}

/// `{# … #}` is for those who write templates.
fn without_remarks(text: &str) -> String {
    let mut parts = text.split("{#");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once("#}")).fold(first, |all, (_, rest)| all + rest)
}

/// What stands around a place between semicolons or full stops.
fn clause(line: &str, at: usize) -> &str {
    let ends: BTreeSet<usize> = ["; ", ". "].iter().flat_map(|end| line.match_indices(end)).map(|(at, _)| at).collect();
    let start = ends.range(..at).next_back().map_or(0, |end| end + 2);
    let end = ends.range(at..).next().copied().unwrap_or(line.len());
    line[start..end].trim_start_matches("- ").trim()
}

/// The words of a template with what its places say; `…` for what is not known here.
fn filled(dataset: &Dataset, clause: &str) -> String {
    let mut parts = clause.split("{{");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("}}").unwrap_or((part, ""));
        text += &printed(dataset, name.trim()).unwrap_or_else(|| "…".to_owned());
        text += rest;
    }
    let mut parts = text.split("{%");
    let first = parts.next().unwrap_or_default().to_owned();
    let plain = parts.filter_map(|part| part.split_once("%}")).fold(first, |all, (_, rest)| all + rest);
    plain.replace('*', "").trim_end_matches([';', '.']).trim().to_owned()
}

/// What `doc.year`, `citations["ma"].number` or `budget.total.all` prints.
fn printed(dataset: &Dataset, name: &str) -> Option<String> {
    let key = match name.strip_prefix("doc.") {
        Some(field) => FigureKey::particular(field),
        None => {
            let (table, row, column) = match name.split_once("[\"") {
                Some((table, rest)) => {
                    let (row, column) = rest.split_once("\"].")?;
                    (table, row, column)
                }
                None => {
                    let mut parts = name.splitn(3, '.');
                    (parts.next()?, parts.next()?, parts.next()?)
                }
            };
            FigureKey::figure(table, row, column)
        }
    };
    dataset.entry(&key)?.in_sentence()
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
