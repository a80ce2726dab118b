//! The finished document: its words, its form, its files.

mod addressed;
mod closing;
mod continued;
mod decisions;
mod derived;
mod divided;
mod escaping;
pub mod form;
pub mod kinds;
mod language;
mod lines;
mod long_words;
mod needed_rows;
pub mod plan;
mod publish;
mod rehearsed;
mod room_given;
pub mod second;
mod slips;
mod unprinted;
mod unseen;
mod values;
mod whole;
pub mod whole_pages;
mod words;
