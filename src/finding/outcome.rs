//! What a stage gives: a result with what should be known of it, or why there is none.

use crate::finding::folding::fold;
use crate::finding::{Finding, Severity};

/// A result together with what should be known about it.
#[derive(Debug, Clone)]
pub struct Warned<T> {
    pub output: T,
    pub warnings: Vec<Finding>,
}

/// Why a stage gave no result.
#[derive(Debug, Clone)]
pub enum Failure {
    /// The inputs are at fault (exit code 1); every finding of the stage, warnings included.
    Refused(Vec<Finding>),
    /// The program could not do its work: files, templates, fonts (exit code 2).
    Failed(Vec<Finding>),
}

impl Finding {
    /// The inputs are at fault, and this is all that is said of it.
    pub(crate) fn refuses(self) -> Failure {
        Failure::Refused(vec![self])
    }

    /// The program could not do its work, and this is all that is said of it.
    pub(crate) fn fails(self) -> Failure {
        Failure::Failed(vec![self])
    }
}

impl Failure {
    /// The findings, whichever kind it is.
    pub fn findings(&self) -> &[Finding] {
        match self {
            Self::Refused(found) | Self::Failed(found) => found,
        }
    }

    /// Puts earlier warnings in front, so that one run reports everything it knows.
    pub(crate) fn after(self, mut earlier: Vec<Finding>) -> Self {
        match self {
            Self::Refused(found) => {
                earlier.extend(found);
                Self::Refused(earlier)
            }
            Self::Failed(found) => {
                earlier.extend(found);
                Self::Failed(earlier)
            }
        }
    }
}

/// What a stage returns.
pub(crate) type Stage<T> = Result<Warned<T>, Failure>;

/// Findings in the order of their places, each once: where one is an error and a warning, the error. Those that say the
/// same of several cells are one.
pub(crate) fn settle(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by(|a, b| a.place.cmp(&b.place).then(a.severity.cmp(&b.severity)));
    let mut kept: Vec<Finding> = Vec::with_capacity(found.len());
    for finding in found {
        let mut here = kept.iter().rev().take_while(|earlier| earlier.place == finding.place);
        if !here.any(|earlier| earlier.code == finding.code && earlier.args == finding.args) {
            kept.push(finding);
        }
    }
    fold(kept)
}

/// Turns findings into a stage's result: refused if any is an error.
pub(crate) fn accept<T>(output: T, found: Vec<Finding>) -> Stage<T> {
    let found = settle(found);
    if found.iter().any(|d| d.severity == Severity::Error) {
        return Err(Failure::Refused(found));
    }
    Ok(Warned { output, warnings: found })
}
