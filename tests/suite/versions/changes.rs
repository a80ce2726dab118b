//! `vanban diff`: exactly what changed, in which sentences and cells, and nothing else.

use std::fs;
use std::process::Output;

use serde_json::Value;
use vanban::input::folder::InputFolder;
use vanban::input::templates::Templates;
use vanban::product::ledger::format::{self, Context};
use vanban::versions::diff::change::{Difference, How};
use vanban::versions::diff::data;
use vanban::versions::diff::version::Version;
use vanban::xlsx::grid::CellValue;
use vanban::xlsx::read;

use crate::support::common::{New, edited, golden, input, key, plan, position, set, source, templates, text, write};
use crate::support::desk::{Desk, stderr};

fn state_with(input: &InputFolder, templates: &Templates) -> Version {
    let verified =
        vanban::input::verify::verify(input, templates).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    Version::of_inputs(&verified.output, templates).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()))
}

fn state(edits: &[(&str, &str, New)]) -> Version {
    state_with(&edited(edits), templates())
}

fn after(edits: &[(&str, &str, New)]) -> Difference {
    data::diff(&state(&[]), &state(edits))
}

/// Hộ nghèo Huyện Phú Bình 306 → 310, with the total and the target that repeats it.
fn phu_binh() -> Vec<(&'static str, &'static str, New)> {
    let total = || New::Number("2714");
    vec![("Hộ nghèo", "C5", New::Number("310")), ("Hộ nghèo", "C11", total()), ("Chỉ tiêu", "E2", total())]
}

/// The real templates with one file of the prose changed.
fn with_prose(file: &str, edit: impl Fn(&str) -> String) -> Templates {
    let mut all = templates().clone();
    let prose = &mut all.documents.get_mut("ke-hoach-giam-ngheo").expect("document").narrative;
    let changed = edit(&prose[file]);
    assert_ne!(prose[file], changed);
    prose.insert(file.to_owned(), changed);
    all
}

#[test]
fn one_districts_figure_changes_its_cells_and_its_one_sentence() {
    let difference = after(&phu_binh());
    let figures: Vec<(&str, &str, &str)> = difference
        .figures
        .iter()
        .map(|change| (&*change.name, &*change.old.as_ref().unwrap().shown, &*change.new.as_ref().unwrap().shown))
        .collect();
    assert_eq!(
        figures,
        [
            ("Hộ nghèo › Huyện Phú Bình › Số hộ nghèo", "306", "310"),
            ("Hộ nghèo › Cộng › Hộ nghèo và hộ cận nghèo", "3.486", "3.490"),
            ("Hộ nghèo › Cộng › Số hộ nghèo", "2.710", "2.714"),
            ("Chỉ tiêu › ho-ngheo Giảm 13.200 hộ nghèo › Kế hoạch năm 2024", "2.710", "2.714"),
        ]
    );
    assert!(difference.particulars.is_empty() && difference.leftovers.is_empty() && difference.reordered.is_empty());
    assert_eq!(difference.sentences.len(), 1);
    let sentence = &difference.sentences[0];
    assert_eq!(sentence.figures, [key("households/total/all"), key("households/total/poor")]);
    assert!(!sentence.wording && difference.reworded().next().is_none());
    let changed =
        sentence.marked.iter().filter(|run| matches!(run, vanban::versions::diff::align::Run::Replaced { .. })).count();
    assert_eq!(changed, 2, "{:#?}", sentence.marked);
    let cells: Vec<String> = difference
        .figures
        .iter()
        .filter_map(|change| change.new.as_ref()?.workbook.as_ref())
        .map(|at| format!("{}!{}", at.sheet, at.cell))
        .collect();
    assert_eq!(cells, ["Phụ lục I - Hộ nghèo!C10", "Phụ lục I - Hộ nghèo!C16", "Phụ lục I - Chỉ tiêu!D7"]);
    let first = &difference.figures[0];
    assert_eq!(first.new.as_ref().unwrap().cells[0].cell, "C5");
    let delta = first.difference.expect("numbers");
    assert_eq!((delta.amount.to_string(), delta.percent.unwrap().to_string()), ("4".to_owned(), "1.3072".to_owned()));
}

/// What a survey says of cells and places is what the built document has.
#[test]
fn a_survey_agrees_with_the_built_document() {
    let surveyed = state_with(&input(), templates());
    let built = Version::built(plan().product.ledger.clone());
    assert!(data::diff(&surveyed, &built).is_empty());
    for (one, other) in surveyed.figures().iter().zip(built.figures()) {
        assert_eq!((&one.key, &one.workbook, &one.cells), (&other.key, &other.workbook, &other.cells));
        let mut contexts: Vec<Context> = built.places(other).into_iter().map(|place| place.context).collect();
        contexts.dedup();
        for place in surveyed.places(one) {
            assert!(contexts.contains(&place.context), "{}: {:?} not in {contexts:?}", one.key, place.context);
        }
    }
    // Pages come from the ledger of the same inputs, and from no other.
    let pages =
        |state: &Version| state.figures().iter().flat_map(|f| state.places(f)).filter(|p| p.page.is_some()).count();
    let with_pages = surveyed.clone().with_pages(plan().product.ledger.clone());
    assert!(pages(&with_pages) > 400 && pages(&surveyed) == 0);
    assert_eq!(pages(&state(&phu_binh()).with_pages(plan().product.ledger.clone())), 0);
}

#[test]
fn an_edited_template_is_told_from_a_changed_figure() {
    let edited = with_prose("02-muc-tieu.typ.j2", |text| {
        text.replace("Phấn đấu giảm", "Phấn đấu trong năm giảm").replace("{{ households.total.near_poor }}", "776")
    });
    let difference = data::diff(&state(&[]), &state_with(&input(), &edited));
    assert!(difference.figures.is_empty() && difference.particulars.is_empty());
    assert_eq!(difference.sentences.len(), 1);
    assert!(difference.sentences[0].wording && difference.sentences[0].figures.is_empty());
    assert_eq!(difference.templates, ["ke-hoach-giam-ngheo/narrative/02-muc-tieu.typ.j2"]);
    // The figure that was typed stays behind when its cell changes.
    let near_poor = [("Hộ nghèo", "E2", New::Number("37")), ("Hộ nghèo", "E11", New::Number("778"))];
    let near_poor = [&near_poor[..], &[("Chỉ tiêu", "E3", New::Number("778"))]].concat();
    let later = state_with(&crate::support::common::edited(&near_poor), &edited);
    let difference = data::diff(&state(&[]), &later);
    assert_eq!(difference.leftovers.len(), 1, "{:#?}", difference.leftovers);
    assert_eq!(
        (&*difference.leftovers[0].shown, &*difference.leftovers[0].paragraph.section),
        ("776", "II. / 2. / 2.1.")
    );
}

#[test]
fn a_paragraph_added_or_cut_is_one_change() {
    let edited =
        with_prose("02-muc-tieu.typ.j2", |text| text.replace("== 1. Mục tiêu\n", "== 1. Mục tiêu\n\nMột đoạn mới.\n"));
    let (old, new) = (state(&[]), state_with(&input(), &edited));
    let (there, back) = (data::diff(&old, &new), data::diff(&new, &old));
    assert_eq!(there.sentences.len(), 1);
    assert_eq!(there.sentences[0].new.as_ref().map(|new| &*new.text), Some("Một đoạn mới."));
    assert_eq!(back.sentences[0].old, there.sentences[0].new);
    assert!(there.sentences[0].old.is_none() && there.sentences[0].wording);
}

#[test]
fn a_row_that_was_added_or_taken_out() {
    let mut book = source();
    let at = book.iter().position(|sheet| &*sheet.name == "Chỉ tiêu").expect("sheet");
    let last = book[at].cells.keys().map(|(row, _)| row + 1).max().expect("rows");
    let row = [text("nha-van-hoa"), text("Số nhà văn hóa"), text(""), text(""), New::Number("12")];
    for (col, new) in row.into_iter().enumerate().filter(|(_, new)| !matches!(new, New::Text(t) if t.is_empty())) {
        let a1 = format!("{}{}", ["A", "B", "C", "D", "E"][col], last + 1);
        set(&mut book[at], position(&a1), &new);
    }
    for (col, old) in [("C", "10"), ("D", "11")] {
        set(&mut book[at], position(&format!("{col}{}", last + 1)), &New::Number(old));
    }
    let mut longer = input();
    longer.workbooks.insert("so-lieu.xlsx".to_owned(), write(&book));
    let (old, new) = (state(&[]), state_with(&longer, templates()));
    let difference = data::diff(&old, &new);
    let added: Vec<&str> = difference.figures.iter().map(|change| change.key.as_str()).collect();
    assert_eq!(
        added,
        [
            "indicators/nha-van-hoa/plan",
            "indicators/nha-van-hoa/plan_previous",
            "indicators/nha-van-hoa/result_previous"
        ]
    );
    assert!(difference.figures.iter().all(|change| change.how == How::Added && change.difference.is_none()));
    assert!(difference.sentences.is_empty());
    let back = data::diff(&new, &old);
    assert!(back.figures.iter().all(|change| change.how == How::Removed && change.new.is_none()));
    assert_eq!(back.figures.len(), 3);
}

#[test]
fn rows_that_change_places_and_recipients_that_move_up() {
    let mut book = source();
    let at = book.iter().position(|sheet| &*sheet.name == "Số liệu khác").expect("sheet");
    let (one, two) = (1, 2);
    for col in 0..3 {
        let (a, b) = (book[at].cells.remove(&(one, col)), book[at].cells.remove(&(two, col)));
        book[at].cells.extend(a.map(|cell| ((two, col), cell)).into_iter().chain(b.map(|cell| ((one, col), cell))));
    }
    let mut swapped = input();
    swapped.workbooks.insert("so-lieu.xlsx".to_owned(), write(&book));
    let difference = data::diff(&state(&[]), &state_with(&swapped, templates()));
    assert_eq!(difference.reordered, ["Số liệu khác"]);
    assert!(difference.figures.is_empty() && difference.sentences.is_empty());

    let recipient = after(&[("Nơi nhận", "A2", text("Bộ Nội vụ"))]);
    let said: Vec<(How, &str)> = recipient.particulars.iter().map(|change| (change.how, change.key.as_str())).collect();
    assert_eq!(said, [(How::Added, "recipients/1"), (How::Removed, "recipients/1")]);
}

#[test]
fn a_name_and_a_year_are_listed_apart_from_figures() {
    let row = |name: &str| {
        let sheet = source().into_iter().find(|sheet| &*sheet.name == "Văn bản").expect("sheet");
        let found = sheet.cells.iter().find(|(_, cell)| cell.value == CellValue::Text(name.to_owned()));
        format!("B{}", found.expect("field").0.0 + 1)
    };
    let (year, signer) = (row("Năm kế hoạch"), row("Họ và tên người ký"));
    let difference = after(&[
        ("Văn bản", &year, New::Number("2025")),
        ("Văn bản", &signer, text("Nguyễn Thị Ánh")),
        ("Chỉ tiêu", "C1", text("Kế hoạch năm 2024")),
        ("Chỉ tiêu", "D1", text("Kết quả thực hiện năm 2024")),
        ("Chỉ tiêu", "E1", text("Kế hoạch năm 2025")),
    ]);
    assert!(difference.figures.is_empty());
    let keys: Vec<&str> = difference.particulars.iter().map(|change| change.key.as_str()).collect();
    assert_eq!(keys, ["doc/previous_year", "doc/signer", "doc/year", "doc/year_before_previous"]);
    assert!(difference.particulars.iter().all(|change| change.difference.is_none()));
    assert_eq!(difference.reworded().count(), 10);
    assert!(difference.sentences.iter().all(|sentence| !sentence.wording && !sentence.particulars.is_empty()));
}

#[test]
fn words_around_a_figure_and_percentages() {
    let difference = after(&[("Chỉ tiêu", "E9", text("Trên 98%")), ("Chỉ tiêu", "E10", New::Number("0.66"))]);
    let said: Vec<_> = difference
        .figures
        .iter()
        .map(|change| {
            let delta = change.difference.expect("numbers");
            (&*change.new.as_ref().unwrap().shown, delta.amount.to_string(), delta.points, change.sentences.len())
        })
        .collect();
    assert_eq!(said, [("Trên 98%", "1".to_owned(), true, 1), ("66%", "1".to_owned(), true, 1)]);
}

/// A desk with the real plan, and a second folder whose figures changed.
fn desk() -> Desk {
    let desk = Desk::real();
    let folder = desk.path("inputs/ke-hoach-moi");
    fs::create_dir_all(&folder).expect("folder");
    let mut edits = phu_binh();
    edits.push(("Chỉ tiêu", "E9", text("Trên 98%")));
    edits.push(("Văn bản", "B8", text("Sông Công")));
    edits.push(("Nơi nhận", "A2", text("Bộ Nội vụ")));
    fs::write(folder.join("so-lieu.xlsx"), &edited(&edits).workbooks["so-lieu.xlsx"]).expect("workbook");
    desk
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

const OLD: &str = "inputs/ke-hoach";
const NEW: &str = "inputs/ke-hoach-moi";

#[test]
fn what_a_clerk_reads_in_both_languages() {
    let desk = desk();
    assert_eq!(desk.run(&["build", OLD]).status.code(), Some(0));
    let prose = desk.path("templates/ke-hoach-giam-ngheo/narrative/06-to-chuc-thuc-hien.typ.j2");
    let before = fs::read_to_string(&prose).expect("template");
    fs::write(&prose, before.replace("định kỳ theo quy định", "hằng quý theo quy định")).expect("template");
    let prose = desk.path("templates/ke-hoach-giam-ngheo/narrative/02-muc-tieu.typ.j2");
    let before = fs::read_to_string(&prose).expect("template");
    let typed = before
        .replace("{{ households.total.poor }} hộ", "2.710 hộ")
        .replace("ít nhất một thành viên", "một thành viên");
    fs::write(&prose, typed).expect("template");
    for language in ["vi", "en"] {
        let output = desk.run(&["diff", "output/ke-hoach", NEW, "--lang", language]);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        golden(&format!("diff.{language}.txt"), &stdout(&output));
        let same = desk.run(&["diff", "output/ke-hoach", "output/ke-hoach/figures.json", "--lang", language]);
        assert_eq!(same.status.code(), Some(0), "{}", stderr(&same));
        golden(&format!("diff-same.{language}.txt"), &stdout(&same));
    }
}

#[test]
fn two_ledgers_are_compared_without_templates_and_with_pages() {
    let desk = desk();
    assert_eq!(desk.run(&[]).status.code(), Some(0));
    fs::remove_dir_all(desk.path("templates")).expect("templates");
    let arguments = ["diff", "output/ke-hoach/figures.json", "output/ke-hoach-moi/figures.json", "--format", "json"];
    let output = desk.run(&arguments);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let json: Value = serde_json::from_str(&stdout(&output)).expect("json");
    assert_eq!(json["format"], "vanban/diff/1");
    let figures = json["figures"].as_array().expect("figures");
    assert_eq!(figures.len(), 5);
    let district = &figures[0];
    assert_eq!(district["key"], "households/Huyện Phú Bình/poor");
    assert_eq!((&district["old"]["value"], &district["new"]["value"]), (&"306".into(), &"310".into()));
    assert_eq!(
        (&district["difference"]["amount"], &district["difference"]["percent"]),
        (&"4".into(), &"1.3072".into())
    );
    assert_eq!(district["new"]["places"][0], serde_json::json!({"page": 17, "in": "table", "appendix": "Phụ lục I"}));
    let total = figures.iter().find(|figure| figure["key"] == "households/total/poor").expect("total");
    let sentence = &json["sentences"][total["sentences"][0].as_u64().expect("index") as usize];
    assert_eq!(sentence["new"]["page"], 2);
    assert!(sentence["new"]["text"].as_str().expect("text").contains("2.714 hộ"));
    // The library says the same as the program.
    let read = |name: &str| {
        let bytes = fs::read(desk.path(name)).expect("ledger");
        Version::built(format::read(&bytes, name).unwrap_or_else(|failure| panic!("{:?}", failure.findings())))
    };
    let own = data::diff(&read("output/ke-hoach/figures.json"), &read("output/ke-hoach-moi/figures.json"));
    assert_eq!(serde_json::to_value(&own).expect("json"), json);
}

#[test]
fn the_comparison_as_a_workbook() {
    let desk = desk();
    let output = desk.run(&["diff", OLD, NEW, "--format", "xlsx"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert_eq!(stdout(&output).trim().replace('\\', "/"), "output/ke-hoach-moi/so-sanh.xlsx");
    let bytes = fs::read(desk.path("output/ke-hoach-moi/so-sanh.xlsx")).expect("workbook");
    let book = read::read("so-sanh.xlsx", &bytes).expect("readable");
    let cell = |sheet: usize, a1: &str| book.sheets[sheet].cells.get(&position(a1)).map(|cell| cell.value.clone());
    let words = |text: &str| Some(CellValue::Text(text.to_owned()));
    let number = |n: i64| Some(CellValue::Number(n.into()));
    assert_eq!(book.sheets.iter().map(|sheet| &*sheet.name).collect::<Vec<_>>(), ["Số liệu", "Câu"]);
    assert_eq!(cell(0, "A2"), words("Hộ nghèo › Huyện Phú Bình › Số hộ nghèo"));
    assert_eq!((cell(0, "C2"), cell(0, "D2"), cell(0, "E2")), (number(306), number(310), number(4)));
    assert_eq!((cell(0, "G2"), cell(0, "H2")), (words("hộ"), words("so-lieu.xlsx › Hộ nghèo › C5")));
    assert_eq!(cell(0, "J2"), words("trong bảng: Phụ lục I (Phụ lục I - Hộ nghèo › C10)"));
    let Some(CellValue::Text(sentence)) = cell(1, "D2") else { panic!("no sentence") };
    assert!(sentence.contains("trong đó hộ nghèo là 2.714 hộ"), "{sentence}");
    // The same again, byte for byte.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    desk.run(&["diff", OLD, NEW, "--format", "xlsx"]);
    assert!(fs::read(desk.path("output/ke-hoach-moi/so-sanh.xlsx")).expect("workbook") == bytes);
}

#[test]
fn pages_are_found_in_the_output_folder_of_the_same_inputs_only() {
    let desk = desk();
    let pages = |desk: &Desk| stdout(&desk.run(&["diff", OLD, NEW])).matches(", trang ").count();
    assert_eq!(pages(&desk), 0);
    desk.run(&["build", OLD]);
    let with_old = desk.run(&["diff", OLD, NEW]);
    assert!(stdout(&with_old).contains("mục II › 2 › 2.1, trang 2 của bản cũ"), "{}", stdout(&with_old));
    desk.run(&["build", NEW]);
    assert!(stdout(&desk.run(&["diff", OLD, NEW])).contains("mục II › 2 › 2.1, trang 2: "));
    let template = desk.path("templates/nd30/page.typ");
    fs::write(&template, fs::read_to_string(&template).expect("template") + "\n").expect("template");
    assert_eq!(pages(&desk), 0, "a ledger of other templates was used");
    fs::write(desk.path("output/ke-hoach/figures.json"), "{").expect("ledger");
    assert_eq!(
        desk.run(&["diff", OLD, OLD]).status.code(),
        Some(0),
        "a ledger that was only looked for stood in the way"
    );
}

#[test]
fn what_cannot_be_compared_has_exit_code_two() {
    let desk = desk();
    desk.run(&["build", OLD]);
    let ledger = fs::read_to_string(desk.path("output/ke-hoach/figures.json")).expect("ledger");
    let trouble = |contents: &str, expected: &str| {
        fs::write(desk.path("thu.json"), contents).expect("file");
        let output = desk.run(&["diff", OLD, "thu.json"]);
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""), "{expected}");
        assert!(stderr(&output).contains(expected), "{expected}: {}", stderr(&output));
        assert!(stderr(&output).contains("thu.json: không so sánh được"), "{}", stderr(&output));
    };
    trouble("không phải JSON", "ledger-broken");
    trouble("{}", "ledger-broken");
    trouble(&ledger[..ledger.len() / 2], "ledger-broken");
    trouble(&ledger.replacen("\"figures\"", "\"so-lieu\"", 1), "ledger-broken");
    trouble(&ledger.replacen("\"unit\"", "\"la\"", 1), "ledger-broken");
    trouble(&ledger.replacen("figures/3", "figures/9", 1), "“vanban/figures/9”");
    let refused = |arguments: &[&str], expected: &str| {
        let output = desk.run(arguments);
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""), "{expected}");
        assert!(stderr(&output).contains(expected), "{expected}: {}", stderr(&output));
    };
    refused(&["diff"], "chưa ghi bản cũ, bản mới");
    refused(&["diff", OLD], "cần ghi đúng hai thư mục: bản cũ và bản mới");
    refused(&["diff", OLD, NEW, OLD], "cần ghi đúng hai thư mục: bản cũ và bản mới");
    refused(&["diff", OLD, NEW, "--format", "pdf"], "không dùng được cho --format");
    refused(&["diff", OLD, "inputs/khong-co"], "inputs-unknown");
    refused(&["diff", OLD, NEW, "--templates", "khong-co"], "folder-unreadable");
    fs::write(desk.path("inputs/ke-hoach-moi/so-lieu.xlsx"), b"hong").expect("file");
    refused(&["diff", OLD, NEW], "inputs/ke-hoach-moi: không so sánh được");
}

#[test]
fn colours_only_where_they_are_asked_for() {
    let desk = desk();
    assert!(!stdout(&desk.run(&["diff", OLD, NEW])).contains('\u{1b}'));
    let output = desk.run(&["diff", OLD, NEW, "--color", "always"]);
    assert!(stdout(&output).contains("«\u{1b}[31m2.710\u{1b}[0m → \u{1b}[32m2.714\u{1b}[0m»"), "{}", stdout(&output));
}

#[test]
fn a_ledger_is_read_back_as_it_was_written() {
    let bytes = &plan().product.files["figures.json"];
    let read = format::read(bytes, "figures.json").unwrap_or_else(|failure| panic!("{:?}", failure.findings()));
    let again = serde_json::to_string_pretty(&read).expect("json") + "\n";
    assert!(again.as_bytes() == bytes.as_slice());
    // Each datum of a sentence stands where the ledger says.
    for sentence in &read.sentences {
        let chars: Vec<char> = sentence.text.chars().collect();
        for span in &sentence.figures {
            assert!(span.start < span.end && span.end <= chars.len(), "{span:?} in {}", sentence.text);
        }
    }
}
