//! Rows 28–39: formulas, dates, percentages, units and bounds.

use rust_xlsxwriter::{Format, Formula, Worksheet};
use vanban::xlsx::grid::NumberFormat;

use super::Outcome::{Noted, Refused, Warned};
use super::{Case, calculated, folder, insert_rows, put, sheet};
use crate::support::common::{New, source, text, write_with};

pub fn cases() -> Vec<Case> {
    [formulas(), dates(), percentages(), units(), bounds()].into_iter().flatten().collect()
}

fn number(number: &'static str) -> New {
    New::Number(number)
}

fn formula(ws: &mut Worksheet, row: u32, col: u16, formula: &str, result: &str) {
    ws.write_formula(row, col, Formula::new(formula).set_result(result)).expect("formula");
}

/// The workbook as Excel itself would have saved it.
fn saved(mut case: Case) -> Case {
    let bytes = calculated(&case.input.workbooks["so-lieu.xlsx"]);
    case.input = folder([("so-lieu.xlsx", bytes)]);
    case
}

fn formulas() -> Vec<Case> {
    let sums = |what, outcome, row, results: [&'static str; 2]| {
        Case::written(row, what, outcome, "Hộ nghèo", move |ws| {
            formula(ws, 10, 2, "=SUM(C2:C10)", results[0]);
            formula(ws, 10, 4, "=SUM(E2:E10)", results[1]);
        })
    };
    vec![
        sums("formulas that were never calculated", Refused, "29", ["0", "0"]),
        sums("a file that asks to be recalculated", Warned, "28b", ["2710", "776"])
            .figure("households/total/poor", "2.710"),
        saved(sums("a sum whose stored result is old", Refused, "28b", ["2701", "776"])),
        saved(Case::written("28b", "a value that changes each day", Warned, "Văn bản", |ws| {
            formula(ws, 11, 1, "=YEAR(TODAY())", "2024");
        })),
        saved(Case::written("28b", "a number typed over a formula", Warned, "Hộ nghèo", |ws| {
            for (row, result) in [(3, "175"), (5, "170")] {
                formula(ws, row, 2, "=1+1", result);
            }
        })),
        Case::cells("30", "a formula as text", Refused, &[("Hộ nghèo", "C11", text("=SUM(C2:C10)"))]),
        Case::cells("30", "a formula as text among words and figures", Refused, &[("Chỉ tiêu", "C12", text("=A1+B1"))]),
    ]
}

fn dates() -> Vec<Case> {
    let dated = |row, what, outcome, typed| Case::cells(row, what, outcome, &[("Viện dẫn", "D2", text(typed))]);
    vec![
        Case::cells("32", "a number that became a date", Refused, &[("Hộ nghèo", "D7", New::Date(2024, 9, 1))]),
        Case::cells(
            "32",
            "an outline number that became a date",
            Refused,
            &[("Kinh phí", "A4", New::Date(2024, 1, 2))],
        ),
        Case::cells("32", "a date among words and figures", Refused, &[("Chỉ tiêu", "C12", New::Date(2024, 5, 1))]),
        dated("33", "a date as text", Noted, "18/01/2022").figure("citations/phe-duyet/date", "18/01/2022"),
        dated("33", "a date in words", Noted, "ngày 18 tháng 01 năm 2022")
            .figure("citations/phe-duyet/date", "18/01/2022"),
        dated("33", "a date with a short year", Refused, "18/01/22"),
        dated("33", "a month beyond twelve", Refused, "01/18/2022"),
        dated("33", "words instead of a date", Refused, "đầu năm 2022"),
        Case::cells("33", "a number instead of a date", Refused, &[("Viện dẫn", "D2", number("44579"))]),
        Case::cells("34", "a date too long ago", Refused, &[("Viện dẫn", "D2", New::Date(1922, 1, 18))]),
        Case::cells("34", "a date too far ahead", Refused, &[("Viện dẫn", "D2", New::Date(2122, 1, 18))]),
    ]
}

fn percentages() -> Vec<Case> {
    let mixed = |what, stored: &'static str, signs: bool| {
        Case::sheets("35", what, Refused, move |book| {
            for row in 2..=11 {
                let cell = sheet(book, "Hộ nghèo").cells.get_mut(&(row - 1, 3)).expect("rate");
                let with_sign = (row == 5) != signs;
                cell.format = NumberFormat { decimals: Some(2), percent: with_sign, scaled: false };
                if with_sign && signs {
                    let vanban::xlsx::grid::CellValue::Number(value) = &mut cell.value else { continue };
                    *value /= rust_decimal::Decimal::ONE_HUNDRED;
                }
            }
            put(book, "Hộ nghèo", "D5", number(stored));
        })
    };
    vec![
        mixed("a bare number among percentages", "0.78", true),
        mixed("a percentage among bare numbers", "0.0078", false),
        Case::written("36", "a format that shows thousands", Warned, "Kinh phí", |ws| {
            let thousands = Format::new().set_num_format("#,##0,");
            ws.write_number_with_format(14, 2, 94_173, &thousands).expect("cell");
        })
        .figure("budget/total/total", "94.173"),
    ]
}

/// A line above the table, and the definition that wants the unit stated.
fn unit_line(what: &'static str, outcome: super::Outcome, line: &'static str) -> Case {
    let mut book = source();
    insert_rows(sheet(&mut book, "Kinh phí"), 1, 2);
    put(&mut book, "Kinh phí", "I1", text(line));
    let bytes = write_with(&book, |_, _| {});
    Case::file("38", what, outcome, "so-lieu.xlsx", bytes)
}

fn units() -> Vec<Case> {
    let k = "Kinh phí";
    let stated = |case: Case| {
        case.defined(
            "kind = \"money\", unit = \"triệu đồng\"",
            "kind = \"money\", unit-stated = true, unit = \"triệu đồng\"",
        )
    };
    let total = "heading = \"Tổng cộng\", kind = \"money\"";
    vec![
        Case::cells("37", "an amount in another unit", Refused, &[(k, "C2", text("32,7 tỷ đồng"))]),
        Case::cells("37", "a unit where there is none", Refused, &[("Văn bản", "B12", text("2024 năm"))]),
        Case::cells("37", "an amount in the column's unit, read by policy", Noted, &[(k, "C2", text("32.663 tr.đ"))])
            .defined(total, &format!("{total}, text-numbers = \"vi\""))
            .figure("budget/1/total", "32.663"),
        Case::cells("38", "a heading with another unit", Refused, &[(k, "C1", text("Tổng cộng (đồng)"))]),
        Case::cells("38", "a heading that lost its unit", Refused, &[("Hộ nghèo", "D1", text("Tỷ lệ hộ nghèo"))]),
        // With them stand the five usual warnings, two rows lower.
        unit_line("a line with another unit", Refused, "Đơn vị tính: nghìn đồng").findings(6),
        stated(unit_line("a line with the unit", super::Outcome::Warned, "ĐVT: Triệu đồng")).findings(5),
        stated(Case::cells("38", "no unit anywhere", Refused, &[])),
    ]
}

fn bounds() -> Vec<Case> {
    let poor = "heading = \"Số hộ nghèo\", kind = \"count\"";
    let h = "Hộ nghèo";
    vec![
        Case::cells("39", "a negative number", Refused, &[(h, "C5", number("-306"))]),
        Case::cells("39", "a number beyond the greatest", Refused, &[])
            .defined(poor, &format!("{poor}, max = \"600\"")),
        Case::cells("39", "a rate above 100", Refused, &[(h, "D5", number("178"))]).defined(
            "heading = \"Tỷ lệ hộ nghèo (%)\", kind = \"percent\"",
            "heading = \"Tỷ lệ hộ nghèo (%)\", max = \"100\", kind = \"percent\"",
        ),
        Case::cells("39", "decimals that the cell hides", Refused, &[(h, "C5", number("306.4"))]),
        Case::cells("39", "decimals in a whole number", Refused, &[("Kinh phí", "J6", number("1050.5"))]).shown(),
    ]
}

impl Case {
    /// The decimals are there to be seen.
    fn shown(mut self) -> Self {
        let mut book = source();
        put(&mut book, "Kinh phí", "J6", number("1050.5"));
        sheet(&mut book, "Kinh phí").cells.get_mut(&(5, 9)).expect("cell").format = NumberFormat::default();
        self.input = folder([("so-lieu.xlsx", crate::support::common::write(&book))]);
        self
    }
}
