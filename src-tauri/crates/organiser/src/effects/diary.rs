//! When a diary entry was written beside when it happened, and the words it had before.

use chrono::{DateTime, NaiveDate, Utc};
use recourse_domain::records::DiaryEntry;
use recourse_domain::{RecordId, StatedDate};
use serde_json::Value;

use crate::Result;
use crate::records::{self, ChangeKind};
use crate::session::{Session, Unlocked};

/// Days within which an entry counts as written at the time; one written after more says so.
pub const KEPT_FRESH: i64 = 7;

/// The days between the last day on which something can have happened and the day on which it was written down, where they are more than
/// [`KEPT_FRESH`]; none otherwise, and none where that last day is open. The tolerance of "about" counts as days on which it can have happened.
pub fn written_after(happened: &StatedDate, written: NaiveDate) -> Option<i64> {
    let days = (written - happened.latest_with_tolerance()?).num_days();
    (days > KEPT_FRESH).then_some(days)
}

/// The words that an entry had from a time on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Since when, in UTC.
    pub since: DateTime<Utc>,
    /// The words.
    pub text: String,
}

/// The words of a diary entry, first ones first; the last are those it has now. One that was never changed has one wording.
///
/// # Errors
/// Where there is no such entry.
pub fn wordings(session: &Session<Unlocked>, id: RecordId) -> Result<Vec<Wording>> {
    let entry = records::get::<DiaryEntry>(session, id)?;
    let text = |value: &Option<Value>| value.as_ref()?.get("text")?.as_str().map(str::to_owned);
    let changes = records::history(session, id)?.into_iter().filter(|change| change.kind == ChangeKind::Edited);
    let mut all: Vec<Wording> = Vec::new();
    for (at, before, after) in changes.filter_map(|one| Some((one.at, text(&one.before)?, text(&one.after)?))) {
        if all.is_empty() {
            all.push(Wording { since: entry.created_at, text: before });
        }
        all.push(Wording { since: at, text: after });
    }
    if all.is_empty() {
        all.push(Wording { since: entry.created_at, text: entry.body.text });
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use recourse_domain::dates::understand;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_entry_is_marked_only_after_more_than_seven_days_from_the_last_day_it_can_mean() {
        let said_on = day("2026-11-21");
        for (happened, written, marked) in [
            ("3 November 2026", "2026-11-10", None),
            ("3 November 2026", "2026-11-11", Some(8)),
            ("3 November 2026", "2026-11-01", None),
            ("between 1 and 5 November 2026", "2026-11-12", None),
            ("between 1 and 5 November 2026", "2026-11-13", Some(8)),
            ("October 2026", "2026-11-07", None),
            ("October 2026", "2026-11-08", Some(8)),
            ("since 3 November 2026", "2027-11-08", None),
            ("", "2026-11-21", None),
        ] {
            let date = understand(happened, said_on).map(|understood| understood.date).unwrap_or_default();
            assert_eq!(written_after(&date, day(written)), marked, "{happened}, written {written}");
        }
        let about = understand("about October 2026", said_on).unwrap().date;
        let last = about.latest_with_tolerance().unwrap();
        assert!(last > day("2026-10-31"), "about has days around it");
        assert_eq!(written_after(&about, last + chrono::Duration::days(7)), None);
        assert_eq!(written_after(&about, last + chrono::Duration::days(8)), Some(8));
    }
}
