//! Rows below rows: however a table says which row stands below which, sums go by it; rows that do not fit what it
//! says are errors at their cells.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, Workbook};
use vanban::finding::Severity;
use vanban::finding::outcome::{Failure, Warned};
use vanban::input::folder::InputFolder;
use vanban::input::templates::Templates;
use vanban::input::verify::{self, Verified};

use crate::product::plan::text_of;
use crate::product::second;
use crate::support::common::{build_with, key, write};

/// The second document with a table of numbers, names, levels, upper rows and amounts, its outline declared so.
fn declared(outline: &str, over: &str) -> Templates {
    let mut templates = second::with_second();
    let document = templates.documents.get_mut("quyet-dinh-giao-du-toan").expect("second");
    let (before, rest) = document.definition.split_once("row-key =").expect("table");
    let (_, after) = rest.split_once("[[appendix]]").expect("appendix");
    let (after, _) = after.split_once("header = [").expect("header");
    let table = format!(
        r#"row-key = "unit"
{outline}
total = {{ label = "Tổng số", column = "unit" }}
column = [
    {{ key = "stt", heading = "STT", kind = "code", required = false }},
    {{ key = "unit", heading = "Đơn vị", kind = "text" }},
    {{ key = "level", heading = "Bậc", kind = "code", required = false }},
    {{ key = "above", heading = "Thuộc", kind = "text", required = false }},
    {{ key = "all", heading = "Tổng cộng", kind = "money", unit = "triệu đồng", decimals = 1 }},
]
relation = [
    {{ kind = "total", over = "{over}", columns = ["all"] }},
    {{ kind = "children", columns = ["all"] }},
]

[[appendix]]{after}header = [
    {{ text = "STT", column = "stt", width = 12, align = "center" }},
    {{ text = "Đơn vị", column = "unit", align = "left", row-header = true }},
    {{ text = "Tổng cộng", column = "all", width = 34 }},
]
"#
    );
    document.definition = format!("{before}{table}");
    let prose = document.narrative.get_mut("02-dieu.typ.j2").expect("prose");
    *prose = prose.replace("{% for unit in allocation %}{{ unit.unit }} ({{ unit.all }} triệu đồng), {% endfor %}", "");
    templates
}

/// Number, name, level, upper row and amount of each row; a name that ends with `>` is merged over the table.
fn input(rows: &[(&str, &str, &str, &str, Option<f64>)]) -> InputFolder {
    let mut folder = second::input(1.0);
    let mut sheets = vanban::xlsx::read::read("a.xlsx", &folder.workbooks["a.xlsx"]).expect("own").sheets;
    sheets.truncate(2);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Dự toán").expect("name");
    for (col, heading) in ["STT", "Đơn vị", "Bậc", "Thuộc", "Tổng cộng"].iter().enumerate() {
        sheet.write_string(0, col as u16, *heading).expect("cell");
    }
    for (at, &(number, name, level, above, amount)) in rows.iter().enumerate() {
        let row = at as u32 + 1;
        if let Some(title) = name.strip_suffix('>') {
            sheet.merge_range(row, 0, row, 4, title, &Format::new()).expect("merge");
            continue;
        }
        for (col, text) in [number, name, level, above].iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(row, col as u16, *text).expect("cell");
        }
        if let Some(amount) = amount {
            sheet.write_number(row, 4, amount).expect("cell");
        }
    }
    let table = book.save_to_buffer().expect("workbook");
    folder.workbooks = BTreeMap::from([("a.xlsx".to_owned(), write(&sheets)), ("b.xlsx".to_owned(), table)]);
    folder
}

fn verified(input: &InputFolder, templates: &Templates) -> Verified {
    match verify::verify(input, templates) {
        Ok(Warned { output, .. }) => output,
        Err(failure) => panic!("{:#?}", failure.findings()),
    }
}

/// The errors: code, and the last part of the place.
fn errors(input: &InputFolder, templates: &Templates) -> Vec<(&'static str, String)> {
    let found = match verify::verify(input, templates) {
        Ok(Warned { warnings, .. }) => warnings,
        Err(Failure::Refused(found) | Failure::Failed(found)) => found,
    };
    let errors = found.iter().filter(|finding| finding.severity == Severity::Error);
    let place = |place: String| place.rsplit(" › ").next().unwrap_or_default().to_owned();
    errors.map(|finding| (finding.code.name(), place(finding.place.to_string()))).collect()
}

fn amount(verified: &Verified, row: &str) -> String {
    let entry = verified.checked.dataset.entry(&key(&format!("allocation/{row}/all")));
    entry.and_then(|entry| entry.quantity()).map_or("–".to_owned(), |quantity| quantity.value.normalize().to_string())
}

/// Two groups of places, as every way of telling the levels has them.
const ROWS: [(&str, &str, &str, &str, Option<f64>); 6] = [
    ("I", "Vùng cao", "1", "", None),
    ("1", "Xã A", "2", "Vùng cao", Some(100.0)),
    ("2", "Xã B", "2", "Vùng cao", Some(120.0)),
    ("II", "Vùng thấp", "1", "", None),
    ("1", "Xã C", "2", "Vùng thấp", Some(3.5)),
    ("", "Tổng số", "", "", None),
];

#[test]
fn every_way_to_tell_levels_gives_the_same_sums() {
    let ways = [
        r#"outline = { by = "numbering", column = "stt", levels = ["I", "1"] }"#,
        r#"outline = { by = "level", column = "level" }"#,
        r#"outline = { by = "parent", column = "above" }"#,
        r#"outline = { by = "groups" }"#,
    ];
    for way in ways {
        for over in ["top", "leaves"] {
            let verified = verified(&input(&ROWS), &declared(way, over));
            let found = ["Vùng cao", "Xã B", "Vùng thấp", "total"].map(|row| amount(&verified, row));
            assert_eq!(found, ["220", "120", "3.5", "223.5"], "{way} {over}");
        }
    }
    let pointed = ROWS.map(|(number, name, level, above, amount)| match number {
        "I" => ("1", name, level, above, amount),
        "II" => ("2", name, level, above, amount),
        "1" if name == "Xã C" => ("2.1", name, level, above, amount),
        "1" => ("1.1", name, level, above, amount),
        "2" => ("1.2", name, level, above, amount),
        _ => (number, name, level, above, amount),
    });
    let way = r#"outline = { by = "points", column = "stt" }"#;
    assert_eq!(amount(&verified(&input(&pointed), &declared(way, "top")), "total"), "223.5");
}

#[test]
fn titles_without_figures_are_printed_over_their_rows() {
    let mut rows = ROWS;
    (rows[0], rows[3]) = (("", "Vùng cao>", "", "", None), ("", "Vùng thấp>", "", "", None));
    let mut templates = declared(r#"outline = { by = "groups" }"#, "leaves");
    let built = build_with(&input(&rows), &templates).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let page = text_of(&built.product.pages.document.pages()[1].frame);
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("Vùng cao 220,0 1 Xã A 100,0 2 Xã B 120,0 Vùng thấp 3,5 1 Xã C 3,5 Tổng số 223,5"),
        "{words}"
    );
    // Without sums of the groups their titles have none.
    let document = templates.documents.get_mut("quyet-dinh-giao-du-toan").expect("second");
    document.definition = document.definition.replace("    { kind = \"children\", columns = [\"all\"] },\n", "");
    let built = build_with(&input(&rows), &templates).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    assert_eq!(amount(&built.verified, "Vùng cao"), "–");
    assert_eq!(amount(&built.verified, "total"), "223.5");
}

#[test]
fn numbers_may_name_the_rows() {
    let mut templates = declared(r#"outline = { by = "numbering", levels = ["I", "1"] }"#, "top");
    let document = templates.documents.get_mut("quyet-dinh-giao-du-toan").expect("second");
    document.definition = document.definition.replace("row-key = \"unit\"", "row-key = \"stt\"");
    let verified = verified(&input(&ROWS), &templates);
    let found = ["I", "I.1", "I.2", "II", "II.1", "total"].map(|row| amount(&verified, row));
    assert_eq!(found, ["220", "100", "120", "3.5", "3.5", "223.5"]);
}

#[test]
fn rows_that_do_not_fit_are_errors_at_their_cells() {
    let numbering = declared(r#"outline = { by = "numbering", column = "stt", levels = ["I", "1"] }"#, "top");
    let mut rows = ROWS;
    rows[2].0 = "1.1";
    assert_eq!(errors(&input(&rows), &numbering), [("row-unplaced", "A4".to_owned())]);
    let by_level = declared(r#"outline = { by = "level", column = "level" }"#, "top");
    let mut rows = ROWS;
    rows[2].2 = "4";
    assert_eq!(errors(&input(&rows), &by_level), [("row-unplaced", "C4".to_owned())]);
    let by_parent = declared(r#"outline = { by = "parent", column = "above" }"#, "top");
    let mut rows = ROWS;
    rows[4].3 = "Vùng giữa";
    assert_eq!(errors(&input(&rows), &by_parent), [("row-unplaced", "D6".to_owned())]);
    // A group's sum that is typed is compared like any other.
    let mut rows = ROWS;
    rows[0].4 = Some(221.0);
    assert_eq!(errors(&input(&rows), &numbering), [("sum-mismatch", "E2".to_owned())]);
    // The sum of every row counts those below others twice.
    let all = declared(r#"outline = { by = "numbering", column = "stt", levels = ["I", "1"] }"#, "all");
    assert_eq!(errors(&input(&ROWS), &all), [("row-counted-twice", "B2".to_owned())]);
}

#[test]
fn a_row_without_figures_is_no_title_unless_rows_stand_below_it() {
    let missing = [("cell-required", "E6".to_owned())];
    for way in [
        r#"outline = { by = "numbering", column = "stt", levels = ["I", "1"] }"#,
        r#"outline = { by = "level", column = "level" }"#,
        r#"outline = { by = "parent", column = "above" }"#,
        r#"outline = { by = "groups" }"#,
    ] {
        let mut rows = ROWS;
        rows[4].4 = None;
        assert_eq!(errors(&input(&rows), &declared(way, "top")), missing, "{way}");
    }
}

#[test]
fn a_number_or_a_name_that_two_rows_have_tells_no_place() {
    let points = declared(r#"outline = { by = "points", column = "stt" }"#, "top");
    let mut rows = ROWS;
    for (row, number) in ["1", "1.1", "1.2", "2", "1.1"].into_iter().enumerate() {
        rows[row].0 = number;
    }
    assert_eq!(errors(&input(&rows), &points), [("row-unplaced", "A6".to_owned())]);
    let parents = declared(r#"outline = { by = "parent", column = "above", names-repeat = true }"#, "top");
    let rows = [
        ("", "Huyện X", "", "", None),
        ("", "Xã An", "", "Huyện X", Some(1.0)),
        ("", "Huyện Y", "", "", None),
        ("", "Xã An", "", "Huyện Y", None),
        ("", "Thôn 1", "", "Xã An", Some(10.0)),
        ("", "Tổng số", "", "", None),
    ];
    assert_eq!(errors(&input(&rows), &parents), [("row-unplaced", "D6".to_owned())]);
    let full = rows.map(|row| if row.3 == "Xã An" { (row.0, row.1, row.2, "Huyện Y/Xã An", row.4) } else { row });
    assert_eq!(amount(&verified(&input(&full), &parents), "Huyện Y"), "10");
}

#[test]
fn names_may_repeat_below_several_rows() {
    let mut rows = ROWS;
    rows[4].1 = "Xã A";
    let way = |more: &str| declared(&format!("outline = {{ by = \"groups\"{more} }}"), "leaves");
    assert_eq!(errors(&input(&rows), &way("")), [("row-twice", "B6".to_owned())]);
    let verified = verified(&input(&rows), &way(", names-repeat = true"));
    assert_eq!(["Vùng cao/Xã A", "Vùng thấp/Xã A", "total"].map(|row| amount(&verified, row)), ["100", "3.5", "223.5"]);
}

#[test]
fn an_outline_is_declared_whole() {
    for outline in [
        r#"outline = { by = "numbering", column = "stt" }"#,
        r#"outline = { by = "level" }"#,
        r#"outline = { by = "parent", column = "nowhere" }"#,
        r#"outline = { by = "groups", column = "stt" }"#,
        r#"outline = { by = "points", levels = ["I"] }"#,
        r#"outline = { by = "numbering", column = "stt", levels = ["I", "1", "I"] }"#,
    ] {
        let found = errors(&input(&ROWS), &declared(outline, "top"));
        assert_eq!(found.iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["definition-outline"], "{outline}");
    }
}
