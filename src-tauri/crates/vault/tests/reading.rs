//! Reading originals back, whole and in part, sound and damaged.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::io::{Read, Seek, SeekFrom};

use common::{Place, content, facts, files};
use proptest::prelude::*;
use recourse_vault::{Sha256Sum, VaultError};

const BLOCK: u64 = 64 * 1024;

#[test]
fn every_size_at_a_block_edge_comes_back_and_seeks() {
    let place = Place::new();
    let open = place.open();
    for size in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 4 * BLOCK - 1, 4 * BLOCK, 4 * BLOCK + 1] {
        let bytes = content(size as usize);
        let kept = open.attach_bytes(&bytes, &facts("a")).unwrap();
        assert_eq!(kept.size, size);
        assert_eq!(open.object_size(&kept.object_id).unwrap(), size);
        assert_eq!(open.verify_object(&kept.object_id, &kept.sha256).unwrap(), size);
        let mut reader = open.open_object(&kept.object_id).unwrap();
        for at in [size, size + 1, size + 10 * BLOCK, size.saturating_sub(1), BLOCK, BLOCK - 1, 0, 3 * BLOCK] {
            assert_eq!(reader.seek(SeekFrom::Start(at)).unwrap(), at);
            let mut rest = Vec::new();
            reader.read_to_end(&mut rest).unwrap();
            assert!(rest == bytes[at.min(size) as usize..], "size {size} from {at}");
        }
        assert_eq!(reader.seek(SeekFrom::End(0)).unwrap(), size);
        assert!(reader.seek(SeekFrom::End(-1 - size as i64)).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_walk_through_any_content_reads_the_same_bytes(
        blocks in 0_u64..5, off in -3_i64..4, walk in prop::collection::vec((0_u64..400_000, 0_usize..140_000), 1..12),
    ) {
        let size = (blocks * BLOCK).saturating_add_signed(off);
        let bytes = content(size as usize);
        let place = Place::new();
        let open = place.open();
        let kept = open.attach_bytes(&bytes, &facts("a")).unwrap();
        let mut reader = open.open_object(&kept.object_id).unwrap();
        for (at, length) in walk {
            reader.seek(SeekFrom::Start(at)).unwrap();
            let mut part = Vec::new();
            reader.by_ref().take(length as u64).read_to_end(&mut part).unwrap();
            let from = (at as usize).min(bytes.len());
            prop_assert!(part == bytes[from..(from + length).min(bytes.len())]);
        }
    }
}

#[test]
fn cutting_an_object_anywhere_is_noticed() {
    let place = Place::new();
    let open = place.open();
    let kept = open.attach_bytes(&content(3 * BLOCK as usize), &facts("a")).unwrap();
    let path = place.shelf(&kept.object_id.to_string(), ".age");
    let whole = fs::read(&path).unwrap();
    let sealed_block = BLOCK as usize + 16;
    let start = whole.len() - 3 * sealed_block;
    let edges = (0..3).flat_map(|n| [-1, 0, 1].map(|by: isize| (start + n * sealed_block).saturating_add_signed(by)));
    for length in edges.chain([0, 1, 20, start - 16, whole.len() - 16, whole.len() - 1]) {
        fs::write(&path, &whole[..length]).unwrap();
        let result = open.verify_object(&kept.object_id, &kept.sha256);
        assert!(matches!(result, Err(VaultError::ObjectDamaged)), "{length}: {result:?}");
        assert!(matches!(open.open_object(&kept.object_id), Err(VaultError::ObjectDamaged)), "{length}");
    }
    fs::write(&path, [whole.as_slice(), b"x"].concat()).unwrap();
    assert!(matches!(open.verify_object(&kept.object_id, &kept.sha256), Err(VaultError::ObjectDamaged)));
}

#[test]
fn a_flipped_bit_or_swapped_blocks_are_noticed() {
    let place = Place::new();
    let open = place.open();
    let kept = open.attach_bytes(&content(150_000), &facts("a")).unwrap();
    let path = place.shelf(&kept.object_id.to_string(), ".age");
    let whole = fs::read(&path).unwrap();
    for at in (0..600).chain((600..whole.len()).step_by(997)) {
        let mut bad = whole.clone();
        bad[at] ^= 1 << (at % 8);
        fs::write(&path, bad).unwrap();
        let result = open.verify_object(&kept.object_id, &kept.sha256);
        assert!(matches!(result, Err(VaultError::ObjectDamaged | VaultError::ObjectForeign)), "{at}: {result:?}");
    }
    let sealed_block = BLOCK as usize + 16;
    let start = whole.len() - (150_000 - 2 * BLOCK as usize + 16) - 2 * sealed_block;
    let mut swapped = whole.clone();
    swapped[start..start + 2 * sealed_block].rotate_left(sealed_block);
    fs::write(&path, swapped).unwrap();
    assert!(matches!(open.verify_object(&kept.object_id, &kept.sha256), Err(VaultError::ObjectDamaged)));
}

#[test]
fn an_object_in_the_place_of_another_is_noticed() {
    let place = Place::new();
    let open = place.open();
    let a = open.attach_bytes(b"first", &facts("a")).unwrap();
    let b = open.attach_bytes(b"other", &facts("b")).unwrap();
    for ending in [".age", ".meta.age"] {
        fs::copy(place.shelf(&b.object_id.to_string(), ending), place.shelf(&a.object_id.to_string(), ending)).unwrap();
    }
    assert!(matches!(open.verify_object(&a.object_id, &a.sha256), Err(VaultError::ObjectDamaged)));
    assert!(matches!(open.verify_object(&a.object_id, &b.sha256), Err(VaultError::ObjectDamaged)));
    assert!(matches!(open.object_meta(&a.object_id), Err(VaultError::ObjectDamaged)));
}

#[test]
fn another_vaults_object_is_told_from_a_damaged_one() {
    let (mine, theirs) = (Place::new(), Place::new());
    let open = mine.open();
    let kept = open.attach_bytes(b"mine", &facts("a")).unwrap();
    let foreign = theirs.open().attach_bytes(b"mine", &facts("a")).unwrap();
    fs::copy(theirs.shelf(&foreign.object_id.to_string(), ".age"), mine.shelf(&kept.object_id.to_string(), ".age"))
        .unwrap();
    assert!(matches!(open.open_object(&kept.object_id), Err(VaultError::ObjectForeign)));
}

#[test]
fn a_read_after_damage_fails_and_gives_none_of_it() {
    let place = Place::new();
    let open = place.open();
    let bytes = content(3 * BLOCK as usize);
    let kept = open.attach_bytes(&bytes, &facts("a")).unwrap();
    let path = place.shelf(&kept.object_id.to_string(), ".age");
    let mut sealed = fs::read(&path).unwrap();
    let middle = sealed.len() - 100_000;
    sealed[middle] ^= 1;
    fs::write(&path, sealed).unwrap();
    let mut reader = open.open_object(&kept.object_id).unwrap();
    let mut got = Vec::new();
    assert!(reader.read_to_end(&mut got).is_err());
    assert!(got == bytes[..BLOCK as usize], "only the sound first block");
    assert!(reader.read(&mut [0; 10]).is_err(), "and it stays so");
}

#[test]
fn listing_tells_objects_from_strangers_and_removing_is_complete() {
    let place = Place::new();
    let open = place.open();
    let a = open.attach_bytes(b"first", &facts("a")).unwrap().object_id;
    let b = open.attach_bytes(b"other", &facts("b")).unwrap().object_id;
    let shelf = place.shelf(&a.to_string(), "").parent().unwrap().to_owned();
    let conflict = shelf.join(format!("{a} (conflicted copy).age"));
    fs::write(&conflict, "x").unwrap();
    fs::write(place.vault.join("objects/notes.txt"), "x").unwrap();
    fs::remove_file(place.shelf(&b.to_string(), ".meta.age")).unwrap();

    let list = open.list_objects().unwrap();
    let mut both = vec![a, b];
    both.sort();
    assert_eq!(list.objects, both);
    assert_eq!(list.without_meta, [b]);
    assert!(list.meta_only.is_empty());
    let mut strangers = vec![conflict, place.vault.join("objects/notes.txt")];
    strangers.sort();
    assert_eq!(list.strangers, strangers);

    assert!(open.object_exists(&a));
    open.remove_object(&a).unwrap();
    open.remove_object(&a).unwrap();
    open.remove_object(&b).unwrap();
    assert!(!open.object_exists(&a));
    assert!(matches!(open.open_object(&a), Err(VaultError::ObjectMissing)));
    assert!(matches!(open.verify_object(&b, &Sha256Sum::of(b"other")), Err(VaultError::ObjectMissing)));
    assert_eq!(files(&place.vault.join("objects")).len(), 2, "strangers are left alone");
}
