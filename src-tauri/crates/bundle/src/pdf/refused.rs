//! Why a PDF could not be used, in words for the person.

/// The kind of refusal, for programs; [`Refused::reason`] is for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusedKind {
    /// The file needs a password that nobody gave.
    Encrypted,
    /// The file cannot be read as a PDF, or only in ruins.
    Damaged,
    /// The file is a PDF without a single page.
    NoPages,
    /// The file nests or repeats its parts beyond any honest document.
    TooDeep,
    /// The reader itself failed; the file may or may not be at fault.
    Failed,
}

/// A document that did not get in, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Refused {
    /// What kind of refusal this is.
    pub kind: RefusedKind,
    /// One plain sentence for the slip sheet and the build report.
    pub reason: String,
}

impl Refused {
    /// A refusal of `kind` with the words of `reason`.
    #[must_use]
    pub fn new(kind: RefusedKind, reason: impl Into<String>) -> Self {
        Self { kind, reason: reason.into() }
    }

    pub(crate) fn damaged(reason: impl Into<String>) -> Self {
        Self::new(RefusedKind::Damaged, reason)
    }
}
