use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

fn read(typed: &str) -> Query {
    parse(typed, today())
}

fn words(terms: &[Term]) -> Vec<(&str, bool, bool)> {
    terms.iter().map(|term| (term.text.as_str(), term.phrase, term.open)).collect()
}

#[test]
fn words_and_phrases_are_told_apart() {
    let query = read("unauthorised \"personal data\" -loyalty -\"gift card\" acc");
    assert_eq!(
        words(&query.terms),
        [("unauthorised", false, true), ("personal data", true, false), ("acc", false, true)]
    );
    assert_eq!(words(&query.without), [("loyalty", false, false), ("gift card", true, false)]);
    assert_eq!(query.said_back(), ["without “loyalty”", "without “gift card”"]);
    assert_eq!(words(&read("\"personal da").terms), [("personal da", true, true)]);
    assert_eq!(words(&read("“personal data”").terms), [("personal data", true, false)]);
    assert_eq!(
        words(&read("e-mail http://a.example").terms),
        [("e-mail", false, true), ("http://a.example", false, true)]
    );
    assert!(read(" - \" \" * -- ").is_empty());
}

/// What is typed, and what is said back of it.
const FILTERS: &[(&str, &[&str])] = &[
    ("from:Alder", &["from: Alder"]),
    ("FROM:\"Alder Trust\" to:zoe", &["from: Alder Trust", "to: zoe"]),
    ("kind:letters kind:e-mail kind:mail", &["kind: letter", "kind: e-mail"]),
    ("kind:record", &["kind: recording"]),
    ("kind:p", &[]),
    ("before:3-nov-2021", &["before 3 November 2021"]),
    ("before:2021-11-03", &["before 3 November 2021"]),
    ("before:2021", &["before 1 January 2021"]),
    ("after:\"march 2021\"", &["after 31 March 2021"]),
    ("after:march-2021", &["after 31 March 2021"]),
    ("on:nov-2021", &["in November 2021"]),
    ("on:yesterday", &["on 20 November 2026"]),
    ("on:2021", &["in 2021"]),
    ("on:\"between 3 and 15 May 2020\"", &["between 3 May 2020 and 15 May 2020"]),
    ("in:e-014", &["in E-014"]),
    ("is:undated is:waiting has:file", &["undated", "waiting in the inbox", "has a file"]),
    ("from: before: kind:", &[]),
];

#[test]
fn filters_are_said_back_in_words() {
    for (typed, said) in FILTERS {
        let query = read(typed);
        assert_eq!(query.said_back(), *said, "{typed}");
        assert_eq!(query.problem, None, "{typed}");
        assert!(query.terms.is_empty(), "{typed}");
    }
}

#[test]
fn what_is_not_understood_is_said_and_the_rest_is_taken() {
    for typed in ["before:soon", "after:undated", "kind:zebra", "is:blue", "in:X", "-kind:photo", "has:tail"] {
        let query = read(&format!("letter {typed} list"));
        let problem = query.problem.unwrap_or_else(|| panic!("{typed}")).to_string();
        assert!(problem.contains(typed), "{problem}");
        assert_eq!(query.terms.len(), 2, "{typed}");
        assert!(query.filters.are_none(), "{typed}");
    }
    assert_eq!(read("-word").problem, Some(SearchProblem::OnlyWithout));
}

#[test]
fn days_that_are_asked_for_twice_must_both_hold() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    let filters = read("before:2021 before:2019 after:2015 after:2017 on:2018 on:march-2018").filters;
    assert_eq!((filters.before, filters.after), (Some(day(2019, 1, 1)), Some(day(2017, 12, 31))));
    assert_eq!(filters.on, Some((day(2018, 3, 1), day(2018, 3, 31))));
}

#[test]
fn open_ends_are_said_as_such() {
    let day = NaiveDate::from_ymd_opt(2021, 11, 3).unwrap();
    assert_eq!(days_in_words(NaiveDate::MIN, day), "by 3 November 2021");
    assert_eq!(days_in_words(day, NaiveDate::MAX), "on or after 3 November 2021");
    assert_eq!(days_in_words(NaiveDate::MIN, NaiveDate::MAX), "");
}

#[test]
fn a_reference_alone_names_its_record() {
    assert_eq!(read("n-003").named.map(|reference| reference.to_string()), Some("N-003".to_owned()));
    assert_eq!(read("\"n-003\"").named, None);
}

proptest! {
    #[test]
    fn anything_can_be_typed(typed in "\\PC{0,60}") {
        let query = read(&typed);
        prop_assert_eq!(query.said_back(), read(&typed).said_back());
        for term in query.terms.iter().chain(&query.without) {
            prop_assert!(term.text.chars().any(char::is_alphanumeric));
        }
    }

    #[test]
    fn filters_in_any_order_never_fail(parts in proptest::collection::vec(
        prop_oneof![
            Just("from:"), Just("kind:"), Just("before:"), Just("on:"), Just("-"), Just("\""), Just(" "), Just("in:"), Just("is:"),
            Just("2021"), Just("3-nov-2021"), Just("n-003"), Just("é"), Just("word"), Just("“"), Just("about"), Just("letter"),
        ], 0..14)) {
        let typed = parts.concat();
        let query = read(&typed);
        prop_assert_eq!(&query, &read(&typed));
        prop_assert_eq!(query.filters.are_none(), query.filters.said.is_empty());
    }

    /// What is said back of dates and kinds means the same when it is typed again.
    #[test]
    fn what_is_said_back_of_a_day_means_the_same(days in 0_i64..40_000, field in prop_oneof![Just("before"), Just("after"), Just("on")]) {
        let day = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::Duration::days(days);
        let query = read(&format!("{field}:{day}"));
        let words = query.said_back()[0].split_once(' ').unwrap().1.to_owned();
        prop_assert_eq!(read(&format!("{field}:\"{words}\"")).filters, query.filters);
    }
}
