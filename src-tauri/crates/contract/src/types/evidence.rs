//! Evidence, its files, and what happens when files are given to Recourse.

use recourse_domain::choices::{EvidenceKind, OriginalOrCopy};
use recourse_domain::{FileId, RecordId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DateInput, DateView, MachineReading, MailboxFound, RecordHead, RecordLink};

/// An evidence item in its list or in the inbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceRow {
    /// The item.
    #[ts(type = "string")]
    pub id: RecordId,
    /// Its readable name.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// What it is.
    #[ts(type = "EvidenceKind")]
    pub kind: EvidenceKind,
    /// The date that the person gives it.
    pub date: DateView,
    /// Number of files.
    pub files: u32,
    /// When it was added: RFC 3339, UTC.
    pub created_at: String,
    /// What it seems to be, for things in the inbox.
    pub guess: Option<Filing>,
    /// Why a file of it could not be read, where one could not.
    pub problem: Option<String>,
}

/// One kept file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FileView {
    /// The file.
    #[ts(type = "string")]
    pub id: FileId,
    /// The evidence item it belongs to.
    #[ts(type = "string")]
    pub evidence: RecordId,
    /// Reference of that item.
    pub evidence_reference: String,
    /// The name it had when it was added.
    pub name: String,
    /// IANA media type, from the content.
    pub media_type: String,
    /// Length in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
    /// When it was added: RFC 3339, UTC.
    pub added_at: String,
    /// The file's own time of last change: RFC 3339, UTC.
    pub file_modified: Option<String>,
    /// When a camera says it was taken, in words: its own clock, and its offset where it states one.
    pub taken_at: Option<String>,
    /// Number of pages.
    pub pages: Option<u32>,
    /// Length of a recording or film in seconds.
    pub seconds: Option<f64>,
    /// How far it is turned clockwise when shown, in degrees: 0, 90, 180 or 270.
    pub rotation: u16,
    /// How far the machine has come with reading its pictures.
    pub machine: MachineReading,
    /// Why it could not be read, in a sentence.
    pub problem: Option<String>,
}

/// An evidence item as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceForm {
    /// What the person calls it.
    pub title: String,
    /// What it is.
    #[ts(type = "EvidenceKind")]
    pub kind: EvidenceKind,
    /// The date that the person gives it.
    pub date: DateInput,
    /// How it was obtained.
    pub how_obtained: String,
    /// From where: an address or a URL.
    pub obtained_from: String,
    /// By whom.
    pub obtained_by: String,
    /// Original or copy.
    #[ts(type = "OriginalOrCopy")]
    pub original_or_copy: OriginalOrCopy,
    /// Where the original is now.
    pub where_original: String,
    /// Whether other people's data are in it.
    pub third_party_data: bool,
    /// What it says, typed by the person.
    pub transcription: String,
}

/// An evidence item as the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct EvidenceView {
    /// What every record has; its files are the item's own.
    pub head: RecordHead,
    /// Its fields, ready for a form.
    pub form: EvidenceForm,
    /// The date that the person gives it.
    pub date: DateView,
    /// Whether it waits in the inbox.
    pub waiting: bool,
    /// What it seems to be, while it waits.
    pub guess: Option<Filing>,
    /// The words of the thing itself that the guess rests on.
    pub because: Vec<String>,
    /// The records that rest on it.
    pub used_by: Vec<RecordLink>,
    /// The mail that it came attached to.
    pub came_with: Option<RecordLink>,
    /// What came attached to it, where it is a mail.
    pub brought: Vec<RecordLink>,
    /// Other items that hold the same mail or a picture that looks the same.
    pub twins: Vec<TwinView>,
}

/// Why two files are thought to be the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TwinReason {
    /// The same Message-ID, other bytes: one mail from two mailboxes.
    SameMail,
    /// The pictures look the same: one picture saved again.
    SamePicture,
}

/// Another file that may be the same thing. Nothing is merged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TwinView {
    /// This item's file.
    #[ts(type = "string")]
    pub file: FileId,
    /// The other file.
    #[ts(type = "string")]
    pub other_file: FileId,
    /// The item that the other file belongs to.
    pub other: RecordLink,
    /// Why.
    pub reason: TwinReason,
    /// What the person said: the same, not the same, or nothing yet. The same mail counts as said.
    pub same: Option<bool>,
}

/// What the person says of two files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TwinAnswer {
    /// One file.
    #[ts(type = "string")]
    pub file: FileId,
    /// The other.
    #[ts(type = "string")]
    pub other_file: FileId,
    /// Whether they are the same; none takes the answer back.
    pub same: Option<bool>,
}

/// A file to be turned when shown. Its bytes stay as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileTurn {
    /// The file.
    #[ts(type = "string")]
    pub file: FileId,
    /// Degrees clockwise from how it came: 0, 90, 180 or 270.
    pub rotation: u16,
}

/// Items whose files become one, such as the photos of one letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceJoin {
    /// The item that takes the files, after its own.
    #[ts(type = "string")]
    pub into: RecordId,
    /// The items whose files it takes, in this order; they are put away, empty.
    #[ts(type = "Array<string>")]
    pub others: Vec<RecordId>,
}

/// An evidence item to make or to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EvidenceSave {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The item to change; none makes a new one, with no file yet.
    #[ts(type = "string | null")]
    pub id: Option<RecordId>,
    /// Its fields.
    pub form: EvidenceForm,
}

/// What a thing that came in is to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Filing {
    /// A notice of a breach.
    Notice,
    /// A letter, mail or other message, in either direction.
    Letter,
    /// Proof of something, on its own.
    Evidence,
    /// A suspicious call, mail or message.
    Contact,
    /// A letter that replies to one of the person's own.
    Reply,
}

/// Files to be kept: those just dropped on the window, or those the person now chooses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeepFiles {
    /// The claim they belong to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The name of the drop, as the event `dropped` gave it; none opens the file dialog.
    pub drop: Option<String>,
    /// The record to lay them beside, or the evidence item whose files they become; none puts them into the inbox.
    #[ts(type = "string | null")]
    pub to: Option<RecordId>,
    /// What to make of each; none leaves them waiting in the inbox.
    #[serde(rename = "as")]
    pub filing: Option<Filing>,
}

/// A picture or words from the clipboard, to be kept as a file.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct KeepBytes {
    /// The claim it belongs to.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// A name for the file.
    pub name: String,
    /// The bytes in base64 (RFC 4648).
    pub base64: String,
    /// The record to lay it beside; none puts it into the inbox.
    #[ts(type = "string | null")]
    pub to: Option<RecordId>,
}

/// What became of one file that was given to Recourse. The same fields as a line of `recourse add --json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Kept {
    /// The path or name it was given as.
    pub path: String,
    /// Whether it is safe in the vault.
    pub kept: bool,
    /// The evidence item it is in, by its readable name.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// The evidence item it is in.
    #[ts(type = "string | null")]
    pub evidence: Option<RecordId>,
    /// The record made from it, where one was.
    pub made: Option<RecordLink>,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: Option<String>,
    /// Length in bytes.
    #[ts(type = "number | null")]
    pub bytes: Option<u64>,
    /// IANA media type, from the content.
    pub media_type: Option<String>,
    /// Number of pages.
    pub pages: Option<u32>,
    /// Letters of text found in it.
    #[ts(type = "number | null")]
    pub text_chars: Option<u64>,
    /// The evidence item that already held the same bytes, by its readable name.
    pub duplicate_of: Option<String>,
    /// Items that hold the same mail with other bytes, or a picture that looks the same, by their readable names.
    pub twins: Vec<String>,
    /// The evidence items made of what was attached, by their readable names.
    pub attachments: Vec<String>,
    /// What it seems to be.
    pub guess: Option<Filing>,
    /// Why it could not be kept, or not be read, in a sentence.
    pub problem: Option<String>,
}

/// What a thing in the inbox is to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileAs {
    /// The evidence item that waits.
    #[ts(type = "string")]
    pub evidence: RecordId,
    /// What it is.
    pub filing: Filing,
    /// For a reply: the person's own letter that it answers, where that is on record.
    #[ts(type = "string | null")]
    pub answers: Option<RecordId>,
}

/// The record that now exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Made {
    /// The record.
    pub record: RecordLink,
}

/// The order of an item's files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileOrder {
    /// The evidence item.
    #[ts(type = "string")]
    pub evidence: RecordId,
    /// Its files, first to last.
    #[ts(type = "Array<string>")]
    pub files: Vec<FileId>,
}

/// What became of files that were given to Recourse.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KeptFiles {
    /// Each file.
    pub kept: Vec<Kept>,
    /// Mailboxes among them, of which nothing is kept yet.
    pub mailboxes: Vec<MailboxFound>,
}
