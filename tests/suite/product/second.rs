//! A second document, of another type, that no Rust code knows about: a folder of templates is enough.

use std::collections::BTreeMap;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};
use vanban::finding::Severity;
use vanban::finding::outcome::Failure;
use vanban::input::folder::InputFolder;
use vanban::input::templates::Templates;
use vanban::xlsx::grid::CellValue;

use crate::product::plan::text_of;
use crate::support::common::{build_with, root, templates};

/// A table of words that stands before the other: its definition, and its part of the appendix.
pub const BEFORE: (&str, &str) = (
    "[[table]]\nkey = \"before\"\nsheet = \"Trước\"\nrow-key = \"code\"\ncolumn = [\n    \
     { key = \"code\", heading = \"Mã\", kind = \"code\" },\n    \
     { key = \"name\", heading = \"Tên\", kind = \"text\" },\n]\n\n",
    "[[appendix.part]]\ntable = \"before\"\nsheet = \"Bảng trước\"\ndata-sheet = \"Số liệu trước\"\n\
     summary = \"Trước\"\nheader = [{ text = \"Tên\", column = \"name\", align = \"left\" }]\n\n",
);

/// The real templates with the second document's folder among them.
pub fn with_second() -> Templates {
    let fixtures = vanban::input::templates::read_document_folders(&root().join("tests/fixtures")).expect("fixture");
    let mut all = templates().clone();
    all.documents.extend(fixtures);
    all
}

pub fn input(regular: f64) -> InputFolder {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_custom_property("vanban-schema", "quyet-dinh-giao-du-toan/1"));
    let sheet = book.add_worksheet();
    sheet.set_name("Thông tin").expect("name");
    let rows = [
        ("Tên mục", "Giá trị"),
        ("Mẫu", "quyet-dinh-giao-du-toan"),
        ("Cấp trên", "UBND tỉnh Thái Nguyên"),
        ("Đơn vị ban hành", "Sở Tài chính"),
        ("Tên đơn vị", "Sở Tài chính"),
        ("Chức danh ban hành", "GIÁM ĐỐC SỞ TÀI CHÍNH"),
        ("Số", "7"),
        ("Ký hiệu", "QĐ-STC"),
        ("Nơi ký", "Thái Nguyên"),
        ("Loại", "Quyết định"),
        ("Về việc", "Về việc giao dự toán chi ngân sách năm {Năm ngân sách}"),
        ("Chức vụ", "KT. Giám đốc\nPhó Giám đốc"),
        ("Người ký", "Trần Văn Bình"),
    ];
    for (row, (name, value)) in rows.iter().enumerate() {
        sheet.write_string(row as u32, 0, *name).expect("cell");
        sheet.write_string(row as u32, 1, *value).expect("cell");
    }
    sheet.write_string(13, 0, "Năm ngân sách").expect("cell");
    sheet.write_number(13, 1, 2025).expect("cell");
    sheet.write_string(14, 0, "Ngày ký").expect("cell");
    let date = ExcelDateTime::from_ymd(2025, 1, 5).expect("date");
    sheet.write_datetime_with_format(14, 1, &date, &Format::new().set_num_format("dd/mm/yyyy")).expect("cell");
    let sheet = book.add_worksheet();
    sheet.set_name("Gửi").expect("name");
    for (row, name) in ["Nơi gửi", "Như Điều 2", "Lưu: VT"].iter().enumerate() {
        sheet.write_string(row as u32, 0, *name).expect("cell");
    }
    let sheet = book.add_worksheet();
    // Another case and spacing than the definition's, and columns in another order.
    sheet.set_name("dự  toán").expect("name");
    for (col, name) in ["Tổng cộng", "Đơn vị", "Chi thường xuyên", "Chi không thường xuyên"].iter().enumerate()
    {
        sheet.write_string(0, col as u16, *name).expect("cell");
    }
    for (row, (unit, regular, other)) in
        [("Văn phòng Sở", regular, Some(120.0)), ("Thanh tra Sở", 845.5, None), ("Tổng số", 0.0, None)]
            .iter()
            .enumerate()
    {
        let row = row as u32 + 1;
        sheet.write_string(row, 1, *unit).expect("cell");
        if *regular > 0.0 {
            sheet.write_number(row, 2, *regular).expect("cell");
        }
        if let Some(other) = other {
            sheet.write_number(row, 3, *other).expect("cell");
        }
    }
    let bytes = book.save_to_buffer().expect("workbook");
    InputFolder { name: "du-toan".to_owned(), workbooks: BTreeMap::from([("a.xlsx".to_owned(), bytes)]) }
}

#[test]
fn a_folder_of_templates_makes_a_new_kind_of_document() {
    let built = build_with(&input(1234.5), &with_second()).unwrap_or_else(|f| panic!("{:#?}", f.findings()));
    assert!(built.product.files.contains_key("07-QĐ-STC.pdf"));
    let pages: Vec<String> = built.product.pages.document.pages().iter().map(|p| text_of(&p.frame)).collect();
    assert_eq!(pages.len(), 2);
    let text = |page: usize| pages[page].split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in [
        "UBND TỈNH THÁI NGUYÊN SỞ TÀI CHÍNH CỘNG HÒA",
        "Số: 07/QĐ-STC Thái Nguyên, ngày 05 tháng 01 năm 2025",
        "QUYẾT ĐỊNH Về việc giao dự toán chi ngân sách năm 2025 GIÁM ĐỐC SỞ TÀI CHÍNH Căn cứ",
        "cho Văn phòng Sở (1.354,5 triệu đồng), Thanh tra Sở (845,5 triệu đồng), tổng số tiền 2.200,0 triệu đồng",
        "- Như Điều 2; - Lưu: VT. KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Trần Văn Bình",
    ] {
        assert!(text(0).contains(expected), "{expected}\n{}", text(0));
    }
    for expected in ["Phụ lục DỰ TOÁN CHI NGÂN SÁCH NĂM 2025", "Tổng số 2.080,0 120,0 2.200,0"] {
        assert!(text(1).contains(expected), "{expected}\n{}", text(1));
    }
    let sheet = built.sheet("Phụ lục");
    assert!(sheet.values().any(|value| *value == CellValue::Number("2200".parse().expect("number"))));
    // Totals were left blank: each is computed and said; and one sheet is written otherwise than declared.
    let notes = built.warnings.iter().filter(|finding| finding.severity == Severity::Note);
    assert_eq!(notes.map(|note| note.each().count()).collect::<Vec<_>>(), [1, 5]);
}

#[test]
fn its_own_relations_are_checked() {
    let mut bad = input(1234.5);
    let mut sheets = vanban::xlsx::read::read("a.xlsx", &bad.workbooks["a.xlsx"]).expect("own").sheets;
    crate::support::common::set(&mut sheets[2], (1, 0), &crate::support::common::New::Number("1354.6"));
    bad.workbooks.insert("a.xlsx".to_owned(), crate::support::common::write(&sheets));
    let Err(Failure::Refused(found)) = vanban::input::verify::verify(&bad, &with_second()) else { panic!("accepted") };
    let errors: Vec<String> = found
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| format!("{} {}", finding.code.name(), finding.place))
        .collect();
    // The wrong sum, and the computed total that no longer fits its own row.
    assert_eq!(errors, ["sum-mismatch a.xlsx › dự toán › A2", "sum-mismatch a.xlsx › dự toán › A4"]);
}
