//! What the caller has already read out of a document.

use super::rich::{Formatted, Formatting};

/// The readable content of a document, where the caller has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Content {
    /// Nothing: the files speak for themselves (PDF, pictures), or become slip sheets.
    #[default]
    Files,
    /// An e-mail or other message with headers.
    Mail(MailPage),
    /// Words: a typed notice, a text file, a saved web page, a table, a word processor's document.
    Text(TextPage),
}

impl Content {
    /// Its formatting.
    #[must_use]
    pub fn formatting(&self) -> Option<&Formatting> {
        match self {
            Self::Files => None,
            Self::Mail(mail) => Some(&mail.formatting),
            Self::Text(text) => Some(&text.formatting),
        }
    }

    /// Sets it from its plain words; `why` stands in the report.
    pub fn set_plainly(&mut self, why: &str) {
        let formatting = match self {
            Self::Files => return,
            Self::Mail(mail) => &mut mail.formatting,
            Self::Text(text) => &mut text.formatting,
        };
        if matches!(formatting, Formatting::Kept(_)) {
            *formatting = Formatting::Left(why.to_owned());
        }
    }

    /// The document with its formatting, where its pages are set with it.
    #[must_use]
    pub fn formatted(&self) -> Option<&Formatted> {
        match self.formatting() {
            Some(Formatting::Kept(formatted)) => Some(formatted),
            _ => None,
        }
    }
}

/// An e-mail as a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MailPage {
    /// Headers to print, in order, as name and value ("From", "A <a@b.example>").
    pub headers: Vec<(String, String)>,
    /// The body as plain text. Line breaks are kept.
    pub body: String,
    /// The body as its sender formatted it.
    pub formatting: Formatting,
    /// A sentence above the body where it needs one ("This text was made from the HTML part.").
    pub body_note: Option<String>,
    /// The attachments, in the order of the message.
    pub attachments: Vec<Attachment>,
}

/// An attachment of an e-mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name in the message.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Size in bytes.
    pub size: u64,
    /// The reference of the document of this bundle that it is, if it is one.
    pub reference: Option<String>,
}

/// Words as pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextPage {
    /// Facts printed above the text as name and value ("Source", "https://…"); may be empty.
    pub facts: Vec<(String, String)>,
    /// The words. Line breaks are kept.
    pub text: String,
    /// The words with their formatting.
    pub formatting: Formatting,
    /// A sentence that says where the words come from ("Typed by the claimant.").
    pub note: Option<String>,
    /// Whether columns matter, so that letters of equal width are used (logs, CSV).
    pub monospaced: bool,
}
