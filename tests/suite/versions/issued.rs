//! What was issued is kept, and what changed since is named.

use std::collections::BTreeMap;
use std::fs;
use std::process::Output;

use super::{enter, phu_binh, ran, sign, stdout};
use crate::support::common::{New, golden, text};
use crate::support::desk::{Desk, gather, stderr};

const INPUT: &str = "inputs/ke-hoach";
const RECORD: &str = "inputs/ke-hoach/da-ban-hanh/01-85-KH-UBND";
const PDF: &str = "85-KH-UBND.pdf";
const XLSX: &str = "85-KH-UBND-phu-luc.xlsx";

fn tree(desk: &Desk, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    gather(&desk.path(folder), &desk.path(folder), &mut files);
    files
}

fn names(desk: &Desk) -> Vec<String> {
    tree(desk, "output/ke-hoach").into_keys().filter(|name| !name.contains('/') && !name.ends_with(".json")).collect()
}

/// What a run says of issued versions: everything behind the list of the written files.
fn said(output: &Output) -> String {
    let text = stderr(output);
    let lines = text.lines().skip_while(|line| !line.starts_with("  đã ghi") && !line.starts_with("  written"));
    let all: Vec<&str> = lines.skip(1).collect();
    all[..all.len().saturating_sub(1)].join("\n") + "\n"
}

#[test]
fn an_issue_is_recorded_once() {
    let desk = Desk::real();
    let output = ran(&desk, &["issue", INPUT], 0);
    assert!(stdout(&output).ends_with(&format!("{RECORD}\n")), "{}", stdout(&output));
    assert_eq!(said(&output), "Đã ghi nhận ban hành lần 1: 85/KH-UBND, vào:\n");
    let (record, outputs) = (tree(&desk, RECORD), tree(&desk, "output/ke-hoach"));
    for (name, bytes) in &outputs {
        assert!(record[name] == *bytes, "{name} is not as it was issued");
    }
    let inputs = tree(&desk, "inputs/ke-hoach");
    assert!(record["so-lieu/so-lieu.xlsx"] == inputs["so-lieu.xlsx"]);
    let templates = record.keys().filter(|name| name.starts_with("templates/")).count();
    // Beside the outputs: the inputs, the templates and the form library, and a note.
    assert_eq!(record.len(), outputs.len() + templates + 2);
    for name in ["ke-hoach-giam-ngheo/document.toml", "ke-hoach-giam-ngheo/narrative/00-mo-dau.typ.j2", "nd30/page.typ"]
    {
        assert!(record[&format!("templates/{name}")] == fs::read(desk.path("templates").join(name)).expect("template"));
    }
    // Again: it is said, and nothing changes.
    let again = ran(&desk, &["issue", INPUT, "--lang", "en"], 0);
    assert_eq!(
        said(&again),
        "Nothing has changed since issue 1 (85/KH-UBND).\n\
         This very version is recorded as issue 1 (85/KH-UBND); nothing was added.\n"
    );
    assert!(tree(&desk, "inputs/ke-hoach") == inputs && tree(&desk, "output/ke-hoach") == outputs);
    // The record is a side of a comparison, and its workbooks are inputs of their own.
    ran(&desk, &["diff", RECORD, INPUT], 0);
    ran(&desk, &["verify", &format!("{RECORD}/so-lieu"), &format!("{RECORD}/{PDF}")], 0);
    ran(&desk, &["check"], 0);
}

#[test]
fn a_draft_is_not_issued() {
    for edits in [[("Văn bản", "B6", New::Blank)], [("Văn bản", "B9", New::Blank)]] {
        let desk = Desk::real();
        enter(&desk, &edits);
        let output = ran(&desk, &["issue", INPUT], 1);
        assert!(stderr(&output).contains("issued-draft"), "{}", stderr(&output));
        assert!(!desk.path("inputs/ke-hoach/da-ban-hanh").exists());
    }
    let desk = Desk::real();
    assert!(stderr(&ran(&desk, &["issue"], 2)).contains("chưa ghi thư mục số liệu"));
    enter(&desk, &[("Kinh phí", "E4", text("11.741"))]);
    ran(&desk, &["issue", INPUT], 1);
    assert!(!desk.path("inputs/ke-hoach/da-ban-hanh").exists());
}

#[test]
fn a_build_names_what_changed_and_leaves_issued_files_alone() {
    let desk = Desk::real();
    ran(&desk, &["issue", INPUT], 0);
    let (issued, record) = (tree(&desk, "output/ke-hoach"), tree(&desk, RECORD));
    enter(&desk, &phu_binh("310", "2714"));
    golden("issued.vi.txt", &said(&ran(&desk, &["build", INPUT], 0)));
    golden("issued.en.txt", &said(&ran(&desk, &["build", INPUT, "--lang", "en"], 0)));
    let revision = ["85-KH-UBND-sua-doi-1-phu-luc.xlsx", "85-KH-UBND-sua-doi-1.pdf"];
    assert_eq!(names(&desk), [XLSX, revision[0], revision[1], PDF]);
    let first = tree(&desk, "output/ke-hoach");
    let ledger = String::from_utf8_lossy(&first["figures.json"]).into_owned();
    assert!(ledger.contains("\"85-KH-UBND-sua-doi-1.pdf\"") && !ledger.contains("\"85-KH-UBND.pdf\""));
    // Quiet: one line for the kept file, one for the changes, beside the five warnings.
    assert_eq!(stderr(&ran(&desk, &["build", INPUT, "--quiet"], 0)).lines().count(), 7);
    // A revision that was not issued may be overwritten.
    enter(&desk, &phu_binh("311", "2715"));
    ran(&desk, &["build", INPUT], 0);
    let second = tree(&desk, "output/ke-hoach");
    assert_eq!(names(&desk), [XLSX, revision[0], revision[1], PDF]);
    assert!(second[revision[1]] != first[revision[1]]);
    assert!([PDF, XLSX].iter().all(|name| second[*name] == issued[*name]));
    // Once it is issued, it may not.
    let output = ran(&desk, &["issue", INPUT, "--replaces", "dinh-chinh"], 0);
    assert!(stdout(&output).ends_with("da-ban-hanh/02-85-KH-UBND-sua-doi-1\n"), "{}", stdout(&output));
    enter(&desk, &phu_binh("312", "2716"));
    let third = said(&ran(&desk, &["build", INPUT], 0));
    assert!(third.contains("ban hành lần 2 (85/KH-UBND) có 4 số liệu"), "{third}");
    assert!(third.contains("2.715 → 2.716"), "{third}");
    assert_eq!(names(&desk).len(), 6);
    let now = tree(&desk, "output/ke-hoach");
    assert!(now[revision[1]] == second[revision[1]] && now[PDF] == issued[PDF]);
    // Output is disposable: the names of what was issued stay taken without it.
    fs::remove_dir_all(desk.path("output")).expect("output");
    ran(&desk, &["build", INPUT], 0);
    assert_eq!(names(&desk), ["85-KH-UBND-sua-doi-2-phu-luc.xlsx", "85-KH-UBND-sua-doi-2.pdf"]);
    // What was issued comes back under its own name, byte for byte.
    enter(&desk, &phu_binh("311", "2715"));
    ran(&desk, &["build", INPUT], 0);
    assert!(tree(&desk, "output/ke-hoach")[revision[1]] == second[revision[1]]);
    assert!(tree(&desk, RECORD) == record);
}

#[test]
fn signed_files_are_kept_without_any_record() {
    let desk = Desk::real();
    ran(&desk, &["build", INPUT], 0);
    let path = desk.path("output/ke-hoach/85-KH-UBND.pdf");
    let signed = sign(&fs::read(&path).expect("pdf"));
    fs::write(&path, &signed).expect("pdf");
    // The same content: the signed file stays, and no revision is made.
    assert!(said(&ran(&desk, &["build", INPUT], 0)).contains("đã có chữ ký, nội dung không đổi"));
    assert_eq!(names(&desk), [XLSX, PDF]);
    assert!(fs::read(&path).expect("pdf") == signed);
    ran(&desk, &["issue", INPUT], 0);
    assert!(tree(&desk, RECORD)["da-ky/85-KH-UBND.pdf"] == signed);
    // Other content is written beside it.
    enter(&desk, &phu_binh("310", "2714"));
    ran(&desk, &["build", INPUT], 0);
    assert_eq!(names(&desk).len(), 4);
    assert!(fs::read(&path).expect("pdf") == signed);
}

#[test]
fn a_signed_workbook_or_a_foreign_signed_file_stands_in_the_way_too() {
    for (name, content) in [(PDF, &b"%PDF-1.7 /ByteRange [0 1 2 3]"[..]), (XLSX, b"PK _xmlsignatures/sig1.xml")] {
        let desk = Desk::real();
        fs::create_dir_all(desk.path("output/ke-hoach")).expect("folder");
        fs::write(desk.path("output/ke-hoach").join(name), content).expect("file");
        let output = ran(&desk, &["build", INPUT], 0);
        let said = said(&output);
        assert!(said.starts_with(&format!("Tệp {name} đã ban hành hoặc đã ký nên được giữ nguyên")), "{said}");
        assert!(tree(&desk, "output/ke-hoach")[name] == content);
    }
}

#[test]
fn records_that_cannot_be_read_stop_the_build_and_older_ones_do_not() {
    let desk = Desk::real();
    ran(&desk, &["issue", INPUT], 0);
    enter(&desk, &phu_binh("310", "2714"));
    let ledger = desk.path(RECORD).join("figures.json");
    let good = fs::read_to_string(&ledger).expect("ledger");
    fs::write(&ledger, good.replacen("figures/3", "figures/9", 1)).expect("ledger");
    let output = ran(&desk, &["build", INPUT], 0);
    assert!(said(&output).contains("Không so sánh được với bản đã ban hành lần 1"), "{}", said(&output));
    assert_eq!(names(&desk).len(), 4);
    let before = tree(&desk, "output/ke-hoach");
    enter(&desk, &phu_binh("311", "2715"));
    for bad in [&good[..good.len() / 2], "", "{}"] {
        fs::write(&ledger, bad).expect("ledger");
        assert!(stderr(&ran(&desk, &["build", INPUT], 2)).contains("issued-broken"));
    }
    fs::remove_file(&ledger).expect("ledger");
    assert!(stderr(&ran(&desk, &["issue", INPUT], 2)).contains("issued-broken"));
    assert!(tree(&desk, "output/ke-hoach") == before);
}

#[test]
fn verify_answers_with_its_exit_code() {
    let desk = Desk::real();
    assert!(stderr(&ran(&desk, &["verify", INPUT], 2)).contains("file-unreadable"));
    ran(&desk, &["build", INPUT], 0);
    let output = ran(&desk, &["verify", INPUT], 0);
    assert_eq!(stdout(&output).matches("giống hệt văn bản lập từ số liệu").count(), 2);
    let before = tree(&desk, "output");
    enter(&desk, &phu_binh("310", "2714"));
    let output = ran(&desk, &["verify", INPUT], 1);
    golden("verify.vi.txt", &stdout(&output));
    golden("verify.en.txt", &stdout(&ran(&desk, &["verify", INPUT, "--lang", "en"], 1)));
    assert!(tree(&desk, "output") == before, "verify wrote something");
    // What differs now, but was issued as it is, is named so.
    let desk = Desk::real();
    ran(&desk, &["issue", INPUT], 0);
    enter(&desk, &phu_binh("310", "2714"));
    let output = ran(&desk, &["verify", INPUT, "output/ke-hoach/85-KH-UBND.pdf"], 1);
    assert!(stdout(&output).contains("Tệp này giống hệt bản đã ban hành lần 1"), "{}", stdout(&output));
    // Trouble of any kind is no answer.
    fs::write(desk.path("thu.txt"), "không phải").expect("file");
    assert!(stdout(&ran(&desk, &["verify", INPUT, "thu.txt"], 2)).contains("không phải tệp PDF"));
    ran(&desk, &["verify"], 2);
    enter(&desk, &[("Kinh phí", "E4", text("11.741"))]);
    assert!(stderr(&ran(&desk, &["verify", INPUT], 2)).contains("không đối chiếu được"));
}
