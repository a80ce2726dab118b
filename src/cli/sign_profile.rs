//! What an office signs with every time (hồ sơ ký số của cơ quan): a TOML file, so that it need not be typed.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::sign::refusal::{Refusal, refusal};

/// How much a signature proves by itself (EN 319 142-1, 6.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Level {
    /// Who signed.
    B,
    /// And when: a time stamp.
    T,
    /// And that the certificates were not revoked: for the years to come.
    Lt,
}

/// The settings; each can be overruled on the command line. Paths are relative to the file's folder.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profile {
    /// PKCS#12 file of the key.
    pub(crate) key: Option<PathBuf>,
    /// PKCS#11 module of a token, the token's name, and the certificate's number or name on it.
    pub(crate) pkcs11: Option<PathBuf>,
    pub(crate) token: Option<String>,
    pub(crate) certificate: Option<String>,
    /// Address of the time-stamp server.
    pub(crate) tsa: Option<String>,
    /// `b`, `t` or `lt`.
    pub(crate) level: Option<Level>,
    /// Address of the server that is asked about revocation, in place of those that certificates name.
    pub(crate) ocsp: Option<String>,
    /// RSASSA-PSS instead of PKCS#1 v1.5.
    #[serde(default)]
    pub(crate) pss: bool,
    pub(crate) reason: Option<String>,
    pub(crate) location: Option<String>,
    /// PNG of the leader's signature, and of the seal.
    pub(crate) leader_image: Option<PathBuf>,
    pub(crate) seal_image: Option<PathBuf>,
    /// Real width of the seal, in millimetres.
    pub(crate) seal_width: Option<f64>,
    /// Certificates (PEM) of the authorities that are trusted.
    #[serde(default)]
    pub(crate) trust: Vec<PathBuf>,
}

impl Profile {
    /// Reads a profile; `path` is the file's own.
    ///
    /// # Errors
    /// What is no TOML, or has a setting that does not exist, with its line.
    pub fn read(text: &str, path: &Path) -> Result<Self, Refusal> {
        let mut profile: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
            let place = Place::Line { file: path.display().to_string(), line };
            let found = Finding::new(Code::ProfileBroken, place);
            Refusal::from(found.with("detail", error.message()))
        })?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let paths = [&mut profile.key, &mut profile.pkcs11, &mut profile.leader_image, &mut profile.seal_image];
        paths.into_iter().flatten().chain(&mut profile.trust).for_each(|path| *path = folder.join(&path));
        if profile.seal_width.is_some_and(|width| !(1.0..=200.0).contains(&width)) {
            return Err(refusal(Code::ProfileBroken).with("detail", "seal-width").into());
        }
        Ok(profile)
    }
}
