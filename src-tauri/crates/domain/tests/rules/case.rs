//! A request built in one line, and its clock on a day.

use chrono::NaiveDate;
use recourse_domain::choices::{Channel, Complete, Jurisdiction, RequestEventKind, RequestKind};
use recourse_domain::dates::understand;
use recourse_domain::records::{Request, RequestEvent};
use recourse_domain::rules::{Clock, ClockFacts, Holidays, Span, clock};
use recourse_domain::{RecordId, StatedDate};

/// A day as ISO 8601 writes it.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Words about a date, said on the day of the design's example.
pub fn said(words: &str) -> StatedDate {
    understand(words, day("2026-11-21")).unwrap().date
}

/// One certain day.
pub fn on(text: &str) -> Span {
    Span::day(day(text))
}

/// From one day to another.
pub fn between(first: &str, last: &str) -> Span {
    Span { earliest: Some(day(first)), latest: Some(day(last)) }
}

/// A request that is being put together.
#[derive(Clone, Debug)]
pub struct Asked {
    pub request: Request,
    pub last_contact: Option<StatedDate>,
    pub letter: Option<StatedDate>,
}

impl Asked {
    /// By mail, of an organisation in England.
    pub fn new(kind: RequestKind) -> Self {
        let calendar = Some(Jurisdiction::EnglandWales);
        let request = Request { kind, calendar, channel: Channel::Email, ..Request::default() };
        Self { request, last_contact: None, letter: None }
    }

    pub fn sent(mut self, words: &str) -> Self {
        self.request.sent = said(words);
        self
    }

    pub fn by(mut self, channel: Channel) -> Self {
        self.request.channel = channel;
        self
    }

    pub fn place(mut self, place: Option<Jurisdiction>) -> Self {
        self.request.calendar = place;
        self
    }

    pub fn complete(mut self, complete: Complete) -> Self {
        self.request.complete = complete;
        self
    }

    pub fn then(self, kind: RequestEventKind, words: &str) -> Self {
        self.because(kind, words, "")
    }

    pub fn because(mut self, kind: RequestEventKind, words: &str, why: &str) -> Self {
        let on = if words.is_empty() { StatedDate::undated() } else { said(words) };
        self.request.events.push(RequestEvent { kind, on, letter: None, words: why.to_owned() });
        self
    }

    pub fn last_contact(mut self, words: &str) -> Self {
        self.last_contact = Some(said(words));
        self
    }

    /// Its clock on a day.
    pub fn clock(&self, today: &str) -> Clock {
        self.clock_on(day(today), &Holidays::built_in())
    }

    pub fn clock_on(&self, today: NaiveDate, holidays: &Holidays) -> Clock {
        let letter = self.letter.clone();
        let letters = move |_: RecordId| letter.clone();
        let last_contact = self.last_contact.clone();
        clock(&self.request, ClockFacts { holidays, today, letters: &letters, last_contact })
    }
}
