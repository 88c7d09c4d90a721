//! The EXIF block: which way up, when, with what (CIPA DC-008).

use std::io::Cursor;

use chrono::NaiveDate;
use exif::{Exif, In, Reader, Tag, Value};

use super::TakenAt;
use crate::limits;

/// What a picture's EXIF block says.
pub(super) struct Noted {
    pub orientation: u8,
    pub taken_at: Option<TakenAt>,
    pub camera: Option<String>,
}

/// Reads the block, if there is one that can be read; a broken block says nothing.
pub(super) fn read(bytes: &[u8]) -> Noted {
    let Ok(exif) = Reader::new().read_from_container(&mut Cursor::new(bytes)) else {
        return Noted { orientation: 1, taken_at: None, camera: None };
    };
    let stated = exif.get_field(Tag::Orientation, In::PRIMARY).and_then(|field| field.value.get_uint(0));
    let orientation = stated.and_then(|n| u8::try_from(n).ok()).filter(|n| (1..=8).contains(n)).unwrap_or(1);
    let camera = [Tag::Make, Tag::Model].into_iter().filter_map(|tag| words(&exif, tag)).collect::<Vec<_>>();
    let camera = match &camera[..] {
        // Many makers begin the model with their own name.
        [make, model] if model.starts_with(make.as_str()) => Some(model.clone()),
        [] => None,
        all => Some(all.join(" ")),
    };
    Noted { orientation, taken_at: taken_at(&exif), camera }
}

/// When the picture was taken; failing that, when it was made digital (a scan). `DateTime`, the time of the last
/// change, is no answer to this question and is not used.
fn taken_at(exif: &Exif) -> Option<TakenAt> {
    let (words, offset) =
        words(exif, Tag::DateTimeOriginal).map(|time| (time, self::words(exif, Tag::OffsetTimeOriginal))).or_else(
            || words(exif, Tag::DateTimeDigitized).map(|time| (time, self::words(exif, Tag::OffsetTimeDigitized))),
        )?;
    let time = exif::DateTime::from_ascii(words.as_bytes()).ok()?;
    let local = NaiveDate::from_ymd_opt(i32::from(time.year), u32::from(time.month), u32::from(time.day))?
        .and_hms_opt(u32::from(time.hour), u32::from(time.minute), u32::from(time.second))?;
    let offset_seconds = offset.as_deref().and_then(seconds_east);
    let stated = match offset.filter(|_| offset_seconds.is_some()) {
        Some(offset) => format!("{words} {offset}"),
        None => words,
    };
    Some(TakenAt { stated, local, offset_seconds })
}

/// "+01:00" as seconds.
fn seconds_east(offset: &str) -> Option<i32> {
    let (sign, digits) = offset.split_at_checked(1)?;
    let (hours, minutes) = digits.split_once(':')?;
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let seconds = hours * 3600 + minutes * 60;
    if !(0..=14).contains(&hours) || !(0..60).contains(&minutes) {
        return None;
    }
    match sign {
        "+" => Some(seconds),
        "-" => Some(-seconds),
        _ => None,
    }
}

fn words(exif: &Exif, tag: Tag) -> Option<String> {
    let Value::Ascii(lines) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    let line = String::from_utf8_lossy(lines.first()?);
    let line: String = line.chars().filter(|c| !c.is_control()).collect();
    let line = limits::cut(line.trim(), 200).0;
    (!line.is_empty()).then(|| line.to_owned())
}
