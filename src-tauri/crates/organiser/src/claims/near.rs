//! Dates ahead: of requests, promises, offers, group actions and steps to be taken again. What the other side has time for counts to its last day, what the
//! person has to do by then to its first.

use chrono::NaiveDate;
use recourse_domain::choices::{ClockState, Complete};
use recourse_domain::records::{Correspondence, Entry};
use recourse_domain::rules::{Clock, Side, Span};
use recourse_domain::timeline::unquoted;
use recourse_domain::{RecordId, StatedDate};

use super::overview::{About, about};
use crate::Result;
use crate::requests::{Standing, clocks, in_words, stated};
use crate::session::{Session, Unlocked};
use crate::timeline::Records;

/// How far ahead a date is near, in days.
const NEAR: i64 = 60;
/// The last day to join a group of claimants, as a key.
pub(super) const SIGN_UP: &str = "sign-up";
/// The last day of the court's register, as a key.
pub(super) const REGISTER: &str = "register";
/// How far ahead the person's own date is marked, in days.
const SOON: i64 = 30;

/// A date ahead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// What ends then, a sentence.
    pub text: String,
    /// The same in a few words without a name, for a calendar that others may see.
    pub short: String,
    /// What tells it apart from other dates of the same record; it never changes.
    pub key: String,
    /// The date.
    pub date: StatedDate,
    /// The day that counts: the last for the other side, the first for the person.
    pub day: NaiveDate,
    /// Days from today to the day that counts.
    pub days: i64,
    /// Whether the person has to do something by then.
    pub mine: bool,
    /// The record that names it.
    pub record: About,
}

impl Near {
    /// Whether it is the person's own and so near that it is marked.
    pub fn soon(&self) -> bool {
        self.mine && self.days <= SOON
    }
}

/// All dates ahead of a claim, the nearest first.
///
/// # Errors
/// Where there is no such claim.
pub fn dates_ahead(session: &Session<Unlocked>, claim: RecordId) -> Result<Vec<Near>> {
    Ok(ahead(&Records::of(session, claim)?, session.today()))
}

/// Those of them that are near, from records that were read already.
pub(super) fn near(records: &Records, today: NaiveDate) -> Vec<Near> {
    let mut near = ahead(records, today);
    near.retain(|near| near.days <= NEAR);
    near
}

fn ahead(records: &Records, today: NaiveDate) -> Vec<Near> {
    let mut ahead = Ahead { today, found: Vec::new() };
    let standing = Standing::from(today, &records.claim.body, &records.letters, &records.parties);
    for (request, clock) in records.requests.iter().zip(clocks(&records.requests, &standing)) {
        ahead.clock(&about(request), &clock);
    }
    for letter in &records.letters {
        ahead.promises(letter);
    }
    for notice in &records.notices {
        let until = format!("What {} offers can be taken up until", notice.reference);
        ahead.mine(&notice.body.offer_until, &about(notice), "offer", &until, "");
    }
    let group = &records.claim.body.group_action;
    let named = if group.name.trim().is_empty() { String::new() } else { format!(" ({})", group.name.trim()) };
    for (date, key, what) in [
        (&group.sign_up_cut_off, SIGN_UP, "The firm takes people on until"),
        (&group.register_cut_off, REGISTER, "The court’s register takes claims until"),
        (&group.schedule_due, "schedule", "My own schedule is due by"),
    ] {
        ahead.mine(date, &about(&records.claim), key, what, &named);
    }
    for step in &records.steps {
        let again = format!("{} is due again:", step.reference);
        ahead.mine(&step.body.again, &about(step), "again", &again, &format!(" (“{}”)", step.body.title));
    }
    ahead.found.sort_by_key(|near| (near.days, near.record.id));
    ahead.found
}

struct Ahead {
    today: NaiveDate,
    found: Vec<Near>,
}

impl Ahead {
    /// A date by which the person does something: its first day counts while it is ahead, then its last.
    fn mine(&mut self, date: &StatedDate, record: &About, key: &str, what: &str, named: &str) {
        let (first, last) = (date.earliest_with_tolerance(), date.latest_with_tolerance());
        let Some(last) = last.or(first).filter(|last| *last >= self.today) else { return };
        let day = first.filter(|first| *first >= self.today).unwrap_or(last);
        let text = format!("{what} {}{named}.", date.in_words());
        self.found.push(Near {
            text,
            short: what.trim_end_matches(" until").trim_end_matches(" by").trim_end_matches(':').to_owned(),
            key: key.to_owned(),
            date: date.clone(),
            day,
            days: (day - self.today).num_days(),
            mine: true,
            record: record.clone(),
        });
    }

    /// What a letter says will be done by a day: the other side has until its last possible day.
    fn promises(&mut self, letter: &Entry<Correspondence>) {
        for (place, promise) in letter.body.promises.iter().enumerate() {
            let last = promise.by.latest_with_tolerance().or(promise.by.earliest_with_tolerance());
            let Some(day) = last.filter(|day| *day >= self.today && promise.done != Complete::Yes) else { continue };
            let reference = letter.reference;
            let until = promise.by.in_words();
            let by = if until.starts_with("by ") { "" } else { "by " };
            self.found.push(Near {
                text: format!("{reference} says “{}”, {by}{until}.", unquoted(&promise.words)),
                short: format!("{reference}: the day of a promise"),
                key: format!("promise-{place}"),
                date: promise.by.clone(),
                day,
                days: (day - self.today).num_days(),
                mine: false,
                record: about(letter),
            });
        }
    }

    fn clock(&mut self, record: &About, clock: &Clock) {
        let own = clock.side == Side::Mine
            || matches!(clock.state, ClockState::Overdue | ClockState::Incomplete | ClockState::Refused);
        if own {
            // What is the person's own to do now, such as to write to the regulator.
            for worked in clock.deadlines.iter().filter(|worked| worked.side == Side::Mine) {
                let what = format!("{}, {}:", record.reference, worked.rule.title.trim_end_matches('.'));
                self.mine(&stated(worked.due), record, &worked.rule.id, &what, "");
            }
            return;
        }
        let runs = matches!(clock.state, ClockState::Waiting | ClockState::Extended | ClockState::WaitingForMe);
        let Some((due, day)) = clock.due.filter(|_| runs).and_then(|due| Some((due, due.latest?))) else { return };
        if day < self.today {
            return;
        }
        let date = stated(due);
        let reference = record.reference;
        let at_most = if due.certain().is_some() { "" } else { " at the latest" };
        self.found.push(Near {
            text: format!("{reference} ({}): they have until {}{at_most}.", record.title, in_words(Span::day(day))),
            short: format!("{reference}: the last day they have"),
            key: clock.deadlines.first().map_or("due", |worked| worked.rule.id.as_str()).to_owned(),
            date,
            day,
            days: (day - self.today).num_days(),
            mine: false,
            record: record.clone(),
        });
    }
}
