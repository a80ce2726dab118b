//! Slips of form in the particulars (sai thể thức): what contradicts Decree 30/2020/NĐ-CP, or another particular, and can
//! be seen without knowing what the document is about.
//!
//! Each file holds the rules of one part of the form. All that is found here may be accepted by a definition
//! (`input::definition::accepted`). One mistake is one finding: of one particular, only the first rule that it breaks is
//! told.

pub(crate) mod abolished;
mod authority;
mod citations;
pub(crate) mod cited;
mod dates;
pub(crate) mod document_type;
mod facts;
mod issuer;
mod number;
mod place;
mod recipients;
mod signer;
pub(crate) mod stamps;
mod subject;
mod symbol;
pub(crate) mod words;

use crate::finding::Finding;
use crate::input::checking::doubt::Doubt;
use crate::input::dataset::Dataset;
use crate::input::definition::model::Document;
use crate::input::form_slips::facts::Facts;

/// Every slip in the particulars, as far as they could be read.
pub(crate) fn found(document: &Document, dataset: &Dataset, doubt: &Doubt) -> Vec<Finding> {
    let facts = Facts { document, dataset, doubt };
    let of_kind = subject::of_kind(&facts);
    let one = [
        number::slip(&facts),
        // A type that is not of the kind has the symbol of the kind, or its own.
        of_kind.is_none().then(|| symbol::slip(&facts)).flatten(),
        place::slip(&facts),
        subject::misspelt_type(&facts),
        of_kind,
        subject::capitals_of_type(&facts),
        subject::slip(&facts),
        authority::slip(&facts),
        signer::slip(&facts, "signer"),
        signer::slip(&facts, "second_signer"),
        signer::same(&facts),
        abolished::slip(&facts),
    ];
    let mut found: Vec<Finding> = one.into_iter().flatten().collect();
    found.extend(issuer::slips(&facts));
    found.extend(dates::slips(&facts));
    found.extend(citations::slips(&facts));
    found.extend(recipients::slips(&facts));
    found.extend(stamps::slips(&facts));
    found
}
