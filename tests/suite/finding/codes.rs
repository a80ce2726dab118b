//! The table of codes is kept by those who use it.

use std::collections::BTreeMap;

use vanban::finding::code::{Code, Level};

use crate::support::common::sources;

/// Which codes are named right behind a call, with the file: `Finding::new(Code::RowTwice, …)`.
fn named_behind<'a>(call: &str, sources: &'a BTreeMap<String, String>) -> Vec<(&'a str, &'a str)> {
    let calls = sources.iter().flat_map(|(file, text)| text.split(call).skip(1).map(move |rest| (file.as_str(), rest)));
    let code = |(file, rest): (&'a str, &'a str)| {
        let code = rest.trim_start().strip_prefix("Code::")?;
        Some((file, code.split(|c: char| !c.is_ascii_alphanumeric()).next()?))
    };
    calls.filter_map(code).collect()
}

fn level(name: &str) -> Level {
    let known = Code::ALL.iter().find(|code| format!("{code:?}") == name);
    known.unwrap_or_else(|| panic!("{name} is no code")).level()
}

/// How much a finding matters is said by its code alone, or else at each place.
#[test]
fn severity_stands_in_one_place() {
    let sources = sources();
    let fixed = named_behind("Finding::new(", &sources);
    assert!(fixed.len() > 80, "only {} findings in the sources", fixed.len());
    for (file, name) in fixed {
        assert!(
            !matches!(level(name), Level::Varies | Level::Remark),
            "{file}: {name} leaves it open how much it matters"
        );
    }
    for text in sources.values() {
        for call in text.split("Finding::graded(").skip(1) {
            let Some((_, code)) = call.split_once("Code::").filter(|(before, _)| !before.contains(')')) else {
                continue;
            };
            let name = code.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            assert_eq!(level(name), Level::Varies, "{name} always matters as much");
        }
    }
    let remarks = [named_behind("Remark::new(", &sources), named_behind("said(", &sources)].concat();
    assert!(remarks.len() > 10, "only {} remarks in the sources", remarks.len());
    // The messages themselves say whatever they are asked for.
    for (file, name) in remarks.into_iter().filter(|(file, _)| !file.starts_with("finding/")) {
        assert_eq!(level(name), Level::Remark, "{file}: {name} is no remark");
    }
}
