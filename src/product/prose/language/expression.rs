//! Expressions: what they are made of, and how they are read.
//!
//! ```text
//! choice     = or [ "if" or [ "else" choice ] ]
//! or         = and { "or" and }            and = not { "and" not }          not = "not" not | comparison
//! comparison = filtered [ ( == | != | < | <= | > | >= | [not] in ) filtered | is [not] TEST ]
//! filtered   = postfix { "|" FILTER [ "(" options ")" ] }
//! postfix    = primary { "." name | "[" choice "]" | "(" arguments ")" }
//! primary    = name | "text" | number | true | false | "[" list "]" | "(" choice ")"
//! ```

use rust_decimal::Decimal;

use crate::product::prose::language::fault::{At, Fault, Named, Syntax};
use crate::product::prose::language::token::{Token, TokenKind, tokens};
use crate::product::prose::language::words::{Filter, RESERVED, STATEMENTS, Test, names};

/// An expression, and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Expression {
    pub(crate) form: Form,
    pub(crate) at: At,
}

/// A comparison (so sánh).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    More,
    MoreOrEqual,
}

impl Comparison {
    const ALL: [(&'static str, Self); 6] = [
        ("==", Self::Equal),
        ("!=", Self::Unequal),
        ("<", Self::Less),
        ("<=", Self::LessOrEqual),
        (">", Self::More),
        (">=", Self::MoreOrEqual),
    ];

    /// Its sign.
    pub(crate) fn sign(self) -> &'static str {
        Self::ALL.iter().find(|(_, comparison)| *comparison == self).map_or("", |(sign, _)| sign)
    }

    /// The comparison of that sign.
    pub(crate) fn of(sign: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == sign).map(|(_, comparison)| *comparison)
    }
}

#[derive(Debug, Clone)]
pub(crate) enum Form {
    Name(String),
    Text(String),
    Number(Decimal),
    Truth(bool),
    List(Vec<Expression>),
    /// `of.key` and `of["key"]`.
    Get {
        of: Box<Expression>,
        key: Box<Expression>,
    },
    Call {
        of: Box<Expression>,
        arguments: Vec<Expression>,
    },
    Filter {
        of: Box<Expression>,
        filter: Filter,
        attribute: Option<String>,
        reverse: bool,
    },
    Test {
        of: Box<Expression>,
        test: Test,
        is_not: bool,
    },
    Compare {
        comparison: Comparison,
        sides: Box<[Expression; 2]>,
    },
    In {
        sides: Box<[Expression; 2]>,
        is_not: bool,
    },
    And(Box<[Expression; 2]>),
    Or(Box<[Expression; 2]>),
    Not(Box<Expression>),
    /// `then if condition else otherwise`.
    Choice {
        then: Box<Expression>,
        condition: Box<Expression>,
        otherwise: Box<Expression>,
    },
}

/// Reads words and signs from left to right.
pub(crate) struct Reader<'a> {
    pub(crate) source: &'a str,
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
    end: usize,
}

/// So deep may brackets, `not` and conditions stand in each other.
const DEEPEST: usize = 24;

impl<'a> Reader<'a> {
    /// Reads the stretch `at` of a template.
    ///
    /// # Errors
    /// Signs that the language does not have.
    pub(crate) fn new(source: &'a str, at: &At) -> Result<Self, Fault> {
        Ok(Self { source, tokens: tokens(source, at)?, next: 0, depth: 0, end: at.end })
    }

    fn peek(&self) -> Option<&TokenKind> {
        self.tokens.get(self.next).map(|token| &token.kind)
    }

    /// Where the next word stands, or the end.
    pub(crate) fn here(&self) -> At {
        self.tokens.get(self.next).map_or(self.end..self.end, |token| token.at.clone())
    }

    /// Takes the sign, if it is the next.
    pub(crate) fn takes(&mut self, sign: &str) -> bool {
        let is_next = matches!(self.peek(), Some(TokenKind::Sign(next)) if *next == sign);
        self.next += usize::from(is_next);
        is_next
    }

    /// Takes the word, if it is the next.
    pub(crate) fn takes_word(&mut self, word: &str) -> bool {
        let is_next = matches!(self.peek(), Some(TokenKind::Name(next)) if next == word);
        self.next += usize::from(is_next);
        is_next
    }

    /// Takes a name of any kind.
    pub(crate) fn name(&mut self) -> Result<(String, At), Fault> {
        let at = self.here();
        match self.peek().cloned() {
            Some(TokenKind::Name(name)) => {
                self.next += 1;
                Ok((name, at))
            }
            _ => Err(self.unexpected()),
        }
    }

    /// Takes a text in quotation marks.
    pub(crate) fn text(&mut self) -> Result<(String, At), Fault> {
        let at = self.here();
        match self.peek().cloned() {
            Some(TokenKind::Text(text)) => {
                self.next += 1;
                Ok((text, at))
            }
            _ => Err(self.unexpected()),
        }
    }

    /// Takes the sign, which must come now.
    pub(crate) fn expect(&mut self, sign: &str) -> Result<(), Fault> {
        if self.takes(sign) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// No `=` may follow: macros have neither defaults nor values by name.
    pub(crate) fn no_value_by_name(&self) -> Result<(), Fault> {
        let is_next = matches!(self.peek(), Some(TokenKind::Sign("=")));
        if is_next { Err(Fault::syntax(Syntax::NamedValue, self.here(), "=")) } else { Ok(()) }
    }

    /// Nothing may follow.
    pub(crate) fn finish(&self) -> Result<(), Fault> {
        if self.next == self.tokens.len() { Ok(()) } else { Err(self.unexpected()) }
    }

    /// The fault of what comes next and cannot stand here.
    pub(crate) fn unexpected(&self) -> Fault {
        let at = self.here();
        let found = self.source[at.clone()].to_owned();
        let word = |kind: &TokenKind| match kind {
            TokenKind::Sign(sign) => match *sign {
                "=" => Syntax::SingleEquals,
                "&&" | "||" | "!" | "=>" | "<>" | "≥" | "≤" | "≠" => Syntax::ForeignSign,
                "==" | "!=" | "<" | "<=" | ">" | ">=" => Syntax::Chain,
                "+" | "-" | "–" | "*" | "**" | "/" | "//" | "%" | "~" => Syntax::Arithmetic,
                _ => Syntax::Unexpected,
            },
            _ => Syntax::Unexpected,
        };
        match self.peek() {
            None => Fault::syntax(Syntax::UnexpectedEnd, at.start.saturating_sub(1)..at.end, ""),
            // `indicators.nha-o.plan` is meant as a name.
            Some(TokenKind::Sign("-")) if self.is_tight() => Fault::syntax(Syntax::RowName, at, &found),
            Some(kind) => Fault::syntax(word(kind), at, &found),
        }
    }

    /// Whether a hyphen stands between letters without blanks.
    fn is_tight(&self) -> bool {
        let at = self.here();
        let is_letter = |c: char| c.is_alphanumeric();
        self.source[..at.start].ends_with(is_letter) && self.source[at.end..].starts_with(is_letter)
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Fault> {
        if self.depth == DEEPEST {
            return Err(Fault::syntax(Syntax::TooLong, self.here(), ""));
        }
        self.depth += 1;
        let found = read(self);
        self.depth -= 1;
        found
    }

    /// An expression of any kind.
    pub(crate) fn expression(&mut self) -> Result<Expression, Fault> {
        self.deeper(|reader| {
            let then = reader.or()?;
            if !reader.takes_word("if") {
                return Ok(then);
            }
            let condition = reader.or()?;
            if !reader.takes_word("else") {
                return Err(reader.unexpected());
            }
            let otherwise = reader.expression()?;
            let at = then.at.start..otherwise.at.end;
            let [then, condition, otherwise] = [then, condition, otherwise].map(Box::new);
            Ok(Expression { form: Form::Choice { then, condition, otherwise }, at })
        })
    }

    /// A condition, as far as an `if` or the end.
    pub(crate) fn or(&mut self) -> Result<Expression, Fault> {
        let mut left = self.and()?;
        while self.takes_word("or") {
            let right = self.and()?;
            left = both(left, right, Form::Or);
        }
        Ok(left)
    }

    fn and(&mut self) -> Result<Expression, Fault> {
        let mut left = self.not()?;
        while self.takes_word("and") {
            let right = self.not()?;
            left = both(left, right, Form::And);
        }
        Ok(left)
    }

    fn not(&mut self) -> Result<Expression, Fault> {
        let start = self.here().start;
        if !self.takes_word("not") {
            return self.comparison();
        }
        let of = self.deeper(Self::not)?;
        let at = start..of.at.end;
        Ok(Expression { form: Form::Not(Box::new(of)), at })
    }

    fn comparison(&mut self) -> Result<Expression, Fault> {
        let left = self.filtered()?;
        let comparison = match self.peek() {
            Some(TokenKind::Sign(sign)) => Comparison::of(sign),
            _ => None,
        };
        if let Some(comparison) = comparison {
            self.next += 1;
            let right = self.filtered()?;
            return Ok(both(left, right, |sides| Form::Compare { comparison, sides }));
        }
        if self.takes_word("is") {
            return self.test(left);
        }
        let is_not = self.takes_word("not");
        if self.takes_word("in") {
            let right = self.filtered()?;
            return Ok(both(left, right, |sides| Form::In { sides, is_not }));
        }
        if is_not { Err(self.unexpected()) } else { Ok(left) }
    }

    fn test(&mut self, of: Expression) -> Result<Expression, Fault> {
        let is_not = self.takes_word("not");
        let (name, at) = self.name()?;
        let test = Test::ALL.iter().find(|(known, _)| *known == name).map(|(_, test)| *test);
        let test = test.ok_or_else(|| Fault::unknown(Named::Test, at.clone(), &name, names(&Test::ALL)))?;
        let at = of.at.start..at.end;
        Ok(Expression { form: Form::Test { of: Box::new(of), test, is_not }, at })
    }

    fn filtered(&mut self) -> Result<Expression, Fault> {
        let mut left = self.postfix()?;
        while self.takes("|") {
            let (name, at) = self.name()?;
            let filter = Filter::ALL.iter().find(|(known, _)| *known == name).map(|(_, filter)| *filter);
            let filter = filter.ok_or_else(|| Fault::unknown(Named::Filter, at.clone(), &name, names(&Filter::ALL)))?;
            let (attribute, reverse) = self.options(filter)?;
            let at = left.at.start..self.before().max(at.end);
            left = Expression { form: Form::Filter { of: Box::new(left), filter, attribute, reverse }, at };
        }
        Ok(left)
    }

    /// Where the last word that was taken ends.
    fn before(&self) -> usize {
        self.next.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(0, |token| token.at.end)
    }

    fn options(&mut self, filter: Filter) -> Result<(Option<String>, bool), Fault> {
        let (mut attribute, mut reverse) = (None, false);
        if !self.takes("(") {
            return Ok((attribute, reverse));
        }
        while !self.takes(")") {
            let (option, at) = self.name()?;
            self.expect("=")?;
            if option == "attribute" && filter.takes_attribute() {
                attribute = Some(self.text()?.0);
            } else if option == "reverse" && filter == Filter::Sort {
                reverse = self.takes_word("true") || self.takes_word("True");
                if !(reverse || self.takes_word("false") || self.takes_word("False")) {
                    return Err(self.unexpected());
                }
            } else {
                let attribute = filter.takes_attribute().then_some("attribute");
                let known = attribute.into_iter().chain((filter == Filter::Sort).then_some("reverse"));
                return Err(Fault::unknown(Named::Option, at, &option, known));
            }
            if !self.takes(",") {
                self.expect(")")?;
                break;
            }
        }
        Ok((attribute, reverse))
    }

    fn postfix(&mut self) -> Result<Expression, Fault> {
        let mut left = self.primary()?;
        loop {
            let form = if self.takes(".") {
                let (name, at) = self.name()?;
                let key = Box::new(Expression { form: Form::Text(name), at });
                Form::Get { of: Box::new(left.clone()), key }
            } else if self.takes("[") {
                let key = Box::new(self.expression()?);
                self.expect("]")?;
                Form::Get { of: Box::new(left.clone()), key }
            } else if self.takes("(") {
                Form::Call { of: Box::new(left.clone()), arguments: self.list(")")? }
            } else {
                return Ok(left);
            };
            left = Expression { form, at: left.at.start..self.before() };
        }
    }

    /// Expressions up to a closing sign, a comma between them.
    fn list(&mut self, close: &str) -> Result<Vec<Expression>, Fault> {
        let mut list = Vec::new();
        while !self.takes(close) {
            list.push(self.expression()?);
            self.no_value_by_name()?;
            if !self.takes(",") {
                self.expect(close)?;
                break;
            }
        }
        Ok(list)
    }

    fn primary(&mut self) -> Result<Expression, Fault> {
        let at = self.here();
        let negative = self.takes("-") || self.takes("–");
        let Some(kind) = self.peek().cloned() else { return Err(self.unexpected()) };
        if negative && !matches!(kind, TokenKind::Number(_)) {
            return Err(Fault::syntax(Syntax::Arithmetic, at, "-"));
        }
        let form = match kind {
            TokenKind::Number(value) => Form::Number(if negative { -value } else { value }),
            TokenKind::Text(text) => Form::Text(text),
            TokenKind::Name(name) => match name.as_str() {
                "true" | "True" => Form::Truth(true),
                "false" | "False" => Form::Truth(false),
                "loop" => Form::Name(name),
                _ if STATEMENTS.contains(&name.as_str()) => {
                    return Err(Fault::syntax(Syntax::StatementPrinted, at, &name));
                }
                _ if RESERVED.contains(&name.as_str()) => return Err(self.unexpected()),
                _ => Form::Name(name),
            },
            TokenKind::Sign("(") => {
                self.next += 1;
                let inner = self.expression()?;
                self.expect(")")?;
                return Ok(Expression { at: at.start..self.before(), ..inner });
            }
            TokenKind::Sign("[") => {
                self.next += 1;
                let list = self.list("]")?;
                return Ok(Expression { form: Form::List(list), at: at.start..self.before() });
            }
            TokenKind::Sign(_) => return Err(self.unexpected()),
        };
        self.next += 1;
        Ok(Expression { form, at: at.start..self.before() })
    }
}

fn both(left: Expression, right: Expression, form: impl FnOnce(Box<[Expression; 2]>) -> Form) -> Expression {
    let at = left.at.start..right.at.end;
    Expression { form: form(Box::new([left, right])), at }
}
