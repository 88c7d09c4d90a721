//! The claim and what is around it: which one is open, its organisation, the overview.

mod calendar;
mod limits;
mod near;
mod overview;
mod remind;

use recourse_domain::choices::{PartyKind, Role};
use recourse_domain::records::{Claim, Entry, Party, PartyRole};
use recourse_domain::{RecordId, RecordKind};
use recourse_store::{Filter, NewEntry, StoreError};

use crate::session::{Session, Unlocked};
use crate::{Error, Result};

pub use calendar::calendar;
pub use limits::limits;
pub use near::{Near, dates_ahead};
pub(crate) use overview::missing;
pub use overview::{About, Fact, NextStep, Overview, overview};
pub use remind::{reminder, reminds, set_reminds};

/// The setting that holds which claim was open last.
const CHOSEN: &str = "claim.chosen";

/// All claims that were not put away.
///
/// # Errors
/// What the records said.
pub fn list(session: &Session<Unlocked>) -> Result<Vec<Entry<Claim>>> {
    session.read(|records| Ok(records.list(Filter::default())?))
}

/// Enters a claim or replaces its fields. An organisation is named by its name: a party of that name is taken, or made with the part of controller.
///
/// # Errors
/// An empty title, or what the records said.
pub fn save(
    session: &Session<Unlocked>,
    id: Option<RecordId>,
    mut claim: Claim,
    organisation: &str,
) -> Result<Entry<Claim>> {
    if claim.title.trim().is_empty() {
        claim.title = organisation.trim().to_owned();
    }
    if claim.title.trim().is_empty() {
        return Err(Error::Field {
            field: "title",
            message: "Give the claim a name, for example the organisation’s.".into(),
        });
    }
    let (new_claim, new_party) = (session.new_record_id()?, session.new_record_id()?);
    let now = session.now();
    session.write(if id.is_some() { "edit claim" } else { "add claim" }, |records| {
        let mut entry = match id {
            Some(id) => records.get::<Claim>(id)?.ok_or(StoreError::NoSuchRecord { id, kind: RecordKind::Claim })?,
            None => records.insert(NewEntry::new(new_claim, None, now, claim.clone()))?,
        };
        let name = organisation.trim();
        claim.organisation = if name.is_empty() {
            None
        } else {
            let parties = records.list::<Party>(Filter { claim: Some(entry.id), ..Filter::default() })?;
            let known = parties.iter().find(|party| party.body.name.eq_ignore_ascii_case(name)).map(|party| party.id);
            Some(match known {
                Some(id) => id,
                None => {
                    let party = Party {
                        name: name.to_owned(),
                        kind: PartyKind::Organisation,
                        roles: vec![PartyRole { role: Role::Controller, incident: None }],
                        ..Party::default()
                    };
                    records.insert(NewEntry::new(new_party, Some(entry.id), now, party))?.id
                }
            })
        };
        entry = records.update(entry.id, claim)?;
        records.set_setting(CHOSEN, &entry.id.to_string())?;
        Ok(entry)
    })
}

/// Notes which claim is open. In a vault that is open for reading only there is nothing to note.
///
/// # Errors
/// Where there is no such claim.
pub fn choose(session: &Session<Unlocked>, claim: RecordId) -> Result<()> {
    if session.is_for_reading() {
        return Ok(());
    }
    session.write("open claim", |records| {
        records.get::<Claim>(claim)?.ok_or(StoreError::NoSuchRecord { id: claim, kind: RecordKind::Claim })?;
        Ok(records.set_setting(CHOSEN, &claim.to_string())?)
    })
}

/// The claim that was open last, else the first there is.
///
/// # Errors
/// What the records said.
pub fn chosen(session: &Session<Unlocked>) -> Result<Option<RecordId>> {
    session.read(|records| {
        let claims = records.list::<Claim>(Filter::default())?;
        let last = records.setting(CHOSEN)?.and_then(|id| id.parse::<RecordId>().ok());
        Ok(claims.iter().find(|claim| Some(claim.id) == last).or_else(|| claims.first()).map(|claim| claim.id))
    })
}

/// The only claim, or the one with this readable name.
///
/// # Errors
/// Where there is none, or several and none is named.
pub fn one(session: &Session<Unlocked>, named: Option<recourse_domain::Reference>) -> Result<Entry<Claim>> {
    let claims = list(session)?;
    match named {
        Some(reference) => claims
            .into_iter()
            .find(|claim| claim.reference == reference)
            .ok_or_else(|| Error::NoSuchReference(reference.to_string())),
        None if claims.len() > 1 => Err(Error::WhichClaim),
        None => claims.into_iter().next().ok_or(Error::NoClaim),
    }
}

/// Name of the organisation that a claim is about; empty where none is given.
///
/// # Errors
/// What the records said.
pub fn organisation(session: &Session<Unlocked>, claim: &Claim) -> Result<String> {
    let Some(id) = claim.organisation else {
        return Ok(String::new());
    };
    session.read(|records| Ok(records.get::<Party>(id)?.map(|party| party.body.name).unwrap_or_default()))
}

/// The claimant's own e-mail addresses, by which mails they sent are told from those they received.
pub(crate) fn own_addresses(session: &Session<Unlocked>, claim: RecordId) -> Result<Vec<String>> {
    session.read(|records| {
        Ok(records.get::<Claim>(claim)?.map(|claim| claim.body.claimant.emails_held).unwrap_or_default())
    })
}
