//! Two versions of a document: what changed.

pub mod align;
pub mod change;
pub mod data;
pub(crate) mod sentences;
pub mod text;
pub mod version;
pub(crate) mod workbook;
