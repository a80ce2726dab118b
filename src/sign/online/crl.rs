//! Lists of revoked certificates (danh sách chứng thư bị thu hồi; RFC 5280, 5).

use der::Decode;
use der::asn1::ObjectIdentifier;
use x509_cert::crl::CertificateList;
use x509_cert::ext::pkix::crl::dp::IssuingDistributionPoint;
use x509_cert::ext::pkix::name::DistributionPointName;
use x509_cert::ext::pkix::{CrlDistributionPoints, KeyUsage};

use crate::finding::code::Code;
use crate::sign::crypto::certificate::Certificate;
use crate::sign::crypto::der::part;
use crate::sign::online::answer::{Answer, Kind, extension, is_benign};
use crate::sign::refusal::{Refusal, refusal};

/// issuingDistributionPoint (RFC 5280, 5.2.5); the library gives its type another number.
const ISSUING_POINT: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.28");

/// What a list (DER) says of a certificate that `issuer` issued.
///
/// # Errors
/// What is no list; one of another authority (code `revocation-other`), without its signature, for other
/// certificates or reasons only, or with anything in it that must be understood and is not.
pub(crate) fn read(der: &[u8], certificate: &Certificate, issuer: &Certificate) -> Result<Answer, Refusal> {
    let broken = |detail: &str| refusal(Code::RevocationBroken).with("detail", detail);
    let list = CertificateList::<x509_cert::certificate::Rfc5280>::from_der(der)
        .map_err(|error| broken(&error.to_string()))?;
    let tbs = &list.tbs_cert_list;
    if tbs.issuer != *issuer.parsed().tbs_certificate().subject() {
        return Err(refusal(Code::RevocationOther).into());
    }
    let may_sign = issuer.extension::<KeyUsage>().is_none_or(|usage| usage.crl_sign());
    let signature = list.signature.as_bytes().unwrap_or_default();
    let key = issuer.key().map_err(|defect| issuer.explain(&defect))?;
    let fits = key.verify(&list.signature_algorithm, None, part(der, 0), signature).is_ok();
    if !(may_sign && fits && tbs.signature == list.signature_algorithm) {
        return Err(refusal(Code::RevocationForged).into());
    }
    check_scope(&list, certificate)?;
    let serial = certificate.parsed().tbs_certificate().serial_number();
    let entry = tbs.revoked_certificates.iter().flatten().find(|entry| entry.serial_number == *serial);
    Ok(Answer {
        revoked: entry.map(|entry| entry.revocation_date.into()),
        is_benign: entry.is_some_and(|entry| is_benign(reason(entry.crl_entry_extensions.as_ref()))),
        as_of: tbs.this_update.into(),
        until: tbs.next_update.map(Into::into),
        kind: Kind::Crl,
        responder: None,
    })
}

fn reason(extensions: Option<&x509_cert::ext::Extensions>) -> Option<u8> {
    let found = extensions?.iter().find(|one| one.extn_id == const_oid::db::rfc5280::ID_CE_CRL_REASONS)?;
    // ENUMERATED of one byte.
    match found.extn_value.as_bytes() {
        [0x0a, 1, reason] => Some(*reason),
        _ => None,
    }
}

/// Whether a certificate that is not in the list is not revoked.
fn check_scope(list: &CertificateList, certificate: &Certificate) -> Result<(), Refusal> {
    let extensions = list.tbs_cert_list.crl_extensions.as_ref();
    let entries = list.tbs_cert_list.revoked_certificates.iter().flatten();
    let in_entries = entries.flat_map(|entry| entry.crl_entry_extensions.iter().flatten());
    // Among them the mark of a list that only continues another one, and of entries about other authorities.
    let unknown = extensions
        .into_iter()
        .flatten()
        .chain(in_entries)
        .any(|extension| extension.critical && extension.extn_id != ISSUING_POINT);
    let point = extension::<IssuingDistributionPoint>(extensions, ISSUING_POINT);
    let is_unread = point.is_none() && extensions.into_iter().flatten().any(|one| one.extn_id == ISSUING_POINT);
    let is_partial = point.is_some_and(|point| {
        let is_elsewhere = point.distribution_point.as_ref().is_some_and(|name| !is_named(name, certificate));
        let of_others =
            if certificate.is_authority() { point.only_contains_user_certs } else { point.only_contains_ca_certs };
        is_elsewhere
            || of_others
            || point.indirect_crl
            || point.only_contains_attribute_certs
            || point.only_some_reasons.is_some()
    });
    if unknown || is_unread || is_partial { Err(refusal(Code::RevocationScope).into()) } else { Ok(()) }
}

/// Whether a certificate names this part of an authority's list as its own (RFC 5280, 6.3.3, b 2 i): others are in
/// other parts.
fn is_named(point: &DistributionPointName, certificate: &Certificate) -> bool {
    let DistributionPointName::FullName(names) = point else { return false };
    let points = certificate.extension::<CrlDistributionPoints>().map(|points| points.0).unwrap_or_default();
    points.iter().any(|own| match &own.distribution_point {
        Some(DistributionPointName::FullName(own)) => own.iter().any(|name| names.contains(name)),
        _ => false,
    })
}
