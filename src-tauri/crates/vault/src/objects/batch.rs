//! Keeping many small originals at once.
//!
//! The same order of writes as for one, with the waiting shared: every sealed temporary written → all of them durable → all
//! renamed into their places → all of those names durable → only then is any of them kept. Killed at any point, each object is
//! whole or not there; those that were renamed and never acknowledged are orphans, which harm nobody.

use std::collections::HashMap;
use std::fs::File;
use std::io::Write;
use std::iter;
use std::path::PathBuf;
use std::thread;

use crate::durable::{Closed, Temporary, make_folder};
use crate::error::disk;
use crate::objects::attach::Attached;
use crate::objects::id::{ObjectId, Sha256Sum};
use crate::objects::meta::{Facts, Sighting};
use crate::{OpenVault, Result, VaultError};

/// How many seal at the same time.
const THREADS: usize = 2;

/// One original of a batch.
#[derive(Debug, Clone)]
pub struct BatchItem<'a> {
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What is known of it.
    pub facts: Facts,
}

/// What was made of one original before any of the batch counts.
struct Sealed {
    attached: Attached,
    object: Option<Closed>,
}

impl OpenVault {
    /// Keeps many originals; when this returns, all are kept durably, in the order given. The same content twice is kept once.
    ///
    /// # Errors
    /// [`VaultError::DiskFull`] or what the disk said; then none of them counts as kept.
    pub fn attach_batch(&self, items: &[BatchItem<'_>]) -> Result<Vec<Attached>> {
        self.attach_batch_with(items, &mut Everything::of(self)?)
    }

    fn attach_batch_with(&self, items: &[BatchItem<'_>], disk: &mut impl Durable) -> Result<Vec<Attached>> {
        let sealed = self.seal_all(items)?;
        let _one_at_a_time = self.placing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let sidecars = self.sidecars(items, &sealed)?;
        let mut contents =
            sealed.iter().filter_map(|one| one.object.as_ref()).chain(sidecars.iter().map(|(_, file)| file)).peekable();
        if contents.peek().is_some() {
            disk.contents(&mut contents)?;
        }
        for (id, sidecar) in sidecars {
            make_folder(&self.layout.shelf(&id))?;
            sidecar.place(&self.layout.sidecar(&id))?;
        }
        let mut all = Vec::with_capacity(sealed.len());
        for Sealed { attached, object } in sealed {
            if let Some(object) = object {
                object.place(&self.layout.object(&attached.object_id))?;
            }
            all.push(attached);
        }
        let mut shelves: Vec<_> = all.iter().map(|attached| self.layout.shelf(&attached.object_id)).collect();
        shelves.sort();
        shelves.dedup();
        shelves.extend([self.layout.objects(), self.layout.temporaries()]);
        disk.names(&shelves)?;
        Ok(all)
    }

    /// Seals what is not there yet, on several threads.
    fn seal_all(&self, items: &[BatchItem<'_>]) -> Result<Vec<Sealed>> {
        let mut here = HashMap::<ObjectId, usize>::new();
        let planned: Vec<(usize, Sha256Sum, ObjectId, bool)> = items
            .iter()
            .enumerate()
            .map(|(index, item)| {
                let sha256 = Sha256Sum::of(item.bytes);
                let id = self.keys.object_id(&sha256);
                let twice = here.insert(id, index).is_some();
                // An object that is there but cut short does not count: it is replaced by the good one.
                let there = twice || self.object_size(&id).is_ok_and(|size| size == item.bytes.len() as u64);
                (index, sha256, id, there)
            })
            .collect();
        let seal = |(index, sha256, object_id, already_there): &(usize, Sha256Sum, ObjectId, bool)| {
            let bytes = items[*index].bytes;
            let object = if *already_there { None } else { Some(self.seal(bytes)?) };
            let (object_id, sha256, already_there) = (*object_id, *sha256, *already_there);
            let size = bytes.len() as u64;
            Ok(Sealed { attached: Attached { object_id, sha256, size, modified_unix: None, already_there }, object })
        };
        let share = planned.len().div_ceil(THREADS).max(1);
        thread::scope(|scope| {
            let seal = &seal;
            let threads: Vec<_> = planned
                .chunks(share)
                .map(|some| scope.spawn(move || some.iter().map(seal).collect::<Result<Vec<Sealed>>>()))
                .collect();
            let mut all = Vec::with_capacity(items.len());
            for thread in threads {
                all.extend(thread.join().map_err(|_| VaultError::Internal { doing: "seal the files" })??);
            }
            Ok(all)
        })
    }

    /// A sealed temporary that is written but not yet durable.
    fn seal(&self, bytes: &[u8]) -> Result<Closed> {
        let temporary = Temporary::create(self.temporary("original"))?;
        let recipient = self.keys.recipient();
        let age = age::Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient))
            .map_err(|_| VaultError::Internal { doing: "seal the file" })?;
        let mut writer = age.wrap_output(&temporary.file).map_err(disk("write the original"))?;
        writer.write_all(bytes).and_then(|()| writer.finish()).map_err(disk("write the original"))?;
        Ok(temporary.close())
    }

    /// The sidecars that have something new to tell, one for each object.
    fn sidecars(&self, items: &[BatchItem<'_>], sealed: &[Sealed]) -> Result<Vec<(ObjectId, Closed)>> {
        let mut seen = HashMap::<ObjectId, Vec<Sighting>>::new();
        let mut order = Vec::new();
        for (item, one) in items.iter().zip(sealed) {
            let Facts { name, media_type, kept_at } = item.facts.clone();
            let sightings = seen.entry(one.attached.object_id).or_default();
            if sightings.is_empty() {
                order.push(&one.attached);
            }
            sightings.push(Sighting { name, media_type, kept_at, modified_unix: None });
        }
        let write = |attached: &&Attached| {
            let now = seen.get(&attached.object_id).cloned().unwrap_or_default();
            let sidecar = self.sidecar_of(&attached.object_id, attached.sha256, attached.size, now)?;
            Ok(sidecar.map(|sidecar| (attached.object_id, sidecar.close())))
        };
        let share = order.len().div_ceil(THREADS).max(1);
        thread::scope(|scope| {
            let write = &write;
            let threads: Vec<_> = order
                .chunks(share)
                .map(|some| scope.spawn(move || some.iter().filter_map(|one| write(one).transpose()).collect()))
                .collect();
            let mut all = Vec::with_capacity(order.len());
            for thread in threads {
                let some: Result<Vec<_>> =
                    thread.join().map_err(|_| VaultError::Internal { doing: "describe the files" })?;
                all.extend(some?);
            }
            Ok(all)
        })
    }
}

/// How a batch is made durable; the tests put a disk in its place that fails.
trait Durable {
    /// Waits until the contents of these files are on the disk.
    fn contents(&mut self, files: &mut dyn Iterator<Item = &Closed>) -> Result<()>;
    /// Waits until the names in these folders are.
    fn names(&mut self, folders: &[PathBuf]) -> Result<()>;
}

/// Everything that was written to the disk of the vault since this was made (syncfs(2), which since Linux 5.8 also says if any
/// of it could not be written).
#[cfg(target_os = "linux")]
struct Everything {
    disk: File,
}

#[cfg(target_os = "linux")]
impl Everything {
    fn of(vault: &OpenVault) -> Result<Self> {
        Ok(Self { disk: File::open(vault.layout.temporaries()).map_err(disk("make files durable"))? })
    }

    fn sync(&self) -> Result<()> {
        rustix::fs::syncfs(&self.disk).map_err(crate::error::disk_errno("make files durable"))
    }
}

#[cfg(target_os = "linux")]
impl Durable for Everything {
    fn contents(&mut self, _: &mut dyn Iterator<Item = &Closed>) -> Result<()> {
        self.sync()
    }

    fn names(&mut self, _: &[PathBuf]) -> Result<()> {
        self.sync()
    }
}

/// File by file, where the system has no call for all of them.
#[cfg(not(target_os = "linux"))]
struct Everything;

#[cfg(not(target_os = "linux"))]
impl Everything {
    fn of(_: &OpenVault) -> Result<Self> {
        Ok(Self)
    }
}

#[cfg(not(target_os = "linux"))]
impl Durable for Everything {
    fn contents(&mut self, files: &mut dyn Iterator<Item = &Closed>) -> Result<()> {
        files.try_for_each(|file| File::open(file.path())?.sync_all()).map_err(disk("make a file durable"))
    }

    fn names(&mut self, folders: &[PathBuf]) -> Result<()> {
        folders.iter().try_for_each(|folder| crate::durable::sync_folder(folder))
    }
}

#[cfg(test)]
mod tests;
