//! The time, handed in. This is the one place of the core that asks the computer for it.

use chrono::{DateTime, Local, NaiveDate, Utc};

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
    /// The day on the person's calendar.
    fn today(&self) -> NaiveDate;
}

/// The computer's own clock and time zone.
#[derive(Debug, Clone, Copy, Default)]
pub struct ComputerClock;

impl Clock for ComputerClock {
    #[allow(clippy::disallowed_methods, reason = "the edge where the clock is read")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    #[allow(clippy::disallowed_methods, reason = "the edge where the clock is read")]
    fn today(&self) -> NaiveDate {
        Local::now().date_naive()
    }
}

/// A clock that stands still, for tests and for work on a stated day.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub DateTime<Utc>);

impl Clock for FixedClock {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }

    fn today(&self) -> NaiveDate {
        self.0.date_naive()
    }
}
