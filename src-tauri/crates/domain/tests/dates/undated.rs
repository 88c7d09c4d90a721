//! No date is a value, not a mistake.

use crate::table::read;

pub const ROWS: [&str; 29] = [
    "",
    "undated",
    "Undated.",
    "unknown",
    "n.d.",
    "N.D.",
    "nd",
    "no date",
    "No date given",
    "not dated",
    "date unknown",
    "unknown date",
    "date not known",
    "not known",
    "not sure",
    "don't know",
    "I can’t remember",
    "n/a",
    "?",
    "no idea",
    "date missing",
    "illegible",
    "no date on the letter",
    "there is no date",
    "it has no date",
    "does not say",
    "not specified",
    "not disclosed",
    "N/K",
];

#[test]
fn every_row() {
    for words in ROWS {
        let found = read(words).1.unwrap_or_else(|problem| panic!("{words}: {problem}"));
        assert!(found.date.is_undated(), "{words}");
        assert_eq!((found.date.edtf.as_deref(), found.date.sort_key()), (None, None), "{words}");
        assert_eq!((found.said_back.as_str(), found.date.in_words().as_str()), ("undated", "undated"), "{words}");
        assert_eq!(found.date.as_stated, words);
    }
}
