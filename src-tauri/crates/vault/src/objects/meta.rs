//! What is known of an original, sealed beside it: enough to rebuild the index without the database.

use std::io::{Read, Write};
use std::iter;

use serde::{Deserialize, Serialize};

use crate::durable::Temporary;
use crate::error::disk;
use crate::objects::id::{ObjectId, Sha256Sum};
use crate::{OpenVault, Result, VaultError};

/// No sidecar is larger.
const LARGEST: u64 = 16 * 1024 * 1024;

/// What the caller knows of a content that is being kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Its file name as the person knows it.
    pub name: String,
    /// Its media type, such as `application/pdf`.
    pub media_type: String,
    /// The present time, RFC 3339 in UTC.
    pub kept_at: String,
}

/// One occasion on which a content was handed to the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sighting {
    /// The file's name then.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// When the vault took it, RFC 3339 in UTC.
    pub kept_at: String,
    /// When the file was last changed, in seconds since 1970-01-01 UTC; `None` for what was no file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified_unix: Option<i64>,
}

/// A sidecar's content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectMeta {
    /// The version of this record's format: 1.
    pub version: u32,
    /// Which object it describes. A sidecar put beside another object is noticed by this.
    pub object_id: ObjectId,
    /// The original's SHA-256.
    pub sha256: Sha256Sum,
    /// The original's size in bytes.
    pub size: u64,
    /// Every name under which it was handed in, first one first.
    pub seen: Vec<Sighting>,
}

impl OpenVault {
    /// Reads what is known of an object.
    ///
    /// # Errors
    /// [`VaultError::ObjectMissing`] when it has no sidecar and is in no pack, [`VaultError::ObjectDamaged`],
    /// [`VaultError::ObjectForeign`] or what the disk said.
    pub fn object_meta(&self, id: &ObjectId) -> Result<ObjectMeta> {
        let mut text = Vec::new();
        let sealed = match self.unseal(&self.layout.sidecar(id)) {
            // A sidecar says all that a pack said before, and more.
            Err(VaultError::ObjectMissing) => return self.about(id),
            other => other?,
        };
        sealed.take(LARGEST).read_to_end(&mut text).map_err(|_| VaultError::ObjectDamaged)?;
        let meta: ObjectMeta = serde_json::from_slice(&text).map_err(|_| VaultError::ObjectDamaged)?;
        if meta.object_id != *id || self.keys.object_id(&meta.sha256) != *id {
            return Err(VaultError::ObjectDamaged);
        }
        Ok(meta)
    }

    /// Prepares a sidecar that also tells of these occasions, durable; `None` when there is nothing new to tell.
    pub(crate) fn sidecar_with(
        &self,
        id: &ObjectId,
        sha256: Sha256Sum,
        size: u64,
        occasions: Vec<Sighting>,
    ) -> Result<Option<Temporary>> {
        let mut seen = match self.object_meta(id) {
            Ok(meta) => meta.seen,
            // A missing or spoilt sidecar is made anew: its facts are at hand.
            Err(VaultError::ObjectMissing | VaultError::ObjectDamaged | VaultError::ObjectForeign) => Vec::new(),
            Err(other) => return Err(other),
        };
        let known = seen.len();
        add_new(&mut seen, occasions);
        if seen.len() == known {
            return Ok(None);
        }
        let meta = ObjectMeta { version: 1, object_id: *id, sha256, size, seen };
        let sidecar = self.sealed_temporary(&meta)?;
        sidecar.sync()?;
        Ok(Some(sidecar))
    }

    fn sealed_temporary(&self, meta: &ObjectMeta) -> Result<Temporary> {
        let failed = |_| VaultError::Internal { doing: "describe the original" };
        let text = serde_json::to_vec_pretty(meta).map_err(|_| failed(()))?;
        let recipient = self.keys.recipient();
        let age =
            age::Encryptor::with_recipients(iter::once(&recipient as &dyn age::Recipient)).map_err(|_| failed(()))?;
        let mut sealed = Vec::with_capacity(text.len() + 1024);
        let mut writer = age.wrap_output(&mut sealed).map_err(disk("describe the original"))?;
        writer.write_all(&text).and_then(|()| writer.finish()).map_err(disk("describe the original"))?;
        let mut temporary = Temporary::create(self.temporary("meta")?)?;
        temporary.file.write_all(&sealed).map_err(disk("write a file"))?;
        Ok(temporary)
    }
}

/// Adds occasions that are not known yet.
pub(crate) fn add_new(seen: &mut Vec<Sighting>, occasions: Vec<Sighting>) {
    for now in occasions {
        if !seen.iter().any(|s| s.name == now.name && s.modified_unix == now.modified_unix) {
            seen.push(now);
        }
    }
}
