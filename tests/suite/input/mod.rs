//! What an office hands in: read, checked, refused; and the workbook to fill in.

mod accepted;
mod catalogue;
mod derived;
mod folded;
mod followed;
mod form_slips;
mod mutations;
mod next_year;
mod outline;
mod phrases;
mod relations;
mod renamed;
pub mod schema;
mod starter;
mod toml_text;
mod unnoticed;
