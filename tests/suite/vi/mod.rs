//! Texts and numbers as people type them.

pub mod encodings;
mod numbers;
