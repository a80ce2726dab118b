//! To whom a document goes, as its prose says, against its type and its recipients.

use vanban::finding::Severity;

use crate::product::second;
use crate::support::common::{build_with, position, set, text, write};

const SECOND: &str = "quyet-dinh-giao-du-toan";

/// What is said of the second document with other words before its articles, another type and other first recipients.
fn found(prose: &str, kind: Option<(&str, &str, &str)>, first: &[&str]) -> Vec<&'static str> {
    let mut templates = second::with_second();
    let folder = templates.documents.get_mut(SECOND).expect("second document");
    let articles = folder.narrative.get_mut("02-dieu.typ.j2").expect("articles");
    *articles = format!("{prose}\n\n{articles}").replace("Quyết định này", "Văn bản này");
    if kind.is_some() {
        // Only decisions say so.
        folder.main = folder.main.take().map(|main| main.replace("#centred-bold[QUYẾT ĐỊNH:]", ""));
    }
    let mut input = second::input(1234.5);
    let mut book = vanban::xlsx::read::read("a.xlsx", &input.workbooks["a.xlsx"]).expect("own").sheets;
    if let Some((name, symbol, subject)) = kind {
        for (row, words) in [(7, symbol), (9, name), (10, subject)] {
            set(&mut book[0], (row, 1), &text(words));
        }
    }
    for (row, words) in first.iter().chain(&["Lưu: VT"]).enumerate() {
        set(&mut book[1], position(&format!("A{}", row + 2)), &text(words));
    }
    input.workbooks.insert("a.xlsx".to_owned(), write(&book));
    let findings = match build_with(&input, &templates) {
        Ok(built) => built.warnings,
        Err(failure) => failure.findings().to_vec(),
    };
    let said = findings.iter().filter(|finding| finding.severity != Severity::Note);
    said.map(|finding| finding.code.name()).collect()
}

const SUBMISSION: Option<(&str, &str, &str)> = Some(("Tờ trình", "TTr-STC", "Về việc phê duyệt dự toán"));

#[test]
fn who_is_addressed_agrees_with_the_type() {
    let article = "Như Điều 2";
    assert_eq!(found("", None, &[article]), [""; 0]);
    assert_eq!(found("Kính gửi: Ủy ban nhân dân tỉnh.", None, &[article]), ["addressee-needless"]);
    assert_eq!(found("", SUBMISSION, &["Như trên"]), ["addressee-missing"]);
    assert_eq!(found("Kính gửi: Ủy ban nhân dân tỉnh.", SUBMISSION, &["Như trên"]), [""; 0]);
    assert_eq!(found("*Kính gửi:* Ủy ban nhân dân tỉnh.", SUBMISSION, &["Như trên"]), [""; 0]);
}

#[test]
fn several_addressees_are_a_list() {
    let list = |first: &str, last: &str| format!("Kính gửi:\n\n- Ủy ban nhân dân tỉnh{first}\n\n- Sở Y tế{last}");
    assert_eq!(found(&list(";", "."), SUBMISSION, &["Như trên"]), [""; 0]);
    for (first, last) in [(".", ";"), (",", "."), (";", ";"), (";", "")] {
        assert_eq!(found(&list(first, last), SUBMISSION, &["Như trên"]), ["addressee-marks"], "{first} {last}");
    }
    let again = ["Như trên", "UBND tỉnh"];
    assert_eq!(found("Kính gửi: Ủy ban nhân dân tỉnh.", SUBMISSION, &again), ["recipient-addressed"]);
}

#[test]
fn recipients_are_pointed_to_articles_that_are_there() {
    assert_eq!(found("", None, &["Như Điều 1, Điều 2"]), [""; 0]);
    assert_eq!(found("", None, &["Như Điều 9"]), ["recipient-article-gone"]);
    assert_eq!(found("", None, &["Như Điều 2, 9"]), ["recipient-article-gone"]);
}
