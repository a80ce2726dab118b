"""poppler, pikepdf and qpdf on the PDF: properties, fonts, every word, reading order, tables, bookmarks.

pdf.py OUTPUT_FOLDER PLAN.md
"""

import re
import sys
from collections import Counter
from pathlib import Path

import pikepdf

from verdict import Verdict, printed_pages, run

MM = 72 / 25.4
APPENDIX = ["Phụ", "lục", "I"]


def plan_blocks(text):
    """The reference text without its markdown marks, paragraph by paragraph."""
    text = re.sub(r"^\|[\s:|-]+\|$", "", text, flags=re.M)
    return [block for block in text.replace("*", "").replace("|", " ").split("\n\n") if block.strip()]


def running_words(words):
    """The words, put together again where a line breaks after a hyphen or a slash."""
    texts, last = [], None
    for box, text in words:
        if texts and re.search(r"\w[-/]$", texts[-1]) and abs(box["yMin"] - last["yMin"]) > 5:
            texts[-1] += text
        else:
            texts.append(text)
        last = box
    return texts


def without_repeated_header(words, page_before):
    """A continued table repeats its header, which the page before has as well."""
    before = "\n" + "\n".join(page_before) + "\n"
    size = next(n for n in range(len(words), -1, -1) if "\n" + "\n".join(words[:n]) + "\n" in before or n == 0)
    return words[size:]


def check_properties(verdict, pdf, blocks):
    info = dict(re.findall(r"^([^:\n]+):\s*(.*)$", run("pdfinfo", pdf), flags=re.M))
    issuer, number = blocks[0], re.search(r"Số: (\S+)", "\n".join(blocks)).group(1)
    abstract = next(block for block in blocks if block.startswith("KẾ HOẠCH\n")).split("\n", 1)[1]
    verdict.equal("Author", info["Author"], " ".join(issuer.split()))
    verdict.equal("Subject", info["Subject"], " ".join(abstract.split()))
    verdict.expect(number in info["Title"], f"Title lacks {number}: {info['Title']}")
    verdict.expect(info.get("Keywords"), "no Keywords")
    verdict.equal("Tagged", info["Tagged"], "yes")
    verdict.equal("JavaScript", info["JavaScript"], "no")
    meta = run("pdfinfo", "-meta", pdf)
    for claim in ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"]:
        verdict.expect(claim in meta, f"the metadata does not say {claim}")


def check_fonts(verdict, pdf):
    rows = run("pdffonts", pdf).splitlines()[2:]
    verdict.expect(rows, "no fonts")
    for row in rows:
        name, flags = row.split()[0], re.findall(r"\b(yes|no)\b", row)
        verdict.expect(re.fullmatch(r"[A-Z]{6}\+LiberationSerif(-\w+)?", name), f"font {name}")
        verdict.equal(f"{name}: embedded, subset, Unicode", flags, ["yes", "yes", "yes"])
    return len(rows)


def check_pages(verdict, pages, first_appendix):
    """A4 everywhere; page numbers centred in the top margin, anew in each appendix, none on a first page."""
    expected, landscape = 0, []
    for at, (width, height, words) in enumerate(pages, 1):
        verdict.equal(f"page {at}, size in mm", sorted([round(width / MM), round(height / MM)]), [210, 297])
        body = [text for box, text in words if box["yMax"] > 20 * MM]
        margin = [(box, text) for box, text in words if box["yMax"] <= 20 * MM]
        begins = at == 1 or body[:2] == APPENDIX[:2]
        expected = 1 if begins else expected + 1
        verdict.equal(f"page {at}, page number", [text for _, text in margin], [] if begins else [str(expected)])
        for box, _ in margin:
            # The text block is 30 mm from the left and 15 to 20 mm from the right edge of the page.
            off = (box["xMin"] + box["xMax"] - width) / 2 / MM
            verdict.expect(-1 <= off <= 8.5, f"page {at}: the page number is {off:.1f} mm off the centre of the page")
        if width > height:
            landscape.append(at)
    verdict.expect(landscape, "no landscape page for the wide appendix")
    verdict.expect(all(at >= first_appendix for at in landscape), f"landscape pages {landscape}")


def check_words(verdict, pages, blocks):
    """The text word by word in the content stream; in the appendices the words of a page in any order."""
    pages = [running_words([word for word in words if word[0]["yMax"] > 20 * MM]) for _, _, words in pages]
    wanted = " ".join(blocks).split()
    split = next(i for i in range(len(wanted)) if wanted[i : i + 4] == [*APPENDIX, "KẾ"])
    first = next((i for i, words in enumerate(pages) if words[:3] == APPENDIX), len(pages))
    verdict.same_sequence("words", sum(pages[:first], []), wanted[:split])
    found = Counter()
    for at in range(first, len(pages)):
        continued = pages[at][:2] != APPENDIX[:2]
        found.update(without_repeated_header(pages[at], pages[at - 1]) if continued else pages[at])
    tables = Counter(wanted[split:])
    verdict.expect(found == tables, f"appendices: too many {dict(found - tables)}, missing {dict(tables - found)}")
    return len(wanted), first + 1


def check_structure(verdict, pdf, blocks):
    """What a screen reader reads: the tagged text in order, and tables whose every cell knows its headings."""
    tree = run("pdfinfo", "-struct-text", pdf)
    read = "".join(re.findall(r'^\s*"(.*)"$', tree, flags=re.M))
    verdict.same_sequence("tagged text", "".join(read.split()), "".join("".join(blocks).split()), join="")
    tables = re.split(r"^\s*Table", tree, flags=re.M)[1:]
    verdict.equal("tables", len(tables), 3)
    cells = 0
    for at, table in enumerate(tables, 1):
        parts = re.findall(r"^ +(TH|TD)\b.*\n((?: +/.*\n)*)", table, flags=re.M)
        heads = [re.search(r"/Scope /(\w+)", rest) for kind, rest in parts if kind == "TH"]
        scopes = Counter(scope and scope.group(1) for scope in heads)
        verdict.expect(set(scopes) == {"Column", "Row"}, f"table {at}: header cells {dict(scopes)}")
        orphans = [rest for kind, rest in parts if kind == "TD" and not re.search(r"/Headers \[\(", rest)]
        verdict.expect(not orphans, f"table {at}: {len(orphans)} cells without headers")
        cells += len(parts)
    return cells


def check_bookmarks(verdict, pdf, blocks, pages):
    wanted = [block for block in blocks if re.match(r"[IVX]+\. ", block)]
    wanted += [block.split("\n")[0] for block in blocks if re.match(r"Phụ lục [IVX]+\n", block + "\n")]
    with pikepdf.open(pdf) as document, document.open_outline() as outline:
        verdict.equal("bookmarks", [item.title for item in outline.root], wanted)
        numbers = {page.objgen: at for at, page in enumerate(document.pages)}
        items = list(outline.root)
        while items:
            item = items.pop()
            items += item.children
            target = item.destination if item.destination is not None else item.action["/D"]
            at = numbers.get(target[0].objgen)
            there = "" if at is None else " ".join(running_words(pages[at][2]))
            verdict.expect(item.title in there, f"bookmark “{item.title}” leads to a page without it")
        verdict.equal("language", str(document.Root.Lang), "vi")
    return len(wanted)


def main(folder, plan):
    (pdf,) = Path(folder).glob("*.pdf")
    verdict = Verdict("pdf")
    blocks = plan_blocks(Path(plan).read_text(encoding="utf-8"))
    pages = list(printed_pages(pdf))
    run("qpdf", "--check", pdf)
    check_properties(verdict, pdf, blocks)
    fonts = check_fonts(verdict, pdf)
    words, first_appendix = check_words(verdict, pages, blocks)
    check_pages(verdict, pages, first_appendix)
    cells = check_structure(verdict, pdf, blocks)
    bookmarks = check_bookmarks(verdict, pdf, blocks, pages)
    verdict.close(
        f"{len(pages)} pages, {words} words as in {Path(plan).name}, {fonts} fonts, "
        f"{cells} table cells with headings, {bookmarks} bookmarks"
    )


main(*sys.argv[1:])
