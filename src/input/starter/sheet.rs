//! One sheet of an input workbook: a row of locked headings over open cells, with its rules and colours.

use rust_xlsxwriter::{
    Color, ConditionalFormatDuplicate, ConditionalFormatFormula, Format, FormatAlign, Formula, IgnoreError, Note,
    ProtectionOptions, Worksheet, XlsxError,
};

use crate::finding::messages::Messages;
use crate::finding::place::column_letters;
use crate::input::definition::model::{Column, Kind};
use crate::input::starter::cell_rules::{self, List, Need, Slot, base, boxed, colour};
use crate::input::starter::content::StartRow;
use crate::xlsx::grid::{Cell, CellValue, NumberFormat};
use crate::xlsx::measure;
use crate::xlsx::write::{self, FONT};

/// The last row, from zero, to which rules reach: the rows that people add are looked after too.
const LAST: u32 = 999;
/// The last column of a sheet.
const LAST_COLUMN: u16 = 16_383;
/// The widest that a sheet fits on upright paper, and that its names stay in view, in pixels.
const UPRIGHT: u32 = 760;
const IN_VIEW: u32 = 620;
/// The widest column of outline numbers, in pixels.
const NARROW: u32 = 72;

/// What all sheets share.
#[derive(Clone, Copy)]
pub(crate) struct Common<'a> {
    pub(crate) texts: &'a Messages,
    /// Name of the document, for the foot of the page.
    pub(crate) name: &'a str,
    /// Name of the sheet of the drop-down lists.
    pub(crate) lists_sheet: &'a str,
}

/// A heading as it is written.
pub(crate) enum Heading {
    Fixed(String),
    /// Names particulars, which are known.
    Filled(String),
    /// Names particulars of which some are not known yet: a formula, and what it shows now.
    Live(String, String),
}

impl Heading {
    fn shown(&self) -> &str {
        match self {
            Self::Fixed(text) | Self::Filled(text) | Self::Live(_, text) => text,
        }
    }
}

/// A column as it is written.
pub(crate) struct Written<'a> {
    pub(crate) heading: Heading,
    pub(crate) slot: Slot<'a>,
    pub(crate) list: Option<&'a List>,
    /// What its heading's note says.
    pub(crate) note: Vec<String>,
    /// In pixels.
    pub(crate) width: u32,
    /// Whether the cell of the total row is computed where it is blank.
    pub(crate) is_totalled: bool,
}

/// A plain list as it is written: the recipients, or a table.
pub(crate) struct Grid<'a> {
    pub(crate) sheet: &'a str,
    pub(crate) columns: Vec<Written<'a>>,
    pub(crate) rows: Vec<Vec<Option<&'a Cell>>>,
    /// The column whose cells must differ.
    pub(crate) key: usize,
    /// Column and label of the total row.
    pub(crate) total: Option<(usize, &'a str)>,
    /// Empty rows that are made ready.
    pub(crate) ready: usize,
}

impl Grid<'_> {
    /// Writes the sheet.
    ///
    /// # Errors
    /// What Excel cannot hold.
    pub(crate) fn write(&self, ws: &mut Worksheet, common: &Common<'_>) -> Result<(), XlsxError> {
        begin(ws, self.sheet)?;
        let mut tallest = 1;
        for (col, column) in self.columns.iter().enumerate() {
            let at = col as u16;
            ws.set_column_format(at, &column.format())?.set_column_width_pixels(at, column.width)?;
            column.head(ws, at)?;
            tallest = tallest.max(measure::lines(column.heading.shown(), millimetres(column.width), 12.6));
            let rule = column.slot.validation(common.texts, column.list, common.lists_sheet)?;
            ws.add_data_validation(1, at, LAST, at, &rule)?;
            ws.ignore_error_range(1, at, LAST, at, IgnoreError::NumberStoredAsText)?;
        }
        ws.set_row_height(0, measure::height(tallest, 12.0).max(26.0))?;
        self.body(ws)?;
        self.colours(ws)?;
        let width: u32 = self.columns.iter().map(|column| column.width).sum();
        finish(ws, common.name, width > UPRIGHT, self.names())
    }

    fn body(&self, ws: &mut Worksheet) -> Result<(), XlsxError> {
        let label = self.total.filter(|_| self.rows.is_empty());
        let last = self.rows.len() + self.ready + usize::from(label.is_some());
        for row in 0..last {
            let mut tallest: f64 = 0.0;
            for (col, column) in self.columns.iter().enumerate() {
                let cell = self.rows.get(row).and_then(|cells| cells[col]);
                put(ws, (row as u32 + 1, col as u16), cell, &column.slot, &boxed(column.format()))?;
                tallest = tallest.max(row_height(Kind::Text, cell, column.width));
            }
            // Rows that hold nothing yet keep growing with what is typed.
            if row < self.rows.len() {
                ws.set_row_height(row as u32 + 1, tallest)?;
            }
        }
        if let Some((col, label)) = label {
            ws.write_string_with_format(last as u32, col as u16, label, &boxed(self.columns[col].format()))?;
        }
        Ok(())
    }

    /// What stands twice is red, what is still missing from a row yellow, the total row grey wherever it is.
    fn colours(&self, ws: &mut Worksheet) -> Result<(), XlsxError> {
        let last = (self.columns.len() - 1) as u16;
        let twice = Format::new().set_background_color(Color::RGB(colour::TWICE));
        let key = self.key as u16;
        ws.add_conditional_format(1, key, LAST, key, &ConditionalFormatDuplicate::new().set_format(twice))?;
        let begun = format!("COUNTA($A2:${}2)>0", column_letters(u32::from(last)));
        let total = self
            .total
            .map(|(col, label)| format!("TRIM(${}2)=\"{}\"", column_letters(col as u32), label.replace('"', "\"\"")));
        for (col, column) in self.columns.iter().enumerate().filter(|(_, column)| column.slot.need == Need::Required) {
            let blank = format!("LEN(TRIM({}2))=0", column_letters(col as u32));
            // In the total row words may be missing, and figures that are computed.
            let is_excused = !column.slot.kind.is_numeric() || column.is_totalled;
            let rule = match total.as_ref().filter(|_| is_excused) {
                Some(total) => format!("=AND({begun},{blank},NOT({total}))"),
                None => format!("=AND({begun},{blank})"),
            };
            ws.add_conditional_format(1, col as u16, LAST, col as u16, &coloured(rule, colour::NEEDED))?;
        }
        if let Some(total) = total {
            let format = Format::new().set_bold().set_background_color(Color::RGB(colour::FIXED));
            let rule = ConditionalFormatFormula::new().set_rule(format!("={total}").as_str()).set_format(format);
            ws.add_conditional_format(1, 0, LAST, last, &rule)?;
        }
        Ok(())
    }

    /// How many columns name the rows and stay in view: the words and codes at the left of figures.
    fn names(&self) -> u16 {
        let is_name = |column: &&Written<'_>| matches!(column.slot.kind, Kind::Code | Kind::Text);
        let count = self.columns.iter().take_while(is_name).count();
        let width: u32 = self.columns[..count].iter().map(|column| column.width).sum();
        if count < self.columns.len() && width <= IN_VIEW { count as u16 } else { 0 }
    }
}

impl Written<'_> {
    /// Outline numbers stand in the middle of their narrow column.
    fn format(&self) -> Format {
        let format = self.slot.format();
        let is_narrow = self.slot.kind == Kind::Code && self.width <= NARROW;
        if is_narrow { format.set_align(FormatAlign::Center).set_indent(0) } else { format }
    }

    /// Writes the heading with its note. One that quotes a year may be edited, a formula need not.
    fn head(&self, ws: &mut Worksheet, col: u16) -> Result<(), XlsxError> {
        let format = cell_rules::heading(self.slot.need);
        match &self.heading {
            Heading::Fixed(text) => ws.write_string_with_format(0, col, text, &format)?,
            Heading::Filled(text) => ws.write_string_with_format(0, col, text, &format.set_unlocked())?,
            Heading::Live(formula, shown) => {
                let formula = Formula::new(formula).set_result(shown.as_str());
                ws.write_formula_with_format(0, col, formula, &format)?
            }
        };
        ws.insert_note(0, col, &note(&self.note))?;
        Ok(())
    }
}

/// A new sheet, its first row locked, all else open: Excel deletes a row only where every cell of it is open.
///
/// # Errors
/// A name that Excel forbids.
pub(crate) fn begin(ws: &mut Worksheet, name: &str) -> Result<(), XlsxError> {
    ws.set_name(name)?;
    ws.set_column_range_format(0, LAST_COLUMN, &base().set_unlocked())?;
    ws.set_row_format(0, &base().set_locked())?;
    Ok(())
}

/// Locks what is locked, keeps the headings in view, and sets the paper up.
///
/// # Errors
/// None in practice.
pub(crate) fn finish(ws: &mut Worksheet, name: &str, is_across: bool, names: u16) -> Result<(), XlsxError> {
    ws.set_freeze_panes(1, names)?;
    // Without a password: this stops slips, not people.
    ws.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        delete_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    });
    if is_across {
        ws.set_landscape();
    }
    ws.set_paper_size(9).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    ws.set_margins(0.6, 0.6, 0.7, 0.7, 0.3, 0.3);
    ws.set_footer(format!("&L&\"{FONT},Regular\"&10{} – &A&R&\"{FONT},Regular\"&10&P/&N", name.replace('&', "&&")));
    ws.set_repeat_rows(0, 0)?;
    Ok(())
}

/// Writes what is known of a cell, or makes the blank ready.
///
/// # Errors
/// None in practice.
pub(crate) fn put(
    ws: &mut Worksheet,
    (row, col): (u32, u16),
    cell: Option<&Cell>,
    slot: &Slot<'_>,
    format: &Format,
) -> Result<(), XlsxError> {
    match cell.map(|cell| (&cell.value, cell.format)) {
        Some((CellValue::Text(text), _)) => ws.write_string_with_format(row, col, text, format)?,
        // Excel has made a number of a code; people know it as words.
        Some((CellValue::Number(value), _)) if slot.kind == Kind::Code => {
            ws.write_string_with_format(row, col, value.normalize().to_string(), format)?
        }
        Some((CellValue::Number(value), shown)) => {
            let format = match number_format(shown).filter(|_| matches!(slot.kind, Kind::Percent | Kind::Mixed)) {
                Some(code) => format.clone().set_num_format(code),
                None => format.clone(),
            };
            ws.write_number_with_format(row, col, write::float(*value), &format)?
        }
        Some((CellValue::Date(date), _)) => ws.write_datetime_with_format(row, col, &write::day(*date)?, format)?,
        _ => ws.write_blank(row, col, format)?,
    };
    Ok(())
}

/// The format of a figure that was handed down, where its own cell fixed the decimals.
fn number_format(shown: NumberFormat) -> Option<String> {
    let places = write::places(shown.decimals?);
    Some(if shown.percent { format!("0{places}%") } else { format!("#,##0{places}") })
}

/// A rule that fills a cell with a colour.
pub(crate) fn coloured(rule: String, colour: u32) -> ConditionalFormatFormula {
    let format = Format::new().set_background_color(Color::RGB(colour));
    ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(format)
}

/// A note, large enough for its lines.
pub(crate) fn note(lines: &[String]) -> Note {
    let text = lines.join("\n");
    let height = measure::lines(&text, 80.0, 11.0) as u32 * 19 + 16;
    let note = Note::new(text).add_author_prefix(false).set_font_name(FONT).set_font_size(11);
    note.set_background_color(Color::RGB(0x00FF_FFE1)).set_width(320).set_height(height)
}

/// The width of a column, in pixels, for what is in it and what will be.
pub(crate) fn width(column: &Column, heading: &Heading, known: &[StartRow], items: &[String]) -> u32 {
    let texts = known.iter().filter_map(|row| row.get(&column.key)).map(|cell| cell.value.shown(cell.format));
    let longest = texts.chain(items.iter().cloned()).map(|text| text.chars().count()).max();
    let word = heading.shown().split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    let chars = match column.kind {
        Kind::Code => longest.map_or(18, |longest| longest * 5 / 4 + 3).clamp(7, 30),
        Kind::Text | Kind::Lines => longest.map_or(44, |longest| longest + 6).clamp(16, 62),
        Kind::Count | Kind::Money | Kind::Percent => 14,
        Kind::Mixed => 18,
        Kind::Year => 10,
        Kind::Date => longest.map_or(15, |longest| longest.clamp(15, 24)),
    };
    pixels(chars.max(word + 3))
}

/// A column of so many characters of this type, in pixels.
pub(crate) fn pixels(chars: usize) -> u32 {
    chars as u32 * 7 + 12
}

fn millimetres(pixels: u32) -> f64 {
    f64::from(pixels) / 96.0 * 25.4
}

/// The height of a row of words, in a column of that many pixels.
pub(crate) fn row_height(kind: Kind, cell: Option<&Cell>, width: u32) -> f64 {
    // The indent takes its part of the column.
    let room = millimetres(width.saturating_sub(16));
    let text = match cell.map(|cell| &cell.value) {
        Some(CellValue::Text(text)) => text.as_str(),
        _ => "",
    };
    let least = if kind == Kind::Lines { 2 } else { 1 };
    measure::height(measure::lines(text, room, 12.0).max(least), 12.0).max(22.0)
}
