//! Who the claimant is, the organisation, and the group action.

use recourse_domain::RecordId;
use recourse_domain::choices::{RelationshipKind, Role};
use recourse_domain::dates::Period;
use recourse_domain::records::{Claim, Entry, Evidence, Party};

use super::{Part, Row, day, row};
use crate::session::{Session, Unlocked};
use crate::{Result, records};

/// The parts that come from the claim itself and its parties.
pub(super) fn parts(
    session: &Session<Unlocked>,
    claim: &Entry<Claim>,
    goes: &dyn Fn(RecordId) -> bool,
) -> Result<Vec<Part>> {
    let mut parties = records::list::<Party>(session, claim.id)?;
    parties.retain(|party| goes(party.id));
    let mut group = group(claim, &parties);
    if let Some(id) = claim.body.group_action.stated_in.filter(|id| goes(*id)) {
        let evidence = records::get::<Evidence>(session, id)?;
        group.push(row("Where these dates are stated", evidence.body.title).from(id, evidence.reference));
    }
    let said_by_claim = |rows: Vec<Row>| rows.into_iter().map(|row| row.from(claim.id, claim.reference)).collect();
    Ok(vec![
        Part { title: "The claimant", rows: said_by_claim(claimant(claim)) },
        Part { title: "The tie to the organisation", rows: said_by_claim(tie(claim)) },
        Part { title: "The organisation and others", rows: organisation(claim, &parties) },
        Part { title: "The group action", rows: group },
    ])
}

fn claimant(claim: &Entry<Claim>) -> Vec<Row> {
    let me = &claim.body.claimant;
    let firm = &claim.body.other_firm;
    let instructed = match firm.instructed {
        None => "",
        Some(true) => "yes",
        Some(false) => "no",
    };
    let mut rows = vec![
        row("Name", &me.name),
        row("Names used before", me.other_names.join("; ")),
        row("Date of birth", me.date_of_birth.map(|day| Period::Day(day).in_words()).unwrap_or_default()),
        row("How to reach them", &me.contact),
        row("E-mail addresses the organisation held", me.emails_held.join("; ")),
        row("Postal addresses the organisation held", me.addresses_held.join("; ")),
        row("Membership, customer or case numbers", claim.body.reference_numbers.join("; ")),
        row("What makes things easier for them", &me.needs),
        row("Other breaches of their data that they know of", &me.other_breaches),
        row("Whether another firm acts or acted", instructed),
    ];
    if firm.instructed == Some(true) {
        rows.extend([row("Which firm, and what became of it", &firm.who), day("When it was instructed", &firm.on)]);
    }
    rows
}

fn tie(claim: &Entry<Claim>) -> Vec<Row> {
    let tie = &claim.body.relationship;
    let kind = match tie.kind {
        None => "",
        Some(RelationshipKind::Member) => "member",
        Some(RelationshipKind::FormerMember) => "former member",
        Some(RelationshipKind::Supporter) => "supporter",
        Some(RelationshipKind::Customer) => "customer",
        Some(RelationshipKind::Employee) => "employee",
        Some(RelationshipKind::Donor) => "donor",
        Some(RelationshipKind::Other) => "something else",
    };
    vec![
        row("What the claimant was to it", kind),
        day("Since when", &tie.from),
        day("Until when", &tie.to),
        row("How it ended", &tie.how_it_ended),
        row("What shows it", &tie.proof),
    ]
}

fn organisation(claim: &Entry<Claim>, parties: &[Entry<Party>]) -> Vec<Row> {
    let named = |party: &Entry<Party>, field: &str| row(field, &party.body.name).from(party.id, party.reference);
    let has = |party: &&Entry<Party>, roles: &[Role]| party.body.roles.iter().any(|part| roles.contains(&part.role));
    let mut rows = Vec::new();
    match parties.iter().find(|party| Some(party.id) == claim.body.organisation) {
        None => rows.push(row("The organisation", "")),
        Some(party) => {
            rows.push(named(party, "The organisation"));
            rows.push(row("Ways to reach it", &party.body.contact).from(party.id, party.reference));
        }
    }
    let mut holders = parties
        .iter()
        .filter(|party| has(party, &[Role::Processor, Role::SubProcessor, Role::UnnamedThirdParty]))
        .map(|party| named(party, "Who held data for it"))
        .peekable();
    if holders.peek().is_none() {
        rows.push(row("Who held data for it", ""));
    }
    rows.extend(holders);
    rows
}

fn group(claim: &Entry<Claim>, parties: &[Entry<Party>]) -> Vec<Row> {
    let group = &claim.body.group_action;
    let firm = parties.iter().find(|party| Some(party.id) == group.firm);
    let firm = match firm {
        Some(party) => row("The firm", &party.body.name).from(party.id, party.reference),
        None => row("The firm", ""),
    };
    vec![
        row("What it is called", &group.name),
        firm,
        row("The firm’s reference", &group.reference),
        day("When the claimant joined", &group.joined),
        day("Last day to sign up", &group.sign_up_cut_off),
        day("Last day for the group register", &group.register_cut_off),
        day("When this schedule is due", &group.schedule_due),
        row("The court", &group.court),
        row("The agreement with the firm", &group.agreement),
    ]
}
