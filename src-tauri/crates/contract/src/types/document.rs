//! A kept file, ready to be looked at.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FileView, PageWords};

/// How a file is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Showing {
    /// Pages of a PDF, from `url`.
    Pdf,
    /// A picture, from `url`, already upright.
    Picture,
    /// Plain words, from `text`.
    Text,
    /// A mail, from `mail`.
    Mail,
    /// A saved page of the web, from `html`.
    WebPage,
    /// Several pictures in one file, page by page, from `url` followed by `/1`, `/2` ….
    Pictures,
    /// A recording to listen to, from `url`.
    Sound,
    /// A film, from `url`.
    Film,
    /// Needs a password before anything can be shown: `document_unlock`.
    Locked,
    /// Nothing can be shown; `file.problem` may say why. The original is kept.
    None,
}

/// A kept file, ready to be looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DocumentView {
    /// The file.
    pub file: FileView,
    /// How to show it.
    pub showing: Showing,
    /// Where the window may read the bytes: good for this showing only.
    pub url: Option<String>,
    /// The words found in it, page by page.
    pub text: Vec<PageWords>,
    /// Harmless HTML with no script, style or outside reference, for a sandboxed frame.
    pub html: Option<String>,
    /// The mail.
    pub mail: Option<MailView>,
}

/// A mail, to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailView {
    /// Sender.
    pub from: String,
    /// Recipients.
    pub to: String,
    /// Those who had copies.
    pub cc: String,
    /// Subject.
    pub subject: String,
    /// Date and time as the mail states them.
    pub sent_as_stated: String,
    /// The plain body.
    pub text: String,
    /// The body as harmless HTML, where there is one.
    pub html: Option<String>,
    /// Its attachments.
    pub attachments: Vec<MailAttachment>,
    /// What the mail's own headers say about its origin, a line each.
    pub origin: Vec<String>,
}

/// An attachment of a mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MailAttachment {
    /// Its name.
    pub name: String,
    /// IANA media type as the mail states it.
    pub media_type: String,
    /// Length in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// The evidence item it was kept as, by its readable name.
    pub reference: Option<String>,
}

/// A password for one file. It is kept in memory until the vault is locked, and nowhere else.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct FilePassword {
    /// The file.
    #[ts(type = "string")]
    pub file: recourse_domain::FileId,
    /// The password.
    pub password: String,
}
