//! No two documents of an agency have one number in a year (Điều 15 khoản 1): which document of a run claims which.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, PoisonError};

use crate::cli::around;
use crate::cli::resources::Resources;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::finding::{Finding, Severity};
use crate::input::dataset::Dataset;
use crate::input::{disk, folder, verify};
use crate::product::file_names::RECORDS;
use crate::product::ledger::format::Figure;
use crate::product::particulars;
use crate::versions::records::{self, Record};
use crate::vi::matching;

/// A number that a document has.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Claim {
    issuer: String,
    /// `85/KH-UBND`.
    number: String,
    year: String,
}

/// An issue, and the number that it has.
struct Recorded {
    claim: Claim,
    record: Record,
}

/// The numbers of a run.
pub(crate) struct Claims<'a> {
    folders: &'a [PathBuf],
    /// Document → what it claims, if anything; those of which that is known.
    known: Mutex<BTreeMap<usize, Option<Claim>>>,
    learnt: Condvar,
    /// What was issued earlier, of each folder and of those beside it; only looked for where something is to be issued.
    recorded: Vec<(PathBuf, Recorded)>,
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
            let verified = verify::verify_among(&inputs, &resources.templates, &around::around(folder)).ok()?;
            claim(&verified.output.checked.dataset)
        };
        // One document alone has nobody to quarrel with.
        let several = if folders.len() > 1 { folders } else { &[] };
        let known = several.iter().map(read).enumerate().collect();
        let looked_at: BTreeSet<PathBuf> = folders.iter().flat_map(|folder| beside(folder)).collect();
        let issued = |folder: PathBuf| issued(&folder).into_iter().map(move |issue| (folder.clone(), issue));
        let recorded = looked_at.into_iter().flat_map(issued).collect();
        Self { known: Mutex::new(known), recorded, is_issue: true, ..Self::new(folders) }
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
            return Some(self.taken(index, self.folders.get(*other)?, &own, false));
        }
        drop(known);
        self.recorded_elsewhere(folder, &own).map(|other| self.taken(index, other, &own, true))
    }

    /// The other folder that issued something under this number. A copy of a folder holds the same issues: that is no
    /// quarrel.
    fn recorded_elsewhere(&self, folder: &Path, own: &Claim) -> Option<&PathBuf> {
        let is_own = |(other, _): &&(PathBuf, Recorded)| is_same_folder(other, folder);
        let is_known = |issue: &Recorded| {
            self.recorded.iter().filter(is_own).any(|(_, known)| known.record.is_of(&issue.record.outputs))
        };
        let rival =
            self.recorded.iter().filter(|one| !is_own(one)).find(|(_, issue)| issue.claim == *own && !is_known(issue));
        rival.map(|(other, _)| other)
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

    fn taken(&self, index: usize, other: &Path, claim: &Claim, is_recorded: bool) -> Finding {
        let own = self.folders.get(index).map(|folder| folder.display().to_string()).unwrap_or_default();
        let severity = if self.is_issue { Severity::Error } else { Severity::Warning };
        let finding = Finding::graded(severity, Code::NumberTaken, Place::File(own.clone()));
        let finding = finding.with("number", &claim.number).with("year", &claim.year).with("folder", own);
        finding.with("other", other.display()).flag("is-recorded", is_recorded)
    }
}

/// What a document claims; nothing while it is a draft.
fn claim(dataset: &Dataset) -> Option<Claim> {
    let date = particulars::issue_date(dataset).filter(|_| !particulars::is_draft(dataset))?;
    let issuer = particulars::issuer(dataset);
    Some(Claim { issuer, number: particulars::number_and_symbol(dataset), year: date.year.to_string() })
}

/// What was issued of a folder; records that cannot be read are told when its own turn comes.
fn issued(folder: &Path) -> Vec<Recorded> {
    let records = records::records(folder).unwrap_or_default();
    let claim = |record: &Record| {
        let year = record.document.date.as_ref()?.split('-').next()?.to_owned();
        let is_issuer = |figure: &&Figure| figure.key.field() == Some("issuer");
        let issuer =
            record.ledger().ok()?.figures.iter().find(is_issuer).map(|figure| matching::fold(&figure.value))?;
        Some(Claim { issuer, number: record.document.number.clone(), year })
    };
    records.into_iter().filter_map(|record| Some(Recorded { claim: claim(&record)?, record })).collect()
}

fn is_same_folder(one: &Path, other: &Path) -> bool {
    one == other || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// The folder, and those beside it that hold issues: documents of one office are issued one at a time, too.
fn beside(folder: &Path) -> Vec<PathBuf> {
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let others = disk::listed(above).unwrap_or_default().into_iter();
    let others = others.filter(|other| other.join(RECORDS).is_dir() && !is_same_folder(other, folder));
    others.chain([folder.to_owned()]).collect()
}
