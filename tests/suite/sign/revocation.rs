//! Whether certificates were revoked: servers that answer rightly and wrongly, and files that keep the answers.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use der::asn1::ObjectIdentifier;
use vanban::finding::Finding;
use vanban::finding::messages::{Language, Messages};
use vanban::product::signature_drawing;
use vanban::sign::crypto::certificate::{self, Certificate, Trust};
use vanban::sign::crypto::moment::Moment;
use vanban::sign::key::Key;
use vanban::sign::online::answer::Kind;
use vanban::sign::online::http::Patience;
use vanban::sign::online::ocsp;
use vanban::sign::online::revocation::{Inquired, Network};
use vanban::sign::pdf::evidence::{self, Evidence};
use vanban::sign::pdf::field::Field;
use vanban::sign::refusal::Refusal;
use vanban::sign::steps::{LongTerm, Made, Order};
use vanban::sign::verdict::{self, Grounds, Verdict};

use super::servers::{HOUR, Says, YEAR, answer, good_server, server};
use crate::support::common::{fonts, golden, plan};
use crate::support::pki::{self, Fault, LEADER, NOON, PASSWORD, Purpose, authorities};
use crate::support::server::{listen, serve};

/// An hour before tests sign.
const MORNING: Moment = Moment(NOON.0 - HOUR);

fn network() -> Network {
    let patience = Patience { limit: Duration::from_secs(5), pauses: Vec::new() };
    Network { now: NOON, patience, responder: None }
}

/// A key whose file holds its own certificate alone.
fn key(server: &str) -> Key {
    let pair = pki::p256(5);
    let own = authorities().1.issue_answered(LEADER, &pair, Purpose::Signing, server);
    Key::from_pkcs12(&pki::pkcs12(&pair, &[&own]), PASSWORD).unwrap_or_else(|refusal| panic!("{refusal:?}"))
}

fn anchors() -> Vec<Certificate> {
    let (root, issuing) = authorities();
    vec![root.certificate, issuing.certificate]
}

fn inquired(key: &Key, anchors: &[Certificate]) -> Result<Inquired, Refusal> {
    network().inquire(&key.certificate, &key.chain, anchors, &mut |_, _| {})
}

#[test]
fn only_right_answers_count() {
    let nothing = Says::Nothing;
    let good = |kind| Ok(Some(kind));
    let doubt = |reason| Err::<Option<Kind>, &str>(reason);
    let cases = [
        (Says::Good, nothing, good(Kind::Ocsp)),
        (Says::Delegated, nothing, good(Kind::Ocsp)),
        (Says::Revoked(MORNING), Says::Good, doubt("certificate-revoked")),
        (nothing, Says::Good, good(Kind::Crl)),
        (Says::Stale, Says::Good, good(Kind::Crl)),
        (nothing, Says::Revoked(MORNING), doubt("certificate-revoked")),
        (nothing, Says::Stale, doubt("revocation-stale")),
        (nothing, Says::Forged, doubt("revocation-forged")),
        (nothing, Says::Other, doubt("revocation-other")),
        (nothing, Says::Scope, doubt("revocation-scope")),
        (nothing, Says::Delta, doubt("revocation-scope")),
        (nothing, Says::OwnPart, good(Kind::Crl)),
        (nothing, Says::OtherPart, doubt("revocation-scope")),
        (nothing, Says::Garbage, doubt("revocation-broken")),
        (nothing, nothing, doubt("server-unreachable")),
    ];
    for (answers, lists, wanted) in cases {
        let found = match inquired(&key(&server(answers, lists)), &anchors()) {
            Err(refusal) => Err(refusal.code.name().to_owned()),
            Ok(inquired) => match inquired.doubts.first() {
                Some(doubt) => Err(doubt.arg("reason").to_owned()),
                None if inquired.evidence.crls.is_empty() => Ok(Some(Kind::Ocsp)),
                None => Ok(Some(Kind::Crl)),
            },
        };
        assert_eq!(found, wanted.map_err(str::to_owned), "{answers:?}, {lists:?}");
    }
    // Without a list to fall back upon, the reason is that of the answer itself.
    let key = key("http://127.0.0.1:1");
    let issuer = authorities().1.certificate;
    let question = ocsp::question(&key.certificate, &issuer);
    let wrong = [
        (Says::Stranger, "revocation-forged"),
        (Says::Expired, "revocation-forged"),
        (Says::Forged, "revocation-forged"),
        (Says::Unknown, "revocation-unknown"),
        (Says::Other, "revocation-other"),
        (Says::Refusal, "revocation-refused"),
        (Says::Garbage, "revocation-broken"),
    ];
    for (says, code) in wrong {
        let read = ocsp::read(&answer(&question, says).expect("answer"), &key.certificate, &issuer);
        assert_eq!(read.err().map(|refusal| refusal.code.name()), Some(code), "{says:?}");
    }
    // No shortened answer panics, and none counts.
    let whole = answer(&question, Says::Delegated).expect("answer");
    assert!((0..whole.len()).all(|end| ocsp::read(&whole[..end], &key.certificate, &issuer).is_err()));
}

pub fn long_term(server: &str) -> Result<Made, Refusal> {
    let mut key = key(server);
    let anchors = [authorities().0.certificate];
    // The issuing authority is known to nobody, and the root has no server, so it is trusted here together with it.
    let inquired = inquired(&key, &anchors)?;
    assert_eq!(inquired.fetched, [authorities().1.certificate]);
    key.chain.extend(inquired.fetched.clone());
    signed(&key, server, &self::anchors())
}

fn signed(key: &Key, server: &str, anchors: &[Certificate]) -> Result<Made, Refusal> {
    let inquired = inquired(key, anchors)?;
    signed_with(key, &inquired, server, anchors)
}

fn signed_with(key: &Key, inquired: &Inquired, server: &str, anchors: &[Certificate]) -> Result<Made, Refusal> {
    let network = network();
    let stamps = format!("{server}/tsa");
    let order = Order {
        field: Field::Leader,
        now: NOON,
        pss: false,
        reason: None,
        location: None,
        server: Some(&stamps),
        patience: network.patience.clone(),
        anchors,
        long_term: Some(LongTerm { signer: inquired, network: &network }),
    };
    signature_drawing::sign(plan().file(".pdf"), key, &order, None, fonts(), &mut |_, _| {})
}

fn verdict(pdf: &[u8], now: Moment, network: Option<&Network>) -> Verdict {
    let grounds = Grounds { anchors: &anchors(), now, network };
    let report = verdict::examine(pdf, &grounds, &mut |_, _| {}).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    report.signatures.into_iter().next().expect("signature")
}

/// A file that was to keep its evidence, and does not, is not handed out.
#[test]
fn evidence_that_is_not_in_the_file_does_not_count() {
    let address = good_server();
    let mut key = key(&address);
    key.chain.push(authorities().1.certificate);
    let mut inquired = inquired(&key, &anchors()).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    inquired.evidence = Evidence::default();
    let made = signed_with(&key, &inquired, &address, &anchors());
    assert_eq!(made.err().map(|refusal| refusal.code.name()), Some("sign-no-evidence"));
}

/// A file of level LT proves in ten years, without any server, that it was signed with a certificate in force.
#[test]
fn a_file_keeps_what_proves_it_in_years_to_come() {
    let made = long_term(&server(Says::Delegated, Says::Nothing)).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let verdict = verdict(&made.pdf, NOON.plus(9 * YEAR), None);
    assert!(verdict.holds() && verdict.doubts.is_empty(), "{verdict:?}");
    let known: Vec<(&str, bool)> =
        verdict.facts.revocation.iter().map(|one| (one.certificate.as_str(), one.server.is_none())).collect();
    assert_eq!(known, [("Lê Quang Tiến", true), ("Máy chủ dấu thời gian", true)]);
    let codes: Vec<&str> = verdict.later.iter().map(|later| later.code().name()).collect();
    assert_eq!(codes, ["later-validation-data"]);
    for (profile, allowed) in
        [("2a", BTreeSet::from(["ISO 19005-2:2011:6.4.3:1".to_owned()])), ("ua1", BTreeSet::new())]
    {
        let broken = crate::support::archive::broken_rules(&made.pdf, profile);
        assert_eq!(broken, allowed, "{profile}");
    }
    let store = evidence::read(&made.pdf);
    assert_eq!((store.ocsps.len(), store.crls.len()), (2, 0));
}

#[test]
fn a_certificate_counts_until_it_was_revoked() {
    let address = server(Says::Good, Says::Nothing);
    let made = long_term(&address).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let (key, issuer) = (key(&address), authorities().1.certificate);
    let told = |says| {
        let ocsps = vec![answer(&ocsp::question(&key.certificate, &issuer), says).expect("answer")];
        evidence::append(&made.pdf, &Evidence { ocsps, ..Evidence::default() }).unwrap_or_else(|r| panic!("{r:?}"))
    };
    let problems = |pdf: &[u8], network: Option<&Network>| -> Vec<&'static str> {
        verdict(pdf, NOON.plus(YEAR), network).problems.iter().map(|found| found.code.name()).collect()
    };
    assert_eq!(problems(&told(Says::Revoked(MORNING)), None), ["certificate-revoked"]);
    // What an authority says now about a time before outweighs what the file keeps.
    let network = Network { now: NOON, ..network() };
    let online =
        Network { responder: Some(server(Says::Revoked(MORNING), Says::Nothing) + "/ocsp"), ..network.clone() };
    assert_eq!(problems(&made.pdf, Some(&online))[0], "certificate-revoked");
    // A time-stamp server's key that was stolen could have stated any time, so its signatures end whenever that was.
    let server = &made.stamp.as_ref().expect("stamp").server;
    let ocsps = vec![answer(&ocsp::question(server, &issuer), Says::Revoked(NOON.plus(HOUR))).expect("answer")];
    let stolen = evidence::append(&made.pdf, &Evidence { ocsps, ..Evidence::default() });
    assert_eq!(problems(&stolen.unwrap_or_else(|refusal| panic!("{refusal:?}")), None), ["certificate-revoked"]);
    // Revoked after the time stamp: the signature stands, and it is said.
    let verdict = verdict(&told(Says::Revoked(NOON.plus(HOUR))), NOON.plus(YEAR), None);
    assert!(verdict.holds(), "{verdict:?}");
    assert_eq!(verdict.facts.revocation[0].revoked, Some(NOON.plus(HOUR)));
}

/// Limits that an authority sets, or was set, hold for whatever it issued (RFC 5280, 6.1.4).
#[test]
fn limits_of_authorities_are_kept() {
    let trust = |path_length, critical: Option<&str>| {
        let critical = critical.map(ObjectIdentifier::new_unwrap);
        let root = pki::Authority::new("CN=Gốc,C=VN", 31, None);
        let middle = pki::Authority::limited("CN=Giữa,C=VN", 32, Some(&root), path_length, critical);
        let lower = pki::Authority::new("CN=Dưới,C=VN", 33, Some(&middle));
        let own = lower.issue(LEADER, &pki::p256(5), Purpose::Signing, (-1, 1));
        let known = [middle.certificate, lower.certificate];
        match certificate::trust(&own, &known, &[root.certificate], NOON) {
            Trust::Trusted(name) => name,
            Trust::Unknown(name) => format!("unknown: {name}"),
            Trust::Broken(found) => format!("{}: {}", found.code.name(), found.arg("name")),
        }
    };
    assert_eq!(trust(None, None), "Gốc");
    assert_eq!(trust(Some(1), None), "Gốc");
    assert_eq!(trust(Some(0), None), "certificate-no-authority: Giữa");
    // Constraints of names, which are not understood, and policies, which rule nothing out here.
    assert_eq!(trust(None, Some("2.5.29.30")), "certificate-critical: Giữa");
    assert_eq!(trust(None, Some("2.5.29.32")), "Gốc");
}

/// Whoever sits between this computer and an authority cannot put a certificate of his own in the path, nor keep the
/// program asking.
#[test]
fn only_the_next_certificate_of_a_path_is_fetched() {
    let (listener, address) = listen();
    // The authority's own key under another name, a new one each time it is asked for.
    let names = ["CN=Giả 1,C=VN", "CN=Giả 2,C=VN", "CN=Giả 3,C=VN"];
    let asked = AtomicUsize::new(0);
    serve(listener, move |_, _| {
        let name = names.get(asked.fetch_add(1, Ordering::SeqCst))?;
        Some(pki::Authority::new(name, 2, None).certificate.der().to_vec())
    });
    let inquired = inquired(&key(&address), &[authorities().0.certificate]).unwrap_or_else(|r| panic!("{r:?}"));
    assert!(inquired.fetched.is_empty());
    assert_eq!(inquired.doubts[0].arg("reason"), "revocation-no-issuer");
}

/// A file by somebody unknown does not choose which addresses are called.
#[test]
fn addresses_of_strangers_are_not_asked() {
    static ASKED: AtomicBool = AtomicBool::new(false);
    let (listener, address) = listen();
    serve(listener, |path, body| {
        ASKED.store(true, Ordering::SeqCst);
        if path == "/ocsp" { answer(body, Says::Good) } else { None }
    });
    let key = key(&address);
    let (reason, location, server) = (None, None, None);
    let (field, now, pss, anchors, long_term) = (Field::Leader, NOON, false, &[] as &[Certificate], None);
    let patience = network().patience;
    let order = Order { field, now, pss, reason, location, server, patience, anchors, long_term };
    let made = signature_drawing::sign(plan().file(".pdf"), &key, &order, None, fonts(), &mut |_, _| {});
    let pdf = made.unwrap_or_else(|refusal| panic!("{refusal:?}")).pdf;
    let network = network();
    let examine = |anchors: &[Certificate]| {
        let grounds = Grounds { anchors, now: NOON, network: Some(&network) };
        let report = verdict::examine(&pdf, &grounds, &mut |_, _| {}).unwrap_or_else(|refusal| panic!("{refusal:?}"));
        report.signatures[0].doubts.iter().map(|doubt| doubt.arg("reason").to_owned()).collect::<Vec<_>>()
    };
    assert!(!examine(&[]).is_empty() && !ASKED.load(Ordering::SeqCst));
    let stranger = pki::Authority::new("CN=Người lạ,C=VN", 50, None);
    assert!(examine(&[stranger.certificate]).contains(&"revocation-no-issuer".to_owned()));
    assert!(!ASKED.load(Ordering::SeqCst));
    assert!(!examine(&self::anchors()).iter().any(|reason| reason.starts_with("revocation")));
    assert!(ASKED.load(Ordering::SeqCst));
}

/// A time stamp by somebody unknown does not prove that a signature is older than the end of its certificate.
#[test]
fn an_unknown_time_stamp_server_proves_nothing() {
    let pair = pki::p256(5);
    let stranger = pki::Authority::new("CN=Người lạ,C=VN", 50, None);
    let own = stranger.issue(LEADER, &pair, Purpose::Signing, (-1, 1));
    let key = Key::from_pkcs12(&pki::pkcs12(&pair, &[&own]), PASSWORD).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let stamps = pki::time_stamp_server(Fault::None, NOON);
    let patience = network().patience;
    let (reason, location, server) = (None, None, Some(stamps.as_str()));
    let (field, now, pss, anchors, long_term) = (Field::Leader, NOON, false, &[] as &[Certificate], None);
    let order = Order { field, now, pss, reason, location, server, patience, anchors, long_term };
    let made = signature_drawing::sign(plan().file(".pdf"), &key, &order, None, fonts(), &mut |_, _| {});
    let made = made.unwrap_or_else(|refusal| panic!("{refusal:?}"));
    let judge = |anchors: &[Certificate]| {
        let grounds = Grounds { anchors, now: NOON.plus(3 * YEAR), network: None };
        let report = verdict::examine(&made.pdf, &grounds, &mut |_, _| {});
        let report = report.unwrap_or_else(|refusal| panic!("{refusal:?}"));
        report.signatures[0].problems.iter().map(|found| found.code.name()).collect::<Vec<_>>()
    };
    let (root, issuing) = authorities();
    assert_eq!(judge(std::slice::from_ref(&stranger.certificate)), ["certificate-expired"]);
    assert_eq!(judge(&[stranger.certificate, root.certificate, issuing.certificate]), Vec::<&str>::new());
}

/// What is refused, and what is only said, in both languages.
#[test]
fn what_is_said_about_revocation() {
    let unanswered = |says| long_term(&server(says, Says::Nothing)).err().map(|refusal| *refusal);
    let doubt = |answers, lists| -> Option<Finding> {
        let inquired = inquired(&key(&server(answers, lists)), &anchors()).unwrap_or_else(|r| panic!("{r:?}"));
        let mut doubt = inquired.doubts.into_iter().next()?;
        // Ports and the words of the system differ.
        for name in ["url", "detail"].into_iter().filter(|name| !doubt.arg(name).is_empty()).collect::<Vec<_>>() {
            doubt.args = doubt.args.without(name);
            doubt = doubt.with(name, "…");
        }
        Some(doubt)
    };
    let nothing = Says::Nothing;
    let plain = {
        let pair = pki::p256(5);
        let own = authorities().1.issue(LEADER, &pair, Purpose::Signing, (-1, 1));
        let key = Key::from_pkcs12(&pki::pkcs12(&pair, &[&own]), PASSWORD).unwrap_or_else(|r| panic!("{r:?}"));
        move |anchors: &[Certificate]| {
            inquired(&key, anchors).ok().and_then(|inquired| inquired.doubts.into_iter().next())
        }
    };
    let cases: Vec<(&str, Option<Finding>)> = vec![
        ("a revoked certificate", unanswered(Says::Revoked(MORNING))),
        ("level lt without an answer", unanswered(Says::Unknown)),
        ("no address", plain(&anchors())),
        ("an authority that is not known", plain(&[])),
        ("no server", doubt(nothing, nothing)),
        ("a list of another authority", doubt(nothing, Says::Other)),
        ("a list that is none", doubt(nothing, Says::Garbage)),
        ("a forged list", doubt(nothing, Says::Forged)),
        ("an old list", doubt(nothing, Says::Stale)),
        ("a list for authorities", doubt(nothing, Says::Scope)),
    ];
    let mut goldens = [String::new(), String::new()];
    let languages = [Language::Vietnamese, Language::English].map(|language| Messages::new(language, false));
    for (what, found) in cases {
        let found = found.unwrap_or_else(|| panic!("nothing was said of {what}"));
        for (messages, golden) in languages.iter().zip(&mut goldens) {
            let _ = writeln!(golden, "# {what}\n\n{}", messages.long(&found));
        }
    }
    golden("revocation.vi.txt", &goldens[0]);
    golden("revocation.en.txt", &goldens[1]);
}
