//! The ordinary time for going to court, as candidates: what the rules are told of a claim.

use recourse_domain::RecordId;
use recourse_domain::rules::{IncidentFacts, Limitation, LimitationFacts, limitation};

use crate::Result;
use crate::session::{Session, Unlocked};
use crate::timeline::Records;

/// The candidates of a claim on this day.
///
/// # Errors
/// Where there is no such claim.
pub fn limits(session: &Session<Unlocked>, claim: RecordId) -> Result<Limitation> {
    let found = Records::of(session, claim)?;
    let body = &found.claim.body;
    let incidents = found.incidents.iter().map(|incident| {
        let body = &incident.body;
        IncidentFacts {
            name: body.name.clone(),
            occurred: body.occurred.clone(),
            discovered: body.discovered.clone(),
            controller_told: body.controller_told.clone(),
            claimant_told: body.claimant_told.clone(),
        }
    });
    let notices = found.notices.iter().map(|notice| (notice.reference.to_string(), notice.body.listed_on().clone()));
    Ok(limitation(&LimitationFacts {
        jurisdiction: body.jurisdiction,
        today: session.today(),
        incidents: incidents.collect(),
        notices: notices.collect(),
        personal_injury: body.harm_to_health,
        public_authority: body.public_body,
    }))
}
