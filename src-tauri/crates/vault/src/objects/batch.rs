//! Keeping many small originals at once, sealed together (see [`super::pack`]).
//!
//! The same order of writes as for one: sealed temporary → sync → its place, by renaming → sync the folders → only then is any
//! of them kept. Killed at any point, either all of them are there or none; those that were renamed and never acknowledged are
//! orphans, which harm nobody.

use std::collections::HashMap;
use std::fs::File;
use std::path::PathBuf;

use crate::durable::{make_folder, sync_folder};
use crate::error::disk;
use crate::objects::attach::Attached;
use crate::objects::id::{ObjectId, Sha256Sum};
use crate::objects::meta::{Facts, ObjectMeta, Sighting, add_new};
use crate::objects::pack::Member;
use crate::{OpenVault, Result};

/// One original of a batch.
#[derive(Debug, Clone)]
pub struct BatchItem<'a> {
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What is known of it.
    pub facts: Facts,
}

impl OpenVault {
    /// Keeps many originals; when this returns, all are kept durably, in the order given. The same content twice is kept once.
    ///
    /// # Errors
    /// [`crate::VaultError::DiskFull`] or what the disk said; then none of them counts as kept.
    pub fn attach_batch(&self, items: &[BatchItem<'_>]) -> Result<Vec<Attached>> {
        self.attach_batch_with(items, &mut Synced)
    }

    fn attach_batch_with(&self, items: &[BatchItem<'_>], disk: &mut impl Durable) -> Result<Vec<Attached>> {
        let (mut all, mut seen) = (Vec::with_capacity(items.len()), HashMap::<ObjectId, Vec<Sighting>>::new());
        for item in items {
            let (sha256, size) = (Sha256Sum::of(item.bytes), item.bytes.len() as u64);
            let object_id = self.keys.object_id(&sha256);
            let Facts { name, media_type, kept_at } = item.facts.clone();
            let now = vec![Sighting { name, media_type, kept_at, modified_unix: None }];
            // An object that is there but cut short does not count: it is replaced by the good one.
            let already_there = seen.contains_key(&object_id) || self.object_size(&object_id).is_ok_and(|s| s == size);
            add_new(seen.entry(object_id).or_default(), now);
            all.push(Attached { object_id, sha256, size, modified_unix: None, already_there });
        }
        let new = items.iter().zip(&all).filter(|(_, attached)| !attached.already_there);
        let members: Vec<Member<'_>> = new
            .map(|(item, Attached { object_id, sha256, size, .. })| {
                let mut seen = seen.remove(object_id).unwrap_or_default();
                if self.has_own_file(object_id) {
                    // Spoilt, or it would count. What is known of it comes along.
                    let before = self.object_meta(object_id).map(|meta| meta.seen).unwrap_or_default();
                    let now = std::mem::replace(&mut seen, before);
                    add_new(&mut seen, now);
                }
                let meta = ObjectMeta { version: 1, object_id: *object_id, sha256: *sha256, size: *size, seen };
                Member { meta, bytes: item.bytes.into() }
            })
            .collect();
        let pack = if members.is_empty() { None } else { Some(self.seal_pack(&members)?) };
        if let Some(pack) = &pack {
            disk.content(&pack.temporary.file)?;
        }
        let _one_at_a_time = self.placing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut shelves = vec![self.layout.objects(), self.layout.temporaries()];
        // What is left in `seen` was there before, perhaps under other names, perhaps placed by somebody who never heard that
        // its name was durable.
        for attached in &all {
            let Attached { object_id, sha256, size, .. } = attached;
            let Some(occasions) = seen.remove(object_id) else { continue };
            if let Some(sidecar) = self.sidecar_with(object_id, *sha256, *size, occasions)? {
                make_folder(&self.layout.shelf(object_id))?;
                sidecar.place(&self.layout.sidecar(object_id))?;
                shelves.push(self.layout.shelf(object_id));
            }
            let holder = self.spot(object_id).map_or(*object_id, |spot| spot.pack);
            shelves.push(self.layout.shelf(&holder));
        }
        if let Some(pack) = pack {
            shelves.push(self.layout.shelf(&self.place_pack(pack)?));
        }
        shelves.sort();
        shelves.dedup();
        disk.names(&shelves)?;
        for attached in all.iter().filter(|attached| !attached.already_there) {
            // What a spoilt file has left must not hide the good one.
            if self.has_own_file(&attached.object_id) {
                self.remove_own_files(&attached.object_id)?;
            }
        }
        Ok(all)
    }
}

/// How a batch is made durable; the tests put a disk in its place that fails.
trait Durable {
    /// Waits until the content of this file is on the disk.
    fn content(&mut self, file: &File) -> Result<()>;
    /// Waits until the names in these folders are.
    fn names(&mut self, folders: &[PathBuf]) -> Result<()>;
}

/// The disk of the vault.
struct Synced;

impl Durable for Synced {
    fn content(&mut self, file: &File) -> Result<()> {
        file.sync_all().map_err(disk("make the originals durable"))
    }

    fn names(&mut self, folders: &[PathBuf]) -> Result<()> {
        folders.iter().try_for_each(|folder| sync_folder(folder))
    }
}

#[cfg(test)]
mod tests;
