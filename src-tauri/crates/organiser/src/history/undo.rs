//! Undo and Redo. Taking something back is a change of its own, made from what the history holds: so it works after a lock and in the terminal
//! alike, and the history says it.
//!
//! A turn is what was done at once. A turn that takes another back names it; a turn counts as done as long as no turn that counts takes it back. Undo takes back
//! the newest turn that counts and is no taking back itself, Redo the newest Undo that counts, unless something was changed since.

use std::collections::{BTreeMap, HashSet};

use recourse_domain::choices::Audience;
use recourse_domain::records::{Arrangement, EvidenceFile, EvidenceLink, IncidentLink, PageText, Redaction};
use recourse_domain::{FileId, RecordId, RecordKind};
use recourse_store::{Change, ChangeKind, StoreError, Stored, TextSource, Turn, Writing};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::swap::swapped;
use crate::records::{for_kind, links, mark};
use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// How many turns are looked at in one go.
const AT_ONCE: u32 = 100;

/// Steps of the program itself; they follow from the files and are no edits.
const OF_ITSELF: [&str; 3] = ["read by machine", "unlock file", "keep guesses"];

/// What was taken back, or done again.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenBack {
    /// What was taken back or is done again, the last entry first.
    pub changes: Vec<Change>,
    /// Whether a record came back out of the bin by it.
    pub came: bool,
}

/// Takes back the last thing that was done; none where there is none.
///
/// # Errors
/// [`Error::ChangedSince`] where what was left is no longer so.
pub fn undo(session: &Session<Unlocked>) -> Result<Option<TakenBack>> {
    let Some(turn) = next(session, false)? else { return Ok(None) };
    let changes = take_back(session, "undo", turn)?;
    Ok(Some(TakenBack { came: brings_back(&changes), changes }))
}

/// Does again what was taken back last; none where there is none, or something was changed since.
///
/// # Errors
/// As [`undo`].
pub fn redo(session: &Session<Unlocked>) -> Result<Option<TakenBack>> {
    let Some(turn) = next(session, true)? else { return Ok(None) };
    let undone = take_back(session, "redo", turn)?;
    let first = undone.first().and_then(|change| change.back);
    let changes = first.map(|first| of_turn(session, first)).transpose()?.unwrap_or_default();
    Ok(Some(TakenBack { came: brings_back(&undone), changes }))
}

/// Whether taking these entries back brings a record out of the bin.
fn brings_back(changes: &[Change]) -> bool {
    changes.iter().any(|change| change.kind == ChangeKind::Binned)
}

/// The turn that Undo takes back next, or Redo.
fn next(session: &Session<Unlocked>, again: bool) -> Result<Option<u64>> {
    let mut taken_back = HashSet::new();
    let mut before = u64::MAX;
    loop {
        let turns = session.read(|records| Ok(records.turns_before(before, AT_ONCE)?))?;
        let Some(last) = turns.last() else { return Ok(None) };
        before = last.turn;
        for turn in &turns {
            if taken_back.contains(&turn.turn) {
                continue;
            }
            match turn.back {
                None if !may_be_an_edit(turn) || !stands(session, turn.turn)? => {}
                None => return Ok((!again).then_some(turn.turn)),
                Some(other) => {
                    taken_back.insert(other);
                    if again && of_turn(session, other)?.iter().all(|change| change.back.is_none()) {
                        return Ok(Some(turn.turn));
                    }
                }
            }
        }
    }
}

fn may_be_an_edit(turn: &Turn) -> bool {
    turn.kinds.iter().any(|kind| !matches!(kind, ChangeKind::SettingSet | ChangeKind::FileAdded | ChangeKind::Erased))
}

fn of_turn(session: &Session<Unlocked>, turn: u64) -> Result<Vec<Change>> {
    session.read(|records| Ok(records.changes_of_turn(turn)?))
}

/// Whether a turn can be taken back, and nothing that it is about was deleted for good.
fn stands(session: &Session<Unlocked>, turn: u64) -> Result<bool> {
    let changes = of_turn(session, turn)?;
    if !can_be_taken_back(&changes) {
        return Ok(false);
    }
    session.read(|records| {
        for id in changes.iter().filter_map(|change| change.record) {
            let heading = records.heading(id)?;
            if heading.is_some_and(|heading| heading.deleted_at.is_some()) {
                return Ok(false);
            }
        }
        Ok(true)
    })
}

/// Whether something in these entries can be taken back, and nothing in them cannot.
fn can_be_taken_back(changes: &[Change]) -> bool {
    let added: HashSet<RecordId> =
        changes.iter().filter(|change| change.kind == ChangeKind::Added).filter_map(|change| change.record).collect();
    let mut some = false;
    for change in changes {
        if change.erased_at.is_some() || change.turn.is_none() {
            return false;
        }
        if OF_ITSELF.contains(&change.action.as_str()) {
            continue;
        }
        match change.kind {
            ChangeKind::Erased => return false,
            // A claim is what all else belongs to.
            ChangeKind::Added if is_claim(change) => return false,
            // A file that was put to what was there already stays with it.
            ChangeKind::FileAdded if !change.record.is_some_and(|id| added.contains(&id)) => return false,
            // Before schema 6 the claim was not said.
            ChangeKind::Redacted if text(&change.after, "claim").is_none() => return false,
            ChangeKind::FileAdded | ChangeKind::SettingSet => {}
            ChangeKind::TextSet => some |= text(&change.after, "source") == Some(TextSource::Typed.code()),
            ChangeKind::Event => some |= is_about_twins(change),
            _ => some = true,
        }
    }
    some
}

fn is_claim(change: &Change) -> bool {
    text(&change.after, "reference")
        .is_some_and(|reference| reference.split('-').next() == Some(RecordKind::Claim.prefix()))
}

fn is_about_twins(change: &Change) -> bool {
    change.after.as_ref().is_some_and(|after| after.get("same").is_some() && after.get("other").is_some())
}

/// Takes back a turn, all of it or nothing.
fn take_back(session: &Session<Unlocked>, action: &str, turn: u64) -> Result<Vec<Change>> {
    let changes = of_turn(session, turn)?;
    session.write_turn(action, Some(turn), |records| {
        changes.iter().try_for_each(|change| put_back(records, change))?;
        // What had no step of its own to take back would be offered for ever.
        if records.turn().is_none() { Err(Error::NotUndoable) } else { Ok(()) }
    })?;
    Ok(changes)
}

fn put_back(records: &Writing<'_>, change: &Change) -> Result<()> {
    if OF_ITSELF.contains(&change.action.as_str()) {
        return Ok(());
    }
    let Some(id) = change.record else { return Ok(()) };
    let heading = records.heading(id)?.ok_or(StoreError::NoRecord(id))?;
    let since = || Error::ChangedSince(heading.reference.to_string());
    let (before, after) = (change.before.clone().unwrap_or_default(), change.after.clone().unwrap_or_default());
    let differs = |wrong: bool| if wrong { Err(since()) } else { Ok(()) };
    let done = match change.kind {
        ChangeKind::Added => records.bin(id),
        ChangeKind::Binned => differs(heading.binned_at.is_none()).map(|()| records.unbin(id))?,
        ChangeKind::Unbinned => differs(heading.binned_at.is_some()).map(|()| records.bin(id))?,
        ChangeKind::Archived => differs(heading.archived_at.is_none()).map(|()| records.unarchive(id))?,
        ChangeKind::Unarchived => differs(heading.archived_at.is_some()).map(|()| records.archive(id))?,
        ChangeKind::Edited => {
            let kind = heading.reference.kind;
            return for_kind!(kind, T => edit::<T>(records, id, &before, &after)).and_then(|put| differs(!put));
        }
        ChangeKind::Marked => {
            let marks = swapped(json!(heading.marks), &before, &after).ok_or_else(since)?;
            return mark(records, id, read(marks)?);
        }
        ChangeKind::Linked => {
            let (incidents, evidence) = links(records, id)?;
            let now = json!({"incidents": incidents, "evidence": evidence});
            let put = swapped(now, &before, &after).ok_or_else(since)?;
            let incidents: Vec<IncidentLink> = read(put["incidents"].clone())?;
            let evidence: Vec<EvidenceLink> = read(put["evidence"].clone())?;
            records.set_links(id, &incidents, &evidence)
        }
        ChangeKind::FileChanged => return file(records, &before, &after).and_then(|put| differs(!put)),
        ChangeKind::FilesOrdered => {
            let now: Vec<FileId> = records.files_of(id)?.iter().map(|file| file.id).collect();
            differs(json!(now) != after["files"])?;
            records.order_files(id, &read::<Vec<FileId>>(before["files"].clone())?)
        }
        ChangeKind::TextSet if text(&change.after, "source") == Some(TextSource::Typed.code()) => {
            let file: FileId = read(after["file"].clone())?;
            let typed = |(page, source): (PageText, TextSource)| (source == TextSource::Typed).then_some(page);
            let now: Vec<PageText> = records.file_text(file)?.into_iter().filter_map(typed).collect();
            differs(json!(now) != after["pages"])?;
            records.set_file_text(file, TextSource::Typed, &read::<Vec<PageText>>(before["pages"].clone())?)
        }
        ChangeKind::Redacted => {
            let claim: RecordId = read(after["claim"].clone())?;
            let audience: Audience = read(after["audience"].clone())?;
            let of = |said: &Value| -> Result<Redaction> {
                Ok(Redaction { areas: read(said["blacked_out"].clone())?, seen: read(said["seen"].clone())? })
            };
            differs(records.redaction(claim, audience, id)? != of(&after)?)?;
            records.set_redaction(claim, audience, id, &of(&before)?)
        }
        ChangeKind::Arranged => {
            let audience: Audience = read(after["audience"].clone())?;
            let left: Arrangement = read(after["arrangement"].clone())?;
            differs(records.arrangement(id, audience)? != left)?;
            let said = text(&change.after, "said").map(|said| format!("Undone: {said}")).unwrap_or_default();
            records.set_arrangement(id, audience, &read(before["arrangement"].clone())?, &said)
        }
        ChangeKind::Event if is_about_twins(change) => {
            let (one, other): (FileId, FileId) = (read(after["file"].clone())?, read(after["other"].clone())?);
            let said = |of: &Value| of["same"].as_bool();
            differs(records.twins_said(one, other)? != said(&after))?;
            let reason = text(&change.after, "reason").unwrap_or_default();
            records.settle_twins(one, other, reason, said(&before))
        }
        ChangeKind::Event | ChangeKind::FileAdded | ChangeKind::TextSet | ChangeKind::SettingSet => Ok(()),
        ChangeKind::Erased => return Err(Error::NotUndoable),
    };
    Ok(done?)
}

/// Puts back the fields of a body; false where they were changed since.
fn edit<T: Stored>(records: &Writing<'_>, id: RecordId, before: &Value, after: &Value) -> Result<bool> {
    let entry = records.get::<T>(id)?.ok_or(StoreError::NoSuchRecord { id, kind: T::KIND })?;
    let Some(body) = swapped(json!(entry.body), before, after) else { return Ok(false) };
    records.update::<T>(id, read(body)?)?;
    Ok(true)
}

/// Puts back what was known of a file, and where it was; false where that was changed since. A place is only a number: what counts is the order, which
/// closes up when a file goes.
fn file(records: &Writing<'_>, before: &Value, after: &Value) -> Result<bool> {
    let id: FileId = read(after["file"].clone())?;
    let now = records.file(id)?.ok_or(StoreError::NoSuchFile(id))?;
    let (Value::Object(was), Value::Object(left)) = (&before["about"], &after["about"]) else { return Ok(false) };
    let differs = |(field, value): &(&String, &Value)| *field != "position" && left.get(*field) != Some(*value);
    let changed: BTreeMap<&String, &Value> = was.iter().filter(differs).collect();
    let left: BTreeMap<&String, &Value> = changed.keys().filter_map(|field| left.get_key_value(*field)).collect();
    let Some(put) = swapped(json!(now), &json!(changed), &json!(left)) else { return Ok(false) };
    let file: EvidenceFile = read(put)?;
    if file.evidence == now.evidence {
        records.update_file(&file)?;
        return Ok(true);
    }
    let place: u32 = read(was.get("position").cloned().unwrap_or_default())?;
    let others = records.files_of(file.evidence)?;
    if others.iter().all(|other| other.position != place) {
        records.update_file(&EvidenceFile { position: place, ..file })?;
        return Ok(true);
    }
    let behind = others.iter().map(|other| other.position + 1).max().unwrap_or(0);
    let evidence = file.evidence;
    records.update_file(&EvidenceFile { position: behind, ..file })?;
    let (earlier, later): (Vec<_>, Vec<_>) = others.iter().partition(|other| other.position < place);
    let order = earlier.iter().map(|other| other.id).chain([id]).chain(later.iter().map(|other| other.id));
    records.order_files(evidence, &order.collect::<Vec<_>>())?;
    Ok(true)
}

fn read<T: DeserializeOwned>(value: Value) -> Result<T> {
    Ok(serde_json::from_value(value).map_err(StoreError::Unwritable)?)
}

fn text<'a>(value: &'a Option<Value>, field: &str) -> Option<&'a str> {
    value.as_ref()?.get(field)?.as_str()
}
