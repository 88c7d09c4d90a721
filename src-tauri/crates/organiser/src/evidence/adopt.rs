//! An original that is in the vault and that no record knows: it becomes an evidence item again, waiting in the inbox.

use chrono::{DateTime, Utc};
use recourse_domain::RecordId;
use recourse_domain::records::{Evidence, EvidenceFile};
use recourse_intake::{Reading, SNIFF_BYTES, sniff};
use recourse_store::NewEntry;
use recourse_vault::{Attached, ObjectMeta};

use super::guess;
use super::keep::{bare_file, note_file, read};
use crate::Result;
use crate::session::{Session, Unlocked};

/// Puts it on record with what was known of it when it was kept.
///
/// # Errors
/// What the records or the disk said.
pub(crate) fn adopt(session: &Session<Unlocked>, claim: RecordId, meta: &ObjectMeta) -> Result<()> {
    let first = meta.seen.first();
    let name = first.map_or("original", |seen| seen.name.as_str());
    let kept_at = first.and_then(|seen| seen.kept_at.parse::<DateTime<Utc>>().ok()).unwrap_or_else(|| session.now());
    let modified_unix = first.and_then(|seen| seen.modified_unix);
    let reading = match read(session, &meta.object_id, name) {
        Ok(reading) => reading,
        // What cannot be read now is on record all the same.
        Err(_) => bare(session, meta, name)?,
    };
    let attached = Attached {
        object_id: meta.object_id,
        sha256: meta.sha256,
        size: meta.size,
        modified_unix,
        already_there: true,
    };
    let (evidence, file) = (session.new_record_id()?, session.new_file_id()?);
    let body = Evidence {
        title: guess::title(&reading, name),
        kind: guess::evidence_kind(reading.kind),
        date: guess::date(&reading),
        waiting: true,
        ..Evidence::default()
    };
    session.write("bring back", |records| {
        let entry = records.insert(NewEntry::new(evidence, Some(claim), kept_at, body))?;
        let file_modified = modified_unix.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        let bare = bare_file(file, entry.id, kept_at, name, &attached, &reading);
        note_file(records, &EvidenceFile { file_modified, ..bare }, &reading)
    })
}

/// What its first bytes say.
fn bare(session: &Session<Unlocked>, meta: &ObjectMeta, name: &str) -> Result<Reading> {
    use std::io::Read;

    let mut first = Vec::new();
    let original = session.vault().open_object(&meta.object_id)?;
    if original.take(SNIFF_BYTES as u64).read_to_end(&mut first).is_err() {
        first.clear();
    }
    Ok(Reading::bare(sniff(name, &first)))
}
