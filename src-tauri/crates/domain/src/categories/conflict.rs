//! Whether what was said of one kind of data all says the same: told in a neutral sentence, never settled.

use crate::choices::DataStanding;
use crate::records::DataAssertion;

/// Where two assertions about one kind of data do not say the same, a sentence about the newest such pair. `assertions` are oldest first.
pub fn conflict(assertions: &[&DataAssertion]) -> Option<String> {
    assertions.iter().enumerate().rev().find_map(|(at, later)| {
        let earlier = assertions[..at].iter().rev().find(|earlier| differ(earlier.standing, later.standing))?;
        Some(sentence(earlier, later))
    })
}

/// Whether two things said of one kind of data do not say the same. What the claimant gave, and what was found, is no contradiction.
const fn differ(one: DataStanding, other: DataStanding) -> bool {
    use DataStanding::{Misused, SaidAffected, SaidNotAffected, Unknown};
    matches!(
        (one, other),
        (SaidAffected, SaidNotAffected)
            | (SaidNotAffected, SaidAffected)
            | (SaidNotAffected | SaidAffected, Unknown)
            | (Unknown, SaidNotAffected)
            | (SaidNotAffected, Misused)
            | (Misused, SaidNotAffected)
    )
}

fn sentence(earlier: &DataAssertion, later: &DataAssertion) -> String {
    let scope = if earlier.whose_data.trim() == later.whose_data.trim() {
        ""
    } else {
        " They may speak of different people\u{2019}s data."
    };
    format!("{}; {}. Both are kept.{scope}", half(earlier, true), half(later, false))
}

fn half(one: &DataAssertion, first: bool) -> String {
    let when = match (one.on.is_undated(), first) {
        (true, true) => "Without a date".to_owned(),
        (true, false) => "without a date".to_owned(),
        (false, true) => format!("Dated {}", one.on.in_words()),
        (false, false) => format!("dated {}", one.on.in_words()),
    };
    let by = one.by_shown.trim();
    let what = match one.standing {
        DataStanding::SaidAffected => "that it was affected",
        DataStanding::SaidNotAffected => "that it was not affected",
        DataStanding::Misused => "that somebody seems to have used it",
        _ => "that it is not known whether it was affected",
    };
    if by.is_empty() { format!("{when} it is on record {what}") } else { format!("{when} {by} said {what}") }
}
