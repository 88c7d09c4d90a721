use crate::support::packed;
use recourse_bundle::progress::unwatched;
use recourse_bundle::verify::{FileState, Verdict, verify};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn answer(path: &Path) -> Verdict {
    verify(path, unwatched()).expect("an answer")
}

fn codes(verdict: &Verdict) -> Vec<&str> {
    verdict.problems.iter().map(|p| p.code).collect()
}

#[test]
fn the_zip_as_made_is_whole() {
    let verdict = answer(&packed().zip());
    assert!(verdict.whole, "{:?}", verdict.words());
    assert_eq!(verdict.files.len() + 1, packed().report.files.len());
    assert_eq!(verdict.seal.as_ref(), Some(&packed().report.seal));
    assert_eq!(verdict.words(), ["Whole and unchanged: all 23 files are what the manifests say."]);
}

#[test]
fn a_byte_changed_in_the_zip_is_found() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("changed.zip");
    let whole = fs::read(packed().zip()).expect("the ZIP");
    let directory = whole.windows(4).position(|w| w == b"PK\x01\x02").expect("a directory");
    for i in 0..60 {
        let at = directory / 60 * i + i % 7;
        let mut changed = whole.clone();
        changed[at] ^= 0x10;
        fs::write(&path, changed).expect("written");
        assert!(!answer(&path).whole, "byte {at} of {directory}");
    }
    for end in [0, 10, whole.len() / 2, whole.len() - 1] {
        fs::write(&path, &whole[..end]).expect("written");
        assert_eq!(codes(&answer(&path)), ["not-a-zip"], "cut at {end}");
    }
}

/// A ZIP with these entries besides a tiny bag.
fn hostile(folder: &TempDir, add: impl FnOnce(&mut ZipWriter<File>)) -> std::path::PathBuf {
    let path = folder.path().join("hostile.zip");
    let mut zip = ZipWriter::new(File::create(&path).expect("a file"));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file("b/bagit.txt", options).expect("an entry");
    zip.write_all(b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n").expect("written");
    add(&mut zip);
    zip.finish().expect("a ZIP");
    path
}

#[test]
fn hostile_zips_are_answered_and_never_unpacked() {
    let folder = TempDir::new().expect("a folder");
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let path = hostile(&folder, |zip| {
        zip.start_file("b/../../evil", stored).expect("an entry");
    });
    assert!(codes(&answer(&path)).contains(&"bad-name"));
    let path = hostile(&folder, |zip| {
        zip.add_symlink("b/data/link", "/etc/hostname", stored).expect("an entry");
    });
    assert!(codes(&answer(&path)).contains(&"link"));
    let path = hostile(&folder, |zip| {
        zip.start_file("b/data/one", stored).expect("an entry");
        zip.start_file("b/data/ONE", stored).expect("an entry");
    });
    assert!(codes(&answer(&path)).contains(&"twice"));
    let path = hostile(&folder, |zip| {
        let deflated = stored.compression_method(CompressionMethod::Deflated);
        zip.start_file("b/data/bomb", deflated).expect("an entry");
        let nothing = vec![0; 1 << 20];
        for _ in 0..300 {
            zip.write_all(&nothing).expect("written");
        }
    });
    assert_eq!(codes(&answer(&path)), ["too-large"]);
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
}

#[test]
fn missing_and_extra_files_are_told_apart() {
    let folder = crate::support::unpack();
    let bag = folder.path().join("bag");
    fs::remove_file(bag.join("data/originals/N-001-notice.eml")).expect("gone");
    fs::write(bag.join("data/originals/new.txt"), "new").expect("written");
    let verdict = answer(folder.path());
    let odd: Vec<_> =
        verdict.files.iter().filter(|f| f.state != FileState::Whole).map(|f| (f.path.as_str(), f.state)).collect();
    assert_eq!(
        odd,
        [("data/originals/N-001-notice.eml", FileState::Missing), ("data/originals/new.txt", FileState::Extra)]
    );
    assert!(!verdict.whole);
}

#[test]
fn something_else_is_not_a_bag() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("letter.zip");
    fs::write(&path, "Dear Ruth").expect("written");
    assert_eq!(codes(&answer(&path)), ["not-a-zip"]);
    assert!(codes(&answer(folder.path())).contains(&"not-a-bag"));
}
