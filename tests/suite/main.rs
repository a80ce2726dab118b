//! One binary for all integration tests, so that the program is linked once.

mod common;
mod escaping;
mod form;
mod hostile;
mod hostile_files;
mod hostile_zips;
mod layout;
mod mutations;
mod mutators;
mod plan;
mod relations;
mod run;
mod second;
mod witness;
