//! Figures typed in a document's own `main.typ`, and prose that it does not print.

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::product::prose::inspect;
use crate::product::prose::main_text::includes_prose;
use crate::product::prose::slips::passage::Passage;
use crate::product::prose::slips::proof::Proof;
use crate::product::prose::slips::told::{Slip, Teller};

/// The findings about the document's own `main.typ`.
pub(crate) fn judged(proof: &Proof<'_>, texts: &[&Passage], teller: &Teller<'_>) -> Vec<Finding> {
    let Some(source) = &proof.folder.main else { return Vec::new() };
    let mut numbers = Vec::new();
    for passage in texts {
        for number in inspect::figures(&passage.text) {
            let at = number.as_ptr() as usize - passage.text.as_ptr() as usize;
            numbers.push(Slip::new(passage, at..at + number.len(), ""));
        }
    }
    let mut found: Vec<Finding> = teller.tell(Code::MainNumber, &numbers).into_iter().collect();
    if !includes_prose(source) {
        let place = Place::File(format!("{}/main.typ", proof.template));
        found.push(Finding::new(Code::MainWithoutNarrative, place));
    }
    found
}
