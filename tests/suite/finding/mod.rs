//! What the program says.

mod codes;
