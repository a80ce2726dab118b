//! What an office hands in: read, checked, refused; and the workbook to fill in.

mod accepted;
mod catalogue;
mod derived;
mod folded;
mod form_slips;
mod mutations;
mod phrases;
mod relations;
mod renamed;
mod starter;
mod toml_text;
mod unnoticed;
