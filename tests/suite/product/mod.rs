//! The finished document: its words, its form, its files.

mod addressed;
mod escaping;
mod form;
mod language;
mod lines;
pub mod plan;
mod publish;
mod rehearsed;
pub mod second;
mod slips;
mod unprinted;
mod values;
mod whole;
