//! Where things lie.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ lies in the repository").to_path_buf()
}

/// A path inside the repository.
pub fn path_of(inside: &str) -> PathBuf {
    root().join(inside)
}

/// A document of the sample claim.
pub fn sample(name: &str) -> PathBuf {
    path_of("src-tauri/crates/organiser/sample").join(name)
}

/// A folder of documents that nobody here wrote; not part of the repository because their licences are their own. Where it is absent a
/// word on the terminal says so.
pub fn corpus(part: &str) -> Option<PathBuf> {
    let given = std::env::var_os("RECOURSE_CORPUS").map(PathBuf::from);
    let folder = given.unwrap_or_else(|| root().join("../shared/corpus")).join(part);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("left out: no folder of foreign files at {} (RECOURSE_CORPUS)", folder.display());
    None
}

/// The build folder: a test program lies in `TARGET/debug/deps`, wherever TARGET is.
fn target() -> PathBuf {
    let here = std::env::current_exe().expect("a running program knows where it lies");
    here.ancestors().nth(3).expect("a test program lies three folders deep").to_path_buf()
}

/// A program of this workspace, which has to be built before (`cargo xtask test` does).
pub fn program(name: &str) -> PathBuf {
    let path = target().join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(path.is_file(), "{} is not built; `cargo xtask test` builds it before the tests", path.display());
    path
}

/// A folder beside the build for what a person may want to look at afterwards, such as screenshots.
pub fn scratch(name: &str) -> PathBuf {
    let folder = target().join(name);
    std::fs::create_dir_all(&folder).expect("the build folder can be written");
    folder
}

/// The source files that people write: no generated ones, no modules of others.
pub struct Sources;

impl Sources {
    const FOLDERS: [&str; 4] = ["src-tauri", "tests", "ui/src", "ui/tests"];
    const ENDINGS: [&str; 6] = ["rs", "ts", "svelte", "css", "js", "typ"];
    const NOT_BY_HAND: [&str; 5] = ["target", "node_modules", "dist", "generated", "gen"];

    /// Each file with its path inside the repository and its text.
    pub fn all() -> Vec<(String, String)> {
        let root = root();
        let by_hand = |name: &str| !Self::NOT_BY_HAND.contains(&name);
        let mut found = Vec::new();
        for folder in Self::FOLDERS {
            let walk = WalkDir::new(root.join(folder)).sort_by_file_name().into_iter();
            let entries =
                walk.filter_entry(|entry| by_hand(&entry.file_name().to_string_lossy())).filter_map(Result::ok);
            for entry in entries.filter(|entry| entry.file_type().is_file()) {
                let ending = entry.path().extension().unwrap_or_default().to_string_lossy().into_owned();
                if Self::ENDINGS.contains(&ending.as_str()) {
                    let inside =
                        entry.path().strip_prefix(&root).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
                    found.push((inside, std::fs::read_to_string(entry.path()).expect("sources are UTF-8")));
                }
            }
        }
        found
    }
}
