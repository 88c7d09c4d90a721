//! Making, opening, and changing the ways in.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;

use common::{NOW, Place, WORDS, attach, make};
use recourse_vault::{HeaderCopy, HeaderRepair, KdfParams, OsChance, SlotKind, Vault, VaultError};
use sha2::{Digest, Sha256};

#[test]
fn a_new_vault_has_its_parts_and_opens() {
    let place = Place::new();
    for part in ["README.txt", "vault.json", "vault.json.bak", "objects", "tmp", "lock"] {
        assert!(place.vault.join(part).exists(), "{part}");
    }
    let locked = Vault::at(&place.vault).unwrap();
    assert_eq!(locked.id(), place.sheet.vault_id());
    assert_eq!(locked.created(), NOW);
    assert_eq!(locked.header_copy(), HeaderCopy::Main);
    let kinds: Vec<_> = locked.slots().iter().map(|s| s.kind).collect();
    assert_eq!(kinds, [SlotKind::Passphrase, SlotKind::Recovery]);

    let open = locked.unlock(&" Seven grey herons".to_lowercase().into()).unwrap();
    assert_eq!(open.header_repair(), HeaderRepair::NotNeeded);
    assert_eq!(open.identity_line().expose(), place.sheet.identity_line().expose());
    assert_eq!(open.database_path(), place.vault.join("records.db"));
    assert_ne!(open.database_key().expose(), open.change_key().expose());
    open.sync_folder().unwrap();
}

#[test]
fn the_folder_is_closed_to_others_on_the_computer() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    assert_eq!(fs::metadata(&place.vault).unwrap().permissions().mode() & 0o077, 0);
    for file in common::files(&place.vault) {
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o077, 0, "{file:?}");
    }
}

#[test]
fn making_refuses_what_holds_something_and_repeats_what_was_cut_short() {
    let folder = tempfile::tempdir().unwrap();
    let full = folder.path().join("full");
    fs::create_dir(&full).unwrap();
    fs::write(full.join("mine.txt"), "x").unwrap();
    assert!(matches!(make(&full, WORDS), Err(VaultError::AlreadyExists)));
    assert_eq!(fs::read_dir(&full).unwrap().count(), 1);

    let begun = folder.path().join("begun");
    fs::create_dir_all(begun.join("objects")).unwrap();
    fs::create_dir_all(begun.join("tmp")).unwrap();
    fs::write(begun.join("tmp/readme.new"), "Thi").unwrap();
    fs::write(begun.join("lock"), "12\n").unwrap();
    drop(make(&begun, WORDS).unwrap());
    Vault::at(&begun).unwrap().unlock(&WORDS.into()).unwrap();

    assert!(matches!(make(&begun, WORDS), Err(VaultError::AlreadyExists)), "a finished vault is never overwritten");
    assert!(matches!(make(&folder.path().join("empty"), " "), Err(VaultError::PassphraseEmpty)));
    assert!(!folder.path().join("empty").exists());
}

#[test]
fn each_wrong_thing_has_its_own_error() {
    let place = Place::new();
    let outside = place.folder.path();
    assert!(matches!(Vault::at(&outside.join("nowhere")), Err(VaultError::Missing)));
    assert!(matches!(Vault::at(outside), Err(VaultError::NotAVault)));
    assert!(matches!(Vault::at(&place.file("a file", b"x")), Err(VaultError::NotAVault)));
    assert!(matches!(place.try_open("six grey herons"), Err(VaultError::WrongPassphrase)));
    assert!(matches!(place.try_open(""), Err(VaultError::WrongPassphrase)));
    let locked = Vault::at(&place.vault).unwrap();
    let other = Place::new().code();
    assert!(matches!(locked.unlock_with_recovery_code(&other), Err(VaultError::WrongRecoveryCode)));
    let typo = place.code().expose().replacen(|_: char| true, "U", 1);
    assert!(matches!(locked.unlock_with_recovery_code(&typo.into()), Err(VaultError::RecoveryCodeMistyped)));
    for name in ["vault.json", "vault.json.bak"] {
        fs::write(place.vault.join(name), "{").unwrap();
    }
    assert!(matches!(Vault::at(&place.vault), Err(VaultError::HeaderDamaged)));
}

#[test]
fn the_recovery_code_opens_however_it_is_typed() {
    let place = Place::new();
    let typed = place.code().expose().to_lowercase().replace('-', "  ").replace('0', "o").replace('1', "l");
    let open = Vault::at(&place.vault).unwrap().unlock_with_recovery_code(&typed.into()).unwrap();
    assert_eq!(open.identity_line().expose(), place.sheet.identity_line().expose());
}

#[test]
fn one_program_at_a_time() {
    let place = Place::new();
    let open = place.open();
    assert!(matches!(place.try_open(WORDS), Err(VaultError::VaultBusy { pid: Some(_) })));
    drop(open);
    place.open();
}

#[test]
fn a_new_passphrase_replaces_the_old_one_in_both_copies() {
    let place = Place::new();
    let open = place.open();
    let kept = attach(&open, &place.file("a", b"content")).unwrap();
    open.change_passphrase(&"two white swans".into(), KdfParams::weak_for_tests(), NOW, &mut OsChance).unwrap();
    let line = open.identity_line().expose().clone();
    drop(open);

    assert!(matches!(place.try_open(WORDS), Err(VaultError::WrongPassphrase)));
    let open = place.try_open("two white swans").unwrap();
    assert_eq!(*open.identity_line().expose(), line);
    assert_eq!(open.verify_object(&kept.object_id, &kept.sha256).unwrap(), 7);
    drop(open);

    fs::remove_file(place.vault.join("vault.json")).unwrap();
    assert!(matches!(place.try_open(WORDS), Err(VaultError::WrongPassphrase)), "not by way of the second copy");
    place.try_open("two white swans").unwrap();
    Vault::at(&place.vault).unwrap().unlock_with_recovery_code(&place.code()).unwrap();
}

#[test]
fn a_copied_folder_opens_elsewhere_even_without_its_empty_folders() {
    let place = Place::new();
    let copy = place.folder.path().join("copy");
    fs::create_dir(&copy).unwrap();
    for name in ["vault.json", "vault.json.bak"] {
        fs::copy(place.vault.join(name), copy.join(name)).unwrap();
    }
    let open = Vault::at(&copy).unwrap().unlock(&WORDS.into()).unwrap();
    attach(&open, &place.file("a", b"content")).unwrap();
}

#[test]
fn a_header_of_a_newer_program_is_not_called_damaged_nor_bypassed() {
    let place = Place::new();
    let newer = "{\n  \"format\": \"recourse-vault\",\n  \"version\": 2,\n";
    let sum = data_encoding::HEXLOWER.encode(&Sha256::digest(newer));
    fs::write(place.vault.join("vault.json"), format!("{newer}  \"sum\": \"{sum}\"\n}}\n")).unwrap();
    assert!(matches!(Vault::at(&place.vault), Err(VaultError::NewerFormat { found: 2 })));
}
