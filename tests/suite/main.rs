//! One binary for all integration tests, so that the program is linked once.

mod batch;
mod changes;
mod common;
mod encodings;
mod escaping;
mod form;
mod hostile;
mod layout;
mod numbers;
mod plan;
mod publish;
mod relations;
mod run;
mod second;
mod watch;
