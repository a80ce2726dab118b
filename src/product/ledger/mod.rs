//! `figures.json`: every figure, its cell, and each place where it is printed.

pub(crate) mod assemble;
pub mod format;
