//! The signature itself: CMS signed data (RFC 5652) in the form of CAdES (EN 319 122-1), as PAdES wants it
//! (EN 319 142-1, 6.3): no signing time, the signer's certificate named by its hash, one signer.

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use const_oid::db::{rfc5911, rfc6268};
use der::asn1::{ObjectIdentifier, OctetString, SetOfVec};
use der::{Any, Decode, Encode, Sequence};
use sha1::Sha1;
use sha2::Digest as _;
use x509_cert::attr::{Attribute, Attributes};

use crate::finding::code::Code;
use crate::sign::crypto::algorithm::{Defect, Digest, Scheme, judge};
use crate::sign::crypto::certificate::{Certificate, MAX_CERTIFICATES};
use crate::sign::crypto::der::{der_of, parts};
use crate::sign::refusal::{Refusal, refusal};

/// signing-certificate-v2 (RFC 5035, 3).
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = rfc5911::ID_AA_SIGNING_CERTIFICATE_V_2;
/// signing-certificate, its forerunner, which hashes with SHA-1; time-stamp servers still send it (RFC 2634, 5.4).
const SIGNING_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");
/// signature-time-stamp (EN 319 122-1, 5.3).
const TIME_STAMP: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");

/// RFC 5035, 4: the hash function is left out where it is SHA-256.
#[derive(Sequence)]
struct EssCertificate {
    #[asn1(optional = "true")]
    algorithm: Option<x509_cert::spki::AlgorithmIdentifierOwned>,
    hash: OctetString,
    #[asn1(optional = "true")]
    issuer_serial: Option<Any>,
}

#[derive(Sequence)]
struct SigningCertificate {
    certificates: Vec<EssCertificate>,
    #[asn1(optional = "true")]
    policies: Option<Any>,
}

/// What is signed, before the key has touched it.
pub(crate) struct Draft {
    scheme: Scheme,
    attributes: Attributes,
    signer: Certificate,
    chain: Vec<Certificate>,
}

impl Draft {
    /// Over content of that hash, to be signed in the name of `signer`; `chain` goes into the signature beside it.
    ///
    /// # Errors
    /// Values that cannot be encoded, which would be a fault of the program.
    pub(crate) fn new(
        scheme: Scheme,
        hash: &[u8],
        signer: Certificate,
        chain: &[Certificate],
    ) -> Result<Self, Refusal> {
        let named = SigningCertificate {
            certificates: vec![EssCertificate {
                algorithm: None,
                hash: OctetString::new(Digest::Sha256.of(&[signer.der()])).map_err(|error| fault(&error))?,
                issuer_serial: None,
            }],
            policies: None,
        };
        let hash = OctetString::new(hash).map_err(|error| fault(&error))?;
        let attributes = [
            attribute(rfc6268::ID_CONTENT_TYPE, &rfc5911::ID_DATA),
            attribute(rfc6268::ID_MESSAGE_DIGEST, &hash),
            attribute(SIGNING_CERTIFICATE_V2, &named),
        ];
        let attributes = attributes.into_iter().collect::<der::Result<Vec<Attribute>>>();
        let attributes = attributes.and_then(SetOfVec::try_from).map_err(|error| fault(&error))?;
        Ok(Self { scheme, attributes, signer, chain: chain.to_vec() })
    }

    /// What the key signs: the signed attributes as a SET (RFC 5652, 5.4).
    pub(crate) fn to_sign(&self) -> Vec<u8> {
        der_of(&self.attributes)
    }

    /// The whole signature (DER), with a time stamp where there is one.
    ///
    /// # Errors
    /// Values that cannot be encoded, which would be a fault of the program.
    pub(crate) fn finish(self, signature: &[u8], stamp: Option<&[u8]>) -> Result<Vec<u8>, Refusal> {
        self.encode(signature, stamp).map_err(|error| fault(&error))
    }

    fn encode(self, signature: &[u8], stamp: Option<&[u8]>) -> der::Result<Vec<u8>> {
        let digest = self.scheme.digest().algorithm();
        let tbs = self.signer.parsed().tbs_certificate();
        let sid = IssuerAndSerialNumber { issuer: tbs.issuer().clone(), serial_number: tbs.serial_number().clone() };
        let stamp = stamp.map(|token| attribute(TIME_STAMP, &Any::from_der(token)?)).transpose()?;
        let signer = SignerInfo {
            version: CmsVersion::V1,
            sid: SignerIdentifier::IssuerAndSerialNumber(sid),
            digest_alg: digest.clone(),
            signed_attrs: Some(self.attributes),
            signature_algorithm: self.scheme.algorithm(),
            signature: OctetString::new(signature)?,
            unsigned_attrs: stamp.map(|stamp| SetOfVec::try_from(vec![stamp])).transpose()?,
        };
        let mut certificates: Vec<CertificateChoices> = Vec::new();
        for certificate in std::iter::once(&self.signer).chain(&self.chain) {
            let choice = CertificateChoices::Certificate(certificate.parsed().clone());
            if !certificates.contains(&choice) {
                certificates.push(choice);
            }
        }
        let data = SignedData {
            version: CmsVersion::V1,
            digest_algorithms: SetOfVec::try_from(vec![digest])?,
            encap_content_info: EncapsulatedContentInfo { econtent_type: rfc5911::ID_DATA, econtent: None },
            certificates: Some(CertificateSet::try_from(certificates)?),
            crls: None,
            signer_infos: SignerInfos::try_from(vec![signer])?,
        };
        ContentInfo { content_type: rfc6268::ID_SIGNED_DATA, content: Any::encode_from(&data)? }.to_der()
    }
}

fn attribute(oid: ObjectIdentifier, value: &(impl der::EncodeValue + der::Tagged)) -> der::Result<Attribute> {
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![Any::encode_from(value)?])? })
}

fn fault(error: &der::Error) -> Refusal {
    refusal(Code::SignatureBroken).with("detail", error).into()
}

/// What a signature is made over.
pub(crate) enum Content<'a> {
    /// Bytes outside of it, one after the other.
    Detached([&'a [u8]; 2]),
    /// Bytes inside of it, of this type.
    Inside(ObjectIdentifier),
}

/// A signature that fits what it is made over; whether its signer is to be trusted is another question.
#[derive(Debug, Clone)]
pub(crate) struct Checked {
    pub(crate) signer: Certificate,
    /// The other certificates in it.
    pub(crate) others: Vec<Certificate>,
    /// `RSA 2048, SHA-256`.
    pub(crate) algorithm: String,
    /// The signature value, which a time stamp is made over.
    pub(crate) value: Vec<u8>,
    /// The time-stamp token in it.
    pub(crate) stamp: Option<Vec<u8>>,
    /// The content, where it is inside.
    pub(crate) content: Vec<u8>,
}

/// Checks a signature (DER) against what it is made over (RFC 5652, 5.4 and 5.6; RFC 5035, 5.4).
///
/// # Errors
/// What is wrong with it: not CMS, no or several signers, no certificate of the signer, another document, another
/// certificate than the one it names, a weak or unknown algorithm, or a value that is not of the key.
pub(crate) fn check(der: &[u8], content: &Content<'_>) -> Result<Checked, Refusal> {
    let info = ContentInfo::from_der(der).map_err(|error| fault(&error))?;
    if info.content_type != rfc6268::ID_SIGNED_DATA {
        return Err(refusal(Code::SignatureBroken).with("detail", info.content_type).into());
    }
    let data = info.content.decode_as::<SignedData>().map_err(|error| fault(&error))?;
    let [info] = data.signer_infos.0.as_slice() else {
        return Err(refusal(Code::SignatureSigners).count(data.signer_infos.0.len()).into());
    };
    check_frame(&data, info)?;
    let certificates = certificates(&data)?;
    let signer = certificates.iter().find(|certificate| is_named(&info.sid, certificate));
    let signer = signer.ok_or_else(|| refusal(Code::SignatureNoCertificate))?.clone();
    let inside = data.encap_content_info.econtent.as_ref().map(|any| any.decode_as::<OctetString>());
    let inside = inside.transpose().map_err(|error| fault(&error))?.map(|octets| octets.as_bytes().to_vec());
    let (kind, stretches): (ObjectIdentifier, Vec<&[u8]>) = match (content, &inside) {
        (Content::Detached(stretches), None) => (rfc5911::ID_DATA, stretches.to_vec()),
        (Content::Inside(kind), Some(bytes)) => (*kind, vec![bytes]),
        _ => return Err(refusal(Code::SignatureBroken).with("detail", "eContent").into()),
    };
    let digest = Digest::named(info.digest_alg.oid).ok_or_else(|| weak(judge(info.digest_alg.oid)))?;
    check_attributes(info, (kind, data.encap_content_info.econtent_type), &digest.of(&stretches), &signer)?;
    let signed = signed_attributes(der).ok_or_else(|| refusal(Code::SignatureBroken).with("detail", "signedAttrs"))?;
    let key = signer.key().map_err(|defect| signer.explain(&defect))?;
    key.verify(&info.signature_algorithm, Some(digest), &signed, info.signature.as_bytes()).map_err(weak)?;
    Ok(Checked {
        algorithm: format!("{}, {}", key.name(), digest.name()),
        others: certificates.iter().filter(|certificate| **certificate != signer).cloned().collect(),
        signer,
        value: info.signature.as_bytes().to_vec(),
        stamp: info.unsigned_attrs.as_ref().and_then(|attributes| only(attributes, TIME_STAMP)).map(der_of),
        content: inside.unwrap_or_default(),
    })
}

/// What is not signed, and is read by nobody but for this: versions (RFC 5652, 5.1 and 5.3), and the list of hash
/// functions, among which that of the signature must be.
fn check_frame(data: &SignedData, info: &SignerInfo) -> Result<(), Refusal> {
    let broken = |detail| Err(refusal(Code::SignatureBroken).with("detail", detail).into());
    if matches!(data.version, CmsVersion::V0 | CmsVersion::V2)
        || !matches!(info.version, CmsVersion::V1 | CmsVersion::V3)
    {
        return broken("version");
    }
    match data.digest_algorithms.iter().any(|listed| listed.oid == info.digest_alg.oid) {
        true => Ok(()),
        false => broken("digestAlgorithms"),
    }
}

fn weak(defect: Defect) -> Refusal {
    match defect {
        Defect::Weak(name) => refusal(Code::SignatureWeak).with("algorithm", name).into(),
        Defect::Unknown(name) => refusal(Code::SignatureAlgorithm).with("algorithm", name).into(),
        Defect::Wrong => refusal(Code::SignatureForged).into(),
    }
}

fn certificates(data: &SignedData) -> Result<Vec<Certificate>, Refusal> {
    let choices = data.certificates.iter().flat_map(|set| set.0.iter()).take(MAX_CERTIFICATES);
    let plain = choices.filter_map(|choice| match choice {
        CertificateChoices::Certificate(certificate) => Some(Certificate::read(&der_of(certificate))),
        CertificateChoices::Other(_) => None,
    });
    plain.collect()
}

fn is_named(sid: &SignerIdentifier, certificate: &Certificate) -> bool {
    let tbs = certificate.parsed().tbs_certificate();
    match sid {
        SignerIdentifier::IssuerAndSerialNumber(named) => {
            named.issuer == *tbs.issuer() && named.serial_number == *tbs.serial_number()
        }
        SignerIdentifier::SubjectKeyIdentifier(named) => {
            certificate.extension::<x509_cert::ext::pkix::SubjectKeyIdentifier>().is_some_and(|own| own == *named)
        }
    }
}

/// The value of an attribute that must stand once with one value (RFC 5652, 11).
fn only(attributes: &Attributes, oid: ObjectIdentifier) -> Option<&Any> {
    let mut found = attributes.iter().filter(|attribute| attribute.oid == oid);
    let attribute = found.next()?;
    match (found.next(), attribute.values.as_slice()) {
        (None, [value]) => Some(value),
        _ => None,
    }
}

fn check_attributes(
    info: &SignerInfo,
    (wanted, inner): (ObjectIdentifier, ObjectIdentifier),
    hash: &[u8],
    signer: &Certificate,
) -> Result<(), Refusal> {
    let broken = |detail| refusal(Code::SignatureBroken).with("detail", detail);
    let attributes = info.signed_attrs.as_ref().ok_or_else(|| broken("signedAttrs"))?;
    let kind = only(attributes, rfc6268::ID_CONTENT_TYPE).and_then(|any| any.decode_as::<ObjectIdentifier>().ok());
    if kind != Some(wanted) || inner != wanted {
        return Err(broken("content-type").into());
    }
    let stated = only(attributes, rfc6268::ID_MESSAGE_DIGEST).and_then(|any| any.decode_as::<OctetString>().ok());
    let stated = stated.ok_or_else(|| broken("message-digest"))?;
    if stated.as_bytes() != hash {
        return Err(refusal(Code::SignatureOtherContent).into());
    }
    if names_signer(attributes, signer) == Some(true) {
        Ok(())
    } else {
        Err(refusal(Code::SignatureOtherCertificate).into())
    }
}

/// Whether the signed attributes name the signer's certificate by its hash; the first one named is the signer's.
/// None where they cannot be read, or in more than one way.
fn names_signer(attributes: &Attributes, signer: &Certificate) -> Option<bool> {
    let present = |wanted| attributes.iter().any(|attribute| attribute.oid == wanted);
    let stated = |oid| only(attributes, oid)?.decode_as::<SigningCertificate>().ok();
    let first = |oid| stated(oid)?.certificates.into_iter().next();
    if present(SIGNING_CERTIFICATE_V2) {
        let named = first(SIGNING_CERTIFICATE_V2)?;
        let digest = match &named.algorithm {
            None => Digest::Sha256,
            Some(algorithm) => Digest::named(algorithm.oid)?,
        };
        return Some(digest.of(&[signer.der()]) == named.hash.as_bytes());
    }
    // The old attribute hashes with SHA-1, which proves little; it is the signature that binds the key.
    Some(Sha1::digest(signer.der()).as_slice() == first(SIGNING_CERTIFICATE)?.hash.as_bytes())
}

/// The bytes that the key signed: the signed attributes as they came, tagged as a SET (RFC 5652, 5.4).
fn signed_attributes(der: &[u8]) -> Option<Vec<u8>> {
    let content = *parts(der).ok()?.get(1)?;
    let data = *parts(content).ok()?.first()?;
    let infos = *parts(data).ok()?.last()?;
    let info = *parts(infos).ok()?.first()?;
    let attributes = parts(info).ok()?.into_iter().find(|part| part.first() == Some(&0xA0))?;
    Some([&[0x31], &attributes[1..]].concat())
}
