//! What goes into one bundle, and what came of it.

use std::sync::Arc;

use super::inspect::Inspected;
use super::left::LeftOut;
use super::part_bytes::PartBytes;
use super::refused::Refused;

/// One document of the bundle.
#[derive(Clone, Debug)]
pub struct Part {
    /// The bookmark, without its page: ` p.N` is added here.
    pub title: String,
    /// Documents in a row with the same section stand under one bookmark of that name.
    pub section: Option<String>,
    /// The document.
    pub pdf: PartBytes,
    /// What [`super::inspect`] found in exactly these bytes.
    pub inspected: Arc<Inspected>,
    /// Whether the bundle's page number is printed on its pages.
    pub stamp: bool,
}

/// A link that the bundle adds, for example from its index to a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PartLink {
    /// Index of the part the link stands in.
    pub from_part: usize,
    /// Page of that part, from 0.
    pub from_page: usize,
    /// Left, bottom, right, top in points, origin bottom left of the unrotated page.
    pub rect: [f64; 4],
    /// Index of the part it leads to.
    pub to_part: usize,
    /// Page of that part, from 0.
    pub to_page: usize,
}

/// Everything [`super::assemble`] needs.
#[derive(Clone, Debug)]
pub struct Assembly {
    /// The documents in order.
    pub parts: Vec<Part>,
    /// Links between them.
    pub links: Vec<PartLink>,
    /// Title of the bundle, for the document properties.
    pub title: String,
    /// Author of the bundle, for the document properties; may be empty.
    pub author: String,
    /// The moment the bundle is dated. Given, never read from a clock: same input, same bytes.
    pub date: chrono::DateTime<chrono::Utc>,
    /// Number of the first page, normally 1.
    pub first_number: u64,
    /// What stands behind every number: nothing, or `-A` in a supplement.
    pub mark: String,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assembled {
    /// Pages in all.
    pub pages: usize,
    /// Bytes in all.
    pub bytes: u64,
    /// Index (from 0) of each part's first page in the bundle.
    pub first_page_of_part: Vec<usize>,
    /// What was left out of which part, and how many.
    pub left_out: Vec<(usize, LeftOut, usize)>,
}

/// Why no bundle was written.
#[derive(Debug, thiserror::Error)]
pub enum AssembleError {
    /// The output could not be written.
    #[error("The bundle could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// The person stopped it.
    #[error("Stopped.")]
    Cancelled,
    /// There is nothing to put together.
    #[error("There is no page to put into the bundle.")]
    Nothing,
    /// A part that had passed inspection failed. Inspect it again, or use the next way in.
    #[error("{title}: {refused}")]
    Part {
        /// Index of the part.
        part: usize,
        /// Its title.
        title: String,
        /// What happened.
        refused: Refused,
    },
    /// A part that had passed inspection could not be read again.
    #[error("{title} could not be read: {error}")]
    Read {
        /// Index of the part.
        part: usize,
        /// Its title.
        title: String,
        /// What reading it gave back.
        error: std::io::Error,
    },
    /// A link that starts or ends outside the documents.
    #[error("Link {0} leads from or to a page that is not there.")]
    Link(usize),
    /// More objects than a PDF can count.
    #[error("The bundle is too large for one PDF.")]
    TooLarge,
}

impl Assembly {
    /// The number printed on a page (counted from 0), as bookmarks and links say it too.
    pub(crate) fn number(&self, page: usize) -> String {
        format!("{}{}", self.first_number + page as u64, self.mark)
    }

    /// Pages in all.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.parts.iter().map(|part| part.inspected.pages.len()).sum()
    }
}
