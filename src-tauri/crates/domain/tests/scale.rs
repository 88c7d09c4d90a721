//! Where days stand in a picture.
#![allow(clippy::unwrap_used, reason = "a test says why it stops by stopping")]

use chrono::NaiveDate;
use proptest::prelude::*;
use recourse_domain::StatedDate;
use recourse_domain::dates::understand;
use recourse_domain::timeline::Scale;

fn date(words: &str) -> StatedDate {
    understand(words, NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()).unwrap().date
}

fn labels(words: &[&str]) -> Vec<String> {
    let dates: Vec<StatedDate> = words.iter().map(|words| date(words)).collect();
    Scale::over(&dates).map(Scale::ticks).unwrap_or_default().into_iter().map(|tick| tick.label).collect()
}

#[test]
fn months_are_named_while_they_are_few_then_quarters_then_years() {
    assert_eq!(labels(&["3 Nov 2021", "10 Jan 2022"]), ["Nov 2021", "Dec", "2022"]);
    assert_eq!(labels(&["3 Nov 2021"]), ["Nov 2021", "Dec"]);
    assert_eq!(labels(&["before 29 Oct 2021", "6 Nov 2021"]), ["Jul 2021", "Aug", "Sep", "Oct", "Nov"]);
    assert_eq!(labels(&["1 Feb 2020", "3 Nov 2021"])[..3], ["Apr 2020", "Jul", "Oct"]);
    assert_eq!(labels(&["1 Feb 2014", "3 Nov 2021"]), ["2015", "2016", "2017", "2018", "2019", "2020", "2021"]);
    assert!(labels(&["undated", "undated"]).is_empty());
    assert!(labels(&[]).is_empty());
    assert!(labels(&["1 Feb 1900", "3 Nov 2021"]).len() <= 14);
}

#[test]
fn a_day_is_a_dot_a_stretch_a_bar_and_what_is_open_or_about_is_soft() {
    let scale = Scale::over(&[date("1 Jan 2021"), date("31 Dec 2021")]).unwrap();
    let drawn = |words: &str| {
        let bar = scale.bar(&date(words)).unwrap();
        (bar.dot, bar.soft_begin, bar.soft_end)
    };
    assert_eq!(drawn("3 Nov 2021"), (true, false, false));
    assert_eq!(drawn("between Feb and May 2021"), (false, false, false));
    assert_eq!(drawn("about May 2021"), (false, true, true));
    assert_eq!(drawn("before 3 Nov 2021"), (false, true, false));
    assert_eq!(drawn("since 3 Nov 2021"), (false, false, true));
    assert_eq!(scale.bar(&date("undated")), None);
    let whole = scale.bar(&date("2021")).unwrap();
    assert!(whole.begin.abs() < 1e-9 && (whole.end - 1.0).abs() < 1e-9);
}

proptest! {
    #[test]
    fn every_date_lies_within_the_picture_and_in_its_order(days in prop::collection::vec(0_i64..60_000, 1..20)) {
        let day = |n: i64| NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Duration::days(n);
        let mut dates: Vec<StatedDate> = days.iter().map(|n| StatedDate::day(day(*n))).collect();
        dates.sort_by_key(StatedDate::sort_key);
        let scale = Scale::over(&dates).unwrap();
        let bars: Vec<_> = dates.iter().map(|date| scale.bar(date).unwrap()).collect();
        prop_assert!(bars.iter().all(|bar| 0.0 <= bar.begin && bar.begin < bar.end && bar.end <= 1.0));
        prop_assert!(bars.windows(2).all(|pair| pair[0].begin <= pair[1].begin));
        let ticks = scale.ticks();
        prop_assert!(ticks.len() <= 14 && ticks.windows(2).all(|pair| pair[0].at < pair[1].at));
    }
}
