//! N09: which kinds of data.

use super::Guess;
use super::phrases::DENIED;
use super::sentences::Sentence;
use crate::choices::Finding;

/// Words for kinds of data; several words of one kind stand together.
const KINDS: &[&[&str]] = &[
    &["name", "names"],
    &["e-mail", "email", "e-mails", "emails", "e-mail address*", "email address*"],
    &["phone", "telephone", "phone number*", "mobile number*"],
    &["postal address*", "home address*", "address", "addresses", "postcode*"],
    &["date of birth", "dates of birth"],
    &["bank details", "bank account*", "sort code*", "account number*", "direct debit*"],
    &["card number*", "card details", "credit card*", "debit card*", "payment card*"],
    &["password", "passwords"],
    &["username*", "login*"],
    &["amounts given", "amounts donated", "donation*", "gifts", "payment history", "subscription payments"],
    &["membership number*", "customer number*", "account details"],
    &["national insurance"],
    &["passport*", "driving licence*"],
    &["health", "medical", "disabilit*"],
    &["political opinion*", "voting intention*", "party membership"],
    &["trade union membership"],
    &["religion", "religious belief*", "ethnic*", "sexual orientation"],
    &["salary", "income", "payroll", "pension*"],
    &["ip address*"],
];

/// Words that show that a sentence lists what was held or touched, and not whom to write to.
const HELD: &[&str] = &[
    "data",
    "information",
    "details",
    "record",
    "records",
    "file",
    "files",
    "held",
    "hold",
    "holds",
    "included",
    "includes",
    "taken",
    "copied",
    "accessed",
    "affected",
    "such as",
];

pub(super) fn guess(sentences: &[Sentence<'_>]) -> Option<Guess> {
    let counted: Vec<_> = sentences
        .iter()
        .filter(|sentence| sentence.has_any(HELD))
        .map(|sentence| (sentence, KINDS.iter().filter(|words| sentence.has_any(words)).count()))
        .filter(|(_, kinds)| *kinds > 0)
        .collect();
    let (denied, named): (Vec<_>, Vec<_>) = counted.into_iter().partition(|(sentence, _)| sentence.has_any(DENIED));
    // Of several the one that names most, and of those the first.
    let best = named.iter().rev().max_by_key(|(_, kinds)| *kinds);
    match (best, denied.first()) {
        (Some((sentence, kinds)), _) if *kinds > 1 => {
            Some(Guess::resting_on(Finding::Said, sentence, "It names kinds of data."))
        }
        (Some((sentence, _)), _) => Some(Guess::resting_on(Finding::Partly, sentence, "It names one kind of data.")),
        (None, Some((sentence, _))) => Some(Guess::resting_on(
            Finding::Partly,
            sentence,
            "It says of some kinds of data that they are not affected or not held. Which are does not seem to be there.",
        )),
        (None, None) => None,
    }
}
