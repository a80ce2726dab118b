//! A comparison as a clerk reads it on the screen.

use std::collections::BTreeSet;

use crate::finding::messages::Messages;
use crate::finding::paint::{Ink, paint};
use crate::product::ledger::format::{Cell, Context};
use crate::versions::diff::align::Run;
use crate::versions::diff::change::{Change, Delta, Difference, How, Location, Paragraph, SentenceChange, Stated};
use crate::vi::numbers::{self, Grouping};
use crate::vi::text;

/// The comparison in words, each part under its heading. `names` are the two sides as the user named them.
pub fn text(difference: &Difference, names: (&str, &str), messages: &Messages, colour: bool) -> String {
    let mut page = Page { difference, messages, colour, lines: Vec::new(), shown: BTreeSet::new() };
    page.say("diff-title", &[("old", names.0.to_owned()), ("new", names.1.to_owned())]);
    if difference.is_empty() {
        page.say("diff-none", &[]);
    } else {
        page.write();
    }
    page.lines.join("\n") + "\n"
}

/// One line for each change, without its places.
pub(crate) fn short(difference: &Difference, messages: &Messages, colour: bool) -> Vec<String> {
    let mut page = Page { difference, messages, colour, lines: Vec::new(), shown: BTreeSet::new() };
    for change in difference.figures.iter().chain(&difference.particulars) {
        page.lines.push(page.headline(change));
    }
    for (_, sentence) in difference.reworded() {
        let (location, reasons) = (location(sentence, messages), reasons(sentence, difference, messages));
        page.lines.push(text::quoted(&format!("- {location}, {reasons}")).into_owned());
    }
    page.left_behind();
    page.whole_files();
    page.lines
}

/// What needs a look besides the changes themselves: old figures still typed, rows in another order, other templates.
pub(crate) fn notes(difference: &Difference, messages: &Messages) -> Vec<String> {
    let mut page = Page { difference, messages, colour: false, lines: Vec::new(), shown: BTreeSet::new() };
    page.left_behind();
    page.whole_files();
    page.lines
}

/// `tăng 4 hộ (1,3%)`; empty where there is no difference in numbers.
pub(crate) fn delta(change: &Change, messages: &Messages) -> String {
    let Some(delta) = &change.difference else { return String::new() };
    let unit = change.new.as_ref().and_then(|stated| measure(stated));
    let digits = numbers::number(delta.amount.abs(), delta.decimals, Grouping::Dot);
    let amount = match (delta.points, unit) {
        (true, _) => messages.text("diff-points", &[("amount", digits)]),
        (false, Some(unit)) => format!("{digits} {unit}"),
        (false, None) => digits,
    };
    let code = if delta.amount.is_sign_negative() { "diff-down" } else { "diff-up" };
    let share = share(delta).map(|share| format!(" ({share})")).unwrap_or_default();
    messages.text(code, &[("amount", amount + &share)])
}

/// The name of a datum, each part of it by its first words.
fn brief(name: &str) -> String {
    let cut = |part: &str| {
        let words: Vec<&str> = part.split(' ').collect();
        if words.len() > 12 { words[..10].join(" ") + " …" } else { part.to_owned() }
    };
    name.split(" › ").map(cut).collect::<Vec<_>>().join(" › ")
}

/// `1,3%`: one decimal, or as many as it takes not to be zero; never of percentage points.
fn share(delta: &Delta) -> Option<String> {
    let percent = delta.percent.filter(|_| !delta.points)?.abs();
    let decimals = (1..4).find(|&decimals| !percent.round_dp(decimals).is_zero()).unwrap_or(4);
    Some(numbers::number(percent, decimals, Grouping::Dot) + "%")
}

/// The unit, unless the figure carries it already.
fn measure(stated: &Stated) -> Option<&str> {
    stated.unit.as_deref().filter(|unit| !stated.shown.ends_with(unit))
}

/// `so-lieu.xlsx › Hộ nghèo › C2, C3`.
pub(crate) fn cells(cells: &[Cell]) -> String {
    let mut out = String::new();
    let mut last = None;
    for cell in cells {
        let sheet = Some((&cell.file, &cell.sheet));
        let lead = match last {
            _ if sheet == last => ", ".to_owned(),
            None => format!("{} › {} › ", cell.file, cell.sheet),
            Some(_) => format!("; {} › {} › ", cell.file, cell.sheet),
        };
        out.push_str(&lead);
        out.push_str(&cell.cell);
        last = sheet;
    }
    out
}

/// `a → b`, or the one there is.
pub(crate) fn both(old: Option<String>, new: Option<String>) -> String {
    match (old, new) {
        (Some(old), Some(new)) if old != new => format!("{old} → {new}"),
        (old, new) => new.or(old).unwrap_or_default(),
    }
}

/// `mục II › 2 › 2.1, trang 2`: where a paragraph stands, its file where it is under no heading.
pub(crate) fn location(sentence: &SentenceChange, messages: &Messages) -> String {
    let known = sentence.new.as_ref().or(sentence.old.as_ref());
    let Some(Paragraph { file, section, .. }) = known else { return String::new() };
    let labels: Vec<&str> = section.split(" / ").map(|label| label.trim_end_matches(['.', ':'])).collect();
    let place = match section.is_empty() {
        true => format!("{file}.j2"),
        false => messages.text("diff-section", &[("section", labels.join(" › "))]),
    };
    let page = |side: &Option<Paragraph>| side.as_ref().and_then(|paragraph| paragraph.page);
    place + &pages(page(&sentence.old), page(&sentence.new), messages)
}

/// `, trang 2`, or nothing where no page is known.
fn pages(old: Option<usize>, new: Option<usize>, messages: &Messages) -> String {
    let code = if new.is_some() { "diff-page" } else { "diff-page-old" };
    let page = both(old.map(|page| page.to_string()), new.map(|page| page.to_string()));
    if page.is_empty() { page } else { messages.text(code, &[("page", page)]) }
}

/// Why a paragraph changed, other than by its figures.
pub(crate) fn reasons(sentence: &SentenceChange, difference: &Difference, messages: &Messages) -> String {
    let mut reasons = Vec::new();
    if sentence.wording {
        let file = sentence.new.as_ref().or(sentence.old.as_ref()).map(|paragraph| paragraph.file.clone() + ".j2");
        reasons.push(messages.text("diff-why-wording", &[("file", file.unwrap_or_default())]));
    }
    let names: Vec<&str> = sentence.particulars.iter().map(|key| difference.name(key)).collect();
    if !names.is_empty() {
        reasons.push(messages.text("diff-why-data", &[("names", names.join("; "))]));
    }
    reasons.join("; ")
}

/// `Phụ lục I, trang 17`: the tables and parts of the form where a datum is printed, each once, with its cell in
/// the workbook.
pub(crate) fn outside_sentences(change: &Change, messages: &Messages) -> Vec<String> {
    let places = |side: &Option<Stated>| side.as_ref().map(|stated| stated.places.clone()).unwrap_or_default();
    let (old, new) = (places(&change.old), places(&change.new));
    let mut contexts: Vec<&Context> = Vec::new();
    for place in new.iter().chain(&old) {
        if !matches!(place.context, Context::Sentence { .. }) && !contexts.contains(&&place.context) {
            contexts.push(&place.context);
        }
    }
    let first = |side: &[Location], context: &Context| side.iter().find(|p| p.context == *context).and_then(|p| p.page);
    let line = |context: &&Context| {
        let pages = pages(first(&old, context), first(&new, context), messages);
        match context {
            Context::Table { appendix } => {
                let args = [("appendix", appendix.clone()), ("pages", pages), ("cell", workbook(change))];
                messages.text("diff-in-table", &args)
            }
            _ => messages.text("diff-in-form", &[("pages", pages)]),
        }
    };
    contexts.iter().map(line).collect()
}

fn workbook(change: &Change) -> String {
    let cell = |side: &Option<Stated>| {
        let at = side.as_ref()?.workbook.as_ref()?;
        Some(format!("{} › {}", at.sheet, at.cell))
    };
    let cell = both(cell(&change.old), cell(&change.new));
    if cell.is_empty() { cell } else { format!(" ({cell})") }
}

struct Page<'a> {
    difference: &'a Difference,
    messages: &'a Messages,
    colour: bool,
    lines: Vec<String>,
    /// Sentences that have been printed.
    shown: BTreeSet<usize>,
}

impl Page<'_> {
    fn say(&mut self, code: &str, args: &[(&'static str, String)]) {
        self.lines.push(self.messages.text(code, args));
    }

    fn heading(&mut self, code: &str, count: usize) {
        let text = self.messages.text(code, &[("count", count.to_string())]);
        self.lines.push(String::new());
        self.lines.push(self.painted(&text, Ink::Heading));
    }

    fn painted(&self, text: &str, ink: Ink) -> String {
        paint(&text::quoted(text), ink, self.colour)
    }

    fn write(&mut self) {
        let difference = self.difference;
        for (code, list) in [("diff-figures", &difference.figures), ("diff-particulars", &difference.particulars)] {
            if !list.is_empty() {
                self.heading(code, list.len());
            }
            for change in list {
                self.change(change);
            }
        }
        self.reworded();
        self.leftovers();
        self.lines.push(String::new());
        self.whole_files();
        let count = |n: usize| n.to_string();
        let (figures, particulars) = (count(difference.figures.len()), count(difference.particulars.len()));
        let args =
            [("figures", figures), ("particulars", particulars), ("sentences", count(difference.sentences.len()))];
        self.say("diff-summary", &args);
    }

    fn whole_files(&mut self) {
        let difference = self.difference;
        if !difference.reordered.is_empty() {
            self.say("diff-reordered", &[("sheets", difference.reordered.join(", "))]);
        }
        if !difference.templates.is_empty() {
            self.say("diff-templates", &[("files", difference.templates.join(", "))]);
        }
    }

    /// `- Hộ nghèo › Cộng › Số hộ nghèo: 2.710 → 2.714 hộ, tăng 4 hộ (0,1%)`.
    fn headline(&self, change: &Change) -> String {
        let code = match change.how {
            How::Changed => "diff-changed",
            How::Added => "diff-added",
            How::Removed => "diff-removed",
        };
        let (old, new) = self.values(change);
        let delta = delta(change, self.messages);
        let delta = if delta.is_empty() { delta } else { format!(", {delta}") };
        let name = text::quoted(&brief(&change.name)).into_owned();
        self.messages.painted(code, &[("name", name), ("old", old), ("new", new), ("delta", delta)])
    }

    fn change(&mut self, change: &Change) {
        self.lines.push(self.headline(change));
        self.source(change);
        self.sentences(change);
        let elsewhere = outside_sentences(change, self.messages);
        if elsewhere.is_empty() && !change.is_in_sentence() {
            self.say("diff-nowhere", &[]);
        }
        for line in elsewhere {
            self.lines.push(format!("    {line}"));
        }
    }

    /// Old and new value; the unit stands once where both have the same.
    fn values(&self, change: &Change) -> (String, String) {
        let with_unit = |stated: &Stated| match measure(stated) {
            Some(unit) => format!("{} {unit}", stated.shown),
            None => stated.shown.clone(),
        };
        let has_one_unit = change.old.as_ref().map(|s| &s.unit) == change.new.as_ref().map(|s| &s.unit);
        let old = change.old.as_ref().map(|old| if has_one_unit { old.shown.clone() } else { with_unit(old) });
        let new = change.new.as_ref().map(with_unit);
        let painted = |text: Option<String>, ink| text.map(|text| self.painted(&text, ink)).unwrap_or_default();
        (painted(old, Ink::Old), painted(new, Ink::New))
    }

    fn source(&mut self, change: &Change) {
        let side = |side: &Option<Stated>| {
            side.as_ref()
                .filter(|stated| !stated.cells.is_empty())
                .map(|stated| (stated.computed, cells(&stated.cells)))
        };
        let (old, new) = (side(&change.old), side(&change.new));
        let is_computed = new.as_ref().or(old.as_ref()).is_some_and(|(computed, _)| *computed);
        let code = if is_computed { "diff-computed" } else { "diff-cell" };
        let text = both(old.map(|(_, cells)| cells), new.map(|(_, cells)| cells));
        self.say(code, &[("cells", text)]);
    }

    /// Below a figure its sentences, each in full but once; below other data only how many there are.
    fn sentences(&mut self, change: &Change) {
        if !change.is_figure() && !change.sentences.is_empty() {
            return self.say("diff-in-sentences", &[("count", change.sentences.len().to_string())]);
        }
        for &at in &change.sentences {
            let sentence = &self.difference.sentences[at];
            let is_new = self.shown.insert(at);
            let text = if is_new { self.excerpt(sentence) } else { self.messages.text("diff-see-above", &[]) };
            let location = text::quoted(&location(sentence, self.messages)).into_owned();
            self.lines.push(self.messages.painted("diff-in-sentence", &[("location", location), ("text", text)]));
        }
    }

    fn reworded(&mut self) {
        let reworded: Vec<&SentenceChange> = self.difference.reworded().map(|(_, sentence)| sentence).collect();
        if !reworded.is_empty() {
            self.heading("diff-sentences", reworded.len());
        }
        for sentence in reworded {
            let location = location(sentence, self.messages);
            let reasons = reasons(sentence, self.difference, self.messages);
            let text = self.excerpt(sentence);
            self.lines.push(text::quoted(&format!("- {location}, {reasons}")).into_owned());
            self.lines.push(format!("    {text}"));
        }
    }

    fn leftovers(&mut self) {
        if !self.difference.leftovers.is_empty() {
            self.heading("diff-leftovers", self.difference.leftovers.len());
        }
        self.left_behind();
    }

    fn left_behind(&mut self) {
        for left in &self.difference.leftovers {
            let (file, figure) = (left.paragraph.file.clone() + ".j2", left.shown.clone());
            let args = [("figure", figure), ("name", brief(&left.name)), ("file", file)];
            self.say("diff-leftover", &args);
            self.lines.push(format!("    {}", text::quoted(&left.paragraph.text)));
        }
    }

    /// The changed words marked, with a few words around them.
    fn excerpt(&self, sentence: &SentenceChange) -> String {
        match (&sentence.old, &sentence.new) {
            (None, Some(new)) => self.whole("diff-new-sentence", &new.text, Ink::New),
            (Some(old), None) => self.whole("diff-old-sentence", &old.text, Ink::Old),
            _ => {
                let last = sentence.marked.len().saturating_sub(1);
                let pieces = sentence.marked.iter().enumerate();
                pieces.map(|(at, run)| self.run(run, at == 0, at == last)).collect()
            }
        }
    }

    fn whole(&self, code: &str, text: &str, ink: Ink) -> String {
        self.messages.painted(code, &[("text", self.painted(text, ink))])
    }

    fn run(&self, run: &Run, is_first: bool, is_last: bool) -> String {
        match run {
            Run::Same(text) => text::quoted(&around_changes(text, is_first, is_last)).into_owned(),
            Run::Replaced { old, new } => {
                let (blank_before, blank_after) = outer_blanks(if new.is_empty() { old } else { new });
                let args = [("old", self.painted(old.trim(), Ink::Old)), ("new", self.painted(new.trim(), Ink::New))];
                let code = match (old.trim().is_empty(), new.trim().is_empty()) {
                    (true, _) => "diff-mark-added",
                    (_, true) => "diff-mark-removed",
                    _ => "diff-mark-changed",
                };
                format!("{blank_before}{}{blank_after}", self.messages.painted(code, &args))
            }
        }
    }
}

/// The blanks before and after a text.
pub(crate) fn outer_blanks(text: &str) -> (&str, &str) {
    let inner = text.trim_start();
    let before = &text[..text.len() - inner.len()];
    (before, &inner[inner.trim_end().len()..])
}

/// So many words are shown on either side of a change.
const AROUND: usize = 8;

/// An unchanged stretch, with only the words next to the changes on its sides.
fn around_changes(text: &str, is_first: bool, is_last: bool) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let (head, tail) = (if is_first { 0 } else { AROUND }, if is_last { 0 } else { AROUND });
    if words.len() <= head + tail + 3 {
        return text.to_owned();
    }
    let (start, end) = (words[..head].join(" "), words[words.len() - tail..].join(" "));
    let gap = match (is_first, is_last) {
        (true, _) => "… ",
        (false, true) => " …",
        (false, false) => " … ",
    };
    format!("{start}{gap}{end}")
}
