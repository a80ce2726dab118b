//! The workbook to fill in (biểu nhập số liệu), and what last year hands down.

pub mod begin;
pub(crate) mod cell_rules;
pub mod content;
pub(crate) mod example;
pub(crate) mod instructions;
pub(crate) mod marks;
pub(crate) mod sheet;
pub(crate) mod workbook;
pub(crate) mod yearly;
