//! The answer, as data for words and for programs.

use serde::Serialize;

/// What can be said of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileState {
    /// It is what the manifest says.
    Whole,
    /// Its bytes are not those of the manifest.
    Changed,
    /// The manifest names it and it is not there.
    Missing,
    /// It is there and no manifest names it.
    Extra,
}

impl FileState {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Changed => "changed",
            Self::Missing => "missing",
            Self::Extra => "extra",
        }
    }
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileVerdict {
    /// Path below the bag's folder.
    pub path: String,
    /// What is said of it.
    pub state: FileState,
    /// The hash in the manifest.
    pub expected: Option<String>,
    /// The hash of its bytes.
    pub found: Option<String>,
    /// Its size in bytes, where it was read.
    pub bytes: Option<u64>,
}

/// Something wrong with the bag itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// A short word for programs ("not-a-bag", "bad-name", "too-large", …).
    pub code: &'static str,
    /// A sentence for people.
    pub words: String,
}

impl Problem {
    pub(super) fn new(code: &'static str, words: impl Into<String>) -> Self {
        Self { code, words: words.into() }
    }
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Whether everything is there, unchanged, and nothing else.
    pub whole: bool,
    /// Every file, by path.
    pub files: Vec<FileVerdict>,
    /// What is wrong with the bag itself.
    pub problems: Vec<Problem>,
    /// SHA-256 of `tagmanifest-sha256.txt`, to compare with what the sender gives another way.
    pub seal: Option<String>,
}

impl Verdict {
    /// Not a bag at all.
    pub(super) fn broken(problem: Problem) -> Self {
        Self { whole: false, files: Vec::new(), problems: vec![problem], seal: None }
    }

    /// How many files are in this state.
    #[must_use]
    pub fn count(&self, state: FileState) -> usize {
        self.files.iter().filter(|f| f.state == state).count()
    }

    /// The answer in sentences: first the whole, then each file that is not whole, then what is wrong with the bag.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let mut out = vec![if self.whole {
            format!("Whole and unchanged: all {} files are what the manifests say.", self.files.len())
        } else {
            format!(
                "Not whole: {} files whole, {} changed, {} missing, {} extra.",
                self.count(FileState::Whole),
                self.count(FileState::Changed),
                self.count(FileState::Missing),
                self.count(FileState::Extra)
            )
        }];
        for file in self.files.iter().filter(|f| f.state != FileState::Whole) {
            out.push(format!("{}: {}", file.state.word(), file.path));
        }
        out.extend(self.problems.iter().map(|p| p.words.clone()));
        out
    }
}
