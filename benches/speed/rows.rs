//! Tables of many rows: three levels, sums of each group, and derived columns.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use vanban::finding::outcome::{Failure, Warned};
use vanban::input::folder::InputFolder;
use vanban::input::templates::{self, Templates};
use vanban::input::verify::verify;
use vanban::product::build::build;
use vanban::product::pages::fonts;
use vanban::xlsx::read;

use crate::{Outcome, median, millis};

/// Rows of data, and what is wanted of them: to be checked, to be built, in milliseconds.
const SIZES: [(usize, Option<f64>, f64); 3] =
    [(5_000, None, 2_500.0), (10_000, Some(150.0), 5_000.0), (20_000, None, 12_000.0)];
/// Columns that are typed.
const TYPED: u16 = 4;

/// Reading, checking and building, each by itself.
pub fn measure(rounds: usize) -> Outcome<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let templates = declared(root)?;
    let fonts = fonts::read_fonts(&[root.join("templates/fonts")]).map_err(explain)?;
    println!();
    for (size, to_check, to_build) in SIZES {
        let input = input(size)?;
        let (mut read, mut checked, mut built) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..rounds.min(5) {
            read.push(timed(|| read::read("b.xlsx", &input.workbooks["b.xlsx"]).map(drop).map_err(many))?);
            checked.push(timed(|| verify(&input, &templates).map(drop).map_err(explain))?);
            let Warned { output: verified, .. } = verify(&input, &templates).map_err(explain)?;
            built.push(timed(|| build(&verified, &templates, &fonts).map(drop).map_err(explain))?);
        }
        let [read, checked, built] = [&mut read, &mut checked, &mut built].map(|times| millis(median(times)));
        let wanted = to_check.map(|most| format!(" (wanted at most {most:.0})")).unwrap_or_default();
        println!("{size:>6} rows: workbook {read:>6.0} ms, read and checked {:>6.0} ms{wanted}", checked - read);
        println!("             built {:>6.0} ms (wanted at most {to_build:.0})", checked + built);
    }
    Ok(())
}

fn timed(work: impl Fn() -> Result<(), String>) -> Outcome<Duration> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed())
}

fn explain(failure: Failure) -> String {
    many(failure.findings())
}

fn many(found: impl AsRef<[vanban::finding::Finding]>) -> String {
    found.as_ref().iter().map(|finding| format!("{finding:?}")).collect::<Vec<_>>().join("\n")
}

/// The second document of the tests, its table with three levels.
fn declared(root: &Path) -> Outcome<Templates> {
    let mut templates = templates::read_templates(&root.join("templates")).map_err(explain)?;
    templates.documents.extend(templates::read_document_folders(&root.join("tests/fixtures")).map_err(explain)?);
    let document = templates.documents.get_mut("quyet-dinh-giao-du-toan").ok_or("no fixture")?;
    let (before, rest) = document.definition.split_once("row-key =").ok_or("no table")?;
    let (_, after) = rest.split_once("[[appendix]]").ok_or("no appendix")?;
    let (after, _) = after.split_once("header = [").ok_or("no header")?;
    let keys: Vec<String> = (1..=TYPED).map(|at| format!("c{at}")).collect();
    let typed: String = keys
        .iter()
        .map(|key| {
            format!("    {{ key = \"{key}\", heading = \"{key}\", kind = \"money\", unit = \"triệu đồng\" }},\n")
        })
        .collect();
    let leaves: String =
        keys.iter().map(|key| format!("    {{ text = \"{key}\", column = \"{key}\", width = 20 }},\n")).collect();
    let list = keys.iter().map(|key| format!("\"{key}\"")).collect::<Vec<_>>().join(", ");
    document.definition = format!(
        r#"{before}row-key = "unit"
outline = {{ by = "numbering", column = "stt", levels = ["I", "1", "a"], names-repeat = true }}
total = {{ label = "Tổng số", column = "unit" }}
column = [
    {{ key = "stt", heading = "STT", kind = "code", required = false }},
    {{ key = "unit", heading = "Đơn vị", kind = "text" }},
{typed}    {{ key = "all", heading = "Tổng cộng", kind = "money", unit = "triệu đồng" }},
]
derived = [
    {{ key = "share", label = "Tỷ trọng", kind = "share", of = "all", within = "total", decimals = 2 }},
    {{ key = "more", label = "Chênh lệch", kind = "difference", of = "c1", minus = "c2" }},
]
relation = [
    {{ kind = "total", over = "top", columns = [{list}, "all"] }},
    {{ kind = "children", columns = [{list}, "all"] }},
    {{ kind = "sum", target = "all", of = [{list}] }},
]

[[appendix]]{after}header = [
    {{ text = "STT", column = "stt", width = 12, align = "center" }},
    {{ text = "Đơn vị", column = "unit", align = "left", row-header = true }},
{leaves}    {{ text = "Tổng cộng", column = "all", width = 24 }},
    {{ text = "Tỷ trọng", column = "share", width = 16 }},
]
"#
    );
    let prose = document.narrative.get_mut("02-dieu.typ.j2").ok_or("no prose")?;
    *prose = "*Điều 1.* Giao dự toán năm {{ doc.year }} (_chi tiết tại Phụ lục kèm theo_)./.\n".to_owned();
    Ok(templates)
}

/// Districts, communes and hamlets, in as many rows.
fn input(rows: usize) -> Outcome<InputFolder> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Dự toán")?;
    let headings = ["STT", "Đơn vị"].map(str::to_owned).into_iter().chain((1..=TYPED).map(|at| format!("c{at}")));
    for (col, heading) in headings.chain(["Tổng cộng".to_owned()]).enumerate() {
        sheet.write_string(0, col as u16, heading)?;
    }
    let mut at = 0;
    for district in 0.. {
        named(sheet, &mut at, &roman(district + 1), &format!("Huyện số {}", district + 1))?;
        for commune in 1..=rows / 400 {
            named(sheet, &mut at, &commune.to_string(), &format!("Xã {commune}"))?;
            for letter in "abcdeghiklmno".chars() {
                named(sheet, &mut at, &letter.to_string(), &format!("Thôn {letter}"))?;
                for col in 0..TYPED {
                    sheet.write_number(at, col + 2, f64::from((at * 7 + u32::from(col) * 13) % 9_000 + 1))?;
                }
            }
        }
        if at as usize + rows / 400 * 14 + 2 > rows {
            break;
        }
    }
    sheet.write_string(at + 1, 1, "Tổng số")?;
    let mut facts = Workbook::new();
    let sheet = facts.add_worksheet().set_name("Thông tin")?;
    for (row, (name, value)) in FACTS.iter().enumerate() {
        sheet.write_string(row as u32, 0, *name)?.write_string(row as u32, 1, *value)?;
    }
    let sheet = facts.add_worksheet().set_name("Gửi")?;
    for (row, text) in ["Nơi gửi", "Như Điều 2", "Lưu: VT"].iter().enumerate() {
        sheet.write_string(row as u32, 0, *text)?;
    }
    let books = [("a.xlsx", facts.save_to_buffer()?), ("b.xlsx", book.save_to_buffer()?)];
    let workbooks: BTreeMap<String, Vec<u8>> =
        books.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
    Ok(InputFolder { name: "du-toan".to_owned(), workbooks })
}

fn named(sheet: &mut Worksheet, at: &mut u32, number: &str, name: &str) -> Result<(), XlsxError> {
    *at += 1;
    sheet.write_string(*at, 0, number)?.write_string(*at, 1, name).map(drop)
}

fn roman(mut number: usize) -> String {
    let mut text = String::new();
    for (value, sign) in [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}

const FACTS: [(&str, &str); 14] = [
    ("Tên mục", "Giá trị"),
    ("Mẫu", "quyet-dinh-giao-du-toan"),
    ("Cấp trên", "UBND tỉnh Thái Nguyên"),
    ("Đơn vị ban hành", "Sở Tài chính"),
    ("Tên đơn vị", "Sở Tài chính"),
    ("Chức danh ban hành", "GIÁM ĐỐC SỞ TÀI CHÍNH"),
    ("Ký hiệu", "QĐ-STC"),
    ("Nơi ký", "Thái Nguyên"),
    ("Loại", "Quyết định"),
    ("Về việc", "Về việc giao dự toán chi ngân sách năm {Năm ngân sách}"),
    ("Chức vụ", "KT. Giám đốc\nPhó Giám đốc"),
    ("Người ký", "Trần Văn Bình"),
    ("Năm ngân sách", "2025"),
    ("Số", "7"),
];
