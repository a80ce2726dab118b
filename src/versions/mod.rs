//! What happens between versions of a document: records of issues, differences, the marked copy, reading a returned file back.

pub mod diff;
pub mod marked;
pub mod readback;
pub(crate) mod records;
