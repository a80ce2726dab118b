//! What a run does with each of its documents, and with what.

use std::path::{Path, PathBuf};

use crate::cli::claims::Claims;
use crate::cli::resources::{Need, Resources};
use crate::product::build::Appendices;
use crate::versions::issue_note::Way;

/// What is done with each document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Work {
    /// It is read and checked.
    Check,
    /// It is made and written as well.
    Write(Writing),
}

/// How a document is made, and what is written beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Writing {
    pub(crate) appendices: Appendices,
    /// What a marked copy compares it with, where there is to be one.
    pub(crate) marks: Option<Against>,
    /// Whether it is recorded as issued.
    pub(crate) is_issue: bool,
    /// How that takes the place of what was issued before, where the user says so.
    pub(crate) replaces: Option<Way>,
}

/// The old version that changes are marked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Against {
    /// The one issued last.
    LastIssue,
    /// The one that the user named.
    Named(PathBuf),
}

impl Work {
    /// Whether documents are issued.
    pub(crate) fn is_issue(&self) -> bool {
        matches!(self, Self::Write(writing) if writing.is_issue)
    }

    /// What it takes.
    pub(crate) fn need(&self) -> Need {
        match self {
            Self::Check => Need::Templates,
            Self::Write(_) => Need::Fonts,
        }
    }
}

/// What every document of a run is made with.
pub(crate) struct Job<'a> {
    pub(crate) work: &'a Work,
    pub(crate) resources: &'a Resources,
    /// The folder in which each document has its own.
    pub(crate) output: &'a Path,
    /// How many documents the run has.
    pub(crate) documents: usize,
    /// Which numbers they have; not known where documents come and go.
    pub(crate) claims: Option<&'a Claims<'a>>,
}
