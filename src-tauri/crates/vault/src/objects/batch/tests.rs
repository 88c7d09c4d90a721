use std::io;

use tempfile::TempDir;

use super::*;
use crate::{KdfParams, NewVault, OsChance, VaultError};

const NOW: &str = "2026-11-21T09:30:00Z";

/// A disk whose `fails`th sync fails.
struct Failing {
    fails: usize,
    asked: usize,
}

impl Failing {
    fn sync(&mut self) -> Result<()> {
        self.asked += 1;
        if self.asked == self.fails { Err(disk("make files durable")(io::Error::from_raw_os_error(5))) } else { Ok(()) }
    }
}

impl Durable for Failing {
    fn content(&mut self, file: &File) -> Result<()> {
        assert!(file.metadata().unwrap().len() > 0);
        self.sync()
    }

    fn names(&mut self, folders: &[PathBuf]) -> Result<()> {
        assert!(folders.iter().all(|folder| folder.is_dir()));
        self.sync()
    }
}

fn vault() -> (TempDir, OpenVault) {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path().join("V.recourse");
    let passphrase = "seven grey herons".into();
    let kdf = KdfParams::weak_for_tests();
    let (open, _) = NewVault { folder: &at, passphrase: &passphrase, kdf, created: NOW }.make(&mut OsChance).unwrap();
    (folder, open)
}

fn item<'a>(bytes: &'a [u8], name: &str) -> BatchItem<'a> {
    let facts = Facts { name: name.into(), media_type: "text/plain".into(), kept_at: NOW.into() };
    BatchItem { bytes, facts }
}

fn left_in_tmp(vault: &OpenVault) -> usize {
    std::fs::read_dir(vault.layout.temporaries()).unwrap().count()
}

#[test]
fn all_are_there_and_the_same_content_is_kept_once_with_every_name() {
    let (_folder, vault) = vault();
    let long = vec![7; 300_000];
    let before = vault.attach_bytes(b"here before", &item(b"", "old.txt").facts).unwrap();
    let items =
        [item(b"one", "a"), item(&long, "b"), item(b"one", "c"), item(b"", "d"), item(b"here before", "new.txt")];
    let kept = vault.attach_batch(&items).unwrap();
    assert_eq!(kept.iter().map(|k| k.already_there).collect::<Vec<_>>(), [false, false, true, false, true]);
    assert_eq!((kept[0].object_id, kept[4].object_id), (kept[2].object_id, before.object_id));
    for (item, kept) in items.iter().zip(&kept) {
        assert_eq!(kept.sha256, Sha256Sum::of(item.bytes));
        assert_eq!(vault.verify_object(&kept.object_id, &kept.sha256).unwrap(), item.bytes.len() as u64);
    }
    let names = |kept: &Attached| {
        vault.object_meta(&kept.object_id).unwrap().seen.into_iter().map(|s| s.name).collect::<Vec<_>>()
    };
    assert_eq!(names(&kept[0]), ["a", "c"]);
    assert_eq!(names(&kept[4]), ["old.txt", "new.txt"]);
    assert_eq!((vault.list_objects().unwrap().objects.len(), left_in_tmp(&vault)), (4, 0));
    // What was kept alone is found in a batch, and the other way round.
    assert!(vault.attach_bytes(&long, &item(b"", "b").facts).unwrap().already_there);
}

#[test]
fn a_failing_sync_acknowledges_nothing_and_what_it_leaves_harms_nobody() {
    let (_folder, vault) = vault();
    let items = [item(b"one", "a"), item(b"two", "b")];
    for (fails, orphans) in [(1, 0), (2, 2)] {
        let result = vault.attach_batch_with(&items, &mut Failing { fails, asked: 0 });
        assert!(matches!(result, Err(VaultError::Io { .. })), "{result:?}");
        // Before the contents are durable nothing is in its place; after that only whole objects are.
        let list = vault.list_objects().unwrap();
        assert_eq!((list.objects.len(), left_in_tmp(&vault)), (orphans, 0));
        assert!(list.without_meta.is_empty());
        for id in &list.objects {
            vault.verify_object(id, &vault.object_meta(id).unwrap().sha256).unwrap();
        }
    }
    // Trying again takes the orphans in.
    assert!(vault.attach_batch(&items).unwrap().iter().all(|kept| kept.already_there));
}

#[test]
fn a_pack_that_was_cut_short_is_found_and_its_objects_are_kept_again() {
    let (_folder, vault) = vault();
    let long = vec![7; 300_000];
    let kept = vault.attach_batch(&[item(&long, "a"), item(b"two", "b")]).unwrap();
    let path = vault.layout.pack(&vault.spot(&kept[0].object_id).unwrap().pack);
    File::options().write(true).open(&path).unwrap().set_len(100_000).unwrap();
    assert!(matches!(vault.object_size(&kept[0].object_id), Err(VaultError::ObjectDamaged)));
    let list = vault.list_objects().unwrap();
    assert_eq!((list.objects.len(), list.damaged_packs), (0, vec![path]));
    assert!(matches!(vault.open_object(&kept[1].object_id), Err(VaultError::ObjectDamaged)));
    let again = vault.attach_batch(&[item(&long, "a"), item(b"two", "b")]).unwrap();
    assert!(again.iter().all(|kept| !kept.already_there));
    vault.verify_object(&kept[0].object_id, &kept[0].sha256).unwrap();
    assert!(vault.list_objects().unwrap().damaged_packs.is_empty());
}

#[test]
fn an_object_of_its_own_that_was_cut_short_is_replaced() {
    let (_folder, vault) = vault();
    let long = vec![7; 300_000];
    let kept = vault.attach_bytes(&long, &item(b"", "a").facts).unwrap();
    File::options().write(true).open(vault.layout.object(&kept.object_id)).unwrap().set_len(100_000).unwrap();
    assert!(!vault.attach_bytes(&long, &item(b"", "a").facts).unwrap().already_there);
    vault.verify_object(&kept.object_id, &kept.sha256).unwrap();
}

#[test]
fn a_spoilt_file_of_its_own_does_not_hide_the_good_one_in_a_pack() {
    let (_folder, vault) = vault();
    let long = vec![7; 300_000];
    let kept = vault.attach_bytes(&long, &item(b"", "a").facts).unwrap();
    File::options().write(true).open(vault.layout.object(&kept.object_id)).unwrap().set_len(100_000).unwrap();
    assert!(!vault.attach_batch(&[item(&long, "b")]).unwrap()[0].already_there);
    vault.verify_object(&kept.object_id, &kept.sha256).unwrap();
    let names: Vec<_> = vault.object_meta(&kept.object_id).unwrap().seen.into_iter().map(|seen| seen.name).collect();
    assert_eq!(names, ["a", "b"]);
    assert!(!vault.has_own_file(&kept.object_id));
}
