//! What goes into the store and what comes out of it, apart from the domain's own types.

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use recourse_domain::records::{EvidenceLink, IncidentLink, Marks};
use recourse_domain::search::Query;
use recourse_domain::{FileId, RecordId, RecordKind, Reference};
use recourse_vault::Secret;
use serde::{Deserialize, Serialize};

/// Why a transaction happens: the same for every change in it.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'a> {
    /// The present time, in UTC; the store has no clock.
    pub at: DateTime<Utc>,
    /// What the person did, as a word of the caller's: "log notice".
    pub action: &'a str,
    /// The vault's change key.
    pub change_key: &'a Secret<[u8; 32]>,
    /// Sixteen bytes of chance, others each time.
    pub chance: [u8; 16],
    /// The turn that this goes on with, by the number of its first entry: what one thing that a person does takes back together. None begins a turn.
    pub turn: Option<u64>,
    /// The turn that this takes back.
    pub back: Option<u64>,
}

/// A record that is not in the store yet. The store gives it its reference.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntry<T> {
    /// The inner name, made by the caller.
    pub id: RecordId,
    /// The claim it belongs to; none only for a claim itself.
    pub claim: Option<RecordId>,
    /// When it was entered, in UTC.
    pub created_at: DateTime<Utc>,
    /// What the person may set on any record.
    pub marks: Marks,
    /// The breaches it is about.
    pub incidents: Vec<IncidentLink>,
    /// The evidence it rests on.
    pub evidence: Vec<EvidenceLink>,
    /// What only this kind has.
    pub body: T,
}

impl<T> NewEntry<T> {
    /// A record with no links and the usual marks.
    pub fn new(id: RecordId, claim: Option<RecordId>, created_at: DateTime<Utc>, body: T) -> Self {
        Self { id, claim, created_at, marks: Marks::default(), incidents: Vec::new(), evidence: Vec::new(), body }
    }
}

/// Which records by whether they were put away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shelf {
    /// Those that were not.
    #[default]
    Current,
    /// Only those that were.
    Archived,
    /// All but those in the bin.
    Both,
}

/// Which records a list holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    /// Those of one claim; the claim itself in a list of claims.
    pub claim: Option<RecordId>,
    /// By whether they were put away.
    pub shelf: Shelf,
}

/// What all kinds of record have, in one line: enough for a timeline, a list of links or a search answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The inner name.
    pub id: RecordId,
    /// The readable name.
    pub reference: Reference,
    /// The claim it belongs to; none only for a claim itself.
    pub claim: Option<RecordId>,
    /// When it was entered, in UTC.
    pub created_at: DateTime<Utc>,
    /// When it was put away, in UTC. What lies in the bin counts as put away.
    pub archived_at: Option<DateTime<Utc>>,
    /// When it was moved to the bin, in UTC.
    pub binned_at: Option<DateTime<Utc>>,
    /// When it was deleted for good, in UTC; nothing but its names is left then.
    pub deleted_at: Option<DateTime<Utc>>,
    /// What the person may set on any record.
    pub marks: Marks,
    /// One line by which a person recognises it.
    pub title: String,
    /// First and last day of the date by which it stands in lists, by the domain's sort key; none when undated.
    pub listed: Option<(NaiveDate, NaiveDate)>,
}

/// Where the words of a page come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSource {
    /// The file itself holds them as text.
    Extracted,
    /// The person typed them.
    Typed,
    /// A program recognised them in a picture.
    Machine,
}

impl TextSource {
    /// The word kept in the database; it never changes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Extracted => "extracted",
            Self::Typed => "typed",
            Self::Machine => "machine",
        }
    }

    /// The source that has this code, if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Extracted, Self::Typed, Self::Machine].into_iter().find(|source| source.code() == code)
    }
}

/// What the headers of a kept mail say of it and of the mails around it. Nothing in it has been checked: it is what the mail says. Identifiers are without
/// angle brackets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MailHeaders {
    /// `Message-ID`.
    pub message_id: Option<String>,
    /// `In-Reply-To`.
    pub in_reply_to: Option<String>,
    /// `References`, in order.
    pub references: Vec<String>,
    /// The sender's name as shown.
    pub sender_name: String,
    /// The sender's address, in lower case.
    pub sender_address: String,
    /// The address that answers would go to, in lower case, where one is stated.
    pub reply_to: Option<String>,
    /// Everybody in To and Cc, as they show.
    pub recipients: String,
    /// Subject.
    pub subject: String,
    /// When it was sent, with the zone that the mail states.
    pub sent_at: Option<DateTime<FixedOffset>>,
    /// What the receiving server says failed: `spf=fail`, `dmarc=fail` (RFC 8601 section 2.7).
    pub failed_checks: Vec<String>,
}

impl MailHeaders {
    /// The mails that it says it answers: the one it answers first, then the rest of its thread.
    pub fn answers(&self) -> impl Iterator<Item = &str> {
        self.in_reply_to.iter().chain(&self.references).map(String::as_str)
    }
}

/// A form's words that were not saved as a record yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which form; the caller's own key.
    pub key: String,
    /// The words, in the caller's own spelling.
    pub body: String,
    /// When they were kept, in UTC.
    pub at: DateTime<Utc>,
}

/// How many records of a kind there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The kind.
    pub kind: RecordKind,
    /// Not put away.
    pub current: u64,
    /// Put away.
    pub archived: u64,
    /// Not put away and without a date to stand in a list by.
    pub undated: u64,
}

/// The files of an evidence item in one line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FilesOf {
    /// How many there are.
    pub count: u32,
    /// Why the first of them that could not be read could not.
    pub problem: Option<String>,
}

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// What was typed, understood.
    pub query: &'a Query,
    /// Only this claim and what belongs to it.
    pub claim: Option<RecordId>,
    /// By whether records were put away.
    pub shelf: Shelf,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The places, best first.
    pub hits: Vec<Hit>,
    /// Whether there are more.
    pub more: bool,
}

/// A place where the words looked for are.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The record.
    pub heading: Heading,
    /// The kept file that holds the words; none where the record itself does.
    pub file: Option<FileId>,
    /// That file's name.
    pub file_name: Option<String>,
    /// The page of that file, from 1.
    pub page: Option<u32>,
    /// Who read the words, where they are a file's.
    pub source: Option<TextSource>,
    /// Some words around the place.
    pub snippet: Vec<SnippetPart>,
}

/// A stretch of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnippetPart {
    /// The words.
    pub text: String,
    /// Whether they are the words looked for.
    pub found: bool,
}
