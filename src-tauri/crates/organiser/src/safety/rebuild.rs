//! Records made anew from what lies sealed beside each original, where the records are lost and there is no backup.

use std::collections::HashSet;

use recourse_domain::RecordId;
use recourse_domain::records::Claim;
use recourse_store::Database;
use recourse_vault::{ObjectId, ObjectMeta, OpenVault, Sha256Sum, Vault, VaultError};

use super::repair::records_are_sound;
use super::{Opens, Step, Watch, stamp};
use crate::session::{Session, Tools, Unlocked};
use crate::{Error, Result, claims, evidence};

/// What the claim is called that what was brought back is put in.
const TITLE: &str = "Brought back from the originals";

/// What was brought back.
#[derive(Debug)]
pub struct Rebuilt {
    /// Originals that are on record again.
    pub brought_back: usize,
    /// What could not be brought back, a sentence each.
    pub problems: Vec<String>,
    /// What was done with the old records, a sentence each.
    pub remarks: Vec<String>,
}

/// Makes new records with an evidence item for each original: its name, type, length, hash and times. Everything else was only in the
/// old records, which are kept aside.
///
/// # Errors
/// Records that are whole, a stop, or what the disk said.
pub fn rebuild(vault: &Vault, opens: Opens<'_>, tools: Tools, watch: Watch<'_>) -> Result<Rebuilt> {
    let vault = opens(vault)?;
    if records_are_sound(&vault)? {
        return Err(Error::NothingToRebuild);
    }
    let mut remarks = Vec::new();
    let stamp = stamp(tools.clock.now());
    if vault.set_records_aside(&stamp)? {
        remarks.push("The old records file was kept aside in the folder “damaged”.".to_owned());
    }
    remarks.push("Names, types, hashes and times of the originals are back. What was typed into Recourse was only in the old records.".to_owned());
    let database = Database::create(&vault.database_path(), vault.database_key())?;
    let session = Session::of(vault, database, tools);
    let claim = claims::save(&session, None, Claim { title: TITLE.to_owned(), ..Claim::default() }, "")?.id;
    let (brought_back, problems) = adopt_all(&session, claim, watch)?;
    session.lock()?;
    Ok(Rebuilt { brought_back, problems, remarks })
}

/// Puts every original on record that no record knows: how many, and what could not be.
pub(super) fn adopt_all(
    session: &Session<Unlocked>,
    claim: RecordId,
    watch: Watch<'_>,
) -> Result<(usize, Vec<String>)> {
    let files = session.read(|records| Ok(records.all_files()?))?;
    let known: HashSet<&str> = files.iter().map(|file| file.object.as_str()).collect();
    let listed = session.vault().list_objects()?;
    let unknown: Vec<ObjectId> =
        listed.objects.into_iter().filter(|id| !known.contains(id.to_string().as_str())).collect();
    let (mut adopted, mut problems) = (0, Vec::new());
    for (at, id) in unknown.iter().enumerate() {
        let step = Step { words: "Bringing originals back", done: at as u64, of: unknown.len() as u64 };
        if watch(step).is_break() {
            return Err(Error::Cancelled);
        }
        match meta_of(session.vault(), id) {
            Ok(meta) => {
                evidence::adopt(session, claim, &meta)?;
                adopted += 1;
            }
            Err(error) => problems.push(format!("The sealed file {id}: {error}")),
        }
    }
    for pack in listed.damaged_packs {
        let name = pack.file_name().unwrap_or_default().to_string_lossy();
        problems.push(format!("The pack of originals {name} cannot be read, so nothing in it was brought back."));
    }
    Ok((adopted, problems))
}

/// What is known of an original; where nothing is, its content is read for its hash and length.
fn meta_of(vault: &OpenVault, id: &ObjectId) -> Result<ObjectMeta, VaultError> {
    match vault.object_meta(id) {
        Err(VaultError::ObjectMissing | VaultError::ObjectDamaged) => {}
        other => return other,
    }
    let mut original = vault.open_object(id)?;
    let size = original.size();
    let tally = recourse_bundle::digest::copy_hashed(&mut original, &mut std::io::sink(), |_| Ok(()));
    let sum: Option<Sha256Sum> = tally.ok().and_then(|tally| tally.sha256.parse().ok());
    let sha256 = sum.ok_or(VaultError::ObjectDamaged)?;
    vault.verify_object(id, &sha256)?;
    Ok(ObjectMeta { version: 1, object_id: *id, sha256, size, seen: Vec::new() })
}
