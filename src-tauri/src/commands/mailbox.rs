//! Whole mailboxes: looking into one, and taking mails out of it.

use recourse_contract::types::*;
use tauri::{AppHandle, Runtime};

use crate::failure::refusal;

/// What a mailbox holds, and how many of its mails a filter lets through.
pub fn mailbox_survey<R: Runtime>(_: &AppHandle<R>, _: MailboxQuestion) -> Result<MailboxSurvey, Failure> {
    Err(refusal("mailbox", "Mailboxes are not read yet."))
}

/// Takes mails of a mailbox into the vault.
pub fn mailbox_take<R: Runtime>(_: &AppHandle<R>, _: MailboxOrder) -> Result<MailboxTaken, Failure> {
    Err(refusal("mailbox", "Mailboxes are not read yet."))
}
