//! N03: somebody to turn to, with a way to reach them.

use super::Guess;
use super::sentences::Sentence;
use crate::choices::Finding;

const OFFICER: &[&str] = &["data protection officer", "dpo", "data protection team", "data protection manager"];
const TURN_TO: &[&str] =
    &["contact", "write to", "email", "e-mail", "call", "telephone", "phone", "reach us", "questions", "question"];
const NO_DETAILS: &[&str] = &["contact us", "get in touch", "write to us", "call us", "e-mail us", "email us"];

pub(super) fn guess(sentences: &[Sentence<'_>]) -> Option<Guess> {
    let reachable = |sentence: &&Sentence<'_>| has_address(sentence.text()) || has_telephone(sentence.text());
    if let Some(sentence) = sentences.iter().filter(reachable).find(|sentence| sentence.has_any(OFFICER)) {
        let because = "It names somebody for data protection, with a way to reach them.";
        return Some(Guess::resting_on(Finding::Said, sentence, because));
    }
    if let Some(sentence) = sentences.iter().filter(reachable).find(|sentence| sentence.has_any(TURN_TO)) {
        return Some(Guess::resting_on(Finding::Said, sentence, "It gives an address or a number to turn to."));
    }
    let vague = sentences.iter().find(|sentence| sentence.has_any(OFFICER) || sentence.has_any(NO_DETAILS))?;
    Some(Guess::resting_on(
        Finding::Partly,
        vague,
        "It says whom to turn to. An address or a number does not seem to be there.",
    ))
}

/// Whether an e-mail address stands in it: something on both sides of an at sign, and a dot after it.
fn has_address(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(name, domain)| {
            name.chars().next_back().is_some_and(char::is_alphanumeric)
                && domain.trim_end_matches(|c: char| !c.is_alphanumeric()).contains('.')
        })
    })
}

/// Whether a telephone number as they are written here stands in it: a nought or a plus, then ten to thirteen digits in all.
fn has_telephone(text: &str) -> bool {
    let mut digits = 0;
    let mut begun = false;
    for letter in text.chars().chain(['.', '.']) {
        match letter {
            '0' | '+' if !begun => (begun, digits) = (true, usize::from(letter == '0')),
            '0'..='9' if begun => digits += 1,
            ' ' | '-' | '(' | ')' if begun => {}
            _ => {
                if (10..=13).contains(&digits) {
                    return true;
                }
                (begun, digits) = (false, 0);
            }
        }
    }
    false
}
