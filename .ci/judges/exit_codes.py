"""What a script that calls the program relies on: exit codes, and that nothing already written is touched.

exit_codes.py VANBAN REPOSITORY WORK_FOLDER
"""

import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl

from verdict import Verdict


def contents(folder):
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def words_for_number(path):
    """Puts words in the place of a number, and names the cell."""
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows(min_row=2) for cell in row if type(cell.value) is int]
    cell = next(cell for cell in cells if cell.value > 1000)
    cell.value = "chưa rõ"
    book.save(path)
    return cell.coordinate


def main(vanban, repository, work):
    vanban, repository, work = Path(vanban).resolve(), Path(repository).resolve(), Path(work)
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(repository / "inputs", work / "inputs")
    verdict = Verdict("exit codes")
    output, templates = work / "output", ["--templates", str(repository / "templates")]

    def check(what, wanted, *arguments):
        done = subprocess.run([vanban, "--lang", "en", *arguments], cwd=work, capture_output=True, text=True)
        verdict.equal(f"exit code for {what}", done.returncode, wanted)
        if wanted:
            verdict.expect(done.stderr.strip(), f"no message for {what}")
            verdict.equal(f"standard output for {what}", done.stdout, "")
        return done

    done = check("a good document", 0, *templates)
    written = contents(output)
    verdict.expect(written, "nothing was written")
    for line in done.stdout.splitlines():
        verdict.expect((work / line).exists(), f"standard output names {line}, which is not there")
    check("a check", 0, "check", *templates)

    inputs = str(next(work.glob("inputs/*")).relative_to(work))
    check("a document compared with itself", 0, "diff", inputs, inputs, *templates)
    check("a comparison with nothing", 2, "diff", inputs, "nowhere", *templates)

    cell = words_for_number(next(work.glob("inputs/*/*.xlsx")))
    done = check("words for a number", 1, *templates)
    named = cell in done.stderr and "chưa rõ" in done.stderr
    verdict.expect(named, f"the message names neither {cell} nor its words: {done.stderr}")
    check("a check of words for a number", 1, "check", *templates)
    check("missing templates", 2, "--templates", "nowhere")
    check("an unknown option", 2, "--nonsense", *templates)
    check("an unknown command", 2, "paint", *templates)
    check("missing inputs", 2, "build", "nowhere", *templates)
    verdict.expect(contents(output) == written, "what was already written has been touched")
    verdict.close("0, 1 and 2 as promised; a refused document leaves the earlier output alone")


main(*sys.argv[1:])
