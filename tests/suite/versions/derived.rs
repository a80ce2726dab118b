//! Derived figures through versions: recorded with what they were compared with, shown where they change, read back.

use std::fs;

use vanban::product::ledger::format;

use super::{ran, stdout};
use crate::support::common::root;
use crate::support::desk::{Desk, copy, stderr};
use crate::support::report::{Cell, REPORT, Report};

const INPUT: &str = "inputs/bao-cao-2024";
const RECORD: &str = "inputs/bao-cao-2024/da-ban-hanh/01-12-BC-UBND";
const BEFORE: [f64; 4] = [1_300.0, 2_800.0, 3_500.0, 960.0];

fn desk(change: impl Fn(&str) -> String) -> Desk {
    let desk = Desk::real();
    let folder = desk.path("templates").join(REPORT);
    copy(&root().join("tests/fixtures").join(REPORT), &folder);
    let definition = fs::read_to_string(folder.join("document.toml")).expect("definition");
    fs::write(folder.join("document.toml"), change(&definition)).expect("definition");
    let report = Report::sample();
    report.before(&BEFORE).write(&desk.path("inputs"), "bao-cao-2023");
    report.write(&desk.path("inputs"), "bao-cao-2024");
    desk
}

fn unchanged(text: &str) -> String {
    text.to_owned()
}

/// What an issue was compared with is kept in its record: it is read there when the folder beside is gone.
#[test]
fn a_record_keeps_last_years_input() {
    let desk = desk(unchanged);
    ran(&desk, &["issue", INPUT], 0);
    let kept = fs::read(desk.path(RECORD).join("bao-cao-2023/so-lieu.xlsx")).expect("last year");
    assert!(kept == fs::read(desk.path("inputs/bao-cao-2023/so-lieu.xlsx")).expect("last year"));
    fs::remove_dir_all(desk.path("inputs/bao-cao-2023")).expect("gone");
    let pdf = format!("{RECORD}/12-BC-UBND.pdf");
    ran(&desk, &["verify", RECORD, &pdf], 0);
    ran(&desk, &["verify", RECORD, &format!("{RECORD}/12-BC-UBND-phu-luc.xlsx")], 0);
    // What was altered there is noticed.
    Report::sample().before(&[1.0, 2.0, 3.0, 4.0]).write(&desk.path(RECORD), "bao-cao-2023");
    let altered = desk.run(&["verify", RECORD, &pdf]);
    assert_eq!(altered.status.code(), Some(2), "{}", stderr(&altered));
    assert!(stderr(&altered).contains("bao-cao-2023"), "{}", stderr(&altered));
}

#[test]
fn a_change_of_last_year_shows_in_what_follows_from_it() {
    let desk = desk(unchanged);
    ran(&desk, &["issue", INPUT], 0);
    Report::sample().before(&[1_300.0, 2_800.0, 3_600.0, 960.0]).write(&desk.path("inputs"), "bao-cao-2023");
    let said = stdout(&ran(&desk, &["diff", RECORD, INPUT], 1));
    for expected in [
        "bao-cao-2023 › Hộ nghèo › Huyện Đại Từ › Số hộ nghèo",
        "Hộ nghèo › Huyện Đại Từ › Tăng, giảm so với năm trước",
        "Số liệu suy ra › So với năm trước",
        "-520 → -620",
    ] {
        assert!(said.contains(expected), "{expected}\n{said}");
    }
    assert!(!said.contains("Huyện Phú Bình"), "{said}");
    // A copy with the changes marked has the change as the sentence says it.
    ran(&desk, &["build", INPUT, "--mark-changes", "--against", RECORD], 0);
    let verified = desk.run(&["verify", INPUT, &format!("{RECORD}/12-BC-UBND.pdf")]);
    assert_eq!(verified.status.code(), Some(1), "{}", stderr(&verified));
    let said = stdout(&verified);
    for expected in
        ["So với năm trước: số liệu là giảm 620 hộ, tệp ghi giảm 520 hộ", "trang 1; ô số liệu: so-lieu.xlsx"]
    {
        assert!(said.contains(expected), "{expected}\n{said}");
    }
    assert!(!said.contains("không còn ghi") && !said.contains("So với chỉ tiêu hài lòng"), "{said}");
}

/// Against the last issue: the one before it, never itself.
#[test]
fn the_last_issue_can_be_compared_with() {
    let desk = desk(|text| text.replace("previous.poor", "issued.poor").replace("previous/", "issued/"));
    let prose = desk.path("templates").join(REPORT).join("narrative/01-ket-qua.typ.j2");
    let text = "Toàn tỉnh còn {{ districts.total.poor }} hộ nghèo{% if derived.fewer is filled %}, {{ derived.fewer | change }} \
        so với báo cáo trước, {{ districts[\"Huyện Đại Từ\"].less | change }} ở huyện Đại Từ{% endif %}.\n\n\
        Chi tiết tại Phụ lục I, Phụ lục II kèm theo./.\n";
    fs::write(&prose, text).expect("prose");
    let ledger = |folder: &str| {
        let bytes = fs::read(desk.path(folder).join("figures.json")).expect("ledger");
        String::from_utf8(bytes).expect("text")
    };
    ran(&desk, &["issue", INPUT], 0);
    assert!(!ledger("output/bao-cao-2024").contains("so với báo cáo trước"));
    // Built again it is the same: it is not compared with itself.
    ran(&desk, &["build", INPUT], 0);
    assert!(!ledger("output/bao-cao-2024").contains("so với báo cáo trước"));
    let mut next = Report::sample();
    next.districts[2].1[1] = Cell::Number(3_000.0);
    let book = next.workbook();
    let sheets = vanban::xlsx::read::read("so-lieu.xlsx", &book).expect("own").sheets;
    let mut sheets = sheets;
    crate::support::common::set(&mut sheets[0], (4, 1), &crate::support::common::text("13"));
    fs::write(desk.path(INPUT).join("so-lieu.xlsx"), crate::support::common::write(&sheets)).expect("workbook");
    ran(&desk, &["issue", INPUT], 0);
    let second = ledger("output/bao-cao-2024");
    assert!(
        second.contains("còn 7.940 hộ nghèo, giảm 100 hộ so với báo cáo trước, giảm 100 hộ ở huyện Đại Từ"),
        "{second}"
    );
    assert!(second.contains("\"key\": \"issued/districts/Huyện Đại Từ/poor\""));
    assert!(second.contains("\"file\": \"da-ban-hanh/01-12-BC-UBND/so-lieu/so-lieu.xlsx\""));
    // Its record sees the issues before it only.
    let record = "inputs/bao-cao-2024/da-ban-hanh/02-13-BC-UBND";
    ran(&desk, &["verify", record, &format!("{record}/13-BC-UBND.pdf")], 0);
}

/// A ledger of the format before: without relations that hold, and without what figures are made from.
#[test]
fn ledgers_of_the_format_before_are_read() {
    let desk = desk(unchanged);
    ran(&desk, &["issue", INPUT], 0);
    let path = desk.path(RECORD).join("figures.json");
    let mut ledger: serde_json::Value = serde_json::from_slice(&fs::read(&path).expect("ledger")).expect("json");
    ledger["format"] = "vanban/figures/2".into();
    ledger["relations"].as_object_mut().expect("relations").remove("checked");
    for figure in ledger["figures"].as_array_mut().expect("figures") {
        figure.as_object_mut().expect("figure").remove("from");
    }
    let bytes = serde_json::to_vec_pretty(&ledger).expect("json");
    assert!(format::read(&bytes, "figures.json").is_ok());
    fs::write(&path, bytes).expect("ledger");
    let said = ran(&desk, &["diff", RECORD, INPUT], 0);
    assert!(stdout(&said).contains("Không có gì thay đổi") || !stdout(&said).contains("→"), "{}", stdout(&said));
    ran(&desk, &["verify", RECORD, &format!("{RECORD}/12-BC-UBND.pdf")], 0);
    ran(&desk, &["build", INPUT, "--mark-changes", "--against", RECORD], 0);
}

/// A figure that a sentence says in words, or as a change, is there in the file that says so.
#[test]
fn figures_in_words_are_read_back() {
    let desk = desk(unchanged);
    let prose = desk.path("templates").join(REPORT).join("narrative/00-them.typ.j2");
    let text = "Tổng số {{ districts.total.poor | in_words | capitalized }} hộ, {{ derived.fewer | change }}, \
        {{ derived.share_many | in_words }}.\n";
    fs::write(&prose, text).expect("prose");
    ran(&desk, &["build", INPUT], 0);
    ran(&desk, &["verify", INPUT], 0);
}
