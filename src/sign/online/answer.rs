//! What an authority answered about a certificate.

use der::{Decode, Encode};
use serde::Serialize;

use crate::finding::code::Code;
use crate::sign::crypto::certificate::Certificate;
use crate::sign::crypto::moment::Moment;
use crate::sign::refusal::{Refusal, refusal};

/// How far the authority's clock may be from this computer's, in seconds.
pub(crate) const DRIFT: u64 = 600;
/// How long an answer holds that does not say it, in seconds: as long as lists are usually issued for.
pub(crate) const DAY: u64 = 24 * 3600;

/// What kind of evidence an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An answer about single certificates (RFC 6960).
    Ocsp,
    /// A list of revoked certificates (RFC 5280, 5).
    Crl,
}

/// What an authority says of one certificate; its signature was checked.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Since when it is revoked; none where it is not.
    pub(crate) revoked: Option<Moment>,
    /// Whether the reason leaves what was done with the key before as it was (RFC 5280, 5.3.1): another name or
    /// office, a new certificate in its place, the end of its use. Any other reason, or none, may mean a stolen key.
    pub(crate) is_benign: bool,
    /// The time as of which that is so.
    pub(crate) as_of: Moment,
    /// When the authority will know more.
    pub(crate) until: Option<Moment>,
    pub(crate) kind: Kind,
    /// The certificate that signed the answer, where it is not the authority's own.
    pub(crate) responder: Option<Certificate>,
}

/// Whether a reason for revocation (CRLReason) says nothing against the key.
pub(crate) fn is_benign(reason: Option<u8>) -> bool {
    // affiliationChanged, superseded, cessationOfOperation
    matches!(reason, Some(3..=5))
}

impl Answer {
    /// Whether it says anything about that time; `now` is this computer's.
    ///
    /// # Errors
    /// An answer from the future, and one that held before that time only.
    pub(crate) fn check_time(&self, at: Moment, now: Moment) -> Result<(), Refusal> {
        let until = self.until.unwrap_or_else(|| self.as_of.plus(DAY));
        let is_timely = self.as_of <= now.plus(DRIFT) && until.plus(DRIFT) >= at;
        if is_timely { Ok(()) } else { Err(refusal(Code::RevocationStale).with("time", self.as_of).into()) }
    }
}

/// The encoded value of an extension, by its number.
pub(crate) fn extension<T: for<'a> Decode<'a>>(
    extensions: Option<&x509_cert::ext::Extensions>,
    oid: der::asn1::ObjectIdentifier,
) -> Option<T> {
    let found = extensions?.iter().find(|extension| extension.extn_id == oid)?;
    T::from_der(found.extn_value.as_bytes()).ok()
}

/// The encoded name of a certificate's holder.
pub(crate) fn subject(certificate: &Certificate) -> Vec<u8> {
    certificate.parsed().tbs_certificate().subject().to_der().unwrap_or_default()
}
