//! Pictures made here: facts, orientation, size, kinds.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use recourse_intake::{Kind, ProblemCode};

/// A picture whose left half is red and right half blue.
fn halves(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 { Rgb([200, 0, 0]) } else { Rgb([0, 0, 200]) }
    }))
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, format).expect("encoded");
    out.into_inner()
}

/// A JPEG with an EXIF block in front: orientation, maker, model, time taken and its offset.
fn photo(orientation: u16, time: &str, offset: Option<&str>) -> Vec<u8> {
    let mut tail = Vec::new();
    let mut entry = |tag: u16, kind: u16, words: &[u8], base: u32| -> Vec<u8> {
        let mut out = [tag.to_le_bytes(), kind.to_le_bytes()].concat();
        out.extend((words.len() as u32).to_le_bytes());
        out.extend((base + tail.len() as u32).to_le_bytes());
        tail.extend_from_slice(words);
        out
    };
    let exif_entries = if offset.is_some() { 2_u32 } else { 1 };
    let exif_ifd = 8 + 2 + 4 * 12 + 4;
    let base = exif_ifd + 2 + exif_entries * 12 + 4;
    let mut block = b"II*\0\x08\0\0\0\x04\0".to_vec();
    block.extend(entry(0x010F, 2, b"Example\0", base));
    block.extend(entry(0x0110, 2, b"Example One\0", base));
    block.extend([&0x0112_u16.to_le_bytes()[..], &[3, 0, 1, 0, 0, 0], &orientation.to_le_bytes(), &[0, 0]].concat());
    block.extend([&0x8769_u16.to_le_bytes()[..], &[4, 0, 1, 0, 0, 0], &exif_ifd.to_le_bytes()].concat());
    block.extend([0; 4]);
    block.extend((exif_entries as u16).to_le_bytes());
    block.extend(entry(0x9003, 2, format!("{time}\0").as_bytes(), base));
    if let Some(offset) = offset {
        block.extend(entry(0x9011, 2, format!("{offset}\0").as_bytes(), base));
    }
    block.extend([0; 4]);
    block.extend(tail);
    let jpeg = encoded(&halves(80, 40), ImageFormat::Jpeg);
    let length = (block.len() + 8) as u16;
    [&jpeg[..2], b"\xFF\xE1", &length.to_be_bytes(), b"Exif\0\0", &block, &jpeg[2..]].concat()
}

#[test]
fn a_photo_says_when_where_up_and_with_what() {
    let worker = common::worker();
    let bytes = photo(6, "2024:03:05 14:07:09", Some("+01:00"));
    let reading = worker.read("p.jpg", bytes.as_slice()).expect("a reading");
    assert_eq!((reading.kind, &reading.problem), (Kind::Picture, &None));
    let facts = reading.picture.expect("facts");
    assert_eq!((facts.width, facts.height, facts.orientation), (80, 40, 6));
    assert_eq!(facts.camera.as_deref(), Some("Example One"));
    let taken = facts.taken_at.expect("a time");
    assert_eq!(taken.stated, "2024:03:05 14:07:09 +01:00");
    assert_eq!((taken.local.to_string().as_str(), taken.offset_seconds), ("2024-03-05 14:07:09", Some(3600)));

    // Orientation 6 is shown a quarter turn clockwise: what was left is on top.
    let shown = worker.picture(1000, bytes.as_slice()).expect("a picture");
    assert_eq!((shown.width, shown.height, shown.media_type.as_str()), (40, 80, "image/jpeg"));
    let pixels = image::load_from_memory(&shown.bytes).expect("decodes").to_rgb8();
    assert!(pixels.get_pixel(20, 5)[0] > 150 && pixels.get_pixel(20, 75)[2] > 150);
}

#[test]
fn a_time_without_zone_has_none_and_a_false_one_is_no_time() {
    let taken = |time, offset| {
        let reading = common::worker().read("p.jpg", photo(1, time, offset).as_slice()).expect("a reading");
        reading.picture.expect("facts").taken_at
    };
    let local = taken("2024:03:05 14:07:09", None).expect("a time");
    assert_eq!((local.stated.as_str(), local.offset_seconds), ("2024:03:05 14:07:09", None));
    assert_eq!(taken("2024:13:05 14:07:09", None), None);
    assert_eq!(taken("2024:03:05 14:07:09", Some("+99:00")).expect("a time").offset_seconds, None);
    let odd = photo(9, "2024:03:05 14:07:09", None);
    let reading = common::worker().read("p.jpg", odd.as_slice()).expect("a reading");
    assert_eq!(reading.picture.expect("facts").orientation, 1);
}

#[test]
fn every_kind_is_shown_no_larger_than_asked() {
    let worker = common::worker();
    for format in
        [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Tiff, ImageFormat::Gif, ImageFormat::Bmp]
    {
        let bytes = encoded(&halves(300, 100), format);
        let reading = worker.read("picture", bytes.as_slice()).expect("a reading");
        let facts = reading.picture.unwrap_or_else(|| panic!("{format:?}: {:?}", reading.problem));
        assert_eq!((facts.width, facts.height), (300, 100), "{format:?}");
        let shown = worker.picture(150, bytes.as_slice()).expect("a picture");
        assert_eq!((shown.width, shown.height), (150, 50), "{format:?}");
    }
}

#[test]
fn heic_is_known_measured_and_said_to_be_for_later() {
    let Some(folder) = common::corpus("pictures") else { return };
    let worker = common::worker();
    let open = || std::fs::File::open(folder.join("example.heic")).expect("the photo");
    let reading = worker.read("x", open()).expect("a reading");
    let facts = reading.picture.expect("facts");
    assert_eq!((facts.width, facts.height), (1280, 854));
    assert_eq!(reading.problem.map(|p| p.code), Some(ProblemCode::NotYet));
    let problem = worker.picture(100, open()).expect_err("not yet").into_problem().expect("a problem");
    assert_eq!(problem.code, ProblemCode::NotYet);
}
