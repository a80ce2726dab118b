//! Signatures, and whether they hold.

mod altered;
mod making;
mod refusals;
mod revocation;
mod servers;
mod several;

use std::sync::OnceLock;
use std::time::Duration;

use vanban::product::signature_drawing::{self, Look};
use vanban::sign::crypto::certificate::Certificate;
use vanban::sign::crypto::moment::Moment;
use vanban::sign::key::Key;
use vanban::sign::online::http::Patience;
use vanban::sign::pdf::field::Field;
use vanban::sign::pdf::objects;
use vanban::sign::pdf::update::Increment;
use vanban::sign::refusal::Refusal;
use vanban::sign::steps::{Made, Order};
use vanban::sign::verdict::{self, Grounds, Report};

use crate::support::common::{fonts, plan};
use crate::support::pki::{self, LEADER, NOON, OFFICE, PASSWORD, Pair, Purpose, authorities};

pub use revocation::long_term;
pub use servers::good_server;

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

fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[at] ^= 1;
    bytes
}

/// What an update does to a file.
type Update<'a> = &'a dyn Fn(&mut Increment<'_>, &objects::File<'_>);

/// A file with one more update.
fn updated(pdf: &[u8], change: Update<'_>) -> Vec<u8> {
    let file = objects::File::read(pdf).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let mut increment = Increment::new(&file).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    change(&mut increment, &file);
    increment.finish().bytes
}
