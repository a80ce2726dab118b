//! The particulars of a document and its recipients: the two sheets that every definition has.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::dataset::{Content, Dataset, Entry, Quantity};
use crate::input::definition::model::{Document, Facts, Field, Kind};
use crate::input::definition::phrases;
use crate::input::definition::policy::{Hidden, Merged};
use crate::input::figure_key::FigureKey;
use crate::input::folder;
use crate::input::reading::cell::Spec;

use crate::input::reading::headings::Wanted;
use crate::vi::likeness::{self, Likeness};
use crate::vi::matching;
use crate::xlsx::grid::Sheet;

use crate::input::reading::reader::{Reader, blank};

/// So many times one particular may quote others.
const MAX_QUOTED: usize = 100;

/// The names in braces.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// Whether a particular quotes others itself: what it says would then be filled in no further.
fn quotes(entry: &Entry) -> bool {
    matches!(&entry.content, Content::Text(text) if quoted(text).next().is_some())
}

fn field_named<'a>(facts: &'a Facts, name: &str) -> Option<&'a Field> {
    facts.fields.iter().find(|field| matching::fold(&field.heading) == matching::fold(name))
}

/// The fields that no row names.
fn missing<'a>(facts: &'a Facts, sheet: &Sheet, header_row: u32, col: u32) -> Vec<&'a Field> {
    let rows = header_row + 1..=sheet.last_row();
    let cells = rows.filter_map(|row| sheet.cells.get(&(row, col)));
    let names: Vec<String> = cells.map(|cell| matching::fold(&cell.value.shown(cell.format))).collect();
    facts.fields.iter().filter(|field| !names.contains(&matching::fold(&field.heading))).collect()
}

/// Rows whose name is that of no field, and clearly stands for one that is missing.
fn renamed<'a>(facts: &'a Facts, sheet: &Sheet, header_row: u32, col: u32) -> BTreeMap<u32, &'a Field> {
    let rows = (header_row + 1..=sheet.last_row()).filter_map(|row| {
        let cell = sheet.cells.get(&(row, col))?;
        Some((row, cell.value.shown(cell.format)))
    });
    let spare: Vec<_> = rows.filter(|(_, name)| field_named(facts, name).is_none()).collect();
    let missing = missing(facts, sheet, header_row, col);
    let headings: Vec<&str> = missing.iter().map(|field| field.heading.as_str()).collect();
    let names: Vec<&str> = spare.iter().map(|(_, name)| name.as_str()).collect();
    let pairs = missing.iter().zip(likeness::assign(&headings, &names));
    pairs
        .filter_map(|(field, likeness)| match likeness {
            Likeness::One(at) => Some((spare.get(at)?.0, *field)),
            _ => None,
        })
        .collect()
}

impl Reader<'_> {
    /// Reads the sheet of particulars.
    pub(crate) fn facts(&mut self, facts: &Facts, dataset: &mut Dataset) {
        let wanted = facts.headings.each_ref().map(|heading| Wanted::words(heading));
        let Some(located) = self.prepare(&facts.sheet, Hidden::Refuse, Merged::Refuse, &wanted) else { return };
        let &[Some(name_col), Some(content_col)] = &located.columns[..] else { return };
        let sheet = &located.sheet;
        let renamed = renamed(facts, sheet, located.header_row, name_col);
        let missing = missing(facts, sheet, located.header_row, name_col);
        let missing: Vec<&Field> =
            missing.into_iter().filter(|field| !renamed.values().any(|one| one.key == field.key)).collect();
        let mut is_told = false;
        let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
        for row in located.header_row + 1..=sheet.last_row() {
            let Some(name) = sheet.cells.get(&(row, name_col)) else { continue };
            let name_text = name.value.shown(name.format);
            let here = || Place::Cell(sheet.at(row, name_col));
            let known = field_named(facts, &name_text);
            if known.is_none() {
                let near = renamed.get(&row).map(|field| field.heading.as_str());
                let finding = Finding::new(Code::FieldUnknown, here()).with("name", &name_text).with_near(near);
                let names: Vec<&str> = missing.iter().map(|field| field.heading.as_str()).collect();
                let finding = finding.with("missing", names.join("”, “")).flag("has-missing", !names.is_empty());
                is_told = near.is_none();
                let finding = finding.with("cell", sheet.at(row, name_col).a1());
                self.found.push(finding.showing(sheet.excerpt(located.header_row, row, name_col)));
            }
            let Some(field) = known.or_else(|| renamed.get(&row).copied()) else { continue };
            if let Some(first) = seen.insert(&field.key, row) {
                self.found.push(
                    Finding::new(Code::FieldTwice, here())
                        .with("name", &field.heading)
                        .with("first", sheet.at(first, name_col).a1()),
                );
                continue;
            }
            let entry = self.fact(field, sheet, located.header_row, (row, content_col));
            dataset.facts.insert(field.key.clone(), entry);
        }
        for field in &facts.fields {
            dataset.fact_names.insert(matching::fold(&field.heading), field.key.clone());
            if !seen.contains_key(field.key.as_str()) {
                dataset.facts.insert(field.key.clone(), blank(FigureKey::particular(&field.key), Vec::new()));
                // The only one that is missing has been named with the row that has another name.
                if field.required && !(is_told && missing.len() == 1) {
                    self.found.push(Finding::new(Code::FieldMissing, sheet.place()).with("name", &field.heading));
                }
            }
        }
        for offset in &facts.offsets {
            let base = dataset.facts.get(&offset.of).cloned();
            if let Some(Entry { content: Content::Quantity(quantity), at, .. }) = base {
                let content =
                    Content::Quantity(Quantity { value: quantity.value + Decimal::from(offset.years), ..quantity });
                let entry = Entry { key: FigureKey::particular(&offset.key), content, at, computed: true, made: None };
                dataset.facts.insert(offset.key.clone(), entry);
            }
        }
        self.placeholders(sheet, dataset);
    }

    /// `{Tên mục}` inside a particular must name another particular, and one that is filled in.
    fn placeholders(&mut self, sheet: &Sheet, dataset: &Dataset) {
        for entry in dataset.facts.values() {
            let (Content::Text(text), Some(at)) = (&entry.content, entry.at.first()) else { continue };
            if quoted(text).nth(MAX_QUOTED).is_some() {
                let finding = Finding::new(Code::PlaceholderMany, Place::Cell(at.clone()));
                self.found.push(finding.with("most", MAX_QUOTED));
                continue;
            }
            // Each name is told once.
            for name in quoted(text).collect::<BTreeSet<&str>>() {
                let named = dataset.fact_names.get(&matching::fold(name)).and_then(|key| dataset.facts.get(key));
                let code = match named {
                    None => Code::PlaceholderUnknown,
                    Some(named) if named.is_blank() && !self.is_faulty(named) => Code::PlaceholderBlank,
                    Some(named) if quotes(named) => Code::PlaceholderQuotes,
                    Some(_) => continue,
                };
                let is_self = named.is_some_and(|named| named.key == entry.key);
                let finding = Finding::new(code, Place::Cell(at.clone())).with("name", name);
                self.found.push(finding.with("sheet", &sheet.name).flag("is-self", is_self));
            }
        }
    }

    /// A particular that a title or heading names must be filled in; a draft has gaps for its number and date.
    pub(crate) fn named_in_headings(&mut self, document: &Document, dataset: &Dataset) {
        let mut told = BTreeSet::new();
        for (key, text) in phrases::used(document) {
            let Some(entry) = dataset.facts.get(key).filter(|entry| entry.is_blank()) else { continue };
            if matches!(key, "number" | "date") || self.is_faulty(entry) || !told.insert(key) {
                continue;
            }
            let Some(field) = document.facts.fields.iter().find(|field| field.key == key) else { continue };
            let sheet = || Place::Sheet { file: folder::WORKBOOK.to_owned(), sheet: document.facts.sheet.clone() };
            // A row that must be there and is not has been told already.
            if entry.at.is_empty() && field.required {
                continue;
            }
            let place = entry.at.first().map_or_else(sheet, |at| Place::Cell(at.clone()));
            let finding = Finding::new(Code::PhraseBlank, place).with("text", text).with("heading", &field.heading);
            self.found.push(finding.with("name", format!("{{{{ doc.{key} }}}}")));
        }
    }

    /// Only particulars are filled in, and only into particulars: elsewhere braces would be printed.
    pub(crate) fn braces(&mut self, dataset: &Dataset) {
        let cells = dataset.tables.iter().flat_map(|table| &table.rows).flat_map(|row| row.entries.values());
        for entry in dataset.recipients.iter().chain(cells) {
            let (Content::Text(text) | Content::Numbered { text, .. } | Content::Mixed { text, .. }) = &entry.content
            else {
                continue;
            };
            let (Some(name), Some(at)) = (quoted(text).next(), entry.at.first()) else { continue };
            let name = name.trim_start_matches('{').trim();
            self.found.push(Finding::new(Code::CellBraces, Place::Cell(at.clone())).with("name", name));
        }
    }

    fn fact(&mut self, field: &Field, sheet: &Sheet, header_row: u32, at: (u32, u32)) -> Entry {
        let key = FigureKey::particular(&field.key);
        let spec = Spec::new(&field.heading, field.kind, field.required);
        self.entry(key, &spec, sheet, header_row, at)
    }

    /// Reads the list of recipients (nơi nhận).
    pub(crate) fn recipients(&mut self, document: &Document) -> Vec<Entry> {
        let recipients = &document.recipients;
        let wanted = [Wanted::words(&recipients.heading)];
        let Some(located) = self.prepare(&recipients.sheet, Hidden::Refuse, Merged::Refuse, &wanted) else {
            return Vec::new();
        };
        let &[Some(col)] = &located.columns[..] else { return Vec::new() };
        let sheet = &located.sheet;
        let spec = Spec::new(&recipients.heading, Kind::Text, true);
        let mut entries: Vec<Entry> = Vec::new();
        for row in located.header_row + 1..=sheet.last_row() {
            if sheet.cells.contains_key(&(row, col)) {
                let key = FigureKey::recipient(entries.len() + 1);
                entries.push(self.entry(key, &spec, sheet, located.header_row, (row, col)));
            }
        }
        if entries.is_empty() {
            self.found.push(Finding::new(Code::TableEmpty, sheet.place()).with("sheet", &sheet.name));
        }
        entries
    }
}
