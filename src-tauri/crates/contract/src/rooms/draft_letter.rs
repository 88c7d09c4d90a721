//! Letters of the person's own.

use chrono::SecondsFormat;
use recourse_domain::choices::LetterOutKind;
use recourse_organiser::letters_out::{self, Form, Format};
use recourse_organiser::records;

use super::{Answer, Room, letter, record};
use crate::dates::read;
use crate::types::*;

/// What can be written, and what was begun.
pub fn letters_out(room: &Room, request: ClaimRef) -> Answer<LettersOutView> {
    let begun = letters_out::begun(room, request.claim)?.into_iter().map(|one| LetterBegun {
        key: one.key,
        kind: one.kind,
        subject: one.subject,
        at: one.at.to_rfc3339_opts(SecondsFormat::Secs, true),
    });
    Ok(LettersOutView {
        begun: begun.collect(),
        unanswered: letters_out::unanswered(room, request.claim)?.iter().map(letter::row).collect(),
        key_prefix: letters_out::key_prefix(request.claim),
    })
}

/// Writes a letter from the record; nothing is kept by this.
pub fn letter_out_begin(room: &Room, request: LetterOutQuestion) -> Answer<LetterOutView> {
    let LetterOutQuestion { claim, kind, letter, party, questions } = request;
    let begin = letters_out::begin(room, &letters_out::Order { claim, kind, letter, party, questions })?;
    Ok(LetterOutView {
        form: shown(kind, begin.form),
        law: begin.law,
        remarks: begin.remarks,
        tell: begin.tell.into_iter().map(|tell| LetterTell { what: tell.what.to_owned(), line: tell.line }).collect(),
        used: begin.used.iter().map(record::link).collect(),
    })
}

/// A letter as a file's bytes, and a name for the file.
///
/// # Errors
/// A format that is not known, or the organiser's refusal.
pub fn letter_out_file(room: &Room, request: LetterOutFile) -> Answer<(String, Vec<u8>)> {
    let format = Format::from_code(&request.format).ok_or_else(|| Failure {
        code: "field".to_owned(),
        message: "A letter can be saved as docx, pdf, eml or txt.".to_owned(),
        advice: String::new(),
        field: Some("format".to_owned()),
    })?;
    let (_, form) = kept(request.form);
    let bytes = letters_out::file(room, &form, format)?;
    Ok((letters_out::file_name(&form, format), bytes))
}

/// Puts a letter on record as sent.
pub fn letter_out_sent(room: &Room, request: LetterOutSent) -> Answer<LetterOutDone> {
    let (kind, form) = kept(request.form);
    let sent = read(&request.sent, None, room.today(), "sent")?;
    let LetterOutSent { claim, channel, address_used, draft, .. } = request;
    let done = letters_out::sent(room, letters_out::Sending { claim, kind, form, sent, channel, address_used, draft })?;
    let linked = |id| -> Answer<RecordLink> { Ok(record::link(&records::heading(room, id)?)) };
    Ok(LetterOutDone {
        letter: linked(done.letter.id)?,
        request: done.request.map(linked).transpose()?,
        chased: done.chased.map(linked).transpose()?,
    })
}

/// Takes back that a letter was sent.
pub fn letter_out_unsent(room: &Room, request: LetterOutUndo) -> Answer<Nothing> {
    let body = serde_json::to_string(&request.form).map_err(|error| Failure {
        code: "letter".to_owned(),
        message: format!("The words of the letter could not be kept: {error}."),
        advice: String::new(),
        field: None,
    })?;
    let LetterOutDone { letter, request: made, chased } = request.done;
    letters_out::unsent(
        room,
        &letters_out::Undo {
            letter: letter.id,
            request: made.map(|link| link.id),
            chased: chased.map(|link| link.id),
            draft: request.draft.map(|key| (key, body)),
        },
    )?;
    Ok(Nothing {})
}

fn shown(kind: LetterOutKind, form: Form) -> LetterOutForm {
    let Form { party, letter, from, to, email, subject, text, questions } = form;
    LetterOutForm { kind, party, letter, from, to, email, subject, text, questions }
}

fn kept(form: LetterOutForm) -> (LetterOutKind, Form) {
    let LetterOutForm { kind, party, letter, from, to, email, subject, text, questions } = form;
    (kind, Form { party, letter, from, to, email, subject, text, questions })
}
