//! What an office signs with every time (hồ sơ ký số của cơ quan): a TOML file, so that it need not be typed.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::input::toml_text;
use crate::sign::refusal::Refusal;

/// Widths that a seal can have, in millimetres.
const SEAL_WIDTH: RangeInclusive<f64> = 1.0..=200.0;

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
        let file = path.display().to_string();
        let mut profile: Self = toml_text::read(text, &file)?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let paths = [&mut profile.key, &mut profile.pkcs11, &mut profile.leader_image, &mut profile.seal_image];
        paths.into_iter().flatten().chain(&mut profile.trust).for_each(|path| *path = folder.join(&path));
        if let Some(width) = profile.seal_width.filter(|width| !SEAL_WIDTH.contains(width)) {
            let finding = Finding::new(Code::DefinitionBound, Place::File(file.clone())).with("owner", file);
            let finding = finding.with("key", "seal-width").with("value", width);
            return Err(finding.with("least", SEAL_WIDTH.start()).with("most", SEAL_WIDTH.end()).into());
        }
        Ok(profile)
    }
}
