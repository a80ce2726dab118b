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

#[test]
fn a_sheet_that_is_not_clearly_another_is_asked_for() {
    let found = errors(&[("Hộ nghèo", "Trang tính 1")], &[]);
    assert!(Messages::new(Language::Vietnamese, false).long(&found[0]).contains("Thêm trang “Hộ nghèo”"), "{found:#?}");
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
