//! Several photos as one letter: joined, taken apart, turned. The bytes stay as they are; each is one step, wholly or not at all.

use recourse_domain::records::{Entry, Evidence, EvidenceFile, EvidenceLink};
use recourse_domain::{FileId, RecordId, StatedDate};
use recourse_store::{Filter, NewEntry, Shelf, StoreError, Writing};
use serde_json::json;

use crate::records;
use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// Moves the files of other items into `into`, after its own and in the order given. The others are put away, empty; what pointed to them points to
/// `into`.
///
/// # Errors
/// Where an item is not there, is named twice, was put away, or belongs to another claim.
pub fn join(session: &Session<Unlocked>, into: RecordId, others: &[RecordId]) -> Result<()> {
    session.write("join items", |records| {
        let target = item(records, into)?;
        refuse_if(
            target.archived_at.is_some(),
            "into",
            "The item that takes the files was put away. Take it back first.",
        )?;
        refuse_if(others.is_empty(), "others", "Choose at least one other item to join with this one.")?;
        for (index, id) in others.iter().enumerate() {
            refuse_if(*id == into || others[..index].contains(id), "others", "An item can be joined only once.")?;
            let other = item(records, *id)?;
            refuse_if(other.claim != target.claim, "others", "The items belong to different claims.")?;
            refuse_if(other.archived_at.is_some(), "others", "One of the items was put away. Take it back first.")?;
            take_in(records, &target, &other)?;
        }
        Ok(())
    })
}

fn take_in(records: &Writing<'_>, target: &Entry<Evidence>, other: &Entry<Evidence>) -> Result<()> {
    let first = after(&records.files_of(target.id)?);
    for (position, file) in (first..).zip(records.files_of(other.id)?) {
        records.update_file(&EvidenceFile { evidence: target.id, position, ..file })?;
    }
    for heading in records.linked_to(other.id)? {
        let (incidents, links) = records::links(records, heading.id)?;
        let mut led: Vec<EvidenceLink> = Vec::with_capacity(links.len());
        for link in links {
            let link = if link.evidence == other.id { EvidenceLink { evidence: target.id, ..link } } else { link };
            if !led.contains(&link) {
                led.push(link);
            }
        }
        records.set_links(heading.id, &incidents, &led)?;
    }
    let brought = Filter { claim: other.claim, shelf: Shelf::Both };
    for part in records.list::<Evidence>(brought)?.into_iter().filter(|part| part.body.came_with == Some(other.id)) {
        records.update(part.id, Evidence { came_with: Some(target.id), ..part.body })?;
    }
    records.event(Some(other.id), &json!({"files_went_to": target.reference}))?;
    records.event(Some(target.id), &json!({"files_came_from": other.reference}))?;
    Ok(records.archive(other.id)?)
}

/// Takes a file out into an item of its own, which waits in the inbox where the item it was in does, and is about the same incidents. What pointed to
/// this file goes along.
///
/// # Errors
/// Where there is no such file, or it is the only one of its item.
pub fn split(session: &Session<Unlocked>, file: FileId) -> Result<RecordId> {
    let (id, now) = (session.new_record_id()?, session.now());
    session.write("take a file out", |records| {
        let file = records.file(file)?.ok_or(StoreError::NoSuchFile(file))?;
        let source = item(records, file.evidence)?;
        let rest: Vec<FileId> =
            records.files_of(source.id)?.iter().map(|other| other.id).filter(|other| *other != file.id).collect();
        refuse_if(rest.is_empty(), "file", "It is the only file of its item, so there is nothing to take it out of.")?;
        let body = Evidence {
            title: file.name.clone(),
            // The date was given to the whole; what this file is dated, the person says anew.
            date: StatedDate::undated(),
            transcription: String::new(),
            ..source.body.clone()
        };
        let new = NewEntry { incidents: source.incidents.clone(), ..NewEntry::new(id, source.claim, now, body) };
        let made = records.insert(new)?;
        records.update_file(&EvidenceFile { evidence: made.id, position: 0, ..file })?;
        records.order_files(source.id, &rest)?;
        records.event(Some(source.id), &json!({"file_went_to": made.reference}))?;
        Ok(made.id)
    })
}

/// Turns a picture as it is shown, clockwise from how it came, and answers with the item that it belongs to.
///
/// # Errors
/// Where there is no such file, it is no picture, or the degrees are others than 0, 90, 180 and 270.
pub fn turn(session: &Session<Unlocked>, file: FileId, rotation: u16) -> Result<RecordId> {
    session.write("turn a picture", |records| {
        let file = records.file(file)?.ok_or(StoreError::NoSuchFile(file))?;
        refuse_if(!file.media_type.starts_with("image/"), "file", "Only pictures can be turned.")?;
        refuse_if(!matches!(rotation, 0 | 90 | 180 | 270), "rotation", "A picture is turned by a quarter at a time.")?;
        let evidence = file.evidence;
        records.update_file(&EvidenceFile { rotation, ..file })?;
        Ok(evidence)
    })
}

fn item(records: &Writing<'_>, id: RecordId) -> Result<Entry<Evidence>> {
    Ok(records.get::<Evidence>(id)?.ok_or(StoreError::NoRecord(id))?)
}

/// The first free place behind these files.
fn after(files: &[EvidenceFile]) -> u32 {
    files.iter().map(|file| file.position + 1).max().unwrap_or(0)
}

fn refuse_if(wrong: bool, field: &'static str, sentence: &str) -> Result<()> {
    if wrong { Err(Error::Field { field, message: sentence.to_owned() }) } else { Ok(()) }
}
