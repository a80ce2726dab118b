//! The same fault in a column is said once, with its range; nothing of it is lost.

use vanban::finding::messages::{Language, Messages};
use vanban::finding::{Finding, Severity};
use vanban::input::folder::InputFolder;
use vanban::input::templates::Templates;

use crate::product::second;
use crate::support::common::{New, edited, input, position, set, source, templates, text, write};

fn found(input: &InputFolder, templates: &Templates) -> Vec<Finding> {
    match vanban::input::verify::verify(input, templates) {
        Ok(warned) => warned.warnings,
        Err(failure) => failure.findings().to_vec(),
    }
}

/// Code, places and number of cells of each error.
fn errors(input: &InputFolder, templates: &Templates) -> Vec<(&'static str, String, usize)> {
    let errors = found(input, templates).into_iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| (finding.code.name(), finding.places(), finding.each().count())).collect()
}

/// The plan with one thing in many cells of a sheet.
fn with(sheet: &str, cells: &[&str], new: &New) -> InputFolder {
    let edits: Vec<(&str, &str, New)> = cells.iter().map(|cell| (sheet, *cell, new.clone())).collect();
    edited(&edits)
}

fn place(sheet: &str, ranges: &str) -> String {
    format!("so-lieu.xlsx › {sheet} › {ranges}")
}

#[test]
fn one_fault_of_a_column_is_one_finding_with_its_range() {
    let cases: [(&str, New, &str); 7] = [
        ("cell-not-number", text("chưa có"), "Hộ nghèo"),
        ("cell-letter-for-digit", text("55O"), "Hộ nghèo"),
        ("cell-number-as-text", text("55"), "Hộ nghèo"),
        ("cell-unit", text("55 người"), "Hộ nghèo"),
        ("cell-beyond", New::Number("-4"), "Hộ nghèo"),
        ("cell-hidden-decimals", New::Number("4.5"), "Hộ nghèo"),
        ("cell-fault", text("#REF!"), "Hộ nghèo"),
    ];
    for (code, new, sheet) in cases {
        let column = with(sheet, &["C2", "C3", "C4", "C5", "C9"], &new);
        assert_eq!(errors(&column, templates()), [(code, place(sheet, "C2:C5, C9"), 5)]);
        let block = with(sheet, &["C2", "C3", "C4", "E2", "E3", "E4", "D3"], &new);
        let block = errors(&block, templates());
        assert!(block.contains(&(code, place(sheet, "C2:C4, E2:E4"), 6)), "{block:?}");
        assert!(block.len() <= 2, "{block:?}");
    }
    let block = with("Kinh phí", &["D2", "E2", "F2", "D3", "E3", "F3", "D4", "E4", "F4"], &text("chưa có"));
    assert_eq!(errors(&block, templates()), [("cell-not-number", place("Kinh phí", "D2:F4"), 9)]);
}

/// What differs in more than what stands in the cell has its own remedy.
#[test]
fn different_faults_of_a_column_stay_apart() {
    let edits = [("Hộ nghèo", "C2", text("55 người")), ("Hộ nghèo", "C3", text("55 xã"))];
    let words = [("Hộ nghèo", "C4", text("chưa có")), ("Hộ nghèo", "C5", text("3/4"))];
    let names = [("Hộ nghèo", "B6", text("Huyện Võ Nhay")), ("Hộ nghèo", "B7", text("Huyện Phú Lươn"))];
    let found = errors(&edited(&[&edits[..], &words, &names].concat()), templates());
    assert_eq!(found.iter().filter(|(_, _, cells)| *cells == 1).count(), 6, "{found:#?}");
    // Each has figures of its own that explain it.
    let sums = with("Kinh phí", &["J3", "J6", "J9"], &New::Number("9"));
    assert!(errors(&sums, templates()).iter().all(|(_, _, cells)| *cells == 1));
}

#[test]
fn the_second_definition_folds_likewise() {
    let bytes = &second::input(1234.5).workbooks["a.xlsx"];
    let mut book = vanban::xlsx::read::read("a.xlsx", bytes).expect("own").sheets;
    for cell in ["C3", "C4", "D3", "D4"] {
        set(&mut book[2], position(cell), &text("chưa có"));
    }
    let mut folder = input();
    folder.workbooks = [("so-lieu.xlsx".to_owned(), write(&book))].into();
    let found = errors(&folder, &second::with_second());
    assert!(matches!(&found[..], [("cell-not-number", at, 4)] if at.ends_with("C3:D4")), "{found:?}");
}

/// Relations over the cells that are folded are not judged, wherever in the range they stand.
#[test]
fn all_cells_of_a_range_are_in_doubt() {
    let column = with("Kinh phí", &["I2", "I4", "I5", "I7", "I8", "I10", "I11", "I13", "I14"], &text("chưa có"));
    let found = errors(&column, templates());
    assert!(matches!(&found[..], [("cell-not-number", _, 9)]), "{found:?}");
}

/// Many cells of one column are one fault: what stands below them is read all the same.
#[test]
fn a_fault_below_many_others_is_not_lost() {
    let mut book = source();
    let sheet = book.iter_mut().find(|sheet| &*sheet.name == "Số liệu khác").expect("sheet");
    let first = sheet.last_row() + 1;
    for row in first..first + 700 {
        set(sheet, (row, 0), &text(&format!("ma-{row}")));
        set(sheet, (row, 1), &text("Tên"));
        set(sheet, (row, 2), &text("#N/A"));
    }
    set(sheet, (first + 700, 0), &text("ma-2"));
    let same = sheet.cells[&(1, 0)].clone();
    sheet.cells.insert((first + 700, 0), same);
    set(sheet, (first + 700, 2), &New::Number("4"));
    let mut folder = input();
    folder.workbooks.insert("so-lieu.xlsx".to_owned(), write(&book));
    let found = errors(&folder, templates());
    let codes: Vec<&str> = found.iter().map(|(code, ..)| *code).collect();
    assert!(codes.contains(&"row-twice") && !codes.contains(&"findings-too-many"), "{codes:?}");
    assert!(found.iter().any(|(code, _, cells)| *code == "cell-fault" && *cells == 700), "{codes:?}");
}

/// What was merely understood is told once, with the first few places.
#[test]
fn notes_of_a_kind_are_one() {
    let blank: Vec<String> = ["C", "I"].iter().flat_map(|col| (2..15).map(move |row| format!("{col}{row}"))).collect();
    let blank: Vec<&str> = blank.iter().map(String::as_str).collect();
    let found = found(&with("Kinh phí", &blank, &New::Blank), templates());
    let notes: Vec<&Finding> = found.iter().filter(|finding| finding.severity == Severity::Note).collect();
    let [note] = notes[..] else { panic!("{notes:#?}") };
    assert_eq!((note.code.name(), note.each().count()), ("cell-computed", 25));
    let said = Messages::new(Language::Vietnamese, false).long(note);
    assert!(said.contains("Có 25 ghi chú như vậy, đầu tiên là so-lieu.xlsx › Kinh phí › C2."), "{said}");
    assert!(
        said.contains("--> so-lieu.xlsx › Kinh phí › C2:C14, I2:I9, I11:I14\n") && said.lines().count() < 8,
        "{said}"
    );
}
