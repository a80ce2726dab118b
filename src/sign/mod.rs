//! Electronic signatures (chữ ký số): PAdES (EN 319 142-1) on a PDF that stays PDF/A and PDF/UA.
//!
//! A finished document carries empty signature fields, prepared when it is built; signing fills one field with
//! an incremental update and touches nothing else, so that what was signed before stays valid.
