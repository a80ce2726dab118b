//! What can be said of the signatures of a file: who, when, over what, and whether it still holds.

use serde::Serialize;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::sign::crypto::algorithm::Defect;
use crate::sign::crypto::certificate::{self, Certificate, Trust};
use crate::sign::crypto::cms::{self, Checked, Content};
use crate::sign::crypto::moment::Moment;
use crate::sign::online::answer::Answer;
use crate::sign::online::revocation::{self, Network, Standing, Step};
use crate::sign::online::time_stamp::{self, Stamp};
use crate::sign::pdf::evidence::{self, Evidence};
use crate::sign::pdf::later::Later;
use crate::sign::pdf::revisions::{self, Signature};
use crate::sign::refusal::{Refusal, refusal};

/// The kind of a document time stamp (dấu thời gian của tài liệu; EN 319 142-1, 5.4.3).
const DOCUMENT_STAMP: &str = "ETSI.RFC3161";

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
    pub(crate) field: String,
    pub facts: Facts,
    /// What came after it and is allowed.
    pub later: Vec<Later>,
    /// Why it does not hold; none where it does.
    pub problems: Vec<Finding>,
    /// What could not be checked.
    pub doubts: Vec<Finding>,
}

/// What a signature says, as far as it could be read.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Facts {
    /// Name and office in the certificate.
    pub signer: Option<String>,
    pub(crate) office: Option<String>,
    /// The authority that issued the certificate, and its number there.
    pub(crate) issuer: Option<String>,
    pub(crate) serial: Option<String>,
    /// The signer's clock.
    pub(crate) claimed: Option<Moment>,
    /// The time stamp's time, and the server's name.
    pub stamped: Option<Moment>,
    pub(crate) stamped_by: Option<String>,
    pub algorithm: Option<String>,
    /// The revision that it covers, of so many.
    pub covered: Option<usize>,
    pub(crate) revisions: usize,
    pub reason: Option<String>,
    pub(crate) location: Option<String>,
    /// The trusted authority that its certificate leads to.
    pub trusted: Option<String>,
    /// What is known of the revocation of the certificates: the signer's, those above it, the time-stamp server's.
    pub revocation: Vec<Standing>,
}

/// What signatures are judged by, besides the file.
pub struct Grounds<'a> {
    /// The authorities that the user trusts; without any, that question stays open.
    pub anchors: &'a [Certificate],
    /// This computer's time, for signatures without a time stamp.
    pub now: Moment,
    /// How authorities are asked about revocation; without it, only what the file keeps is read.
    pub network: Option<&'a Network>,
}

impl Verdict {
    /// Whether it holds.
    pub fn holds(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Judges all signatures of a file; `waiting` is told of each server that is asked, and of each try.
///
/// # Errors
/// A file that cannot be read, or not in only one way.
pub fn examine(pdf: &[u8], grounds: &Grounds<'_>, waiting: &mut dyn FnMut(&str, usize)) -> Result<Report, Refusal> {
    let signed = revisions::examine(pdf)?;
    let evidence = evidence::read(pdf);
    let kept = evidence.certificates.iter().filter_map(|der| Certificate::read(der).ok()).collect();
    let mut court = Court { grounds, evidence, kept, waiting };
    let verdicts = signed.signatures.iter().map(|signature| {
        let mut verdict = Verdict {
            field: signature.name.clone(),
            facts: Facts {
                claimed: signature.claimed.as_deref().and_then(Moment::read_pdf),
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
        verdict.judge_value(pdf, signature, &mut court);
        verdict
    });
    Ok(Report { signatures: verdicts.collect(), vacant: signed.vacant })
}

impl Verdict {
    /// What the file says.
    fn judge_file(&mut self, signature: &Signature, trailing: usize) {
        let problem = |code| Finding::new(code, Place::Nowhere);
        if signature.covered.is_none() {
            self.problems.push(problem(Code::LaterRange));
        }
        if trailing > 0 {
            self.problems.push(problem(Code::LaterBytes));
        }
        let altered = signature.later.iter().filter(|later| !later.is_allowed());
        self.problems.extend(altered.map(Later::finding));
    }

    /// What the signature itself says.
    fn judge_value(&mut self, pdf: &[u8], signature: &Signature, court: &mut Court<'_>) {
        let Some(content) = signature.content(pdf) else { return };
        if signature.sub_filter == DOCUMENT_STAMP {
            return self.judge_document_stamp(&signature.der, &content, court);
        }
        let checked = match cms::check(&signature.der, &Content::Detached(content)) {
            Ok(checked) => checked,
            Err(found) => return self.problems.push(*found),
        };
        self.facts.signer = Some(checked.signer.name());
        self.facts.office = checked.signer.organisation();
        self.facts.issuer = Some(checked.signer.issuer());
        self.facts.serial = Some(checked.signer.serial());
        self.facts.algorithm = Some(checked.algorithm.clone());
        // Servers often leave out what the signature itself holds.
        let known = [checked.others.clone(), court.kept.clone()].concat();
        let stamp = self.judge_stamp(&checked, &known, court.grounds.anchors);
        let at = stamp.as_ref().map_or(court.grounds.now, |stamp| stamp.time);
        if let Err(found) = checked.signer.check_signer(at) {
            self.problems.push(*found);
        }
        let anchors = court.grounds.anchors;
        self.judge_company(&checked, &[anchors, &known].concat());
        self.judge_trust(&checked.signer, &known, anchors, at);
        let path = |of: &Certificate, more: &[Certificate]| certificate::path(of, &[anchors, more, &known].concat());
        // A stolen key of a time-stamp server can state any time, so what is known of it now counts.
        let mut paths = vec![(path(&checked.signer, &[]), at)];
        paths.extend(stamp.iter().map(|stamp| (path(&stamp.server, &stamp.others), court.grounds.now)));
        self.judge_revocation(&paths, at, court);
    }

    /// The time stamp, where it proves when the signature was made.
    fn judge_stamp(&mut self, checked: &Checked, known: &[Certificate], anchors: &[Certificate]) -> Option<Stamp> {
        let Some(token) = &checked.stamp else {
            self.doubts.push(Finding::new(Code::VerifyNoStamp, Place::Nowhere));
            return None;
        };
        match time_stamp::check(token, &[&checked.value], None) {
            Ok(stamp) => {
                self.facts.stamped = Some(stamp.time);
                self.facts.stamped_by = Some(stamp.server.name());
                let counts = anchors.is_empty() || self.judge_server(&stamp, known, anchors);
                counts.then_some(stamp)
            }
            Err(found) => {
                self.problems.push(*found);
                None
            }
        }
    }

    /// A time stamp over the whole file (EN 319 142-1, 5.4.3) is a signature by the server, who states no more than the
    /// time.
    fn judge_document_stamp(&mut self, token: &[u8], content: &[&[u8]], court: &mut Court<'_>) {
        let stamp = match time_stamp::check(token, content, None) {
            Ok(stamp) => stamp,
            Err(found) => return self.problems.push(*found),
        };
        self.facts.stamped = Some(stamp.time);
        self.facts.stamped_by = Some(stamp.server.name());
        let (anchors, now) = (court.grounds.anchors, court.grounds.now);
        let known = [stamp.others, court.kept.clone()].concat();
        self.judge_trust(&stamp.server, &known, anchors, stamp.time);
        let path = certificate::path(&stamp.server, &[anchors, &known].concat());
        self.judge_revocation(&[(path, now)], stamp.time, court);
    }

    /// A time stamp by somebody unknown proves nothing, but takes nothing away from the signature either.
    fn judge_server(&mut self, stamp: &Stamp, known: &[Certificate], anchors: &[Certificate]) -> bool {
        match certificate::trust(&stamp.server, &[&stamp.others, known].concat(), anchors, stamp.time) {
            Trust::Trusted(_) => return true,
            Trust::Unknown(authority) => {
                let found = Finding::new(Code::VerifyStampUnknown, Place::Nowhere);
                self.doubts.push(found.with("name", stamp.server.name()).with("authority", authority));
            }
            Trust::Broken(found) => self.problems.push(*found),
        }
        false
    }

    /// Certificates that a signature keeps are not signed with it. One that does not lead from the signer's to an
    /// authority takes nothing away from it, but whoever laid hands on the file may have made it so.
    fn judge_company(&mut self, checked: &Checked, known: &[Certificate]) {
        let path = certificate::path(&checked.signer, known);
        // The weak signatures of old roots count for nothing, here or elsewhere.
        let is_forged = |one: &Certificate| {
            one.is_self_issued() && matches!(one.verify_issuer(one), Err(Defect::Wrong | Defect::Unknown(_)))
        };
        for certificate in checked.others.iter().filter(|one| !path.contains(one) || is_forged(one)) {
            let found = Finding::new(Code::CertificateBeside, Place::Nowhere);
            self.doubts.push(found.with("name", certificate.name()));
        }
    }

    fn judge_trust(&mut self, signer: &Certificate, known: &[Certificate], anchors: &[Certificate], at: Moment) {
        if anchors.is_empty() {
            return self.doubts.push(Finding::new(Code::VerifyNoAnchors, Place::Nowhere));
        }
        match certificate::trust(signer, known, anchors, at) {
            Trust::Trusted(authority) => self.facts.trusted = Some(authority),
            Trust::Unknown(authority) => {
                self.problems
                    .push(refusal(Code::CertificateUnknown).with("name", signer.name()).with("authority", authority));
            }
            Trust::Broken(found) => self.problems.push(*found),
        }
    }

    /// Whether the certificates of these paths were revoked by the time beside each; each is asked about once. `at` is
    /// the time for which evidence must hold.
    fn judge_revocation(&mut self, paths: &[(Vec<Certificate>, Moment)], at: Moment, court: &mut Court<'_>) {
        let anchors = court.grounds.anchors;
        let mut seen: Vec<&Certificate> = Vec::new();
        for (path, _) in paths {
            let is_trusted = path
                .first()
                .is_some_and(|first| matches!(certificate::trust(first, &path[1..], anchors, at), Trust::Trusted(_)));
            for step in revocation::steps(path, anchors) {
                if seen.contains(&step.certificate) {
                    continue;
                }
                seen.push(step.certificate);
                let on = paths.iter().filter(|(path, _)| path.contains(step.certificate));
                let by = on.map(|(_, by)| *by).max().unwrap_or(at);
                self.judge_step(&step, court.ask(&step, at, is_trusted), at, by);
            }
        }
    }

    fn judge_step(
        &mut self,
        step: &Step<'_>,
        found: Result<(Answer, Option<String>), Refusal>,
        at: Moment,
        by: Moment,
    ) {
        match found {
            Ok((answer, server)) => {
                self.facts.revocation.push(Standing::known(step.certificate, &answer, server.as_deref()));
                let by = if answer.is_benign { at } else { by };
                if let Some(since) = answer.revoked.filter(|since| *since <= by) {
                    self.problems.push(revocation::revoked(step.certificate, since));
                }
            }
            Err(reason) => {
                self.facts.revocation.push(Standing::unknown(step.certificate));
                self.doubts.push(revocation::unchecked(step.certificate, &reason));
            }
        }
    }
}

/// What is at hand when a signature is judged.
struct Court<'a> {
    grounds: &'a Grounds<'a>,
    /// What the file keeps.
    evidence: Evidence,
    kept: Vec<Certificate>,
    waiting: &'a mut dyn FnMut(&str, usize),
}

impl Court<'_> {
    /// What is known of a certificate: from the authority where it can be asked, else from the file. Addresses in
    /// certificates of strangers are not asked: whoever made the file would choose where this computer calls.
    fn ask(&mut self, step: &Step<'_>, at: Moment, is_trusted: bool) -> Result<(Answer, Option<String>), Refusal> {
        let issuer = step.issuer.ok_or_else(|| refusal(Code::RevocationNoIssuer))?;
        let kept = self.evidence.about(step.certificate, issuer, at, self.grounds.now);
        match self.grounds.network {
            None => kept.map(|answer| (answer, None)),
            Some(_) if !is_trusted => {
                kept.map(|answer| (answer, None)).map_err(|_| refusal(Code::RevocationNoTrust).into())
            }
            Some(network) => match network.ask(step.certificate, issuer, self.waiting) {
                Ok(found) => Ok((found.answer, found.server)),
                Err(reason) => kept.map(|answer| (answer, None)).map_err(|_| reason),
            },
        }
    }
}
