//! The program as people run it.

mod batch;
mod choices;
mod clerk;
mod door;
mod endless;
mod run;
mod signed_files;
mod terminal;
mod watch;
