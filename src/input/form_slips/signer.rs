//! The name of who signs (họ và tên của người ký; PL I, mục II.7.c and đ).

use crate::finding::code::Code;
use crate::finding::{Finding, Severity};
use crate::input::form_slips::facts::Facts;
use crate::input::form_slips::place::capitalized;
use crate::input::form_slips::words::{Words, bare};

/// Degrees, ranks, honours and forms of address, as they stand before a name.
const DEGREES: [&str; 24] = [
    "TS", "THS", "PGS", "GS", "BS", "BSCKI", "BSCKII", "CKI", "CKII", "KS", "CN", "LS", "DS", "NGƯT", "NGND", "NSƯT",
    "NSND", "TTƯT", "TTND", "TSKH", "KTS", "TH.S", "T.S", "Đ/C",
];
const RANKS: [&str; 26] = [
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
    "Bà",
];
/// Family names before which "Ông" is no family name itself.
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

/// What is wrong with the name.
pub(crate) fn slip(facts: &Facts) -> Option<Finding> {
    let Some(name) = facts.text("signer") else {
        let is_missing = facts.is_left_blank("signer") && facts.text("number").is_some();
        return is_missing.then(|| facts.slip(Code::SignerMissing, "signer"));
    };
    let rest = without_degree(&name);
    if rest != name {
        let issuer = Words::of(&facts.text("issuer").unwrap_or_default());
        let is_exempt = issuer.held(&EXEMPT).is_some();
        let severity = if is_exempt { Severity::Warning } else { Severity::Error };
        let slip = facts.graded(severity, Code::SignerDegree, "signer").flag("is-exempt", is_exempt);
        return Some(slip.with("near", right(rest)));
    }
    fault(&name).map(|fault| facts.slip(Code::SignerName, "signer").choice("fault", fault).with("near", right(&name)))
}

/// `PGS.TS. Nguyễn Văn A` → `Nguyễn Văn A`.
fn without_degree(name: &str) -> &str {
    let mut rest = name.trim();
    loop {
        let shorter = without_one(rest).map(|rest| rest.trim_start_matches(['.', ',', '-', ':', ' ']));
        match shorter {
            Some(shorter) if !shorter.is_empty() => rest = shorter,
            _ => return rest,
        }
    }
}

fn without_one(name: &str) -> Option<&str> {
    let in_words = RANKS.iter().find_map(|rank| {
        let count = rank.split(' ').count();
        let end = name.match_indices(' ').nth(count - 1)?.0;
        Words::of(&name[..end]).are(rank).then(|| &name[end..])
    });
    let abbreviated = || {
        let is_degree = |word: &str| DEGREES.iter().any(|degree| bare(degree) == bare(word));
        let ends = name.match_indices(['.', ' ']).map(|(end, _)| end).take(3);
        ends.filter(|end| is_degree(&name[..*end])).last().map(|end| &name[end..])
    };
    let is_sir = || {
        let (first, rest) = name.split_once(' ')?;
        let family = rest.split(' ').next()?;
        let is_name = rest.split(' ').count() > 1 && FAMILIES.iter().any(|known| Words::of(family).are(known));
        (Words::of(first).are("Ông") && is_name).then_some(rest)
    };
    in_words.or_else(abbreviated).or_else(is_sir)
}

/// What is wrong with how a name is written; names of other peoples are written their own way (`H'Hen Niê`).
fn fault(name: &str) -> Option<&'static str> {
    if name.contains([',', ';']) {
        return None;
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if words.iter().any(|word| word.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | '/' | '_' | '…')))
    {
        return Some("marks");
    }
    if words.len() == 1 && !name.contains(['\'', '’', '-']) {
        return Some("short");
    }
    if letters > 3 && !name.contains(char::is_lowercase) {
        return Some("capitals");
    }
    let is_odd = |word: &&str| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        letters.next().is_some_and(char::is_lowercase) || letters.any(char::is_uppercase)
    };
    let has_mark = |word: &&str| word.contains(['\'', '’', 'ʼ', '-']);
    words.iter().any(|word| !has_mark(word) && is_odd(word)).then_some("capitals")
}

/// A capital for each syllable.
fn right(name: &str) -> String {
    if fault(name).is_none() {
        return name.to_owned();
    }
    let word = |word: &str| capitalized(&word.to_lowercase());
    name.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}
