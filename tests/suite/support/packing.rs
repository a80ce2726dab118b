//! Workbooks taken apart and put together again.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::support::common::input;

pub fn real() -> Vec<u8> {
    input().workbooks["so-lieu.xlsx"].clone()
}

/// The parts of the real input.
pub fn parts() -> Vec<(String, Vec<u8>)> {
    unpack(&real())
}

/// Packs parts as a workbook.
pub fn packed<N: AsRef<str>, B: AsRef<[u8]>>(parts: impl IntoIterator<Item = (N, B)>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let quick = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(1));
    for (name, content) in parts {
        writer.start_file(name.as_ref(), quick).expect("part");
        writer.write_all(content.as_ref()).expect("part");
    }
    writer.finish().expect("zip").into_inner()
}

pub fn unpack(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("zip");
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("part");
        let name = entry.name().expect("name").into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("part");
        parts.push((name, content));
    }
    parts
}
