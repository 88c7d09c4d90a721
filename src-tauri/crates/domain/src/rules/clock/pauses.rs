//! The days that do not count while the other side waits to hear what exactly is wanted (UK GDPR Article 12A(5) and (6)).

use chrono::NaiveDate;

use super::Case;
use super::history::Happened;
use crate::choices::{RequestEventKind as Kind, RequestKind};
use crate::rules::say;
use crate::rules::span::Span;

/// What the questions of the other side put on top of a month.
#[derive(Default)]
pub struct Pauses {
    /// The fewest days, the day of asking not counted; none where a day is not known.
    fewest: Option<u32>,
    /// The most days, with the first and the last; none where a day is not known.
    most: Option<u32>,
    /// Since when an answer is awaited.
    pub open: Option<Span>,
    /// From when to when, for each.
    pub stretches: Vec<(Span, Span)>,
    /// The questions in sentences.
    pub steps: Vec<String>,
}

impl Pauses {
    /// None at all.
    fn none() -> Self {
        Self { fewest: Some(0), most: Some(0), ..Self::default() }
    }

    /// Of this case, whose time without them would end then. A question asked after the end stops nothing.
    pub fn of(case: &Case<'_>, end: &Span) -> Self {
        let mut pauses = Self::none();
        if case.request.kind != RequestKind::Access {
            return pauses;
        }
        for (asked, answered) in case.history.pairs(Kind::ClarificationAsked, Kind::ClarificationGiven) {
            let until = pauses.after(end).latest;
            if asked.span.earliest.zip(until).is_some_and(|(asked, until)| asked > until) {
                pauses.steps.push(format!(
                    "They asked what exactly I want {}. By then the time had run, so no days are added for it.",
                    say::on(&asked.span)
                ));
                continue;
            }
            match answered {
                Some(answered) => pauses.add(asked, answered),
                None => pauses.open = Some(asked.span),
            }
        }
        pauses
    }

    fn add(&mut self, asked: &Happened<'_>, answered: &Happened<'_>) {
        let most = days_between(asked.span.earliest, answered.span.latest).map(|days| days + 1);
        let fewest = days_between(asked.span.latest, answered.span.earliest);
        self.most = self.most.zip(most).map(|(sum, days)| sum + days);
        self.fewest = self.fewest.zip(fewest).map(|(sum, days)| sum + days);
        self.stretches.push((asked.span, answered.span));
        let certain = asked.span.certain().and(answered.span.certain()).is_some();
        let counted = match fewest.zip(most) {
            None => "How many days that is cannot be told.".to_owned(),
            Some((fewest, most)) if certain => {
                format!(
                    "With the first and the last day that is {}; with only one of them {}.",
                    say::days(most),
                    say::days(fewest)
                )
            }
            Some((fewest, most)) => format!("That is {} at least and {} at most.", say::days(fewest), say::days(most)),
        };
        let (asked, answered) = (say::on(&asked.span), say::on(&answered.span));
        self.steps.push(format!("They asked what exactly I want {asked}, and I answered {answered}. {counted}"));
    }

    /// An end with the days added: the fewest to its first day, the most to its last.
    pub fn after(&self, end: &Span) -> Span {
        let add = |day: Option<NaiveDate>, days: Option<u32>| {
            day.zip(days).map(|(day, days)| crate::rules::count::plus_days_after(day, days))
        };
        Span { earliest: add(end.earliest, self.fewest), latest: add(end.latest, self.most) }
    }
}

/// Days from one to the other; none where one is unknown or they are the wrong way round by mistake.
fn days_between(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Option<u32> {
    let days = to?.signed_duration_since(from?).num_days();
    Some(u32::try_from(days).unwrap_or(0))
}
