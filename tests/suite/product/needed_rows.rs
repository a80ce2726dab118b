//! Rows that the prose calls by their keys: one that the table lost is told at its sheet, with the words that need it.

use std::collections::BTreeMap;

use vanban::finding::Finding;
use vanban::finding::outcome::Failure;
use vanban::input::folder::InputFolder;
use vanban::xlsx::grid::CellValue;

use crate::product::second;
use crate::support::common::{build_with, set, source, templates, text, write};

fn refused(input: &InputFolder, templates: &vanban::input::templates::Templates) -> Vec<Finding> {
    match build_with(input, templates) {
        Err(Failure::Refused(found)) => found,
        Err(Failure::Failed(found)) => panic!("a fault of the templates: {found:#?}"),
        Ok(_) => panic!("made"),
    }
}

#[test]
fn a_row_that_was_deleted_is_told_at_its_sheet() {
    let mut book = source();
    let sheet = book.iter_mut().find(|sheet| &*sheet.name == "Viện dẫn").expect("sheet");
    let gone = sheet.cells.get(&(1, 0)).map(|cell| cell.value.clone());
    let Some(CellValue::Text(gone)) = gone else { panic!("no code") };
    let kept = sheet.cells.clone().into_iter().filter(|((row, _), _)| *row != 1);
    sheet.cells = kept.map(|((row, col), cell)| ((if row > 1 { row - 1 } else { row }, col), cell)).collect();
    let workbooks = BTreeMap::from([("so-lieu.xlsx".to_owned(), write(&book))]);
    let found = refused(&InputFolder { name: "thu".to_owned(), workbooks }, templates());
    let needed: Vec<&Finding> = found.iter().filter(|finding| finding.code.name() == "row-needed").collect();
    assert_eq!(needed.len(), 1, "{found:#?}");
    assert_eq!(needed[0].place.to_string(), "so-lieu.xlsx › Viện dẫn");
    assert_eq!(needed[0].arg("key"), gone);
    assert!(needed[0].arg("line").contains("narrative/"), "{}", needed[0].arg("line"));
    assert!(needed[0].arg("words").contains(&gone), "{}", needed[0].arg("words"));
}

#[test]
fn rows_that_are_numbered_otherwise_are_one_finding() {
    let mut templates = second::with_second();
    let document = templates.documents.get_mut("quyet-dinh-giao-du-toan").expect("second");
    document.definition =
        document.definition.replace("heading = \"Đơn vị\", kind = \"text\"", "heading = \"Đơn vị\", kind = \"code\"");
    let prose = document.narrative.get_mut("02-dieu.typ.j2").expect("prose");
    *prose = prose.replace("tổng số tiền", "{{ allocation[\"1\"].all }} và {{ allocation['2'].all }}, tổng số tiền");
    let mut input = second::input(1.0);
    let mut sheets = vanban::xlsx::read::read("a.xlsx", &input.workbooks["a.xlsx"]).expect("own").sheets;
    set(&mut sheets[2], (1, 1), &text("I"));
    set(&mut sheets[2], (2, 1), &text("II"));
    input.workbooks.insert("a.xlsx".to_owned(), write(&sheets));
    let found = refused(&input, &templates);
    let needed: Vec<String> = found.iter().map(|one| format!("{} {}", one.code.name(), one.place)).collect();
    assert_eq!(needed, ["row-needed a.xlsx › dự toán › B2"]);
}
