//! The ways into a vault: a changed passphrase, a new sheet, a keyring, and opening for reading only.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

use chrono::DateTime;
use recourse_domain::records::Claim;
use recourse_organiser::clock::FixedClock;
use recourse_organiser::opening::{self, Kept, Keyring, WithoutAsking};
use recourse_organiser::session::{Locked, Session, Tools, Unlocked};
use recourse_organiser::worker::Worker;
use recourse_organiser::{Error, claims, drafts, passphrase};
use recourse_vault::{KdfParams, Secret, VaultError};

const WORDS: &str = "otter lamp quiet seven";

/// A keyring that keeps one thing, or nothing where it is out of order.
#[derive(Default)]
struct Pocket {
    kept: RefCell<Option<(String, Kept)>>,
    out_of_order: bool,
}

impl Keyring for Pocket {
    fn keep(&self, vault: &str, kept: &Kept) -> bool {
        let copy = Kept { slot: kept.slot.clone(), secret: Secret::new(*kept.secret.expose()) };
        if !self.out_of_order {
            *self.kept.borrow_mut() = Some((vault.to_owned(), copy));
        }
        !self.out_of_order
    }

    fn find(&self, vault: &str) -> Option<Kept> {
        let kept = self.kept.borrow();
        let (_, kept) = kept.as_ref().filter(|(of, _)| of == vault)?;
        Some(Kept { slot: kept.slot.clone(), secret: Secret::new(*kept.secret.expose()) })
    }

    fn forget(&self, _: &str) -> bool {
        self.kept.borrow_mut().take();
        !self.out_of_order
    }
}

fn tools() -> Tools {
    Tools {
        clock: Arc::new(FixedClock(DateTime::from_timestamp(1_795_000_000, 0).unwrap())),
        worker: Worker::new("recourse"),
    }
}

fn made(place: &Path) -> Session<Unlocked> {
    let (session, _) = Session::create(place, &WORDS.into(), KdfParams::weak_for_tests(), tools()).unwrap();
    claims::save(&session, None, Claim { title: "Mine".into(), ..Claim::default() }, "").unwrap();
    session
}

fn at(place: &Path) -> Session<Locked> {
    Session::at(place, tools()).unwrap()
}

#[test]
fn the_passphrase_is_changed_by_who_knows_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("v.recourse");
    let session = made(&place);
    let (new, weak) = ("two white swans".into(), KdfParams::weak_for_tests());
    let refused = passphrase::change_knowing(&session, &"not this".into(), &new, weak);
    assert!(matches!(refused, Err(Error::Field { field: "old", .. })));
    passphrase::change_knowing(&session, &WORDS.into(), &new, weak).unwrap();
    session.lock().unwrap();
    assert!(matches!(at(&place).unlock(&WORDS.into()), Err(Error::Vault(VaultError::WrongPassphrase))));
    at(&place).unlock(&new).unwrap();
}

#[test]
fn a_new_sheet_opens_the_vault_once_it_is_accepted() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("v.recourse");
    let session = made(&place);
    let (sheet, slot) = opening::prepare_sheet(&session).unwrap();
    assert!(opening::sheet_pdf(&sheet).unwrap().starts_with(b"%PDF"));
    opening::accept_sheet(&session, slot).unwrap();
    session.lock().unwrap();
    at(&place).unlock_with_recovery_code(&sheet.groups().expose().join(" ").to_lowercase().into()).unwrap();
}

#[test]
fn a_keyring_opens_the_vault_until_it_asks_always() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("v.recourse");
    let (pocket, other) = (Pocket::default(), Pocket::default());
    let session = made(&place);
    assert_eq!(opening::without_asking(&session, &pocket), WithoutAsking::No);
    opening::ask_no_more(&session, &pocket).unwrap();
    assert_eq!(opening::without_asking(&session, &pocket), WithoutAsking::Here);
    assert_eq!(opening::without_asking(&session, &other), WithoutAsking::Elsewhere);
    session.lock().unwrap();

    assert!(matches!(at(&place).unlock_with_keyring(&other), Err(Error::Vault(VaultError::WrongKeyringSecret))));
    let session = at(&place).unlock_with_keyring(&pocket).unwrap();
    opening::ask_always(&session, &pocket).unwrap();
    assert_eq!(opening::without_asking(&session, &pocket), WithoutAsking::No);
    session.lock().unwrap();
    assert!(at(&place).unlock_with_keyring(&pocket).is_err());
}

#[test]
fn a_keyring_that_is_out_of_order_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("v.recourse");
    let session = made(&place);
    let before = std::fs::read(place.join("vault.json")).unwrap();
    let broken = Pocket { out_of_order: true, ..Pocket::default() };
    assert!(matches!(opening::ask_no_more(&session, &broken), Err(Error::NoKeyring)));
    assert_eq!(std::fs::read(place.join("vault.json")).unwrap(), before);
}

#[test]
fn it_locks_after_the_minutes_that_were_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let session = made(&folder.path().join("v.recourse"));
    assert_eq!(opening::lock_after(&session).unwrap(), 10);
    opening::set_lock_after(&session, 30).unwrap();
    assert_eq!(opening::lock_after(&session).unwrap(), 30);
    assert!(matches!(opening::set_lock_after(&session, 9999), Err(Error::Field { field: "minutes", .. })));
}

#[test]
fn for_reading_it_shows_what_is_on_record_and_keeps_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("v.recourse");
    let writer = made(&place);
    assert!(matches!(at(&place).unlock(&WORDS.into()), Err(Error::Vault(VaultError::VaultBusy { .. }))));
    let reader = at(&place).for_reading().unlock(&WORDS.into()).unwrap();
    let listed = claims::list(&reader).unwrap();
    assert_eq!(listed[0].body.title, "Mine");
    claims::choose(&reader, listed[0].id).unwrap();
    let weak = KdfParams::weak_for_tests();
    let refusals = [
        claims::save(&reader, None, Claim { title: "More".into(), ..Claim::default() }, "").map(drop),
        drafts::put(&reader, "notice:new", "{}"),
        opening::set_lock_after(&reader, 30),
        passphrase::change(&reader, &"two white swans".into(), weak),
        opening::prepare_sheet(&reader).map(drop),
    ];
    for refused in refusals {
        assert!(matches!(refused, Err(Error::Vault(VaultError::OpenForReading))), "{refused:?}");
    }
    reader.lock().unwrap();
    // The one who writes was never disturbed.
    claims::save(&writer, None, Claim { title: "More".into(), ..Claim::default() }, "").unwrap();
    assert_eq!(claims::list(&writer).unwrap().len(), 2);
}
