//! Entering notices, letters and suspicious contacts.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use recourse_contract::rooms;
use recourse_contract::types::{
    ContactForm, ContactSave, DateInput, LetterForm, LetterSave, NoticeForm, NoticeSave, RecordHead,
};
use recourse_domain::RecordId;
use recourse_domain::choices::{Addressed, CameBack, Channel, Direction};
use recourse_organiser::evidence;
use recourse_organiser::session::{Session, Unlocked};
use serde::Serialize;
use serde_json::json;

use super::{Manner, choice, words_of};
use crate::arguments::{ContactCommand, LetterCommand, NoticeCommand};
use crate::outcome::{Outcome, Trouble};
use crate::say;

/// Logs a notice.
pub fn notice(manner: &Manner, command: NoticeCommand) -> Result<Outcome, Trouble> {
    let NoticeCommand::Add { vault, from, channel, addressed, on, received, first_seen, subject, text, attach } =
        command;
    let form = NoticeForm {
        from,
        channel: choice(Channel::from_code(&channel), &channel, "channel")?,
        addressed: choice(Addressed::from_code(&addressed), &addressed, "word for whom it was addressed to")?,
        on_document: stated(on),
        received: stated(received),
        first_seen: stated(first_seen),
        subject,
        text: words_of(text.as_deref())?,
        their_reference: String::new(),
        asked_not_to_comment: false,
        offer: String::new(),
        offer_until: stated(String::new()),
        what_i_did_next: String::new(),
    };
    let session = manner.open(&vault)?;
    let claim = manner.claim(&session)?;
    let saved = rooms::notice_save(&session, NoticeSave { claim, id: None, form, evidence: Vec::new() })?;
    let all_kept = attach_to(&session, claim, saved.head.id, &attach)?;
    session.lock()?;
    said(manner, &saved.head, &saved)?;
    Ok(if all_kept { Outcome::Done } else { Outcome::No })
}

/// Enters a letter.
pub fn letter(manner: &Manner, command: LetterCommand) -> Result<Outcome, Trouble> {
    let LetterCommand::Add {
        vault,
        direction,
        from,
        to,
        channel,
        sent,
        received,
        subject,
        address_used,
        came_back,
        text,
        attach,
    } = command;
    let form = LetterForm {
        direction: choice(Direction::from_code(&direction), &direction, "direction")?,
        from,
        to,
        cc: String::new(),
        channel: choice(Channel::from_code(&channel), &channel, "channel")?,
        sent: stated(sent),
        received: stated(received),
        subject,
        text: words_of(text.as_deref())?,
        address_used,
        came_back: choice(CameBack::from_code(&came_back), &came_back, "word for what came back")?,
        their_reference: String::new(),
        answers: None,
        call_minutes: None,
        call_who: String::new(),
        note_written: stated(String::new()),
        promises: Vec::new(),
    };
    let session = manner.open(&vault)?;
    let claim = manner.claim(&session)?;
    let saved = rooms::letter_save(&session, LetterSave { claim, id: None, form, evidence: Vec::new() })?;
    let all_kept = attach_to(&session, claim, saved.head.id, &attach)?;
    session.lock()?;
    said(manner, &saved.head, &saved)?;
    Ok(if all_kept { Outcome::Done } else { Outcome::No })
}

/// Enters a suspicious contact.
pub fn contact(manner: &Manner, command: ContactCommand) -> Result<Outcome, Trouble> {
    let ContactCommand::Add {
        vault,
        on,
        channel,
        sender,
        subject,
        text,
        knew,
        asked_for,
        kept_copy,
        reported_to,
        acted_on,
        attach,
    } = command;
    let form = ContactForm {
        happened: stated(on),
        channel: choice(Channel::from_code(&channel), &channel, "channel")?,
        sender_shown: sender,
        subject,
        text: words_of(text.as_deref())?,
        knew,
        asked_for,
        kept_copy: kept_copy || !attach.is_empty(),
        reported_to,
        acted_on,
    };
    let session = manner.open(&vault)?;
    let claim = manner.claim(&session)?;
    let saved = rooms::contact_save(&session, ContactSave { claim, id: None, form, evidence: Vec::new() })?;
    let all_kept = attach_to(&session, claim, saved.head.id, &attach)?;
    session.lock()?;
    said(manner, &saved.head, &saved)?;
    Ok(if all_kept { Outcome::Done } else { Outcome::No })
}

/// The readable name, or the whole record with it.
fn said(manner: &Manner, head: &RecordHead, saved: &impl Serialize) -> Result<(), Trouble> {
    if manner.json {
        say::json(&json!({ "ref": head.reference, "id": head.id, "record": saved }))
    } else {
        say::line(&head.reference)
    }
}

fn stated(words: String) -> DateInput {
    DateInput { words, said_on: None }
}

/// Keeps files beside a record; what could not be kept is named on standard error.
fn attach_to(
    session: &Session<Unlocked>,
    claim: RecordId,
    record: RecordId,
    paths: &[PathBuf],
) -> Result<bool, Trouble> {
    let order = evidence::Order { claim, to: Some(record), filing: None };
    let kept = evidence::keep(session, order, &evidence::expand(paths), &mut |_| {}, &AtomicBool::new(false));
    for missing in kept.iter().filter(|kept| !kept.kept) {
        eprintln!("{}: not kept. {}", missing.path, missing.problem.as_deref().unwrap_or_default());
    }
    Ok(kept.iter().all(|kept| kept.kept))
}
