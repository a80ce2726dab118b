//! The finished document: its words, its form, its files.

mod addressed;
mod closing;
mod decisions;
mod derived;
mod derived_kinds;
mod escaping;
mod form;
mod language;
mod lines;
pub mod plan;
mod publish;
mod rehearsed;
mod room_given;
pub mod second;
mod slips;
mod unprinted;
mod values;
mod whole;
pub mod whole_pages;
mod words;
