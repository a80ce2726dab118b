//! A finished file, read back: does it say what the inputs say?

pub mod attached;
pub mod compare;
pub mod pdf;
pub mod pdf_text;
pub mod remark;
pub mod workbook;
