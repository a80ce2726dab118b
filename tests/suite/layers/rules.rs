//! The rules themselves: each looks at sources and says what breaks it.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{self, Path, Token};

/// Path from `src` → text.
pub type Sources = BTreeMap<String, String>;

/// Which folders a folder may import from.
pub type Table<'a> = &'a [(&'a str, &'a [&'a str])];

/// Something that only a few files may name.
pub struct Kept<'a> {
    pub what: &'a str,
    /// Paths (`std::fs` and all below it), families of crates (`typst*`), macros (`println!`), methods (`.exists`).
    pub names: &'a [&'a str],
    /// Files, or folders with a `/` at the end, each with the reason.
    pub by: &'a [(&'a str, &'a str)],
}

/// Where a path leads.
enum Target {
    /// A file of these sources, and whether what it names is an item of the crate's root.
    File { file: String, is_of_root: bool },
    /// Another crate.
    Outside(Vec<String>),
}

/// One file, read.
struct File<'a> {
    name: &'a str,
    tokens: Vec<Token>,
    paths: Vec<Path>,
}

/// All files, read, and which modules there are.
struct Crate<'a> {
    files: Vec<File<'a>>,
    /// Module → its file; the root is the module without a name.
    modules: BTreeMap<Vec<String>, &'a str>,
}

/// The program itself, which sees the library from outside.
const MAIN: &str = "main.rs";
const ROOT: &str = "lib.rs";

impl<'a> Crate<'a> {
    fn read(sources: &'a Sources) -> Self {
        let rust = || sources.iter().filter(|(name, _)| name.ends_with(".rs"));
        let read = |(name, text): (&'a String, &String)| {
            let tokens = source::tokens(text);
            File { name, paths: source::paths(&tokens), tokens }
        };
        let modules = rust().filter(|(name, _)| *name != MAIN).map(|(name, _)| (module(name), name.as_str()));
        Self { files: rust().map(read).collect(), modules: modules.collect() }
    }

    /// Where a path leads, once for each meaning that its first word has in the file.
    fn targets(&self, file: &File<'_>, path: &Path) -> Vec<Target> {
        self.meanings(file, &path.words, &path.inner, 4).into_iter().map(|meaning| self.target(meaning)).collect()
    }

    /// The full paths, inside of the crate without its name (`Ok`), that a path stands for.
    fn meanings(
        &self,
        file: &File<'_>,
        words: &[String],
        inner: &[String],
        hops: usize,
    ) -> Vec<Result<Vec<String>, Vec<String>>> {
        let own = module(file.name);
        let (first, rest) = (words[0].as_str(), &words[1..]);
        let here = [&own[..], inner].concat();
        match first {
            "crate" => return vec![Ok(rest.to_vec())],
            "vanban" if file.name == MAIN => return vec![Ok(rest.to_vec())],
            "self" => return vec![Ok([&here[..], rest].concat())],
            "super" => {
                let up = words.iter().take_while(|word| *word == "super").count();
                return vec![Ok([&here[..here.len().saturating_sub(up)], &words[up..]].concat())];
            }
            _ => {}
        }
        let brought = file.paths.iter().filter(|path| path.brought_in.as_ref().is_some_and(|(name, _)| name == first));
        let brought: Vec<&Path> = brought.filter(|path| hops > 0 && path.words != words).collect();
        if !brought.is_empty() {
            let full = |path: &Path| self.meanings(file, &[&path.words[..], rest].concat(), &path.inner, hops - 1);
            return brought.into_iter().flat_map(full).collect();
        }
        let child = [&own[..], &words[..1]].concat();
        if file.name != MAIN && self.modules.contains_key(&child) {
            return vec![Ok([&own[..], words].concat())];
        }
        vec![Err(words.to_vec())]
    }

    fn target(&self, meaning: Result<Vec<String>, Vec<String>>) -> Target {
        match meaning {
            Err(words) => Target::Outside(words),
            Ok(words) => {
                let known = (0..=words.len()).rev().find(|&length| self.modules.contains_key(&words[..length]));
                let length = known.unwrap_or_default();
                let file = self.modules.get(&words[..length]).copied().unwrap_or(ROOT);
                Target::File { file: file.to_owned(), is_of_root: length == 0 }
            }
        }
    }

    /// From which file to which, with the line; a file's way to itself is left out.
    fn imports(&self) -> Vec<(&'a str, usize, String, bool)> {
        let mut imports = Vec::new();
        for file in &self.files {
            for path in &file.paths {
                for target in self.targets(file, path) {
                    if let Target::File { file: to, is_of_root } = target
                        && to != file.name
                    {
                        imports.push((file.name, path.line, to, is_of_root));
                    }
                }
            }
        }
        imports
    }
}

/// `input/folder.rs` → `input`, `folder`; `input/mod.rs` → `input`; the root → nothing.
fn module(file: &str) -> Vec<String> {
    let mut words: Vec<String> = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if matches!(words.last().map(String::as_str), Some("mod")) || words == ["lib"] || words == ["main"] {
        words.pop();
    }
    words
}

/// The folder at the top in which a file lies; a file at the top is its own.
fn room(file: &str) -> &str {
    file.split('/').next().unwrap_or_default()
}

/// Imports from a folder that the table does not allow, and folders of which it says nothing.
pub fn layers(sources: &Sources, table: Table<'_>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (from, line, to, _) in Crate::read(sources).imports() {
        let (own, other) = (room(from), room(&to));
        let allowed = table.iter().find(|(name, _)| *name == own).map(|(_, allowed)| *allowed);
        if own != other && other != ROOT && !allowed.is_some_and(|allowed| allowed.contains(&other)) {
            wrong.push(format!("{from}:{line}: {own} may not import from {to}"));
        }
    }
    let rooms: BTreeSet<&str> = sources.keys().map(|name| room(name)).collect();
    let unknown = rooms.iter().filter(|own| !table.iter().any(|(name, _)| name == *own));
    wrong.extend(unknown.map(|own| format!("{own}: not in the table")));
    let gone = table.iter().filter(|(name, _)| !rooms.contains(name));
    wrong.extend(gone.map(|(name, _)| format!("{name}: in the table, but not there")));
    wrong
}

/// Imports between folders that do not know each other, though they lie in one.
pub fn apart(sources: &Sources, strangers: &[(&str, &[&str])]) -> Vec<String> {
    let imports = Crate::read(sources).imports();
    let lies_in = |file: &str, folder: &str| file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let mut wrong = Vec::new();
    for (folder, others) in strangers {
        for (from, line, to, _) in imports.iter().filter(|(from, ..)| lies_in(from, folder)) {
            let other = others.iter().find(|other| lies_in(to, other));
            wrong.extend(other.map(|_| format!("{from}:{line}: {folder} does not know {to}")));
        }
        let all = [&[*folder], *others].concat();
        let gone = all.iter().filter(|folder| !sources.keys().any(|file| lies_in(file, folder)));
        wrong.extend(gone.map(|folder| format!("{folder}: in the table, but not there")));
    }
    wrong
}

/// Items that are imported from the root of the crate, and things in the root that are no names of others.
pub fn root(sources: &Sources) -> Vec<String> {
    let known = Crate::read(sources);
    let imports = known.imports().into_iter().filter(|(.., is_of_root)| *is_of_root);
    let mut wrong: Vec<String> =
        imports.map(|(from, line, ..)| format!("{from}:{line}: an item of the root is imported")).collect();
    let items = ["fn", "struct", "enum", "trait", "impl", "const", "static", "type", "macro_rules"];
    for file in known.files.iter().filter(|file| file.name == ROOT) {
        let own = file.tokens.iter().filter(|token| items.contains(&token.text.as_str()));
        wrong.extend(own.map(|token| format!("{ROOT}:{}: the root holds a {} of its own", token.line, token.text)));
    }
    wrong
}

/// Files that import one another in a circle, the `mod.rs` of a folder among them.
pub fn circles(sources: &Sources) -> Vec<String> {
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (from, _, to, _) in Crate::read(sources).imports() {
        arrows.entry(from.to_owned()).or_default().insert(to);
    }
    let reached = |from: &String| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(file) = next.pop() {
            let onwards = arrows.get(file).into_iter().flatten();
            next.extend(onwards.filter(|file| seen.insert((*file).clone())));
        }
        seen
    };
    let all: BTreeMap<&String, BTreeSet<String>> = arrows.keys().map(|file| (file, reached(file))).collect();
    let together = |file: &&String| -> Vec<&str> {
        let others = all.keys().filter(|other| all[*file].contains(**other) && all[**other].contains(*file));
        others.map(|other| other.as_str()).collect()
    };
    let circles: BTreeSet<Vec<&str>> = all.keys().map(together).filter(|files| files.len() > 1).collect();
    circles.into_iter().map(|files| format!("a circle: {}", files.join(", "))).collect()
}

/// What is named by files that may not, and files that are allowed what they do not name.
pub fn keepers(sources: &Sources, kept: &[Kept<'_>]) -> Vec<String> {
    let known = Crate::read(sources);
    let named: Vec<(&str, Vec<(String, usize)>)> =
        known.files.iter().map(|file| (file.name, mentions(&known, file))).collect();
    let mut wrong = Vec::new();
    for kept in kept {
        let covers =
            |allowed: &str, file: &str| file == allowed || (allowed.ends_with('/') && file.starts_with(allowed));
        let mut used = BTreeSet::new();
        for (file, mentions) in &named {
            for (name, line) in mentions.iter().filter(|(name, _)| kept.names.iter().any(|kept| is_of(name, kept))) {
                match kept.by.iter().find(|(allowed, _)| covers(allowed, file)) {
                    Some((allowed, _)) => _ = used.insert(*allowed),
                    None => wrong.push(format!("{file}:{line}: {} is not for it ({name})", kept.what)),
                }
            }
        }
        let idle = kept.by.iter().filter(|(allowed, _)| !used.contains(allowed));
        wrong.extend(idle.map(|(allowed, _)| format!("{allowed}: allowed {}, but has no need of it", kept.what)));
    }
    wrong
}

/// Everything of other crates, macros, methods and forbidden words that a file names, with the line.
fn mentions(known: &Crate<'_>, file: &File<'_>) -> Vec<(String, usize)> {
    let mut mentions = source::calls(&file.tokens);
    for path in &file.paths {
        let outside = known.targets(file, path).into_iter().filter_map(|target| match target {
            Target::Outside(words) => Some((words.join("::"), path.line)),
            Target::File { .. } => None,
        });
        mentions.extend(outside);
    }
    mentions
}

/// Whether a name is the one kept or lies below it; `typst*` stands for all crates that begin so. Who brings in all of a
/// module (`std::*`) names what is in it.
fn is_of(name: &str, kept: &str) -> bool {
    match (kept.strip_suffix('*'), name.strip_suffix('*')) {
        (Some(family), _) => name.starts_with(family),
        (None, Some(module)) if kept.starts_with(module) => true,
        _ => name.strip_prefix(kept).is_some_and(|rest| rest.is_empty() || rest.starts_with("::")),
    }
}

/// Things of other crates that are handed on: behind their new name nobody would find them.
pub fn handed_on(sources: &Sources) -> Vec<String> {
    let known = Crate::read(sources);
    let mut wrong = Vec::new();
    for file in &known.files {
        for path in file.paths.iter().filter(|path| matches!(path.brought_in, Some((_, true)))) {
            let targets = known.targets(file, path);
            if path.words.len() == 1 && source::macros(&file.tokens).contains(&path.words[0].as_str()) {
                continue;
            }
            if targets.iter().any(|target| matches!(target, Target::Outside(_))) {
                wrong.push(format!("{}:{}: {} is handed on", file.name, path.line, path.words.join("::")));
            }
        }
    }
    wrong
}

/// The most entries of `src`, lines of a file, and lines of a function.
const ENTRIES: usize = 10;
const LINES: usize = 450;
const LENGTH: usize = 60;

/// Too many entries, folders that do not say what they are for, files and functions that are too long.
pub fn shape(sources: &Sources) -> Vec<String> {
    let mut wrong = Vec::new();
    let rooms: BTreeSet<&str> = sources.keys().map(|name| room(name)).collect();
    if rooms.len() > ENTRIES {
        wrong.push(format!("{} entries: {rooms:?}", rooms.len()));
    }
    let rust = sources.keys().filter(|name| name.ends_with(".rs"));
    let folders: BTreeSet<&str> = rust.filter_map(|name| Some(name.rsplit_once('/')?.0)).collect();
    for folder in folders {
        let opening = sources.get(&format!("{folder}/mod.rs")).map(|text| opening(text)).unwrap_or_default();
        if !is_sentence(&opening) {
            wrong.push(format!("{folder}/mod.rs: does not begin with one sentence that says what the folder is for"));
        }
    }
    wrong.extend(lengths(sources));
    wrong
}

/// Files and functions that are too long.
pub fn lengths(sources: &Sources) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, text) in sources.iter().filter(|(name, _)| name.ends_with(".rs")) {
        let lines = text.lines().count();
        if lines > LINES {
            wrong.push(format!("{name}: {lines} lines"));
        }
        let long = source::functions(&source::tokens(text)).into_iter().filter(|function| function.length > LENGTH);
        wrong.extend(long.map(|long| format!("{name}:{}: {} has {} lines", long.line, long.name, long.length)));
    }
    wrong
}

/// The first paragraph of the comment at the head of a file.
fn opening(text: &str) -> String {
    let lines = text.lines().map_while(|line| line.strip_prefix("//! ")).collect::<Vec<_>>();
    lines.join(" ")
}

fn is_sentence(text: &str) -> bool {
    let ends = |c: char| matches!(c, '.' | '?');
    text.ends_with(ends) && !text.contains(". ") && !text.contains("? ")
}
