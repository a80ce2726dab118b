//! The rows of one table, as typed data.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::dataset::{self, Content, Dataset, Row, TOTAL, TableData};

use crate::input::definition::model::{Column, Kind, Table};
use crate::input::definition::outline::{Levels, LevelsBy};
use crate::input::figure_key::FigureKey;
use crate::input::reading::cell::{self, Spec};
use crate::input::reading::columns::chosen;
use crate::input::reading::headings::Wanted;
use crate::input::reading::locate::Located;
use crate::input::reading::placing::{Placed, Placing, Said, Unplaced};
use crate::input::reading::reader::Reader;
use crate::input::reading::row_kind::{Classified, FOREIGN_TOTALS, RowClass, classify, is_called, total_cell};
use crate::input::reading::suspicious::stretches;
use crate::vi::matching;
use crate::xlsx::grid::CellValue;

/// The most rows of one table.
const MAX_ROWS: usize = 20_000;
/// So many kinds of faults are enough to mend before the next run; cells of a column with the same one are one.
const MAX_FOUND: usize = 500;

impl Reader<'_> {
    /// Reads one table; none when its sheet or its key column is missing.
    pub(crate) fn table(&mut self, table: &Table, dataset: &Dataset) -> Option<TableData> {
        let wanted: Vec<Wanted> = table
            .columns
            .iter()
            .map(|column| {
                let heading = dataset.heading(&column.heading);
                Wanted::new(heading, column.kind, column.unit.clone(), column.unit_stated)
            })
            .collect();
        let Located { sheet, header_row, columns } = self.prepare(&table.sheet, table.hidden, table.merged, &wanted)?;
        let headings: BTreeMap<String, (String, u32)> = table
            .columns
            .iter()
            .zip(wanted)
            .zip(&columns)
            .filter_map(|((column, wanted), col)| Some((column.key.clone(), (wanted.heading, (*col)?))))
            .collect();
        let mut data = TableData::empty(&table.key, sheet, header_row, headings);
        if !data.headings.contains_key(&table.row_key) {
            return None;
        }
        self.rows(table, &mut data);
        if data.rows.iter().all(|row| row.is_total) {
            let place = data.sheet.place();
            self.found.push(Finding::new(Code::TableEmpty, place).with("sheet", &data.sheet.name));
        }
        self.levels(table, &data);
        self.among_rows(table, &data);
        self.report_understood();
        Some(data)
    }

    fn rows(&mut self, table: &Table, data: &mut TableData) {
        let mut blank = BTreeSet::new();
        let mut kept = Kept::new(table);
        // The first row that the next subtotal closes.
        let mut since = 0;
        for Classified { at, class, blank: above } in classify(table, data) {
            if self.is_enough(data, at) {
                break;
            }
            // Rows left free above the total are there to be filled in.
            if !matches!(class, RowClass::Outside | RowClass::Total { .. }) && !data.rows.is_empty() {
                blank.extend(above.into_iter().filter(|row| !data.sheet.survey.hidden_rows.contains(row)));
            }
            match class {
                RowClass::Outside => self.outside(data, at),
                RowClass::Headings => {
                    let place = Place::Cell(data.sheet.at(at, first_column(data, at)));
                    self.found.push(Finding::new(Code::RowRepeatsHeadings, place));
                }
                RowClass::Subtotal => {
                    self.subtotal(table, data, at, since);
                    since = data.rows.len();
                }
                RowClass::NoTotal => self.like_total(table, data, at),
                RowClass::Words => self.only_words(data, at),
                RowClass::Data if data.rows.last().is_some_and(|last| last.is_total) => self.after_total(data, at),
                RowClass::Data => self.keep(table, data, at, &mut kept),
                RowClass::Total { declared } => {
                    if !declared {
                        self.taken_as_total(table, data, at);
                    }
                    let placed = Placed { key: TOTAL.to_owned(), level: 0, parent: None };
                    let row = self.row(table, data, at, (placed, false));
                    data.rows.push(row);
                }
            }
        }
        if let Some(&first) = blank.first() {
            let rows: Vec<u32> = blank.into_iter().collect();
            let col = data.headings.get(&table.row_key).map_or(0, |(_, col)| *col);
            let finding = Finding::new(Code::RowsBlank, Place::Cell(data.sheet.at(first, col)));
            self.found.push(finding.with("rows", stretches(&rows, |row| (row + 1).to_string())));
        }
    }

    /// Keeps a row of data, as the rows before it tell where it stands.
    fn keep(&mut self, table: &Table, data: &mut TableData, at: u32, kept: &mut Kept<'_>) {
        if table.total.is_some() && self.named_total(table, data, at) {
            return;
        }
        let said = Words::of(table, data, at);
        let placed = match kept.place(&said) {
            Ok(placed) => placed,
            Err(unplaced) => {
                self.unplaced(table, data, (at, &said), unplaced);
                Placed { key: said.name.clone(), level: 1, parent: None }
            }
        };
        let mut row = self.row(table, data, at, (placed, said.is_title));
        if let Some((column, other)) = said.moved
            && let Some(entry) = row.entries.remove(&other)
        {
            let free = dataset::Entry { content: Content::Blank, ..entry.clone() };
            let key = FigureKey::figure(&table.key, &row.key, &column);
            row.entries.insert(other, free);
            row.entries.insert(column, dataset::Entry { key, ..entry });
        }
        match kept.seen.entry(matching::key(&row.key)) {
            Entry::Occupied(first) if !row.key.is_empty() => self.row_twice(table, data, at, *first.get()),
            Entry::Occupied(_) => self.unnamed(table, data, at),
            Entry::Vacant(free) => {
                free.insert(at);
            }
        }
        data.rows.push(row);
    }

    /// Whether a row bears the name by which definitions and prose know the total row: they would mean either.
    fn named_total(&mut self, table: &Table, data: &TableData, at: u32) -> bool {
        let columns = [Some(table.row_key.as_str()), table.total.as_ref().map(|total| total.column.as_str())];
        let cell = columns.into_iter().flatten().find_map(|column| {
            let (_, col) = data.headings.get(column)?;
            let CellValue::Text(text) = &data.sheet.cells.get(&(at, *col))?.value else { return None };
            is_called(text, &FOREIGN_TOTALS).then(|| (*col, text.clone()))
        });
        let Some((col, text)) = cell else { return false };
        let label = table.total.as_ref().map(|total| total.label.as_str()).unwrap_or_default();
        let finding = Finding::new(Code::RowNamedTotal, Place::Cell(data.sheet.at(at, col))).with("value", text);
        self.found.push(finding.with("label", label).showing(data.sheet.excerpt(data.header_row, at, col)));
        true
    }

    /// A second row without a name: figures of both would have one key. A name that is required has been missed.
    fn unnamed(&mut self, table: &Table, data: &TableData, at: u32) {
        let Some((heading, col)) = data.headings.get(&table.row_key) else { return };
        let place = Place::Cell(data.sheet.at(at, *col));
        if !self.is_reported(&place) {
            let finding = Finding::new(Code::CellRequired, place).with("heading", heading);
            self.found.push(finding.showing(data.sheet.excerpt(data.header_row, at, *col)));
        }
    }

    /// Whether a table is too long, or so faulty that more findings would help nobody.
    fn is_enough(&mut self, data: &TableData, at: u32) -> bool {
        let place = || Place::Cell(data.sheet.at(at, first_column(data, at)));
        let finding = if data.rows.len() > MAX_ROWS {
            Finding::new(Code::TableTooLong, place()).with("limit", MAX_ROWS)
        } else if self.faults() >= MAX_FOUND {
            Finding::new(Code::FindingsTooMany, place()).with("limit", MAX_FOUND)
        } else {
            return false;
        };
        self.found.push(finding.with("sheet", &data.sheet.name));
        true
    }

    /// Something that stands outside the table.
    fn outside(&mut self, data: &TableData, at: u32) {
        let col = first_column(data, at);
        let value = data.sheet.cells.get(&(at, col)).map(|cell| cell.value.shown(cell.format)).unwrap_or_default();
        let place = Place::Cell(data.sheet.at(at, col));
        self.found.push(Finding::new(Code::DataAfterTable, place).with("value", value));
    }

    /// Data below the total: whether the total counts it cannot be known.
    fn after_total(&mut self, data: &TableData, at: u32) {
        let col = first_column(data, at);
        let value = data.sheet.cells.get(&(at, col)).map(|cell| cell.value.shown(cell.format)).unwrap_or_default();
        let finding = Finding::new(Code::RowAfterTotal, Place::Cell(data.sheet.at(at, col))).with("value", value);
        self.found.push(finding.with("sheet", &data.sheet.name).showing(data.sheet.excerpt(data.header_row, at, col)));
    }

    /// A row with words in one cell only. Where that cell is merged, it has been reported.
    fn only_words(&mut self, data: &TableData, at: u32) {
        let col = first_column(data, at);
        let value = data.sheet.cells.get(&(at, col)).map(|cell| cell.value.shown(cell.format)).unwrap_or_default();
        let finding = Finding::new(Code::RowOnlyWords, Place::Cell(data.sheet.at(at, col))).with("value", value);
        if !self.is_reported(&finding.place) {
            self.found.push(finding.showing(data.sheet.excerpt(data.header_row, at, col)));
        }
    }

    fn like_total(&mut self, table: &Table, data: &TableData, at: u32) {
        let (col, text) = total_cell(table, data, at).unwrap_or_default();
        let label = table.total.as_ref().map(|total| total.label.as_str()).unwrap_or_default();
        let finding = Finding::new(Code::RowLikeTotal, Place::Cell(data.sheet.at(at, col)));
        let finding = finding.with("value", text).with("label", label).flag("declared", table.total.is_some());
        self.found.push(finding.showing(data.sheet.excerpt(data.header_row, at, col)));
    }

    /// A row called a total in other words than declared: it is the total where there is no other.
    fn taken_as_total(&mut self, table: &Table, data: &TableData, at: u32) {
        let (col, text) = total_cell(table, data, at).unwrap_or_default();
        let label = table.total.as_ref().map(|total| total.label.as_str()).unwrap_or_default();
        // The label may just stand in the neighbouring column, as where the two cells are merged.
        if matching::fold(&text) != matching::fold(label) {
            let finding = Finding::new(Code::RowTakenAsTotal, Place::Cell(data.sheet.at(at, col)));
            self.found.push(finding.with("value", text).with("label", label));
        }
    }

    /// One row; the titles of others need no more than their name.
    fn row(&mut self, table: &Table, data: &TableData, at: u32, (placed, is_title): (Placed, bool)) -> Row {
        let sheet = &data.sheet;
        let Placed { key, level, parent } = placed;
        let is_total = level == 0;
        let mut entries = BTreeMap::new();
        for column in &table.columns {
            let Some((heading, col)) = data.headings.get(&column.key) else { continue };
            let name = FigureKey::figure(&table.key, &key, &column.key);
            let mut spec = Spec::of_column(heading, column, is_total);
            spec.required &= !is_title && !self.followers.contains(&name);
            let mut entry = self.entry(name, &spec, sheet, data.header_row, (at, *col));
            if !is_total && !is_title {
                self.choose(column, &mut entry, data);
            }
            entries.insert(column.key.clone(), entry);
        }
        Row { key, is_total, at, level, parent, entries }
    }

    /// A text of a closed list takes the list's spelling; any other is an error.
    fn choose(&mut self, column: &Column, entry: &mut dataset::Entry, data: &TableData) {
        let (Content::Text(text), Some(at)) = (&mut entry.content, entry.at.first()) else { return };
        if column.choices.is_empty() {
            return;
        }
        match chosen(column, text) {
            Some(choice) => {
                if choice != text {
                    let finding = Finding::new(Code::ChoiceRespelt, Place::Cell(at.clone()));
                    self.found.push(finding.with("value", &*text).with("choice", choice));
                    text.clone_from(choice);
                }
            }
            None => {
                let near = matching::nearest(text, column.choices.iter().map(String::as_str));
                let finding = Finding::new(Code::ChoiceUnknown, Place::Cell(at.clone())).with("value", &*text);
                let excerpt = data.sheet.excerpt(data.header_row, at.row, at.col);
                self.found.push(finding.with("choices", column.choices.join(", ")).with_near(near).showing(excerpt));
            }
        }
    }

    /// A row that does not stand where its table says that rows stand.
    fn unplaced(&mut self, table: &Table, data: &TableData, (at, words): (u32, &Words), why: Unplaced) {
        let column = data.headings.get(table.level_column()).or_else(|| data.headings.get(&table.row_key));
        let (heading, col) = column.map_or(("", 0), |(heading, col)| (heading.as_str(), *col));
        let shown = if words.number.is_empty() { &words.name } else { &words.number };
        let finding =
            Finding::new(Code::RowUnplaced, Place::Cell(data.sheet.at(at, col))).choice("why", why.why.word());
        let finding = finding.with("value", shown).with("others", why.others).with("heading", heading);
        self.found.push(finding.with("table", &table.key).showing(data.sheet.excerpt(data.header_row, at, col)));
    }

    fn row_twice(&mut self, table: &Table, data: &TableData, row: u32, first: u32) {
        let Some((_, col)) = data.headings.get(&table.row_key) else { return };
        let typed = |row: u32| {
            let cell = data.sheet.cells.get(&(row, *col));
            cell.map(|cell| cell.value.shown(cell.format)).unwrap_or_default()
        };
        let (here, there) = (typed(row), typed(first));
        let finding = Finding::new(Code::RowTwice, Place::Cell(data.sheet.at(row, *col)))
            .with("key", &here)
            .with("other", &there)
            .flag("same", here == there)
            .with("first", data.sheet.at(first, *col).a1());
        self.found.push(finding.showing(data.sheet.excerpt(data.header_row, row, *col)));
    }
}

/// The rows that were kept.
struct Kept<'a> {
    /// Their names → where they stand in the sheet.
    seen: BTreeMap<String, u32>,
    placing: Option<Placing<'a>>,
}

impl<'a> Kept<'a> {
    fn new(table: &'a Table) -> Self {
        let is_key = table.level_column() == table.row_key;
        let by_number = |levels: &Levels| matches!(levels.by, LevelsBy::Points | LevelsBy::Numbering);
        let placing = |levels: &'a Levels| Placing::new(levels, is_key && by_number(levels));
        Self { seen: BTreeMap::new(), placing: table.outline.as_ref().map(placing) }
    }

    /// Where a row stands. Without a declaration the points of its key say it.
    fn place(&mut self, words: &Words) -> Result<Placed, Unplaced> {
        let Words { number, name, is_title, .. } = words;
        match &mut self.placing {
            Some(placing) => placing.place(&Said { number, name, is_title: *is_title }),
            None => Ok(Placed {
                key: name.clone(),
                level: 1 + name.matches('.').count(),
                parent: name.rsplit_once('.').map(|(above, _)| above.to_owned()),
            }),
        }
    }
}

/// What names a row and tells its level.
struct Words {
    number: String,
    name: String,
    is_title: bool,
    /// The name stands in another column than names do, as the title of a group across the table does: that of names,
    /// and its own.
    moved: Option<(String, String)>,
}

impl Words {
    fn of(table: &Table, data: &TableData, at: u32) -> Self {
        let number = words_of(table.level_column(), data, at).unwrap_or_default();
        let plain = Self { number, name: row_key(table, data, at), is_title: false, moved: None };
        let Some(levels) = &table.outline else { return plain };
        let is_filled = |column: &&Column| {
            data.headings.get(&column.key).is_some_and(|(_, col)| data.sheet.cells.contains_key(&(at, *col)))
        };
        let filled: Vec<&Column> = table.columns.iter().filter(is_filled).collect();
        let is_title = !is_counted(table, levels, data, at) && is_title(table, &filled);
        match filled[..] {
            [column] if is_title && plain.name.is_empty() => Self {
                name: words_of(&column.key, data, at).unwrap_or_default(),
                is_title,
                moved: Some((table.row_key.clone(), column.key.clone())),
                ..plain
            },
            _ => Self { is_title, ..plain },
        }
    }
}

/// What stands in a cell that names something.
fn words_of(column: &str, data: &TableData, at: u32) -> Option<String> {
    let (_, col) = data.headings.get(column)?;
    Some(cell::code(data.sheet.cells.get(&(at, *col)))).filter(|text| !text.is_empty())
}

/// Whether a row is numbered within its group: then it is one of those below a title, its figures forgotten.
fn is_counted(table: &Table, levels: &Levels, data: &TableData, at: u32) -> bool {
    let counter = table.columns.iter().find(|column| column.kind == Kind::Code && column.key != table.row_key);
    let number = counter.filter(|_| levels.by == LevelsBy::Groups).and_then(|column| words_of(&column.key, data, at));
    number.is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a row may be the title of others: it has its name and perhaps a number; a remark beside it belongs to a row
/// whose figures were forgotten.
fn is_title(table: &Table, filled: &[&Column]) -> bool {
    match filled {
        [column] if matches!(column.kind, Kind::Text | Kind::Lines) => true,
        _ => filled.iter().all(|column| column.key == table.row_key || column.kind == Kind::Code),
    }
}

/// The key of a row; of a closed list, as the list spells it.
fn row_key(table: &Table, data: &TableData, at: u32) -> String {
    let cell = data.headings.get(&table.row_key).and_then(|(_, col)| data.sheet.cells.get(&(at, *col)));
    let key = cell::code(cell);
    let column = table.column(&table.row_key).filter(|column| !column.choices.is_empty());
    column.and_then(|column| chosen(column, &key)).cloned().unwrap_or(key)
}

fn first_column(data: &TableData, at: u32) -> u32 {
    let used = data.headings.values().map(|(_, col)| *col);
    used.filter(|&col| data.sheet.cells.contains_key(&(at, col))).min().unwrap_or(0)
}
