//! Who knew when: one incident's dates as rungs, from the breach to the day on which the unnamed was named. Days are counted from one named
//! field only, the day on which the organisation was told, and never from the breach, whose day is rarely stated.

use super::{Gap, gap};
use crate::choices::{Certainty, Role};
use crate::dates::StatedDate;
use crate::ids::RecordId;
use crate::records::{Entry, Event, Incident, Party};

/// Whose knowledge a rung is about, in the order of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The breach itself.
    Breach,
    /// Whoever held the data for the organisation, and when it was found there.
    Supplier,
    /// The organisation.
    Organisation,
    /// A regulator.
    Regulator,
    /// The public.
    Public,
    /// The claimant.
    Me,
    /// An unnamed party is named.
    Named,
}

impl Part {
    /// The word by which the window chooses its colour and sign.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Breach => "breach",
            Self::Supplier => "supplier",
            Self::Organisation => "organisation",
            Self::Regulator => "regulator",
            Self::Public => "public",
            Self::Me => "me",
            Self::Named => "named",
        }
    }
}

/// One rung.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    /// Whose knowledge it is about.
    pub part: Part,
    /// What happened.
    pub what: String,
    /// When; undated rungs are rungs too.
    pub date: StatedDate,
    /// The record it comes from.
    pub record: RecordId,
}

impl Rung {
    /// The date in words, and how far it lies from the day on which the organisation was told as far as that can be said.
    pub fn in_words(&self, controller_told: &StatedDate) -> String {
        if self.date.is_undated() {
            let stated = self.date.as_stated.trim();
            let nothing = stated.is_empty() || stated.eq_ignore_ascii_case(&self.date.in_words());
            return if nothing { NO_DATE.to_owned() } else { format!("“{stated}”; {NO_DATE}") };
        }
        let words = self.date.in_words();
        match self.since(controller_told) {
            Some(since) if self.part != Part::Organisation => format!("{words}, {since}"),
            _ => words,
        }
    }

    /// "5 days after the organisation was told"; none where the order of the two is open.
    fn since(&self, controller_told: &StatedDate) -> Option<String> {
        let after = gap(controller_told, &self.date);
        if after.exact() == Some(0) {
            return Some("the same day as the organisation was told".to_owned());
        }
        let said = |gap: Gap, which: &str| {
            match gap.least? {
                ..0 => None,
                // "At least 0 days" would say nothing.
                0 => Gap { least: None, ..gap }.in_words(),
                _ => gap.in_words(),
            }
            .map(|days| format!("{days} {which} the organisation was told"))
        };
        said(after, "after").or_else(|| said(gap(&self.date, controller_told), "before"))
    }
}

const NO_DATE: &str = "no date given";

/// The rungs of one incident. `organisation` is the party that the claim is about, and its name where it has one. Events count where they are
/// linked to the incident; parties where they have a part in it or in the whole story.
pub fn ladder(
    incident: &Entry<Incident>,
    events: &[Entry<Event>],
    parties: &[Entry<Party>],
    organisation: (Option<RecordId>, &str),
) -> Vec<Rung> {
    let body = &incident.body;
    let name = if organisation.1.trim().is_empty() { "The organisation" } else { organisation.1 };
    let rung = |part, what: String, date: &StatedDate| Rung { part, what, date: date.clone(), record: incident.id };
    let mut rungs = vec![
        rung(Part::Breach, "It happened".to_owned(), &body.occurred),
        rung(Part::Supplier, "It was discovered".to_owned(), &body.discovered),
        rung(Part::Organisation, format!("{name} was told"), &body.controller_told),
        rung(Part::Regulator, "The regulator was told".to_owned(), &body.regulator_told),
        rung(Part::Public, "The public was told".to_owned(), &body.public_told),
        rung(Part::Me, "The claimant was told".to_owned(), &body.claimant_told),
    ];
    for event in events.iter().filter(|event| event.incidents.iter().any(|link| link.incident == incident.id)) {
        let Some(part) = event.body.told_to.and_then(|told| part_of(told, incident.id, parties, organisation.0)) else {
            continue;
        };
        let same = |rung: &&mut Rung| {
            let day = rung.date.sort_key();
            rung.part == part && rung.record == incident.id && day.is_some() && day == event.body.happened.sort_key()
        };
        match rungs.iter_mut().find(same) {
            // The incident's own date and the event are one thing told twice; the event's words say more.
            Some(known) if part != Part::Supplier => known.what.clone_from(&event.body.title),
            _ => {
                let (what, date) = (event.body.title.clone(), event.body.happened.clone());
                rungs.push(Rung { part, what, date, record: event.id });
            }
        }
    }
    rungs.extend(parties.iter().filter_map(|party| naming(party, incident.id, parties)));
    rungs.sort_by_cached_key(|rung| (rung.part, rung.date.is_undated(), rung.date.sort_key()));
    rungs
}

/// The rung of the party that was told, by the part it plays.
fn part_of(
    told: RecordId,
    incident: RecordId,
    parties: &[Entry<Party>],
    organisation: Option<RecordId>,
) -> Option<Part> {
    if Some(told) == organisation {
        return Some(Part::Organisation);
    }
    let party = parties.iter().find(|party| party.id == told)?;
    roles(party, incident).find_map(|role| match role {
        Role::Controller => Some(Part::Organisation),
        Role::Processor | Role::SubProcessor | Role::UnnamedThirdParty => Some(Part::Supplier),
        Role::Regulator => Some(Part::Regulator),
        Role::Press => Some(Part::Public),
        _ => None,
    })
}

fn roles(party: &Entry<Party>, incident: RecordId) -> impl Iterator<Item = Role> {
    let here = move |of: Option<RecordId>| of.is_none_or(|of| of == incident);
    party.body.roles.iter().filter(move |role| here(role.incident)).map(|role| role.role)
}

/// When an unnamed party of this incident was named, and by whom. Whoever is still unnamed stands without a date.
fn naming(party: &Entry<Party>, incident: RecordId, parties: &[Entry<Party>]) -> Option<Rung> {
    if !roles(party, incident).any(|role| role == Role::UnnamedThirdParty) {
        return None;
    }
    let unnamed = unquoted(&party.body.name);
    let (what, date) = match &party.body.identified_as {
        Some(found) => {
            let name = parties.iter().find(|other| other.id == found.party).map(|other| other.body.name.as_str());
            let by = found.named_by.trim();
            let by = if by.is_empty() { String::new() } else { format!(" by {by}") };
            (format!("“{unnamed}” was named as {}{by}", name.unwrap_or("another party")), found.on.clone())
        }
        None => (format!("“{unnamed}” has not been named"), StatedDate::undated()),
    };
    Some(Rung { part: Part::Named, what, date, record: party.id })
}

/// A description without the quotation marks that it may have been typed with.
pub fn unquoted(name: &str) -> &str {
    name.trim().trim_matches(['“', '”', '"', '‘', '’', '\''])
}

/// How sure the person is that a record belongs to an incident; none where it is not linked to it.
pub fn certainty(links: &[crate::records::IncidentLink], incident: RecordId) -> Option<Certainty> {
    links.iter().find(|link| link.incident == incident).map(|link| link.certainty)
}
