//! A comparison as a workbook: one sheet of figures and other data, one of sentences with the changed words marked.
//!
//! As in [`crate::product::workbook`], every text goes through `write_string`, so nothing that was typed can become a formula,
//! and the clock does not enter the file.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

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
    ("diff-col-name", 36.0),
    ("diff-col-how", 9.0),
    ("diff-col-old", 17.0),
    ("diff-col-new", 17.0),
    ("diff-col-difference", 12.0),
    ("diff-col-percent", 9.0),
    ("diff-col-unit", 12.0),
    ("diff-col-old-cell", 20.0),
    ("diff-col-new-cell", 20.0),
    ("diff-col-printed", 36.0),
];

/// Headings of the second sheet.
const SENTENCES: [(&str, f64); 4] =
    [("diff-col-place", 20.0), ("diff-col-reason", 30.0), ("diff-col-old", 64.0), ("diff-col-new", 64.0)];

/// Size of the type, and height of a line of it, in points.
const SIZE: f64 = 12.0;
const LINE: f64 = 16.0;
/// The tallest that a row can be (Excel's own limit), in points.
const TALLEST: f64 = 409.0;

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
    let headings: Vec<String> = columns.iter().map(|(heading, _)| messages.text(heading, &[])).collect();
    fit(sheet, 0, columns, &headings)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3).set_footer("&C&P/&N");
    sheet.set_repeat_rows(0, 0)?;
    Ok(sheet)
}

fn typed() -> Format {
    Format::new().set_font_name(FONT).set_font_size(SIZE)
}

fn wrapped() -> Format {
    typed().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin)
}

/// Makes a row as tall as its texts need once they are wrapped: programs do not do so by themselves when they open a file
/// that others wrote.
fn fit(sheet: &mut Worksheet, row: u32, columns: &[(&str, f64)], texts: &[String]) -> Result<(), XlsxError> {
    let lines = texts.iter().zip(columns).map(|(text, (_, width))| lines(text, *width)).max().unwrap_or(1);
    sheet.set_row_height(row, (LINE * f64::from(lines) + 2.0).min(TALLEST))?;
    Ok(())
}

/// How many lines a text takes in a column so many characters wide; words are not broken, unless they are too long.
fn lines(text: &str, width: f64) -> u32 {
    // Letters of this typeface and size are narrower than the digits by which widths are counted, capitals wider.
    let room = width - 1.0;
    let of_word = |word: &str| word.chars().map(|c| if c.is_uppercase() { 1.2 } else { 0.87 }).sum::<f64>();
    let of_line = |line: &str| {
        let (mut lines, mut used) = (1_u32, 0.0);
        for word in line.split(' ') {
            let long = of_word(word);
            if used > 0.0 && used + 1.0 + long > room {
                (lines, used) = (lines + 1, 0.0);
            }
            used += long + f64::from(u8::from(used > 0.0));
            while used > room {
                (lines, used) = (lines + 1, used - room);
            }
        }
        lines
    };
    text.split('\n').map(of_line).sum()
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
    let [old_cells, new_cells] = [&change.old, &change.new]
        .map(|side| side.as_ref().map(|stated| text::cells(&stated.cells)).unwrap_or_default());
    let sentences = change.sentences.iter().map(|&at| text::location(&difference.sentences[at], messages));
    let printed: Vec<String> = sentences.chain(text::outside_sentences(change, messages)).collect();
    let shown = |side: &Option<Stated>| side.as_ref().map(|stated| stated.shown.clone()).unwrap_or_default();
    let texts = [
        change.name.clone(),
        messages.text(how, &[]),
        shown(&change.old),
        shown(&change.new),
        String::new(),
        String::new(),
        String::new(),
        old_cells,
        new_cells,
        printed.join("\n"),
    ];
    fit(sheet, row, &DATA, &texts)?;
    for (col, text) in (0..).zip(&texts) {
        string(sheet, (row, col), text)?;
    }
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
    Ok(())
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
    match text.is_empty() {
        true => sheet.write_blank(row, col, &wrapped())?,
        false => sheet.write_string_with_format(row, col, beginning(text, LONGEST), &wrapped())?,
    };
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
    let side = |of: fn(&Run) -> &str| sentence.marked.iter().map(of).collect::<String>();
    let texts = [
        text::location(sentence, messages),
        figures.chain(reasons).collect::<Vec<_>>().join("\n"),
        side(Run::in_old),
        side(Run::in_new),
    ];
    fit(sheet, row, &SENTENCES, &texts)?;
    string(sheet, (row, 0), &texts[0])?;
    string(sheet, (row, 1), &texts[1])?;
    let removed = typed().set_font_color(Color::Red).set_font_strikethrough();
    let added = typed().set_font_color(Color::Green).set_bold();
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
    let plain = typed();
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
