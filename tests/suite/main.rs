//! One binary for all integration tests, so that the program is linked once.

mod common;
mod escaping;
mod form;
mod hostile;
mod layout;
mod plan;
mod relations;
mod run;
mod scaffold;
mod second;
mod typist;
