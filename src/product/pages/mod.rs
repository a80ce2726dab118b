//! Sources become pages and a PDF, and tell where each figure landed.

pub mod ahead;
pub mod fonts;
pub mod glyphs;
pub mod printed;
pub mod typesetter;
