//! Where a backup lies in the folder that was named.

use std::path::{Path, PathBuf};

use recourse_vault::{HEADER_BACKUP_FILE, HEADER_FILE, VaultError};

use crate::Result;

/// The folder of the backup of a vault: `folder` itself where that is a backup, else a folder in it that is called as the vault is.
pub(super) fn of(vault: &Path, folder: &Path) -> Result<PathBuf> {
    if !folder.is_dir() {
        return Err(VaultError::CopyNowhere.into());
    }
    if is_vault(folder) {
        return Ok(folder.to_owned());
    }
    let whole = vault.canonicalize().unwrap_or_else(|_| vault.to_owned());
    let name = whole.file_name().map(|name| safe(&name.to_string_lossy())).unwrap_or_default();
    Ok(folder.join(if name.is_empty() { "Vault.recourse".to_owned() } else { name }))
}

/// The backup that was meant: the folder itself, or the only one in it.
///
/// # Errors
/// Where there is none, or more than one.
pub fn find_backup(folder: &Path) -> Result<PathBuf> {
    if !folder.is_dir() {
        return Err(VaultError::CopyNowhere.into());
    }
    if is_vault(folder) {
        return Ok(folder.to_owned());
    }
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "recourse") && is_vault(path));
    match (found.next(), found.next()) {
        (Some(only), None) => Ok(only),
        _ => Err(VaultError::NotAVault.into()),
    }
}

fn is_vault(folder: &Path) -> bool {
    [HEADER_FILE, HEADER_BACKUP_FILE].iter().any(|name| folder.join(name).is_file())
}

/// The name without the signs that FAT and exFAT refuse, and without the dots and blanks at its end that Windows drops.
fn safe(name: &str) -> String {
    let refused = |c: char| c.is_control() || matches!(c, '"' | '*' | '/' | ':' | '<' | '>' | '?' | '\\' | '|');
    let plain: String = name.chars().map(|c| if refused(c) { '-' } else { c }).collect();
    plain.trim_end_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_every_stick() {
        assert_eq!(safe("Ruth.recourse"), "Ruth.recourse");
        assert_eq!(safe("What? \"Why\": 1/2.recourse. "), "What- -Why-- 1-2.recourse");
    }

    #[test]
    fn a_folder_with_two_backups_is_asked_about_again() {
        let folder = tempfile::tempdir().unwrap();
        assert!(find_backup(folder.path()).is_err());
        for (name, sure) in [("A.recourse", true), ("B.recourse", false)] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
            std::fs::write(folder.path().join(name).join(HEADER_FILE), "").unwrap();
            assert_eq!(find_backup(folder.path()).is_ok(), sure, "{name}");
        }
        assert!(find_backup(&folder.path().join("B.recourse")).is_ok());
    }
}
