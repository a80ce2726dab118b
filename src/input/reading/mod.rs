//! Grid and definition become a dataset; strict, all findings at once.

pub mod cell;
pub mod columns;
pub mod decode;
pub mod locate;
pub mod particulars;
pub mod read;
pub mod reader;
pub mod row_kind;
pub mod rows;
pub mod subtotals;
pub mod suspicious;
