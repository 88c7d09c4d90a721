//! What holds for every text and every day.

use chrono::{Datelike, Duration, NaiveDate};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use recourse_domain::StatedDate;
use recourse_domain::dates::{Understood, understand};

use crate::table::{day, is_the_same_read_again};

/// Words of dates, to be thrown together.
const WORDS: &[&str] = &[
    "3",
    "31",
    "12",
    "1st",
    "21",
    "'21",
    "2021",
    "2020",
    "9999",
    "1000",
    "2020/21",
    "03/11/2021",
    "2021-11-03",
    "03/11",
    "3.11.21",
    "Nov",
    "february",
    "May",
    "Wed",
    "tuesday",
    "last",
    "next",
    "this",
    "week",
    "month",
    "year",
    "weekend",
    "ago",
    "18",
    "a",
    "few",
    "half",
    "and",
    "or",
    "to",
    "-",
    "–",
    "/",
    "?",
    "between",
    "from",
    "before",
    "after",
    "by",
    "since",
    "until",
    "on",
    "the",
    "of",
    "in",
    "about",
    "circa",
    "~",
    "perhaps",
    "early",
    "mid",
    "late",
    "end",
    "first",
    "quarter",
    "Q1",
    "spring",
    "Christmas",
    "day",
    "days",
    "yesterday",
    "today",
    "tomorrow",
    "over",
    "give",
    "take",
    "+/-",
    "months",
    "years",
    "999",
    "17:04",
    "5pm",
    "+0000",
    "EST",
    "commencing",
    "throughout",
    "all",
    "still going",
    "undated",
    "Novmber",
    "couple",
    "at",
    "latest",
    "onwards",
    "or so",
    "each",
    "...",
    "[",
    "..",
    "T10:00",
    "ago today",
    "third",
    "but",
    "within",
    "midnight",
    "hours",
    "shortly",
    "??",
    "xx",
];

fn phrase() -> impl Strategy<Value = String> {
    let word = proptest::sample::select(WORDS);
    let gap = proptest::sample::select(&[" ", " ", " ", " ", "", ", ", "\u{a0}"][..]);
    proptest::collection::vec((word, gap), 1..9)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

/// How people write a day, a month or a year; some leave something out.
const FORMS: &[&str] = &[
    "%-d %B %Y",
    "%-d %B %Y",
    "%d/%m/%Y",
    "%B %Y",
    "%b %Y",
    "%Y",
    "%A %-d %B %Y",
    "%Y-%m-%d",
    "%Y-%m",
    "%B %-d, %Y",
    "%-d %b",
    "%d/%m/%y",
    "%B",
    "%a %-d %b",
];

/// What goes before one date.
const BEFORE: &[&str] = &[
    "",
    "",
    "",
    "early ",
    "mid-",
    "late ",
    "end of ",
    "the week of ",
    "the day after ",
    "2 weeks before ",
    "before ",
    "by ",
    "since ",
    "until ",
    "about ",
    "sometime in ",
    "on or after ",
    "maybe ",
    "about the end of ",
    "throughout ",
];

/// What goes after one date.
const AFTER: &[&str] =
    &["", "", "", "", "", "?", " or so", " onwards", " at the latest", ", give or take 2 weeks", " at 5pm", " I think"];

/// What goes around two dates.
const AROUND: &[(&str, &str)] = &[
    ("between ", " and "),
    ("from ", " to "),
    ("from ", " until "),
    ("", " – "),
    ("", " to "),
    ("", " or "),
    ("either ", " or "),
    ("about between ", " and "),
];

/// Phrases built as people build them, from whole parts, so that most of them are dates.
fn likely_phrase() -> impl Strategy<Value = String> {
    let form = || proptest::sample::select(FORMS);
    let one = (any_day(), form(), proptest::sample::select(BEFORE), proptest::sample::select(AFTER))
        .prop_map(|(day, form, before, after)| format!("{before}{}{after}", day.format(form)));
    let two = (any_day(), 0_i64..800, form(), form(), proptest::sample::select(AROUND)).prop_map(
        |(day, later, first, second, (before, joint))| {
            let end = day + Duration::days(later);
            format!("{before}{}{joint}{}", day.format(first), end.format(second))
        },
    );
    prop_oneof![one, two]
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_i64..40_000).prop_map(|days| day("1950-01-01") + Duration::days(days))
}

/// What must hold of any answer at all.
fn holds(words: &str, said_on: NaiveDate) {
    match understand(words, said_on) {
        Ok(found) => {
            let Understood { date, .. } = &found;
            assert!(date.earliest.zip(date.latest).is_none_or(|(first, last)| first <= last), "{words}");
            assert_eq!(date.as_stated, words.trim());
            assert_eq!(date.said_on, Some(said_on));
            contains_itself_without_tolerance(date);
            is_the_same_read_again(&found);
        }
        Err(problem) => {
            assert!(!problem.is_only_a_flag() && !problem.to_string().is_empty(), "{words}");
            for choice in problem.choices() {
                let taken = understand(choice, said_on).unwrap_or_else(|p| panic!("{words}: {choice}: {p}"));
                assert_eq!(&taken.said_back, choice, "{words}");
            }
        }
    }
}

fn contains_itself_without_tolerance(date: &StatedDate) {
    assert_eq!(date.earliest.is_some(), date.earliest_with_tolerance().is_some());
    assert!(date.earliest.zip(date.earliest_with_tolerance()).is_none_or(|(narrow, wide)| wide <= narrow));
    assert!(date.latest.zip(date.latest_with_tolerance()).is_none_or(|(narrow, wide)| wide >= narrow));
}

#[test]
fn the_likely_phrases_are_mostly_dates_or_questions() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let answers: Vec<_> = (0..1000)
        .map(|_| likely_phrase().new_tree(&mut runner).unwrap().current())
        .map(|words| understand(&words, day("2026-11-21")))
        .collect();
    let understood = answers.iter().filter(|answer| answer.is_ok()).count();
    let asked = answers.iter().flat_map(|answer| answer.as_ref().err()).filter(|p| !p.choices().is_empty()).count();
    assert!(understood > 500 && asked > 100, "{understood} understood, {asked} asked");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn words_thrown_together_never_make_a_false_date(words in phrase(), said_on in any_day()) {
        holds(&words, said_on);
    }

    #[test]
    fn phrases_as_people_build_them_come_back_the_same(words in likely_phrase(), said_on in any_day()) {
        holds(&words, said_on);
    }

    #[test]
    fn no_text_at_all_is_too_much(chars in proptest::collection::vec(any::<char>(), 0..80), said_on in any_day()) {
        holds(&chars.into_iter().collect::<String>(), said_on);
    }

    #[test]
    fn figures_and_signs_alone_are_no_danger(words in "[0-9 /.:'?~-]{0,24}", said_on in any_day()) {
        holds(&words, said_on);
    }
}

proptest! {
    #[test]
    fn any_day_at_all_may_be_the_day_of_saying(
        days in any::<i32>(),
        words in proptest::sample::select(&["yesterday", "tomorrow", "last week", "999 years ago", "3 Nov", "last Tuesday", "in 99 weeks"][..]),
    ) {
        let said_on = day("2000-01-01").checked_add_signed(Duration::days(i64::from(days) % 100_000_000)).unwrap_or(NaiveDate::MAX);
        let answer = understand(words, said_on);
        prop_assert!(answer.is_ok() || !answer.unwrap_err().to_string().is_empty());
    }

    #[test]
    fn every_day_reads_in_in_many_ways(date in any_day()) {
        for words in [
            date.to_string(),
            date.format("%Y%m%d").to_string(),
            format!("{}/{}/{}", date.day(), date.month(), date.year()),
            date.format("%A %-d %B %Y").to_string(),
            date.format("%B %-d, %Y").to_string(),
            date.format("%-d-%b-%Y").to_string(),
            date.format("%a, %d %b %Y 12:00:00 +0000").to_string(),
        ] {
            let found = understand(&words, day("2026-11-21")).unwrap();
            prop_assert_eq!((found.date.earliest, found.date.latest, found.flag), (Some(date), Some(date), None), "{}", words);
        }
    }

    #[test]
    fn a_week_later_the_same_words_mean_a_week_later(
        said_on in any_day(),
        words in proptest::sample::select(&[
            "today", "yesterday", "the day before yesterday", "last week", "this week", "a fortnight ago", "10 days ago",
            "Tuesday last week", "last weekend", "next week", "in 3 days",
        ][..]),
    ) {
        let (now, later) = (understand(words, said_on).unwrap().date, understand(words, said_on + Duration::days(7)).unwrap().date);
        let shifted = |bound: Option<NaiveDate>| bound.map(|day| day + Duration::days(7));
        prop_assert_eq!((later.earliest, later.latest), (shifted(now.earliest), shifted(now.latest)));
    }

    #[test]
    fn months_and_years_ago_are_counted_in_the_calendar(said_on in any_day(), months in 1_i32..600) {
        let date = understand(&format!("{months} months ago"), said_on).unwrap().date;
        let first = date.earliest.unwrap();
        let index = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month()).unwrap();
        prop_assert_eq!(index(said_on) - index(first), months);
        prop_assert_eq!(first.day(), 1);
    }

    #[test]
    fn a_full_date_does_not_depend_on_the_day_of_saying(date in any_day(), one in any_day(), other in any_day()) {
        let words = date.format("before %-d %B %Y").to_string();
        let (one, other) = (understand(&words, one).unwrap().date, understand(&words, other).unwrap().date);
        prop_assert_eq!((one.edtf, one.latest), (other.edtf, other.latest));
    }

    #[test]
    fn sorting_is_total_and_stable(phrases in proptest::collection::vec(likely_phrase(), 0..10), turn in any::<usize>()) {
        let dates: Vec<(usize, StatedDate)> = phrases
            .iter()
            .filter_map(|words| understand(words, day("2026-11-21")).ok())
            .map(|found| found.date)
            .enumerate()
            .collect();
        let order = |mut dates: Vec<(usize, StatedDate)>| {
            dates.sort_by_key(|(entered, date)| (date.is_undated(), date.sort_key(), *entered));
            dates.into_iter().map(|(entered, _)| entered).collect::<Vec<_>>()
        };
        let mut turned = dates.clone();
        if !turned.is_empty() {
            let by = turn % turned.len();
            turned.rotate_left(by);
        }
        prop_assert_eq!(order(turned), order(dates.clone()));
        let mut stable = dates.clone();
        stable.sort_by_key(|(_, date)| (date.is_undated(), date.sort_key()));
        prop_assert_eq!(stable.into_iter().map(|(entered, _)| entered).collect::<Vec<_>>(), order(dates));
    }
}
