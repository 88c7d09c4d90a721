//! Who told whom when, from incidents, events, notices and letters.

use std::collections::HashMap;

use recourse_domain::choices::{Addressed, Certainty, Direction, Role};
use recourse_domain::records::{Body, Correspondence, Entry, Event, Incident, IncidentLink, Notice, Party};
use recourse_domain::timeline::Timeline;
use recourse_domain::{RecordId, Reference, StatedDate};

use super::{Names, since};
use crate::session::{Session, Unlocked};
use crate::{Result, records};

/// The person whose claim it is, in a list.
const ME: &str = "me";
/// Everybody.
const PUBLIC: &str = "the public";

/// One party telling another.
#[derive(Debug, Clone, PartialEq)]
pub struct Telling {
    /// Who told, in words.
    pub teller: String,
    /// Who was told, in words.
    pub told: String,
    /// What, in a few words.
    pub what: String,
    /// When.
    pub date: StatedDate,
    /// The record it comes from.
    pub record: RecordId,
    /// Its readable name.
    pub reference: Reference,
    /// One line to recognise it by.
    pub title: String,
    /// The incident it is about, by name, with the person's doubt; may be empty.
    pub incident: String,
    /// The time since the one before it in the same incident, in words; may be empty.
    pub after: String,
    about: Vec<RecordId>,
}

/// Everything in a claim that is one party telling another: by date, the undated at the end in the order of their entry.
///
/// # Errors
/// What the records said.
pub fn tellings(session: &Session<Unlocked>, claim: RecordId) -> Result<Vec<Telling>> {
    let parties = records::list::<Party>(session, claim)?;
    let incidents = records::list::<Incident>(session, claim)?;
    let gather = Gather { names: Names::from_parties(&parties), parties: &parties, incidents: &incidents };
    let mut all: Vec<Telling> = incidents.iter().flat_map(|incident| gather.of_incident(incident)).collect();
    all.extend(records::list::<Event>(session, claim)?.iter().filter_map(|event| gather.of_event(event)));
    all.extend(records::list::<Notice>(session, claim)?.iter().map(|notice| gather.of_notice(notice)));
    all.extend(records::list::<Correspondence>(session, claim)?.iter().map(|letter| gather.of_letter(letter)));
    let sorted = Timeline::new(all.into_iter().enumerate(), |(_, one)| &one.date, |(at, _)| *at);
    let mut last = HashMap::new();
    Ok(sorted.dated.into_iter().chain(sorted.undated).map(|(_, one)| timed(one, &mut last)).collect())
}

/// Says how long it came after the one before it in the same incident; those about none are a story of their own.
fn timed(mut one: Telling, last: &mut HashMap<Option<RecordId>, StatedDate>) -> Telling {
    let stories: Vec<Option<RecordId>> = match &one.about[..] {
        [] => vec![None],
        about => about.iter().copied().map(Some).collect(),
    };
    let before = stories.iter().filter_map(|story| last.get(story)).max_by_key(|date| date.sort_key());
    one.after = before.map(|before| since(before, &one.date)).unwrap_or_default();
    if !one.date.is_undated() {
        last.extend(stories.into_iter().map(|story| (story, one.date.clone())));
    }
    one
}

struct Gather<'a> {
    names: Names,
    parties: &'a [Entry<Party>],
    incidents: &'a [Entry<Incident>],
}

impl Gather<'_> {
    fn of_incident(&self, incident: &Entry<Incident>) -> Vec<Telling> {
        let body = &incident.body;
        let organisation = self.playing(Role::Controller, incident.id).unwrap_or_else(|| "the organisation".to_owned());
        let regulator = self.playing(Role::Regulator, incident.id).unwrap_or_else(|| "the regulator".to_owned());
        let told = [
            (&body.controller_told, organisation, "The organisation was told"),
            (&body.regulator_told, regulator, "The regulator was told"),
            (&body.public_told, PUBLIC.to_owned(), "The public was told"),
            (&body.claimant_told, ME.to_owned(), "I was told"),
        ];
        let dated = told.into_iter().filter(|(date, ..)| !date.is_undated());
        dated
            .map(|(date, told, what)| Telling {
                teller: self.names.or_words(None, ""),
                told,
                what: what.to_owned(),
                date: date.clone(),
                record: incident.id,
                reference: incident.reference,
                title: body.title(),
                incident: body.name.clone(),
                after: String::new(),
                about: vec![incident.id],
            })
            .collect()
    }

    fn of_event(&self, event: &Entry<Event>) -> Option<Telling> {
        let body = &event.body;
        (body.told_by.is_some() || body.told_to.is_some()).then(|| {
            let (teller, told) = (self.names.or_words(body.told_by, ""), self.names.or_words(body.told_to, ""));
            self.from(event, teller, told, body.happened.clone())
        })
    }

    fn of_notice(&self, notice: &Entry<Notice>) -> Telling {
        let body = &notice.body;
        let told = match body.addressed {
            Addressed::ToMe => ME.to_owned(),
            Addressed::Public => PUBLIC.to_owned(),
            Addressed::Unknown => self.names.or_words(None, ""),
        };
        self.from(notice, self.names.or_words(body.from_party, &body.from), told, body.listed_on().clone())
    }

    fn of_letter(&self, letter: &Entry<Correspondence>) -> Telling {
        let body = &letter.body;
        let (teller, told) = match body.direction {
            Direction::Received => (self.names.or_words(body.party, &body.from), ME.to_owned()),
            Direction::Sent => (ME.to_owned(), self.names.or_words(body.party, &body.to)),
        };
        self.from(letter, teller, told, body.listed_on().clone())
    }

    fn from<T: Body>(&self, entry: &Entry<T>, teller: String, told: String, date: StatedDate) -> Telling {
        Telling {
            teller,
            told,
            what: entry.body.title(),
            date,
            record: entry.id,
            reference: entry.reference,
            title: entry.body.title(),
            incident: self.about(&entry.incidents),
            after: String::new(),
            about: entry.incidents.iter().map(|link| link.incident).collect(),
        }
    }

    /// The names of the incidents that a record is about, with the person's doubt.
    fn about(&self, links: &[IncidentLink]) -> String {
        let name = |link: &IncidentLink| {
            let incident = self.incidents.iter().find(|incident| incident.id == link.incident)?;
            Some(match link.certainty {
                Certainty::Sure => incident.body.name.clone(),
                Certainty::Unsure => format!("{} (not sure)", incident.body.name),
            })
        };
        links.iter().filter_map(name).collect::<Vec<_>>().join(", ")
    }

    /// The one party that plays this part in the incident, else in the whole story; none where several do.
    fn playing(&self, role: Role, incident: RecordId) -> Option<String> {
        let in_it = |wanted: Option<RecordId>| {
            let plays = |party: &&Entry<Party>| {
                party.body.roles.iter().any(|part| part.role == role && part.incident == wanted)
            };
            let mut found = self.parties.iter().filter(plays);
            found.next().filter(|_| found.next().is_none())
        };
        in_it(Some(incident)).or_else(|| in_it(None)).and_then(|party| self.names.shown(Some(party.id)))
    }
}
