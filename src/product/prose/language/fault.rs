//! What is wrong with a template, and where: the file, the line, and a caret under the sign.

use std::ops::Range;

use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::picture::picture;
use crate::finding::place::Place;
use crate::vi::matching;
use crate::vi::text::shortened;

/// A stretch of a template, in bytes.
pub(crate) type At = Range<usize>;

/// A fault of one template, still without its file.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    pub(crate) at: At,
    pub(crate) finding: Box<Finding>,
}

/// How a template breaks the rules of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// `{{ doc.year }` without its second brace.
    Unclosed,
    /// `{# …` without its end.
    UnclosedComment,
    /// `}}`, `%}` or `#}` that nothing has opened.
    StrayClose,
    /// A backslash right before braces: it would take away the sign that the figure begins with.
    Escape,
    /// `{ { doc.year } }`.
    SplitBraces,
    /// `{doc.year}`.
    SingleBrace,
    /// `[^1]`.
    Footnote,
    /// `{{ }}`.
    Empty,
    /// A text whose second quotation mark is missing.
    UnclosedText,
    /// `“Có”` with the quotation marks of prose.
    CurlyQuotes,
    /// `20,5`.
    DecimalComma,
    /// `1.000`, which is a thousand in prose and one in templates.
    ThousandsPoint,
    /// `budget.2.1`, `indicators.nha-o`.
    RowName,
    /// `macro(a, b=1)`, `name(a=1)`: values by name.
    NamedValue,
    /// `{%+ … %}`.
    KeptBlanks,
    /// `a = b` for `a == b`.
    SingleEquals,
    /// `&&`, `||`, `!`, `=>`: the signs of other languages.
    ForeignSign,
    /// `1 < x < 5`.
    Chain,
    /// `+`, `-`, `*`, `/`, `%`, `~`.
    Arithmetic,
    /// Something that cannot stand here.
    Unexpected,
    /// Something is missing at the end.
    UnexpectedEnd,
    /// A statement in the braces of an expression.
    StatementPrinted,
    /// `{% if … %}` that nothing ends.
    Unended,
    /// `{% endif %}` that ends nothing.
    StrayEnd,
    /// `{% else %}` or `{% elif %}` behind `{% else %}`.
    AfterElse,
    /// Deeper, longer or more than any prose needs.
    TooLong,
}

impl Syntax {
    fn word(self) -> &'static str {
        match self {
            Self::Unclosed => "unclosed",
            Self::UnclosedComment => "unclosed-comment",
            Self::StrayClose => "stray-close",
            Self::Escape => "escape",
            Self::SplitBraces => "split-braces",
            Self::SingleBrace => "single-brace",
            Self::Footnote => "footnote",
            Self::Empty => "empty",
            Self::UnclosedText => "unclosed-text",
            Self::CurlyQuotes => "curly-quotes",
            Self::DecimalComma => "decimal-comma",
            Self::ThousandsPoint => "thousands-point",
            Self::RowName => "row-name",
            Self::NamedValue => "named-value",
            Self::KeptBlanks => "kept-blanks",
            Self::SingleEquals => "single-equals",
            Self::ForeignSign => "foreign-sign",
            Self::Chain => "chain",
            Self::Arithmetic => "arithmetic",
            Self::Unexpected => "unexpected",
            Self::UnexpectedEnd => "unexpected-end",
            Self::StatementPrinted => "statement-printed",
            Self::Unended => "unended",
            Self::StrayEnd => "stray-end",
            Self::AfterElse => "after-else",
            Self::TooLong => "too-long",
        }
    }
}

/// What a name was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    Name,
    Field,
    Derived,
    Row,
    Column,
    Part,
    OfLoop,
    Filter,
    Option,
    Test,
    Statement,
    Macro,
    File,
}

impl Named {
    fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Field => "field",
            Self::Derived => "derived",
            Self::Row => "row",
            Self::Column => "column",
            Self::Part => "part",
            Self::OfLoop => "of-loop",
            Self::Filter => "filter",
            Self::Option => "option",
            Self::Test => "test",
            Self::Statement => "statement",
            Self::Macro => "macro",
            Self::File => "file",
        }
    }
}

/// Names that cannot be given or used as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// A name of the data, or a word of the language, given to something else.
    Taken,
    /// A name with letters that names may not have.
    Letters,
    /// `set` within a loop for a name from outside: the value would be lost behind the loop.
    SetInLoop,
    /// A macro takes as many values as it names.
    Arguments,
    /// A macro within something else.
    MacroInside,
    /// Something that is called but is no macro, or a macro that is not called.
    NoMacro,
    /// Text beside the macros of a file that is only imported, which nobody prints.
    Lost,
    /// A file that includes itself, or that others include on the way.
    Circle,
    /// `loop` where no loop runs.
    LoopOutside,
    /// A name that is set on another way through the template only.
    Unset,
}

impl Scope {
    fn word(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Letters => "letters",
            Self::SetInLoop => "set-in-loop",
            Self::Arguments => "arguments",
            Self::MacroInside => "macro-inside",
            Self::NoMacro => "no-macro",
            Self::Lost => "lost",
            Self::Circle => "circle",
            Self::LoopOutside => "loop-outside",
            Self::Unset => "unset",
        }
    }
}

impl Fault {
    /// A finding at a stretch; its place comes with the file.
    pub(crate) fn new(code: Code, at: At) -> Self {
        Self { at, finding: Box::new(Finding::new(code, Place::Nowhere)) }
    }

    pub(crate) fn syntax(syntax: Syntax, at: At, found: &str) -> Self {
        Self::new(Code::TemplateSyntax, at)
            .map(|finding| finding.choice("syntax", syntax.word()).with("found", shortened(found.trim(), 40)))
    }

    pub(crate) fn scope(scope: Scope, at: At, name: &str) -> Self {
        Self::new(Code::TemplateScope, at)
            .map(|finding| finding.choice("scope", scope.word()).with("name", shortened(name, 40)))
    }

    /// A name that is none, with those it could be: the nearest first, then the others, not too many.
    pub(crate) fn unknown<'a>(named: Named, at: At, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        let near = matching::nearest(name, known.iter().copied());
        let more = if known.len() > SHOWN { ", …" } else { "" };
        let listed = known.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ") + more;
        Self::new(Code::TemplateUnknownName, at).map(|finding| {
            let finding = finding.choice("named", named.word()).with("name", shortened(name, 40));
            finding.with("known", listed).flag("has-known", !known.is_empty()).with_near(near)
        })
    }

    pub(crate) fn map(self, change: impl FnOnce(Finding) -> Finding) -> Self {
        Self { finding: Box::new(change(*self.finding)), ..self }
    }

    /// The finding at its line, with the line and a caret.
    pub(crate) fn in_file(self, file: &str, source: &str) -> Finding {
        let (place, excerpt) = picture(file, source, &self.at);
        Finding { place, ..*self.finding }.showing(excerpt)
    }
}

/// So many known names are listed.
const SHOWN: usize = 12;
