//! Proof that the rules can fail: each change to the form, the data or the text breaks the rules named beside
//! it, and every rule with a check is broken by at least one change.

use std::collections::BTreeSet;

use vanban::product::pages::typesetter::{self, Pages, Sources, Typesetter};

use super::measure;
use super::parts::Parts;
use super::rules::RULES;
use crate::support::common;

/// A file among the sources, what stands there, and what is put in its place everywhere.
type Change = (&'static str, &'static str, &'static str);

struct Alteration {
    changes: &'static [Change],
    breaks: &'static [&'static str],
}

const fn broken(changes: &'static [Change], breaks: &'static [&'static str]) -> Alteration {
    Alteration { changes, breaks }
}

const PAGE: &str = "nd30/page.typ";
const HEAD: &str = "nd30/head.typ";
const BODY: &str = "nd30/body.typ";
const SIGNATURE: &str = "nd30/signature.typ";
const APPENDIX: &str = "nd30/appendix.typ";
const TABLE: &str = "nd30/table.typ";
const DATA: &str = "data.json";
const OPENING: &str = "narrative/00-mo-dau.typ";
const PURPOSE: &str = "narrative/01-muc-dich-yeu-cau.typ";
const AIMS: &str = "narrative/02-muc-tieu.typ";
const PROJECT: &str = "narrative/03-1-da-dang-hoa-sinh-ke.typ";
const END: &str = "narrative/07-ket-thuc.typ";

const ALTERATIONS: &[Alteration] = &[
    // The page and its type.
    broken(&[(PAGE, "paper: \"a4\"", "paper: \"us-letter\"")], &["F-01"]),
    broken(&[(PAGE, "paper: \"a4\"", "paper: \"a4\", flipped: true")], &["F-02"]),
    broken(&[(APPENDIX, "flipped: data.landscape", "flipped: false")], &["F-03"]),
    broken(&[(PAGE, "left: 30mm", "left: 25mm")], &["F-04", "F-05"]),
    broken(&[(PAGE, "right: 15mm", "right: 25mm")], &["F-04"]),
    broken(&[(PAGE, "bottom: 20mm", "bottom: 12mm")], &["F-04"]),
    broken(&[(PAGE, "top: 20mm", "top: 30mm")], &["F-04", "F-05"]),
    broken(&[(PURPOSE, "- Cụ thể hóa", "- Cu\u{323}\u{302} thể hóa")], &["F-07"]),
    broken(&[(PAGE, "size: 14pt,", "size: 14pt, fill: blue,")], &["F-08"]),
    broken(&[(PAGE, "size: 14pt,", "size: 12pt,")], &["F-09"]),
    broken(&[(PAGE, "center, str(number)", "center, \"- \" + str(number) + \" -\"")], &["F-10", "F-12", "F-78f"]),
    broken(&[(PAGE, "center, str(number)", "right, str(number)")], &["F-11"]),
    broken(&[(APPENDIX, "counter(page).update(1)", "")], &["F-12", "F-13", "F-78f"]),
    // The head.
    broken(
        &[(HEAD, "[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM]", "text(11pt)[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM]")],
        &["F-09", "F-14"],
    ),
    broken(&[(HEAD, "let motto = text(14pt)", "let motto = text(12pt)")], &["F-09", "F-15"]),
    broken(&[(HEAD, "measure(motto).width", "measure(motto).width / 2")], &["F-16"]),
    broken(&[(HEAD, "leading: 0pt, spacing: 3pt", "leading: 8pt, spacing: 3pt")], &["F-17"]),
    broken(&[(DATA, "\"ỦY BAN NHÂN DÂN\"", "\"SỞ TÀI CHÍNH\"")], &["F-18"]),
    broken(&[(HEAD, "line => bold(pieces(line))", "line => pieces(line)")], &["F-19", "F-20"]),
    broken(&[(HEAD, "longest * 0.34", "longest * 0.8")], &["F-21", "F-22", "F-32"]),
    broken(&[(DATA, "\"TỈNH THÁI NGUYÊN\"", "\"TỈNH\"")], &["F-22", "F-23", "F-87"]),
    broken(&[(DATA, "\"85\"", "\"5\"")], &["F-24"]),
    broken(&[(HEAD, "par(pieces(head.number))", "par(text(14pt, pieces(head.number)))")], &["F-25"]),
    broken(&[(DATA, "\"Thái Nguyên\"", "\"Tỉnh Thái Nguyên\"")], &["F-27"]),
    broken(&[(DATA, "ngày 08 tháng 5", "ngày 8 tháng 05")], &["F-28"]),
    broken(&[(HEAD, "italic(pieces(head.place-date))", "pieces(head.place-date)")], &["F-29"]),
    broken(&[(HEAD, "show title: set text(size: 14pt)", "show title: set text(size: 16pt)")], &["F-30", "F-31"]),
    broken(&[(OPENING, "Thực hiện các Nghị quyết", "Kính gửi các cơ quan; Thực hiện các Nghị quyết")], &["F-33"]),
    broken(&[("narrative.typ", "#include \"/narrative/00-mo-dau.typ\"", "")], &["F-34", "F-35", "F-36"]),
    // The body.
    broken(&[(OPENING, "Thực hiện các Nghị quyết", "_Thực hiện các Nghị quyết_")], &["F-35"]),
    broken(&[(OPENING, "Nghị định #fig", "Nghị định số #fig")], &["F-36"]),
    broken(&[(OPENING, "\"90/QĐ-TTg\"); ngày", "\"90/QĐ-TTg\"); hồi")], &["F-36", "F-37"]),
    broken(&[(BODY, "justify: true", "justify: false")], &["F-38"]),
    broken(&[(PAGE, "let indent = 10mm", "let indent = 15mm")], &["F-39", "F-49"]),
    broken(&[(BODY, "amount: indent, all: true", "amount: indent, all: false")], &["F-39"]),
    broken(&[(PAGE, "spacing = leading + 6pt", "spacing = leading + 3pt")], &["F-40"]),
    broken(&[(PAGE, "leading = 0.107em", "leading = 0.9em")], &["F-41"]),
    broken(&[(AIMS, "== 2. ", "== 3. ")], &["F-42"]),
    broken(&[(PURPOSE, "- Cụ thể hóa", "Phần I\n\nMục 1\n\n- Cụ thể hóa")], &["F-43", "F-44"]),
    broken(&[(BODY, "heading: set text(size: 14pt)", "heading: set text(size: 14pt, weight: \"regular\")")], &["F-45"]),
    broken(&[(BODY, "heading: set text(size: 14pt)", "heading: set text(size: 12pt)")], &["F-09", "F-45", "F-46"]),
    broken(
        &[(BODY, "str(it.number) + \".\" }, it.body", "str(it.number) + \".\" }, bold(it.body)")],
        &["F-38", "F-47"],
    ),
    broken(&[(PROJECT, "e) Phân công", "đ) Phân công")], &["F-48"]),
    broken(&[(BODY, "item(\"-\", it.body)", "item(\"•\", it.body)")], &["F-49"]),
    broken(&[(BODY, "parbreak() + label", "parbreak() + text(11pt, label)")], &["F-09", "F-50"]),
    broken(&[(END, "giải quyết./.", "giải quyết.")], &["F-51"]),
    broken(&[(AIMS, "== 1. Mục tiêu", "== 1. Mục tiêu\n\n#pagebreak()")], &["P-1"]),
    broken(&[(PAGE, "size: 14pt,", "size: 14pt, costs: (widow: 0%, orphan: 0%),")], &["P-2"]),
    // The signature block.
    broken(&[(DATA, "TM. ỦY BAN", "T/M ỦY BAN")], &["F-53", "F-54"]),
    broken(&[(SIGNATURE, "bold(lines(signature.authority))", "lines(signature.authority)")], &["F-55"]),
    broken(&[(DATA, "PHÓ CHỦ TỊCH", "TRỢ LÝ CHỦ TỊCH")], &["F-54", "F-56"]),
    broken(&[(DATA, "Lê Quang Tiến", "TS. Lê Quang Tiến")], &["F-57"]),
    broken(&[(SIGNATURE, "height: 32mm", "height: 12mm")], &["F-58"]),
    broken(&[(SIGNATURE, "= {\n  first-part(", "= {\n  pagebreak()\n  first-part(")], &["F-59"]),
    broken(&[(SIGNATURE, "center + horizon", "left + horizon")], &["F-60", "F-63"]),
    broken(&[(SIGNATURE, "block(..size, {", "block(..size, stroke: 1pt, {")], &["F-62"]),
    broken(&[(SIGNATURE, "dx: -signature-room.width / 6", "dx: -signature-room.width / 2")], &["F-63"]),
    broken(&[(SIGNATURE, "text(12pt, top-edge", "text(14pt, top-edge")], &["F-69"]),
    broken(&[(SIGNATURE, "top-edge: 14 * 0.891pt", "top-edge: 20pt")], &["F-69"]),
    broken(&[(SIGNATURE, "set text(size: 11pt)", "set text(size: 12pt)")], &["F-70", "F-82"]),
    broken(&[(DATA, "Lưu: VT, KGVX", "Lưu VT; KGVX")], &["F-71"]),
    broken(&[(DATA, "\"Bộ Tài chính\"", "\"Như trên\"")], &["F-73"]),
    broken(&[(DATA, "Pvk.KH.LD", "PL.(300)")], &["F-82"]),
    // Appendices and their tables.
    broken(&[(DATA, "\"size\": 13.0", "\"size\": 10.0")], &["F-52", "F-65", "F-66"]),
    broken(&[(TABLE, "table.header(", "table.header(repeat: false,")], &["F-52"]),
    broken(&[(TABLE, "table.cell(breakable: false)", "table.cell(breakable: true)")], &["F-52"]),
    broken(&[(DATA, "\"width\": 17.5", "\"width\": 6.0")], &["F-52"]),
    broken(
        &[(
            APPENDIX,
            "heading(pieces(data.label))",
            "heading(pieces(data.label)) + image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>\"))",
        )],
        &["F-64"],
    ),
    broken(&[(AIMS, "Phụ lục I kèm theo", "Phụ lục I và Phụ lục II kèm theo")], &["F-74"]),
    broken(&[(DATA, "\"Phụ lục II\"", "\"Phụ lục 2\"")], &["F-75"]),
    broken(&[(APPENDIX, "show heading: set text(size: 14pt)", "show heading: set text(size: 13pt)")], &["F-76"]),
    broken(&[(APPENDIX, "bold(lines(data.title))", "lines(data.title)")], &["F-77"]),
    broken(&[(APPENDIX, "italic(lines((data.caption,)))", "lines((data.caption,))")], &["F-78"]),
    broken(&[(HEAD, "par(pieces(head.number))", "par[Số: 86/KH-UBND]")], &["F-78b", "F-87"]),
    broken(&[(APPENDIX, "length: 22mm", "length: 60mm")], &["F-78c"]),
    broken(
        &[(APPENDIX, "heading(pieces(data.label))", "heading(pieces(data.label)) + par[Nơi nhận: UBND]")],
        &["F-77", "F-78d"],
    ),
    broken(&[(APPENDIX, "heading(pieces(data.label))", "par[BẢNG] + heading(pieces(data.label))")], &["F-78e"]),
    // Marks that a plan does not bear.
    broken(
        &[(HEAD, "v(12pt)", "[KHẨN #parbreak() MẬT #parbreak() LƯU HÀNH NỘI BỘ #parbreak() SAO Y]")],
        &["F-79", "F-80", "F-81", "F-86"],
    ),
    broken(&[(HEAD, "v(12pt)", "place(bottom, line(length: 100%))")], &["F-83"]),
];

fn sources() -> Sources {
    let files = &common::plan().product.files;
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("sources are text");
    files.iter().filter_map(|(name, bytes)| Some((name.strip_prefix("source/")?.to_owned(), text(bytes)))).collect()
}

fn altered(alteration: &Alteration) -> Pages {
    let mut sources = sources();
    for (file, from, to) in alteration.changes {
        let text = sources.get_mut(*file).unwrap_or_else(|| panic!("no {file}"));
        // Alterations are written with the blanks that one types.
        *text = text.replace('\u{2060}', "").replace('\u{a0}', " ");
        assert!(text.contains(from), "{file} no longer says “{from}”; change the alteration with it");
        *text = text.replace(from, to);
    }
    let pages = Typesetter::new(&sources, common::fonts()).and_then(|typesetter| typesetter.layout());
    pages.unwrap_or_else(|failure| panic!("{:?}: {:#?}", alteration.changes, failure.findings())).output
}

fn failing(parts: &Parts) -> BTreeSet<&'static str> {
    measure(parts).iter().filter(|outcome| !outcome.faults().is_empty()).map(|outcome| outcome.rule.id).collect()
}

#[test]
fn an_altered_form_breaks_the_rules() {
    let mut missed = Vec::new();
    for alteration in ALTERATIONS {
        let pages = altered(alteration);
        let failing = failing(&Parts::new(&pages, common::plan().file(".pdf")));
        for id in alteration.breaks.iter().filter(|id| !failing.contains(*id)) {
            missed.push(format!("{:?} does not break {id}, but {failing:?}", alteration.changes));
        }
        // Each change lays the document out anew; what only the one before it used need not be kept.
        typesetter::forget(2);
    }
    assert!(missed.is_empty(), "\n{}", missed.join("\n"));
}

/// What no change to the sources brings about.
#[test]
fn another_font_or_file_breaks_the_rules() {
    let product = &common::plan().product;
    let mut parts = Parts::new(&product.pages, b"%PDF-1.3");
    parts.layout.blocks[0].lines[0].spans[0].family = "Arial".to_owned();
    assert_eq!(failing(&parts), BTreeSet::from(["F-06", "F-84"]));
}

#[test]
fn every_check_is_seen_to_fail() {
    let mut seen: BTreeSet<&str> = ALTERATIONS.iter().flat_map(|alteration| alteration.breaks).copied().collect();
    seen.extend(["F-06", "F-84"]);
    let checked: BTreeSet<&str> = RULES.iter().filter(|rule| rule.check.is_some()).map(|rule| rule.id).collect();
    assert_eq!(checked, seen);
}
