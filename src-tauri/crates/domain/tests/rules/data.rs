//! The rules as data: all there, each with its source, said neutrally.

use std::collections::BTreeSet;

use recourse_domain::rules::{Badge, Confidence, USED, rule, rules};

use crate::case::day;

#[test]
fn every_rule_that_is_counted_by_is_there_and_no_name_is_given_twice() {
    let names: BTreeSet<&str> = rules().iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(names.len(), rules().len());
    let missing: Vec<_> = USED.iter().filter(|id| !names.contains(**id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(rule("SAR-2M").is_none());
}

#[test]
fn every_rule_says_what_where_from_and_since_when() {
    for rule in rules() {
        let full = [&rule.id, &rule.title, &rule.trigger, &rule.function, &rule.text];
        assert!(full.iter().all(|words| !words.trim().is_empty()), "{}", rule.id);
        assert!(
            !rule.citations.is_empty() && rule.citations.iter().all(|from| !from.reference.is_empty()),
            "{}",
            rule.id
        );
        assert_eq!(rule.checked_on, day("2026-11-21"), "{}", rule.id);
        assert!(rule.text.ends_with('.'), "{}", rule.id);
    }
}

#[test]
fn what_was_not_read_at_its_source_is_badged_and_what_is_old_too() {
    let badges = |id: &str, today: &str| rule(id).unwrap().badges(day(today));
    assert_eq!(badges("SAR-1M", "2026-11-22"), []);
    assert_eq!(badges("SAR-1M", "2027-11-21"), []);
    assert_eq!(badges("SAR-1M", "2027-11-22"), [Badge::MayHaveChanged]);
    assert_eq!(badges("GP-NI", "2026-11-22"), [Badge::Unchecked]);
    assert_eq!(badges("GP-NI", "2028-01-01"), [Badge::Unchecked, Badge::MayHaveChanged]);
    for rule in rules().iter().filter(|rule| rule.confidence == Confidence::Low) {
        let starts_open = rule.text.contains("begin") && rule.primary_read;
        assert!(starts_open || !rule.primary_read, "{}", rule.id);
    }
}

/// The house reads the sources for words that judge; these files are data, so they are read here.
#[test]
fn no_rule_judges_anybody_or_promises_anything() {
    const NOT_OURS: [&str; 24] = [
        "liable",
        "liability",
        "negligen",
        "guilty",
        "unlawful",
        "illegal",
        "failed to",
        "fails to",
        "failure",
        "overdue",
        "late ",
        "late.",
        "refuse",
        "compensation",
        "damages",
        "entitled",
        "breach of",
        "violat",
        "infring",
        "blame",
        "fault",
        "deadline in law",
        "you will win",
        "out of time",
    ];
    for rule in rules() {
        let said = format!("{} {} {} {}", rule.title, rule.text, rule.trigger, rule.function).to_lowercase();
        let found: Vec<_> = NOT_OURS.iter().filter(|word| said.contains(**word)).collect();
        assert!(found.is_empty(), "{}: {found:?}", rule.id);
    }
}
