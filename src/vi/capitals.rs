//! Capitals of fixed phrases (viết hoa), where the decree leaves no doubt: NĐ 30/2020/NĐ-CP, Phụ lục II.

use std::ops::Range;

use crate::vi::lettering;
use crate::vi::words::Word;

/// A phrase written with the wrong capitals: where it stands, in bytes, and how it is written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Respelt {
    pub(crate) at: Range<usize>,
    pub(crate) right: String,
    /// Whether the decree leaves no doubt; where its rules and its examples differ, it is only usual.
    pub(crate) is_certain: bool,
}

/// Phrases with one right form wherever they stand (PL II, mục III.1.c, IV.1.a, V.5, V.8.b).
const PHRASES: [&str; 7] = [
    "Ủy ban nhân dân",
    "Uỷ ban nhân dân",
    "Hội đồng nhân dân",
    "Thành phố Hồ Chí Minh",
    "Thủ đô Hà Nội",
    "ngày Quốc khánh",
    "Mặt trận Tổ quốc",
];

/// Two syllables of which the second is never a capital behind the first: posts, types of documents, kinds of units
/// (PL II, mục IV.1.a, V.3, V.6).
const SECOND_SMALL: [&str; 19] = [
    "Giám Đốc",
    "Chủ Tịch",
    "Bộ Trưởng",
    "Thứ Trưởng",
    "Thủ Tướng",
    "Cục Trưởng",
    "Vụ Trưởng",
    "Viện Trưởng",
    "Hiệu Trưởng",
    "Văn Phòng",
    "Chi Cục",
    "Nghị Định",
    "Nghị Quyết",
    "Quyết Định",
    "Thông Tư",
    "Kế Hoạch",
    "Tờ Trình",
    "Chỉ Thị",
    "Nguyên Đán",
];

/// Types of documents, as they begin in the middle of a sentence when a certain one is meant (PL II, mục V.6).
const TYPES: [&str; 14] = [
    "nghị quyết",
    "quyết định",
    "chỉ thị",
    "nghị định",
    "thông tư",
    "kế hoạch",
    "công văn",
    "tờ trình",
    "báo cáo",
    "thông báo",
    "hướng dẫn",
    "chương trình",
    "đề án",
    "công điện",
];

/// Fields of administration in the names of sở and bộ.
const FIELDS: [&str; 29] = [
    "Nội vụ",
    "Tài chính",
    "Tư pháp",
    "Xây dựng",
    "Giáo dục",
    "Đào tạo",
    "Nông nghiệp",
    "Môi trường",
    "Khoa học",
    "Công nghệ",
    "Văn hóa",
    "Văn hoá",
    "Thể thao",
    "Du lịch",
    "Ngoại vụ",
    "Ngoại giao",
    "Dân tộc",
    "Tôn giáo",
    "Lao động",
    "Thương binh",
    "Xã hội",
    "Thông tin",
    "Truyền thông",
    "Đầu tư",
    "Tài nguyên",
    "Giao thông",
    "Y tế",
    "Quốc phòng",
    "Kế hoạch",
];

/// What the names of laws begin with.
const LAWS: [&str; 33] = [
    "Nghĩa vụ",
    "Tổ chức",
    "Ngân sách",
    "Đất đai",
    "Đầu tư",
    "Xây dựng",
    "Giáo dục",
    "Bảo vệ",
    "Bảo hiểm",
    "Cán bộ",
    "Viên chức",
    "Lao động",
    "Doanh nghiệp",
    "Giao thông",
    "Hôn nhân",
    "Cư trú",
    "Căn cước",
    "Ban hành",
    "Khiếu nại",
    "Tố cáo",
    "Thanh tra",
    "Đấu thầu",
    "Thi đua",
    "Khám bệnh",
    "An toàn",
    "An ninh",
    "Dân quân",
    "Quốc phòng",
    "Trẻ em",
    "Việc làm",
    "Kế toán",
    "Quản lý",
    "Hộ tịch",
];

/// Every phrase of a text whose capitals are certainly wrong, in order.
pub(crate) fn wrong(text: &str, words: &[Word<'_>]) -> Vec<Respelt> {
    let mut found: Vec<Respelt> = Vec::new();
    for at in 0..words.len() {
        let slip = fixed(words, at)
            .or_else(|| second_small(words, at))
            .or_else(|| agency(words, at))
            .or_else(|| reference(words, at))
            .or_else(|| document(text, words, at))
            .or_else(|| law(words, at))
            .or_else(|| place_or_month(words, at));
        // A phrase inside of another is told with it.
        if let Some(slip) = slip.filter(|slip| found.last().is_none_or(|last| last.at.end <= slip.at.start)) {
            found.push(slip);
        }
    }
    found
}

/// The words from `at` on that stand together, at most so many.
fn run<'a>(words: &'a [Word<'a>], at: usize, length: usize) -> Option<&'a [Word<'a>]> {
    words.get(at..at + length).filter(|run| run[1..].iter().all(Word::is_joined))
}

fn respelt(run: &[Word<'_>], right: impl Into<String>) -> Option<Respelt> {
    Some(Respelt { at: run.first()?.at..run.last()?.end(), right: right.into(), is_certain: true })
}

/// The same where it is only usual (S-106, S-109 – S-113).
fn usual(run: &[Word<'_>], right: impl Into<String>) -> Option<Respelt> {
    respelt(run, right).map(|slip| Respelt { is_certain: false, ..slip })
}

fn is_same(run: &[Word<'_>], phrase: &str) -> bool {
    run.iter().map(|word| word.text).eq(phrase.split(' '))
}

fn is_same_folded(run: &[Word<'_>], phrase: &str) -> bool {
    let mut wanted = phrase.split(' ');
    run.iter().all(|word| wanted.next().is_some_and(|wanted| word.text.to_lowercase() == wanted.to_lowercase()))
}

/// Whether a phrase may begin with this word: every word of a text is asked, and nearly none is one.
fn begins_phrase(word: &str) -> bool {
    matches!(
        word,
        "Ủy" | "ủy"
            | "Uỷ"
            | "uỷ"
            | "Hội"
            | "hội"
            | "Thành"
            | "thành"
            | "Thủ"
            | "thủ"
            | "Ngày"
            | "ngày"
            | "Mặt"
            | "mặt"
    )
}

/// `Ủy Ban Nhân dân` → `Ủy ban nhân dân`.
fn fixed(words: &[Word<'_>], at: usize) -> Option<Respelt> {
    if !begins_phrase(words[at].text) {
        return None;
    }
    PHRASES.iter().find_map(|phrase| {
        let run = run(words, at, phrase.split(' ').count())?;
        if !is_same_folded(run, phrase) {
            return None;
        }
        let is_title = run.iter().all(Word::is_all_capitals);
        let starts_sentence = phrase.starts_with(char::is_lowercase) && !run[0].is_joined();
        let is_right = is_same(run, phrase) || (starts_sentence && is_same(&run[1..], phrase.split_once(' ')?.1));
        let is_holiday = phrase.ends_with("Quốc khánh");
        let slip = if is_holiday { usual(run, *phrase) } else { respelt(run, *phrase) };
        slip.filter(|_| !is_title && !is_right)
    })
}

/// `Giám Đốc` → `Giám đốc`.
fn second_small(words: &[Word<'_>], at: usize) -> Option<Respelt> {
    if !words[at].is_capital() {
        return None;
    }
    let run = run(words, at, 2)?;
    let phrase = SECOND_SMALL.iter().find(|phrase| is_same(run, phrase))?;
    usual(run, first_capital(phrase))
}

/// `Tài Chính` → `Tài chính`.
fn first_capital(phrase: &str) -> String {
    match phrase.split_once(' ') {
        Some((first, rest)) => format!("{first} {}", rest.to_lowercase()),
        None => phrase.to_owned(),
    }
}

/// `Sở Nông Nghiệp Và Môi trường` → `Sở Nông nghiệp và Môi trường`; `của sở Nội vụ` → `Sở Nội vụ`.
fn agency(words: &[Word<'_>], at: usize) -> Option<Respelt> {
    let head = words[at].text;
    let field = |at: usize, fields: fn(&str) -> bool| run(words, at, 2).is_some_and(|run| fields(&joined(run)));
    if head == "sở" && words[at].is_joined() {
        let before = words[at - 1].text.to_lowercase();
        let is_other = matches!(before.as_str(), "cơ" | "trụ" | "công");
        let names = field(at + 1, |pair| FIELDS.contains(&pair)) && words[at + 1].is_joined();
        return if names && !is_other { respelt(&words[at..=at], "Sở") } else { None };
    }
    if !matches!(head, "Sở" | "Bộ" | "Phòng") {
        return None;
    }
    let mut end = at + 1;
    let mut right = vec![head.to_owned()];
    let mut last_wrong = None;
    while let Some(word) =
        words.get(end).filter(|word| end - at < 12 && (word.is_joined() || matches!(word.gap, ", " | " - ")))
    {
        let pair = run(words, end, 2).filter(|run| run[1].is_capital()).map(joined);
        let wrong = pair.filter(|pair| FIELDS.iter().any(|field| title_case(field) == *pair));
        right.push(if word.is_joined() { " ".to_owned() } else { word.gap.to_owned() });
        if let Some(pair) = wrong {
            right.push(first_capital(&pair));
            end += 2;
            last_wrong = Some((end, right.len()));
        } else if word.text == "Và" {
            right.push("và".to_owned());
            end += 1;
            last_wrong = Some((end, right.len()));
        } else {
            let continues = word.is_capital() || word.text == "và" || words[end - 1].is_capital();
            if !continues {
                break;
            }
            right.push(word.text.to_owned());
            end += 1;
        }
    }
    let (end, parts) = last_wrong?;
    respelt(&words[at..end], right[..parts].concat())
}

fn joined(run: &[Word<'_>]) -> String {
    run.iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
}

/// `Tài chính` → `Tài Chính`.
fn title_case(phrase: &str) -> String {
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().map(|first| first.to_uppercase().chain(chars).collect::<String>()).unwrap_or_default()
    };
    phrase.split(' ').map(capital).collect::<Vec<_>>().join(" ")
}

/// `Khoản 2 điều 5 chương II` → `khoản 2 Điều 5 Chương II` (PL II, mục V.7), inside of a sentence.
fn reference(words: &[Word<'_>], at: usize) -> Option<Respelt> {
    let (word, next) = (&words[at], words.get(at + 1)?);
    if !word.is_joined() || !next.is_joined() {
        return None;
    }
    let (before, is_number) = (words[at - 1].text, next.text.bytes().all(|b| b.is_ascii_digit()));
    let is_letter = next.text.chars().count() == 1 && next.text.chars().all(|c| lettering::POINTS.contains(&c));
    let right = match word.text {
        "Khoản" if is_number => "khoản",
        "Điểm" if is_letter => "điểm",
        "điều" if is_number => {
            let is_cited =
                matches!(before, "tại" | "theo" | "của" | "và") || before.bytes().all(|b| b.is_ascii_digit());
            if is_cited { "Điều" } else { return None }
        }
        "chương" if lettering::roman(next.text).is_some() => "Chương",
        _ => return None,
    };
    let whole = format!("{right} {}", next.text);
    respelt(&words[at..at + 2], whole)
}

/// `theo quyết định số 12/QĐ-UBND` → `Quyết định`.
fn document(text: &str, words: &[Word<'_>], at: usize) -> Option<Respelt> {
    let word = &words[at];
    let run = run(words, at, 4).filter(|run| word.is_joined() && run[2].text == "số")?;
    let is_symbol = run[3].text.bytes().all(|b| b.is_ascii_digit()) && text[run[3].end()..].starts_with('/');
    let name = joined(&run[..2]);
    let is_type = is_symbol && TYPES.contains(&name.as_str());
    if is_type { respelt(&run[..2], first_upper(&name)) } else { None }
}

fn first_upper(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// `trên địa bàn Tỉnh Thái Nguyên` → `tỉnh Thái Nguyên`; `của Xã Tân Cương` → `xã Tân Cương`; `trong Tháng 5` → `tháng 5`
/// (PL II, mục III.1.a, V.8.c).
fn place_or_month(words: &[Word<'_>], at: usize) -> Option<Respelt> {
    let word = &words[at];
    if !matches!(word.text, "Tỉnh" | "Xã" | "Huyện" | "Tháng") || !word.is_joined() {
        return None;
    }
    let next = words.get(at + 1).filter(|next| next.is_joined())?;
    if word.text == "Tháng" {
        let is_month = next.text.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month));
        let slip = usual(&words[at..at + 2], format!("tháng {}", next.text));
        return slip.filter(|_| is_month && !words[at - 1].is_capital());
    }
    let is_name =
        |word: &&Word<'_>| word.is_joined() && word.is_capital() && !word.is_all_capitals() && word.text.len() > 1;
    let name: Vec<&Word<'_>> = words[at + 1..].iter().take_while(is_name).take(4).collect();
    // What belongs to the Party or a body is a name of its own: Tỉnh ủy, Tỉnh Đoàn; "Ban Chỉ đạo Xã Nông thôn mới".
    let is_body = matches!(next.text, "Ủy" | "Uỷ" | "Đoàn" | "Đội" | "Lộ" | "Nông" | "Hội");
    // Of a heading in capitals of each word nothing is known.
    let is_heading = words[at - 1].is_capital();
    if name.is_empty() || is_body || (is_heading && word.text != "Tỉnh") || (word.text != "Tỉnh" && name.len() < 2)
    {
        return None;
    }
    let text = name.iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
    respelt(&words[at..=at + name.len()], format!("{} {text}", word.text.to_lowercase()))
}

/// Laws are named like sentences, only the first syllable a capital: `luật Nghĩa vụ quân sự` → `Luật`, `Luật Nghĩa Vụ` →
/// `Luật Nghĩa vụ` (PL II, mục V.6).
fn law(words: &[Word<'_>], at: usize) -> Option<Respelt> {
    let word = &words[at];
    if !matches!(word.text, "luật" | "Luật") {
        return None;
    }
    let pair = run(words, at + 1, 2).filter(|_| words[at + 1].is_joined())?;
    let before = if word.is_joined() { words[at - 1].text } else { "" };
    let named = LAWS.iter().find(|name| is_same_folded(pair, name)).filter(|_| pair[0].is_capital())?;
    match word.text {
        _ if is_same(pair, &title_case(named)) => respelt(&words[at..at + 3], format!("Luật {named}")),
        "luật" if word.is_joined() && is_same(pair, named) && !matches!(before, "pháp" | "Bộ" | "bộ" | "kỷ") => {
            respelt(&words[at..at + 3], format!("Luật {named}"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vi::words::words;

    fn shown(text: &str) -> Vec<(&str, String)> {
        wrong(text, &words(text)).into_iter().map(|slip| (&text[slip.at], slip.right)).collect()
    }

    #[test]
    fn wrong_capitals_are_told_with_the_right_ones() {
        let cases = [
            ("Ủy Ban Nhân Dân tỉnh", "Ủy Ban Nhân Dân", "Ủy ban nhân dân"),
            ("của Ủy ban Nhân dân xã", "Ủy ban Nhân dân", "Ủy ban nhân dân"),
            ("của ủy ban nhân dân tỉnh", "ủy ban nhân dân", "Ủy ban nhân dân"),
            ("Uỷ Ban nhân dân", "Uỷ Ban nhân dân", "Uỷ ban nhân dân"),
            ("Thường trực hội đồng nhân dân", "hội đồng nhân dân", "Hội đồng nhân dân"),
            ("tại thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
            ("dịp Tết Nguyên Đán", "Nguyên Đán", "Nguyên đán"),
            ("kỷ niệm ngày Quốc Khánh", "ngày Quốc Khánh", "ngày Quốc khánh"),
            ("Phó Chủ Tịch", "Chủ Tịch", "Chủ tịch"),
            ("Giao Giám Đốc các sở", "Giám Đốc", "Giám đốc"),
            ("thực hiện Nghị Quyết của", "Nghị Quyết", "Nghị quyết"),
            ("- Sở Tài Chính;", "Sở Tài Chính", "Sở Tài chính"),
            ("Sở Nông Nghiệp Và Môi Trường chủ trì", "Sở Nông Nghiệp Và Môi Trường", "Sở Nông nghiệp và Môi trường"),
            ("Sở Nông nghiệp Và Môi trường", "Sở Nông nghiệp Và", "Sở Nông nghiệp và"),
            ("Bộ Văn hóa, Thể Thao và Du lịch", "Bộ Văn hóa, Thể Thao", "Bộ Văn hóa, Thể thao"),
            ("giao sở Nội vụ", "sở", "Sở"),
            ("quy định tại Khoản 2 Điều 5", "Khoản 2", "khoản 2"),
            ("theo Điểm a khoản 1", "Điểm a", "điểm a"),
            ("khoản 2 điều 5 Luật", "điều 5", "Điều 5"),
            ("thuộc chương II của", "chương II", "Chương II"),
            ("thực hiện quyết định số 90/QĐ-TTg", "quyết định", "Quyết định"),
            ("trên địa bàn Tỉnh Thái Nguyên", "Tỉnh Thái Nguyên", "tỉnh Thái Nguyên"),
            ("các đơn vị của Xã Tân Cương thực hiện", "Xã Tân Cương", "xã Tân Cương"),
            ("Ủy ban Mặt trận tổ quốc Việt Nam", "Mặt trận tổ quốc", "Mặt trận Tổ quốc"),
            ("theo luật Nghĩa vụ quân sự", "luật Nghĩa vụ", "Luật Nghĩa vụ"),
            ("Theo Luật Nghĩa Vụ Quân Sự", "Luật Nghĩa Vụ", "Luật Nghĩa vụ"),
            ("Căn cứ Luật Tổ Chức chính quyền địa phương", "Luật Tổ Chức", "Luật Tổ chức"),
            ("xong trước Tháng 5 năm", "Tháng 5", "tháng 5"),
        ];
        for (text, slip, right) in cases {
            assert_eq!(shown(text), [(slip, right.to_owned())], "{text}");
        }
    }

    #[test]
    fn right_capitals_are_left_alone() {
        let right = [
            "ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN; HỘI ĐỒNG NHÂN DÂN",
            "Ủy ban nhân dân tỉnh; Thường trực Hội đồng nhân dân; Tòa án nhân dân; các tầng lớp Nhân dân; Ủy ban Mặt trận",
            "Sở Nông nghiệp và Môi trường, Bộ Công Thương, Sở Văn hóa, Thể thao và Du lịch, Sở Y tế, Phòng Kinh tế",
            "Sở Lao động - Thương binh và Xã hội chủ trì, phối hợp với Công ty Xây Dựng Và Thương Mại",
            "cơ sở Giáo dục, trụ sở Tài chính, cán bộ Y tế, các sở, ban, ngành; toàn bộ Nội vụ",
            "Khoản 2 Điều này; điểm a khoản 2 Điều 5 Mục 1 Chương II. Điểm a được bãi bỏ.",
            "một số điều 5 năm qua; các chương trình; Khoản chi",
            "Tỉnh Thái Nguyên phấn đấu; Tỉnh ủy, Thường trực Tỉnh ủy, Tỉnh đoàn; tỉnh Thái Nguyên",
            "Tháng 5 tổ chức sơ kết; tháng 5; Cách mạng Tháng Tám",
            "Quyết định số 90/QĐ-TTg; các quyết định, kế hoạch; theo quyết định của cấp có thẩm quyền",
            "Thành phố Hồ Chí Minh; thành phố Thái Nguyên; Thủ đô Hà Nội; Đoàn TNCS Hồ Chí Minh",
            "Giám đốc Sở Nội vụ; ông Nguyễn Quốc Khánh; GIÁM ĐỐC; Chủ tịch, các Phó Chủ tịch; Ngày Quốc khánh 2-9",
            "pháp luật Đất đai, Bộ luật Lao động, Luật Nghĩa vụ quân sự; các luật, nghị định; kỷ luật Lao động",
            "Hội Nông dân Xã; Đội Xã Hội; Ban Chỉ huy quân sự xã Tân Cương; Xã Tân Cương hoàn thành; Mặt trận Tổ quốc",
            "Luật Các tổ chức tín dụng; Quỹ “Vì người nghèo”; Tổng cục Thống kê",
        ];
        for text in right {
            assert_eq!(shown(text), [], "{text}");
        }
    }
}
