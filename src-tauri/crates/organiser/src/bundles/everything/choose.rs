//! Every record of a claim.

use recourse_domain::RecordId;
use recourse_domain::choices::Audience;
use recourse_domain::records::{Arrangement, Claim, Entry, Evidence};
use recourse_store::{Filter, Shelf, Stored};

use crate::Result;
use crate::bundles::selection::{Chosen, Preview};
use crate::evidence;
use crate::session::{Session, Unlocked};

/// A selection that holds everything, those put away among them.
pub(super) fn all(session: &Session<Unlocked>, claim: &Entry<Claim>) -> Result<Preview> {
    let id = claim.id;
    let mut items = Vec::new();
    for item in every::<Evidence>(session, id)? {
        let files = evidence::files(session, item.id)?;
        items.push((item, files));
    }
    let chosen = Chosen {
        notices: every(session, id)?,
        letters: every(session, id)?,
        contacts: every(session, id)?,
        evidence: items,
        parties: every(session, id)?,
        incidents: every(session, id)?,
        statements: every(session, id)?,
        questions: every(session, id)?,
        assertions: every(session, id)?,
        events: every(session, id)?,
        losses: every(session, id)?,
        times: every(session, id)?,
        diary: every(session, id)?,
        steps: every(session, id)?,
        requests: every(session, id)?,
    };
    Ok(Preview {
        claim: claim.clone(),
        audience: Audience::Solicitor,
        sections: Vec::new(),
        left_out: Vec::new(),
        missing: Vec::new(),
        arrangement: Arrangement::default(),
        usual: Vec::new(),
        chosen,
    })
}

fn every<T: Stored>(session: &Session<Unlocked>, claim: RecordId) -> Result<Vec<Entry<T>>> {
    session.read(|records| Ok(records.list(Filter { claim: Some(claim), shelf: Shelf::Both })?))
}
