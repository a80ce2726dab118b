//! How the program ends, for whoever called it.

use crate::finding::outcome::Failure;

/// The exit code. The help of each command says what the codes mean there; where several things were done, the worst
/// one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// All that was asked for is done.
    Done = 0,
    /// What was handed in is at fault, and at least one thing was not done because of it.
    Refused = 1,
    /// The program could not do its work.
    Failed = 2,
}

impl Exit {
    /// Two versions are the same; a file says what the inputs say.
    pub(crate) const AGREES: Self = Self::Done;
    /// They are not; it does not.
    pub(crate) const DIFFERS: Self = Self::Refused;
}

impl From<&Failure> for Exit {
    fn from(failure: &Failure) -> Self {
        match failure {
            Failure::Refused(_) => Self::Refused,
            Failure::Failed(_) => Self::Failed,
        }
    }
}

impl From<Exit> for i32 {
    fn from(exit: Exit) -> Self {
        exit as Self
    }
}
