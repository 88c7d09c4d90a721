//! The claim itself.

use std::path::Path;

use recourse_contract::rooms;
use recourse_contract::types::{ClaimForm, ClaimSave, DateInput, Nothing};
use recourse_domain::choices::{Jurisdiction, RelationshipKind};

use super::{Manner, choice};
use crate::arguments::ClaimCommand;
use crate::outcome::{Outcome, Trouble};
use crate::say;

/// Begins a claim.
pub fn add(manner: &Manner, command: ClaimCommand) -> Result<Outcome, Trouble> {
    let ClaimCommand::Add { vault, title, organisation, claimant, email_held, jurisdiction, relationship, from, to } =
        command;
    let jurisdiction =
        jurisdiction.map(|typed| choice(Jurisdiction::from_code(&typed), &typed, "jurisdiction")).transpose()?;
    let relationship =
        relationship.map(|typed| choice(RelationshipKind::from_code(&typed), &typed, "relationship")).transpose()?;
    let form = ClaimForm {
        title,
        organisation,
        claimant,
        emails_held: email_held,
        addresses_held: Vec::new(),
        jurisdiction,
        relationship,
        relationship_from: DateInput { words: from, said_on: None },
        relationship_to: DateInput { words: to, said_on: None },
        how_it_ended: String::new(),
        reference_numbers: Vec::new(),
    };
    let session = manner.open(&vault)?;
    let claim = rooms::claim_save(&session, ClaimSave { id: None, form })?;
    session.lock()?;
    if manner.json { say::json(&claim) } else { say::line(&claim.reference) }?;
    Ok(Outcome::Done)
}

/// Claims, counts, and what is missing.
pub fn status(manner: &Manner, vault: &Path) -> Result<Outcome, Trouble> {
    let session = manner.open(vault)?;
    let mut overviews = Vec::new();
    for row in rooms::claim_list(&session, Nothing {})? {
        overviews.push(rooms::overview(&session, recourse_contract::types::ClaimRef { claim: row.id })?);
    }
    let syncing = recourse_organiser::safety::syncing(session.vault().folder());
    session.lock()?;
    if overviews.is_empty() && !manner.json {
        say::line("This vault holds no claim yet. Begin with `recourse claim add`.")?;
    }
    say::list(manner.json, &overviews, |overview| {
        let mut lines = vec![
            format!("{} {}", overview.claim.reference, overview.claim.title),
            format!(
                "  {} notices, {} letters, {} evidence items, {} in the inbox",
                overview.notices, overview.letters, overview.evidence, overview.inbox
            ),
        ];
        lines.extend(overview.facts.iter().map(|fact| format!("  {}", fact.text)));
        lines.extend(overview.missing.iter().map(|lack| format!("  Missing: {lack}")));
        lines.join("\n")
    })?;
    if let Some(syncing) = syncing {
        say::aside(&syncing.words());
    }
    Ok(Outcome::Done)
}
