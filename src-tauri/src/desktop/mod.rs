//! What only a desktop can do: dialogs, dropped files, a place for documents to be read from, the day, locking when nobody is there,
//! the keyring, one window at a time, a word about near dates.

pub mod autolock;
#[cfg(target_os = "linux")]
pub mod away;
#[cfg(target_os = "linux")]
mod bus;
pub mod day;
pub mod drops;
pub mod evidence_scheme;
pub mod keyring;
pub mod pickers;
pub mod recent;
pub mod reminder;
pub mod single;

use std::path::PathBuf;

use tauri::Url;

/// The program that reads strangers' files: the `recourse` command beside this one, which starts faster, else this one.
pub fn worker_program() -> PathBuf {
    let own = std::env::current_exe().unwrap_or_else(|_| PathBuf::from("recourse-desktop"));
    let beside = own.with_file_name(format!("recourse{}", std::env::consts::EXE_SUFFIX));
    if beside.is_file() { beside } else { own }
}

/// Whether the window may go to an address: only to its own pages.
pub fn is_our_page(url: &Url) -> bool {
    url.scheme() == "tauri"
        || (url.scheme() == "http" && url.host_str() == Some("tauri.localhost"))
        || url.as_str() == "about:blank"
        || url.as_str() == "about:srcdoc"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_nowhere_else() {
        for (address, allowed) in [
            ("tauri://localhost/index.html", true),
            ("about:srcdoc", true),
            ("https://example.org/", false),
            ("http://localhost:5173/", false),
            ("file:///etc/passwd", false),
            ("evidence://localhost/abc", false),
        ] {
            assert_eq!(Url::parse(address).map(|url| is_our_page(&url)), Ok(allowed), "{address}");
        }
    }
}
