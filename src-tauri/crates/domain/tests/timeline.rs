//! Order, certainty and distance of dates.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says why it stops by stopping")]

use chrono::NaiveDate;
use proptest::prelude::*;
use recourse_domain::StatedDate;
use recourse_domain::dates::understand;
use recourse_domain::timeline::{Gap, Relation, Timeline, gap, relation};

fn date(words: &str) -> StatedDate {
    understand(words, NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()).unwrap().date
}

fn order(words: &[&str]) -> Timeline<String> {
    let things: Vec<(usize, StatedDate)> = words.iter().map(|words| date(words)).enumerate().collect();
    let sorted = Timeline::new(things, |(_, date)| date, |(entered, _)| *entered);
    let said = |list: Vec<(usize, StatedDate)>| list.into_iter().map(|(_, date)| date.as_stated).collect();
    Timeline { dated: said(sorted.dated), undated: said(sorted.undated) }
}

#[test]
fn dates_come_by_first_day_then_last_day_then_entry() {
    let sorted = order(&[
        "November 2021",
        "undated",
        "3 Nov 2021",
        "2021",
        "before 2020",
        "1 November 2021",
        "unknown",
        "Nov 2021",
    ]);
    assert_eq!(sorted.dated, ["before 2020", "2021", "1 November 2021", "November 2021", "Nov 2021", "3 Nov 2021"]);
    assert_eq!((sorted.undated_count(), sorted.undated), (2, vec!["undated".to_owned(), "unknown".to_owned()]));
}

#[test]
fn an_open_beginning_comes_first_and_an_open_end_last_among_equals() {
    let sorted = order(&["since 3 Nov 2021", "3 Nov 2021", "from 3 to 5 Nov 2021", "by 3 Nov 2021"]);
    assert_eq!(sorted.dated, ["by 3 Nov 2021", "3 Nov 2021", "from 3 to 5 Nov 2021", "since 3 Nov 2021"]);
}

#[test]
fn which_came_first_is_only_said_where_it_is_certain() {
    for (one, other, wanted) in [
        ("29 Oct 2021", "3 Nov 2021", Relation::Before),
        ("3 Nov 2021", "29 Oct 2021", Relation::After),
        ("3 Nov 2021", "03/11/2021", Relation::SameDay),
        ("November 2021", "3 Nov 2021", Relation::Open),
        ("before 3 Nov 2021", "3 Nov 2021", Relation::Before),
        ("by 3 Nov 2021", "3 Nov 2021", Relation::Open),
        ("about 29 Oct 2021", "3 Nov 2021", Relation::Open),
        ("about 29 Oct 2021, give or take 2 days", "3 Nov 2021", Relation::Before),
        ("about 3 Nov 2021", "about 3 Nov 2021", Relation::Open),
        ("undated", "3 Nov 2021", Relation::Open),
        ("undated", "undated", Relation::Open),
        ("November 2021", "November 2021", Relation::Open),
    ] {
        assert_eq!(relation(&date(one), &date(other)), wanted, "{one}, {other}");
    }
}

#[test]
fn days_between_carry_the_doubt_of_both_ends() {
    for (from, to, least, most, words) in [
        ("29 Oct 2021", "3 Nov 2021", Some(5), Some(5), Some("5 days")),
        ("2 Nov 2021", "3 Nov 2021", Some(1), Some(1), Some("1 day")),
        ("by 29 Oct 2021", "3 Nov 2021", Some(5), None, Some("at least 5 days")),
        ("29 Oct 2021", "by 3 Nov 2021", None, Some(5), Some("at most 5 days")),
        ("between 14 and 16 May 2020", "16 July 2020", Some(61), Some(63), Some("between 61 and 63 days")),
        ("about 29 Oct 2021", "3 Nov 2021", Some(-2), Some(12), Some("between -2 and 12 days")),
        ("undated", "3 Nov 2021", None, None, None),
    ] {
        let found = gap(&date(from), &date(to));
        assert_eq!(found, Gap { least, most }, "{from}, {to}");
        assert_eq!(found.in_words().as_deref(), words, "{from}, {to}");
    }
}

proptest! {
    #[test]
    fn five_thousand_things_keep_their_count_and_their_order(seeds in proptest::collection::vec(0_u32..400, 0..5000)) {
        let things: Vec<(usize, StatedDate)> = seeds
            .iter()
            .map(|seed| match seed % 7 {
                0 => StatedDate::undated(),
                _ => StatedDate::day(NaiveDate::from_yo_opt(2021, seed % 365 + 1).unwrap()),
            })
            .enumerate()
            .collect();
        let sorted = Timeline::new(things.clone(), |(_, date)| date, |(entered, _)| *entered);
        prop_assert_eq!(sorted.dated.len() + sorted.undated_count(), things.len());
        prop_assert!(sorted.dated.is_sorted_by_key(|(entered, date)| (date.sort_key(), *entered)));
        prop_assert!(sorted.undated.is_sorted_by_key(|(entered, _)| *entered));
        prop_assert!(sorted.dated.windows(2).all(|pair| relation(&pair[0].1, &pair[1].1) != Relation::After));
    }
}
