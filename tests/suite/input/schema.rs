//! The JSON Schema of `document.toml` says what the program reads, and no more.

use std::fs;

use serde_json::Value;
use vanban::input::definition::model::Document;

use crate::support::common::{root, texts};
use crate::support::schema;

const FILE: &str = "docs/document.schema.json";

/// Every definition of the repository: its path → its text.
fn definitions() -> Vec<(String, String)> {
    let of = |folder: &'static str| {
        let found = texts(folder, |name| name.ends_with("document.toml"));
        found.into_iter().map(move |(name, text)| (format!("{folder}/{name}"), text))
    };
    of("templates").chain(of("tests")).collect()
}

fn read(text: &str) -> Value {
    toml::from_str(text).unwrap_or_else(|error| panic!("{error}"))
}

/// Where a value is not as a schema wants it: `table.0.kind`.
pub fn misfits(value: &Value) -> Vec<String> {
    let whole = schema::schema();
    let mut found = Vec::new();
    fit(whole, whole, value, "", &mut found);
    found
}

fn fit(whole: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let mut wrong = |is_wrong: bool| {
        if is_wrong {
            found.push(at.to_owned());
        }
    };
    let is_one_of = |list: &Value| list.as_array().is_none_or(|list| list.contains(value));
    wrong(!is_one_of(&schema["enum"]));
    wrong(schema.get("const").is_some_and(|only| only != value));
    wrong(!is_of_type(&schema["type"], value));
    if let Some(number) = value.as_f64() {
        wrong(schema["minimum"].as_f64().is_some_and(|least| number < least));
        wrong(schema["maximum"].as_f64().is_some_and(|most| number > most));
    }
    if let Some(path) = schema["$ref"].as_str() {
        fit(whole, whole.pointer(path.trim_start_matches('#')).expect("definition"), value, at, found);
    }
    for part in schema["allOf"].as_array().into_iter().flatten() {
        fit(whole, part, value, at, found);
    }
    for way in ["anyOf", "oneOf"] {
        let Some(ways) = schema[way].as_array() else { continue };
        let tried = ways.iter().map(|one| {
            let mut misfits = Vec::new();
            fit(whole, one, value, at, &mut misfits);
            misfits
        });
        if let Some(least) = tried.min_by_key(Vec::len) {
            found.extend(least);
        }
    }
    match value {
        Value::Object(map) => {
            let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
            found.extend(required.filter(|key| !map.contains_key(*key)).map(|key| format!("{at}.{key}")));
            for (key, value) in map {
                let at = format!("{at}.{key}");
                match (schema["properties"].get(key), schema.get("additionalProperties")) {
                    (Some(schema), _) => fit(whole, schema, value, &at, found),
                    (None, Some(Value::Bool(false))) => found.push(at),
                    (None, Some(more)) => fit(whole, more, value, &at, found),
                    (None, None) => {}
                }
            }
        }
        Value::Array(items) => {
            let count = items.len() as u64;
            let is_short = schema["minItems"].as_u64().is_some_and(|least| count < least);
            if is_short || schema["maxItems"].as_u64().is_some_and(|most| count > most) {
                found.push(at.to_owned());
            }
            let each = schema.get("items").into_iter().flat_map(|schema| items.iter().map(move |item| (schema, item)));
            each.enumerate()
                .for_each(|(index, (schema, item))| fit(whole, schema, item, &format!("{at}.{index}"), found));
        }
        _ => {}
    }
}

fn is_of_type(wanted: &Value, value: &Value) -> bool {
    let is = |name: &str| match name {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other}: no such type"),
    };
    match wanted {
        Value::String(name) => is(name),
        Value::Array(names) => names.iter().filter_map(Value::as_str).any(is),
        _ => true,
    }
}

#[test]
fn the_schema_is_that_of_the_types() {
    let (path, text) = (root().join(FILE), schema::text());
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(&path, &text).expect(FILE);
    }
    assert!(fs::read_to_string(&path).unwrap_or_default() == text, "{FILE} is not what the types say");
}

#[test]
fn every_definition_fits_the_schema() {
    let definitions = definitions();
    assert!(definitions.len() >= 3);
    for (path, text) in definitions {
        assert_eq!(misfits(&read(&text)), [""; 0], "{path}");
    }
}

/// Paths of the values in a definition, the lists and tables among them.
fn paths(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut below = |key: String, value: &Value| {
        let at = format!("{at}/{key}");
        paths(value, &at, found);
        found.push(at);
    };
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| below(key.clone(), value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(index, value)| below(index.to_string(), value)),
        _ => {}
    }
}

/// A value of another type.
fn other(value: &Value) -> Value {
    if value.is_boolean() || value.is_number() { serde_json::json!(["x"]) } else { serde_json::json!(true) }
}

/// Whether the program refuses how a definition is written, whatever it means.
fn is_refused(value: &Value) -> bool {
    let text = toml::to_string(value).expect("TOML");
    let found = Document::parse(&text, "document.toml").err().unwrap_or_default();
    found.iter().any(|finding| finding.code.name().starts_with("toml-"))
}

/// Keys that are none, keys left out and values of another type: schema and program refuse the same.
#[test]
fn the_schema_refuses_what_the_program_refuses() {
    let (mut count, mut refused) = (0, 0);
    for (path, text) in definitions() {
        let definition = read(&text);
        let mut places = Vec::new();
        paths(&definition, "", &mut places);
        for (index, place) in places.iter().enumerate() {
            let mut changed = definition.clone();
            let (parent, key) = place.rsplit_once('/').expect("path");
            let parent = changed.pointer_mut(parent).expect("parent");
            match (index % 3, parent) {
                (0, _) => {
                    let value = changed.pointer_mut(place).expect("value");
                    *value = other(value);
                }
                (1, Value::Object(map)) => drop(map.remove(key)),
                (_, Value::Object(map)) => {
                    let value = map.remove(key).expect("value");
                    map.insert(format!("{key}s-x"), value);
                }
                _ => continue,
            }
            let is_misfit = !misfits(&changed).is_empty();
            assert_eq!(is_misfit, is_refused(&changed), "{path}: {place}, change {}", index % 3);
            count += 1;
            refused += usize::from(is_misfit);
        }
    }
    assert!(count > 300 && refused * 2 > count, "{refused} of {count}");
}
