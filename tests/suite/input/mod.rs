//! What an office hands in: read, checked, refused; and the workbook to fill in.

mod catalogue;
mod mutations;
mod relations;
mod renamed;
mod starter;
