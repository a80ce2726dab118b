//! Signs one field of a finished document: the steps in order.

use crate::finding::Finding;
use crate::finding::code::{Code, Effect};
use crate::sign::crypto::certificate::{self, Certificate, Trust};
use crate::sign::crypto::cms::Draft;
use crate::sign::crypto::moment::Moment;
use crate::sign::key::Key;
use crate::sign::online::http::Patience;
use crate::sign::online::revocation::{Inquired, Network};
use crate::sign::online::time_stamp::{self, Stamp};
use crate::sign::pdf::appearance::Drawing;
use crate::sign::pdf::evidence::{self, Evidence};
use crate::sign::pdf::field::{Field, Space};
use crate::sign::pdf::fill::{self, Filling, RESERVED, Unsigned};
use crate::sign::refusal::{Refusal, refusal};
use crate::sign::verdict::{self, Grounds};

/// How often more room is made for a signature that does not fit.
const MOST_TRIES: usize = 3;

/// What a file keeps besides the signature, so that it can be judged in years to come.
pub struct LongTerm<'a> {
    /// What is known of the signer's certificates: [`Network::inquire`].
    pub signer: &'a Inquired,
    /// How the authorities of the time-stamp server are asked.
    pub network: &'a Network,
}

/// A signature that is asked for.
pub struct Order<'a> {
    pub field: Field,
    /// This computer's time.
    pub now: Moment,
    /// RSASSA-PSS instead of PKCS#1 v1.5 (TT 15/2025/TT-BKHCN, PL I).
    pub pss: bool,
    pub reason: Option<&'a str>,
    pub location: Option<&'a str>,
    /// Address of the time-stamp server; without one the signature has no time stamp.
    pub server: Option<&'a str>,
    pub patience: Patience,
    /// The authorities that are trusted; without any, that question stays open.
    pub anchors: &'a [Certificate],
    /// Evidence for level LT (EN 319 142-1, 6.3), which a time stamp is needed for.
    pub long_term: Option<LongTerm<'a>>,
}

/// A signed file.
pub struct Made {
    pub pdf: Vec<u8>,
    pub stamp: Option<Stamp>,
    /// What could not be checked.
    pub(crate) doubts: Vec<Finding>,
}

/// A file that may be signed as asked, and what a drawing of the signature has to go by.
pub(crate) struct Ready<'a> {
    pdf: &'a [u8],
    key: &'a Key,
    order: &'a Order<'a>,
    /// Name of the signer.
    pub(crate) name: String,
    /// The time of signing, a PDF date.
    pub(crate) claimed: String,
    pub(crate) space: Space,
}

/// Looks whether a file may be signed as asked.
///
/// # Errors
/// What the file or the certificate is refused for.
pub(crate) fn prepare<'a>(pdf: &'a [u8], key: &'a Key, order: &'a Order<'a>) -> Result<Ready<'a>, Refusal> {
    key.certificate.check_signer(order.now)?;
    check_trust(key, order)?;
    if let Some(long_term) = &order.long_term {
        refuse_doubts(&long_term.signer.doubts)?;
    }
    refuse_altered(pdf, order.now)?;
    let space = fill::space(pdf, order.field)?;
    Ok(Ready { pdf, key, order, name: key.certificate.name(), claimed: order.now.pdf(), space })
}

impl Ready<'_> {
    /// Signs the file and checks the result.
    ///
    /// # Errors
    /// What the drawing or the time-stamp server is refused for; a result that does not hold.
    pub(crate) fn sign(&self, drawing: &Drawing, waiting: &mut dyn FnMut(&str, usize)) -> Result<Made, Refusal> {
        let Self { pdf, key, order, name, claimed, .. } = self;
        let mut reserved = RESERVED;
        for _ in 0..MOST_TRIES {
            let filling = Filling {
                field: order.field,
                drawing,
                claimed,
                name,
                reason: order.reason,
                location: order.location,
                reserved,
            };
            let unsigned = fill::fill(pdf, &filling)?;
            let (der, stamp) = signature(&unsigned, key, order, waiting)?;
            match unsigned.with_signature(&der) {
                Ok(pdf) => {
                    let pdf = match (&order.long_term, &stamp) {
                        (Some(long_term), Some(stamp)) => kept(&pdf, key, stamp, long_term, order.anchors, waiting)?,
                        _ => pdf,
                    };
                    return proved(pdf, stamp, order);
                }
                Err(too_large) => reserved = 2 * too_large.needed,
            }
        }
        Err(refusal(Code::SignTooLarge).into())
    }
}

/// Where authorities are named, the signer's certificate must lead to one of them: nobody would accept it otherwise.
fn check_trust(key: &Key, order: &Order<'_>) -> Result<(), Refusal> {
    if order.anchors.is_empty() {
        return Ok(());
    }
    match certificate::trust(&key.certificate, &key.chain, order.anchors, order.now) {
        Trust::Trusted(_) => Ok(()),
        Trust::Broken(found) => Err(found),
        Trust::Unknown(authority) => {
            let found = refusal(Code::CertificateUnknown).with("name", key.certificate.name());
            Err(found.with("authority", authority).into())
        }
    }
}

/// What evidence leaves open would stay open for ever, so that such a file would not be what was asked for.
fn refuse_doubts(doubts: &[Finding]) -> Result<(), Refusal> {
    match doubts.first() {
        Some(doubt) => Err(refusal(Code::SignNoEvidence).with("name", doubt.arg("name")).into()),
        None => Ok(()),
    }
}

/// Adds the evidence about the certificates of the signer and of the time-stamp server.
fn kept(
    pdf: &[u8],
    key: &Key,
    stamp: &Stamp,
    long_term: &LongTerm<'_>,
    anchors: &[Certificate],
    waiting: &mut dyn FnMut(&str, usize),
) -> Result<Vec<u8>, Refusal> {
    let known = [stamp.others.as_slice(), &key.chain].concat();
    let server = long_term.network.inquire(&stamp.server, &known, anchors, waiting)?;
    refuse_doubts(&server.doubts)?;
    let certificates = key.chain.iter().map(|certificate| certificate.der().to_vec()).collect();
    let mut evidence = Evidence { certificates, ..Evidence::default() };
    evidence.join(&long_term.signer.evidence);
    evidence.join(&server.evidence);
    evidence::append(pdf, &evidence)
}

/// A signature over content that was altered after somebody else signed it would cover the alteration up.
fn refuse_altered(pdf: &[u8], now: Moment) -> Result<(), Refusal> {
    let signatures = verdict::examine(pdf, &Grounds { anchors: &[], now, network: None }, &mut |_, _| {})?.signatures;
    match signatures.iter().flat_map(|verdict| &verdict.problems).any(|problem| problem.code.has(Effect::Altered)) {
        true => Err(refusal(Code::SignChanged).into()),
        false => Ok(()),
    }
}

/// The signature (DER) of what was prepared, time-stamped where there is a server.
fn signature(
    unsigned: &Unsigned,
    key: &Key,
    order: &Order<'_>,
    waiting: &mut dyn FnMut(&str, usize),
) -> Result<(Vec<u8>, Option<Stamp>), Refusal> {
    let scheme = key.scheme(order.pss);
    let hash = scheme.digest().of(&unsigned.ranges());
    let draft = Draft::new(scheme, &hash, key.certificate.clone(), &key.chain)?;
    let value = key.sign(scheme, &draft.to_sign())?;
    let stamp =
        order.server.map(|url| time_stamp::get(url, &value, order.now, &order.patience, waiting)).transpose()?;
    let token = stamp.as_ref().map(|stamp| stamp.token.as_slice());
    Ok((draft.finish(&value, token)?, stamp))
}

/// Nothing is handed out that does not stand the check that others will make.
fn proved(pdf: Vec<u8>, stamp: Option<Stamp>, order: &Order<'_>) -> Result<Made, Refusal> {
    let grounds = Grounds { anchors: order.anchors, now: order.now, network: None };
    let verdicts = verdict::examine(&pdf, &grounds, &mut |_, _| {})?.signatures;
    let own = verdicts.into_iter().find(|verdict| verdict.field == order.field.name());
    match own.map(|verdict| (verdict.problems.into_iter().next(), verdict.doubts)) {
        Some((None, doubts)) => {
            if order.long_term.is_some() {
                // What could be asked but is not kept in the file, or not in time.
                let open: Vec<_> =
                    doubts.iter().filter(|doubt| doubt.code == Code::RevocationUnchecked).cloned().collect();
                refuse_doubts(&open)?;
            }
            let is_news = |doubt: &Finding| doubt.code == Code::VerifyStampUnknown;
            let doubts = doubts.into_iter().filter(is_news).collect();
            Ok(Made { pdf, stamp, doubts })
        }
        problem => {
            let code = problem.and_then(|(problem, _)| problem).map_or("", |problem| problem.code.name());
            Err(refusal(Code::SignUnproved).with("detail", code).into())
        }
    }
}
