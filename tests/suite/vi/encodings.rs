//! Texts from before Unicode: found where they are, and never where they are not.

use unicode_normalization::UnicodeNormalization;
use vanban::vi::old_encodings::{Encoding, decode, detect};
use vanban::vi::text;

use crate::support::common;

/// Every Vietnamese letter that is not ASCII, with its place in TCVN3 and its form in VNI.
const LETTERS: &str = "à B5 aø|ả B6 aû|ã B7 aõ|á B8 aù|ạ B9 aï|ă A8 aê|ằ BB aè|ẳ BC aú|ẵ BD aü|ắ BE aé|ặ C6 aë|\
    â A9 aâ|ầ C7 aà|ẩ C8 aå|ẫ C9 aã|ấ CA aá|ậ CB aä|đ AE ñ|è CC eø|ẻ CE eû|ẽ CF eõ|é D0 eù|ẹ D1 eï|ê AA eâ|\
    ề D2 eà|ể D3 eå|ễ D4 eã|ế D5 eá|ệ D6 eä|ì D7 ì|ỉ D8 æ|ĩ DC ó|í DD í|ị DE ò|ò DF oø|ỏ E1 oû|õ E2 oõ|ó E3 où|\
    ọ E4 oï|ô AB oâ|ồ E5 oà|ổ E6 oå|ỗ E7 oã|ố E8 oá|ộ E9 oä|ơ AC ô|ờ EA ôø|ở EB ôû|ỡ EC ôõ|ớ ED ôù|ợ EE ôï|\
    ù EF uø|ủ F1 uû|ũ F2 uõ|ú F3 uù|ụ F4 uï|ư AD ö|ừ F5 öø|ử F6 öû|ữ F7 öõ|ứ F8 öù|ự F9 öï|ỳ FA yø|ỷ FB yû|\
    ỹ FC yõ|ý FD yù|ỵ FE î|Ă A1 AÊ|Â A2 AÂ|Đ A7 Ñ|Ê A3 EÂ|Ô A4 OÂ|Ơ A5 Ô|Ư A6 Ö";

const PLACES: &str = "Xã Quảng Khê|Huyện Ba Bể|Huyện Ngân Sơn|Thị trấn Chợ Rã|Xã Mỹ Phương|Huyện Chợ Mới|Xã Hà Hiệu|\
    Huyện Krông Búk|Tỉnh Đắk Lắk|Huyện Đắk R'lấp|Xã K’Nai|Huyện Cư M'gar|Xã Ea Kpam|Thị xã Buôn Hồ|Huyện Mèo Vạc|\
    Huyện Đồng Văn|Xã Lũng Cú|Huyện Hoàng Su Phì|Thị trấn Sìn Hồ|Huyện Mường Tè|Huyện Mù Cang Chải|Xã Nậm Có|\
    Huyện Trạm Tấu|Huyện Sốp Cộp|Thành phố Huế|Quận Thủ Đức|Huyện Củ Chi|Huyện Cần Giờ|Xã Thạnh An|Huyện Phú Quốc|\
    Huyện Trần Văn Thời|Thị trấn Năm Căn|Huyện Thới Bình|Xã Vĩnh Thuận|Huyện Kỳ Anh|Huyện Hương Khê|Xã Quỳnh Lưu|\
    Thị xã Nghĩa Lộ|Xã Tả Van|Huyện Bát Xát|Phường Thuỷ Xuân|Xã Hoà Bình|Huyện Nguyên Bình|Xã Phúc Ứng|Xã Bình Yên";

fn places() -> Vec<String> {
    let listed = common::data("appendix1_localities.csv");
    let ours = listed.lines().skip(1).filter_map(|line| Some(line.split(',').nth(1)?.to_owned()));
    ours.chain(PLACES.split('|').map(str::to_owned)).collect()
}

fn letters() -> impl Iterator<Item = (char, char, &'static str)> {
    LETTERS.split('|').map(|entry| {
        let parts: Vec<&str> = entry.split(' ').collect();
        let code = char::from_u32(u32::from_str_radix(parts[1], 16).expect("hex")).expect("code point");
        (parts[0].chars().next().expect("letter"), code, parts[2])
    })
}

/// As someone would have typed it then. TCVN3 has no capitals with tones: small letters stand for them.
pub fn encoded(text: &str, encoding: Encoding) -> String {
    let of = |c: char| letters().find(|(letter, ..)| *letter == c);
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    text.chars()
        .map(|c| match (encoding, of(c).or_else(|| of(small(c)))) {
            (_, None) => c.to_string(),
            (Encoding::Tcvn3, Some((_, code, _))) => code.to_string(),
            (Encoding::Vni, Some((letter, _, form))) if letter == c => form.to_owned(),
            (Encoding::Vni, Some((.., form))) => form.to_uppercase(),
        })
        .collect()
}

fn detected(texts: &[String]) -> Option<Encoding> {
    detect(texts.iter().map(String::as_str))
}

#[test]
fn every_letter_is_decoded() {
    assert_eq!(letters().count(), 74);
    for (letter, code, form) in letters() {
        assert_eq!(decode(&code.to_string(), Encoding::Tcvn3), letter.to_string());
        assert_eq!(decode(form, Encoding::Vni), letter.to_string());
        let capital: String = letter.to_uppercase().collect();
        assert_eq!(decode(&form.to_uppercase(), Encoding::Vni), capital);
    }
}

#[test]
fn places_come_back_from_both_encodings() {
    for place in places() {
        assert_eq!(decode(&encoded(&place, Encoding::Vni), Encoding::Vni), place);
        let capitals = place.to_uppercase();
        assert_eq!(decode(&encoded(&capitals, Encoding::Vni), Encoding::Vni), capitals);
        if place != "Xã Phúc Ứng" {
            assert_eq!(decode(&encoded(&place, Encoding::Tcvn3), Encoding::Tcvn3), place);
        }
    }
    assert_eq!(decode(&encoded("HUYỆN ĐỒNG HỶ", Encoding::Tcvn3), Encoding::Tcvn3), "HUYỆN ĐỒNG HỶ");
}

#[test]
fn three_places_are_enough_to_tell() {
    let places = places();
    for size in [3, 5, 10] {
        for column in places.windows(size) {
            let all = |encoding: Encoding| -> Vec<String> { column.iter().map(|p| encoded(p, encoding)).collect() };
            assert_eq!(detected(column), None, "{column:?}");
            let decomposed: Vec<String> = column.iter().map(|place| place.nfd().collect()).collect();
            assert_eq!(detected(&decomposed), None, "{column:?}");
            for encoding in [Encoding::Tcvn3, Encoding::Vni] {
                assert_eq!(detected(&all(encoding)), Some(encoding), "{:?}", all(encoding));
            }
        }
    }
}

/// Columns of three cells with four words of the plan each.
#[test]
fn phrases_are_told_as_surely_as_places() {
    let plan = common::data("plan.md");
    let words: Vec<&str> = plan.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).collect();
    let phrases: Vec<String> = words.chunks(4).map(|words| words.join(" ")).collect();
    for column in phrases.chunks(3).filter(|column| column.concat().chars().filter(|c| !c.is_ascii()).count() > 5) {
        for encoding in [Encoding::Tcvn3, Encoding::Vni] {
            let stored: Vec<String> = column.iter().map(|phrase| encoded(phrase, encoding)).collect();
            assert_eq!(detected(&stored), Some(encoding), "{stored:?}");
        }
    }
}

#[test]
fn one_place_is_nearly_enough() {
    let places = places();
    for encoding in [Encoding::Tcvn3, Encoding::Vni] {
        let told = places.iter().filter(|place| detected(&[encoded(place, encoding)]) == Some(encoding)).count();
        assert!(told + 2 >= places.len(), "{told} of {}", places.len());
    }
}

/// Everything Vietnamese in the repository, line by line and word by word.
#[test]
fn unicode_is_never_taken_for_something_older() {
    let root = common::root();
    let data = ["tests/data", "templates/ke-hoach-giam-ngheo/narrative", "src/finding/messages", "docs", "."];
    let files = data.iter().flat_map(|folder| std::fs::read_dir(root.join(folder)).unwrap());
    let kinds = ["csv", "tsv", "md", "j2", "ftl"];
    let texts = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| kinds.iter().any(|kind| extension == *kind)));
    let mut words = 0;
    for path in texts {
        let text = std::fs::read_to_string(&path).unwrap();
        for line in text.lines().chain(text.split_whitespace()) {
            assert_eq!(detect([line].into_iter()), None, "{line}");
            let decomposed: String = line.nfd().collect();
            assert_eq!(detect([decomposed.as_str()].into_iter()), None, "{line}");
            words += 1;
        }
        assert_eq!(detect(text.lines()), None, "{}", path.display());
    }
    assert!(words > 10_000, "{words}");
}

#[test]
fn names_signs_and_other_languages_are_left_alone() {
    let texts = "K'Nai|K’Nai|K´Nai|Đắk R'lấp|m²|12 m³|5m×3m|m×n|20 °C|± 5|½ ha|§ 1|© 2024|Windows®|«Thái Nguyên»|· 5 ha|\
        Café Zürich|São Paulo|Señor José|Malmö, Köln|Führer für alles|Hôtel à côté|naïve|Ðo đạc|Ðà Nẵng|QĐ-TTg|HĐND|LĐTBXH|\
        Êđê|Pôt Brông|Chư Păh|Ngọk Réo|Ô tô|Á|µm|5 µg|10 €|£5|Nº 5|90/QĐ-TTg|12.345|abc||\u{ad}|\u{a0}";
    for text in texts.split('|') {
        assert_eq!(detect([text].into_iter()), None, "{text}");
    }
    assert_eq!(detect(texts.split('|')), None);
    assert_eq!(detect(std::iter::empty()), None);
}

#[test]
fn the_texts_are_needed_as_they_are_stored() {
    let stored = encoded("Trưởng phòng", Encoding::Tcvn3);
    assert!(stored.contains('\u{ad}'));
    assert_eq!(text::clean(&stored), stored);
    assert_eq!(decode(&stored, Encoding::Tcvn3), "Trưởng phòng");
    // Nothing in either encoding stands where control characters do.
    assert!(letters().all(|(_, code, form)| !code.is_control() && !form.contains(char::is_control)));
}

#[test]
fn strange_texts_are_decoded_without_harm() {
    for start in (0..0x3000).step_by(7) {
        let text: String = (start..start + 40).filter_map(char::from_u32).collect();
        for encoding in [Encoding::Tcvn3, Encoding::Vni] {
            assert!(unicode_normalization::is_nfc(&decode(&text, encoding)));
        }
        detect([text.as_str()].into_iter());
    }
}
