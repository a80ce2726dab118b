//! What can be said of the signatures of a file: who, when, over what, and whether it still holds.

use serde::Serialize;

use super::certificate::{self, Certificate, Trust};
use super::cms::{self, Checked, Content};
use super::later::Later;
use super::moment::Moment;
use super::revisions::{self, Signature};
use super::stamp::{self, Stamp};
use super::{Refusal, refusal};
use crate::diagnostic::{Diagnostic, Place};

/// The signatures of a file, judged.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// In the order of the form.
    pub signatures: Vec<Verdict>,
    /// Prepared fields that are still empty.
    pub vacant: Vec<String>,
}

/// One signature, judged.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// Name of its field.
    pub field: String,
    pub facts: Facts,
    /// What came after it and is allowed.
    pub later: Vec<Later>,
    /// Why it does not hold; none where it does.
    pub problems: Vec<Diagnostic>,
    /// What could not be checked.
    pub doubts: Vec<Diagnostic>,
}

/// What a signature says, as far as it could be read.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Facts {
    /// Name and office in the certificate.
    pub signer: Option<String>,
    pub office: Option<String>,
    /// The authority that issued the certificate, and its number there.
    pub issuer: Option<String>,
    pub serial: Option<String>,
    /// The signer's clock.
    pub claimed: Option<String>,
    /// The time stamp's time, and the server's name.
    pub stamped: Option<String>,
    pub stamped_by: Option<String>,
    pub algorithm: Option<String>,
    /// The revision that it covers, of so many.
    pub covered: Option<usize>,
    pub revisions: usize,
    pub reason: Option<String>,
    pub location: Option<String>,
    /// The trusted authority that its certificate leads to.
    pub trusted: Option<String>,
}

impl Verdict {
    /// Whether it holds.
    pub fn holds(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Judges all signatures of a file. `anchors` are the authorities that the user trusts; without any, that question
/// stays open. `now` is this computer's time, for signatures without a time stamp.
///
/// # Errors
/// A file that cannot be read, or not in only one way.
pub fn examine(pdf: &[u8], anchors: &[Certificate], now: Moment) -> Result<Report, Refusal> {
    let signed = revisions::examine(pdf)?;
    let verdicts = signed.signatures.iter().map(|signature| {
        let mut verdict = Verdict {
            field: signature.name.clone(),
            facts: Facts {
                claimed: signature.claimed.as_deref().and_then(super::fill::shown_time),
                covered: signature.covered,
                revisions: signed.revisions,
                reason: signature.reason.clone(),
                location: signature.location.clone(),
                ..Facts::default()
            },
            later: signature.later.iter().filter(|later| later.is_allowed()).cloned().collect(),
            problems: Vec::new(),
            doubts: Vec::new(),
        };
        verdict.judge_file(signature, signed.trailing);
        verdict.judge_value(pdf, signature, anchors, now);
        verdict
    });
    Ok(Report { signatures: verdicts.collect(), vacant: signed.vacant })
}

impl Verdict {
    /// What the file says.
    fn judge_file(&mut self, signature: &Signature, trailing: usize) {
        let problem = |code| Diagnostic::error(code, Place::Nowhere);
        if signature.covered.is_none() {
            self.problems.push(problem("later-range"));
        }
        if trailing > 0 {
            self.problems.push(problem("later-bytes"));
        }
        for later in signature.later.iter().filter(|later| !later.is_allowed()) {
            let found =
                later.args().into_iter().fold(problem(later.code()), |found, (key, value)| found.with(key, value));
            self.problems.push(found);
        }
    }

    /// What the signature itself says.
    fn judge_value(&mut self, pdf: &[u8], signature: &Signature, anchors: &[Certificate], now: Moment) {
        let Some(content) = signature.content(pdf) else { return };
        let checked = match cms::check(&signature.der, &Content::Detached(content)) {
            Ok(checked) => checked,
            Err(found) => return self.problems.push(*found),
        };
        self.facts.signer = Some(checked.signer.name());
        self.facts.office = checked.signer.organisation();
        self.facts.issuer = Some(checked.signer.issuer());
        self.facts.serial = Some(checked.signer.serial());
        self.facts.algorithm = Some(checked.algorithm.clone());
        let stamp = self.judge_stamp(&checked, anchors);
        let at = stamp.as_ref().map_or(now, |stamp| stamp.time);
        if let Err(found) = checked.signer.check_signer(at) {
            self.problems.push(*found);
        }
        self.judge_trust(&checked.signer, &checked.others, anchors, at);
    }

    fn judge_stamp(&mut self, checked: &Checked, anchors: &[Certificate]) -> Option<Stamp> {
        let Some(token) = &checked.stamp else {
            self.doubts.push(Diagnostic::warning("verify-no-stamp", Place::Nowhere));
            return None;
        };
        match stamp::check(token, &checked.value, None) {
            Ok(stamp) => {
                self.facts.stamped = Some(stamp.time.to_string());
                self.facts.stamped_by = Some(stamp.server.name());
                if !anchors.is_empty() {
                    self.judge_server(&stamp, anchors);
                }
                Some(stamp)
            }
            Err(found) => {
                self.problems.push(*found);
                None
            }
        }
    }

    /// A time stamp by somebody unknown proves nothing, but takes nothing away from the signature either.
    fn judge_server(&mut self, stamp: &Stamp, anchors: &[Certificate]) {
        match certificate::trust(&stamp.server, &stamp.others, anchors, stamp.time) {
            Trust::Trusted(_) => {}
            Trust::Unknown(authority) => {
                let found = Diagnostic::warning("verify-stamp-unknown", Place::Nowhere);
                self.doubts.push(found.with("name", stamp.server.name()).with("authority", authority));
            }
            Trust::Broken(found) => self.problems.push(*found),
        }
    }

    fn judge_trust(&mut self, signer: &Certificate, others: &[Certificate], anchors: &[Certificate], at: Moment) {
        if anchors.is_empty() {
            return self.doubts.push(Diagnostic::warning("verify-no-anchors", Place::Nowhere));
        }
        match certificate::trust(signer, others, anchors, at) {
            Trust::Trusted(authority) => self.facts.trusted = Some(authority),
            Trust::Unknown(authority) => {
                self.problems
                    .push(refusal("certificate-unknown").with("name", signer.name()).with("authority", authority));
            }
            Trust::Broken(found) => self.problems.push(*found),
        }
    }
}
