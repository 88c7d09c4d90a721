//! Which vaults were opened on this computer: folder paths only, in the person's own settings folder.

use std::fs;
use std::path::{Path, PathBuf};

/// How many are remembered.
const MOST: usize = 8;

fn file() -> Option<PathBuf> {
    let base = std::env::var_os("XDG_CONFIG_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".config")))
        .or_else(|| std::env::var_os("APPDATA").map(PathBuf::from))?;
    Some(base.join("recourse").join("recent-vaults.json"))
}

/// The vaults opened before that are still there, latest first.
pub fn list() -> Vec<PathBuf> {
    let text = file().and_then(|path| fs::read_to_string(path).ok()).unwrap_or_default();
    let folders: Vec<PathBuf> = serde_json::from_str(&text).unwrap_or_default();
    folders.into_iter().filter(|folder| folder.join("vault.json").exists()).collect()
}

/// Puts a vault first. A list that cannot be written is only a convenience lost.
pub fn remember(folder: &Path) {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let mut folders = list();
    folders.retain(|known| *known != folder);
    folders.insert(0, folder);
    folders.truncate(MOST);
    write(&folders);
}

/// Takes a vault off the list. The vault itself stays where it is.
pub fn forget(folder: &Path) {
    let mut folders = list();
    folders.retain(|known| known != folder);
    write(&folders);
}

fn write(folders: &[PathBuf]) {
    let (Some(path), Ok(text)) = (file(), serde_json::to_string(folders)) else {
        return;
    };
    let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, text));
    if let Err(error) = written {
        eprintln!("Recourse could not remember this vault: {error}.");
    }
}
