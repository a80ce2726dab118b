//! What happens between versions of a document.

mod changes;
mod figure_keys;
mod issued;
mod marked;
