//! The ways into a vault beside its passphrase: a new sheet, a computer's keyring, and opening for reading only.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use common::{NOW, Place, WORDS, attach, files};
use recourse_vault::{HeaderRepair, KdfParams, OpenVault, OsChance, Secret, SlotKind, Vault, VaultError};

const LATER: &str = "2027-01-01T00:00:00Z";

/// Lets a keyring open the vault; what the keyring is to keep.
fn let_a_keyring_in(open: &OpenVault) -> (String, Secret<[u8; 32]>) {
    let (secret, slot) = open.prepare_keyring_slot(LATER, &mut OsChance).unwrap();
    let id = slot.id().to_owned();
    open.accept(slot).unwrap();
    (id, secret)
}

fn kinds(place: &Place) -> Vec<SlotKind> {
    Vault::at(&place.vault).unwrap().slots().iter().map(|slot| slot.kind).collect()
}

/// Every file of a vault with its content.
fn content(vault: &Path) -> BTreeMap<std::path::PathBuf, Vec<u8>> {
    files(vault).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

#[test]
fn a_new_sheet_counts_once_it_is_accepted_and_not_before() {
    let place = Place::new();
    let locked = || Vault::at(&place.vault).unwrap();
    let open = place.open();
    let (sheet, slot) = open.prepare_recovery_code(LATER, &mut OsChance).unwrap();
    assert_eq!(sheet.identity_line().expose(), place.sheet.identity_line().expose());
    let new = || sheet.groups().expose().join(" ").into();
    // Given up here, as by a crash: the old sheet is still the one that counts.
    drop(open);
    assert!(matches!(locked().unlock_with_recovery_code(&new()), Err(VaultError::WrongRecoveryCode)));
    let open = locked().unlock_with_recovery_code(&place.code()).unwrap();
    open.accept(slot).unwrap();
    drop(open);
    assert!(matches!(locked().unlock_with_recovery_code(&place.code()), Err(VaultError::WrongRecoveryCode)));
    locked().unlock_with_recovery_code(&new()).unwrap();
    place.open();
}

#[test]
fn a_forgotten_passphrase_is_replaced_by_way_of_the_code() {
    let place = Place::new();
    let open = Vault::at(&place.vault).unwrap().unlock_with_recovery_code(&place.code()).unwrap();
    assert!(open.is_passphrase(&WORDS.into()).unwrap());
    assert!(!open.is_passphrase(&"two white swans".into()).unwrap());
    open.change_passphrase(&"two white swans".into(), KdfParams::weak_for_tests(), LATER, &mut OsChance).unwrap();
    assert!(open.is_passphrase(&"two white swans".into()).unwrap());
    drop(open);
    assert!(matches!(place.try_open(WORDS), Err(VaultError::WrongPassphrase)));
    place.try_open("two white swans").unwrap();
}

#[test]
fn a_keyring_opens_the_vault_until_it_is_told_not_to() {
    let place = Place::new();
    let open = place.open();
    let (slot, secret) = let_a_keyring_in(&open);
    let (other_slot, other_secret) = let_a_keyring_in(&open);
    let line = open.identity_line().expose().clone();
    drop(open);
    assert_eq!(kinds(&place), [SlotKind::Passphrase, SlotKind::Recovery, SlotKind::Keyring, SlotKind::Keyring]);
    let by = |slot: &str, secret| Vault::at(&place.vault).unwrap().unlock_with_keyring(slot, secret);
    assert_eq!(*by(&slot, &secret).unwrap().identity_line().expose(), line);
    by(&other_slot, &other_secret).unwrap();
    assert!(matches!(by(&slot, &other_secret), Err(VaultError::WrongKeyringSecret)));
    assert!(matches!(by("0000", &secret), Err(VaultError::WrongKeyringSecret)));

    let open = place.open();
    open.change_passphrase(&"two white swans".into(), KdfParams::weak_for_tests(), LATER, &mut OsChance).unwrap();
    drop(open);
    let open = by(&slot, &secret).unwrap();
    open.forget_keyrings().unwrap();
    drop(open);
    for name in ["vault.json", "vault.json.bak"] {
        assert!(!fs::read_to_string(place.vault.join(name)).unwrap().contains("keyring"), "{name}");
    }
    assert_eq!(kinds(&place), [SlotKind::Passphrase, SlotKind::Recovery]);
    assert!(matches!(by(&slot, &secret), Err(VaultError::WrongKeyringSecret)));
}

#[test]
fn the_oldest_keyring_gives_way_to_a_ninth() {
    let place = Place::new();
    let open = place.open();
    let all: Vec<_> = (0..9).map(|_| let_a_keyring_in(&open).0).collect();
    let kept: Vec<_> = open.slots().into_iter().filter(|slot| slot.kind == SlotKind::Keyring).map(|s| s.id).collect();
    assert_eq!(kept, all[1..]);
}

/// What a Recourse that knows of no keyrings does: it passes over the member, and leaves it out when it writes the file anew.
#[test]
fn a_header_without_the_keyrings_member_is_as_good_as_with_it() {
    let place = Place::new();
    let before = fs::read(place.vault.join("vault.json")).unwrap();
    let open = place.open();
    let (slot, secret) = let_a_keyring_in(&open);
    drop(open);
    let with = fs::read_to_string(place.vault.join("vault.json")).unwrap();
    let slots = |text: &str| {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        (value["slots"].clone(), value["mac"].clone())
    };
    assert_eq!(slots(&with), slots(std::str::from_utf8(&before).unwrap()), "what an older program checks is untouched");
    for name in ["vault.json", "vault.json.bak"] {
        fs::write(place.vault.join(name), &before).unwrap();
    }
    assert_eq!(place.open().header_repair(), HeaderRepair::NotNeeded);
    let refused = Vault::at(&place.vault).unwrap().unlock_with_keyring(&slot, &secret);
    assert!(matches!(refused, Err(VaultError::WrongKeyringSecret)));
}

#[test]
fn a_keyrings_slot_from_elsewhere_is_noticed() {
    let (place, other) = (Place::new(), Place::new());
    let_a_keyring_in(&place.open());
    let_a_keyring_in(&other.open());
    let member = |vault: &Path| {
        let text = fs::read_to_string(vault.join("vault.json")).unwrap();
        let (from, to) = (text.find("  \"keyring\"").unwrap(), text.find("  \"sum\"").unwrap());
        (text[..from].to_owned(), text[from..to].to_owned())
    };
    let spliced = member(&place.vault).0 + &member(&other.vault).1;
    let sum = data_encoding::HEXLOWER.encode(&<sha2::Sha256 as sha2::Digest>::digest(&spliced));
    for name in ["vault.json", "vault.json.bak"] {
        fs::write(place.vault.join(name), format!("{spliced}  \"sum\": \"{sum}\"\n}}\n")).unwrap();
    }
    assert!(matches!(place.try_open(WORDS), Err(VaultError::HeaderTampered)));
}

#[test]
fn for_reading_it_opens_beside_another_program_and_writes_nothing() {
    let place = Place::new();
    let writer = place.open();
    let kept = attach(&writer, &place.file("a", b"content")).unwrap();
    assert!(matches!(place.try_open(WORDS), Err(VaultError::VaultBusy { .. })));
    fs::remove_file(place.vault.join("vault.json.bak")).unwrap();
    let before = content(&place.vault);

    let reader = Vault::at(&place.vault).unwrap().for_reading().unlock(&WORDS.into()).unwrap();
    assert!(reader.is_for_reading() && !writer.is_for_reading());
    assert_eq!(reader.verify_object(&kept.object_id, &kept.sha256).unwrap(), 7);
    let words: Secret<String> = "two white swans".into();
    let refusals = [
        attach(&reader, &place.file("b", b"more")).map(drop),
        reader.remove_object(&kept.object_id),
        reader.change_passphrase(&words, KdfParams::weak_for_tests(), NOW, &mut OsChance),
        reader.prepare_recovery_code(NOW, &mut OsChance).map(drop),
        reader.prepare_keyring_slot(NOW, &mut OsChance).map(drop),
        reader.forget_keyrings(),
    ];
    for refused in refusals {
        assert!(matches!(refused, Err(VaultError::OpenForReading)), "{refused:?}");
    }
    assert_eq!(content(&place.vault), before);
    drop(reader);
    attach(&writer, &place.file("b", b"more")).unwrap();
}
