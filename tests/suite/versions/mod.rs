//! What happens between versions of a document.

mod changes;
mod issued;
mod marked;
