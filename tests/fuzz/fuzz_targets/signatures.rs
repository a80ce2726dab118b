//! Whatever a PDF holds, its signatures are examined or it is refused; only what nobody changed may hold.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vanban::sign::crypto::moment::Moment;
use vanban::sign::verdict::{Grounds, examine};

fuzz_target!(|bytes: &[u8]| {
    let grounds = Grounds { anchors: &[], now: Moment(1_795_323_600), network: None };
    if let Ok(report) = examine(bytes, &grounds, &mut |_, _| {}) {
        for verdict in report.signatures.iter().filter(|verdict| verdict.holds()) {
            assert!(verdict.facts.signer.is_some() && verdict.facts.covered.is_some(), "{verdict:?}");
        }
    }
});
