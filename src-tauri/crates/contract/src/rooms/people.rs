//! Everybody with a part in the story.

use recourse_domain::records::{Incident, Party};
use recourse_organiser::{people as everybody, records};

use super::claim::{incident, party};
use super::{Answer, Room};
use crate::dates::view;
use crate::types::*;

/// Everybody with a part in the story, and who told whom when.
pub fn people(room: &Room, request: ClaimRef) -> Answer<PeopleView> {
    let parties = records::list::<Party>(room, request.claim)?;
    let names = everybody::Names::from_parties(&parties);
    Ok(PeopleView {
        parties: parties.iter().map(|entry| party(entry, &names)).collect(),
        incidents: records::list::<Incident>(room, request.claim)?.iter().map(incident).collect(),
        tellings: everybody::tellings(room, request.claim)?.into_iter().map(telling).collect(),
    })
}

fn telling(found: everybody::Telling) -> Telling {
    Telling {
        teller: found.teller,
        told: found.told,
        what: found.what,
        date: view(&found.date),
        record: RecordLink {
            id: found.record,
            kind: found.reference.kind,
            reference: found.reference.to_string(),
            title: found.title,
        },
        incident: found.incident,
        after: found.after,
    }
}
