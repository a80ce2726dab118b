//! Plans that differ from each other in figures, names and texts, all of them true in their arithmetic.

use std::error::Error;
use std::fs;
use std::path::Path;

use rust_decimal::Decimal;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use vanban::vi::dates::Date;
use vanban::xlsx::grid::{Cell, CellValue, Sheet};
use vanban::xlsx::read;

type Outcome<T> = Result<T, Box<dyn Error>>;

const PLACES: [&str; 12] = [
    "Hà Giang",
    "Cao Bằng",
    "Bắc Kạn",
    "Tuyên Quang",
    "Lào Cai",
    "Yên Bái",
    "Thái Nguyên",
    "Lạng Sơn",
    "Bắc Giang",
    "Phú Thọ",
    "Điện Biên",
    "Lai Châu",
];
const FAMILY: [&str; 8] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"];
const MIDDLE: [&str; 7] = ["Quang", "Thị", "Văn", "Đức", "Minh", "Hồng", "Xuân"];
const GIVEN: [&str; 11] = ["Tiến", "Hương", "Sơn", "Thảo", "Bình", "Hạnh", "Long", "Mai", "Dũng", "Yến", "Phúc"];
const GOALS: [&str; 9] = [
    "giảm nghèo bền vững",
    "nâng cao thu nhập cho người dân vùng khó khăn",
    "phát triển các mô hình sản xuất liên kết theo chuỗi giá trị",
    "cải thiện điều kiện sống của hộ nghèo, hộ cận nghèo",
    "bảo đảm an sinh xã hội trên địa bàn",
    "hỗ trợ việc làm cho lao động nông thôn",
    "mở rộng tiếp cận các dịch vụ xã hội cơ bản",
    "xây dựng nông thôn mới gắn với giảm nghèo",
    "tăng cường năng lực cho cán bộ cơ sở",
];

/// A source of numbers that is the same in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From `low` to `high`, both included.
    fn number(&mut self, low: u64, high: u64) -> u64 {
        low + self.roll() % (high - low + 1)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.number(0, from.len() as u64 - 1) as usize]
    }
}

/// The sheets of the real plan.
pub fn real(root: &Path) -> Outcome<Vec<Sheet>> {
    let bytes = fs::read(root.join("inputs/ke-hoach-2024/so-lieu.xlsx"))?;
    Ok(read::read("so-lieu.xlsx", &bytes).map_err(|found| format!("{found:?}"))?.sheets)
}

/// Writes plan number `n` as an input folder.
pub fn write_plan(real: &[Sheet], n: u64, folder: &Path) -> Outcome<()> {
    let mut sheets = real.to_vec();
    let mut dice = Dice(n);
    let mut totals = [0; 2];
    for sheet in &mut sheets {
        match &*sheet.name {
            "Văn bản" => particulars(sheet, n, &mut dice),
            "Nơi nhận" => recipients(sheet, &mut dice),
            "Hộ nghèo" => totals = households(sheet, &mut dice),
            "Chỉ tiêu" => indicators(sheet, totals, &mut dice),
            "Kinh phí" => budget(sheet, &mut dice),
            "Viện dẫn" => citations(sheet, &mut dice),
            _ => constants(sheet, &mut dice),
        }
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join("so-lieu.xlsx"), bytes(&sheets)?)?;
    Ok(())
}

/// One figure of the real plan changed, as often as wanted: the target of houses to be built.
pub fn one_figure(real: &[Sheet], value: u64) -> Outcome<Vec<u8>> {
    let mut sheets = real.to_vec();
    for sheet in sheets.iter_mut().filter(|sheet| &*sheet.name == "Chỉ tiêu") {
        number(sheet, 11, 4, value, 0);
    }
    Ok(bytes(&sheets)?)
}

fn put(sheet: &mut Sheet, row: u32, col: u32, value: CellValue) {
    let format = sheet.cells.get(&(row, col)).map(|cell| cell.format).unwrap_or_default();
    sheet.cells.insert((row, col), Cell::new(value, format));
}

fn text(sheet: &mut Sheet, row: u32, col: u32, value: String) {
    put(sheet, row, col, CellValue::Text(value));
}

fn number(sheet: &mut Sheet, row: u32, col: u32, value: u64, scale: u32) {
    put(sheet, row, col, CellValue::Number(Decimal::new(value as i64, scale)));
}

fn date(sheet: &mut Sheet, row: u32, col: u32, dice: &mut Dice, year: u16) {
    if let Some(date) = Date::new(year, dice.number(1, 12) as u8, dice.number(1, 28) as u8) {
        put(sheet, row, col, CellValue::Date(date));
    }
}

fn last_row(sheet: &Sheet) -> u32 {
    sheet.cells.keys().map(|&(row, _)| row).max().unwrap_or_default()
}

fn particulars(sheet: &mut Sheet, n: u64, dice: &mut Dice) {
    let place = dice.pick(&PLACES);
    number(sheet, 5, 1, n + 1, 0);
    text(sheet, 3, 1, format!("ỦY BAN NHÂN DÂN\nTỈNH {}", place.to_uppercase()));
    text(sheet, 7, 1, place.to_owned());
    date(sheet, 8, 1, dice, 2024);
    let goal = dice.pick(&GOALS);
    text(sheet, 10, 1, format!("Thực hiện Chương trình {goal}\nnăm {{Năm kế hoạch}} trên địa bàn tỉnh {place}"));
    text(sheet, 15, 1, name(dice));
    text(sheet, 16, 1, format!("Pvk.KH.{}", dice.number(1, 99)));
}

fn name(dice: &mut Dice) -> String {
    [dice.pick(&FAMILY), dice.pick(&MIDDLE), dice.pick(&GIVEN)].join(" ")
}

fn recipients(sheet: &mut Sheet, dice: &mut Dice) {
    for row in 1..last_row(sheet) {
        text(sheet, row, 0, format!("Ban Chỉ đạo {} tỉnh {}", dice.pick(&GOALS), dice.pick(&PLACES)));
    }
}

/// Localities stay, for the definition names them; the totals are left to the program, and returned.
fn households(sheet: &mut Sheet, dice: &mut Dice) -> [u64; 2] {
    let last = last_row(sheet);
    let mut totals = [0; 2];
    for row in 1..last {
        let counts = [dice.number(20, 900), dice.number(20, 300)];
        for (at, count) in counts.into_iter().enumerate() {
            let col = 2 + 2 * at as u32;
            number(sheet, row, col, count, 0);
            number(sheet, row, col + 1, dice.number(5, 499), 2);
            totals[at] += count;
        }
    }
    sheet.cells.retain(|&(row, col), _| row != last || !matches!(col, 2 | 4));
    totals
}

/// The first two indicators repeat the totals of the households.
fn indicators(sheet: &mut Sheet, totals: [u64; 2], dice: &mut Dice) {
    for row in 1..=last_row(sheet) {
        let goal = dice.pick(&GOALS);
        text(sheet, row, 1, format!("Phấn đấu đạt {}% số xã {goal}", dice.number(20, 99)));
        for col in 2..5 {
            match row {
                5 | 7.. => number(sheet, row, col, dice.number(300, 999), 3),
                _ => number(sheet, row, col, dice.number(20, 4000), 0),
            }
        }
    }
    number(sheet, 1, 4, totals[0], 0);
    number(sheet, 2, 4, totals[1], 0);
}

/// Only leaves are entered; parent rows, totals and sums are left to the program.
fn budget(sheet: &mut Sheet, dice: &mut Dice) {
    sheet.cells.retain(|&(row, col), _| row == 0 || col < 2);
    for row in [1, 3, 4, 6, 7, 9, 10, 12, 13] {
        let central = 100 * dice.number(20, 300);
        let local = central * 15 / 100;
        let departments = local * dice.number(5, 60) / 100;
        let from_province = (local - departments) * dice.number(10, 90) / 100;
        number(sheet, row, 4, central, 0);
        number(sheet, row, 6, local, 0);
        number(sheet, row, 7, departments, 0);
        number(sheet, row, 9, from_province, 0);
        number(sheet, row, 10, local - departments - from_province, 0);
    }
    // The one project with investment, which the prose names.
    let investment = 100 * dice.number(10, 90);
    number(sheet, 7, 3, investment, 0);
    number(sheet, 7, 5, investment * 15 / 100, 0);
    for row in 1..last_row(sheet) {
        let label = format!("Dự án {}: Hỗ trợ {}", dice.number(1, 9), dice.pick(&GOALS));
        text(sheet, row, 1, label);
    }
}

fn citations(sheet: &mut Sheet, dice: &mut Dice) {
    for row in 1..=last_row(sheet) {
        text(sheet, row, 2, format!("{}/QĐ-UBND", dice.number(10, 3999)));
        date(sheet, row, 3, dice, 2023);
    }
    text(sheet, 5, 4, format!("phương án phân bổ ngân sách để {} và {}", dice.pick(&GOALS), dice.pick(&GOALS)));
}

fn constants(sheet: &mut Sheet, dice: &mut Dice) {
    number(sheet, 1, 2, dice.number(50, 100), 2);
    number(sheet, 2, 2, dice.number(10, 17), 0);
    number(sheet, 3, 2, dice.number(3, 7), 0);
    number(sheet, 4, 2, dice.number(50, 100), 2);
}

fn bytes(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let layout = DocProperties::new().set_custom_property("vanban-schema", "ke-hoach-giam-ngheo/1");
    book.set_properties(&layout);
    for sheet in sheets {
        let ws = book.add_worksheet();
        ws.set_name(&*sheet.name)?;
        for (&(row, col), cell) in &sheet.cells {
            let col = col as u16;
            match &cell.value {
                CellValue::Text(text) => ws.write_string(row, col, text)?,
                CellValue::Number(value) => {
                    let code = number_format(cell);
                    let value: f64 = value.to_string().parse().unwrap_or_default();
                    ws.write_number_with_format(row, col, value, &Format::new().set_num_format(code))?
                }
                CellValue::Date(date) => {
                    let day = ExcelDateTime::from_ymd(date.year, date.month, date.day)?;
                    ws.write_datetime_with_format(row, col, &day, &Format::new().set_num_format("dd/mm/yyyy"))?
                }
                _ => continue,
            };
        }
    }
    book.save_to_buffer()
}

fn number_format(cell: &Cell) -> String {
    let places = match cell.format.decimals {
        None => return "General".to_owned(),
        Some(0) => "0".to_owned(),
        Some(n) => format!("0.{}", "0".repeat(n as usize)),
    };
    if cell.format.percent { places + "%" } else { places }
}
