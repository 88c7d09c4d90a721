//! What a build did, document by document.

use serde::Serialize;

/// How a document came into the bundle.
///
/// In order from the most to the least direct.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Pages made from its words or pictures.
    Generated,
    /// Its own PDF pages, copied by the first engine.
    EngineOne,
    /// Its own PDF pages, rewritten by the second engine first.
    EngineTwo,
    /// Pictures of its PDF pages.
    Raster,
    /// A page that says where the original lies.
    SlipSheet,
}

/// One document of a finished bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BuiltDocument {
    /// Its reference.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// The section it stands in.
    pub section: String,
    /// The page of the bundle it starts on, from 1.
    pub first_page: u32,
    /// How many pages it takes.
    pub pages: u32,
    /// How it came in. A document of several files has the least direct way among them.
    pub way: Way,
    /// Why it did not come in by the direct way, in plain words; empty otherwise.
    pub reasons: Vec<String>,
    /// What was left out of its pages (scripts, attachments inside the PDF, …), in plain words.
    pub dropped: Vec<String>,
}

/// Characters that no font of the bundle can show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MissingGlyphs {
    /// The part of the bundle they stand in ("index", or a document's reference).
    pub place: String,
    /// The characters, each once, in order of code point.
    pub characters: String,
}

/// A finished bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BuildReport {
    /// Number of pages in all.
    pub pages: u32,
    /// Size of the PDF in bytes.
    pub bytes: u64,
    /// SHA-256 of the PDF.
    pub sha256: String,
    /// The documents in order.
    pub documents: Vec<BuiltDocument>,
    /// Characters that could not be shown.
    pub missing_glyphs: Vec<MissingGlyphs>,
}

impl BuildReport {
    /// The documents that did not come in by the direct way.
    pub fn indirect(&self) -> impl Iterator<Item = &BuiltDocument> {
        self.documents.iter().filter(|d| !matches!(d.way, Way::EngineOne | Way::Generated))
    }
}
