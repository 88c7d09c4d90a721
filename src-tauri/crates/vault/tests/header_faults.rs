//! Damage to and meddling with the header.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;

use common::{NOW, Place, WORDS};
use recourse_vault::{HeaderCopy, HeaderRepair, KdfParams, OsChance, Vault, VaultError};
use serde_json::Value;
use sha2::{Digest, Sha256};

#[test]
fn every_flipped_bit_is_noticed_and_the_other_copy_used() {
    let place = Place::new();
    let path = place.vault.join("vault.json");
    let good = fs::read(&path).unwrap();
    for at in 0..good.len() {
        for bit in 0..8 {
            let mut bad = good.clone();
            bad[at] ^= 1 << bit;
            fs::write(&path, bad).unwrap();
            let locked = Vault::at(&place.vault).unwrap();
            assert_eq!(locked.header_copy(), HeaderCopy::Backup, "byte {at} bit {bit}");
        }
    }
}

#[test]
fn a_damaged_copy_is_rewritten_from_the_other() {
    let place = Place::new();
    let good = fs::read(place.vault.join("vault.json")).unwrap();
    for name in ["vault.json", "vault.json.bak"] {
        let path = place.vault.join(name);
        let mut spoilt = good.clone();
        spoilt[good.len() / 2] ^= 4;
        for bad in [spoilt.as_slice(), &good[..100], b"", b"<<<<<<< conflict"] {
            fs::write(&path, bad).unwrap();
            assert_eq!(place.open().header_repair(), HeaderRepair::Done, "{name}");
            assert_eq!(fs::read(&path).unwrap(), good, "{name}");
            assert_eq!(place.open().header_repair(), HeaderRepair::NotNeeded);
        }
        fs::remove_file(&path).unwrap();
        assert_eq!(place.open().header_repair(), HeaderRepair::Done);
        assert_eq!(fs::read(&path).unwrap(), good);
    }
}

#[test]
fn with_one_copy_left_a_flip_never_opens_anything_else_nor_blames_the_passphrase() {
    let place = Place::new();
    let (main, backup) = (place.vault.join("vault.json"), place.vault.join("vault.json.bak"));
    let good = fs::read(&main).unwrap();
    // Every repair waits for the disk, so only some bytes; the sum over all of them is tested above.
    for at in (0..good.len()).step_by(7) {
        let _ = fs::remove_file(&backup);
        let mut bad = good.clone();
        bad[at] ^= 1 << (at % 8);
        fs::write(&main, bad).unwrap();
        match place.try_open(WORDS) {
            // The flip hit nothing that matters, such as the sum itself: the seal proves the rest.
            Ok(open) => {
                assert_eq!(open.identity_line().expose(), place.sheet.identity_line().expose());
                assert_eq!(fs::read(&main).unwrap(), good, "byte {at}");
            }
            Err(VaultError::HeaderDamaged | VaultError::KdfRefused) => {}
            Err(other) => panic!("byte {at}: {other:?}"),
        }
    }
}

/// Writes a header as somebody who knows the format but not the key could.
fn forge(place: &Place, change: impl FnOnce(&mut Value)) {
    let mut header: Value = serde_json::from_slice(&fs::read(place.vault.join("vault.json")).unwrap()).unwrap();
    change(&mut header);
    header.as_object_mut().unwrap().remove("sum");
    let text = serde_json::to_string_pretty(&header).unwrap();
    let text = format!("{},\n", text.strip_suffix("\n}").unwrap());
    let sum = data_encoding::HEXLOWER.encode(&Sha256::digest(&text));
    let text = format!("{text}  \"sum\": \"{sum}\"\n}}\n");
    for name in ["vault.json", "vault.json.bak"] {
        fs::write(place.vault.join(name), &text).unwrap();
    }
}

#[test]
fn a_slot_of_another_vault_opens_nothing_and_spoils_the_seal() {
    let mine = Place::new();
    let other = Place::with_words("two white swans");
    let theirs: Value = serde_json::from_slice(&fs::read(other.vault.join("vault.json")).unwrap()).unwrap();
    forge(&mine, |header| header["slots"][0] = theirs["slots"][0].clone());
    assert!(matches!(mine.try_open("two white swans"), Err(VaultError::WrongPassphrase)));
    let by_code = Vault::at(&mine.vault).unwrap().unlock_with_recovery_code(&mine.code());
    assert!(matches!(by_code, Err(VaultError::HeaderTampered)));
}

#[test]
fn changes_by_hand_are_refused() {
    type Change = fn(&mut Value);
    let table: [(&str, Change); 3] = [
        ("created", |h| h["created"] = "1999-01-01T00:00:00Z".into()),
        ("made", |h| h["slots"][1]["made"] = "1999-01-01T00:00:00Z".into()),
        ("mac", |h| h["mac"] = "00".repeat(32).into()),
    ];
    for (what, change) in table {
        let place = Place::new();
        forge(&place, |_| {});
        place.open();
        forge(&place, change);
        assert!(matches!(place.try_open(WORDS), Err(VaultError::HeaderTampered)), "{what}");
    }
}

#[test]
fn settings_that_would_hang_the_computer_are_refused_at_once() {
    for (field, value) in [("memory_kib", 2 * 1024 * 1024 + 1), ("passes", 21), ("lanes", 1000)] {
        let place = Place::new();
        forge(&place, |header| header["slots"][0]["kdf"][field] = value.into());
        assert!(matches!(place.try_open(WORDS), Err(VaultError::KdfRefused)), "{field}");
    }
}

#[test]
fn missing_or_double_slots_are_damage() {
    let place = Place::new();
    forge(&place, |h| drop(h["slots"].as_array_mut().unwrap().pop()));
    assert!(matches!(Vault::at(&place.vault), Err(VaultError::HeaderDamaged)));
    let place = Place::new();
    forge(&place, |h| h["slots"][1] = h["slots"][0].clone());
    assert!(matches!(Vault::at(&place.vault), Err(VaultError::HeaderDamaged)));
}

#[test]
fn another_vaults_key_file_is_noticed() {
    let mine = Place::new();
    let other = Place::new();
    fs::copy(other.vault.join("vault.json"), mine.vault.join("vault.json")).unwrap();
    assert!(matches!(Vault::at(&mine.vault), Err(VaultError::HeadersDisagree)));
}

#[test]
fn killed_between_the_two_copies_the_newer_one_wins_and_repairs() {
    let place = Place::new();
    let old = fs::read(place.vault.join("vault.json")).unwrap();
    let words = "two white swans".into();
    place.open().change_passphrase(&words, KdfParams::weak_for_tests(), NOW, &mut OsChance).unwrap();
    fs::write(place.vault.join("vault.json.bak"), old).unwrap();
    assert_eq!(place.try_open("two white swans").unwrap().header_repair(), HeaderRepair::Done);
    let read = |name: &str| fs::read(place.vault.join(name)).unwrap();
    assert_eq!(read("vault.json"), read("vault.json.bak"));
}
