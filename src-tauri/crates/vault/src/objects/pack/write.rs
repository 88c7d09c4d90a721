//! Making packs, and making one anew without an original that is to go.

use std::borrow::Cow;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::{fs, iter};

use super::form::{ABOUT, BLOCK, END, INDEX, Line, header, index, padding, room};
use super::known::Spot;
use crate::durable::{self, Temporary, make_folder, sync_folder};
use crate::error::disk;
use crate::layout::{README, README_FILE};
use crate::objects::id::{ObjectId, Sha256Sum};
use crate::objects::meta::ObjectMeta;
use crate::objects::read::damaged;
use crate::{OpenVault, Result, VaultError};

/// Bytes given to the cipher at a time: age seals blocks of 64 KiB.
const BUFFER: usize = 64 * 1024;

/// One original of a pack.
pub(crate) struct Member<'a> {
    /// What is known of it.
    pub(crate) meta: ObjectMeta,
    /// Its bytes.
    pub(crate) bytes: Cow<'a, [u8]>,
}

/// A pack that is written and not yet in its place.
pub(crate) struct SealedPack {
    /// Its file, not yet durable.
    pub(crate) temporary: Temporary,
    pack: ObjectId,
    lines: Vec<Line>,
    first: u64,
}

impl OpenVault {
    /// Seals originals together.
    pub(crate) fn seal_pack(&self, members: &[Member<'_>]) -> Result<SealedPack> {
        let failed = || VaultError::Internal { doing: "seal the files" };
        let temporary = Temporary::create(self.temporary("pack")?)?;
        let lines: Vec<Line> = members
            .iter()
            .map(|Member { meta, .. }| Line { sha256: meta.sha256, size: meta.size, id: meta.object_id })
            .collect();
        let index = index(&lines);
        let about = serde_json::to_vec(&members.iter().map(|member| &member.meta).collect::<Vec<_>>());
        let about = about.map_err(|_| failed())?;
        let recipient = self.keys.recipient();
        let age =
            age::Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient)).map_err(|_| failed())?;
        let write = || -> io::Result<()> {
            let mut out = io::BufWriter::with_capacity(BUFFER, age.wrap_output(&temporary.file)?);
            put(&mut out, INDEX, index.as_bytes())?;
            put(&mut out, ABOUT, &about)?;
            for member in members {
                put(&mut out, &member.meta.object_id.to_string(), &member.bytes)?;
            }
            out.write_all(&[0; END as usize])?;
            out.into_inner().map_err(io::IntoInnerError::into_error)?.finish().map(drop)
        };
        write().map_err(disk("write the originals"))?;
        let pack = self.keys.object_id(&Sha256Sum::of(index.as_bytes()));
        Ok(SealedPack { temporary, pack, lines, first: room(index.len() as u64) + room(about.len() as u64) })
    }

    /// Puts a durable pack in its place. The folder of its shelf must be synced afterwards.
    pub(crate) fn place_pack(&self, sealed: SealedPack) -> Result<ObjectId> {
        let SealedPack { temporary, pack, lines, first } = sealed;
        if self.with_packs(|packs| packs.is_empty())? {
            self.explain()?;
        }
        let length = temporary.file.metadata().map_err(disk("write the originals"))?.len();
        make_folder(&self.layout.shelf(&pack))?;
        temporary.place(&self.layout.pack(&pack))?;
        self.with_packs(|packs| packs.add(pack, length, &lines, first))?;
        Ok(pack)
    }

    /// Makes a pack anew without one of its originals.
    pub(crate) fn remove_from_pack(&self, id: &ObjectId, Spot { pack, .. }: Spot) -> Result<()> {
        let mut members = Vec::new();
        for meta in self.read_about(&pack)?.into_iter().filter(|meta| meta.object_id != *id) {
            let spot = self.spot(&meta.object_id)?;
            let mut archive = self.unseal(&self.layout.pack(&spot.pack))?;
            archive.seek(SeekFrom::Start(spot.start)).map_err(damaged)?;
            let mut bytes = Vec::new();
            archive.take(spot.size).read_to_end(&mut bytes).map_err(damaged)?;
            members.push(Member { meta, bytes: bytes.into() });
        }
        if !members.is_empty() {
            let sealed = self.seal_pack(&members)?;
            sealed.temporary.sync()?;
            let anew = self.place_pack(sealed)?;
            sync_folder(&self.layout.shelf(&anew))?;
            sync_folder(&self.layout.objects())?;
        }
        fs::remove_file(self.layout.pack(&pack)).map_err(disk("remove an original"))?;
        self.with_packs(|packs| packs.forget(&pack))?;
        sync_folder(&self.layout.shelf(&pack))
    }

    /// A vault made by an earlier version has words beside it that do not speak of packs.
    fn explain(&self) -> Result<()> {
        if fs::read(self.layout.file(README_FILE)).is_ok_and(|words| words == README.as_bytes()) {
            return Ok(());
        }
        durable::replace(self.temporary("readme")?, self.layout.root(), README_FILE, README.as_bytes())
    }
}

fn put(out: &mut impl Write, name: &str, bytes: &[u8]) -> io::Result<()> {
    const ZEROS: [u8; BLOCK as usize] = [0; BLOCK as usize];
    let size = bytes.len() as u64;
    let header = header(name, size).ok_or_else(|| io::Error::from(io::ErrorKind::FileTooLarge))?;
    out.write_all(&header)?;
    out.write_all(bytes)?;
    out.write_all(ZEROS.get(..padding(size) as usize).unwrap_or_default())
}
