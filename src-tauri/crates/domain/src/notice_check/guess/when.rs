//! N10: when it happened, when it was found, when the organisation was told.

use super::Guess;
use super::sentences::Sentence;
use crate::choices::Finding;

const MONTHS: [&str; 12] = [
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
];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const RELATIVE: &[&str] = &[
    "this year",
    "last year",
    "this month",
    "last month",
    "last week",
    "yesterday",
    "this morning",
    "weeks ago",
    "months ago",
];

/// What the people concerned were told, and when, is another matter.
const TELLING_YOU: &[&str] = &["told you", "wrote to", "written to", "we told members", "informed you", "notified you"];

const OCCURRED: &[&str] = &[
    "happened",
    "took place",
    "occurred",
    "at some time",
    "between",
    "was taken",
    "were taken",
    "was copied",
    "were copied",
    "attacked",
    "the attack",
    "was accessed",
    "were accessed",
    "gained access",
];
const FOUND: &[&str] =
    &["discovered", "detected", "became aware", "was found", "was identified", "we identified", "noticed"];
const TOLD: &[&str] =
    &["told us", "informed us", "notified us", "we were told", "we were informed", "we were notified"];

const ASPECTS: [(&[&str], &str); 3] =
    [(OCCURRED, "when it happened"), (FOUND, "when it was found"), (TOLD, "when the organisation was told")];

pub(super) fn guess(sentences: &[Sentence<'_>]) -> Option<Guess> {
    let dated: Vec<_> =
        sentences.iter().filter(|sentence| names_a_time(sentence) && !sentence.has_any(TELLING_YOU)).collect();
    let found = ASPECTS.map(|(phrases, _)| dated.iter().find(|sentence| sentence.has_any(phrases)));
    let sentence = found.iter().flatten().next()?;
    let names = |there: bool| {
        let named = ASPECTS.iter().zip(&found).filter(|(_, one)| one.is_some() == there).map(|((_, name), _)| *name);
        named.collect::<Vec<_>>().join(" and ")
    };
    let missing = names(false);
    Some(if missing.is_empty() {
        Guess::resting_on(Finding::Said, sentence, format!("It says {}.", names(true)))
    } else {
        let because = format!("It says {}. It does not seem to say {missing}.", names(true));
        Guess::resting_on(Finding::Partly, sentence, because)
    })
}

/// Whether a month, a day of the week or a year stands in it. Only a capital tells the month of May from what may be.
fn names_a_time(sentence: &Sentence<'_>) -> bool {
    let words = sentence.text().split(|letter: char| !letter.is_alphanumeric()).skip_while(|word| word.is_empty());
    let mut words = words.peekable();
    let mut first = true;
    while let Some(word) = words.next() {
        let begins_with_a_verb = first
            && ["May", "March"].contains(&word)
            && !words.peek().is_some_and(|next| next.starts_with(['1', '2', '3']));
        first = false;
        if !begins_with_a_verb && (MONTHS.contains(&word) || DAYS.contains(&word) || is_year(word)) {
            return true;
        }
    }
    sentence.has_any(RELATIVE)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.chars().all(|c| c.is_ascii_digit())
}
