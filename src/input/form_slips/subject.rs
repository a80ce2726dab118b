//! Type and abstract (tên loại và trích yếu nội dung; PL I, mục II.5).

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::input::form_slips::document_type;
use crate::input::form_slips::facts::Facts;
use crate::input::form_slips::place::capitalized;
use crate::input::form_slips::words::{Words, bare};

/// No abstract needs more.
const MOST_CHARACTERS: usize = 250;
const MOST_LINES: usize = 4;

/// The type is one that the decree knows but for its marks: `Kế hoach`.
pub(crate) fn misspelt_type(facts: &Facts) -> Option<Finding> {
    let name = facts.text("type")?;
    let words = Words::of(&name);
    let is_like = |known: &&'static str| bare(known) == bare(&name) && !words.are(known);
    let near = document_type::names().find(is_like)?;
    Some(facts.slip(Code::TypeSpelling, "type").with("near", near))
}

/// What is wrong with the abstract.
pub(crate) fn slip(facts: &Facts) -> Option<Finding> {
    let text = facts.text("abstract")?;
    marked(facts, &text).or_else(|| shaped(facts, &text))
}

/// `V/v` stands before the abstract of a letter, and of nothing else.
fn marked(facts: &Facts, text: &str) -> Option<Finding> {
    let is_letter = document_type::is_letter(facts);
    let of = if is_letter { "letter" } else { "named" };
    let behind = behind_mark(text).map(|rest| rest.trim_start_matches([':', '.', ' ']));
    let near = if is_letter {
        let in_words = text.strip_prefix("Về việc ").or_else(|| text.strip_prefix("về việc "));
        let rest = behind.filter(|_| !text.starts_with("V/v ") || text.starts_with("V/v :")).or(in_words)?;
        format!("V/v {rest}")
    } else {
        facts.text("type")?;
        format!("Về việc {}", behind?)
    };
    Some(facts.slip(Code::AbstractMark, "abstract").choice("of", of).with("near", near))
}

/// What follows `V/v`, however that is written.
fn behind_mark(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['V', 'v'])?.strip_prefix(['/', '.'])?.strip_prefix(['V', 'v'])?;
    rest.starts_with([' ', ':', '.']).then_some(rest)
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
