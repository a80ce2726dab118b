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


def forms(ledger, figure, place):
    """How a figure is printed at a place: in a sentence perhaps in words, “giảm 735 hộ” for -735."""
    if place["in"] != "sentence":
        return {figure["printed"]}
    sentence = ledger["sentences"][place["sentence"]]
    spans = [span for span in sentence["figures"] if span["key"] == figure["key"]]
    return {sentence["text"][span["start"] : span["end"]] for span in spans}


def is_form(text, figure):
    """Whether that is the figure, or a change by it."""
    printed = figure["printed"]
    if text == printed:
        return True
    value = Decimal(figure["value"])
    word = "tăng" if value > 0 else "giảm" if value < 0 else "không đổi"
    amount = printed.removeprefix("-")
    return text in (word, f"{word} {amount}", f"{word} {amount} {figure.get('unit')}") and (value != 0) == (amount in text)


def check_place(verdict, ledger, figure, place, pages):
    _, _, words = pages[place["page"] - 1]
    name = f"{figure['key']} on page {place['page']} at {place['x']} × {place['y']} mm"
    if place["in"] == "table":
        digits = figure["printed"].rstrip("%").replace(".", "")
        verdict.expect(digits in "".join(text.replace(".", "") for _, text in words), f"{name}: not on the page")
    else:
        there = words_at(place, words)
        wanted = forms(ledger, figure, place)
        printed = any(word in text for form in wanted for word in form.split() for text in there)
        verdict.expect(printed, f"{name}: expected one of {wanted}, the page has {there}")


def check_relations(verdict, ledger):
    """Every relation with what it speaks of: sums are added up here."""
    verdict.equal("the format", ledger["format"], "vanban/figures/3")
    values = {figure["key"]: figure["value"] for figure in ledger["figures"]}
    relations = ledger["relations"]
    differ = [relation["key"] for relation in relations["checked"] if relation["stated"] != relation["expected"]]
    verdict.equal("relations that differ", [relation["key"] for relation in relations["differ"]], differ)
    verdict.equal("relations that hold", relations["hold"], len(relations["checked"]) - len(differ))
    for relation in relations["checked"]:
        verdict.equal(f"{relation['key']}, stated", Decimal(relation["stated"]), Decimal(values[relation["key"]]))
        if relation["rule"] == "sum":
            total = sum(Decimal(values[key]) for key in relation["operands"] if key in values)
            verdict.equal(f"{relation['key']}, expected", Decimal(relation["expected"]), total)
    for figure in ledger["figures"]:
        for key in figure.get("from", []):
            verdict.expect("/*/" in key or key in values, f"{figure['key']} is made from {key}, which is not there")


def main(folder, inputs):
    folder, inputs = Path(folder), Path(inputs)
    verdict = Verdict("ledger")
    ledger = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    # Last year's input stands beside that of the document, each file named with its folder.
    paths = {file["file"]: (inputs.parent if "/" in file["file"] else inputs) / file["file"] for file in ledger["inputs"]}
    paths |= {file["file"]: folder / file["file"] for file in ledger["outputs"]}
    for files in [ledger["inputs"], ledger["outputs"]]:
        for file in files:
            digest = hashlib.sha256(paths[file["file"]].read_bytes()).hexdigest()
            verdict.equal(f"sha256 of {file['file']}", file["sha256"], digest)

    (workbook,) = folder.glob("*.xlsx")
    written = openpyxl.load_workbook(workbook, data_only=True)
    books = {file["file"]: openpyxl.load_workbook(paths[file["file"]], data_only=True) for file in ledger["inputs"]}
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
            check_place(verdict, ledger, figure, place, pages)
    printed = {figure["key"]: figure for figure in numbers}
    for sentence in ledger["sentences"]:
        for span in sentence["figures"]:
            words = sentence["text"][span["start"] : span["end"]]
            known = printed.get(span["key"])
            verdict.expect(
                known is None or is_form(words, known),
                f"{span['key']} in “{sentence['text'][:40]}…”: “{words}”, expected {known and known['printed']}",
            )
    check_relations(verdict, ledger)
    verdict.expect(numbers and places, "the ledger lists no figure or no place")
    verdict.close(f"{len(numbers)} numbers as in their cells, printed in {places} places")


main(*sys.argv[1:])
