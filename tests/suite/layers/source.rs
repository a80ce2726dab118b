//! A Rust source as far as the rules need it: what it names, and how long its functions are.
//!
//! Only words and signs are looked at, so that neither a comment nor a text can be taken for a path, and what stands
//! inside of a macro is seen like anything else.

/// A word or a sign; a text or a number is an empty one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub text: String,
    /// Counted from 1.
    pub line: usize,
}

/// A path as it stands in the source: `crate::vi::text`, `fs::read`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    pub words: Vec<String>,
    pub line: usize,
    /// The modules inside of this file in which it stands.
    pub inner: Vec<String>,
    /// For what a `use` brings in: under which name, and whether that is handed on (`pub use`).
    pub brought_in: Option<(String, bool)>,
}

/// A function: its name, where it begins, how many lines it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Function {
    pub name: String,
    pub line: usize,
    pub length: usize,
}

/// The words and signs of a source.
pub fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let (mut tokens, mut at, mut line) = (Vec::new(), 0, 1);
    while at < chars.len() {
        let (text, end) = token(&chars, at);
        if let Some(text) = text {
            tokens.push(Token { text, line });
        }
        line += chars[at..end].iter().filter(|&&c| c == '\n').count();
        at = end;
    }
    tokens
}

/// What begins at a place, nothing for blanks and comments; and where it ends.
fn token(chars: &[char], at: usize) -> (Option<String>, usize) {
    let next = |ahead: usize| chars.get(at + ahead).copied().unwrap_or('\0');
    let literal = |end: usize| (Some(String::new()), end);
    match (chars[at], next(1)) {
        (c, _) if c.is_whitespace() => (None, at + 1),
        ('/', '/') => (None, ends(chars, at, |c| c == '\n')),
        ('/', '*') => (None, comment(chars, at)),
        ('"', _) => literal(quoted(chars, at + 1, '"')),
        ('\'', '\\') => literal(quoted(chars, at + 1, '\'')),
        ('\'', _) if next(2) == '\'' => literal(at + 3),
        ('\'', _) => literal(ends(chars, at + 1, |c| !is_of_word(c))),
        (c, _) if c.is_ascii_digit() => literal(ends(chars, at, |c| !is_of_word(c))),
        (c, _) if is_of_word(c) => word(chars, at),
        (':', ':') => (Some("::".to_owned()), at + 2),
        (c, _) => (Some(c.to_string()), at + 1),
    }
}

/// A word, or the text that it announces: `b"…"`, `r#"…"#`, `b'…'`.
fn word(chars: &[char], at: usize) -> (Option<String>, usize) {
    let end = ends(chars, at, |c| !is_of_word(c));
    let text: String = chars[at..end].iter().collect();
    let hashes = chars[end..].iter().take_while(|&&c| c == '#').count();
    match (text.as_str(), chars.get(end + hashes)) {
        ("r" | "br" | "cr", Some('"')) => (Some(String::new()), raw(chars, end + hashes + 1, hashes)),
        ("b" | "c", Some('"')) if hashes == 0 => (Some(String::new()), quoted(chars, end + 1, '"')),
        ("b", Some('\'')) if hashes == 0 => (Some(String::new()), quoted(chars, end + 1, '\'')),
        // `r#type` is the name `type`.
        ("r", Some(_)) if hashes == 1 => word(chars, end + 1),
        _ => (Some(text), end),
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn ends(chars: &[char], from: usize, stop: impl Fn(char) -> bool) -> usize {
    chars[from..].iter().position(|&c| stop(c)).map_or(chars.len(), |length| from + length)
}

/// Comments stand in comments.
fn comment(chars: &[char], from: usize) -> usize {
    let (mut at, mut depth) = (from, 0);
    while at + 1 < chars.len() {
        match (chars[at], chars[at + 1]) {
            ('/', '*') => (at, depth) = (at + 2, depth + 1),
            ('*', '/') => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    chars.len()
}

fn quoted(chars: &[char], from: usize, mark: char) -> usize {
    let mut at = from;
    while at < chars.len() && chars[at] != mark {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

fn raw(chars: &[char], from: usize, hashes: usize) -> usize {
    let closes = |at: usize| chars[at] == '"' && chars[at + 1..].iter().take(hashes).all(|&c| c == '#');
    (from..chars.len()).find(|&at| closes(at)).map_or(chars.len(), |at| at + 1 + hashes)
}

/// Every path, those that a `use` brings in among them.
pub fn paths(tokens: &[Token]) -> Vec<Path> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let (mut paths, mut inner, mut depth, mut at) = (Vec::new(), Vec::<(String, usize)>::new(), 0, 0);
    while at < tokens.len() {
        let line = tokens[at].line;
        let here = || inner.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        match word(at) {
            "mod" if word(at + 2) == "{" => inner.push((word(at + 1).to_owned(), depth + 1)),
            "{" => depth += 1,
            "}" => {
                inner.retain(|(_, outer)| *outer < depth);
                depth -= 1;
            }
            // `impl Trait + use<'a>` brings nothing in.
            "use" if word(at + 1) != "<" => {
                let is_public = at > 0 && matches!(word(at - 1), "pub" | ")");
                let start = at + 1;
                at += 1;
                let mut list = Vec::new();
                tree(tokens, &mut at, &[], &mut list);
                assert!(at > start && word(at) == ";", "line {line}: a use that cannot be read");
                paths.extend(list.into_iter().map(|(words, name)| Path {
                    words,
                    line,
                    inner: here(),
                    brought_in: Some((name, is_public)),
                }));
            }
            text if is_word(text) && word(at + 1) == "::" => {
                let is_continued = is_continued(tokens, at);
                let mut words = vec![text.to_owned()];
                while word(at + 1) == "::" && is_word(word(at + 2)) {
                    at += 2;
                    words.push(word(at).to_owned());
                }
                if !is_continued {
                    paths.push(Path { words, line, inner: here(), brought_in: None });
                }
            }
            _ => {}
        }
        at += 1;
    }
    paths
}

/// Whether a word goes on with what cannot be followed: a method, or a name behind `<T as Trait>::`.
fn is_continued(tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |at| tokens[at].text.as_str());
    (before(1) == "." && before(2) != ".") || (before(1) == "::" && (before(2) == ">" || is_word(before(2))))
}

fn is_word(text: &str) -> bool {
    text.chars().next().is_some_and(is_of_word)
}

/// The branches of a `use`, each with the name under which it is known.
fn tree(tokens: &[Token], at: &mut usize, stem: &[String], out: &mut Vec<(Vec<String>, String)>) {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let mut stem = stem.to_vec();
    loop {
        match word(*at) {
            "::" => *at += 1,
            "{" => {
                *at += 1;
                while !matches!(word(*at), "}" | "") {
                    tree(tokens, at, &stem, out);
                    *at += usize::from(word(*at) == ",");
                }
                *at += 1;
                return;
            }
            "*" => {
                *at += 1;
                stem.push("*".to_owned());
                return out.push((stem, "*".to_owned()));
            }
            text if is_word(text) => {
                // `{self, …}` is the stem itself.
                if text != "self" || stem.is_empty() {
                    stem.push(text.to_owned());
                }
                *at += 1;
                if word(*at) == "::" {
                    continue;
                }
                let mut name = stem.last().cloned().unwrap_or_default();
                if word(*at) == "as" {
                    name = word(*at + 1).to_owned();
                    *at += 2;
                }
                return out.push((stem, name));
            }
            _ => return,
        }
    }
}

/// Macros that are called (`println!`), methods that are called (`.exists`), and words that stand for themselves.
pub fn calls(tokens: &[Token]) -> Vec<(String, usize)> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let mut calls = Vec::new();
    for (at, Token { text, line }) in tokens.iter().enumerate() {
        let called = match (is_word(text), word(at + 1), word(at + 2)) {
            (true, "!", "(" | "[" | "{") => format!("{text}!"),
            (true, "(", _) if at > 0 && word(at - 1) == "." => format!(".{text}"),
            (true, ..) if matches!(text.as_str(), "unsafe" | "extern") => text.clone(),
            _ => continue,
        };
        calls.push((called, *line));
    }
    calls
}

/// The macros that are made here.
pub fn macros(tokens: &[Token]) -> Vec<&str> {
    let is_made = |three: &&[Token]| three[0].text == "macro_rules" && three[1].text == "!";
    tokens.windows(3).filter(is_made).map(|three| three[2].text.as_str()).collect()
}

/// Every function with a body.
pub fn functions(tokens: &[Token]) -> Vec<Function> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let starts = (0..tokens.len()).filter(|&at| word(at) == "fn" && is_word(word(at + 1)));
    let function = |at: usize| {
        let mut nested = 0;
        let body = (at..tokens.len()).find(|&at| {
            nested += i32::from(matches!(word(at), "(" | "[")) - i32::from(matches!(word(at), ")" | "]"));
            nested == 0 && matches!(word(at), "{" | ";")
        })?;
        if word(body) == ";" {
            return None;
        }
        let mut depth = 0;
        let last = (body..tokens.len()).find(|&at| {
            depth += i32::from(word(at) == "{") - i32::from(word(at) == "}");
            depth == 0
        })?;
        let (line, end) = (tokens[at].line, tokens[last].line);
        Some(Function { name: word(at + 1).to_owned(), line, length: end - line + 1 })
    };
    starts.filter_map(function).collect()
}
