//! What is not signed, and why: keys, files, pictures, and forms that cannot be read whole.

use std::fmt::Write as _;

use vanban::cli::sign_profile::Profile;
use vanban::finding::Finding;
use vanban::finding::messages::{Language, Messages};
use vanban::product::signature_drawing::Look;
use vanban::sign::crypto::certificate::Certificate;
use vanban::sign::key::Key;
use vanban::sign::pdf::evidence;
use vanban::sign::pdf::field::Field;
use vanban::sign::pdf::objects::File;
use vanban::sign::pdf::update::{Increment, link};
use vanban::sign::refusal::Refusal;

use super::{Update, both, examined, flipped, key, order, png, shown, sign, signed, updated};
use crate::support::common::{New, build, edited, golden, plan};
use crate::support::pki::{self, LEADER, NOON, PASSWORD, Purpose, authorities};

/// The leader's key with a certificate for that purpose, in force between those years from now.
fn with(purpose: Purpose, years: (i64, i64)) -> Result<Key, Refusal> {
    let (issuing, rsa) = (authorities().1, pki::rsa(2048));
    let own = issuing.issue(LEADER, &rsa, purpose, years);
    Key::from_pkcs12(&pki::pkcs12(&rsa, &[&own, &issuing.certificate]), PASSWORD)
}

fn good() -> Key {
    with(Purpose::Signing, (-1, 1)).unwrap_or_else(|refusal| panic!("{refusal:?}"))
}

/// Keys that are refused, and what is said of each.
fn refused_keys() -> Vec<(&'static str, Option<Refusal>)> {
    let (root, issuing) = authorities();
    let rsa = pki::rsa(2048);
    let opened = |file: &[u8], password| Key::from_pkcs12(file, password).err();
    let own = issuing.issue(LEADER, &rsa, Purpose::Signing, (-1, 1));
    let file = pki::pkcs12(&rsa, &[&own, &root.certificate]);
    let other = issuing.issue(LEADER, &pki::p256(8), Purpose::Signing, (-1, 1));
    let weak = pki::pkcs12(&pki::p256(3), &[&own]);
    let used = |purpose, years| {
        let signed = with(purpose, years).and_then(|key| sign(plan().file(".pdf"), &key, &order(Field::Leader)));
        signed.err()
    };
    vec![
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
    ]
}

/// Files that are refused.
fn refused_files() -> Vec<(&'static str, Option<Refusal>)> {
    let pdf = plan().file(".pdf");
    let first = &both()[0];
    let good = good();
    let on = |pdf: &[u8], field| sign(pdf, &good, &order(field)).err();
    let sealed = signed(pdf, &good, &order(Field::Seal));
    let altered = [first.as_slice(), b"\n% them"].concat();
    let streamed = String::from_utf8_lossy(pdf).replacen("\ntrailer", "\nobj     ", 9);
    vec![
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
    ]
}

/// Pictures and settings that are refused.
fn refused_looks() -> Vec<(&'static str, Option<Refusal>)> {
    let good = good();
    let shown = |look| shown(plan().file(".pdf"), &good, &order(Field::Seal), Some(&look)).err();
    vec![
        ("a picture that is none", shown(Look::Picture { png: b"GIF89a".to_vec(), width: None })),
        ("a damaged picture", shown(Look::Picture { png: png([0; 3])[..60].to_vec(), width: None })),
        ("a seal larger than its field", shown(Look::Picture { png: png([0; 3]), width: Some(42.0) })),
        (
            "a profile with an unknown setting",
            Profile::read("tsa = \"http://a\"\nmau = 1\n", "ho-so.toml".as_ref()).err(),
        ),
    ]
}

/// Everything that is refused, with its message in both languages.
#[test]
fn what_is_refused_and_why() {
    let cases = [refused_keys(), refused_files(), refused_looks()].into_iter().flatten();
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

/// A form that cannot be read whole could show other fields elsewhere.
#[test]
fn forms_that_nobody_vouches_for() {
    let key = key(&pki::p256(5), LEADER);
    let form = |increment: &mut Increment<'_>, file: &File<'_>, fields: &[u8]| {
        let (root, catalog) = file.catalog().expect("catalog");
        let form = [b"<</Fields ", fields, b">>"].concat();
        increment.put(root, catalog.with(&[("AcroForm", form)]));
    };
    let forms: [Update<'_>; 6] = [
        &|increment, file| form(increment, file, b"(none)"),
        &|increment, file| form(increment, file, b"[<</FT/Sig/T(a)>>]"),
        &|increment, file| form(increment, file, format!("[{} 0 R]", file.size().expect("size") + 7).as_bytes()),
        &|increment, file| {
            let name = "a".repeat(1001);
            let field = link(increment.add(format!("<</FT/Sig/T({name})>>").into_bytes()));
            form(increment, file, &[b"[", field.as_slice(), b"]"].concat());
        },
        // A field that is its own kid.
        &|increment, file| {
            let own = link(increment.next());
            increment.add([b"<</T(a)/Kids[".as_slice(), &own, b"]>>"].concat());
            form(increment, file, &[b"[", own.as_slice(), b"]"].concat());
        },
        // Many fields that share many kids.
        &|increment, file| {
            let kids = format!("[{}]", "1 0 R ".repeat(2_000));
            let kids = link(increment.add(kids.into_bytes()));
            let fields =
                (0..2_000).map(|_| link(increment.add([b"<</FT/Sig/Kids ".as_slice(), &kids, b">>"].concat())));
            let fields = fields.collect::<Vec<_>>().join(b" ".as_slice());
            form(increment, file, &[b"[", fields.as_slice(), b"]"].concat());
        },
    ];
    for (number, change) in forms.iter().enumerate() {
        let pdf = updated(plan().file(".pdf"), change);
        let refused = sign(&pdf, &key, &order(Field::Leader)).err().map(|refusal| refusal.code.name());
        assert_eq!(refused, Some("pdf-broken"), "form {number}");
        assert_eq!(
            examined(&pdf, &[], NOON).err().map(|refusal| refusal.code.name()),
            Some("pdf-broken"),
            "form {number}"
        );
    }
}

/// A store must not cost more than it is worth.
#[test]
fn stores_that_nobody_vouches_for() {
    let store = |filter: &str, data: &[u8]| {
        let pdf = updated(plan().file(".pdf"), &|increment, file| {
            let (root, catalog) = file.catalog().expect("catalog");
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
