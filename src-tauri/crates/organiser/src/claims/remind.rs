//! A word outside the window about dates of the person's own. It names nobody and nothing, because others may see the screen.

use crate::Result;
use crate::session::{Session, Unlocked};

use super::{dates_ahead, list};

/// The setting that holds whether the person wants to be told.
const WANTED: &str = "remind";
const NOT_WANTED: &str = "no";
/// From how many days before the day the person is told.
const DAYS: i64 = 7;

/// Whether the person wants to be told. They do unless they said no.
///
/// # Errors
/// What the records said.
pub fn reminds(session: &Session<Unlocked>) -> Result<bool> {
    session.read(|records| Ok(records.setting(WANTED)?.as_deref() != Some(NOT_WANTED)))
}

/// Notes whether the person wants to be told.
///
/// # Errors
/// What the records said.
pub fn set_reminds(session: &Session<Unlocked>, wanted: bool) -> Result<()> {
    let value = if wanted { "yes" } else { NOT_WANTED };
    session.write("set reminders", |records| Ok(records.set_setting(WANTED, value)?))
}

/// What there is to say today of all claims; none where nothing is near or nobody wants to be told.
///
/// # Errors
/// What the records said.
pub fn reminder(session: &Session<Unlocked>) -> Result<Option<String>> {
    if !reminds(session)? {
        return Ok(None);
    }
    let mut days = Vec::new();
    for claim in list(session)? {
        let near = dates_ahead(session, claim.id)?;
        days.extend(near.iter().filter(|near| near.mine && near.days <= DAYS).map(|near| near.days));
    }
    Ok(days.iter().min().map(|first| in_words(days.len(), *first)))
}

fn in_words(dates: usize, first: i64) -> String {
    let when = match first {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days"),
    };
    match dates {
        1 => format!("A date of yours is near: {when}."),
        dates => format!("{dates} dates of yours are near. The first is {when}."),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn it_says_how_many_and_when_and_nothing_else() {
        assert_eq!(in_words(1, 0), "A date of yours is near: today.");
        assert_eq!(in_words(1, 1), "A date of yours is near: tomorrow.");
        assert_eq!(in_words(3, 7), "3 dates of yours are near. The first is in 7 days.");
    }
}
