//! Wrong figures that no sum notices: another unit, rows that count twice or bear the total's name, letters for
//! digits, decimals that a cell hides. Each is one finding at its place, and nothing is said of what is right.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use vanban::finding::outcome::{Failure, Warned};
use vanban::finding::place::Place;
use vanban::finding::{Finding, Severity};
use vanban::input::folder::InputFolder;
use vanban::input::starter::begin::{self, Request};
use vanban::input::templates::Templates;
use vanban::input::verify;
use vanban::xlsx::grid::{Cell, CellValue, NumberFormat, Sheet};

use crate::product::second;
use crate::support::common::{New, edited, input, position, redefined, set, source, templates, text, write};

/// What is found in an input.
fn found(input: &InputFolder, templates: &Templates) -> Vec<Finding> {
    match verify::verify(input, templates) {
        Ok(Warned { warnings, .. }) => warnings,
        Err(Failure::Refused(found) | Failure::Failed(found)) => found,
    }
}

/// The errors in an input: code, and the cell or else the sheet.
fn errors(input: &InputFolder, templates: &Templates) -> Vec<(&'static str, String)> {
    let errors = found(input, templates).into_iter().filter(|finding| finding.severity == Severity::Error);
    let place = |finding: &Finding| match &finding.place {
        Place::Cell(at) => format!("{} {}", at.sheet, at.a1()),
        Place::Sheet { sheet, .. } => sheet.clone(),
        other => other.to_string(),
    };
    errors.map(|finding| (finding.code.name(), place(&finding))).collect()
}

fn one(code: &'static str, place: &str) -> Vec<(&'static str, String)> {
    vec![(code, place.to_owned())]
}

/// The real input with the figures of one sheet changed where they are wanted.
fn with_figures(sheet: &str, change: impl Fn(u32, u32, Decimal) -> Option<Decimal>) -> InputFolder {
    let mut book = source();
    let sheet = book.iter_mut().find(|own| &*own.name == sheet).expect("sheet");
    for (&(row, col), cell) in sheet.cells.iter_mut().filter(|((_, col), _)| *col > 1) {
        if let CellValue::Number(value) = &mut cell.value
            && let Some(changed) = change(row, col, *value)
        {
            *value = changed;
        }
    }
    folder(&book)
}

fn folder(book: &[Sheet]) -> InputFolder {
    InputFolder { name: "thu".to_owned(), workbooks: BTreeMap::from([("so-lieu.xlsx".to_owned(), write(book))]) }
}

#[test]
fn no_row_is_taken_for_the_total_because_of_its_name() {
    for name in ["total", "Total", "TOTAL:", "Grand total"] {
        let named = edited(&[("Kinh phí", "A4", text(name))]);
        assert_eq!(errors(&named, templates()), one("row-named-total", "Kinh phí A4"), "{name}");
        let place = edited(&[("Hộ nghèo", "B4", text(name))]);
        assert!(errors(&place, templates()).contains(&("row-named-total", "Hộ nghèo B4".to_owned())), "{name}");
    }
    let of_second = |name: &str| {
        let input = second::input(1234.5);
        let mut book = vanban::xlsx::read::read("a.xlsx", &input.workbooks["a.xlsx"]).expect("own").sheets;
        set(&mut book[2], position("B3"), &text(name));
        errors(&folder(&book), &second::with_second())
    };
    assert_eq!(of_second("total"), one("row-named-total", "dự toán B3"));
    assert_eq!(of_second("Thanh tra"), []);
    // Where a table has no total row, a code may be called so.
    assert_eq!(errors(&edited(&[("Số liệu khác", "A5", text("total"))]), templates()), []);
}

#[test]
fn rows_count_once_or_their_numbers_are_asked_about() {
    let numbered = |numbers: &[(&str, &str)]| {
        let edits: Vec<(&str, &str, New)> = numbers.iter().map(|(a1, new)| ("Kinh phí", *a1, text(new))).collect();
        errors(&edited(&edits), templates())
    };
    let romans = [("A2", "I"), ("A3", "II"), ("A6", "III"), ("A9", "IV"), ("A12", "V")];
    let lower = [("A4", "1"), ("A5", "2"), ("A7", "3"), ("A8", "4"), ("A10", "5"), ("A11", "6"), ("A13", "7")];
    let all = [&romans[..], &lower[..], &[("A14", "8")]].concat();
    assert_eq!(numbered(&all), one("row-level", "Kinh phí A4"));
    assert_eq!(numbered(&[("A5", "2a")]), one("row-level", "Kinh phí A5"));
    assert_eq!(numbered(&[("A5", "2.")]), one("row-level", "Kinh phí A5"));
    assert_eq!(numbered(&[("A5", "8.1")]), one("row-level", "Kinh phí A5"));
    let dotted = ["II.1", "II.2", "III.1", "III.2", "IV.1", "IV.2", "V.1"];
    let dotted: Vec<(&str, &str)> = lower.iter().map(|(a1, _)| *a1).zip(dotted).collect();
    assert_eq!(numbered(&[&romans[..], &dotted[..], &[("A14", "V.2")]].concat()), []);
    // The total counts every row, and some are the sums of others.
    let over_all = redefined(|definition| definition.replacen("over = \"top\", ", "", 1));
    assert_eq!(errors(&input(), &over_all), one("row-counted-twice", "Kinh phí A3"));
}

#[test]
fn levels_need_a_column_of_outline_numbers() {
    let flat = redefined(|definition| definition.replacen("row-key = \"stt\"", "row-key = \"name\"", 1));
    assert_eq!(errors(&input(), &flat), one("definition-levels", "ke-hoach-giam-ngheo/document.toml"));
    let mut leveled = second::with_second();
    let folder = leveled.documents.get_mut("quyet-dinh-giao-du-toan").expect("second");
    folder.definition = folder.definition.replace("kind = \"total\",", "kind = \"total\", over = \"leaves\",");
    let expected = one("definition-levels", "quyet-dinh-giao-du-toan/document.toml");
    assert_eq!(errors(&second::input(1234.5), &leveled), expected);
}

#[test]
fn one_key_never_means_two_things() {
    let twice = redefined(|definition| definition.replacen("sum = [{ key = \"all\"", "sum = [{ key = \"poor\"", 1));
    assert!(errors(&input(), &twice).contains(&("definition-twice", "ke-hoach-giam-ngheo/document.toml".to_owned())));
}

#[test]
fn figures_in_another_unit_are_asked_about_once() {
    let times = |n: u32| Decimal::from(n);
    let sheet = one("unit-doubtful", "Kinh phí");
    for n in [1_000_000, 1_000] {
        assert_eq!(errors(&with_figures("Kinh phí", |_, _, value| Some(value * times(n))), templates()), sheet, "{n}");
    }
    // Typed to the last đồng.
    let odd = with_figures("Kinh phí", |_, _, value| Some(value * times(1_000_000) + times(451)));
    assert_eq!(errors(&odd, templates()), sheet);
    let column = with_figures("Kinh phí", |_, col, value| (col == 4).then(|| value * times(1_000_000)));
    assert_eq!(errors(&column, templates()), one("unit-doubtful", "Kinh phí E15"));
    let row = with_figures("Kinh phí", |row, _, value| (row == 1).then(|| value * times(1_000_000)));
    assert_eq!(errors(&row, templates()), one("unit-doubtful", "Kinh phí C2"));
    // A total that is left blank would only become another one.
    let blank: Vec<(&str, &str, New)> = ["C15", "E15"].map(|a1| ("Kinh phí", a1, New::Blank)).to_vec();
    assert_eq!(errors(&edited(&blank), templates()), []);
    let second = |regular: f64| errors(&second::input(regular), &second::with_second());
    assert_eq!(second(1_234.5), []);
    assert_eq!(second(1_234_500_000_000.0), one("unit-doubtful", "dự toán"));
}

#[test]
fn triệu_for_đồng_is_asked_about() {
    let in_dong = redefined(|definition| definition.replace("unit = \"triệu đồng\"", "unit = \"đồng\""));
    assert_eq!(errors(&input(), &in_dong), one("unit-doubtful", "Kinh phí"));
    let right = with_figures("Kinh phí", |_, _, value| Some(value * Decimal::from(1_000_000)));
    let found = found(&right, &in_dong);
    assert!(found.iter().all(|finding| finding.code.name() != "unit-doubtful"), "{found:#?}");
}

#[test]
fn figures_that_may_be_meant_are_not_asked_about() {
    // What a district, a province and a ministry plan.
    for (times, over) in [(1, 10), (3, 1), (17, 1), (137, 1), (997, 1), (1_009, 1)] {
        let scaled =
            with_figures("Kinh phí", |_, _, value| Some((value * Decimal::from(times) / Decimal::from(over)).trunc()));
        let found = found(&scaled, templates());
        assert!(found.iter().all(|finding| finding.code.name() != "unit-doubtful"), "{times}/{over}: {found:#?}");
    }
    // One figure that is wrong is that figure's, however large the others are.
    let slip =
        |row, col, value: Decimal| Some(value * Decimal::from(1_009) + Decimal::from(u8::from(row == 1 && col == 2)));
    let found = found(&with_figures("Kinh phí", slip), templates());
    assert!(found.iter().all(|finding| finding.code.name() != "unit-doubtful"), "{found:#?}");
}

#[test]
fn a_unit_that_is_right_is_accepted_with_its_reason() {
    let accepted = redefined(|definition| {
        definition.to_owned() + "\n[[accepted]]\ncheck = \"unit-doubtful\"\nreason = \"Số liệu toàn quốc.\"\n"
    });
    let large = with_figures("Kinh phí", |_, _, value| Some(value * Decimal::from(1_000_000_000)));
    let found = found(&large, &accepted);
    let note = found.iter().find(|finding| finding.code.name() == "unit-doubtful").expect("a note");
    assert_eq!(note.severity, Severity::Note);
    assert!(found.iter().any(|finding| finding.code.name() == "percent-mismatch"), "relations are judged");
}

#[test]
fn letters_in_place_of_digits_are_named() {
    for (sheet, a1, typed, meant) in [
        ("Hộ nghèo", "C7", "55O", "550"),
        ("Hộ nghèo", "E3", "2o", "20"),
        ("Hộ nghèo", "C3", "l47", "147"),
        ("Kinh phí", "H4", "26O triệu đồng", "260"),
        ("Chỉ tiêu", "E12", "5O0", "500"),
        ("Văn bản", "B12", "2O24", "2024"),
    ] {
        let found = found(&edited(&[(sheet, a1, text(typed))]), templates());
        let letter = found.iter().find(|finding| finding.code.name() == "cell-letter-for-digit");
        assert_eq!(letter.map(|finding| finding.arg("reading")), Some(meant), "{typed}: {found:#?}");
    }
    for typed in ["20 hộ", "550"] {
        let found = errors(&edited(&[("Hộ nghèo", "C7", text(typed))]), templates());
        assert_eq!(found[0].0, "cell-number-as-text", "{typed}");
    }
    let words = found(&edited(&[("Hộ nghèo", "C7", text("năm trăm năm mươi"))]), templates());
    assert!(words.iter().any(|finding| finding.code.name() == "cell-not-number" && finding.arg("reading") == "550"));
}

#[test]
fn a_figure_is_printed_as_it_was_entered_or_refused() {
    let typed = |value: &str, decimals: Option<u32>, percent: bool| {
        let mut book = source();
        let sheet = book.iter_mut().find(|sheet| &*sheet.name == "Chỉ tiêu").expect("sheet");
        let format = NumberFormat { decimals, percent, scaled: false };
        let value = CellValue::Number(value.parse().expect("number"));
        sheet.cells.insert(position("E12"), Cell::new(value, format));
        errors(&folder(&book), templates())
    };
    for (value, decimals, percent) in [("20.4", Some(0), false), ("20.45", Some(1), false), ("0.204", Some(0), true)] {
        assert_eq!(typed(value, decimals, percent), one("cell-rounded", "Chỉ tiêu E12"), "{value}");
    }
    // The digits of a quotient are those that its cell shows.
    for (value, decimals, percent) in
        [("20.4", Some(1), false), ("20.4", None, false), ("20", Some(0), false), ("0.9157142857142", Some(2), true)]
    {
        assert_eq!(typed(value, decimals, percent), [], "{value}");
    }
}

#[test]
fn of_two_figures_that_must_be_equal_both_are_named() {
    let found = found(&edited(&[("Chỉ tiêu", "E2", New::Number("2475"))]), templates());
    let finding = found.iter().find(|finding| finding.code.name() == "equal-mismatch").expect("a finding");
    assert_eq!((finding.arg("here"), finding.arg("there")), ("Chỉ tiêu E2", "Hộ nghèo C11"));
    assert_eq!(finding.arg("expected"), "2.710");
}

#[test]
fn a_form_that_gained_a_column_takes_what_both_have() {
    let column = "{ key = \"note\", heading = \"Ghi chú\", kind = \"text\", required = false },\n    { key = \"poor\",";
    let gained = redefined(|definition| definition.replacen("{ key = \"poor\",", column, 1));
    let last = input();
    let request = Request { folder: "inputs/moi", document: None, year: None, previous: Some(&last) };
    let started = begin::begin(&request, &gained).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let lacks = started.warnings.iter().filter(|finding| finding.code.name() == "from-lacks");
    assert_eq!(lacks.map(|finding| finding.arg("name")).collect::<Vec<_>>(), ["Ghi chú"]);
    assert_eq!(started.output.start.tables["households"].len(), 10);
    // Without the names of its rows, nothing of a table could be taken.
    let renamed = redefined(|definition| definition.replacen("heading = \"Địa phương\"", "heading = \"Xã\"", 1));
    assert!(begin::begin(&request, &renamed).is_err());
}

/// What four units have: regular, other and all of each.
type Units = [[&'static str; 3]; 4];

/// The second document with these units and their total.
fn four_units(units: Units, total: [&'static str; 3]) -> InputFolder {
    let input = second::input(1234.5);
    let mut book = vanban::xlsx::read::read("a.xlsx", &input.workbooks["a.xlsx"]).expect("own").sheets;
    let number = |words: &'static str| if words.is_empty() { New::Blank } else { New::Number(words) };
    for (row, [regular, other, all]) in units.into_iter().chain([total]).enumerate() {
        let name = if row == 4 { "Tổng số".to_owned() } else { format!("Đơn vị {row}") };
        let cells = [(0, number(all)), (1, text(&name)), (2, number(regular)), (3, number(other))];
        cells.iter().for_each(|(col, new)| set(&mut book[2], (row as u32 + 1, *col), new));
    }
    folder(&book)
}

#[test]
fn one_cell_in_another_unit_is_asked_about() {
    let of = |units, total| errors(&four_units(units, total), &second::with_second());
    let with = |regular| [["1250", "300", ""], [regular, "215", ""], ["45", "12", ""], ["300", "80", ""]];
    let none = [""; 3];
    assert_eq!(of(with("870"), none), []);
    // Every sum agrees, or is left to be computed.
    let cell = one("unit-doubtful", "dự toán C3");
    assert_eq!(of(with("870000000"), none), cell);
    assert_eq!(of(with("870000000"), ["870001595", "607", "870002202"]), cell);
    // A large budget among small ones is one.
    for large in ["45000", "4500000", "25500000", "87000000", "870000001"] {
        assert_eq!(of(with(large), none), [], "{large}");
    }
    let above = [
        ["1250000000", "300000000", "1550000000"],
        ["870000000", "215000000", "1085000000"],
        ["45000000", "12000000", "57000000"],
        ["300000000", "80000000", "380000000"],
    ];
    assert_eq!(of(above, ["2465", "607", "3072"]), one("unit-doubtful", "dự toán A2"));
}

#[test]
fn a_row_that_is_needed_itself_was_not_renamed() {
    let without = edited(&[("Chỉ tiêu", "A2", text("khac"))]);
    let found = found(&without, templates());
    let missing = found.iter().find(|finding| finding.code.name() == "row-missing").expect("missing");
    assert_eq!((missing.arg("key"), missing.arg("near")), ("ho-ngheo", ""));
}
