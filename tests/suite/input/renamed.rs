//! Sheets, headings and names of particulars that somebody altered: they are recognised, and to be renamed back.

use vanban::finding::messages::{Language, Messages};
use vanban::finding::{Finding, Severity};

use crate::support::common::{New, input, position, set, source, templates, text, write};

/// What is found besides the warnings of the real input, after sheets and cells were renamed.
fn errors(sheets: &[(&str, &str)], cells: &[(&str, &str, New)]) -> Vec<Finding> {
    let mut book = source();
    for (name, cell, new) in cells {
        let sheet = book.iter_mut().find(|sheet| &*sheet.name == *name).expect("sheet");
        set(sheet, position(cell), new);
    }
    for (old, new) in sheets {
        book.iter_mut().find(|sheet| &*sheet.name == *old).expect("sheet").name = (*new).into();
    }
    let mut input = input();
    input.workbooks.insert("so-lieu.xlsx".to_owned(), write(&book));
    let found = match vanban::input::verify::verify(&input, templates()) {
        Ok(warned) => warned.warnings,
        Err(failure) => failure.findings().to_vec(),
    };
    found.into_iter().filter(|finding| finding.severity == Severity::Error).collect()
}

/// Each is one finding, whose remedy names both.
#[test]
fn a_renamed_sheet_is_to_be_renamed_back() {
    let renamed = [
        ("Hộ nghèo", "Hộ nghèo 2024"),
        ("Hộ nghèo", "Ho ngheo"),
        ("Kinh phí", "KP"),
        ("Kinh phí", "Biểu 02 - Kinh phí"),
        ("Chỉ tiêu", "Chi tieu nam 2024"),
        ("Viện dẫn", "Viện dẩn"),
        ("Nơi nhận", "Noi nhan (2)"),
        ("Văn bản", "Văn bản 2024"),
    ];
    for (old, new) in renamed {
        let found = errors(&[(old, new)], &[]);
        for (language, start) in [(Language::Vietnamese, "Đổi tên trang"), (Language::English, "Rename the sheet")]
        {
            let said: Vec<String> = found.iter().map(|finding| Messages::new(language, false).long(finding)).collect();
            let [said] = &said[..] else { panic!("{new}: {said:#?}") };
            assert!(said.contains(start) && said.contains(&format!("“{old}”")), "{said}");
            assert!(said.contains(&format!("so-lieu.xlsx › {new}\n")), "{said}");
        }
    }
}

/// What is wrong inside of it is said in the same run.
#[test]
fn a_renamed_sheet_is_read() {
    let found = errors(&[("Hộ nghèo", "Hộ nghèo 2024")], &[("Hộ nghèo", "C3", text("4.7"))]);
    let codes: Vec<&str> = found.iter().map(|finding| finding.code.name()).collect();
    assert_eq!(codes, ["sheet-missing", "cell-ambiguous"]);
}

/// A name that tells nothing leaves the headings to tell it.
#[test]
fn a_sheet_is_recognised_by_its_headings() {
    for (old, new) in
        [("Hộ nghèo", "Sheet1"), ("Kinh phí", "Trang tính 1"), ("Viện dẫn", "Sheet3"), ("Nơi nhận", "abc")]
    {
        let found = errors(&[(old, new)], &[]);
        let said: Vec<String> =
            found.iter().map(|finding| Messages::new(Language::Vietnamese, false).long(finding)).collect();
        let [said] = &said[..] else { panic!("{new}: {said:#?}") };
        let expected = format!("Trang “{new}” có các tiêu đề của trang “{old}”");
        assert!(
            said.contains(&expected) && said.contains(&format!("Đổi tên trang “{new}” lại thành “{old}”")),
            "{said}"
        );
    }
    let found = errors(&[("Hộ nghèo", "Sheet1"), ("Kinh phí", "Sheet2")], &[("Hộ nghèo", "C3", text("4.7"))]);
    let said: Vec<(&str, String)> =
        found.iter().map(|finding| (finding.code.name(), finding.place.to_string())).collect();
    let at = |place: &str| format!("so-lieu.xlsx › {place}");
    let expected =
        [("sheet-missing", at("Sheet1")), ("cell-ambiguous", at("Sheet1 › C3")), ("sheet-missing", at("Sheet2"))];
    assert_eq!(said, expected);
}

#[test]
fn a_sheet_that_is_not_clearly_another_is_asked_for() {
    // Most of the headings are others too.
    let headings = ["A1", "B1", "C1", "D1"].map(|cell| ("Hộ nghèo", cell, text(&format!("Nội dung {cell}"))));
    let found = errors(&[("Hộ nghèo", "Trang tính 1")], &headings);
    assert!(Messages::new(Language::Vietnamese, false).long(&found[0]).contains("Thêm trang “Hộ nghèo”"), "{found:#?}");
}

/// What is wrong below a heading that was altered is said in the same run.
#[test]
fn a_renamed_column_is_read() {
    let both = [("Hộ nghèo", "C1", text("Số hộ nghèo giảm")), ("Hộ nghèo", "C3", text("4.7"))];
    let codes = |found: &[Finding]| found.iter().map(|finding| finding.code.name()).collect::<Vec<_>>();
    assert_eq!(codes(&errors(&[], &both)), ["column-missing", "cell-ambiguous"]);
    // The sums are judged as well.
    let sum = [("Hộ nghèo", "C1", text("So ho ngheo")), ("Hộ nghèo", "C3", New::Number("48"))];
    assert_eq!(codes(&errors(&[], &sum)), ["column-missing", "sum-mismatch"]);
    let unit = [("Kinh phí", "K1", text("NS huyện (đồng)"))];
    assert!(codes(&errors(&[], &unit)).contains(&"heading-unit"));
}

#[test]
fn a_renamed_heading_is_to_be_corrected() {
    let renamed = [
        ("Hộ nghèo", "C1", "Số hộ nghèo giảm", "Số hộ nghèo"),
        ("Hộ nghèo", "E1", "So ho can ngheo", "Số hộ cận nghèo"),
        ("Hộ nghèo", "D1", "TL hộ nghèo", "Tỷ lệ hộ nghèo (%)"),
        ("Kinh phí", "K1", "Ngân sách huyện 2024", "NS huyện"),
        ("Văn bản", "A1", "Mục số", "Mục"),
        ("Văn bản", "A12", "Nam ke hoach", "Năm kế hoạch"),
        ("Văn bản", "A4", "CQ ban hành", "Cơ quan ban hành"),
        ("Văn bản", "A2", "Mẫu VB", "Mẫu văn bản"),
    ];
    for (sheet, cell, new, old) in renamed {
        let found = errors(&[], &[(sheet, cell, text(new))]);
        let said: Vec<String> =
            found.iter().map(|finding| Messages::new(Language::Vietnamese, false).long(finding)).collect();
        let [said] = &said[..] else { panic!("{new}: {said:#?}") };
        assert!(said.contains(&format!("ở ô {cell} lại thành “{old}”")), "{said}");
        assert!(said.contains(&format!("{sheet} › {cell}\n")) && !said.contains("Thêm cột"), "{said}");
    }
}
