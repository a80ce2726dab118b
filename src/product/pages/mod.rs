//! Sources become pages and a PDF, and tell where each figure landed.

pub(crate) mod ahead;
mod areas;
pub(crate) mod divided;
pub mod fonts;
pub(crate) mod foreign;
pub(crate) mod glyphs;
pub(crate) mod overlook;
pub(crate) mod printed;
pub(crate) mod trial;
pub(crate) mod typed_blanks;
pub mod typesetter;
pub(crate) mod unprinted;
mod unseen;
pub(crate) mod walk;
pub(crate) mod whole;
