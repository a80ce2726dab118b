//! The PDF side of signatures: objects, updates behind them, fields, revisions.

pub mod appearance;
pub mod evidence;
pub mod field;
pub mod fill;
pub mod later;
pub mod objects;
pub mod prepare;
pub mod revisions;
pub mod syntax;
pub mod update;
