//! The window's clock.

use chrono::{DateTime, NaiveDate, Utc};
use recourse_organiser::clock::{Clock, ComputerClock};

/// The computer's own clock; in builds for development a test may say which day it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct DeskClock;

impl Clock for DeskClock {
    fn now(&self) -> DateTime<Utc> {
        ComputerClock.now()
    }

    fn today(&self) -> NaiveDate {
        stand_in().unwrap_or_else(|| ComputerClock.today())
    }
}

/// In builds for development a file may say which day it is, so that a test can let days go by: one date, `YYYY-MM-DD`.
#[cfg(debug_assertions)]
fn stand_in() -> Option<NaiveDate> {
    let file = std::env::var_os("RECOURSE_TEST_TODAY")?;
    std::fs::read_to_string(file).ok()?.trim().parse().ok()
}

#[cfg(not(debug_assertions))]
const fn stand_in() -> Option<NaiveDate> {
    None
}
