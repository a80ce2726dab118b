//! Electronic signatures (chữ ký số): PAdES (EN 319 142-1) on a PDF that stays PDF/A and PDF/UA.
//!
//! A finished document carries empty signature fields, prepared when it is built; signing fills one field with
//! an incremental update and touches nothing else, so that what was signed before stays valid.

pub mod appearance;
pub mod dss;
pub mod field;
pub mod fill;
pub mod increment;
pub mod later;
pub mod prepare;
pub mod raw;
pub mod revisions;
pub mod syntax;

use crate::diagnostic::{Diagnostic, Place};

/// Why something was refused: one finding. The place is the caller's to set, since keys, answers and signatures
/// know nothing of files.
pub type Refusal = Box<Diagnostic>;

/// A refusal without a place.
pub(crate) fn refusal(code: &'static str) -> Diagnostic {
    Diagnostic::error(code, Place::Nowhere)
}
