//! Areas of a document that a reader is not to see.

use recourse_domain::RecordId;
use recourse_domain::choices::Audience;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which document of a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RedactionQuestion {
    /// The claim.
    #[ts(type = "string")]
    pub claim: RecordId,
    /// The reader.
    #[ts(type = "Audience")]
    pub audience: Audience,
    /// The evidence item, or the record whose words were typed.
    #[ts(type = "string")]
    pub document: RecordId,
}

/// One area of a page, in ten-thousandths of the page's width and height as it is seen upright, from its upper left corner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BlackArea {
    /// Page of the document as it stands in the bundle, from 1.
    pub page: u32,
    /// Left edge.
    pub left: u32,
    /// Upper edge.
    pub top: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
    /// Why, in words that the reader sees.
    pub why: String,
}

/// A document with what is blacked out of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RedactionView {
    /// The document.
    pub question: RedactionQuestion,
    /// Its readable name.
    pub reference: String,
    /// Its title as the index prints it; it is not blacked out.
    pub title: String,
    /// How many pages it takes in a bundle.
    pub pages: u32,
    /// The areas, by page and place.
    pub areas: Vec<BlackArea>,
    /// Whether its pages look different from when the areas were set: they have to be looked at and saved again.
    pub changed: bool,
    /// Records that say names or numbers which are under the areas.
    pub elsewhere: Vec<SaidElsewhere>,
}

/// A record that says a word which is blacked out of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaidElsewhere {
    /// Its readable name.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// The words, in lower case.
    pub words: Vec<String>,
}

/// Which page is to be shown, and with what painted over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RedactionPage {
    /// The document.
    pub question: RedactionQuestion,
    /// The page, from 1.
    pub page: u32,
    /// What is painted over, as in the bundle; nothing where empty.
    pub areas: Vec<BlackArea>,
}

/// A page as a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PagePicture {
    /// `image/png` or `image/jpeg`.
    pub media_type: String,
    /// Width in dots.
    pub width: u32,
    /// Height in dots.
    pub height: u32,
    /// The bytes in base64 (RFC 4648).
    pub base64: String,
}

/// What is blacked out from now on; nothing where empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RedactionSave {
    /// The document.
    pub question: RedactionQuestion,
    /// The areas.
    pub areas: Vec<BlackArea>,
}
