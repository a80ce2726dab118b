//! By which authority somebody signs (quyền hạn, chức vụ của người ký; Điều 13; PL I, mục II.7).

use crate::finding::code::Code;
use crate::finding::{Finding, Severity};
use crate::input::form_slips::document_type;
use crate::input::form_slips::facts::Facts;
use crate::input::form_slips::words::Words;

/// The prefixes of the decree, and the words that they stand for.
const PREFIXES: [(&str, &str); 5] =
    [("TUQ", "THỪA ỦY QUYỀN"), ("TM", "THAY MẶT"), ("KT", "KÝ THAY"), ("TL", "THỪA LỆNH"), ("Q", "QUYỀN")];
/// Posts of heads.
const HEADS: [&str; 18] = [
    "CHỦ TỊCH",
    "GIÁM ĐỐC",
    "TỔNG GIÁM ĐỐC",
    "HIỆU TRƯỞNG",
    "TRƯỞNG PHÒNG",
    "TRƯỞNG BAN",
    "TRƯỞNG ĐOÀN",
    "TỔ TRƯỞNG",
    "CHI CỤC TRƯỞNG",
    "CỤC TRƯỞNG",
    "TỔNG CỤC TRƯỞNG",
    "VỤ TRƯỞNG",
    "VIỆN TRƯỞNG",
    "BỘ TRƯỞNG",
    "THỦ TƯỚNG",
    "CHÁNH VĂN PHÒNG",
    "CHÁNH THANH TRA",
    "CHỦ NHIỆM",
];
/// What bodies and agencies begin with.
const BODIES: [&str; 13] = [
    "ỦY BAN",
    "UBND",
    "HỘI ĐỒNG",
    "HĐND",
    "THƯỜNG TRỰC",
    "BAN",
    "ĐOÀN",
    "SỞ",
    "PHÒNG",
    "VĂN PHÒNG",
    "CHI CỤC",
    "TRUNG TÂM",
    "TRƯỜNG",
];
/// Agencies that one person heads.
const ONE_HEADED: [&str; 6] = ["Sở", "Phòng", "Trường", "Chi cục", "Trung tâm", "Bệnh viện"];
/// What is added to the posts of deputies, though the State defines no such post (điểm c).
const ADDED: [&str; 3] = ["PHỤ TRÁCH", "THƯỜNG TRỰC", "ĐIỀU HÀNH"];

/// One line above the signature.
struct Line {
    /// In capitals, as it is printed.
    text: String,
    prefix: Option<&'static str>,
    /// What stands behind the prefix.
    rest: String,
    words: Words,
}

impl Line {
    fn of(text: &str) -> Self {
        let text = text.to_uppercase();
        let parted = PREFIXES.iter().find_map(|(short, long)| Some((*short, behind(&text, short, long)?)));
        let rest = parted.as_ref().map_or(text.as_str(), |(_, rest)| rest).to_owned();
        Self { prefix: parted.map(|(short, _)| short), words: Words::of(&rest), rest, text }
    }

    fn is(&self, prefix: &str) -> bool {
        self.prefix == Some(prefix)
    }

    fn is_head(&self) -> bool {
        self.words.begin_any(&HEADS)
    }

    fn is_deputy(&self) -> bool {
        self.words.begin("PHÓ")
    }

    /// Its place in the order of the decree; none where it goes on from the line before.
    fn rank(&self) -> Option<u8> {
        match self.prefix {
            Some("TM") => Some(0),
            Some("KT") => Some(2),
            Some(_) => Some(1),
            None => (self.is_head() || self.is_deputy()).then_some(3),
        }
    }

    /// With the prefix as the decree writes it.
    fn right(&self) -> String {
        self.prefix.map_or_else(|| self.text.clone(), |prefix| format!("{prefix}. {}", self.rest))
    }
}

/// What follows a prefix, however that is written: `KT. `, `KT `, `K/T`, `KÝ THAY`.
fn behind(text: &str, short: &str, long: &str) -> Option<String> {
    let mut rest = text;
    for (place, letter) in short.chars().enumerate() {
        let gap = if place == 0 { rest } else { rest.trim_start_matches(['/', '.', ' ']) };
        let Some(next) = gap.strip_prefix(letter) else { return in_words(text, long) };
        rest = next;
    }
    let words = rest.trim_start_matches(['.', ':', ';', ',', '/', '-', ' ']);
    if rest.starts_with(char::is_alphanumeric) || words.is_empty() {
        return in_words(text, long);
    }
    Some(words.to_owned())
}

fn in_words(text: &str, long: &str) -> Option<String> {
    let rest = text.strip_prefix(long)?.trim_start_matches([':', ' ']);
    let words = Words::of(rest);
    (words.begin_any(&HEADS) || words.begin_any(&BODIES)).then(|| rest.to_owned())
}

/// What is wrong with the authority.
pub(crate) fn slip(facts: &Facts) -> Option<Finding> {
    let lines: Vec<Line> = facts.lines("authority").iter().map(|line| Line::of(line)).collect();
    let slip = |code: Code, line: &Line| facts.slip(code, "authority").with("line", &line.text);
    let misspelt = lines.iter().find(|line| line.right() != line.text);
    if let Some(line) = misspelt {
        return Some(slip(Code::AuthorityPrefix, line).with("near", line.right()));
    }
    let ranks = lines.iter().filter_map(|line| Some((line, line.rank()?)));
    let ranks: Vec<(&Line, u8)> = ranks.collect();
    let mut pairs = ranks.iter().zip(ranks.iter().skip(1));
    if let Some((_, (line, _))) = pairs.find(|((_, one), (_, next))| next < one) {
        return Some(slip(Code::AuthorityOrder, line));
    }
    if let Some(line) = followed(&lines) {
        let wanted = if line.is("TM") { "body" } else { "head" };
        return Some(slip(Code::AuthorityBody, line).choice("wanted", wanted));
    }
    if let Some((line, is_last)) = deputy(&lines) {
        let fault = match line.prefix {
            None => "lone",
            Some("KT") if is_last => "deputy-missing",
            Some("KT") => "same",
            Some(_) if !is_last => "ordered",
            Some(_) => "post-missing",
        };
        return Some(slip(Code::AuthorityDeputy, line).choice("fault", fault));
    }
    post(&lines).map(|line| slip(Code::AuthorityPost, line)).or_else(|| of_issuer(facts, &lines))
}

/// TM. stands before a body, the others before the post of a head.
fn followed(lines: &[Line]) -> Option<&Line> {
    let is_wrong = |line: &&Line| match line.prefix {
        Some("TM") => line.is_head() || line.is_deputy(),
        Some(_) => line.is_deputy() || line.words.begin_any(&BODIES),
        None => false,
    };
    lines.iter().find(is_wrong)
}

/// A deputy signs for the head, and his own post follows: the line where that is not so, and whether it is the last.
fn deputy(lines: &[Line]) -> Option<(&Line, bool)> {
    let place = |prefixes: &[&str]| lines.iter().rposition(|line| prefixes.iter().any(|prefix| line.is(prefix)));
    if let Some(place) = place(&["KT", "TL", "TUQ"]) {
        let line = &lines[place];
        let next = lines.get(place + 1);
        let is_same = line.is("KT") && next.is_some_and(|next| next.rest == line.rest);
        // A deputy of the unit that was ordered to sign signs for its head.
        let is_office = |next: &Line| next.words.begin_any(&["PHÓ CHÁNH VĂN PHÒNG", "PHÓ CHÁNH THANH TRA"]);
        let is_same = is_same || (line.is("TL") && next.is_some_and(is_office));
        return (next.is_none() || is_same).then_some((line, next.is_none()));
    }
    let collective = lines.iter().find(|line| line.is("TM"));
    let is_committee = collective.is_none_or(|line| line.words.begin_any(&["ỦY BAN NHÂN DÂN", "UBND"]));
    let lone = lines.iter().find(|line| line.prefix.is_none() && line.is_deputy());
    lone.filter(|line| is_committee && line.words.held(&ADDED).is_none()).map(|line| (line, false))
}

/// Posts that the State does not define, or that are shortened.
fn post(lines: &[Line]) -> Option<&Line> {
    let is_short = |line: &Line| ["P.", "PCT", "PGĐ", "GĐ", "CT."].iter().any(|short| line.rest.starts_with(short));
    lines.iter().find(|line| (line.is_deputy() && line.words.held(&ADDED).is_some()) || is_short(line))
}

/// The post is one of the issuer.
fn of_issuer(facts: &Facts, lines: &[Line]) -> Option<Finding> {
    let issuer = Words::of(&facts.text("issuer")?);
    let slip = |severity: Severity, code: Code, line: &Line| {
        let slip = facts.graded(severity, code, "authority").with("line", &line.text);
        facts.beside(slip, "issuer-field", "issuer").with("issuer", facts.text("issuer").unwrap_or_default())
    };
    let bodies_within = ["HỘI ĐỒNG", "BAN", "TỔ", "ĐOÀN"];
    if issuer.begin_any(&ONE_HEADED)
        && let Some(line) = lines.iter().find(|line| line.is("TM") && !line.words.begin_any(&bodies_within))
    {
        return Some(slip(Severity::Warning, Code::AuthorityCollective, line));
    }
    if let Some(line) = other_body(&issuer, lines) {
        // Its own name may be shortened; the name of another body contradicts who issues it.
        let is_short = line.words.begin("UBND") == issuer.begin("Ủy ban nhân dân");
        let is_short = is_short && line.words.begin_any(&["UBND", "HĐND"]);
        let severity = if is_short { Severity::Warning } else { Severity::Error };
        return Some(slip(severity, Code::AuthorityIssuer, line).choice("fault", "body"));
    }
    if let Some(line) = without_body(facts, &issuer, lines) {
        return Some(slip(Severity::Warning, Code::AuthorityUncollective, line));
    }
    let is_delegated = lines.iter().any(|line| line.is("TL") || line.is("TUQ"));
    let last = lines.last().filter(|_| !is_delegated)?;
    let strange: &[&str] = if issuer.begin_any(&["Ủy ban nhân dân", "Hội đồng nhân dân"]) {
        &["GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "HIỆU TRƯỞNG", "TRƯỞNG PHÒNG", "CHÁNH VĂN PHÒNG"]
    } else if issuer.begin("Sở") {
        &["CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TRƯỞNG PHÒNG", "HIỆU TRƯỞNG"]
    } else {
        return None;
    };
    last.words.begin_any(strange).then(|| slip(Severity::Warning, Code::AuthorityIssuer, last).choice("fault", "post"))
}

/// TM. stands before the body that issues, in full: a council does not sign for a committee.
fn other_body<'a>(issuer: &Words, lines: &'a [Line]) -> Option<&'a Line> {
    let committee = ["ỦY BAN NHÂN DÂN", "UBND"];
    let council = ["HỘI ĐỒNG NHÂN DÂN", "HĐND"];
    let (own, other) = if issuer.begin(committee[0]) {
        (committee, council)
    } else if issuer.begin(council[0]) {
        (council, committee)
    } else {
        return None;
    };
    lines.iter().find(|line| line.is("TM") && (line.words.begin_any(&other) || line.words.begin(own[1])))
}

/// What a committee issues as a body is signed for it (Điều 13 khoản 2); its chairman issues decisions and letters in
/// his own name, and others of which that cannot be told.
fn without_body<'a>(facts: &Facts, issuer: &Words, lines: &'a [Line]) -> Option<&'a Line> {
    let is_of_body = document_type::is_any(facts, &["Kế hoạch", "Chương trình", "Báo cáo", "Tờ trình", "Đề án"]);
    let first = lines.first().filter(|_| is_of_body && issuer.begin("Ủy ban nhân dân"))?;
    let is_own = matches!(first.prefix, None | Some("Q" | "KT"));
    (is_own && first.words.are("CHỦ TỊCH")).then_some(first)
}
