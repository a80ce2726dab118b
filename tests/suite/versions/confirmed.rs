//! What last year's input hands down to be confirmed: marked in the new workbook, told until somebody has looked, printed
//! without the mark, and not issued.

use std::collections::BTreeMap;

use vanban::finding::messages::{Language, Messages};
use vanban::finding::{Finding, Severity};
use vanban::input::folder::InputFolder;
use vanban::input::starter::begin::{self, Request};
use vanban::input::templates::Templates;
use vanban::xlsx::read;

use super::{enter, ran};
use crate::product::second;
use crate::support::common::{New, build, edited, input, plan, position, set, templates, text, write};
use crate::support::desk::{Desk, stderr};

/// The workbook that follows an input.
fn next(last: &InputFolder, templates: &Templates) -> InputFolder {
    let request = Request { folder: "inputs/moi", document: None, year: None, previous: Some(last) };
    let started = begin::begin(&request, templates).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let bytes = started.output.bytes;
    InputFolder { name: "moi".to_owned(), workbooks: BTreeMap::from([("so-lieu.xlsx".to_owned(), bytes)]) }
}

/// The marked cells of a sheet, as `C7 (xem lại) 3368/QĐ-UBND`.
fn marked(input: &InputFolder, sheet: &str) -> Vec<String> {
    let book = read::read("so-lieu.xlsx", &input.workbooks["so-lieu.xlsx"]).expect("workbook");
    let sheet = book.sheets.iter().find(|one| &*one.name == sheet).expect("sheet");
    let shown = sheet.cells.iter().map(|(at, cell)| (sheet.at(at.0, at.1).a1(), cell.value.shown(cell.format)));
    shown.filter(|(_, text)| text.contains("xem lại")).map(|(at, text)| format!("{at} {text}")).collect()
}

/// What `check` says of citations.
fn told(input: &InputFolder, templates: &Templates) -> Vec<Finding> {
    let found = match vanban::input::verify::verify(input, templates) {
        Ok(verified) => verified.warnings,
        Err(failure) => failure.findings().to_vec(),
    };
    found.into_iter().filter(|finding| finding.code.name() == "citation-unconfirmed").collect()
}

#[test]
fn what_is_issued_every_year_comes_to_be_confirmed() {
    let next = next(&input(), templates());
    let wanted = [
        "C7 (xem lại) 3368/QĐ-UBND",
        "D7 (xem lại) 2023-12-28",
        "C8 (xem lại) 501/QĐ-UBND",
        "D8 (xem lại) 2024-03-14",
        "C10 (xem lại) 380/TTr-SLĐTBXH",
        "D10 (xem lại) 2024-04-25",
        "C11 (xem lại) 3366/QĐ-UBND",
        "D11 (xem lại) 2023-12-18",
    ];
    assert_eq!(marked(&next, "Viện dẫn"), wanted);
    let told = told(&next, templates());
    assert_eq!(told.len(), 4, "{told:#?}");
    assert!(told.iter().all(|finding| finding.severity == Severity::Warning && finding.related.len() == 1));
    let said = Messages::new(Language::Vietnamese, false).long(&told[0]);
    assert!(said.contains("Số 3368/QĐ-UBND ngày 28/12/2023 của UBND tỉnh Thái Nguyên về việc giao kế hoạch"), "{said}");
    assert!(said.contains("chỉ xóa chữ “(xem lại)” trong C7, D7"), "{said}");
    assert!(said.contains("năm 2025"), "{said}");
}

#[test]
fn a_definition_says_what_else_is_issued_every_year() {
    let mut all = second::with_second();
    let folder = all.documents.get_mut("quyet-dinh-giao-du-toan").expect("document");
    let fields = r#"{ key = "signer", heading = "Người ký", kind = "text" },
    { key = "basis", heading = "Căn cứ giao", kind = "lines", required = false },
    { key = "law", heading = "Căn cứ luật", kind = "lines", required = false },
    { key = "old", heading = "Căn cứ đề án", kind = "lines", required = false },
    { key = "rules", heading = "Quy chế", kind = "text", required = false, yearly = true },
    { key = "order", heading = "Số lệnh chi", kind = "code", required = false },
    { key = "order_date", heading = "Ngày lệnh chi", kind = "date", required = false },"#;
    let signer = r#"{ key = "signer", heading = "Người ký", kind = "text" },"#;
    folder.definition = folder.definition.replacen(signer, fields, 1);
    let basis = "Căn cứ {{ doc.basis }}; {{ doc.law }}.\n".to_owned();
    folder.narrative.insert("01-can-cu.typ.j2".to_owned(), basis);
    let book = read::read("a.xlsx", &second::input(1234.5).workbooks["a.xlsx"]).expect("workbook");
    let mut sheets = book.sheets;
    for (row, (name, value)) in [
        ("Căn cứ giao", text("Quyết định số 15/QĐ-UBND ngày 05 tháng 12 năm 2024 của UBND tỉnh")),
        ("Căn cứ luật", text("Nghị định số 31/2024/NĐ-CP ngày 10/12/2024 của Chính phủ")),
        ("Căn cứ đề án", text("Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ")),
        ("Quy chế", text("Quy chế chi tiêu nội bộ")),
        ("Số lệnh chi", text("16/LCT-STC")),
        ("Ngày lệnh chi", New::Date(2024, 12, 20)),
    ]
    .into_iter()
    .enumerate()
    {
        set(&mut sheets[0], position(&format!("A{}", row + 16)), &text(name));
        set(&mut sheets[0], position(&format!("B{}", row + 16)), &value);
    }
    let last =
        InputFolder { name: "du-toan".to_owned(), workbooks: BTreeMap::from([("a.xlsx".to_owned(), write(&sheets))]) };
    let next = next(&last, &all);
    let marked = marked(&next, "Thông tin");
    let texts: Vec<&str> = marked.iter().filter_map(|text| Some(text.split_once(' ')?.1)).collect();
    let wanted = [
        "(xem lại) Quyết định số 15/QĐ-UBND ngày 05 tháng 12 năm 2024 của UBND tỉnh",
        "(xem lại) Quy chế chi tiêu nội bộ",
        "(xem lại) 16/LCT-STC",
    ];
    assert_eq!(texts, wanted);
    let told = told(&next, &all);
    assert_eq!(told.len(), 3, "{told:#?}");
    let said = Messages::new(Language::English, false).long(&told[0]);
    assert!(said.contains("in “Căn cứ Quyết định số 15/QĐ-UBND ngày 05 tháng 12 năm 2024 của UBND tỉnh”"), "{said}");
}

#[test]
fn rows_that_the_definition_names_are_marked_whatever_their_date() {
    let all = crate::support::common::redefined(|definition| {
        definition.replacen("sheet = \"Viện dẫn\"\n", "sheet = \"Viện dẫn\"\nyearly = [\"ke-hoach-giai-doan\"]\n", 1)
    });
    let marked = marked(&next(&input(), &all), "Viện dẫn");
    assert!(marked.contains(&"C9 (xem lại) 101/KH-UBND".to_owned()), "{marked:?}");
    assert_eq!(marked.len(), 10);
}

#[test]
fn the_draft_prints_without_the_mark() {
    let input =
        edited(&[("Viện dẫn", "C7", text("(xem lại) 3368/QĐ-UBND")), ("Viện dẫn", "D7", text("(xem lại) 2023-12-28"))]);
    let built = build(&input).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    assert!(built.sentences() == plan().sentences());
    assert_eq!(built.count(Severity::Warning), plan().count(Severity::Warning) + 1);
    assert_eq!(built.count(Severity::Note), plan().count(Severity::Note));
}

#[test]
fn nothing_is_issued_before_it_is_confirmed() {
    let desk = Desk::real();
    enter(&desk, &[("Viện dẫn", "C8", text("(Xem lại) 501/QĐ-UBND"))]);
    ran(&desk, &["build", "inputs/ke-hoach"], 0);
    let refused = stderr(&ran(&desk, &["issue", "inputs/ke-hoach"], 1));
    assert!(refused.contains("lỗi[citation-unconfirmed]") && refused.contains("C8"), "{refused}");
    assert!(!desk.path("inputs/ke-hoach/da-ban-hanh").exists());
    enter(&desk, &[]);
    ran(&desk, &["issue", "inputs/ke-hoach"], 0);
}
