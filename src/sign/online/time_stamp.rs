//! Time stamps (dấu thời gian): asked for over the signature value, and checked (RFC 3161; RFC 5816).

use der::asn1::{Int, ObjectIdentifier, OctetString, UintRef};
use der::{Any, Decode, Encode, Sequence};
use x509_cert::spki::AlgorithmIdentifierOwned;

use crate::finding::code::Code;
use crate::sign::crypto::algorithm::{self, Digest};
use crate::sign::crypto::certificate::Certificate;
use crate::sign::crypto::cms::{self, Content};
use crate::sign::crypto::der::{der_of, parts};
use crate::sign::crypto::moment::Moment;
use crate::sign::online::http::{self, Patience, Request};
use crate::sign::refusal::{Refusal, refusal};

/// id-ct-TSTInfo (RFC 3161, 2.4.2).
const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");
/// How far the server's clock may be from this computer's, in seconds; the answer may take three minutes.
const DRIFT: u64 = 600;
/// Bytes of the number that an answer must repeat.
const NONCE: usize = 16;

#[derive(Debug, Clone, PartialEq, Eq, Sequence)]
struct Imprint {
    algorithm: AlgorithmIdentifierOwned,
    hash: OctetString,
}

#[derive(Sequence)]
struct Query {
    version: u8,
    imprint: Imprint,
    nonce: Int,
    with_certificate: bool,
}

#[derive(Sequence)]
struct Answer {
    status: Any,
    #[asn1(optional = "true")]
    token: Option<Any>,
}

/// A time stamp that fits what it is made over.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The token (DER), as it came.
    pub token: Vec<u8>,
    /// The time it states.
    pub(crate) time: Moment,
    /// The server's certificate, and the others in the token.
    pub server: Certificate,
    pub(crate) others: Vec<Certificate>,
}

/// Gets a time stamp over a signature value; `now` is this computer's time, ///
/// # Errors
/// A server that cannot be reached or refuses, and an answer that is not one to this question: another imprint or
/// nonce, a time that is not now, a certificate that is not for time stamps, a signature that does not fit.
pub fn get(
    url: &str,
    value: &[u8],
    now: Moment,
    patience: &Patience,
    waiting: &mut dyn FnMut(&str, usize),
) -> Result<Stamp, Refusal> {
    let mut nonce = [0; NONCE];
    getrandom::fill(&mut nonce).map_err(|error| refusal(Code::RandomNone).with("detail", error))?;
    // Positive, and of the same length whatever was drawn.
    nonce[0] = nonce[0] & 0x3f | 0x40;
    let body = query(value, &nonce).map_err(|error| broken(&error.to_string()))?;
    let answer = http::ask(url, &Request::Post("application/timestamp-query", &body), patience, waiting)?;
    let token = granted(&answer, url)?;
    let stamp = check(&token, &[value], Some(&nonce))?;
    if stamp.time < now.minus(DRIFT) || stamp.time > now.plus(DRIFT) {
        return Err(refusal(Code::StampTime).with("time", stamp.time).with("now", now).into());
    }
    Ok(stamp)
}

fn broken(detail: &str) -> Refusal {
    refusal(Code::StampBroken).with("detail", detail).into()
}

fn query(value: &[u8], nonce: &[u8]) -> der::Result<Vec<u8>> {
    let algorithm = Digest::Sha256.algorithm();
    let imprint = Imprint { algorithm, hash: OctetString::new(Digest::Sha256.of(&[value]))? };
    Query { version: 1, imprint, nonce: Int::new(nonce)?, with_certificate: true }.to_der()
}

/// The token of an answer that grants one (RFC 3161, 2.4.2).
fn granted(answer: &[u8], url: &str) -> Result<Vec<u8>, Refusal> {
    let answer = Answer::from_der(answer).map_err(|error| broken(&error.to_string()))?;
    let status = der_of(&answer.status);
    let status = parts(&status).ok().and_then(|parts| u8::from_der(parts.first()?).ok());
    match (status, answer.token) {
        (Some(0 | 1), Some(token)) => Ok(der_of(&token)),
        (status, _) => {
            let status = status.map_or_else(|| "?".to_owned(), |status| status.to_string());
            Err(refusal(Code::StampRefused).with("url", url).with("status", status).into())
        }
    }
}

/// Checks a token against what it is made over, which is the signature value, or the signed bytes where the token
/// stands for a signature of its own; and against the nonce where one was sent.
///
/// # Errors
/// As [`get`].
pub(crate) fn check(token: &[u8], value: &[&[u8]], nonce: Option<&[u8]>) -> Result<Stamp, Refusal> {
    let checked = cms::check(token, &Content::Inside(TST_INFO))?;
    let info = parts(&checked.content).map_err(|error| broken(&error.to_string()))?;
    let [_, _, imprint, _, time, rest @ ..] = info.as_slice() else { return Err(broken("TSTInfo")) };
    let imprint = Imprint::from_der(imprint).map_err(|error| broken(&error.to_string()))?;
    let digest = Digest::named(imprint.algorithm.oid)
        .ok_or_else(|| refusal(Code::SignatureWeak).with("algorithm", algorithm::named(imprint.algorithm.oid)))?;
    if imprint.hash.as_bytes() != digest.of(value) {
        return Err(refusal(Code::StampImprint).into());
    }
    // After an accuracy (SEQUENCE) and an ordering (BOOLEAN), both optional, comes the nonce.
    let stated = rest.iter().find(|part| part.first() == Some(&0x02));
    let stated = stated.and_then(|part| UintRef::from_der(part).ok()).map(|number| number.as_bytes().to_vec());
    if nonce.is_some() && stated.as_deref() != nonce {
        return Err(refusal(Code::StampNonce).into());
    }
    let time = Any::from_der(time).and_then(|any| Moment::generalized(&any)).map_err(|_| broken("genTime"))?;
    if !checked.signer.is_for_time_stamps() {
        return Err(refusal(Code::StampCertificate).with("name", checked.signer.name()).into());
    }
    checked.signer.check_time(time)?;
    Ok(Stamp { token: token.to_vec(), time, server: checked.signer, others: checked.others })
}
