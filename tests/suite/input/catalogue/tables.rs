//! Rows 9–15 and 40–49: headings, rows, totals, names.

use rust_xlsxwriter::{Format, FormatAlign};

use super::Outcome::{Noted, Refused, Silent, Warned};
use super::{Case, insert_rows, put, sheet};
use crate::support::common::{New, position, source, text, write, write_with};

fn number(number: &'static str) -> New {
    New::Number(number)
}

pub fn cases() -> Vec<Case> {
    [headings(), merges(), rows(), totals(), after(), hidden(), names()].into_iter().flatten().collect()
}

fn headings() -> Vec<Case> {
    let h = "Hộ nghèo";
    vec![
        Case::cells("9", "a heading misspelt", Refused, &[(h, "E1", text("Số hộ cận nghéo"))]),
        Case::sheets("9", "a column missing", Refused, |book| {
            sheet(book, "Viện dẫn").cells.retain(|(_, col), _| *col != 3);
        }),
        Case::sheets("9", "no header row", Refused, |book| {
            sheet(book, "Số liệu khác").cells.retain(|(row, _), _| *row > 0)
        }),
        Case::sheets("10", "columns in another order", Silent, |book| {
            let sheet = sheet(book, "Hộ nghèo");
            let cells = std::mem::take(&mut sheet.cells);
            sheet.cells = cells.into_iter().map(|((row, col), cell)| ((row, (col + 4) % 6), cell)).collect();
        })
        .figure("households/Huyện Phú Bình/poor", "306")
        .figure("households/Huyện Phú Bình/near_poor_rate", "0,26%"),
        Case::cells(
            "11",
            "columns that nobody asked for",
            Warned,
            &[(h, "G1", text("Ghi chú")), (h, "G4", text("mới chia tách")), (h, "I5", number("12"))],
        ),
        Case::cells("12", "a column twice", Refused, &[(h, "G1", text("Số hộ nghèo")), (h, "G2", number("65"))]),
        Case::cells("12", "a column twice, once with its unit", Refused, &[(h, "G1", text("Số hộ nghèo (hộ)"))]),
    ]
}

/// The real table under a header of two rows, its groups merged.
fn two_headers() -> Case {
    let mut book = source();
    let table = sheet(&mut book, "Hộ nghèo");
    insert_rows(table, 1, 1);
    for (a1, heading) in [("C2", "Số hộ"), ("D2", "Tỷ lệ (%)"), ("E2", "Số hộ"), ("F2", "Tỷ lệ (%)")] {
        put(&mut book, "Hộ nghèo", a1, text(heading));
    }
    for a1 in ["A2", "B2"] {
        put(&mut book, "Hộ nghèo", a1, New::Blank);
    }
    let bytes = write_with(&book, |name, ws| {
        if name == "Hộ nghèo" {
            let centred = Format::new().set_align(FormatAlign::Center);
            ws.merge_range(0, 0, 1, 0, "STT", &centred).expect("merge");
            ws.merge_range(0, 1, 1, 1, "Địa phương", &centred).expect("merge");
            ws.merge_range(0, 2, 0, 3, "Hộ nghèo", &centred).expect("merge");
            ws.merge_range(0, 4, 0, 5, "Hộ cận nghèo", &centred).expect("merge");
        }
    });
    Case::file("13", "merged headings in two rows", Silent, "so-lieu.xlsx", bytes)
        .defined("heading = \"Số hộ nghèo\"", "heading = \"Hộ nghèo / Số hộ\"")
        .defined("heading = \"Tỷ lệ hộ nghèo (%)\"", "heading = \"Hộ nghèo / Tỷ lệ (%)\"")
        .defined("heading = \"Số hộ cận nghèo\"", "heading = \"Hộ cận nghèo / Số hộ\"")
        .defined("heading = \"Tỷ lệ hộ cận nghèo (%)\"", "heading = \"Hộ cận nghèo / Tỷ lệ (%)\"")
        .figure("households/Huyện Phú Bình/near_poor", "103")
}

fn merges() -> Vec<Case> {
    let kinds = |what, outcome, row, covered: bool| {
        Case::written(row, what, outcome, "Viện dẫn", move |ws| {
            ws.merge_range(2, 1, 3, 1, "Nghị định", &Format::new()).expect("merge");
            if covered {
                ws.write_string(3, 1, "Nghị quyết").expect("cell");
            }
        })
    };
    let fill = "sheet = \"Viện dẫn\"\nmerged = \"fill\"";
    let along = |what, outcome, label: &'static str, row: u32| {
        Case::written("14", what, outcome, "Hộ nghèo", move |ws| {
            ws.merge_range(row, 0, row, 1, label, &Format::new()).expect("merge");
        })
    };
    vec![
        two_headers(),
        kinds("merged data", Refused, "14", false),
        kinds("merged data, filled by policy", Silent, "14", false)
            .defined("sheet = \"Viện dẫn\"", fill)
            .figure("citations/sua-doi-co-che/type", "Nghị định"),
        along("the total's label merged over two columns", Silent, "Cộng", 10).figure("households/total/poor", "2.710"),
        along("a name merged over two columns", Refused, "Huyện Phú Bình", 4),
        kinds("a text under a merged cell", Warned, "15", true)
            .defined("sheet = \"Viện dẫn\"", fill)
            .figure("citations/sua-doi-co-che/type", "Nghị định"),
    ]
}

/// The table of localities with a subtotal after the third, which says this.
fn subtotal(what: &'static str, outcome: super::Outcome, poor: &'static str) -> Case {
    Case::sheets("40", what, outcome, move |book| {
        insert_rows(sheet(book, "Hộ nghèo"), 5, 1);
        for (a1, new) in [("B5", text("Cộng (I)")), ("C5", number(poor)), ("E5", number("146"))] {
            put(book, "Hộ nghèo", a1, new);
        }
    })
}

fn rows() -> Vec<Case> {
    let h = "Hộ nghèo";
    let repeated = |book: &mut Vec<vanban::xlsx::grid::Sheet>| {
        let table = sheet(book, "Hộ nghèo");
        insert_rows(table, 6, 1);
        let headings: Vec<_> = table.row(0).map(|(col, cell)| (col, cell.clone())).collect();
        table.cells.extend(headings.into_iter().map(|(col, cell)| ((5, col), cell)));
    };
    vec![
        subtotal("a subtotal", Noted, "287").figure("households/total/poor", "2.710"),
        subtotal("a subtotal that is wrong", Refused, "278"),
        Case::cells("40", "the total by another name", Noted, &[(h, "B11", text("Tổng số:"))])
            .figure("households/total/poor", "2.710"),
        Case::cells(
            "40",
            "a total in a table that has none",
            Refused,
            &[
                ("Chỉ tiêu", "A17", text("tong")),
                ("Chỉ tiêu", "B17", text("Tổng cộng")),
                ("Chỉ tiêu", "E17", number("5000")),
            ],
        ),
        Case::sheets("40", "headings repeated on the next page", Noted, repeated),
        Case::sheets("40", "a group's title", Refused, |book| {
            insert_rows(sheet(book, "Hộ nghèo"), 5, 1);
            put(book, "Hộ nghèo", "B5", text("Các huyện"));
        }),
        Case::sheets("43", "blank rows inside the table", Noted, |book| insert_rows(sheet(book, "Hộ nghèo"), 5, 3)),
    ]
}

fn totals() -> Vec<Case> {
    let h = "Hộ nghèo";
    // The plan of another sheet follows the total, so that only the slip remains.
    let slip = |what, total: &'static str| {
        Case::cells("41", what, Refused, &[(h, "C11", number(total)), ("Chỉ tiêu", "E2", number(total))])
    };
    let without_total = |what, outcome| {
        Case::sheets("42", what, outcome, |book| sheet(book, "Hộ nghèo").cells.retain(|(row, _), _| *row < 10))
    };
    vec![
        slip("a wrong total", "2711"),
        slip("a total that leaves a row out", "2404"),
        slip("a total that counts a row twice", "3016"),
        slip("two digits that changed places", "2773"),
        slip("a digit 0 too many", "5464"),
        Case::cells("41", "a wrong total that another sheet has right", Refused, &[(h, "E11", number("767"))]),
        Case::cells(
            "41",
            "one figure that breaks its row, its column and a total",
            Refused,
            &[("Kinh phí", "K5", number("365"))],
        ),
        Case::cells("41", "a total that breaks three sums", Refused, &[("Kinh phí", "C15", number("94713"))]),
        Case::cells("41", "a figure of the lowest rows", Refused, &[("Kinh phí", "E4", number("11714"))]),
        without_total("no total row", Warned)
            .defined("[[equal]]\ntarget = \"indicators/ho-ngheo/plan\"\nto = \"households/total/poor\"\n", "")
            .defined("[[equal]]\ntarget = \"indicators/can-ngheo/plan\"\nto = \"households/total/near_poor\"\n", ""),
        without_total("no total row, which another sheet needs", Refused),
    ]
}

fn after() -> Vec<Case> {
    vec![
        Case::cells(
            "44",
            "signatures under the table",
            Warned,
            &[("Hộ nghèo", "B13", text("NGƯỜI LẬP BIỂU")), ("Hộ nghèo", "E13", text("TM. ỦY BAN NHÂN DÂN"))],
        ),
        Case::cells(
            "44",
            "a remark under the table",
            Warned,
            &[("Hộ nghèo", "A13", text("Ghi chú: số liệu đến 31/12/2023"))],
        ),
        Case::cells(
            "44",
            "a remark under a table without total",
            Warned,
            &[("Chỉ tiêu", "B18", text("Nguồn: Sở Lao động"))],
        ),
        Case::cells(
            "44",
            "figures far below the table",
            Warned,
            &[("Chỉ tiêu", "A40", text("khac")), ("Chỉ tiêu", "C40", number("12"))],
        ),
        Case::cells(
            "44",
            "a row under the total",
            Refused,
            &[("Hộ nghèo", "B12", text("Huyện Võ Nhai")), ("Hộ nghèo", "C12", number("3"))],
        ),
    ]
}

fn hidden() -> Vec<Case> {
    // The seventh place without its share of the total and of the plan.
    let rows = |what, outcome, policy: Option<&str>| {
        let mut book = source();
        if policy == Some("skip") {
            for (a1, new) in [("C11", number("2323")), ("E11", number("678"))] {
                put(&mut book, "Hộ nghèo", a1, new);
            }
            for (a1, new) in [("E2", number("2323")), ("E3", number("678"))] {
                put(&mut book, "Chỉ tiêu", a1, new);
            }
        }
        let bytes = write_with(&book, |name, ws| {
            if name == "Hộ nghèo" {
                ws.set_row_hidden(7).expect("row");
            }
        });
        let case = Case::file("45", what, outcome, "so-lieu.xlsx", bytes);
        match policy {
            Some(policy) => {
                case.defined("row-key = \"locality\"", &format!("row-key = \"locality\"\nhidden = \"{policy}\""))
            }
            None => case,
        }
    };
    vec![
        rows("a hidden row", Refused, None),
        // Beside it: the place is missing from the list, and the numbering has a gap.
        rows("a hidden row, left out by policy", Warned, Some("skip"))
            .findings(3)
            .figure("households/total/poor", "2.323"),
        rows("a hidden row, read by policy", Warned, Some("read")).figure("households/Huyện Đồng Hỷ/poor", "387"),
        Case::written("45", "a hidden column", Refused, "Hộ nghèo", |ws| {
            ws.set_column_hidden(4).expect("column");
        }),
    ]
}

fn names() -> Vec<Case> {
    let h = "Hộ nghèo";
    let (row, col) = position("B8");
    let aliases = "aliases = { \"TPTN\" = \"Tp. Thái Nguyên\" }, complete = \"warn\"";
    vec![
        Case::cells("46", "one place in two spellings", Refused, &[(h, "B8", text("Huyện Định Hóa"))]).findings(3),
        Case::cells("46", "one place by its name and by an alias", Refused, &[(h, "B8", text("tptn"))])
            .defined("complete = \"warn\"", aliases)
            .findings(3),
        Case::cells("46", "a code twice", Refused, &[("Viện dẫn", "A3", text("phe-duyet"))]),
        Case::cells("46", "another spelling of a name", Noted, &[(h, "B9", text("Huyện Định Hóa"))])
            .figure("households/Huyện Định Hoá/poor", "370"),
        Case::cells("47", "a name that is not in the list", Refused, &[(h, "B8", text("Huyện Đồng Hy"))]),
        Case::cells("47", "a name like none in the list", Refused, &[(h, "B8", text("Bắc Kạn"))]),
        missing("a place missing", Warned),
        missing("a place missing, refused by policy", Refused).defined("complete = \"warn\"", "complete = \"refuse\""),
        Case::cells("49", "a gap in the numbering", Warned, &[(h, "A7", text("7"))]),
        Case::sheets("49", "a number twice", Warned, move |book| {
            let table = sheet(book, "Hộ nghèo");
            let above = table.cells[&(row - 1, col - 1)].clone();
            table.cells.insert((row, col - 1), above);
        }),
    ]
}

/// One place left out, the figures and numbers of the others agreeing.
fn missing(what: &'static str, outcome: super::Outcome) -> Case {
    let mut book = source();
    let table = sheet(&mut book, "Hộ nghèo");
    table.cells.retain(|(row, _), _| *row != 9);
    let cells = std::mem::take(&mut table.cells);
    table.cells = cells.into_iter().map(|((row, col), cell)| ((row - u32::from(row > 9), col), cell)).collect();
    for (name, a1, new) in [
        ("Hộ nghèo", "C10", number("2070")),
        ("Hộ nghèo", "E10", number("643")),
        ("Chỉ tiêu", "E2", number("2070")),
        ("Chỉ tiêu", "E3", number("643")),
    ] {
        put(&mut book, name, a1, new);
    }
    Case::file("48", what, outcome, "so-lieu.xlsx", write(&book))
}
