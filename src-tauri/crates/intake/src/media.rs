//! How long a recording or a film lasts. Nothing of it is decoded.

use std::io::Cursor;

use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, FormatReader};
use symphonia::core::io::{MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::MetadataOptions;

use crate::{Reading, limits};

/// A length beyond a month is a broken header.
const LONGEST: f64 = 31.0 * 86_400.0;

/// Puts the length on the reading, where it can be known. A file whose length cannot be known may still be played.
pub(crate) fn read(mut reading: Reading, bytes: &[u8]) -> Reading {
    let media_type = reading.media_type.as_str();
    let seconds = match media_type {
        "audio/amr" => amr(bytes),
        "video/x-msvideo" => avi(bytes),
        "audio/wav" => container(bytes, media_type).or_else(|| wave(bytes)),
        _ => container(bytes, media_type).or_else(|| movie_header(bytes)),
    };
    reading.seconds = seconds.filter(|length| length.is_finite() && *length > 0.0 && *length < LONGEST);
    reading
}

/// Adaptive Multi-Rate speech: frames of 20 ms, each as long as its first byte says (RFC 4867, section 5).
fn amr(bytes: &[u8]) -> Option<f64> {
    const NARROW: [usize; 16] = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1];
    const WIDE: [usize; 16] = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1];
    let (lengths, mut rest) = match bytes.strip_prefix(b"#!AMR-WB\n") {
        Some(rest) => (WIDE, rest),
        None => (NARROW, bytes.strip_prefix(b"#!AMR\n")?),
    };
    let mut frames = 0_u32;
    while let Some(head) = rest.first() {
        let length = lengths[usize::from((head >> 3) & 15)];
        let Some(after) = rest.get(length..).filter(|_| length > 0) else { break };
        rest = after;
        frames += 1;
    }
    (frames > 0).then(|| f64::from(frames) * 0.02)
}

/// A WAVE file whose outer length is wrong, as recorders leave it that were switched off: the sound's bytes that are
/// there, at the bytes a second that it states.
fn wave(bytes: &[u8]) -> Option<f64> {
    let number = |at: usize| {
        let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_le_bytes(four))
    };
    let format = memchr::memmem::find(bytes, b"fmt ")?;
    let rate = number(format + 16).filter(|rate| *rate > 0)?;
    let data = format + memchr::memmem::find(bytes.get(format..)?, b"data")?;
    let there = bytes.len() - (data + 8).min(bytes.len());
    let stated = number(data + 4).filter(|stated| *stated > 0).map_or(there, |stated| stated as usize);
    Some(stated.min(there) as f64 / f64::from(rate))
}

/// AVI states microseconds per frame and the number of frames in its main header (`avih`).
fn avi(bytes: &[u8]) -> Option<f64> {
    let at = memchr::memmem::find(bytes.get(..4096.min(bytes.len()))?, b"avih")?;
    let number = |place: usize| {
        let four: [u8; 4] = bytes.get(at + place..at + place + 4)?.try_into().ok()?;
        Some(f64::from(u32::from_le_bytes(four)))
    };
    Some(number(8)? * number(8 + 16)? / 1e6)
}

/// What the container says; failing that, where its last packet ends.
fn container(bytes: &[u8], media_type: &str) -> Option<f64> {
    let source = MediaSourceStream::new(Box::new(Cursor::new(bytes)), MediaSourceStreamOptions::default());
    let mut hint = Hint::new();
    hint.mime_type(media_type);
    let probe = symphonia::default::get_probe();
    let mut file = probe.probe(&hint, source, FormatOptions::default(), MetadataOptions::default()).ok()?;
    stated(file.as_ref()).or_else(|| walked(file.as_mut()))
}

fn stated(file: &dyn FormatReader) -> Option<f64> {
    let whole = file.media_info();
    let whole = whole.time_base.zip(whole.duration);
    let tracks = file.tracks().iter().filter_map(|track| track.time_base.zip(track.duration));
    whole
        .into_iter()
        .chain(tracks)
        .map(|(base, length)| base.calc_duration_saturating(length).as_secs_f64())
        .filter(|length| *length > 0.0)
        .max_by(f64::total_cmp)
}

fn walked(file: &mut dyn FormatReader) -> Option<f64> {
    let bases: Vec<_> = file.tracks().iter().map(|track| (track.id, track.time_base)).collect();
    let started = limits::processor_seconds();
    let mut longest: Option<f64> = None;
    while let Ok(Some(packet)) = file.next_packet() {
        if limits::processor_seconds() - started > limits::MEDIA_SECONDS {
            return None;
        }
        let Some(base) = bases.iter().find(|(id, _)| *id == packet.track_id).and_then(|(_, base)| *base) else {
            continue;
        };
        let end = base.calc_time_saturating(packet.pts).as_secs_f64()
            + base.calc_duration_saturating(packet.dur).as_secs_f64();
        longest = Some(longest.map_or(end, |before| before.max(end)));
    }
    longest
}

/// The length that an ISO base media file states for the whole film (`mvhd`, ISO/IEC 14496-12, 8.2.2), for films whose
/// tracks are of unknown kinds.
fn movie_header(bytes: &[u8]) -> Option<f64> {
    let at = memchr::memmem::find(bytes, b"mvhd")? + 4;
    let four = |place: usize| {
        let raw: [u8; 4] = bytes.get(at + place..at + place + 4)?.try_into().ok()?;
        Some(f64::from(u32::from_be_bytes(raw)))
    };
    let (scale, length) = match bytes.get(at)? {
        0 => (four(12)?, four(16)?),
        1 => (four(20)?, four(24)? * 4_294_967_296.0 + four(28)?),
        _ => return None,
    };
    (scale > 0.0).then(|| length / scale)
}

#[cfg(test)]
mod tests {
    use super::{amr, avi, movie_header, wave};
    use proptest::prelude::*;

    #[test]
    fn frames_of_speech_are_counted() {
        let frames = |head: u8, length: usize, count: usize| [&[head][..], &vec![0; length - 1]].concat().repeat(count);
        assert_eq!(amr(&[b"#!AMR\n".to_vec(), frames(0x3C, 32, 100)].concat()), Some(2.0));
        assert_eq!(amr(&[b"#!AMR-WB\n".to_vec(), frames(0x44, 61, 50)].concat()), Some(1.0));
        assert_eq!(amr(b"#!AMR\n"), None);
    }

    #[test]
    fn a_recording_that_was_cut_off_lasts_as_long_as_its_sound() {
        let head =
            b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1F\0\0\x80\x3E\0\0\x02\0\x10\0data\xFF\xFF\xFF\xFF";
        assert_eq!(wave(&[&head[..], &[0; 24_000]].concat()), Some(1.5));
        assert_eq!(wave(head), Some(0.0));
    }

    proptest! {
        #[test]
        fn broken_headers_give_no_length_or_any(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _none = (amr(&[b"#!AMR\n".to_vec(), bytes.clone()].concat()), avi(&[b"avih".to_vec(), bytes.clone()].concat()));
            let _none = wave(&[b"fmt ".to_vec(), bytes.clone()].concat());
            let _none = movie_header(&[b"mvhd".to_vec(), bytes].concat());
        }
    }
}
