//! Whether a record goes, by its marks and by what the person said of it for this bundle.

use recourse_domain::RecordId;
use recourse_domain::choices::Audience;
use recourse_domain::records::{Arrangement, Marks};

use crate::bundles::staying::Why;

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
    pub fn why_not(&self, id: RecordId, marks: &Marks) -> Option<Why> {
        if self.arrangement.left_out.contains(&id) {
            Some(Why::ByHand)
        } else if self.is_put_in(id) {
            None
        } else if !marks.include_in_bundle {
            Some(Why::HeldBack)
        } else if self.audience == Audience::OtherSide && marks.privileged {
            Some(Why::Privileged)
        } else {
            None
        }
    }

    /// Whether the person put it in against what is usual.
    pub fn is_put_in(&self, id: RecordId) -> bool {
        self.arrangement.put_in.contains(&id)
    }
}
