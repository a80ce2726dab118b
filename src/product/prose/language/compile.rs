//! Templates as written → templates that minijinja runs, in which every value goes through functions of ours.
//!
//! `{% if row.rate > 20 %}` becomes `{% if truth(7, compare(6, ">", get(5, v_row, "rate"), number("20"))) %}`; the
//! numbers lead back to the place in the template. Prose between the braces stays as it is, byte for byte.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::finding::Finding;
use crate::product::prose::language::expression::{Expression, Form};
use crate::product::prose::language::fault::{At, Fault, Named, Scope, Syntax};
use crate::product::prose::language::file::{Links, Parsed, Part, parse};
use crate::product::prose::language::scan::{Segment, SegmentKind};
use crate::product::prose::language::scope::{Names, Shape, Vocabulary, of_loop};
use crate::product::prose::language::tag::{self, Tag};

/// Templates, ready to be run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Compiled {
    /// File → its text for minijinja.
    pub(crate) files: BTreeMap<String, String>,
    /// Where each number in these texts leads: file, and stretch of the template as written.
    pub(crate) places: Vec<(String, At)>,
}

/// Conditions behind one `if`: more than any prose has.
const MOST_BRANCHES: usize = 100;
/// So many faults of one line are told.
const MOST_OF_LINE: usize = 3;

/// Reads all templates of a document; `folder` names their place in messages.
///
/// # Errors
/// All that is wrong with them, as far as it can be told before anything runs.
pub(crate) fn compile(
    templates: &BTreeMap<String, String>,
    vocabulary: &Vocabulary,
    folder: &str,
) -> Result<Compiled, Vec<Finding>> {
    let mut parsed: BTreeMap<&str, Parsed<'_>> =
        templates.iter().map(|(name, source)| (name.as_str(), parse(source))).collect();
    let macros: BTreeMap<String, BTreeMap<String, usize>> =
        parsed.iter().map(|(name, file)| ((*name).to_owned(), file.macros.clone())).collect();
    let mut compiled = Compiled::default();
    let links = Links::of(&parsed);
    let mut found = Vec::new();
    for (number, (name, file)) in parsed.iter_mut().enumerate() {
        let mut faults = std::mem::take(&mut file.faults);
        faults.extend(links.faults(name, file));
        let mut writer = Writer {
            file: name,
            number,
            source: file.source,
            macros: &macros,
            places: &mut compiled.places,
            faults,
            names: Names::new(vocabulary),
            is_broken: file.is_broken,
            current_macro: None,
            in_filter: false,
        };
        let text = writer.file(&file.parts);
        let mut faults = writer.faults;
        faults.sort_by_key(|fault| fault.at.start);
        // One slip can be repeated a thousand times in a line: its first places are told.
        let mut lines: BTreeMap<usize, usize> = BTreeMap::new();
        faults.retain(|fault| {
            let line = file.source[..fault.at.start.min(file.source.len())].matches('\n').count();
            let told = lines.entry(line).or_default();
            *told += 1;
            *told <= MOST_OF_LINE
        });
        found.extend(faults.into_iter().map(|fault| fault.in_file(&format!("{folder}/{name}"), file.source)));
        compiled.files.insert((*name).to_owned(), text);
    }
    if found.is_empty() { Ok(compiled) } else { Err(found) }
}

/// Writes one file anew.
struct Writer<'a> {
    file: &'a str,
    /// Of the file: names that authors give are apart from those of other files.
    number: usize,
    source: &'a str,
    macros: &'a BTreeMap<String, BTreeMap<String, usize>>,
    places: &'a mut Vec<(String, At)>,
    faults: Vec<Fault>,
    names: Names<'a>,
    is_broken: bool,
    /// The macro that is open, with the number of its parameters.
    current_macro: Option<(tag::Name, usize)>,
    /// Within the `if` of a `for`, where the loop does not run yet.
    in_filter: bool,
}

impl Writer<'_> {
    fn file(&mut self, parts: &[(Segment, Part)]) -> String {
        self.ask(parts);
        let mut out = String::with_capacity(self.source.len() * 2);
        let mut branches = 0;
        for (segment, part) in parts {
            let written = &self.source[segment.at.clone()];
            match part {
                Part::Prose => out.push_str(written),
                Part::Nothing if segment.kind == SegmentKind::Comment => out.push_str(written),
                Part::Nothing => {}
                Part::Expression(expression) => {
                    let text = self.printed(expression);
                    self.wrapped(&mut out, segment, "{{", &text, "}}");
                }
                Part::Statement(tag) => {
                    branches = match tag {
                        Tag::Elif(_) => branches + 1,
                        Tag::If(_) | Tag::End(_) => 0,
                        _ => branches,
                    };
                    if branches == MOST_BRANCHES {
                        self.faults.push(Fault::syntax(Syntax::TooLong, segment.at.clone(), ""));
                    }
                    let text = self.statement(tag, &segment.at);
                    self.wrapped(&mut out, segment, "{%", &text, "%}");
                }
            }
        }
        let open: Vec<At> = self.names.blocks.iter().skip(1).map(|block| block.at.clone()).collect();
        for at in open {
            let found = &self.source[at.clone()];
            self.block(Err(Fault::syntax(Syntax::Unended, at, found)));
        }
        out
    }

    /// Which paths the file asks about.
    fn ask(&mut self, parts: &[(Segment, Part)]) {
        let mut next: Vec<&Expression> = Vec::new();
        for (_, part) in parts {
            match part {
                Part::Expression(expression) | Part::Statement(Tag::Set { value: expression, .. }) => {
                    next.push(expression);
                }
                Part::Statement(Tag::If(condition) | Tag::Elif(condition)) => next.push(condition),
                Part::Statement(Tag::For { over, only, .. }) => next.extend(std::iter::once(over).chain(only)),
                _ => {}
            }
        }
        while let Some(expression) = next.pop() {
            if let Form::Test { of, .. } = &expression.form {
                self.names.ask(&self.source[of.at.clone()]);
            }
            next.extend(expression.parts());
        }
    }

    fn wrapped(&self, out: &mut String, segment: &Segment, open: &str, text: &str, close: &str) {
        let inner = segment.inner(self.source);
        let dash = |is_there: bool| if is_there { "-" } else { "" };
        let (before, after) = (inner.start > segment.at.start + 2, inner.end < segment.at.end - 2);
        // Lines are counted as in the template, also where the engine stops.
        let lines = "\n".repeat(self.source[inner].matches('\n').count());
        let _ = write!(out, "{open}{} {text} {lines}{}{close}", dash(before), dash(after));
    }

    fn node(&mut self, at: &At) -> usize {
        self.places.push((self.file.to_owned(), at.clone()));
        self.places.len() - 1
    }

    fn note(&mut self, result: Result<(), Fault>) {
        self.faults.extend(result.err());
    }

    /// Notes what is wrong with blocks and names, unless they are not known well.
    fn block(&mut self, result: Result<(), Fault>) {
        if !self.is_broken {
            self.note(result);
        }
    }

    fn unknown(&mut self, name: &str, at: &At) -> String {
        let fault = self.names.unknown(name, at.clone());
        self.block(Err(fault));
        "none".to_owned()
    }

    fn scope(&mut self, scope: Scope, at: &At, name: &str) -> String {
        self.faults.push(Fault::scope(scope, at.clone(), name));
        "none".to_owned()
    }

    /// A name as it stands in what is run.
    fn local(&self, name: &str) -> String {
        format!("v{}_{name}", self.number)
    }

    fn printed(&mut self, expression: &Expression) -> String {
        let value = self.value(expression);
        format!("show({}, {value})", self.node(&expression.at))
    }

    fn condition(&mut self, expression: &Expression) -> String {
        let value = self.value(expression);
        format!("truth({}, {value})", self.node(&expression.at))
    }

    fn statement(&mut self, tag: &Tag, at: &At) -> String {
        let found = &self.source[at.clone()];
        match tag {
            Tag::If(condition) => {
                let text = self.condition(condition);
                let opened = self.names.open("if", at.clone());
                self.block(opened);
                format!("if {text}")
            }
            Tag::Elif(condition) => {
                let text = self.condition(condition);
                let gone = self.names.otherwise(at.clone(), false, found);
                self.block(gone);
                format!("elif {text}")
            }
            Tag::Else => {
                let gone = self.names.otherwise(at.clone(), true, found);
                self.block(gone);
                "else".to_owned()
            }
            Tag::End(word) => {
                let closed = self.names.close(word, at.clone(), found);
                self.block(closed);
                // An `endif` within the macro does not end it.
                let ended = if *word == "macro" { self.current_macro.take() } else { None };
                if let Some((name, parameters)) = ended {
                    let known = self.names.declare(&name, Shape::Macro(parameters));
                    self.note(known);
                }
                format!("end{word}")
            }
            Tag::For { name, over, only } => self.opened_loop((name, over, only.as_ref()), at),
            Tag::Set { name, value } => {
                let shape = self.names.shape(value);
                let text = self.value(value);
                let set = self.names.set(name, shape);
                self.note(set);
                format!("set {} = {text}", self.local(&name.0))
            }
            Tag::Macro { name, parameters } => self.opened_macro(name, parameters, at),
            Tag::From { file, macros } => self.imported(file, macros, at),
            Tag::Include((file, file_at)) => {
                if !self.macros.contains_key(file) {
                    let known = self.macros.keys().map(String::as_str);
                    self.faults.push(Fault::unknown(Named::File, file_at.clone(), file, known));
                }
                format!("include {}", literal(file))
            }
        }
    }

    fn opened_macro(&mut self, name: &tag::Name, parameters: &[tag::Name], at: &At) -> String {
        self.current_macro = Some((name.clone(), parameters.len()));
        let opened = self.names.open("macro", at.clone());
        self.block(opened);
        for parameter in parameters {
            let declared = self.names.declare(parameter, Shape::Open);
            self.note(declared);
        }
        let list: Vec<String> = parameters.iter().map(|(name, _)| self.local(name)).collect();
        format!("macro m_{}({})", name.0, list.join(", "))
    }

    fn opened_loop(&mut self, (name, over, only): (&tag::Name, &Expression, Option<&Expression>), at: &At) -> String {
        let shape = self.names.each(over);
        let rows = self.value(over);
        let rows = format!("each({}, {rows})", self.node(&over.at));
        let opened = self.names.open("for", at.clone());
        self.block(opened);
        let declared = self.names.declare(name, shape);
        self.note(declared);
        self.in_filter = true;
        let only = only.map(|only| format!(" if {}", self.condition(only))).unwrap_or_default();
        self.in_filter = false;
        format!("for {} in {rows}{only}", self.local(&name.0))
    }

    fn imported(&mut self, (file, file_at): &tag::Name, macros: &[(tag::Name, tag::Name)], at: &At) -> String {
        // Where the statement does not run, the engine would not know the macros.
        if self.names.blocks.len() > 1 {
            self.block(Err(Fault::scope(Scope::MacroInside, at.clone(), "")));
        }
        let Some(known) = self.macros.get(file) else {
            let fault = Fault::unknown(Named::File, file_at.clone(), file, self.macros.keys().map(String::as_str));
            self.faults.push(fault);
            return "set v_ = true".to_owned();
        };
        let mut list = Vec::new();
        for ((name, at), known_as) in macros {
            match known.get(name) {
                Some(parameters) => {
                    let declared = self.names.declare(known_as, Shape::Macro(*parameters));
                    self.note(declared);
                }
                None => {
                    let known = known.keys().map(String::as_str);
                    self.faults.push(Fault::unknown(Named::Macro, at.clone(), name, known));
                }
            }
            list.push(format!("m_{name} as m_{}", known_as.0));
        }
        format!("from {} import {}", literal(file), list.join(", "))
    }

    fn value(&mut self, expression: &Expression) -> String {
        let at = &expression.at;
        match &expression.form {
            Form::Name(name) => self.named(name, at),
            Form::Text(text) => format!("words({})", literal(text)),
            Form::Number(value) => format!("number(\"{value}\")"),
            Form::Truth(value) => value.to_string(),
            Form::List(list) => {
                let list: Vec<String> = list.iter().map(|value| self.value(value)).collect();
                format!("[{}]", list.join(", "))
            }
            Form::Get { of, key } => self.get(of, key, at),
            Form::Call { of, arguments } => self.call(of, arguments, at),
            Form::Filter { of, filter, attribute, reverse } => {
                let value = self.value(of);
                let attribute = attribute.as_ref().map_or("none".to_owned(), |attribute| literal(attribute));
                format!("filtered({}, \"{}\", {value}, {attribute}, {reverse})", self.node(at), filter.name())
            }
            Form::Test { of, test, is_not } => {
                let value = self.value(of);
                let not = if *is_not { "not " } else { "" };
                format!("({not}tested({}, \"{}\", {value}))", self.node(at), test.name())
            }
            Form::Compare { comparison, sides } => {
                let [left, right] = sides.each_ref().map(|side| self.value(side));
                format!("compared({}, \"{}\", {left}, {right})", self.node(at), comparison.sign())
            }
            Form::In { sides, is_not } => {
                let [left, right] = sides.each_ref().map(|side| self.value(side));
                let not = if *is_not { "not " } else { "" };
                format!("({not}within({}, {left}, {right}))", self.node(at))
            }
            Form::And(sides) => self.joined(sides, "and"),
            Form::Or(sides) => self.joined(sides, "or"),
            Form::Not(of) => format!("(not {})", self.condition(of)),
            Form::Choice { then, condition, otherwise } => {
                let (then, otherwise) = (self.value(then), self.value(otherwise));
                format!("({then} if {} else {otherwise})", self.condition(condition))
            }
        }
    }

    fn joined(&mut self, sides: &[Expression; 2], word: &str) -> String {
        let [left, right] = sides.each_ref().map(|side| self.condition(side));
        format!("({left} {word} {right})")
    }

    fn named(&mut self, name: &str, at: &At) -> String {
        match self.names.find(name) {
            None if name == "loop" => self.scope(Scope::LoopOutside, at, name),
            Some(Shape::Particulars) => "particulars()".to_owned(),
            Some(Shape::Derived) if self.names.is_data(name) => "derived()".to_owned(),
            Some(Shape::Table(table)) if self.names.is_data(name) => format!("table({})", literal(&table)),
            Some(Shape::Macro(_)) => self.scope(Scope::NoMacro, at, name),
            Some(_) => self.local(name),
            None => self.unknown(name, at),
        }
    }

    fn get(&mut self, of: &Expression, key: &Expression, at: &At) -> String {
        if matches!(&of.form, Form::Name(name) if name == "loop") {
            if self.in_filter || !self.names.in_loop() {
                return self.scope(Scope::LoopOutside, &of.at, "loop");
            }
            return match of_loop(key) {
                Ok(word @ ("first" | "last")) => format!("loop.{word}"),
                Ok(word) => format!("ordinal(loop.{word})"),
                Err(fault) => {
                    self.faults.push(fault);
                    "none".to_owned()
                }
            };
        }
        let looked = self.names.look(of, key, &self.source[at.clone()]);
        self.note(looked);
        let value = self.value(of);
        let key_text = match &key.form {
            Form::Text(text) => literal(text),
            _ => self.value(key),
        };
        format!("get({}, {value}, {key_text})", self.node(&key.at))
    }

    fn call(&mut self, of: &Expression, arguments: &[Expression], at: &At) -> String {
        let list: Vec<String> = arguments.iter().map(|argument| self.value(argument)).collect();
        let Form::Name(name) = &of.form else {
            return self.scope(Scope::NoMacro, at, &self.source[of.at.clone()]);
        };
        match self.names.find(name) {
            Some(Shape::Macro(wanted)) if wanted == list.len() => format!("m_{name}({})", list.join(", ")),
            Some(Shape::Macro(wanted)) => {
                let fault = Fault::scope(Scope::Arguments, at.clone(), name);
                self.faults.push(fault.map(|finding| finding.with("wanted", wanted).with("given", list.len())));
                "none".to_owned()
            }
            Some(_) => self.scope(Scope::NoMacro, &of.at, name),
            None => self.unknown(name, &of.at),
        }
    }
}

/// A text as minijinja reads it in quotation marks.
fn literal(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out + "\""
}
