//! What is found in signed files that were altered, and in files that were laid out for it.

use std::collections::BTreeSet;

use vanban::sign::pdf::field::{self, Field};
use vanban::sign::pdf::objects;
use vanban::sign::pdf::revisions;
use vanban::sign::pdf::syntax;
use vanban::sign::pdf::update::{Increment, extended, link, stream};
use vanban::sign::verdict;

use super::{Update, anchors, both, examine, examined, flipped, key, order, signed, updated};
use crate::support::common::plan;
use crate::support::pki::{self, LEADER, NOON, Purpose, authorities};

/// Another signature in the place of the last one, which no signature covers.
fn with_value(pdf: &[u8], der: &[u8]) -> Vec<u8> {
    let start = pdf.windows(10).rposition(|ten| ten == b"/Contents<").expect("contents") + 10;
    let length = pdf[start..].iter().position(|byte| *byte == b'>').expect("end");
    let digits: String = der.iter().map(|byte| format!("{byte:02X}")).collect();
    [&pdf[..start], format!("{digits:0<length$}").as_bytes(), &pdf[start + length..]].concat()
}

/// A certificate of the same holder, issuer and number, but for another key, does not pass for the signer's.
#[test]
fn a_swapped_certificate_is_found() {
    use der::{Any, Decode, Encode};
    let (_, issuing) = authorities();
    let pdf = signed(plan().file(".pdf"), &key(&pki::p256(5), LEADER), &order(Field::Leader));
    let signature = revisions::examine(&pdf).unwrap_or_else(|refusal| panic!("{refusal:?}")).signatures.remove(0);
    let mut info = cms::content_info::ContentInfo::from_der(&signature.der).expect("signature");
    let mut data: cms::signed_data::SignedData = info.content.decode_as().expect("signed data");
    let other = issuing.issue(LEADER, &pki::p256(8), Purpose::Signing, (-1, 2));
    let swapped = cms::cert::CertificateChoices::Certificate(other.parsed().clone());
    data.certificates = Some(vec![swapped].try_into().expect("set"));
    info.content = Any::encode_from(&data).expect("signed data");
    let pdf = with_value(&pdf, &info.to_der().expect("signature"));
    let codes: Vec<&str> = examine(&pdf).signatures[0].problems.iter().map(|found| found.code.name()).collect();
    assert_eq!(codes, ["signature-other-certificate"]);
}

/// Whatever byte is changed, the signatures do not all hold any more, or a certificate that they keep without need is
/// named; nothing panics, however short the file.
#[test]
fn a_flipped_byte_anywhere_is_found() {
    let [first, second] = both();
    let verdict = |bytes: &[u8]| examined(bytes, &anchors(), NOON);
    // Behind the signature's value come zeros, of which only the first one's place is part of a DER value.
    let step = second.len() / 300;
    let ends = first.len() - 1_500..first.len() + 400;
    let signed = revisions::examine(second).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let start = signed.signatures[1].ranges.as_ref().expect("ranges")[0].end;
    let value = start..start + 2 * signed.signatures[1].der.len();
    let all = (0..second.len()).step_by(step).chain(ends.step_by(7)).chain(value.step_by(7));
    for at in all.chain(second.len() - 1_500..second.len()) {
        let Ok(report) = verdict(&flipped(second, at)) else { continue };
        let is_silent = |verdict: &verdict::Verdict| {
            verdict.holds() && verdict.doubts.iter().all(|doubt| doubt.code.name() != "certificate-beside")
        };
        let all_hold = report.signatures.len() == 2 && report.signatures.iter().all(is_silent);
        assert!(!all_hold, "byte {at}: {report:#?}");
    }
    for end in (0..second.len()).step_by(step * 3).chain(second.len() - 300..second.len() - 1) {
        let holds = verdict(&second[..end])
            .is_ok_and(|report| report.signatures.len() == 2 && report.signatures.iter().all(verdict::Verdict::holds));
        assert!(!holds, "cut at {end}");
    }
}

/// What is done to a signed file by a further update is named; filling the other field and adding data for
/// validation are the only things that may be done.
#[test]
fn what_came_after_a_signature_is_named() {
    let first = &both()[0];
    let file = objects::File::read(first).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let pages = file.pages().expect("pages");
    let (catalog, _) = file.catalog().expect("catalog");
    let page = file.dict(pages[2]).expect("page");
    let contents = syntax::reference(page.get("Contents").expect("contents")).expect("reference");
    let blank = stream("", b" ");
    let update = |change: &dyn Fn(&mut Increment<'_>)| -> Vec<&'static str> {
        let mut increment = Increment::new(&file).unwrap_or_else(|r| panic!("{r:?}"));
        change(&mut increment);
        let report = examine(&increment.finish().bytes);
        report.signatures[0].problems.iter().map(|found| found.code.name()).collect()
    };
    assert_eq!(update(&|increment| increment.put(contents, blank.clone())), ["later-page"]);
    let stamped = page.with(&[("Annots", b"[<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]>>]".to_vec())]);
    assert_eq!(update(&|increment| increment.put(pages[2], stamped.clone())), ["later-annotations"]);
    let turned = page.with(&[("Rotate", b"90".to_vec())]);
    assert_eq!(update(&|increment| increment.put(pages[2], turned.clone())), ["later-page"]);
    let titled = file.dict(catalog).expect("catalog").with(&[("Lang", b"(en)".to_vec())]);
    assert_eq!(update(&|increment| increment.put(catalog, titled.clone())), ["later-catalog"]);
    let fields = field::all(&file).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let seal = fields.iter().find(|field| field.name == "DauCoQuan").expect("seal");
    let moved = seal.dict.with(&[("Rect", b"[0 0 99 99]".to_vec())]);
    let found = update(&|increment| increment.put(seal.number, moved.clone()));
    assert_eq!(found, ["later-form"]);
    let leader = fields.iter().find(|field| field.name == "ChuKyLanhDao").expect("leader");
    let found = update(&|increment| increment.put(leader.number, leader.dict.with(&[("F", b"2".to_vec())])));
    assert_eq!(found, ["later-form"]);
    // A page more: a copy of the last one, in the tree.
    let last = file.dict(pages[pages.len() - 1]).expect("page");
    let parent = syntax::reference(last.get("Parent").expect("parent")).expect("reference");
    let tree = file.dict(parent).expect("tree");
    let found = update(&|increment| {
        let more = increment.add(last.with(&[]));
        let kids = file.array_of(tree.get("Kids").expect("kids")).expect("kids");
        let count = syntax::integer(tree.get("Count").expect("count")).expect("number") + 1;
        let kids = extended(Some(&kids), &[link(more)]);
        increment.put(parent, tree.with(&[("Kids", kids), ("Count", count.to_string().into_bytes())]));
    });
    assert!(found.contains(&"later-pages"), "{found:?}");
    let found = update(&|increment| {
        increment.add(b"<</Type/Page>>".to_vec());
    });
    assert_eq!(found, ["later-object"]);
}

/// A file may be laid out before it is signed so that an update which looks allowed shows something else: prepares the
/// plan, signs it, updates it, and says what is found then.
fn sprung(trap: Update<'_>, spring: Update<'_>) -> BTreeSet<&'static str> {
    let trapped = updated(plan().file(".pdf"), trap);
    let signed = signed(&trapped, &key(&pki::p256(5), LEADER), &order(Field::Leader));
    assert!(examine(&signed).signatures[0].holds());
    let report = examine(&updated(&signed, spring));
    report.signatures[0].problems.iter().map(|found| found.code.name()).collect()
}

/// The number of an object that the plan does not have, for the store of evidence.
const STORE: u32 = 9_000;

fn put_store(increment: &mut Increment<'_>, file: &objects::File<'_>, store: Vec<u8>) {
    let (number, catalog) = file.catalog().expect("catalog");
    increment.put(number, catalog.with(&[("DSS", store)]));
}

/// A square that can be drawn from other pages.
fn form() -> Vec<u8> {
    stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"0 0 9 9 re f")
}

#[test]
fn evidence_that_is_also_the_resources_of_a_page_is_found() {
    let found = sprung(
        &|increment, file| {
            let page = file.pages().expect("pages")[2];
            let resources = format!("<</XObject {STORE} 0 R>>").into_bytes();
            increment.put(page, file.dict(page).expect("page").with(&[("Resources", resources)]));
            increment.put(STORE, b"<</Certs[]>>".to_vec());
            put_store(increment, file, link(STORE));
        },
        &|increment, _| {
            let drawn = increment.add(form());
            increment.put(STORE, [b"<</Certs[]/OCSPs ".as_slice(), &link(drawn), b">>"].concat());
        },
    );
    assert!(found.contains("later-page"), "{found:?}");
}

/// A page waits for an object that does not exist, in words that some readers understand and others do not.
#[test]
fn pages_that_wait_for_an_object_are_found() {
    for awaited in ["9500 1 R", "00000000009500 0 R", "9500 0R"] {
        let found = sprung(
            &|increment, file| {
                let page = file.pages().expect("pages")[2];
                let dict = file.dict(page).expect("page");
                let old = dict.get("Contents").expect("contents");
                let contents = [b"[".as_slice(), old, b" ", awaited.as_bytes(), b"]"].concat();
                increment.put(page, dict.with(&[("Contents", contents)]));
            },
            &|increment, file| {
                increment.put(9_500, stream("", b"0 0 9 9 re f"));
                put_store(increment, file, b"<</Certs[9500 0 R]>>".to_vec());
            },
        );
        assert!(found.contains("later-object"), "{awaited}: {found:?}");
    }
}

#[test]
fn evidence_that_can_be_drawn_or_hides_objects_is_found() {
    // Evidence that can be drawn, and objects that no table lists.
    let nothing: Update<'_> = &|increment, _| {
        increment.put(STORE, b"<<>>".to_vec());
    };
    let found = sprung(nothing, &|increment, file| {
        let drawn = link(increment.add(form()));
        put_store(increment, file, [b"<</Certs[".as_slice(), &drawn, b"]>>"].concat());
    });
    assert!(found.contains("later-object"), "{found:?}");
    let found = sprung(nothing, &|increment, file| {
        let store = link(increment.add(b"<<>>\nendobj\n7 0 obj\n<</Forged true>>".to_vec()));
        put_store(increment, file, store);
    });
    assert_eq!(found, BTreeSet::from(["later-unlisted"]));
    // What is added in the same way and is evidence is allowed.
    let found = sprung(nothing, &|increment, file| {
        let certificate = link(increment.add(stream("", authorities().0.certificate.der())));
        put_store(increment, file, [b"<</Certs[".as_slice(), &certificate, b"]>>"].concat());
    });
    assert_eq!(found, BTreeSet::new());
}
