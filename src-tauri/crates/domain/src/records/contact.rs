//! Calls, mails and messages that seem to use what was taken. What one shows is not said here: only what came, when, and what followed.

use serde::{Deserialize, Serialize};

use super::Body;
use crate::choices::Channel;
use crate::dates::StatedDate;
use crate::ids::RecordKind;

/// A suspicious call, mail or message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SuspiciousContact {
    /// When it happened.
    pub happened: StatedDate,
    /// By what route it came.
    pub channel: Channel,
    /// The sender, number or caller as it showed.
    pub sender_shown: String,
    /// Subject line or first words.
    pub subject: String,
    /// The words, verbatim, or a note of the call.
    pub text: String,
    /// What they knew about the claimant.
    pub knew: String,
    /// What they asked for.
    pub asked_for: String,
    /// Whether the claimant kept a copy.
    pub kept_copy: bool,
    /// To whom it was reported, with any reference.
    pub reported_to: String,
    /// Whether the claimant did what was asked, and what followed.
    pub acted_on: String,
}

impl Default for SuspiciousContact {
    fn default() -> Self {
        Self {
            happened: StatedDate::undated(),
            channel: Channel::Email,
            sender_shown: String::new(),
            subject: String::new(),
            text: String::new(),
            knew: String::new(),
            asked_for: String::new(),
            kept_copy: false,
            reported_to: String::new(),
            acted_on: String::new(),
        }
    }
}

impl Body for SuspiciousContact {
    const KIND: RecordKind = RecordKind::SuspiciousContact;

    fn title(&self) -> String {
        if self.subject.trim().is_empty() { self.sender_shown.clone() } else { self.subject.clone() }
    }
}
