//! Where things lie: the repository and the folder Cargo builds into.

use std::path::{Path, PathBuf};

use crate::shell::Stop;

/// The folders every step works in.
pub struct House {
    /// The root of the repository.
    pub root: PathBuf,
    /// Cargo's build folder, wherever the person has put it.
    pub target: PathBuf,
}

impl House {
    /// Finds both folders from where this program was compiled and where it runs.
    pub fn find() -> Result<Self, Stop> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here
            .ancestors()
            .find(|folder| folder.join("Cargo.lock").is_file())
            .ok_or_else(|| Stop::new("the repository this program was built from is no longer there"))?;
        // Cargo puts this program at TARGET/debug/xtask; that holds also when CARGO_TARGET_DIR moves TARGET elsewhere.
        let program =
            std::env::current_exe().map_err(|e| Stop::new(format!("cannot tell where this program lies: {e}")))?;
        let target =
            program.ancestors().nth(2).ok_or_else(|| Stop::new("this program does not lie in Cargo's build folder"))?;
        Ok(Self { root: root.to_path_buf(), target: target.to_path_buf() })
    }

    /// The folder of the window's TypeScript and Svelte sources.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// A file or folder of this program's own, kept beside the build.
    pub fn own(&self, name: &str) -> PathBuf {
        self.target.join("xtask").join(name)
    }

    /// A program built from this workspace in the development profile.
    pub fn program(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}
