//! Notices.

use recourse_domain::RecordId;
use recourse_domain::choices::{Addressed, Channel};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DateInput, DateView, RecordHead};

/// A notice in its list. The list comes sorted: undated first, then by date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeRow {
    /// The notice.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name.
    pub reference: String,
    /// Subject, or sender where there is none.
    pub title: String,
    /// The sender as shown.
    pub from: String,
    /// By what route it came.
    #[ts(type = "Channel")]
    pub channel: Channel,
    /// To the claimant or to the public.
    #[ts(type = "Addressed")]
    pub addressed: Addressed,
    /// The date on the document, else received, else first seen.
    pub date: DateView,
    /// When it was first seen, for undated ones.
    pub first_seen: DateView,
    /// Number of evidence items beside it.
    pub evidence: u32,
}

/// A notice as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeForm {
    /// The sender as the notice shows it.
    pub from: String,
    /// By what route it came.
    #[ts(type = "Channel")]
    pub channel: Channel,
    /// To the claimant or to the public.
    #[ts(type = "Addressed")]
    pub addressed: Addressed,
    /// The date on the document.
    pub on_document: DateInput,
    /// When it arrived.
    pub received: DateInput,
    /// When the claimant first saw it.
    pub first_seen: DateInput,
    /// Subject line or heading.
    pub subject: String,
    /// The words, verbatim.
    pub text: String,
    /// The sender's own reference.
    pub their_reference: String,
    /// Whether it asked the reader not to speak of it.
    pub asked_not_to_comment: bool,
    /// What it offered.
    pub offer: String,
    /// By when the offer had to be taken up.
    pub offer_until: DateInput,
    /// What the claimant did next.
    pub what_i_did_next: String,
}

/// A notice as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NoticeView {
    /// What every record has.
    pub head: RecordHead,
    /// Its fields, ready for a form.
    pub form: NoticeForm,
    /// The date on the document.
    pub on_document: DateView,
    /// When it arrived.
    pub received: DateView,
    /// When it was first seen.
    pub first_seen: DateView,
    /// By when the offer had to be taken up.
    pub offer_until: DateView,
}

/// A notice to log or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NoticeSave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The notice to change; none logs a new one.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: NoticeForm,
    /// Evidence items to lay beside a new one, such as those just dropped.
    #[ts(type = "Array<string>")]
    pub evidence: Vec<RecordId>,
}

/// Words pasted from somewhere, to be made into a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Pasted {
    /// The words.
    pub text: String,
}
