//! The language of prose templates: a small, closed part of Jinja's, read here and nowhere else.
//!
//! minijinja runs what this folder has read and written anew: every look into the data, comparison and condition has
//! become a call of ours that knows its place in the template, so that values are compared as what they are, and
//! no message of the engine's own comes through. What is not in the tables of [`words`] does not exist.

pub(crate) mod compile;
pub(crate) mod expression;
pub(crate) mod fault;
mod file;
pub(crate) mod scan;
pub(crate) mod scope;
mod tag;
mod token;
pub(crate) mod words;
