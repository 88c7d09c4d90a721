//! Arranging a bundle.

use recourse_domain::RecordId;
use recourse_domain::choices::Audience;
use recourse_domain::records::Arrangement;
use serde_json::json;

use super::Writing;
use crate::table::arrangement;
use crate::{ChangeKind, Result};

impl Writing<'_> {
    /// Keeps how the bundles of a claim for one reader are arranged. `said` tells in words what was done; the history holds it with what was there before.
    ///
    /// # Errors
    /// [`StoreError::BrokenLink`](crate::StoreError::BrokenLink) when the claim is not there, or what the database said.
    pub fn set_arrangement(
        &self,
        claim: RecordId,
        audience: Audience,
        arrangement: &Arrangement,
        said: &str,
    ) -> Result<()> {
        self.step(|| {
            let before = self.arrangement(claim, audience)?;
            if before == *arrangement {
                return Ok(());
            }
            arrangement::set(self.conn, claim, audience, arrangement)?;
            let kept = json!({"audience": audience, "arrangement": arrangement, "said": said});
            let was = json!({"audience": audience, "arrangement": before});
            self.log(ChangeKind::Arranged, Some(claim), Some(was), Some(kept))
        })
    }
}
