//! A place in the ledger is a place on the paper where its figure can be seen.

use serde_json::Value;
use vanban::finding::messages::{Language, Messages};
use vanban::product::ledger::format::Kind;
use vanban::versions::readback::compare;
use vanban::versions::readback::pdf_text::{self, Word};
use vanban::versions::readback::remark::Outcome;

use super::sign;
use crate::product::second;
use crate::support::common::{Built, build, fonts, input, plan};

fn letters(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether the figure is read at that place: one of its forms begins in the word there.
fn is_seen(words: &[Word], spot: &Value, forms: &[String]) -> bool {
    let number = |name: &str| spot[name].as_f64().expect("a number");
    let (page, x, y) = (number("page") as usize, number("x"), number("y"));
    let is_there =
        |word: &Word| word.page == page && (word.y - y).abs() < 0.6 && word.x.start - 0.3 <= x && x <= word.x.end + 0.3;
    words.iter().enumerate().filter(|(_, word)| is_there(word)).any(|(at, word)| {
        let text: String = words[at..].iter().take(12).map(|word| letters(&word.text)).collect();
        let first = letters(&word.text).len();
        forms.iter().any(|form| text.find(form.as_str()).is_some_and(|start| start < first))
    })
}

/// How many places were looked at, and those where the figure does not stand.
fn unseen(built: &Built) -> (usize, Vec<String>) {
    let words = pdf_text::read(built.file(".pdf"), fonts()).expect("own PDF").words;
    let ledger: Value = serde_json::from_slice(built.file("figures.json")).expect("JSON");
    let (mut seen, mut unseen) = (0, Vec::new());
    for figure in ledger["figures"].as_array().expect("figures") {
        let said = |name: &str| figure[name].as_str().map(letters).filter(|text| !text.is_empty());
        let is_figure = ["number", "percent", "mixed"].contains(&figure["kind"].as_str().expect("kind"));
        let forms: Vec<String> = ["value", "printed"].into_iter().filter_map(said).collect();
        for spot in figure["places"].as_array().expect("places").iter().filter(|_| is_figure) {
            seen += 1;
            if !is_seen(&words, spot, &forms) {
                unseen.push(format!("{} {forms:?} at {spot}", figure["key"]));
            }
        }
    }
    (seen, unseen)
}

#[test]
fn every_figure_can_be_seen_at_each_of_its_places() {
    let second = crate::support::common::build_with(&second::input(1.0), &second::with_second());
    let second = second.unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    for (built, least) in [(plan(), 240), (&second, 5)] {
        let (seen, unseen) = unseen(built);
        assert_eq!(unseen, [""; 0]);
        assert!(seen >= least, "{seen} places");
    }
}

#[test]
fn a_figure_that_is_not_at_its_place_is_told() {
    let mut built = build(&input()).unwrap_or_else(|failure| panic!("{:#?}", failure.findings()));
    let signed = sign(built.file(".pdf"));
    // Once where nothing stands, and once where another figure does.
    let places: Vec<_> = built.product.ledger.figures.iter().map(|figure| figure.places.clone()).collect();
    let numbers = built.product.ledger.figures.iter().enumerate();
    let numbers: Vec<usize> =
        numbers.filter(|(_, it)| it.kind == Kind::Number && it.places.len() == 1).map(|(at, _)| at).collect();
    let (first, last) = (numbers[0], numbers[numbers.len() - 1]);
    let mut nowhere = places[last][0].clone();
    nowhere.page = 1;
    for place in [nowhere, places[first][0].clone()] {
        let moved = &mut built.product.ledger.figures[last];
        moved.places[0] = place;
        let (name, value) = (moved.name.clone(), moved.printed.clone().expect("printed"));
        let Outcome::Read(found) = compare::compare("ban-ky.pdf", &signed, &built.product, fonts()) else {
            panic!("not read")
        };
        let messages = Messages::new(Language::English, false);
        let said: Vec<String> = found.differences.iter().map(|remark| remark.text(&messages)).collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains(&name) && said[0].contains(&value), "{said:?}");
    }
}
