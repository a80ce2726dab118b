"""figures.json against the files it speaks of: hashes, source cells, workbook cells, places on the pages.

ledger.py OUTPUT_FOLDER INPUT_FOLDER
"""

import hashlib
import json
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl

from verdict import Verdict, printed_pages

MM = 72 / 25.4


def exact(cell):
    """The number of a cell in the scale in which it is shown: 0.94 in the format 0% is 94."""
    shown = Decimal(repr(cell.value))
    return shown * 100 if cell.number_format.endswith("%") else shown


def words_at(place, words):
    """The word at the place, which is on its base line; a figure may stand within a word, as in 2021-2025."""
    x, y = place["x"] * MM, place["y"] * MM
    return [text for box, text in words if box["xMin"] - 1 < x < box["xMax"] - 1 and box["yMin"] < y < box["yMax"]]


def check_place(verdict, figure, place, pages):
    _, _, words = pages[place["page"] - 1]
    name = f"{figure['key']} on page {place['page']} at {place['x']} × {place['y']} mm"
    if place["in"] == "table":
        digits = figure["printed"].rstrip("%").replace(".", "")
        verdict.expect(digits in "".join(text.replace(".", "") for _, text in words), f"{name}: not on the page")
    else:
        there = words_at(place, words)
        printed = any(figure["printed"] in text for text in there)
        verdict.expect(printed, f"{name}: expected {figure['printed']}, the page has {there}")


def main(folder, inputs):
    folder, inputs = Path(folder), Path(inputs)
    verdict = Verdict("ledger")
    ledger = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    for home, files in [(inputs, ledger["inputs"]), (folder, ledger["outputs"])]:
        for file in files:
            digest = hashlib.sha256((home / file["file"]).read_bytes()).hexdigest()
            verdict.equal(f"sha256 of {file['file']}", file["sha256"], digest)

    (workbook,) = folder.glob("*.xlsx")
    written = openpyxl.load_workbook(workbook, data_only=True)
    books = {file["file"]: openpyxl.load_workbook(inputs / file["file"], data_only=True) for file in ledger["inputs"]}
    pages = list(printed_pages(next(folder.glob("*.pdf"))))
    numbers = [figure for figure in ledger["figures"] if figure["kind"] in ("number", "percent", "year")]
    places = 0
    for figure in numbers:
        value, name = Decimal(figure["value"]), figure["key"]
        if not figure["computed"] and len(figure["cells"]) == 1:
            (at,) = figure["cells"]
            verdict.equal(f"{name}, source cell", exact(books[at["file"]][at["sheet"]][at["cell"]]), value)
        if "workbook" in figure:
            at = figure["workbook"]
            verdict.equal(f"{name}, workbook cell", exact(written[at["sheet"]][at["cell"]]), value)
        for place in figure["places"]:
            places += 1
            check_place(verdict, figure, place, pages)
    printed = {figure["key"]: figure["printed"] for figure in numbers}
    for sentence in ledger["sentences"]:
        for span in sentence["figures"]:
            words = sentence["text"][span["start"] : span["end"]]
            verdict.equal(f"{span['key']} in “{sentence['text'][:40]}…”", words, printed.get(span["key"], words))
    verdict.expect(numbers and places, "the ledger lists no figure or no place")
    verdict.close(f"{len(numbers)} numbers as in their cells, printed in {places} places")


main(*sys.argv[1:])
