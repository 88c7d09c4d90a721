//! Reading the tables of phrases. A row is: words | kind | EDTF | first day | last day | tolerance in days | said back. Words are said on
//! 21 November 2026, or on the day after an "@".

use chrono::NaiveDate;
use recourse_domain::dates::{DateKind, DateProblem, Meaning, Understood, understand};

/// A day of the calendar.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What is understood of a row's first column.
pub fn read(column: &str) -> (&str, Result<Understood, DateProblem>) {
    let (words, said_on) = column.split_once(" @").unwrap_or((column, "2026-11-21"));
    (words, understand(words, day(said_on)))
}

/// The columns of each row.
pub fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|line| !line.is_empty()).map(|line| line.split('|').map(str::trim).collect())
}

fn shown(bound: Option<NaiveDate>) -> String {
    bound.map(|bound| bound.to_string()).unwrap_or_default()
}

/// Each row comes out exactly as given, and stays the same in every way it can be read again.
pub fn each_row_is_understood(table: &str) {
    for row in rows(table) {
        let [column, kind, edtf, earliest, latest, tolerance, said_back] = row[..] else { panic!("{row:?}") };
        let (words, found) = read(column);
        let found = found.unwrap_or_else(|problem| panic!("{words}: {problem}"));
        let date = &found.date;
        assert_eq!(date.as_stated, words);
        let kinds = [(DateKind::Instant, "instant"), (DateKind::Span, "span"), (DateKind::Undated, "undated")];
        assert!(kinds.contains(&(date.kind, kind)), "{words}: {:?}", date.kind);
        assert_eq!(date.edtf.as_deref(), Some(edtf), "{words}");
        assert_eq!(shown(date.earliest), earliest, "{words}");
        assert_eq!(shown(date.latest), latest, "{words}");
        assert_eq!(date.tolerance_days.map(|days| days.to_string()).unwrap_or_default(), tolerance, "{words}");
        assert_eq!(found.said_back, said_back, "{words}");
        assert_eq!(date.in_words(), said_back, "{words}");
        assert_eq!(found.flag, None, "{words}");
        is_the_same_read_again(&found);
    }
}

/// What is said back reads in as the same date; its EDTF reads back as the same, here and to another reader.
pub fn is_the_same_read_again(found: &Understood) {
    let date = &found.date;
    let again = understand(&found.said_back, day("1999-12-31")).unwrap_or_else(|p| panic!("{}: {p}", found.said_back));
    let same = (&date.edtf, date.kind, date.earliest, date.latest, date.tolerance_days);
    let back = &again.date;
    assert_eq!((&back.edtf, back.kind, back.earliest, back.latest, back.tolerance_days), same, "{}", date.as_stated);
    assert_eq!(again.said_back, found.said_back);
    let Some(edtf) = &date.edtf else { return };
    let kept = Meaning::from_edtf(edtf, date.tolerance_days).unwrap_or_else(|| panic!("{edtf}"));
    assert_eq!(kept.edtf().as_ref(), Some(edtf));
    assert_eq!(kept.bounds(), (date.earliest, date.latest), "{edtf}");
    assert_eq!(kept.kind(), date.kind, "{edtf}");
    let parsed = edtf_core::Edtf::parse(edtf).unwrap_or_else(|_| panic!("{edtf} is no EDTF"));
    assert_eq!(parsed.to_string(), *edtf, "canonical");
    let bound = |bound| match bound {
        edtf_core::Bound::Date(date) => date.to_string(),
        _ => String::new(),
    };
    assert_eq!(bound(parsed.bounds().earliest), shown(date.earliest), "{edtf}");
    assert_eq!(bound(parsed.bounds().latest), shown(date.latest), "{edtf}");
}
