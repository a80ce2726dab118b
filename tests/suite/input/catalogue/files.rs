//! Rows 1–8 and 50: whole files and sheets.

use super::Outcome::{Noted, Refused, Silent, Warned};
use super::{Case, calculated, folder, put, sheet};
use crate::support::common::{New, altered, input, replaced, root, source, text, write, write_with};

fn real() -> Vec<u8> {
    input().workbooks["so-lieu.xlsx"].clone()
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(root().join("tests/fixtures/spreadsheets").join(name)).expect("fixture")
}

/// The real sheets but one.
fn without(name: &str) -> Vec<u8> {
    write(&source().into_iter().filter(|sheet| &*sheet.name != name).collect::<Vec<_>>())
}

pub fn cases() -> Vec<Case> {
    [unreadable(), dangerous(), lost_cells(), connected(), sheets(), twice(), other_programs()]
        .into_iter()
        .flatten()
        .collect()
}

fn unreadable() -> Vec<Case> {
    let file = |what, name, bytes: &[u8]| Case::file("1", what, Refused, name, bytes.to_vec());
    let other = |what, name, bytes| Case::file("2", what, Refused, name, bytes);
    // The names of parts are all that tells a binary workbook apart.
    let binary = altered(&real(), &[("xl/workbook.bin", "")], |_, text| text);
    vec![
        file("not a workbook", "so-lieu.xlsx", b"khong phai bang tinh"),
        file("half a file", "so-lieu.xlsx", &real()[..9_000]),
        file("nothing in the file", "so-lieu.xlsx", b""),
        file("a web page renamed", "so-lieu.xls", b"<html><table><tr><td>1</td></tr></table></html>"),
        file("an old workbook renamed", "so-lieu.xlsx", &fixture("nho.xls")),
        file("a Word document renamed", "so-lieu.xlsx", b"PK\x03\x04 word/document.xml"),
        other("Excel 97-2003", "so-lieu.xls", fixture("nho.xls")),
        other("OpenDocument", "so-lieu.ods", fixture("nho.ods")),
        other("binary workbook", "so-lieu.xlsb", binary),
        other("separated text", "so-lieu.csv", "STT,Địa phương\n1,Tp. Thái Nguyên\n".into()),
        Case::file("3", "password", Refused, "so-lieu.xlsx", fixture("mat-khau.xlsx")),
    ]
}

fn dangerous() -> Vec<Case> {
    let blanks = " ".repeat(40 << 20);
    let bomb = replaced(&real(), "xl/worksheets/sheet1.xml", "<sheetData>", &format!("{blanks}<sheetData>"));
    let doctype = replaced(&real(), "xl/workbook.xml", "<workbook ", "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook ");
    let stray = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>";
    let stray = replaced(&real(), "xl/worksheets/sheet3.xml", "</sheetData>", stray);
    let file = |row, what, bytes| Case::file(row, what, Refused, "so-lieu.xlsx", bytes);
    vec![
        file("4", "too big", vec![0; (32 << 20) + 1]),
        file("4", "a bomb", bomb),
        file("4", "overlapping parts", overlapping(real())),
        file("4", "a document type", doctype),
        file("5", "a stray cell far away", stray),
    ]
}

/// Lets the second entry of a zip's directory point to the bytes of the first (APPNOTE 4.3.12).
fn overlapping(mut zip: Vec<u8>) -> Vec<u8> {
    let entries: Vec<usize> =
        zip.windows(4).enumerate().filter(|(_, bytes)| *bytes == b"PK\x01\x02").map(|(at, _)| at).collect();
    let offset = |at: usize| at + 42..at + 46;
    let first = zip[offset(entries[0])].to_vec();
    zip[offset(entries[1])].copy_from_slice(&first);
    zip
}

fn lost_cells() -> Vec<Case> {
    let fault = |value: &str| {
        let cell = format!("t=\"e\"><v>{value}</v>");
        replaced(&real(), "xl/worksheets/sheet3.xml", "><v>306</v>", &format!(" {cell}"))
    };
    let value = |to: &str| replaced(&real(), "xl/worksheets/sheet3.xml", "<v>306</v>", to);
    let file = |row, what, bytes| Case::file(row, what, Refused, "so-lieu.xlsx", bytes);
    vec![
        file("27", "an error value that no reader knows", fault("#SPILL!")),
        file("27", "the same, and what else is wrong in that workbook", in_three_sheets(&fault("#SPILL!"))).findings(3),
        file("31", "not a number", value("<v>NaN</v>")),
        file("31", "infinite", value("<v>1e400</v>")),
        file("31", "words stored as a number", fault("#N/A").clone()).retyped(value("<v>30 6</v>")),
    ]
}

/// Beside what is wrong with the sheet of households: a stray cell among the recipients, a wrong figure of the budget.
fn in_three_sheets(bytes: &[u8]) -> Vec<u8> {
    let stray = "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row></sheetData>";
    altered(bytes, &[], |name, text| match name {
        "xl/worksheets/sheet2.xml" => text.replace("</sheetData>", stray),
        "xl/worksheets/sheet5.xml" => text.replace("<v>4550</v>", "<v>4560</v>"),
        _ => text,
    })
}

impl Case {
    /// The same with another workbook, its number cells declared as such.
    fn retyped(mut self, bytes: Vec<u8>) -> Self {
        let typed = altered(&bytes, &[], |name, text| match name {
            "xl/worksheets/sheet3.xml" => text.replace("><v>30 6</v>", " t=\"n\"><v>30 6</v>"),
            _ => text,
        });
        self.input = folder([("so-lieu.xlsx", typed)]);
        self
    }
}

/// `C5` comes from another workbook, which the parts of the real file do not know yet.
fn linked() -> Vec<u8> {
    let rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let target = "file:///C:\\Tai%20lieu\\s%E1%BB%91%20li%E1%BB%87u%202023.xlsx";
    let link = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><externalLink \
         xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><externalBook r:id=\"rId1\" \
         xmlns:r=\"{rels}\"/></externalLink>"
    );
    let link_rels = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" \
         Type=\"{rels}/externalLinkPath\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>"
    );
    let added = [
        ("xl/externalLinks/externalLink1.xml", &*link),
        ("xl/externalLinks/_rels/externalLink1.xml.rels", &*link_rels),
    ];
    altered(&real(), &added, |name, text| match name {
        "xl/workbook.xml" => text.replace(
            "</sheets>",
            "</sheets><externalReferences><externalReference r:id=\"rId99\"/></externalReferences>",
        ),
        "xl/_rels/workbook.xml.rels" => text.replace(
            "</Relationships>",
            &format!(
                "<Relationship Id=\"rId99\" Type=\"{rels}/externalLink\" \
                 Target=\"externalLinks/externalLink1.xml\"/></Relationships>"
            ),
        ),
        "xl/worksheets/sheet3.xml" => text.replace("<v>306</v>", "<f>[1]Sheet1!$C$5</f><v>306</v>"),
        _ => text,
    })
}

fn connected() -> Vec<Case> {
    let macros = altered(&real(), &[("xl/vbaProject.bin", "x")], |_, text| text);
    vec![
        Case::file("6", "macros", Warned, "so-lieu.xlsm", macros),
        Case::file("6", "a link to another workbook", Warned, "so-lieu.xlsx", calculated(&linked())),
        Case::file(
            "34",
            "days counted from 1904",
            Warned,
            "so-lieu.xlsx",
            replaced(&real(), "xl/workbook.xml", "<workbookPr ", "<workbookPr date1904=\"1\" "),
        )
        // Such dates contradict the years of the symbols beside them, and that of the plan.
        .defined("[document]", "[[accepted]]\ncheck = \"citation-year\"\nreason = \"1904\"\n\n[document]")
        .findings(3)
        .figure("doc/date", "09/5/2028"),
    ]
}

fn sheets() -> Vec<Case> {
    let renamed = |outcome, what, name: &'static str| {
        Case::sheets("7", what, outcome, move |book| sheet(book, "Số liệu khác").name = name.into())
    };
    let hidden = |outcome, what| {
        Case::written("8", what, outcome, "Hộ nghèo", |ws| {
            ws.set_hidden(true);
        })
    };
    vec![
        renamed(Refused, "a sheet misnamed", "So lieu khac"),
        renamed(Noted, "a sheet's name in other letters and blanks", "SỐ LIỆU  khác "),
        renamed(Noted, "a sheet's name decomposed", "So\u{302}\u{301} lie\u{323}\u{302}u kha\u{301}c"),
        Case::file("7", "a sheet missing", Refused, "so-lieu.xlsx", without("Nơi nhận")),
        Case::file("7", "the sheet missing that names the template", Refused, "so-lieu.xlsx", without("Văn bản")),
        Case::sheets("8", "two sheets of one name", Refused, |book| {
            let mut copy = sheet(book, "Hộ nghèo").clone();
            copy.name = "hộ  nghèo".into();
            book.push(copy);
        }),
        hidden(Refused, "a hidden sheet"),
        hidden(Warned, "a hidden sheet, read by policy")
            .defined("row-key = \"locality\"", "row-key = \"locality\"\nhidden = \"read\""),
    ]
}

fn twice() -> Vec<Case> {
    let mut other = source();
    put(&mut other, "Văn bản", "B12", New::Number("2025"));
    let copies = folder([("so-lieu.xlsx", real()), ("so-lieu (2).xlsx", real())]);
    let periods = folder([("so-lieu-2024.xlsx", real()), ("so-lieu-2025.xlsx", write(&other))]);
    vec![
        Case::new("50", "the same file twice", Refused, copies),
        Case::new("50", "the same sheets in two files", Refused, periods),
    ]
}

/// Files that other programs wrote, beside the other sheets of the real input.
fn other_programs() -> Vec<Case> {
    let beside = |name: &str| folder([("ho-ngheo.xlsx", fixture(name)), ("so-lieu.xlsx", without("Hộ nghèo"))]);
    let legal = write_with(&source(), |name, ws| {
        if name == "Kinh phí" {
            let formula = rust_xlsxwriter::Formula::new("=IF(D2=\"\",\"\",D2)").set_result("khong");
            ws.write_formula(1, 3, formula).expect("formula");
        }
    });
    let legal = replaced(&legal, "xl/worksheets/sheet5.xml", "<v>khong</v>", "<v></v>");
    vec![
        Case::new("28", "formulas without results, written by openpyxl", Refused, beside("chua-tinh.xlsx")).findings(2),
        Case::new("45", "rows hidden by a filter, written by openpyxl", Refused, beside("bo-loc.xlsx")).findings(2),
        Case::file("28", "a formula that gives no text is blank", Silent, "so-lieu.xlsx", calculated(&legal)),
        Case::cells("53", "made for an older layout", Refused, &[]).defined("schema = 1", "schema = 2"),
        Case::file("53", "without a word on its layout", Warned, "so-lieu.xlsx", unmarked()),
        Case::cells("51", "a line break in a name", Noted, &[("Hộ nghèo", "B5", text("Huyện\nPhú Bình"))]),
    ]
}

/// The real workbook without the property that says what layout it was made for.
fn unmarked() -> Vec<u8> {
    altered(&write(&source()), &[], |name, text| match name {
        "docProps/custom.xml" => text.replace("vanban-schema", "khac"),
        _ => text,
    })
}
