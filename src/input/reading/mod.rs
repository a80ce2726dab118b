//! Grid and definition become a dataset; strict, all findings at once.

pub(crate) mod cell;
pub(crate) mod columns;
pub(crate) mod decode;
pub(crate) mod headings;
pub(crate) mod levels;
pub(crate) mod locate;
pub(crate) mod numbered;
pub(crate) mod particulars;
pub(crate) mod placing;
pub(crate) mod read;
pub(crate) mod reader;
pub(crate) mod renamed;
pub(crate) mod review;
pub(crate) mod row_kind;
pub(crate) mod rows;
pub(crate) mod subtotals;
pub(crate) mod suspicious;
