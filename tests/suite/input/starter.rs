//! `vanban new`: the input workbook that people fill in, and what it carries over from last year.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use vanban::finding::messages::{Language, Messages};
use vanban::finding::outcome::Failure;
use vanban::finding::place::Place;
use vanban::finding::{Finding, Severity};
use vanban::input::folder::InputFolder;
use vanban::input::starter::begin::{self, Request, Started};
use vanban::input::templates::Templates;
use vanban::xlsx::grid::{self, Cell, CellValue, Sheet};
use vanban::xlsx::read;

use crate::product::second;
use crate::support::common::{Built, build_with, golden, input, plan, position, source, templates, write};
use crate::support::desk::{Desk, stderr};
use crate::support::typist::{Typist, part, parts};

const FOLDER: &str = "inputs/moi";

fn asked() -> Request<'static> {
    Request { folder: FOLDER, document: None, year: None, previous: None }
}

fn begin(request: &Request<'_>, templates: &Templates) -> Started {
    begin::begin(request, templates).unwrap_or_else(|failure| panic!("{:#?}", failure.findings())).output
}

fn blank() -> Started {
    begin(&asked(), templates())
}

fn folder(bytes: Vec<u8>) -> InputFolder {
    InputFolder { name: "ke-hoach-2024".to_owned(), workbooks: BTreeMap::from([("so-lieu.xlsx".to_owned(), bytes)]) }
}

fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    read::read("so-lieu.xlsx", bytes).expect("own workbook").sheets
}

/// The XML of each sheet, by name.
fn sheets_xml(bytes: &[u8]) -> BTreeMap<String, String> {
    let book = part(bytes, "xl/workbook.xml");
    let names = book.split("<sheet name=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let numbered = names
        .enumerate()
        .map(|(index, name)| (name.to_owned(), part(bytes, &format!("xl/worksheets/sheet{}.xml", index + 1))));
    numbered.collect()
}

/// Fills a new workbook in with the cells of another; a total row goes to where the new one has it.
pub fn filled(bytes: &[u8], from: &[Sheet]) -> Vec<u8> {
    let ready = sheets(bytes);
    let mut typist = Typist::new(bytes);
    for sheet in from {
        let there = ready.iter().find(|other| other.name == sheet.name).expect("sheet");
        for row in 0..=sheet.last_row() {
            let label = sheet.row(row).find_map(|(_, cell)| match &cell.value {
                CellValue::Text(text) if text.to_lowercase().ends_with("cộng") => Some(text.clone()),
                _ => None,
            });
            let same = |cell: &Cell| matches!(&cell.value, CellValue::Text(text) if Some(text) == label.as_ref());
            let target = there.cells.iter().find(|(at, cell)| at.0 > 0 && same(cell)).map_or(row, |(at, _)| at.0);
            for (col, cell) in sheet.row(row) {
                typist.enter(&sheet.name, &sheet.at(target, col).a1(), cell);
            }
        }
    }
    typist.save()
}

/// Every figure and particular with all the places where it is printed.
fn printed(built: &Built) -> String {
    let mut out = String::new();
    for figure in &built.product.ledger.figures {
        let _ = writeln!(out, "{} {:?} {:?} {}", figure.key, figure.value, figure.printed, figure.places.len());
    }
    out
}

fn expect_same(built: &Built) {
    assert!(built.file(".pdf") == plan().file(".pdf"), "the PDF differs");
    assert!(built.file(".xlsx") == plan().file(".xlsx"), "the workbook differs");
    assert_eq!(printed(built), printed(plan()));
    assert_eq!(built.count(Severity::Warning), plan().count(Severity::Warning));
}

fn all_of(found: &[Finding], language: Language) -> String {
    found.iter().map(|finding| Messages::new(language, false).long(finding) + "\n").collect()
}

/// The cells of a workbook, one a line; the instructions and the lists are left out.
fn listing(bytes: &[u8]) -> String {
    let mut out = String::new();
    for sheet in sheets(bytes).iter().filter(|sheet| !["Hướng dẫn", "Danh mục"].contains(&&*sheet.name)) {
        let _ = writeln!(out, "== {}", sheet.name);
        for row in 0..=sheet.last_row() {
            let cells: Vec<String> = sheet
                .row(row)
                .map(|(col, cell)| format!("{} {}", sheet.at(row, col).a1(), cell.value.shown(cell.format)))
                .collect();
            let _ = writeln!(out, "{}", cells.join(" | "));
        }
    }
    out
}

#[test]
fn a_blank_workbook_is_refused_with_what_is_missing() {
    for (language, name) in [(Language::Vietnamese, "vi"), (Language::English, "en")] {
        let Err(Failure::Refused(found)) = vanban::input::verify::verify(&folder(blank().bytes), templates()) else {
            panic!("accepted")
        };
        golden(&format!("blank.{name}.txt"), &all_of(&found, language));
    }
}

#[test]
fn filled_in_it_makes_the_same_document() {
    let input = folder(filled(&blank().bytes, &source()));
    expect_same(&build_with(&input, templates()).unwrap_or_else(|failure| panic!("{:#?}", failure.findings())));
}

#[test]
fn last_years_input_hands_down_names_and_leaves_figures_blank() {
    let last = input();
    let started = begin(&Request { previous: Some(&last), ..asked() }, templates());
    golden("carried.txt", &listing(&started.bytes));
    // The same figures under next year's headings make a document.
    let mut next = source();
    for (sheet, a1, text) in [
        ("Văn bản", "B12", None),
        ("Chỉ tiêu", "C1", Some("Kế hoạch năm 2024")),
        ("Chỉ tiêu", "D1", Some("Kết quả thực hiện năm 2024")),
        ("Chỉ tiêu", "E1", Some("Kế hoạch năm 2025")),
    ] {
        let sheet = next.iter_mut().find(|other| &*other.name == sheet).expect("sheet");
        let value = text.map_or(CellValue::Number(2025.into()), |text| CellValue::Text(text.to_owned()));
        sheet.cells.get_mut(&position(a1)).expect("cell").value = value;
    }
    let built = build_with(&folder(filled(&started.bytes, &next)), templates());
    let built = built.unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    // The date is still that of last year's plan.
    assert_eq!(built.count(Severity::Warning), 6);
    assert!(built.sentences().iter().any(|sentence| sentence.contains("năm 2025")));
}

#[test]
fn the_second_document_starts_too() {
    let all = second::with_second();
    let request = Request { document: Some("quyet-dinh-giao-du-toan"), year: Some(2025), ..asked() };
    let first = begin(&request, &all);
    let full = sheets(&second::input(1234.5).workbooks["a.xlsx"]);
    let last = second::input(1234.5);
    let next = begin(&Request { previous: Some(&last), document: None, year: None, ..request }, &all);
    let years = |bytes: &[u8]| sheets(bytes)[1].cells[&(12, 1)].value.clone();
    assert_eq!(years(&first.bytes), CellValue::Number(2025.into()));
    assert_eq!(years(&next.bytes), CellValue::Number(2026.into()));
    // Its columns stand in another order in the workbook that was made by hand.
    let mut typist = Typist::new(&first.bytes);
    let facts: BTreeMap<String, &Cell> = full[0]
        .cells
        .iter()
        .filter(|(at, _)| at.1 == 0)
        .filter_map(|(at, name)| Some((name.value.shown(name.format), full[0].cells.get(&(at.0, 1))?)))
        .collect();
    for (at, name) in sheets(&first.bytes)[1].cells.iter().filter(|(at, _)| at.1 == 0) {
        typist.enter("Thông tin", &format!("B{}", at.0 + 1), facts[&name.value.shown(name.format)]);
    }
    for (at, cell) in &full[1].cells {
        typist.enter("Gửi", &format!("A{}", at.0 + 1), cell);
    }
    for (from, to) in [((1, 1), "A2"), ((1, 2), "B2"), ((1, 3), "C2"), ((2, 1), "A3"), ((2, 2), "B3")] {
        typist.enter("Dự toán", to, &full[2].cells[&from]);
    }
    let built = build_with(&folder(typist.save()), &all).unwrap_or_else(|f| panic!("{:#?}", f.findings()));
    let wanted = build_with(&second::input(1234.5), &all).unwrap_or_else(|f| panic!("{:#?}", f.findings()));
    assert!(built.file(".pdf") == wanted.file(".pdf"));
}

/// The list that a cell offers has the rows in the order in which they stand in the table.
#[test]
fn twelve_rows_are_offered_in_the_order_of_the_outline() {
    let mut all = templates().clone();
    let folder = all.documents.get_mut("ke-hoach-giam-ngheo").expect("document");
    let named =
        ["12", "11", "10", "2.10", "2.9", "9", "8", "7", "6"].map(|code| format!("{{{{ budget[\"{code}\"].name }}}}"));
    folder.narrative.insert("07-them.typ.j2".to_owned(), named.join(", "));
    let started = begin(&asked(), &all);
    let book = sheets(&started.bytes);
    let lists = book.iter().find(|sheet| &*sheet.name == "Danh mục").expect("lists");
    let is_of_budget = |cell: &Cell| matches!(&cell.value, CellValue::Text(text) if text == "2.10");
    let column = lists.cells.iter().find(|(_, cell)| is_of_budget(cell)).map(|((_, col), _)| *col).expect("column");
    let offered: Vec<String> =
        (1..).map_while(|row| lists.cells.get(&(row, column))).map(|cell| cell.value.shown(cell.format)).collect();
    let wanted = "1 2 2.1 2.2 2.9 2.10 3 3.1 3.2 4 4.1 4.2 5.1 5.2 6 7 8 9 10 11 12";
    assert_eq!(offered.join(" "), wanted);
}

/// Each open column has its rule; what must differ is watched; only what is there already is locked.
#[test]
fn every_sheet_has_its_rules() {
    let started = blank();
    let document = &started.document;
    let xml = sheets_xml(&started.bytes);
    for table in &document.tables {
        let xml = &xml[&table.sheet];
        assert_eq!(xml.matches("<dataValidation ").count(), table.columns.len(), "{}", table.sheet);
        assert!(xml.contains("type=\"duplicateValues\""), "{}", table.sheet);
    }
    let open = document.facts.fields.len() - 1;
    assert_eq!(xml[&document.facts.sheet].matches("<dataValidation ").count(), open);
    for (name, wanted) in [
        ("Hộ nghèo", "type=\"list\""),
        ("Hộ nghèo", "<formula1>DM_households_locality</formula1>"),
        ("Hộ nghèo", "type=\"whole\" operator=\"greaterThanOrEqual\""),
        ("Hộ nghèo", "type=\"decimal\" operator=\"greaterThanOrEqual\""),
        ("Viện dẫn", "type=\"date\""),
        ("Văn bản", "<formula1>1950</formula1><formula2>2100</formula2>"),
        ("Văn bản", "type=\"textLength\""),
    ] {
        assert!(xml[name].contains(wanted), "{name}: {wanted}");
    }
    for (name, xml) in &xml {
        assert!(xml.contains("<sheetProtection sheet=\"1\""), "{name} is not locked");
        assert!(!xml.contains("password"), "{name}");
        assert!(name == "Hướng dẫn" || xml.contains("state=\"frozen\""), "{name}");
    }
    // A text that is not in the message file shows as its name and arguments.
    for (name, text) in parts(&started.bytes) {
        assert!(!text.contains(" []") && !text.contains(" [("), "{name}");
    }
}

#[test]
fn the_same_order_gives_the_same_bytes() {
    let last = input();
    let request = Request { previous: Some(&last), ..asked() };
    assert!(blank().bytes == blank().bytes);
    assert!(begin(&request, templates()).bytes == begin(&request, templates()).bytes);
}

/// A year that is known stands in the headings; one that is not yet is followed by a formula.
#[test]
fn headings_follow_the_year() {
    let headings = |bytes: &[u8]| -> Vec<String> {
        let book = sheets(bytes);
        let sheet = book.iter().find(|sheet| &*sheet.name == "Chỉ tiêu").expect("sheet");
        sheet.row(0).skip(1).map(|(_, cell)| cell.value.shown(cell.format)).collect()
    };
    let unknown = blank().bytes;
    assert_eq!(headings(&unknown)[1..], ["Kế hoạch năm …", "Kết quả thực hiện năm …", "Kế hoạch năm …"]);
    let formula = "\"Kế hoạch năm \"&amp;IF('Văn bản'!$B$12=\"\",\"…\",'Văn bản'!$B$12-1)";
    assert!(sheets_xml(&unknown)["Chỉ tiêu"].contains(formula), "{}", sheets_xml(&unknown)["Chỉ tiêu"]);
    let known = begin(&Request { year: Some(2030), ..asked() }, templates()).bytes;
    assert_eq!(headings(&known)[1..], ["Kế hoạch năm 2029", "Kết quả thực hiện năm 2029", "Kế hoạch năm 2030"]);
}

/// The first finding about the property, for an input that says it was made for `schema`.
fn judged(schema: Option<&str>, templates: &Templates) -> Option<Finding> {
    let mut book = read::read("so-lieu.xlsx", &write(&source())).expect("workbook");
    let properties = schema.map(|schema| ("vanban-schema".to_owned(), schema.to_owned())).into_iter().collect();
    book.origin = std::sync::Arc::new(grid::Origin { properties, ..(*book.origin).clone() });
    let template = "ke-hoach-giam-ngheo";
    let document = blank().document;
    vanban::input::layout_version::check(&[book], template, &document, templates).into_iter().next()
}

#[test]
fn an_input_for_another_layout_is_refused() {
    let code = |schema, templates: &Templates| judged(schema, templates).map(|d| (d.severity, d.code.name()));
    assert_eq!(code(Some("ke-hoach-giam-ngheo/1"), templates()), None);
    assert_eq!(code(None, templates()), Some((Severity::Warning, "schema-missing")));
    for other in ["ke-hoach-giam-ngheo/2", "quyet-dinh-giao-du-toan/1", "khong-co/1", "la"] {
        assert_eq!(code(Some(other), &second::with_second()), Some((Severity::Error, "schema-other")), "{other}");
    }
    // A copy of the folder under another name goes on with the inputs of the old one.
    let mut copied = templates().clone();
    let copy = copied.documents["ke-hoach-giam-ngheo"].clone();
    copied.documents.insert("ke-hoach-2025".to_owned(), copy);
    assert_eq!(code(Some("ke-hoach-2025/1"), &copied), None);
}

#[test]
fn last_years_input_may_be_older_but_not_of_another_document() {
    let last = input();
    let mut newer = templates().clone();
    let folder = newer.documents.get_mut("ke-hoach-giam-ngheo").expect("document");
    folder.definition = folder
        .definition
        .replace("schema = 1", "schema = 2")
        .replace("heading = \"Số hộ nghèo\"", "heading = \"Số hộ nghèo giảm\"");
    let request = Request { previous: Some(&last), ..asked() };
    let started = begin::begin(&request, &newer).unwrap_or_else(|f| panic!("{:#?}", f.findings()));
    assert!(started.warnings.iter().any(|finding| finding.code.name() == "from-older"));
    assert_eq!(started.output.start.tables["households"].len(), 10);
    assert!(started.output.start.facts.contains_key("signer"));
    let refused = |request: &Request<'_>| match begin::begin(request, &second::with_second()) {
        Err(failure) => failure.findings()[0].code.name(),
        Ok(_) => "accepted",
    };
    assert_eq!(refused(&Request { document: Some("quyet-dinh-giao-du-toan"), ..request }), "from-other-document");
    assert_eq!(refused(&asked()), "new-document-unnamed");
    assert_eq!(refused(&Request { document: Some("quyet-dinh-giao-du-toa"), ..asked() }), "template-unknown");
}

#[test]
fn a_new_workbook_never_overwrites() {
    let desk = Desk::real();
    let output = desk.run(&["new", "inputs/moi"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(String::from_utf8_lossy(&output.stdout).replace('\\', "/").trim(), "inputs/moi/so-lieu.xlsx");
    golden("new.vi.txt", &stderr(&output));
    let before = fs::read(desk.path("inputs/moi/so-lieu.xlsx")).expect("workbook");
    let again = desk.run(&["new", "inputs/moi", "--from", "inputs/ke-hoach", "--lang", "en"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("new-folder-taken"), "{}", stderr(&again));
    assert!(fs::read(desk.path("inputs/moi/so-lieu.xlsx")).expect("workbook") == before);
    let carried = desk.run(&["new", "sau", "--from", "inputs/ke-hoach"]);
    golden("new-from.vi.txt", &stderr(&carried));
    assert!(desk.path("sau/so-lieu.xlsx").is_file());
    for (arguments, code) in [
        (&["new", "khac", "--from", "khong-co"][..], 2),
        (&["new", "khac", "--document", "khong-co"], 2),
        (&["new", "khac", "--year", "25"], 2),
        (&["new"], 2),
    ] {
        let output = desk.run(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", stderr(&output));
        assert!(!desk.path("khac").exists(), "{arguments:?}");
    }
    // Broken inputs of last year are shown, and nothing is made of them.
    fs::write(desk.path("inputs/ke-hoach/so-lieu.xlsx"), b"khong phai xlsx").expect("file");
    let output = desk.run(&["new", "khac", "--from", "inputs/ke-hoach"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(!desk.path("khac").exists());
}

#[test]
fn findings_of_last_year_name_their_cells() {
    let mut book = source();
    let sheet = book.iter_mut().find(|sheet| &*sheet.name == "Viện dẫn").expect("sheet");
    let first = sheet.cells[&(1, 0)].clone();
    sheet.cells.insert((2, 0), first);
    let last = folder(write(&book));
    let Err(Failure::Refused(found)) = begin::begin(&Request { previous: Some(&last), ..asked() }, templates()) else {
        panic!("accepted")
    };
    assert!(found.iter().any(|finding| finding.code.name() == "row-twice" && matches!(finding.place, Place::Cell(_))));
}
