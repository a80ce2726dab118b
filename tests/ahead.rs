//! Paragraphs that are set ahead of their pages are found again when the pages are made; a program of its own,
//! since Typst's clock, which tells what was set where, is shared by all threads.

use std::collections::HashMap;
use std::path::Path;

use serde_json::Value;
use vanban::input::folder;
use vanban::input::templates;
use vanban::product::pages::fonts;

/// How many paragraphs were set in pages, and how many ahead of them.
fn count(events: &[Value]) -> (usize, usize) {
    let (mut in_pages, mut ahead) = (0, 0);
    let mut open: HashMap<u64, Vec<&str>> = HashMap::new();
    for event in events {
        let stack = open.entry(event["tid"].as_u64().expect("a thread")).or_default();
        let name = event["name"].as_str().expect("a name");
        if event["ph"] == "E" {
            stack.pop();
            continue;
        }
        if name == "linebreak_optimized" && !stack.contains(&"block") {
            if stack.contains(&"page run") { in_pages += 1 } else { ahead += 1 }
        }
        stack.push(name);
    }
    (in_pages, ahead)
}

#[test]
fn paragraphs_set_ahead_are_not_set_again() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let inputs = folder::read_inputs(&root.join("inputs/ke-hoach-2024")).expect("inputs");
    let templates = templates::read_templates(&root.join("templates")).expect("templates");
    let fonts = fonts::read_fonts(&[root.join("templates/fonts")]).expect("fonts");
    let verified = vanban::input::verify::verify(&inputs, &templates).expect("good inputs").output;
    typst_timing::enable();
    vanban::product::build::build(&verified, &templates, &fonts).expect("a document");
    typst_timing::disable();
    let mut json = Vec::new();
    typst_timing::export_json(&mut json, |_| (String::new(), 0)).expect("events");
    let events: Vec<Value> = serde_json::from_slice(&json).expect("JSON");
    let (in_pages, ahead) = count(&events);
    // Half of those that are no part of a table, each; where a kind of them is not found again, 25 more are set.
    assert!(ahead >= 70, "{ahead} paragraphs were set ahead");
    assert!(in_pages <= 90, "{in_pages} paragraphs were set in their pages though {ahead} had been set before");
}
