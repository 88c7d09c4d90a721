//! Originals sealed together: found again, read alone, checked, and open to the stock tools.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod common;

use std::fs;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::process::Command;

use common::{NOW, Place, content, facts, files};
use proptest::prelude::*;
use recourse_vault::{Attached, BatchItem, OpenVault, Sha256Sum, VaultError};

/// Keeps contents of these sizes in one pack.
fn pack(open: &OpenVault, sizes: &[usize]) -> Vec<(Attached, Vec<u8>)> {
    let contents: Vec<Vec<u8>> = sizes.iter().map(|size| content(*size)).collect();
    let items: Vec<BatchItem<'_>> =
        contents.iter().map(|bytes| BatchItem { bytes, facts: facts(&format!("mail {}.eml", bytes.len())) }).collect();
    open.attach_batch(&items).unwrap().into_iter().zip(contents).collect()
}

fn packs(place: &Place) -> Vec<PathBuf> {
    let mut all = files(&place.vault.join("objects"));
    all.retain(|path| path.to_string_lossy().ends_with(".pack.age"));
    all
}

/// Whether a check of everything finds something wrong.
fn is_found(place: &Place, kept: &[(Attached, Vec<u8>)]) -> bool {
    let open = place.open();
    !open.list_objects().unwrap().damaged_packs.is_empty()
        || kept.iter().any(|(kept, _)| open.verify_object(&kept.object_id, &kept.sha256).is_err())
}

#[test]
fn what_is_packed_is_found_after_opening_again_and_read_alone() {
    let place = Place::new();
    let sizes = [0, 1, 511, 512, 513, 65_536, 70_000, 200_000];
    let kept = pack(&place.open(), &sizes);
    assert_eq!(packs(&place).len(), 1);
    assert_eq!(files(&place.vault.join("objects")).len(), 1, "no sidecars");
    let open = place.open();
    assert_eq!(open.list_objects().unwrap().objects.len(), sizes.len());
    for (kept, bytes) in &kept {
        assert_eq!(open.object_size(&kept.object_id).unwrap(), bytes.len() as u64);
        assert_eq!(open.verify_object(&kept.object_id, &kept.sha256).unwrap(), bytes.len() as u64);
        let meta = open.object_meta(&kept.object_id).unwrap();
        assert_eq!((meta.sha256, meta.size, meta.seen.len()), (kept.sha256, kept.size, 1));
        assert_eq!(
            (meta.seen[0].name.clone(), meta.seen[0].kept_at.as_str()),
            (format!("mail {}.eml", bytes.len()), NOW)
        );
        let mut reader = open.open_object(&kept.object_id).unwrap();
        assert_eq!(reader.seek(SeekFrom::End(-3)).is_ok(), bytes.len() >= 3);
        for from in [0, bytes.len() / 2, bytes.len()] {
            let mut rest = Vec::new();
            reader.seek(SeekFrom::Start(from as u64)).unwrap();
            reader.read_to_end(&mut rest).unwrap();
            assert!(rest == bytes[from..], "{} from {from}", bytes.len());
        }
    }
    assert!(matches!(open.verify_object(&kept[1].0.object_id, &kept[2].0.sha256), Err(VaultError::ObjectDamaged)));
}

#[test]
fn the_same_content_is_kept_once_whichever_way_it_comes() {
    let place = Place::new();
    let kept = pack(&place.open(), &[10, 20]).remove(0);
    let open = place.open();
    assert!(open.attach_bytes(&kept.1, &facts("alone.eml")).unwrap().already_there);
    let items = [BatchItem { bytes: &kept.1, facts: facts("again.eml") }];
    assert!(open.attach_batch(&items).unwrap()[0].already_there);
    assert_eq!(packs(&place).len(), 1);
    let names: Vec<_> = open.object_meta(&kept.0.object_id).unwrap().seen.into_iter().map(|seen| seen.name).collect();
    assert_eq!(names, ["mail 10.eml", "alone.eml", "again.eml"]);
    let list = open.list_objects().unwrap();
    assert_eq!((list.objects.len(), list.without_meta.len(), list.meta_only.len(), list.strangers.len()), (2, 0, 0, 0));
}

#[test]
fn one_that_is_removed_is_gone_and_the_rest_stay() {
    let place = Place::new();
    let open = place.open();
    let kept = pack(&open, &[10, 20, 70_000]);
    let before = packs(&place);
    open.remove_object(&kept[1].0.object_id).unwrap();
    open.remove_object(&kept[1].0.object_id).unwrap();
    assert!(packs(&place).len() == 1 && packs(&place) != before);
    for open in [&open, &place_again(&place)] {
        assert!(!open.object_exists(&kept[1].0.object_id));
        assert!(matches!(open.open_object(&kept[1].0.object_id), Err(VaultError::ObjectMissing)));
        for (kept, _) in [&kept[0], &kept[2]] {
            open.verify_object(&kept.object_id, &kept.sha256).unwrap();
            assert_eq!(open.object_meta(&kept.object_id).unwrap().seen.len(), 1);
        }
    }
    open.remove_object(&kept[0].0.object_id).unwrap();
    open.remove_object(&kept[2].0.object_id).unwrap();
    assert!(files(&place.vault.join("objects")).is_empty());
}

/// A copy of the vault, opened beside the one that is open.
fn place_again(place: &Place) -> OpenVault {
    let copy = place.folder.path().join("copy");
    for file in files(&place.vault) {
        let to = copy.join(file.strip_prefix(&place.vault).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(&file, to).unwrap();
    }
    recourse_vault::Vault::at(&copy).unwrap().unlock(&common::WORDS.into()).unwrap()
}

#[test]
fn swapped_foreign_and_missing_packs_are_noticed() {
    let place = Place::new();
    let open = place.open();
    let (a, b) = (pack(&open, &[10, 20]), pack(&open, &[30, 40]));
    drop(open);
    let paths = packs(&place);
    let aside = place.folder.path().join("aside");
    let swap = || {
        fs::rename(&paths[0], &aside).unwrap();
        fs::rename(&paths[1], &paths[0]).unwrap();
        fs::rename(&aside, &paths[1]).unwrap();
    };
    swap();
    let list = place.open().list_objects().unwrap();
    assert_eq!((list.objects.len(), list.damaged_packs.len()), (0, 2));
    assert!(matches!(place.open().object_size(&a[0].0.object_id), Err(VaultError::ObjectDamaged)));
    swap();
    assert!(!is_found(&place, &a) && !is_found(&place, &b));

    let other = Place::new();
    pack(&other.open(), &[10, 20]);
    let foreign = place.vault.join("objects").join(packs(&other)[0].strip_prefix(other.vault.join("objects")).unwrap());
    fs::create_dir_all(foreign.parent().unwrap()).unwrap();
    fs::copy(&packs(&other)[0], &foreign).unwrap();
    assert_eq!(place.open().list_objects().unwrap().damaged_packs, std::slice::from_ref(&foreign));
    fs::remove_file(foreign).unwrap();

    let open = place.open();
    assert!(open.object_exists(&a[0].0.object_id));
    fs::remove_file(&paths[0]).unwrap();
    fs::remove_file(&paths[1]).unwrap();
    assert!(matches!(open.object_size(&a[0].0.object_id), Err(VaultError::ObjectMissing)));
    assert!(open.list_objects().unwrap().objects.is_empty());
}

#[test]
fn an_older_vault_gets_words_about_packs_with_its_first_one() {
    let place = Place::new();
    let readme = place.vault.join("README.txt");
    fs::write(&readme, "words of an earlier version").unwrap();
    pack(&place.open(), &[10]);
    let words = fs::read_to_string(readme).unwrap();
    assert!(words.contains(".pack.age | tar --extract"), "{words}");
}

#[test]
fn the_stock_tools_give_every_original_and_what_is_known_of_it() {
    if Command::new("age").arg("--version").output().is_err() || Command::new("tar").arg("--version").output().is_err()
    {
        writeln!(std::io::stdout(), "SKIPPED: the age or the tar tool is not installed").unwrap();
        return;
    }
    let place = Place::new();
    let kept = pack(&place.open(), &[0, 5, 512, 65_536, 300_000]);
    let key = place.file("key.txt", format!("{}\n", place.sheet.identity_line().expose()).as_bytes());
    let (archive, out) = (place.folder.path().join("archive"), place.folder.path().join("out"));
    fs::create_dir(&out).unwrap();
    let age = Command::new("age")
        .args(["--decrypt", "--output"])
        .arg(&archive)
        .arg("--identity")
        .arg(&key)
        .arg(&packs(&place)[0])
        .status();
    assert!(age.unwrap().success());
    let tar =
        Command::new("tar").args(["--extract", "--file"]).arg(&archive).arg("--directory").arg(&out).output().unwrap();
    assert!(tar.status.success() && tar.stderr.is_empty(), "{}", String::from_utf8_lossy(&tar.stderr));
    let about: serde_json::Value = serde_json::from_slice(&fs::read(out.join("about.json")).unwrap()).unwrap();
    let index = fs::read_to_string(out.join("index.txt")).unwrap();
    assert_eq!((files(&out).len(), index.lines().count()), (kept.len() + 2, kept.len()));
    for (at, ((kept, bytes), line)) in kept.iter().zip(index.lines()).enumerate() {
        assert!(fs::read(out.join(kept.object_id.to_string())).unwrap() == *bytes);
        assert_eq!(line, format!("{} {} {}", kept.sha256, kept.size, kept.object_id));
        assert_eq!(about[at]["seen"][0]["name"], format!("mail {}.eml", bytes.len()));
        assert_eq!(about[at]["sha256"], Sha256Sum::of(bytes).to_string());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_flipped_bit_is_found(at in any::<prop::sample::Index>(), bit in 0..8u8, large in any::<bool>()) {
        let place = Place::new();
        let kept = pack(&place.open(), if large { &[100_000, 3, 40_000] } else { &[100, 3] });
        let path = packs(&place).remove(0);
        let mut bytes = fs::read(&path).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        fs::write(&path, bytes).unwrap();
        prop_assert!(is_found(&place, &kept), "byte {} of {}", at, fs::metadata(path).unwrap().len());
    }

    #[test]
    fn any_shorter_or_longer_pack_is_found(at in any::<prop::sample::Index>(), edge in any::<bool>(), longer in any::<bool>()) {
        let place = Place::new();
        let kept = pack(&place.open(), &[100_000, 3, 40_000]);
        let path = packs(&place).remove(0);
        let length = fs::metadata(&path).unwrap().len();
        let cut = at.index(length as usize) as u64;
        // The edge of a sealed block: 200 bytes of header, 16 of nonce, then blocks of 64 KiB and 16 bytes.
        let to = if longer { length + 1 + cut } else if edge { 216 + 65_552 } else { cut };
        fs::File::options().write(true).open(&path).unwrap().set_len(to).unwrap();
        prop_assert!(is_found(&place, &kept), "{} of {}", to, length);
    }
}
