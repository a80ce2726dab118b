//! A document before it is printed.

use crate::input::dataset::Dataset;
use crate::input::templates::DocumentFolder;
use crate::product::form::Form;
use crate::product::prose::narrative::Narrative;

/// What is read over before it is printed.
pub(crate) struct Proof<'a> {
    /// The folder of the template, as messages name it.
    pub(crate) template: &'a str,
    pub(crate) folder: &'a DocumentFolder,
    pub(crate) dataset: &'a Dataset,
    pub(crate) form: &'a Form,
    pub(crate) narrative: &'a Narrative,
}
