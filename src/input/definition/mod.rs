//! `document.toml`: what is read, what must be true, how it is laid out.

pub(crate) mod accepted;
pub(crate) mod bounds;
pub(crate) mod derivation;
pub(crate) mod derived;
pub(crate) mod derived_faults;
pub(crate) mod derived_names;
pub(crate) mod document_kind;
pub(crate) mod equalities;
pub(crate) mod layout;
pub(crate) mod levels;
pub mod model;
pub(crate) mod outline;
pub(crate) mod parse;
pub(crate) mod phrases;
pub(crate) mod policy;
pub(crate) mod relations;
pub(crate) mod rows;
pub(crate) mod widths;
