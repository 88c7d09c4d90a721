//! Whether a request was sent, came back, or arrived, and on which day.

use super::history::{Happened, History};
use crate::choices::{Channel, RequestEventKind as Kind};
use crate::records::Request;
use crate::rules::say;
use crate::rules::span::Span;

/// How far a request got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    NotSent,
    Bounced,
    Underway,
}

/// How far it got, when, and how that is known.
#[derive(Debug)]
pub struct Arrival {
    pub way: Way,
    pub sent: Span,
    /// How the day of sending was said.
    pub sent_said: String,
    /// When it came back, for the last time.
    pub bounced: Option<Span>,
    pub received: Span,
    /// Whether the day of receipt is only the day of sending.
    pub assumed: bool,
    /// Whether the route is one by which words arrive on the day they are sent.
    pub same_day: bool,
    /// How the day of receipt is known.
    pub how: String,
}

impl Arrival {
    pub fn of(request: &Request, history: &History<'_>) -> Self {
        let first = Span::of(&history.sent);
        let bounce = history.last(&[Kind::Bounced]).filter(|bounce| !sent_since(&first, bounce));
        let again = bounce.and_then(|bounce| history.of(Kind::Chased).find(|chased| chased.follows(bounce)));
        let (sent, sent_said) = match again {
            Some(again) => (again.span, again.said.clone()),
            None => (first, history.sent.as_stated.clone()),
        };
        let way = match bounce {
            _ if sent.is_unknown() && history.is_empty() && request.letter.is_none() => Way::NotSent,
            Some(bounce) if again.is_none() && history.arrivals(Some(bounce)).next().is_none() => Way::Bounced,
            _ => Way::Underway,
        };
        let (received, assumed, how) = match way {
            Way::Underway => received(&sent, history, bounce),
            Way::NotSent | Way::Bounced => (Span::UNKNOWN, false, String::new()),
        };
        let bounced = bounce.map(|bounce| bounce.span);
        Self { way, sent, sent_said, bounced, received, assumed, same_day: same_day(request.channel), how }
    }
}

/// By which routes words are there on the day they leave. A letter by post is not among them.
const fn same_day(channel: Channel) -> bool {
    matches!(channel, Channel::Email | Channel::Form | Channel::Text | Channel::Call | Channel::InPerson)
}

/// Whether the request says that it was sent after this came back: then that was another sending.
fn sent_since(sent: &Span, bounce: &Happened<'_>) -> bool {
    sent.earliest.zip(bounce.span.latest).is_some_and(|(sent, bounced)| sent > bounced)
}

/// When it arrived, whether that is assumed, and how it is known.
fn received(sent: &Span, history: &History<'_>, bounce: Option<&Happened<'_>>) -> (Span, bool, String) {
    let told = history.arrivals(bounce).find(|event| event.kind == Kind::Received && !event.span.is_unknown());
    if let Some(told) = told {
        let basis = if told.words.is_empty() { String::new() } else { format!(" How I know: {}", stopped(told.words)) };
        let span = not_before(told.span, sent);
        return (span, false, format!("They received it {}.{basis}", say::on(&span)));
    }
    let by = history.arrivals(bounce).filter_map(|event| event.span.latest).min();
    if let Some(by) = by.filter(|by| sent.earliest.is_none_or(|sent| sent <= *by)) {
        let span = Span { earliest: sent.earliest, latest: Some(by) };
        let how = format!("They wrote back about it by {}, so they had it by then.", say::day(by));
        return (span, false, how);
    }
    if sent.is_unknown() {
        return (Span::UNKNOWN, false, "The day it was sent is not known.".to_owned());
    }
    let machine = if history.of(Kind::AutoReply).next().is_some() {
        " A machine answered, which does not show that anybody has it."
    } else {
        ""
    };
    let how = format!(
        "Nothing shows yet on which day they received it. It is counted as if that was the day it was sent: {}.{machine}",
        say::span(sent)
    );
    (*sent, true, how)
}

/// A day of receipt cannot lie before the sending, where both fit together.
fn not_before(received: Span, sent: &Span) -> Span {
    let earliest = received.earliest.max(sent.earliest);
    let fits = earliest.zip(received.latest).is_none_or(|(earliest, latest)| earliest <= latest);
    if fits { Span { earliest, ..received } } else { received }
}

/// A sentence ends with a stop.
fn stopped(words: &str) -> String {
    if words.ends_with(['.', '!', '?']) { words.to_owned() } else { format!("{words}.") }
}
