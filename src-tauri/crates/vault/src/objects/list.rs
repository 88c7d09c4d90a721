//! Which objects are there, and taking one away.

use std::fs;
use std::io;
use std::path::PathBuf;

use crate::durable::sync_folder;
use crate::error::disk;
use crate::objects::id::ObjectId;
use crate::{OpenVault, Result, VaultError};

/// What lies in the objects folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ObjectList {
    /// Every object, in order of id.
    pub objects: Vec<ObjectId>,
    /// Objects that nothing is known of: files of their own without a sidecar.
    pub without_meta: Vec<ObjectId>,
    /// Sidecars that have no object.
    pub meta_only: Vec<ObjectId>,
    /// Packs that cannot be read: nobody knows which objects lie in them.
    pub damaged_packs: Vec<PathBuf>,
    /// Everything that does not belong there, such as copies that a syncing program left. Never touched.
    pub strangers: Vec<PathBuf>,
}

/// What the names in the objects folder say.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    objects: Vec<ObjectId>,
    sidecars: Vec<ObjectId>,
    /// The packs.
    pub(crate) packs: Vec<ObjectId>,
    strangers: Vec<PathBuf>,
}

impl Walked {
    /// Originals that have a file of their own.
    pub(crate) fn objects(&self) -> &[ObjectId] {
        &self.objects
    }

    /// Those of which something is known beside them.
    pub(crate) fn sidecars(&self) -> &[ObjectId] {
        &self.sidecars
    }
}

impl OpenVault {
    /// Whether an object is there, whatever its state.
    pub fn object_exists(&self, id: &ObjectId) -> bool {
        self.has_own_file(id) || self.spot(id).is_ok()
    }

    /// Whether an object has a file of its own, whatever its state.
    pub(crate) fn has_own_file(&self, id: &ObjectId) -> bool {
        self.layout.object(id).symlink_metadata().is_ok_and(|meta| meta.is_file())
    }

    /// Lists the objects folder by name, and what the packs in it say of themselves; opens no other file.
    ///
    /// # Errors
    /// What the disk said.
    pub fn list_objects(&self) -> Result<ObjectList> {
        let Walked { mut objects, sidecars, packs: found, strangers } = self.walk()?;
        let alone = objects.len();
        let mut known = Ok(());
        let damaged_packs = self.with_packs(|packs| {
            known = self.learn(packs, &found);
            objects.extend(packs.spots().map(|(id, _)| *id));
            packs.damaged().to_vec()
        })?;
        known?;
        let without_meta = objects[..alone].iter().filter(|id| sidecars.binary_search(id).is_err()).copied();
        let mut without_meta: Vec<ObjectId> = without_meta.collect();
        objects.sort();
        objects.dedup();
        without_meta.sort();
        let meta_only = sidecars.iter().filter(|id| objects.binary_search(id).is_err()).copied().collect();
        Ok(ObjectList { objects, without_meta, meta_only, damaged_packs, strangers })
    }

    /// Goes through the names.
    pub(crate) fn walk(&self) -> Result<Walked> {
        let mut walked = Walked::default();
        for shelf in entries(self.layout.objects())? {
            if !shelf.is_dir() || shelf.is_symlink() {
                walked.strangers.push(shelf);
                continue;
            }
            for file in entries(shelf)? {
                let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
                let kinds: [(&str, &mut Vec<ObjectId>); 3] = [
                    (".meta.age", &mut walked.sidecars),
                    (".pack.age", &mut walked.packs),
                    (".age", &mut walked.objects),
                ];
                let known = kinds.into_iter().find_map(|(ending, into)| Some((name.strip_suffix(ending)?, into)));
                match known.map(|(stem, into)| (stem.parse::<ObjectId>(), into)) {
                    // On its own shelf, an ordinary file.
                    Some((Ok(id), into))
                        if file.starts_with(self.layout.shelf(&id)) && file.is_file() && !file.is_symlink() =>
                    {
                        into.push(id);
                    }
                    _ => walked.strangers.push(file),
                }
            }
        }
        walked.sidecars.sort();
        walked.strangers.sort();
        Ok(walked)
    }

    /// Removes an object and what is known of it; one that is gone already is fine. A pack that it lay in is made anew without
    /// it. The caller has durably forgotten it first.
    ///
    /// # Errors
    /// What the disk said, or [`VaultError::ObjectDamaged`] where the rest of its pack cannot be read.
    pub fn remove_object(&self, id: &ObjectId) -> Result<()> {
        self.may_write()?;
        let _one_at_a_time = self.placing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        self.remove_own_files(id)?;
        match self.spot(id) {
            Ok(spot) => self.remove_from_pack(id, spot),
            Err(VaultError::ObjectMissing | VaultError::ObjectDamaged) => Ok(()),
            Err(other) => Err(other),
        }
    }

    /// Removes the file of an object that has one of its own, and its sidecar.
    pub(crate) fn remove_own_files(&self, id: &ObjectId) -> Result<()> {
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
