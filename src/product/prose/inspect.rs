//! What prose may contain: the little markup a clerk needs, no typed figures.
//!
//! Prose is a strict subset of Typst's markup (headings, `- ` and `+ ` items, numbered paragraphs,
//! `*bold*`, `_italic_`), checked with Typst's own parser, so that a stray `#` or `$` is explained at its
//! line in the template instead of failing somewhere in the generated source.

use std::collections::BTreeMap;
use std::ops::Range;

use typst::syntax::{SyntaxKind, SyntaxNode};

use crate::finding::code::Code;
use crate::finding::outcome::{Failure, Stage, Warned};
use crate::finding::place::{Excerpt, Place};
use crate::finding::{Finding, Severity};
use crate::product::prose::language::scan::prose_only;
use crate::vi::text::{MAX_WORD, acts_unseen, beginning, longest_word, shortened};

/// Looks through all prose templates of a document; `folder` names their place in messages.
///
/// # Errors
/// Markup that prose may not use ([`Failure::Failed`]). Typed figures are warnings.
pub fn inspect_all(templates: &BTreeMap<String, String>, folder: &str) -> Stage<()> {
    let found: Vec<Finding> =
        templates.iter().flat_map(|(name, text)| inspect(text, &format!("{folder}/{name}"))).collect();
    if found.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(Failure::Failed(found));
    }
    Ok(Warned { output: (), warnings: found })
}

/// Looks through a template for markup that prose may not use (errors) and typed figures (warnings).
#[comemo::memoize]
pub(crate) fn inspect(template: &str, file: &str) -> Vec<Finding> {
    let unseen = unseen(template, file);
    if !unseen.is_empty() {
        return unseen;
    }
    let blanked = prose_only(template);
    let root = typst::syntax::parse(&blanked);
    let (mut found, mut refused, mut hollow) = (Vec::new(), Vec::new(), Vec::new());
    walk(&root, 0, &mut |node, offset| {
        // An error without a text follows a sign that is told already.
        let is_told = node.kind() == SyntaxKind::Error && node.is_empty() && !found.is_empty();
        if is_hollow(node) {
            hollow.push(offset);
            return false;
        }
        if !is_allowed(node.kind()) && !is_told {
            refused.push(offset..offset + node.len());
            // The sign before it has been told.
            if blanked[..offset].ends_with('#') {
                return false;
            }
            let line = 1 + blanked[..offset].matches('\n').count();
            let start = blanked[..offset].rfind('\n').map_or(0, |at| at + 1);
            let shown = template[start..].lines().next().unwrap_or_default();
            let length = node.len().max(1).min(template.len() - offset);
            let text = beginning(template.get(offset..offset + length).unwrap_or_default(), 30);
            let before = blanked[start..offset].chars().count();
            let from = before.saturating_sub(40);
            let picture: String = shown.chars().skip(from).take(90).collect();
            found.push(
                Finding::new(Code::ProseMarkup, Place::Line { file: file.to_owned(), line })
                    .with("text", text.lines().next().unwrap_or_default())
                    .showing(Excerpt { lines: vec![(line, picture)], mark: (before - from, 1) }),
            );
            return false;
        }
        true
    });
    let emphases = empty_emphases(&hollow, &blanked, template, file);
    // What is left of a run of signs is told with it.
    found.retain(|finding| emphases.iter().all(|other| other.place != finding.place));
    found.extend(emphases);
    found.extend(typed_numbers(template, &blanked, file, &refused));
    found.extend(unbroken(template, &blanked, file));
    found
}

/// Signs of emphasis in a row, with nothing between them that could be printed: the blank of a form typed with
/// underscores, or bold as in Markdown. One finding a line.
fn empty_emphases(hollow: &[usize], blanked: &str, template: &str, file: &str) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for &offset in hollow {
        let index = blanked[..offset].matches('\n').count();
        let place = Place::Line { file: file.to_owned(), line: index + 1 };
        if found.last().is_some_and(|last| last.place == place) {
            continue;
        }
        let run = &blanked[offset..];
        let sign = if run.starts_with('_') { '_' } else { '*' };
        let length = run.len() - run.trim_start_matches(sign).len();
        let start = blanked[..offset].rfind('\n').map_or(0, |at| at + 1);
        let before = blanked[start..offset].chars().count();
        let from = before.saturating_sub(40);
        let shown = template[start..].lines().next().unwrap_or_default();
        let picture: String = shown.chars().skip(from).take(90).collect();
        found.push(
            Finding::new(Code::ProseEmphasis, place)
                .with("sign", sign.to_string().repeat(length.min(4)))
                .flag("is-line", sign == '_')
                .showing(Excerpt {
                    lines: vec![(index + 1, picture)],
                    mark: (before - from, length.min(90 - (before - from))),
                }),
        );
    }
    found
}

/// Emphasis around nothing: `**` prints nothing, and makes nothing bold.
fn is_hollow(node: &SyntaxNode) -> bool {
    use SyntaxKind as K;
    matches!(node.kind(), K::Strong | K::Emph)
        && node.children().all(|child| matches!(child.kind(), K::Star | K::Underscore) || child.is_empty())
}

/// Emphasis of nothing in a rendered file: a condition may leave out the words between two signs.
pub(crate) fn empty_emphasis(root: &SyntaxNode, file: &str) -> Option<Finding> {
    let mut found = None;
    walk(root, 0, &mut |node, _| {
        if found.is_none() && is_hollow(node) {
            found = Some(if node.kind() == SyntaxKind::Emph { '_' } else { '*' });
        }
        found.is_none()
    });
    let sign = found?;
    let finding = Finding::new(Code::ProseEmphasis, Place::File(file.to_owned()));
    Some(finding.with("sign", sign.to_string().repeat(2)).flag("is-line", sign == '_'))
}

/// What a rendered file holds beside words and what the program itself put there: the import at its beginning and its
/// figures. A template can hide code and comments from a look at itself: in `\{% if … %}{% endif %}\#range(9)` the sign
/// is escaped only before it is rendered, and in `/{{ "" }}/` there is no comment yet.
pub(crate) fn rendered(root: &SyntaxNode, file: &str) -> Option<Finding> {
    let text = stray(root, true)?.full_text();
    let text = beginning(text.lines().next().unwrap_or_default(), 30);
    Some(Finding::new(Code::ProseMarkup, Place::File(file.to_owned())).with("text", text))
}

/// The same for a file that nobody has parsed yet.
pub(crate) fn rendered_text(text: &str, file: &str) -> Option<Finding> {
    rendered(&typst::syntax::parse(text), file)
}

fn stray(node: &SyntaxNode, is_root: bool) -> Option<&SyntaxNode> {
    use SyntaxKind as K;
    let mut is_behind_figure = false;
    let mut children = node.children().enumerate();
    while let Some((at, child)) = children.next() {
        let found = match child.kind() {
            // All code in markup begins with this sign.
            K::Hash => {
                let next = children.next().map(|(_, next)| next);
                let is_import = next.is_some_and(|next| is_root && at == 0 && next.kind() == K::ModuleImport);
                is_behind_figure = next.is_some_and(is_figure);
                if is_behind_figure || is_import { None } else { Some(next.unwrap_or(child)) }
            }
            K::Semicolon if is_behind_figure => None,
            // A fault without a text of its own, as a star that is never closed.
            K::Error if child.is_empty() => Some(node),
            kind if is_allowed(kind) => stray(child, false),
            _ => Some(child),
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// `fig("key", "text")`, as [`crate::product::prose::narrative::typst_markup`] writes it.
fn is_figure(call: &SyntaxNode) -> bool {
    use SyntaxKind as K;
    let mut parts = call.children();
    let is_called = parts.next().is_some_and(|callee| callee.kind() == K::Ident && callee.leaf_text() == "fig");
    let are_texts = |args: &SyntaxNode| {
        let kinds = args.children().map(SyntaxNode::kind);
        args.kind() == K::Args && kinds.eq([K::LeftParen, K::Str, K::Comma, K::Str, K::RightParen])
    };
    call.kind() == K::FuncCall && is_called && parts.next().is_some_and(are_texts) && parts.next().is_none()
}

/// Characters that act without being seen, or have no agreed form: the marks around figures are among them. One finding
/// a line.
fn unseen(template: &str, file: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    // Line ends of Windows are ordinary, and the mark at the beginning of a file is an editor's.
    for (index, line) in template.trim_start_matches('\u{feff}').split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let Some((at, sign)) = line.chars().enumerate().find(|(_, c)| acts_unseen(*c)) else { continue };
        let from = at.saturating_sub(40);
        let picture: String =
            line.chars().skip(from).take(90).map(|c| if acts_unseen(c) { '\u{fffd}' } else { c }).collect();
        found.push(
            Finding::new(Code::ProseCharacter, Place::Line { file: file.to_owned(), line: index + 1 })
                .with("code", format!("U+{:04X}", u32::from(sign)))
                .with("column", at + 1)
                .showing(Excerpt { lines: vec![(index + 1, picture)], mark: (at - from, 1) }),
        );
    }
    found
}

/// Visits nodes with their offset; the visitor says whether to go below.
fn walk(node: &SyntaxNode, offset: usize, visit: &mut dyn FnMut(&SyntaxNode, usize) -> bool) {
    if !visit(node, offset) {
        return;
    }
    let mut at = offset;
    for child in node.children() {
        walk(child, at, visit);
        at += child.len();
    }
}

/// Words with emphasis, and nothing that runs.
pub(crate) fn is_words(kind: SyntaxKind) -> bool {
    use SyntaxKind as K;
    matches!(
        kind,
        K::Markup
            | K::Text
            | K::Space
            | K::Parbreak
            | K::Linebreak
            | K::Escape
            | K::Shorthand
            | K::SmartQuote
            | K::Strong
            | K::Star
            | K::Emph
            | K::Underscore
    )
}

fn is_allowed(kind: SyntaxKind) -> bool {
    use SyntaxKind as K;
    is_words(kind)
        || matches!(
            kind,
            K::Heading | K::HeadingMarker | K::ListItem | K::ListMarker | K::EnumItem | K::EnumMarker | K::End
        )
}

/// Words that no line can hold; where a figure stands within, what is printed is looked at instead.
fn unbroken(template: &str, blanked: &str, file: &str) -> Vec<Finding> {
    let long = blanked.lines().enumerate().map(|(index, line)| (index + 1, longest_word(line)));
    let long = long.filter(|(_, (length, word))| *length > MAX_WORD && as_written(template, blanked, word) == *word);
    long.map(|(line, (length, word))| {
        let finding = Finding::new(Code::TextUnbroken, Place::Line { file: file.to_owned(), line });
        finding.count(length).with("value", shortened(word, 60)).with("most", MAX_WORD)
    })
    .collect()
}

/// What stands in the template where `part` stands in its blanked copy.
fn as_written<'a>(template: &'a str, blanked: &str, part: &'a str) -> &'a str {
    let start = (part.as_ptr() as usize).saturating_sub(blanked.as_ptr() as usize);
    template.get(start..start + part.len()).unwrap_or(part)
}

/// Words before `số` with which it counts something: `tổng số 500 hộ`.
const COUNTING_WORDS: [&str; 16] =
    ["tổng", "trong", "con", "dân", "chỉ", "hệ", "tỷ", "tỉ", "quân", "sĩ", "doanh", "lãi", "điểm", "bằng", "có", "một"];

/// Words after which a number is an ordinal or part of a citation, not a figure.
const ORDINAL_WORDS: [&str; 22] = [
    "số", "điều", "khoản", "điểm", "mục", "chương", "phần", "phụ", "lục", "mẫu", "biểu", "bảng", "quý", "tháng",
    "ngày", "năm", "án", "bước", "giai", "đoạn", "lần", "thứ",
];

/// Figures typed in prose; those within code that is `refused` are told with it.
fn typed_numbers(template: &str, blanked: &str, file: &str, refused: &[Range<usize>]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, line) in blanked.lines().enumerate() {
        for number in figures(line) {
            let at = number.as_ptr() as usize - blanked.as_ptr() as usize;
            if !refused.iter().any(|code| code.contains(&at)) {
                let place = Place::Line { file: file.to_owned(), line: index + 1 };
                let number = as_written(template, blanked, number);
                found.push(Finding::new(Code::ProseNumber, place).with("number", number));
            }
        }
    }
    found
}

/// The numbers of a line that are figures: no labels, dates, years, symbols, nor parts of a citation.
pub(crate) fn figures(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut second, mut before) = ("", "");
    for (at, word) in line.trim_start_matches(['=', '-', '+', ' ']).split_whitespace().enumerate() {
        let previous = std::mem::replace(&mut before, word);
        let earlier = std::mem::replace(&mut second, previous);
        // Most words have no digit, and there are thousands.
        if !word.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let token = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
        let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let previous = plain(previous);
        let is_label = at == 0 && word.ends_with('.') && word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        if !is_label && !is_reference(token) && !is_ordinal(token, &previous, || plain(earlier)) {
            found.push(token);
        }
    }
    found
}

/// Whether the words before a number make it an ordinal: `khoản 2`, `Mẫu số 01`, and not `tổng số 500`, `số 1.200`.
fn is_ordinal(token: &str, previous: &str, earlier: impl FnOnce() -> String) -> bool {
    let is_amount = || token.contains([',', '%']) || token.split_once('.').is_some_and(|(_, part)| part.len() == 3);
    match previous {
        "số" => !is_amount() && !COUNTING_WORDS.contains(&earlier().as_str()),
        _ => ORDINAL_WORDS.contains(&previous),
    }
}

/// A date, a document symbol, a year or a span of years.
fn is_reference(token: &str) -> bool {
    let digits = |s: &str, longest: usize| (1..=longest).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    let is_year = |s: &str| s.len() == 4 && digits(s, 4) && (s.starts_with("19") || s.starts_with("20"));
    let slashes: Vec<&str> = token.split('/').collect();
    let is_date = matches!(slashes[..], [day, month, year] if digits(day, 2) && digits(month, 2) && is_year(year))
        || matches!(slashes[..], [month, year] if digits(month, 2) && is_year(year));
    let is_symbol = slashes.len() > 1
        && slashes[0].bytes().all(|b| b.is_ascii_digit())
        && slashes.last().is_some_and(|symbol| symbol.contains(char::is_alphabetic));
    is_date || is_symbol || token.split(['-', '–']).all(is_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(template: &str) -> Vec<(Code, String)> {
        let found = inspect(template, "x.typ.j2");
        found.into_iter().map(|d| (d.code, d.arg("number").to_owned())).collect()
    }

    #[test]
    fn plain_prose_is_accepted() {
        let template = "{# ghi chú 5 #}\n= I. MỤC TIÊU\n\n2.1. Một\n\n- Giảm {{ a[\"1\"].b }} hộ, _theo_ *chuẩn*\n\n\
            1. Quyết định số 501/QĐ-UBND ngày 14/3/2024, giai đoạn 2021-2025, năm 2024, Điều 5, Phụ lục 2./.";
        assert_eq!(codes(template), []);
    }

    #[test]
    fn typed_figures_are_reported() {
        assert_eq!(
            codes("Giảm 2.710 hộ, đạt 97%, 20 mô hình."),
            [(Code::ProseNumber, "2.710".into()), (Code::ProseNumber, "97%".into()), (Code::ProseNumber, "20".into())]
        );
    }

    #[test]
    fn rendered_prose_runs_nothing_but_its_figures() {
        let head = "#import \"/nd30/nd30.typ\": fig\n\n";
        let found = |prose: &str| {
            rendered(&typst::syntax::parse(&format!("{head}{prose}")), "x").map(|found| found.arg("text").to_owned())
        };
        assert_eq!(found("= I. MỘT #fig(\"a/b\",\"5\");\n\n- *Hai #fig(\"a\",\"(1)\");* \\# năm"), None);
        for (prose, text) in [
            ("Một\n\n#range(9)", "range(9)"),
            ("- *#fig(\"a\", range(9))*", "fig(\"a\", range(9))"),
            ("#import \"/main.typ\"", "import \"/main.typ\""),
            ("#fig(\"a\",\"b\")[#range(9)]", "fig(\"a\",\"b\")[#range(9)]"),
            ("#{ 1 }", "{ 1 }"),
            ("$ std.range(9) $", "$ std.range(9) $"),
        ] {
            assert_eq!(found(prose).as_deref(), Some(text), "{prose}");
        }
    }

    #[test]
    fn code_is_refused() {
        assert_eq!(codes("Đọc #read(\"/etc/passwd\") ngay")[0].0, Code::ProseMarkup);
        assert_eq!(codes("Giá 5 $ một")[0].0, Code::ProseMarkup);
        assert_eq!(codes("*đậm")[0].0, Code::ProseMarkup);
        assert_eq!(codes("Xem @muc và <nhan>").iter().filter(|c| c.0 == Code::ProseMarkup).count(), 2);
    }
}
