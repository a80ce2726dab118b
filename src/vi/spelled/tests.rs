//! All vectors, and what holds for any number and any text.

use rust_decimal::Decimal;

use crate::vi::dates::Date;
use crate::vi::spelled::beside::{self, Beside};
use crate::vi::spelled::lexicon::{Remark, Unread, Why};
use crate::vi::spelled::read::{self, Reading};
use crate::vi::spelled::write::{Ending, Spelled, Unspelled, cardinal, in_dong};
use crate::vi::text::capitalized;

/// Value, unit, words.
const VECTORS: &str = include_str!("../../../tests/data/words.tsv");

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap_or_else(|_| panic!("{text}"))
}

fn spelled<'a>(value: &str, unit: &'a str) -> Spelled<'a> {
    let small = || value.parse::<u8>().unwrap_or_else(|_| panic!("{value}"));
    match unit {
        "thứ" => Spelled::Ordinal(small().into()),
        "năm" => Spelled::Year(value.parse().unwrap()),
        "tháng" => Spelled::Month(small()),
        "quý" => Spelled::Quarter(small()),
        "ngày" => {
            let parts: Vec<u16> = value.split('-').map(|part| part.parse().unwrap()).collect();
            Spelled::Date(Date::new(parts[0], parts[1] as u8, parts[2] as u8).unwrap())
        }
        "đồng chẵn" => Spelled::Money { value: decimal(value), unit: "đồng", ending: Ending::Exact },
        _ => Spelled::figure(decimal(value), unit),
    }
}

#[test]
fn all_vectors_are_written_and_read_back() {
    let mut count = 0;
    for line in VECTORS.lines().skip(1) {
        let [value, unit, expected] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let words = match unit.strip_suffix("|Bằng chữ") {
            Some(unit) => spelled(value, unit).words().map(|words| format!("Bằng chữ: {}", capitalized(&words))),
            None => spelled(value, unit).words(),
        };
        assert_eq!(words.as_deref(), Ok(expected), "{line}");
        let plain = expected.trim_start_matches("Bằng chữ: ");
        if unit.contains("đồng") {
            let unit = unit.trim_end_matches("|Bằng chữ").trim_end_matches(" chẵn");
            assert_eq!(value_of(read::money(plain)), in_dong(decimal(value), unit).ok(), "{line}");
        } else if unit.is_empty() {
            assert_eq!(value_of(read::number(plain)), Some(decimal(value)), "{line}");
        }
        count += 1;
    }
    assert_eq!(count, 150);
}

fn value_of(reading: Result<Reading, Unread>) -> Option<Decimal> {
    reading.ok().map(|reading| reading.value)
}

#[test]
fn other_ways_of_saying_a_number_are_read() {
    for (words, value) in [
        ("bẩy", "7"),
        ("hai mươi bốn", "24"),
        ("hai mươi nhăm", "25"),
        ("một trăm linh tư", "104"),
        ("một trăm lẻ năm", "105"),
        ("năm ngàn", "5000"),
        ("Một tỉ", "1000000000"),
        ("bảy trăm triệu không nghìn hai trăm ba mươi mốt", "700000231"),
        ("một tỷ không triệu không nghìn không trăm linh năm", "1000000005"),
        ("ba phẩy một bốn", "3.14"),
        ("bảy phẩy không tám một", "7.081"),
        ("bảy phẩy không tám mươi mốt", "7.081"),
        ("trừ mười lăm", "-15"),
        ("Một tỷ, hai trăm triệu", "1200000000"),
        ("một phẩy năm triệu", "1500000"),
        ("không phẩy không trăm năm mươi triệu", "50000"),
        ("một phẩy hai năm tỷ", "1250000000"),
        ("hai phẩy năm nghìn tỷ", "2500000000000"),
        ("MỘT NGHÌN\u{a0}HAI TRĂM\nba mươi", "1230"),
        ("một tỷ không trăm linh năm tỷ", "1000000005000000000"),
        ("một nghìn tỷ tỷ", "1000000000000000000000"),
    ] {
        assert_eq!(value_of(read::number(words)), Some(decimal(value)), "{words}");
    }
    for (words, value) in [
        ("một nghìn hai trăm năm mươi phẩy năm triệu đồng", "1250500000"),
        ("Năm triệu đồng chẵn./.", "5000000"),
        ("Năm triệu đồng Việt Nam", "5000000"),
        ("Năm triệu Việt Nam đồng", "5000000"),
        ("Một tỷ, hai trăm triệu đồng", "1200000000"),
        ("không đồng", "0"),
        ("_Năm triệu_ đồng", "5000000"),
    ] {
        assert_eq!(value_of(read::money(words)), Some(decimal(value)), "{words}");
    }
}

#[test]
fn wrong_words_are_refused_at_their_place() {
    use Why::{Ends, Form, NoHundreds, Order, Spoken, TooLarge, Unknown};
    for (words, wrong, why) in [
        ("", "", Ends),
        ("năm trệu", "trệu", Unknown),
        ("5 triệu", "5", Unknown),
        ("ba\u{301}m", "ba\u{301}m", Unknown),
        ("nam trieu", "nam", Unknown),
        ("hai mươi một", "một", Form("mốt")),
        ("mười năm", "năm", Form("lăm")),
        ("hai mươi năm nghìn", "năm", Form("lăm")),
        ("mười tư", "tư", Form("bốn")),
        ("mười mốt", "mốt", Form("một")),
        ("một mươi", "một", Form("mười")),
        ("một trăm lẽ năm", "lẽ", Form("linh")),
        ("một trăm linh lăm", "lăm", Form("năm")),
        ("ba chấm năm", "chấm", Form("phẩy")),
        ("một nghìn lẻ năm", "lẻ", NoHundreds),
        ("một nghìn năm", "năm", NoHundreds),
        ("một triệu năm nghìn", "năm", NoHundreds),
        ("một trăm năm", "năm", Spoken),
        ("hai trăm tư", "tư", Spoken),
        ("hai lăm", "lăm", Spoken),
        ("hăm mốt", "hăm", Spoken),
        ("một triệu rưỡi", "rưỡi", Spoken),
        ("hai chục", "chục", Spoken),
        ("một nghìn tỷ hai trăm ba mươi tỷ", "tỷ", Order),
        ("một nghìn triệu", "triệu", Order),
        ("một nghìn hai trăm triệu", "hai", Order),
        ("hai ba", "ba", Order),
        ("nghìn", "nghìn", Order),
        ("không trăm linh năm", "không", Order),
        ("không tỷ", "tỷ", Order),
        ("một nghìn không trăm", "không", Order),
        ("hai phẩy", "", Ends),
        ("hai phẩy năm triệu hai trăm nghìn", "năm", Order),
        ("hai nghìn tỷ tỷ", "tỷ", TooLarge),
        ("năm triệu đồng", "đồng", Unknown),
        ("mười triệu, hai hộ", "hai", Unknown),
    ] {
        let refused = read::number(words).expect_err(words);
        assert_eq!((&words[refused.at], refused.why), (wrong, why), "{words}");
    }
    for (words, wrong, why) in [
        ("năm triệu", "", Why::Ends),
        ("năm trệu đồng", "trệu", Unknown),
        ("hai mươi năm triệu đồng", "năm", Form("lăm")),
        ("năm triệu đồng ba hào", "ba", Unknown),
        ("năm nghìn đô la", "đô", Unknown),
    ] {
        let refused = read::money(words).expect_err(words);
        assert_eq!((&words[refused.at], refused.why), (wrong, why), "{words}");
    }
}

#[test]
fn what_is_understood_but_not_written_is_remarked() {
    let words = "Bẩy Mươi Nhăm";
    let remarks = read::number(words).map(|reading| reading.remarks);
    let spoken = |word: &str, written| {
        let at = words.find(word).unwrap();
        Remark::Spoken { at: at..at + word.len(), written }
    };
    assert_eq!(remarks, Ok(vec![spoken("Bẩy", "bảy"), spoken("Nhăm", "lăm"), Remark::Capitals]));
    for words in ["Năm triệu đồng Việt Nam", "Năm đồng", "năm triệu đồng"] {
        assert_eq!(read::money(words).map(|reading| reading.remarks), Ok(vec![]), "{words}");
    }
}

#[test]
fn what_has_no_words_is_refused() {
    let money = |value, unit| Spelled::Money { value: decimal(value), unit, ending: Ending::Plain };
    for (spelled, why) in [
        (Spelled::Number(decimal("1000000000000000000001")), Unspelled::TooLarge),
        (Spelled::Number(decimal("1000000000000000000000.1")), Unspelled::TooLarge),
        (Spelled::Number(Decimal::MIN), Unspelled::TooLarge),
        (money("79228162514264337593543950335", "tỷ đồng"), Unspelled::TooLarge),
        (money("0.5", "đồng"), Unspelled::NotWholeDong),
        (money("1.2345", "nghìn đồng"), Unspelled::NotWholeDong),
        (money("0.0000000000000000000000000001", "tỷ đồng"), Unspelled::NotWholeDong),
        (money("5", "USD"), Unspelled::ForeignUnit("USD".to_owned())),
        (money("5", "hộ"), Unspelled::NotMoney("hộ".to_owned())),
        (Spelled::figure(decimal("5"), "triệu đô la"), Unspelled::ForeignUnit("triệu đô la".to_owned())),
        (Spelled::figure(decimal("5"), "1.000 USD"), Unspelled::ForeignUnit("1.000 USD".to_owned())),
        (Spelled::Month(13), Unspelled::NoSuch(13)),
        (Spelled::Quarter(0), Unspelled::NoSuch(0)),
        (Spelled::Year(0), Unspelled::NoSuch(0)),
        (Spelled::Ordinal(0), Unspelled::NoSuch(0)),
    ] {
        assert_eq!(spelled.words(), Err(why), "{spelled:?}");
    }
    for (value, words) in [
        ("0.00", "không phẩy không không"),
        ("-0.0", "không phẩy không"),
        ("0.400", "không phẩy bốn trăm"),
        ("0.5000", "không phẩy năm không không không"),
        ("0.0071", "không phẩy không không bảy mươi mốt"),
        ("1000000000000000000000", "một nghìn tỷ tỷ"),
        ("150000000000000000005", "một trăm năm mươi tỷ tỷ không trăm linh năm"),
    ] {
        assert_eq!(cardinal(decimal(value)).as_deref(), Ok(words), "{value}");
    }
    assert_eq!(Spelled::figure(decimal("5"), "xã Yên Bình").words().as_deref(), Ok("năm xã Yên Bình"));
    assert_eq!(Spelled::figure(decimal("-5.00"), "trđ").words().as_deref(), Ok("âm năm triệu đồng"));
}

/// The pairs of a text: what agrees as `=`, what differs as what the words say and the right words, what cannot be read
/// as the wrong word, what is wrong with it, and the right words.
fn judged(text: &str) -> Vec<String> {
    let told = |pair: &Beside| {
        let right = pair.right.clone().unwrap_or_else(|why| format!("{why:?}"));
        match &pair.says {
            Ok(_) if pair.agrees => "=".to_owned(),
            Ok(says) => format!("{} [{}] → {right}", says.value.normalize(), &text[pair.words.clone()]),
            Err(wrong) => {
                format!("{} {:?} [{}] → {right}", &text[wrong.at.clone()], wrong.why, &text[pair.words.clone()])
            }
        }
    };
    beside::find(text).iter().map(told).collect()
}

#[test]
fn words_beside_figures_agree() {
    for text in [
        "5.000.000 đồng (Bằng chữ: Năm triệu đồng).",
        "Tổng kinh phí là 5.000.000 đồng (bằng chữ: năm triệu đồng) từ ngân sách xã.",
        "5.000.000đ. Viết bằng chữ: Năm triệu đồng chẵn./.",
        "Số tiền: 5.000.000 VNĐ\nSố tiền bằng chữ: Năm triệu đồng",
        "Số tiền: 5 000 000 đồng; số tiền viết bằng chữ: _Năm triệu đồng_",
        "Tổng cộng: 5.000.000\n\n(Bằng chữ: Năm triệu đồng Việt Nam)",
        "1.250,5 triệu đồng (Bằng chữ: Một tỷ hai trăm năm mươi triệu năm trăm nghìn đồng)",
        "1.250,5 triệu đồng (Bằng chữ: một nghìn hai trăm năm mươi phẩy năm triệu đồng)",
        "Tổng cộng: 1.250 (Bằng chữ: Một tỷ, hai trăm năm mươi triệu đồng)",
        "VND 5.000.000 (Bằng chữ: Năm triệu đồng)",
        "5.000.000 đồng/hộ (bằng chữ: năm triệu đồng một hộ)",
        "5.000.000 đồng (Bằng chữ: Năm triệu\nđồng), trong đó",
        "5.000.000 đồng (Bằng chữ là Năm triệu đồng)",
        "5.000.000 đồng. Viết bằng chữ : (Năm triệu đồng chẵn)",
        "5.000.000 đồng/tháng; tổng số tiền ghi bằng chữ: “Năm triệu đồng”",
        "5.000.000 đồng (Bằng chữ: NĂM TRIỆU ĐỒNG)",
        "*5.000.000* đồng (_Bằng chữ:_ *Năm triệu đồng*)",
        "Diện tích 125,3 m2 (Bằng chữ: một trăm hai mươi lăm phẩy ba mét vuông)",
        "Kinh phí 5,2 tỷ đồng (năm tỷ hai trăm triệu đồng), đạt 97%",
        "năm 2024 có 15 (mười lăm) hộ",
        "5 nghìn tỷ đồng (năm nghìn tỷ đồng)",
        "5 trăm triệu đồng (Bằng chữ: Năm trăm triệu đồng)",
        "5.000.000~đồng (Bằng chữ: Năm~triệu đồng)",
        "| 5.000.000 | Bằng chữ: Năm triệu đồng |",
        "Cộng: 250 (Bằng chữ: Hai trăm năm mươi triệu đồng)",
        "từ 20 (hai mươi) ngày",
        "01 (một) năm",
        "- 15 hộ (mười lăm hộ)",
        "-15 hộ (mười lăm hộ)",
        "5.000.000 đồng *(Bằng chữ: Năm triệu đồng)*",
        "5.000.000 đồng (Năm triệu đồng chẵn)",
        "850 tỷ đồng (tám trăm năm mươi tỷ đồng)",
        "1.205 hộ (bằng chữ: một nghìn hai trăm linh năm hộ)",
        "12,5% (bằng chữ: mười hai phẩy năm phần trăm)",
        "trong 15 (mười lăm) ngày làm việc",
        "05 (năm) bộ hồ sơ",
        "15 ngày (mười lăm ngày)",
        "12,5 ha (bằng chữ: mười hai phẩy năm héc-ta)",
        "12 m2 (bằng chữ: mười hai mét vuông)",
        "10 năm (bằng chữ: mười năm)",
        "2,5 năm (bằng chữ: hai phẩy năm năm)",
        "1.000 năm (một nghìn năm)",
        "năm 2005 (bằng chữ: năm hai nghìn không trăm linh năm)",
        "1,5 triệu hộ (bằng chữ: một phẩy năm triệu hộ)",
        "-5 (âm năm)",
        "12 đồng chí (bằng chữ: mười hai đồng chí)",
        "301,80 (ba trăm linh một phẩy tám mươi)",
    ] {
        assert_eq!(judged(text), ["="], "{text}");
    }
}

#[test]
fn words_that_differ_from_their_figure_are_found() {
    for (text, told) in [
        ("5.000.000 đồng (Bằng chữ: Năm trăm nghìn đồng)", "500000 [Năm trăm nghìn đồng] → Năm triệu đồng"),
        (
            "1.005.000 đồng (bằng chữ: một triệu năm trăm nghìn đồng chẵn)",
            "1500000 [một triệu năm trăm nghìn đồng chẵn] → một triệu không trăm linh năm nghìn đồng chẵn",
        ),
        (
            "24,5 triệu đồng. Bằng chữ: Hai mươi tư triệu đồng.",
            "24000000 [Hai mươi tư triệu đồng] → Hai mươi tư triệu năm trăm nghìn đồng",
        ),
        (
            "Cộng: 1.250 (Bằng chữ: Một tỷ hai trăm linh năm triệu đồng)",
            "1205000000 [Một tỷ hai trăm linh năm triệu đồng] → Một tỷ hai trăm năm mươi triệu đồng",
        ),
        ("trong 15 (mười sáu) ngày", "16 [mười sáu] → mười lăm"),
        ("1.205 hộ (bằng chữ: một nghìn hai trăm hộ)", "1200 [một nghìn hai trăm] → một nghìn hai trăm linh năm"),
        ("06 (năm) bộ", "5 [năm] → sáu"),
        ("12,05% (mười hai phẩy năm phần trăm)", "12.5 [mười hai phẩy năm] → mười hai phẩy không năm"),
        ("5,5 đồng (bằng chữ: năm đồng)", "5 [năm đồng] → NotWholeDong"),
        (
            "năm 2005 (bằng chữ: năm hai nghìn không trăm linh sáu)",
            "2006 [hai nghìn không trăm linh sáu] → hai nghìn không trăm linh năm",
        ),
        // Words that cannot be read.
        ("5.000.000 đồng (Bằng chữ: Năm trệu đồng)", "trệu Unknown [Năm trệu đồng] → Năm triệu đồng"),
        ("5.000.000 đồng (Bằng chữ: 5 triệu đồng)", "5 Unknown [5 triệu đồng] → năm triệu đồng"),
        (
            "1.005 đồng (Bằng chữ: Một nghìn lẻ năm đồng)",
            "lẻ NoHundreds [Một nghìn lẻ năm đồng] → Một nghìn không trăm linh năm đồng",
        ),
        (
            "25.000 đồng (Bằng chữ: Hai mươi năm nghìn đồng)",
            "năm Form(\"lăm\") [Hai mươi năm nghìn đồng] → Hai mươi lăm nghìn đồng",
        ),
        (
            "1.500.000 đồng. Bằng chữ: Một triệu rưỡi đồng",
            "rưỡi Spoken [Một triệu rưỡi đồng] → Một triệu năm trăm nghìn đồng",
        ),
        ("21 hộ (bằng chữ: hai mươi một hộ)", "một Form(\"mốt\") [hai mươi một] → hai mươi mốt"),
        ("5.000.000 đồng (Bằng chữ: theo phụ lục)", "theo Unknown [theo phụ lục] → năm triệu đồng"),
    ] {
        assert_eq!(judged(text), [told], "{text}");
    }
}

#[test]
fn what_is_no_pair_is_left_alone() {
    for text in [
        "ngày 20/11/2024 (bằng chữ: ngày hai mươi tháng Mười một)",
        "ngày 20 tháng 11 năm 2024 (hai mươi)",
        "Số tiền bằng chữ: Năm triệu đồng",
        "5.000 USD (Bằng chữ: Năm nghìn đô la Mỹ)",
        "5.000 (bằng chữ: năm nghìn đô la Mỹ)",
        "USD 5.000 (năm trăm)",
        "5.000.000 đồng (Bằng chữ: …………)",
        "5.000.000 đồng (Bằng chữ: ......... đồng)",
        "5.000.000 đồng (Bằng chữ: ______ đồng)",
        "{{ x }} 12 đồng (Bằng chữ: {{ words }} đồng)",
        "ghi bằng số và bằng chữ: nếu khác nhau thì lấy số tiền bằng chữ.",
        "1. Số tiền bằng chữ: Năm triệu đồng",
        "Điều 5 (bằng chữ: hai triệu đồng)",
        "đợt 1 (năm triệu đồng)",
        "hỗ trợ 15 hộ số tiền (bằng chữ: năm triệu đồng)",
        "1/2 (một phần hai)",
        "0,5 (bằng chữ: một phần hai)",
        "5 - 7 (năm đến bảy) ngày",
        "từ 5 đến 7 (bằng chữ: năm đến bảy)",
        "12 tháng (một năm)",
        "12 hộ (năm)",
        "Có 5 hộ (không)",
        "5 triệu 500 nghìn đồng (Bằng chữ: Năm triệu năm trăm nghìn đồng)",
        "12 triệu đồng/năm (một triệu đồng/tháng)",
        "5 tỷ đồng (hai tỷ đồng vốn trung ương)",
        "gồm 15 (mười xã, năm phường)",
        "5.000.000 đồng, 6.000.000 đồng (Bằng chữ: năm triệu đồng, sáu triệu đồng)",
        "Tổ 5 (sáu)",
        "Quyết định số 12/QĐ-UBND (ba)",
        "mã B15 (mười sáu)",
        "1.23 (một)",
        "3 x 5 (mười lăm)",
        "5 hộ (năm 2024)",
        "Kế hoạch năm 2025 (Bằng chữ: Năm triệu đồng)",
        "Thái Nguyên, 2025\nBằng chữ: Năm triệu đồng",
        "Biểu số 05\nSố tiền bằng chữ: Năm triệu đồng",
        "Bước 2. Số tiền bằng chữ: Năm triệu đồng",
        "“2025” (năm)",
        "2025 (năm)",
        "5.000.000 đồng (Bằng chữ: năm triệu đồng đến sáu triệu đồng)",
        "5 tấn 200 kg (năm tấn hai trăm ki-lô-gam)",
        "14:30 (hai giờ)",
        "Tiêu chí 1.2 (hai)",
        "khoản 3 Điều 5 (hai)",
        "60 phút (một giờ)",
        "1.000 kg (một tấn)",
    ] {
        assert_eq!(judged(text), [""; 0], "{text}");
    }
}
