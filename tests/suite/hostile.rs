//! Workbooks made to hurt: each is refused with a sentence, in a process of its own with little memory and time.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::common::{altered, input, replaced, root};

/// The real input.
fn real() -> Vec<u8> {
    input().workbooks["so-lieu.xlsx"].clone()
}

/// Puts something before the end of the first sheet's data.
fn with_row(row: &str) -> Vec<u8> {
    replaced(&real(), "xl/worksheets/sheet1.xml", "</sheetData>", &format!("{row}</sheetData>"))
}

/// What each hostile file is, and the message it must get.
fn files() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let real = real();
    // Deflate packs such a run about a thousandfold.
    let blanks = " ".repeat(40 << 20);
    vec![
        (
            "a cell at the far corner",
            with_row(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#),
            "workbook-stray-cell",
        ),
        (
            "a column that does not exist",
            with_row(r#"<row r="90"><c r="ZZZZZZZ1"><v>1</v></c></row>"#),
            "workbook-absurd",
        ),
        ("a row beyond all rows", with_row(r#"<row r="91"><c r="A99999999999"><v>1</v></c></row>"#), "workbook-absurd"),
        (
            "a shared formula with a vast index",
            with_row(r#"<row r="92"><c r="A92"><f t="shared" si="4000000000" ref="A92:A93">1</f><v>1</v></c></row>"#),
            "workbook-absurd",
        ),
        (
            "a count of strings beyond memory",
            altered(&real, &[], |name, text| match name {
                "xl/sharedStrings.xml" => {
                    let start = text.find("uniqueCount=\"").expect("count") + 13;
                    let end = start + text[start..].find('"').expect("quote");
                    format!("{}4000000000000000000{}", &text[..start], &text[end..])
                }
                _ => text,
            }),
            "workbook-absurd",
        ),
        (
            "a reversed range",
            replaced(&real, "xl/worksheets/sheet1.xml", "<dimension ref=\"A1:", "<dimension ref=\"ZZ9:"),
            "workbook-absurd",
        ),
        (
            "a document type",
            replaced(&real, "xl/workbook.xml", "<workbook ", "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook "),
            "workbook-doctype",
        ),
        (
            "a bomb",
            replaced(&real, "xl/worksheets/sheet1.xml", "<sheetData>", &format!("{blanks}<sheetData>")),
            "workbook-bomb",
        ),
        ("half a file", real[..real.len() / 2].to_vec(), "workbook-broken"),
        ("an empty file", Vec::new(), "workbook-not-xlsx"),
        ("an old workbook", vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "workbook-not-xlsx"),
    ]
}

/// A run under a memory limit, where the shell can set one.
fn checked(folder: &std::path::Path) -> (Option<i32>, String, Duration) {
    let program = env!("CARGO_BIN_EXE_vanban");
    let templates = root().join("templates");
    let started = Instant::now();
    let mut command = if cfg!(unix) {
        let mut shell = Command::new("sh");
        // 512 MiB of address space hold the program itself and the 256 MiB that a hostile file may cost.
        shell.args(["-c", "ulimit -v 524288; exec \"$@\"", "sh", program]);
        shell
    } else {
        Command::new(program)
    };
    let output = command.args(["check", "--lang", "en", "--templates"]).arg(templates).arg(folder).output();
    let output = output.expect("program");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned(), started.elapsed())
}

#[test]
fn hostile_workbooks_are_refused_with_a_sentence() {
    for (what, bytes, code) in files() {
        let folder = tempfile::tempdir().expect("folder");
        std::fs::write(folder.path().join("so-lieu.xlsx"), bytes).expect("file");
        let (status, said, taken) = checked(folder.path());
        assert_eq!(status, Some(1), "{what}: {said}");
        assert!(said.contains(code), "{what}: {said}");
        // Generous, for a busy machine; the limits themselves keep the work below a second.
        assert!(taken < Duration::from_secs(20), "{what} took {taken:?}");
    }
}

#[test]
fn a_rewritten_but_honest_workbook_is_read() {
    let folder = tempfile::tempdir().expect("folder");
    std::fs::write(folder.path().join("so-lieu.xlsx"), altered(&real(), &[], |_, text| text)).expect("file");
    let (status, said, _) = checked(folder.path());
    assert_eq!(status, Some(0), "{said}");
}
