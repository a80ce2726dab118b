//! The declared relations: blanks computed, everything else compared.

pub(crate) mod check;
pub(crate) mod compute;
pub(crate) mod culprit;
pub(crate) mod doubt;
pub(crate) mod following;
pub mod judged;
pub(crate) mod relation;
pub mod rule;
pub(crate) mod scale;
pub(crate) mod slip;
