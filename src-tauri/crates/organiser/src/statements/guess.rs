//! What some words seem to be about. A guess to begin a form with; only what the person saves counts.

use recourse_domain::choices::{BreachType, Topic};

/// Words that speak of a topic. The topic of which most are found is taken; of equals, the one that stands first here.
const TOPICS: &[(Topic, &[&str])] = &[
    (Topic::Ransom, &["ransom", "demand", "paid the", "payment to the"]),
    (
        Topic::Destroyed,
        &["destroyed", "been deleted", "was deleted", "not been published", "went beyond", "made public"],
    ),
    (
        Topic::WhichData,
        &[
            "bank",
            "card details",
            "names",
            "e-mail",
            "email address",
            "telephone number",
            "phone",
            "date of birth",
            "sensitive information",
            "passwords",
            "amounts given",
            "your data",
            "personal data",
            "information that",
            "details",
            "fields that",
            "the file may have held",
            "the data includes",
        ],
    ),
    (
        Topic::NumberOfPeople,
        &["number of people", "people affected", "members affected", "branches", "thousand", "million"],
    ),
    (
        Topic::When,
        &["first found", "were told on", "told customers on", "between ", "became aware", "was told on", "happened on"],
    ),
    (Topic::Who, &["on our behalf", "our supplier", "third party", "company that", "the attacker", "the criminal"]),
    (Topic::Apology, &["sorry", "apolog", "regret"]),
    (Topic::Request, &["your request", "your complaint", "no record of", "reply to your"]),
    (
        Topic::Advice,
        &["please be careful", "you should", "you do not need", "no action", "we advise", "switch on", "look out for"],
    ),
    (Topic::Measures, &["we have taken", "steps", "improve", "investigat", "working with", "police", "commissioner"]),
    (Topic::Risk, &["risk", "misuse", "fraud", "no reason to believe", "identity"]),
    (
        Topic::WhatHappened,
        &[
            "incident",
            "attack",
            "breach",
            "was copied",
            "was taken",
            "stolen",
            "no longer be opened",
            "corrupted",
            "inaccessible",
            "unavailable",
            "intrusion",
            "access to our systems",
        ],
    ),
];

/// The words by which people speak of each kind of breach, as told.
const BREACHES: &[(BreachType, &[&str])] = &[
    (
        BreachType::Confidentiality,
        &[
            "taken",
            "copied",
            "stolen",
            "stole",
            "theft",
            "leaked",
            "exfiltrated",
            "accessed",
            "disclosed",
            "obtained",
            "downloaded",
        ],
    ),
    (BreachType::Integrity, &["corrupted", "altered", "tampered", "changed without", "modified"]),
    (
        BreachType::Availability,
        &[
            "inaccessible",
            "unavailable",
            "cannot be opened",
            "can not be opened",
            "no longer be opened",
            "could not be opened",
            "cannot be reached",
            "no longer be reached",
            "could not be reached",
            "locked out",
            "lost access",
        ],
    ),
];

/// Whose data is meant, where words name them.
const OWNERS: &[&str] = &[
    "customers",
    "members",
    "supporters",
    "donors",
    "employees",
    "staff",
    "clients",
    "patients",
    "pupils",
    "students",
    "tenants",
    "subscribers",
    "volunteers",
    "applicants",
];

/// Words that may stand before them and say which.
const WHICH: &[&str] =
    &["all", "some", "many", "most", "few", "our", "their", "its", "of", "former", "current", "past", "other"];

/// The topic that words speak of most.
pub(super) fn topic(words: &str) -> Topic {
    let lower = words.to_lowercase();
    let mut best = (Topic::Other, 0);
    for (topic, hints) in TOPICS {
        let found = hints.iter().filter(|hint| lower.contains(**hint)).count();
        if found > best.1 {
            best = (*topic, found);
        }
    }
    best.0
}

/// The kinds of breach that words describe. What a sentence denies is not counted: "no data was taken" tells of none.
pub(super) fn breach_types(words: &str) -> Vec<BreachType> {
    let lower = words.to_lowercase().replace('’', "'");
    let mut found = Vec::new();
    for (kind, hints) in BREACHES {
        let told = lower.split_inclusive(['.', '!', '?', ';', '\n']).any(|sentence| {
            hints.iter().any(|hint| at_words(sentence, hint).is_some_and(|at| !denied(&sentence[..at])))
        });
        if told {
            found.push(*kind);
        }
    }
    found
}

/// Where a hint stands in a sentence as whole words.
fn at_words(sentence: &str, hint: &str) -> Option<usize> {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    sentence
        .match_indices(hint)
        .find(|(at, _)| edge(sentence[..*at].chars().next_back()) && edge(sentence[at + hint.len()..].chars().next()))
        .map(|(at, _)| at)
}

fn denied(before: &str) -> bool {
    let words: Vec<&str> =
        before.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|w| !w.is_empty()).collect();
    words.iter().enumerate().any(|(at, word)| match *word {
        // "can no longer be opened" denies nothing.
        "no" => words.get(at + 1) != Some(&"longer"),
        "not" | "never" | "none" | "nothing" | "neither" | "nor" => true,
        other => other.ends_with("n't"),
    })
}

/// Whose data words name, in those words: "some customers", "your data". Empty where they name nobody's.
pub(super) fn whose_data(words: &str) -> String {
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let all: Vec<&str> = words.split_whitespace().collect();
    for (at, word) in all.iter().enumerate() {
        let word = plain(word);
        if OWNERS.contains(&word.as_str()) {
            let before = all[..at].iter().rev().take_while(|one| WHICH.contains(&plain(one).as_str())).count();
            let mut kept: Vec<String> = all[at - before..at].iter().map(|one| plain(one)).collect();
            if kept.first().is_some_and(|first| first == "of") {
                kept.remove(0);
            }
            kept.push(word);
            return kept.join(" ");
        }
        let after = |steps: usize| all.get(at + steps).map(|next| plain(next)).unwrap_or_default();
        let next = if after(1) == "personal" { after(2) } else { after(1) };
        if word == "your" && ["data", "details", "information", "records", "name"].contains(&next.as_str()) {
            return format!("your {next}");
        }
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use BreachType::{Availability, Confidentiality, Integrity};

    use super::*;

    #[test]
    fn the_kind_of_breach_is_taken_from_the_words_as_told() {
        for (words, kinds) in [
            ("A large amount of Society data can no longer be opened on their systems.", &[Availability][..]),
            ("The records were rendered inaccessible.", &[Availability]),
            ("Northfold records stolen", &[Confidentiality]),
            ("a copy of a backup file was taken", &[Confidentiality]),
            ("the records are corrupted for good", &[Integrity]),
            ("The data was stolen, then altered. It cannot be opened.", &[Confidentiality, Integrity, Availability]),
            ("No sensitive information, such as bank account details, was taken.", &[]),
            ("The criminal did not obtain bank details.", &[]),
            ("It wasn’t copied. It was unavailable.", &[Availability]),
            ("We are mistaken.", &[]),
            ("Thank you for writing.", &[]),
        ] {
            assert_eq!(breach_types(words), kinds, "{words}");
        }
    }

    #[test]
    fn the_topic_is_the_one_that_most_words_speak_of() {
        for (words, expected) in [
            ("No sensitive information, such as bank account details or passwords, was taken.", Topic::WhichData),
            ("A large amount of Society data can no longer be opened on their systems.", Topic::WhatHappened),
            ("we were assured the data was destroyed", Topic::Destroyed),
            ("We are sorry for the worry.", Topic::Apology),
            ("Hello", Topic::Other),
        ] {
            assert_eq!(topic(words), expected, "{words}");
        }
    }

    #[test]
    fn whose_data_is_kept_in_the_words_used() {
        assert_eq!(whose_data("has found that, for some customers, fields were used"), "some customers");
        assert_eq!(whose_data("sent to some of our former members"), "some of our former members");
        assert_eq!(whose_data("We hold your personal data."), "your data");
        assert_eq!(whose_data("Nothing is said."), "");
    }
}
