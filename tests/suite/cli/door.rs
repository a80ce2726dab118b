//! What people hand in at the door: paths that are not quite right, files as other programs save them, and a machine
//! that names no language.

use std::fs;
use std::process::Output;

use crate::support::desk::{Desk, stderr};

const NARRATIVE: &str = "templates/ke-hoach-giam-ngheo/narrative/01-muc-dich-yeu-cau.typ.j2";
const DEFINITION: &str = "templates/ke-hoach-giam-ngheo/document.toml";

fn rewritten(desk: &Desk, name: &str, change: impl Fn(&str) -> Vec<u8>) {
    let text = fs::read_to_string(desk.path(name)).expect("template");
    fs::write(desk.path(name), change(&text)).expect("template");
}

fn succeeds(output: &Output) {
    assert_eq!(output.status.code(), Some(0), "{}", stderr(output));
}

/// How an editor saves a text.
type Encoded<'a> = &'a dyn Fn(&str) -> Vec<u8>;

#[test]
fn the_mark_that_notepad_writes_is_no_text() {
    let (plain, marked) = (Desk::real(), Desk::real());
    for name in [NARRATIVE, DEFINITION, "templates/nd30/page.typ"] {
        rewritten(&marked, name, |text| [b"\xef\xbb\xbf", text.as_bytes()].concat());
    }
    succeeds(&plain.run(&["build"]));
    succeeds(&marked.run(&["build"]));
    assert!(plain.outputs() == marked.outputs());
}

#[test]
fn another_encoding_is_called_so() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let with_mark = |text: &str| [b"\xff\xfe".to_vec(), utf16(text)].concat();
    let ascii = |_: &str| utf16("[document]\n");
    let tcvn3 = |text: &str| [text.as_bytes(), b"\nC\xb8c"].concat();
    let cases: [(&str, Encoded<'_>, &str); 4] = [
        (NARRATIVE, &with_mark, "Unicode (UTF-16)"),
        (DEFINITION, &with_mark, "Unicode (UTF-16)"),
        (DEFINITION, &ascii, "Unicode (UTF-16)"),
        (NARRATIVE, &tcvn3, "typ.j2:"),
    ];
    for (name, change, expected) in cases {
        let desk = Desk::real();
        rewritten(&desk, name, change);
        let output = desk.run(&["build"]);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("text-not-utf8") && said.contains(expected) && said.contains("chọn UTF-8"), "{said}");
        assert!(!said.contains("did not contain") && !said.contains("khóa"), "{said}");
    }
}

/// Every command that takes an input folder takes its workbook as well.
#[test]
fn a_workbook_names_its_folder() {
    let desk = Desk::real();
    let book = "inputs/ke-hoach/so-lieu.xlsx";
    for command in ["check", "build", "issue", "verify"] {
        succeeds(&desk.run(&[command, book]));
    }
    assert!(desk.path("inputs/ke-hoach/da-ban-hanh").is_dir());
    assert!(desk.path("output/ke-hoach/85-KH-UBND.pdf").is_file());
    succeeds(&desk.run(&["diff", book, "inputs/ke-hoach"]));
    succeeds(&desk.run(&["diff", book, book, "--format", "xlsx"]));
    assert!(desk.path("output/ke-hoach/so-sanh.xlsx").is_file());
    succeeds(&desk.run(&["new", "inputs/moi", "--from", book]));
    // A folder with two of them is one document, and the folder one stands in has a name.
    fs::copy(desk.path(book), desk.path("inputs/ke-hoach/phu.csv")).expect("copy");
    let both = stderr(&desk.run(&["check", book, "inputs/ke-hoach/phu.csv"]));
    assert_eq!(both.matches("[1/").count(), 0, "{both}");
    fs::remove_file(desk.path("inputs/ke-hoach/phu.csv")).expect("remove");
    let inside = ["build", "so-lieu.xlsx", "--templates", "../../templates", "--output", "../../khac", "--lang", "vi"];
    let output = desk.command().current_dir(desk.path("inputs/ke-hoach")).args(inside).output().expect("program");
    succeeds(&output);
    assert!(desk.path("khac/ke-hoach/figures.json").is_file());
}

#[test]
fn a_folder_that_is_not_there_is_told_with_those_that_are() {
    let desk = Desk::real();
    for command in [
        &["check", "inputs/ke-hoac"][..],
        &["build", "inputs/ke-hoac"],
        &["issue", "inputs/ke-hoac"],
        &["verify", "inputs/ke-hoac"],
        &["new", "inputs/moi", "--from", "inputs/ke-hoac"],
    ] {
        for language in ["vi", "en"] {
            let output = desk.run(&[command, &["--lang", language]].concat());
            let said = stderr(&output);
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(said.contains("inputs-unknown") && said.contains("inputs/ke-hoach"), "{said}");
            assert!(!said.contains("os error") && !said.contains("No such file"), "{said}");
        }
    }
}

/// Where a file stands in the way, and where a folder does.
#[test]
fn troubles_of_the_disk_are_told_in_our_words() {
    let said = |prepare: &dyn Fn(&Desk), arguments: &[&str]| {
        let desk = Desk::real();
        prepare(&desk);
        let said = stderr(&desk.run(arguments));
        assert!(!said.contains("os error") && !said.contains("irectory"), "{said}");
        said
    };
    let text = said(&|desk| fs::write(desk.path("output"), "").expect("file"), &["build"]);
    assert!(text.contains("file-unwritable") && text.contains("đây là một tệp, không phải thư mục"), "{text}");
    let text = said(&|_| (), &["check", "templates/ke-hoach-giam-ngheo/document.toml"]);
    assert!(text.contains("đây là một tệp, không phải thư mục"), "{text}");
    let text = said(&|_| (), &["check", "--templates", "mau"]);
    assert!(text.contains("không có tệp hoặc thư mục tên ấy"), "{text}");
    let long = format!("inputs/{}", "a".repeat(300));
    let text = said(&|_| (), &["check", &long]);
    assert!(text.contains("tên quá dài"), "{text}");
    let record =
        |desk: &Desk| fs::create_dir_all(desk.path("inputs/ke-hoach/da-ban-hanh/01-85-KH-UBND")).expect("folder");
    let text = said(&record, &["build"]);
    assert!(text.contains("issued-broken") && text.contains("không có tệp hoặc thư mục tên ấy"), "{text}");
}

#[test]
fn a_workbook_that_is_open_is_mentioned_once() {
    for lock in ["~$so-lieu.xlsx", ".~lock.so-lieu.xlsx#"] {
        let desk = Desk::real();
        assert!(!stderr(&desk.run(&["check"])).contains("workbook-open"));
        fs::write(desk.path("inputs/ke-hoach").join(lock), "x").expect("lock");
        for command in ["check", "build"] {
            let output = desk.run(&[command]);
            succeeds(&output);
            let said = stderr(&output);
            assert_eq!(said.matches("workbook-open").count(), 1, "{said}");
            assert!(said.contains("chưa lưu không được đọc"), "{said}");
        }
    }
}

/// Without a locale that names another language the program speaks Vietnamese.
#[test]
fn vietnamese_is_the_language_of_a_machine_that_names_none() {
    let desk = Desk::real();
    let said = |locale: Option<&str>, arguments: &[&str]| {
        let mut command = desk.command();
        for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        command.envs(locale.map(|locale| ("LC_ALL", locale))).args(arguments).output().expect("program").stdout
    };
    let (vi, en) = (said(None, &["--help", "--lang", "vi"]), said(None, &["--help", "--lang", "en"]));
    assert!(vi != en);
    for locale in [None, Some("C"), Some("POSIX"), Some("C.UTF-8"), Some("vi_VN.UTF-8")] {
        assert!(said(locale, &["--help"]) == vi, "{locale:?}");
        assert!(said(locale, &["--help", "--lang", "en"]) == en, "{locale:?}");
    }
    assert!(said(Some("en_US.UTF-8"), &["--help"]) == en);
}

/// Windows hides the ending `.txt`: the author sees a file of prose that is never read.
#[test]
fn what_lies_among_the_prose_and_is_not_read_is_named() {
    let desk = Desk::real();
    let narrative = desk.path("templates/ke-hoach-giam-ngheo/narrative");
    for name in ["08.typ.j2.txt", "09.typ", "README.md", "Thumbs.db", "01.typ.j2~", ".nhap"] {
        fs::write(narrative.join(name), "Một câu.\n").expect("file");
    }
    fs::create_dir(narrative.join("them")).expect("folder");
    for (language, words) in [("vi", "không được đọc"), ("en", "is not read")] {
        let said = stderr(&desk.run(&["check", "--lang", language]));
        let named =
            ["08.typ.j2.txt", "09.typ", "them"].map(|name| format!("--> ke-hoach-giam-ngheo/narrative/{name}\n"));
        assert!(named.iter().all(|name| said.contains(name)), "{said}");
        assert_eq!(said.matches("narrative-unread").count(), 3, "{said}");
        assert_eq!(said.matches(words).count(), 3, "{said}");
    }
}

/// A document without its bold face looks like one, and is none.
#[test]
fn a_face_that_is_missing_or_damaged_is_named() {
    for (damage, named) in [(true, "Tệp phông bị hỏng: LiberationSerif-Bold.ttf."), (false, "thiếu kiểu chữ: Bold.")]
    {
        let desk = Desk::real();
        let bold = desk.path("templates/fonts/LiberationSerif-Bold.ttf");
        if damage {
            fs::write(&bold, b"\0\x01\0\0 no font").expect("font");
        } else {
            fs::remove_file(&bold).expect("font");
        }
        let output = desk.run(&["build"]);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("[font-faces]") && said.contains(named), "{said}");
        assert!(desk.outputs().is_empty());
    }
}
