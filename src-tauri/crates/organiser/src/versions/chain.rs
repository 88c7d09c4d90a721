//! Which record is a version of which.

use std::collections::HashMap;

use recourse_domain::records::{Evidence, Notice};
use recourse_domain::{RecordId, RecordKind};
use recourse_store::{Filter, Heading, Reading, Shelf, StoreError};

use super::wrong;
use crate::Result;
use crate::session::{Session, Unlocked};

/// Says that a notice or evidence item is another version of an earlier one; none takes it back.
///
/// # Errors
/// A record that would be a version of itself, directly or through others; a record of another kind or claim.
pub fn set(session: &Session<Unlocked>, id: RecordId, version_of: Option<RecordId>) -> Result<()> {
    session.write("say which version", |records| {
        let heading = records.heading(id)?.ok_or(StoreError::NoRecord(id))?;
        if let Some(earlier) = version_of {
            let other = records.heading(earlier)?.ok_or(StoreError::NoRecord(earlier))?;
            if other.claim != heading.claim {
                return Err(wrong("version_of", "Both have to belong to the same claim."));
            }
            if !matches!(other.reference.kind, RecordKind::Notice | RecordKind::Evidence) {
                return Err(wrong("version_of", "Only notices and evidence have versions."));
            }
            let before = ties(records, heading.claim)?;
            // One after the other, so that "oldest first" always has one meaning.
            if let Some((next, _)) = before.iter().find(|(later, known)| **known == earlier && **later != id) {
                let next = records.heading(*next)?.ok_or(StoreError::NoRecord(*next))?.reference;
                let message = format!("{next} is the next version of that record already. Choose {next} instead.");
                return Err(wrong("version_of", &message));
            }
            let mut at = Some(earlier);
            while let Some(one) = at {
                if one == id {
                    let message = if earlier == id {
                        "A record cannot be a later version of itself."
                    } else {
                        "That record is a later version of this one already. Take that back first."
                    };
                    return Err(wrong("version_of", message));
                }
                at = before.get(&one).copied();
            }
        }
        match heading.reference.kind {
            RecordKind::Notice => {
                let body = records.get::<Notice>(id)?.ok_or(StoreError::NoRecord(id))?.body;
                records.update(id, Notice { version_of, ..body }).map(drop)?;
            }
            RecordKind::Evidence => {
                let body = records.get::<Evidence>(id)?.ok_or(StoreError::NoRecord(id))?.body;
                records.update(id, Evidence { version_of, ..body }).map(drop)?;
            }
            _ => return Err(wrong("id", "Only notices and evidence have versions.")),
        }
        Ok(())
    })
}

/// All versions that a record is one of, oldest first, itself among them; none where it stands alone.
///
/// # Errors
/// Where there is no such record.
pub fn versions(session: &Session<Unlocked>, id: RecordId) -> Result<Vec<Heading>> {
    session.read(|records| {
        let claim = records.heading(id)?.ok_or(StoreError::NoRecord(id))?.claim;
        let before = ties(records, claim)?;
        let mut first = id;
        while let Some(earlier) = before.get(&first) {
            first = *earlier;
        }
        let after: HashMap<RecordId, RecordId> = before.iter().map(|(later, earlier)| (*earlier, *later)).collect();
        let mut all = vec![first];
        while let Some(later) = all.last().and_then(|last| after.get(last)) {
            all.push(*later);
        }
        if all.len() < 2 {
            return Ok(Vec::new());
        }
        all.into_iter().map(|id| Ok(records.heading(id)?.ok_or(StoreError::NoRecord(id))?)).collect()
    })
}

/// Which record is said to be a version of which earlier one, in a claim.
fn ties(records: &Reading<'_>, claim: Option<RecordId>) -> Result<HashMap<RecordId, RecordId>> {
    let filter = Filter { claim, shelf: Shelf::Both };
    let mut ties = HashMap::new();
    for notice in records.list::<Notice>(filter)? {
        ties.extend(notice.body.version_of.map(|earlier| (notice.id, earlier)));
    }
    for item in records.list::<Evidence>(filter)? {
        ties.extend(item.body.version_of.map(|earlier| (item.id, earlier)));
    }
    Ok(ties)
}
