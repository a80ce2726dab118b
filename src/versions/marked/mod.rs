//! The marked copy (bản so sánh thay đổi) for the one who approves.

pub mod copy;
pub(crate) mod list;
pub(crate) mod redline;
