//! Which rules of the archive and of accessibility a PDF breaks (PDF/A, PDF/UA).

use std::collections::BTreeSet;

/// A stream's length is not that of its data.
const LENGTH: &str = ":6.1.7.1:1";

/// The rules that a PDF breaks. The validator takes a carriage return at the end of data for the first half of the line
/// end behind them; where every length is right (ISO 32000-1, 7.3.8.1: the line end before `endstream` does not count),
/// what it says of lengths is left out.
pub fn broken_rules(pdf: &[u8], profile: &str) -> BTreeSet<String> {
    let options = page_validation::ValidationOptions::default()
        .profile(profile.parse::<page_validation::ValidationProfile>().expect("profile"));
    let report = page_validation::validate_pdf_bytes(pdf, &options).expect("validated");
    let rules = report.failures.iter().map(|failure| failure.rule_id.to_string());
    rules.filter(|rule| !rule.ends_with(LENGTH) || !lengths_hold(pdf)).collect()
}

/// Whether behind the length that each stream declares its data end.
fn lengths_hold(pdf: &[u8]) -> bool {
    let mut at = 0;
    while let Some(start) = find(&pdf[at..], b"stream\n").map(|found| at + found + 7) {
        let dictionary = &pdf[start.saturating_sub(600).max(at)..start];
        let Some(length) = dictionary.windows(8).rposition(|bytes| bytes == b"/Length ") else { return false };
        let digits = dictionary[length + 8..].iter().take_while(|byte| byte.is_ascii_digit());
        let end = start + digits.fold(0, |number, digit| number * 10 + usize::from(digit - b'0'));
        if !pdf.get(end..).is_some_and(|rest| rest.starts_with(b"\nendstream")) {
            return false;
        }
        at = end + "\nendstream".len();
    }
    true
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|bytes| bytes == wanted)
}

#[test]
fn a_length_is_wrong_where_it_is_and_not_where_data_end_with_a_return() {
    let pdf = crate::support::common::plan().file(".pdf");
    assert!(lengths_hold(pdf));
    let start = find(pdf, b"stream\n").expect("stream") + 7;
    let end = start + find(&pdf[start..], b"\nendstream").expect("end");
    // The last byte of data that the reader has no need of.
    let mut returned = pdf.to_vec();
    returned[end - 1] = b'\r';
    let raw = page_validation::validate_pdf_bytes(
        &returned,
        &page_validation::ValidationOptions::default()
            .profile("2a".parse::<page_validation::ValidationProfile>().expect("profile")),
    );
    assert!(raw.expect("validated").failures.iter().any(|failure| failure.rule_id.to_string().ends_with(LENGTH)));
    assert!(!broken_rules(&returned, "2a").iter().any(|rule| rule.ends_with(LENGTH)));
    let length = pdf[..start].windows(8).rposition(|bytes| bytes == b"/Length ").expect("length") + 8;
    let mut wrong = pdf.to_vec();
    wrong[length] = if wrong[length] == b'9' { b'8' } else { wrong[length] + 1 };
    assert!(!lengths_hold(&wrong));
}
