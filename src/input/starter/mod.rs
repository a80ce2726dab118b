//! The workbook to fill in (biểu nhập số liệu), and what last year hands down.

pub mod begin;
pub mod cell_rules;
pub mod content;
pub mod instructions;
pub mod sheet;
pub mod workbook;
