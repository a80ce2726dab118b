//! A public-key infrastructure for tests: authorities, signers of every kind, and a time-stamp server on loopback.

use std::str::FromStr;
use std::time::Duration;

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use const_oid::db::{rfc5280, rfc6268};
use der::asn1::{GeneralizedTime, Ia5String, ObjectIdentifier, OctetString, SetOfVec};
use der::{Any, Decode, Encode, Sequence};
use p12_keystore::{KeyStore, KeyStoreEntry, PrivateKey, PrivateKeyChain};
use p256::ecdsa::{DerSignature, SigningKey};
use rsa::pkcs8::{DecodePrivateKey, EncodePrivateKey, EncodePublicKey};
use sha1::Sha1;
use sha2::Digest as _;
use signature::hazmat::PrehashSigner;
use vanban::sign::crypto::algorithm::{Digest, Scheme};
use vanban::sign::crypto::certificate::Certificate;
use vanban::sign::crypto::moment::Moment;
use x509_cert::attr::Attribute;
use x509_cert::builder::profile::BuilderProfile;
use x509_cert::builder::{Builder, CertificateBuilder, Result as Built};
use x509_cert::certificate::TbsCertificate;
use x509_cert::ext::pkix::crl::dp::DistributionPoint;
use x509_cert::ext::pkix::name::{DistributionPointName, GeneralName};
use x509_cert::ext::pkix::{
    AccessDescription, AuthorityInfoAccessSyntax, BasicConstraints, CrlDistributionPoints, ExtendedKeyUsage, KeyUsage,
    KeyUsages,
};
use x509_cert::ext::{Extension, ToExtension};
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfo, SubjectPublicKeyInfoRef};
use x509_cert::time::{Time, Validity};

use super::server::{listen, serve};

/// Noon of 22/11/2026 in Vietnam, the time at which tests sign.
pub const NOON: Moment = Moment(1_795_323_600);
pub const PASSWORD: &str = "mật khẩu";
const YEAR: u64 = 365 * 24 * 3600;

/// What a certificate is for.
#[derive(Clone, Copy, PartialEq)]
pub enum Purpose {
    Authority,
    Signing,
    Encryption,
    TimeStamps,
    Ocsp,
}

/// A private key as PKCS#8, and its public half.
pub struct Pair {
    pub pkcs8: Vec<u8>,
    public: SubjectPublicKeyInfo<Any, der::asn1::BitString>,
}

pub fn rsa(bits: usize) -> Pair {
    let path = super::common::root().join(format!("tests/fixtures/pki/rsa-{bits}.pk8"));
    let pkcs8 = std::fs::read(path).expect("key");
    let public = match rsa::PrivateKey::from_pkcs8_der(&pkcs8) {
        Ok(key) => key.to_public_key().to_public_key_der().expect("public"),
        Err(error) => panic!("{error}"),
    };
    Pair { public: SubjectPublicKeyInfo::from_der(public.as_bytes()).expect("public"), pkcs8 }
}

pub fn p256(number: u8) -> Pair {
    let key = p256::SecretKey::from_slice(&[number; 32]).expect("key");
    let public = key.public_key().to_public_key_der().expect("public");
    let pkcs8 = key.to_pkcs8_der().expect("pkcs8").as_bytes().to_vec();
    Pair { public: SubjectPublicKeyInfo::from_der(public.as_bytes()).expect("public"), pkcs8 }
}

pub fn p384(number: u8) -> Pair {
    let key = p384::SecretKey::from_slice(&[number; 48]).expect("key");
    let public = key.public_key().to_public_key_der().expect("public");
    let pkcs8 = key.to_pkcs8_der().expect("pkcs8").as_bytes().to_vec();
    Pair { public: SubjectPublicKeyInfo::from_der(public.as_bytes()).expect("public"), pkcs8 }
}

/// An authority with a P-256 key.
pub struct Authority {
    name: &'static str,
    key: SigningKey,
    pub certificate: Certificate,
}

struct Profile {
    subject: Name,
    issuer: Name,
    purpose: Purpose,
    /// Where a server answers about the certificate, if there is one.
    server: Option<String>,
    /// So many authorities may stand below it.
    path_length: Option<u8>,
    /// One more extension that must be understood.
    critical: Option<ObjectIdentifier>,
}

impl BuilderProfile for Profile {
    fn get_issuer(&self, _: &Name) -> Name {
        self.issuer.clone()
    }

    fn get_subject(&self) -> Name {
        self.subject.clone()
    }

    fn build_extensions(
        &self,
        _: SubjectPublicKeyInfoRef<'_>,
        _: SubjectPublicKeyInfoRef<'_>,
        tbs: &TbsCertificate,
    ) -> Built<Vec<Extension>> {
        let usage = match self.purpose {
            Purpose::Authority => KeyUsages::KeyCertSign | KeyUsages::CRLSign,
            Purpose::Signing => KeyUsages::DigitalSignature | KeyUsages::NonRepudiation,
            Purpose::Encryption => KeyUsages::KeyEncipherment.into(),
            Purpose::TimeStamps | Purpose::Ocsp => KeyUsages::DigitalSignature.into(),
        };
        let constraints =
            BasicConstraints { ca: self.purpose == Purpose::Authority, path_len_constraint: self.path_length };
        let mut all = vec![(&KeyUsage(usage)).to_extension(tbs.subject(), &[])?];
        all.push((true, &constraints).to_extension(tbs.subject(), &[])?);
        let extended = match self.purpose {
            Purpose::TimeStamps => Some(rfc5280::ID_KP_TIME_STAMPING),
            Purpose::Ocsp => Some(rfc5280::ID_KP_OCSP_SIGNING),
            _ => None,
        };
        if let Some(purpose) = extended {
            all.push((true, &ExtendedKeyUsage(vec![purpose])).to_extension(tbs.subject(), &[])?);
        }
        if let Some(extn_id) = self.critical {
            all.push(Extension { extn_id, critical: true, extn_value: OctetString::new([0x30, 0])? });
        }
        if let Some(server) = &self.server {
            let at = |path: &str| -> Built<GeneralName> {
                Ok(GeneralName::UniformResourceIdentifier(Ia5String::new(&format!("{server}/{path}"))?))
            };
            let access = [(rfc5280::ID_AD_OCSP, "ocsp"), (rfc5280::ID_AD_CA_ISSUERS, "ca")];
            let access =
                access.map(|(access_method, path)| Ok(AccessDescription { access_method, access_location: at(path)? }));
            let access = AuthorityInfoAccessSyntax(access.into_iter().collect::<Built<_>>()?);
            all.push((&access).to_extension(tbs.subject(), &[])?);
            let point = DistributionPoint {
                distribution_point: Some(DistributionPointName::FullName(vec![at("crl")?])),
                reasons: None,
                crl_issuer: None,
            };
            all.push((&CrlDistributionPoints(vec![point])).to_extension(tbs.subject(), &[])?);
        }
        Ok(all)
    }
}

fn named(name: &str) -> Name {
    Name::from_str(name).expect("name")
}

fn time(moment: Moment) -> Time {
    let time = GeneralizedTime::from_unix_duration(Duration::from_secs(moment.0)).expect("time");
    Time::GeneralTime(time)
}

fn certified(profile: Profile, pair: &Pair, years: (i64, i64), key: &SigningKey, serial: u32) -> Certificate {
    let at = |years: i64| time(Moment(NOON.0.saturating_add_signed(years * YEAR as i64)));
    let validity = Validity::new(at(years.0), at(years.1));
    let builder = CertificateBuilder::new(profile, SerialNumber::from(serial), validity, pair.public.clone());
    let certificate = builder.expect("builder").build::<_, DerSignature>(key).expect("certificate");
    Certificate::read(&certificate.to_der().expect("der")).expect("own certificate")
}

impl Authority {
    /// A root, or one below another authority.
    pub fn new(name: &'static str, number: u8, above: Option<&Self>) -> Self {
        Self::limited(name, number, above, None, None)
    }

    /// One that so many others may stand below, or with one more extension that must be understood.
    pub fn limited(
        name: &'static str,
        number: u8,
        above: Option<&Self>,
        path_length: Option<u8>,
        critical: Option<ObjectIdentifier>,
    ) -> Self {
        let key = SigningKey::from_slice(&[number; 32]).expect("key");
        let issuer = above.map_or(name, |above| above.name);
        let (subject, issuer, purpose) = (named(name), named(issuer), Purpose::Authority);
        let profile = Profile { subject, issuer, purpose, server: None, path_length, critical };
        let signer = above.map_or(&key, |above| &above.key);
        let certificate = certified(profile, &p256(number), (-5, 70), signer, u32::from(number));
        Self { name, key, certificate }
    }

    /// A certificate for a key, valid from and until so many years from [`NOON`].
    pub fn issue(&self, subject: &str, pair: &Pair, purpose: Purpose, years: (i64, i64)) -> Certificate {
        certified(self.profile(subject, purpose, None), pair, years, &self.key, 77)
    }

    /// A certificate about which a server answers.
    pub fn issue_answered(&self, subject: &str, pair: &Pair, purpose: Purpose, server: &str) -> Certificate {
        let profile = self.profile(subject, purpose, Some(server.to_owned()));
        certified(profile, pair, (-1, 1), &self.key, if purpose == Purpose::TimeStamps { 79 } else { 78 })
    }

    fn profile(&self, subject: &str, purpose: Purpose, server: Option<String>) -> Profile {
        let (subject, issuer) = (named(subject), named(self.name));
        Profile { subject, issuer, purpose, server, path_length: None, critical: None }
    }

    /// Signs with its own key.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        signed(&self.key, message)
    }
}

pub const LEADER: &str = "CN=Lê Quang Tiến,O=UBND tỉnh Thái Nguyên,C=VN";
pub const OFFICE: &str = "CN=UBND TỈNH THÁI NGUYÊN,O=UBND tỉnh Thái Nguyên,C=VN";

/// A root, and the authority below it that issues.
pub fn authorities() -> (Authority, Authority) {
    let root = Authority::new("CN=CA gốc thử nghiệm,C=VN", 1, None);
    let issuing = Authority::new("CN=CA cấp phát thử nghiệm,C=VN", 2, Some(&root));
    (root, issuing)
}

/// A PKCS#12 file of a key with these certificates, its own first.
pub fn pkcs12(pair: &Pair, certificates: &[&Certificate]) -> Vec<u8> {
    let certificates =
        certificates.iter().map(|one| p12_keystore::Certificate::from_der(one.der()).expect("certificate"));
    let key = PrivateKey::from_der(&pair.pkcs8).expect("key");
    let mut store = KeyStore::new();
    store.add_entry("khoa", KeyStoreEntry::PrivateKeyChain(PrivateKeyChain::new("1", key, certificates)));
    store.writer(PASSWORD).write().expect("pkcs12")
}

/// How a time-stamp server misbehaves.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Fault {
    None,
    Imprint,
    Nonce,
    Time,
    Certificate,
    Status,
    Garbage,
    Forged,
    Unavailable,
    /// None: it names its certificate in the old way (RFC 2634, 5.4).
    Old,
    /// So, but another one.
    OldOther,
    /// So rightly, beside a new attribute that cannot be read.
    Unnamed,
}

#[derive(Sequence)]
struct Imprint {
    algorithm: AlgorithmIdentifierOwned,
    hash: OctetString,
}

#[derive(Sequence)]
struct Query {
    version: u8,
    imprint: Imprint,
    nonce: der::asn1::Int,
    with_certificate: bool,
}

#[derive(Sequence)]
struct Info {
    version: u8,
    policy: ObjectIdentifier,
    imprint: Imprint,
    serial: u8,
    time: GeneralizedTime,
    nonce: der::asn1::Int,
}

#[derive(Sequence)]
struct Status {
    status: u8,
}

#[derive(Sequence)]
struct Answer {
    status: Status,
    #[asn1(optional = "true")]
    token: Option<Any>,
}

/// ECDSA on P-256 with SHA-256.
pub fn signed(key: &SigningKey, message: &[u8]) -> Vec<u8> {
    let value: DerSignature = key.sign_prehash(&Digest::Sha256.of(&[message])).expect("signature");
    value.as_bytes().to_vec()
}

/// A time-stamp server that answers every request with that fault; its address.
pub fn time_stamp_server(fault: Fault, now: Moment) -> String {
    let (listener, address) = listen();
    serve(listener, move |_, body| stamped(body, fault, now, None));
    address + "/tsa"
}

/// What a time-stamp server answers; `server` is where to ask about its certificate.
pub fn stamped(body: &[u8], fault: Fault, now: Moment, server: Option<&str>) -> Option<Vec<u8>> {
    match fault {
        Fault::Unavailable => return None,
        Fault::Garbage => return Some(b"<html>khong phai</html>".to_vec()),
        Fault::Status => return Answer { status: Status { status: 2 }, token: None }.to_der().ok(),
        _ => {}
    }
    let mut query = Query::from_der(body).expect("query");
    assert!(query.version == 1 && query.with_certificate);
    match fault {
        Fault::Imprint => query.imprint.hash = OctetString::new([7; 32]).expect("hash"),
        Fault::Nonce => query.nonce = der::asn1::Int::new(&[5]).expect("nonce"),
        _ => {}
    }
    let stated = if fault == Fault::Time { now.minus(3600) } else { now };
    let info = Info {
        version: 1,
        policy: ObjectIdentifier::new_unwrap("1.2.3.4"),
        imprint: query.imprint,
        serial: 9,
        time: GeneralizedTime::from_unix_duration(Duration::from_secs(stated.0)).expect("time"),
        nonce: query.nonce,
    };
    let token = Any::from_der(&token(&info.to_der().expect("info"), fault, server)).expect("token");
    Answer { status: Status { status: 0 }, token: Some(token) }.to_der().ok()
}

/// The attributes that are signed: the kind and the hash of the content, and whose signature it is.
fn attributes(kind: ObjectIdentifier, info: &[u8], server: &Certificate, fault: Fault) -> SetOfVec<Attribute> {
    let hash = Digest::Sha256.of(&[server.der()]);
    // SigningCertificateV2 { certs { ESSCertIDv2 { certHash } } }
    let named = [&[0x30, 0x26, 0x30, 0x24, 0x30, 0x22, 0x04, 0x20], hash.as_slice()].concat();
    let mut hash = Sha1::digest(server.der()).to_vec();
    hash[0] ^= u8::from(fault == Fault::OldOther);
    let named_so_far = [&[0x30, 0x1a, 0x30, 0x18, 0x30, 0x16, 0x04, 0x14], hash.as_slice()].concat();
    let attribute = |oid: &str, value: Any| Attribute {
        oid: ObjectIdentifier::new_unwrap(oid),
        values: SetOfVec::try_from(vec![value]).expect("values"),
    };
    let digest = OctetString::new(Digest::Sha256.of(&[info])).expect("digest");
    let mut attributes = vec![
        attribute("1.2.840.113549.1.9.3", Any::encode_from(&kind).expect("kind")),
        attribute("1.2.840.113549.1.9.4", Any::encode_from(&digest).expect("digest")),
    ];
    let value = |der: &[u8]| Any::from_der(der).expect("named");
    match fault {
        Fault::Old | Fault::OldOther => {
            attributes.push(attribute("1.2.840.113549.1.9.16.2.12", value(&named_so_far)));
        }
        Fault::Unnamed => attributes.extend([
            attribute("1.2.840.113549.1.9.16.2.12", value(&named_so_far)),
            attribute("1.2.840.113549.1.9.16.2.47", Any::null()),
        ]),
        _ => attributes.push(attribute("1.2.840.113549.1.9.16.2.47", value(&named))),
    }
    SetOfVec::try_from(attributes).expect("attributes")
}

/// Signed data with content inside (RFC 5652, 5).
fn token(info: &[u8], fault: Fault, asked: Option<&str>) -> Vec<u8> {
    let kind = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");
    let (_, issuing) = authorities();
    let purpose = if fault == Fault::Certificate { Purpose::Signing } else { Purpose::TimeStamps };
    let name = "CN=Máy chủ dấu thời gian,C=VN";
    let server = match asked {
        None => issuing.issue(name, &p256(9), purpose, (-1, 1)),
        Some(address) => issuing.issue_answered(name, &p256(9), purpose, address),
    };
    let key = SigningKey::from_slice(&[9; 32]).expect("key");
    let certificate = server.parsed().tbs_certificate();
    let attributes = attributes(kind, info, &server, fault);
    let mut message = attributes.to_der().expect("attributes");
    if fault == Fault::Forged {
        message.push(0);
    }
    let signer = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: certificate.issuer().clone(),
            serial_number: certificate.serial_number().clone(),
        }),
        digest_alg: Digest::Sha256.algorithm(),
        signed_attrs: Some(attributes),
        signature_algorithm: Scheme::EcdsaP256.algorithm(),
        signature: OctetString::new(signed(&key, &message)).expect("value"),
        unsigned_attrs: None,
    };
    let inside = OctetString::new(info).expect("content");
    let certificates =
        [server.parsed(), issuing.certificate.parsed()].map(|one| CertificateChoices::Certificate(one.clone()));
    let data = SignedData {
        version: CmsVersion::V3,
        digest_algorithms: SetOfVec::try_from(vec![Digest::Sha256.algorithm()]).expect("digests"),
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: kind,
            econtent: Some(Any::encode_from(&inside).expect("content")),
        },
        certificates: Some(CertificateSet::try_from(certificates.to_vec()).expect("certificates")),
        crls: None,
        signer_infos: SignerInfos::try_from(vec![signer]).expect("signers"),
    };
    let content = Any::encode_from(&data).expect("data");
    ContentInfo { content_type: rfc6268::ID_SIGNED_DATA, content }.to_der().expect("token")
}
