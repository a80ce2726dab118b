//! What templates see of the data, and what their comparisons and conditions mean.

pub(crate) mod engine;
pub(crate) mod item;
mod order;
mod outcome;
mod side;
