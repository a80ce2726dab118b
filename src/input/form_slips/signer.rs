//! The name of who signs (họ và tên của người ký; PL I, mục II.7.c and đ).

use crate::finding::code::Code;
use crate::finding::{Finding, Severity};
use crate::input::form_slips::facts::Facts;
use crate::input::form_slips::words::{Words, bare};
use crate::vi::text::capitalized;

/// Degrees, ranks, honours and forms of address, as they stand before a name.
const DEGREES: [&str; 25] = [
    "TS", "THS", "PGS", "GS", "BS", "BSCKI", "BSCKII", "CKI", "CKII", "KS", "CN", "LS", "DS", "NGƯT", "NGND", "NSƯT",
    "NSND", "TTƯT", "TTND", "TSKH", "KTS", "TH.S", "T.S", "Đ/C", "BSNT",
];
const RANKS: [&str; 30] = [
    "Tiến sĩ",
    "Tiến sỹ",
    "Thạc sĩ",
    "Thạc sỹ",
    "Giáo sư",
    "Phó Giáo sư",
    "Bác sĩ",
    "Bác sỹ",
    "Kỹ sư",
    "Cử nhân",
    "Luật sư",
    "Đại tướng",
    "Thượng tướng",
    "Trung tướng",
    "Thiếu tướng",
    "Đại tá",
    "Thượng tá",
    "Trung tá",
    "Thiếu tá",
    "Đại úy",
    "Thượng úy",
    "Trung úy",
    "Thiếu úy",
    "Đồng chí",
    "Nhà giáo ưu tú",
    "Nhà giáo nhân dân",
    "Nhà giáo",
    "Thầy thuốc ưu tú",
    "Thầy thuốc nhân dân",
    "Nghệ sĩ ưu tú",
];
/// Forms of address, which are family names as well.
const ADDRESSES: [&str; 2] = ["Ông", "Bà"];
/// Family names before which a form of address is no family name itself.
const FAMILIES: [&str; 20] = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Đinh", "Trương", "Hà", "Nông",
];
/// Where degrees and ranks may stand before the name (điểm c): education, health, science, armed forces.
const EXEMPT: [&str; 17] = [
    "Trường",
    "Đại học",
    "Học viện",
    "Giáo dục",
    "Bệnh viện",
    "Y tế",
    "Khoa học",
    "Viện",
    "Công an",
    "Quân sự",
    "Quân khu",
    "Quân đội",
    "Bộ đội",
    "Biên phòng",
    "Quốc phòng",
    "Trung đoàn",
    "Sư đoàn",
];

/// What is wrong with the name of who signs, by the key of that particular.
pub(crate) fn slip(facts: &Facts, key: &str) -> Option<Finding> {
    let Some(name) = facts.text(key) else {
        let is_missing = facts.is_left_blank(key) && facts.text("number").is_some();
        return is_missing.then(|| facts.slip(Code::SignerMissing, key));
    };
    let rest = without_degree(&name);
    if rest != name {
        let issuer = Words::of(&facts.text("issuer").unwrap_or_default());
        let is_exempt = issuer.held(&EXEMPT).is_some();
        let severity = if is_exempt { Severity::Warning } else { Severity::Error };
        let slip = facts.graded(severity, Code::SignerDegree, key).flag("is-exempt", is_exempt);
        return Some(slip.with("near", right(rest)));
    }
    // Several names stand one beside the other.
    if name.contains([',', ';']) {
        return None;
    }
    let fault = if has_marks(&name) {
        "marks"
    } else if !name.contains([' ', '\'', '’', '-']) {
        "short"
    } else if has_odd_capitals(&name) {
        "capitals"
    } else {
        return None;
    };
    Some(facts.slip(Code::SignerName, key).choice("fault", fault).with("near", right(&name)))
}

/// Two signatures are those of two persons.
pub(crate) fn same(facts: &Facts) -> Option<Finding> {
    let (first, second) = (facts.text("signer")?, facts.text("second_signer")?);
    let is_same = Words::of(&first) == Words::of(&second);
    is_same.then(|| facts.beside(facts.slip(Code::SignerTwice, "second_signer"), "signer-field", "signer"))
}

/// `PGS.TS. Nguyễn Văn A` → `Nguyễn Văn A`.
fn without_degree(name: &str) -> &str {
    let mut rest = behind_name(name.trim());
    loop {
        let shorter = without_one(rest).map(|rest| rest.trim_start_matches(['.', ',', '-', ':', ' ']));
        match shorter {
            Some(shorter) if !shorter.is_empty() => rest = shorter,
            _ => return rest,
        }
    }
}

/// `Nguyễn Văn A, TS` → `Nguyễn Văn A`.
fn behind_name(name: &str) -> &str {
    let Some((before, last)) = name.rsplit_once([',', '-', '–']) else { return name };
    let last = last.trim().trim_end_matches('.');
    let is_degree = DEGREES.iter().any(|degree| bare(degree) == bare(last)) && last.len() > 1;
    let is_rank = RANKS.iter().any(|rank| Words::of(last).are(rank));
    if is_degree || is_rank { behind_name(before.trim()) } else { name }
}

fn without_one(name: &str) -> Option<&str> {
    let in_words = RANKS.iter().find_map(|rank| {
        let count = rank.split(' ').count();
        let end = name.match_indices(' ').nth(count - 1)?.0;
        Words::of(&name[..end]).are(rank).then(|| &name[end..])
    });
    let abbreviated = || {
        let is_degree = |word: &str| DEGREES.iter().any(|degree| bare(degree) == bare(word));
        let ends = name.match_indices(['.', ' ', ',', ':', '-']).map(|(end, _)| end).take(3);
        ends.filter(|end| is_degree(&name[..*end])).last().map(|end| &name[end..])
    };
    let is_sir = || {
        let (first, rest) = name.split_once(' ')?;
        let family = rest.split(' ').next()?;
        let is_family = FAMILIES.iter().any(|known| Words::of(family).are(known));
        let is_name = rest.split(' ').count() > 1 && (is_family || Words::of(first).are("Bà"));
        (ADDRESSES.iter().any(|known| Words::of(first).are(known)) && is_name).then_some(rest)
    };
    in_words.or_else(abbreviated).or_else(is_sir)
}

fn has_marks(name: &str) -> bool {
    name.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | '/' | '_' | '…'))
}

/// Whether capitals stand where a name has none, or the other way round; names of other peoples are written their own
/// way (`H'Hen Niê`).
fn has_odd_capitals(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let is_shouted = letters > 3 && !name.contains(char::is_lowercase);
    let is_odd = |word: &str| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        letters.next().is_some_and(char::is_lowercase) || letters.any(char::is_uppercase)
    };
    let has_mark = |word: &str| word.contains(['\'', '’', 'ʼ', '-']);
    is_shouted || name.split_whitespace().any(|word| !has_mark(word) && is_odd(word))
}

/// A capital for each syllable.
fn right(name: &str) -> String {
    if !has_odd_capitals(name) {
        return name.to_owned();
    }
    let word = |word: &str| capitalized(&word.to_lowercase());
    name.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}
