//! Keeping what is blacked out for a reader.

use recourse_domain::RecordId;
use recourse_domain::choices::Audience;
use recourse_domain::records::Redaction;
use serde_json::json;

use super::Writing;
use crate::table::redaction as table;
use crate::{ChangeKind, Result};

impl Writing<'_> {
    /// Says what of a document is blacked out for a reader of a claim's bundle; with no areas, nothing is any more. The history names the
    /// document, the reader, and the areas before and after.
    ///
    /// # Errors
    /// [`crate::StoreError::BrokenLink`] when the claim or the document is not there, or what the database said.
    pub fn set_redaction(
        &self,
        claim: RecordId,
        audience: Audience,
        document: RecordId,
        redaction: &Redaction,
    ) -> Result<()> {
        self.step(|| {
            let before = self.redaction(claim, audience, document)?;
            if before == *redaction {
                return Ok(());
            }
            table::set(self.conn, (claim, audience, document), redaction)?;
            let said = |redaction: &Redaction| {
                json!({
                    "audience": audience.code(), "blacked_out": redaction.areas, "claim": claim, "seen": redaction.seen,
                })
            };
            self.log(ChangeKind::Redacted, Some(document), Some(said(&before)), Some(said(redaction)))
        })
    }
}
