//! The design's own table of imprecise dates (law, 9.1), row by row.

use recourse_domain::dates::{DateKind, DateProblem, Question, understand};

use crate::table::{day, read};

/// Words, EDTF, first day, last day. Where the table leaves the year to its surroundings it is written here; without it, it is asked.
pub const ROWS: &[(&str, &str, &str, &str)] = &[
    ("16 July 2020", "2020-07-16", "2020-07-16", "2020-07-16"),
    ("November 2021", "2021-11", "2021-11-01", "2021-11-30"),
    ("sometime between Feb and May 2020", "[2020-02..2020-05]", "2020-02-01", "2020-05-31"),
    ("lasted from Feb to May 2020", "2020-02/2020-05", "2020-02-01", "2020-05-31"),
    ("before 3 Nov 2021", "[..2021-11-02]", "", "2021-11-02"),
    ("by 3 Nov 2021", "[..2021-11-03]", "", "2021-11-03"),
    ("after 29 Oct 2021", "[2021-10-30..]", "2021-10-30", ""),
    ("since 29 Oct 2021, still going", "2021-10-29/..", "2021-10-29", ""),
    ("16th or 17th July 2020", "[2020-07-16,2020-07-17]", "2020-07-16", "2020-07-17"),
    ("about 18 months ago", "2025-05~", "2025-05-01", "2025-05-31"),
    ("maybe 3 Nov 2021", "2021-11-03?", "2021-11-03", "2021-11-03"),
];

#[test]
fn every_row_is_stored_as_the_table_says() {
    for (words, edtf, earliest, latest) in ROWS {
        let found = read(words).1.unwrap();
        let shown = |bound: Option<chrono::NaiveDate>| bound.map(|bound| bound.to_string()).unwrap_or_default();
        let stored = (found.date.edtf.as_deref(), shown(found.date.earliest), shown(found.date.latest));
        assert_eq!(stored, (Some(*edtf), (*earliest).to_owned(), (*latest).to_owned()), "{words}");
        assert_eq!(found.date.as_stated, *words);
    }
}

#[test]
fn about_keeps_its_tolerance_beside_bounds_that_stay_narrow() {
    let date = read("about 18 months ago").1.unwrap().date;
    assert_eq!((date.tolerance_days, date.said_on), (Some(92), Some(day("2026-11-21"))));
    assert_eq!(date.earliest_with_tolerance(), Some(day("2025-01-29")));
    assert_eq!(date.latest_with_tolerance(), Some(day("2025-08-31")));
}

#[test]
fn between_and_lasted_are_kept_apart() {
    let between = read("sometime between Feb and May 2020").1.unwrap().date;
    let lasted = read("lasted from Feb to May 2020").1.unwrap().date;
    assert_eq!((between.kind, lasted.kind), (DateKind::Instant, DateKind::Span));
    assert_eq!(between.sort_key(), lasted.sort_key());
}

#[test]
fn a_row_without_its_year_is_asked_about_and_the_first_choice_is_the_row() {
    for (words, said_on, edtf) in [
        ("since 29 Oct, still going", "2021-11-10", "2021-10-29/.."),
        ("16th or 17th July", "2020-07-29", "[2020-07-16,2020-07-17]"),
        ("maybe 3 Nov", "2021-11-10", "2021-11-03?"),
        ("before 3 Nov", "2021-11-10", "[..2021-11-02]"),
    ] {
        let problem = understand(words, day(said_on)).unwrap_err();
        assert!(matches!(problem, DateProblem::Asked { what: Question::Year, .. }), "{words}");
        let first = understand(&problem.choices()[0], day(said_on)).unwrap();
        assert_eq!(first.date.edtf.as_deref(), Some(edtf), "{words}");
    }
}

#[test]
fn seasons_are_asked_about_and_early_in_a_year_is_an_explicit_set() {
    let problem = read("spring 2020").1.unwrap_err();
    let months = read(&problem.choices()[0]).1.unwrap().date;
    assert_eq!((months.earliest, months.latest), (Some(day("2020-03-01")), Some(day("2020-05-31"))));
    assert_eq!(read("early 2020").1.unwrap().date.edtf.as_deref(), Some("[2020-01-01..2020-04-30]"));
}

#[test]
fn the_undated_row_stores_no_text() {
    let date = read("undated").1.unwrap().date;
    assert_eq!((date.kind, date.edtf, date.earliest, date.latest), (DateKind::Undated, None, None, None));
}

#[test]
fn the_traps_that_concern_dates() {
    let x1 = read("on Thursday 17 July 2020").1.unwrap();
    assert_eq!(x1.date.edtf.as_deref(), Some("[2020-07-16,2020-07-17]"));
    assert!(x1.flag.is_some());
    let x2 = understand("sometime between February and May this year", day("2020-08-05")).unwrap();
    assert_eq!(x2.date.edtf.as_deref(), Some("[2020-02..2020-05]"));
    let x9 = read("five months before 16 January 2022").1.unwrap();
    assert_eq!(x9.date.edtf.as_deref(), Some("2021-08"));
}
