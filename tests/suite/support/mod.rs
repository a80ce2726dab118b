//! What the tests share.

pub mod archive;
pub mod common;
pub mod desk;
pub mod example;
pub mod layout;
pub mod mutators;
pub mod packing;
pub mod pki;
pub mod report;
pub mod schema;
pub mod server;
pub mod typist;
pub mod witness;
