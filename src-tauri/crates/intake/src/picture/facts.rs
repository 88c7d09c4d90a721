//! What a picture says about itself.

use chrono::{FixedOffset, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// Size and origin of a picture, from its header and EXIF block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureFacts {
    /// Width in pixels as stored, before the orientation is applied.
    pub width: u32,
    /// Height in pixels as stored.
    pub height: u32,
    /// EXIF orientation, 1 to 8; 1 where none is stated.
    pub orientation: u8,
    /// When the camera says it was taken.
    pub taken_at: Option<TakenAt>,
    /// Maker and model of the camera.
    pub camera: Option<String>,
    /// What it looks like, in hexadecimal digits that change little when it is saved again.
    #[serde(default)]
    pub print: Option<String>,
}

/// A camera's own time: what the clock of the camera said, with a zone only where the file states one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenAt {
    /// The words in the file ("2024:03:05 14:07:00", with the offset behind it where there is one).
    pub stated: String,
    /// The clock time.
    pub local: NaiveDateTime,
    /// The offset from UTC in seconds east (EXIF `OffsetTimeOriginal`), where stated.
    pub offset_seconds: Option<i32>,
}

impl TakenAt {
    /// The offset as chrono's type, where one is stated and is possible.
    #[must_use]
    pub fn offset(&self) -> Option<FixedOffset> {
        self.offset_seconds.and_then(FixedOffset::east_opt)
    }
}
