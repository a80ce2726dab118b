//! A finished file, read back: does it say what the inputs say?

pub mod attached;
pub mod compare;
pub(crate) mod pdf;
pub mod pdf_text;
pub mod remark;
pub(crate) mod workbook;
