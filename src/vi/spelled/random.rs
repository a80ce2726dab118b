//! What holds for any number, and for any text.

use rust_decimal::Decimal;

use crate::vi::numbers::{self, Grouping};
use crate::vi::spelled::beside;
use crate::vi::spelled::read;
use crate::vi::spelled::write::{Ending, GREATEST, Spelled, cardinal, in_dong};

/// SplitMix64: the same numbers in each run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// So many digits, most of them zeros, ones, fours and fives: where the words differ.
    fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| self.pick(&['0', '0', '0', '1', '4', '5', '2', '3', '6', '7', '8', '9'])).collect()
    }

    /// A number with a name, with up to `decimals` decimals, zeros at their end included.
    fn number(&mut self, decimals: usize) -> Decimal {
        let scale = if self.below(3) == 0 { 0 } else { self.below(decimals + 1) };
        let whole = self.below(22.min(29 - scale));
        let sign = self.pick(&["", "", "-"]);
        let typed = format!("{sign}0{}.{}", self.digits(whole), self.digits(scale));
        Decimal::from_str_exact(&typed).unwrap_or_else(|_| panic!("{typed}"))
    }
}

#[test]
fn every_number_written_is_read_back() {
    let mut random = Random(1);
    for _ in 0..20_000 {
        let value = random.number(24);
        let words = cardinal(value).unwrap_or_else(|why| panic!("{value}: {why:?}"));
        let read = read::number(&words).unwrap_or_else(|wrong| panic!("{value}: {words}: {wrong:?}"));
        assert_eq!((read.value, read.remarks), (value, vec![]), "{words}");
    }
    for value in (0..20_000).chain((0..40).map(|power| 10u128.pow(power / 2) + u128::from(power % 2))) {
        let value = Decimal::from(value.min(GREATEST));
        let words = cardinal(value).unwrap();
        assert_eq!(read::number(&words).map(|read| read.value), Ok(value), "{words}");
    }
}

#[test]
fn different_numbers_have_different_words() {
    let words: std::collections::BTreeSet<String> =
        (0..100_000).map(|value| cardinal(Decimal::from(value)).unwrap()).collect();
    assert_eq!(words.len(), 100_000);
}

#[test]
fn every_amount_written_agrees_with_its_figure_and_with_no_other() {
    let mut random = Random(2);
    let mut judged = 0;
    for _ in 0..10_000 {
        let unit = random.pick(&["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"]);
        let ending = random.pick(&[Ending::Plain, Ending::Exact]);
        let (value, other) = (random.number(5).abs(), random.number(5).abs());
        let written = |value| Spelled::Money { value, unit, ending }.words().ok();
        let (Some(words), Some(others)) = (written(value), written(other)) else { continue };
        assert_eq!(read::money(&words).map(|read| read.value).ok(), in_dong(value, unit).ok(), "{words}");
        let figure = numbers::exact(value, Grouping::Dot);
        if numbers::parse_number(&figure).is_none() {
            continue;
        }
        let label = random.pick(&[" (Bằng chữ: ", ". Viết bằng chữ: ", "\nSố tiền bằng chữ: ", " (", "; bằng chữ: "]);
        let close = if label.contains('(') { ")." } else { "." };
        let text = format!("Kinh phí: {figure} {unit}{label}{others}{close}");
        let [pair] = &beside::find(&text)[..] else { panic!("{text}") };
        assert_eq!(&text[pair.words.clone()], others);
        assert_eq!(Some(pair.amount), in_dong(value, unit).ok());
        assert_eq!(pair.right.as_ref(), Ok(&words), "{text}");
        assert_eq!(pair.agrees, words == others, "{text}");
        judged += 1;
    }
    assert!(judged > 1_500, "{judged}");
}

#[test]
fn every_count_written_agrees_with_its_figure_and_with_no_other() {
    let mut random = Random(3);
    for _ in 0..10_000 {
        let (value, other) = (random.number(4).normalize(), random.number(4).normalize());
        let (words, others) = (cardinal(value).unwrap(), cardinal(other).unwrap());
        let figure = numbers::exact(value, Grouping::Dot);
        if numbers::parse_number(figure.trim_start_matches('-')).is_none() {
            continue;
        }
        let unit = random.pick(&["hộ", "ha", "%", "bộ hồ sơ", "năm", "tháng", "đồng chí", "xã Yên Bình"]);
        let name = if unit == "%" { "phần trăm" } else { unit };
        let text = match random.below(3) {
            0 => format!("Có {figure} {unit} (bằng chữ: {others} {name})"),
            1 => format!("Có {figure} ({others}) {unit}"),
            _ => format!("Có {figure} {unit} ({others} {name})"),
        };
        let found = beside::find(&text);
        // Alone in brackets they may be other words.
        if matches!(others.as_str(), "năm" | "không") && found.is_empty() {
            continue;
        }
        let [pair] = &found[..] else { panic!("{text}: {found:?}") };
        assert_eq!(pair.agrees, words == others, "{text}");
    }
}

#[test]
fn a_word_too_few_too_many_or_misplaced_is_never_overlooked() {
    let mut random = Random(5);
    for _ in 0..20_000 {
        let value = random.number(0).abs();
        if value.is_zero() || value >= Decimal::from(10u64.pow(18)) {
            continue;
        }
        let words = cardinal(value).unwrap();
        let mut wrong: Vec<&str> = words.split(' ').collect();
        let at = random.below(wrong.len());
        match random.below(4) {
            0 => _ = wrong.remove(at),
            1 => wrong.insert(at, wrong[at]),
            2 => {
                wrong[at] = random.pick(&["một", "năm", "mươi", "mười", "trăm", "nghìn", "triệu", "tỷ", "lin", "tram"])
            }
            _ => wrong.swap(at, random.below(words.split(' ').count())),
        }
        let wrong = wrong.join(" ");
        let text = format!("{} đồng (Bằng chữ: {wrong} đồng)", numbers::number(value, 0, Grouping::Dot));
        let found = beside::find(&text);
        // Without a word the brackets are still to be filled in.
        assert!(
            wrong == words || wrong.is_empty() || matches!(&found[..], [pair] if !pair.agrees),
            "{text}: {found:?}"
        );
    }
}

const PIECES: [&str; 64] = [
    "không",
    "một",
    "hai",
    "năm",
    "mốt",
    "tư",
    "lăm",
    "mười",
    "mươi",
    "trăm",
    "linh",
    "lẻ",
    "nghìn",
    "triệu",
    "tỷ",
    "phẩy",
    "âm",
    "đồng",
    "chẵn",
    "Việt Nam",
    "rưỡi",
    "phần",
    "bằng chữ",
    "Bằng chữ:",
    "Số tiền",
    "(",
    ")",
    ":",
    ",",
    ".",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "5",
    "1.000",
    "1,5",
    "20/11/2024",
    "đ",
    "triệu đồng",
    "%",
    "m2",
    "-",
    "–",
    "USD",
    "_",
    "*",
    "…",
    "{",
    "\u{a0}",
    "e\u{301}",
    "İ",
    "ß",
    "𝟓",
    "٥",
    "\u{200b}",
    "🙂",
    "\u{fffd}",
    "ng",
    "hộ",
    "ngày",
    "/",
    "5.",
];

#[test]
fn any_text_is_taken() {
    let mut random = Random(4);
    for _ in 0..20_000 {
        let length = random.below(40);
        let text: String = (0..length)
            .map(|_| match random.below(30) {
                0 => char::from_u32(random.below(0x11_0000) as u32).unwrap_or('x').to_string(),
                _ => random.pick(&PIECES).to_owned(),
            })
            .collect();
        taken(&text);
    }
}

/// Looks at a text, and at the places that are told of it.
fn taken(text: &str) {
    for wrong in [read::number(text).err(), read::money(text).err()].into_iter().flatten() {
        assert!(text.get(wrong.at).is_some(), "{text}");
    }
    for pair in beside::find(text) {
        assert!(text.get(pair.figure).is_some() && !text[pair.words.clone()].is_empty(), "{text}");
        if let Err(wrong) = pair.says {
            assert!(!pair.agrees && pair.words.start <= wrong.at.start && wrong.at.end <= pair.words.end, "{text}");
        }
    }
}

#[test]
fn long_texts_end() {
    for piece in PIECES.iter().chain(&[
        "5 (năm) ",
        "5 đồng (bằng chữ: ",
        "một tỷ ",
        "9",
        "x",
        " (",
        "bằng chữ bằng chữ: ",
        "5 bằng chữ: ",
        "5 (bằng chữ: một một ",
    ]) {
        taken(&piece.repeat(100_000 / piece.len()));
    }
    taken(&format!("5 đồng (Bằng chữ: {})", "một ".repeat(50_000)));
    taken(&format!("{} (Bằng chữ: năm)", "9".repeat(100_000)));
}
