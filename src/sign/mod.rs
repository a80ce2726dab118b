//! Electronic signatures (chữ ký số): PAdES (EN 319 142-1) on a PDF that stays PDF/A and PDF/UA.
//!
//! A finished document carries empty signature fields, prepared when it is built; signing fills one field with
//! an incremental update and touches nothing else, so that what was signed before stays valid.
//!
//! Whatever is signed, stamped or answered by others is judged from its own bytes: a structure that is decoded and
//! encoded again need not give the same bytes, so signatures are checked over slices of what came. No function
//! here reads the clock.

pub mod algorithm;
pub mod appearance;
pub mod certificate;
pub mod cms;
pub mod crl;
pub mod dss;
mod encoded;
pub mod field;
pub mod fill;
pub mod http;
pub mod increment;
pub mod key;
pub mod later;
pub mod moment;
pub mod ocsp;
pub mod prepare;
pub mod profile;
pub mod raw;
pub mod report;
pub mod revisions;
pub mod revocation;
pub mod secret;
pub mod signing;
pub mod stamp;
pub mod syntax;
pub mod token;

use crate::diagnostic::{Diagnostic, Place};

/// Why something was refused: one finding. The place is the caller's to set, since keys, answers and signatures
/// know nothing of files.
pub type Refusal = Box<Diagnostic>;

/// A refusal without a place.
pub(crate) fn refusal(code: &'static str) -> Diagnostic {
    Diagnostic::error(code, Place::Nowhere)
}
