//! Figures that others give: in a row by a ratio, a difference, the smallest or the largest; in another table by being
//! equal. Left blank they are computed, typed they are compared.

use std::collections::BTreeMap;

use rust_xlsxwriter::Workbook;
use vanban::finding::outcome::{Failure, Warned};
use vanban::finding::{Finding, Severity};
use vanban::input::folder::InputFolder;
use vanban::input::templates::Templates;
use vanban::input::verify;

use crate::product::second;
use crate::support::common::{New, build_with, edited, key, plan, templates, write};
use crate::support::packing::unpack;

/// The second document, its table with two figures that are typed and four that follow from them.
fn with_relations() -> Templates {
    let mut templates = second::with_second();
    let document = templates.documents.get_mut("quyet-dinh-giao-du-toan").expect("second");
    let (before, rest) = document.definition.split_once("total =").expect("table");
    let (_, after) = rest.split_once("[[appendix]]").expect("appendix");
    let (after, _) = after.split_once("header = [").expect("header");
    let columns = ["plan", "result", "rate", "more", "least", "all"].map(|key| {
        let (kind, more) =
            if key == "rate" { ("percent", ", decimals = 2, unit = \"%\"") } else { ("count", ", min = -9999") };
        format!("    {{ key = \"{key}\", heading = \"{key}\", kind = \"{kind}\"{more} }},\n")
    });
    let leaves = ["plan", "result", "rate", "more", "least", "all"]
        .map(|key| format!("    {{ text = \"{key}\", column = \"{key}\", width = 20 }},\n"));
    document.definition = format!(
        r#"{before}column = [
    {{ key = "unit", heading = "Đơn vị", kind = "text" }},
{}]
relation = [
    {{ kind = "ratio", target = "rate", numerator = "result", denominator = "plan", tolerance = "0.01" }},
    {{ kind = "difference", target = "more", of = "result", minus = "plan" }},
    {{ kind = "minimum", target = "least", of = ["plan", "result"] }},
    {{ kind = "maximum", target = "all", of = ["plan", "result"] }},
]

[[appendix]]{after}header = [
    {{ text = "Đơn vị", column = "unit", align = "left", row-header = true }},
{}]
"#,
        columns.concat(),
        leaves.concat()
    );
    let prose = document.narrative.get_mut("02-dieu.typ.j2").expect("prose");
    *prose = "*Điều 1.* Giao dự toán năm {{ doc.year }} (_chi tiết tại Phụ lục kèm theo_)./.\n".to_owned();
    templates
}

/// One row of figures below the headings; none is a blank.
fn input(rows: &[[Option<f64>; 6]]) -> InputFolder {
    let mut folder = second::input(1.0);
    let mut sheets = vanban::xlsx::read::read("a.xlsx", &folder.workbooks["a.xlsx"]).expect("own").sheets;
    sheets.truncate(2);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Dự toán").expect("name");
    for (col, heading) in ["Đơn vị", "plan", "result", "rate", "more", "least", "all"].iter().enumerate() {
        sheet.write_string(0, col as u16, *heading).expect("cell");
    }
    for (at, figures) in rows.iter().enumerate() {
        let row = at as u32 + 1;
        sheet.write_string(row, 0, format!("Đơn vị {row}")).expect("cell");
        for (col, figure) in figures.iter().enumerate() {
            figure.map(|figure| sheet.write_number(row, col as u16 + 1, figure).map(drop).expect("cell"));
        }
    }
    let table = book.save_to_buffer().expect("workbook");
    folder.workbooks = BTreeMap::from([("a.xlsx".to_owned(), write(&sheets)), ("b.xlsx".to_owned(), table)]);
    folder
}

fn found(input: &InputFolder, templates: &Templates) -> Vec<Finding> {
    match verify::verify(input, templates) {
        Ok(Warned { warnings, .. }) => warnings,
        Err(Failure::Refused(found) | Failure::Failed(found)) => found,
    }
}

/// The findings that are no notes: severity, code, the last part of the place.
fn told(input: &InputFolder, templates: &Templates) -> Vec<String> {
    let found = found(input, templates);
    let heard = found.iter().filter(|finding| finding.severity != Severity::Note);
    let place = |place: String| place.rsplit(" › ").next().unwrap_or_default().to_owned();
    heard.map(|one| format!("{:?} {} {}", one.severity, one.code.name(), place(one.place.to_string()))).collect()
}

#[test]
fn blanks_follow_from_their_row() {
    let rows = [
        [Some(300.0), Some(200.0), None, None, None, None],
        [Some(8.0), Some(9.0), None, None, None, None],
        [Some(200.0), Some(1.0), None, None, None, None],
    ];
    let built = build_with(&input(&rows), &with_relations()).unwrap_or_else(|f| panic!("{:#?}", f.findings()));
    let of = |row: usize, column: &str| {
        let entry = built.verified.checked.dataset.entry(&key(&format!("allocation/Đơn vị {row}/{column}")));
        entry.and_then(|entry| entry.in_sentence()).unwrap_or_default()
    };
    let row = |row: usize| ["rate", "more", "least", "all"].map(|column| of(row, column));
    assert_eq!(row(1), ["66,67%", "-100", "200", "300"]);
    assert_eq!(row(2), ["112,50%", "1", "8", "9"]);
    assert_eq!(row(3), ["0,50%", "-199", "1", "200"]);
    let parts = unpack(built.file(".xlsx"));
    let (_, sheet) = parts.iter().find(|(name, _)| name.ends_with("sheet1.xml")).expect("sheet");
    let xml = String::from_utf8_lossy(sheet);
    let formulas: Vec<&str> = xml.split("<f>").skip(1).filter_map(|rest| rest.split("</f>").next()).take(4).collect();
    for (formula, head) in formulas.iter().zip(["ROUND(", "C", "MIN(", "MAX("]) {
        assert!(formula.starts_with(head), "{formula}");
    }
}

#[test]
fn what_is_typed_is_compared() {
    let right = [Some(300.0), Some(200.0), Some(66.67), Some(-100.0), Some(200.0), Some(300.0)];
    assert_eq!(told(&input(&[right]), &with_relations()), ["Warning schema-missing b.xlsx"]);
    for (at, value, expected) in [
        (2, 66.66, "Warning ratio-mismatch D2"),
        (2, 67.0, "Error ratio-mismatch D2"),
        (3, 100.0, "Error difference-mismatch E2"),
        (4, 300.0, "Error extreme-mismatch F2"),
        (5, 200.0, "Error extreme-mismatch G2"),
    ] {
        let mut wrong = right;
        wrong[at] = Some(value);
        let told = told(&input(&[wrong]), &with_relations());
        assert!(told.contains(&expected.to_owned()), "{told:?}");
    }
    // Nothing can be divided by nothing: the rate stays blank, and none may be stated.
    let mut zero = [Some(0.0), Some(200.0), None, Some(200.0), Some(0.0), Some(200.0)];
    assert_eq!(told(&input(&[zero]), &with_relations()), ["Warning schema-missing b.xlsx"]);
    zero[2] = Some(60.0);
    assert!(told(&input(&[zero]), &with_relations()).contains(&"Error ratio-undefined D2".to_owned()));
}

#[test]
fn one_fact_is_typed_once() {
    let blank = edited(&[("Chỉ tiêu", "E2", New::Blank), ("Chỉ tiêu", "E3", New::Blank)]);
    let built = build_with(&blank, templates()).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    assert!(built.file(".pdf") == plan().file(".pdf"), "the pages differ");
    // And where what it follows from is blank as well, that is missing, once.
    let none =
        edited(&[("Chỉ tiêu", "E2", New::Blank), ("Hộ nghèo", "C2", New::Blank), ("Hộ nghèo", "C11", New::Blank)]);
    assert_eq!(told(&none, templates()).iter().filter(|told| told.starts_with("Error")).count(), 1);
}

#[test]
fn figures_follow_from_table_to_table_and_back() {
    // A district takes a figure of the indicators, whose own figure is the total of the districts.
    let mut templates = templates().clone();
    let plan = templates.documents.get_mut("ke-hoach-giam-ngheo").expect("plan");
    plan.definition = plan.definition.replace(
        "[[equal]]\ntarget = \"indicators/ho-ngheo/plan\"",
        "[[equal]]\ntarget = \"households/Tp. Sông Công/near_poor\"\nto = \"indicators/mo-hinh/plan\"\n\n[[equal]]\ntarget = \"indicators/ho-ngheo/plan\"",
    );
    let blank =
        edited(&[("Hộ nghèo", "E3", New::Blank), ("Hộ nghèo", "E11", New::Blank), ("Chỉ tiêu", "E3", New::Blank)]);
    let built = build_with(&blank, &templates).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let of = |name: &str| built.verified.checked.dataset.entry(&key(name)).and_then(|entry| entry.in_sentence());
    assert_eq!(of("households/Tp. Sông Công/near_poor").as_deref(), Some("20"));
    assert_eq!(of("households/total/near_poor").as_deref(), Some("776"));
    assert_eq!(of("indicators/can-ngheo/plan").as_deref(), Some("776"));
}

#[test]
fn figures_of_two_units_are_never_equal() {
    let mut templates = templates().clone();
    let plan = templates.documents.get_mut("ke-hoach-giam-ngheo").expect("plan");
    plan.definition.push_str("\n[[equal]]\ntarget = \"budget/1/total\"\nto = \"households/total/poor\"\n");
    assert_eq!(told(&edited(&[]), &templates), ["Error equal-units ke-hoach-giam-ngheo/document.toml"]);
}

#[test]
fn no_negative_figure_stands_behind_a_direction() {
    for (prose, is_right) in [
        ("Số giao giảm {{ allocation[\"Đơn vị 1\"].more }}.", false),
        ("Số giao tăng thêm _{{ allocation[\"Đơn vị 1\"].more }}_.", false),
        ("Số giao tăng {{ allocation[\"Đơn vị 2\"].more }}.", true),
        ("Chênh lệch {{ allocation[\"Đơn vị 1\"].more }}.", true),
    ] {
        let mut templates = with_relations();
        let document = templates.documents.get_mut("quyet-dinh-giao-du-toan").expect("second");
        let file = document.narrative.get_mut("02-dieu.typ.j2").expect("prose");
        *file = format!("*Điều 1.* {prose} (_chi tiết tại Phụ lục kèm theo_)./.\n");
        let rows = [[Some(300.0), Some(200.0), None, None, None, None], [Some(8.0), Some(9.0), None, None, None, None]];
        let found = match build_with(&input(&rows), &templates) {
            Ok(built) => built.warnings,
            Err(failure) => failure.findings().to_vec(),
        };
        let is_told = found.iter().any(|finding| finding.code.name() == "template-direction");
        assert_eq!(is_told, !is_right, "{prose}: {found:#?}");
    }
}
