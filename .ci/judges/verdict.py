"""What the judges share: collecting faults, running a program, comparing long texts."""

import json
import re
import subprocess
import sys
from xml.etree import ElementTree


class Verdict:
    """Collects every fault, so that one run shows them all."""

    def __init__(self, judge):
        self.judge = judge
        self.faults = []

    def expect(self, holds, fault):
        if not holds:
            self.faults.append(fault)
        return bool(holds)

    def equal(self, what, found, wanted):
        return self.expect(found == wanted, f"{what}: found {found!r}, expected {wanted!r}")

    def same_sequence(self, what, found, wanted, join=" "):
        """Two long texts, as lists of words or strings of letters; shows the first difference in its surroundings."""
        pairs = enumerate(zip(found, wanted))
        at = next((i for i, (x, y) in pairs if x != y), min(len(found), len(wanted)))
        span = slice(max(0, at - 6 * len(join) - 6), at + 12 * len(join) + 12)
        shown = f"“{join.join(found[span])}”, expected “{join.join(wanted[span])}”"
        sizes = f"{len(found)} against {len(wanted)}"
        return self.expect(list(found) == list(wanted), f"{what}: {sizes}; first difference at {at}: {shown}")

    def close(self, summary):
        for fault in self.faults[:30]:
            print(f"FAULT: {self.judge}: {fault}")
        if self.faults:
            sys.exit(f"{self.judge}: {len(self.faults)} faults")
        print(f"ok: {self.judge}: {summary}")


def run(*command, **options):
    """The standard output of a program that must succeed."""
    try:
        done = subprocess.run([str(part) for part in command], capture_output=True, **options)
    except FileNotFoundError as missing:
        sys.exit(f"not installed: {missing.filename}")
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
    return done.stdout.decode(errors="replace")


def printed_pages(pdf):
    """Each page's size and its words with their boxes in points, in the order of the content stream."""
    html = re.sub(r"<!DOCTYPE[^>]*>|<meta[^>]*>", "", run("pdftotext", "-raw", "-bbox", pdf, "-"))
    # Where a font does not say what its glyphs mean, poppler writes control characters.
    tree = ElementTree.fromstring(re.sub(r"[\x00-\x08\x0b-\x1f]", "\ufffd", html))
    spaces = "{http://www.w3.org/1999/xhtml}"
    for page in tree.iter(spaces + "page"):
        words = [({k: float(v) for k, v in word.attrib.items()}, word.text) for word in page.iter(spaces + "word")]
        yield float(page.get("width")), float(page.get("height")), words


def open_xml_faults(workbook):
    """What the Open XML SDK finds. Its command exits 0 whatever it finds, so only an empty list is good."""
    answer = run("ooxml-validate", "--of", "json", workbook)
    try:
        return [f"{fault['path']['partUri']}: {fault['description']}" for fault in json.loads(answer)]
    except ValueError:
        return [f"no verdict: {answer[:300]!r}"]
