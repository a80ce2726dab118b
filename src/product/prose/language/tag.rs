//! Statements: `{% if … %}` and its like.

use crate::product::prose::language::expression::{Expression, Form, Reader};
use crate::product::prose::language::fault::{At, Fault, Named, Syntax};
use crate::product::prose::language::words::STATEMENTS;

/// One statement.
#[derive(Debug, Clone)]
pub(crate) enum Tag {
    If(Expression),
    Elif(Expression),
    Else,
    /// `endif`, `endfor` and `endmacro`, by the word that they end.
    End(&'static str),
    For {
        name: Name,
        over: Expression,
        only: Option<Expression>,
    },
    Set {
        name: Name,
        value: Expression,
    },
    Macro {
        name: Name,
        parameters: Vec<Name>,
    },
    /// `from "file" import macro as name`.
    From {
        file: Name,
        macros: Vec<(Name, Name)>,
    },
    Include(Name),
}

/// A name that the author gives, or a file, and where it stands.
pub(crate) type Name = (String, At);

/// The expression of `{{ … }}`.
///
/// # Errors
/// What cannot be read, where it stands.
pub(crate) fn expression(source: &str, at: &At) -> Result<Expression, Fault> {
    let mut reader = Reader::new(source, at)?;
    if source[at.clone()].trim().is_empty() {
        return Err(Fault::syntax(Syntax::Empty, at.start.saturating_sub(2)..at.end, ""));
    }
    let expression = reader.expression()?;
    reader.finish()?;
    Ok(expression)
}

/// The statement of `{% … %}`.
///
/// # Errors
/// What cannot be read, where it stands.
pub(crate) fn statement(source: &str, at: &At) -> Result<Tag, Fault> {
    let mut reader = Reader::new(source, at)?;
    if source[at.clone()].trim().is_empty() {
        return Err(Fault::syntax(Syntax::Empty, at.start.saturating_sub(2)..at.end, ""));
    }
    if source[at.clone()].starts_with('+') || source[at.clone()].ends_with('+') {
        let sign = if source[at.clone()].starts_with('+') { at.start } else { at.end - 1 };
        return Err(Fault::syntax(Syntax::KeptBlanks, sign..sign + 1, "+"));
    }
    let (word, word_at) = reader.name()?;
    let tag = match word.as_str() {
        "if" => Tag::If(reader.or()?),
        "elif" => Tag::Elif(reader.or()?),
        "else" if reader.takes_word("if") => Tag::Elif(reader.or()?),
        "else" => Tag::Else,
        "endif" => Tag::End("if"),
        "endfor" => Tag::End("for"),
        "endmacro" => {
            // Jinja lets the name of the macro follow.
            let _ = reader.name();
            Tag::End("macro")
        }
        "for" => {
            let name = reader.name()?;
            if !reader.takes_word("in") {
                return Err(reader.unexpected());
            }
            let over = reader.or()?;
            let only = if reader.takes_word("if") { Some(reader.or()?) } else { None };
            Tag::For { name, over, only }
        }
        "set" => {
            let name = reader.name()?;
            reader.expect("=")?;
            Tag::Set { name, value: reader.expression()? }
        }
        "macro" => {
            let name = reader.name()?;
            reader.expect("(")?;
            Tag::Macro { name, parameters: parameters(&mut reader)? }
        }
        "from" => from(&mut reader)?,
        "include" => Tag::Include(reader.text()?),
        _ => return Err(Fault::unknown(Named::Statement, word_at, &word, STATEMENTS)),
    };
    reader.finish()?;
    Ok(tag)
}

fn parameters(reader: &mut Reader<'_>) -> Result<Vec<Name>, Fault> {
    let mut list = Vec::new();
    while !reader.takes(")") {
        list.push(reader.name()?);
        reader.no_value_by_name()?;
        if !reader.takes(",") {
            reader.expect(")")?;
            break;
        }
    }
    Ok(list)
}

fn from(reader: &mut Reader<'_>) -> Result<Tag, Fault> {
    let file = reader.text()?;
    if !reader.takes_word("import") {
        return Err(reader.unexpected());
    }
    let mut macros = Vec::new();
    loop {
        let name = reader.name()?;
        let known_as = if reader.takes_word("as") { reader.name()? } else { name.clone() };
        macros.push((name, known_as));
        if !reader.takes(",") {
            return Ok(Tag::From { file, macros });
        }
    }
}

impl Expression {
    /// The expressions that it is made of.
    pub(crate) fn parts(&self) -> Vec<&Expression> {
        match &self.form {
            Form::Name(_) | Form::Text(_) | Form::Number(_) | Form::Truth(_) => Vec::new(),
            Form::List(list) => list.iter().collect(),
            Form::Get { of, key } => vec![of, key],
            Form::Call { of, arguments } => std::iter::once(&**of).chain(arguments).collect(),
            Form::Filter { of, .. } | Form::Test { of, .. } | Form::Not(of) => vec![of],
            Form::Compare { sides, .. } | Form::In { sides, .. } | Form::And(sides) | Form::Or(sides) => {
                sides.iter().collect()
            }
            Form::Choice { then, condition, otherwise } => vec![then, condition, otherwise],
        }
    }
}
