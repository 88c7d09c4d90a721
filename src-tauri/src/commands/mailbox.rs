//! Whole mailboxes: looking into one, and taking mails out of it.

use std::sync::Arc;

use recourse_contract::types::*;
use recourse_organiser::mailbox::{self, Mailbox, Order, Step};
use tauri::{AppHandle, Emitter, Manager, Runtime};

use crate::desk::Desk;
use crate::desktop::evidence_scheme;
use crate::failure::{from_error, refusal};

/// Puts mailboxes aside until the person says which of their mails are wanted.
pub(super) fn hold(desk: &Desk, mailboxes: Vec<Mailbox>) -> Result<Vec<MailboxFound>, Failure> {
    let mut found = Vec::with_capacity(mailboxes.len());
    for mailbox in mailboxes {
        let name = evidence_scheme::token()?;
        found.push(recourse_contract::mailbox::found(name.clone(), &mailbox));
        desk.mailboxes().insert(name, Arc::new(mailbox));
    }
    Ok(found)
}

/// What a mailbox holds, and how many of its mails a filter lets through.
pub fn mailbox_survey<R: Runtime>(app: &AppHandle<R>, request: MailboxQuestion) -> Result<MailboxSurvey, Failure> {
    let desk = app.state::<Desk>();
    let (session, mailbox) = (desk.session()?, held(&desk, &request.mailbox)?);
    let filter = recourse_contract::mailbox::filter(&request.filter)?;
    let stop = desk.begin("mailbox");
    let mut tell = |step| tell(app, "Looking into the mailbox", step);
    let found = mailbox::survey(&session, &mailbox, &filter, &mut tell, &stop).map_err(|e| from_error(&e))?;
    Ok(recourse_contract::mailbox::survey(found))
}

/// Takes mails of a mailbox into the vault.
pub fn mailbox_take<R: Runtime>(app: &AppHandle<R>, request: MailboxOrder) -> Result<MailboxTaken, Failure> {
    let desk = app.state::<Desk>();
    let (session, mailbox) = (desk.session()?, held(&desk, &request.mailbox)?);
    let order = Order {
        claim: request.claim,
        filter: recourse_contract::mailbox::filter(&request.filter)?,
        keep_whole: request.keep_whole,
        filing: request.filing.map(recourse_contract::filing),
    };
    let stop = desk.begin("mailbox");
    let mut tell = |step| tell(app, "Keeping mails", step);
    let taken = mailbox::take(&session, &mailbox, &order, &mut tell, &stop).map_err(|e| from_error(&e))?;
    recourse_contract::mailbox::taken(&session, taken)
}

fn held(desk: &Desk, name: &str) -> Result<Arc<Mailbox>, Failure> {
    let held = desk.mailboxes().get(name).cloned();
    held.ok_or_else(|| refusal("mailbox", "This mailbox is not at hand any more. Add it again."))
}

fn tell<R: Runtime>(app: &AppHandle<R>, words: &str, step: Step) {
    app.state::<Desk>().touch();
    let progress = Progress {
        task: "mailbox".into(),
        words: words.to_owned(),
        done: step.done,
        total: step.total,
        bytes: Some(step.bytes),
        of_bytes: Some(step.of_bytes),
    };
    if let Err(error) = app.emit("progress", progress) {
        eprintln!("Recourse: {error}");
    }
}
