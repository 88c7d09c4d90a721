//! N14: a reassurance stated as fact. It may be true; what it rests on can be asked.

use super::Guess;
use super::sentences::{Sentence, sentences};
use crate::choices::Finding;

/// Reassurances as they are stated.
const AS_FACT: &[&str] = &[
    "no sensitive",
    "no bank",
    "no financial",
    "no payment",
    "no personal data",
    "no passwords",
    "was destroyed",
    "were destroyed",
    "been destroyed",
    "was deleted",
    "were deleted",
    "been deleted",
    "not hold bank",
    "not hold any bank",
    "does not include bank",
    "not affected",
    "not at risk",
    "no risk",
    "is safe",
    "are safe",
    "remains secure",
    "no cause for concern",
    "nothing to worry about",
];

/// The same, as what somebody has or has not seen.
const AS_SEEN: &[&str] = &["no evidence", "no reason to believe", "no indication", "not aware of any", "no sign"];

const NO_SENSITIVE: &[&str] = &["no sensitive", "not sensitive", "non-sensitive"];

/// Payments that can show what a person supports.
const GIFTS: &[&str] = &[
    "amounts given",
    "amounts donated",
    "amounts you gave",
    "donation",
    "donations",
    "donation history",
    "dates of gifts",
    "gifts",
    "subscription payments",
];

pub(super) fn guess(all: &[Sentence<'_>]) -> Option<Guess> {
    let stated: Vec<_> = all.iter().filter(|sentence| sentence.has_any(AS_FACT)).collect();
    if let Some(first) = stated.first() {
        let mut because = "It states a reassurance as fact. It may be true; what it rests on can be asked.".to_owned();
        for other in &stated[1..] {
            because.push_str(&format!(" Another: \u{201c}{}\u{201d}.", other.quote()));
        }
        if let Some(gift) = beside(all) {
            because.push_str(&format!(
                " It also says \u{201c}{}\u{201d}: what a person gives can reveal an opinion or a belief (UK GDPR, Article 9).",
                gift.quote()
            ));
        }
        return Some(Guess::resting_on(Finding::Said, first, because));
    }
    let seen = all.iter().find(|sentence| sentence.has_any(AS_SEEN))?;
    Some(Guess::resting_on(
        Finding::Partly,
        seen,
        "It says what has not been seen. How it was looked for can be asked.",
    ))
}

/// The words about gifts or payments in a text that also says that nothing sensitive was touched; none where the two do not stand
/// together. A gift to a party or a cause can reveal what Article 9 of the UK GDPR protects.
pub fn beside_a_gift(text: &str) -> Option<String> {
    beside(&sentences(text)).map(|sentence| sentence.quote().to_owned())
}

fn beside<'a, 's>(all: &'s [Sentence<'a>]) -> Option<&'s Sentence<'a>> {
    all.iter()
        .any(|sentence| sentence.has_any(NO_SENSITIVE))
        .then(|| all.iter().find(|sentence| sentence.has_any(GIFTS)))?
}
