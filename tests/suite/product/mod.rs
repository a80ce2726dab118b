//! The finished document: its words, its form, its files.

mod addressed;
mod escaping;
mod form;
mod language;
pub mod plan;
mod publish;
pub mod second;
mod slips;
mod whole;
