//! The table of codes, in parts by what they speak of.
//!
//! Each part is a macro that adds its lines to those it is given and hands them on: one enum needs them in one place.

pub(crate) mod commands;
pub(crate) mod particulars;
pub(crate) mod signing;
pub(crate) mod templates;
pub(crate) mod workbooks;
