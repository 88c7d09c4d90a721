//! Keeping originals.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs::{self, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use common::{NOW, Place, attach, content, facts, files};
use recourse_vault::{OpenVault, Sha256Sum, SourceProblem, VaultError};

fn empty(place: &Place) -> bool {
    files(&place.vault.join("objects")).is_empty() && files(&place.vault.join("tmp")).is_empty()
}

#[test]
fn what_is_kept_is_all_there() {
    let place = Place::new();
    let open = place.open();
    let bytes = content(1_000_000);
    let path = place.file("Letter to the landlord.txt", &bytes);
    let mut seen = Vec::new();
    let kept = open
        .attach(&path, &facts("Letter to the landlord.txt"), &mut |n| seen.push(n), &AtomicBool::new(false))
        .unwrap();
    assert_eq!((kept.size, kept.sha256, kept.already_there), (1_000_000, Sha256Sum::of(&bytes), false));
    assert_eq!(seen.last(), Some(&1_000_000));
    assert!(seen.is_sorted() && seen.len() == 4);

    let mut back = Vec::new();
    open.open_object(&kept.object_id).unwrap().read_to_end(&mut back).unwrap();
    assert!(back == bytes);
    assert_eq!(open.verify_object(&kept.object_id, &kept.sha256).unwrap(), kept.size);
    assert!(files(&place.vault.join("tmp")).is_empty());

    let meta = open.object_meta(&kept.object_id).unwrap();
    assert_eq!((meta.sha256, meta.size, meta.seen.len()), (kept.sha256, kept.size, 1));
    assert_eq!(meta.seen[0].name, "Letter to the landlord.txt");
    assert_eq!(meta.seen[0].kept_at, NOW);
    assert_eq!(meta.seen[0].modified_unix, kept.modified_unix);
    assert!(kept.modified_unix.is_some());
}

#[test]
fn the_folder_tells_no_word_name_type_or_sum() {
    let place = Place::new();
    let open = place.open();
    let path = place.file("Kestrel.txt", b"the boiler has been broken since March");
    let facts = recourse_vault::Facts { media_type: "text/kestrel".into(), ..facts("Kestrel.txt") };
    let kept = open.attach(&path, &facts, &mut |_| {}, &AtomicBool::new(false)).unwrap();
    let sum = kept.sha256.to_string();
    for file in files(&place.vault) {
        let bytes = fs::read(&file).unwrap();
        for word in ["Kestrel", "boiler", "March", "kestrel", sum.as_str()] {
            assert!(!bytes.windows(word.len()).any(|w| w == word.as_bytes()), "{word} in {file:?}");
            assert!(!file.strip_prefix(&place.vault).unwrap().to_string_lossy().contains(word));
        }
        assert!(!bytes.windows(32).any(|w| w == kept.sha256.as_bytes()), "plain sum in {file:?}");
    }
}

#[test]
fn the_same_content_is_kept_once_and_every_name_remembered() {
    let place = Place::new();
    let open = place.open();
    let first = open.attach_bytes(b"same", &facts("a.txt")).unwrap();
    let again = open.attach_bytes(b"same", &facts("a.txt")).unwrap();
    let other = open.attach_bytes(b"same", &facts("b.txt")).unwrap();
    assert!(!first.already_there && again.already_there && other.already_there);
    assert_eq!(first.object_id, other.object_id);
    assert_eq!(files(&place.vault.join("objects")).len(), 2);
    let names: Vec<_> = open.object_meta(&first.object_id).unwrap().seen.into_iter().map(|s| s.name).collect();
    assert_eq!(names, ["a.txt", "b.txt"]);
    assert!(files(&place.vault.join("tmp")).is_empty());
}

#[test]
fn another_vault_gives_the_same_content_another_name() {
    let id = |place: &Place| place.open().attach_bytes(b"same", &facts("a")).unwrap().object_id;
    assert_ne!(id(&Place::new()), id(&Place::new()));
}

#[test]
fn a_damaged_object_or_sidecar_is_healed_by_attaching_the_file_again() {
    let place = Place::new();
    let open = place.open();
    let bytes = content(200_000);
    let kept = open.attach_bytes(&bytes, &facts("a")).unwrap();
    let id = kept.object_id.to_string();
    let object = place.shelf(&id, ".age");
    OpenOptions::new().write(true).open(&object).unwrap().set_len(100_000).unwrap();
    fs::write(place.shelf(&id, ".meta.age"), "spoilt").unwrap();
    assert!(!open.attach_bytes(&bytes, &facts("a")).unwrap().already_there);
    assert_eq!(open.verify_object(&kept.object_id, &kept.sha256).unwrap(), 200_000);
    assert_eq!(open.object_meta(&kept.object_id).unwrap().seen.len(), 1);
}

#[test]
fn sources_that_are_no_ordinary_files_are_refused() {
    let place = Place::new();
    let open = place.open();
    let link = place.folder.path().join("link");
    std::os::unix::fs::symlink(place.file("a", b"x"), &link).unwrap();
    let refused = |path: &Path| match attach(&open, path) {
        Err(VaultError::Source(problem)) => problem.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(&link), SourceProblem::Link.to_string());
    assert_eq!(refused(Path::new("/dev/null")), SourceProblem::Special.to_string());
    assert_eq!(refused(place.folder.path()), SourceProblem::Folder.to_string());
    assert_eq!(refused(&place.vault.join("vault.json")), SourceProblem::InsideVault.to_string());
    assert_eq!(refused(&place.folder.path().join("gone")), SourceProblem::Missing.to_string());
    assert!(empty(&place));
}

/// Attaches two megabytes while `meddle` does something to the file at the first sign of progress.
fn meddled(open: &OpenVault, path: &Path, meddle: impl Fn()) -> Result<(), VaultError> {
    let mut first = true;
    let mut progress = |_| {
        if std::mem::take(&mut first) {
            meddle();
        }
    };
    open.attach(path, &facts("a"), &mut progress, &AtomicBool::new(false)).map(drop)
}

#[test]
fn a_file_that_changes_while_it_is_read_is_refused() {
    let place = Place::new();
    let open = place.open();
    let bytes = content(2_000_000);
    let file = |path: &Path| OpenOptions::new().append(true).open(path).unwrap();
    type Meddle = fn(&Path, &dyn Fn(&Path) -> fs::File);
    let table: [(&str, Meddle); 4] = [
        ("grows", |path, file| file(path).write_all(b"more").unwrap()),
        ("shrinks", |path, file| file(path).set_len(1_000_000).unwrap()),
        ("replaced", |path, _| {
            fs::rename(path, path.with_extension("old")).unwrap();
            fs::write(path, content(2_000_000)).unwrap();
        }),
        ("removed", |path, _| fs::remove_file(path).unwrap()),
    ];
    for (what, meddle) in table {
        let path = place.file(what, &bytes);
        let result = meddled(&open, &path, || meddle(&path, &file));
        assert!(matches!(result, Err(VaultError::Source(SourceProblem::Changed))), "{what}: {result:?}");
        assert!(empty(&place), "{what}");
    }
    let path = place.file("left alone", &bytes);
    meddled(&open, &path, || {}).unwrap();
}

#[test]
fn stopping_leaves_nothing() {
    let place = Place::new();
    let open = place.open();
    let cancel = AtomicBool::new(false);
    let path = place.file("a", &content(2_000_000));
    let mut progress = |n| cancel.store(n > 500_000, Ordering::Relaxed);
    let result = open.attach(&path, &facts("a"), &mut progress, &cancel);
    assert!(matches!(result, Err(VaultError::Cancelled)));
    assert!(empty(&place));
}

#[test]
fn a_reader_that_fails_leaves_nothing() {
    struct Failing(u32);
    impl Read for Failing {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.0 += 1;
            if self.0 < 5 { Ok(into.len()) } else { Err(io::Error::other("the stick was pulled out")) }
        }
    }
    let place = Place::new();
    let result = place.open().attach_reader(&mut Failing(0), &facts("a"), &mut |_| {}, &AtomicBool::new(false));
    assert!(matches!(result, Err(VaultError::Source(SourceProblem::Unreadable(_)))), "{result:?}");
    assert!(empty(&place));
}

#[test]
fn what_a_killed_program_left_in_tmp_is_swept_at_opening() {
    let place = Place::new();
    fs::write(place.vault.join("tmp/original-1"), "half").unwrap();
    let open = place.open();
    assert!(empty(&place));
    open.attach_bytes(b"x", &facts("a")).unwrap();
}

#[test]
fn a_file_that_cannot_fit_is_refused_before_it_is_copied() {
    let place = Place::new();
    let path = place.file("sparse", b"");
    // Eight terabytes of nothing.
    fs::File::options().write(true).open(&path).unwrap().set_len(8 << 40).unwrap();
    let result = attach(&place.open(), &path);
    assert!(matches!(result, Err(VaultError::Source(SourceProblem::NoRoom { .. }))), "{result:?}");
    assert!(empty(&place));
}

#[test]
fn several_threads_may_attach_the_same_and_different_contents() {
    let place = Place::new();
    let open = place.open();
    std::thread::scope(|scope| {
        for n in 0..4_usize {
            let open = &open;
            scope.spawn(move || {
                for size in [70_000, 80_000 + n] {
                    open.attach_bytes(&content(size), &facts(&format!("{n}"))).unwrap();
                }
            });
        }
    });
    let list = open.list_objects().unwrap();
    assert_eq!(list.objects.len(), 5);
    for id in list.objects {
        let meta = open.object_meta(&id).unwrap();
        open.verify_object(&id, &meta.sha256).unwrap();
    }
}
