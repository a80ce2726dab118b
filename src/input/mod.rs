//! What an office hands in becomes a checked dataset: folder, definition, reading, checking, and the starter workbook.

pub mod checking;
pub mod dataset;
pub mod definition;
pub mod disk;
pub mod figure_key;
pub mod figure_name;
pub mod folder;
pub mod layout_version;
pub mod outline;
pub mod reading;
pub mod starter;
pub mod templates;
pub mod verify;
pub mod which_definition;
