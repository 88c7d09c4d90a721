//! A request as it begins from a letter that was sent: a proposal, which the person sees and may change before it is entered.

use recourse_domain::RecordId;
use recourse_domain::choices::{RequestKind, Role};
use recourse_domain::records::{Claim, Correspondence, Entry, Party, Question, Request};

use super::save::sent_letter;
use crate::session::{Session, Unlocked};
use crate::{Error, Result, records};

/// What a letter that the claimant sent seems to ask for, and of whom.
///
/// # Errors
/// A letter that the claimant did not send, or what the records said.
pub fn from_letter(session: &Session<Unlocked>, letter: RecordId) -> Result<Request> {
    let letter = sent_letter(session, letter)?;
    let claim = letter.claim.ok_or(Error::NoClaim)?;
    let parties = records::list::<Party>(session, claim)?;
    let asks = records::list::<Question>(session, claim)?.iter().any(|one| one.body.asked_in == Some(letter.id));
    let organisation = records::get::<Claim>(session, claim)?.body.organisation;
    let to = letter.body.party.or_else(|| named(&letter.body, &parties)).or(organisation);
    let of_regulator = parties
        .iter()
        .any(|party| Some(party.id) == to && party.body.roles.iter().any(|role| role.role == Role::Regulator));
    Ok(Request {
        kind: kind(&letter.body, of_regulator, asks),
        sent_to: to,
        address_used: letter.body.address_used.clone(),
        channel: letter.body.channel,
        sent: letter.body.listed_on().clone(),
        letter: Some(letter.id),
        their_reference: letter.body.their_reference.clone(),
        ..Request::default()
    })
}

/// The party whose name stands in the line of whom the letter is to.
fn named(letter: &Correspondence, parties: &[Entry<Party>]) -> Option<RecordId> {
    let to = letter.to.to_lowercase();
    let is_named = |party: &&Entry<Party>| {
        let name = party.body.name.trim().to_lowercase();
        !name.is_empty() && to.contains(&name)
    };
    parties.iter().find(is_named).map(|party| party.id)
}

fn kind(letter: &Correspondence, of_regulator: bool, asks: bool) -> RequestKind {
    let words = format!("{}\n{}", letter.subject, letter.text).to_lowercase();
    let has = |signs: &[&str]| signs.iter().any(|sign| words.contains(sign));
    if of_regulator {
        RequestKind::RegulatorComplaint
    } else if has(&["complain"]) {
        RequestKind::Complaint
    } else if has(&["access request", "copy of the personal data", "copy of my personal data", "copy of my data"]) {
        RequestKind::Access
    } else if has(&["erase", "erasure", "delete"]) {
        RequestKind::Erasure
    } else if has(&["i object", "stop using", "stop processing"]) {
        RequestKind::Objection
    } else if asks {
        RequestKind::Questions
    } else {
        RequestKind::Access
    }
}
