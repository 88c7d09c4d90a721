//! What was asked, in the index's own language (sqlite.org/fts5.html, section 3). Nothing that a person types has a meaning of its own there.

use recourse_domain::search::{Query, Term};

/// A question to the indexes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ask {
    /// All words, without those to be left out, in records.
    pub(super) in_records: String,
    /// The same, in titles alone.
    pub(super) in_title: String,
    /// The same, in the pages of files.
    pub(super) in_files: String,
    /// Each word on its own, in records and in files.
    pub(super) each: Vec<(String, String)>,
}

impl Ask {
    /// None where there are no words to look for.
    pub(super) fn of(query: &Query) -> Option<Self> {
        let each: Vec<(String, String)> = query.terms.iter().map(|one| (term(one), term_in_files(one))).collect();
        if each.is_empty() {
            return None;
        }
        let whole = |words: Vec<&str>, without: Option<String>| {
            let all = format!("({})", words.join(" AND "));
            without.map_or_else(|| all.clone(), |without| format!("{all} NOT {without}"))
        };
        let in_records = whole(each.iter().map(|(one, _)| one.as_str()).collect(), any(&query.without));
        let without = any_of(query.without.iter().map(term_in_files).collect());
        let in_files = whole(each.iter().map(|(_, one)| one.as_str()).collect(), without);
        Some(Self { in_title: format!("{{title}} : ({in_records})"), in_records, in_files, each })
    }
}

/// Any of the words.
pub(super) fn any(terms: &[Term]) -> Option<String> {
    any_of(terms.iter().map(term).collect())
}

fn any_of(each: Vec<String>) -> Option<String> {
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

/// In files, one letter of the Latin alphabet, or one digit, is a word and not the beginning of one: nearly every page has a word that begins with it.
fn term_in_files(one: &Term) -> String {
    let last: Vec<char> = one.text.chars().rev().take_while(|c| c.is_alphanumeric()).take(2).collect();
    let open = one.open && !matches!(last[..], [only] if only.is_ascii());
    let ending = if open { "*" } else { "" };
    format!("{}{ending}", quoted(&one.text))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
