//! The declared relations: blanks computed, everything else compared.

pub mod check;
pub mod compute;
pub mod culprit;
pub mod doubt;
pub mod judged;
pub mod relation;
pub mod rule;
pub mod slip;
