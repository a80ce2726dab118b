//! Where a line of a Vietnamese text may not end.

pub(crate) mod binding;
pub(crate) mod ties;
mod vocabulary;
