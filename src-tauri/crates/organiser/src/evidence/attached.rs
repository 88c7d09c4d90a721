//! What hangs on a mail: taken out, kept, and told apart from the mail it came with.

use std::io::Read;
use std::sync::atomic::{AtomicBool, Ordering};

use recourse_domain::records::{Body, Entry, Evidence};
use recourse_intake::mailbox::BatchPart;
use recourse_intake::{MailDraft, Reading};
use recourse_vault::ObjectId;

use super::guess::Filing;
use super::keep::{Order, already_here, arrive, read, record};
use super::sources::Source;
use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// Bytes of a mail that is taken apart in one go; a larger one part by part.
const MAIL_IN_MEMORY: u64 = 64 << 20;

/// Most attachments that are fetched from a mail by a process each.
const PARTS_ALONE: usize = 100;

/// What hangs on a mail becomes evidence of its own that knows its mail. Pictures shown inside the body stay in the mail only.
pub(super) fn keep_attachments(
    session: &Session<Unlocked>,
    order: Order,
    mail: &Entry<Evidence>,
    object: &ObjectId,
    reading: &Reading,
    cancel: &AtomicBool,
) -> Result<()> {
    let Some(draft) = reading.mail.as_ref().filter(|draft| draft.attachments.iter().any(|part| !part.inline)) else {
        return Ok(());
    };
    for BatchPart { name, bytes, reading } in parts(session, draft, object)? {
        if cancel.load(Ordering::Relaxed) {
            // What is not taken out is still inside the mail, which is safe.
            return Ok(());
        }
        let arrived = arrive(session, &Source::Bytes { name: name.clone(), bytes }, &name, &mut |_| {}, cancel)?;
        if already_here(session, &arrived.attached)?.is_some() {
            continue;
        }
        let reading = match reading {
            Some(reading) => reading,
            None => read(session, &arrived.attached.object_id, &name)?,
        };
        let beside_mail = Order { to: None, filing: Some(Filing::Evidence), ..order };
        record(session, beside_mail, &name, &arrived, &reading, Some(mail))?;
    }
    Ok(())
}

/// Everything that hangs on a mail, taken out and read by one process: a process for each would read the mail as often as it has attachments. What does
/// not fit into its answer is fetched by itself; what cannot be taken out at all is still inside the mail, which is safe.
fn parts(session: &Session<Unlocked>, draft: &MailDraft, object: &ObjectId) -> Result<Vec<BatchPart>> {
    let mut mail = Vec::new();
    let read = session.vault().open_object(object)?.take(MAIL_IN_MEMORY + 1).read_to_end(&mut mail);
    read.map_err(|source| Error::Read { what: "The mail", source })?;
    let whole = mail.len() as u64 <= MAIL_IN_MEMORY;
    let batch = if whole { session.worker().mails(&[&mail])?.pop() } else { None };
    let (mut parts, left) = match batch {
        Some(batch) if batch.reading.problem.is_none() => (batch.parts, Some(batch.left_inside)),
        _ => (Vec::new(), None),
    };
    let alone = draft.attachments.iter().filter(|part| !part.inline);
    for part in alone.filter(|part| left.as_ref().is_none_or(|left| left.contains(&part.name))).take(PARTS_ALONE) {
        if let Ok(bytes) = session.worker().part(part.index, session.vault().open_object(object)?) {
            parts.push(BatchPart { name: part.name.clone(), bytes, reading: None });
        }
    }
    Ok(parts)
}

/// How something that hung on a mail was obtained, in words.
pub(crate) fn came_attached(mail: &Entry<Evidence>) -> String {
    format!("Attached to the e-mail {} “{}”", mail.reference, mail.body.title())
}
