//! What happens between versions of a document: records of issues, differences, the marked copy, reading a returned file back.

pub mod diff;
pub(crate) mod issue_note;
pub(crate) mod jump;
pub(crate) mod kept;
pub mod marked;
pub(crate) mod names;
pub mod readback;
pub(crate) mod records;
