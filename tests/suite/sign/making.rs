//! Electronic signatures on the real plan: each kind of key, both fields, and time stamps.

use std::collections::BTreeSet;

use vanban::product::signature_drawing::Look;
use vanban::sign::crypto::moment::Moment;
use vanban::sign::online::http::Patience;
use vanban::sign::online::time_stamp;
use vanban::sign::pdf::evidence::{self, Evidence};
use vanban::sign::pdf::field::Field;
use vanban::sign::pdf::fill;
use vanban::sign::pdf::revisions;
use vanban::sign::steps::Order;
use vanban::sign::verdict;

use super::{anchors, both, examine, examined, flipped, key, order, sign, signed};
use crate::support::archive::broken_rules;
use crate::support::common::{New, build, edited, fonts, plan};
use crate::support::pki::{self, Fault, LEADER, NOON, Pair, authorities, time_stamp_server};

#[test]
fn every_kind_of_key_signs_and_is_found_valid() {
    let kinds: [(&str, Pair, bool); 4] = [
        ("RSA 2048, SHA-256", pki::rsa(2048), false),
        ("RSA 2048, SHA-256", pki::rsa(2048), true),
        ("ECDSA P-256, SHA-256", pki::p256(5), false),
        ("ECDSA P-384, SHA-384", pki::p384(5), false),
    ];
    for (name, pair, pss) in kinds {
        let pdf = signed(plan().file(".pdf"), &key(&pair, LEADER), &Order { pss, ..order(Field::Leader) });
        assert!(pdf.starts_with(plan().file(".pdf")));
        let report = examine(&pdf);
        let [verdict] = report.signatures.as_slice() else { panic!("{report:?}") };
        assert!(verdict.holds(), "{name}: {:?}", verdict.problems);
        assert_eq!(verdict.facts.algorithm.as_deref(), Some(name));
        assert_eq!(verdict.facts.signer.as_deref(), Some("Lê Quang Tiến"));
        assert_eq!(verdict.facts.trusted.as_deref(), Some("CA gốc thử nghiệm"));
        assert_eq!(report.vacant, ["DauCoQuan"]);
    }
}

#[test]
fn both_signatures_hold_and_every_revision_stays_archivable_and_accessible() {
    let [first, second] = both();
    assert!(second.starts_with(first));
    let report = examine(second);
    assert!(report.signatures.iter().all(verdict::Verdict::holds), "{report:?}");
    let later: Vec<&str> = report.signatures[0].later.iter().map(|later| later.code().name()).collect();
    assert_eq!(later, ["later-filled"]);
    assert_eq!(report.signatures[0].facts.reason.as_deref(), Some("Ký ban hành"));
    let evidence = Evidence { certificates: vec![authorities().0.certificate.der().to_vec()], ..Evidence::default() };
    let third = evidence::append(second, &evidence).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    assert!(examine(&third).signatures.iter().all(verdict::Verdict::holds));
    for (pdf, covers_all) in [(plan().file(".pdf"), true), (first, true), (second, false), (&third, false)] {
        assert_eq!(broken_rules(pdf, "ua1"), BTreeSet::new());
        let mut broken = broken_rules(pdf, "2a");
        // The validator wants each signature to cover the last revision, which only the last one can.
        assert_eq!(broken.remove("ISO 19005-2:2011:6.4.3:1"), !covers_all);
        assert_eq!(broken, BTreeSet::new());
    }
}

#[test]
fn a_draft_has_nothing_to_sign() {
    let draft = build(&edited(&[("Văn bản", "B6", New::Blank)])).unwrap_or_else(|f| panic!("{:?}", f.findings()));
    let found = revisions::examine(draft.file(".pdf")).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    assert!(found.vacant.is_empty() && found.signatures.is_empty(), "{found:?}");
}

#[test]
fn time_stamps_are_taken_only_when_they_are_right() {
    let key = key(&pki::p256(5), LEADER);
    let ask = |fault| {
        let server = time_stamp_server(fault, NOON);
        sign(plan().file(".pdf"), &key, &Order { server: Some(&server), ..order(Field::Leader) })
    };
    let made = ask(Fault::None).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let verdict = &examine(&made.pdf).signatures[0];
    assert!(
        verdict.holds() && verdict.doubts.iter().all(|doubt| doubt.code.name() == "revocation-unchecked"),
        "{verdict:?}"
    );
    assert_eq!(verdict.facts.stamped, Some(NOON));
    ask(Fault::Old).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let faults = [
        (Fault::OldOther, "signature-other-certificate"),
        (Fault::Unnamed, "signature-other-certificate"),
        (Fault::Imprint, "stamp-imprint"),
        (Fault::Nonce, "stamp-nonce"),
        (Fault::Time, "stamp-time"),
        (Fault::Certificate, "stamp-certificate"),
        (Fault::Status, "stamp-refused"),
        (Fault::Garbage, "stamp-broken"),
        (Fault::Forged, "signature-forged"),
        (Fault::Unavailable, "server-unreachable"),
    ];
    for (fault, code) in faults {
        assert_eq!(
            ask(fault).map(|made| made.pdf.len()).map_err(|refusal| refusal.code.name()),
            Err(code),
            "{fault:?}"
        );
    }
    let closed = Order { server: Some("http://127.0.0.1:1/"), ..order(Field::Leader) };
    assert_eq!(
        sign(plan().file(".pdf"), &key, &closed).err().map(|refusal| refusal.code.name()),
        Some("server-unreachable")
    );
    let secure = Order { server: Some("https://tsa.example"), ..order(Field::Leader) };
    assert_eq!(
        sign(plan().file(".pdf"), &key, &secure).err().map(|refusal| refusal.code.name()),
        Some("server-address")
    );
}

/// A document time stamp, which other programs add to keep files for long, is judged by what it states.
#[test]
fn document_time_stamps_are_judged() {
    let server = time_stamp_server(Fault::None, NOON);
    let plain = plan().file(".pdf");
    let space = fill::space(plain, Field::Seal).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let drawing = Look::of_words("Máy chủ", "D:20240305110000+07'00'").draw(space, fonts());
    let filling = fill::Filling {
        field: Field::Seal,
        drawing: &drawing.unwrap_or_else(|refusal| panic!("{refusal:?}")),
        claimed: "D:20240305110000+07'00'",
        name: "Máy chủ",
        reason: None,
        location: None,
        reserved: fill::RESERVED,
    };
    // A program that makes such stamps is not at hand, so one is made out of a signature's place.
    let pdf = fill::fill(plain, &filling).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let pdf = pdf.with_signature(&[]).unwrap_or_else(|_| unreachable!());
    let kind = b"/ETSI.CAdES.detached";
    let at = pdf.windows(kind.len()).rposition(|window| window == kind).expect("kind");
    let pdf = [&pdf[..at], b"/ETSI.RFC3161       ", &pdf[at + kind.len()..]].concat();
    let ranges = revisions::examine(&pdf).unwrap_or_else(|refusal| panic!("{refusal:?}")).signatures[0].ranges.clone();
    let [before, behind] = ranges.expect("ranges").map(|range| pdf[range].to_vec());
    let patience = Patience::default();
    let stamp = time_stamp::get(&server, &[before.as_slice(), &behind].concat(), NOON, &patience, &mut |_, _| {});
    let token = stamp.unwrap_or_else(|refusal| panic!("{refusal:?}")).token;
    let hexadecimal: String = token.iter().map(|byte| format!("{byte:02X}")).collect();
    let mut gap = pdf[before.len()..pdf.len() - behind.len()].to_vec();
    gap[1..=hexadecimal.len()].copy_from_slice(hexadecimal.as_bytes());
    let pdf = [before.as_slice(), &gap, &behind].concat();
    let verdict = &examine(&pdf).signatures[0];
    assert!(verdict.holds(), "{verdict:?}");
    assert_eq!((verdict.facts.stamped, verdict.facts.signer.as_deref()), (Some(NOON), None));
    assert_eq!(verdict.facts.trusted.as_deref(), Some("CA gốc thử nghiệm"));
    let middle = before.len() / 2;
    let report = examined(&flipped(&pdf, middle), &anchors(), NOON).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    assert_eq!(report.signatures[0].problems[0].code.name(), "stamp-imprint");
}

/// A signature outlives its certificate where a time stamp proves when it was made, and only there.
#[test]
fn an_expired_certificate_counts_by_the_time_stamp() {
    let key = key(&pki::p256(5), LEADER);
    let server = time_stamp_server(Fault::None, NOON);
    let stamped = signed(plan().file(".pdf"), &key, &Order { server: Some(&server), ..order(Field::Leader) });
    let plain = signed(plan().file(".pdf"), &key, &order(Field::Leader));
    let later = Moment(NOON.0 + 3 * 365 * 24 * 3600);
    let problems = |pdf: &[u8]| -> Vec<&'static str> {
        let report = examined(pdf, &anchors(), later).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        report.signatures[0].problems.iter().map(|found| found.code.name()).collect()
    };
    assert_eq!(problems(&stamped), Vec::<&str>::new());
    assert_eq!(problems(&plain), ["certificate-expired"]);
    let stranger = pki::Authority::new("CN=Người lạ,C=VN", 50, None);
    let report = examined(&plain, &[stranger.certificate], NOON).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    assert_eq!(report.signatures[0].problems[0].code.name(), "certificate-unknown");
}
