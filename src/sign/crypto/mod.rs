//! The cryptographic side of signatures: certificates, CMS, algorithms, time.

pub mod algorithm;
pub mod certificate;
pub(crate) mod cms;
pub(crate) mod der;
pub mod moment;
