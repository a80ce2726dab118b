//! The JSON Schema of `document.toml`, made from the types that read it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde_json::{Map, Value, json};
use syn::{Attribute, Expr, Fields, GenericArgument, Item, Lit, PathArguments, Type, Variant};

use crate::support::common::sources;

/// The type of a whole definition.
const WHOLE: &str = "Document";
/// What JSON Schema calls itself; editors of TOML know this version.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// The types of definitions, and what stands for what is left out.
#[derive(Default)]
struct Types {
    items: BTreeMap<String, Item>,
    /// Functions that give a default.
    defaults: BTreeMap<String, Value>,
    /// Least and most of the numbers of each key.
    bounds: BTreeMap<String, (f64, f64)>,
}

/// What serde is told of a type or a field.
#[derive(Default)]
struct Told {
    skip: bool,
    rename: Option<String>,
    /// Other words that are read as the same.
    aliases: Vec<String>,
    kebab: bool,
    closed: bool,
    tag: Option<String>,
    /// Some where the key may be left out; the function that then gives the value, where one is named.
    default: Option<Option<String>>,
}

/// The schema, pretty-printed.
pub fn text() -> String {
    serde_json::to_string_pretty(schema()).expect("JSON") + "\n"
}

/// The schema, made once.
pub fn schema() -> &'static Value {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    SCHEMA.get_or_init(made)
}

fn made() -> Value {
    let types = Types::read();
    let mut definitions = Map::new();
    let mut wanted = BTreeSet::from([WHOLE.to_owned()]);
    while let Some(name) = wanted.pop_first() {
        if definitions.contains_key(&name) {
            continue;
        }
        let schema = types.of_name(&name);
        named(&schema, &mut wanted);
        definitions.insert(name, schema);
    }
    let mut whole = definitions.remove(WHOLE).expect("the whole");
    whole["$schema"] = json!(DRAFT);
    whole["title"] = json!("vanban: document.toml");
    whole["definitions"] = Value::Object(definitions);
    whole
}

/// The types that a schema refers to.
fn named(schema: &Value, names: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            let reference = map.get("$ref").and_then(Value::as_str);
            names.extend(reference.and_then(|path| path.rsplit('/').next()).map(str::to_owned));
            map.values().for_each(|value| named(value, names));
        }
        Value::Array(items) => items.iter().for_each(|value| named(value, names)),
        _ => {}
    }
}

impl Types {
    fn read() -> Self {
        let mut types = Self::default();
        let is_of_definitions = |name: &str| name.starts_with("input/definition/") || name == "vi/numbers.rs";
        for (name, source) in sources().into_iter().filter(|(name, _)| is_of_definitions(name)) {
            let file = syn::parse_file(&source).unwrap_or_else(|error| panic!("{name}: {error}"));
            file.items.into_iter().for_each(|item| types.take(item));
        }
        types
    }

    fn take(&mut self, item: Item) {
        match item {
            Item::Struct(ref it) if reads(&it.attrs) => drop(self.items.insert(it.ident.to_string(), item)),
            Item::Enum(ref it) if reads(&it.attrs) => drop(self.items.insert(it.ident.to_string(), item)),
            Item::Fn(it) => {
                if let [syn::Stmt::Expr(value, None)] = &it.block.stmts[..]
                    && let Some(value) = constant(value)
                {
                    self.defaults.insert(it.sig.ident.to_string(), value);
                }
            }
            Item::Const(it) => {
                if let Expr::Call(call) = &*it.expr
                    && let [Some(Value::String(key)), Some(least), Some(most)] =
                        &call.args.iter().map(constant).collect::<Vec<_>>()[..]
                {
                    let bounds = [least, most].map(|bound| bound.as_f64().expect("number"));
                    self.bounds.insert(key.clone(), bounds.into());
                }
            }
            _ => {}
        }
    }

    fn of_name(&self, name: &str) -> Value {
        match self.items.get(name) {
            Some(Item::Struct(it)) => {
                let mut schema = self.object(&it.fields, &told(&it.attrs));
                describe(&mut schema, &it.attrs);
                schema
            }
            Some(Item::Enum(it)) => {
                let told = told(&it.attrs);
                let mut schema = match &told.tag {
                    Some(tag) => {
                        json!({ "oneOf": it.variants.iter().map(|variant| self.tagged(variant, &told, tag)).collect::<Vec<_>>() })
                    }
                    None => words(it.variants.iter(), &told),
                };
                let variants = schema.get("description").cloned();
                describe(&mut schema, &it.attrs);
                if let (Some(whole), Some(variants)) = (schema["description"].as_str(), variants) {
                    schema["description"] = json!(format!("{whole}\n\n{}", variants.as_str().expect("text")));
                }
                schema
            }
            _ => by_hand(name),
        }
    }

    /// An object of the form of one variant, named by the key `tag`.
    fn tagged(&self, variant: &Variant, of: &Told, tag: &str) -> Value {
        let mut schema = self.object(&variant.fields, &Told { kebab: of.kebab, closed: of.closed, ..Told::default() });
        schema["properties"][tag] = json!({ "const": word(variant, of) });
        schema["required"].as_array_mut().expect("list").insert(0, json!(tag));
        describe(&mut schema, &variant.attrs);
        schema
    }

    fn object(&self, fields: &Fields, of: &Told) -> Value {
        let (mut properties, mut required) = (Map::new(), Vec::new());
        for field in fields {
            let own = told(&field.attrs);
            if own.skip {
                continue;
            }
            let name = field.ident.as_ref().expect("named field").to_string();
            let key = own.rename.unwrap_or_else(|| if of.kebab { name.replace('_', "-") } else { name });
            let (inner, is_optional) = optional(&field.ty);
            let mut schema = self.of_type(inner);
            if let (Some((least, most)), Some("integer" | "number")) = (self.bounds.get(&key), schema["type"].as_str())
            {
                schema["minimum"] = number(*least);
                schema["maximum"] = number(*most);
            }
            describe(&mut schema, &field.attrs);
            match own.default {
                Some(from) => {
                    if let Some(value) =
                        from.map_or_else(|| self.usual(inner), |name| self.defaults.get(&name).cloned())
                    {
                        with(&mut schema, "default", value);
                    }
                }
                None if is_optional => {}
                None => required.push(json!(key)),
            }
            properties.insert(key, schema);
        }
        let mut schema = json!({ "type": "object", "properties": properties, "required": required });
        if of.closed {
            schema["additionalProperties"] = json!(false);
        }
        schema
    }

    fn of_type(&self, ty: &Type) -> Value {
        if let Type::Array(array) = ty {
            let Expr::Lit(length) = &array.len else { panic!("a length") };
            let length = literal(&length.lit).expect("length");
            return json!({ "type": "array", "items": self.of_type(&array.elem), "minItems": length, "maxItems": length });
        }
        let (name, arguments) = path(ty);
        match (name.as_str(), &arguments[..]) {
            ("String", []) => json!({ "type": "string" }),
            ("bool", []) => json!({ "type": "boolean" }),
            ("u32" | "i32" | "usize", []) => json!({ "type": "integer" }),
            ("f64", []) => json!({ "type": "number" }),
            ("Decimal", []) => json!({ "type": ["string", "number"] }),
            ("Vec", [item]) => json!({ "type": "array", "items": self.of_type(item) }),
            ("BTreeMap", [_, value]) => json!({ "type": "object", "additionalProperties": self.of_type(value) }),
            (name, []) => json!({ "$ref": format!("#/definitions/{name}") }),
            _ => panic!("{name}: no schema"),
        }
    }

    /// What serde takes for a type where its key is left out.
    fn usual(&self, ty: &Type) -> Option<Value> {
        let (name, _) = path(ty);
        match name.as_str() {
            "bool" => Some(json!(false)),
            "u32" => Some(json!(0)),
            "Decimal" => Some(json!("0")),
            "Scale" => Some(json!("percent")),
            _ => {
                let Item::Enum(it) = self.items.get(&name)? else { return None };
                let usual = it.variants.iter().find(|one| one.attrs.iter().any(|it| it.path().is_ident("default")));
                usual.map(|variant| json!(word(variant, &told(&it.attrs))))
            }
        }
    }
}

/// Types that read themselves.
fn by_hand(name: &str) -> Value {
    let string = json!({ "type": "string" });
    match name {
        "Names" => json!({
            "description": "One name, or a list of names.",
            "anyOf": [string, { "type": "array", "items": string }],
        }),
        "Scale" => json!({
            "description": "By what a ratio is multiplied: a word, or a whole number (100000 for cases among 100.000 people).",
            "anyOf": [
                { "enum": ["percent", "per-mille", "per-head"] },
                { "type": "integer", "minimum": 1, "maximum": 1_000_000_000 },
            ],
        }),
        _ => panic!("{name}: no such type"),
    }
}

/// The words that an enumeration may be, with what each means.
fn words<'a>(variants: impl Iterator<Item = &'a Variant>, of: &Told) -> Value {
    let (mut words, mut meanings) = (Vec::new(), Vec::new());
    for variant in variants {
        let word = word(variant, of);
        let meaning = docs(&variant.attrs);
        meanings.push(if meaning.is_empty() { format!("- `{word}`") } else { format!("- `{word}`: {meaning}") });
        words.push(word);
        words.extend(told(&variant.attrs).aliases);
    }
    json!({ "enum": words, "description": meanings.join("\n") })
}

fn word(variant: &Variant, of: &Told) -> String {
    let name = variant.ident.to_string();
    let kebab = || {
        let mut word = String::new();
        for letter in name.chars() {
            if letter.is_uppercase() && !word.is_empty() {
                word.push('-');
            }
            word.extend(letter.to_lowercase());
        }
        word
    };
    told(&variant.attrs).rename.unwrap_or_else(|| if of.kebab { kebab() } else { name.clone() })
}

/// The path's last name, and the types between its angle brackets.
fn path(ty: &Type) -> (String, Vec<&Type>) {
    let Type::Path(path) = ty else { panic!("a type that is no path") };
    let last = path.path.segments.last().expect("segment");
    let arguments = match &last.arguments {
        PathArguments::AngleBracketed(list) => list.args.iter().collect(),
        _ => Vec::new(),
    };
    let types = arguments.into_iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    (last.ident.to_string(), types.collect())
}

fn optional(ty: &Type) -> (&Type, bool) {
    match ty {
        Type::Path(_) => match path(ty) {
            (name, inner) if name == "Option" => (inner[0], true),
            _ => (ty, false),
        },
        _ => (ty, false),
    }
}

/// Whether a type is read from a definition.
fn reads(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|it| it.path().is_ident("derive")).any(|it| {
        let mut is_read = false;
        let _ = it.parse_nested_meta(|meta| {
            is_read |= meta.path.segments.last().is_some_and(|last| last.ident == "Deserialize");
            Ok(())
        });
        is_read
    })
}

fn told(attributes: &[Attribute]) -> Told {
    let mut told = Told::default();
    for attribute in attributes.iter().filter(|it| it.path().is_ident("serde")) {
        let read = attribute.parse_nested_meta(|meta| {
            let name = meta.path.require_ident()?.to_string();
            let value =
                meta.value().ok().map(|value| value.parse::<syn::LitStr>()).transpose()?.map(|text| text.value());
            match (name.as_str(), value) {
                ("skip", None) => told.skip = true,
                ("deny_unknown_fields", None) => told.closed = true,
                ("default", function) => told.default = Some(function),
                ("rename", Some(name)) => told.rename = Some(name),
                ("alias", Some(name)) => told.aliases.push(name),
                ("tag", Some(tag)) => told.tag = Some(tag),
                ("rename_all", Some(style)) if style == "kebab-case" => told.kebab = true,
                _ => panic!("serde({name}): not known here"),
            }
            Ok(())
        });
        read.expect("attribute of serde");
    }
    told
}

/// The doc comment, its links as plain names.
fn docs(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter(|it| it.path().is_ident("doc")).filter_map(|it| match &it.meta {
        syn::Meta::NameValue(pair) => match &pair.value {
            Expr::Lit(text) => match &text.lit {
                Lit::Str(text) => Some(text.value().trim().to_owned()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    let text = lines.collect::<Vec<_>>().join("\n").replace("[`", "`").replace("`]", "`");
    text.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect::<Vec<_>>().join("\n\n")
}

fn describe(schema: &mut Value, attributes: &[Attribute]) {
    let text = docs(attributes);
    if !text.is_empty() {
        with(schema, "description", json!(text));
    }
}

/// Adds to a schema; what stands beside a reference would not be looked at.
fn with(schema: &mut Value, key: &str, value: Value) {
    if schema.get("$ref").is_some() {
        *schema = json!({ "allOf": [schema.take()] });
    }
    schema[key] = value;
}

fn number(value: f64) -> Value {
    if value.fract() == 0.0 { json!(value as i64) } else { json!(value) }
}

fn constant(value: &Expr) -> Option<Value> {
    match value {
        Expr::Lit(it) => literal(&it.lit),
        Expr::Unary(it) => Some(number(-constant(&it.expr)?.as_f64()?)),
        _ => None,
    }
}

fn literal(value: &Lit) -> Option<Value> {
    match value {
        Lit::Str(text) => Some(json!(text.value())),
        Lit::Bool(it) => Some(json!(it.value)),
        Lit::Int(it) => it.base10_parse::<i64>().ok().map(|it| json!(it)),
        Lit::Float(it) => it.base10_parse::<f64>().ok().map(number),
        _ => None,
    }
}
