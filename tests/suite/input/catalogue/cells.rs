//! Rows 16–26: figures typed as text, and words in the wrong letters.

use rust_xlsxwriter::{Format, Formula};
use vanban::vi::old_encodings::Encoding;
use vanban::xlsx::grid::CellValue;

use super::Outcome::{Noted, Refused, Silent, Warned};
use super::{Case, calculated, folder, sheet};
use crate::support::common::{New, source, text, write, write_with};
use crate::vi::encodings::encoded;

pub fn cases() -> Vec<Case> {
    [typed(), blanks(), marks(), legacy(), letters(), faults()].into_iter().flatten().collect()
}

const POOR: &str = "heading = \"Số hộ nghèo\", kind = \"count\"";

/// A text in the column of poor households.
fn poor(row: &'static str, what: &'static str, outcome: super::Outcome, typed: &str) -> Case {
    Case::cells(row, what, outcome, &[("Hộ nghèo", "C5", text(typed))])
}

/// The same, where the definition reads such texts.
fn read(row: &'static str, what: &'static str, typed: &str) -> Case {
    poor(row, what, Noted, typed)
        .defined(POOR, &format!("{POOR}, text-numbers = \"vi\""))
        .figure("households/Huyện Phú Bình/poor", "306")
}

fn typed() -> Vec<Case> {
    let total =
        |typed| Case::cells("16", "a number as text, read by policy", Noted, &[("Hộ nghèo", "C11", text(typed))]);
    vec![
        Case::cells("16", "a number as text", Refused, &[("Hộ nghèo", "C11", text("2.710"))]),
        total("2.710")
            .defined(POOR, &format!("{POOR}, text-numbers = \"vi\""))
            .figure("households/total/poor", "2.710"),
        Case::cells(
            "16",
            "a column of numbers as text",
            Refused,
            &[("Hộ nghèo", "C2", text("65")), ("Hộ nghèo", "C3", text("47")), ("Hộ nghèo", "C11", text("2.710"))],
        ),
        poor("16", "words where a number should be", Refused, "ba trăm"),
        poor("16", "a code where a number should be", Refused, "0306"),
        poor("16", "a fraction where a number should be", Refused, "3/4"),
        Case::cells("16", "a year as text", Noted, &[("Văn bản", "B12", text("2024"))]).figure("doc/year", "2024"),
        poor("17", "three decimals or thousands", Refused, "1,234"),
        poor("17", "a point that groups nothing", Refused, "3.06"),
        poor("17", "the American way", Refused, "1,234.5"),
        poor("17", "ambiguous even where texts are read", Refused, "3.06")
            .defined(POOR, &format!("{POOR}, text-numbers = \"vi\"")),
        Case::cells("17", "ambiguous among words and figures", Refused, &[("Chỉ tiêu", "C12", text("5,000"))]),
        read("18", "an apostrophe before a number", "'306"),
        read("18", "full-width digits", "３０６"),
        read("18", "an invisible sign in a number", "30\u{200b}6").findings(2),
        Case::cells("18", "a no-break space between thousands", Noted, &[("Hộ nghèo", "C11", text("2\u{a0}710"))])
            .defined(POOR, &format!("{POOR}, text-numbers = \"vi\""))
            .figure("households/total/poor", "2.710"),
        Case::cells("18", "blanks alone", Silent, &[("Kinh phí", "D2", text("\u{a0} \u{2003}"))]),
    ]
}

fn blanks() -> Vec<Case> {
    let bank =
        |what, typed| Case::cells("19", what, Noted, &[("Nơi nhận", "A4", text(typed))]).figure("recipients/3", "");
    let place = "Huye\u{323}\u{302}n Phu\u{301} Bi\u{300}nh";
    let mut cases = vec![
        bank("blanks at the ends and twice inside", "  Bộ  Tài chính "),
        bank("a tab between words", "Bộ\tTài chính"),
        Case::cells("20", "decomposed letters", Noted, &[("Hộ nghèo", "B5", text(place))])
            .figure("households/Huyện Phú Bình/poor", "306"),
        Case::cells("20", "a decomposed heading", Noted, &[("Hộ nghèo", "C1", text("So\u{302}\u{301} hộ nghèo"))]),
    ];
    for case in &mut cases[..2] {
        case.figures.clear();
    }
    cases
}

fn marks() -> Vec<Case> {
    let local = "heading = \"NSTW vốn ĐTPT\", kind = \"money\"";
    let mark = |what, outcome, policy: &str, typed| {
        let case = Case::cells("24", what, outcome, &[("Kinh phí", "D2", text(typed))]);
        if policy.is_empty() { case } else { case.defined(local, &format!("{local}, dash = \"{policy}\"")) }
    };
    vec![
        mark("a dash", Refused, "", "-"),
        mark("a dash for zero", Noted, "zero", "–")
            .figure("budget/1/central_investment", "0")
            // 15% of it is computed in the blank cell beside.
            .findings(2),
        mark("an ellipsis for nothing", Noted, "blank", "…"),
        mark("an x for nothing", Noted, "blank", "x"),
        Case::cells("25", "a blank in a column that must be filled", Refused, &[("Hộ nghèo", "C5", New::Blank)]),
        Case::cells("25", "a blank name", Refused, &[("Hộ nghèo", "B5", New::Blank)]),
        Case::cells(
            "25",
            "a blank beside a blank total",
            Refused,
            &[("Hộ nghèo", "C5", New::Blank), ("Hộ nghèo", "C11", New::Blank)],
        ),
    ]
}

/// Every word of these columns as someone would have typed it before Unicode.
fn old(names: &[(&str, &[u32])], encoding: Encoding) -> Vec<u8> {
    let mut book = source();
    for (name, columns) in names {
        for ((_, col), cell) in &mut sheet(&mut book, name).cells {
            if let (CellValue::Text(text), true) = (&mut cell.value, columns.contains(col)) {
                *text = encoded(text, encoding);
            }
        }
    }
    write(&book)
}

/// Headings, words and the names of the sheets.
fn all_old() -> Vec<u8> {
    let mut book = source();
    for sheet in &mut book {
        sheet.name = encoded(&sheet.name, Encoding::Tcvn3).into();
        for cell in sheet.cells.values_mut() {
            if let CellValue::Text(text) = &mut cell.value {
                *text = encoded(text, Encoding::Tcvn3);
            }
        }
    }
    write(&book)
}

fn legacy() -> Vec<Case> {
    let convert = |case: Case| case.defined("schema = 1", "schema = 1\nlegacy-encodings = \"convert\"");
    let file = |what, outcome, bytes| Case::file("21", what, outcome, "so-lieu.xlsx", bytes);
    let names: &[(&str, &[u32])] = &[("Hộ nghèo", &[1])];
    let font = |what, outcome, font: &'static str, typed: &'static str| {
        Case::written("21", what, outcome, "Nơi nhận", move |ws| {
            ws.write_string_with_format(3, 0, typed, &Format::new().set_font_name(font)).expect("cell");
        })
    };
    vec![
        file("a column in TCVN3", Refused, old(names, Encoding::Tcvn3)),
        file("a column in VNI", Refused, old(names, Encoding::Vni)),
        convert(file("a column in TCVN3, converted by policy", Warned, old(names, Encoding::Tcvn3)))
            .figure("households/Huyện Đồng Hỷ/poor", "387"),
        file("words, headings and names of sheets in TCVN3", Refused, all_old()).findings(7),
        convert(file("the same, converted by policy", Warned, all_old())).findings(7),
        Case::cells("21", "one cell in TCVN3", Refused, &[("Nơi nhận", "A4", text("Bé Tµi chÝnh"))]),
        font("a cell in a font of TCVN3", Refused, ".VnTime", "Bé Tµi chÝnh"),
        font("a cell in a font of capitals", Refused, ".VnTimeH", "Bé Tµi chÝnh"),
        font("a cell in a font of VNI", Refused, "VNI-Times", "Boä Taøi chính"),
        font("Unicode pasted into a cell of an old font", Silent, ".VnTime", "Bộ Tài chính"),
        Case::new(
            "21",
            "numbers in an old font",
            Silent,
            folder([(
                "so-lieu.xlsx",
                write_with(&source(), |name, ws| {
                    if name == "Hộ nghèo" {
                        let old = Format::new().set_font_name(".VnTime").set_num_format("#,##0");
                        ws.write_number_with_format(4, 2, 306, &old).expect("cell");
                    }
                }),
            )]),
        ),
    ]
}

fn letters() -> Vec<Case> {
    let choices = "\"Huyện Võ Nhai\"";
    vec![
        Case::cells(
            "22",
            "an Icelandic letter for Đ",
            Warned,
            &[("Nơi nhận", "A9", text("Các sở, ban, ngành, Ðoàn thể"))],
        ),
        Case::cells("22", "another apostrophe", Noted, &[("Hộ nghèo", "B10", text("Huyện K’Nai"))])
            .defined(choices, "\"Huyện K'Nai\"")
            .figure("households/Huyện K'Nai/poor", "640"),
        Case::cells("23", "a letter lost at the end of a word", Refused, &[("Hộ nghèo", "B5", text("Huyện Ph? Bình"))]),
        Case::cells("23", "letters lost inside words", Refused, &[("Hộ nghèo", "B5", text("Huy?n Phú B?nh"))]),
        Case::cells("23", "a replacement character", Refused, &[("Nơi nhận", "A4", text("Bộ T\u{fffd}i chính"))]),
        Case::cells("23", "a control character", Refused, &[("Nơi nhận", "A4", text("Bộ T\u{81}i chính"))]),
        Case::cells("51", "a text beyond Excel's limit", Refused, &[]).longest(),
    ]
}

impl Case {
    /// A text that Excel would not store, in the subject of a citation.
    fn longest(mut self) -> Self {
        let bytes = crate::support::common::altered(&write(&source()), &[], |name, xml| match name {
            "xl/sharedStrings.xml" => xml.replacen("Bộ Tài chính", &"dài ".repeat(9_000), 1),
            _ => xml,
        });
        self.input = folder([("so-lieu.xlsx", bytes)]);
        self
    }
}

fn faults() -> Vec<Case> {
    let fault = Case::written("26", "a formula that failed", Refused, "Hộ nghèo", |ws| {
        ws.write_formula(10, 2, Formula::new("=SUM(#REF!)").set_result("#REF!")).expect("formula");
    });
    let name = |mut case: Case| {
        let bytes = case.input.workbooks.values().next().expect("workbook");
        case.input = folder([("so-lieu.xlsx", calculated(bytes))]);
        case
    };
    vec![
        name(fault),
        poor("26", "the words of an error", Refused, "#DIV/0!"),
        Case::cells("26", "the words of an error among names", Refused, &[("Nơi nhận", "A4", text("#N/A"))]),
    ]
}
