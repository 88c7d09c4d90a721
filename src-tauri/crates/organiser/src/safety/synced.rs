//! Whether a vault lies in a folder that another program copies elsewhere.
//!
//! Told by what those programs leave in their folder and by the names that they give it; nothing is opened.

use std::path::{Component, Path};

/// A program that keeps a folder the same in several places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Syncing {
    /// What it is called.
    pub name: &'static str,
}

impl Syncing {
    /// What it means for the vault, in sentences.
    pub fn words(&self) -> String {
        format!(
            "This vault lies in a folder that {} copies to other computers. What it copies is encrypted, so nobody there can read it. \
             But it sees when you work and how much, and if two computers write at the same time it makes conflict copies: \
             let it finish before you open the vault elsewhere. It is no backup: what is damaged or deleted here is soon damaged or deleted there too.",
            self.name
        )
    }
}

/// What a program leaves in the folder it looks after: a beginning and an ending of a file's name.
const MARKS: [(&str, &str, &str); 11] = [
    (".dropbox", "", "Dropbox"),
    (".dropbox.cache", "", "Dropbox"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "", "OneDrive"),
    (".tmp.drivedownload", "", "Google Drive"),
    (".tmp.driveupload", "", "Google Drive"),
    (".nextcloudsync.log", "", "Nextcloud"),
    (".owncloudsync.log", "", "ownCloud"),
    (".sync_", ".db", "Nextcloud"),
    ("._sync_", ".db", "Nextcloud"),
    (".stfolder", "", "Syncthing"),
    (".icloud", "", "iCloud Drive"),
];

/// How those folders are called where the person did not say otherwise.
const NAMES: [(&str, &str); 8] = [
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("com~apple~clouddocs", "iCloud Drive"),
    ("icloud drive", "iCloud Drive"),
];

/// The program that copies this folder elsewhere, if one is known to.
pub fn syncing(vault: &Path) -> Option<Syncing> {
    let whole = vault.canonicalize().unwrap_or_else(|_| vault.to_owned());
    let around = whole.parent()?;
    let marked = around.ancestors().find_map(marked);
    marked.or_else(|| named(around)).map(|name| Syncing { name })
}

fn marked(folder: &Path) -> Option<&'static str> {
    MARKS.iter().find_map(|(begins, ends, program)| {
        let there = if ends.is_empty() {
            folder.join(begins).exists()
        } else {
            std::fs::read_dir(folder).into_iter().flatten().flatten().any(|entry| {
                let name = entry.file_name();
                let name = name.to_string_lossy();
                name.starts_with(begins) && name.ends_with(ends)
            })
        };
        there.then_some(*program)
    })
}

/// "Dropbox", "Dropbox (Personal)", "OneDrive - Northfold", "GoogleDrive-ruth@…".
fn named(folder: &Path) -> Option<&'static str> {
    folder.components().find_map(|component| {
        let Component::Normal(name) = component else { return None };
        let name = name.to_string_lossy().to_lowercase();
        NAMES.iter().find_map(|(begins, program)| {
            let rest = name.strip_prefix(begins)?;
            (rest.is_empty() || rest.starts_with([' ', '-'])).then_some(*program)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_known_by_its_mark_or_by_its_name() {
        let home = tempfile::tempdir().unwrap();
        let vault = |folder: &str| {
            let vault = home.path().join(folder).join("Ruth.recourse");
            std::fs::create_dir_all(&vault).unwrap();
            syncing(&vault).map(|found| found.name)
        };
        assert_eq!(vault("Documents"), None);
        assert_eq!(vault("Dropboxes"), None);
        assert_eq!(vault("Dropbox (Personal)/papers"), Some("Dropbox"));
        assert_eq!(vault("OneDrive - Northfold/claims"), Some("OneDrive"));
        assert_eq!(vault("Library/Mobile Documents/com~apple~CloudDocs"), Some("iCloud Drive"));
        assert_eq!(vault("cloud/deep"), None);
        std::fs::write(home.path().join("cloud/.sync_0a1b2c.db"), "").unwrap();
        assert_eq!(vault("cloud/deep"), Some("Nextcloud"));
        std::fs::create_dir(home.path().join("cloud/deep/.stfolder")).unwrap();
        assert_eq!(vault("cloud/deep"), Some("Syncthing"));
    }
}
