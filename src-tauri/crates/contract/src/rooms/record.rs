//! What can be done with a record of any kind, search, and drafts.

use chrono::NaiveDateTime;
use recourse_domain::records::{Body, Entry, EvidenceFile, IncidentLink, Marks};
use recourse_organiser::records::Heading;
use recourse_organiser::{documents, drafts, evidence, records};

use super::{Answer, Room};
use crate::types::*;

/// Sets note, labels, privilege and inclusion.
pub fn marks_save(room: &Room, request: MarksSave) -> Answer<Nothing> {
    let marks = Marks {
        note: request.marks.note,
        tags: request.marks.tags,
        privileged: request.marks.privileged,
        include_in_bundle: request.marks.include_in_bundle,
    };
    records::set_marks(room, request.id, marks)?;
    Ok(Nothing {})
}

/// Says which incidents a record is about.
pub fn incidents_save(room: &Room, request: IncidentsSave) -> Answer<Nothing> {
    let links: Vec<IncidentLink> =
        request.incidents.iter().map(|tie| IncidentLink { incident: tie.incident, certainty: tie.certainty }).collect();
    records::set_incidents(room, request.id, &links)?;
    Ok(Nothing {})
}

/// Lays an evidence item beside a record.
pub fn evidence_tie(room: &Room, request: EvidenceTie) -> Answer<Nothing> {
    records::tie(room, request.record, request.evidence)?;
    Ok(Nothing {})
}

/// Takes an evidence item away from a record.
pub fn evidence_untie(room: &Room, request: EvidenceTie) -> Answer<Nothing> {
    records::untie(room, request.record, request.evidence)?;
    Ok(Nothing {})
}

/// Puts a record away.
pub fn record_archive(room: &Room, request: RecordRef) -> Answer<Nothing> {
    records::archive(room, request.id)?;
    Ok(Nothing {})
}

/// Takes a record back.
pub fn record_restore(room: &Room, request: RecordRef) -> Answer<Nothing> {
    records::restore(room, request.id)?;
    Ok(Nothing {})
}

/// Keeps the words of a form.
pub fn draft_put(room: &Room, request: Draft) -> Answer<Nothing> {
    drafts::put(room, &request.key, &request.body)?;
    Ok(Nothing {})
}

/// The words of a form, if any were kept.
pub fn draft_get(room: &Room, request: DraftKey) -> Answer<DraftFound> {
    let draft = drafts::get(room, &request.key)?.map(|body| Draft { key: request.key, body });
    Ok(DraftFound { draft })
}

/// Forgets the words of a form.
pub fn draft_drop(room: &Room, request: DraftKey) -> Answer<Nothing> {
    drafts::drop(room, &request.key)?;
    Ok(Nothing {})
}

/// A record to show a link to.
pub(crate) fn link(heading: &Heading) -> RecordLink {
    RecordLink {
        id: heading.id,
        kind: heading.reference.kind,
        reference: heading.reference.to_string(),
        title: title(heading),
    }
}

/// One line to recognise a record by; what became of it where it is not among the others.
fn title(heading: &Heading) -> String {
    match (heading.deleted_at, heading.binned_at) {
        (Some(_), _) => "deleted".to_owned(),
        (None, Some(_)) => format!("{} (in the bin)", heading.title).trim_start().to_owned(),
        (None, None) => heading.title.clone(),
    }
}

/// The head of a record's page.
pub(super) fn head<T: Body>(room: &Room, entry: &Entry<T>) -> Answer<RecordHead> {
    let mut beside = Vec::new();
    let mut files = Vec::new();
    for tie in &entry.evidence {
        let item = records::heading(room, tie.evidence)?;
        beside.push(link(&item));
        if item.binned_at.is_some() {
            continue;
        }
        for file in evidence::files(room, item.id)? {
            files.push(file_view(room, &file, &item.reference.to_string())?);
        }
    }
    if T::KIND == recourse_domain::RecordKind::Evidence {
        for file in evidence::files(room, entry.id)? {
            files.push(file_view(room, &file, &entry.reference.to_string())?);
        }
    }
    let heading = records::heading(room, entry.id)?;
    Ok(RecordHead {
        id: entry.id,
        kind: T::KIND,
        reference: entry.reference.to_string(),
        title: title(&heading),
        created_at: entry.created_at.to_rfc3339(),
        archived_at: entry.archived_at.map(|at| at.to_rfc3339()),
        binned_at: heading.binned_at.map(|at| at.to_rfc3339()),
        deleted_at: heading.deleted_at.map(|at| at.to_rfc3339()),
        marks: MarksForm {
            note: entry.marks.note.clone(),
            tags: entry.marks.tags.clone(),
            privileged: entry.marks.privileged,
            include_in_bundle: entry.marks.include_in_bundle,
        },
        incidents: entry
            .incidents
            .iter()
            .map(|link| IncidentTie { incident: link.incident, certainty: link.certainty })
            .collect(),
        evidence: beside,
        files,
    })
}

/// A camera's words for a time ("2021:11:03 14:05:09 +01:00", CIPA DC-008) as a person writes it; what is not of that
/// shape stays as it is.
fn taken(stated: &str) -> String {
    let (time, offset) = match stated.get(..19).zip(stated.get(19..)) {
        Some((time, offset)) => (time, offset.trim()),
        None => return stated.to_owned(),
    };
    match NaiveDateTime::parse_from_str(time, "%Y:%m:%d %H:%M:%S") {
        Ok(time) if offset.is_empty() => time.format("%-d %B %Y, %H:%M").to_string(),
        Ok(time) => format!("{} (UTC {offset})", time.format("%-d %B %Y, %H:%M")),
        Err(_) => stated.to_owned(),
    }
}

/// A kept file as the window shows it.
pub(crate) fn file_view(room: &Room, file: &EvidenceFile, reference: &str) -> Answer<FileView> {
    Ok(FileView {
        id: file.id,
        evidence: file.evidence,
        evidence_reference: reference.to_owned(),
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        size: file.size,
        sha256: file.sha256.clone(),
        added_at: file.added_at.to_rfc3339(),
        file_modified: file.file_modified.map(|at| at.to_rfc3339()),
        taken_at: file.taken_at.as_deref().map(taken),
        pages: file.pages,
        seconds: file.seconds,
        rotation: file.rotation,
        machine: super::words::machine(room, file.id)?,
        problem: file.problem.clone().filter(|_| !documents::is_unlocked(room, file.id)),
    })
}

#[cfg(test)]
mod tests {
    use super::taken;

    #[test]
    fn a_cameras_time_is_written_as_people_write_it() {
        assert_eq!(taken("2021:11:03 14:05:09"), "3 November 2021, 14:05");
        assert_eq!(taken("2021:11:03 14:05:09 +01:00"), "3 November 2021, 14:05 (UTC +01:00)");
        assert_eq!(taken("yesterday"), "yesterday");
        assert_eq!(taken("2021:13:03 14:05:09"), "2021:13:03 14:05:09");
    }
}
