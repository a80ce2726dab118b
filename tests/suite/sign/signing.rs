//! Electronic signatures on the real plan: each kind of key, both fields, time stamps, everything that is refused,
//! and what is found in files that were altered.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::OnceLock;
use std::time::Duration;

use vanban::cli::sign_profile::Profile;
use vanban::finding::Finding;
use vanban::finding::messages::{Language, Messages};
use vanban::product::signature_drawing::{self, Look};
use vanban::sign::crypto::certificate::Certificate;
use vanban::sign::crypto::moment::Moment;
use vanban::sign::key::Key;
use vanban::sign::online::http::Patience;
use vanban::sign::online::time_stamp;
use vanban::sign::pdf::evidence::{self, Evidence};
use vanban::sign::pdf::field::Field;
use vanban::sign::pdf::fill;
use vanban::sign::pdf::objects;
use vanban::sign::pdf::revisions;
use vanban::sign::pdf::update::{Increment, link, stream};
use vanban::sign::refusal::Refusal;
use vanban::sign::steps::{Made, Order};
use vanban::sign::verdict::{self, Grounds, Report};

use crate::support::common::New;
use crate::support::common::{build, edited, fonts, golden, plan};
use crate::support::pki::{self, Fault, LEADER, NOON, OFFICE, PASSWORD, Pair, Purpose, authorities, time_stamp_server};

fn key(pair: &Pair, subject: &str) -> Key {
    let (root, issuing) = authorities();
    let own = issuing.issue(subject, pair, Purpose::Signing, (-1, 2));
    let file = pki::pkcs12(pair, &[&own, &issuing.certificate, &root.certificate]);
    Key::from_pkcs12(&file, PASSWORD).unwrap_or_else(|refusal| panic!("{refusal:?}"))
}

pub fn order(field: Field) -> Order<'static> {
    let patience = Patience { limit: Duration::from_secs(5), pauses: vec![Duration::from_millis(1)] };
    let (reason, location, server) = (None, None, None);
    let (anchors, long_term): (&[Certificate], _) = (&[], None);
    Order { field, now: NOON, pss: false, reason, location, server, patience, anchors, long_term }
}

fn sign(pdf: &[u8], key: &Key, order: &Order<'_>) -> Result<Made, Refusal> {
    shown(pdf, key, order, None)
}

fn shown(pdf: &[u8], key: &Key, order: &Order<'_>, picture: Option<&Look>) -> Result<Made, Refusal> {
    signature_drawing::sign(pdf, key, order, picture, fonts(), &mut |_, _| {})
}

fn signed(pdf: &[u8], key: &Key, order: &Order<'_>) -> Vec<u8> {
    sign(pdf, key, order).unwrap_or_else(|refusal| panic!("{refusal:?}")).pdf
}

/// The plan signed by the leader (RSA), and then by the office (P-384).
fn both() -> &'static [Vec<u8>; 2] {
    static BOTH: OnceLock<[Vec<u8>; 2]> = OnceLock::new();
    BOTH.get_or_init(|| {
        let blue = Look::Picture { png: png([0, 0, 180]), width: None };
        let red = Look::Picture { png: png([200, 0, 0]), width: Some(36.0) };
        let leader = Order { reason: Some("Ký ban hành"), location: Some("Thái Nguyên"), ..order(Field::Leader) };
        let made = |pdf: &[u8], key: &Key, order: &Order<'_>, picture: &Look| {
            shown(pdf, key, order, Some(picture)).unwrap_or_else(|refusal| panic!("{refusal:?}")).pdf
        };
        let first = made(plan().file(".pdf"), &key(&pki::rsa(2048), LEADER), &leader, &blue);
        let second = made(&first, &key(&pki::p384(6), OFFICE), &order(Field::Seal), &red);
        [first, second]
    })
}

/// A picture of one colour with a transparent half (PNG, stored without compression).
fn png(colour: [u8; 3]) -> Vec<u8> {
    const SIDE: u32 = 60;
    let row = |y: u32| {
        let alpha = if y.is_multiple_of(2) { 255 } else { 0 };
        [vec![0], [colour.as_slice(), &[alpha]].concat().repeat(SIDE as usize)].concat()
    };
    let raw: Vec<u8> = (0..SIDE).flat_map(row).collect();
    let (a, b) = raw.iter().fold((1_u32, 0_u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    let size = u16::try_from(raw.len()).expect("small");
    let stored =
        [&[0x78, 0x01, 1], &size.to_le_bytes()[..], &(!size).to_le_bytes(), &raw, &(b << 16 | a).to_be_bytes()]
            .concat();
    let header = [&SIDE.to_be_bytes()[..], &SIDE.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    let chunk = |name: &[u8], body: &[u8]| {
        let named = [name, body].concat();
        let crc = named.iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
        });
        [&u32::try_from(body.len()).expect("small").to_be_bytes()[..], &named, &(!crc).to_be_bytes()].concat()
    };
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &header), chunk(b"IDAT", &stored), chunk(b"IEND", b"")].concat()
}

fn anchors() -> Vec<Certificate> {
    vec![authorities().0.certificate]
}

fn examined(pdf: &[u8], anchors: &[Certificate], now: Moment) -> Result<Report, Refusal> {
    verdict::examine(pdf, &Grounds { anchors, now, network: None }, &mut |_, _| {})
}

fn examine(pdf: &[u8]) -> Report {
    examined(pdf, &anchors(), NOON).unwrap_or_else(|refusal| panic!("{refusal:?}"))
}

/// The rules that a PDF breaks.
fn broken_rules(pdf: &[u8], profile: &str) -> BTreeSet<String> {
    let options = page_validation::ValidationOptions::default()
        .profile(profile.parse::<page_validation::ValidationProfile>().expect("profile"));
    let report = page_validation::validate_pdf_bytes(pdf, &options).expect("validated");
    report.failures.iter().map(|failure| failure.rule_id.to_string()).collect()
}

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

/// Everything that is refused, with its message in both languages.
#[test]
fn what_is_refused_and_why() {
    let (root, issuing) = authorities();
    let rsa = pki::rsa(2048);
    let pdf = plan().file(".pdf");
    let first = &both()[0];
    let with = |subject, purpose, years| {
        let own = issuing.issue(subject, &rsa, purpose, years);
        Key::from_pkcs12(&pki::pkcs12(&rsa, &[&own, &issuing.certificate]), PASSWORD)
    };
    let good = with(LEADER, Purpose::Signing, (-1, 1)).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let opened = |file: &[u8], password| Key::from_pkcs12(file, password).err();
    let own = issuing.issue(LEADER, &rsa, Purpose::Signing, (-1, 1));
    let file = pki::pkcs12(&rsa, &[&own, &root.certificate]);
    let other = issuing.issue(LEADER, &pki::p256(8), Purpose::Signing, (-1, 1));
    let weak = pki::pkcs12(&pki::p256(3), &[&own]);
    let used =
        |purpose, years| with(LEADER, purpose, years).and_then(|key| sign(pdf, &key, &order(Field::Leader))).err();
    let shown = |look| shown(pdf, &good, &order(Field::Seal), Some(&look)).err();
    let on = |pdf: &[u8], field| sign(pdf, &good, &order(field)).err();
    let sealed = signed(pdf, &good, &order(Field::Seal));
    let altered = [first.as_slice(), b"\n% them"].concat();
    let text = String::from_utf8_lossy;
    let streamed = text(pdf).replacen("\ntrailer", "\nobj     ", 9);
    let cases: Vec<(&str, Option<Refusal>)> = vec![
        ("a wrong password", opened(&file, "sai")),
        ("no key file", opened(b"khong phai", PASSWORD)),
        ("the certificate of another key", opened(&pki::pkcs12(&rsa, &[&other]), PASSWORD)),
        ("a key without its certificate", opened(&weak, PASSWORD)),
        ("a key that is too short", {
            let short = pki::rsa(1024);
            let own = issuing.issue(LEADER, &short, Purpose::Signing, (-1, 1));
            opened(&pki::pkcs12(&short, &[&own]), PASSWORD)
        }),
        ("an expired certificate", used(Purpose::Signing, (-3, -1))),
        ("a certificate not yet valid", used(Purpose::Signing, (1, 2))),
        ("a certificate for encryption", used(Purpose::Encryption, (-1, 1))),
        ("a certificate for time stamps", used(Purpose::TimeStamps, (-1, 1))),
        ("a certificate of an authority", used(Purpose::Authority, (-1, 1))),
        ("a field signed already", on(first, Field::Leader)),
        ("the leader after the seal", on(&sealed, Field::Leader)),
        ("a file with bytes behind its end", on(&altered, Field::Seal)),
        ("a file changed after it was signed", on(&flipped(first, first.len() / 4), Field::Seal)),
        ("no PDF", on(b"khong phai PDF", Field::Leader)),
        ("half a PDF", on(&pdf[..pdf.len() / 2], Field::Leader)),
        ("a PDF whose table was destroyed", on(streamed.as_bytes(), Field::Leader)),
        ("a PDF with a cross-reference stream", on(&pointing_at_stream(pdf), Field::Leader)),
        ("a PDF with both kinds of table", on(&with_trailer(pdf, "/XRefStm 17"), Field::Leader)),
        ("a PDF with a password", on(&with_trailer(pdf, "/Encrypt 1 0 R"), Field::Leader)),
        ("a PDF without fields", {
            let draft = build(&edited(&[("Văn bản", "B6", New::Blank)]));
            on(draft.unwrap_or_else(|f| panic!("{:?}", f.findings())).file(".pdf"), Field::Leader)
        }),
        ("a picture that is none", shown(Look::Picture { png: b"GIF89a".to_vec(), width: None })),
        ("a damaged picture", shown(Look::Picture { png: png([0; 3])[..60].to_vec(), width: None })),
        ("a seal larger than its field", shown(Look::Picture { png: png([0; 3]), width: Some(42.0) })),
        (
            "a profile with an unknown setting",
            Profile::read("tsa = \"http://a\"\nmau = 1\n", "ho-so.toml".as_ref()).err(),
        ),
    ];
    let mut goldens = [String::new(), String::new()];
    let languages = [Language::Vietnamese, Language::English].map(|language| Messages::new(language, false));
    for (what, refusal) in cases {
        let refusal = refusal.unwrap_or_else(|| panic!("{what} was not refused"));
        for (messages, golden) in languages.iter().zip(&mut goldens) {
            let _ = writeln!(golden, "# {what}\n\n{}", messages.long(&refusal));
        }
    }
    golden("signing.vi.txt", &goldens[0]);
    golden("signing.en.txt", &goldens[1]);
}

/// The last trailer with one more entry.
fn with_trailer(pdf: &[u8], entry: &str) -> Vec<u8> {
    let at = pdf.windows(9).rposition(|nine| nine == b"trailer\n<").expect("trailer") + 10;
    [&pdf[..at], entry.as_bytes(), &pdf[at..]].concat()
}

/// The end of a file that keeps its table in a stream (ISO 32000-1, 7.5.8).
fn pointing_at_stream(pdf: &[u8]) -> Vec<u8> {
    let stream = "\n99999 0 obj\n<</Type/XRef/Size 1/W[1 1 1]/Root 1 0 R/Length 0>>\nstream\n\nendstream\nendobj\n";
    let end = format!("startxref\n{}\n%%EOF\n", pdf.len() + 1);
    [pdf, stream.as_bytes(), end.as_bytes()].concat()
}

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

fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[at] ^= 1;
    bytes
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
    let contents = vanban::sign::pdf::syntax::reference(page.get("Contents").expect("contents")).expect("reference");
    let blank = vanban::sign::pdf::update::stream("", b" ");
    let update = |change: &dyn Fn(&mut vanban::sign::pdf::update::Increment<'_>)| -> Vec<&'static str> {
        let mut increment = vanban::sign::pdf::update::Increment::new(&file).unwrap_or_else(|r| panic!("{r:?}"));
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
    let fields = vanban::sign::pdf::field::all(&file).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let seal = fields.iter().find(|field| field.name == "DauCoQuan").expect("seal");
    let moved = seal.dict.with(&[("Rect", b"[0 0 99 99]".to_vec())]);
    let found = update(&|increment| increment.put(seal.number, moved.clone()));
    assert_eq!(found, ["later-form"]);
    let leader = fields.iter().find(|field| field.name == "ChuKyLanhDao").expect("leader");
    let found = update(&|increment| increment.put(leader.number, leader.dict.with(&[("F", b"2".to_vec())])));
    assert_eq!(found, ["later-form"]);
    // A page more: a copy of the last one, in the tree.
    let last = file.dict(pages[pages.len() - 1]).expect("page");
    let parent = vanban::sign::pdf::syntax::reference(last.get("Parent").expect("parent")).expect("reference");
    let tree = file.dict(parent).expect("tree");
    let found = update(&|increment| {
        let more = increment.add(last.with(&[]));
        let kids = file.array_of(tree.get("Kids").expect("kids")).expect("kids");
        let count = vanban::sign::pdf::syntax::integer(tree.get("Count").expect("count")).expect("number") + 1;
        let kids = vanban::sign::pdf::update::extended(Some(&kids), &[vanban::sign::pdf::update::link(more)]);
        increment.put(parent, tree.with(&[("Kids", kids), ("Count", count.to_string().into_bytes())]));
    });
    assert!(found.contains(&"later-pages"), "{found:?}");
    let found = update(&|increment| {
        increment.add(b"<</Type/Page>>".to_vec());
    });
    assert_eq!(found, ["later-object"]);
}

/// A file may be laid out before it is signed so that an update which looks allowed shows something else. Each is
/// prepared, signed, and then updated.
#[test]
fn traps_laid_before_signing_are_found() {
    let key = key(&pki::p256(5), LEADER);
    let updated = |pdf: &[u8], change: &dyn Fn(&mut Increment<'_>, &objects::File<'_>)| -> Vec<u8> {
        let file = objects::File::read(pdf).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        let mut increment = Increment::new(&file).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        change(&mut increment, &file);
        increment.finish().bytes
    };
    let problems = |trap: &dyn Fn(&mut Increment<'_>, &objects::File<'_>),
                    spring: &dyn Fn(&mut Increment<'_>, &objects::File<'_>)| {
        let trapped = updated(plan().file(".pdf"), trap);
        let signed = signed(&trapped, &key, &order(Field::Leader));
        assert!(examine(&signed).signatures[0].holds());
        let report = examine(&updated(&signed, spring));
        report.signatures[0].problems.iter().map(|found| found.code.name()).collect::<BTreeSet<_>>()
    };
    let catalog_with = |increment: &mut Increment<'_>, file: &objects::File<'_>, store: Vec<u8>| {
        let (number, catalog) = file.catalog().expect("catalog");
        increment.put(number, catalog.with(&[("DSS", store)]));
    };
    let store = 9_000;
    let form = || stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"0 0 9 9 re f");
    let plain = || stream("", b"0 0 9 9 re f");
    // The store of evidence is the resources of a page as well.
    let found = problems(
        &|increment, file| {
            let page = file.pages().expect("pages")[2];
            let resources = format!("<</XObject {store} 0 R>>").into_bytes();
            increment.put(page, file.dict(page).expect("page").with(&[("Resources", resources)]));
            increment.put(store, b"<</Certs[]>>".to_vec());
            catalog_with(increment, file, link(store));
        },
        &|increment, _| {
            let drawn = increment.add(form());
            increment.put(store, [b"<</Certs[]/OCSPs ".as_slice(), &link(drawn), b">>"].concat());
        },
    );
    assert!(found.contains("later-page"), "{found:?}");
    // A page waits for an object that does not exist, in words that some readers understand and others do not.
    for awaited in ["9500 1 R", "00000000009500 0 R", "9500 0R"] {
        let found = problems(
            &|increment, file| {
                let page = file.pages().expect("pages")[2];
                let dict = file.dict(page).expect("page");
                let old = dict.get("Contents").expect("contents");
                let contents = [b"[".as_slice(), old, b" ", awaited.as_bytes(), b"]"].concat();
                increment.put(page, dict.with(&[("Contents", contents)]));
            },
            &|increment, file| {
                increment.put(9_500, plain());
                catalog_with(increment, file, b"<</Certs[9500 0 R]>>".to_vec());
            },
        );
        assert!(found.contains("later-object"), "{awaited}: {found:?}");
    }
    // Evidence that can be drawn, and objects that no table lists.
    let nothing: &dyn Fn(&mut Increment<'_>, &objects::File<'_>) = &|increment, _| {
        increment.put(store, b"<<>>".to_vec());
    };
    let found = problems(nothing, &|increment, file| {
        let drawn = link(increment.add(form()));
        catalog_with(increment, file, [b"<</Certs[".as_slice(), &drawn, b"]>>"].concat());
    });
    assert!(found.contains("later-object"), "{found:?}");
    let found = problems(nothing, &|increment, file| {
        let store = link(increment.add(b"<<>>\nendobj\n7 0 obj\n<</Forged true>>".to_vec()));
        catalog_with(increment, file, store);
    });
    assert_eq!(found, BTreeSet::from(["later-unlisted"]));
    // What is added in the same way and is evidence is allowed.
    let found = problems(nothing, &|increment, file| {
        let certificate = link(increment.add(stream("", authorities().0.certificate.der())));
        catalog_with(increment, file, [b"<</Certs[".as_slice(), &certificate, b"]>>"].concat());
    });
    assert_eq!(found, BTreeSet::new());
}

/// A form that cannot be read whole could show other fields elsewhere; a store must not cost more than it is worth.
#[test]
fn forms_and_stores_that_nobody_vouches_for() {
    let pdf = plan().file(".pdf");
    let file = objects::File::read(pdf).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let (root, catalog) = file.catalog().expect("catalog");
    let updated = |change: &dyn Fn(&mut Increment<'_>)| {
        let mut increment = Increment::new(&file).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        change(&mut increment);
        increment.finish().bytes
    };
    let key = key(&pki::p256(5), LEADER);
    let form = |increment: &mut Increment<'_>, fields: &[u8]| {
        let form = [b"<</Fields ", fields, b">>"].concat();
        increment.put(root, catalog.with(&[("AcroForm", form)]));
    };
    let forms: [&dyn Fn(&mut Increment<'_>); 6] = [
        &|increment| form(increment, b"(none)"),
        &|increment| form(increment, b"[<</FT/Sig/T(a)>>]"),
        &|increment| form(increment, format!("[{} 0 R]", file.size().expect("size") + 7).as_bytes()),
        &|increment| {
            let name = "a".repeat(1001);
            let field = link(increment.add(format!("<</FT/Sig/T({name})>>").into_bytes()));
            form(increment, &[b"[", field.as_slice(), b"]"].concat());
        },
        // A field that is its own kid.
        &|increment| {
            let own = link(increment.next());
            increment.add([b"<</T(a)/Kids[".as_slice(), &own, b"]>>"].concat());
            form(increment, &[b"[", own.as_slice(), b"]"].concat());
        },
        // Many fields that share many kids.
        &|increment| {
            let kids = format!("[{}]", "1 0 R ".repeat(2_000));
            let kids = link(increment.add(kids.into_bytes()));
            let fields =
                (0..2_000).map(|_| link(increment.add([b"<</FT/Sig/Kids ".as_slice(), &kids, b">>"].concat())));
            let fields = fields.collect::<Vec<_>>().join(b" ".as_slice());
            form(increment, &[b"[", fields.as_slice(), b"]"].concat());
        },
    ];
    for (number, change) in forms.iter().enumerate() {
        let pdf = updated(change);
        let refused = sign(&pdf, &key, &order(Field::Leader)).err().map(|refusal| refusal.code.name());
        assert_eq!(refused, Some("pdf-broken"), "form {number}");
        assert_eq!(
            examined(&pdf, &[], NOON).err().map(|refusal| refusal.code.name()),
            Some("pdf-broken"),
            "form {number}"
        );
    }
    let store = |filter: &str, data: &[u8]| {
        let pdf = updated(&|increment| {
            let head = format!("<<{filter}/Length {}>>\nstream\n", data.len()).into_bytes();
            let piece = link(increment.add([head.as_slice(), data, b"\nendstream"].concat()));
            let store = [b"<</OCSPs[".as_slice(), &piece, b"]>>"].concat();
            increment.put(root, catalog.with(&[("DSS", store)]));
        });
        evidence::read(&pdf).ocsps
    };
    let packed = |data: &[u8]| {
        let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut packer, data).expect("packed");
        packer.finish().expect("packed")
    };
    let kept = [b"abc\n".to_vec()];
    assert_eq!(store("", b"abc\n"), kept);
    assert_eq!(store("/Filter/FlateDecode", &packed(b"abc\n")), kept);
    assert_eq!(store("/Filter[/FlateDecode]", &packed(b"abc\n")), kept);
    assert_eq!(store("/Filter/ASCIIHexDecode", b"61 62630A>"), kept);
    for (filter, data) in [
        ("/Filter[/FlateDecode/FlateDecode]", packed(&packed(b"abc\n"))),
        ("/Filter/LZWDecode", b"abc".to_vec()),
        ("/Filter/FlateDecode", packed(&vec![0; 65 << 20])),
        ("/Filter/FlateDecode", b"abc".to_vec()),
    ] {
        assert_eq!(store(filter, &data), Vec::<Vec<u8>>::new(), "{filter}");
    }
}

#[test]
fn codes_of_findings_have_messages() {
    let messages = Messages::new(Language::Vietnamese, false);
    let text = messages.text("signature-signer", &[("value", "Lê".to_owned())]);
    assert_eq!(text.trim(), "người ký: Lê");
    let found: Finding = *Certificate::read(b"khong phai").expect_err("no certificate");
    assert!(messages.long(&found).contains("Không đọc được chứng thư số"));
}
