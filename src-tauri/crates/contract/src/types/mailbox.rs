//! Whole mailboxes: what is in one, which mails of it are wanted, and what became of them.

use recourse_domain::RecordId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Filing, Kept};

/// A mailbox among the files that were given. Nothing of it is kept until the person says which mails.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailboxFound {
    /// The name to ask for it by; good until the vault is locked.
    pub mailbox: String,
    /// Its file or folder name.
    pub name: String,
    /// Its length in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// Which mails of a mailbox are wanted. What is empty asks for nothing; all that is asked for must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailboxFilter {
    /// A part of the sender's name or address, in any case.
    pub from: String,
    /// A part of a recipient's name or address (To or Cc), in any case.
    pub to: String,
    /// Words that must all be in the subject or the body, in any case.
    pub words: String,
    /// Sent on this day or later, `YYYY-MM-DD`, by the day that the mail itself states.
    pub since: Option<String>,
    /// Sent on this day or earlier, `YYYY-MM-DD`.
    pub until: Option<String>,
}

/// A mailbox and the mails wanted of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailboxQuestion {
    /// The mailbox.
    pub mailbox: String,
    /// The mails wanted.
    pub filter: MailboxFilter,
}

/// What a mailbox holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailboxSurvey {
    /// Mails in it.
    #[ts(type = "number")]
    pub mails: u64,
    /// Mails that the filter lets through.
    #[ts(type = "number")]
    pub matching: u64,
    /// Bytes of those.
    #[ts(type = "number")]
    pub matching_bytes: u64,
    /// How many of those have no date that can be read.
    #[ts(type = "number")]
    pub undated: u64,
    /// Day of the oldest of those, `YYYY-MM-DD`.
    pub first: Option<String>,
    /// Day of the newest of those, `YYYY-MM-DD`.
    pub last: Option<String>,
    /// Who those are from, the most frequent first.
    pub senders: Vec<MailSender>,
    /// The first of those, newest first, to look at.
    pub preview: Vec<MailLine>,
}

/// A sender in a mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailSender {
    /// The address.
    pub address: String,
    /// How many mails.
    #[ts(type = "number")]
    pub mails: u64,
}

/// One mail of a mailbox in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailLine {
    /// Sender as it shows.
    pub from: String,
    /// Subject.
    pub subject: String,
    /// Day that it was sent, `YYYY-MM-DD`.
    pub day: Option<String>,
    /// Its length in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// Mails of a mailbox to be taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailboxOrder {
    /// The claim they belong to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The mailbox.
    pub mailbox: String,
    /// The mails wanted.
    pub filter: MailboxFilter,
    /// Whether the mailbox file itself is kept too, whole.
    pub keep_whole: bool,
    /// What to make of each; none leaves them waiting in the inbox.
    pub filing: Option<Filing>,
}

/// What became of a mailbox. Stopping leaves whole mails only.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailboxTaken {
    /// Mails newly kept.
    #[ts(type = "number")]
    pub mails: u64,
    /// Attachments newly kept as evidence of their own.
    #[ts(type = "number")]
    pub attachments: u64,
    /// Mails whose very bytes were here already.
    #[ts(type = "number")]
    pub already_here: u64,
    /// Mails that were linked to another copy of the same mail with other bytes.
    #[ts(type = "number")]
    pub linked: u64,
    /// The evidence item of the mailbox file itself, by its readable name.
    pub whole: Option<String>,
    /// Mails and attachments that could not be kept or not be read, each with its sentence.
    pub problems: Vec<Kept>,
    /// Whether the person stopped it before the end.
    pub stopped: bool,
}
