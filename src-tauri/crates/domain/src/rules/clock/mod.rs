//! The clock of a request: where it stands, until when, and what could be done next. Worked out from its events each time and kept nowhere.

mod arrival;
mod history;
mod month;
mod next;
mod open;
mod pauses;
mod points;
mod regulator;
mod sentence;
mod stand;
mod steps;
mod thirty;

use chrono::NaiveDate;

use super::holidays::{Calendar, Holidays};
use super::span::Span;
use super::worked::{Side, Worked};
use crate::choices::{ClockState, NextMove, RequestKind};
use crate::dates::StatedDate;
use crate::ids::RecordId;
use crate::records::Request;
use arrival::Arrival;
use history::History;

pub use regulator::regulator_window;

/// What a clock needs to know besides the request itself.
pub struct ClockFacts<'a> {
    /// The public holidays.
    pub holidays: &'a Holidays,
    /// The day for which it is asked.
    pub today: NaiveDate,
    /// The day of a linked letter, for an event that has no day of its own.
    pub letters: &'a dyn Fn(RecordId) -> Option<StatedDate>,
    /// The last contact with the organisation that mattered, from which the regulator's three months are counted.
    pub last_contact: Option<StatedDate>,
}

/// A day or a stretch for the drawing of a clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// What happened or is to happen then.
    pub label: String,
    /// When.
    pub span: Span,
}

/// The clock of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Where it stands.
    pub state: ClockState,
    /// The same in the first person.
    pub sentence: String,
    /// The days that were worked out, with how: the one that counts first.
    pub deadlines: Vec<Worked>,
    /// The day that counts now; none where none is running.
    pub due: Option<Span>,
    /// Whose day that is.
    pub side: Side,
    /// Since when the days do not count.
    pub paused_since: Option<NaiveDate>,
    /// Whether it is counted as if it had arrived on the day it was sent, because nothing shows when it did.
    pub assumed_received: bool,
    /// What to draw, in the order of the days.
    pub points: Vec<Point>,
    /// What could be done next.
    pub next: Option<NextMove>,
}

/// Works out the clock of a request.
pub fn clock(request: &Request, facts: ClockFacts<'_>) -> Clock {
    let history = History::new(request, facts.letters);
    let case = Case { request, facts: &facts, arrival: Arrival::of(request, &history), history };
    let mut answer = match request.kind {
        RequestKind::Access | RequestKind::Erasure | RequestKind::Objection => month::answer(&case),
        RequestKind::Complaint => thirty::answer(&case),
        RequestKind::RegulatorComplaint => regulator::answer(&case),
        RequestKind::Questions | RequestKind::LetterOfClaim => open::answer(&case),
    };
    answer.deadlines.extend(regulator::window_of(&case, answer.state));
    Clock {
        state: answer.state,
        sentence: sentence::of(&case, &answer),
        points: points::of(&case, &answer),
        next: next::of(&case, &answer),
        due: answer.due,
        side: answer.side,
        paused_since: answer.paused_since,
        assumed_received: case.arrival.assumed,
        deadlines: answer.deadlines,
    }
}

/// A request with what is known about it, put in order.
struct Case<'a> {
    request: &'a Request,
    facts: &'a ClockFacts<'a>,
    history: History<'a>,
    arrival: Arrival,
}

impl Case<'_> {
    fn calendars(&self) -> Vec<Calendar> {
        Calendar::that_may_count(self.request.calendar)
    }
}

/// What the rules of one kind of request say.
struct Answer {
    state: ClockState,
    deadlines: Vec<Worked>,
    due: Option<Span>,
    side: Side,
    paused_since: Option<NaiveDate>,
    /// What the other side waits for.
    awaited: Option<Awaited>,
    /// More time that they told of, and whether that was in the first month and with reasons.
    more_time: Option<MoreTime>,
}

/// What the other side waits for, since when.
#[derive(Clone, Copy)]
struct Awaited {
    what: Wanted,
    since: Span,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Proof,
    Fee,
    Clarity,
}

/// That they told of more time.
#[derive(Clone, Copy)]
struct MoreTime {
    told: Span,
    /// Unknown where the days leave it open.
    in_the_first_month: Option<bool>,
    with_reasons: bool,
    /// The end of the first month.
    without: Span,
}

impl Answer {
    fn of(state: ClockState) -> Self {
        let (deadlines, due, side) = (Vec::new(), None, Side::Theirs);
        Self { state, deadlines, due, side, paused_since: None, awaited: None, more_time: None }
    }
}
