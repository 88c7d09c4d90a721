//! The system's own dialogs. Paths are chosen here and stay here; the page never names one.

use std::path::PathBuf;

use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::{DialogExt, FilePath};

/// Asks for a folder. None where the person closed the dialog.
pub fn folder<R: Runtime>(app: &AppHandle<R>, title: &str) -> Option<PathBuf> {
    if let Some(stand_in) = stand_in() {
        return stand_in.into_iter().next();
    }
    app.dialog().file().set_title(title).blocking_pick_folder().and_then(path)
}

/// Asks for files. Empty where the person closed the dialog.
pub fn files<R: Runtime>(app: &AppHandle<R>, title: &str) -> Vec<PathBuf> {
    if let Some(stand_in) = stand_in() {
        return stand_in;
    }
    let chosen = app.dialog().file().set_title(title).blocking_pick_files();
    chosen.unwrap_or_default().into_iter().filter_map(path).collect()
}

/// Asks where to save a file. None where the person closed the dialog.
pub fn save<R: Runtime>(app: &AppHandle<R>, title: &str, name: &str) -> Option<PathBuf> {
    if let Some(stand_in) = stand_in() {
        return stand_in.into_iter().next();
    }
    app.dialog().file().set_title(title).set_file_name(name).blocking_save_file().and_then(path)
}

fn path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}

/// In builds for development a file may answer in place of the dialogs, so that a test can drive the window: one path a line.
#[cfg(debug_assertions)]
fn stand_in() -> Option<Vec<PathBuf>> {
    let list = std::env::var_os("RECOURSE_TEST_PICKS")?;
    let text = std::fs::read_to_string(list).unwrap_or_default();
    Some(text.lines().filter(|line| !line.is_empty()).map(PathBuf::from).collect())
}

#[cfg(not(debug_assertions))]
const fn stand_in() -> Option<Vec<PathBuf>> {
    None
}
