//! Any workbook is refused with a message or gives data in which every figure has its cell.
#![no_main]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use vanban::input::folder::InputFolder;
use vanban::input::templates::{self, Templates};

static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../templates");
    templates::read_templates(&folder).expect("templates")
});

fuzz_target!(|bytes: &[u8]| {
    let workbooks = BTreeMap::from([("so-lieu.xlsx".to_owned(), bytes.to_vec())]);
    let input = InputFolder { name: "thu".to_owned(), workbooks };
    match vanban::input::verify::verify(&input, &TEMPLATES) {
        Ok(verified) => {
            for entry in verified.output.checked.dataset.entries() {
                assert!(entry.is_blank() || !entry.at.is_empty(), "{} has no cell", entry.key);
            }
        }
        Err(failure) => assert!(!failure.findings().is_empty(), "refused without a message"),
    }
});
