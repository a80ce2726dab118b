//! Typst code that is not the program's own (mã của người soạn mẫu): a document's `main.typ`, and a form library that
//! somebody changed.
//!
//! Code may run for ever, and nothing ends it within this process. The shipped form library is known to come to an
//! end, and so is a main file that only puts it to use; that is what most documents have, and it costs nothing.
//! Everything else is tried in a process of its own first ([`crate::product::pages::trial`]).

use std::collections::BTreeMap;

use typst::syntax::{SyntaxKind, SyntaxNode};

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::outcome::Failure;
use crate::finding::place::{Excerpt, Place};
use crate::input::templates::{CHANGES, DocumentFolder, FORM_FOLDER, Templates};
use crate::product::prose::inspect::is_words;
use crate::vi::text::beginning;

/// The form library as it is shipped.
const SHIPPED: [(&str, &str); 9] = [
    ("appendix.typ", include_str!("../../../templates/nd30/appendix.typ")),
    ("body.typ", include_str!("../../../templates/nd30/body.typ")),
    (CHANGES, include_str!("../../../templates/nd30/changes.typ")),
    ("head.typ", include_str!("../../../templates/nd30/head.typ")),
    ("nd30.typ", include_str!("../../../templates/nd30/nd30.typ")),
    ("opening.typ", include_str!("../../../templates/nd30/opening.typ")),
    ("page.typ", include_str!("../../../templates/nd30/page.typ")),
    ("signature.typ", include_str!("../../../templates/nd30/signature.typ")),
    ("table.typ", include_str!("../../../templates/nd30/table.typ")),
];

/// What a main file may be imported from.
const LIBRARY: &str = "/nd30/nd30.typ";
/// What it may read.
const DATA: &str = "/data.json";
/// Functions beside those of the form library that take no time of their own.
const PLAIN: [&str; 6] = ["json", "linebreak", "parbreak", "strong", "emph", "upper"];
/// What it may set, with plain values.
const SETTABLE: [&str; 2] = ["par", "text"];

/// The first file of a document, as messages name it, whose code is not known to come to an end.
///
/// # Errors
/// Code that asks for programs for the machine, at its line.
pub(crate) fn file(template: &str, folder: &DocumentFolder, templates: &Templates) -> Result<Option<String>, Failure> {
    let (main, path) = match &folder.main {
        Some(main) => (Some(main), format!("{template}/main.typ")),
        None => (templates.form.get("main.typ"), format!("{FORM_FOLDER}/main.typ")),
    };
    let is_known = main.is_none_or(|main| only_puts_to_use(main));
    let library = library_file(&templates.form, templates.changes.as_deref());
    let foreign = if is_known { library } else { Some(path.clone()) };
    let main = main.filter(|_| !is_known).map(|main| (path, main));
    let form = templates.form.iter().filter(|_| foreign.is_some());
    let texts = form.map(|(name, text)| (format!("{FORM_FOLDER}/{name}"), text)).chain(main);
    match texts.filter_map(|(path, text)| plugin(&path, text)).next() {
        Some(found) => Err(found.fails()),
        None => Ok(foreign),
    }
}

/// The first file of the form library, as messages name it, that is not as it was shipped.
pub(crate) fn library_file(form: &BTreeMap<String, String>, changes: Option<&str>) -> Option<String> {
    let is_shipped = |name: &str, shipped: &str| match name {
        CHANGES => changes.is_none_or(|text| text == shipped),
        _ => form.get(name).is_none_or(|text| text == shipped),
    };
    let changed = SHIPPED.iter().find(|(name, shipped)| !is_shipped(name, shipped));
    changed.map(|(name, _)| format!("{FORM_FOLDER}/{name}"))
}

/// Where a file asks for a program for the machine.
fn plugin(path: &str, text: &str) -> Option<Finding> {
    let line = 1 + text.lines().position(|line| line.contains("plugin"))?;
    let shown = beginning(text.lines().nth(line - 1).unwrap_or_default(), 100);
    let names = |node: &SyntaxNode| node.kind() == SyntaxKind::Ident && node.leaf_text() == "plugin";
    let is_asked = any(&typst::syntax::parse(text), &names);
    let finding = Finding::new(Code::CodePlugin, Place::Line { file: path.to_owned(), line });
    is_asked.then(|| finding.showing(Excerpt { lines: vec![(line, shown)], mark: (0, 1) }))
}

fn any(node: &SyntaxNode, wanted: &impl Fn(&SyntaxNode) -> bool) -> bool {
    wanted(node) || node.children().any(|child| any(child, wanted))
}

/// Whether a main file calls nothing but the form library, sets nothing but plain values and includes nothing but
/// prose: such a file has no loop, and nothing that could call itself.
fn only_puts_to_use(main: &str) -> bool {
    let root = typst::syntax::parse(main);
    let mut names = Vec::new();
    imported(&root, &mut names);
    is_plain(&root, &names)
}

/// The names that a file takes from the form library, as they are.
fn imported<'a>(node: &'a SyntaxNode, names: &mut Vec<&'a str>) {
    if node.kind() == SyntaxKind::ImportItemPath {
        names.extend(node.children().map(|child| child.leaf_text().as_str()));
    }
    node.children().for_each(|child| imported(child, names));
}

fn is_plain(node: &SyntaxNode, names: &[&str]) -> bool {
    use SyntaxKind as K;
    let below = || node.children().all(|child| is_plain(child, names));
    let text = |node: &SyntaxNode| node.leaf_text().trim_matches('"').to_owned();
    match node.kind() {
        K::FuncCall => is_known_call(node, names) && node.children().skip(1).all(|child| is_plain(child, names)),
        K::FieldAccess => is_with(node, names),
        K::SetRule => {
            let target = node.children().find(|child| child.kind() == K::Ident);
            target.is_some_and(|target| SETTABLE.contains(&target.leaf_text().as_str()))
                && node.children().all(|child| child.kind() == K::Ident || is_plain(child, names))
        }
        // Without a selector: the rest of the file becomes the body of a function.
        K::ShowRule => {
            let value = node.children().find(|child| !child.kind().is_trivia() && child.kind() != K::Show);
            value.is_some_and(|value| value.kind() == K::Colon) && below()
        }
        K::ModuleImport => {
            let mut sources = node.children().filter(|child| child.kind() == K::Str);
            let takes_names = node.children().any(|child| child.kind() == K::ImportItems);
            takes_names && sources.next().is_some_and(|source| text(source) == LIBRARY) && below()
        }
        K::ModuleInclude => {
            let source = node.children().find(|child| child.kind() == K::Str);
            source.is_some_and(|source| text(source).starts_with("/narrative")) && below()
        }
        K::Ident => names.contains(&node.leaf_text().as_str()),
        K::Int | K::Numeric => is_moderate(node.leaf_text()),
        K::Named => node.children().skip(1).all(|child| is_plain(child, names)),
        kind => is_plain_kind(kind) && below(),
    }
}

fn is_known_call(call: &SyntaxNode, names: &[&str]) -> bool {
    let Some(callee) = call.children().next() else { return false };
    let reads_data = || {
        let values = call.children().flat_map(SyntaxNode::children).filter(|node| node.kind() == SyntaxKind::Str);
        values.map(|value| value.leaf_text().trim_matches('"')).eq([DATA])
    };
    match callee.kind() {
        SyntaxKind::Ident if callee.leaf_text() == "json" => reads_data(),
        SyntaxKind::Ident => {
            let name = callee.leaf_text().as_str();
            names.contains(&name) || PLAIN.contains(&name)
        }
        SyntaxKind::FieldAccess => is_with(callee, names),
        _ => false,
    }
}

/// Whether a number cannot make pages by the thousand, as a size of letters.
fn is_moderate(number: &str) -> bool {
    let digits = number.trim_end_matches(|c: char| c.is_alphabetic() || c == '%');
    digits.parse::<f64>().is_ok_and(|number| number <= 100.0)
}

/// `official-document.with`.
fn is_with(access: &SyntaxNode, names: &[&str]) -> bool {
    let words: Vec<&str> =
        access.children().filter(|child| !child.kind().is_trivia()).map(|child| child.leaf_text().as_str()).collect();
    matches!(words[..], [function, ".", "with"] if names.contains(&function))
}

fn is_plain_kind(kind: SyntaxKind) -> bool {
    use SyntaxKind as K;
    let is_markup = is_words(kind) || matches!(kind, K::LineComment | K::BlockComment | K::End);
    let is_code = matches!(
        kind,
        K::Hash
            | K::Code
            | K::CodeBlock
            | K::ContentBlock
            | K::Args
            | K::ImportItems
            | K::ImportItemPath
            | K::Import
            | K::Include
            | K::Show
            | K::Set
            | K::Str
            | K::Bool
            | K::None
            | K::Auto
            | K::LeftBrace
            | K::RightBrace
            | K::LeftBracket
            | K::RightBracket
            | K::LeftParen
            | K::RightParen
            | K::Comma
            | K::Colon
            | K::Semicolon
    );
    is_markup || is_code
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "#import \"/nd30/nd30.typ\": centred-bold, official-document\n";

    #[test]
    fn files_that_put_the_library_to_use_are_known() {
        for rest in [
            "#show: official-document.with(json(\"/data.json\"))\n#include \"/narrative.typ\"",
            "// Lời dẫn\n#centred-bold({\n set par(first-line-indent: 0mm)\n include \"/narrative/00.typ\"\n})",
            "#centred-bold[*QUYẾT ĐỊNH:*]\n#set text(lang: \"vi\")\nVăn bản _này_ #linebreak()",
        ] {
            assert!(only_puts_to_use(&format!("{HEAD}{rest}")), "{rest}");
        }
        assert!(only_puts_to_use(include_str!("../../../templates/nd30/main.typ")));
    }

    #[test]
    fn code_of_other_kinds_is_foreign() {
        for rest in [
            "#range(1000000000).len()",
            "#{ let s = \"a\"; for i in range(40) { s += s } }",
            "#while true { [a] }",
            "#let f(x) = f(x)\n#f(1)",
            "#plugin(bytes((0, 97))).f()",
            "#eval(\"range(1000000000)\")",
            "#std.range(1000000000)",
            "#import \"/nd30/nd30.typ\": *",
            "#import \"/nd30/khac.typ\": dai\n#dai()",
            "#import std: range\n#range(1000000000)",
            "#import \"/nd30/nd30.typ\": centred-bold as upper\n#upper[a]",
            "#show regex(\"a\"): it => it",
            "#show \"a\": centred-bold",
            "#set page(height: 1pt)",
            "#set text(size: 1e9pt)",
            "#json(\"/khac.json\")",
            "#context here()",
            "$ 1 $",
            "#centred-bold(range)",
            "#(1, 2)",
            "#centred-bold(1 + 1)",
            "#include \"/main.typ\"",
            "= Đầu đề @a",
        ] {
            assert!(!only_puts_to_use(&format!("{HEAD}{rest}")), "{rest}");
        }
    }

    #[test]
    fn a_library_is_known_byte_for_byte() {
        let form = || SHIPPED.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let mut library: BTreeMap<String, String> = form();
        assert_eq!(library_file(&library, None), None);
        assert_eq!(library_file(&library, Some("#range(9)")), Some("nd30/changes.typ".to_owned()));
        library.entry("page.typ".to_owned()).and_modify(|text| text.push('\n'));
        assert_eq!(library_file(&library, None), Some("nd30/page.typ".to_owned()));
    }
}
