//! Which originals lie in which pack. Learned from the packs themselves when it is first asked.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use age::stream::StreamReader;

use super::form::{ABOUT, BLOCK, END, INDEX, Line, padding, read_index, room, size_in};
use crate::objects::id::{ObjectId, Sha256Sum};
use crate::objects::meta::ObjectMeta;
use crate::objects::read::damaged;
use crate::{OpenVault, Result, VaultError};

/// No index and no description is larger, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Where an original lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    /// Its pack.
    pub(crate) pack: ObjectId,
    /// Where it begins in the archive.
    pub(crate) start: u64,
    /// Its size in bytes.
    pub(crate) size: u64,
}

/// The packs of a vault.
#[derive(Debug, Default)]
pub(crate) struct Packs {
    /// Each with the length of its file.
    files: BTreeMap<ObjectId, u64>,
    spots: HashMap<ObjectId, Spot>,
    /// Those that cannot be read.
    damaged: Vec<PathBuf>,
    /// What is said of the originals of the pack that was asked about last.
    about: Option<(ObjectId, Arc<Vec<ObjectMeta>>)>,
}

impl Packs {
    /// Every original in a pack, with its pack.
    pub(crate) fn spots(&self) -> impl Iterator<Item = (&ObjectId, &Spot)> {
        self.spots.iter()
    }

    /// The packs that cannot be read.
    pub(crate) fn damaged(&self) -> &[PathBuf] {
        &self.damaged
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.damaged.is_empty()
    }

    /// Learns of a pack.
    pub(super) fn add(&mut self, pack: ObjectId, length: u64, lines: &[Line], first: u64) {
        self.files.insert(pack, length);
        for (line, start) in lines.iter().zip(starts(lines, first)) {
            self.spots.insert(line.id, Spot { pack, start, size: line.size });
        }
    }

    /// Forgets a pack.
    pub(super) fn forget(&mut self, pack: &ObjectId) {
        self.files.remove(pack);
        self.spots.retain(|_, spot| spot.pack != *pack);
    }
}

/// Where the originals begin, the first member of them at `first`.
fn starts(lines: &[Line], first: u64) -> impl Iterator<Item = u64> {
    lines.iter().scan(first, |next, line| {
        let start = *next + BLOCK;
        *next += room(line.size);
        Some(start)
    })
}

impl OpenVault {
    /// Asks the packs, which are read first where they were not yet.
    pub(crate) fn with_packs<T>(&self, ask: impl FnOnce(&mut Packs) -> T) -> Result<T> {
        let mut known = self.packs.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(packs) = &mut *known {
            return Ok(ask(packs));
        }
        let mut packs = Packs::default();
        self.learn(&mut packs, &self.walk()?.packs)?;
        let answer = ask(&mut packs);
        *known = Some(packs);
        Ok(answer)
    }

    /// Learns of packs that came and forgets those that went; `found` are all that are there now.
    pub(crate) fn learn(&self, packs: &mut Packs, found: &[ObjectId]) -> Result<()> {
        let gone = |(pack, length): (&ObjectId, &u64)| {
            let there = self.layout.pack(pack).symlink_metadata().is_ok_and(|facts| facts.len() == *length);
            (!there).then_some(*pack)
        };
        for pack in packs.files.iter().filter_map(gone).collect::<Vec<_>>() {
            packs.forget(&pack);
        }
        packs.damaged.clear();
        for pack in found.iter().filter(|pack| !packs.files.contains_key(pack)).collect::<Vec<_>>() {
            match self.read_pack(pack) {
                Ok((length, lines, first)) => packs.add(*pack, length, &lines, first),
                Err(VaultError::ObjectDamaged | VaultError::ObjectForeign | VaultError::ObjectMissing) => {
                    packs.damaged.push(self.layout.pack(pack));
                }
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    /// Where an original lies, if it is in a pack that is still there.
    ///
    /// # Errors
    /// [`VaultError::ObjectMissing`] where it is in none, [`VaultError::ObjectDamaged`] where it may be in one that cannot be
    /// read, or what the disk said.
    pub(crate) fn spot(&self, id: &ObjectId) -> Result<Spot> {
        self.with_packs(|packs| match packs.spots.get(id) {
            Some(spot) => {
                let length = packs.files.get(&spot.pack).copied();
                match self.layout.pack(&spot.pack).symlink_metadata() {
                    Ok(facts) if Some(facts.len()) == length => Ok(*spot),
                    Ok(_) => Err(VaultError::ObjectDamaged),
                    Err(_) => Err(VaultError::ObjectMissing),
                }
            }
            None if packs.damaged.is_empty() => Err(VaultError::ObjectMissing),
            None => Err(VaultError::ObjectDamaged),
        })?
    }

    /// What a pack says of an original in it.
    pub(crate) fn about(&self, id: &ObjectId) -> Result<ObjectMeta> {
        let pack = self.spot(id)?.pack;
        let known = self.with_packs(|packs| packs.about.clone())?.filter(|(known, _)| *known == pack);
        let all = match known {
            Some((_, all)) => all,
            None => {
                let all = Arc::new(self.read_about(&pack)?);
                self.with_packs(|packs| packs.about = Some((pack, Arc::clone(&all))))?;
                all
            }
        };
        all.iter().find(|meta| meta.object_id == *id).cloned().ok_or(VaultError::ObjectDamaged)
    }

    /// What a pack says of each original in it, in order.
    pub(super) fn read_about(&self, pack: &ObjectId) -> Result<Vec<ObjectMeta>> {
        let mut archive = self.unseal(&self.layout.pack(pack))?;
        member(&mut archive, INDEX)?;
        serde_json::from_slice(&member(&mut archive, ABOUT)?).map_err(|_| VaultError::ObjectDamaged)
    }

    /// The length of a pack's file, what is in it, and where the first original's member begins. Its end is proved, and that
    /// everything fits in between.
    fn read_pack(&self, pack: &ObjectId) -> Result<(u64, Vec<Line>, u64)> {
        let path = self.layout.pack(pack);
        let mut archive: StreamReader<File> = self.unseal(&path)?;
        let length = path.symlink_metadata().map_err(damaged)?.len();
        let end = archive.seek(SeekFrom::End(0)).map_err(damaged)?;
        archive.seek(SeekFrom::Start(0)).map_err(damaged)?;
        let index = member(&mut archive, INDEX)?;
        if self.keys.object_id(&Sha256Sum::of(&index)) != *pack {
            return Err(VaultError::ObjectDamaged);
        }
        let lines = read_index(&index, &self.keys).ok_or(VaultError::ObjectDamaged)?;
        let about = size_of_next(&mut archive, ABOUT)?;
        let first = room(index.len() as u64) + room(about);
        let fits = first + lines.iter().map(|line| room(line.size)).sum::<u64>() + END == end;
        if fits { Ok((length, lines, first)) } else { Err(VaultError::ObjectDamaged) }
    }
}

/// The content of the next member, which must have this name.
fn member(archive: &mut impl Read, name: &str) -> Result<Vec<u8>> {
    let size = size_of_next(archive, name)?;
    let mut content = Vec::new();
    archive.take(size).read_to_end(&mut content).map_err(damaged)?;
    let mut zeros = Vec::new();
    archive.take(padding(size)).read_to_end(&mut zeros).map_err(damaged)?;
    if content.len() as u64 == size { Ok(content) } else { Err(VaultError::ObjectDamaged) }
}

fn size_of_next(archive: &mut impl Read, name: &str) -> Result<u64> {
    let mut header = [0; BLOCK as usize];
    archive.read_exact(&mut header).map_err(damaged)?;
    size_in(&header, name).filter(|size| *size <= LARGEST).ok_or(VaultError::ObjectDamaged)
}
