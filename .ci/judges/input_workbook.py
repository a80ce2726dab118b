"""The input workbook of the repository: valid, readable, and what the program that makes it writes.

input_workbook.py INPUT.xlsx MADE_AGAIN.xlsx
"""

import sys
from pathlib import Path

import openpyxl

from verdict import Verdict, open_xml_faults


def main(path, made_again):
    verdict = Verdict("input workbook")
    verdict.faults += [f"Open XML SDK: {fault}" for fault in open_xml_faults(path)]
    verdict.expect(Path(path).read_bytes() == Path(made_again).read_bytes(), "make_inputs writes another file")
    book = openpyxl.load_workbook(path)
    cells = 0
    for sheet in book:
        verdict.expect(not sheet.merged_cells.ranges, f"{sheet.title}: merged cells")
        verdict.expect(sheet.freeze_panes, f"{sheet.title}: the header row is not frozen")
        for row in sheet.iter_rows():
            formulas = [cell.coordinate for cell in row if cell.data_type == "f"]
            verdict.expect(not formulas, f"{sheet.title}: formulas in {formulas}")
            cells += sum(cell.value is not None for cell in row)
    verdict.close(f"{len(book.sheetnames)} sheets, {cells} cells, made again byte for byte")


main(*sys.argv[1:])
