//! Whether a record goes, by its marks and by what the person said of it for this bundle.

use recourse_domain::RecordId;
use recourse_domain::choices::Audience;
use recourse_domain::records::{Arrangement, Marks};

use crate::bundles::selection::{HELD_BACK, PRIVILEGED};

/// The reason of what was left out of this bundle by hand.
pub const BY_HAND: &str = "You left it out of this bundle.";

/// What decides for one reader.
#[derive(Debug, Clone, Copy)]
pub struct Gate<'a> {
    /// The reader.
    pub audience: Audience,
    /// What the person arranged.
    pub arrangement: &'a Arrangement,
}

impl Gate<'_> {
    /// Why a record stays out by itself, whatever it rests on.
    pub fn why_not(&self, id: RecordId, marks: &Marks) -> Option<&'static str> {
        if self.arrangement.left_out.contains(&id) {
            Some(BY_HAND)
        } else if self.is_put_in(id) {
            None
        } else if !marks.include_in_bundle {
            Some(HELD_BACK)
        } else if self.audience == Audience::OtherSide && marks.privileged {
            Some(PRIVILEGED)
        } else {
            None
        }
    }

    /// Whether the person put it in against what is usual.
    pub fn is_put_in(&self, id: RecordId) -> bool {
        self.arrangement.put_in.contains(&id)
    }
}
