//! What lies in a folder and is no ordinary file.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, FileType, Mode, mknodat};

/// More than any disk of a person holds, less than Linux's usual file system allows in one file.
const HOLLOW: u64 = 15 << 40;

/// What [`make`] made. The socket listens for as long as this is held.
pub struct Sources {
    /// Each is to be refused, with a sentence that says why.
    pub refused: Vec<(PathBuf, &'static str)>,
    _socket: UnixListener,
}

/// Makes one of each into `folder`; `vault` is the vault that files are added to.
///
/// # Errors
/// Where the system refuses one of them.
pub fn make(folder: &Path, vault: &Path) -> io::Result<Sources> {
    fs::create_dir_all(folder)?;
    let at = |name: &str| folder.join(name);
    fs::write(at("target.txt"), "what the links lead to")?;
    mknodat(CWD, at("pipe"), FileType::Fifo, Mode::RUSR | Mode::WUSR, 0)?;
    let socket = UnixListener::bind(at("socket"))?;
    symlink(at("target.txt"), at("link"))?;
    symlink(at("nowhere"), at("link-to-nothing"))?;
    symlink("link-to-itself", at("link-to-itself"))?;
    symlink("/dev/zero", at("link-to-device"))?;
    symlink("/", at("link-to-everything"))?;
    symlink(vault, at("link-to-the-vault"))?;
    let hollow = File::create(at("fifteen-terabytes-of-nothing"))?;
    let has_hollow = hollow.set_len(HOLLOW).is_ok();
    let locked = at("locked-folder");
    fs::create_dir(&locked)?;
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000))?;
    fs::write(at("locked-file"), "nobody may read this")?;
    fs::set_permissions(at("locked-file"), fs::Permissions::from_mode(0o000))?;
    let mut refused = vec![
        (at("pipe"), "ordinary file"),
        (at("socket"), "ordinary file"),
        (at("link"), "link"),
        (at("link-to-nothing"), "link"),
        (at("link-to-itself"), "link"),
        (at("link-to-device"), "link"),
        (at("link-to-everything"), "link"),
        (at("link-to-the-vault"), "link"),
        (vault.join("vault.json"), "vault itself"),
    ];
    if has_hollow {
        refused.push((at("fifteen-terabytes-of-nothing"), "free"));
    } else {
        fs::remove_file(at("fifteen-terabytes-of-nothing"))?;
    }
    // Whoever may do everything may read these too.
    if File::open(at("locked-file")).is_err() {
        refused.push((at("locked-file"), "permission"));
        refused.push((locked, "folder"));
    }
    Ok(Sources { refused, _socket: socket })
}
