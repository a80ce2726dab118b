"""Signatures made with a token: SoftHSM through PKCS#11, judged by pyHanko, poppler and OpenSSL.

tokens.py VANBAN REPOSITORY OUTPUT WORK_FOLDER

OpenSC puts keys and certificates on the token: RSA, ECDSA, and an RSA key that wants its PIN for each signature.
"""

import os
import sys
from pathlib import Path

from pyhanko.keys import load_cert_from_pemder
from pyhanko_certvalidator import ValidationContext

from signatures import authority, certify, judge, run
from verdict import Verdict

MODULE = "/usr/lib/softhsm/libsofthsm2.so"
LABEL, PIN = "Chữ ký số", "246810"
RSA = {"01": [], "03": ["--always-auth"]}


def main(vanban, repository, output, work):
    verdict = Verdict("tokens")
    work.mkdir(parents=True, exist_ok=True)
    (work / "tokens").mkdir(exist_ok=True)
    (work / "softhsm.conf").write_text(f"directories.tokendir = {work}/tokens\nobjectstore.backend = file\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(work / "softhsm.conf")
    run("softhsm2-util", "--init-token", "--free", "--label", LABEL, "--so-pin", "12345678", "--pin", PIN)
    tool = ["pkcs11-tool", "--module", MODULE, "--token-label", LABEL, "--login", "--pin", PIN]
    authority(work)
    for number, more in RSA.items():
        run(*tool, "--keypairgen", "--key-type", "rsa:2048", "--id", number, "--label", f"khóa {number}", "--usage-sign", *more)
        run(*tool, "--read-object", "--type", "pubkey", "--id", number, "--output-file", work / f"{number}.pub")
    # OpenSC cannot export the public key of a curve, so this pair comes from outside.
    run("openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384", "-out", "02.key", cwd=work)
    run("openssl", "pkey", "-in", "02.key", "-pubout", "-out", "02.pub", cwd=work)
    run("softhsm2-util", "--import", work / "02.key", "--token", LABEL, "--label", "khóa 02", "--id", "02", "--pin", PIN)
    for number in ("01", "02", "03"):
        certify(work, number, f"Người ký {number}", f"{number}.pub")
        run("openssl", "x509", "-in", f"{number}.pem", "-outform", "DER", "-out", f"{number}.der", cwd=work)
        run(*tool, "--write-object", work / f"{number}.der", "--type", "cert", "--id", number, "--label", f"khóa {number}")
    (work / "pin").write_text(PIN + "\n")
    (work / "wrong").write_text("000000\n")
    (work / "empty").write_text("\n")
    finished = (output / "85-KH-UBND.pdf").read_bytes()

    def sign(name, field, number, *more, pin="pin", module=MODULE, code=0):
        said = run(vanban, "sign", *(work / f"{one}.pdf" for one in name.split()), "--field", field, "--pkcs11", module,
                   "--token", LABEL, "--certificate", number, "--password-file", work / pin, "--lang", "en", *more,
                   cwd=repository, code=code)
        return said

    anchor = ValidationContext(trust_roots=[load_cert_from_pemder(str(work / "ca.pem"))])
    for name in ("one", "two", "pss", "each", "pad"):
        (work / f"{name}.pdf").write_bytes(finished)
    # Two files with one PIN; then the seal; then PSS; then a key that asks each time.
    sign("one two", "leader", "01")
    sign("one-da-ky", "seal", "02")
    sign("pss", "leader", "01", "--pss")
    sign("each", "leader", "03")
    made = {"one-da-ky.pdf": 1, "two-da-ky.pdf": 1, "one-da-ky-dong-dau.pdf": 2, "pss-da-ky.pdf": 1, "each-da-ky.pdf": 1}
    for name, count in made.items():
        judge(verdict, work / name, count, anchor, work)
        run(vanban, "verify", work / name, "--trust", work / "ca.pem", cwd=repository)

    for what, code, said in [
        ("a wrong PIN", "token-pin", sign("one", "seal", "01", pin="wrong", code=1)),
        ("no PIN", "token-pin-length", sign("one", "seal", "01", pin="empty", code=1)),
        ("an unknown certificate", "token-certificate-unknown", sign("one", "seal", "ff", code=1)),
        ("no module", "token-module", sign("one", "seal", "01", module="/etc/passwd", code=2)),
    ]:
        verdict.expect(f"error[{code}]" in said, f"{what}: {said}")

    # One try left: the program must not log in.
    module, trace = work / "strange_token.so", work / "logged-in"
    run("cc", "-shared", "-fPIC", f'-DSOFTHSM="{MODULE}"', "-I/usr/include/p11-kit-1", "-o", module,
        repository / ".ci/judges/strange_token.c")
    os.environ["LOGGED_IN"] = str(trace)
    said = sign("one", "seal", "01", module=module, code=1)
    verdict.expect("error[token-final-try]" in said, f"one try left: {said}")
    verdict.expect(not trace.exists(), "one try left: logged in all the same")
    run("pkcs11-tool", "--module", module, "--token-label", LABEL, "--login", "--pin", PIN, "--list-objects")
    verdict.expect(trace.exists(), "the module does not notice a login")

    # A token with keys of its own, which asks for the PIN at each signature.
    os.environ["PAD_PIN"] = PIN
    sign("pad", "leader", "03", module=module)
    judge(verdict, work / "pad-da-ky.pdf", 1, anchor, work)
    # One that is taken out: the other files are not tried.
    os.environ["TAKEN_OUT"] = "yes"
    for name in ("out", "rest", "more"):
        (work / f"{name}.pdf").write_bytes(finished)
    said = sign("out rest more", "leader", "01", module=module, code=1)
    verdict.expect(said.count("error[token-removed]") == 1 and "2 more files were not signed" in said, f"taken out: {said}")
    verdict.expect(not list(work.glob("rest-*")), "taken out: signed all the same")
    verdict.close(f"{sum(made.values()) + 1} signatures by a token hold in {len(made) + 1} files; a last try is left alone")


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
