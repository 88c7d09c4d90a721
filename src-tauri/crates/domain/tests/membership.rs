//! How long after leaving data was still held, in whole months of the calendar, with both ends uncertain.
#![allow(clippy::unwrap_used, reason = "a test says why it stops by stopping")]

use chrono::NaiveDate;
use proptest::prelude::*;
use recourse_domain::StatedDate;
use recourse_domain::dates::understand;
use recourse_domain::membership::{Held, held};

fn date(words: &str) -> StatedDate {
    understand(words, NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()).unwrap().date
}

#[test]
fn months_between_leaving_and_a_day_on_which_data_was_held() {
    for (left, then, wanted) in [
        ("3 May 2020", "3 Nov 2021", Some("18 months")),
        ("3 May 2020", "2 Nov 2021", Some("at least 17 and at most 18 months")),
        ("3 May 2020", "4 Nov 2021", Some("at least 18 and at most 19 months")),
        // From the last day of a long month to the last of a shorter one is a month.
        ("31 Jan 2021", "28 Feb 2021", Some("1 month")),
        ("31 Jan 2021", "27 Feb 2021", Some("at most 1 month")),
        ("29 Feb 2020", "28 Feb 2021", Some("12 months")),
        ("29 Feb 2020", "27 Feb 2021", Some("at least 11 and at most 12 months")),
        ("May 2020", "3 Nov 2021", Some("at least 17 and at most 19 months")),
        ("about May 2020", "3 Nov 2021", Some("at least 14 and at most 22 months")),
        ("between February 2020 and May 2020", "November 2021", Some("at least 17 and at most 22 months")),
        ("before 3 May 2020", "3 Nov 2021", Some("at least 18 months")),
        ("3 May 2020", "since 3 Nov 2021", Some("at least 18 months")),
        ("3 May 2020", "after 2 Nov 2021", Some("at least 18 months")),
        // Here the dates do not show that it came after, so nothing is said.
        ("after 3 May 2020", "3 Nov 2021", None),
        ("3 May 2020", "before 3 Nov 2021", None),
        ("3 Nov 2021", "3 May 2020", None),
        ("November 2021", "3 Nov 2021", None),
        ("about May 2020", "July 2020", None),
        ("undated", "3 Nov 2021", None),
        ("3 May 2020", "undated", None),
        ("3 May 2020", "3 May 2020", None),
        ("before 3 May 2020", "3 May 2020", None),
    ] {
        let said = held(&date(left), &date(then)).and_then(Held::in_words);
        assert_eq!(said.as_deref(), wanted, "left {left}, held {then}");
    }
}

proptest! {
    #[test]
    fn the_fewest_are_never_more_than_the_most(from in 0_i64..40_000, length in 0_i64..4_000, later in 0_i64..9_000) {
        let day = |n: i64| NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::Duration::days(n);
        let span = StatedDate { latest: Some(day(from + length)), ..StatedDate::day(day(from)) };
        let then = StatedDate::day(day(from + length + later));
        let found = held(&span, &then).unwrap();
        let most = found.most.unwrap();
        prop_assert!(found.least <= most);
        // One end is rounded down, the other up.
        prop_assert!(i64::from(most - found.least) <= length / 28 + 2);
    }
}
