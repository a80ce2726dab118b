//! Hostile workbooks whose zip is at fault, whatever its parts hold.

use crate::support::packing::{packed, parts, real};
use crate::xlsx::hostile_files::Verdict::{Bounded, Error, Refused};
use crate::xlsx::hostile_files::{File, SHEET, after, case};

/// Zip archives that lie or swell.
pub fn containers() -> Vec<File> {
    let blanks = |size: usize| " ".repeat(size);
    vec![
        case("half a file", Refused("workbook-broken"), || real()[..real().len() / 2].to_vec()),
        case("an empty file", Refused("workbook-not-xlsx"), Vec::new),
        case("an old workbook", Refused("workbook-not-xlsx"), || vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        case("a bomb", Refused("workbook-bomb"), move || after(SHEET, "<sheetData>", || blanks(70 << 20))),
        case("a bomb that declares four bytes", Error, move || {
            let bytes = after(SHEET, "<sheetData>", || blanks(40 << 20));
            patched(bytes, b"PK\x01\x02", 24, SHEET, &4u32.to_le_bytes())
        }),
        case("a part that declares four gigabytes", Bounded, || {
            patched(real(), b"PK\x01\x02", 24, SHEET, &0xffff_fff0_u32.to_le_bytes())
        }),
        case("a bomb in many parts", Refused("workbook-bomb"), move || {
            let more = (0..150).map(|n| (format!("xl/media/{n}.bin"), blanks(1 << 20).into_bytes()));
            packed(parts().into_iter().chain(more))
        }),
        case("3.000 parts", Refused("workbook-bomb"), || {
            packed(parts().into_iter().chain((0..3_000).map(|n| (format!("xl/media/{n}.bin"), Vec::new()))))
        }),
        case("600.000 directory entries", Refused("workbook-bomb"), || directory_of(600_000)),
        case("two entries over the same bytes", Refused("workbook-broken"), || {
            patched(real(), b"PK\x01\x02", 42, SHEET, &0u32.to_le_bytes())
        }),
        case("two parts of one name", Refused("workbook-broken"), || {
            let other = (SHEET.replace('1', "X"), "<worksheet><sheetData/></worksheet>".into());
            renamed(packed(parts().into_iter().chain([other])), "xl/worksheets/sheetX.xml", SHEET)
        }),
        case("two parts whose names differ by case", Refused("workbook-broken"), || {
            let other = (SHEET.replace('w', "W"), "<worksheet><sheetData/></worksheet>".into());
            packed(parts().into_iter().chain([other]))
        }),
        case("a zip64 locator that points nowhere", Error, || {
            let (mut bytes, end) = (real(), real().len() - 22);
            bytes[end + 8..end + 20].fill(0xff);
            let locator = [&b"PK\x06\x07\0\0\0\0"[..], &[0xff; 8], &[1, 0, 0, 0]].concat();
            bytes.splice(end..end, locator);
            bytes
        }),
        case("an encrypted entry", Error, || patched(real(), b"PK\x01\x02", 8, SHEET, &1u16.to_le_bytes())),
        case("an unknown compression", Error, || patched(real(), b"PK\x01\x02", 10, SHEET, &99u16.to_le_bytes())),
    ]
}

/// Overwrites a field of the record of one entry; `offset` is counted from the record's signature.
fn patched(mut bytes: Vec<u8>, signature: &[u8], offset: usize, name: &str, value: &[u8]) -> Vec<u8> {
    let is_it = |at: &usize| bytes[*at..].starts_with(signature) && bytes[at + 46..].starts_with(name.as_bytes());
    let at = (0..bytes.len() - 46).find(is_it).expect("record") + offset;
    bytes[at..at + value.len()].copy_from_slice(value);
    bytes
}

/// Gives a part another name of the same length, wherever it is written.
fn renamed(mut bytes: Vec<u8>, from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let places: Vec<usize> =
        (0..bytes.len() - from.len()).filter(|&at| bytes[at..].starts_with(from.as_bytes())).collect();
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
    }
    bytes
}

/// A zip whose directory has that many entries, all of one empty part.
fn directory_of(count: u32) -> Vec<u8> {
    let mut bytes = packed([("a", "")]);
    let end = bytes.len() - 22;
    let start = (0..end).find(|&at| bytes[at..].starts_with(b"PK\x01\x02")).expect("directory");
    let mut entry = bytes[start..start + 46].to_vec();
    entry[28..34].copy_from_slice(&[4, 0, 0, 0, 0, 0]);
    bytes.truncate(start);
    for n in 0..count {
        bytes.extend(&entry);
        bytes.extend(n.to_be_bytes().map(|b| 0x20 + b % 0x5f));
    }
    let size = u64::from(count) * 50;
    let at = bytes.len() as u64;
    let (count, start) = (u64::from(count).to_le_bytes(), (start as u64).to_le_bytes());
    bytes.extend([&b"PK\x06\x06"[..], &44u64.to_le_bytes(), &[45, 0, 45, 0], &[0; 8]].concat());
    bytes.extend([count, count, size.to_le_bytes(), start].concat());
    bytes.extend([&b"PK\x06\x07\0\0\0\0"[..], &at.to_le_bytes(), &[1, 0, 0, 0]].concat());
    bytes.extend([&b"PK\x05\x06\0\0\0\0"[..], &[0xff; 12], &[0, 0]].concat());
    bytes
}
