//! Which algorithms count, and whether a signature is that of a key.
//!
//! Accepted are RSA of at least 2048 bits (PKCS#1 v1.5 and PSS) and ECDSA on P-256 and P-384, with SHA-256, SHA-384
//! or SHA-512: what TT 15/2025/TT-BKHCN, PL I, admits of the algorithms in use.

use const_oid::db::{rfc5912, rfc6268};
use der::asn1::ObjectIdentifier;
use der::{Any, Decode};
use rsa::pkcs1::RsaPssParams;
use rsa::traits::PublicKeyParts;
use rsa::{Pkcs1v15Sign, Pss};
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use signature::hazmat::PrehashVerifier;
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

use crate::sign::crypto::der::der_of;

/// The least size of an RSA key, in bits.
pub(crate) const LEAST_RSA_BITS: usize = 2048;

/// Length of the salt of RSASSA-PSS with SHA-256, in bytes (RFC 8017, 9.1).
pub(crate) const SALT: u8 = 32;

/// A hash function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digest {
    Sha256,
    Sha384,
    Sha512,
}

impl Digest {
    /// The hash of several stretches, one after the other.
    pub fn of(self, stretches: &[&[u8]]) -> Vec<u8> {
        match self {
            Self::Sha256 => stretches.iter().fold(Sha256::new(), Sha256::chain_update).finalize().to_vec(),
            Self::Sha384 => stretches.iter().fold(Sha384::new(), Sha384::chain_update).finalize().to_vec(),
            Self::Sha512 => stretches.iter().fold(Sha512::new(), Sha512::chain_update).finalize().to_vec(),
        }
    }

    /// `SHA-256`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
        }
    }

    /// Its identifier without parameters (RFC 5754, 2).
    pub fn algorithm(self) -> AlgorithmIdentifierOwned {
        let oid = match self {
            Self::Sha256 => rfc5912::ID_SHA_256,
            Self::Sha384 => rfc5912::ID_SHA_384,
            Self::Sha512 => rfc5912::ID_SHA_512,
        };
        AlgorithmIdentifierOwned { oid, parameters: None }
    }

    /// The hash function of an identifier, if it is one that counts.
    pub(crate) fn named(oid: ObjectIdentifier) -> Option<Self> {
        match oid {
            rfc5912::ID_SHA_256 => Some(Self::Sha256),
            rfc5912::ID_SHA_384 => Some(Self::Sha384),
            rfc5912::ID_SHA_512 => Some(Self::Sha512),
            _ => None,
        }
    }
}

/// How this program signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// RSASSA-PKCS1-v1_5 with SHA-256: what public-duty certificates (chứng thư số chuyên dùng công vụ) are used with.
    RsaPkcs1,
    /// RSASSA-PSS with SHA-256 and a salt of 32 bytes: what TT 15/2025/TT-BKHCN asks of public certificates.
    RsaPss,
    /// ECDSA on P-256 with SHA-256.
    EcdsaP256,
    /// ECDSA on P-384 with SHA-384.
    EcdsaP384,
}

impl Scheme {
    /// The hash function for both the document and the signed attributes.
    pub(crate) fn digest(self) -> Digest {
        match self {
            Self::EcdsaP384 => Digest::Sha384,
            _ => Digest::Sha256,
        }
    }

    /// The identifier in a signature (RFC 4055, 3.1 and 5; RFC 5758, 3.2).
    pub fn algorithm(self) -> AlgorithmIdentifierOwned {
        let pss = || Any::encode_from(&RsaPssParams::new::<Sha256>(SALT)).ok();
        let (oid, parameters) = match self {
            Self::RsaPkcs1 => (rfc5912::SHA_256_WITH_RSA_ENCRYPTION, Some(Any::null())),
            Self::RsaPss => (rfc5912::ID_RSASSA_PSS, pss()),
            Self::EcdsaP256 => (rfc5912::ECDSA_WITH_SHA_256, None),
            Self::EcdsaP384 => (rfc5912::ECDSA_WITH_SHA_384, None),
        };
        AlgorithmIdentifierOwned { oid, parameters }
    }
}

/// Why a signature does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Defect {
    /// An algorithm that is broken, or a key that is too short; its name.
    Weak(String),
    /// An algorithm that this program does not know; its name or number.
    Unknown(String),
    /// The signature is not that of this key over these bytes.
    Wrong,
}

/// How a signature was made, from its identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Padding {
    Pkcs1,
    Pss { salt: usize },
    Ecdsa,
}

/// The public key of a certificate, of a kind that counts.
pub(crate) enum PublicKey {
    Rsa(rsa::PublicKey),
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
}

impl PublicKey {
    /// Reads the key.
    ///
    /// # Errors
    /// RSA under 2048 bits, and every other kind of key.
    pub(crate) fn read(info: &SubjectPublicKeyInfoOwned) -> Result<Self, Defect> {
        let unreadable = |name: &str| Defect::Unknown(name.to_owned());
        let encoded = der_of(info);
        match info.algorithm.oid {
            rfc5912::RSA_ENCRYPTION | rfc5912::ID_RSASSA_PSS => rsa_key(info),
            rfc5912::ID_EC_PUBLIC_KEY => {
                use p256::pkcs8::DecodePublicKey;
                let curve = info.algorithm.parameters.as_ref().and_then(|any| any.decode_as::<ObjectIdentifier>().ok());
                match curve {
                    Some(rfc5912::SECP_256_R_1) => p256::ecdsa::VerifyingKey::from_public_key_der(&encoded)
                        .map(Self::P256)
                        .map_err(|_| unreadable("ECDSA P-256")),
                    Some(rfc5912::SECP_384_R_1) => p384::ecdsa::VerifyingKey::from_public_key_der(&encoded)
                        .map(Self::P384)
                        .map_err(|_| unreadable("ECDSA P-384")),
                    other => Err(Defect::Unknown(other.map_or_else(|| "EC".to_owned(), named))),
                }
            }
            other => Err(Defect::Unknown(named(other))),
        }
    }

    /// The scheme to sign with; `pss` chooses between the two of RSA.
    pub(crate) fn scheme(&self, pss: bool) -> Scheme {
        match self {
            Self::Rsa(_) if pss => Scheme::RsaPss,
            Self::Rsa(_) => Scheme::RsaPkcs1,
            Self::P256(_) => Scheme::EcdsaP256,
            Self::P384(_) => Scheme::EcdsaP384,
        }
    }

    /// `RSA 2048`, `ECDSA P-256`.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Rsa(key) => format!("RSA {}", key.n().bit_width()),
            Self::P256(_) => "ECDSA P-256".to_owned(),
            Self::P384(_) => "ECDSA P-384".to_owned(),
        }
    }

    /// Whether `signature` is this key's over `message`. `fallback` is the hash function where the identifier names
    /// none, as `rsaEncryption` in CMS (RFC 5652, 5.3).
    ///
    /// # Errors
    /// Weak and unknown algorithms, and signatures that do not fit.
    pub(crate) fn verify(
        &self,
        algorithm: &AlgorithmIdentifierOwned,
        fallback: Option<Digest>,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), Defect> {
        let (padding, digest) = understand(algorithm, fallback)?;
        let hash = digest.of(&[message]);
        let fits = match (self, padding) {
            (Self::Rsa(key), Padding::Pkcs1) => key.verify(pkcs1(digest), &hash, signature).is_ok(),
            (Self::Rsa(key), Padding::Pss { salt }) => pss_fits(key, digest, salt, &hash, signature),
            (Self::P256(key), Padding::Ecdsa) => p256::ecdsa::DerSignature::from_bytes(signature)
                .is_ok_and(|signature| key.verify_prehash(&hash, &signature).is_ok()),
            (Self::P384(key), Padding::Ecdsa) => p384::ecdsa::DerSignature::from_bytes(signature)
                .is_ok_and(|signature| key.verify_prehash(&hash, &signature).is_ok()),
            _ => false,
        };
        if fits { Ok(()) } else { Err(Defect::Wrong) }
    }
}

fn rsa_key(info: &SubjectPublicKeyInfoOwned) -> Result<PublicKey, Defect> {
    use rsa::pkcs1::DecodeRsaPublicKey;
    let bits = rsa_bits(info).unwrap_or_default();
    if bits < LEAST_RSA_BITS {
        return Err(Defect::Weak(format!("RSA {bits}")));
    }
    let key = rsa::PublicKey::from_pkcs1_der(info.subject_public_key.raw_bytes());
    key.map(PublicKey::Rsa).map_err(|_| Defect::Unknown(format!("RSA {bits}")))
}

/// The size of a key that the library would not even read.
fn rsa_bits(info: &SubjectPublicKeyInfoOwned) -> Option<usize> {
    let key = rsa::pkcs1::RsaPublicKeyRef::from_der(info.subject_public_key.raw_bytes()).ok()?;
    let modulus = key.modulus.as_bytes();
    let leading = modulus.first()?.leading_zeros() as usize;
    Some(modulus.len() * 8 - leading)
}

/// RSASSA-PKCS1-v1_5 with that hash function.
pub(crate) fn pkcs1(digest: Digest) -> Pkcs1v15Sign {
    match digest {
        Digest::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
        Digest::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
        Digest::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
    }
}

fn pss_fits(key: &rsa::PublicKey, digest: Digest, salt: usize, hash: &[u8], signature: &[u8]) -> bool {
    let verdict = match digest {
        Digest::Sha256 => key.verify(Pss::<Sha256>::new_with_salt(salt), hash, signature),
        Digest::Sha384 => key.verify(Pss::<Sha384>::new_with_salt(salt), hash, signature),
        Digest::Sha512 => key.verify(Pss::<Sha512>::new_with_salt(salt), hash, signature),
    };
    verdict.is_ok()
}

fn understand(algorithm: &AlgorithmIdentifierOwned, fallback: Option<Digest>) -> Result<(Padding, Digest), Defect> {
    let known = match algorithm.oid {
        rfc5912::SHA_256_WITH_RSA_ENCRYPTION => (Padding::Pkcs1, Digest::Sha256),
        rfc5912::SHA_384_WITH_RSA_ENCRYPTION => (Padding::Pkcs1, Digest::Sha384),
        rfc5912::SHA_512_WITH_RSA_ENCRYPTION => (Padding::Pkcs1, Digest::Sha512),
        rfc5912::ECDSA_WITH_SHA_256 => (Padding::Ecdsa, Digest::Sha256),
        rfc5912::ECDSA_WITH_SHA_384 => (Padding::Ecdsa, Digest::Sha384),
        rfc5912::ECDSA_WITH_SHA_512 => (Padding::Ecdsa, Digest::Sha512),
        rfc5912::RSA_ENCRYPTION => (Padding::Pkcs1, fallback.ok_or(Defect::Unknown("RSA".to_owned()))?),
        rfc5912::ID_RSASSA_PSS => return understand_pss(algorithm.parameters.as_ref()),
        other => return Err(judge(other)),
    };
    Ok(known)
}

/// Absent parts of the parameters mean SHA-1 and a salt of 20 bytes (RFC 8017, A.2.3).
fn understand_pss(parameters: Option<&Any>) -> Result<(Padding, Digest), Defect> {
    let sha1 = || Defect::Weak("RSASSA-PSS, SHA-1".to_owned());
    let encoded = parameters.map(der_of).ok_or_else(sha1)?;
    let read = rsa::pkcs1::RsaPssParamsOwned::from_der(&encoded);
    let read = read.map_err(|_| Defect::Unknown("RSASSA-PSS".to_owned()))?;
    let digest = Digest::named(read.hash.oid).ok_or_else(|| judge(read.hash.oid))?;
    let mask = read.mask_gen.parameters.map(|algorithm| algorithm.oid);
    if read.mask_gen.oid != rfc5912::ID_MGF_1 || mask.and_then(Digest::named) != Some(digest) {
        return Err(Defect::Unknown("RSASSA-PSS, MGF".to_owned()));
    }
    Ok((Padding::Pss { salt: usize::from(read.salt_len) }, digest))
}

/// Whether an identifier that is not admitted is known to be weak.
pub(crate) fn judge(oid: ObjectIdentifier) -> Defect {
    let name = named(oid);
    let folded = name.to_ascii_lowercase().replace(['-', '_'], "");
    let is_weak = ["sha1", "md5", "md2", "md4", "ripemd"].iter().any(|weak| folded.contains(weak));
    if is_weak { Defect::Weak(name) } else { Defect::Unknown(name) }
}

/// The usual name of an identifier, or its number.
pub(crate) fn named(oid: ObjectIdentifier) -> String {
    const SHA1_RSA_OIW: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.29");
    match oid {
        rfc5912::ID_SHA_1 => "SHA-1".to_owned(),
        rfc5912::SHA_1_WITH_RSA_ENCRYPTION | SHA1_RSA_OIW => "SHA-1, RSA".to_owned(),
        rfc5912::ID_MD_5 => "MD5".to_owned(),
        rfc5912::MD_5_WITH_RSA_ENCRYPTION => "MD5, RSA".to_owned(),
        rfc6268::ID_SIGNED_DATA => "SignedData".to_owned(),
        other => const_oid::db::DB.by_oid(&other).map_or_else(|| other.to_string(), str::to_owned),
    }
}
