//! C9: a clock that jumps by years. Order is by number, and what cannot be right is counted.

use chrono::{DateTime, TimeDelta, Utc};
use recourse_domain::records::Notice;
use recourse_store::{ChainCheck, Filter};

use crate::support::*;

/// Jumps of the clock.
const JUMPS: u128 = 50;

/// Some moment within ten years on either side, the same every time.
fn jump(number: u128) -> DateTime<Utc> {
    let days = i64::try_from(number * 2_654_435_761 % 7_300).unwrap() - 3_650;
    at(0) + TimeDelta::days(days)
}

#[test]
fn a_clock_that_jumps_by_years_changes_no_order_and_is_noticed() {
    let mut store = Store::begun();
    assert_eq!(store.db.reading().times_going_back().unwrap(), 0);
    for number in 0..JUMPS {
        store.write_at(jump(number), |w| w.insert(new(100 + number, Notice::default())).map(drop)).unwrap();
    }
    let reading = store.db.reading();
    let changes: Vec<_> = reading.changes_after(4, 1_000).unwrap();
    assert_eq!(changes.iter().map(|change| change.seq).collect::<Vec<_>>(), (5..5 + JUMPS as u64).collect::<Vec<_>>());
    let entered: Vec<_> = changes.iter().filter_map(|change| change.record).collect();
    assert_eq!(
        entered,
        (0..JUMPS).map(|number| id(100 + number)).collect::<Vec<_>>(),
        "in the order in which they were made"
    );
    assert!(matches!(reading.verify_chain(&change_key()).unwrap(), ChainCheck::Sound(_)));
    assert_eq!(reading.list::<Notice>(Filter::default()).unwrap().len(), JUMPS as usize);
    let times: Vec<_> = [at(0)].into_iter().chain((0..JUMPS).map(jump)).collect();
    let back = times.windows(2).filter(|pair| pair[1] < pair[0]).count();
    assert!(back > 10, "{back}");
    assert_eq!(reading.times_going_back().unwrap(), back as u64);
}

#[test]
fn a_clock_that_is_put_right_by_seconds_is_not_odd() {
    let mut store = Store::begun();
    store.write_at(at(0) - TimeDelta::seconds(20), |w| w.insert(new(100, Notice::default())).map(drop)).unwrap();
    store.write_at(at(0) - TimeDelta::seconds(20), |w| w.insert(new(101, Notice::default())).map(drop)).unwrap();
    assert_eq!(store.db.reading().times_going_back().unwrap(), 0);
}
