//! Writes `inputs/ke-hoach-2024/so-lieu.xlsx` from the published data in `tests/data/`.
//!
//! `cargo run --release --example make_inputs [FILE]`

use std::error::Error;
use std::fs;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet, XlsxError,
};

const FONT: &str = "Times New Roman";

fn main() -> Result<(), Box<dyn Error>> {
    let target = std::env::args().nth(1).unwrap_or_else(|| "inputs/ke-hoach-2024/so-lieu.xlsx".to_owned());
    let mut book = Workbook::new();
    book.set_default_format(&Format::new().set_font_name(FONT).set_font_size(12), 21, 64)?;
    let published = ExcelDateTime::from_ymd(2024, 5, 8)?;
    book.set_properties(
        &DocProperties::new()
            .set_title("Số liệu Kế hoạch giảm nghèo năm 2024")
            .set_custom_property("vanban-schema", "ke-hoach-giam-ngheo/1")
            .set_creation_datetime(&published),
    );
    particulars(book.add_worksheet())?;
    recipients(book.add_worksheet())?;
    households(book.add_worksheet())?;
    indicators(book.add_worksheet())?;
    budget(book.add_worksheet())?;
    citations(book.add_worksheet())?;
    constants(book.add_worksheet())?;
    book.save(&target)?;
    Ok(())
}

/// A heading row that stays in view, with a note that says what the sheet is for.
fn sheet(sheet: &mut Worksheet, name: &str, help: &str, columns: &[(&str, f64)]) -> Result<(), XlsxError> {
    let heading = Format::new()
        .set_font_name(FONT)
        .set_font_size(12)
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
        .set_background_color(Color::RGB(0x00DD_EBF7));
    sheet.set_name(name)?;
    for (col, (text, width)) in columns.iter().enumerate() {
        sheet.set_column_width(col as u16, *width)?;
        sheet.write_string_with_format(0, col as u16, *text, &heading)?;
    }
    sheet.set_row_height(0, 36)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.insert_note(0, 0, &Note::new(help).add_author_prefix(false).set_width(320).set_height(110))?;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn words() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(12)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin)
}

fn figure(code: &str) -> Format {
    words().set_num_format(code).set_align(FormatAlign::Right)
}

fn code() -> Format {
    words().set_num_format("@")
}

fn particulars(ws: &mut Worksheet) -> Result<(), XlsxError> {
    let help = "Những mục ghi ở đầu và cuối văn bản. Sửa cột Nội dung, không đổi cột Mục. \
        Số và Ngày ban hành để trống khi còn là dự thảo. Xuống dòng trong ô: Alt+Enter.";
    sheet(ws, "Văn bản", help, &[("Mục", 32.0), ("Nội dung", 90.0)])?;
    let rows: [(&str, &str); 16] = [
        ("Mẫu văn bản", "ke-hoach-giam-ngheo"),
        ("Cơ quan chủ quản", ""),
        ("Cơ quan ban hành", "ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN"),
        ("Tên viết tắt của cơ quan", "UBND tỉnh"),
        ("Số", "85"),
        ("Ký hiệu", "KH-UBND"),
        ("Địa danh", "Thái Nguyên"),
        ("Ngày ban hành", "2024-05-08"),
        ("Tên loại", "Kế hoạch"),
        (
            "Trích yếu",
            "Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững\nnăm {Năm kế hoạch} trên địa bàn tỉnh Thái Nguyên",
        ),
        ("Năm kế hoạch", "2024"),
        ("Năm đầu giai đoạn", "2021"),
        ("Năm cuối giai đoạn", "2025"),
        ("Quyền hạn, chức vụ người ký", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
        ("Họ và tên người ký", "Lê Quang Tiến"),
        ("Ký hiệu người soạn thảo", "Pvk.KH.LD"),
    ];
    for (i, (name, content)) in rows.iter().enumerate() {
        let row = i as u32 + 1;
        ws.write_string_with_format(row, 0, *name, &words().set_bold())?;
        match *name {
            "Ngày ban hành" => {
                let format = words().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Left);
                ws.write_datetime_with_format(row, 1, &ExcelDateTime::parse_from_str(content)?, &format)?;
            }
            _ if !content.is_empty() && content.bytes().all(|b| b.is_ascii_digit()) => {
                let number: u32 = content.parse().unwrap_or_default();
                ws.write_number_with_format(row, 1, number, &words().set_num_format("0").set_align(FormatAlign::Left))?;
            }
            _ => text(ws, row, 1, content, &words())?,
        }
    }
    Ok(())
}

fn recipients(ws: &mut Worksheet) -> Result<(), XlsxError> {
    let help = "Mỗi nơi nhận một hàng, không gõ dấu gạch đầu dòng và dấu chấm phẩy. Hàng cuối là Lưu.";
    sheet(ws, "Nơi nhận", help, &[("Nơi nhận", 60.0)])?;
    let list = [
        "Bộ Lao động - Thương binh và Xã hội",
        "Bộ Kế hoạch và Đầu tư",
        "Bộ Tài chính",
        "Thường trực Tỉnh ủy",
        "Thường trực HĐND tỉnh",
        "Chủ tịch, các PCT UBND tỉnh",
        "Ủy ban MTTQ tỉnh",
        "Các sở, ban, ngành, đoàn thể thuộc tỉnh",
        "UBND các huyện, thành phố",
        "Lãnh đạo VP UBND tỉnh",
        "Lưu: VT, KGVX, TH",
    ];
    for (i, name) in list.iter().enumerate() {
        ws.write_string_with_format(i as u32 + 1, 0, *name, &words())?;
    }
    Ok(())
}

fn households(ws: &mut Worksheet) -> Result<(), XlsxError> {
    let help = "Số hộ nghèo, hộ cận nghèo giảm trong năm của từng huyện, thành phố. Dòng cuối là Cộng. \
        Tỷ lệ ghi theo thang 100 (0,40 là 0,40%), số chữ số thập phân hiện ra là số in trong văn bản.";
    let columns = [
        ("STT", 7.0),
        ("Địa phương", 28.0),
        ("Số hộ nghèo", 14.0),
        ("Tỷ lệ hộ nghèo (%)", 14.0),
        ("Số hộ cận nghèo", 14.0),
        ("Tỷ lệ hộ cận nghèo (%)", 14.0),
    ];
    sheet(ws, "Hộ nghèo", help, &columns)?;
    let mut rows = csv("appendix1_localities.csv");
    rows.extend(csv("appendix1_localities_total.csv"));
    for (i, cells) in rows.iter().enumerate() {
        let row = i as u32 + 1;
        text(ws, row, 0, &cells[0], &code().set_align(FormatAlign::Center))?;
        text(ws, row, 1, &cells[1], &words())?;
        for col in [2, 4] {
            number(ws, row, col, &cells[col as usize], "#,##0")?;
        }
        for col in [3, 5] {
            let decimals = cells[col as usize].split('.').nth(1).unwrap_or_default().len();
            number(ws, row, col, &cells[col as usize], &format!("0.{}", "0".repeat(decimals)))?;
        }
    }
    Ok(())
}

fn indicators(ws: &mut Worksheet) -> Result<(), XlsxError> {
    let help = "Chỉ tiêu của giai đoạn và kế hoạch năm. Ghi số, phần trăm hoặc chữ đúng như cần in ra. \
        Không đổi mã ở cột đầu: lời văn gọi chỉ tiêu bằng mã này.";
    let columns = [
        ("Mã", 20.0),
        ("Chỉ tiêu đến năm 2025", 62.0),
        ("Kế hoạch năm 2023", 18.0),
        ("Kết quả thực hiện năm 2023", 20.0),
        ("Kế hoạch năm 2024", 18.0),
    ];
    sheet(ws, "Chỉ tiêu", help, &columns)?;
    let codes = [
        "ho-ngheo",
        "can-ngheo",
        "mo-hinh",
        "viec-lam-ben-vung",
        "can-bo",
        "ket-noi-viec-lam",
        "bhyt",
        "di-hoc",
        "qua-dao-tao",
        "bang-cap",
        "nha-o",
        "nuoc-sach",
        "nha-tieu",
        "vien-thong",
        "thong-tin",
    ];
    for (i, (cells, key)) in csv("appendix1_indicators.csv").iter().zip(codes).enumerate() {
        let row = i as u32 + 1;
        text(ws, row, 0, key, &code())?;
        text(ws, row, 1, &cells[0], &words())?;
        for col in 2..5u16 {
            as_typed(ws, row, col, &cells[usize::from(col) - 1])?;
        }
    }
    Ok(())
}

fn budget(ws: &mut Worksheet) -> Result<(), XlsxError> {
    let help = "Đơn vị: triệu đồng. STT 2.1 là tiểu dự án của dự án STT 2. Không có vốn thì để trống. \
        Dòng dự án và dòng TỔNG CỘNG được kiểm tra với các dòng thành phần; để trống thì được tính.";
    let columns = [
        ("STT", 7.0),
        ("Dự án, hoạt động", 62.0),
        ("Tổng cộng", 12.0),
        ("NSTW vốn ĐTPT", 12.0),
        ("NSTW vốn sự nghiệp", 12.0),
        ("NSĐP vốn ĐTPT", 12.0),
        ("NSĐP vốn sự nghiệp", 12.0),
        ("NS tỉnh cho các sở, ngành", 14.0),
        ("Cấp huyện tổng số", 12.0),
        ("NS tỉnh hỗ trợ", 12.0),
        ("NS huyện", 12.0),
    ];
    sheet(ws, "Kinh phí", help, &columns)?;
    for (i, cells) in csv("appendix2_budget.csv").iter().enumerate() {
        let row = i as u32 + 1;
        text(ws, row, 0, &cells[0], &code().set_align(FormatAlign::Center))?;
        text(ws, row, 1, &cells[1], &words())?;
        for col in 2..11u16 {
            number(ws, row, col, &cells[usize::from(col)], "#,##0")?;
        }
    }
    Ok(())
}

fn citations(ws: &mut Worksheet) -> Result<(), XlsxError> {
    let help = "Số và ngày của các văn bản được viện dẫn trong lời văn. Không đổi mã ở cột đầu.";
    let columns = [
        ("Mã", 24.0),
        ("Tên loại", 16.0),
        ("Số, ký hiệu", 22.0),
        ("Ngày ban hành", 16.0),
        ("Trích yếu (khi lời văn cần nguyên văn)", 80.0),
    ];
    sheet(ws, "Viện dẫn", help, &columns)?;
    for (i, cells) in tsv("citations.tsv").iter().enumerate() {
        let row = i as u32 + 1;
        for (col, format) in [(0, code()), (1, words()), (2, code())] {
            text(ws, row, col, &cells[usize::from(col)], &format)?;
        }
        let date = ExcelDateTime::parse_from_str(&cells[3])?;
        ws.write_datetime_with_format(row, 3, &date, &words().set_num_format("dd/mm/yyyy"))?;
        text(ws, row, 4, cells.get(4).map(String::as_str).unwrap_or_default(), &words())?;
    }
    Ok(())
}

fn constants(ws: &mut Worksheet) -> Result<(), XlsxError> {
    let help = "Những con số trong lời văn không nằm trong phụ lục nào. Không đổi mã ở cột đầu.";
    sheet(ws, "Số liệu khác", help, &[("Mã", 24.0), ("Nội dung", 90.0), ("Giá trị", 14.0)])?;
    for (i, cells) in tsv("constants.tsv").iter().enumerate() {
        let row = i as u32 + 1;
        text(ws, row, 0, &cells[0], &code())?;
        text(ws, row, 1, &cells[1], &words())?;
        as_typed(ws, row, 2, &cells[2])?;
    }
    Ok(())
}

fn text(ws: &mut Worksheet, row: u32, col: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    if text.is_empty() {
        ws.write_blank(row, col, format)?;
    } else {
        ws.write_string_with_format(row, col, text, format)?;
    }
    Ok(())
}

fn number(ws: &mut Worksheet, row: u32, col: u16, value: &str, code: &str) -> Result<(), XlsxError> {
    match value.parse::<f64>() {
        Ok(value) => ws.write_number_with_format(row, col, value, &figure(code))?,
        Err(_) => ws.write_blank(row, col, &figure(code))?,
    };
    Ok(())
}

/// A count becomes a number, `63,03%` a percentage with its decimals, anything else stays words.
fn as_typed(ws: &mut Worksheet, row: u32, col: u16, printed: &str) -> Result<(), XlsxError> {
    let (digits, percent) = match printed.strip_suffix('%') {
        Some(digits) => (digits, true),
        None => (printed, false),
    };
    let plain = digits.replace('.', "").replace(',', ".");
    let Ok(value) = plain.parse::<f64>() else {
        return text(ws, row, col, printed, &words().set_align(FormatAlign::Right));
    };
    let decimals = plain.split('.').nth(1).map_or(0, str::len);
    let places = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals)) };
    if percent {
        // Through the decimal text, so that 63,03 % is stored as exactly 0.6303.
        let share: f64 = format!("{plain}e-2").parse().unwrap_or(value / 100.0);
        ws.write_number_with_format(row, col, share, &figure(&format!("0{places}%")))?;
    } else {
        ws.write_number_with_format(row, col, value, &figure(&format!("#,##0{places}")))?;
    }
    Ok(())
}

fn csv(name: &str) -> Vec<Vec<String>> {
    rows(name, |line| {
        let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(std::mem::take(&mut cell)),
                _ => cell.push(c),
            }
        }
        cells.push(cell);
        cells
    })
}

fn tsv(name: &str) -> Vec<Vec<String>> {
    rows(name, |line| line.split('\t').map(str::to_owned).collect())
}

fn rows(name: &str, split: impl Fn(&str) -> Vec<String>) -> Vec<Vec<String>> {
    let path = format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    text.lines().skip(1).map(split).collect()
}
