//! Whether a certificate was revoked (thu hồi): asked of its authority, or read from what a signed file keeps.

use serde::Serialize;
use x509_cert::ext::pkix::name::{DistributionPointName, GeneralName};
use x509_cert::ext::pkix::{AuthorityInfoAccessSyntax, CrlDistributionPoints};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::sign::crypto::certificate::{self, Certificate};
use crate::sign::crypto::moment::Moment;
use crate::sign::online::answer::{Answer, Kind};
use crate::sign::online::http::{self, Patience, Request};
use crate::sign::online::{crl, ocsp};
use crate::sign::pdf::evidence::Evidence;
use crate::sign::refusal::{Refusal, refusal};

/// So many addresses of one certificate are tried.
const MAX_ADDRESSES: usize = 4;

/// What is known of one certificate.
#[derive(Debug, Clone, Serialize)]
pub struct Standing {
    /// Name of the certificate's holder.
    pub certificate: String,
    /// Since when it is revoked, where it is.
    pub revoked: Option<Moment>,
    /// The time as of which that is known; none where it could not be checked.
    pub(crate) as_of: Option<Moment>,
    pub(crate) kind: Option<Kind>,
    /// Address of the server; none where the file itself holds the answer.
    pub server: Option<String>,
}

impl Standing {
    /// Of a certificate about which an answer was found.
    pub(crate) fn known(certificate: &Certificate, answer: &Answer, server: Option<&str>) -> Self {
        Self {
            revoked: answer.revoked,
            as_of: Some(answer.as_of),
            kind: Some(answer.kind),
            server: server.map(str::to_owned),
            ..Self::unknown(certificate)
        }
    }

    /// Of a certificate about which there is none.
    pub(crate) fn unknown(certificate: &Certificate) -> Self {
        let certificate = certificate.name();
        Self { certificate, revoked: None, as_of: None, kind: None, server: None }
    }
}

/// An answer that was found.
pub(crate) struct Found {
    pub(crate) answer: Answer,
    /// The address that it came from.
    pub(crate) server: Option<String>,
    der: Vec<u8>,
}

/// How authorities are asked.
#[derive(Debug, Clone)]
pub struct Network {
    /// This computer's time.
    pub now: Moment,
    pub patience: Patience,
    /// A server to ask in place of those that certificates name, which may be reachable for their makers only.
    pub responder: Option<String>,
}

/// What was learned about the certificates of one path.
#[derive(Debug, Clone, Default)]
pub struct Inquired {
    /// Everything that proves it, for the file.
    pub evidence: Evidence,
    /// The certificates that were needed and not known before.
    pub fetched: Vec<Certificate>,
    /// What could not be checked.
    pub doubts: Vec<Finding>,
}

impl Network {
    /// Asks about a certificate and the authorities above it. What cannot be checked is a doubt; `waiting` is told of
    /// each server and try.
    ///
    /// # Errors
    /// A certificate that is revoked.
    pub fn inquire(
        &self,
        signer: &Certificate,
        known: &[Certificate],
        anchors: &[Certificate],
        waiting: &mut dyn FnMut(&str, usize),
    ) -> Result<Inquired, Refusal> {
        let mut inquired = Inquired::default();
        let path = self.complete(signer, [anchors, known].concat(), &mut inquired.fetched, waiting);
        for step in steps(&path, anchors) {
            let found = match step.issuer {
                Some(issuer) => self.ask(step.certificate, issuer, waiting),
                None => Err(refusal(Code::RevocationNoIssuer).into()),
            };
            match found {
                Ok(found) => {
                    if let Some(since) = found.answer.revoked {
                        return Err(revoked(step.certificate, since).into());
                    }
                    inquired.evidence.take(&found);
                }
                Err(reason) => inquired.doubts.push(unchecked(step.certificate, &reason)),
            }
        }
        inquired.evidence.certificates.extend(path.iter().map(|certificate| certificate.der().to_vec()));
        Ok(inquired)
    }

    /// The path up to a certificate that issued itself or is trusted, fetched where it is not known (RFC 5280, 4.2.2.1).
    fn complete(
        &self,
        signer: &Certificate,
        mut known: Vec<Certificate>,
        fetched: &mut Vec<Certificate>,
        waiting: &mut dyn FnMut(&str, usize),
    ) -> Vec<Certificate> {
        let mut path = certificate::path(signer, &known);
        while let Some(last) = path.last().filter(|last| !last.is_self_issued()) {
            // What comes over the network is taken only where it is the next one of the path.
            let fits = |above: &Certificate| last.is_issued_under_name_of(above) && last.verify_issuer(above).is_ok();
            let mut get = |url: &String| -> Option<Certificate> {
                let answer = http::ask(url, &Request::Get, &self.patience, waiting).ok()?;
                Certificate::read_all(&answer).ok()?.into_iter().find(fits)
            };
            let Some(above) = issuers_of(last).iter().take(MAX_ADDRESSES).find_map(&mut get) else { break };
            known.push(above.clone());
            let longer = certificate::path(signer, &known);
            if longer.len() <= path.len() {
                break;
            }
            fetched.push(above);
            path = longer;
        }
        path
    }

    /// Asks about one certificate: first for an answer about it alone, then for the list that it names.
    ///
    /// # Errors
    /// Why none of the addresses gave an answer: the last reason.
    pub(crate) fn ask(
        &self,
        certificate: &Certificate,
        issuer: &Certificate,
        waiting: &mut dyn FnMut(&str, usize),
    ) -> Result<Found, Refusal> {
        let mut reason: Refusal = refusal(Code::RevocationNoAddress).into();
        let question = ocsp::question(certificate, issuer);
        let responders = responders_of(certificate);
        for url in self.responder.iter().chain(&responders).take(MAX_ADDRESSES) {
            let request = Request::Post("application/ocsp-request", &question);
            let answer = http::ask(url, &request, &self.patience, waiting);
            match answer.and_then(|der| self.found(ocsp::read(&der, certificate, issuer), url, der)) {
                Ok(found) => return Ok(found),
                Err(refused) => reason = refused,
            }
        }
        for url in lists_of(certificate).iter().take(MAX_ADDRESSES) {
            let answer = http::ask(url, &Request::Get, &self.patience, waiting);
            match answer.and_then(|der| self.found(crl::read(&der, certificate, issuer), url, der)) {
                Ok(found) => return Ok(found),
                Err(refused) => reason = refused,
            }
        }
        Err(reason)
    }

    fn found(&self, answer: Result<Answer, Refusal>, url: &str, der: Vec<u8>) -> Result<Found, Refusal> {
        let answer = answer?;
        answer.check_time(self.now, self.now)?;
        Ok(Found { answer, server: Some(url.to_owned()), der })
    }
}

impl Evidence {
    /// Keeps an answer.
    fn take(&mut self, found: &Found) {
        match found.answer.kind {
            Kind::Ocsp => self.ocsps.push(found.der.clone()),
            Kind::Crl => self.crls.push(found.der.clone()),
        }
        self.certificates.extend(found.answer.responder.iter().map(|responder| responder.der().to_vec()));
    }

    /// Adds what another one holds.
    pub(crate) fn join(&mut self, other: &Self) {
        let lists = [
            (&mut self.certificates, &other.certificates),
            (&mut self.crls, &other.crls),
            (&mut self.ocsps, &other.ocsps),
        ];
        for (own, more) in lists {
            own.extend(more.iter().filter(|der| !own.contains(der)).cloned().collect::<Vec<_>>());
        }
    }

    /// What it says of a certificate at that time, the worst first.
    ///
    /// # Errors
    /// Why nothing in it does.
    pub(crate) fn about(
        &self,
        certificate: &Certificate,
        issuer: &Certificate,
        at: Moment,
        now: Moment,
    ) -> Result<Answer, Refusal> {
        let answers = self.ocsps.iter().map(|der| ocsp::read(der, certificate, issuer));
        let lists = self.crls.iter().map(|der| crl::read(der, certificate, issuer));
        let mut reason: Refusal = refusal(Code::RevocationNone).into();
        let mut best: Option<Answer> = None;
        for answer in answers.chain(lists) {
            let timely = answer.and_then(|answer| answer.check_time(at, now).map(|()| answer));
            match timely {
                // Evidence that it was revoked is not outweighed by other evidence.
                Ok(answer) if answer.revoked.is_some() => return Ok(answer),
                Ok(answer) if best.as_ref().is_none_or(|best| best.as_of < answer.as_of) => best = Some(answer),
                Ok(_) => {}
                // That others are not about this certificate says nothing.
                Err(refused) if refused.code == Code::RevocationOther => {}
                Err(refused) => reason = refused,
            }
        }
        best.ok_or(reason)
    }
}

/// A certificate of a path that has to be asked about, and the one above it.
pub(crate) struct Step<'a> {
    pub(crate) certificate: &'a Certificate,
    /// None where it is not known.
    pub(crate) issuer: Option<&'a Certificate>,
}

/// The certificates of a path that may be revoked: those below an authority that is trusted, or that issued itself.
pub(crate) fn steps<'a>(path: &'a [Certificate], anchors: &[Certificate]) -> Vec<Step<'a>> {
    let below = path.iter().take_while(|certificate| !anchors.contains(certificate) && !certificate.is_self_issued());
    below.enumerate().map(|(i, certificate)| Step { certificate, issuer: path.get(i + 1) }).collect()
}

/// The finding that a certificate is revoked.
pub(crate) fn revoked(certificate: &Certificate, since: Moment) -> Finding {
    refusal(Code::CertificateRevoked).with("name", certificate.name()).with("since", since)
}

/// The warning that it could not be checked (TT 15/2025/TT-BKHCN, PL II).
pub(crate) fn unchecked(certificate: &Certificate, reason: &Finding) -> Finding {
    let mut found = Finding::new(Code::RevocationUnchecked, Place::Nowhere)
        .with("name", certificate.name())
        .choice("reason", reason.code.name());
    // The reason may speak of the same name.
    found.args.extend(reason.args.without("name"));
    found
}

fn web(name: &GeneralName) -> Option<String> {
    match name {
        GeneralName::UniformResourceIdentifier(uri) if uri.as_str().starts_with("http://") => Some(uri.to_string()),
        _ => None,
    }
}

fn described(certificate: &Certificate, method: der::asn1::ObjectIdentifier) -> Vec<String> {
    let access = certificate.extension::<AuthorityInfoAccessSyntax>().map(|access| access.0).unwrap_or_default();
    access.iter().filter(|one| one.access_method == method).filter_map(|one| web(&one.access_location)).collect()
}

/// Where to ask about a certificate.
fn responders_of(certificate: &Certificate) -> Vec<String> {
    described(certificate, const_oid::db::rfc5280::ID_AD_OCSP)
}

/// Where the certificate of its authority lies.
fn issuers_of(certificate: &Certificate) -> Vec<String> {
    described(certificate, const_oid::db::rfc5280::ID_AD_CA_ISSUERS)
}

/// Where the list lies that it would stand in.
fn lists_of(certificate: &Certificate) -> Vec<String> {
    let points = certificate.extension::<CrlDistributionPoints>().map(|points| points.0).unwrap_or_default();
    let names = points.into_iter().filter_map(|point| match point.distribution_point {
        // A list for some reasons only, or by somebody else, does not say that a certificate is good.
        Some(DistributionPointName::FullName(names)) if point.reasons.is_none() && point.crl_issuer.is_none() => {
            Some(names)
        }
        _ => None,
    });
    names.flatten().filter_map(|name| web(&name)).collect()
}
