//! Workbooks that are read with care.

mod hostile;
mod hostile_files;
mod hostile_zips;
