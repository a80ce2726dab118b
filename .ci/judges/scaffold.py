"""openpyxl and LibreOffice on the workbook that people fill in: its rules, its locks, and that filling it in works.

scaffold.py VANBAN REPOSITORY OUTPUT_FOLDER WORK_FOLDER
"""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import openpyxl

from verdict import Verdict, open_xml_faults, run

# Formulas are calculated anew, as Excel does when a cell they name is entered.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
DOCUMENT = "ke-hoach-giam-ngheo"
KINDS = {"count": "whole", "money": "whole", "percent": "decimal", "year": "whole", "date": "date"}


def recalculated(path, work):
    """LibreOffice's copy. It exits 0 whatever happens, and its first start may write nothing."""
    settings = work / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(PROFILE, encoding="utf-8")
    folder = work / "recalculated"
    command = ["timeout", "180", "soffice", f"-env:UserInstallation=file://{(work / 'profile').resolve()}"]
    command += ["--headless", "--norestore", "--nolockcheck", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    for _ in range(2):
        run(*command, "--outdir", folder, path)
        if (folder / path.name).exists():
            return folder
    sys.exit(f"LibreOffice wrote nothing of {path}")


def check_sheet(verdict, sheet, columns):
    """Every column has the rule of its kind; headings are locked and stay in view; cells below are open."""
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    verdict.expect(sheet.freeze_panes and sheet.freeze_panes.endswith("2"), f"{sheet.title}: headings are not frozen")
    verdict.expect(sheet.protection.sheet, f"{sheet.title}: not locked")
    verdict.expect(not sheet.protection.password, f"{sheet.title}: a password")
    verdict.equal(f"{sheet.title}: repeated rows", sheet.print_title_rows, "$1:$1")
    verdict.equal(f"{sheet.title}: paper", (sheet.page_setup.paperSize, sheet.sheet_properties.pageSetUpPr.fitToPage), (9, True))
    for number, column in enumerate(columns, 1):
        heading, cell = sheet.cell(1, number), sheet.cell(2, number)
        place = f"{sheet.title}!{cell.coordinate}"
        follows = "{{" in column["heading"]
        verdict.expect(heading.protection.locked or follows, f"{sheet.title}!{heading.coordinate}: heading is not locked")
        verdict.expect(heading.comment, f"{sheet.title}!{heading.coordinate}: no note")
        verdict.expect(not cell.protection.locked, f"{place}: locked")
        rule = rules.get(cell.coordinate)
        if not verdict.expect(rule, f"{place}: no rule"):
            continue
        coded = column.get("choices") or rule.formula1.startswith("DM_")
        wanted = "list" if coded else KINDS.get(column["kind"], "textLength")
        verdict.equal(f"{place}: rule", rule.type, wanted)
        verdict.expect(rule.prompt and rule.error and rule.errorTitle, f"{place}: no message")
    watched = [rule.type for area in sheet.conditional_formatting for rule in area.rules]
    verdict.expect("duplicateValues" in watched, f"{sheet.title}: nothing watches for duplicates")


def check_book(verdict, path, definition):
    verdict.faults += [f"Open XML SDK: {fault}" for fault in open_xml_faults(path)]
    book = openpyxl.load_workbook(path)
    properties = {prop.name: prop.value for prop in book.custom_doc_props.props}
    wanted = f"{DOCUMENT}/{definition['document'].get('schema', 1)}"
    verdict.equal("the property", properties.get("vanban-schema"), wanted)
    for table in definition["table"]:
        check_sheet(verdict, book[table["sheet"]], table["column"])
    facts = book[definition["facts"]["sheet"]]
    for row in range(3, len(definition["facts"]["field"]) + 2):
        verdict.expect(facts.cell(row, 1).protection.locked, f"{facts.title}!A{row}: name is not locked")
        verdict.expect(not facts.cell(row, 2).protection.locked, f"{facts.title}!B{row}: locked")
    for name, area in book.defined_names.items():
        title, cells = next(area.destinations)
        if name.startswith("vanban."):
            verdict.expect(book[title][cells].value, f"{name}: no heading")
        else:
            verdict.expect(all(cell[0].value for cell in book[title][cells]), f"{name}: blanks in the list")
    named = sum(name.startswith("vanban.") for name in book.defined_names)
    columns = sum(len(table["column"]) for table in definition["table"])
    verdict.equal("named headings", named, columns + len(definition["facts"]["field"]))
    return book


def label_row(sheet, text):
    """The row of a total's label."""
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value == text]
    return cells[0].row if cells else None


def fill(book, source, definition, from_row):
    """Enters what the checked-in input says, each total row where the new workbook has it."""
    totals = {table["sheet"]: table["total"]["label"] for table in definition["table"] if "total" in table}
    for sheet in source:
        target, label = book[sheet.title], totals.get(sheet.title)
        for row in sheet.iter_rows(min_row=from_row):
            is_total = label is not None and label in [cell.value for cell in row]
            at = label_row(target, label) if is_total else row[0].row
            for cell in (cell for cell in row if cell.value is not None):
                new = target.cell(at, cell.column)
                new.value = cell.value
                if cell.number_format not in ("General", "@"):
                    new.number_format = cell.number_format


def main(vanban, repository, output, work):
    vanban, repository, work = Path(vanban).resolve(), Path(repository).resolve(), Path(work)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    verdict = Verdict("scaffold")
    common = ["--lang", "en", "--quiet", "--templates", repository / "templates"]
    definition = tomllib.loads((repository / "templates" / DOCUMENT / "document.toml").read_text(encoding="utf-8"))
    (wanted,) = (path.read_bytes() for path in Path(output).glob("*.pdf"))
    real = openpyxl.load_workbook(repository / "inputs/ke-hoach-2024/so-lieu.xlsx")

    def build(folder):
        command = [str(part) for part in [vanban, "build", folder, "--output", "output", *common]]
        done = subprocess.run(command, cwd=work, capture_output=True, text=True)
        if verdict.equal(f"exit code for {folder}: {done.stderr[:500]}", done.returncode, 0):
            (pdf,) = (work / "output" / Path(folder).name).glob("*.pdf")
            return pdf.read_bytes()

    run(vanban, "new", "by-script", "--document", DOCUMENT, *common, cwd=work)
    path = work / "by-script" / "so-lieu.xlsx"
    book = check_book(verdict, path, definition)
    fill(book, real, definition, 1)
    book.save(path)
    verdict.expect(build("by-script") == wanted, "filled in by a script, it makes another PDF")

    # A person enters the particulars; the headings that name a year follow by themselves.
    run(vanban, "new", "by-hand", "--document", DOCUMENT, *common, cwd=work)
    path = work / "by-hand" / "so-lieu.xlsx"
    book = openpyxl.load_workbook(path)
    fill(book, real, definition, 2)
    book.save(path)
    verdict.expect(build(recalculated(path, work).resolve()) == wanted, "filled in by hand, it makes another PDF")

    run(vanban, "new", "next", "--from", repository / "inputs/ke-hoach-2024", *common, cwd=work)
    book = check_book(verdict, work / "next" / "so-lieu.xlsx", definition)
    rules = sum(len(sheet.data_validations.dataValidation) for sheet in book)
    verdict.close(f"{len(book.sheetnames)} sheets with {rules} rules; filled in twice, each time the published PDF")


main(*sys.argv[1:])
