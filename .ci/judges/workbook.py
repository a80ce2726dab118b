"""The Open XML SDK, openpyxl and LibreOffice on the workbook: valid, recalculated, every cell whole on paper.

workbook.py OUTPUT_FOLDER DOCUMENT.toml WORK_FOLDER
"""

import itertools
import json
import math
import re
import string
import sys
import tomllib
from pathlib import Path

import openpyxl
import pdfplumber
import pikepdf

from libreoffice import convert
from verdict import Verdict, open_xml_faults

# Bookmarks tell which page begins a sheet; icons of notes would cover the figures beside them.
SWITCHES = {"ExportBookmarks": "true", "ExportNotes": "false"}
OPTIONS = {name: {"type": "boolean", "value": value} for name, value in SWITCHES.items()}
PDF_KIND = "pdf:calc_pdf_Export:" + json.dumps(OPTIONS)
LETTERS = string.ascii_uppercase


def same(x, y):
    if isinstance(x, (int, float)) and isinstance(y, (int, float)):
        return math.isclose(x, y, rel_tol=1e-12, abs_tol=1e-9)
    return x == y


def check_values(verdict, formulas, cached, recalculated):
    """Every value is what LibreOffice has after calculating anew. Returns the number of formulas."""
    count = 0
    verdict.equal("sheets after LibreOffice", recalculated.sheetnames, cached.sheetnames)
    for sheet in cached:
        for cell in itertools.chain.from_iterable(sheet.iter_rows()):
            name, formula = f"{sheet.title}!{cell.coordinate}", formulas[sheet.title][cell.coordinate]
            anew = recalculated[sheet.title][cell.coordinate].value
            if formula.data_type == "f":
                count += 1
                verdict.expect(isinstance(cell.value, (int, float)), f"{name} {formula.value}: cached {cell.value!r}")
            verdict.expect(same(cell.value, anew), f"{name} {formula.value}: is {cell.value!r}, calculated {anew!r}")
            wrong = re.search(r"Err:|#(REF|NAME|VALUE|DIV/0|N/A|NUM|NULL)", str(anew))
            verdict.expect(not wrong, f"{name}: {anew}")
    verdict.expect(count, "no formula in the workbook")
    return count


def check_parts(verdict, book):
    """What Excel would offer to repair and no validator sees."""
    for sheet in book:
        for x, y in itertools.combinations(sheet.merged_cells.ranges, 2):
            verdict.expect(x.isdisjoint(y), f"{sheet.title}: merged areas {x} and {y} overlap")
        for table in sheet.tables.values():
            heading = [cell.value for cell in sheet[table.ref][0]]
            verdict.equal(f"{sheet.title}: columns of {table.name}", table.column_names, heading)


def shown(cell):
    """The text of a cell as a Vietnamese Excel shows it, without blanks."""
    value, form = cell.value, cell.number_format
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        decimals = len(form.partition(".")[2].rstrip("%"))
        grouped = f"{value * (100 if form.endswith('%') else 1):{',' if '#,##' in form else ''}.{decimals}f}"
        value = grouped.translate(str.maketrans(",.", ".,")) + ("%" if form.endswith("%") else "")
    return squeezed(value)


def check_paper(verdict, book, definition, pdf):
    """Each official sheet on A4 as declared, every cell's text whole within its own lines, header rows repeated."""
    with pikepdf.open(pdf) as document, document.open_outline() as outline:
        numbers = {page.objgen: at for at, page in enumerate(document.pages)}
        starts = {item.title: numbers[item.destination[0].objgen] for item in outline.root}
    official = [(part["sheet"], appendix) for appendix in definition["appendix"] for part in appendix["part"]]
    with pdfplumber.open(pdf) as document:
        ends = sorted(starts.values()) + [len(document.pages)]
        for name, appendix in official:
            first = starts[name]
            pages = document.pages[first : next(end for end in ends if end > first)]
            check_sheet(verdict, book[name], appendix.get("landscape", False), pages)
        text = "".join(page.extract_text() for page in document.pages)
        verdict.expect("##" not in text, "a column too narrow for its number")
        fonts = {char["fontname"].partition("+")[2].partition("-")[0] for page in document.pages for char in page.chars}
        verdict.expect(fonts <= {"LiberationSerif", "TimesNewRoman"}, f"judged in other fonts: {sorted(fonts)}")
    return len(official)


def squeezed(text):
    return "".join(str("" if text is None else text).split())


def within(page, box):
    """What lies whole between the lines of a cell; what sticks out by more than a hair is cut off on paper."""
    hair = 0.75
    return page.within_bbox((box[0] - hair, box[1] - hair, box[2] + hair, box[3] + hair), strict=False)


def check_head(verdict, place, rows, above):
    """The lines over the table: all there, none upon another, in the size that the sheet says."""
    text = squeezed(above.extract_text())
    for line in ["".join(map(shown, row)) for row in rows]:
        verdict.expect(line in text, f"{place}: the head lacks “{line}”, or it is wider than the table")
    lines = above.extract_text_lines()
    for upper, lower in itertools.pairwise(lines):
        apart = (lower["top"] - upper["top"]) / lower["chars"][0]["size"]
        verdict.expect(apart > 1.05, f"{place}: “{lower['text']}” touches the line above")
    declared = max(cell.font.sz for row in rows for cell in row if cell.value)
    scale = max(char["size"] for char in above.chars) / declared
    verdict.expect(
        scale > 0.97, f"{place}: printed at {scale:.0%}, so that {declared:g} pt are {declared * scale:.1f} pt"
    )


def check_sheet(verdict, sheet, landscape, pages):
    size = (842, 595) if landscape else (595, 842)
    top, bottom = (int(row) for row in re.findall(r"\d+", sheet.print_title_rows))
    table = [[shown(cell) for cell in row] for row in sheet.iter_rows(min_row=top)]
    header, found = table[: bottom - top + 1], []
    for at, page in enumerate(pages):
        place = f"{sheet.title}, page {at + 1} on paper"
        verdict.equal(f"{place}: size", (round(page.width), round(page.height)), size)
        tables = page.find_tables()
        if not verdict.expect(len(tables) == 1, f"{place}: {len(tables)} tables"):
            continue
        rows = [[squeezed(box and within(page, box).extract_text()) for box in row.cells] for row in tables[0].rows]
        if at == 0:
            left, first_line, right, _ = tables[0].bbox
            check_head(
                verdict, place, list(sheet.iter_rows(max_row=top - 1)), within(page, (left, 0, right, first_line))
            )
        else:
            verdict.expect(rows[: len(header)] == header, f"{place}: the header rows are not repeated")
            rows = rows[len(header) :]
        found += rows
    verdict.equal(f"{sheet.title}: rows on paper", len(found), len(table))
    for number, (row, wanted) in enumerate(zip(found, table), top):
        verdict.equal(f"{sheet.title}: cells of row {number} on paper", len(row), len(wanted))
        for letter, on_paper, text in zip(LETTERS, row, wanted):
            verdict.equal(f"{sheet.title}!{letter}{number} on paper", on_paper, text)


def main(folder, definition, work):
    (path,) = Path(folder).glob("*.xlsx")
    work = Path(work)
    verdict = Verdict("workbook")
    verdict.faults += [f"Open XML SDK: {fault}" for fault in open_xml_faults(path)]
    formulas, cached = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    recalculated = openpyxl.load_workbook(convert(path, work, "xlsx:Calc MS Excel 2007 XML"), data_only=True)
    count = check_values(verdict, formulas, cached, recalculated)
    check_parts(verdict, cached)
    definition = tomllib.loads(Path(definition).read_text(encoding="utf-8"))
    official = check_paper(verdict, cached, definition, convert(path, work, PDF_KIND))
    for name in ["title", "subject", "creator"]:
        verdict.expect(getattr(cached.properties, name), f"no document property {name}")
    verdict.close(
        f"{count} formulas give their cached values; {official} official and "
        f"{len(cached.sheetnames) - official} data sheets, each official cell whole on A4"
    )


main(*sys.argv[1:])
