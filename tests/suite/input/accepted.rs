//! A definition says from which checks its office departs, and why.

use vanban::finding::messages::{Language, Messages};
use vanban::finding::outcome::Failure;
use vanban::finding::{Finding, Severity};
use vanban::input::definition::model::Document;
use vanban::input::templates::Templates;

use crate::support::common::{build_with, edited, redefined, templates, text};

fn accepting(check: &str, reason: &str) -> Templates {
    redefined(|plan| format!("{plan}\n[[accepted]]\ncheck = \"{check}\"\nreason = \"{reason}\"\n"))
}

fn faults(check: &str, reason: &str) -> Vec<Finding> {
    let definition = &accepting(check, reason).documents["ke-hoach-giam-ngheo"].definition.clone();
    Document::parse(definition, "ke-hoach-giam-ngheo/document.toml").err().unwrap_or_default()
}

#[test]
fn an_accepted_error_is_a_note_with_its_reason() {
    let input = edited(&[("Văn bản", "B6", text("85/KH-UBND"))]);
    let Err(Failure::Refused(found)) = build_with(&input, templates()) else { panic!("accepted") };
    assert_eq!(found.iter().filter(|finding| finding.severity == Severity::Error).count(), 1);

    let accepting = accepting("number-symbol", "Cơ quan ghi số theo khối");
    let built = build_with(&input, &accepting).unwrap_or_else(|f| panic!("{:#?}", f.findings()));
    let notes: Vec<&Finding> = built.warnings.iter().filter(|found| found.severity == Severity::Note).collect();
    assert_eq!((notes.len(), notes[0].code.name()), (1, "number-symbol"));
    let told = Messages::new(Language::Vietnamese, false).long(notes[0]);
    assert!(told.contains("=  chấp nhận theo định nghĩa mẫu: Cơ quan ghi số theo khối"), "{told}");
    assert!(!told.contains("cách sửa"), "{told}");
}

#[test]
fn what_is_accepted_exists_and_has_a_reason() {
    let told = |check: &str, reason: &str| {
        let messages = Messages::new(Language::English, false);
        faults(check, reason).iter().map(|finding| messages.long(finding)).collect::<String>()
    };
    assert_eq!(told("number-symbol", "custom of the office"), "");
    assert!(told("number-symbol", " . ").contains("without a reason"));
    assert!(told("number-symbols", "x").contains("no check of that name"));
    assert!(told("number-symbols", "x").contains("Is “number-symbol” meant?"));
    assert!(told("zzzzzzzzzzzzzzzz", "x").contains("What can be accepted: "));
    // A figure that does not add up is no matter of custom.
    assert!(told("sum-mismatch", "x").contains("cannot be accepted"));
}
