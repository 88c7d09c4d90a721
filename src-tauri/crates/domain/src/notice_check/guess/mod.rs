//! What the words of a notice seem to say of an item: a guess with the words it rests on. It counts for nothing until a person takes it.
//!
//! The guess looks for phrases, sentence by sentence, from small tables. It claims little: where nothing it knows is there it says so, and
//! what is a matter of judgement it leaves alone.

mod contact;
mod dated;
mod kinds;
mod phrases;
mod reassurance;
mod sentences;
mod signs;
mod supplier;
mod when;

pub use reassurance::beside_a_gift;

use crate::choices::Finding;
use crate::dates::StatedDate;
use sentences::{Sentence, sentences};

/// What a guess is made from.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// The words of the notice; empty where none are on record.
    pub text: &'a str,
    /// The sender as the notice shows it, so that its own name is not taken for a supplier's.
    pub from: &'a str,
    /// The date on the document, as the record has it.
    pub on_document: &'a StatedDate,
}

/// What the words of a notice seem to say of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// What they seem to say.
    pub finding: Finding,
    /// The words that it rests on, exactly as they stand in the text; empty where it rests on there being none.
    pub quote: String,
    /// Why, in a sentence.
    pub because: String,
}

impl Guess {
    fn resting_on(finding: Finding, sentence: &Sentence<'_>, because: impl Into<String>) -> Self {
        Self { finding, quote: sentence.quote().to_owned(), because: because.into() }
    }

    fn without_words(finding: Finding, because: impl Into<String>) -> Self {
        Self { finding, quote: String::new(), because: because.into() }
    }

    fn nothing_found() -> Self {
        Self::without_words(Finding::NotSaid, "None of the words that Recourse looks for stand in it.")
    }
}

/// What the words of a notice seem to say of an item, N01 to N14; none for what is no item.
pub fn guess(item: &str, given: Given<'_>) -> Option<Guess> {
    super::item(item)?;
    if item == "N13" {
        return Some(dated::guess(given));
    }
    let all = sentences(given.text);
    if all.is_empty() {
        return Some(Guess::without_words(Finding::CannotTell, "No words of this notice are on record."));
    }
    let found = match item {
        "N01" => signs::first(&all, phrases::WHAT_HAPPENED),
        "N02" => Some(Guess::without_words(
            Finding::CannotTell,
            "Whether words are clear and plain is a matter of judgement, so Recourse makes no guess.",
        )),
        "N03" => contact::guess(&all),
        "N04" => signs::first(&all, phrases::CONSEQUENCES),
        "N05" => signs::first(&all, phrases::MEASURES),
        "N06" => signs::first(&all, phrases::MITIGATION),
        "N07" => signs::first(&all, phrases::ADVICE),
        "N08" => Some(signs::first(&all, phrases::OTHER_CONTENT).unwrap_or_else(|| {
            Guess::without_words(
                Finding::CannotTell,
                "Words alone do not show whether it came as a message of its own. Look at the whole of it.",
            )
        })),
        "N09" => kinds::guess(&all),
        "N10" => when::guess(&all),
        "N11" => supplier::guess(&all, given.from),
        "N12" => signs::first(&all, phrases::REGULATOR),
        _ => reassurance::guess(&all),
    };
    Some(found.unwrap_or_else(Guess::nothing_found))
}
