//! Slips of form in the particulars (sai thể thức): what contradicts Decree 30/2020/NĐ-CP, or another particular, and can
//! be seen without knowing what the document is about.
//!
//! Each file holds the rules of one part of the form. All that is found here may be accepted by a definition
//! (`input::definition::accepted`).

mod facts;
mod number;

use crate::finding::Finding;
use crate::input::dataset::Dataset;
use crate::input::definition::model::Document;
use crate::input::form_slips::facts::Facts;

/// Every slip in the particulars.
pub(crate) fn found(document: &Document, dataset: &Dataset) -> Vec<Finding> {
    let facts = Facts { document, dataset };
    number::slips(&facts)
}
