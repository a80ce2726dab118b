//! Pages tried out where they can do no harm: in a process that the system ends when it takes too long or too much.
//!
//! This file says what is tried, within which limits, and how it is handed over; the process itself is a matter of
//! the command line (`cli/trial.rs`). What comes to an end there comes to the same end here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use typst::foundations::Bytes;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::Place;

/// Seconds of processor time for the smallest document, some thirty times what a plan of 30 pages takes.
const SECONDS: u64 = 4;
/// Mebibytes of memory for it.
const MEMORY: u64 = 1280;
/// What each mebibyte of sources may take beyond that: large tables are set slowly.
const MORE_SECONDS: u64 = 8;
const MORE_MEMORY: u64 = 640;

/// Tries pages out; the program that has no such way sets them without.
pub(crate) type Trier = fn(&Trial) -> Result<(), Stopped>;

/// Why a trial did not come to an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stopped {
    TooLong,
    TooLarge,
}

/// What a trial may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Limits {
    /// Of processor time.
    pub(crate) seconds: u64,
    /// In MiB.
    pub(crate) memory: u64,
}

/// Everything that pages are made from, and what making them may take.
#[derive(Serialize, Deserialize)]
pub(crate) struct Trial {
    pub(crate) limits: Limits,
    pub(crate) sources: BTreeMap<String, String>,
    /// Name and length of what follows: files that are no text, and the files of the fonts.
    files: Vec<(String, usize)>,
    fonts: Vec<usize>,
    #[serde(skip)]
    bytes: Vec<Bytes>,
}

impl Trial {
    /// `fonts` are the files of the fonts, each once.
    pub(crate) fn new(sources: &BTreeMap<String, String>, files: &[(String, Bytes)], fonts: Vec<Bytes>) -> Self {
        let size: usize = sources.values().map(String::len).sum();
        let more = size as u64 >> 20;
        Self {
            limits: Limits { seconds: SECONDS + more * MORE_SECONDS, memory: MEMORY + more * MORE_MEMORY },
            sources: sources.clone(),
            files: files.iter().map(|(name, bytes)| (name.clone(), bytes.len())).collect(),
            fonts: fonts.iter().map(|font| font.len()).collect(),
            bytes: files.iter().map(|(_, bytes)| bytes.clone()).chain(fonts).collect(),
        }
    }

    /// As it is handed over: the length of the head in eight bytes, the head as JSON, then the bytes.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let head = serde_json::to_vec(self).unwrap_or_default();
        let mut out = (head.len() as u64).to_le_bytes().to_vec();
        out.extend(head);
        self.bytes.iter().for_each(|bytes| out.extend_from_slice(bytes));
        out
    }

    /// What was handed over; nothing if that is not a trial.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let (length, rest) = bytes.split_first_chunk::<8>()?;
        let (head, mut rest) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*length)).ok()?)?;
        let mut trial: Self = serde_json::from_slice(head).ok()?;
        for length in trial.files.iter().map(|(_, length)| *length).chain(trial.fonts.clone()) {
            let (part, after) = rest.split_at_checked(length)?;
            trial.bytes.push(Bytes::new(part.to_vec()));
            rest = after;
        }
        Some(trial)
    }

    /// The files that are no text, by name.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, Vec<u8>)> {
        self.files.iter().zip(&self.bytes).map(|((name, _), bytes)| (name.as_str(), bytes.to_vec()))
    }

    /// The files of the fonts.
    pub(crate) fn fonts(&self) -> Vec<Vec<u8>> {
        self.bytes.iter().skip(self.files.len()).map(|font| font.to_vec()).collect()
    }
}

/// What is said of code that was stopped; `file` names where it stands.
pub(crate) fn stopped(file: &str, why: Stopped, limits: Limits) -> Failure {
    let why = match why {
        Stopped::TooLong => "time",
        Stopped::TooLarge => "memory",
    };
    let finding = Finding::new(Code::CodeStopped, Place::File(file.to_owned())).choice("why", why);
    finding.with("seconds", limits.seconds).with("memory", limits.memory).fails()
}
