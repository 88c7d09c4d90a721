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
    /// What the upright picture looks like in 64 bits: two pictures whose prints differ in few bits look the same. As
    /// JSON sixteen hexadecimal digits.
    #[serde(default, with = "as_digits")]
    pub print: Option<u64>,
}

mod as_digits {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[allow(clippy::ref_option, reason = "serde asks for this shape")]
    pub(super) fn serialize<S: Serializer>(print: &Option<u64>, to: S) -> Result<S::Ok, S::Error> {
        print.map(|bits| format!("{bits:016x}")).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u64>, D::Error> {
        let digits = Option::<String>::deserialize(from)?;
        digits.map(|digits| u64::from_str_radix(&digits, 16).map_err(serde::de::Error::custom)).transpose()
    }
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
