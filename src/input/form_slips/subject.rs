//! Type and abstract (tên loại và trích yếu nội dung; PL I, mục II.5).

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::input::definition::document_kind::DocumentKind;
use crate::input::form_slips::document_type;
use crate::input::form_slips::facts::Facts;
use crate::input::form_slips::words::{Words, bare};
use crate::vi::text::capitalized;

/// No abstract needs more.
const MOST_CHARACTERS: usize = 250;
const MOST_LINES: usize = 4;

/// What letters ask for or answer, in words that are the beginning of no name.
const ACTIONS: [&str; 24] = [
    "rà soát",
    "đề nghị",
    "triển khai",
    "tổ chức",
    "thực hiện",
    "phối hợp",
    "cung cấp",
    "trả lời",
    "góp ý",
    "tham gia",
    "tăng cường",
    "đẩy mạnh",
    "tiếp tục",
    "bổ sung",
    "điều chỉnh",
    "kiểm tra",
    "xử lý",
    "giải quyết",
    "đôn đốc",
    "chấn chỉnh",
    "khắc phục",
    "nâng",
    "cử",
    "xin",
];

/// The type is one that the decree knows but for its marks: `Kế hoach`.
pub(crate) fn misspelt_type(facts: &Facts) -> Option<Finding> {
    let name = facts.text("type")?;
    let words = Words::of(&name);
    let is_like = |known: &&'static str| bare(known) == bare(&name) && !words.are(known);
    let near = document_type::names().find(is_like)?;
    Some(facts.slip(Code::TypeSpelling, "type").with("near", near))
}

/// The type is that of the kind that the definition chooses (Phụ lục III, mục I).
pub(crate) fn of_kind(facts: &Facts) -> Option<Finding> {
    let name = facts.text("type")?;
    let wanted = facts.document.document.kind.type_name()?;
    let is_other = !Words::of(&name).are(wanted) && misspelt_type(facts).is_none();
    is_other.then(|| facts.slip(Code::TypeOfKind, "type").with("wanted", wanted))
}

/// The type as it is printed in a sentence, each of its words with a capital: `Kế Hoạch`.
pub(crate) fn capitals_of_type(facts: &Facts) -> Option<Finding> {
    let name = facts.text("type")?;
    let known = document_type::of_document(facts)?;
    let mut words = name.split_whitespace().skip(1);
    let is_shouted = !name.contains(char::is_lowercase);
    let is_odd = !is_shouted && words.any(|word| word.contains(char::is_uppercase));
    is_odd.then(|| facts.slip(Code::TypeSpelling, "type").with("near", known.name))
}

/// What is wrong with the abstract.
pub(crate) fn slip(facts: &Facts) -> Option<Finding> {
    let text = facts.text("abstract")?;
    unclosed(facts).or_else(|| marked(facts, &text)).or_else(|| typed(facts, &text)).or_else(|| shaped(facts, &text))
}

/// `V/v` stands before the abstract of a letter, and of nothing else.
fn marked(facts: &Facts, text: &str) -> Option<Finding> {
    let is_letter = document_type::is_letter(facts);
    let is_printed = facts.document.document.kind == DocumentKind::Letter;
    if is_letter && is_printed && (behind_mark(text).is_none() || text.starts_with("V/v ")) {
        return continued(facts, text);
    }
    // Where the form itself prints what stands before it, nothing is typed.
    if is_letter && Words::of(facts.heading("abstract")).are("về việc") {
        return None;
    }
    let of = if is_letter { "letter" } else { "named" };
    let behind = behind_mark(text).map(|rest| rest.trim_start_matches([':', '.', ' ']));
    let near = if is_letter {
        let in_words = text.strip_prefix("Về việc ").or_else(|| text.strip_prefix("về việc "));
        if text.starts_with("V/v ") && !text.starts_with("V/v :") {
            return None;
        }
        let rest = behind.or(in_words).unwrap_or(text);
        let is_name = rest.split_whitespace().take(2).all(|word| word.starts_with(char::is_uppercase));
        let rest = if behind.or(in_words).is_some() || is_name { rest.to_owned() } else { lowered(rest) };
        format!("V/v {rest}")
    } else {
        facts.text("type")?;
        format!("Về việc {}", behind?)
    };
    Some(facts.slip(Code::AbstractMark, "abstract").choice("of", of).with("near", near))
}

/// Behind the `V/v` that the form prints, the subject goes on in lower case. Names have capitals there, so that only
/// what is certainly none is told.
fn continued(facts: &Facts, text: &str) -> Option<Finding> {
    let bare = ["V/v ", "Về việc ", "về việc "].iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or(text);
    let is_odd = bare.starts_with(char::is_uppercase) && Words::of(bare).begin_any(&ACTIONS);
    let slip = || facts.slip(Code::AbstractMark, "abstract").choice("of", "printed").with("near", lowered(bare));
    is_odd.then(slip)
}

/// What follows `V/v`, however that is written.
fn behind_mark(text: &str) -> Option<&str> {
    let first = text.strip_prefix(['V', 'v'])?;
    let rest = first.strip_prefix(['/', '.']).unwrap_or(first).strip_prefix(['V', 'v'])?;
    rest.starts_with([' ', ':', '.']).then_some(rest)
}

/// `Rà soát` → `rà soát`, as it goes on behind `V/v`.
fn lowered(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// A brace that is opened and not closed quotes nothing, and would be printed.
fn unclosed(facts: &Facts) -> Option<Finding> {
    let lines = facts.lines("abstract");
    let is_open = |line: &&String| {
        let count = |brace: char| line.matches(brace).count();
        count('{') != count('}')
    };
    let line = lines.iter().find(is_open)?;
    let near: String = line.chars().filter(|c| !matches!(c, '{' | '}')).collect();
    Some(facts.slip(Code::AbstractBrace, "abstract").with("line", line).with("near", near))
}

/// The type stands above the abstract, and is not said in it again; that of a decision begins like those of the
/// specimens 1.2 and 1.3.
fn typed(facts: &Facts, text: &str) -> Option<Finding> {
    let known = document_type::of_document(facts)?;
    let words = Words::of(text);
    let is_own = text.to_lowercase().starts_with(&format!("{} ", known.name.to_lowercase()));
    if is_own && !words.begin_as(&Words::of(&format!("{} số", known.name))) {
        let count = known.name.split(' ').count();
        let rest = text.split_whitespace().skip(count).collect::<Vec<_>>().join(" ");
        let slip = facts.slip(Code::AbstractType, "abstract").with("type", known.name);
        return Some(slip.with("near", capitalized(&rest)));
    }
    let usual = ["Về", "Ban hành", "Phê duyệt", "Công bố", "Quy định", "Sửa đổi", "Bãi bỏ", "Phê chuẩn", "Công nhận"];
    let is_usual = words.begin_any(&usual) || Words::of(facts.heading("abstract")).begin("về");
    // A word of action is what a decision begins with by mistake; what else it may begin with is not known.
    let actions = ["Thành lập", "Giao", "Kiện toàn", "Bổ nhiệm", "Điều động", "Tuyển dụng", "Khen thưởng", "Phân công"];
    let is_action = known.short == "QĐ" && !is_usual && words.begin_any(&actions);
    is_action.then(|| facts.slip(Code::AbstractDecision, "abstract").with("near", format!("Về việc {}", lowered(text))))
}

fn shaped(facts: &Facts, text: &str) -> Option<Finding> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let has_end = text.ends_with(['.', ';', ',', ':']) && !text.ends_with("v.v.") && !text.ends_with("...");
    // Where the form itself prints what stands before it, it goes on in lower case.
    let is_continued = document_type::is_letter(facts) || Words::of(facts.heading("abstract")).are("về việc");
    let is_low = text.starts_with(char::is_lowercase) && !is_continued && facts.text("type").is_some();
    let is_long = text.chars().count() > MOST_CHARACTERS || facts.lines("abstract").len() > MOST_LINES;
    let fault = if has_end {
        "end"
    } else if letters > 10 && !text.contains(char::is_lowercase) {
        "capitals"
    } else if is_low {
        "lower"
    } else if is_long {
        "long"
    } else {
        return None;
    };
    let slip = facts.slip(Code::AbstractShape, "abstract").choice("fault", fault);
    Some(slip.with("near", capitalized(text)).with("most", MOST_CHARACTERS))
}
