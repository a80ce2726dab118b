"""LibreOffice recalculates every derived figure of a workbook to the value that the ledger states.

derived.py VANBAN REPOSITORY WORK_FOLDER
"""

import datetime
import json
import shutil
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import openpyxl

from libreoffice import convert
from verdict import Verdict, run

FIXTURE = "bao-cao-suy-ra"
DISTRICTS = [
    # name, households, poor, near poor, people, satisfied, wanted
    ("Thành phố Phổ Yên", 40_321, 1_225, 980, 160_402, 92.5, 90),
    ("Huyện Phú Bình", 38_000, 2_755, 2_010, 150_003, 88.1, 90),
    ("Huyện Đại Từ", 45_678, 2_755, 1_999, 170_555, 92.5, 90),
    ("Huyện Định Hóa", 25_600, 3_100, 2_500, 90_321, 85, 90),
    ("Huyện Võ Nhai", 17_000, 4_001, 1_777, 68_009, 80.3, 90),
    ("Huyện Đồng Hỷ", 24_000, 960, 777, 88_888, 91, 90),
]
LAST_YEAR = [1_300, 2_800, 3_500, 3_100, 5_002, 999]
FUNDS = [("Thành phố Phổ Yên", 1_200.5, 1_100.3), ("Huyện Phú Bình", 3_000, 2_999.9), ("Huyện Đại Từ", 2_000, 2_100.1)]
FUNDS += [("Huyện Định Hóa", 8, 1), ("Huyện Võ Nhai", 640, 0.5), ("Huyện Đồng Hỷ", 3, 2)]
TASKS = [("1", "Nhà ở", None), ("1.1", "Xây mới", 250.5), ("1.2", "Sửa chữa", 1_000.1), ("2", "Đào tạo", None)]
TASKS += [("2.1", "Lớp nghề", 333.3), ("2.2", "Tài liệu", 1_000.1), ("2.3", "Khảo sát", 0.4), (None, "TỔNG CỘNG", None)]


def particulars(previous):
    rows = [("Mẫu văn bản", FIXTURE), ("Cơ quan chủ quản", None), ("Cơ quan ban hành", "Ủy ban nhân dân tỉnh Thái Nguyên")]
    rows += [("Tên viết tắt của cơ quan", "UBND tỉnh"), ("Số", "12"), ("Ký hiệu", "BC-UBND"), ("Địa danh", "Thái Nguyên")]
    rows += [("Ngày ban hành", datetime.date(2025, 1, 15)), ("Tên loại", "Báo cáo"), ("Trích yếu", "Kết quả giảm nghèo năm 2024")]
    rows += [("Năm báo cáo", 2024 if previous else 2023), ("Năm gốc", 2021), ("Quyền hạn, chức vụ người ký", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")]
    return rows + [("Họ và tên người ký", "Trịnh Việt Hùng"), ("Thư mục số liệu năm trước", previous)]


def fill(sheet, headings, rows):
    sheet.append(headings)
    for row in rows:
        sheet.append(row)
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            if isinstance(cell.value, datetime.date):
                cell.number_format = "dd/mm/yyyy"


def write(path, districts, previous):
    """An input workbook; totals are left blank, so that the program computes them."""
    book = openpyxl.Workbook()
    fill(book.active, ["Mục", "Nội dung"], particulars(previous))
    book.active.title = "Văn bản"
    fill(book.create_sheet("Nơi nhận"), ["Nơi nhận"], [["Như trên"], ["Lưu: VT"]])
    headings = ["Địa phương", "Tổng số hộ", "Số hộ nghèo", "Số hộ cận nghèo", "Số dân"]
    headings += ["Tỷ lệ hài lòng (%)", "Chỉ tiêu hài lòng (%)"]
    total = ("Cộng", None, None, None, None, 88.2, 90)
    fill(book.create_sheet("Hộ nghèo"), headings, [*districts, total])
    fill(book.create_sheet("Kinh phí"), ["Đơn vị", "Kế hoạch", "Thực hiện"], FUNDS)
    fill(book.create_sheet("Nhiệm vụ"), ["STT", "Nhiệm vụ", "Kinh phí"], TASKS)
    custom = openpyxl.packaging.custom.StringProperty(name="vanban-schema", value=f"{FIXTURE}/1")
    book.custom_doc_props.append(custom)
    path.parent.mkdir(parents=True)
    book.save(path)


def rounded(value, decimals):
    """A fraction rounded half away from zero."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if value >= 0 else -whole).scaleb(-decimals)


def expected():
    """Some figures of every kind, computed here."""
    poor = [row[2] for row in DISTRICTS]
    less = [now - before for now, before in zip(poor, LAST_YEAR)]
    figures = {}
    for (name, households, now, near, people, satisfied, wanted), before, change in zip(DISTRICTS, LAST_YEAR, less):
        figures |= {
            f"districts/{name}/{key}": value
            for key, value in {
                "less": Decimal(change),
                "growth": rounded(Fraction(change * 100, before), 2),
                "rate": rounded(Fraction(now * 100, households), 2),
                "per_mille": rounded(Fraction(now * 1000, people), 1),
                "size": rounded(Fraction(people, households), 2),
                "part": rounded(Fraction(now * 100, sum(poor)), 1),
                "part_rows": rounded(Fraction(now * 100, sum(poor)), 1),
                "mean": rounded(Fraction(now + near, 2), 1),
                "place": Decimal(1 + sum(other > now for other in poor)),
                "trend": Decimal(1 + sum(other < change for other in less)),
                "points": Decimal(str(satisfied)) - wanted,
            }.items()
        }
    for name, plan, done in FUNDS:
        plan, done = Decimal(str(plan)), Decimal(str(done))
        figures[f"funds/{name}/left"] = plan - done
        figures[f"funds/{name}/progress"] = rounded(Fraction(done * 100) / Fraction(plan), 0)
    amounts = {code: Fraction(str(amount)) for code, _, amount in TASKS if code and amount}
    for code, amount in amounts.items():
        group = sum(value for other, value in amounts.items() if other[0] == code[0])
        figures[f"tasks/{code}/in_group"] = rounded(amount * 100 / group, 1)
        figures[f"tasks/{code}/in_leaves"] = rounded(amount * 100 / sum(amounts.values()), 1)
        figures[f"tasks/{code}/place"] = Decimal(1 + sum(other > amount for other in amounts.values()))
    many = sum(now for now in poor if now > 1000)
    return figures | {
        "derived/gap": Decimal(max(poor) - min(poor)),
        "derived/fewer": Decimal(sum(less)),
        "derived/growth": rounded(Fraction(sum(less) * 100, sum(LAST_YEAR)), 2),
        "derived/many": Decimal(sum(now > 1000 for now in poor)),
        "derived/in_many": Decimal(many),
        "derived/share_many": rounded(Fraction(many * 100, sum(poor)), 1),
        "derived/mean": rounded(Fraction(sum(poor), len(poor)), 1),
        "derived/per_district": rounded(sum(amounts.values()) / len(amounts), 2),
        "derived/years": Decimal(3),
        "derived/ratio": rounded(sum(amounts.values()) / sum(poor), 3),
    }


def check_workbook(verdict, ledger, path, work):
    """Every derived figure with a cell in the workbook: recalculated, it is what the ledger says."""
    formulas = openpyxl.load_workbook(path)
    recalculated = openpyxl.load_workbook(convert(path, work, "xlsx:Calc MS Excel 2007 XML"), data_only=True)
    count = 0
    for figure in ledger["figures"]:
        at = figure.get("workbook")
        if not figure.get("from") or not at:
            continue
        written = formulas[at["sheet"]][at["cell"]]
        anew = recalculated[at["sheet"]][at["cell"]].value
        is_number = isinstance(anew, (int, float))
        same = is_number and Decimal(repr(anew)).quantize(Decimal("1e-9")) == Decimal(figure["value"]).quantize(Decimal("1e-9"))
        verdict.expect(same, f"{figure['key']} {written.value}: calculated {anew!r}, stated {figure['value']}")
        outside = any(key.startswith("previous/") for key in figure["from"])
        verdict.expect(written.data_type == "f" or outside, f"{figure['key']}: no formula but {written.value!r}")
        verdict.expect(written.data_type == "f" or written.comment, f"{figure['key']}: neither formula nor note")
        count += written.data_type == "f"
    return count


def main(vanban, repository, work):
    vanban, repository, work = Path(vanban).resolve(), Path(repository), Path(work)
    verdict = Verdict("derived figures")
    shutil.copytree(repository / "templates", work / "templates")
    shutil.copytree(repository / "tests" / "fixtures" / FIXTURE, work / "templates" / FIXTURE)
    write(work / "inputs" / "bao-cao-2024" / "so-lieu.xlsx", DISTRICTS, "bao-cao-2023")
    before = [(row[0], row[1], poor, *row[3:]) for row, poor in zip(DISTRICTS, LAST_YEAR)]
    write(work / "inputs" / "bao-cao-2023" / "so-lieu.xlsx", before, None)
    run(vanban, "build", work / "inputs" / "bao-cao-2024", "--templates", work / "templates", "--output", work / "out")
    folder = work / "out" / "bao-cao-2024"
    ledger = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    stated = {figure["key"]: figure for figure in ledger["figures"]}
    wanted = expected()
    for key, value in wanted.items():
        verdict.equal(key, Decimal(stated[key]["value"]) if key in stated else None, value)
    for figure in ledger["figures"]:
        for key in figure.get("from", []):
            verdict.expect("/*/" in key or key in stated, f"{figure['key']} is made from {key}, which the ledger lacks")
    last = [figure for figure in ledger["figures"] if figure["key"].startswith("previous/")]
    named = all(cell["file"] == "bao-cao-2023/so-lieu.xlsx" for figure in last for cell in figure["cells"])
    verdict.expect(last and named, "figures of last year without their cells")
    (workbook,) = folder.glob("*.xlsx")
    count = check_workbook(verdict, ledger, workbook, work / "libreoffice")
    verdict.expect(count > 60, f"{count} formulas only")
    verdict.close(f"{len(wanted)} figures as computed here, {count} formulas recalculated to what is stated")


main(*sys.argv[1:])
