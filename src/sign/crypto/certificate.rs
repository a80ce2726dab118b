//! Certificates (chứng thư số), and the path from a signer's to an authority that is trusted (RFC 5280, 6).

use const_oid::db::rfc4519;
use der::{Decode, Encode};
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage};
use x509_cert::name::Name;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::sign::crypto::algorithm::{self, Defect, PublicKey, judge};
use crate::sign::crypto::der::{der_of, part, text};
use crate::sign::crypto::moment::Moment;
use crate::sign::refusal::{Refusal, refusal};

/// The longest path that is followed; public authorities have three or four certificates.
const MAX_PATH: usize = 8;
/// The most certificates that are read from one file or signature.
pub(crate) const MAX_CERTIFICATES: usize = 200;

/// A certificate and the very bytes that it came as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    der: Vec<u8>,
    parsed: x509_cert::Certificate,
}

/// Where the path of a certificate leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trust {
    /// To an authority that the user trusts; its name.
    Trusted(String),
    /// To an authority that is not among those; its name.
    Unknown(String),
    /// It is broken: the finding says where.
    Broken(Refusal),
}

impl Certificate {
    /// Reads one certificate (DER).
    ///
    /// # Errors
    /// Bytes that are no certificate, or not in the one encoding that DER allows.
    pub fn read(der: &[u8]) -> Result<Self, Refusal> {
        let broken = |detail: String| refusal(Code::CertificateBroken).with("detail", detail);
        let parsed = x509_cert::Certificate::from_der(der).map_err(|error| broken(error.to_string()))?;
        // Signatures hold certificates encoded anew: it must be the same one.
        if parsed.to_der().ok().as_deref() != Some(der) {
            return Err(broken("not DER".to_owned()).into());
        }
        Ok(Self { der: der.to_vec(), parsed })
    }

    /// Reads a file of certificates: PEM, one after the other, or a single one as DER.
    ///
    /// # Errors
    /// A file without certificates, or with one that cannot be read.
    pub(crate) fn read_all(bytes: &[u8]) -> Result<Vec<Self>, Refusal> {
        if bytes.starts_with(&[0x30]) {
            return Self::read(bytes).map(|one| vec![one]);
        }
        let broken = |detail: String| refusal(Code::CertificateBroken).with("detail", detail);
        let read = x509_cert::Certificate::load_pem_chain(bytes).map_err(|error| broken(error.to_string()))?;
        match read.len() {
            0 => Err(broken("no BEGIN CERTIFICATE".to_owned()).into()),
            count if count > MAX_CERTIFICATES => Err(broken(format!("{count} > {MAX_CERTIFICATES}")).into()),
            _ => read.iter().map(|one| Self::read(&der_of(one))).collect(),
        }
    }

    /// The bytes that it came as.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The decoded structure.
    pub fn parsed(&self) -> &x509_cert::Certificate {
        &self.parsed
    }

    /// Who it is for: the common name (CN), or else the whole name.
    pub(crate) fn name(&self) -> String {
        let subject = self.parsed.tbs_certificate().subject();
        attribute(subject, rfc4519::CN).unwrap_or_else(|| subject.to_string())
    }

    /// The office or organisation (O) of its holder.
    pub(crate) fn organisation(&self) -> Option<String> {
        attribute(self.parsed.tbs_certificate().subject(), rfc4519::O)
    }

    /// The name of the authority that issued it.
    pub(crate) fn issuer(&self) -> String {
        let issuer = self.parsed.tbs_certificate().issuer();
        attribute(issuer, rfc4519::CN).unwrap_or_else(|| issuer.to_string())
    }

    /// The serial number in hexadecimal digits.
    pub(crate) fn serial(&self) -> String {
        base16ct::lower::encode_string(self.parsed.tbs_certificate().serial_number().as_bytes())
    }

    /// First and last moment at which it is valid.
    pub(crate) fn validity(&self) -> (Moment, Moment) {
        let validity = self.parsed.tbs_certificate().validity();
        (validity.not_before.into(), validity.not_after.into())
    }

    /// Its public key.
    ///
    /// # Errors
    /// Keys that are too short or of a kind that does not count.
    pub(crate) fn key(&self) -> Result<PublicKey, Defect> {
        PublicKey::read(self.parsed.tbs_certificate().subject_public_key_info())
    }

    /// Whether it was issued under its own name.
    pub(crate) fn is_self_issued(&self) -> bool {
        let tbs = self.parsed.tbs_certificate();
        tbs.subject() == tbs.issuer()
    }

    /// Whether it names this other one as its issuer.
    pub(crate) fn is_issued_under_name_of(&self, other: &Self) -> bool {
        self.parsed.tbs_certificate().issuer() == other.parsed.tbs_certificate().subject()
    }

    /// Whether the key of `issuer` signed it.
    ///
    /// # Errors
    /// Weak and unknown algorithms, and signatures that do not fit.
    pub(crate) fn verify_issuer(&self, issuer: &Self) -> Result<(), Defect> {
        let signed = part(&self.der, 0);
        let signature = self.parsed.signature().as_bytes().ok_or(Defect::Wrong)?;
        issuer.key()?.verify(self.parsed.signature_algorithm(), None, signed, signature)
    }

    /// What is wrong with it at that time, whatever it is used for.
    ///
    /// # Errors
    /// Expired, not yet valid, or a key that is too weak.
    pub(crate) fn check_time(&self, at: Moment) -> Result<(), Refusal> {
        let (from, until) = self.validity();
        let finding = |code| refusal(code).with("name", self.name()).with("at", at);
        if at < from {
            return Err(finding(Code::CertificateNotYet).with("from", from).into());
        }
        if at > until {
            return Err(finding(Code::CertificateExpired).with("until", until).into());
        }
        Ok(())
    }

    /// Whether it may sign documents at that time.
    ///
    /// # Errors
    /// What [`Certificate::check_time`] says; a key usage that rules signing out (RFC 5280, 4.2.1.3: neither
    /// digitalSignature nor nonRepudiation), a certificate of an authority or of a server; a weak key.
    pub(crate) fn check_signer(&self, at: Moment) -> Result<(), Refusal> {
        self.check_time(at)?;
        self.key().map_err(|defect| self.explain(&defect))?;
        let usage = self.extension::<KeyUsage>();
        let signs = usage.is_none_or(|usage| usage.digital_signature() || usage.non_repudiation());
        let purposes = self.extension::<ExtendedKeyUsage>().map(|ExtendedKeyUsage(list)| list).unwrap_or_default();
        let only_servers = !purposes.is_empty() && purposes.iter().all(|purpose| OTHER_PURPOSES.contains(purpose));
        if !signs || only_servers || self.is_authority() {
            return Err(refusal(Code::CertificateUsage).with("name", self.name()).into());
        }
        Ok(())
    }

    /// Whether it is for time stamps and nothing else (RFC 3161, 2.3).
    pub(crate) fn is_for_time_stamps(&self) -> bool {
        let extended = self.parsed.tbs_certificate().get_extension::<ExtendedKeyUsage>();
        matches!(extended, Ok(Some((true, ExtendedKeyUsage(list)))) if list == [const_oid::db::rfc5280::ID_KP_TIME_STAMPING])
    }

    /// Whether it is for signing answers about revocation (RFC 6960, 4.2.2.2).
    pub(crate) fn is_for_ocsp(&self) -> bool {
        let purposes = self.extension::<ExtendedKeyUsage>().map(|ExtendedKeyUsage(list)| list).unwrap_or_default();
        purposes.contains(&const_oid::db::rfc5280::ID_KP_OCSP_SIGNING)
    }

    /// Whether it may issue certificates (RFC 5280, 4.2.1.9).
    pub(crate) fn is_authority(&self) -> bool {
        let may_sign = self.extension::<KeyUsage>().is_none_or(|usage| usage.key_cert_sign());
        self.extension::<BasicConstraints>().is_some_and(|constraints| constraints.ca) && may_sign
    }

    /// Whether so many authorities may stand between it and the signer (RFC 5280, 4.2.1.9: pathLenConstraint).
    fn may_stand_above(&self, authorities: usize) -> bool {
        let most = self.extension::<BasicConstraints>().and_then(|constraints| constraints.path_len_constraint);
        most.is_none_or(|most| authorities <= usize::from(most))
    }

    /// A restriction that must be understood and is not (RFC 5280, 4.2), such as constraints of names.
    fn not_understood(&self) -> Option<Finding> {
        let extensions = self.parsed.tbs_certificate().extensions().into_iter().flatten();
        let mut unknown = extensions.filter(|one| one.critical && !UNDERSTOOD.contains(&one.extn_id));
        unknown.next().map(|one| {
            let named = algorithm::named(one.extn_id);
            refusal(Code::CertificateCritical).with("name", self.name()).with("extension", named)
        })
    }

    /// An extension that can be read; one that cannot counts as absent.
    pub(crate) fn extension<'a, T: Decode<'a> + const_oid::AssociatedOid>(&'a self) -> Option<T> {
        self.parsed.tbs_certificate().get_extension::<T>().ok().flatten().map(|(_, extension)| extension)
    }

    /// A defect of its key or signature as a finding.
    pub(crate) fn explain(&self, defect: &Defect) -> Refusal {
        let (code, algorithm) = match defect {
            Defect::Weak(name) => (Code::CertificateWeak, name.clone()),
            Defect::Unknown(name) => (Code::CertificateAlgorithm, name.clone()),
            Defect::Wrong => (Code::CertificateForged, String::new()),
        };
        refusal(code).with("name", self.name()).with("algorithm", algorithm).with("issuer", self.issuer()).into()
    }

    /// Whether it says that an algorithm of its own signature is weak; signatures of trusted roots do not count.
    fn signed_weakly(&self) -> Option<Defect> {
        let oid = self.parsed.signature_algorithm().oid;
        Some(judge(oid)).filter(|defect| matches!(defect, Defect::Weak(_)))
    }
}

/// Purposes that have nothing to do with documents: TLS servers, time stamps, answers about revocation.
const OTHER_PURPOSES: [der::asn1::ObjectIdentifier; 3] = [
    const_oid::db::rfc5280::ID_KP_SERVER_AUTH,
    const_oid::db::rfc5280::ID_KP_TIME_STAMPING,
    const_oid::db::rfc5280::ID_KP_OCSP_SIGNING,
];

/// Extensions that may be critical: they are looked at, or as policies rule out nothing that is asked here.
const UNDERSTOOD: [der::asn1::ObjectIdentifier; 4] = [
    const_oid::db::rfc5280::ID_CE_BASIC_CONSTRAINTS,
    const_oid::db::rfc5280::ID_CE_KEY_USAGE,
    const_oid::db::rfc5280::ID_CE_EXT_KEY_USAGE,
    const_oid::db::rfc5280::ID_CE_CERTIFICATE_POLICIES,
];

fn attribute(name: &Name, wanted: der::asn1::ObjectIdentifier) -> Option<String> {
    name.iter().find(|attribute| attribute.oid == wanted).and_then(|attribute| text(&attribute.value))
}

/// The certificates from `signer` up to the last one known, each issued by the next; the signer's first.
pub(crate) fn path(signer: &Certificate, known: &[Certificate]) -> Vec<Certificate> {
    let mut path = vec![signer.clone()];
    while let Some(last) = path.last().filter(|last| !last.is_self_issued() && path.len() < MAX_PATH) {
        let issued = |other: &&Certificate| last.is_issued_under_name_of(other) && last.verify_issuer(other).is_ok();
        match known.iter().find(issued).filter(|issuer| !path.contains(issuer)) {
            Some(issuer) => path.push(issuer.clone()),
            None => break,
        }
    }
    path
}

/// Follows the path of a certificate to an authority among `anchors`, as of that time.
pub fn trust(signer: &Certificate, known: &[Certificate], anchors: &[Certificate], at: Moment) -> Trust {
    let all: Vec<Certificate> = anchors.iter().chain(known).cloned().collect();
    let path = path(signer, &all);
    if let Some(found) = path.iter().filter(|one| !anchors.contains(one)).find_map(Certificate::not_understood) {
        return Trust::Broken(found.into());
    }
    for (below, (certificate, issuer)) in path.iter().zip(path.iter().skip(1)).enumerate() {
        if let Some(defect) = certificate.signed_weakly() {
            return Trust::Broken(certificate.explain(&defect));
        }
        if !issuer.is_authority() || !issuer.may_stand_above(below) {
            return Trust::Broken(refusal(Code::CertificateNoAuthority).with("name", issuer.name()).into());
        }
        if let Err(finding) = issuer.check_time(at) {
            return Trust::Broken(finding);
        }
    }
    let last = &path[path.len() - 1];
    match path.iter().find(|certificate| anchors.contains(certificate)) {
        Some(anchor) => Trust::Trusted(anchor.name()),
        None => Trust::Unknown(if last.is_self_issued() { last.name() } else { last.issuer() }),
    }
}
