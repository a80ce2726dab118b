//! What is wrong with a definition or a profile is told in our words, at its line.

use std::fmt::Write as _;
use std::fs;

use vanban::finding::messages::{Language, Messages};
use vanban::input::definition::model::Document;

use crate::support::common::{golden, root};

/// What people do: a name for it, what stands in the plan's definition, and what they make of it.
const SLIPS: [(&str, &str, &str); 30] = [
    ("no closing quotation mark", "sheet = \"Hộ nghèo\"", "sheet = \"Hộ nghèo"),
    ("no opening quotation mark", "sheet = \"Hộ nghèo\"", "sheet = Hộ nghèo\""),
    ("no quotation marks", "sheet = \"Kinh phí\"", "sheet = Kinh phí"),
    ("curly quotation marks", "sheet = \"Kinh phí\"", "sheet = “Kinh phí”"),
    ("one curly quotation mark", "sheet = \"Kinh phí\"", "sheet = \"Kinh phí”"),
    ("quotation marks inside", "sheet = \"Kinh phí\"", "sheet = \"Kinh \"phí\"\""),
    ("a path of Windows", "sheet = \"Kinh phí\"", "sheet = \"C:\\Users\\phí\""),
    ("no sign =", "row-key = \"code\"", "row-key \"code\""),
    ("a colon for =", "row-key = \"code\"", "row-key: \"code\""),
    ("no value", "row-key = \"code\"", "row-key ="),
    ("a setting twice", "row-key = \"code\"", "row-key = \"code\"\nrow-key = \"code\""),
    ("a section twice", "[recipients]", "[document]\n[recipients]"),
    ("a header half closed", "[[table]]\nkey = \"budget\"", "[[table]\nkey = \"budget\""),
    ("a header that is open", "[recipients]", "[recipients"),
    ("a list that is open", "headings = [\"Mục\", \"Nội dung\"]", "headings = [\"Mục\", \"Nội dung\""),
    ("a list of one", "headings = [\"Mục\", \"Nội dung\"]", "headings = [\"Mục\"]"),
    ("a name with accents", "row-key = \"code\"", "khóa = \"code\""),
    ("an unknown setting", "row-key = \"code\"", "row_key = \"code\""),
    ("another unknown setting", "row-key = \"code\"", "mau-sac = \"code\""),
    ("a setting that is missing", "row-key = \"code\"\n", ""),
    ("a word that is none", "kind = \"money\"", "kind = \"monney\""),
    ("a number for words", "row-key = \"code\"", "row-key = 5"),
    ("words for a number", "schema = 1", "schema = \"1\""),
    ("a fraction for a whole number", "schema = 1", "schema = 1.5"),
    ("a comma in a number", "schema = 1", "schema = 1,5"),
    ("points in a number", "schema = 1", "schema = 1.000.000"),
    ("a date", "schema = 1", "schema = 5/3/2025"),
    ("yes in Vietnamese", "required = false", "required = không"),
    ("words for yes and no", "required = false", "required = \"false\""),
    ("words for a list", "headings = [\"Mục\", \"Nội dung\"]", "headings = \"Mục\""),
];

fn plan() -> String {
    fs::read_to_string(root().join("templates/ke-hoach-giam-ngheo/document.toml")).expect("definition")
}

#[test]
fn slips_in_a_definition_are_told_at_their_line() {
    for (language, name) in [(Language::Vietnamese, "toml.vi.txt"), (Language::English, "toml.en.txt")] {
        let messages = Messages::new(language, false);
        let mut told = String::new();
        for (what, from, to) in SLIPS {
            assert!(plan().contains(from), "{from}");
            let found = Document::parse(&plan().replacen(from, to, 1), "mau/document.toml").err().unwrap_or_default();
            let _ = writeln!(told, "# {what}\n");
            found.iter().for_each(|finding| told += &(messages.long(finding) + "\n"));
        }
        golden(name, &told);
    }
}

/// Words of the parser and of what reads its values.
const FOREIGN: [&str; 14] = [
    "expected",
    "invalid",
    "unquoted",
    "duplicate",
    "missing",
    "unknown",
    "string",
    "field",
    "variant",
    "newline",
    "parse",
    "`",
    "key with",
    "extra",
];

/// Whatever sign of whatever definition is lost, doubled or replaced, nothing of it is told in the parser's words.
#[test]
fn no_damage_lets_the_words_of_the_parser_through() {
    let messages = Messages::new(Language::Vietnamese, false);
    let other = root().join("tests/fixtures/quyet-dinh-giao-du-toan/document.toml");
    for text in [plan(), fs::read_to_string(other).expect("definition")] {
        let signs: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| "\"=[]{},.#\n".contains(*c)).collect();
        for &(at, sign) in signs.iter().step_by(3) {
            for other in ["", "\"", "“", "=", "[", ",", "ỹ", " 1 "] {
                let damaged = format!("{}{other}{}", &text[..at], &text[at + sign.len_utf8()..]);
                let Err(found) = Document::parse(&damaged, "document.toml") else { continue };
                let told = messages.long(&found[0]);
                // What stands in the file itself may be shown.
                let ours: String = told.lines().filter(|line| !line.contains(" | ")).collect();
                let written = found[0].arg("found").to_owned()
                    + found[0].arg("name")
                    + found[0].arg("known")
                    + found[0].arg("key");
                for word in FOREIGN {
                    assert!(!ours.contains(word) || written.contains(word), "{sign:?} → {other:?}: {told}");
                }
            }
        }
    }
}
