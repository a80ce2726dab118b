//! Questions and answers about single certificates (kiểm tra trạng thái chứng thư trực tuyến; RFC 6960).

use const_oid::db::rfc6960;
use der::asn1::{BitString, Int, ObjectIdentifier, OctetString};
use der::{Any, Decode, Encode, Sequence};
use sha1::Sha1;
use sha2::Digest as _;
use x509_cert::spki::AlgorithmIdentifierOwned;

use crate::finding::code::Code;
use crate::sign::crypto::algorithm::Digest;
use crate::sign::crypto::certificate::Certificate;
use crate::sign::crypto::der::{der_of, part, parts};
use crate::sign::crypto::moment::Moment;
use crate::sign::online::answer::{Answer, Kind, is_benign, subject};
use crate::sign::refusal::{Refusal, refusal};

/// The status of an answer that holds one.
const SUCCESSFUL: u8 = 0;

/// Which certificate is meant: by hashes of its issuer's name and key, and its number there.
#[derive(Debug, Clone, PartialEq, Eq, Sequence)]
struct CertificateId {
    algorithm: AlgorithmIdentifierOwned,
    issuer_name: OctetString,
    issuer_key: OctetString,
    serial: Int,
}

#[derive(Sequence)]
struct Single {
    id: CertificateId,
}

#[derive(Sequence)]
struct Questions {
    list: Vec<Single>,
}

#[derive(Sequence)]
struct Question {
    questions: Questions,
}

#[derive(Sequence)]
struct Basic {
    data: Any,
    algorithm: AlgorithmIdentifierOwned,
    signature: BitString,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    certificates: Option<Vec<Any>>,
}

/// A question about a certificate (DER).
pub fn question(certificate: &Certificate, issuer: &Certificate) -> Vec<u8> {
    // Servers must know SHA-1 here and need not know another one (RFC 5019, 2.1.1); it only names the certificate.
    let sha1 = AlgorithmIdentifierOwned { oid: const_oid::db::rfc5912::ID_SHA_1, parameters: Some(Any::null()) };
    let id = identify(certificate, issuer, sha1);
    let question = id.map(|id| Question { questions: Questions { list: vec![Single { id }] } });
    question.and_then(|question| question.to_der().ok()).unwrap_or_default()
}

fn identify(
    certificate: &Certificate,
    issuer: &Certificate,
    algorithm: AlgorithmIdentifierOwned,
) -> Option<CertificateId> {
    let hash = |bytes: &[u8]| -> Option<OctetString> { OctetString::new(hashed(algorithm.oid, bytes)?).ok() };
    let serial = certificate.parsed().tbs_certificate().serial_number();
    Some(CertificateId {
        issuer_name: hash(&subject(issuer))?,
        issuer_key: hash(key_bits(issuer))?,
        serial: Int::new(serial.as_bytes()).ok()?,
        algorithm,
    })
}

fn hashed(algorithm: ObjectIdentifier, bytes: &[u8]) -> Option<Vec<u8>> {
    match algorithm {
        const_oid::db::rfc5912::ID_SHA_1 => Some(Sha1::digest(bytes).to_vec()),
        other => Digest::named(other).map(|digest| digest.of(&[bytes])),
    }
}

/// The public key as a bit string holds it, without tag, length and number of unused bits.
fn key_bits(certificate: &Certificate) -> &[u8] {
    certificate.parsed().tbs_certificate().subject_public_key_info().subject_public_key.raw_bytes()
}

/// What an answer (DER) says of a certificate that `issuer` issued.
///
/// # Errors
/// What is no answer, or a refusal; one about another certificate (code `revocation-other`); one that is not signed
/// by the issuer, or by somebody whom the issuer let answer (RFC 6960, 4.2.2.2); a certificate that the server does
/// not know.
pub fn read(der: &[u8], certificate: &Certificate, issuer: &Certificate) -> Result<Answer, Refusal> {
    let broken = |detail: &str| Refusal::from(refusal(Code::RevocationBroken).with("detail", detail));
    let malformed = |error: der::Error| broken(&error.to_string());
    let outer = parts(der).map_err(malformed)?;
    let status = outer.first().filter(|part| part.len() == 3).map(|part| part[2]);
    if status != Some(SUCCESSFUL) {
        let status = status.map_or_else(|| "?".to_owned(), |status| status.to_string());
        return Err(refusal(Code::RevocationRefused).with("status", status).into());
    }
    let bytes = part(outer.get(1).copied().unwrap_or_default(), 0);
    if ObjectIdentifier::from_der(part(bytes, 0)).ok() != Some(rfc6960::ID_PKIX_OCSP_BASIC) {
        return Err(broken("responseType"));
    }
    let basic = OctetString::from_der(part(bytes, 1)).map_err(malformed)?;
    let basic = basic.as_bytes();
    // The bytes that were signed, as they came.
    let data = parts(part(basic, 0)).map_err(malformed)?;
    // The version, which is never written.
    let data: Vec<&[u8]> = data.into_iter().filter(|part| part.first() != Some(&0xa0)).collect();
    let [responder, produced, answers, ..] = data.as_slice() else { return Err(broken("tbsResponseData")) };
    let produced = time(produced).ok_or_else(|| broken("producedAt"))?;
    let answers = parts(answers).map_err(malformed)?;
    let answer = answers.iter().find_map(|answer| about(answer, certificate, issuer));
    let (status, as_of, until) = answer.ok_or_else(|| refusal(Code::RevocationOther))?;
    let responder = signer(basic, responder, issuer, [produced, as_of])?;
    let revoked = match status.first() {
        Some(0x80) => None,
        Some(0xa1) => Some(time(part(status, 0)).ok_or_else(|| broken("revocationTime"))?),
        _ => return Err(refusal(Code::RevocationUnknown).into()),
    };
    // [0] EXPLICIT ENUMERATED behind the time.
    let reason = part(part(status, 1), 0);
    let is_benign = revoked.is_some() && is_benign(reason.get(2).copied().filter(|_| reason.len() == 3));
    Ok(Answer { revoked, is_benign, as_of, until, kind: Kind::Ocsp, responder })
}

/// Status and times of a single answer, where it is about that certificate.
fn about<'a>(
    answer: &'a [u8],
    certificate: &Certificate,
    issuer: &Certificate,
) -> Option<(&'a [u8], Moment, Option<Moment>)> {
    let parts = parts(answer).ok()?;
    let [id, status, as_of, rest @ ..] = parts.as_slice() else { return None };
    let stated = CertificateId::from_der(id).ok()?;
    let wanted = identify(certificate, issuer, stated.algorithm.clone())?;
    let until = rest.iter().find(|part| part.first() == Some(&0xa0));
    let until = match until {
        Some(until) => Some(time(self::part(until, 0))?),
        None => None,
    };
    (stated == wanted).then_some(())?;
    Some((status, time(as_of)?, until))
}

fn time(der: &[u8]) -> Option<Moment> {
    Moment::generalized(&Any::from_der(der).ok()?).ok()
}

/// Checks who signed an answer: the issuer, or a certificate that the issuer issued for this very purpose, which is
/// given back.
fn signer(
    basic: &[u8],
    responder: &[u8],
    issuer: &Certificate,
    times: [Moment; 2],
) -> Result<Option<Certificate>, Refusal> {
    let read = Basic::from_der(basic).map_err(|error| refusal(Code::RevocationBroken).with("detail", error))?;
    let signature = read.signature.as_bytes().unwrap_or_default();
    let signed = |by: &Certificate| {
        by.key().is_ok_and(|key| key.verify(&read.algorithm, None, part(basic, 0), signature).is_ok())
    };
    if names(responder, issuer) && signed(issuer) {
        return Ok(None);
    }
    let others = read.certificates.iter().flatten().filter_map(|any| Certificate::read(&der_of(any)).ok());
    let delegate = others.into_iter().find(|other| {
        names(responder, other)
            && other.is_for_ocsp()
            && other.verify_issuer(issuer).is_ok()
            && other.is_issued_under_name_of(issuer)
            // Both, since whoever signs states them: an old key must not speak of now.
            && times.iter().all(|time| other.check_time(*time).is_ok())
            && signed(other)
    });
    delegate.map(Some).ok_or_else(|| refusal(Code::RevocationForged).into())
}

/// Whether a ResponderID is that of a certificate: its name, or the SHA-1 hash of its key.
fn names(responder: &[u8], certificate: &Certificate) -> bool {
    let inner = part(responder, 0);
    match responder.first() {
        Some(0xa1) => inner == subject(certificate),
        Some(0xa2) => inner.get(2..) == Some(Sha1::digest(key_bits(certificate)).as_slice()),
        _ => false,
    }
}
