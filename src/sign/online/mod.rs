//! What authorities are asked over the network: revocation and time stamps.

pub mod answer;
pub(crate) mod crl;
pub mod http;
pub mod ocsp;
pub mod revocation;
pub mod time_stamp;
