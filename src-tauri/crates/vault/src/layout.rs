//! Where things lie in a vault's folder.

use std::path::{Path, PathBuf};

use crate::objects::id::ObjectId;

/// The header.
pub const HEADER_FILE: &str = "vault.json";
/// Its second copy.
pub const HEADER_BACKUP_FILE: &str = "vault.json.bak";
/// The database.
pub const DATABASE_FILE: &str = "records.db";
/// An empty database that is still to be made, until it gets the name above. A vault without either has lost its records.
pub(crate) const UNMADE_DATABASE_FILE: &str = "records.db.new";
/// The folder of sealed originals.
pub const OBJECTS_FOLDER: &str = "objects";
/// The advisory lock.
pub const LOCK_FILE: &str = "lock";
pub(crate) const TEMPORARY_FOLDER: &str = "tmp";
pub(crate) const README_FILE: &str = "README.txt";

/// What a creation that was cut short can leave behind: everything but the header, which comes last.
pub(crate) const SKELETON: [&str; 5] = [README_FILE, LOCK_FILE, OBJECTS_FOLDER, TEMPORARY_FOLDER, UNMADE_DATABASE_FILE];

/// The words in every vault's README.txt. They name no person and no claim.
pub(crate) const README: &str = include_str!("README.vault.txt");

/// Paths inside one vault.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    root: PathBuf,
}

impl Layout {
    pub(crate) fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    pub(crate) fn objects(&self) -> PathBuf {
        self.file(OBJECTS_FOLDER)
    }

    pub(crate) fn temporaries(&self) -> PathBuf {
        self.file(TEMPORARY_FOLDER)
    }

    /// The folder of an object: the first two letters of its id.
    pub(crate) fn shelf(&self, id: &ObjectId) -> PathBuf {
        self.objects().join(&id.to_string()[..2])
    }

    pub(crate) fn object(&self, id: &ObjectId) -> PathBuf {
        self.shelf(id).join(format!("{id}.age"))
    }

    pub(crate) fn sidecar(&self, id: &ObjectId) -> PathBuf {
        self.shelf(id).join(format!("{id}.meta.age"))
    }

    /// Many originals sealed together.
    pub(crate) fn pack(&self, id: &ObjectId) -> PathBuf {
        self.shelf(id).join(format!("{id}.pack.age"))
    }
}
