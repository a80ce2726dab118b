//! What the XML parts of a workbook say beside the values of its cells: what is hidden or merged, what it
//! takes from other files, and what in it would mislead the reader.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::finding::place::{MAX_COLUMN, MAX_ROW, address};
use crate::vi::text::beginning;
use crate::xlsx::danger::{Danger, absurd};
use crate::xlsx::link;
use crate::xlsx::xml_guard::Guard;

/// The farthest that a table of this program may reach.
const FAR: (u32, u32) = (40_000, 1_000);
/// The most shared formulas of a sheet.
const MAX_FORMULA: u64 = 1_000_000;
/// Entries of the shared strings that a count may promise beyond those that are there.
const SPARE_STRINGS: u64 = 1_000;
/// The most findings about single cells that are kept.
const MAX_DANGERS: usize = 100;
/// How much of a value a message shows.
const MAX_SHOWN: usize = 40;
/// The error values that the reader knows (ECMA-376, Part 1, 18.17.3).
pub(crate) const FAULTS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

/// A rectangle of cells, rows and columns from zero, both corners included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) first: (u32, u32),
    pub(crate) last: (u32, u32),
}

impl Range {
    /// Whether a cell lies in it.
    pub(crate) fn holds(&self, (row, col): (u32, u32)) -> bool {
        (self.first.0..=self.last.0).contains(&row) && (self.first.1..=self.last.1).contains(&col)
    }
}

/// What one sheet says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SheetSurvey {
    pub(crate) hidden_rows: BTreeSet<u32>,
    /// First and last column of each hidden stretch.
    pub(crate) hidden_columns: Vec<(u32, u32)>,
    pub(crate) merges: Vec<Range>,
    /// How many cells hold something.
    filled: usize,
    /// The largest index of a shared string, and the cell that has it.
    farthest_string: Option<(u64, (u32, u32))>,
}

/// Something about one cell for which the workbook cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BadCell {
    pub(crate) part: String,
    pub(crate) row: u32,
    pub(crate) col: u32,
    pub(crate) what: BadCellKind,
}

/// What is the matter with the cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BadCellKind {
    /// So far out that it is a slip or an attack.
    Stray { filled: usize },
    /// An error value that no reader knows.
    UnknownFault(String),
    /// Its text is not among the shared strings.
    LostText(String),
    /// A number with something else in it, which the reader would lose.
    LostNumber,
}

/// What a workbook says of itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Survey {
    /// Part name → what the sheet says.
    parts: BTreeMap<String, SheetSurvey>,
    /// The part that lists the sheets.
    book: String,
    /// Sheet name and relation, in the order of the workbook.
    names: Vec<(String, String)>,
    /// Part → its relations: id → target.
    relations: BTreeMap<String, BTreeMap<String, String>>,
    /// Relations of the workbooks linked to, in order.
    references: Vec<String>,
    pub(crate) has_macros: bool,
    /// The program that wrote the file did not calculate it (`fullCalcOnLoad`).
    pub(crate) recalculates: bool,
    /// Days are counted from 1904, as Excel for the Mac did.
    pub(crate) from_1904: bool,
    pub(crate) bad_cells: Vec<BadCell>,
    promised: u64,
    strings: u64,
}

impl Survey {
    /// The sheet of that name.
    pub(crate) fn sheet(&self, name: &str) -> Option<&SheetSurvey> {
        let (_, relation) = self.names.iter().find(|(known, _)| known == name)?;
        self.parts.get(&self.related(relation)?)
    }

    /// The sheet that a part holds.
    pub(crate) fn name_of(&self, part: &str) -> Option<&str> {
        let holds = |relation: &str| self.related(relation).is_some_and(|target| target == part);
        self.names.iter().find(|(_, relation)| holds(relation)).map(|(name, _)| name.as_str())
    }

    /// The cells of a sheet that cannot be read.
    fn bad_cells_of<'a>(&'a self, sheet: &'a str) -> impl Iterator<Item = &'a BadCell> {
        self.bad_cells.iter().filter(move |bad| self.name_of(&bad.part) == Some(sheet))
    }

    /// Whether a sheet can be read without its stray cells, which are these.
    pub(crate) fn strays(&self, sheet: &str) -> Option<Vec<(u32, u32)>> {
        let strays: Option<Vec<(u32, u32)>> = self
            .bad_cells_of(sheet)
            .map(|bad| matches!(bad.what, BadCellKind::Stray { .. }).then_some((bad.row, bad.col)))
            .collect();
        // Where not all of them are known, some would stay.
        strays.filter(|strays| strays.len() < MAX_DANGERS)
    }

    /// The files that this one takes values from, in the order in which formulas number them.
    pub(crate) fn links(&self) -> Vec<String> {
        let target = |id: &String| self.relations.get(&self.related(id)?)?.values().next();
        self.references.iter().map(|id| target(id).map(|path| link::file_name(path)).unwrap_or_default()).collect()
    }

    /// The part that a relation of the workbook leads to.
    fn related(&self, id: &str) -> Option<String> {
        Some(part_of(&self.book, self.relations.get(&self.book)?.get(id)?))
    }

    /// Reads one part. What it is shows in what it holds, for a relation may make a sheet of any part.
    ///
    /// # Errors
    /// What no spreadsheet program writes.
    pub(crate) fn scan(&mut self, part: &str, content: &[u8]) -> Result<(), Danger> {
        let text = std::str::from_utf8(content).map_err(|_| absurd(part, "not UTF-8"))?;
        if content.iter().any(|&byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) {
            return Err(absurd(part, "control character"));
        }
        if text.contains("sheetData") {
            let scan = sheet(part, text)?;
            self.bad_cells.extend(scan.bad.into_iter().take(MAX_DANGERS));
            self.parts.insert(part.to_owned(), scan.survey);
            return Ok(());
        }
        let owner = owner(part);
        each(part, text, |element| {
            let value = |name: &str| attribute(element, name).unwrap_or_default();
            match element.local_name().as_ref() {
                "sst" => self.promised = number(element, "uniqueCount").unwrap_or(0),
                "si" => self.strings += 1,
                "workbook" => part.clone_into(&mut self.book),
                "sheet" => self.names.push((value("name"), value("r:id"))),
                "externalReference" => self.references.push(value("r:id")),
                "calcPr" => self.recalculates |= is_set(element, "fullCalcOnLoad"),
                "workbookPr" => self.from_1904 |= is_set(element, "date1904"),
                "Relationship" => {
                    self.relations.entry(owner.clone()).or_default().insert(value("Id"), value("Target"));
                }
                _ => {}
            }
        })
    }

    /// What only all parts together can show.
    ///
    /// # Errors
    /// A count of strings that the parts do not bear out.
    pub(crate) fn finish(&mut self) -> Result<(), Danger> {
        if self.promised > self.strings + SPARE_STRINGS {
            let detail = format!("uniqueCount={}, but {} strings", self.promised, self.strings);
            return Err(absurd("xl/sharedStrings.xml", detail));
        }
        for (part, survey) in &self.parts {
            if let Some((index, (row, col))) = survey.farthest_string
                && index >= self.strings
            {
                let what = BadCellKind::LostText(index.to_string());
                self.bad_cells.push(BadCell { part: part.clone(), row, col, what });
            }
        }
        Ok(())
    }
}

/// `xl/_rels/workbook.xml.rels` → `xl/workbook.xml`, the part whose relations these are.
fn owner(part: &str) -> String {
    part.strip_suffix(".rels").unwrap_or(part).replace("_rels/", "")
}

/// `worksheets/sheet1.xml` seen from `xl/workbook.xml`, or `/xl/worksheets/sheet1.xml` → the part's full name.
fn part_of(base: &str, target: &str) -> String {
    let folder = base.rsplit_once('/').map(|(folder, _)| folder).unwrap_or_default();
    match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{target}"),
    }
}

/// Calls `found` for every element; a document type is refused.
fn each(part: &str, text: &str, mut found: impl FnMut(&BytesStart<'_>)) -> Result<(), Danger> {
    let mut reader = Reader::from_str(text);
    let mut guard = Guard::default();
    loop {
        let event = reader.read_event().map_err(|error| absurd(part, error.to_string()))?;
        guard.see(&event).map_err(|fault| absurd(part, fault))?;
        match event {
            Event::Eof => return Ok(()),
            Event::DocType(_) => return Err(Danger::DocumentType { part: part.to_owned() }),
            Event::Start(element) | Event::Empty(element) => found(&element),
            _ => {}
        }
    }
}

/// A sheet being scanned.
#[derive(Default)]
struct SheetScan {
    survey: SheetSurvey,
    bad: Vec<BadCell>,
    /// Row and column, from zero, at which a cell without an address would stand.
    next: (u32, u32),
    cell: (u32, u32),
    kind: String,
    is_filled: bool,
    /// The text between `<v>` and `</v>`, and whether it held a reference such as `&b;`.
    value: Option<(String, bool)>,
}

fn sheet(part: &str, text: &str) -> Result<SheetScan, Danger> {
    let mut scan = SheetScan::default();
    let mut reader = Reader::from_str(text);
    let mut guard = Some(Guard::default());
    let mut fault = None;
    loop {
        let event = reader.read_event().map_err(|error| absurd(part, error.to_string()))?;
        if let Some(Err(first)) = guard.as_mut().map(|guard| guard.see(&event)) {
            (guard, fault) = (None, Some(first));
        }
        match event {
            // What can be said of single cells says more to people than what is wrong with the part.
            Event::Eof if scan.bad.is_empty() && fault.is_some() => {
                return Err(absurd(part, fault.unwrap_or_default()));
            }
            Event::Eof => return Ok(scan),
            Event::DocType(_) => return Err(Danger::DocumentType { part: part.to_owned() }),
            Event::Start(element) => scan.open(part, &element)?,
            Event::Empty(element) => {
                scan.open(part, &element)?;
                scan.close(part, element.local_name().as_ref());
            }
            Event::End(element) => scan.close(part, element.local_name().as_ref()),
            Event::Text(words) => scan.words(&words),
            Event::GeneralRef(_) => scan.reference(),
            _ => {}
        }
    }
}

impl SheetScan {
    fn open(&mut self, part: &str, element: &BytesStart<'_>) -> Result<(), Danger> {
        match element.local_name().as_ref() {
            "row" => self.row(part, element)?,
            "c" => self.cell(part, element)?,
            "v" => self.value = Some((String::new(), false)),
            "is" => self.is_filled = true,
            "f" => {
                self.is_filled = true;
                if let Some(index) = number(element, "si").filter(|&index| index > MAX_FORMULA) {
                    return Err(absurd(part, format!("si={index}")));
                }
            }
            "col" if is_hidden(element, "width") => self.column(element),
            "dimension" => {
                range_of(part, element)?;
            }
            "mergeCell" => self.survey.merges.extend(range_of(part, element)?),
            _ => {}
        }
        Ok(())
    }

    fn row(&mut self, part: &str, element: &BytesStart<'_>) -> Result<(), Danger> {
        if let Some(row) = attribute(element, "r") {
            let number = row.parse::<u32>().ok().filter(|row| (1..=MAX_ROW).contains(row));
            self.next.0 = number.ok_or_else(|| absurd(part, format!("row {row}")))? - 1;
        }
        self.next.1 = 0;
        if is_hidden(element, "ht") {
            self.survey.hidden_rows.insert(self.next.0);
        }
        Ok(())
    }

    fn cell(&mut self, part: &str, element: &BytesStart<'_>) -> Result<(), Danger> {
        self.cell = match attribute(element, "r") {
            Some(reference) => address(&reference).ok_or_else(|| absurd(part, format!("cell {reference}")))?,
            None => self.next,
        };
        self.next = (self.cell.0, self.cell.1 + 1);
        self.kind = attribute(element, "t").unwrap_or_default();
        self.is_filled = false;
        Ok(())
    }

    fn column(&mut self, element: &BytesStart<'_>) {
        let edge = |name| number(element, name).and_then(|n| u32::try_from(n).ok()).unwrap_or(1).clamp(1, MAX_COLUMN);
        self.survey.hidden_columns.push((edge("min") - 1, edge("max") - 1));
    }

    fn words(&mut self, words: &str) {
        if let Some((value, _)) = &mut self.value {
            value.push_str(words);
        }
    }

    fn reference(&mut self) {
        if let Some((_, has_reference)) = &mut self.value {
            *has_reference = true;
        }
    }

    fn close(&mut self, part: &str, name: &str) {
        match name {
            "v" => self.judge(part),
            "c" if self.is_filled => {
                self.survey.filled += 1;
                if self.cell.0 >= FAR.0 || self.cell.1 >= FAR.1 {
                    self.blame(part, BadCellKind::Stray { filled: self.survey.filled });
                }
            }
            "row" => self.next.0 += 1,
            _ => {}
        }
    }

    /// Judges a stored value by the type that its cell claims.
    fn judge(&mut self, part: &str) {
        let Some((value, has_reference)) = self.value.take() else { return };
        let shown = |value: &str| beginning(value.trim(), MAX_SHOWN);
        self.is_filled |= !value.trim().is_empty() || has_reference;
        // Neither is trimmed: the reader behind this door does not do it either.
        match self.kind.as_str() {
            "e" if !FAULTS.contains(&value.as_str()) => self.blame(part, BadCellKind::UnknownFault(shown(&value))),
            "s" => match value.parse::<u64>() {
                Ok(index) if self.survey.farthest_string.is_none_or(|(far, _)| index > far) => {
                    self.survey.farthest_string = Some((index, self.cell));
                }
                Ok(_) => {}
                Err(_) => self.blame(part, BadCellKind::LostText(shown(&value))),
            },
            "" | "n" if has_reference => self.blame(part, BadCellKind::LostNumber),
            "n" if !value.is_empty() && value.parse::<f64>().is_err() => self.blame(part, BadCellKind::LostNumber),
            _ => {}
        }
    }

    fn blame(&mut self, part: &str, what: BadCellKind) {
        if self.bad.len() < MAX_DANGERS {
            let (row, col) = self.cell;
            self.bad.push(BadCell { part: part.to_owned(), row, col, what });
        }
    }
}

/// The attribute `ref`, the first corner before the second.
fn range_of(part: &str, element: &BytesStart<'_>) -> Result<Option<Range>, Danger> {
    let Some(range) = attribute(element, "ref") else { return Ok(None) };
    let (first, last) = range.split_once(':').unwrap_or((&range, &range));
    match (address(first), address(last)) {
        (Some(first), Some(last)) if first.0 <= last.0 && first.1 <= last.1 => Ok(Some(Range { first, last })),
        _ => Err(absurd(part, format!("range {range}"))),
    }
}

/// Hidden outright, or by a height or width of nothing.
fn is_hidden(element: &BytesStart<'_>, size: &str) -> bool {
    is_set(element, "hidden") || attribute(element, size).is_some_and(|size| size.parse() == Ok(0.0))
}

fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}

/// An attribute's value with its character references resolved.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    let value = quick_xml::escape::unescape(&attribute.value).map(std::borrow::Cow::into_owned);
    Some(value.unwrap_or_else(|_| attribute.value.to_string()))
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u64> {
    let value = attribute(element, name)?;
    // A number too long for a machine word is larger than every limit.
    Some(value.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_without_an_address_follow_one_another() {
        let text = r##"<worksheet><sheetData><row r="3"><c t="e"><v>#N/A</v></c><c t="e"><v>#SPILL!</v></c></row>
            <row><c r="C4"/><c t="s"><v>x</v></c></row></sheetData></worksheet>"##;
        let scan = sheet("xl/worksheets/sheet1.xml", text).unwrap();
        let at: Vec<(u32, u32)> = scan.bad.iter().map(|bad| (bad.row, bad.col)).collect();
        assert_eq!(at, [(2, 1), (3, 3)]);
    }
}
