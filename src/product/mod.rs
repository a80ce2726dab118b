//! A checked dataset becomes the finished document: form, prose, pages, workbook, ledger, and its place on the disk.

pub mod appendix;
pub(crate) mod bound_form;
pub(crate) mod breaks;
pub mod build;
pub mod file_kinds;
pub(crate) mod file_names;
pub(crate) mod fitting;
pub mod form;
pub(crate) mod formulas;
pub mod ledger;
pub(crate) mod opening;
pub mod pages;
pub(crate) mod particulars;
pub mod prose;
pub mod publish;
pub mod setting;
pub mod signature_drawing;
pub mod workbook;
