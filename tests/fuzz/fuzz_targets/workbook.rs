//! Any bytes are refused with a message or become a grid of cells within the limits.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(book) = vanban::xlsx::read::read("so-lieu.xlsx", bytes) {
        for sheet in &book.sheets {
            assert!(sheet.last_row() < 1_048_576);
            for (&(row, col), cell) in &sheet.cells {
                assert!(!cell.value.shown(cell.format).is_empty(), "{}", sheet.at(row, col));
            }
        }
    }
});
