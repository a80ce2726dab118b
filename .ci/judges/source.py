"""`source/` set by the stock Typst gives the same pages: each word in its place, each page the same picture.

source.py OUTPUT_FOLDER FONTS CARGO.lock WORK_FOLDER
"""

import re
import sys
import tomllib
from pathlib import Path

import typst

from verdict import Verdict, run


def words_in_place(pdf):
    """Each word with its box, to a tenth of a point. The stock Typst leaves in the text the joiners that keep
    a word on one line; vanban takes them out again."""
    words = run("pdftotext", "-bbox", pdf, "-").partition("<doc>")[2].replace("\u2060", "")
    return re.sub(r"\d+\.\d+", lambda number: f"{float(number[0]):.1f}", words).splitlines()


def pictures(pdf, folder):
    """The pages as grey pixels."""
    folder.mkdir(parents=True, exist_ok=True)
    run("pdftoppm", "-gray", "-r", "72", pdf, folder / "page")
    return [path.read_bytes() for path in sorted(folder.iterdir())]


def main(folder, fonts, lock, work):
    (pdf,) = Path(folder).glob("*.pdf")
    work = Path(work)
    work.mkdir(parents=True, exist_ok=True)
    verdict = Verdict("source")

    crates = {crate["name"]: crate["version"] for crate in tomllib.loads(Path(lock).read_text())["package"]}
    version = work / "version.typ"
    version.write_text("#metadata(str(sys.version)) <version>")
    stock_version = typst.query(str(version), "<version>", field="value", one=True).strip('"')
    verdict.equal("version of the stock Typst", stock_version, crates["typst"])

    source, stock = Path(folder) / "source", work / "stock.pdf"
    options = {"font_paths": [fonts], "ignore_system_fonts": True, "pdf_standards": ["a-2a", "ua-1"]}
    typst.compile(str(source / "main.typ"), output=str(stock), root=str(source), **options)

    ours, theirs = words_in_place(pdf), words_in_place(stock)
    verdict.same_sequence("words in place", ours, theirs)
    ours_drawn, theirs_drawn = pictures(pdf, work / "ours"), pictures(stock, work / "stock")
    verdict.equal("pages", len(ours_drawn), len(theirs_drawn))
    for at, (x, y) in enumerate(zip(ours_drawn, theirs_drawn), 1):
        verdict.expect(x == y, f"page {at} looks different")
    words = sum("<word" in line for line in theirs)
    verdict.close(f"stock Typst {stock_version} gives the same {len(theirs_drawn)} pages and {words} words in place")


main(*sys.argv[1:])
