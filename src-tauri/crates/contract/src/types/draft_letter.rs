//! Letters of the person's own: written from the record, changed in the window, saved as files, and put on record once sent.

use recourse_domain::RecordId;
use recourse_domain::choices::{Channel, LetterOutKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DateInput, LetterRow, RecordLink};

/// What can be written, and what was begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LettersOutView {
    /// Letters that were begun and not sent yet, the latest first.
    pub begun: Vec<LetterBegun>,
    /// Letters of the person's own that no letter on record answers, the latest first.
    pub unanswered: Vec<LetterRow>,
    /// What the names of this claim's begun letters start with: `draft_put` keeps the words of one under this and a name of its own.
    pub key_prefix: String,
}

/// A letter that was begun and not sent yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterBegun {
    /// The name its words are kept under.
    pub key: String,
    /// What letter.
    #[ts(type = "LetterOutKind")]
    pub kind: LetterOutKind,
    /// Its heading.
    pub subject: String,
    /// When its words were last kept, in UTC.
    pub at: String,
}

/// What letter is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterOutQuestion {
    /// The claim.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// What letter.
    #[ts(type = "LetterOutKind")]
    pub kind: LetterOutKind,
    /// The letter to ask again about; for a chaser only.
    #[ts(type = "string | null")]
    pub letter: Option<RecordId>,
    /// Whom it is to; none for whoever such a letter is usually to.
    #[ts(type = "string | null")]
    pub party: Option<RecordId>,
    /// The questions to ask; none for all open ones that are for them.
    #[ts(type = "Array<string> | null")]
    pub questions: Option<Vec<RecordId>>,
}

/// A letter as the person changes it. Its words are kept as a draft in this shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterOutForm {
    /// What letter.
    #[ts(type = "LetterOutKind")]
    pub kind: LetterOutKind,
    /// Whom it is to, where they are on record.
    #[ts(type = "string | null")]
    pub party: Option<RecordId>,
    /// The letter it asks again about.
    #[ts(type = "string | null")]
    pub letter: Option<RecordId>,
    /// Who it is from: name, then ways to reach them, one a line.
    pub from: String,
    /// Who it is to: name, then address, one a line.
    pub to: String,
    /// The addresses a mail goes to.
    pub email: String,
    /// Subject line or heading.
    pub subject: String,
    /// The words, an empty line between two paragraphs. What stands in `[ ]` is for the person to fill.
    pub text: String,
    /// The questions it asks.
    #[ts(type = "Array<string>")]
    pub questions: Vec<RecordId>,
}

/// A letter that was written from the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterOutView {
    /// The words.
    pub form: LetterOutForm,
    /// The law it rests on, a line; empty where there is none.
    pub law: String,
    /// What to know before it is sent, a sentence each.
    pub remarks: Vec<String>,
    /// What of their own data the person may add.
    pub tell: Vec<LetterTell>,
    /// The records its facts come from.
    pub used: Vec<RecordLink>,
}

/// Something of the person's own data that a letter leaves out unless they add it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterTell {
    /// What it is: `date-of-birth`, `addresses`, `emails`, `other-names`.
    pub what: String,
    /// The line that goes into the letter.
    pub line: String,
}

/// A letter to save as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterOutFile {
    /// Its words.
    pub form: LetterOutForm,
    /// `docx`, `pdf`, `eml` or `txt`.
    pub format: String,
}

/// That a letter was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterOutSent {
    /// The claim.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// Its words as they went out. The questions named in it are marked as asked.
    pub form: LetterOutForm,
    /// When it was sent.
    pub sent: DateInput,
    /// By what route.
    #[ts(type = "Channel")]
    pub channel: Channel,
    /// The exact address that was used.
    pub address_used: String,
    /// The name its words were kept under; they are forgotten.
    pub draft: Option<String>,
}

/// What was put on record when a letter was sent. The same, given back, takes all of it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterOutDone {
    /// The letter.
    pub letter: RecordLink,
    /// The request it makes.
    pub request: Option<RecordLink>,
    /// The request it asks again about.
    pub chased: Option<RecordLink>,
}

/// What is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterOutUndo {
    /// What was put on record.
    pub done: LetterOutDone,
    /// The name under which its words are kept again.
    pub draft: Option<String>,
    /// Its words.
    pub form: LetterOutForm,
}
