//! Copies of the sealed half of a vault: single originals and packs alike, damage left behind, and putting good things in its place.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fs;
use std::ops::ControlFlow;

use common::{Place, attach, content, facts, files};
use recourse_vault::{BatchItem, Copied, CopyStep, ObjectId, OpenVault, Sha256Sum, VaultError};

fn go_on(_: CopyStep) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A single original and a pack of three.
fn filled(place: &Place) -> (OpenVault, Vec<(ObjectId, Sha256Sum)>) {
    let open = place.open();
    let one = attach(&open, &place.file("one.bin", &content(300_000))).unwrap();
    let small: Vec<Vec<u8>> = (1..4).map(|n| content(1000 + n)).collect();
    let items: Vec<BatchItem<'_>> = small.iter().map(|bytes| BatchItem { bytes, facts: facts("mail.eml") }).collect();
    let packed = open.attach_batch(&items).unwrap();
    let all = std::iter::once(&one).chain(&packed).map(|kept| (kept.object_id, kept.sha256)).collect();
    (open, all)
}

fn copied(open: &OpenVault, to: &std::path::Path) -> Result<Copied, VaultError> {
    let mut copy = open.begin_copy(to)?;
    let copied = open.copy_originals(&mut copy, &mut go_on)?;
    open.copy_header(&mut copy)?;
    let records = copy.temporary("records.new");
    fs::write(&records, "stands in for the records").unwrap();
    copy.finish(&records)?;
    Ok(copied)
}

#[test]
fn singles_and_packs_are_copied_once_and_open_with_the_keys_in_hand() {
    let place = Place::new();
    let (open, all) = filled(&place);
    let to = place.folder.path().join("copy.recourse");
    let first = copied(&open, &to).unwrap();
    assert_eq!((first.files, first.there), (3, 0), "an original, what is known of it, a pack");
    let again = copied(&open, &to).unwrap();
    assert_eq!((again.files, again.bytes, again.there), (0, 0, 3));
    let copy = open.open_copy(&to).unwrap();
    for (id, sum) in &all {
        copy.verify_object(id, sum).unwrap();
    }
    assert!(matches!(copied(&open, &to), Err(VaultError::CopyBusy)), "somebody has it open");
    drop(copy);
    let other = Place::new();
    assert!(matches!(other.open().begin_copy(&to), Err(VaultError::CopyForeign)));
    assert!(matches!(other.open().open_copy(&to), Err(VaultError::CopyForeign)));
    for inside in [place.vault.clone(), place.vault.join("objects/ab"), place.folder.path().to_owned()] {
        assert!(matches!(open.begin_copy(&inside), Err(VaultError::CopyIsVault)), "{}", inside.display());
    }
}

#[test]
fn a_stopped_copy_has_no_name_and_the_next_goes_on_with_it() {
    let place = Place::new();
    let (open, _) = filled(&place);
    let to = place.folder.path().join("copy.recourse");
    let mut copy = open.begin_copy(&to).unwrap();
    let mut steps = 0;
    let mut once = |_: CopyStep| {
        steps += 1;
        if steps > 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    assert!(matches!(open.copy_originals(&mut copy, &mut once), Err(VaultError::Cancelled)));
    drop(copy);
    assert!(!to.exists());
    let done = copied(&open, &to).unwrap();
    assert_eq!((done.files + done.there, done.there > 0), (3, true), "{done:?}");
    assert!(!place.folder.path().join("copy.recourse.unfinished").exists());
}

#[test]
fn what_is_damaged_is_not_copied_and_is_mended_from_the_copy() {
    let place = Place::new();
    let (open, all) = filled(&place);
    let to = place.folder.path().join("copy.recourse");
    copied(&open, &to).unwrap();
    let (id, sum) = all[0];
    let (packed, packed_sum) = all[2];
    let pack =
        files(&place.vault.join("objects")).into_iter().find(|file| file.to_string_lossy().ends_with(".pack.age"));
    for (path, cut) in [(place.shelf(&id.to_string(), ".age"), 5), (pack.unwrap(), 700)] {
        let bytes = fs::read(&path).unwrap();
        fs::write(&path, &bytes[..bytes.len() - cut]).unwrap();
    }
    drop(open);
    let open = place.open();
    let found = copied(&open, &to).unwrap();
    assert_eq!((found.files, found.damaged, found.damaged_packs.len()), (0, vec![id], 1));
    let copy = open.open_copy(&to).unwrap();
    for (id, sum) in [(id, sum), (packed, packed_sum)] {
        assert!(open.verify_object(&id, &sum).is_err());
        let seen = copy.object_meta(&id).unwrap().seen;
        let mut wrong: &[u8] = b"something else";
        assert!(matches!(
            open.mend_object((&id, &sum), &mut wrong, seen.clone(), "then"),
            Err(VaultError::ObjectDamaged)
        ));
        open.mend_object((&id, &sum), &mut copy.open_object(&id).unwrap(), seen.clone(), "then").unwrap();
        open.verify_object(&id, &sum).unwrap();
        assert_eq!(open.object_meta(&id).unwrap().seen, seen);
    }
    assert_eq!(files(&place.vault.join("damaged")).len(), 1, "the cut original is kept aside");
    assert_eq!(open.set_damaged_packs_aside("then").unwrap(), 1);
    assert_eq!(files(&place.vault.join("damaged")).len(), 2);
    open.verify_object(&packed, &packed_sum).unwrap();
}
