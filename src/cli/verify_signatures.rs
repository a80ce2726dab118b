//! What `vanban verify` says of the signatures of a file: in words, or as JSON.

use std::path::Path;
use std::time::SystemTime;

use serde_json::{Value, json};

use crate::cli::terminal::Terminal;
use crate::cli::trust::{located, waiting};
use crate::finding::Finding;
use crate::finding::messages::Messages;
use crate::finding::outcome::Failure;
use crate::sign::crypto::certificate::Certificate;
use crate::sign::crypto::moment::Moment;
use crate::sign::online::answer::Kind;
use crate::sign::online::http::Patience;
use crate::sign::online::revocation::{Network, Standing};
use crate::sign::verdict::{self, Facts, Grounds, Report, Verdict};

/// The signatures of a file; none for a workbook.
///
/// # Errors
/// A PDF whose signatures cannot be read, or not in only one way; other files.
pub(crate) fn examine(
    path: &Path,
    bytes: &[u8],
    anchors: &[Certificate],
    online: bool,
    terminal: &Terminal,
) -> Result<Report, Failure> {
    if bytes.starts_with(b"PK") {
        return Ok(Report::default());
    }
    let now = Moment::of(SystemTime::now());
    let network = online.then(|| Network { now, patience: Patience::for_a_look(), responder: None });
    let grounds = Grounds { anchors, now, network: network.as_ref() };
    let report = verdict::examine(bytes, &grounds, &mut waiting(terminal));
    report.map_err(|refusal| located(*refusal, path).fails())
}

/// The report in words, a line for each thing known.
pub(crate) fn text(report: &Report, messages: &Messages) -> String {
    let vacant = report.vacant.iter().map(|field| messages.text("signature-vacant", &[("field", field.clone())]));
    let lines: Vec<String> =
        report.signatures.iter().flat_map(|verdict| lines(verdict, messages)).chain(vacant).collect();
    lines.join("\n")
}

fn lines(verdict: &Verdict, messages: &Messages) -> Vec<String> {
    let field = || vec![("field", verdict.field.clone())];
    let mut lines = vec![messages.text(if verdict.holds() { "signature-holds" } else { "signature-fails" }, &field())];
    let problems = verdict.problems.iter().map(|found| ("signature-problem", found));
    let doubts = verdict.doubts.iter().map(|found| ("signature-doubt", found));
    for (code, found) in problems.chain(doubts) {
        lines.push(messages.text(code, &[("text", messages.said(found.code, &found.args))]));
    }
    lines.extend(stated(&verdict.facts).into_iter().map(|(code, args)| messages.text(code, &args)));
    lines.extend(verdict.facts.revocation.iter().filter_map(|standing| revocation(standing, messages)));
    let later = verdict.later.iter().map(|later| messages.said(later.code(), &later.finding().args));
    lines.extend(later.map(|text| messages.text("signature-later", &[("text", text)])));
    lines
}

/// What is known of a certificate's revocation; what is not is told among the doubts.
fn revocation(standing: &Standing, messages: &Messages) -> Option<String> {
    let kind = match standing.kind? {
        Kind::Ocsp => "ocsp",
        Kind::Crl => "crl",
    };
    let source = standing.server.clone().unwrap_or_else(|| "file".to_owned());
    let mut args = vec![("name", standing.certificate.clone()), ("time", standing.as_of?.to_string())];
    args.extend([("kind", kind.to_owned()), ("source", source)]);
    let code = match &standing.revoked {
        Some(since) => {
            args.push(("since", since.to_string()));
            "signature-revoked"
        }
        None => "signature-not-revoked",
    };
    Some(messages.text(code, &args))
}

type Line = (&'static str, Vec<(&'static str, String)>);

/// What is known, as messages with their arguments.
fn stated(facts: &Facts) -> Vec<Line> {
    let value = |code, value: &Option<String>| value.clone().map(|value| (code, vec![("value", value)]));
    let signer = facts.signer.iter().chain(&facts.office).cloned().collect::<Vec<_>>().join(", ");
    let signer = (!signer.is_empty()).then(|| ("signature-signer", vec![("value", signer)]));
    let stamped = facts.stamped.map(|time| {
        (
            "signature-stamped",
            vec![("value", time.to_string()), ("server", facts.stamped_by.clone().unwrap_or_default())],
        )
    });
    let covered = facts.covered.map(|covered| {
        (
            "signature-covered",
            vec![
                ("is-whole", if covered == facts.revisions { "yes" } else { "no" }.to_owned()),
                ("value", covered.to_string()),
                ("count", facts.revisions.to_string()),
            ],
        )
    });
    let issuer = facts.issuer.clone().map(|issuer| {
        ("signature-issuer", vec![("value", issuer), ("serial", facts.serial.clone().unwrap_or_default())])
    });
    let lines = [
        signer,
        issuer,
        value("signature-trusted", &facts.trusted),
        value("signature-claimed", &facts.claimed.map(|time| time.to_string())),
        stamped,
        value("signature-made-with", &facts.algorithm),
        value("signature-reason", &facts.reason),
        value("signature-location", &facts.location),
        covered,
    ];
    lines.into_iter().flatten().collect()
}

/// The report for programs; texts are in the language of `messages`.
pub(crate) fn json(report: &Report, messages: &Messages) -> Value {
    let found = |list: &[Finding]| -> Vec<Value> {
        let one =
            |found: &Finding| json!({ "code": found.code.name(), "text": messages.said(found.code, &found.args) });
        list.iter().map(one).collect()
    };
    let signature = |verdict: &Verdict| {
        let later: Vec<&str> = verdict.later.iter().map(|later| later.code().name()).collect();
        json!({
            "field": verdict.field,
            "valid": verdict.holds(),
            "facts": verdict.facts,
            "later": later,
            "problems": found(&verdict.problems),
            "doubts": found(&verdict.doubts),
        })
    };
    json!({ "signatures": report.signatures.iter().map(signature).collect::<Vec<_>>(), "vacant": report.vacant })
}
