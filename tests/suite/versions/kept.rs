//! An issue is judged by the templates and inputs that its record keeps, whatever became of today's.

use std::fs;

use super::stdout;
use crate::support::desk::{Desk, stderr};

const INPUT: &str = "inputs/ke-hoach";
const RECORD: &str = "inputs/ke-hoach/da-ban-hanh/01-85-KH-UBND";

/// The plan, issued, with a word of its template, a key of its definition and a line of the form library changed since.
fn desk() -> Desk {
    let desk = Desk::real();
    let output = desk.run(&["issue", INPUT]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    change(&desk, "ke-hoach-giam-ngheo/narrative/07-ket-thuc.typ.j2", "./.", " hằng năm./.");
    change(&desk, "ke-hoach-giam-ngheo/document.toml", "triệu đồng", "tỷ đồng");
    change(&desk, "nd30/page.typ", "\n", "\n// Đã sửa.\n");
    desk
}

fn change(desk: &Desk, file: &str, from: &str, to: &str) {
    let path = desk.path("templates").join(file);
    let text = fs::read_to_string(&path).expect("template");
    assert!(text.contains(from), "{from} is not in {file}");
    fs::write(path, text.replacen(from, to, 1)).expect("template");
}

#[test]
fn later_templates_do_not_judge_an_issue() {
    let desk = desk();
    let (inputs, file) = (format!("{RECORD}/so-lieu"), format!("{RECORD}/85-KH-UBND.pdf"));
    for arguments in [&["verify", &inputs, &file][..], &["verify", RECORD, &file], &["verify", RECORD]] {
        let output = desk.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}{}", stdout(&output), stderr(&output));
        assert!(stdout(&output).contains("theo số liệu và mẫu lưu trong bản ghi"), "{}", stdout(&output));
        assert!(stdout(&output).contains("giống hệt"), "{}", stdout(&output));
    }
    // From within the record, too.
    let mut inside = desk.command();
    inside.current_dir(desk.path(RECORD)).args(["verify", "so-lieu", "85-KH-UBND.pdf", "--templates"]);
    let output = inside.arg(desk.path("templates")).output().expect("program");
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
    // A copy of the record, wherever it lies.
    fs::rename(desk.path(RECORD), desk.path("ho-so-85")).expect("moved");
    for arguments in [&["verify", "ho-so-85"][..], &["verify", "ho-so-85/so-lieu", "ho-so-85/85-KH-UBND.pdf"]] {
        let output = desk.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}{}", stdout(&output), stderr(&output));
        assert!(stdout(&output).contains("theo số liệu và mẫu lưu trong bản ghi"), "{}", stdout(&output));
    }
    fs::rename(desk.path("ho-so-85"), desk.path(RECORD)).expect("moved back");
    // A side of a comparison likewise: the record is what it was, inputs or ledger.
    let output = desk.run(&["diff", RECORD, &inputs]);
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
}

#[test]
fn an_older_record_is_judged_by_todays_templates_and_says_so() {
    let desk = Desk::real();
    assert_eq!(desk.run(&["issue", INPUT]).status.code(), Some(0));
    fs::remove_dir_all(desk.path(RECORD).join("templates")).expect("templates");
    fs::remove_file(desk.path(RECORD).join("ban-hanh.json")).expect("note");
    let output = desk.run(&["verify", RECORD]);
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
    assert!(stdout(&output).contains("không lưu mẫu, nên đối chiếu theo mẫu hiện có"), "{}", stdout(&output));
    change(&desk, "ke-hoach-giam-ngheo/narrative/07-ket-thuc.typ.j2", "./.", " hằng năm./.");
    assert_eq!(desk.run(&["verify", RECORD]).status.code(), Some(1));
}

#[test]
fn a_record_that_was_altered_is_no_judge() {
    for file in [
        "templates/ke-hoach-giam-ngheo/narrative/07-ket-thuc.typ.j2",
        "templates/ke-hoach-giam-ngheo/document.toml",
        "templates/nd30/table.typ",
        "templates/ke-hoach-giam-ngheo/narrative/08-them.typ.j2",
    ] {
        let desk = Desk::real();
        assert_eq!(desk.run(&["issue", INPUT]).status.code(), Some(0));
        let path = desk.path(RECORD).join(file);
        let text = fs::read_to_string(&path).unwrap_or_default();
        fs::write(&path, text + "\n").expect("template");
        let output = desk.run(&["verify", RECORD]);
        assert_eq!(output.status.code(), Some(2), "{file}: {}{}", stdout(&output), stderr(&output));
        let name = file.rsplit('/').next().expect("name");
        assert!(stderr(&output).contains("issued-altered") && stderr(&output).contains(name), "{}", stderr(&output));
    }
    // The whole folder of templates taken away is no sign of an older version.
    let desk = Desk::real();
    assert_eq!(desk.run(&["issue", INPUT]).status.code(), Some(0));
    fs::remove_dir_all(desk.path(RECORD).join("templates")).expect("templates");
    let output = desk.run(&["verify", RECORD]);
    assert!(stderr(&output).contains("issued-altered"), "{}{}", stdout(&output), stderr(&output));
    let desk = Desk::real();
    assert_eq!(desk.run(&["issue", INPUT]).status.code(), Some(0));
    let books = super::phu_binh("310", "2714");
    let bytes = &crate::support::common::edited(&books).workbooks["so-lieu.xlsx"];
    fs::write(desk.path(RECORD).join("so-lieu/so-lieu.xlsx"), bytes).expect("workbook");
    let output = desk.run(&["verify", RECORD]);
    assert!(stderr(&output).contains("issued-altered"), "{}", stderr(&output));
}

#[test]
fn templates_of_a_record_are_not_trusted_more_than_others() {
    let desk = Desk::real();
    let main = desk.path("templates/ke-hoach-giam-ngheo/main.typ");
    fs::write(main, fs::read_to_string(desk.path("templates/nd30/main.typ")).expect("main")).expect("main");
    assert_eq!(desk.run(&["issue", INPUT]).status.code(), Some(0));
    let main = desk.path(RECORD).join("templates/ke-hoach-giam-ngheo/main.typ");
    let endless = fs::read_to_string(&main).expect("main") + "\n#range(1000000000).len()\n";
    fs::write(&main, &endless).expect("main");
    // Hashes that were put right do not help.
    let ledger = desk.path(RECORD).join("figures.json");
    let text = fs::read_to_string(&ledger).expect("ledger");
    let old = vanban::xlsx::hash::sha256(&fs::read(desk.path("templates/nd30/main.typ")).expect("main"));
    let new = vanban::xlsx::hash::sha256(endless.as_bytes());
    let at = text.find("giam-ngheo/main.typ").expect("main file");
    fs::write(&ledger, text[..at].to_owned() + &text[at..].replacen(&old, &new, 1)).expect("ledger");
    let output = desk.run(&["verify", RECORD]);
    assert_eq!(output.status.code(), Some(2), "{}{}", stdout(&output), stderr(&output));
    assert!(stderr(&output).contains("code-stopped"), "{}", stderr(&output));
}
