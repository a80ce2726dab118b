//! Figures of another order than those that were issued: a table in another unit agrees with itself.

use std::fs;

use rust_decimal::Decimal;
use vanban::xlsx::grid::CellValue;

use super::{enter, phu_binh, ran};
use crate::product::second;
use crate::support::common::{New, edited, replaced, root, source};
use crate::support::desk::{Desk, stderr};

const INPUT: &str = "inputs/ke-hoach";

fn number(value: Decimal) -> New {
    New::Number(value.normalize().to_string().leak())
}

/// The poor households of the plan, each multiplied, with the target that repeats their total.
fn multiplied(times: Decimal) -> Vec<(&'static str, &'static str, New)> {
    let book = source();
    let of = |sheet: &'static str, at: &(u32, u32)| {
        let sheet = book.iter().find(|one| &*one.name == sheet).expect("sheet");
        match sheet.cells[at].value {
            CellValue::Number(value) => number(value * times),
            ref other => panic!("{other:?}"),
        }
    };
    let rows = (1..=10).map(|row: u32| {
        let a1: &'static str = format!("C{}", row + 1).leak();
        ("Hộ nghèo", a1, of("Hộ nghèo", &(row, 2)))
    });
    rows.chain([("Chỉ tiêu", "E2", of("Chỉ tiêu", &(1, 4)))]).collect()
}

#[test]
fn a_column_that_jumps_is_asked_about() {
    let desk = Desk::real();
    ran(&desk, &["issue", INPUT], 0);
    enter(&desk, &multiplied(Decimal::from(1_000)));
    for arguments in [&["check", INPUT][..], &["build", INPUT], &["issue", INPUT, "--replaces", "dinh-chinh"]] {
        let said = stderr(&ran(&desk, arguments, 1));
        assert_eq!((said.matches("lỗi[figure-jump]").count(), said.matches("[figure-jump]").count()), (1, 1), "{said}");
        assert!(said.contains("cột “Số hộ nghèo”") && said.contains("lớn gấp khoảng 1.000 lần"), "{said}");
        assert!(said.contains("85/KH-UBND") && said.contains("nay là"), "{said}");
    }
    // An office that means it says so.
    let path = desk.path("templates/ke-hoach-giam-ngheo/document.toml");
    let definition = fs::read_to_string(&path).expect("definition");
    let accepted = "\n[[accepted]]\ncheck = \"figure-jump\"\nreason = \"Đổi đơn vị.\"\n";
    fs::write(&path, definition + accepted).expect("definition");
    ran(&desk, &["check", INPUT], 0);
}

#[test]
fn figures_that_change_as_figures_do_are_none_of_it() {
    let desk = Desk::real();
    ran(&desk, &["issue", INPUT], 0);
    enter(&desk, &phu_binh("310", "2714"));
    assert!(!stderr(&ran(&desk, &["check", INPUT], 0)).contains("figure-jump"));
    for times in [2, 100] {
        enter(&desk, &multiplied(Decimal::from(times)));
        let said = stderr(&ran(&desk, &["check", INPUT], 0));
        assert!(!said.contains("figure-jump"), "{times}: {said}");
    }
    // One figure of many may be meant.
    enter(&desk, &phu_binh("310000", "312404"));
    let said = stderr(&ran(&desk, &["check", INPUT], 0));
    assert_eq!(said.matches("cảnh báo[figure-jump]").count(), 1, "{said}");
    assert!(said.contains("ô C5") && !said.contains("lỗi["), "{said}");
}

#[test]
fn a_table_of_another_document_jumps_either_way() {
    let small = second::input(1234.5).workbooks["a.xlsx"].clone();
    let values = [("1234.5", "1234500"), ("845.5", "845500"), ("120", "120000")];
    let large = values.iter().fold(small.clone(), |bytes, (old, new)| {
        replaced(&bytes, "xl/worksheets/sheet3.xml", &format!("<v>{old}</v>"), &format!("<v>{new}</v>"))
    });
    for (first, then, said) in [(&small, &large, "lớn gấp"), (&large, &small, "nhỏ đi")] {
        let desk = Desk::new(first);
        let folder = desk.path("templates/quyet-dinh-giao-du-toan");
        let fixture = root().join("tests/fixtures/quyet-dinh-giao-du-toan");
        fs::create_dir_all(folder.join("narrative")).expect("folder");
        for name in ["document.toml", "main.typ"] {
            fs::copy(fixture.join(name), folder.join(name)).expect("copy");
        }
        for file in fs::read_dir(fixture.join("narrative")).expect("narrative").flatten() {
            fs::copy(file.path(), folder.join("narrative").join(file.file_name())).expect("copy");
        }
        ran(&desk, &["issue", INPUT], 0);
        fs::write(desk.path("inputs/ke-hoach/so-lieu.xlsx"), then).expect("workbook");
        let told = stderr(&ran(&desk, &["check", INPUT], 1));
        assert_eq!(told.matches("[figure-jump]").count(), 1, "{told}");
        assert!(told.contains(said) && told.contains("triệu đồng"), "{told}");
    }
}

/// Last year's folder, as `new --from` leaves it beside this one, is looked at where nothing was issued yet.
#[test]
fn last_years_folder_shows_another_unit() {
    let desk = Desk::real();
    fs::rename(desk.path(INPUT), desk.path("inputs/ke-hoach-2023")).expect("rename");
    fs::create_dir(desk.path("inputs/ke-hoach-2024")).expect("folder");
    let enter = |cells: &[(&str, &str, New)]| {
        let bytes = &edited(cells).workbooks["so-lieu.xlsx"];
        fs::write(desk.path("inputs/ke-hoach-2024/so-lieu.xlsx"), bytes).expect("workbook");
    };
    enter(&phu_binh("310", "2714"));
    assert!(!stderr(&ran(&desk, &["check", "inputs/ke-hoach-2024"], 0)).contains("figure-jump"));
    enter(&multiplied(Decimal::from(1_000)));
    for (language, words) in
        [("vi", "So với số liệu năm trước (thư mục “ke-hoach-2023”)"), ("en", "last year (folder “ke-hoach-2023”)")]
    {
        let said = stderr(&ran(&desk, &["check", "inputs/ke-hoach-2024", "--lang", language], 1));
        assert_eq!(said.matches("[figure-jump]").count(), 1, "{said}");
        assert!(said.contains(words), "{said}");
    }
}
