use super::*;

/// The text with `~` for each tied blank and `|` for each joint.
fn bound(text: &str, longest: usize, names: &[String]) -> String {
    let mut out = String::new();
    let mut from = 0;
    for tie in ties(text, longest, names) {
        let (at, length, sign) = tie.edit();
        out.push_str(&text[from..at]);
        out.push(if sign == JOINER { '|' } else { '~' });
        from = at + length;
    }
    out + &text[from..]
}

/// Checks texts in which the ties are shown: without them the text is what was typed.
fn expect(shown: &[&str]) {
    for shown in shown {
        let typed = shown.replace('|', "").replace('~', " ");
        assert_eq!(bound(&typed, 30, &[]), *shown);
    }
}

#[test]
fn numbers_stay_with_their_units() {
    expect(&[
        "trồng mới 165~ha rừng, 12~xã và 05~ngày",
        "vốn sự nghiệp: 1.256~triệu~đồng; vốn đầu tư",
        "khoảng 850~tỷ~đồng, 1.250.000.000~đồng (Bằng chữ: Một tỷ",
        "3~nghìn~tỷ~đồng và 5~triệu~người, 20~mô hình",
        "đạt 12,5%, tăng 5% so với 12,5~% năm trước",
        "(163~người thuộc 7-10~hộ), mỗi hộ 2~MW, 15~m2/|người, 3~km²",
        "giảm 2.710 và 97 là kết quả, tổng số~500~hộ, số~12 ngày~5",
        "vốn năm~2022, 2023 chuyển sang năm~2024 đạt kết quả",
    ]);
}

#[test]
fn words_stay_with_their_numbers() {
    expect(&[
        "tiêu quốc gia; Nghị định~38/2023/|NĐ-|CP ngày~24/6/2023 của Chính phủ",
        "Kế hoạch số~101/|KH-|UBND ngày~30/6/2022 của UBND~tỉnh",
        "Luật~45/2019/|QH14 và Quyết định số~1719/|QĐ-|TTg",
        "điểm~đ khoản~2 Điều~5 Mục~II Chương~III, Phụ~lục~II kèm theo",
        "giai đoạn~2021-2025, năm~2024 (năm~2025), giai đoạn~2026~-|~2030",
        "ngày~08 tháng~5 năm~2024, quý~III, thứ~tư, lần thứ~2, đợt~1, loại~A, khóa~XIV",
        "Dự án~2, Tiểu dự án~1 và Mẫu số~01/|BC",
        "Số: Số~02/2022/|NQ-|HĐND của HĐND~tỉnh, UBND~thành~phố",
        "QUYẾT ĐỊNH SỐ~5, PHỤ~LỤC~II, ĐIỀU~5",
        "Tổng số hộ, số liệu hộ; Số Một, năm qua, ngày nay, tháng sau, mục tiêu, điểm~a, b",
    ]);
}

#[test]
fn no_line_begins_or_ends_with_a_dash() {
    expect(&[
        "phát triển kinh tế~-|~xã hội tỉnh",
        "vì người nghèo~-|~Không để ai bị bỏ lại",
        "Sở Lao động~-|~Thương binh và Xã hội",
        "kinh tế~–|~xã hội, kinh tế~-|xã hội, kinh tế-|~xã hội",
        "từ -5 đến 7, V/|v giao, 10.000~đồng/|tháng, 60~km/|h, 2026–|2030 và/|hoặc",
        "COVID-19, hiện nay~./. và hết~;",
    ]);
}

#[test]
fn labels_abbreviations_and_names_stay_with_what_follows() {
    expect(&[
        "-|~Sở Tài chính",
        "a)~Đối tượng: (1)~Xây dựng; (2)~Hoàn thiện (3) cột",
        "2.1.~Các kết quả",
        "Điều~1.~Phạm vi",
        "I.~MỤC ĐÍCH",
        "TP.~Hồ Chí Minh, ThS.~Nguyễn, KT.~CHỦ TỊCH, TM.~ỦY BAN, PGS.TS.~Lê",
        "đồng chí Nguyễn~Văn~A làm, bà Trần~Thị Ngọc~Lan và ông ấy",
        "Ủy ban nhân dân tỉnh, Quyết định số của các tỉnh",
    ]);
    let names = ["Lê Quang Tiến".to_owned(), "Nguyễn Thị Thu Hà".to_owned()];
    assert_eq!(bound("do Lê Quang Tiến ký", 30, &names), "do Lê~Quang~Tiến ký");
    assert_eq!(bound("Nguyễn Thị Thu Hà", 30, &names), "Nguyễn~Thị Thu~Hà");
}

#[test]
fn a_chain_has_a_limit() {
    assert_eq!(bound("a - b - c - d", 6, &[]), "a~-|~b - c~-|~d");
    assert_eq!(bound("số 101/KH-UBND của", 11, &[]), "số 101/|KH-|UBND của");
    assert_eq!(bound("số 101/KH-UBND của", 10, &[]), "số 101/KH-UBND của");
    assert_eq!(bound("Phụ lục II - Kinh phí", 14, &[]), "Phụ lục~II~-|~Kinh phí");
}

/// Whatever stands in a paragraph: without the ties it is what it was, and no line needs more than the longest chain.
#[test]
fn ties_change_no_word_and_no_chain_is_too_long() {
    let words = [
        "-", "–", "số", "101/KH-UBND", "5", "ha", "triệu", "đồng", "(1)", "Điều", "TP.", "ông", "Nguyễn", "./.", "kinh",
        "tế-", "-xã", "2021-2025", "năm", "II", "%", "UBND", "thành", "phố", ";", "38/2023/NĐ-CP", "12,5", "a)", "Phụ", "lục",
    ];
    let mut state = 1_u32;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    for round in 0..4000 {
        let longest = 4 + draw(27);
        let text: Vec<&str> = (0..1 + draw(40)).map(|_| words[draw(words.len())]).collect();
        let text = text.join(" ");
        let found = bound(&text, longest, &[]);
        assert_eq!(found.replace('|', "").replace('~', " "), text, "{round}");
        for chain in found.split(' ') {
            let length = chain.replace('|', "").chars().count();
            assert!(length <= longest || !chain.contains(['~', '|']), "{round}: {longest} {chain} in {found}");
        }
    }
}
