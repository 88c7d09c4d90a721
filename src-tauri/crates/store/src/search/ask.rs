//! What was asked, in the index's own language (sqlite.org/fts5.html, section 3). Nothing that a person types has a meaning of its own there.

use recourse_domain::search::{Query, Term};

/// A question to the indexes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ask {
    /// All words, without those to be left out.
    pub(super) whole: String,
    /// The same, in titles alone.
    pub(super) in_title: String,
    /// Each word on its own.
    pub(super) each: Vec<String>,
}

impl Ask {
    /// None where there are no words to look for.
    pub(super) fn of(query: &Query) -> Option<Self> {
        let each: Vec<String> = query.terms.iter().map(term).collect();
        if each.is_empty() {
            return None;
        }
        let mut whole = format!("({})", each.join(" AND "));
        if let Some(without) = any(&query.without) {
            whole = format!("{whole} NOT {without}");
        }
        Some(Self { in_title: format!("{{title}} : ({whole})"), whole, each })
    }
}

/// Any of the words.
pub(super) fn any(terms: &[Term]) -> Option<String> {
    let each: Vec<String> = terms.iter().map(term).collect();
    (!each.is_empty()).then(|| format!("({})", each.join(" OR ")))
}

/// All words of the names of people, each possibly the beginning of a longer one, in one column of the index of heads.
pub(super) fn people(column: &str, names: &[String]) -> Option<String> {
    let words: Vec<String> = names
        .iter()
        .flat_map(|name| name.split_whitespace())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("{}*", quoted(word)))
        .collect();
    (!words.is_empty()).then(|| format!("{{{column}}} : ({})", words.join(" AND ")))
}

fn term(term: &Term) -> String {
    let ending = if term.open { "*" } else { "" };
    format!("{}{ending}", quoted(&term.text))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
