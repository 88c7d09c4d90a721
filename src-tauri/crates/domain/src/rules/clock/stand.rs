//! Where a request stands apart from any counting of days: not sent, come back, taken back, answered.

use super::arrival::Way;
use super::history::Happened;
use super::{Case, ClockState};
use crate::choices::{Complete, RequestEventKind as Kind};

/// What ended the waiting, if something did. Taking a request back ends it whatever else came.
pub fn ended<'c>(case: &'c Case<'_>) -> Option<(ClockState, &'c Happened<'c>)> {
    if let Some(taken_back) = case.history.last(&[Kind::Withdrawn]) {
        return Some((ClockState::Withdrawn, taken_back));
    }
    let last = case.history.last(&[Kind::Answered, Kind::Refused])?;
    let state = match (last.kind, case.request.complete) {
        (Kind::Refused, _) => ClockState::Refused,
        (_, Complete::No) => ClockState::Incomplete,
        _ => ClockState::Answered,
    };
    Some((state, last))
}

/// The state that follows from no counting, if there is one.
pub fn settled(case: &Case<'_>) -> Option<ClockState> {
    let ended = ended(case).map(|(state, _)| state);
    ended.or(match case.arrival.way {
        Way::NotSent => Some(ClockState::NotSent),
        Way::Bounced => Some(ClockState::Bounced),
        Way::Underway => None,
    })
}

/// Whether a day that counts against the other side is over beyond doubt. Where the day of receipt is assumed, only by a route that is there
/// on the same day.
pub fn is_over(case: &Case<'_>, due: &crate::rules::span::Span) -> bool {
    due.is_over(case.facts.today) && (case.arrival.same_day || !case.arrival.assumed)
}
