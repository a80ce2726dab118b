//! PAdES signatures (chữ ký số, EN 319 142-1) on any PDF, which stays PDF/A and PDF/UA: fields, signatures, time stamps,
//! revocation, verdicts.
//!
//! A finished document carries empty signature fields, prepared when it is built; signing fills one field with
//! an incremental update and touches nothing else, so that what was signed before stays valid.
//!
//! Whatever is signed, stamped or answered by others is judged from its own bytes: a structure that is decoded and
//! encoded again need not give the same bytes, so signatures are checked over slices of what came. No function
//! here reads the clock.

pub mod crypto;
pub mod key;
pub mod online;
pub mod pdf;
pub mod refusal;
pub mod steps;
pub mod verdict;
