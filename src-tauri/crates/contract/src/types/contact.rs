//! Suspicious contacts: calls, mails and messages that seem to use what was taken.

use recourse_domain::RecordId;
use recourse_domain::choices::Channel;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DateInput, DateView, RecordHead};

/// A suspicious contact in its list, undated first, then by date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ContactRow {
    /// The contact.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name, `X-001`.
    pub reference: String,
    /// One line to recognise it by.
    pub title: String,
    /// By what route.
    #[ts(type = "Channel")]
    pub channel: Channel,
    /// When.
    pub date: DateView,
    /// Number of evidence items beside it.
    pub evidence: u32,
}

/// A suspicious contact as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ContactForm {
    /// When it happened.
    pub happened: DateInput,
    /// By what route.
    #[ts(type = "Channel")]
    pub channel: Channel,
    /// The sender, number or caller as it showed.
    pub sender_shown: String,
    /// Subject line or first words.
    pub subject: String,
    /// The words, verbatim, or a note of the call.
    pub text: String,
    /// What they knew about the person.
    pub knew: String,
    /// What they asked for.
    pub asked_for: String,
    /// Whether the person kept a copy.
    pub kept_copy: bool,
    /// To whom it was reported, with any reference.
    pub reported_to: String,
    /// Whether the person did what was asked, and what followed.
    pub acted_on: String,
}

/// A suspicious contact as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ContactView {
    /// What every record has.
    pub head: RecordHead,
    /// Its fields, ready for a form.
    pub form: ContactForm,
    /// When it happened.
    pub happened: DateView,
}

/// A suspicious contact to enter or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ContactSave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The contact to change; none enters a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: ContactForm,
    /// Evidence items to lay beside a new one.
    #[ts(type = "Array<string>")]
    pub evidence: Vec<RecordId>,
}
