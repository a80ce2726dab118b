"""PDF/A-2a and PDF/UA-1 by a validator that knows nothing of the writer.

archive.py OUTPUT_FOLDER
"""

import sys
from pathlib import Path

import page

from verdict import Verdict


def main(folder):
    (pdf,) = Path(folder).glob("*.pdf")
    verdict = Verdict("archive")
    rules = 0
    for profile in ["2a", "ua1"]:
        report = page.validate_pdf(str(pdf), profile=profile)
        verdict.expect(report.is_compliant, f"{profile}: not compliant")
        verdict.faults += [f"{profile}: {failure.rule_id}: {failure.message}" for failure in report.failures]
        rules += report.rules.passed
    verdict.close(f"PDF/A-2a and PDF/UA-1: {rules} rules hold")


main(*sys.argv[1:])
