//! What stands in a new input workbook beforehand.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::finding::code::{Code, Effect};
use crate::finding::outcome::{self, Failure, Stage, Warned};
use crate::finding::place::{CellRef, Place};
use crate::finding::{Finding, Severity};
use crate::input::dataset::{Content, Dataset, Derived, Entry, Quantity, QuantityKind, TOTAL, TableData};
use crate::input::definition::model::{Column, Document, Field, Kind, Table};
use crate::input::definition::policy::Complete;
use crate::input::figure_key::FigureKey;
use crate::input::folder::{self, InputFolder};
use crate::input::reading::{read, review};
use crate::input::starter::{marks, yearly};
use crate::input::templates::{DocumentFolder, Templates};
use crate::input::verify::read_workbooks;
use crate::input::which_definition::definition;
use crate::input::{layout_version, outline};
use crate::vi::matching;
use crate::xlsx::grid::{Cell, CellValue, NumberFormat, Workbook};

/// What is to be written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Order<'a> {
    pub(crate) template: &'a str,
    pub(crate) document: &'a Document,
    pub(crate) start: &'a Start,
    /// The folder of the workbook, for the commands in the instructions.
    pub(crate) folder: &'a str,
}

/// What stands in the cells beforehand.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// Particulars, by key.
    pub facts: BTreeMap<String, Cell>,
    pub(crate) recipients: Vec<Cell>,
    /// Table → its rows.
    pub tables: BTreeMap<String, Vec<StartRow>>,
    /// Table → rows that the document needs, by their codes.
    pub(crate) codes: BTreeMap<String, Vec<String>>,
    /// Columns that took last year's figures: table and column → the heading they had.
    pub(crate) rolled: BTreeMap<(String, String), String>,
    /// Columns that last year's input did not have: table and column.
    pub(crate) fresh: BTreeSet<(String, String)>,
    /// The folder of last year's input.
    pub(crate) from: Option<String>,
}

/// Column → cell.
pub(crate) type StartRow = BTreeMap<String, Cell>;

/// Last year's input.
pub(crate) struct Last<'a> {
    folder: &'a str,
    pub(crate) template: String,
    document: Document,
    workbooks: Vec<Workbook>,
}

impl<'a> Last<'a> {
    /// Reads last year's input.
    ///
    /// # Errors
    /// A workbook that cannot be read, or that names no definition.
    pub(crate) fn read(inputs: &'a InputFolder, templates: &Templates) -> Result<Self, Failure> {
        let (workbooks, faults) = read_workbooks(inputs);
        if !faults.is_empty() {
            return Err(Failure::Refused(faults));
        }
        let (template, document) = definition(&workbooks, inputs, templates)?;
        Ok(Self { folder: &inputs.name, template, document, workbooks })
    }

    /// What it gives to the new input.
    pub(crate) fn hand_down(&self, template: &str, document: &Document, year: Option<i32>) -> Stage<Start> {
        if self.template != template && !layout_version::same_layout(&self.document, document) {
            let finding = Finding::new(Code::FromOtherDocument, Place::File(self.folder.to_owned()))
                .with("found", &self.template)
                .with("wanted", template);
            return Err(finding.refuses());
        }
        let mut read = read::read(document, &self.workbooks);
        let matched = marks::matched(document, &self.workbooks, &read.dataset);
        if !matched.workbooks.is_empty() {
            read = read::read(document, &matched.workbooks);
        }
        let read::ReadInput { dataset, mut found } = read;
        // That it has no new columns is said by itself.
        let is_fresh = |finding: &Finding| {
            let sheet = |table: &str| document.table(table).map(|table| table.sheet.as_str());
            let heading = |(table, column): &(String, String)| {
                let column = document.table(table).and_then(|table| table.column(column))?;
                Some(dataset.heading(&column.heading))
            };
            finding.code.has(Effect::Absent)
                && matched.fresh.iter().any(|fresh| {
                    heading(fresh).as_deref() == Some(finding.arg("heading"))
                        || sheet(&fresh.0) == Some(finding.arg("sheet"))
                })
        };
        found.retain(|finding| !is_fresh(finding));
        let is_older = self.is_older(template, document);
        let is_error = |finding: &&Finding| finding.severity == Severity::Error;
        if !is_older && found.iter().filter(is_error).any(|finding| !finding.code.has(Effect::Absent)) {
            return Err(Failure::Refused(outcome::settle(found)));
        }
        // Without the names of its rows nothing of a table can be handed down.
        let lost = document.tables.iter().filter(|table| dataset.table(&table.key).is_none());
        let is_absent = |sheet: &str| found.iter().any(|f| f.code.has(Effect::Absent) && f.arg("sheet") == sheet);
        if !is_older && lost.into_iter().any(|table| !is_absent(&table.sheet)) {
            return Err(Failure::Refused(outcome::settle(found)));
        }
        let lacking = found.iter().filter(is_error).filter(|finding| !is_older && finding.code.has(Effect::Absent));
        let mut warnings: Vec<Finding> = lacking.map(lacks).collect();
        warnings.extend(found.into_iter().filter(|finding| finding.severity == Severity::Warning));
        if is_older {
            warnings.push(Finding::new(Code::FromOlder, Place::File(self.folder.to_owned())));
        }
        warnings.extend(matched.said);
        let start = Start { fresh: matched.fresh, ..self.start(document, &dataset, year) };
        warnings.extend(start.rolled.iter().filter_map(|((table, _), heading)| rolled(document, table, heading)));
        Ok(Warned { output: start, warnings: outcome::settle(warnings) })
    }

    /// Whether the workbook says that it was made for another version of the same document: then what is
    /// missing from it is no fault.
    fn is_older(&self, template: &str, document: &Document) -> bool {
        let wanted = layout_version::of(template, document);
        self.template == template
            && self.workbooks.iter().any(|book| layout_version::stated(book).is_some_and(|found| *found != wanted))
    }

    fn start(&self, document: &Document, dataset: &Dataset, year: Option<i32>) -> Start {
        let mut start = Start { from: Some(self.folder.to_owned()), ..Start::default() };
        for field in document.facts.fields.iter().filter(|field| is_lasting(field)) {
            let at = dataset.facts.get(&field.key).and_then(|entry| entry.at.first());
            let cell = at.and_then(|at| self.cell(at));
            start.facts.extend(cell.map(|cell| (field.key.clone(), cell)));
        }
        start.set_year(document, year.or_else(|| next_year(document, dataset)));
        start.recipients = dataset.recipients.iter().filter_map(|entry| self.cell(entry.at.first()?)).collect();
        let names = start.names(document);
        for (table, data) in document.tables.iter().filter_map(|table| Some((table, dataset.table(&table.key)?))) {
            let sources = sources(table, data, &names);
            for (column, (_, heading)) in sources.iter().filter(|(column, (source, _))| *column != source) {
                start.rolled.insert((table.key.clone(), (*column).to_owned()), (*heading).to_owned());
            }
            let rows = data.rows.iter().map(|row| {
                let cell = |col: u32| data.sheet.cells.get(&(row.at, col)).cloned();
                let taken = sources.iter().filter_map(|(column, (source, _))| {
                    Some(((*column).to_owned(), cell(data.headings.get(*source)?.1)?))
                });
                taken.collect()
            });
            start.tables.insert(table.key.clone(), rows.collect());
        }
        let handed = yearly::Handed { facts: &mut start.facts, tables: &mut start.tables };
        yearly::mark(handed, document, dataset);
        start
    }

    /// A cell as it was typed, without the mark that somebody left.
    fn cell(&self, at: &CellRef) -> Option<Cell> {
        let mut sheets = self.workbooks.iter().flat_map(|book| &book.sheets);
        let sheet = sheets.find(|sheet| sheet.file == at.file && sheet.name == at.sheet)?;
        let mut cell = sheet.cells.get(&(at.row, at.col))?.clone();
        if let CellValue::Text(text) = &cell.value
            && let Some(plain) = review::unmarked(text)
        {
            cell = Cell::new(review::value(plain), cell.format);
        }
        Some(cell)
    }
}

/// Whether a particular stays from one year to the next: words do; the number and dates of issue are new.
fn is_lasting(field: &Field) -> bool {
    field.key != "number" && matches!(field.kind, Kind::Text | Kind::Lines | Kind::Code | Kind::Year)
}

fn next_year(document: &Document, dataset: &Dataset) -> Option<i32> {
    let entry = dataset.facts.get(&document.main_year()?.key)?;
    i32::try_from(entry.quantity()?.value).ok().map(|year| year + 1)
}

/// Which of last year's columns each column takes its cells from, with that column's heading.
///
/// Names, codes, words and dates stay. A column of figures stays blank, unless its heading is now what another
/// column's was: last year's “Kế hoạch năm 2024” is this year's too.
fn sources<'a>(table: &'a Table, data: &'a TableData, names: &Dataset) -> BTreeMap<&'a str, (&'a str, &'a str)> {
    let source = |column: &'a Column| {
        if !is_figure(column.kind) {
            return data
                .headings
                .get_key_value(&column.key)
                .map(|(key, (heading, _))| (key.as_str(), heading.as_str()));
        }
        let wanted = matching::fold(&names.heading(&column.heading));
        let mut others = data.headings.iter().filter(|(key, _)| **key != column.key);
        others
            .find(|(_, (text, _))| matching::fold(text) == wanted)
            .map(|(key, (text, _))| (key.as_str(), text.as_str()))
    };
    table.columns.iter().filter_map(|column| Some((column.key.as_str(), source(column)?))).collect()
}

fn is_figure(kind: Kind) -> bool {
    matches!(kind, Kind::Count | Kind::Money | Kind::Percent | Kind::Mixed)
}

/// What the form has and last year's input has not: a column, a sheet or a particular, by its name.
fn lacks(finding: &Finding) -> Finding {
    let names = ["heading", "sheet", "name"].into_iter().map(|name| finding.arg(name));
    let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    let lacks = Finding { args: finding.args.clone(), ..Finding::new(Code::FromLacks, finding.place.clone()) };
    lacks.with("name", name)
}

fn rolled(document: &Document, table: &str, heading: &str) -> Option<Finding> {
    let place = Place::Sheet { file: folder::WORKBOOK.to_owned(), sheet: document.table(table)?.sheet.clone() };
    Some(Finding::new(Code::ColumnCarried, place).with("heading", heading))
}

impl Start {
    /// Nothing but the rows that the definition says must be there.
    pub(crate) fn blank(document: &Document, year: Option<i32>) -> Self {
        let mut start = Self::default();
        start.set_year(document, year);
        for table in &document.tables {
            let rows = known_rows(table);
            if !rows.is_empty() {
                start.tables.insert(table.key.clone(), rows);
            }
        }
        start
    }

    fn set_year(&mut self, document: &Document, year: Option<i32>) {
        if let (Some(field), Some(year)) = (document.main_year(), year) {
            let value = CellValue::Number(Decimal::from(year));
            self.facts.insert(field.key.clone(), Cell::new(value, NumberFormat::default()));
        }
    }

    /// The particulars that are known, by which headings are filled in.
    pub(crate) fn names(&self, document: &Document) -> Dataset {
        let mut facts = BTreeMap::new();
        let mut add = |key: &str, content| {
            let entry = Entry { key: FigureKey::particular(key), content, at: Vec::new(), computed: false, made: None };
            facts.insert(key.to_owned(), entry);
        };
        for (key, cell) in &self.facts {
            match &cell.value {
                CellValue::Text(text) => add(key, Content::Text(text.clone())),
                CellValue::Number(value) => add(key, year(*value)),
                _ => {}
            }
        }
        for offset in &document.facts.offsets {
            if let Some(CellValue::Number(value)) = self.facts.get(&offset.of).map(|cell| &cell.value) {
                add(&offset.key, year(*value + Decimal::from(offset.years)));
            }
        }
        Dataset {
            facts,
            fact_names: BTreeMap::new(),
            recipients: Vec::new(),
            tables: Vec::new(),
            to_confirm: BTreeSet::new(),
            derived: Derived::default(),
        }
    }
}

fn year(value: Decimal) -> Content {
    Content::Quantity(Quantity { value, decimals: 0, kind: QuantityKind::Year })
}

/// A cell of words.
pub(crate) fn text(text: &str) -> Cell {
    Cell::new(CellValue::Text(text.to_owned()), NumberFormat::default())
}

/// A row for each choice, where every choice must have its row; numbered where a column numbers them.
fn known_rows(table: &Table) -> Vec<StartRow> {
    let Some(names) = table.column(&table.row_key).filter(|column| column.complete != Complete::No) else {
        return Vec::new();
    };
    let numbers = table.columns.iter().find(|column| column.sequence);
    let row = |(index, choice): (usize, &String)| {
        let number = numbers.map(|column| (column.key.clone(), text(&(index + 1).to_string())));
        number.into_iter().chain([(names.key.clone(), text(choice))]).collect()
    };
    let total = table.total.iter().map(|total| BTreeMap::from([(total.column.clone(), text(&total.label))]));
    names.choices.iter().enumerate().map(row).chain(total).collect()
}

/// The rows that the document needs: those that its prose names (`budget["2.1"]`) and those that must be
/// equal to others.
pub fn codes(document: &Document, folder: &DocumentFolder) -> BTreeMap<String, Vec<String>> {
    let tables =
        document.tables.iter().filter(|table| table.column(&table.row_key).is_some_and(|c| c.choices.is_empty()));
    let codes = tables.map(|table| {
        let mut codes: Vec<String> = equated(document, &table.key);
        for code in folder.narrative.values().flat_map(|text| quoted(text, &table.key)) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        // Outline numbers follow each other; other codes stay as the text names them.
        if codes.iter().all(|code| code.starts_with(|c: char| c.is_ascii_digit())) {
            codes.sort_by(|one, other| outline::order(one).cmp(&outline::order(other)));
        }
        (table.key.clone(), codes)
    });
    codes.filter(|(_, codes)| !codes.is_empty()).collect()
}

fn equated(document: &Document, table: &str) -> Vec<String> {
    let figures = document.equalities.iter().flat_map(|equality| [&equality.target, &equality.to]);
    let rows = figures.filter(|figure| figure.table() == Some(table)).filter_map(FigureKey::row);
    rows.filter(|row| *row != TOTAL).map(str::to_owned).collect()
}

fn quoted(text: &str, table: &str) -> Vec<String> {
    let opening = format!("{table}[\"");
    let mentions = text.split(&opening).skip(1);
    mentions.filter_map(|rest| rest.split_once("\"]")).map(|(code, _)| code.to_owned()).collect()
}
