//! Pixels against those of libheif, Debian's program `heif-convert`.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::process::Command;

use image::{DynamicImage, Rgb, RgbImage};

use super::decode;

/// Decibels that a picture must reach against libheif's. Rounding and the way between coloured samples differ.
const LEAST: f64 = 38.0;

fn have(program: &str) -> bool {
    let there = Command::new(program).arg("--help").output().is_ok();
    if !there {
        eprintln!("skipped: {program} is not installed");
    }
    there
}

/// How near two pictures are to each other (peak signal-to-noise ratio).
fn nearness(ours: &DynamicImage, theirs: &DynamicImage) -> f64 {
    assert_eq!((ours.width(), ours.height()), (theirs.width(), theirs.height()));
    let (ours, theirs) = (ours.to_rgb8(), theirs.to_rgb8());
    let apart = ours.as_raw().iter().zip(theirs.as_raw()).map(|(a, b)| (f64::from(*a) - f64::from(*b)).powi(2));
    let mean = apart.sum::<f64>() / ours.as_raw().len() as f64;
    10.0 * (255.0_f64.powi(2) / mean.max(1e-9)).log10()
}

fn against_libheif(file: &Path, name: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let made = Command::new("heif-convert").args([file, &folder.path().join("theirs.png")]).output();
    let made = made.expect("heif-convert runs");
    let ours = decode(&std::fs::read(file).expect("the file")).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
    // A file may hold several pictures, of which one is the file's own.
    let theirs = std::fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").path());
    let near = theirs
        .map(|path| image::open(path).expect("its picture"))
        .filter(|theirs| (ours.width(), ours.height()) == (theirs.width(), theirs.height()))
        .map(|theirs| nearness(&ours, &theirs))
        .max_by(f64::total_cmp)
        .unwrap_or_else(|| panic!("{name}: {}", String::from_utf8_lossy(&made.stderr)));
    eprintln!("{name}: {} x {}, {near:.1} dB", ours.width(), ours.height());
    assert!(near >= LEAST, "{name}: {near:.1} dB");
}

/// Soft colours and hard edges, dark and light.
fn scene(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let (u, v) = (f64::from(x) / f64::from(width), f64::from(y) / f64::from(height));
        let wave = ((u * 9.0).sin() * (v * 7.0).cos() + 1.0) * 100.0;
        if (x / 40 + y / 40) % 7 == 0 {
            Rgb([250, 250, 250])
        } else {
            Rgb([wave as u8, (u * 200.0) as u8, (v * 240.0) as u8])
        }
    })
}

#[test]
fn a_photo_looks_as_libheif_shows_it() {
    let corpus = std::env::var_os("RECOURSE_CORPUS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/corpus"), PathBuf::from);
    let file = corpus.join("pictures/example.heic");
    if !file.exists() {
        eprintln!("skipped: no corpus at {} (set RECOURSE_CORPUS)", corpus.display());
    } else if have("heif-convert") {
        against_libheif(&file, "a photo of the corpus");
    }
}

#[test]
fn every_range_and_matrix_looks_as_libheif_shows_it() {
    if !have("heif-enc") || !have("heif-convert") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let picture = folder.path().join("scene.png");
    scene(320, 208).save(&picture).expect("the scene");
    for (name, options) in [
        ("full range, BT.601", &["--full_range_flag=1", "--matrix_coefficients=6"][..]),
        ("limited range, BT.601", &["--full_range_flag=0", "--matrix_coefficients=6"]),
        ("full range, BT.709", &["--full_range_flag=1", "--matrix_coefficients=1"]),
        ("limited range, BT.709", &["--full_range_flag=0", "--matrix_coefficients=1"]),
    ] {
        let file = folder.path().join("scene.heic");
        let made =
            Command::new("heif-enc").args(["-q", "90"]).args(options).arg(&picture).arg("-o").arg(&file).output();
        let made = made.expect("heif-enc runs");
        if !made.status.success() {
            eprintln!("skipped: heif-enc makes no HEIC here: {}", String::from_utf8_lossy(&made.stderr));
            return;
        }
        against_libheif(&file, name);
        if let Some(bare) = without_nclx(&std::fs::read(&file).expect("the file")) {
            std::fs::write(&file, bare).expect("written");
            against_libheif(&file, &format!("{name}, told by the stream alone"));
        }
    }
}

/// The same file with its `colr` box made one that nobody reads, as where a camera writes only an ICC profile.
fn without_nclx(file: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = file.to_vec();
    let at = memchr::memmem::find(&bytes, b"colrnclx")?;
    bytes[at..at + 4].copy_from_slice(b"free");
    Some(bytes)
}

#[test]
fn broken_pictures_are_a_sentence() {
    assert!(decode(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").is_err());
    if !have("heif-enc") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (picture, file) = (folder.path().join("scene.png"), folder.path().join("scene.heic"));
    scene(128, 128).save(&picture).expect("the scene");
    let made = Command::new("heif-enc").arg(&picture).arg("-o").arg(&file).output().expect("heif-enc runs");
    if !made.status.success() {
        return;
    }
    let whole = std::fs::read(&file).expect("the file");
    for end in (0..whole.len()).step_by(97) {
        let _a_picture_or_a_sentence = decode(&whole[..end]);
    }
    // A few bytes that claim a picture of gigabytes.
    let mut huge = whole.clone();
    let at = memchr::memmem::find(&huge, b"ispe").expect("a size");
    huge[at + 8..at + 16].copy_from_slice(&[0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF]);
    assert_eq!(decode(&huge).expect_err("too large").code, crate::ProblemCode::TooLarge);
}
