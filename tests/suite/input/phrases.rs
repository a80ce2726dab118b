//! Titles and headings of a definition name particulars; whatever else has braces would stand on paper as written.

use std::fmt::Write as _;
use std::fs;

use vanban::finding::Severity;
use vanban::finding::messages::{Language, Messages};
use vanban::input::definition::model::Document;
use vanban::xlsx::grid::CellValue;

use crate::support::common::{New, build_with, edited, golden, redefined, root, set, source, templates, write};

/// What stands in the plan's definition, and what somebody makes of it.
const SLIPS: [(&str, &str); 12] = [
    ("NGHÈO NĂM {{ doc.year }}\"]", "NGHÈO NĂM {{ doc.yaer }}\"]"),
    ("NGHÈO NĂM {{ doc.year }}\"]", "NGHÈO NĂM {{ year }}\"]"),
    ("NGHÈO NĂM {{ doc.year }}\"]", "NGHÈO NĂM { { doc.year } }\"]"),
    ("NGHÈO NĂM {{ doc.year }}\"]", "NGHÈO NĂM {doc.year}\"]"),
    ("NGHÈO NĂM {{ doc.year }}\"]", "NGHÈO NĂM {{ doc.year }\"]"),
    ("NGHÈO NĂM {{ doc.year }}\"]", "NGHÈO NĂM {{ doc.year | upper }} {% if doc.year %}\"]"),
    ("label = \"Phụ lục I\"", "label = \"Phụ lục {{ budget.no }}\""),
    ("text = \"Kế hoạch năm {{ doc.year }}\"", "text = \"Kế hoạch năm {Năm kế hoạch}\""),
    ("heading = \"Kế hoạch năm {{ doc.year }}\"", "heading = \"Kế hoạch năm {{ doc.nam }}\""),
    ("phố\"\n", "phố {{ doc.years }}\"\n"),
    ("sheet = \"Kinh phí\"", "sheet = \"Kinh phí {{ doc.year }}\""),
    ("unit = \"triệu đồng\"", "unit = \"{{ doc.unit }}\""),
];

#[test]
fn braces_that_name_no_particular_are_told_at_their_line() {
    let plan = fs::read_to_string(root().join("templates/ke-hoach-giam-ngheo/document.toml")).expect("definition");
    for (language, name) in [(Language::Vietnamese, "phrases.vi.txt"), (Language::English, "phrases.en.txt")] {
        let messages = Messages::new(language, false);
        let mut told = String::new();
        for (from, to) in SLIPS {
            assert!(plan.contains(from), "{from}");
            let found = Document::parse(&plan.replacen(from, to, 1), "mau/document.toml").err().unwrap_or_default();
            let _ = writeln!(told, "# {}\n", to.trim());
            found.iter().for_each(|finding| told += &(messages.long(finding) + "\n"));
        }
        golden(name, &told);
    }
}

/// A field of its own, which need not be filled in, named in a title.
fn titled(key: &str) -> vanban::input::templates::Templates {
    redefined(|text| {
        let field =
            "{ key = \"note\", heading = \"Ghi chú\", kind = \"text\", required = false },\n    { key = \"place\"";
        let text = text.replacen("{ key = \"place\"", field, 1);
        text.replacen("NGHÈO NĂM {{ doc.year }}", &format!("NGHÈO NĂM {{{{ doc.{key} }}}} HẾT"), 1)
    })
}

fn codes(input: &vanban::input::folder::InputFolder, key: &str) -> Vec<String> {
    let Err(failure) = build_with(input, &titled(key)) else { return Vec::new() };
    let errors = failure.findings().iter().filter(|found| found.severity == Severity::Error);
    errors.map(|found| format!("{} {}", found.code.name(), found.arg("heading"))).collect()
}

#[test]
fn a_blank_particular_that_a_title_names_is_asked_for() {
    assert_eq!(codes(&edited(&[]), "note"), ["phrase-blank Ghi chú"]);
    let mut book = source();
    let sheet = book.iter_mut().find(|sheet| &*sheet.name == "Văn bản").expect("sheet");
    let row = 1 + sheet.cells.keys().map(|at| at.0).max().expect("rows");
    set(sheet, (row, 0), &New::Text("Ghi chú".into()));
    let mut input = edited(&[]);
    input.workbooks.insert("so-lieu.xlsx".to_owned(), write(&book));
    assert_eq!(codes(&input, "note"), ["phrase-blank Ghi chú"]);
    let sheet = book.iter_mut().find(|sheet| &*sheet.name == "Văn bản").expect("sheet");
    set(sheet, (row, 1), &New::Text("2024".into()));
    input.workbooks.insert("so-lieu.xlsx".to_owned(), write(&book));
    assert_eq!(codes(&input, "note"), [""; 0]);
}

/// Names in braces are filled into particulars; in a recipient or a table they would be printed.
#[test]
fn braces_in_cells_where_nothing_is_filled_in_are_told() {
    let input = edited(&[
        ("Nơi nhận", "A3", New::Text("{Cơ quan}".into())),
        ("Chỉ tiêu", "B3", New::Text("Giảm {{ doc.year }} hộ".into())),
    ]);
    let built = build_with(&input, templates()).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let braces = built.warnings.iter().filter(|found| found.code.name() == "cell-braces");
    let told: Vec<String> = braces.map(|found| format!("{} {}", found.arg("name"), found.place)).collect();
    assert_eq!(told, ["doc.year so-lieu.xlsx › Chỉ tiêu › B3", "Cơ quan so-lieu.xlsx › Nơi nhận › A3"]);
}

/// A draft has a gap where its number will stand, in a title as in its head.
#[test]
fn a_draft_has_a_gap_for_its_number() {
    let mut book = source();
    let sheet = book.iter_mut().find(|sheet| &*sheet.name == "Văn bản").expect("sheet");
    let is_number = |value: &CellValue| matches!(value, CellValue::Text(text) if text == "Số");
    let row = sheet.cells.iter().find(|(_, cell)| is_number(&cell.value)).expect("Số").0.0;
    set(sheet, (row, 1), &New::Blank);
    let mut input = edited(&[]);
    input.workbooks.insert("so-lieu.xlsx".to_owned(), write(&book));
    let built = build_with(&input, &titled("number")).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let titles = built.sheet("Phụ lục I - Hộ nghèo");
    let title = titles.values().find_map(|value| match value {
        CellValue::Text(text) if text.ends_with("HẾT") => Some(text.clone()),
        _ => None,
    });
    let title = title.expect("title");
    assert_eq!(title.split_whitespace().rev().take(3).collect::<Vec<_>>(), ["HẾT", "NĂM", "NGHÈO"], "{title}");
}
