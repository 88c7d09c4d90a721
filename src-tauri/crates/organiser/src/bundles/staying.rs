//! Why something stays out of a bundle, and whether it may be put in by hand.

use recourse_domain::{RecordId, RecordKind, Reference};

/// One record that stays out.
#[derive(Debug)]
pub struct LeftOut {
    /// The record.
    pub id: RecordId,
    /// Its readable name.
    pub reference: Reference,
    /// Its title.
    pub title: String,
    /// Why.
    pub why: Why,
}

/// Why something stays out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The person left it out of this bundle.
    ByHand,
    /// The person holds it back from every bundle.
    HeldBack,
    /// Nobody has said yet what it is.
    Waiting,
    /// It is between the person and their lawyer, and the reader is somebody else.
    Privileged,
    /// It holds data of other people, and the reader is not the person's own lawyer.
    Others,
    /// What it belongs to or rests on stays out.
    Belongs,
    /// Its pages go, with areas blacked out.
    InParts,
    /// Its typed words may be among those that are blacked out of a document.
    SaidThere,
}

impl Why {
    /// The reason, in a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::ByHand => "You left it out of this bundle.",
            Self::HeldBack => "You chose to leave it out.",
            Self::Waiting => "It still waits in the inbox.",
            Self::Privileged => "It is between you and your lawyer.",
            Self::Others => "Other people’s data are in it.",
            Self::Belongs => "It belongs to a record that stays out.",
            Self::InParts => {
                "Areas of it are blacked out. Its pages go with those areas black; the original stays with you."
            }
            Self::SaidThere => "Its words may be among those that are blacked out of a document it rests on.",
        }
    }
}

/// Whether what stays out may be put in by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PutIn {
    /// It may.
    AtOnce,
    /// The person marked it to stay out, so they are asked first.
    Ask,
    /// Not by itself: it rests on something that stays out.
    No,
}

impl LeftOut {
    /// Whether it may be put in by hand.
    pub const fn put_in(&self) -> PutIn {
        match self.why {
            Why::HeldBack | Why::Privileged => PutIn::Ask,
            Why::ByHand | Why::Waiting | Why::Others => PutIn::AtOnce,
            // A document stands for itself; words that were said need the document they were said in.
            Why::Belongs if matches!(self.reference.kind, RecordKind::Evidence) => PutIn::AtOnce,
            Why::Belongs | Why::InParts | Why::SaidThere => PutIn::No,
        }
    }
}
