//! The PDF side of signatures: objects, updates behind them, fields, revisions.

pub(crate) mod appearance;
pub mod evidence;
pub mod field;
pub mod fill;
pub(crate) mod later;
pub mod objects;
pub(crate) mod prepare;
pub mod revisions;
pub mod syntax;
pub mod update;
