//! N11: who the processor or supplier was.

use super::Guess;
use super::sentences::Sentence;
use crate::choices::Finding;

/// Words that speak of somebody who works for the organisation.
const SUPPLIER: &[&str] = &[
    "supplier*",
    "processor*",
    "provider*",
    "contractor*",
    "third party",
    "third-party",
    "company",
    "on our behalf",
    "software firm",
    "service used by",
];

/// Names that are nobody's who holds the data.
const OTHERS: &[&str] = &[
    "I",
    "We",
    "Our",
    "Your",
    "You",
    "Dear",
    "The",
    "UK",
    "EU",
    "GDPR",
    "ICO",
    "Information",
    "Commissioner",
    "Commissioner's",
    "Data",
    "Protection",
    "Act",
    "National",
    "Crime",
    "Agency",
    "Police",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Christmas",
    "Easter",
];

pub(super) fn guess(sentences: &[Sentence<'_>], from: &str) -> Option<Guess> {
    let own: Vec<&str> = words(from).collect();
    let speaking: Vec<_> = sentences.iter().filter(|sentence| sentence.has_any(SUPPLIER)).collect();
    if let Some(named) = speaking.iter().find(|sentence| names_somebody(sentence.text(), &own)) {
        return Some(Guess::resting_on(Finding::Said, named, "It seems to name a supplier."));
    }
    let because = "It speaks of a company or supplier without a name.";
    speaking.first().map(|sentence| Guess::resting_on(Finding::NotSaid, sentence, because))
}

/// Whether a name stands in it: a capital within the sentence, or two in a row at its start.
fn names_somebody(text: &str, own: &[&str]) -> bool {
    let is_name = |word: &str| {
        word.chars().next().is_some_and(char::is_uppercase) && !OTHERS.contains(&word) && !own.contains(&word)
    };
    let all: Vec<&str> = words(text).collect();
    let begins = all.iter().take(2).filter(|word| is_name(word)).count() == 2;
    begins || all.iter().skip(1).any(|word| is_name(word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '\'' | '\u{2019}' | '&' | '-')))
        .filter(|word| !word.is_empty())
}
