"""The same inputs give the same bytes in another folder, time zone, language, home, clock and on one processor.

same_bytes.py VANBAN REPOSITORY WORK_FOLDER
"""

import hashlib
import os
import shutil
import sys
from pathlib import Path

from verdict import Verdict, run

FAKE_TIME = ["faketime", "2031-02-28 23:59:58"]
PLACES = {
    "here": ({"TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}, []),
    "một nơi khác/năm sau": (
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "vi_VN.UTF-8", "LANG": "vi_VN.UTF-8"},
        [*FAKE_TIME, "taskset", "--cpu-list", "0"],
    ),
    "third": ({"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, []),
}


def copy_of(repository, place):
    """Inputs and templates with new times of change."""
    for name in ["inputs", "templates"]:
        shutil.copytree(repository / name, place / name, copy_function=shutil.copyfile)


def digests(folder):
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def main(vanban, repository, work):
    vanban, work = Path(vanban).resolve(), Path(work)
    verdict = Verdict("same bytes")
    year = run(*FAKE_TIME, "date", "+%Y").strip()
    verdict.equal("the year that a program is made to believe", year, "2031")
    results = {}
    for name, (variables, before) in PLACES.items():
        place = work / name
        shutil.rmtree(place, ignore_errors=True)
        copy_of(Path(repository), place)
        home = place / "home"
        home.mkdir()
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), **variables}
        run(*before, vanban, "--lang", "en", "--quiet", cwd=place, env=environment)
        results[name] = digests(place / "output")
    first = results["here"]
    for wanted in [".pdf", ".xlsx", "figures.json"]:
        verdict.expect(any(name.endswith(wanted) for name in first), f"no {wanted} was written")
    for place, found in results.items():
        verdict.equal(f"files in “{place}”", list(found), list(first))
        for name in first.keys() & found.keys():
            verdict.expect(found[name] == first[name], f"{name} differs in “{place}”")
    verdict.close(f"{len(first)} files identical in {len(PLACES)} places, one of them in the year {year}")


main(*sys.argv[1:])
