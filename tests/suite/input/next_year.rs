//! Next year with other columns: a workbook knows its columns by their keys, so that what was renamed comes along, what
//! is new stays blank and is marked, and what is gone is named.

use std::collections::BTreeMap;

use vanban::finding::Finding;
use vanban::finding::outcome::Warned;
use vanban::input::folder::InputFolder;
use vanban::input::starter::begin::{self, Request, Started};
use vanban::input::templates::Templates;
use vanban::xlsx::grid::{Cell, CellValue, NumberFormat, Sheet};

use crate::input::starter::filled;
use crate::support::common::{redefined, source, templates, write};
use crate::support::typist::{Typist, parts};

/// What last year's input gives under these templates, and what is said.
fn begun(last: &InputFolder, templates: &Templates) -> (Started, Vec<Finding>) {
    let request = Request { folder: "inputs/moi", document: None, year: None, previous: Some(last) };
    let Warned { output, warnings } =
        begin::begin(&request, templates).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    (output, warnings)
}

fn folder(bytes: Vec<u8>) -> InputFolder {
    InputFolder { name: "ke-hoach-2024".to_owned(), workbooks: BTreeMap::from([("so-lieu.xlsx".to_owned(), bytes)]) }
}

/// The input of 2024 in a workbook that the program made, which has the keys of its columns.
fn last() -> InputFolder {
    let request = Request { folder: "inputs/cu", document: None, year: None, previous: None };
    let blank = begin::begin(&request, templates()).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    folder(filled(&blank.output.bytes, &source()))
}

fn sheet(bytes: &[u8], name: &str) -> Sheet {
    let book = vanban::xlsx::read::read("so-lieu.xlsx", bytes).expect("own workbook");
    book.sheets.into_iter().find(|sheet| &*sheet.name == name).expect("sheet")
}

/// The words of one column, the heading first.
fn column(sheet: &Sheet, heading: &str) -> Vec<String> {
    let shown = |value: &CellValue| match value {
        CellValue::Text(text) => text.clone(),
        other => format!("{other:?}"),
    };
    let head = sheet.row(0).find(|(_, cell)| shown(&cell.value) == heading);
    let (col, _) = head.unwrap_or_else(|| panic!("no column {heading}"));
    (0..=sheet.last_row()).filter_map(|row| Some(shown(&sheet.cells.get(&(row, col))?.value))).collect()
}

/// What was said of columns: code, and heading.
fn said(found: &[Finding]) -> Vec<String> {
    let of_columns =
        found.iter().flat_map(Finding::each).filter(|finding| finding.code.name().starts_with("from-column"));
    of_columns.map(|finding| format!("{} {}", finding.code.name(), finding.arg("heading"))).collect()
}

#[test]
fn renamed_columns_come_along_by_their_keys() {
    let renamed = redefined(|text| {
        text.replace("heading = \"Số, ký hiệu\"", "heading = \"Ký hiệu đầy đủ\"")
            .replace("sheet = \"Viện dẫn\"", "sheet = \"Căn cứ\"")
            .replace("heading = \"Địa danh\"", "heading = \"Nơi ban hành\"")
    });
    let (started, found) = begun(&last(), &renamed);
    assert_eq!(said(&found), ["from-column-renamed Ký hiệu đầy đủ", "from-column-renamed Nơi ban hành"]);
    let numbers = column(&sheet(&started.bytes, "Căn cứ"), "Ký hiệu đầy đủ");
    let before = column(&sheet(&last().workbooks["so-lieu.xlsx"], "Viện dẫn"), "Số, ký hiệu");
    let numbers: Vec<&str> = numbers.iter().map(|text| text.trim_start_matches("(xem lại) ")).collect();
    assert_eq!(numbers[1..], before[1..]);
    assert!(started.start.facts.contains_key("place"));
}

#[test]
fn new_columns_are_blank_and_marked_and_gone_ones_are_named() {
    let changed = redefined(|text| {
        text.replace(
            "    { key = \"subject\", heading = \"Trích yếu (khi lời văn cần nguyên văn)\", kind = \"text\", required = false },",
            "    { key = \"office\", heading = \"Cơ quan ban hành\", kind = \"text\", required = false },",
        )
    });
    let (started, found) = begun(&last(), &changed);
    assert_eq!(
        said(&found),
        ["from-column-new Cơ quan ban hành", "from-column-gone Trích yếu (khi lời văn cần nguyên văn)"]
    );
    assert_eq!(column(&sheet(&started.bytes, "Viện dẫn"), "Cơ quan ban hành").len(), 1);
    let notes = parts(&started.bytes).into_iter().filter(|(name, _)| name.starts_with("xl/comments"));
    let marked = notes.filter(|(_, text)| text.contains("Cột mới: tệp năm trước chưa có."));
    assert_eq!(marked.count(), 1);
}

#[test]
fn renamed_by_hand_it_is_the_same_column() {
    // Somebody renamed the sheet's heading and moved nothing else: the key tells, where likeness would not.
    let bytes = last().workbooks["so-lieu.xlsx"].clone();
    let mut typist = Typist::new(&bytes);
    typist.enter("Viện dẫn", "C1", &Cell::new(CellValue::Text("Mã văn bản gốc".to_owned()), NumberFormat::default()));
    let (started, found) = begun(&folder(typist.save()), templates());
    assert_eq!(said(&found), ["from-column-renamed Số, ký hiệu"]);
    assert!(column(&sheet(&started.bytes, "Viện dẫn"), "Số, ký hiệu").len() > 5);
}

#[test]
fn workbooks_without_keys_are_matched_by_heading() {
    let plain = folder(write(&source()));
    let (_, found) = begun(&plain, templates());
    assert!(said(&found).is_empty(), "{found:#?}");
}
