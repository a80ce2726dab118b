//! The marked copy (bản so sánh thay đổi) for the one who approves.

pub mod copy;
pub mod list;
pub mod redline;
