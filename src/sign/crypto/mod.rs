//! The cryptographic side of signatures: certificates, CMS, algorithms, time.

pub mod algorithm;
pub mod certificate;
pub mod cms;
pub mod der;
pub mod moment;
