//! A definition + what is known beforehand → the bytes of an input workbook to fill in (biểu nhập số liệu).
//!
//! Nothing here knows a sheet or a column: the definition says what there is, [`cell_rules`] what each cell
//! accepts, `messages/workbook.ftl` what people are told.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, DocProperties, Format, FormatAlign, IgnoreError, Workbook, Worksheet, XlsxError};

use crate::finding::messages::Messages;
use crate::finding::place::column_letters;
use crate::input::dataset::Dataset;
use crate::input::definition::model::{Column, Document, Kind, Table};
use crate::input::layout_version;
use crate::input::starter::cell_rules::{self, List, Need, Slot, base, boxed, colour};
use crate::input::starter::content::{Order, StartRow};
use crate::input::starter::instructions;
use crate::input::starter::marks;
use crate::input::starter::sheet::{
    Common, Grid, Heading, Written, begin, coloured, finish, note, pixels, put, row_height, width,
};
use crate::input::starter::yearly;
use crate::vi::dates::Date;
use crate::vi::matching;
use crate::xlsx::grid::Cell;
use crate::xlsx::write::{self, FONT};

/// Rows made ready in a table whose rows are not known, and below one whose rows are.
const READY: (usize, usize) = (20, 5);
/// Widths of the two columns of the particulars, in pixels.
const FACTS: (u32, u32) = (240, 520);

/// Writes the workbook; the same order gives the same bytes.
///
/// # Errors
/// What Excel cannot hold: two sheets of one name, a name it forbids.
pub(crate) fn write(order: &Order<'_>) -> Result<Vec<u8>, XlsxError> {
    let maker = Maker::new(*order);
    let mut book = Workbook::new();
    book.set_default_format(&Format::new().set_font_name(FONT).set_font_size(12), 21, 72)?;
    book.set_properties(&maker.properties()?);
    instructions::write(book.add_worksheet(), order, &maker.texts, (&maker.guide_sheet, maker.named_lists()))?;
    maker.facts(book.add_worksheet())?;
    maker.recipients(book.add_worksheet())?;
    for table in &order.document.tables {
        maker.table(book.add_worksheet(), table)?;
    }
    if !maker.choices.is_empty() {
        maker.lists(book.add_worksheet())?;
        for (col, choices) in maker.choices.iter().enumerate() {
            let (sheet, letters) = (quoted(&maker.lists_sheet), column_letters(col as u32));
            let cells = format!("={sheet}!${letters}$2:${letters}${}", choices.items.len() + 1);
            book.define_name(&choices.list.name, &cells)?;
        }
    }
    for (name, cell) in marks::names(order.document) {
        book.define_name(name, &cell)?;
    }
    book.save_to_buffer()
}

/// The items of one drop-down list.
struct Choices<'a> {
    table: &'a Table,
    column: &'a Column,
    items: Vec<String>,
    list: List,
}

/// Everything that the sheets are made from.
struct Maker<'a> {
    order: Order<'a>,
    texts: Messages,
    /// The particulars that are known.
    names: Dataset,
    guide_sheet: String,
    lists_sheet: String,
    choices: Vec<Choices<'a>>,
}

impl<'a> Maker<'a> {
    fn new(order: Order<'a>) -> Self {
        let texts = Messages::of_workbooks();
        let free = |code: &str| free_name(texts.text(code, &[]), order.document);
        Self {
            names: order.start.names(order.document),
            guide_sheet: free("guide-sheet"),
            lists_sheet: free("lists-sheet"),
            choices: choices(&order),
            order,
            texts,
        }
    }

    fn properties(&self) -> Result<DocProperties, XlsxError> {
        let name = self.order.document.document.name.clone();
        Ok(DocProperties::new()
            .set_title(self.texts.text("book-title", &[("name", name)]))
            .set_custom_property(layout_version::PROPERTY, layout_version::of(self.order.template, self.order.document))
            .set_creation_datetime(&write::day(Date::DECREE)?))
    }

    fn common(&self) -> Common<'_> {
        let name = &self.order.document.document.name;
        Common { texts: &self.texts, name, lists_sheet: &self.lists_sheet }
    }

    fn named_lists(&self) -> Option<&str> {
        (!self.choices.is_empty()).then_some(self.lists_sheet.as_str())
    }

    /// The sheet of the particulars: the name locked, the content open.
    fn facts(&self, ws: &mut Worksheet) -> Result<(), XlsxError> {
        let facts = &self.order.document.facts;
        begin(ws, &facts.sheet)?;
        ws.set_column_format(1, &base().set_unlocked().set_text_wrap())?;
        ws.set_column_width_pixels(0, FACTS.0)?.set_column_width_pixels(1, FACTS.1)?;
        for (col, heading) in facts.headings.iter().enumerate() {
            ws.write_string_with_format(0, col as u16, heading, &cell_rules::heading(Need::Required))?;
        }
        ws.set_row_height(0, 26)?;
        let named =
            boxed(base()).set_bold().set_indent(1).set_text_wrap().set_background_color(Color::RGB(colour::FIXED));
        for (index, field) in facts.fields.iter().enumerate() {
            let (row, slot) = (index as u32 + 1, Slot::of_field(field));
            ws.write_string_with_format(row, 0, &field.heading, &named)?;
            let cell = self.order.start.facts.get(&field.key);
            let mut advice = slot.advice(&self.texts, None);
            advice.extend(yearly::is_marked(cell).then(|| self.texts.text("input-review", &[])));
            ws.insert_note(row, 0, &note(&advice))?;
            let mut format = boxed(slot.format()).set_align(FormatAlign::Left);
            if slot.need == Need::Given {
                format = format.set_locked().set_background_color(Color::RGB(colour::FIXED));
            } else {
                ws.add_data_validation(row, 1, row, 1, &slot.validation(&self.texts, None, &self.lists_sheet)?)?;
            }
            if slot.need == Need::Required {
                let blank = format!("=LEN(TRIM($B${}))=0", row + 1);
                ws.add_conditional_format(row, 1, row, 1, &coloured(blank, colour::NEEDED))?;
            }
            ws.set_row_height(row, row_height(field.kind, cell, FACTS.1))?;
            put(ws, (row, 1), cell, &slot, &format)?;
        }
        let last = facts.fields.len() as u32;
        ws.ignore_error_range(1, 1, last, 1, IgnoreError::NumberStoredAsText)?;
        finish(ws, self.common().name, false, 0)
    }

    fn recipients(&self, ws: &mut Worksheet) -> Result<(), XlsxError> {
        let recipients = &self.order.document.recipients;
        let slot = Slot {
            heading: &recipients.heading,
            kind: Kind::Text,
            help: "",
            unit: None,
            decimals: 0,
            min: Decimal::ZERO,
            max: None,
            need: Need::Required,
        };
        let heading = Heading::Fixed(recipients.heading.clone());
        let note = vec![self.texts.text("guide-recipients", &[])];
        let column = Written { heading, slot, list: None, note, width: 520, is_totalled: false };
        let rows: Vec<Vec<Option<&Cell>>> = self.order.start.recipients.iter().map(|cell| vec![Some(cell)]).collect();
        let ready = if rows.is_empty() { READY.0 } else { READY.1 };
        let grid = Grid { sheet: &recipients.sheet, columns: vec![column], rows, key: 0, total: None, ready };
        grid.write(ws, &self.common())
    }

    fn table(&self, ws: &mut Worksheet, table: &'a Table) -> Result<(), XlsxError> {
        let none = Vec::new();
        let known: &Vec<StartRow> = self.order.start.tables.get(&table.key).unwrap_or(&none);
        let mut columns: Vec<Written<'_>> =
            table.columns.iter().map(|column| self.column(table, column, known)).collect();
        if let Some(first) = columns.first_mut().filter(|_| !table.help.is_empty()) {
            first.note.insert(0, table.help.clone());
        }
        let at = |key: &str| table.columns.iter().position(|column| column.key == key);
        let rows: Vec<Vec<Option<&Cell>>> =
            known.iter().map(|row| table.columns.iter().map(|column| row.get(&column.key)).collect()).collect();
        let total = table.total.as_ref().and_then(|total| Some((at(&total.column)?, total.label.as_str())));
        let ready = match (rows.is_empty(), total) {
            (true, _) => READY.0,
            (false, None) => READY.1,
            // Rows are added above the total row.
            (false, Some(_)) => 0,
        };
        let key = at(&table.row_key).unwrap_or_default();
        let grid = Grid { sheet: &table.sheet, columns, rows, key, total, ready };
        grid.write(ws, &self.common())
    }

    fn column(&'a self, table: &'a Table, column: &'a Column, known: &[StartRow]) -> Written<'a> {
        let slot = Slot::of_column(table, column, &column.heading);
        let choices = self.choices.iter().find(|list| list.table.key == table.key && list.column.key == column.key);
        let list = choices.map(|choices| &choices.list);
        let heading = self.heading(&column.heading);
        let mut note = slot.advice(&self.texts, list);
        let say = |code: &str, args: &[(&'static str, String)]| self.texts.text(code, args);
        if column.key == table.row_key {
            note.push(say("input-key", &[]));
        }
        let total = table.total.as_ref().filter(|total| total.column == column.key);
        note.extend(total.map(|total| say("input-total", &[("label", total.label.clone())])));
        note.extend(self.about_heading(&heading, &column.heading));
        if self.order.start.rolled.contains_key(&(table.key.clone(), column.key.clone())) {
            note.push(say("input-rolled", &[]));
        }
        if self.order.start.fresh.contains(&(table.key.clone(), column.key.clone())) {
            note.push(say("input-fresh", &[]));
        }
        if known.iter().any(|row| yearly::is_marked(row.get(&column.key))) {
            note.push(say("input-review", &[]));
        }
        let items = choices.map(|choices| choices.items.as_slice()).unwrap_or_default();
        let width = width(column, &heading, known, items);
        Written { heading, slot, list, note, width, is_totalled: is_totalled(table, column) }
    }

    /// A column's heading: where it names a year that is not known yet, a formula that follows the
    /// particulars, so that people enter the year once.
    fn heading(&self, text: &str) -> Heading {
        let filled = self.names.heading(text);
        if !text.contains("{{") {
            return Heading::Fixed(filled);
        }
        if !filled.contains("{{") {
            return Heading::Filled(filled);
        }
        let (mut formula, mut shown) = (Vec::new(), String::new());
        for (is_name, part) in parts(text) {
            if is_name {
                formula.extend(self.reference(part));
                let known = self.names.facts.get(part).and_then(|entry| entry.in_sentence());
                shown.push_str(&known.unwrap_or_else(|| "…".to_owned()));
            } else if !part.is_empty() {
                formula.push(format!("\"{}\"", part.replace('"', "\"\"")));
                shown.push_str(part);
            }
        }
        Heading::Live(format!("={}", formula.join("&")), shown)
    }

    /// The cell of a particular, or of the one it is counted from, in a formula.
    fn reference(&self, key: &str) -> Option<String> {
        let facts = &self.order.document.facts;
        let offset = facts.offsets.iter().find(|offset| offset.key == key);
        let (base, years) = offset.map_or((key, 0), |offset| (offset.of.as_str(), offset.years));
        let row = facts.fields.iter().position(|field| field.key == base)? + 2;
        let cell = format!("{}!$B${row}", quoted(&facts.sheet));
        let value = if years == 0 { cell.clone() } else { format!("{cell}{years:+}") };
        Some(format!("IF({cell}=\"\",\"…\",{value})"))
    }

    fn about_heading(&self, heading: &Heading, text: &str) -> Option<String> {
        let facts = &self.order.document.facts;
        let sheet = ("sheet", facts.sheet.clone());
        match heading {
            Heading::Fixed(_) => None,
            Heading::Live(..) => Some(self.texts.text("input-heading-live", &[sheet])),
            Heading::Filled(_) => {
                let named = parts(text).find(|(is_name, _)| *is_name).map(|(_, name)| name)?;
                let base = facts.offsets.iter().find(|offset| offset.key == named).map_or(named, |o| o.of.as_str());
                let field = facts.fields.iter().find(|field| field.key == base)?;
                Some(self.texts.text("input-heading-fixed", &[sheet, ("field", field.heading.clone())]))
            }
        }
    }

    /// The sheet of the lists: in view, because a hidden sheet looks like something kept from people.
    fn lists(&self, ws: &mut Worksheet) -> Result<(), XlsxError> {
        begin(ws, &self.lists_sheet)?;
        let format = boxed(base()).set_num_format("@").set_indent(1).set_background_color(Color::RGB(colour::FIXED));
        for (col, choices) in self.choices.iter().enumerate() {
            let (col, heading) = (col as u16, format!("{}: {}", choices.table.sheet, choices.column.heading));
            let longest = choices.items.iter().chain([&heading]).map(|text| text.chars().count()).max().unwrap_or(0);
            ws.set_column_width_pixels(col, pixels(longest.clamp(12, 36) + 4))?;
            ws.write_string_with_format(0, col, &heading, &cell_rules::heading(Need::Optional))?;
            for (row, item) in choices.items.iter().enumerate() {
                ws.write_string_with_format(row as u32 + 1, col, item, &format)?;
            }
            ws.ignore_error_range(1, col, choices.items.len() as u32, col, IgnoreError::NumberStoredAsText)?;
        }
        ws.set_tab_color(Color::RGB(colour::LINE)).set_row_height(0, 26)?;
        finish(ws, self.common().name, true, 0)
    }
}

/// The drop-down lists: columns with declared choices, and codes of rows that the document needs.
fn choices<'a>(order: &Order<'a>) -> Vec<Choices<'a>> {
    let columns =
        order.document.tables.iter().flat_map(|table| table.columns.iter().map(move |column| (table, column)));
    let list = |(table, column): (&'a Table, &'a Column)| {
        let codes = order.start.codes.get(&table.key).filter(|_| column.key == table.row_key);
        let is_strict = !column.choices.is_empty();
        let mut items = if is_strict { column.choices.clone() } else { codes?.clone() };
        let total = table.total.iter().filter(|total| is_strict && total.column == column.key);
        items.extend(total.map(|total| total.label.clone()));
        let key = format!("DM_{}_{}", table.key, column.key);
        let name = key.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        Some(Choices { table, column, items, list: List { name, is_strict } })
    };
    columns.filter_map(list).collect()
}

/// Whether the total row's cell of that column is computed where it is blank.
fn is_totalled(table: &Table, column: &Column) -> bool {
    table.totalled().any(|(totalled, _)| *totalled == column.key)
}

/// A name for a sheet of this program's own that no input sheet has.
fn free_name(wanted: String, document: &Document) -> String {
    let is_taken =
        layout_version::sheets(document).into_iter().any(|sheet| matching::fold(sheet) == matching::fold(&wanted));
    if is_taken { free_name(wanted + " +", document) } else { wanted }
}

/// The pieces of `Kế hoạch năm {{ doc.year }}`: words, and keys of particulars (true).
fn parts(text: &str) -> impl Iterator<Item = (bool, &str)> {
    text.split("{{").enumerate().flat_map(|(index, piece)| match piece.split_once("}}") {
        Some((name, rest)) if index > 0 => {
            vec![(true, name.trim().trim_start_matches("doc.")), (false, rest)]
        }
        _ => vec![(false, piece)],
    })
}

fn quoted(sheet: &str) -> String {
    format!("'{}'", sheet.replace('\'', "''"))
}
