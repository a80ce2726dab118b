//! Bytes of a workbook become safe cells, and what all writers of workbooks share; knows no document.

pub mod container;
pub mod danger;
pub mod extract;
pub mod file_kind;
pub mod grid;
pub mod link;
pub mod measure;
pub mod read;
pub mod survey;
pub mod write;
pub mod xml_guard;
