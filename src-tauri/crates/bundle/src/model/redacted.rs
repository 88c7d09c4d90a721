//! A document of which something is blacked out.

use std::fmt;
use std::sync::Arc;

/// A document of which something is blacked out for the reader. Its originals are not in the ZIP: a note stands in place of each, with its hash.
///
/// The caller hands in no words and no bytes of the document itself: its content is [`super::Content::Files`], and its files do not open.
#[derive(Clone, PartialEq, Eq)]
pub struct Redacted {
    /// The document's reference.
    pub reference: String,
    /// What is blacked out and why, or why the original stays, a sentence each. Printed.
    pub said: Vec<String>,
    /// Its pages with the areas painted over, as PDFs one after the other. Empty for a document whose pages show nothing of what is
    /// blacked out, but whose file holds it: a mail to which a blacked-out document came attached.
    pub pages: Vec<Arc<[u8]>>,
}

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redacted").field("reference", &self.reference).field("said", &self.said).finish_non_exhaustive()
    }
}
