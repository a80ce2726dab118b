"""Time stamps and evidence for the years to come: the servers are certomancer's, and pyHanko judges without them.

longterm.py VANBAN REPOSITORY OUTPUT WORK_FOLDER
"""

import json
import socket
import subprocess
import sys
import time
from pathlib import Path

import page
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import DocumentSecurityStore, validate_pdf_signature

from signatures import ONLY_LAST, PASSWORD, run
from verdict import Verdict


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port):
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit("certomancer does not answer")


def main(vanban, repository, output, work):
    verdict = Verdict("longterm")
    (work / "keys").mkdir(parents=True)
    for name in ("root", "sub", "leader", "gone", "tsa", "ocsp"):
        run("openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", work / "keys" / f"{name}.pem")
    port = free_port()
    settings = (repository / ".ci/judges/certomancer.yml").read_text(encoding="utf-8")
    (work / "certomancer.yml").write_text(settings.replace("PORT", str(port)), encoding="utf-8")
    run("certomancer", "--config", "certomancer.yml", "mass-summon", "vn", "out", cwd=work)
    root = work / "out/root/root.cert.pem"
    (work / "password").write_text(PASSWORD + "\n", encoding="utf-8")
    for name in ("leader", "gone"):
        run("openssl", "pkcs12", "-export", "-inkey", work / "keys" / f"{name}.pem", "-in", work / f"out/sub/{name}.cert.pem",
            "-out", work / f"{name}.p12", "-passout", f"pass:{PASSWORD}")
        (work / f"{name}.pdf").write_bytes((output / "85-KH-UBND.pdf").read_bytes())
    # What an office writes down once.
    (work / "office.toml").write_text(
        f'tsa = "http://127.0.0.1:{port}/vn/tsa/tsa"\nlevel = "lt"\ntrust = ["{root}"]\n', encoding="utf-8")

    def sign(name, code=0):
        return run(vanban, "sign", work / f"{name}.pdf", "--field", "leader", "--key", work / f"{name}.p12", "--password-file",
                   work / "password", "--profile", work / "office.toml", "--lang", "en", cwd=repository, code=code)

    servers = subprocess.Popen(["certomancer", "--config", "certomancer.yml", "animate", "--port", str(port), "--no-web-ui"],
                               cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        sign("leader")
        said = sign("gone", code=1)
        verdict.expect("error[certificate-revoked]" in said, f"a revoked certificate: {said}")
    finally:
        servers.kill()
        servers.wait()
    signed = work / "leader-da-ky.pdf"

    with open(signed, "rb") as file:
        reader = PdfFileReader(file)
        settings = {"trust_roots": [load_cert_from_pemder(str(root))], "allow_fetching": False, "revocation_mode": "hard-fail"}
        kept = DocumentSecurityStore.read_dss(reader).as_validation_context(settings)
        for embedded in reader.embedded_signatures:
            status = validate_pdf_signature(embedded, kept, kept)
            verdict.expect(status.bottom_line and "TIMESTAMP_TOKEN<INTACT:TRUSTED>" in status.summary(), f"pyHanko: {status.summary()}")
    told = json.loads(subprocess.run([vanban, "verify", signed, "--trust", root, "--format", "json"], cwd=repository,
                                     capture_output=True, check=True).stdout)
    signature = told[0]["signatures"][0]
    verdict.equal("doubts", signature["doubts"], [])
    verdict.equal("kinds of evidence", [one["kind"] for one in signature["facts"]["revocation"]], ["ocsp", "crl", "crl"])
    verdict.equal("poppler", run("pdfsig", "-nocert", signed).count("Signature is Valid"), 1)
    run("qpdf", "--check", signed)
    for profile in ("2a", "ua1"):
        failures = {failure.rule_id for failure in page.validate_pdf(str(signed), profile=profile).failures}
        verdict.equal(profile, failures - {ONLY_LAST}, set())
    # The servers are gone: what cannot be had is refused, not left out.
    (work / "late.pdf").write_bytes((output / "85-KH-UBND.pdf").read_bytes())
    (work / "late.p12").write_bytes((work / "leader.p12").read_bytes())
    said = sign("late", code=1)
    verdict.expect("error[" in said and not (work / "late-da-ky.pdf").exists(), f"no server: {said}")
    verdict.close("a time stamp and evidence by other servers hold without them; a revoked certificate is refused")


main(sys.argv[1], *map(Path, sys.argv[2:]))
