//! Anything else that belongs on the timeline, such as one party telling another.

use serde::{Deserialize, Serialize};

use super::Body;
use crate::dates::StatedDate;
use crate::ids::{RecordId, RecordKind};

/// Something that happened and is no record of another kind.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Event {
    /// What happened, in one line.
    pub title: String,
    /// When.
    pub happened: StatedDate,
    /// The party that told another, where that is what happened.
    pub told_by: Option<RecordId>,
    /// The party that was told.
    pub told_to: Option<RecordId>,
    /// More about it, in the person's words.
    pub text: String,
}

impl Body for Event {
    const KIND: RecordKind = RecordKind::Event;

    fn title(&self) -> String {
        self.title.clone()
    }
}
