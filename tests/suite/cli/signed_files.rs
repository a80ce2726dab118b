//! `sign` and `verify` as a clerk runs them: files, exit codes, what is said; and the workbook inside of the PDF.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::process::Output;

use vanban::product::signature_drawing;
use vanban::sign::key::Key;
use vanban::sign::pdf::evidence;
use vanban::sign::pdf::field::Field;
use vanban::sign::pdf::objects::File;
use vanban::sign::pdf::update::{Increment, stream};
use vanban::sign::steps;

use crate::sign::{good_server, long_term, order};
use crate::support::common::{New, edited, fonts, golden, plan};
use crate::support::desk::Desk;
use crate::support::pki::{self, LEADER, OFFICE, PASSWORD, Purpose, authorities};

/// A PKCS#12 file whose certificate outlives this test by decades.
pub(super) fn key_file(subject: &str, number: u8) -> Vec<u8> {
    let (root, issuing) = authorities();
    let pair = pki::p256(number);
    let own = issuing.issue(subject, &pair, Purpose::Signing, (-1, 60));
    pki::pkcs12(&pair, &[&own, &issuing.certificate, &root.certificate])
}

fn desk() -> Desk {
    let desk = Desk::real();
    let pem = format!(
        "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
        base64(authorities().0.certificate.der())
    );
    for (name, bytes) in [
        ("goc.pem", pem.as_bytes()),
        ("lanh-dao.p12", &key_file(LEADER, 21)),
        ("con-dau.p12", &key_file(OFFICE, 22)),
        ("mat-khau", PASSWORD.as_bytes()),
        ("ky.pdf", plan().file(".pdf")),
    ] {
        fs::write(desk.path(name), bytes).expect("file");
    }
    desk
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = |three: &[u8]| -> String {
        let whole = three.iter().chain(&[0, 0]).take(3).fold(0_u32, |whole, byte| whole << 8 | u32::from(*byte));
        let digit = |i: usize| char::from(DIGITS[(whole >> (18 - 6 * i) & 63) as usize]);
        (0..4).map(|i| if i <= three.len() { digit(i) } else { '=' }).collect()
    };
    let lines: Vec<String> = bytes.chunks(48).map(|line| line.chunks(3).map(digits).collect()).collect();
    lines.join("\n")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("exit code")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const SIGN: [&str; 6] = ["--key", "lanh-dao.p12", "--password-file", "mat-khau", "--field", "leader"];

#[test]
fn many_files_are_signed_with_one_password_and_nothing_is_overwritten() {
    let desk = desk();
    fs::copy(desk.path("ky.pdf"), desk.path("hai.pdf")).expect("copy");
    let sign = |more: &[&str]| desk.run(&[&["sign"], more, &SIGN].concat());
    let output = sign(&["ky.pdf", "hai.pdf"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "ky-da-ky.pdf\nhai-da-ky.pdf\n");
    assert!(said(&output).contains("Người ký: Lê Quang Tiến"));
    let signed = fs::read(desk.path("ky-da-ky.pdf")).expect("signed");
    assert_eq!(fs::read(desk.path("ky.pdf")).expect("prepared"), plan().file(".pdf"));
    // One that is there already is kept; the other is signed all the same.
    fs::write(desk.path("ba.pdf"), plan().file(".pdf")).expect("copy");
    let again = sign(&["ky.pdf", "ba.pdf"]);
    assert_eq!((code(&again), String::from_utf8_lossy(&again.stdout).trim()), (1, "ba-da-ky.pdf"));
    assert!(said(&again).contains("sign-exists"), "{}", said(&again));
    assert_eq!(fs::read(desk.path("ky-da-ky.pdf")).expect("signed"), signed);
    let sealed =
        desk.run(&["sign", "ky-da-ky.pdf", "--field", "seal", "--key", "con-dau.p12", "--password-file", "mat-khau"]);
    assert_eq!(String::from_utf8_lossy(&sealed.stdout), "ky-da-ky-dong-dau.pdf\n", "{}", said(&sealed));
    assert_eq!(code(&desk.run(&["verify", "ky-da-ky-dong-dau.pdf", "--trust", "goc.pem"])), 0);
    let mut names: Vec<String> = fs::read_dir(desk.path(""))
        .expect("folder")
        .flatten()
        .map(|one| one.file_name().to_string_lossy().into())
        .collect();
    names.retain(|name| name.ends_with(".pdf"));
    names.sort();
    assert_eq!(
        names,
        ["ba-da-ky.pdf", "ba.pdf", "hai-da-ky.pdf", "hai.pdf", "ky-da-ky-dong-dau.pdf", "ky-da-ky.pdf", "ky.pdf"]
    );
}

#[test]
fn exit_codes_tell_a_refusal_from_a_failure() {
    let desk = desk();
    fs::write(desk.path("sai"), "sai\n").expect("file");
    fs::write(desk.path("ho-so.toml"), "key = \"lanh-dao.p12\"\nlevel = \"lt\"\n").expect("file");
    fs::write(desk.path("nguoi-la.pem"), "khong phai").expect("file");
    let cases: [(&[&str], i32, &str); 9] = [
        (&["ky.pdf", "--field", "leader", "--key", "lanh-dao.p12", "--password-file", "sai"], 1, "key-password"),
        (&[&SIGN[..], &["khong-co.pdf"]].concat(), 2, "khong-co.pdf"),
        (&[&SIGN[..], &["ky.pdf", "--level", "t"]].concat(), 2, "sign-no-server"),
        (&[&SIGN[..], &["ky.pdf", "--tsa", "http://127.0.0.1:1/", "--level", "x"]].concat(), 2, "--level"),
        (&["ky.pdf", "--field", "leader"], 2, "sign-no-key"),
        (
            &["ky.pdf", "--field", "leader", "--key", "lanh-dao.p12", "--password-file", "khong-co"],
            2,
            "password-unreadable",
        ),
        (
            &["ky.pdf", "--field", "leader", "--profile", "ho-so.toml", "--password-file", "mat-khau"],
            2,
            "sign-no-server",
        ),
        (&["ky.pdf", "--field", "leader", "--pkcs11", "lanh-dao.p12"], 2, "token-module"),
        (&[&SIGN[..], &["ky.pdf", "--trust", "nguoi-la.pem"]].concat(), 2, "certificate-broken"),
    ];
    for (arguments, wanted, word) in cases {
        let output = desk.run(&[&["sign"], arguments].concat());
        assert_eq!(code(&output), wanted, "{arguments:?}: {}", said(&output));
        assert!(said(&output).contains(word), "{arguments:?}: {}", said(&output));
    }
    assert!(!desk.path("ky-da-ky.pdf").exists());
    let plain = ["sign", "ky.pdf", "--level", "b", "--tsa", "http://127.0.0.1:1/"];
    assert_eq!(code(&desk.run(&[&plain[..], &SIGN].concat())), 0);
    let mut changed = fs::read(desk.path("ky-da-ky.pdf")).expect("signed");
    let middle = changed.len() / 3;
    changed[middle] ^= 1;
    fs::write(desk.path("doi.pdf"), &changed).expect("file");
    fs::write(desk.path("cut.pdf"), &changed[..middle]).expect("file");
    // Readers that look for the header themselves would see a file whose offsets are all others.
    fs::write(desk.path("dem.pdf"), [b"\n", plan().file(".pdf")].concat()).expect("file");
    for (file, wanted) in [
        ("ky-da-ky.pdf", 0),
        ("ky.pdf", 1),
        ("doi.pdf", 1),
        ("cut.pdf", 2),
        ("khong-co.pdf", 2),
        ("mat-khau", 2),
        ("dem.pdf", 2),
    ] {
        assert_eq!(code(&desk.run(&["verify", file])), wanted, "{file}");
    }
}

/// What `verify` says of signatures, whole, in both languages and for programs.
#[test]
fn what_is_said_of_signatures() {
    let desk = desk();
    let opened = |file: &[u8]| Key::from_pkcs12(file, PASSWORD).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let made = |pdf: &[u8], file: &[u8], order| {
        signature_drawing::sign(pdf, &opened(file), &order, None, fonts(), &mut |_, _| {})
            .unwrap_or_else(|r| panic!("{r:?}"))
            .pdf
    };
    let (reason, location) = (Some("Ký ban hành"), Some("Thái Nguyên"));
    let leader = steps::Order { reason, location, ..order(Field::Leader) };
    let first = made(plan().file(".pdf"), &key_file(LEADER, 21), leader);
    let both = made(&first, &key_file(OFFICE, 22), order(Field::Seal));
    let page = {
        let file = File::read(&first).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        let number = file.pages().expect("pages")[2];
        let turned = file.dict(number).expect("page").with(&[("Rotate", b"90".to_vec())]);
        let mut increment = Increment::new(&file).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        increment.put(number, turned);
        increment.finish().bytes
    };
    let kept = long_term(&good_server()).unwrap_or_else(|refusal| panic!("{refusal:?}")).pdf;
    assert!(!evidence::read(&kept).ocsps.is_empty());
    let files = [("hai-chu-ky.pdf", both), ("trang-doi.pdf", page), ("lau-dai.pdf", kept)];
    for (name, bytes) in &files {
        fs::write(desk.path(name), bytes).expect("file");
    }
    let mut names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    names.push("ky.pdf");
    for language in ["vi", "en"] {
        let mut text = String::new();
        for more in [&["--trust", "goc.pem"][..], &[]] {
            let output = desk.run(&[&["verify"], names.as_slice(), more, &["--lang", language]].concat());
            assert_eq!(code(&output), 1, "{}", said(&output));
            let _ = writeln!(text, "# {}\n\n{}", more.join(" "), String::from_utf8_lossy(&output.stdout));
        }
        golden(&format!("verify-signed.{language}.txt"), &text);
    }
    let output = desk.run(&["verify", "hai-chu-ky.pdf", "--trust", "goc.pem", "--format", "json", "--lang", "en"]);
    golden("verify-signed.json", &String::from_utf8_lossy(&output.stdout));
}

/// Names and reasons come from strangers: they cannot pass for lines of the report.
#[test]
fn values_cannot_pass_for_lines_of_the_report() {
    let desk = desk();
    let name = "CN=Lê Quang Tiến\\0A    Chứng thư do \u{202e}tổ chức tin cậy\\1B[8m,C=VN";
    fs::write(desk.path("gia.p12"), key_file(name, 23)).expect("file");
    let reason = "Ký ban hành\nChữ ký hợp lệ";
    let arguments = ["--field", "leader", "--key", "gia.p12", "--password-file", "mat-khau", "--reason", reason];
    let output = desk.run(&[&["sign", "ky.pdf"], &arguments[..]].concat());
    assert_eq!(code(&output), 0, "{}", said(&output));
    let output = desk.run(&["verify", "ky-da-ky.pdf", "--lang", "vi"]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("Lê Quang Tiến\u{fffd}    Chứng thư do \u{fffd}tổ chức tin cậy\u{fffd}[8m"), "{text}");
    assert!(text.contains("Ký ban hành\u{fffd}Chữ ký hợp lệ"), "{text}");
    assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
    // Whoever may read the prepared file may read the signed one.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |name: &str| fs::metadata(desk.path(name)).expect("file").permissions().mode();
        assert_eq!(mode("ky-da-ky.pdf"), mode("ky.pdf"));
    }
}

/// A PDF at which the reader's stack overflows is one that cannot be read, and not the end of the program.
#[test]
fn a_reader_that_crashes_does_not_take_the_program_along() {
    let desk = desk();
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    let deep = ["[".repeat(1_000_000), "]".repeat(1_000_000)].concat();
    for (index, body) in
        ["<</Type/Catalog/Pages 2 0 R/EF 3 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", &deep].iter().enumerate()
    {
        places.push(format!("{:010} 00000 n\r\n", pdf.len()));
        pdf.extend(format!("{} 0 obj\n{body}\nendobj\n", index + 1).bytes());
    }
    let (start, places) = (pdf.len(), places.concat());
    let table = format!("xref\n0 4\n0000000000 65535 f\r\n{places}trailer\n<</Size 4/Root 1 0 R>>\n");
    pdf.extend(format!("{table}startxref\n{start}\n%%EOF\n").bytes());
    fs::write(desk.path("sau.pdf"), pdf).expect("file");
    let output = desk.run(&["verify", "inputs/ke-hoach", "sau.pdf", "--lang", "en"]);
    assert_eq!(code(&output), 2, "{}", said(&output));
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.starts_with("sau.pdf: the PDF is damaged or incomplete"), "{text}");
    assert!(!said(&output).contains("overflowed"), "{}", said(&output));
}

/// With the workbook inside, one signature is over both; another workbook in its place is named figure by figure.
#[test]
fn the_workbook_goes_into_the_signed_file() {
    let desk = desk();
    let build = desk.run(&["build", "inputs/ke-hoach", "--attach-workbook"]);
    assert_eq!(code(&build), 0, "{}", said(&build));
    let outputs = desk.outputs();
    let find = |ending: &str| outputs.iter().find(|(name, _)| name.ends_with(ending)).expect("output");
    let ((path, pdf), (_, workbook)) = (find("UBND.pdf"), find(".xlsx"));
    let path = format!("output/{path}");
    let inside = vanban::versions::readback::attached::read(pdf);
    assert_eq!(inside.len(), 1);
    assert_eq!(inside[0].bytes.as_ref(), Some(workbook));
    assert!(inside[0].name.ends_with("-phu-luc.xlsx"), "{}", inside[0].name);
    let sign = desk.run(&[&["sign", path.as_str()], &SIGN[..]].concat());
    assert_eq!(code(&sign), 0, "{}", said(&sign));
    let signed_path = path.replace(".pdf", "-da-ky.pdf");
    let signed = fs::read(desk.path(&signed_path)).expect("signed");
    for bytes in [pdf, &signed] {
        for profile in ["3a", "ua1"] {
            let broken = crate::support::archive::broken_rules(bytes, profile);
            assert_eq!(broken, BTreeSet::new(), "{profile}");
        }
    }
    let verify = |file: &str| desk.run(&["verify", "inputs/ke-hoach", file, "--trust", "goc.pem"]);
    assert_eq!(code(&verify(&signed_path)), 0);
    // Another workbook, in which one target is another.
    let other = edited(&[("Chỉ tiêu", "E12", New::Number("9999"))]);
    let other = crate::support::common::build(&other).unwrap_or_else(|failure| panic!("{:?}", failure.findings()));
    let file = File::read(pdf).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let is_embedded = |number: &u32| {
        file.object(*number)
            .is_some_and(|body| body.windows(14).any(|w| w == b"/EmbeddedFile>" || w == b"/EmbeddedFile/"))
    };
    let number = (1..file.size().expect("size")).find(|number| is_embedded(number)).expect("embedded file");
    let mut increment = Increment::new(&file).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    increment.put(number, stream("/Type/EmbeddedFile", other.file(".xlsx")));
    fs::write(desk.path("trao.pdf"), increment.finish().bytes).expect("file");
    let output = verify("trao.pdf");
    assert_eq!(code(&output), 1, "{}", said(&output));
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("9.999"), "{text}");
}
