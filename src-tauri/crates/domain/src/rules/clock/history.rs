//! The events of a request with the days they are known to have happened on.

use crate::choices::RequestEventKind as Kind;
use crate::dates::StatedDate;
use crate::ids::RecordId;
use crate::records::{Request, RequestEvent};
use crate::rules::span::Span;

/// One event with its day.
#[derive(Debug, Clone)]
pub struct Happened<'a> {
    pub kind: Kind,
    /// Its own day, or that of its letter.
    pub span: Span,
    /// How the day was said.
    pub said: String,
    /// What it says or rests on.
    pub words: &'a str,
    entered: usize,
}

/// The events in the order in which they were entered.
pub struct History<'a> {
    events: Vec<Happened<'a>>,
    /// The day on which the request itself was sent.
    pub sent: StatedDate,
}

/// What nobody does who does not have the request.
const SHOWS_ARRIVAL: [Kind; 9] = [
    Kind::Received,
    Kind::Acknowledged,
    Kind::IdAsked,
    Kind::ClarificationAsked,
    Kind::FeeAsked,
    Kind::Extended,
    Kind::Progress,
    Kind::Answered,
    Kind::Refused,
];

impl<'a> History<'a> {
    pub fn new(request: &'a Request, letters: &dyn Fn(RecordId) -> Option<StatedDate>) -> Self {
        let happened = |(entered, event): (usize, &'a RequestEvent)| {
            let date = dated(&event.on, event.letter, letters);
            let (span, said) = (Span::of(&date), date.as_stated);
            Happened { kind: event.kind, span, said, words: event.words.trim(), entered }
        };
        let events = request.events.iter().enumerate().map(happened).collect();
        Self { events, sent: dated(&request.sent, request.letter, letters) }
    }

    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Happened<'a>> {
        self.events.iter().filter(move |event| event.kind == kind)
    }

    /// The one of this kind that came last.
    pub fn last(&self, kinds: &[Kind]) -> Option<&Happened<'a>> {
        let of_kind = self.events.iter().filter(|event| kinds.contains(&event.kind));
        of_kind.reduce(|last, event| if event.follows(last) { event } else { last })
    }

    /// What shows that the other side has the request; after this event, where one is given.
    pub fn arrivals<'s>(&'s self, after: Option<&'s Happened<'a>>) -> impl Iterator<Item = &'s Happened<'a>> {
        let after = move |event: &&Happened<'a>| after.is_none_or(|after| event.follows(after));
        self.events.iter().filter(|event| SHOWS_ARRIVAL.contains(&event.kind)).filter(after)
    }

    /// What was asked, each with what was given: the first with the first, as they were entered.
    pub fn pairs(&self, asked: Kind, given: Kind) -> Vec<(&Happened<'a>, Option<&Happened<'a>>)> {
        let mut answers = self.of(given);
        self.of(asked).map(|asked| (asked, answers.next())).collect()
    }
}

impl Happened<'_> {
    /// Whether it came after the other: by its day where both are known and differ, else by the order in which they were entered.
    pub fn follows(&self, other: &Happened<'_>) -> bool {
        match (self.span.earliest, other.span.earliest) {
            (Some(own), Some(others)) if own != others => own > others,
            _ => self.entered > other.entered,
        }
    }
}

/// A date, or where there is none that of the letter.
fn dated(on: &StatedDate, letter: Option<RecordId>, letters: &dyn Fn(RecordId) -> Option<StatedDate>) -> StatedDate {
    if !on.is_undated() {
        return on.clone();
    }
    letter.and_then(letters).unwrap_or_default()
}
