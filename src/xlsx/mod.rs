//! Bytes of a workbook become safe cells, and what all writers of workbooks share; knows no document.

pub(crate) mod container;
pub(crate) mod danger;
pub(crate) mod extract;
pub(crate) mod file_kind;
pub mod grid;
pub mod hash;
pub(crate) mod link;
pub(crate) mod measure;
pub mod read;
pub(crate) mod survey;
pub(crate) mod write;
pub(crate) mod xml_guard;
