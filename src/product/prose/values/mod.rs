//! What templates see of the data, and what their comparisons and conditions mean.

pub(crate) mod behind;
pub(crate) mod engine;
mod forms;
mod given;
pub(crate) mod item;
mod lists;
mod order;
mod outcome;
mod side;
