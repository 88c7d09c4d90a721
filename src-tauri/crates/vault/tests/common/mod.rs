//! A small vault in a temporary folder.
#![allow(dead_code, clippy::unwrap_used, reason = "every test file uses another part of this")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use recourse_vault::{Attached, Facts, KdfParams, NewVault, OpenVault, OsChance, RecoverySheet, Result, Secret, Vault};
use tempfile::TempDir;

pub const WORDS: &str = "seven grey herons";
pub const NOW: &str = "2026-11-21T09:30:00Z";

pub struct Place {
    pub folder: TempDir,
    pub vault: PathBuf,
    pub sheet: RecoverySheet,
}

impl Place {
    pub fn new() -> Self {
        Self::with_words(WORDS)
    }

    pub fn with_words(words: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("Claim.recourse");
        let (open, sheet) = make(&vault, words).unwrap();
        drop(open);
        Self { folder, vault, sheet }
    }

    pub fn open(&self) -> OpenVault {
        self.try_open(WORDS).unwrap()
    }

    pub fn try_open(&self, words: &str) -> Result<OpenVault> {
        Vault::at(&self.vault)?.unlock(&words.into())
    }

    pub fn code(&self) -> Secret<String> {
        self.sheet.groups().expose().join("-").into()
    }

    pub fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, content).unwrap();
        path
    }

    pub fn shelf(&self, id: &str, ending: &str) -> PathBuf {
        self.vault.join("objects").join(&id[..2]).join(format!("{id}{ending}"))
    }
}

pub fn make(folder: &Path, words: &str) -> Result<(OpenVault, RecoverySheet)> {
    let passphrase = words.into();
    let kdf = KdfParams::weak_for_tests();
    NewVault { folder, passphrase: &passphrase, kdf, created: NOW }.make(&mut OsChance)
}

pub fn facts(name: &str) -> Facts {
    Facts { name: name.into(), media_type: "text/plain".into(), kept_at: NOW.into() }
}

pub fn attach(open: &OpenVault, path: &Path) -> Result<Attached> {
    open.attach(path, &facts("letter.txt"), &mut |_| {}, &AtomicBool::new(false))
}

/// Content without any pattern that a block size could hide behind.
pub fn content(size: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_u32 ^ size as u32;
    let step = |_| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as u8
    };
    (0..size).map(step).collect()
}

/// Every file under a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}
