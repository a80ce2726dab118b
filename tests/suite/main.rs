//! One binary for all integration tests, so that the program is linked once.

mod batch;
mod catalogue;
mod changes;
mod common;
mod encodings;
mod escaping;
mod form;
mod hostile;
mod hostile_files;
mod hostile_zips;
mod issued;
mod layout;
mod marked;
mod mutations;
mod mutators;
mod numbers;
mod plan;
mod publish;
mod relations;
mod run;
mod scaffold;
mod second;
mod typist;
mod watch;
mod witness;
