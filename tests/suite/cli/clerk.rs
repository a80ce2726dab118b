//! What a clerk meets on the way: a draft that is to be issued, a folder that is there already, help, and faults that
//! libraries and the system would tell in English.

use std::fs;
use std::process::Output;

use crate::support::common::{New, edited, text};
use crate::support::desk::{Desk, stderr};

fn told(output: &Output, code: i32) -> String {
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &stderr(output);
    assert_eq!(output.status.code(), Some(code), "{text}");
    text
}

#[test]
fn a_draft_is_told_what_it_lacks_and_where() {
    let (number, date) = (("Văn bản", "B6", New::Blank), ("Văn bản", "B9", New::Blank));
    let cases = [
        (vec![number.clone()], "còn thiếu số của văn bản", "trang “Văn bản”, ô B6 (Số),"),
        (vec![date.clone()], "còn thiếu ngày ban hành của văn bản", "ô B9 (Ngày ban hành),"),
        (vec![number, date], "còn thiếu số và ngày ban hành của văn bản", "ô B6 (Số), B9 (Ngày ban hành),"),
    ];
    for (edits, lacking, cells) in cases {
        let desk = Desk::new(&edited(&edits).workbooks["so-lieu.xlsx"]);
        let said = told(&desk.run(&["issue", "inputs/ke-hoach"]), 1);
        assert!(said.contains(lacking) && said.contains(cells), "{said}");
        assert!(said.contains("inputs/ke-hoach: chưa ghi nhận ban hành"), "{said}");
        assert!(!said.contains("lỗi trong số liệu"), "{said}");
        assert!(!desk.path("output").exists() && !desk.path("inputs/ke-hoach/da-ban-hanh").exists());
    }
}

#[test]
fn a_new_workbook_goes_into_a_folder_that_is_there() {
    let desk = Desk::real();
    fs::create_dir_all(desk.path("inputs/moi/con")).expect("folder");
    fs::write(desk.path("inputs/moi/con/ghi-chu.txt"), "x").expect("file");
    let here = |folder: &str| {
        let templates = desk.path("templates");
        let mut command = desk.command();
        command.current_dir(desk.path(folder)).args(["new", ".", "--lang", "vi", "--templates"]).arg(templates);
        command.output().expect("program")
    };
    told(&here("inputs/moi"), 0);
    assert!(desk.path("inputs/moi/so-lieu.xlsx").is_file() && desk.path("inputs/moi/con/ghi-chu.txt").is_file());
    // What is there is never written over.
    let before = fs::read(desk.path("inputs/moi/so-lieu.xlsx")).expect("workbook");
    assert!(told(&here("inputs/moi"), 2).contains("new-folder-taken"));
    assert!(fs::read(desk.path("inputs/moi/so-lieu.xlsx")).expect("workbook") == before);
}

#[test]
fn a_name_typed_without_marks_is_recognised() {
    let desk = Desk::real();
    fs::rename(desk.path("inputs/ke-hoach"), desk.path("inputs/Kế hoạch giảm nghèo 2024")).expect("folder");
    let said = told(&desk.run(&["check", "inputs/ke hoach giam ngheo 2024"]), 2);
    assert!(said.contains("Có phải ý bạn là inputs/Kế hoạch giảm nghèo 2024"), "{said}");
}

#[test]
fn help_has_no_english_in_it() {
    let desk = Desk::real();
    for command in ["", "build", "check", "watch", "issue", "sign", "verify", "diff", "new"] {
        let arguments: Vec<&str> = [command, "--help"].into_iter().filter(|word| !word.is_empty()).collect();
        let said = told(&desk.run(&arguments), 0);
        for word in ["OPTIONS", "COMMAND", "possible", "default", "Usage", "Print", "<FILE>"] {
            assert!(!said.contains(word), "{command}: {word}: {said}");
        }
        assert!(said.contains("[TÙY CHỌN]"), "{said}");
    }
}

#[test]
fn one_thing_is_not_called_several() {
    let desk = Desk::new(&edited(&[("Kinh phí", "E4", text("11.741"))]).workbooks["so-lieu.xlsx"]);
    let said = told(&desk.run(&["build", "--lang", "en"]), 1);
    assert!(said.contains("not built, 1 error in the inputs"), "{said}");
    assert!(!said.contains("1 errors") && !said.contains("1 warnings"), "{said}");
}

#[test]
fn a_year_counted_from_another_has_a_name() {
    let desk = Desk::real();
    told(&desk.run(&["build"]), 0);
    let ledger = fs::read_to_string(desk.path("output/ke-hoach/figures.json")).expect("ledger");
    assert!(ledger.contains("Văn bản › Năm trước năm kế hoạch") && !ledger.contains(" -1\""));
}

/// Words of libraries and of systems.
const FOREIGN: [&str; 16] = [
    "os error",
    "No such",
    "invalid",
    "Invalid",
    "expected",
    "error",
    "missing",
    "unknown",
    "cannot",
    "could not",
    "failed",
    "EOF",
    "libloading",
    "tag",
    "header",
    "line ",
];

#[test]
fn libraries_do_not_speak_to_the_user() {
    let desk = Desk::real();
    told(&desk.run(&["issue", "inputs/ke-hoach"]), 0);
    let pdf = "output/ke-hoach/85-KH-UBND.pdf";
    let write = |name: &str, text: &str| fs::write(desk.path(name), text).expect("file");
    write("hong.json", "{\"format\": 12,\n \"x\"");
    write("hong.toml", "khóa = 1\n");
    write("hong.p12", "không phải khóa");
    write("hong.so", "không phải mô-đun");
    write("mat-khau", "1234\n");
    write("hong.pdf", "%PDF-1.7 cắt ngang");
    let sign = |file: &'static str, more: &[&'static str]| {
        [&["sign", file, "--field", "leader", "--password-file", "mat-khau"], more].concat()
    };
    let cases = [
        vec!["diff", "hong.json", "inputs/ke-hoach"],
        vec!["diff", "khong-co.json", "inputs/ke-hoach"],
        vec!["verify", "inputs/ke-hoach", "khong-co.pdf"],
        vec!["verify", "inputs/ke-hoach", "hong.pdf"],
        sign(pdf, &["--key", "hong.p12"]),
        sign(pdf, &["--key", "khong-co.p12"]),
        sign(pdf, &["--pkcs11", "./hong.so"]),
        sign(pdf, &["--pkcs11", "./khong-co.so"]),
        sign(pdf, &["--profile", "hong.toml"]),
        sign(pdf, &["--profile", "khong-co.toml"]),
        vec!["build", "inputs/ke-hoach", "--templates", "khong-co"],
        vec!["build", "inputs/ke-hoach", "--output", "hong.json"],
        vec!["build", "inputs/ke-hoach", "--font-path", "khong-co"],
    ];
    let check = |arguments: &[&str]| {
        let said = stderr(&desk.run(arguments));
        assert!(!said.trim().is_empty(), "{arguments:?}");
        // The name of a finding is no word of its sentence.
        let sentence = |line: &'_ str| line.split_once("]: ").map_or(line.to_owned(), |(_, rest)| rest.to_owned());
        let lines = said.lines().filter(|line| !line.contains(" | ")).map(sentence);
        let ours = lines.collect::<Vec<_>>().join("\n");
        for word in FOREIGN {
            assert!(!ours.contains(word), "{arguments:?}: {word}: {said}");
        }
    };
    cases.iter().for_each(|arguments| check(arguments));
    // A record that was damaged, and a workbook that was cut short.
    write("inputs/ke-hoach/da-ban-hanh/01-85-KH-UBND/figures.json", "{\"document\": 1");
    check(&["build", "inputs/ke-hoach"]);
    let book = fs::read(desk.path("inputs/ke-hoach/so-lieu.xlsx")).expect("workbook");
    fs::write(desk.path("inputs/ke-hoach/so-lieu.xlsx"), &book[..book.len() / 2]).expect("workbook");
    check(&["check", "inputs/ke-hoach"]);
}
