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
fn a_photo_in_heic_is_measured_and_shown() {
    let Some(folder) = common::corpus("pictures") else { return };
    let worker = common::worker();
    let open = || std::fs::File::open(folder.join("example.heic")).expect("the photo");
    let reading = worker.read("x", open()).expect("a reading");
    let facts = reading.picture.expect("facts");
    assert_eq!((facts.width, facts.height, facts.orientation), (1280, 854, 1));
    assert_eq!(reading.problem, None);
    assert!(facts.print.is_some());
    let shown = worker.picture(640, open()).expect("a picture");
    assert_eq!((shown.width, shown.height, shown.media_type.as_str()), (640, 427, "image/jpeg"));
    image::load_from_memory(&shown.bytes).expect("decodes");
}

/// A grey TIFF of several pages, each twelve by `heights[page]` pixels and all of one shade, made byte by byte; the
/// second directory is a reduced copy where `with_copy` says so.
fn tiff(heights: &[u32], with_copy: bool) -> Vec<u8> {
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    for (page, height) in heights.iter().enumerate() {
        let start = out.len() as u32;
        let entries: [(u16, u16, u32); 9] = [
            (254, 4, u32::from(with_copy && page == 1)),
            (256, 4, 12),
            (257, 4, *height),
            (258, 3, 8),
            (259, 3, 1),
            (262, 3, 1),
            (273, 4, start + 2 + 9 * 12 + 4),
            (278, 4, *height),
            (279, 4, 12 * height),
        ];
        out.extend(9_u16.to_le_bytes());
        for (tag, kind, value) in entries {
            out.extend(tag.to_le_bytes());
            out.extend(kind.to_le_bytes());
            out.extend(1_u32.to_le_bytes());
            out.extend(value.to_le_bytes());
        }
        let next = start + 2 + 9 * 12 + 4 + 12 * height;
        out.extend(if page + 1 == heights.len() { 0 } else { next }.to_le_bytes());
        out.extend(vec![40 * (page as u8 + 1); 12 * *height as usize]);
    }
    out
}

#[test]
fn every_page_of_a_tiff_is_shown() {
    let worker = common::worker();
    let bytes = tiff(&[20, 24, 28], false);
    let reading = worker.read("fax.tif", bytes.as_slice()).expect("a reading");
    assert_eq!((reading.pages, &reading.problem), (Some(3), &None));
    for (page, height) in [(1, 20), (2, 24), (3, 28)] {
        let shown = worker.picture_page(page, 0, 100, bytes.as_slice()).expect("a page");
        assert_eq!((shown.width, shown.height), (12, height));
        let pixels = image::load_from_memory(&shown.bytes).expect("decodes").to_luma8();
        assert_eq!(pixels.get_pixel(3, 3)[0], 40 * page as u8);
    }
    for page in [0, 4] {
        let problem = worker.picture_page(page, 0, 100, bytes.as_slice()).expect_err("no such page").into_problem();
        assert_eq!(problem.expect("a problem").code, ProblemCode::NotThere);
    }
    assert_eq!(worker.read("a.tif", tiff(&[20, 10, 28], true).as_slice()).expect("a reading").pages, Some(2));
    // A chain that leads back to its beginning ends where it began.
    let mut ring = tiff(&[20, 24], false);
    let last = ring.len() - 12 * 24 - 4;
    ring[last..last + 4].copy_from_slice(&8_u32.to_le_bytes());
    assert_eq!(worker.read("ring.tif", ring.as_slice()).expect("a reading").pages, Some(2));
}

/// Sheets of paper of many shades, one over another, at places that `seed` decides.
fn sheets(seed: u32) -> DynamicImage {
    let mut state = seed.wrapping_mul(0x9E37_79B9) | 1;
    let mut next = |range: u32| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state % range
    };
    let mut picture = RgbImage::from_pixel(400, 300, Rgb([90, 100, 110]));
    for _ in 0..40 {
        let (left, top, width, height) = (next(380), next(280), 15 + next(150), 15 + next(120));
        let colour = Rgb([next(256) as u8, next(256) as u8, next(256) as u8]);
        for y in top..(top + height).min(300) {
            for x in left..(left + width).min(400) {
                picture.put_pixel(x, y, colour);
            }
        }
    }
    DynamicImage::ImageRgb8(picture)
}

fn apart(one: &str, other: &str) -> u32 {
    let digit = |c: char| c.to_digit(16).expect("a hexadecimal digit");
    one.chars().zip(other.chars()).map(|(a, b)| (digit(a) ^ digit(b)).count_ones()).sum()
}

#[test]
fn a_picture_saved_again_keeps_its_print_and_others_have_others() {
    let worker = common::worker();
    let print =
        |bytes: &[u8]| worker.read("x", bytes).expect("a reading").picture.expect("facts").print.expect("a print");
    let first = print(&encoded(&sheets(1), ImageFormat::Png));
    let smaller = sheets(1).resize(140, 105, image::imageops::FilterType::Lanczos3);
    let lighter = DynamicImage::ImageRgb8(sheets(1).brighten(15).to_rgb8());
    for (what, again) in [
        ("jpeg", encoded(&sheets(1), ImageFormat::Jpeg)),
        ("webp", encoded(&sheets(1), ImageFormat::WebP)),
        ("smaller", encoded(&smaller, ImageFormat::Jpeg)),
        ("lighter", encoded(&lighter, ImageFormat::Jpeg)),
    ] {
        let distance = apart(&first, &print(&again));
        eprintln!("{what}: {distance} bits apart");
        assert!(distance <= 60, "{what}: {distance}");
    }
    for seed in 2..30 {
        let distance = apart(&first, &print(&encoded(&sheets(seed), ImageFormat::Png)));
        assert!(distance >= 120, "{seed}: {distance}");
    }
    // Turned as its EXIF block says, it is the picture that the person saw.
    let upright = image::load_from_memory(&photo(6, "2024:03:05 14:07:09", None)).expect("decodes").rotate90();
    let turned = print(&photo(6, "2024:03:05 14:07:09", None));
    assert!(apart(&turned, &print(&encoded(&upright, ImageFormat::Png))) <= 60);
}
