//! A number that was given out says one thing: to issue it again the office says how, and the record keeps that.

use std::fs;

use super::{enter, phu_binh, ran, sign, stdout};
use crate::support::common::{New, text};
use crate::support::desk::{Desk, stderr};

const INPUT: &str = "inputs/ke-hoach";
const RECORDS: &str = "inputs/ke-hoach/da-ban-hanh";
const FIRST: &str = "inputs/ke-hoach/da-ban-hanh/01-85-KH-UBND";

fn issued(desk: &Desk) -> Vec<String> {
    let entries = fs::read_dir(desk.path(RECORDS)).expect("records").flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_number_is_not_issued_again_without_a_word() {
    let desk = Desk::real();
    ran(&desk, &["issue", INPUT], 0);
    let outputs = desk.outputs();
    // Other figures; other words of the template; another date of the same year.
    let prose = desk.path("templates/ke-hoach-giam-ngheo/narrative/07-ket-thuc.typ.j2");
    let words = fs::read_to_string(&prose).expect("prose");
    type Change<'a> = Box<dyn Fn() + 'a>;
    let cases: [(&str, Change); 3] = [
        ("4 số liệu, 0 thông tin khác", Box::new(|| enter(&desk, &phu_binh("310", "2714")))),
        (
            "1 câu không giống nhau",
            Box::new(|| {
                enter(&desk, &[]);
                fs::write(&prose, words.replacen("./.", " hằng năm./.", 1)).expect("prose");
            }),
        ),
        (
            "1 thông tin khác",
            Box::new(|| {
                fs::write(&prose, &words).expect("prose");
                enter(&desk, &[("Văn bản", "B9", New::Date(2024, 12, 30))]);
            }),
        ),
    ];
    for (said, change) in &cases {
        change();
        let refused = stderr(&ran(&desk, &["issue", INPUT], 1));
        assert!(refused.contains("issued-again") && refused.contains(said), "{refused}");
        assert!(refused.contains("--replaces dinh-chinh"), "{refused}");
        assert_eq!(issued(&desk), ["01-85-KH-UBND"]);
        assert!(desk.outputs() == outputs, "something was written");
    }
    // A number of its own, or the same one in another year, is a document of its own.
    enter(&desk, &[("Văn bản", "B6", New::Number("86"))]);
    ran(&desk, &["issue", INPUT], 0);
    assert_eq!(issued(&desk), ["01-85-KH-UBND", "02-86-KH-UBND"]);
    // What was issued earlier and is the same to the byte is no second issue.
    enter(&desk, &[]);
    let said = stderr(&ran(&desk, &["issue", INPUT], 0));
    assert!(said.contains("đã được ghi nhận ban hành lần 1"), "{said}");
    assert_eq!(issued(&desk), ["01-85-KH-UBND", "02-86-KH-UBND"]);
}

#[test]
fn a_number_that_the_folder_beside_has_issued_is_taken() {
    let desk = Desk::real();
    let books = || fs::read(desk.path(INPUT).join("so-lieu.xlsx")).expect("workbook");
    for other in ["inputs/ke-hoach-khac", "inputs/chua-ban-hanh"] {
        fs::create_dir_all(desk.path(other)).expect("folder");
        fs::write(desk.path(other).join("so-lieu.xlsx"), books()).expect("workbook");
    }
    ran(&desk, &["issue", INPUT], 0);
    let refused = stderr(&ran(&desk, &["issue", "inputs/ke-hoach-khac"], 1));
    assert!(refused.contains("number-taken") && refused.contains("đã ban hành ở thư mục"), "{refused}");
    assert!(!desk.path("inputs/ke-hoach-khac/da-ban-hanh").exists());
    // From within the folder, where the folder above has no name; and a copy with its records is no rival.
    let mut inside = desk.command();
    inside.current_dir(desk.path("inputs")).args(["issue", "ke-hoach-khac", "--templates"]);
    let output = inside.arg(desk.path("templates")).output().expect("program");
    assert!(stderr(&output).contains("number-taken"), "{}", stderr(&output));
    let copied = desk.path("inputs/ke-hoach-khac/da-ban-hanh/01-85-KH-UBND");
    copy(&desk.path(FIRST), &copied);
    ran(&desk, &["issue", "inputs/ke-hoach-khac"], 0);
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).expect("folder");
    for entry in fs::read_dir(from).expect("folder").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() { copy(&from, &to) } else { fs::copy(from, to).map(|_| ()).expect("file") }
    }
}

#[test]
fn a_record_says_what_it_replaces_and_how() {
    let desk = Desk::real();
    let nothing = stderr(&ran(&desk, &["issue", INPUT, "--replaces", "thay-the"], 1));
    assert!(nothing.contains("issued-nothing"), "{nothing}");
    ran(&desk, &["issue", INPUT], 0);
    enter(&desk, &phu_binh("310", "2714"));
    assert!(stderr(&ran(&desk, &["issue", INPUT, "--replaces", "sua"], 2)).contains("sua"));
    let output = ran(&desk, &["issue", INPUT, "--replaces", "Đính chính"], 0);
    assert!(stderr(&output).contains("lần 2: 85/KH-UBND, đính chính bản ban hành lần 1"), "{}", stderr(&output));
    let note = fs::read_to_string(desk.path(RECORDS).join("02-85-KH-UBND-sua-doi-1/ban-hanh.json")).expect("note");
    for part in ["\"number\": 1", "\"record\": \"01-85-KH-UBND\"", "\"way\": \"dinh-chinh\"", "Liberation Serif"] {
        assert!(note.contains(part), "{part} is not in {note}");
    }
    // The very same again is no issue, whatever is said.
    let again = ran(&desk, &["issue", INPUT, "--replaces", "thay-the"], 0);
    assert!(stderr(&again).contains("không ghi thêm gì"), "{}", stderr(&again));
    assert_eq!(issued(&desk).len(), 2);
    // Whoever looks at the first one later is told.
    let replaced = "Bản ban hành lần 1 (85/KH-UBND) đã được đính chính bằng bản ban hành lần 2.";
    let file = format!("{FIRST}/85-KH-UBND.pdf");
    for arguments in [&["verify", INPUT, &file][..], &["verify", FIRST], &["verify", FIRST, &file]] {
        let said = stdout(&desk.run(arguments));
        assert_eq!(said.matches(replaced).count(), 1, "{arguments:?}: {said}");
    }
    for side in [FIRST.to_owned(), format!("{FIRST}/so-lieu"), format!("{FIRST}/figures.json")] {
        let output = ran(&desk, &["diff", &side, INPUT], 1);
        assert!(stderr(&output).contains(replaced), "{side}: {}", stderr(&output));
    }
    let json = stdout(&desk.run(&["verify", INPUT, &file, "--format", "json"]));
    assert!(json.contains("\"way\": \"dinh-chinh\"") && json.contains("\"by\": 2"), "{json}");
    // A new number may replace an old one.
    enter(&desk, &[("Văn bản", "B6", New::Number("86"))]);
    let other = ran(&desk, &["issue", INPUT, "--replaces", "thay thế", "--lang", "en"], 0);
    assert!(stderr(&other).contains("a replacement for issue 2"), "{}", stderr(&other));
}

#[test]
fn signed_copies_are_kept_under_the_names_that_sign_gives_them() {
    let desk = Desk::real();
    ran(&desk, &["build", INPUT], 0);
    let pdf = desk.path("output/ke-hoach/85-KH-UBND.pdf");
    let signed = sign(&fs::read(&pdf).expect("pdf"));
    fs::write(desk.path("output/ke-hoach/85-KH-UBND-da-ky.pdf"), &signed).expect("signed");
    ran(&desk, &["issue", INPUT], 0);
    let kept = desk.path(FIRST).join("da-ky");
    assert!(fs::read(kept.join("85-KH-UBND-da-ky.pdf")).expect("kept") == signed);
    // What is signed after the issue is added, and nothing else changes.
    fs::write(desk.path("output/ke-hoach/85-KH-UBND-da-ky-dong-dau.pdf"), sign(&signed)).expect("sealed");
    let output = ran(&desk, &["issue", INPUT], 0);
    assert!(stderr(&output).contains("Đã lưu thêm bản đã ký 85-KH-UBND-da-ky-dong-dau.pdf"), "{}", stderr(&output));
    assert_eq!(fs::read_dir(&kept).expect("kept").count(), 2);
    // Both are looked at without being named, in the output folder and in the record.
    for folder in [INPUT, FIRST] {
        let said = stdout(&desk.run(&["verify", folder]));
        for name in ["85-KH-UBND-da-ky.pdf", "85-KH-UBND-da-ky-dong-dau.pdf", "phu-luc.xlsx"] {
            assert!(said.contains(name), "{folder}: {name} is not in {said}");
        }
    }
    let said = stdout(&desk.run(&["verify", INPUT, "output/ke-hoach/85-KH-UBND-da-ky.pdf"]));
    assert!(said.contains("bản đã ban hành lần 1"), "{said}");
}

#[test]
fn what_was_signed_and_what_was_to_be_signed_stay_together() {
    let desk = Desk::real();
    ran(&desk, &["build", INPUT], 0);
    let pdf = desk.path("output/ke-hoach/85-KH-UBND.pdf");
    let plain = fs::read(&pdf).expect("pdf");
    fs::write(desk.path("output/ke-hoach/85-KH-UBND-da-ky.pdf"), sign(&plain)).expect("signed");
    // The same content is written as before.
    assert!(!stderr(&ran(&desk, &["build", INPUT], 0)).contains("sửa đổi"));
    enter(&desk, &phu_binh("310", "2714"));
    let said = stderr(&ran(&desk, &["build", INPUT], 0));
    assert!(said.contains("Tệp 85-KH-UBND-da-ky.pdf đã ban hành hoặc đã ký"), "{said}");
    assert!(fs::read(&pdf).expect("pdf") == plain);
    assert!(desk.path("output/ke-hoach/85-KH-UBND-sua-doi-1.pdf").is_file());
}

#[test]
fn a_number_cannot_lead_out_of_its_folder() {
    for number in ["../../x", "..\\..\\x", "/etc/x", "85/../.."] {
        let desk = Desk::real();
        enter(&desk, &[("Văn bản", "B6", text(number))]);
        let output = desk.run(&["issue", INPUT]);
        let outside: Vec<String> = fs::read_dir(desk.path(""))
            .expect("desk")
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .filter(|name| !["inputs", "output", "templates"].contains(&name.as_str()))
            .collect();
        assert_eq!(outside, [""; 0], "{number}: {}", stderr(&output));
        assert!(desk.outputs().keys().all(|name| name.starts_with("ke-hoach") && !name.contains("..")), "{number}");
        if desk.path(RECORDS).exists() {
            assert!(issued(&desk).iter().all(|name| name.starts_with("01-")), "{number}: {:?}", issued(&desk));
        }
    }
}
