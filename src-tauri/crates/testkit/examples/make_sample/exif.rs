//! The tags a phone writes into a photo (Exif 2.32): how the phone was held, and when the picture was taken.

/// What the phone says about a photo.
#[derive(Clone, Copy)]
pub struct Tags {
    /// TIFF/Exif orientation: 6 means "turn a quarter clockwise to see it upright", 1 means it is upright.
    pub orientation: u16,
    /// Local time as Exif writes it, 19 characters.
    pub taken_at: &'static str,
}

const MAKE: &str = "Example Phones\0";

/// Puts the tags into a JPEG, in an APP1 segment right behind the start marker.
pub fn with_tags(jpeg: &[u8], tags: &Tags) -> Result<Vec<u8>, &'static str> {
    let rest = jpeg.strip_prefix(&[0xff, 0xd8]).ok_or("not a JPEG")?;
    let mut body = b"Exif\0\0".to_vec();
    body.extend(tiff(tags));
    let length = u16::try_from(body.len() + 2).map_err(|_| "the tags are too long for one segment")?;
    let mut out = vec![0xff, 0xd8, 0xff, 0xe1];
    out.extend(length.to_be_bytes());
    out.extend(body);
    out.extend(rest);
    Ok(out)
}

/// A big-endian TIFF with two folders of tags: the picture's own, and the camera's.
fn tiff(tags: &Tags) -> Vec<u8> {
    const FIRST: u32 = 8;
    const CAMERA: u32 = FIRST + 2 + 3 * 12 + 4;
    const TEXTS: u32 = CAMERA + 2 + 12 + 4;
    let taken = [tags.taken_at.as_bytes(), &[0]].concat();
    let make_length = u32::try_from(MAKE.len()).unwrap_or_default();

    let mut out = b"MM\0\x2a".to_vec();
    out.extend(FIRST.to_be_bytes());
    out.extend(3_u16.to_be_bytes());
    entry(&mut out, 0x010f, 2, make_length, TEXTS);
    entry(&mut out, 0x0112, 3, 1, u32::from(tags.orientation) << 16);
    entry(&mut out, 0x8769, 4, 1, CAMERA);
    out.extend(0_u32.to_be_bytes());
    out.extend(1_u16.to_be_bytes());
    entry(&mut out, 0x9003, 2, u32::try_from(taken.len()).unwrap_or_default(), TEXTS + make_length);
    out.extend(0_u32.to_be_bytes());
    out.extend(MAKE.as_bytes());
    out.extend(taken);
    out
}

fn entry(out: &mut Vec<u8>, tag: u16, kind: u16, count: u32, value: u32) {
    out.extend(tag.to_be_bytes());
    out.extend(kind.to_be_bytes());
    out.extend(count.to_be_bytes());
    out.extend(value.to_be_bytes());
}
