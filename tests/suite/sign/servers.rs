//! Servers that say whether certificates were revoked, rightly and wrongly.

use std::time::Duration;

use der::asn1::{BitString, GeneralizedTime, ObjectIdentifier, OctetString};
use der::{Decode, Encode};
use p256::ecdsa::SigningKey;
use vanban::sign::crypto::algorithm::Scheme;
use vanban::sign::crypto::moment::Moment;
use x509_cert::crl::{CertificateList, RevokedCert, TbsCertList};
use x509_cert::ext::Extension;
use x509_cert::time::Time;

use crate::support::pki::{self, Fault, NOON, Purpose, authorities};
use crate::support::server::{listen, serve};

pub const HOUR: u64 = 3600;
pub const YEAR: u64 = 365 * 24 * HOUR;

/// What a server says of every certificate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Says {
    Good,
    Revoked(Moment),
    /// Good, signed by somebody whom the authority let answer.
    Delegated,
    /// Signed by a certificate of the authority that is not for this.
    Stranger,
    Forged,
    Stale,
    Unknown,
    /// About another certificate, or by another authority.
    Other,
    /// That it will not answer.
    Refusal,
    /// A list that is only about authorities.
    Scope,
    /// The part of a list that the certificate names, and another part.
    OwnPart,
    OtherPart,
    /// Signed by a certificate that was for this and has expired.
    Expired,
    /// A list that only continues another one.
    Delta,
    Garbage,
    Nothing,
}

fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let length = match u16::try_from(content.len()).expect("small").to_be_bytes() {
        [0, short @ ..=0x7f] => vec![short],
        [0, byte] => vec![0x81, byte],
        long => [&[0x82], long.as_slice()].concat(),
    };
    [[tag].as_slice(), &length, &content].concat()
}

fn time(moment: Moment) -> GeneralizedTime {
    GeneralizedTime::from_unix_duration(Duration::from_secs(moment.0)).expect("time")
}

fn der(value: &impl Encode) -> Vec<u8> {
    value.to_der().expect("DER")
}

/// An answer about the certificate in a question (RFC 6960, 4.2.1).
pub fn answer(question: &[u8], says: Says) -> Option<Vec<u8>> {
    let (_, issuing) = authorities();
    let inner = |bytes: &[u8], index: usize| -> Vec<u8> {
        let list: Vec<der::Any> = Vec::from_der(bytes).expect("list");
        der(&list[index])
    };
    let id = inner(&inner(&inner(&inner(question, 0), 0), 0), 0);
    let id = match says {
        Says::Other => [&id[..id.len() - 1], &[id[id.len() - 1] ^ 1]].concat(),
        _ => id,
    };
    match says {
        Says::Nothing => return None,
        Says::Garbage => return Some(b"<html>khong phai</html>".to_vec()),
        Says::Refusal => return Some(tlv(0x30, &[&[0x0a, 1, 6]])),
        _ => {}
    }
    let status = match says {
        Says::Revoked(since) => tlv(0xa1, &[&der(&time(since))]),
        Says::Unknown => vec![0x82, 0],
        _ => vec![0x80, 0],
    };
    let (from, until) = if says == Says::Stale { (48 * HOUR, 24 * HOUR) } else { (HOUR, 0) };
    let as_of = der(&time(NOON.minus(from)));
    let until = tlv(0xa0, &[&der(&time(NOON.minus(until).plus(HOUR)))]);
    let single = tlv(0x30, &[&id, &status, &as_of, &until]);
    let own = issuing.certificate.parsed().tbs_certificate().subject();
    let key = SigningKey::from_slice(&[9; 32]).expect("key");
    let purpose = if says == Says::Stranger { Purpose::Signing } else { Purpose::Ocsp };
    let years = if says == Says::Expired { (-3, -1) } else { (-1, 1) };
    let delegate = issuing.issue("CN=Máy chủ trả lời,C=VN", &pki::p256(9), purpose, years);
    let is_delegated = matches!(says, Says::Delegated | Says::Stranger | Says::Expired);
    let produced = if says == Says::Expired { der(&time(NOON.minus(2 * YEAR))) } else { as_of };
    let name = if is_delegated { delegate.parsed().tbs_certificate().subject() } else { own };
    let data = tlv(0x30, &[&tlv(0xa1, &[&der(name)]), &produced, &tlv(0x30, &[&single])]);
    let message = if says == Says::Forged { vec![0] } else { data.clone() };
    let value = if is_delegated { pki::signed(&key, &message) } else { issuing.sign(&message) };
    let value = der(&BitString::from_bytes(&value).expect("bits"));
    let algorithm = der(&Scheme::EcdsaP256.algorithm());
    let certificates = if is_delegated { tlv(0xa0, &[&tlv(0x30, &[delegate.der()])]) } else { Vec::new() };
    let basic = der(&OctetString::new(tlv(0x30, &[&data, &algorithm, &value, &certificates])).expect("octets"));
    let kind = der(&const_oid::db::rfc6960::ID_PKIX_OCSP_BASIC);
    Some(tlv(0x30, &[&[0x0a, 1, 0], &tlv(0xa0, &[&tlv(0x30, &[&kind, &basic])])]))
}

/// A list of revoked certificates (RFC 5280, 5.1); of numbers 77 and 78.
fn list(says: Says, address: &str) -> Option<Vec<u8>> {
    let (root, issuing) = authorities();
    let critical = |oid: &str, value: &[u8]| Extension {
        extn_id: ObjectIdentifier::new_unwrap(oid),
        critical: true,
        extn_value: OctetString::new(value).expect("value"),
    };
    let extensions = match says {
        Says::Nothing => return None,
        Says::Garbage => return Some(b"<html>khong phai</html>".to_vec()),
        Says::Scope => Some(vec![critical("2.5.29.28", &[0x30, 3, 0x82, 1, 0xff])]),
        Says::OwnPart | Says::OtherPart => {
            let name = format!("{address}/{}", if says == Says::OwnPart { "crl" } else { "crl2" });
            let point = tlv(0xa0, &[&tlv(0xa0, &[&tlv(0x86, &[name.as_bytes()])])]);
            Some(vec![critical("2.5.29.28", &tlv(0x30, &[&point]))])
        }
        Says::Delta => Some(vec![critical("2.5.29.27", &[2, 1, 1])]),
        _ => None,
    };
    let revoked = match says {
        Says::Revoked(since) => Some([77_u32, 78].map(|serial| RevokedCert {
            serial_number: serial.into(),
            revocation_date: Time::GeneralTime(time(since)),
            crl_entry_extensions: None,
        })),
        _ => None,
    };
    let by = if says == Says::Other { &root } else { &issuing };
    let (from, until) = if says == Says::Stale { (48 * HOUR, 24 * HOUR) } else { (HOUR, 0) };
    let list: TbsCertList = TbsCertList {
        version: x509_cert::Version::V2,
        signature: Scheme::EcdsaP256.algorithm(),
        issuer: by.certificate.parsed().tbs_certificate().subject().clone(),
        this_update: Time::GeneralTime(time(NOON.minus(from))),
        next_update: Some(Time::GeneralTime(time(NOON.minus(until).plus(HOUR)))),
        revoked_certificates: revoked.map(Vec::from),
        crl_extensions: extensions,
    };
    let message = if says == Says::Forged { vec![0] } else { der(&list) };
    Some(der(&CertificateList {
        signature: BitString::from_bytes(&by.sign(&message)).expect("bits"),
        signature_algorithm: Scheme::EcdsaP256.algorithm(),
        tbs_cert_list: list,
    }))
}

/// A server for everything, with which all is well; its address.
pub fn good_server() -> String {
    server(Says::Good, Says::Nothing)
}

/// A server for everything: answers, lists, the authority's certificate and time stamps; its address.
pub fn server(answers: Says, lists: Says) -> String {
    let (listener, address) = listen();
    let own = address.clone();
    serve(listener, move |path, body| match path {
        "/ocsp" => answer(body, answers),
        "/crl" => list(lists, &own),
        "/ca" => Some(authorities().1.certificate.der().to_vec()),
        _ => pki::stamped(body, Fault::None, NOON, Some(&own)),
    });
    address
}
