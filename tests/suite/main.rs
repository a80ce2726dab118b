//! One binary for all integration tests, so that the program is linked once. The folders are those of `src`.

mod cli;
mod finding;
mod input;
mod layers;
mod product;
mod sign;
mod support;
mod versions;
mod vi;
mod xlsx;
