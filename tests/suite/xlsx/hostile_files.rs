//! How each hostile workbook is made: always from the real input, so that only the hostile part is wrong.

use std::collections::BTreeSet;

use Verdict::{Bounded, Error, Refused};

use crate::support::packing::{packed, parts, real, unpack};
use crate::xlsx::hostile_zips;

/// What must come of a file.
#[derive(Clone, Copy)]
pub enum Verdict {
    /// Refused with this message.
    Refused(&'static str),
    /// Refused, whatever the message.
    Error,
    /// Read or refused, but neither crashed nor slow.
    Bounded,
}

/// What the file is, how it is made, what must come of it.
pub type File = (&'static str, Box<dyn Fn() -> Vec<u8> + Send + Sync>, Verdict);

pub const SHEET: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";
const STYLES: &str = "xl/styles.xml";
const BOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";

/// The real input with one part rewritten.
fn rewritten(part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut parts = parts();
    let (_, content) = parts.iter_mut().find(|(name, _)| name == part).expect("part");
    *content = change(String::from_utf8(content.clone()).expect("text")).into_bytes();
    packed(parts)
}

fn replaced(part: &str, from: &str, to: &str) -> Vec<u8> {
    rewritten(part, |text| {
        assert!(text.contains(from), "{from} is not in {part}");
        text.replacen(from, to, 1)
    })
}

/// Puts rows before the end of the first sheet's data.
fn with_rows(rows: &str) -> Vec<u8> {
    replaced(SHEET, "</sheetData>", &format!("{rows}</sheetData>"))
}

/// The real input with a sheet's data replaced.
fn with_data(sheets: &[usize], rows: &str) -> Vec<u8> {
    let names: BTreeSet<String> = sheets.iter().map(|n| format!("xl/worksheets/sheet{n}.xml")).collect();
    packed(parts().into_iter().map(|(name, content)| {
        if !names.contains(&name) {
            return (name, content);
        }
        let text = String::from_utf8(content).expect("text");
        let (head, rest) = text.split_once("<sheetData>").expect("data");
        let (_, tail) = rest.split_once("</sheetData>").expect("data");
        (name, format!("{head}<sheetData>{rows}</sheetData>{tail}").into_bytes())
    }))
}

/// Something written many times, each time with its number, so that it does not pack too well.
fn many(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect()
}

/// Cells with addresses, a hundred to a row.
fn cells(count: usize, cell: impl Fn(&str, usize) -> String) -> String {
    let letters: Vec<String> = (0..100).map(vanban::finding::place::column_letters).collect();
    let row = |row: usize| {
        let cells = many(100, |col| cell(&format!("{}{}", letters[col], row + 1), row * 100 + col));
        format!("<row r=\"{}\">{cells}</row>", row + 1)
    };
    many(count / 100, row)
}

pub fn after(part: &'static str, mark: &'static str, filler: impl Fn() -> String) -> Vec<u8> {
    replaced(part, mark, &format!("{mark}{}", filler()))
}

pub fn case(what: &'static str, verdict: Verdict, make: impl Fn() -> Vec<u8> + Send + Sync + 'static) -> File {
    (what, Box::new(make), verdict)
}

/// Every hostile file.
pub fn files() -> Vec<File> {
    [hostile_zips::containers(), addresses(), values(), crowds(), crowded_lists(), relations(), encodings()]
        .into_iter()
        .flatten()
        .collect()
}

/// Cells where none can be.
fn addresses() -> Vec<File> {
    vec![
        case("a cell at the far corner", Refused("workbook-stray-cell"), || {
            with_rows(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#)
        }),
        case("a column that does not exist", Refused("workbook-absurd"), || {
            with_rows(r#"<row r="90"><c r="ZZZZZZZ1"><v>1</v></c></row>"#)
        }),
        case("a row beyond all rows", Refused("workbook-absurd"), || {
            with_rows(r#"<row r="91"><c r="A99999999999"><v>1</v></c></row>"#)
        }),
        case("a cell with two addresses", Refused("workbook-absurd"), || {
            with_rows(r#"<row r="91"><c r="A91" r="A4000000000"><v>1</v></c></row>"#)
        }),
        case("a cell of another row", Refused("workbook-absurd"), || {
            with_rows(r#"<row r="91"><c r="B90"><v>1</v></c></row>"#)
        }),
        case("a cell given twice", Refused("workbook-broken"), || {
            with_rows(r#"<row r="17"><c r="B17" t="inlineStr"><is><t>khác</t></is></c></row>"#)
        }),
        case("cells without addresses, far out", Bounded, || {
            with_rows(&format!("{}<row><c><v>1</v></c></row>", "<row></row>".repeat(1_100_000)))
        }),
        case("cells without addresses, far right", Bounded, || {
            with_rows(&format!(
                "<row r=\"91\">{}<c><v>1</v></c></row>",
                many(500_000, |n| format!("<c s=\"{}\"/>", n % 9))
            ))
        }),
        case("a shared formula with a vast index", Refused("workbook-absurd"), || {
            with_rows(r#"<row r="92"><c r="A92"><f t="shared" si="4000000000" ref="A92:A93">1</f><v>1</v></c></row>"#)
        }),
        case("a reversed range", Refused("workbook-absurd"), || replaced(SHEET, "ref=\"A1:", "ref=\"ZZ9:")),
        case("a reversed merge", Refused("workbook-absurd"), || {
            after(SHEET, "</sheetData>", || r#"<mergeCells><mergeCell ref="B9:A1"/></mergeCells>"#.to_owned())
        }),
    ]
}

/// Values that are none.
fn values() -> Vec<File> {
    let year = "<c r=\"B12\" s=\"4\"><v>2024</v></c>";
    let in_place = move |what, verdict, cell: &'static str| case(what, verdict, move || replaced(SHEET, year, cell));
    vec![
        in_place("a string beyond the list", Error, r#"<c r="B12" s="4" t="s"><v>4000</v></c>"#),
        in_place("a string of no number", Bounded, r#"<c r="B12" s="4" t="s"><v>abc</v></c>"#),
        in_place("an unknown error", Error, r##"<c r="B12" s="4" t="e"><v>#BUSY!</v></c>"##),
        in_place("a number that is none", Error, r#"<c r="B12" s="4"><v>NaN</v></c>"#),
        in_place("a number beyond all numbers", Error, r#"<c r="B12" s="4"><v>1E400</v></c>"#),
        in_place("an unknown type", Error, r#"<c r="B12" s="4" t="zz"><v>2024</v></c>"#),
        in_place("a value in pieces", Refused("workbook-absurd"), r#"<c r="B12" s="4"><v>20<!-- -->25</v></c>"#),
        in_place(
            "a value with a character reference",
            Refused("cell-number-lost"),
            r#"<c r="B12"><v>202&#52;</v></c>"#,
        ),
        in_place("two values", Refused("workbook-absurd"), r#"<c r="B12" s="4"><v>2024</v><v>2025</v></c>"#),
        in_place("a style beyond the list", Error, r#"<c r="B12" s="4000"><v>2024</v></c>"#),
        in_place("a style of no number", Refused("workbook-absurd"), r#"<c r="B12" s="x"><v>2024</v></c>"#),
        case("a type of ten million letters", Error, || {
            with_rows(&format!(
                "<row r=\"91\"><c r=\"A91\" t=\"{}\"><v>1</v></c></row>",
                many(1 << 20, |n| format!("{n:>10}"))
            ))
        }),
        case("a number of thirty million digits", Bounded, || {
            with_rows(&format!("<row r=\"91\"><c r=\"A91\"><v>{}</v></c></row>", many(3 << 20, |n| format!("{n:010}"))))
        }),
        case("a text of thirty million letters", Error, || {
            let text = many(3 << 20, |n| format!("chữ {n:06}"));
            with_rows(&format!("<row r=\"91\"><c r=\"A91\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>"))
        }),
        case("a text told 150.000 times", Error, || {
            let long = many(3_000, |n| format!("chữ {n:06}"));
            let parts =
                unpack(&with_data(&[1], &cells(150_000, |at, _| format!("<c r=\"{at}\" t=\"s\"><v>0</v></c>"))));
            packed(parts.into_iter().map(|(name, content)| match name.as_str() {
                STRINGS => {
                    let text = String::from_utf8(content).expect("text");
                    (name, text.replacen("<si><t>", &format!("<si><t>{long}"), 1).into_bytes())
                }
                _ => (name, content),
            }))
        }),
    ]
}

/// Far too many of something.
fn crowds() -> Vec<File> {
    let number = |at: &str, n: usize| format!("<c r=\"{at}\"><v>{n}</v></c>");
    vec![
        case("300.000 cells", Refused("sheet-too-large"), move || with_data(&[7], &cells(300_000, number))),
        case("90.000 cells in each of three sheets", Refused("sheet-too-large"), move || {
            with_data(&[5, 6, 7], &cells(90_000, number))
        }),
        case("a million empty cells", Bounded, || {
            with_data(&[7], &cells(1_000_000, |at, n| format!("<c r=\"{at}\" s=\"{}\"/>", n % 7)))
        }),
        case("elements a hundred thousand deep", Bounded, || {
            after(SHEET, "</sheetData>", || "<x>".repeat(100_000) + &"</x>".repeat(100_000))
        }),
        case("a cell with a million attributes", Refused("workbook-absurd"), || {
            with_rows(&format!("<row r=\"91\"><c r=\"A91\"{}/></row>", many(1_000_000, |n| format!(" a{n}=\"\""))))
        }),
        case("a sheet entry with a million attributes", Refused("workbook-absurd"), || {
            replaced(BOOK, "<sheet ", &format!("<sheet {}", many(1_000_000, |n| format!(" a{n}=\"\""))))
        }),
        case("a million merges", Bounded, || {
            let merge = |n: usize| format!("<mergeCell ref=\"A{}:B{}\"/>", n % 900_000 + 20, n % 900_000 + 21);
            after(SHEET, "</sheetData>", || format!("<mergeCells>{}</mergeCells>", many(1_000_000, merge)))
        }),
        case("a million column ranges", Bounded, || {
            after(SHEET, "<cols>", || many(1_000_000, |n| format!("<col min=\"1\" max=\"{}\" hidden=\"1\"/>", n + 1)))
        }),
        case("a column range without end", Bounded, || {
            after(SHEET, "<cols>", || "<col min=\"1\" max=\"4294967295\" hidden=\"1\"/>".to_owned())
        }),
        case("a million defined names", Bounded, || {
            let name = |n: usize| format!("<definedName name=\"n{n}\">'Kinh phí'!$A${n}</definedName>");
            after(BOOK, "<definedNames>", || many(1_000_000, name))
        }),
        case("a document type", Refused("workbook-doctype"), || {
            replaced(BOOK, "<workbook ", "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook ")
        }),
    ]
}

/// Far too many texts and looks of cells.
fn crowded_lists() -> Vec<File> {
    vec![
        case("a million strings", Bounded, || {
            after(STRINGS, "</si>", || many(1_000_000, |n| format!("<si><t>{n}</t></si>")))
        }),
        case("five million empty strings", Refused("workbook-bomb"), || {
            after(STRINGS, "</si>", || many(1_000_000, |n| format!("<si/><si/><si/><si/><si/><!--{n}-->")))
        }),
        case("a string of a million runs", Bounded, || {
            after(STRINGS, "<si>", || many(1_000_000, |n| format!("<r><t>{n}</t></r>")))
        }),
        case("a count of strings beyond memory", Refused("workbook-absurd"), || {
            replaced(STRINGS, "uniqueCount=\"", "uniqueCount=\"4000000000000000")
        }),
        case("counts that lie", Bounded, || replaced(STYLES, "<cellXfs count=\"", "<cellXfs count=\"99999999999")),
        case("two hundred thousand styles", Refused("workbook-absurd"), || {
            after(STYLES, "<cellXfs count=\"16\">", || many(200_000, |n| format!("<xf numFmtId=\"{}\"/>", n % 9)))
        }),
        case("sixty thousand styles with a vast font", Refused("workbook-absurd"), || {
            let name = many(100_000, |n| format!("{n:010}"));
            let text =
                String::from_utf8(unpack(&real()).into_iter().find(|(name, _)| name == STYLES).expect("styles").1);
            let text = text.expect("text").replacen("Times New Roman", &name, 1);
            let xfs = "<xf fontId=\"0\"/>".repeat(60_000);
            let text = text.replacen("<cellXfs count=\"16\">", &format!("<cellXfs count=\"16\">{xfs}"), 1);
            packed(parts().into_iter().map(|(name, content)| match name.as_str() {
                STYLES => (name, text.clone().into_bytes()),
                _ => (name, content),
            }))
        }),
    ]
}

/// Sheets and parts that are not where they should be.
fn relations() -> Vec<File> {
    let target = |to: &str| replaced(RELATIONS, "worksheets/sheet1.xml", to);
    let moved = |from: &'static str, to: &'static str, parts: Vec<u8>| {
        packed(unpack(&parts).into_iter().map(|(name, content)| (name.replacen(from, to, 1), content)))
    };
    vec![
        case("ten thousand entries for one large sheet", Refused("workbook-absurd"), || {
            let large = cells(190_000, |at, n| format!("<c r=\"{at}\"><v>{n}</v></c>"));
            let entries = many(10_000, |n| format!("<sheet name=\"t{n}\" sheetId=\"{}\" r:id=\"rId7\"/>", n + 9));
            packed(unpack(&with_data(&[7], &large)).into_iter().map(|(name, content)| {
                match name.as_str() {
                    BOOK => (
                        name,
                        String::from_utf8(content)
                            .expect("text")
                            .replacen("<sheets>", &format!("<sheets>{entries}"), 1)
                            .into_bytes(),
                    ),
                    _ => (name, content),
                }
            }))
        }),
        case("two relations to one sheet", Refused("workbook-absurd"), move || target("worksheets/sheet2.xml")),
        case("a sheet name of ten million letters", Refused("workbook-absurd"), || {
            replaced(BOOK, "name=\"Văn bản\"", &format!("name=\"{}\"", many(1 << 20, |n| format!("{n:010}"))))
        }),
        case("a sheet outside", Error, move || target("../../etc/passwd")),
        case("a sheet on the disk", Error, move || target("/etc/passwd")),
        case("a sheet that is the workbook", Error, move || target("workbook.xml")),
        case("a stray cell in a sheet elsewhere", Refused("workbook-absurd"), move || {
            let stray = with_rows(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#);
            let parts = unpack(&moved(SHEET, "xl/grids/one.dat", stray));
            packed(parts.into_iter().map(|(name, content)| match name.as_str() {
                RELATIONS => {
                    let text = String::from_utf8(content).expect("text");
                    (name, text.replacen("worksheets/sheet1.xml", "grids/one.dat", 1).into_bytes())
                }
                _ => (name, content),
            }))
        }),
        case("a vast count of strings elsewhere", Refused("workbook-absurd"), move || {
            let lie = replaced(STRINGS, "uniqueCount=\"", "uniqueCount=\"400000");
            let parts = unpack(&moved("xl/", "so/", lie));
            packed(parts.into_iter().map(|(name, content)| match name.as_str() {
                "_rels/.rels" => (
                    name,
                    String::from_utf8(content).expect("text").replacen("xl/workbook", "so/workbook", 1).into_bytes(),
                ),
                _ => (name, content),
            }))
        }),
    ]
}

/// Texts in other encodings.
fn encodings() -> Vec<File> {
    let with = |part: &'static str, encode: fn(&str) -> Vec<u8>| {
        move || {
            packed(parts().into_iter().map(|(name, content)| {
                let text = String::from_utf8_lossy(&content).into_owned();
                if name == part { (name, encode(&text)) } else { (name, content) }
            }))
        }
    };
    vec![
        case(
            "a part that is not UTF-8",
            Refused("workbook-absurd"),
            with(STRINGS, |text| {
                text.replacen("<t>", "<t>\u{1}", 1)
                    .into_bytes()
                    .iter()
                    .map(|&b| if b == 1 { 0xff } else { b })
                    .collect()
            }),
        ),
        case(
            "a part in UTF-16",
            Refused("workbook-absurd"),
            with(SHEET, |text| {
                "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
            }),
        ),
        case(
            "a part that says it is UTF-16",
            Bounded,
            with(SHEET, |text| text.replacen("encoding=\"UTF-8\"", "encoding=\"UTF-16\"", 1).into_bytes()),
        ),
        case("a part with a byte order mark", Bounded, with(SHEET, |text| format!("\u{feff}{text}").into_bytes())),
        case(
            "a part with a zero byte",
            Refused("workbook-absurd"),
            with(STRINGS, |text| text.replacen("<t>", "<t>\0", 1).into_bytes()),
        ),
    ]
}
