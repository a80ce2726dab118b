//! What only decisions and resolutions have: the line of who decides, the words that decide, and what is issued with them
//! (mẫu 1.1 – 1.3; S-39, S-84, S-96).

use crate::finding::code::Code;
use crate::finding::place::Place;
use crate::finding::{Finding, Severity};
use crate::input::definition::document_kind::is_of_grounds;
use crate::input::form_slips::document_type;
use crate::input::form_slips::words::Words;
use crate::input::templates;
use crate::product::particulars;
use crate::product::prose::main_text;
use crate::product::prose::slips::passage::{self, Passage};
use crate::product::prose::slips::told::{Slip, Teller};

/// The types, and the words with which each decides.
const ENACTING: [(&str, &str); 2] = [("quyết định", "QUYẾT ĐỊNH"), ("nghị quyết", "QUYẾT NGHỊ")];
/// What is issued by a decision and attached to it.
const ISSUED: [&str; 12] = [
    "Quy chế",
    "Quy định",
    "Nội quy",
    "Điều lệ",
    "Kế hoạch",
    "Chương trình",
    "Đề án",
    "Phương án",
    "Quy trình",
    "Hướng dẫn",
    "Danh mục",
    "Bộ tiêu chí",
];
/// What paragraphs behind the line of who decides begin with.
const BEHIND: [&str; 6] = ["Căn cứ ", "Xét ", "Theo ", "Thực hiện ", "Điều ", "QUYẾT "];

/// The findings about decisions.
pub(crate) fn judged(body: &[&Passage], kind: &str, teller: &Teller<'_>) -> Vec<Finding> {
    let main = teller.proof.folder.main.as_deref().unwrap_or_default();
    // A main file that leaves the prose out is told so.
    let is_whole = main.is_empty() || main_text::includes_prose(main);
    if document_type::named(kind).is_none() || !is_whole {
        return Vec::new();
    }
    let own = ENACTING.iter().find(|(name, _)| Words::of(kind).are(name)).map(|(_, words)| *words);
    // A main file that puts the prose together by itself prints the words by itself, too.
    let by_form = teller.proof.form.enacting.filter(|_| main.is_empty() || main.contains("/narrative.typ"));
    let mut found: Vec<Finding> = match by_form {
        Some(words) => by_kind(body, words, teller),
        None => enacting(body, main, own, teller).into_iter().collect(),
    };
    if own.is_some() && by_form.is_none() {
        found.extend(authority(body, main, teller));
    }
    let title = particulars::text_of(teller.proof.dataset, "abstract");
    if own == Some("QUYẾT ĐỊNH") && !main.contains("kèm theo") {
        let has_appendix = !teller.proof.form.appendices.is_empty();
        found.extend(issued(body, &title, has_appendix).and_then(|(slip, issued)| {
            let found = teller.tell(Code::IssuedText, &[slip])?;
            Some(found.with("issued", issued))
        }));
    }
    found
}

/// Of a kind whose form prints who decides and the words that decide: neither is typed, and there are grounds.
fn by_kind(body: &[&Passage], words: &str, teller: &Teller<'_>) -> Vec<Finding> {
    let proof = teller.proof;
    let is_typed = |passage: &&&Passage| passage.text.trim().to_uppercase() == words;
    let typed = body.iter().find(is_typed).map(|passage| Slip::new(passage, 0..passage.text.len(), ""));
    let typed = typed.and_then(|slip| {
        let found = teller.told(&[slip], |place| Finding::graded(Severity::Error, Code::EnactingWords, place))?;
        Some(found.choice("fault", "twice").with("words", words.trim_end_matches(':')).flag("has-words", true))
    });
    let has_grounds = proof.narrative.files.keys().any(|name| is_of_grounds(name));
    let place = || Place::File(templates::narrative_path(proof.template));
    let bare = (!has_grounds).then(|| Finding::new(Code::GroundsMissing, place()));
    let issuer = particulars::text_of(proof.dataset, "issuer").replace('\n', " ");
    let name = proof.form.decider.iter().flat_map(|decider| decider.name.first()).map(|line| passage::of_pieces(line));
    let other = name.filter(|_| is_of_other(&joined_name(teller), &issuer)).collect::<Vec<_>>();
    let other = other.iter().filter_map(|line| {
        let slip = Slip::new(line, 0..line.text.len(), "");
        let found = teller.told(&[slip], |place| Finding::graded(Severity::Warning, Code::AuthorityLine, place))?;
        Some(found.choice("fault", "other").with("issuer", &issuer))
    });
    typed.into_iter().chain(bare).chain(other).collect()
}

/// The lines of who decides, as one.
fn joined_name(teller: &Teller<'_>) -> String {
    teller.proof.form.decider.as_ref().map(|decider| particulars::joined(&decider.name)).unwrap_or_default()
}

/// `QUYẾT ĐỊNH:` stands in a line of its own, in decisions and nowhere else.
fn enacting(body: &[&Passage], main: &str, own: Option<&str>, teller: &Teller<'_>) -> Option<Finding> {
    let told = |slip: Slip<'_>, wrong: Wrong| {
        let found = teller.told(&[slip], |place| Finding::graded(Severity::Error, Code::EnactingWords, place))?;
        Some(described(found, wrong, own))
    };
    for (_, words) in ENACTING {
        for passage in body {
            let line = passage.text.trim();
            if line.len() > words.len() + 2 || line.trim_end_matches([':', ' ']).to_uppercase() != words {
                continue;
            }
            if own != Some(words) {
                return told(Slip::new(passage, 0..passage.text.len(), ""), Wrong::Other);
            }
            let is_right = line.ends_with(':') && !line.ends_with(" :");
            let slip = Slip::new(passage, 0..passage.text.len(), format!("{words}:"));
            return if is_right { None } else { told(slip, Wrong::Colon) };
        }
    }
    let in_main = ENACTING.into_iter().map(|(_, words)| words).find(|words| main.contains(&format!("{words}:")));
    let uncoloned = own.filter(|words| in_main.is_none() && main.contains(words));
    let (wrong, words) = match (own, in_main) {
        (own, Some(words)) if own != Some(words) => (Wrong::Other, words),
        (Some(_), None) if uncoloned.is_some() => (Wrong::Colon, uncoloned?),
        (Some(own), None) => (Wrong::Missing, own),
        _ => return None,
    };
    let own_main = format!("{}/main.typ", teller.proof.template);
    // Without a main file of its own, the prose is what can say it.
    let place = if main.is_empty() {
        Place::File(templates::narrative_path(teller.proof.template))
    } else {
        Place::File(own_main)
    };
    let missing = if is_set_out(body) { Severity::Error } else { Severity::Warning };
    let severity = if matches!(wrong, Wrong::Missing) { missing } else { Severity::Error };
    let found = described(Finding::graded(severity, Code::EnactingWords, place).count(1), wrong, own);
    Some(found.with("shown", format!("“{words}”")))
}

/// Whether the prose has legal grounds, as decisions do: without any it is a part of one, or has them in its form.
fn is_set_out(body: &[&Passage]) -> bool {
    body.iter().any(|passage| passage.text.starts_with("Căn cứ "))
}

/// What is wrong with the words that decide.
#[derive(Clone, Copy)]
enum Wrong {
    Missing,
    Colon,
    Other,
}

fn described(found: Finding, wrong: Wrong, own: Option<&str>) -> Finding {
    let fault = match wrong {
        Wrong::Missing => "missing",
        Wrong::Colon => "colon",
        Wrong::Other => "other",
    };
    let found = found.choice("fault", fault);
    found.with("words", own.unwrap_or_default()).flag("has-words", own.is_some())
}

/// Who decides stands above the grounds, and is the issuer or who heads it.
fn authority(body: &[&Passage], main: &str, teller: &Teller<'_>) -> Option<Finding> {
    let first = body.first()?;
    let told = |is_missing: bool| {
        let severity = if is_missing && is_set_out(body) { Severity::Error } else { Severity::Warning };
        let fault = if is_missing { "missing" } else { "other" };
        let slip = Slip::new(first, 0..first.text.len(), "");
        let found = teller.told(&[slip], |place| Finding::graded(severity, Code::AuthorityLine, place))?;
        let issuer = particulars::text_of(teller.proof.dataset, "issuer").replace('\n', " ");
        Some(found.choice("fault", fault).with("issuer", issuer))
    };
    // A main file of its own may print the line from the data.
    let in_main = ["issuer", "head", "authority", "CHỦ TỊCH", "GIÁM ĐỐC", "TRƯỞNG", "ỦY BAN", "HỘI ĐỒNG"];
    if BEHIND.iter().any(|begin| first.text.starts_with(begin)) {
        let is_elsewhere = in_main.iter().any(|word| main.contains(word));
        return if is_elsewhere { None } else { told(true) };
    }
    let issuer = particulars::text_of(teller.proof.dataset, "issuer");
    if is_of_other(&first.text, &issuer) { told(false) } else { None }
}

/// Whether a line names a people's committee, a council or a department, and the issuer is another one.
fn is_of_other(line: &str, issuer: &str) -> bool {
    let full = |text: &str| {
        text.to_uppercase().replace('\n', " ").replace("UBND", "ỦY BAN NHÂN DÂN").replace("HĐND", "HỘI ĐỒNG NHÂN DÂN")
    };
    let (line, issuer) = (Words::of(&full(line)), Words::of(&full(issuer)));
    if issuer.is_empty() || line.hold_all_of(&issuer) {
        return false;
    }
    let bodies = ["Ủy ban nhân dân", "Hội đồng nhân dân", "Sở"];
    let named = bodies.iter().find(|body| line.hold(body));
    let is_of = bodies.iter().find(|body| issuer.begin(body));
    // Of agencies whose names may be shortened nothing is known.
    let (Some(named), Some(of)) = (named, is_of) else { return false };
    let is_part = |one: &Words, other: &Words| one.begin_as(other) || other.begin_as(one);
    let is_same = || line.behind(named).zip(issuer.behind(of)).is_some_and(|(one, other)| is_part(&one, &other));
    named != of || !is_same()
}

/// What the title says is issued, where the articles attach nothing, or something else: the slip, and what is issued.
fn issued<'a>(body: &[&'a Passage], title: &str, has_appendix: bool) -> Option<(Slip<'a>, &'static str)> {
    let words = Words::of(title);
    let issued = ISSUED.iter().find(|name| {
        ["ban hành", "về việc ban hành", "về ban hành"]
            .iter()
            .any(|begin| words.begin_as(&Words::of(&format!("{begin} {name}"))))
    })?;
    const ATTACHED: &str = "kèm theo Quyết định này ";
    for passage in body {
        let Some((before, rest)) = passage.text.split_once(ATTACHED) else { continue };
        let rest = rest.trim_start_matches(['“', '"', '(']);
        let other = ISSUED.iter().find(|name| rest.starts_with(*name));
        let other = other.filter(|other| *other != issued)?;
        let start = before.len() + ATTACHED.len();
        return Some((Slip::new(passage, start..start + other.len(), *issued), issued));
    }
    let is_attached = body.iter().any(|passage| passage.text.contains("kèm theo"));
    let article = body.iter().find(|passage| passage.text.starts_with("Điều 1."));
    let slip = Slip::new(article?, 0.."Điều 1.".len(), "");
    (!is_attached && !has_appendix).then_some((slip, issued))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_decides_is_the_issuer_or_heads_it() {
        let hanoi = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI";
        for other in ["ỦY BAN NHÂN DÂN TỈNH LÀO CAI", "GIÁM ĐỐC SỞ NỘI VỤ", "CHỦ TỊCH HĐND THÀNH PHỐ HÀ NỘI"]
        {
            assert!(is_of_other(other, hanoi), "{other}");
        }
        assert!(is_of_other("GIÁM ĐỐC SỞ NỘI VỤ", "SỞ TÀI CHÍNH"));
        for (right, issuer) in [
            ("CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", hanoi),
            ("CHỦ TỊCH UBND THÀNH PHỐ HÀ NỘI", hanoi),
            ("CHỦ TỊCH ỦY BAN NHÂN DÂN", hanoi),
            ("CHỦ TỊCH UỶ BAN NHÂN DÂN THÀNH PHỐ", hanoi),
            ("GIÁM ĐỐC SỞ NỘI VỤ TỈNH LÀO CAI", "SỞ NỘI VỤ"),
            ("GIÁM ĐỐC SỞ NỘI VỤ", "SỞ NỘI VỤ TỈNH LÀO CAI"),
            ("HIỆU TRƯỞNG TRƯỜNG THPT HÙNG VƯƠNG", "TRƯỜNG TRUNG HỌC PHỔ THÔNG HÙNG VƯƠNG"),
            ("HỘI ĐỒNG NHÂN DÂN XÃ TÂN CƯƠNG", "HỘI ĐỒNG NHÂN DÂN\nXÃ TÂN CƯƠNG"),
        ] {
            assert!(!is_of_other(right, issuer), "{right}");
        }
    }

    #[test]
    fn what_is_issued_is_attached() {
        let shown = |title: &str, article: &str| {
            let passage = Passage::typed(article);
            issued(&[&passage], title, false).map(|(slip, _)| slip.words().to_owned())
        };
        let title = "Ban hành Quy chế làm việc của Sở";
        assert_eq!(shown(title, "Điều 1. Thành lập Hội đồng."), Some("Điều 1.".to_owned()));
        assert_eq!(
            shown(title, "Điều 1. Ban hành kèm theo Quyết định này Quy định làm việc."),
            Some("Quy định".to_owned())
        );
        assert_eq!(shown(title, "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc."), None);
        assert_eq!(shown(title, "Điều 1. Ban hành Quy chế làm việc (có Quy chế kèm theo)."), None);
        assert_eq!(shown("Về việc thành lập Hội đồng", "Điều 1. Thành lập Hội đồng."), None);
    }
}
