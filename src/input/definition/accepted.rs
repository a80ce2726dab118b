//! What an office does otherwise than a check wants it (chấp nhận một điểm kiểm tra): the section `accepted` of a
//! definition.
//!
//! ```toml
//! [[accepted]]
//! check = "number-symbol"    # the name of a finding that may be accepted
//! reason = "Sổ đăng ký của cơ quan ghi số theo từng khối."
//! ```
//!
//! Which findings may be accepted is said by their codes ([`Effect::Acceptable`]). Whatever finds such things hands
//! them to [`accept`] with [`Document::accepted`] instead of to [`outcome::accept`]: an accepted warning is dropped, and
//! an accepted error becomes a note that gives the reason. `check`, `build` and `issue` all come through there, by
//! `input::verify`.
//!
//! [`Document::accepted`]: crate::input::definition::model::Document::accepted

use serde::Deserialize;

use crate::finding::code::{Code, Effect};
use crate::finding::outcome::{self, Stage};
use crate::finding::place::Place;
use crate::finding::{Finding, Severity};
use crate::vi::matching;

/// One check that is accepted not to hold.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Accepted {
    /// The name of the finding's code.
    check: String,
    /// Why the office departs from the rule, for those who read the report.
    reason: String,
}

/// A stage's result, what the definition accepts taken out of what was found: refused if any error is left.
pub(crate) fn accept<T>(accepted: &[Accepted], output: T, found: Vec<Finding>) -> Stage<T> {
    outcome::accept(output, without_accepted(accepted, found))
}

/// What was found but for accepted warnings; accepted errors as notes.
pub(crate) fn without_accepted(accepted: &[Accepted], found: Vec<Finding>) -> Vec<Finding> {
    let judged = found.into_iter().filter_map(|finding| match (reason(accepted, finding.code), finding.severity) {
        (Some(reason), Severity::Error) => Some(finding.accepted_for(reason)),
        (Some(_), Severity::Note) if finding.accepted.is_some() => Some(finding),
        (Some(_), Severity::Warning | Severity::Note) => None,
        (None, _) => Some(finding),
    });
    judged.collect()
}

/// Why findings of that code are accepted, where they are.
fn reason(accepted: &[Accepted], code: Code) -> Option<&str> {
    let accepted = accepted.iter().find(|accepted| accepted.check == code.name())?;
    code.has(Effect::Acceptable).then_some(accepted.reason.trim())
}

/// Every accepted check that is none, or that goes without a reason; `file` names the definition.
pub(crate) fn faults(accepted: &[Accepted], file: &str) -> Vec<Finding> {
    accepted.iter().filter_map(|accepted| fault(accepted, file)).collect()
}

fn fault(accepted: &Accepted, file: &str) -> Option<Finding> {
    let acceptable = || Code::ALL.iter().filter(|code| code.has(Effect::Acceptable)).map(|code| code.name());
    let place = || Place::File(file.to_owned());
    let name = accepted.check.as_str();
    if !acceptable().any(|known| known == name) {
        let is_known = Code::ALL.iter().any(|code| code.name() == name);
        let known = acceptable().collect::<Vec<_>>().join(", ");
        let finding = Finding::new(Code::AcceptedUnknown, place()).with("name", name).flag("is-known", is_known);
        return Some(finding.with_near(matching::nearest(name, acceptable())).with("known", known));
    }
    let has_reason = accepted.reason.chars().any(char::is_alphanumeric);
    (!has_reason).then(|| Finding::new(Code::AcceptedUnreasoned, place()).with("name", name))
}
