//! Evidence, the inbox, and files.

use recourse_domain::records::{Entry, Evidence};
use recourse_domain::{FileId, RecordId};

use recourse_organiser::documents::{Kind, MailDraft};
use recourse_organiser::evidence::people;
use recourse_organiser::{documents, evidence, records};

use super::record::{file_view, head, link};
use super::{Answer, Room, claim};
use crate::dates::{input, read, view};
use crate::types::*;

/// Evidence that has found its place, undated first.
pub fn evidence_list(room: &Room, request: ClaimRef) -> Answer<Vec<EvidenceRow>> {
    rows(room, request.claim, false)
}

/// What waits to be told what it is.
pub fn inbox_list(room: &Room, request: ClaimRef) -> Answer<Vec<EvidenceRow>> {
    rows(room, request.claim, true)
}

fn rows(room: &Room, claim: RecordId, waiting: bool) -> Answer<Vec<EvidenceRow>> {
    let items = records::list::<Evidence>(room, claim)?;
    let (undated, dated): (Vec<_>, Vec<_>) =
        items.iter().filter(|item| item.body.waiting == waiting).partition(|item| item.body.date.is_undated());
    undated.into_iter().chain(dated).map(|item| row(room, item)).collect()
}

fn row(room: &Room, item: &Entry<Evidence>) -> Answer<EvidenceRow> {
    let files = evidence::files(room, item.id)?;
    Ok(EvidenceRow {
        id: item.id,
        reference: item.reference.to_string(),
        title: item.body.title.clone(),
        kind: item.body.kind,
        date: view(&item.body.date),
        files: u32::try_from(files.len()).unwrap_or(u32::MAX),
        created_at: item.created_at.to_rfc3339(),
        guess: evidence::guess_of(room, item)?.map(filing_view),
        problem: files.into_iter().find_map(|file| file.problem),
    })
}

/// One evidence item.
pub fn evidence_get(room: &Room, request: RecordRef) -> Answer<EvidenceView> {
    shown(room, &records::get::<Evidence>(room, request.id)?)
}

/// Makes an evidence item or changes it.
pub fn evidence_save(room: &Room, request: EvidenceSave) -> Answer<EvidenceView> {
    let before = match request.id {
        Some(id) => records::get::<Evidence>(room, id)?.body,
        None => Evidence::default(),
    };
    let form = request.form;
    let body = Evidence {
        title: form.title,
        kind: form.kind,
        date: read(&form.date, Some(&before.date), room.today(), "date")?,
        how_obtained: form.how_obtained,
        obtained_from: form.obtained_from,
        obtained_by: form.obtained_by,
        original_or_copy: form.original_or_copy,
        where_original: form.where_original,
        third_party_data: form.third_party_data,
        transcription: form.transcription,
        waiting: before.waiting,
        came_with: before.came_with,
    };
    let saved = claim::save(room, request.claim, request.id, body)?;
    shown(room, &saved)
}

/// Puts the files of an item in another order.
pub fn evidence_order(room: &Room, request: FileOrder) -> Answer<EvidenceView> {
    evidence::order_files(room, request.evidence, &request.files)?;
    evidence_get(room, RecordRef { id: request.evidence })
}

/// Makes of a thing in the inbox what the person says it is.
pub fn inbox_file(room: &Room, request: FileAs) -> Answer<Made> {
    let id = evidence::file_as(room, request.evidence, filing(request.filing))?;
    Ok(Made { record: link(&records::heading(room, id)?) })
}

/// Keeps a pasted picture or pasted words as a file.
pub fn keep_bytes(room: &Room, request: KeepBytes) -> Answer<Kept> {
    let bytes = data_encoding::BASE64.decode(request.base64.as_bytes()).map_err(|_| Failure {
        code: "bad-request".to_owned(),
        message: "What was pasted could not be read.".to_owned(),
        advice: "Nothing was changed. Save it as a file and drop the file here.".to_owned(),
        field: None,
    })?;
    let order = evidence::Order { claim: request.claim, to: request.to, filing: None };
    let source = evidence::Source::Bytes { name: request.name, bytes };
    let stop = std::sync::atomic::AtomicBool::new(false);
    let result = evidence::keep(room, order, &[source], &mut |_| {}, &stop).into_iter().next().unwrap_or_default();
    kept(room, result)
}

fn shown(room: &Room, item: &Entry<Evidence>) -> Answer<EvidenceView> {
    let body = &item.body;
    let came_with = match body.came_with {
        Some(mail) => Some(link(&records::heading(room, mail)?)),
        None => None,
    };
    Ok(EvidenceView {
        head: head(room, item)?,
        date: view(&body.date),
        waiting: body.waiting,
        guess: evidence::guess_of(room, item)?.map(filing_view),
        used_by: records::linked_to(room, item.id)?.iter().map(link).collect(),
        came_with,
        brought: Vec::new(),
        twins: Vec::new(),
        form: EvidenceForm {
            title: body.title.clone(),
            kind: body.kind,
            date: input(&body.date),
            how_obtained: body.how_obtained.clone(),
            obtained_from: body.obtained_from.clone(),
            obtained_by: body.obtained_by.clone(),
            original_or_copy: body.original_or_copy,
            where_original: body.where_original.clone(),
            third_party_data: body.third_party_data,
            transcription: body.transcription.clone(),
        },
    })
}

/// What became of one file, as it is shown.
///
/// # Errors
/// What the records said.
pub fn kept(room: &Room, kept: evidence::Kept) -> Answer<Kept> {
    let made = match kept.made {
        Some(id) => Some(link(&records::heading(room, id)?)),
        None => None,
    };
    Ok(Kept {
        path: kept.path,
        kept: kept.kept,
        reference: kept.evidence.map(|(_, reference)| reference.to_string()),
        evidence: kept.evidence.map(|(id, _)| id),
        made,
        sha256: kept.sha256,
        bytes: kept.bytes,
        media_type: kept.media_type,
        pages: kept.pages,
        text_chars: kept.text_chars,
        duplicate_of: kept.duplicate_of.map(|reference| reference.to_string()),
        twins: Vec::new(),
        attachments: Vec::new(),
        guess: kept.guess.map(filing_view),
        problem: kept.problem,
    })
}

/// The organiser's word for what a thing is to become.
pub const fn filing(filing: Filing) -> evidence::Filing {
    match filing {
        Filing::Notice => evidence::Filing::Notice,
        Filing::Letter => evidence::Filing::Letter,
        Filing::Evidence => evidence::Filing::Evidence,
        Filing::Contact => evidence::Filing::Contact,
        Filing::Reply => evidence::Filing::Reply,
    }
}

const fn filing_view(filing: evidence::Filing) -> Filing {
    match filing {
        evidence::Filing::Notice => Filing::Notice,
        evidence::Filing::Letter => Filing::Letter,
        evidence::Filing::Evidence => Filing::Evidence,
        evidence::Filing::Contact => Filing::Contact,
        evidence::Filing::Reply => Filing::Reply,
    }
}

/// A kept file, ready to be looked at; the window adds where its bytes are read from.
///
/// # Errors
/// Where there is no such file, or the original is missing or damaged.
pub fn document(room: &Room, file: FileId) -> Answer<DocumentView> {
    let kept = documents::get(room, file)?;
    let item = records::get::<Evidence>(room, kept.evidence)?;
    let reference = item.reference.to_string();
    let text = super::words::page_words(room, file)?;
    let mut shown = DocumentView {
        file: file_view(room, &kept, &reference)?,
        showing: Showing::None,
        url: None,
        text,
        html: None,
        mail: None,
    };
    if kept.media_type == "application/pdf" {
        shown.showing = Showing::Pdf;
    } else if kept.media_type.starts_with("image/") && kept.problem.is_none() {
        shown.showing = Showing::Picture;
    } else {
        let reading = documents::reading(room, &kept)?;
        shown.showing = match reading.kind {
            Kind::Mail if reading.mail.is_some() => Showing::Mail,
            Kind::Html if reading.html.is_some() => Showing::WebPage,
            _ if !shown.text.is_empty() => Showing::Text,
            _ => Showing::None,
        };
        if let Some(draft) = reading.mail {
            shown.mail = Some(mail_view(room, &draft, &item)?);
        }
        shown.html = reading.html;
    }
    Ok(shown)
}

fn mail_view(room: &Room, draft: &MailDraft, item: &Entry<Evidence>) -> Answer<MailView> {
    let others = match item.claim {
        Some(claim) => records::list::<Evidence>(room, claim)?,
        None => Vec::new(),
    };
    let mut came_along = Vec::new();
    for other in others.iter().filter(|other| other.body.came_with == Some(item.id)) {
        for file in evidence::files(room, other.id)? {
            came_along.push((file.name, file.size, other.reference.to_string()));
        }
    }
    let attachments = draft.attachments.iter().filter(|part| !part.inline).map(|part| MailAttachment {
        name: part.name.clone(),
        media_type: part.media_type.to_string(),
        size: part.size,
        reference: came_along
            .iter()
            .find(|(name, size, _)| *name == part.name && *size == part.size)
            .map(|(.., reference)| reference.clone()),
    });
    let mut origin: Vec<String> = draft.authentication_results.clone();
    if draft.dkim_signature {
        origin.push("It carries a DKIM signature, which was not checked.".to_owned());
    }
    Ok(MailView {
        from: people(draft.from.as_slice()),
        to: people(&draft.to),
        cc: people(&draft.cc),
        subject: draft.subject.clone().unwrap_or_default(),
        sent_as_stated: draft.sent.as_ref().map(|time| time.raw.clone()).unwrap_or_default(),
        text: draft.text.clone(),
        html: draft.html.clone(),
        attachments: attachments.collect(),
        origin,
    })
}
