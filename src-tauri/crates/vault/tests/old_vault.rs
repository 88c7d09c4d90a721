//! A vault of format 1, kept as it was written. It must open for ever: never make this folder anew.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use common::WORDS;
use recourse_vault::{HeaderRepair, OpenVault, Sha256Sum, Vault};
use tempfile::TempDir;

const CODE: &str = "5EJM-8KAV-GMEQ-9RA9-5XZX-K8D7-H7PA-TC1W-4A19";
const CONTENT: &[u8] = b"The boiler has been broken since March.\n";

/// Opening writes a lock, so the kept folder is copied first.
fn copied() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/vault-v1");
    let copy = folder.path().join("vault-v1");
    for file in common::files(&kept) {
        let to = copy.join(file.strip_prefix(&kept).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(&file, to).unwrap();
    }
    (folder, copy)
}

fn all_there(open: &OpenVault) {
    let hex = |bytes: &[u8]| data_encoding::HEXLOWER.encode(bytes);
    assert_eq!(open.id(), "ea940709-37a8-4166-957b-320512e99677");
    assert_eq!(
        open.identity_line().expose(),
        "AGE-SECRET-KEY-1LMZXK6GLC842QPJWWELCD7FHLPD4X3CTG99FV2TZTDTLF8UAD3KQ84TXJL"
    );
    assert_eq!(hex(open.database_key().expose()), "a2d3d9f8124d533b3a0054d63ffaf89d26c06428c5cd78e6aeab4757b917c8b7");
    assert_eq!(hex(open.change_key().expose()), "99af09a4f2abfcd6c1a75eaaedb55dce1321dff35a752faac0e2dbd7b52c1091");
    assert_eq!(open.header_repair(), HeaderRepair::NotNeeded);
    let list = open.list_objects().unwrap();
    let [id] = list.objects[..] else { panic!("{list:?}") };
    assert_eq!(id.to_string(), "f541ca83a67b518847c872334f42a07ae77cb134094bf29daf0c816925d43df3");
    let mut content = Vec::new();
    open.open_object(&id).unwrap().read_to_end(&mut content).unwrap();
    assert_eq!(content, CONTENT);
    let meta = open.object_meta(&id).unwrap();
    assert_eq!(meta.sha256, Sha256Sum::of(CONTENT));
    assert_eq!((meta.seen[0].name.as_str(), meta.seen[0].kept_at.as_str()), ("Letter.txt", "2026-11-21T09:31:00Z"));
    open.verify_object(&id, &meta.sha256).unwrap();
}

#[test]
fn it_opens_with_its_passphrase() {
    let (_folder, vault) = copied();
    all_there(&Vault::at(&vault).unwrap().unlock(&WORDS.into()).unwrap());
}

#[test]
fn it_opens_with_its_recovery_code() {
    let (_folder, vault) = copied();
    all_there(&Vault::at(&vault).unwrap().unlock_with_recovery_code(&CODE.into()).unwrap());
}
