//! Types cells into a written workbook, as people do: everything else of the file stays as it is.

use std::io::{Cursor, Read, Write};

use vanban::xlsx::grid::{Cell, CellValue};

/// The parts of a workbook, in their order.
pub fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("zip");
    let read = |index| {
        let mut part = archive.by_index(index).expect("part");
        let (name, mut text) = (part.name().expect("name").into_owned(), String::new());
        part.read_to_string(&mut text).expect("text");
        (name, text)
    };
    (0..zip::ZipArchive::new(Cursor::new(bytes)).expect("zip").len()).map(read).collect()
}

pub fn part(bytes: &[u8], name: &str) -> String {
    parts(bytes).into_iter().find(|(part, _)| part == name).map(|(_, text)| text).unwrap_or_default()
}

/// Somebody with a workbook open.
pub struct Typist {
    parts: Vec<(String, String)>,
    names: Vec<String>,
}

impl Typist {
    pub fn new(bytes: &[u8]) -> Self {
        let names = part(bytes, "xl/workbook.xml");
        let names = names.split("<sheet name=\"").skip(1).filter_map(|rest| rest.split('"').next());
        Self { names: names.map(str::to_owned).collect(), parts: parts(bytes) }
    }

    fn part(&mut self, name: &str) -> &mut String {
        &mut self.parts.iter_mut().find(|(part, _)| part == name).expect("part").1
    }

    /// Puts a value into a cell that is ready for it.
    pub fn enter(&mut self, sheet: &str, a1: &str, cell: &Cell) {
        let number = 1 + self.names.iter().position(|name| name == sheet).unwrap_or_else(|| panic!("no sheet {sheet}"));
        let part = format!("xl/worksheets/sheet{number}.xml");
        let xml = self.part(&part).clone();
        let start = xml.find(&format!("<c r=\"{a1}\"")).unwrap_or_else(|| panic!("{sheet}!{a1} is not ready"));
        let tag = start + xml[start..].find('>').expect("tag") + 1;
        let is_empty = xml[..tag].ends_with("/>");
        let end = if is_empty { tag } else { tag + xml[tag..].find("</c>").expect("end") + 4 };
        let style = xml[start..tag].split("s=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("style");
        let content = match &cell.value {
            CellValue::Text(text) => {
                let text = text.replace('&', "&amp;").replace('<', "&lt;");
                format!("<c r=\"{a1}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
            }
            CellValue::Number(value) => {
                let style = self.shown_as(style, cell);
                format!("<c r=\"{a1}\" s=\"{style}\"><v>{value}</v></c>")
            }
            CellValue::Date(date) => {
                let serial = rust_xlsxwriter::ExcelDateTime::from_ymd(date.year, date.month, date.day);
                format!("<c r=\"{a1}\" s=\"{style}\"><v>{}</v></c>", serial.expect("date").to_excel())
            }
            other => panic!("cannot type {other:?}"),
        };
        *self.part(&part) = xml[..start].to_owned() + &content + &xml[end..];
    }

    /// The style with the decimals that the cell shows, as the buttons of Excel set them.
    fn shown_as(&mut self, style: &str, cell: &Cell) -> String {
        let Some(decimals) = cell.format.decimals else { return style.to_owned() };
        let places = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals as usize)) };
        let code = format!("#,##0{places}{}", if cell.format.percent { "%" } else { "" });
        let styles = self.part("xl/styles.xml");
        let open = styles.find("<cellXfs").expect("styles");
        let close = styles.find("</cellXfs>").expect("styles");
        let list: Vec<&str> = styles[open..close].split("<xf ").skip(1).collect();
        let (index, id) = (list.len(), 500 + list.len());
        let old = list[style.parse::<usize>().expect("number")];
        let new = old.split_once("numFmtId=\"").and_then(|(before, rest)| Some((before, rest.split_once('"')?.1)));
        let (before, after) = new.expect("number format");
        let new = format!("<xf {before}numFmtId=\"{id}\"{after}");
        styles.insert_str(close, &new);
        let formats = styles.find("</numFmts>").expect("number formats");
        styles.insert_str(formats, &format!("<numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>"));
        index.to_string()
    }

    pub fn save(self) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in self.parts {
            archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("part");
            archive.write_all(text.as_bytes()).expect("part");
        }
        archive.finish().expect("zip").into_inner()
    }
}
