//! The finished document: its words, its form, its files.

mod addressed;
mod closing;
mod continued;
mod decisions;
mod derived;
mod derived_kinds;
mod divided;
mod escaping;
mod form;
mod guide;
mod language;
mod lines;
mod long_words;
mod needed_rows;
pub mod plan;
mod plan_2025;
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
