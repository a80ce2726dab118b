//! The plan of the next year, made through `vanban new --from`: only what no other figure gives was typed, no total and
//! no figure a second time, and the whole document follows from it.

use rust_decimal::Decimal;
use vanban::finding::Severity;
use vanban::input::folder::{self, InputFolder};
use vanban::xlsx::grid::{CellValue, Sheet};

use crate::product::plan::text_of;
use crate::support::common::{build_with, key, root, templates};

fn input() -> InputFolder {
    folder::read_inputs(&root().join("tests/fixtures/ke-hoach-2025")).expect("input")
}

fn sheet(name: &str) -> Sheet {
    let input = input();
    let book = vanban::xlsx::read::read("so-lieu.xlsx", &input.workbooks["so-lieu.xlsx"]).expect("workbook");
    book.sheets.into_iter().find(|sheet| &*sheet.name == name).expect("sheet")
}

/// The sum of what was typed in a column.
fn typed(name: &str, col: u32) -> Decimal {
    let sheet = sheet(name);
    let cells = sheet.cells.iter().filter(|((row, at), _)| *row > 0 && *at == col);
    cells.filter_map(|(_, cell)| if let CellValue::Number(value) = cell.value { Some(value) } else { None }).sum()
}

#[test]
fn next_years_plan_follows_from_what_is_typed_once() {
    let built = build_with(&input(), templates()).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    assert_eq!((built.count(Severity::Error), built.count(Severity::Warning)), (0, 0), "{:#?}", built.warnings);
    let of = |name: &str| {
        let entry = built.verified.checked.dataset.entry(&key(name)).unwrap_or_else(|| panic!("no {name}"));
        (entry.quantity().map(|quantity| quantity.value).unwrap_or_default(), entry.computed)
    };
    // Households: the total is the sum of the districts, and the indicators take it.
    let poor = typed("Hộ nghèo", 2);
    for name in ["households/total/poor", "indicators/ho-ngheo/plan"] {
        assert_eq!(of(name), (poor, true), "{name}");
    }
    // Money: what the centre gives is typed for the lowest rows, and the province adds 15 per cent to each.
    let centre = typed("Kinh phí", 3) + typed("Kinh phí", 4);
    let local = typed("Kinh phí", 7) + typed("Kinh phí", 9) + typed("Kinh phí", 10);
    let invested = typed("Kinh phí", 3) * Decimal::new(15, 2);
    let total = centre + local + invested.round();
    assert_eq!(of("budget/total/total"), (total, true));
    // And what the prose says is what the appendices say.
    let pages = built.product.pages.document.pages();
    let words: Vec<String> =
        pages.iter().map(|page| text_of(&page.frame).split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(pages.len(), 20);
    assert!(words[0].contains("năm 2025 trên địa bàn tỉnh Thái Nguyên"), "{}", words[0]);
    assert!(words[1].contains("trong đó hộ nghèo là 2.164 hộ và 693 hộ cận nghèo"), "{}", words[1]);
    assert!(words[19].contains("TỔNG CỘNG 99 900"), "{}", words[19]);
}
