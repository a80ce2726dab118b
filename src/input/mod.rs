//! What an office hands in becomes a checked dataset: folder, definition, reading, checking, and the starter workbook.

pub mod around;
pub mod checking;
pub mod dataset;
pub mod definition;
pub mod derived;
pub(crate) mod disk;
pub mod figure_key;
pub(crate) mod figure_name;
pub mod folder;
pub(crate) mod form_slips;
pub mod layout_version;
pub(crate) mod outline;
pub(crate) mod reading;
pub mod starter;
pub mod templates;
pub(crate) mod toml_text;
pub(crate) mod unconfirmed;
pub mod verify;
pub(crate) mod which_definition;
