//! The claim, its parties and incidents, and the overview.

use recourse_domain::StatedDate;
use recourse_domain::dates::Basis;
use recourse_domain::records::{Claim, Claimant, Entry, IdentifiedAs, Incident, Party, PartyRole, Relationship};
use recourse_organiser::{claims, people, records, sample};

use super::{Answer, Room};
use crate::dates::{input, read, view};
use crate::types::*;

/// Adds the sample claim and opens it.
pub fn sample_add(room: &Room, _: Nothing) -> Answer<ClaimRow> {
    let claim = sample::add(room)?;
    row(room, &claim)
}

/// All claims.
pub fn claim_list(room: &Room, _: Nothing) -> Answer<Vec<ClaimRow>> {
    claims::list(room)?.iter().map(|claim| row(room, claim)).collect()
}

/// One claim.
pub fn claim_get(room: &Room, request: ClaimRef) -> Answer<ClaimView> {
    let claim = records::get::<Claim>(room, request.claim)?;
    shown(room, &claim)
}

/// Makes a claim or changes it.
pub fn claim_save(room: &Room, request: ClaimSave) -> Answer<ClaimView> {
    let before = match request.id {
        Some(id) => Some(records::get::<Claim>(room, id)?.body),
        None => None,
    };
    let form = request.form;
    let tie = before.as_ref().map(|claim| &claim.relationship);
    let today = room.today();
    let claim = Claim {
        title: form.title,
        claimant: Claimant {
            name: form.claimant,
            emails_held: form.emails_held,
            addresses_held: form.addresses_held,
            ..before.as_ref().map(|claim| claim.claimant.clone()).unwrap_or_default()
        },
        organisation: before.as_ref().and_then(|claim| claim.organisation),
        jurisdiction: form.jurisdiction,
        relationship: Relationship {
            kind: form.relationship,
            from: read(&form.relationship_from, tie.map(|tie| &tie.from), today, "relationship_from")?,
            to: read(&form.relationship_to, tie.map(|tie| &tie.to), today, "relationship_to")?,
            how_it_ended: form.how_it_ended,
            proof: tie.map(|tie| tie.proof.clone()).unwrap_or_default(),
        },
        reference_numbers: form.reference_numbers,
        ..before.clone().unwrap_or_default()
    };
    let saved = claims::save(room, request.id, claim, &form.organisation)?;
    shown(room, &saved)
}

/// Notes which claim is open.
pub fn claim_choose(room: &Room, request: ClaimRef) -> Answer<Nothing> {
    claims::choose(room, request.claim)?;
    Ok(Nothing {})
}

/// Notes whether the desktop is to say that dates are near.
pub fn reminding_set(room: &Room, request: Reminding) -> Answer<Nothing> {
    claims::set_reminds(room, request.on)?;
    Ok(Nothing {})
}

/// What stands in the overview.
pub fn overview(room: &Room, request: ClaimRef) -> Answer<OverviewView> {
    let found = claims::overview(room, request.claim)?;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(OverviewView {
        claim: row(room, &found.claim)?,
        notices: number(found.notices),
        letters: number(found.letters),
        evidence: number(found.evidence),
        inbox: number(found.inbox),
        statements: number(found.statements),
        open_questions: number(found.open_questions),
        facts: found
            .facts
            .into_iter()
            .map(|fact| OverviewFact { text: fact.text, record: fact.record.map(about) })
            .collect(),
        reminds: claims::reminds(room)?,
        near: found
            .near
            .into_iter()
            .map(|near| NearDate {
                days: near.days,
                mine: near.mine,
                soon: near.soon(),
                date: view(&near.date),
                text: near.text,
                record: about(near.record),
            })
            .collect(),
        missing: found.missing,
        next_step: match found.next_step {
            claims::NextStep::NameOrganisation => NextStep::NameOrganisation,
            claims::NextStep::AddNotice => NextStep::AddNotice,
            claims::NextStep::EmptyInbox => NextStep::EmptyInbox,
            claims::NextStep::AddEvidence => NextStep::AddEvidence,
            claims::NextStep::CheckNotice => NextStep::CheckNotice,
            claims::NextStep::AskQuestions => NextStep::AskQuestions,
            claims::NextStep::MakeBundle => NextStep::MakeBundle,
        },
    })
}

fn about(about: claims::About) -> RecordLink {
    RecordLink { id: about.id, kind: about.reference.kind, reference: about.reference.to_string(), title: about.title }
}

/// The parties of a claim.
pub fn party_list(room: &Room, request: ClaimRef) -> Answer<Vec<PartyView>> {
    let parties = records::list::<Party>(room, request.claim)?;
    let names = people::Names::from_parties(&parties);
    Ok(parties.iter().map(|entry| party(entry, &names)).collect())
}

/// Makes a party or changes it.
pub fn party_save(room: &Room, request: PartySave) -> Answer<PartyView> {
    let before = match request.id {
        Some(id) => records::get::<Party>(room, id)?.body,
        None => Party::default(),
    };
    let form = request.form;
    let known = before.identified_as.as_ref();
    let identified_as = match form.identified_as {
        Some(found) => Some(IdentifiedAs {
            party: found.party,
            named_by: found.named_by,
            on: read(&found.on, known.map(|known| &known.on), room.today(), "identified_on")?,
            authority: found.authority,
        }),
        None => None,
    };
    let roles = form.roles.iter().map(|part| PartyRole { role: part.role, incident: part.incident }).collect();
    let body = Party { name: form.name, kind: form.kind, roles, contact: form.contact, identified_as };
    let saved = people::save_party(room, request.claim, request.id, body)?;
    Ok(party(&saved, &people::Names::of(room, request.claim)?))
}

/// The incidents of a claim.
pub fn incident_list(room: &Room, request: ClaimRef) -> Answer<Vec<IncidentView>> {
    Ok(records::list::<Incident>(room, request.claim)?.iter().map(incident).collect())
}

/// Makes an incident or changes it.
pub fn incident_save(room: &Room, request: IncidentSave) -> Answer<IncidentView> {
    let before = match request.id {
        Some(id) => records::get::<Incident>(room, id)?.body,
        None => Incident::default(),
    };
    let today = room.today();
    let said = |input: &DateInput, before: &StatedDate, field: &'static str| -> Answer<StatedDate> {
        let date = read(input, Some(before), today, field)?;
        Ok(match request.sources.iter().find(|source| source.field == field) {
            Some(source) => StatedDate { basis: basis(source), basis_evidence: source.evidence, ..date },
            None => StatedDate { basis: before.basis, basis_evidence: before.basis_evidence, ..date },
        })
    };
    let body = Incident {
        occurred: said(&request.occurred, &before.occurred, "occurred")?,
        discovered: said(&request.discovered, &before.discovered, "discovered")?,
        controller_told: said(&request.controller_told, &before.controller_told, "controller_told")?,
        regulator_told: said(&request.regulator_told, &before.regulator_told, "regulator_told")?,
        public_told: said(&request.public_told, &before.public_told, "public_told")?,
        claimant_told: said(&request.claimant_told, &before.claimant_told, "claimant_told")?,
        name: request.name,
        kind_as_told: request.kind_as_told,
    };
    Ok(incident(&people::save_incident(room, request.claim, request.id, body)?))
}

/// Enters a record or replaces its fields.
pub(super) fn save<T: recourse_organiser::records::Stored>(
    room: &Room,
    claim: recourse_domain::RecordId,
    id: Option<recourse_domain::RecordId>,
    body: T,
) -> Answer<Entry<T>> {
    Ok(match id {
        Some(id) => records::update(room, id, body)?,
        None => records::add(room, claim, body, &[])?,
    })
}

fn row(room: &Room, claim: &Entry<Claim>) -> Answer<ClaimRow> {
    Ok(ClaimRow {
        id: claim.id,
        reference: claim.reference.to_string(),
        title: claim.body.title.clone(),
        organisation: claims::organisation(room, &claim.body)?,
    })
}

fn shown(room: &Room, claim: &Entry<Claim>) -> Answer<ClaimView> {
    let body = &claim.body;
    Ok(ClaimView {
        id: claim.id,
        reference: claim.reference.to_string(),
        relationship_from: view(&body.relationship.from),
        relationship_to: view(&body.relationship.to),
        form: ClaimForm {
            title: body.title.clone(),
            organisation: claims::organisation(room, body)?,
            claimant: body.claimant.name.clone(),
            emails_held: body.claimant.emails_held.clone(),
            addresses_held: body.claimant.addresses_held.clone(),
            jurisdiction: body.jurisdiction,
            relationship: body.relationship.kind,
            relationship_from: input(&body.relationship.from),
            relationship_to: input(&body.relationship.to),
            how_it_ended: body.relationship.how_it_ended.clone(),
            reference_numbers: body.reference_numbers.clone(),
        },
    })
}

pub(super) fn party(entry: &Entry<Party>, names: &people::Names) -> PartyView {
    let body = &entry.body;
    PartyView {
        id: entry.id,
        reference: entry.reference.to_string(),
        form: PartyForm {
            name: body.name.clone(),
            kind: body.kind,
            roles: body.roles.iter().map(|part| RoleForm { role: part.role, incident: part.incident }).collect(),
            contact: body.contact.clone(),
            identified_as: body.identified_as.as_ref().map(|found| IdentifiedForm {
                party: found.party,
                named_by: found.named_by.clone(),
                on: input(&found.on),
                authority: found.authority.clone(),
            }),
        },
        identified: body
            .identified_as
            .as_ref()
            .map(|found| people::identified(&body.name, found, names))
            .unwrap_or_default(),
    }
}

fn basis(source: &DateSource) -> Option<Basis> {
    serde_json::from_value(source.basis.clone()?.into()).ok()
}

fn sources(body: &Incident) -> Vec<DateSource> {
    let dates = [
        ("occurred", &body.occurred),
        ("discovered", &body.discovered),
        ("controller_told", &body.controller_told),
        ("regulator_told", &body.regulator_told),
        ("public_told", &body.public_told),
        ("claimant_told", &body.claimant_told),
    ];
    let stated = dates.into_iter().filter(|(_, date)| !date.is_undated());
    stated
        .map(|(field, date)| DateSource {
            field: field.to_owned(),
            basis: date.basis.and_then(|basis| serde_json::to_value(basis).ok()?.as_str().map(str::to_owned)),
            evidence: date.basis_evidence,
        })
        .collect()
}

pub(super) fn incident(entry: &Entry<Incident>) -> IncidentView {
    let body = &entry.body;
    IncidentView {
        id: entry.id,
        reference: entry.reference.to_string(),
        name: body.name.clone(),
        kind_as_told: body.kind_as_told.clone(),
        occurred: view(&body.occurred),
        discovered: view(&body.discovered),
        controller_told: view(&body.controller_told),
        regulator_told: view(&body.regulator_told),
        public_told: view(&body.public_told),
        claimant_told: view(&body.claimant_told),
        sources: sources(body),
    }
}
