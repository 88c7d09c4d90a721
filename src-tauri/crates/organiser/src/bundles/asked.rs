//! The schedule of claimant information in a bundle: for the claimant's own solicitor only, from the records that go.

use recourse_bundle::model::{SchedulePart, ScheduleRow};
use recourse_domain::choices::Audience;

use super::selection::Preview;
use crate::Result;
use crate::schedule::{self, Part};
use crate::session::{Session, Unlocked};

/// The answers for this reader; none for anybody but the claimant's own solicitor.
pub(super) fn answers(session: &Session<Unlocked>, preview: &Preview) -> Result<Vec<Part>> {
    if preview.audience == Audience::OtherSide {
        return Ok(Vec::new());
    }
    schedule::answered_from(session, preview.claim.id, &|id| preview.chosen.holds(id))
}

/// The same for the pages.
pub(super) fn pages(parts: &[Part]) -> Vec<SchedulePart> {
    let row = |row: &schedule::Row| ScheduleRow {
        field: row.field.clone(),
        answer: row.answer.clone(),
        sources: row.sources.iter().map(|(_, reference)| reference.to_string()).collect(),
    };
    let part = |part: &Part| SchedulePart { title: part.title.to_owned(), rows: part.rows.iter().map(row).collect() };
    parts.iter().map(part).collect()
}
