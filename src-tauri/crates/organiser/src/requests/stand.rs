//! What the rules are told besides the request itself: the day, the holidays, the days of letters, the last contact.

use std::collections::HashMap;

use chrono::NaiveDate;
use recourse_domain::records::{Claim, Correspondence, Entry, Party, Request};
use recourse_domain::rules::{Clock, ClockFacts, Holidays, clock};
use recourse_domain::{RecordId, StatedDate};

use super::save::day_of;
use crate::session::{Session, Unlocked};
use crate::{Result, records};

/// What bears on every clock of a claim.
#[derive(Debug)]
pub struct Standing {
    today: NaiveDate,
    holidays: Holidays,
    days: HashMap<RecordId, StatedDate>,
    contacts: Vec<(Option<RecordId>, RecordId, StatedDate)>,
}

impl Standing {
    /// Reads it from the records of a claim.
    ///
    /// # Errors
    /// What the records said.
    pub fn of(session: &Session<Unlocked>, claim: RecordId) -> Result<Self> {
        let letters = records::list::<Correspondence>(session, claim)?;
        let parties = records::list::<Party>(session, claim)?;
        let claim = records::get::<Claim>(session, claim)?;
        Ok(Self::from(session.today(), &claim.body, &letters, &parties))
    }

    /// The same from records that were read already.
    pub fn from(today: NaiveDate, claim: &Claim, letters: &[Entry<Correspondence>], parties: &[Entry<Party>]) -> Self {
        let days = letters.iter().map(|letter| (letter.id, day_of(&letter.body).clone())).collect();
        let contacts = letters
            .iter()
            .map(|letter| (other_party(&letter.body, parties), letter.id, day_of(&letter.body).clone()))
            .collect();
        let holidays = Holidays::built_in().with(claim.own_holidays.clone());
        Self { today, holidays, days, contacts }
    }

    /// A day and the holidays, and nothing of any letter.
    pub fn bare(today: NaiveDate) -> Self {
        Self { today, holidays: Holidays::built_in(), days: HashMap::new(), contacts: Vec::new() }
    }

    /// Where a request stands.
    pub fn clock(&self, request: &Request) -> Clock {
        let letters = |letter: RecordId| self.days.get(&letter).cloned();
        let facts = ClockFacts {
            holidays: &self.holidays,
            today: self.today,
            letters: &letters,
            last_contact: self.last_contact(request),
        };
        clock(request, facts)
    }

    /// The day of the last letter to or from the party of a request, as far as letters and events tell.
    fn last_contact(&self, request: &Request) -> Option<StatedDate> {
        let named = |letter: &RecordId| {
            request.letter == Some(*letter) || request.events.iter().any(|event| event.letter == Some(*letter))
        };
        let with_them = |party: &Option<RecordId>| request.sent_to.is_some() && *party == request.sent_to;
        let letters =
            self.contacts.iter().filter(|(party, letter, _)| with_them(party) || named(letter)).map(|(_, _, day)| day);
        let events = request.events.iter().map(|event| &event.on);
        letters
            .chain(events)
            .chain(std::iter::once(&request.sent))
            .filter(|day| !day.is_undated())
            .max_by_key(|day| day.sort_key())
            .cloned()
    }
}

/// The clocks of these requests, in their order.
pub fn clocks(requests: &[Entry<Request>], standing: &Standing) -> Vec<Clock> {
    requests.iter().map(|request| standing.clock(&request.body)).collect()
}

/// Whom a letter was exchanged with: the party it names, else the one whose name stands on it.
fn other_party(letter: &Correspondence, parties: &[Entry<Party>]) -> Option<RecordId> {
    let shown = format!("{}\n{}", letter.from, letter.to).to_lowercase();
    let is_shown = |party: &&Entry<Party>| {
        let name = party.body.name.trim().to_lowercase();
        !name.is_empty() && shown.contains(&name)
    };
    letter.party.or_else(|| parties.iter().find(is_shown).map(|party| party.id))
}
