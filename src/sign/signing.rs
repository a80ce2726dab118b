//! Signs one field of a finished document: the steps in order.

use super::appearance::Look;
use super::cms::Draft;
use super::field::Field;
use super::fill::{self, Filling, RESERVED, Unsigned};
use super::http::Patience;
use super::key::Key;
use super::moment::Moment;
use super::stamp::{self, Stamp};
use super::{Refusal, refusal, report};
use crate::typeset::Fonts;

/// How often more room is made for a signature that does not fit.
const MOST_TRIES: usize = 3;

/// A signature that is asked for.
pub struct Order<'a> {
    pub field: Field,
    /// The picture to show; without one, who signed and when.
    pub picture: Option<Look>,
    /// This computer's time.
    pub now: Moment,
    /// RSASSA-PSS instead of PKCS#1 v1.5 (TT 15/2025/TT-BKHCN, PL I).
    pub pss: bool,
    pub reason: Option<&'a str>,
    pub location: Option<&'a str>,
    /// Address of the time-stamp server; without one the signature has no time stamp.
    pub server: Option<&'a str>,
    pub patience: Patience,
}

/// A signed file.
pub struct Made {
    pub pdf: Vec<u8>,
    pub stamp: Option<Stamp>,
}

/// Signs a file and checks the result.
///
/// # Errors
/// What the file, the certificate, the picture or the time-stamp server is refused for; a result that does not hold.
pub fn sign(
    pdf: &[u8],
    key: &Key,
    order: &Order<'_>,
    fonts: &Fonts,
    waiting: &mut dyn FnMut(usize),
) -> Result<Made, Refusal> {
    key.certificate.check_signer(order.now)?;
    refuse_altered(pdf, order.now)?;
    let (name, claimed) = (key.certificate.name(), order.now.pdf());
    let look = order.picture.clone().unwrap_or_else(|| Look::of_words(&name, &claimed));
    let mut reserved = RESERVED;
    for _ in 0..MOST_TRIES {
        let filling = Filling {
            field: order.field,
            look: &look,
            claimed: &claimed,
            name: &name,
            reason: order.reason,
            location: order.location,
            reserved,
        };
        let unsigned = fill::fill(pdf, &filling, fonts)?;
        let (der, stamp) = signature(&unsigned, key, order, waiting)?;
        match unsigned.with_signature(&der) {
            Ok(pdf) => return proved(pdf, stamp, order),
            Err(too_large) => reserved = 2 * too_large.needed,
        }
    }
    Err(refusal("sign-too-large").into())
}

/// A signature over content that was altered after somebody else signed it would cover the alteration up.
fn refuse_altered(pdf: &[u8], now: Moment) -> Result<(), Refusal> {
    let signatures = report::examine(pdf, &[], now)?.signatures;
    let is_altered = |code: &str| code.starts_with("later-") || code.starts_with("signature-");
    match signatures.iter().flat_map(|verdict| &verdict.problems).any(|problem| is_altered(problem.code)) {
        true => Err(refusal("sign-changed").into()),
        false => Ok(()),
    }
}

/// The signature (DER) of what was prepared, time-stamped where there is a server.
fn signature(
    unsigned: &Unsigned,
    key: &Key,
    order: &Order<'_>,
    waiting: &mut dyn FnMut(usize),
) -> Result<(Vec<u8>, Option<Stamp>), Refusal> {
    let scheme = key.scheme(order.pss);
    let hash = scheme.digest().of(&unsigned.ranges());
    let draft = Draft::new(scheme, &hash, key.certificate.clone(), &key.chain)?;
    let value = key.sign(scheme, &draft.to_sign())?;
    let stamp = order.server.map(|url| stamp::get(url, &value, order.now, &order.patience, waiting)).transpose()?;
    let token = stamp.as_ref().map(|stamp| stamp.token.as_slice());
    Ok((draft.finish(&value, token)?, stamp))
}

/// Nothing is handed out that does not stand the check that others will make.
fn proved(pdf: Vec<u8>, stamp: Option<Stamp>, order: &Order<'_>) -> Result<Made, Refusal> {
    let verdicts = report::examine(&pdf, &[], order.now)?.signatures;
    let own = verdicts.iter().find(|verdict| verdict.field == order.field.name());
    match own.map(|verdict| verdict.problems.first()) {
        Some(None) => Ok(Made { pdf, stamp }),
        problem => {
            let code = problem.flatten().map_or("", |problem| problem.code);
            Err(refusal("sign-unproved").with("detail", code).into())
        }
    }
}
