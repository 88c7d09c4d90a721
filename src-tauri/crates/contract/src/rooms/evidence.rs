//! Evidence, the inbox, and files.

use recourse_domain::records::{Entry, Evidence, EvidenceFile};
use recourse_domain::{FileId, RecordId};

use recourse_organiser::documents::{Kind, MailDraft, ProblemCode};
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
    let items = evidence::listed(room, claim, waiting)?;
    let (undated, dated): (Vec<_>, Vec<_>) = items.iter().partition(|listed| listed.item.body.date.is_undated());
    Ok(undated.into_iter().chain(dated).map(row).collect())
}

fn row(listed: &evidence::Listed) -> EvidenceRow {
    let item = &listed.item;
    EvidenceRow {
        id: item.id,
        reference: item.reference.to_string(),
        title: item.body.title.clone(),
        kind: item.body.kind,
        date: view(&item.body.date),
        files: listed.files,
        created_at: item.created_at.to_rfc3339(),
        guess: listed.guess.map(filing_view),
        problem: listed.problem.clone(),
    }
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
        version_of: before.version_of,
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
    let id = evidence::file_as(room, request.evidence, filing(request.filing), request.answers)?;
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
    let guess = match item.claim {
        Some(claim) => evidence::guess_of(room, &evidence::known(room, claim)?, item)?,
        None => None,
    };
    Ok(EvidenceView {
        head: head(room, item)?,
        date: view(&body.date),
        waiting: body.waiting,
        guess: guess.as_ref().map(|guess| filing_view(guess.filing)),
        because: guess.map(|guess| guess.because).unwrap_or_default(),
        used_by: records::linked_to(room, item.id)?.iter().map(link).collect(),
        came_with,
        brought: evidence::brought(room, item.id)?.iter().map(link).collect(),
        twins: evidence::twins(room, item.id)?.iter().map(twin).collect(),
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

fn twin(twin: &evidence::Twin) -> TwinView {
    TwinView {
        file: twin.file,
        other_file: twin.other_file,
        other: link(&twin.other),
        reason: match twin.reason {
            evidence::Reason::SameMail => TwinReason::SameMail,
            evidence::Reason::SamePicture => TwinReason::SamePicture,
        },
        same: twin.same,
    }
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
        twins: kept.twins.iter().map(ToString::to_string).collect(),
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
    if kept.media_type == "application/pdf" || kept.media_type.starts_with("image/") {
        shown.showing = pages_or_lock(room, &kept)?;
    } else if kept.media_type.starts_with("audio/") {
        shown.showing = Showing::Sound;
    } else if kept.media_type.starts_with("video/") {
        shown.showing = Showing::Film;
    } else {
        let reading = documents::reading(room, &kept)?;
        if shown.text.is_empty() {
            // Kept by a version that could not read its words yet.
            let words = reading.text.iter();
            let words = words.map(|page| PageWords { page: page.page, text: page.text.clone(), from: WordsFrom::File });
            shown.text = words.collect();
        }
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

/// How a PDF or a picture is shown: one that could not be read when it was kept is looked at again.
fn pages_or_lock(room: &Room, kept: &EvidenceFile) -> Answer<Showing> {
    let pdf = kept.media_type == "application/pdf";
    if pdf && documents::is_unlocked(room, kept.id) {
        return Ok(Showing::Pictures);
    }
    let problem = match &kept.problem {
        Some(_) => documents::problem(room, kept)?.map(|problem| problem.code),
        None => None,
    };
    Ok(match problem {
        Some(ProblemCode::Locked) => Showing::Locked,
        _ if pdf => Showing::Pdf,
        None if kept.pages > Some(1) => Showing::Pictures,
        None => Showing::Picture,
        Some(_) => Showing::None,
    })
}

fn mail_view(room: &Room, draft: &MailDraft, item: &Entry<Evidence>) -> Answer<MailView> {
    let mut came_along = Vec::new();
    for other in evidence::brought(room, item.id)? {
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
    Ok(MailView {
        from: people(draft.from.as_slice()),
        to: people(&draft.to),
        cc: people(&draft.cc),
        subject: draft.subject.clone().unwrap_or_default(),
        sent_as_stated: draft.sent.as_ref().map(|time| time.raw.clone()).unwrap_or_default(),
        text: draft.text.clone(),
        html: draft.html.clone(),
        attachments: attachments.collect(),
        origin: origin(draft),
    })
}

/// What the mail's own headers say about where it is from (RFC 8601, 6376, 7208, 8617). None of it is checked.
fn origin(draft: &MailDraft) -> Vec<String> {
    let mut lines = draft.authentication_results.clone();
    for header in &draft.headers {
        let name = header.name.to_ascii_lowercase();
        match name.as_str() {
            "received-spf" | "arc-authentication-results" => lines.push(format!("{}: {}", header.name, header.value)),
            "dkim-signature" => {
                let tag = |wanted: &str| {
                    let tags = header.value.split(';').filter_map(|tag| tag.split_once('='));
                    let mut found =
                        tags.filter(|(name, _)| name.trim() == wanted).map(|(_, value)| value.trim().to_owned());
                    found.next().unwrap_or_else(|| "?".to_owned())
                };
                let (domain, selector) = (tag("d"), tag("s"));
                lines.push(format!(
                    "It carries a DKIM signature of {domain} (d={domain}, s={selector}), which was not checked."
                ));
            }
            _ => {}
        }
    }
    lines
}
