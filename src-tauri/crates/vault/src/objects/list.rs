//! Which objects are there, and taking one away.

use std::fs;
use std::io;
use std::path::PathBuf;

use crate::durable::sync_folder;
use crate::error::disk;
use crate::objects::id::ObjectId;
use crate::{OpenVault, Result};

/// What lies in the objects folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ObjectList {
    /// Every object, in order of id.
    pub objects: Vec<ObjectId>,
    /// Objects that have no sidecar.
    pub without_meta: Vec<ObjectId>,
    /// Sidecars that have no object.
    pub meta_only: Vec<ObjectId>,
    /// Everything that does not belong there, such as copies that a syncing program left. Never touched.
    pub strangers: Vec<PathBuf>,
}

impl OpenVault {
    /// Whether an object is there, whatever its state.
    pub fn object_exists(&self, id: &ObjectId) -> bool {
        self.layout.object(id).symlink_metadata().is_ok_and(|meta| meta.is_file())
    }

    /// Lists the objects folder by name; opens none of the files.
    ///
    /// # Errors
    /// What the disk said.
    pub fn list_objects(&self) -> Result<ObjectList> {
        let (mut list, mut described) = (ObjectList::default(), Vec::new());
        for shelf in entries(self.layout.objects())? {
            if !shelf.is_dir() || shelf.is_symlink() {
                list.strangers.push(shelf);
                continue;
            }
            for file in entries(shelf)? {
                let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                let (stem, into) = match name.strip_suffix(".meta.age") {
                    Some(stem) => (stem, &mut described),
                    None => (name.strip_suffix(".age").unwrap_or_default(), &mut list.objects),
                };
                match stem.parse::<ObjectId>() {
                    // On its own shelf, an ordinary file.
                    Ok(id) if file.starts_with(self.layout.shelf(&id)) && file.is_file() && !file.is_symlink() => {
                        into.push(id)
                    }
                    _ => list.strangers.push(file),
                }
            }
        }
        list.objects.sort();
        described.sort();
        list.strangers.sort();
        list.without_meta = list.objects.iter().filter(|id| described.binary_search(id).is_err()).copied().collect();
        list.meta_only = described.iter().filter(|id| list.objects.binary_search(id).is_err()).copied().collect();
        Ok(list)
    }

    /// Removes an object and its sidecar; one that is gone already is fine. The caller has durably
    /// forgotten it first.
    ///
    /// # Errors
    /// What the disk said.
    pub fn remove_object(&self, id: &ObjectId) -> Result<()> {
        let _one_at_a_time = self.placing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut removed = false;
        for path in [self.layout.object(id), self.layout.sidecar(id)] {
            match fs::remove_file(path) {
                Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                other => {
                    other.map_err(disk("remove an original"))?;
                    removed = true;
                }
            }
        }
        if removed { sync_folder(&self.layout.shelf(id)) } else { Ok(()) }
    }
}

fn entries(folder: PathBuf) -> Result<Vec<PathBuf>> {
    let here = fs::read_dir(folder).map_err(disk("list the originals"))?;
    here.map(|entry| entry.map(|e| e.path()).map_err(disk("list the originals"))).collect()
}
