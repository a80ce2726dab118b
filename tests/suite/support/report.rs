//! Inputs of the report whose definition has every kind of derived figure (`tests/fixtures/bao-cao-suy-ra`).

use std::collections::BTreeMap;
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};
use vanban::finding::outcome::{Failure, Warned};
use vanban::input::around::Around;
use vanban::input::folder::{self, InputFolder};
use vanban::input::templates::Templates;
use vanban::input::verify::{Verified, verify_among};

pub const REPORT: &str = "bao-cao-suy-ra";

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    Blank,
    Number(f64),
}

use Cell::{Blank, Number};

/// The figures of one year.
#[derive(Debug, Clone)]
pub struct Report {
    /// Name; households, poor, near poor, people, satisfied, wanted.
    pub districts: Vec<(String, [Cell; 6])>,
    /// Name; plan, done.
    pub funds: Vec<(String, [Cell; 2])>,
    /// STT; amount. Groups and the total are left blank.
    pub tasks: Vec<(String, Cell)>,
    pub previous: Option<String>,
    pub year: f64,
    /// Satisfied and wanted of the total row.
    pub overall: [Cell; 2],
}

impl Report {
    /// Four districts, in which two are equal.
    pub fn sample() -> Self {
        let rows: [(&str, [f64; 6]); 4] = [
            ("Thành phố Phổ Yên", [40_321.0, 1_225.0, 980.0, 160_402.0, 92.5, 90.0]),
            ("Huyện Phú Bình", [38_000.0, 2_755.0, 2_010.0, 150_003.0, 88.1, 90.0]),
            ("Huyện Đại Từ", [45_678.0, 3_100.0, 1_999.0, 170_555.0, 92.5, 90.0]),
            ("Huyện Võ Nhai", [17_000.0, 960.0, 1_777.0, 68_009.0, 80.3, 90.0]),
        ];
        let funds = [[1_200.5, 1_100.3], [3_000.0, 2_999.9], [2_000.0, 2_100.1], [640.0, 0.5]];
        let tasks =
            [("1", Blank), ("1.1", Number(250.5)), ("1.2", Number(1_000.1)), ("2", Blank), ("2.1", Number(333.3))];
        Self {
            districts: rows.iter().map(|(name, row)| ((*name).to_owned(), row.map(Number))).collect(),
            funds: rows.iter().zip(funds).map(|((name, _), row)| ((*name).to_owned(), row.map(Number))).collect(),
            tasks: tasks.iter().map(|(stt, amount)| ((*stt).to_owned(), *amount)).collect(),
            previous: Some("bao-cao-2023".to_owned()),
            year: 2024.0,
            overall: [Number(88.2), Number(90.0)],
        }
    }

    /// The year before: other poor households, and no year before it.
    pub fn before(&self, poor: &[f64]) -> Self {
        let mut before = self.clone();
        for ((_, row), poor) in before.districts.iter_mut().zip(poor) {
            row[1] = Number(*poor);
        }
        before.previous = None;
        before.year -= 1.0;
        before
    }

    pub fn workbook(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        book.set_properties(&DocProperties::new().set_custom_property("vanban-schema", format!("{REPORT}/1")));
        particulars(book.add_worksheet(), self.previous.as_deref(), self.year);
        let sheet = book.add_worksheet();
        sheet.set_name("Nơi nhận").expect("name");
        column(sheet, 0, &["Nơi nhận", "Như trên", "Lưu: VT"]);
        let headings =
            ["Tổng số hộ", "Số hộ nghèo", "Số hộ cận nghèo", "Số dân", "Tỷ lệ hài lòng (%)", "Chỉ tiêu hài lòng (%)"];
        let [satisfied, wanted] = self.overall;
        let total = [("Cộng".to_owned(), [Blank, Blank, Blank, Blank, satisfied, wanted])];
        rows(book.add_worksheet(), "Hộ nghèo", ("Địa phương", &headings), self.districts.iter().chain(&total));
        rows(book.add_worksheet(), "Kinh phí", ("Đơn vị", &["Kế hoạch", "Thực hiện"]), &self.funds);
        let sheet = book.add_worksheet();
        sheet.set_name("Nhiệm vụ").expect("name");
        for (col, heading) in ["STT", "Nhiệm vụ", "Kinh phí"].iter().enumerate() {
            sheet.write_string(0, col as u16, *heading).expect("cell");
        }
        for (at, (stt, amount)) in self.tasks.iter().enumerate() {
            let row = at as u32 + 1;
            sheet.write_string(row, 0, stt).expect("cell");
            sheet.write_string(row, 1, format!("Việc {stt}")).expect("cell");
            put(sheet, row, 2, *amount);
        }
        sheet.write_string(self.tasks.len() as u32 + 1, 1, "TỔNG CỘNG").expect("cell");
        book.save_to_buffer().expect("workbook")
    }

    /// The input by itself: last year's is not there.
    pub fn input(&self) -> InputFolder {
        let workbooks = BTreeMap::from([("so-lieu.xlsx".to_owned(), self.workbook())]);
        InputFolder { name: "bao-cao-2024".to_owned(), workbooks }
    }

    /// Writes the input as a folder among others.
    pub fn write(&self, inputs: &Path, name: &str) {
        std::fs::create_dir_all(inputs.join(name)).expect("folder");
        std::fs::write(inputs.join(name).join("so-lieu.xlsx"), self.workbook()).expect("workbook");
    }
}

/// Reads and checks a folder with what surrounds it.
pub fn read(folder: &Path, templates: &Templates) -> Result<Warned<Verified>, Failure> {
    verify_among(&folder::read_inputs(folder)?, templates, &Around::of(folder))
}

fn particulars(sheet: &mut Worksheet, previous: Option<&str>, year: f64) {
    sheet.set_name("Văn bản").expect("name");
    let rows = [
        ("Mục", "Nội dung"),
        ("Mẫu văn bản", REPORT),
        ("Cơ quan ban hành", "Ủy ban nhân dân tỉnh Thái Nguyên"),
        ("Tên viết tắt của cơ quan", "UBND tỉnh"),
        ("Số", "12"),
        ("Ký hiệu", "BC-UBND"),
        ("Địa danh", "Thái Nguyên"),
        ("Tên loại", "Báo cáo"),
        ("Trích yếu", "Kết quả giảm nghèo năm 2024"),
        ("Quyền hạn, chức vụ người ký", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
        ("Họ và tên người ký", "Trịnh Việt Hùng"),
        ("Thư mục số liệu năm trước", previous.unwrap_or_default()),
        ("Cơ quan chủ quản", ""),
        ("Năm báo cáo", ""),
        ("Năm gốc", ""),
        ("Ngày ban hành", ""),
    ];
    for (row, (name, content)) in rows.iter().enumerate() {
        sheet.write_string(row as u32, 0, *name).expect("cell");
        if !content.is_empty() {
            sheet.write_string(row as u32, 1, *content).expect("cell");
        }
    }
    sheet.write_number(13, 1, year).expect("cell");
    sheet.write_number(14, 1, 2021).expect("cell");
    let date = ExcelDateTime::from_ymd(2025, 1, 15).expect("date");
    sheet.write_datetime_with_format(15, 1, &date, &Format::new().set_num_format("dd/mm/yyyy")).expect("cell");
}

fn column(sheet: &mut Worksheet, col: u16, texts: &[&str]) {
    for (row, text) in texts.iter().enumerate() {
        sheet.write_string(row as u32, col, *text).expect("cell");
    }
}

fn rows<'a, const N: usize>(
    sheet: &mut Worksheet,
    name: &str,
    (first, headings): (&str, &[&str; N]),
    rows: impl IntoIterator<Item = &'a (String, [Cell; N])>,
) {
    sheet.set_name(name).expect("name");
    sheet.write_string(0, 0, first).expect("cell");
    for (col, heading) in headings.iter().enumerate() {
        sheet.write_string(0, col as u16 + 1, *heading).expect("cell");
    }
    for (at, (name, cells)) in rows.into_iter().enumerate() {
        sheet.write_string(at as u32 + 1, 0, name).expect("cell");
        for (col, cell) in cells.iter().enumerate() {
            put(sheet, at as u32 + 1, col as u16 + 1, *cell);
        }
    }
}

fn put(sheet: &mut Worksheet, row: u32, col: u16, cell: Cell) {
    if let Number(value) = cell {
        sheet.write_number(row, col, value).expect("cell");
    }
}
