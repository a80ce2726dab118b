//! No two documents of an agency have one number in a year (Điều 15 khoản 1): which document of a run claims which.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, PoisonError};

use crate::cli::resources::Resources;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::finding::{Finding, Severity};
use crate::input::dataset::Dataset;
use crate::input::{folder, verify};
use crate::product::ledger::format::Figure;
use crate::product::particulars;
use crate::versions::records;
use crate::vi::matching;

/// A number that a document has.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Claim {
    issuer: String,
    /// `85/KH-UBND`.
    number: String,
    year: String,
}

/// The numbers of a run.
pub(crate) struct Claims<'a> {
    folders: &'a [PathBuf],
    /// Document → what it claims, if anything; those of which that is known.
    known: Mutex<BTreeMap<usize, Option<Claim>>>,
    learnt: Condvar,
    /// What was issued earlier, of each folder; only looked for where something is to be issued.
    recorded: Vec<(usize, Claim)>,
    is_issue: bool,
}

impl<'a> Claims<'a> {
    /// Of a run whose documents are read one after the other.
    pub(crate) fn new(folders: &'a [PathBuf]) -> Self {
        let known = Mutex::new(BTreeMap::new());
        Self { folders, known, learnt: Condvar::new(), recorded: Vec::new(), is_issue: false }
    }

    /// Of a run that issues: what all of its folders claim is known before the first document is issued.
    pub(crate) fn of_issue(folders: &'a [PathBuf], resources: &Resources) -> Self {
        let read = |folder: &PathBuf| {
            let inputs = folder::read_inputs(folder).ok()?;
            let verified = verify::verify(&inputs, &resources.templates).ok()?;
            claim(&verified.output.checked.dataset)
        };
        // One document alone has nobody to quarrel with.
        let several = if folders.len() > 1 { folders } else { &[] };
        let known = several.iter().map(read).enumerate().collect();
        let recorded = several.iter().enumerate();
        let recorded = recorded.flat_map(|(index, folder)| issued(folder).into_iter().map(move |claim| (index, claim)));
        Self { known: Mutex::new(known), recorded: recorded.collect(), is_issue: true, ..Self::new(folders) }
    }

    /// Makes known what a document claims, and what another one has claimed before it: when it is issued, any other.
    /// It waits for those before it, so that the same is found whichever is ready first.
    pub(crate) fn claim(&self, folder: &Path, dataset: &Dataset) -> Option<Finding> {
        let own = claim(dataset);
        let index = self.index(folder)?;
        self.learn(index, own.clone());
        let own = own?;
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        while !self.is_issue && (0..index).any(|earlier| !known.contains_key(&earlier)) {
            known = self.learnt.wait(known).unwrap_or_else(PoisonError::into_inner);
        }
        let is_rival = |(other, claim): &(&usize, &Option<Claim>)| {
            (self.is_issue || **other < index) && **other != index && claim.as_ref() == Some(&own)
        };
        if let Some((other, _)) = known.iter().find(is_rival) {
            return Some(self.taken(index, *other, &own, false));
        }
        let recorded = self.recorded.iter().find(|(other, claim)| *other != index && *claim == own);
        recorded.map(|(other, _)| self.taken(index, *other, &own, true))
    }

    /// A document is done, whatever became of it: nobody waits for it any longer.
    pub(crate) fn release(&self, index: usize) {
        self.learn(index, None);
    }

    fn learn(&self, index: usize, claim: Option<Claim>) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(index).or_insert(claim);
        self.learnt.notify_all();
    }

    fn index(&self, folder: &Path) -> Option<usize> {
        self.folders.iter().position(|known| known == folder)
    }

    fn taken(&self, index: usize, other: usize, claim: &Claim, is_recorded: bool) -> Finding {
        let name =
            |index: usize| self.folders.get(index).map(|folder| folder.display().to_string()).unwrap_or_default();
        let severity = if self.is_issue { Severity::Error } else { Severity::Warning };
        let finding = Finding::graded(severity, Code::NumberTaken, Place::File(name(index)));
        let finding = finding.with("number", &claim.number).with("year", &claim.year).with("folder", name(index));
        finding.with("other", name(other)).flag("is-recorded", is_recorded)
    }
}

/// What a document claims; nothing while it is a draft.
fn claim(dataset: &Dataset) -> Option<Claim> {
    let date = particulars::issue_date(dataset).filter(|_| !particulars::is_draft(dataset))?;
    let issuer = particulars::issuer(dataset);
    Some(Claim { issuer, number: particulars::number_and_symbol(dataset), year: date.year.to_string() })
}

/// What was issued of a folder; records that cannot be read are told when its own turn comes.
fn issued(folder: &Path) -> Vec<Claim> {
    let records = records::records(folder).unwrap_or_default();
    let claim = |record: &records::Record| {
        let year = record.document.date.as_ref()?.split('-').next()?.to_owned();
        let is_issuer = |figure: &&Figure| figure.key.field() == Some("issuer");
        let issuer =
            record.ledger().ok()?.figures.iter().find(is_issuer).map(|figure| matching::fold(&figure.value))?;
        Some(Claim { issuer, number: record.document.number.clone(), year })
    };
    records.iter().filter_map(claim).collect()
}
