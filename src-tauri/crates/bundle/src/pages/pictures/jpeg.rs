//! A JPEG without what is not the picture: place data, thumbnails, films appended by phones. The picture data stay as they are.
//!
//! Segments are those of ITU-T T.81, annex B.

/// A JPEG that a PDF can hold as it is.
pub(super) struct Bare {
    pub(super) bytes: Vec<u8>,
    pub(super) width: u32,
    pub(super) height: u32,
    /// 1 (grey) or 3 (colour).
    pub(super) components: u8,
}

/// Copies frame, tables and scans, and of the application segments only JFIF and Adobe's (it says how colours are coded).
/// `None` for four colours, more than 8 bits, unusual coding, or anything that does not end as it should.
pub(super) fn bare(bytes: &[u8]) -> Option<Bare> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut frame = None;
    let mut at = 2;
    if bytes.get(..2)? != [0xFF, 0xD8] {
        return None;
    }
    out.extend_from_slice(&[0xFF, 0xD8]);
    loop {
        if *bytes.get(at)? != 0xFF {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xFF => at += 1,
            0xD9 => {
                out.extend_from_slice(&[0xFF, 0xD9]);
                let (width, height, components) = frame?;
                return Some(Bare { bytes: out, width, height, components });
            }
            0x01 | 0xD0..=0xD8 => return None,
            _ => {
                let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
                let end = at + 2 + length;
                let segment = bytes.get(at..end).filter(|_| length >= 2)?;
                match marker {
                    0xC0..=0xC2 => frame = Some(frame_of(segment)?),
                    0xC3 | 0xC5..=0xC7 | 0xC9..=0xCF => return None,
                    _ => {}
                }
                let kept = match marker {
                    0xE0 | 0xEE => true,
                    0xE1..=0xEF | 0xFE => false,
                    _ => true,
                };
                if kept {
                    out.extend_from_slice(segment);
                }
                at = end;
                if marker == 0xDA {
                    let scan_end = end_of_scan(bytes, at)?;
                    out.extend_from_slice(&bytes[at..scan_end]);
                    at = scan_end;
                }
            }
        }
    }
}

/// Width, height and number of components of a frame header.
fn frame_of(segment: &[u8]) -> Option<(u32, u32, u8)> {
    let precision = *segment.get(4)?;
    let height = u16::from_be_bytes([*segment.get(5)?, *segment.get(6)?]);
    let width = u16::from_be_bytes([*segment.get(7)?, *segment.get(8)?]);
    let components = *segment.get(9)?;
    (precision == 8 && matches!(components, 1 | 3)).then_some((width.into(), height.into(), components))
}

/// Where coded data end: at a marker that is neither a stuffed byte nor a restart.
fn end_of_scan(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        if *bytes.get(at)? == 0xFF && !matches!(*bytes.get(at + 1)?, 0x00 | 0xD0..=0xD7 | 0xFF) {
            return Some(at);
        }
        at += 1;
    }
}
