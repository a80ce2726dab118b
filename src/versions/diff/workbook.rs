//! A comparison as a workbook: one sheet of figures and other data, one of sentences with the changed words marked.
//!
//! As in [`crate::product::workbook`], every text goes through `write_string`, so nothing that was typed can become a formula,
//! and the clock does not enter the file.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, DocProperties, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::finding::messages::Messages;
use crate::product::ledger::format::Kind;
use crate::versions::diff::align::Run;
use crate::versions::diff::change::{Change, Difference, How, SentenceChange, Stated};
use crate::versions::diff::text;
use crate::vi::dates::Date;
use crate::vi::text::beginning;
use crate::xlsx::grid::MAX_CELL_TEXT;
use crate::xlsx::write::{self, FONT, float, places};

/// Headings of the first sheet, by message, with the widths of their columns in characters.
const DATA: [(&str, f64); 10] = [
    ("diff-col-name", 60.0),
    ("diff-col-how", 12.0),
    ("diff-col-old", 22.0),
    ("diff-col-new", 22.0),
    ("diff-col-difference", 14.0),
    ("diff-col-percent", 10.0),
    ("diff-col-unit", 14.0),
    ("diff-col-old-cell", 34.0),
    ("diff-col-new-cell", 34.0),
    ("diff-col-printed", 60.0),
];

/// Headings of the second sheet.
const SENTENCES: [(&str, f64); 4] =
    [("diff-col-place", 28.0), ("diff-col-reason", 40.0), ("diff-col-old", 80.0), ("diff-col-new", 80.0)];

/// The longest text of a cell: somewhat less than it can hold, since Excel counts rare characters twice.
const LONGEST: usize = MAX_CELL_TEXT - 767;

/// Writes the workbook of a comparison.
///
/// # Errors
/// None in practice: texts longer than a cell may hold are cut.
pub(crate) fn write(difference: &Difference, messages: &Messages) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&write::day(Date::DECREE)?));
    let sheet = titled(&mut book, "diff-sheet-data", &DATA, messages)?;
    for (row, change) in (1..).zip(difference.figures.iter().chain(&difference.particulars)) {
        data_row(sheet, row, change, difference, messages)?;
    }
    let sheet = titled(&mut book, "diff-sheet-sentences", &SENTENCES, messages)?;
    for (row, sentence) in (1..).zip(&difference.sentences) {
        sentence_row(sheet, row, sentence, difference, messages)?;
    }
    book.save_to_buffer()
}

fn titled<'a>(
    book: &'a mut Workbook,
    name: &str,
    columns: &[(&str, f64)],
    messages: &Messages,
) -> Result<&'a mut Worksheet, XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(messages.text(name, &[]))?;
    let bold = wrapped().set_bold().set_align(FormatAlign::Center);
    for (col, (heading, width)) in (0..).zip(columns) {
        sheet.write_string_with_format(0, col, messages.text(heading, &[]), &bold)?;
        sheet.set_column_width(col, *width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(sheet)
}

fn wrapped() -> Format {
    Format::new().set_font_name(FONT).set_font_size(12).set_text_wrap().set_align(FormatAlign::Top)
}

fn data_row(
    sheet: &mut Worksheet,
    row: u32,
    change: &Change,
    difference: &Difference,
    messages: &Messages,
) -> Result<(), XlsxError> {
    let how = match change.how {
        How::Changed => "diff-how-changed",
        How::Added => "diff-how-added",
        How::Removed => "diff-how-removed",
    };
    string(sheet, (row, 0), &change.name)?;
    string(sheet, (row, 1), &messages.text(how, &[]))?;
    value(sheet, (row, 2), change.old.as_ref())?;
    value(sheet, (row, 3), change.new.as_ref())?;
    if let Some(delta) = &change.difference {
        number(sheet, (row, 4), delta.amount, delta.decimals)?;
        if let Some(percent) = delta.percent.filter(|_| !delta.points) {
            number(sheet, (row, 5), percent, 2)?;
        }
    }
    let known = change.new.as_ref().or(change.old.as_ref());
    string(sheet, (row, 6), known.and_then(|stated| stated.unit.as_deref()).unwrap_or_default())?;
    for (col, side) in [(7, &change.old), (8, &change.new)] {
        string(sheet, (row, col), &side.as_ref().map(|stated| text::cells(&stated.cells)).unwrap_or_default())?;
    }
    let sentences = change.sentences.iter().map(|&at| text::location(&difference.sentences[at], messages));
    let printed: Vec<String> = sentences.chain(text::outside_sentences(change, messages)).collect();
    string(sheet, (row, 9), &printed.join("\n"))
}

/// A number as a number, on the scale in which it is printed; anything else as words.
fn value(sheet: &mut Worksheet, at: (u32, u16), stated: Option<&Stated>) -> Result<(), XlsxError> {
    let Some(stated) = stated else { return Ok(()) };
    let exact = matches!(stated.kind, Kind::Number | Kind::Percent).then(|| stated.value.parse::<Decimal>().ok());
    match exact.flatten() {
        Some(exact) => number(sheet, at, exact, exact.scale()),
        None => string(sheet, at, &stated.shown),
    }
}

fn number(sheet: &mut Worksheet, (row, col): (u32, u16), value: Decimal, decimals: u32) -> Result<(), XlsxError> {
    let format = wrapped().set_num_format(format!("#,##0{}", places(decimals)));
    sheet.write_number_with_format(row, col, float(value), &format)?;
    Ok(())
}

fn string(sheet: &mut Worksheet, (row, col): (u32, u16), text: &str) -> Result<(), XlsxError> {
    if !text.is_empty() {
        sheet.write_string_with_format(row, col, beginning(text, LONGEST), &wrapped())?;
    }
    Ok(())
}

fn sentence_row(
    sheet: &mut Worksheet,
    row: u32,
    sentence: &SentenceChange,
    difference: &Difference,
    messages: &Messages,
) -> Result<(), XlsxError> {
    let figures = sentence.figures.iter().map(|key| difference.name(key).to_owned());
    let reasons = [text::reasons(sentence, difference, messages)].into_iter().filter(|text| !text.is_empty());
    string(sheet, (row, 0), &text::location(sentence, messages))?;
    string(sheet, (row, 1), &figures.chain(reasons).collect::<Vec<_>>().join("\n"))?;
    let removed = Format::new().set_font_color(Color::Red).set_font_strikethrough();
    let added = Format::new().set_font_color(Color::Green).set_bold();
    marked(sheet, (row, 2), &sentence.marked, &removed, |old, _| old)?;
    marked(sheet, (row, 3), &sentence.marked, &added, |_, new| new)
}

/// One side of a sentence, its changed words in `format`.
fn marked(
    sheet: &mut Worksheet,
    (row, col): (u32, u16),
    runs: &[Run],
    format: &Format,
    side: for<'a> fn(&'a str, &'a str) -> &'a str,
) -> Result<(), XlsxError> {
    let plain = Format::new();
    let pieces: Vec<(&Format, &str)> = runs
        .iter()
        .map(|run| match run {
            Run::Same(text) => (&plain, text.as_str()),
            Run::Replaced { old, new } => (format, side(old, new)),
        })
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let length: usize = pieces.iter().map(|(_, text)| text.chars().count()).sum();
    if pieces.len() > 1 && length < LONGEST {
        sheet.write_rich_string_with_format(row, col, &pieces, &wrapped())?;
        return Ok(());
    }
    string(sheet, (row, col), &pieces.iter().map(|(_, text)| *text).collect::<String>())
}
