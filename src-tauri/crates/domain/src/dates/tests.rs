use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn read(text: &str) -> Result<Understood, DateProblem> {
    understand(text, day("2026-11-21"))
}

/// Words, EDTF, first day, last day, tolerance. The rows of the design's table of imprecise dates, and the forms that people write most.
const ROWS: &[(&str, &str, &str, &str, u32)] = &[
    ("16 July 2020", "2020-07-16", "2020-07-16", "2020-07-16", 0),
    ("3rd of Nov. 2021", "2021-11-03", "2021-11-03", "2021-11-03", 0),
    ("November 3, 2021", "2021-11-03", "2021-11-03", "2021-11-03", 0),
    ("03/11/2021", "2021-11-03", "2021-11-03", "2021-11-03", 0),
    ("2021-11-03", "2021-11-03", "2021-11-03", "2021-11-03", 0),
    ("Wednesday 3 November 2021", "2021-11-03", "2021-11-03", "2021-11-03", 0),
    ("November 2021", "2021-11", "2021-11-01", "2021-11-30", 0),
    ("Feb 2020", "2020-02", "2020-02-01", "2020-02-29", 0),
    ("2021", "2021", "2021-01-01", "2021-12-31", 0),
    ("sometime between Feb and May 2020", "[2020-02..2020-05]", "2020-02-01", "2020-05-31", 0),
    ("between February and May this year", "[2026-02..2026-05]", "2026-02-01", "2026-05-31", 0),
    ("between 3 and 15 May 2020", "[2020-05-03..2020-05-15]", "2020-05-03", "2020-05-15", 0),
    ("lasted from Feb to May 2020", "2020-02/2020-05", "2020-02-01", "2020-05-31", 0),
    ("Feb – May 2020", "2020-02/2020-05", "2020-02-01", "2020-05-31", 0),
    ("before 3 Nov 2021", "[..2021-11-02]", "", "2021-11-02", 0),
    ("by 3 Nov 2021", "[..2021-11-03]", "", "2021-11-03", 0),
    ("after 29 Oct 2021", "[2021-10-30..]", "2021-10-30", "", 0),
    ("on or before 29 October 2021", "[..2021-10-29]", "", "2021-10-29", 0),
    ("on or after 3 Nov 2021", "[2021-11-03..]", "2021-11-03", "", 0),
    ("about the end of January 2022", "[2022-01-14..2022-02-07]", "2022-01-14", "2022-02-07", 0),
    ("since 29 Oct 2021", "2021-10-29/..", "2021-10-29", "", 0),
    ("16th or 17th July 2020", "[2020-07-16,2020-07-17]", "2020-07-16", "2020-07-17", 0),
    ("about 18 months ago", "2025-05~", "2025-05-01", "2025-05-31", 92),
    ("about 3 Nov 2021", "2021-11-03~", "2021-11-03", "2021-11-03", 7),
    ("about 2019", "2019~", "2019-01-01", "2019-12-31", 183),
    ("maybe 3 Nov 2021", "2021-11-03?", "2021-11-03", "2021-11-03", 0),
    ("early May 2020", "[2020-05-01..2020-05-10]", "2020-05-01", "2020-05-10", 0),
    ("end of February 2020", "[2020-02-21..2020-02-29]", "2020-02-21", "2020-02-29", 0),
    ("last week", "[2026-11-09..2026-11-15]", "2026-11-09", "2026-11-15", 0),
    ("yesterday", "2026-11-20", "2026-11-20", "2026-11-20", 0),
];

#[test]
fn each_row_is_understood_as_given() {
    for (words, edtf, earliest, latest, tolerance) in ROWS {
        let found = read(words).unwrap_or_else(|problem| panic!("{words}: {problem}"));
        assert_eq!(found.date.as_stated, *words);
        assert_eq!(found.date.edtf.as_deref(), Some(*edtf), "{words}");
        let shown = |bound: Option<NaiveDate>| bound.map(|b| b.to_string()).unwrap_or_default();
        assert_eq!(shown(found.date.earliest), *earliest, "{words}");
        assert_eq!(shown(found.date.latest), *latest, "{words}");
        assert_eq!(found.date.tolerance_days.unwrap_or(0), *tolerance, "{words}");
        assert_eq!(found.flag, None, "{words}");
    }
}

#[test]
fn the_edtf_of_each_row_means_the_same_to_another_reader() {
    for (words, edtf, earliest, latest, _) in ROWS {
        let parsed = edtf_core::Edtf::parse(edtf).unwrap_or_else(|_| panic!("{words}: {edtf}"));
        assert_eq!(parsed.to_string(), *edtf, "canonical");
        let shown = |bound| match bound {
            edtf_core::Bound::Date(date) => date.to_string(),
            _ => String::new(),
        };
        assert_eq!(shown(parsed.bounds().earliest), *earliest, "{words}");
        assert_eq!(shown(parsed.bounds().latest), *latest, "{words}");
    }
}

#[test]
fn a_kept_date_is_said_in_words_again() {
    for (words, edtf, ..) in ROWS {
        let kept = read(words).unwrap();
        let again = Meaning::from_edtf(edtf, kept.date.tolerance_days).unwrap();
        assert_eq!(again.edtf().as_deref(), Some(*edtf), "{words}");
        assert_eq!(again.bounds(), (kept.date.earliest, kept.date.latest), "{words}");
        assert_eq!(read(&kept.date.in_words()).unwrap().date.edtf, kept.date.edtf, "{words}");
    }
    assert_eq!(StatedDate::undated().in_words(), "undated");
}

#[test]
fn no_date_is_a_value() {
    for words in ["", "undated", "No date", "not dated", "unknown"] {
        let found = read(words).unwrap();
        assert!(found.date.is_undated());
        assert_eq!(found.date.edtf, None);
        assert_eq!(found.date.sort_key(), None);
    }
}

#[test]
fn a_weekday_that_does_not_fit_is_flagged_and_both_days_are_kept() {
    let found = read("Thursday 17 July 2020").unwrap();
    assert_eq!(found.date.edtf.as_deref(), Some("[2020-07-16,2020-07-17]"));
    assert_eq!(
        found.flag,
        Some(DateProblem::WeekdayDiffers {
            stated: day("2020-07-17"),
            weekday: "Thursday".to_owned(),
            other: day("2020-07-16"),
        })
    );
}

#[test]
fn what_cannot_be_known_is_asked_about() {
    for (words, problem) in [
        ("3 Nov", DateProblem::YearMissing),
        ("03/11/21", DateProblem::ShortYear),
        ("3 Nov 21", DateProblem::ShortYear),
        ("spring 2020", DateProblem::Season),
        ("31 June 2020", DateProblem::NoSuchDay),
        ("29 Feb 2021", DateProblem::NoSuchDay),
        ("between May and Feb 2020", DateProblem::EndBeforeStart),
        ("soon", DateProblem::NotUnderstood),
        ("3", DateProblem::NotUnderstood),
        ("Nov 2021 2022", DateProblem::NotUnderstood),
        ("2021-11-03T10:00", DateProblem::NotUnderstood),
        ("about", DateProblem::NotUnderstood),
        ("before", DateProblem::NotUnderstood),
    ] {
        assert_eq!(read(words), Err(problem), "{words}");
    }
}

proptest! {
    #[test]
    fn what_is_said_back_reads_in_as_the_same_date(index in 0..ROWS.len(), offset in 0_i64..4000) {
        let said_on = day("2018-01-01") + Duration::days(offset);
        if let Ok(first) = understand(ROWS[index].0, said_on) {
            let again = understand(&first.said_back, said_on).unwrap();
            prop_assert_eq!(&again.date.edtf, &first.date.edtf);
            prop_assert_eq!(again.date.kind, first.date.kind);
            prop_assert_eq!(again.date.tolerance_days, first.date.tolerance_days);
            prop_assert_eq!(again.said_back, first.said_back);
        }
    }

    #[test]
    fn bounds_never_invert(words in "[a-z0-9 /.-]{0,24}") {
        if let Ok(found) = read(&words)
            && let (Some(earliest), Some(latest)) = (found.date.earliest, found.date.latest)
        {
            prop_assert!(earliest <= latest);
        }
    }

    #[test]
    fn every_day_reads_in_three_ways(offset in 0_i64..40_000) {
        let date = day("1950-01-01") + Duration::days(offset);
        for words in [
            date.to_string(),
            format!("{}/{}/{}", date.day(), date.month(), date.year()),
            date.format("%A %-d %B %Y").to_string(),
        ] {
            prop_assert_eq!(read(&words).unwrap().date.earliest, Some(date));
        }
    }
}
