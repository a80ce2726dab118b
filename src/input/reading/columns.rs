//! What the cells of one column must have among themselves, and what is said once a column.

use std::collections::BTreeMap;

use crate::finding::code::Code;
use crate::finding::place::{CellRef, Place};
use crate::finding::{Finding, Severity};
use crate::input::dataset::{Content, TableData};
use crate::input::definition::model::{Column, Kind, Rows, Table};
use crate::input::definition::policy::Complete;
use crate::input::outline::Outline;
use crate::input::reading::cell::Understanding;
use crate::input::reading::reader::{Reader, Understood};
use crate::input::reading::suspicious::named;
use crate::vi::matching;
use crate::xlsx::grid::{CellValue, Sheet};

/// How many readings a message shows.
const SHOWN: usize = 5;

impl Reader<'_> {
    /// What the rows must have among themselves.
    pub(crate) fn among_rows(&mut self, table: &Table, data: &TableData) {
        if let Some(total) = &table.total
            && !data.rows.is_empty()
            && !data.rows.iter().any(|row| row.is_total)
        {
            self.found.push(
                Finding::graded(Severity::Warning, Code::TotalMissing, data.sheet.place()).with("label", &total.label),
            );
        }
        let outline = Outline::of(data);
        for column in &table.columns {
            self.complete(column, data, &outline);
            self.sequence(column, data, table.outline.is_some());
            self.percent_signs(column, data);
            self.scaled(column, data);
        }
    }

    fn complete(&mut self, column: &Column, data: &TableData, outline: &Outline<'_>) {
        let rows = data.rows.iter().filter(|row| outline.selects(Rows::Leaves, row));
        let given: Vec<&Content> = rows.filter_map(|row| Some(&row.entries.get(&column.key)?.content)).collect();
        let is = |content: &Content, choice: &String| matches!(content, Content::Text(text) if text == choice);
        let missing: Vec<&str> = column
            .choices
            .iter()
            .filter(|choice| !given.iter().any(|content| is(content, choice)))
            .map(String::as_str)
            .collect();
        // Names that are not in the list have been reported; each is likely one of those that are missing.
        let unknown = given.iter().filter(|content| !column.choices.iter().any(|choice| is(content, choice))).count();
        if missing.len() <= unknown || data.rows.is_empty() {
            return;
        }
        let place = data.sheet.place();
        let finding = match column.complete {
            Complete::No => return,
            Complete::Warn => Finding::graded(Severity::Warning, Code::ChoicesMissing, place),
            Complete::Refuse => Finding::graded(Severity::Error, Code::ChoicesMissing, place),
        };
        let finding = finding.with("heading", data.headings.get(&column.key).map_or("", |(heading, _)| heading));
        self.found.push(finding.count(missing.len()).with("missing", missing.join(", ")));
    }

    fn sequence(&mut self, column: &Column, data: &TableData, has_levels: bool) {
        if !column.sequence {
            return;
        }
        let rows = data.rows.iter().filter(|row| !row.is_total);
        let (mut number, mut is_below_title) = (0, false);
        for row in rows {
            let content = row.entries.get(&column.key).map(|entry| &entry.content);
            let text = match content {
                Some(Content::Text(text)) if !has_levels || text.starts_with(|c: char| c.is_ascii_digit()) => text,
                _ => {
                    number += usize::from(!has_levels);
                    is_below_title = true;
                    continue;
                }
            };
            // Below a title the numbers begin again, or go on.
            if has_levels && is_below_title && text == "1" {
                number = 0;
            }
            (number, is_below_title) = (number + 1, false);
            let expected = number.to_string();
            if *text != expected
                && let Some(place) = data.cell(row, &column.key).map(Place::Cell)
            {
                if !self.is_reported(&place) {
                    let finding = Finding::new(Code::SequenceBroken, place).with("value", text);
                    self.found.push(finding.with("expected", expected));
                }
                return;
            }
        }
    }

    /// Bare numbers beside cells with `%` leave open by how much they are to be read.
    fn percent_signs(&mut self, column: &Column, data: &TableData) {
        let Some((heading, col)) = data.headings.get(&column.key).filter(|_| column.kind == Kind::Percent) else {
            return;
        };
        let numbers = data.rows.iter().filter_map(|row| Some((row.at, data.sheet.cells.get(&(row.at, *col))?)));
        let (with_sign, bare): (Vec<_>, Vec<_>) = numbers
            .filter(|(_, cell)| matches!(cell.value, CellValue::Number(_)))
            .partition(|(_, cell)| cell.format.percent);
        let odd = if with_sign.len() >= bare.len() { &bare } else { &with_sign };
        if with_sign.is_empty() || bare.is_empty() {
            return;
        }
        for (row, cell) in odd {
            let finding = Finding::new(Code::PercentMixed, Place::Cell(data.sheet.at(*row, *col)));
            let excerpt = data.sheet.excerpt(data.header_row, *row, *col);
            let finding = finding.with("value", cell.value.shown(cell.format)).flag("has-sign", cell.format.percent);
            self.found.push(finding.with("heading", heading).showing(excerpt));
        }
    }

    /// Formats that show thousands where units are stored.
    fn scaled(&mut self, column: &Column, data: &TableData) {
        let Some((heading, col)) = data.headings.get(&column.key) else { return };
        let at: Vec<(u32, u32)> =
            data.rows.iter().map(|row| (row.at, *col)).filter(|at| is_scaled(&data.sheet, *at)).collect();
        if let Some(&(row, col)) = at.first() {
            let finding = Finding::new(Code::CellScaled, Place::Cell(data.sheet.at(row, col)));
            self.found.push(finding.with("heading", heading).with("cells", named(&data.sheet, &at)));
        }
    }

    /// One note a column about texts that were taken for figures or dates, one about each mark.
    pub(crate) fn report_understood(&mut self) {
        let mut texts: BTreeMap<String, Vec<(CellRef, String)>> = BTreeMap::new();
        let mut marks: BTreeMap<(String, String, bool), Vec<(CellRef, String)>> = BTreeMap::new();
        for Understood { at, heading, how } in self.understood.drain(..) {
            let cell = at.a1();
            match how {
                Understanding::Typed(reading) => {
                    texts.entry(heading).or_default().push((at, format!("{cell} {reading}")));
                }
                Understanding::Mark { mark, is_zero } => {
                    marks.entry((heading, mark, is_zero)).or_default().push((at, cell));
                }
            }
        }
        for (heading, list) in texts {
            let note = note(Code::TextAsNumber, &list, "readings", "; ");
            self.found.extend(note.map(|note| note.with("heading", heading)));
        }
        for ((heading, mark, is_zero), list) in marks {
            let note = note(Code::MarkAsFigure, &list, "cells", ", ");
            let meaning = if is_zero { "zero" } else { "blank" };
            self.found
                .extend(note.map(|note| note.with("heading", heading).with("mark", mark).choice("meaning", meaning)));
        }
    }
}

/// A note about several cells, at the first of them, that shows the first few under a name.
fn note(code: Code, list: &[(CellRef, String)], name: &'static str, separator: &str) -> Option<Finding> {
    let (first, _) = list.first()?;
    let mut shown: Vec<&str> = list.iter().take(SHOWN).map(|(_, text)| text.as_str()).collect();
    if list.len() > SHOWN {
        shown.push("…");
    }
    let note = Finding::new(code, Place::Cell(first.clone())).count(list.len());
    Some(note.with(name, shown.join(separator)))
}

fn is_scaled(sheet: &Sheet, at: (u32, u32)) -> bool {
    sheet.cells.get(&at).is_some_and(|cell| cell.format.scaled && matches!(cell.value, CellValue::Number(_)))
}

/// The text of a closed list that a typed one means, however it is spelt.
pub(crate) fn chosen<'a>(column: &'a Column, text: &str) -> Option<&'a String> {
    let key = matching::key(text);
    let alias = column.aliases.iter().find(|(alias, _)| matching::key(alias) == key).map(|(_, choice)| choice);
    alias.or_else(|| column.choices.iter().find(|choice| matching::key(choice) == key))
}
