//! Messages that are worded in more ways than one: each word and each answer that the sources give has its wording.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::support::common::{root, sources};

/// Words that are chosen in another file or function than they are handed over in: what for, where, the function.
const ELSEWHERE: [(&str, &str, &str); 24] = [
    ("kind", "xlsx/file_kind.rs", "fn name(self)"),
    ("slip", "input/checking/judged.rs", "fn suspicion(check: &Check, operands: &[&Entry])"),
    ("policy", "input/definition/policy.rs", "impl Hidden"),
    ("policy", "input/definition/policy.rs", "impl LegacyEncodings"),
    ("part", "input/checking/scale.rs", "fn name(&self) -> &'static str"),
    ("syntax", "product/prose/language/fault.rs", "impl Syntax"),
    ("syntax", "input/toml_text/syntax.rs", "impl Syntax"),
    ("wanted", "input/toml_text/value.rs", "fn word(self)"),
    ("found", "input/toml_text/value.rs", "fn word(self)"),
    ("broken", "xlsx/danger.rs", "impl Broken"),
    ("named", "product/prose/language/fault.rs", "impl Named"),
    ("scope", "product/prose/language/fault.rs", "impl Scope"),
    ("printed", "product/prose/values/outcome.rs", "impl Printed"),
    ("condition", "product/prose/values/outcome.rs", "impl NoCondition"),
    ("left-is", "product/prose/values/side.rs", "fn word(&self) -> &'static str"),
    ("right-is", "product/prose/values/side.rs", "fn word(&self) -> &'static str"),
    ("why", "finding/system.rs", "fn why(error: &Error)"),
    ("why", "finding/system.rs", "fn unnamed(number: i32)"),
    ("why", "input/reading/placing.rs", "fn word(self)"),
    ("why", "input/definition/levels.rs", "fn misdeclared(table: &Table)"),
    ("why", "input/around.rs", "fn word(self)"),
    ("why", "input/derived/made.rs", "fn word(self)"),
    ("missing", "product/pages/unprinted.rs", "fn word(self)"),
    ("likeness", "vi/likeness.rs", "fn name(&self)"),
];

/// Names of codes, of which a test of all codes says that they have their wording.
const CODES: &str = "reason.code.name()";

/// Words that are never handed over: files of these kinds are read, or refused with a message of their own; no setting
/// is a date, and the length of a list is wanted, not found.
const APART: [(&str, &str); 4] = [("kind", "xlsx"), ("kind", "encrypted"), ("wanted", "date"), ("found", "length")];

/// Argument → its words at each place of a file of messages where it chooses; the default has a `*`.
type Wordings = BTreeMap<String, Vec<BTreeSet<String>>>;

/// The wordings of each choice that a file of messages makes.
fn wordings(text: &str) -> Wordings {
    let mut all = Wordings::new();
    let mut open: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        if line.starts_with('}')
            && let Some((name, words)) = open.pop()
        {
            all.entry(name).or_default().push(words);
        }
        let starred = line.strip_prefix('*');
        if let Some((word, _)) = starred.unwrap_or(line).strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            let (_, words) = open.last_mut().unwrap_or_else(|| panic!("no choice is open: {line}"));
            words.insert(if starred.is_some() { format!("*{word}") } else { word.to_owned() });
        }
        if let Some((_, name)) = line.strip_suffix(" ->").and_then(|head| head.rsplit_once("{ $")) {
            open.push((name.to_owned(), BTreeSet::new()));
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    // A reader that overlooks choices would find nothing wrong with them.
    assert_eq!(all.values().map(Vec::len).sum::<usize>(), text.matches(" ->").count());
    all
}

fn both() -> [(&'static str, Wordings); 2] {
    ["vi.ftl", "en.ftl"].map(|file| {
        let text = fs::read_to_string(root().join("src/finding/messages").join(file)).expect("messages");
        (file, wordings(&text))
    })
}

/// The text up to where what is open here is closed, or to a `;` or an end that is wanted.
fn up_to(text: &str, is_end: impl Fn(char) -> bool) -> &str {
    let mut depth = 0_usize;
    let end = text.char_indices().find(|&(_, c)| match c {
        _ if depth == 0 && is_end(c) => true,
        '(' | '{' | '[' => {
            depth += 1;
            false
        }
        ')' | '}' | ']' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => false,
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// The texts in code that stand where a value of a branch stands: `=> "word"`, `{ "word" }`, `("word", …)`, or alone.
fn values(code: &str) -> BTreeSet<&str> {
    let pieces: Vec<&str> = code.split('"').collect();
    let is_value = |at: &usize| {
        let (before, behind) = (pieces[at - 1].trim_end(), pieces[at + 1].trim_start());
        let opens = before.is_empty() || ["=>", "{", "=> (", "|| ("].iter().any(|start| before.ends_with(start));
        opens && (behind.is_empty() || behind.starts_with([',', '}']))
    };
    (1..pieces.len().saturating_sub(1)).step_by(2).filter(is_value).map(|at| pieces[at]).collect()
}

/// The words that may be handed over where a source says `.choice(name, …)`.
fn words<'a>(
    sources: &'a BTreeMap<String, String>,
    file: &str,
    before: &'a str,
    name: &str,
    given: &'a str,
) -> BTreeSet<&'a str> {
    if given.contains('"') {
        return values(given);
    }
    let statement = before.rsplit_once(&format!("let {given} = ")).map(|(_, rest)| up_to(rest, |c| c == ';'));
    let found = statement.map(values).filter(|words| !words.is_empty());
    found.unwrap_or_else(|| {
        let places: Vec<_> = ELSEWHERE.iter().filter(|(what, ..)| *what == name).collect();
        assert!(!places.is_empty(), "{file}: which words is {name}: {given}?");
        let body = |(_, home, function): &&(&str, &str, &str)| {
            let (_, body) = sources[*home].split_once(function).unwrap_or_else(|| panic!("{home}: no {function}"));
            values(up_to(body.split_once('{').expect("body").1, |c| c == '}'))
        };
        let mut words: BTreeSet<&str> = places.iter().flat_map(body).collect();
        words.retain(|word| !APART.contains(&(name, word)));
        words
    })
}

#[test]
fn every_word_that_chooses_has_its_wording() {
    let (sources, messages) = (sources(), both());
    let mut seen = BTreeSet::new();
    for (file, text) in &sources {
        for (at, call) in text.match_indices(".choice(") {
            let call = up_to(&text[at + call.len()..], |c| c == ')').trim();
            let (name, given) = call.split_once(',').unwrap_or_else(|| panic!("{file}: {call}"));
            let (name, given) = (name.trim().trim_matches('"'), given.trim().trim_end_matches(','));
            if given == CODES {
                continue;
            }
            let words = words(&sources, file, &text[..at], name, given);
            assert!(!words.is_empty(), "{file}: no word for {name}: {given}");
            seen.extend(words.into_iter().map(|word| (name.to_owned(), word.to_owned())));
        }
    }
    assert!(seen.len() > 30, "only {} words: {seen:?}", seen.len());
    for (file, wordings) in &messages {
        for (name, word) in &seen {
            let has = |words: &BTreeSet<String>| words.contains(word) || words.contains(&format!("*{word}"));
            assert!(wordings.get(name).is_some_and(|all| all.iter().any(has)), "{file}: ${name} lacks [{word}]");
        }
    }
}

#[test]
fn every_flag_has_both_answers() {
    let (sources, messages) = (sources(), both());
    let flags = sources.values().flat_map(|text| text.split(".flag(").skip(1));
    let names: BTreeSet<&str> = flags.map(|call| call.split('"').nth(1).expect("name")).collect();
    assert!(names.len() > 8, "only {names:?}");
    let answers = [["*no", "yes"], ["*yes", "no"]].map(|pair| pair.map(str::to_owned).into_iter().collect());
    for (file, wordings) in &messages {
        for name in &names {
            let all = wordings.get(*name).unwrap_or_else(|| panic!("{file}: ${name} chooses nothing"));
            assert!(all.iter().all(|words| answers.contains(words)), "{file}: ${name}: {all:?}");
        }
    }
}
