"""Signatures, judged by programs that did not make them: pyHanko, poppler, MuPDF, OpenSSL, qpdf and page-validation.

signatures.py VANBAN REPOSITORY OUTPUT WORK_FOLDER

The keys and certificates are OpenSSL's. The leader signs with RSA (PKCS#1 v1.5, then PSS in a file of its own), the
office with ECDSA.
"""

import re
import subprocess
import sys
from pathlib import Path

import page
import pikepdf
from PIL import Image, ImageChops, ImageDraw
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from verdict import Verdict

EXTENSIONS = """[req]
distinguished_name=dn
[dn]
[authority]
basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
[signing]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,nonRepudiation
"""
PASSWORD = "mật khẩu"
# The validator wants each signature to cover the whole file, which only the last one can.
ONLY_LAST = "PDFA2A-SIGNATURE-BYTERANGE-001"


def run(*arguments, cwd=None, code=0):
    ran = subprocess.run([str(a) for a in arguments], cwd=cwd, capture_output=True, text=True, check=False)
    if ran.returncode != code:
        sys.exit(f"{arguments[0]} ended with {ran.returncode}: {ran.stdout}{ran.stderr}")
    return ran.stdout + ran.stderr


def authority(folder):
    """An authority for tests: ca.key and ca.pem in the folder."""
    (folder / "ext.cnf").write_text(EXTENSIONS, encoding="utf-8")
    run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "30",
        "-subj", "/C=VN/CN=CA thu nghiem", "-extensions", "authority", "-config", "ext.cnf", cwd=folder)


def certify(folder, name, holder, public):
    """A certificate of the authority in the folder for a public key: name.pem."""
    run("openssl", "req", "-new", "-key", "ca.key", "-utf8", "-subj", f"/C=VN/O=UBND tỉnh Thái Nguyên/CN={holder}",
        "-config", "ext.cnf", "-out", "request", cwd=folder)
    run("openssl", "x509", "-req", "-in", "request", "-force_pubkey", public, "-CA", "ca.pem", "-CAkey", "ca.key",
        "-CAcreateserial", "-days", "30", "-extfile", "ext.cnf", "-extensions", "signing", "-out", f"{name}.pem", cwd=folder)


def issue(folder, name, holder, kind):
    """A PKCS#12 file of a new key, certified by the authority in the folder."""
    run("openssl", "genpkey", "-algorithm", *kind, "-out", f"{name}.key", cwd=folder)
    run("openssl", "pkey", "-in", f"{name}.key", "-pubout", "-out", f"{name}.pub", cwd=folder)
    certify(folder, name, holder, f"{name}.pub")
    run("openssl", "pkcs12", "-export", "-inkey", f"{name}.key", "-in", f"{name}.pem", "-certfile", "ca.pem",
        "-out", f"{name}.p12", "-passout", f"pass:{PASSWORD}", cwd=folder)
    return folder / f"{name}.p12"


def signatures(pdf):
    with open(pdf, "rb") as file:
        reader = PdfFileReader(file)
        return [(s.field_name, bytes(s.pkcs7_content), list(s.byte_range)) for s in reader.embedded_signatures]


def main(vanban, repository, output, work):
    verdict = Verdict("signatures")
    work.mkdir(parents=True)
    authority(work)
    (work / "password").write_text(PASSWORD + "\n", encoding="utf-8")
    leader = issue(work, "leader", "Lê Quang Tiến", ["RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
    seal = issue(work, "seal", "UBND TỈNH THÁI NGUYÊN", ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"])
    prepared = work / "85-KH-UBND.pdf"
    prepared.write_bytes((output / "85-KH-UBND.pdf").read_bytes())
    pss = work / "pss.pdf"
    pss.write_bytes(prepared.read_bytes())

    def sign(file, field, key, *more):
        run(vanban, "sign", file, "--field", field, "--key", key, "--password-file", work / "password", *more,
            cwd=repository)

    drawn(work)
    sign(prepared, "leader", leader, "--reason", "Ký ban hành", "--image", work / "handwriting.png")
    sign(work / "85-KH-UBND-da-ky.pdf", "seal", seal, "--image", work / "stamp.png", "--image-width", "36")
    pictures(verdict, work, prepared, work / "85-KH-UBND-da-ky.pdf", work / "85-KH-UBND-da-ky-dong-dau.pdf")
    sign(pss, "leader", leader, "--pss")
    files = {"85-KH-UBND-da-ky.pdf": 1, "85-KH-UBND-da-ky-dong-dau.pdf": 2, "pss-da-ky.pdf": 1}
    anchor = ValidationContext(trust_roots=[load_cert_from_pemder(str(work / "ca.pem"))])
    for name, count in files.items():
        path = work / name
        judge(verdict, path, count, anchor, work)
        run(vanban, "verify", path, "--trust", work / "ca.pem", cwd=repository)
    # A changed byte is found by everybody.
    broken = bytearray((work / "85-KH-UBND-da-ky.pdf").read_bytes())
    broken[len(broken) // 2] ^= 1
    (work / "broken.pdf").write_bytes(broken)
    run(vanban, "verify", work / "broken.pdf", cwd=repository, code=1)
    verdict.close(f"{sum(files.values())} signatures in {len(files)} files hold for six programs; on the page they stand where they belong, and nothing else moved")


def drawn(folder):
    """Blue handwriting and a red round seal, with transparent ground."""
    writing = Image.new("RGBA", (500, 300))
    ImageDraw.Draw(writing).line([(20, 250), (150, 40), (260, 260), (480, 60)], fill=(20, 40, 200, 255), width=12)
    writing.save(folder / "handwriting.png")
    stamp = Image.new("RGBA", (400, 400))
    ImageDraw.Draw(stamp).ellipse((6, 6, 394, 394), outline=(220, 20, 20, 255), width=12)
    stamp.save(folder / "stamp.png")


def pictures(verdict, work, prepared, signed, sealed):
    """What is seen: the signature between title and name, the seal over its left third, nothing else moved."""
    pages = {}
    for path in (prepared, signed, sealed):
        run("pdftoppm", "-r", "100", path, work / path.stem)
        pages[path] = [Image.open(one).convert("RGB") for one in sorted(work.glob(f"{path.stem}-[0-9]*.ppm"))]
    with pikepdf.open(prepared) as pdf:
        height = float(pdf.pages[0].mediabox[3])
        corners = {str(field.T): [float(n) for n in field.Rect] for field in pdf.Root.AcroForm.Fields}
    # Points from the lower left corner, as left, top, right, bottom from the upper one.
    places = {name: (x0, height - y1, x1, height - y0) for name, (x0, y0, x1, y1) in corners.items()}
    leader, seal = places["ChuKyLanhDao"], places["DauCoQuan"]
    for before, after, place, colour in [(prepared, signed, leader, 2), (signed, sealed, seal, 0)]:
        changed = []
        for number, (old, new) in enumerate(zip(pages[before], pages[after], strict=True), start=1):
            box = ImageChops.difference(old, new).getbbox()
            if box:
                changed.append((number, [n * 72 / 100 for n in box], new.crop(box)))
        verdict.equal(f"{after.name}: pages that changed", len(changed), 1)
        for number, box, picture in changed:
            inside = all(a >= b - 1 for a, b in zip(box[:2], place[:2])) and all(a <= b + 1 for a, b in zip(box[2:], place[2:]))
            verdict.expect(inside, f"{after.name}: page {number} changed at {box}, the field is at {place}")
            most = max(picture.get_flattened_data(), key=lambda pixel: pixel[colour] - sum(pixel) / 3)
            verdict.expect(most[colour] == max(most) and max(most) - min(most) > 100, f"{after.name}: colour {most}")
            if place is seal:
                size = [(b - a) * 25.4 / 72 for a, b in zip(box[:2], box[2:])]
                verdict.expect(all(34 < n < 37 for n in size), f"{after.name}: a seal of {size} mm")
    share = (seal[2] - leader[0]) / (leader[2] - leader[0])
    verdict.expect(0.3 < share < 0.36 and seal[0] < leader[0], f"the seal is over {share:.2f} of the signature")
    # The words above and below the room of the signature, and none in it.
    words = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)',
                       run("pdftotext", "-bbox", "-f", number, "-l", number, prepared, "-"))
    words = [(*map(float, word[:4]), word[4]) for word in words]
    beside = [word for word in words if word[0] < leader[2] + 40 and word[2] > leader[0] - 40]
    above = [word[4] for word in beside if leader[1] - 20 < word[3] <= leader[1] + 2]
    below = [word[4] for word in beside if leader[3] - 2 <= word[1] < leader[3] + 20]
    verdict.equal("words in the room", [w[4] for w in beside if w[1] > leader[1] + 2 and w[3] < leader[3] - 2], [])
    verdict.equal("words above the signature", " ".join(above), "KT. CHỦ TỊCH PHÓ CHỦ TỊCH")
    verdict.equal("words below the signature", " ".join(below), "Lê Quang Tiến")


def judge(verdict, path, count, anchor, work):
    name = path.name
    with open(path, "rb") as file:
        for embedded in PdfFileReader(file).embedded_signatures:
            status = validate_pdf_signature(embedded, anchor)
            verdict.expect(status.bottom_line, f"{name}: pyHanko: {status.summary()}")
    poppler = run("pdfsig", "-nocert", path)
    verdict.equal(f"{name}: poppler", poppler.count("Signature is Valid"), count)
    # MuPDF checks with the PKCS#7 functions of OpenSSL, which know no RSASSA-PSS.
    if not name.startswith("pss"):
        mupdf = run("mutool", "sign", "-v", path)
        said = re.findall("unchanged since signing|valid but there have been edits", mupdf)
        verdict.equal(f"{name}: MuPDF", len(said), count)
    run("qpdf", "--check", path)
    content = path.read_bytes()
    for field, der, ranges in signatures(path):
        (work / "cms.der").write_bytes(der)
        (work / "content").write_bytes(content[: ranges[1]] + content[ranges[2] : ranges[2] + ranges[3]])
        said = run("openssl", "cms", "-verify", "-inform", "DER", "-in", "cms.der", "-content", "content", "-binary",
                   "-CAfile", "ca.pem", "-purpose", "any", "-cades", "-out", "/dev/null", cwd=work)
        verdict.expect("Verification successful" in said, f"{name}, {field}: openssl: {said}")
    for profile in ("2a", "ua1"):
        failures = {failure.rule_id for failure in page.validate_pdf(str(path), profile=profile).failures}
        verdict.equal(f"{name}: {profile}", failures - ({ONLY_LAST} if count > 1 else set()), set())


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
