//! The key that signs (khóa bí mật), with its certificate: from a PKCS#12 file, or on a token.

pub(crate) mod secret;
pub(crate) mod token;

use p12_keystore::Pkcs12Archive;
use p12_keystore::error::Error;
use rsa::pkcs8::DecodePrivateKey;
use rsa::traits::PublicKeyParts;
use sha2::Sha256;
use signature::hazmat::PrehashSigner;

use crate::finding::code::Code;
use crate::sign::crypto::algorithm::{Defect, LEAST_RSA_BITS, PublicKey, SALT, Scheme};
use crate::sign::crypto::certificate::{self, Certificate};
use crate::sign::key::token::TokenKey;
use crate::sign::refusal::{Refusal, refusal};

/// A key of one of the kinds that count.
enum Secret {
    Rsa(Box<rsa::PrivateKey>),
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    Token(Box<TokenKey>),
}

/// A key and the certificate that says whose it is.
pub struct Key {
    secret: Secret,
    /// Its counterpart, from the certificate.
    public: PublicKey,
    pub certificate: Certificate,
    /// The authorities above it, as far as they are known.
    pub chain: Vec<Certificate>,
}

impl Key {
    /// Opens a PKCS#12 file (`.p12`, `.pfx`; RFC 7292).
    ///
    /// # Errors
    /// A wrong password, a file that is none, no key or several in it, a key without its certificate, and keys of a
    /// kind that does not count.
    pub fn from_pkcs12(bytes: &[u8], password: &str) -> Result<Self, Refusal> {
        let archive = Pkcs12Archive::from_pkcs12(bytes, password).map_err(|error| explain(&error))?;
        let [bag] = archive.keys.as_slice() else {
            let code = if archive.keys.is_empty() { Code::KeyNone } else { Code::KeySeveral };
            return Err(refusal(code).count(archive.keys.len()).into());
        };
        let secret = Secret::read(bag.key.as_der())?;
        let certificates = archive.certs.iter().map(|bag| Certificate::read(bag.cert.as_der()));
        let certificates = certificates.collect::<Result<Vec<_>, Refusal>>()?;
        let fitting = |certificate: &Certificate| certificate.key().ok().filter(|key| secret.is_of(key));
        let own = certificates.iter().find_map(|certificate| Some((certificate, fitting(certificate)?)));
        let Some((own, public)) = own else {
            let names: Vec<String> = certificates.iter().map(Certificate::name).collect();
            // A weak key has a certificate too, which says more than that none fits.
            let weak = certificates.iter().filter(|certificate| !certificate.is_authority()).find_map(|certificate| {
                certificate
                    .key()
                    .err()
                    .filter(|defect| matches!(defect, Defect::Weak(_)))
                    .map(|defect| certificate.explain(&defect))
            });
            return Err(weak.unwrap_or_else(|| {
                refusal(Code::KeyCertificate)
                    .with("names", if names.is_empty() { "–".to_owned() } else { names.join(", ") })
                    .into()
            }));
        };
        let chain = certificate::path(own, &certificates).split_off(1);
        Ok(Self { certificate: own.clone(), chain, secret, public })
    }

    /// A key on a token, with its certificate and those of the authorities above it that are known.
    ///
    /// # Errors
    /// Certificates whose keys do not count.
    pub(crate) fn on_token(key: TokenKey, certificate: Certificate, chain: Vec<Certificate>) -> Result<Self, Refusal> {
        let public = certificate.key().map_err(|defect| certificate.explain(&defect))?;
        Ok(Self { secret: Secret::Token(Box::new(key)), public, certificate, chain })
    }

    /// How it signs; `pss` chooses between the two ways of RSA.
    pub(crate) fn scheme(&self, pss: bool) -> Scheme {
        self.public.scheme(pss)
    }

    /// Signs a message.
    ///
    /// # Errors
    /// A key that cannot sign, as one whose parts do not belong together; a token that does not; a key that is not
    /// that of the certificate.
    pub(crate) fn sign(&self, scheme: Scheme, message: &[u8]) -> Result<Vec<u8>, Refusal> {
        let hash = scheme.digest().of(&[message]);
        let signature = self.secret.sign(scheme, message, &hash)?;
        // A token pairs keys and certificates by their numbers alone.
        let fits = self.public.verify(&scheme.algorithm(), None, message, &signature).is_ok();
        if fits { Ok(signature) } else { Err(refusal(Code::KeyMismatch).with("name", self.certificate.name()).into()) }
    }
}

impl Secret {
    /// Reads a PKCS#8 key.
    fn read(der: &[u8]) -> Result<Self, Refusal> {
        if let Ok(key) = rsa::PrivateKey::from_pkcs8_der(der) {
            let bits = key.n().bit_width();
            return match (bits as usize) < LEAST_RSA_BITS {
                true => Err(refusal(Code::KeyWeak).with("algorithm", format!("RSA {bits}")).into()),
                false => Ok(Self::Rsa(Box::new(key))),
            };
        }
        if let Ok(key) = p256::ecdsa::SigningKey::from_pkcs8_der(der) {
            return Ok(Self::P256(key));
        }
        let key = p384::ecdsa::SigningKey::from_pkcs8_der(der).map(Self::P384);
        key.map_err(|_| refusal(Code::KeyKind).into())
    }

    fn sign(&self, scheme: Scheme, message: &[u8], hash: &[u8]) -> Result<Vec<u8>, Refusal> {
        let signature = match self {
            Self::Rsa(key) if scheme == Scheme::RsaPss => {
                key.sign(rsa::Pss::<Sha256>::new_blinded_with_salt(usize::from(SALT)), hash).ok()
            }
            // The library blinds it, so that the time it takes says nothing of the key.
            Self::Rsa(key) => key.sign(rsa::Pkcs1v15Sign::new::<Sha256>(), hash).ok(),
            Self::P256(key) => {
                let signature: Result<p256::ecdsa::DerSignature, _> = key.sign_prehash(hash);
                signature.ok().map(|signature| signature.as_bytes().to_vec())
            }
            Self::P384(key) => {
                let signature: Result<p384::ecdsa::DerSignature, _> = key.sign_prehash(hash);
                signature.ok().map(|signature| signature.as_bytes().to_vec())
            }
            Self::Token(key) => return key.sign(scheme, message, hash),
        };
        signature.ok_or_else(|| refusal(Code::KeyBroken).with("detail", "RSA").into())
    }

    /// Whether the public key is its counterpart.
    fn is_of(&self, public: &PublicKey) -> bool {
        match (self, public) {
            (Self::Rsa(own), PublicKey::Rsa(other)) => own.n() == other.n() && own.e() == other.e(),
            (Self::P256(own), PublicKey::P256(other)) => own.verifying_key() == other,
            (Self::P384(own), PublicKey::P384(other)) => own.verifying_key() == other,
            _ => false,
        }
    }
}

/// A wrong password shows in the check of the file or in what was decrypted with it.
fn explain(error: &Error) -> Refusal {
    match error {
        Error::MacError(_) | Error::UnpadError | Error::Pkcs5Error(_) => refusal(Code::KeyPassword).into(),
        Error::UnsupportedEncryptionScheme | Error::UnsupportedMacAlgorithm => {
            refusal(Code::KeyEncryption).with("detail", error).into()
        }
        _ => refusal(Code::KeyBroken).with("detail", error).into(),
    }
}
