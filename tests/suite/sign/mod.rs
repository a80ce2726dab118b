//! Signatures, and whether they hold.

pub mod revocation;
pub mod signing;
