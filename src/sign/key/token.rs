//! Keys on tokens (thiết bị lưu khóa bí mật): USB tokens and smart cards, reached through the PKCS#11 module
//! (Cryptoki 2.40) that their maker supplies. The key never leaves the token.

use std::path::Path;

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::mechanism::rsa::{PkcsMgfType, PkcsPssParams};
use cryptoki::mechanism::{Mechanism, MechanismType};
use cryptoki::object::{Attribute, AttributeType, ObjectClass, ObjectHandle};
use cryptoki::session::{Session, UserType};
use cryptoki::slot::{Slot, TokenInfo};
use cryptoki::types::{AuthPin, Ulong};

use crate::finding::code::Code;
use crate::sign::crypto::algorithm::{SALT, Scheme};
use crate::sign::crypto::certificate::{self, Certificate};
use crate::sign::crypto::moment::Moment;
use crate::sign::refusal::{Refusal, refusal};

/// DigestInfo of SHA-256 up to the hash itself (RFC 8017, 9.2, note 1), for tokens that do not hash.
const DIGEST_INFO: [u8; 19] =
    [0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20];

/// A token that was found, before its PIN is known.
pub(crate) struct Token {
    module: Pkcs11,
    slot: Slot,
    label: String,
    info: TokenInfo,
}

/// A key on a token whose PIN was right. The token stays open, so that many files take one PIN.
pub(crate) struct TokenKey {
    token: Token,
    session: Session,
    key: ObjectHandle,
    mechanisms: Vec<MechanismType>,
    /// Where the key wants the PIN for each signature (CKA_ALWAYS_AUTHENTICATE).
    each_time: Option<EachTime>,
}

/// The PIN for each signature; none where the token asks for it itself.
struct EachTime(Option<AuthPin>);

/// What is on a token: a certificate, and the private key of the same number.
struct Pair {
    id: Vec<u8>,
    label: String,
    certificate: Certificate,
    key: Option<ObjectHandle>,
}

impl Token {
    /// Finds a token through a module; `label` is its name, needed only where there are several.
    ///
    /// # Errors
    /// A module that cannot be loaded, no token, and none or several of that name.
    pub(crate) fn find(module: &Path, label: Option<&str>) -> Result<Self, Refusal> {
        let unloadable = |error: Error| {
            let loading = match error {
                Error::Pkcs11(..) => "start",
                Error::MissingSymbol(_) | Error::NullFunctionPointer => "symbol",
                _ => "file",
            };
            let found = refusal(Code::TokenModule).with("file", module.display());
            found.choice("loading", loading).with("detail", reported(&error))
        };
        let loaded = Pkcs11::new(module).map_err(unloadable)?;
        loaded.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)).map_err(unloadable)?;
        let slots = loaded.get_slots_with_token().map_err(|error| failed(&error))?;
        let named = |slot: Slot| loaded.get_token_info(slot).ok().map(|info| (slot, info));
        // A slot without a token that was set up has nothing to sign with.
        let tokens: Vec<(Slot, TokenInfo)> =
            slots.into_iter().filter_map(named).filter(|(_, info)| info.token_initialized()).collect();
        let names = || tokens.iter().map(|(_, info)| info.label().trim()).collect::<Vec<_>>().join(", ");
        let fits = |info: &TokenInfo| label.is_none_or(|label| info.label().trim() == label);
        let mut fitting = tokens.iter().filter(|(_, info)| fits(info));
        match (fitting.next(), fitting.next()) {
            (Some((slot, info)), None) => Ok(Self {
                slot: *slot,
                label: info.label().trim().to_owned(),
                info: info.clone(),
                module: loaded.clone(),
            }),
            (Some(_), Some(_)) => Err(refusal(Code::TokenSeveral).with("names", names()).into()),
            (None, _) if tokens.is_empty() => Err(refusal(Code::TokenNone).with("file", module.display()).into()),
            (None, _) => {
                Err(refusal(Code::TokenUnknown).with("label", label.unwrap_or_default()).with("names", names()).into())
            }
        }
    }

    /// Its name.
    pub(crate) fn label(&self) -> &str {
        &self.label
    }

    /// Whether a PIN is to be asked for: tokens with keys of their own ask themselves.
    pub(crate) fn wants_pin(&self) -> bool {
        self.info.login_required() && !self.info.protected_authentication_path()
    }

    /// A token that the next wrong PIN would lock is left alone: its holder must know, and decide.
    ///
    /// # Errors
    /// A token that is locked, or has one try left.
    pub(crate) fn check_tries(&self) -> Result<(), Refusal> {
        let code = match (self.info.user_pin_locked(), self.info.user_pin_final_try()) {
            (true, _) => Code::TokenLocked,
            (_, true) => Code::TokenFinalTry,
            _ => return Ok(()),
        };
        Err(refusal(code).with("label", &self.label).into())
    }

    /// Logs in, once, and chooses the key: that of the certificate with this number (CKA_ID in hexadecimal digits),
    /// label or holder's name; without one, the only one that may sign now. Also gives the certificates of
    /// authorities on the token.
    ///
    /// # Errors
    /// What [`Token::check_tries`] says, and a PIN of a length that cannot be right, before the token is touched; a
    /// wrong PIN; no key, several, or none of that name.
    pub(crate) fn open(
        mut self,
        pin: Option<&str>,
        wanted: Option<&str>,
        now: Moment,
    ) -> Result<(TokenKey, Certificate, Vec<Certificate>), Refusal> {
        // Somebody may have tried while the PIN was being typed.
        self.info = self.module.get_token_info(self.slot).map_err(|error| failed(&error))?;
        self.check_tries()?;
        pin.map_or(Ok(()), |pin| self.check_length(pin))?;
        let session = self.module.open_ro_session(self.slot).map_err(|error| failed(&error))?;
        let pin = pin.map(AuthPin::from);
        if self.info.login_required() {
            session.login(UserType::User, pin.as_ref()).map_err(|error| self.refused(&error))?;
        }
        // Some tokens show their certificates only now.
        let pairs = pairs(&session).map_err(|error| failed(&error))?;
        let chosen = choose(&pairs, wanted, now, &self.label)?;
        let key = chosen.key.ok_or_else(|| refusal(Code::TokenNoKey).with("name", chosen.certificate.name()))?;
        let asks = attribute(&session, key, AttributeType::AlwaysAuthenticate);
        let each_time = matches!(asks, Some(Attribute::AlwaysAuthenticate(true))).then_some(EachTime(pin));
        let mechanisms = self.module.get_mechanism_list(self.slot).map_err(|error| failed(&error))?;
        let all: Vec<Certificate> = pairs.iter().map(|pair| pair.certificate.clone()).collect();
        let above = certificate::path(&chosen.certificate, &all).split_off(1);
        let certificate = chosen.certificate.clone();
        Ok((TokenKey { token: self, session, key, mechanisms, each_time }, certificate, above))
    }

    /// An empty PIN is a forgotten one, and a token may count it as a wrong one.
    fn check_length(&self, pin: &str) -> Result<(), Refusal> {
        let (least, most) = (self.info.min_pin_length().max(1), self.info.max_pin_length());
        // Tokens that name no greatest length give none, or one below the least.
        let is_long = most >= least && pin.len() > most;
        if pin.len() >= least && !is_long {
            return Ok(());
        }
        let found = refusal(Code::TokenPinLength).with("label", &self.label).with("least", least);
        Err(found.with("most", if most >= least { most.to_string() } else { "…".to_owned() }).into())
    }

    /// Why a login failed, and how many tries that leaves.
    fn refused(&self, error: &Error) -> Refusal {
        let code = match error {
            Error::Pkcs11(RvError::PinIncorrect | RvError::PinInvalid | RvError::PinLenRange, _) => {
                let info = self.module.get_token_info(self.slot).ok();
                match info.map(|info| (info.user_pin_locked(), info.user_pin_final_try())) {
                    Some((true, _)) => Code::TokenLocked,
                    Some((_, true)) => Code::TokenPinLast,
                    _ => Code::TokenPin,
                }
            }
            Error::Pkcs11(RvError::PinLocked, _) => Code::TokenLocked,
            Error::Pkcs11(RvError::PinExpired, _) => Code::TokenPinExpired,
            _ => return failed(error),
        };
        refusal(code).with("label", &self.label).into()
    }
}

fn failed(error: &Error) -> Refusal {
    let code = match error {
        Error::Pkcs11(RvError::DeviceRemoved | RvError::TokenNotPresent, _) => Code::TokenRemoved,
        _ => Code::TokenFailed,
    };
    refusal(code).with("detail", reported(error)).into()
}

/// `CKR_DEVICE_ERROR`: what a token reported, as its maker knows it (PKCS#11, 5.1).
fn reported(error: &Error) -> String {
    let Error::Pkcs11(fault, _) = error else { return "–".to_owned() };
    let mut name = "CKR".to_owned();
    for c in format!("{fault:?}").chars() {
        name.extend(c.is_uppercase().then_some('_'));
        name.extend(c.to_uppercase());
    }
    name
}

fn attribute(session: &Session, object: ObjectHandle, kind: AttributeType) -> Option<Attribute> {
    session.get_attributes(object, &[kind]).ok()?.into_iter().next()
}

fn id(session: &Session, object: ObjectHandle) -> Vec<u8> {
    match attribute(session, object, AttributeType::Id) {
        Some(Attribute::Id(id)) => id,
        _ => Vec::new(),
    }
}

/// The certificates on a token, each with its key. Objects that cannot be read are passed over.
fn pairs(session: &Session) -> Result<Vec<Pair>, Error> {
    let keys = session.find_objects(&[Attribute::Class(ObjectClass::PRIVATE_KEY)])?;
    let forbids = |key| matches!(attribute(session, key, AttributeType::Sign), Some(Attribute::Sign(false)));
    let keys = keys.into_iter().filter(|key| !forbids(*key)).map(|key| (id(session, key), key));
    let keys: Vec<(Vec<u8>, ObjectHandle)> = keys.collect();
    let certificates = session.find_objects(&[Attribute::Class(ObjectClass::CERTIFICATE)])?;
    let pair = |object: &ObjectHandle| {
        let Some(Attribute::Value(der)) = attribute(session, *object, AttributeType::Value) else { return None };
        let id = id(session, *object);
        let label = match attribute(session, *object, AttributeType::Label) {
            Some(Attribute::Label(label)) => String::from_utf8_lossy(&label).into_owned(),
            _ => String::new(),
        };
        let key = keys.iter().find(|(number, _)| *number == id && !id.is_empty()).map(|(_, key)| *key);
        Some(Pair { key, label, certificate: Certificate::read(&der).ok()?, id })
    };
    Ok(certificates.iter().filter_map(pair).collect())
}

fn choose<'a>(pairs: &'a [Pair], wanted: Option<&str>, now: Moment, label: &str) -> Result<&'a Pair, Refusal> {
    let own: Vec<&Pair> = pairs.iter().filter(|pair| !pair.certificate.is_authority()).collect();
    let shown = |pairs: &[&Pair]| -> String {
        let shown = pairs
            .iter()
            .map(|pair| format!("{} ({})", pair.certificate.name(), base16ct::lower::encode_string(&pair.id)));
        shown.collect::<Vec<_>>().join(", ")
    };
    let none = |code: Code| refusal(code).with("label", label).with("names", shown(&own));
    if own.is_empty() {
        return Err(none(Code::TokenNoCertificate).into());
    }
    let is_wanted = |pair: &&Pair, wanted: &str| {
        let number = wanted.to_lowercase().replace([':', ' '], "");
        base16ct::lower::encode_string(&pair.id) == number || pair.label == wanted || pair.certificate.name() == wanted
    };
    let fitting: Vec<&Pair> = match wanted {
        Some(wanted) => own.iter().copied().filter(|pair| is_wanted(pair, wanted)).collect(),
        // Beside the certificate for signing there are often one that has expired and one for logging in elsewhere.
        None => {
            let usable: Vec<&Pair> = own.iter().copied().filter(|pair| pair.key.is_some()).collect();
            let now: Vec<&Pair> =
                usable.iter().copied().filter(|pair| pair.certificate.check_signer(now).is_ok()).collect();
            if now.is_empty() { usable } else { now }
        }
    };
    match (fitting.as_slice(), wanted) {
        ([one], _) => Ok(one),
        ([], Some(wanted)) => Err(none(Code::TokenCertificateUnknown).with("wanted", wanted).into()),
        ([], None) => Err(refusal(Code::TokenNoKey).with("name", shown(&own)).into()),
        (several, _) => Err(refusal(Code::TokenCertificates).with("names", shown(several)).into()),
    }
}

/// How a token is asked, and whether it is given the message or what was made of it here.
struct Way {
    mechanism: Mechanism<'static>,
    hashes: bool,
}

impl TokenKey {
    /// Signs a message whose hash is `hash`; for ECDSA the answer is in DER, as certificates have it.
    ///
    /// # Errors
    /// A token that was taken out, or that cannot sign in this way.
    pub(crate) fn sign(&self, scheme: Scheme, message: &[u8], hash: &[u8]) -> Result<Vec<u8>, Refusal> {
        let way = self.way(scheme)?;
        let data = match (way.hashes, scheme) {
            (true, _) => message.to_vec(),
            (false, Scheme::RsaPkcs1) => [&DIGEST_INFO, hash].concat(),
            (false, _) => hash.to_vec(),
        };
        let raw = match &self.each_time {
            None => self.session.sign(&way.mechanism, self.key, &data).map_err(|error| failed(&error))?,
            Some(EachTime(pin)) => self.sign_with(pin.as_ref(), &way.mechanism, &data)?,
        };
        let broken = || refusal(Code::TokenFailed).with("detail", "r, s");
        match scheme {
            Scheme::RsaPkcs1 | Scheme::RsaPss => Ok(raw),
            Scheme::EcdsaP256 => {
                let signature = p256::ecdsa::Signature::from_slice(&raw).map_err(|_| broken())?;
                Ok(signature.to_der().as_bytes().to_vec())
            }
            Scheme::EcdsaP384 => {
                let signature = p384::ecdsa::Signature::from_slice(&raw).map_err(|_| broken())?;
                Ok(signature.to_der().as_bytes().to_vec())
            }
        }
    }

    /// The PIN belongs between the beginning of a signature and its data (PKCS#11, 5.6.6: CKU_CONTEXT_SPECIFIC).
    fn sign_with(&self, pin: Option<&AuthPin>, mechanism: &Mechanism<'_>, data: &[u8]) -> Result<Vec<u8>, Refusal> {
        self.session.sign_init(mechanism, self.key).map_err(|error| failed(&error))?;
        let login = self.session.login(UserType::ContextSpecific, pin);
        login.map_err(|error| self.token.refused(&error))?;
        let signed = self.session.sign_update(data).and_then(|()| self.session.sign_final());
        signed.map_err(|error| failed(&error))
    }

    /// The mechanism for a scheme: one that hashes where the token has it, else the bare one that every token has.
    fn way(&self, scheme: Scheme) -> Result<Way, Refusal> {
        let pss = PkcsPssParams {
            hash_alg: MechanismType::SHA256,
            mgf: PkcsMgfType::MGF1_SHA256,
            s_len: Ulong::new(SALT.into()),
        };
        let (hashing, bare) = match scheme {
            Scheme::RsaPkcs1 => (Mechanism::Sha256RsaPkcs, Mechanism::RsaPkcs),
            Scheme::RsaPss => (Mechanism::Sha256RsaPkcsPss(pss), Mechanism::RsaPkcsPss(pss)),
            Scheme::EcdsaP256 => (Mechanism::EcdsaSha256, Mechanism::Ecdsa),
            Scheme::EcdsaP384 => (Mechanism::EcdsaSha384, Mechanism::Ecdsa),
        };
        let has = |mechanism: &Mechanism<'_>| self.mechanisms.contains(&mechanism.mechanism_type());
        // What is asked for each time is signed in parts, which the bare mechanisms do not do.
        match () {
            () if has(&hashing) => Ok(Way { mechanism: hashing, hashes: true }),
            () if has(&bare) && self.each_time.is_none() => Ok(Way { mechanism: bare, hashes: false }),
            () => Err(refusal(Code::TokenMechanism).with("detail", hashing.mechanism_type()).into()),
        }
    }
}
