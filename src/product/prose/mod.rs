//! Prose templates become Typst markup; what prose may contain.

pub mod inspect;
pub(crate) mod language;
pub(crate) mod lines;
pub(crate) mod main_text;
pub(crate) mod marked_text;
pub mod narrative;
pub(crate) mod slips;
pub(crate) mod values;
