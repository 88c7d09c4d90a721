//! Repairing a vault: from its own second copies, and from a backup. What is damaged is kept aside, and everything done is said.

use std::path::Path;

use chrono::SecondsFormat;
use recourse_domain::records::EvidenceFile;
use recourse_store::{ChainCheck, Database};
use recourse_vault::{DATABASE_FILE, HeaderRepair, ObjectId, OpenVault, Sha256Sum, Sighting, Vault, VaultError};

use super::proof::{is_damage, prove};
use super::rebuild::adopt_all;
use super::{Opens, Step, Watch, stamp};
use crate::session::{Session, Tools, Unlocked};
use crate::{Error, Result, check, claims};

/// What a repair did.
#[derive(Debug, Default)]
pub struct Repaired {
    /// What was repaired, a sentence each.
    pub done: Vec<String>,
    /// What could not be, a sentence each.
    pub left: Vec<String>,
}

impl Repaired {
    /// Whether nothing is wrong any more.
    pub fn is_whole(&self) -> bool {
        self.left.is_empty()
    }
}

/// Repairs a closed vault, with a backup of it where there is one.
///
/// # Errors
/// Where it cannot be opened at all, a stop, or what a disk said.
pub fn repair(
    folder: &Path,
    backup: Option<&Path>,
    opens: Opens<'_>,
    tools: Tools,
    watch: Watch<'_>,
) -> Result<Repaired> {
    let mut report = Repaired::default();
    let stamp = stamp(tools.clock.now());
    let vault = opened(folder, backup, opens, &stamp, &mut report)?;
    let backup = backup.map(|backup| vault.open_copy(backup)).transpose()?;
    let from_backup = !records_are_sound(&vault)?;
    if from_backup && !mend_records(&vault, backup.as_ref(), &stamp, &mut report)? {
        return Ok(report);
    }
    let database = Database::open(&vault.database_path(), vault.database_key())?;
    let session = Session::of(vault, database, tools);
    mend_originals(&session, backup.as_ref(), &mut report, watch)?;
    if from_backup && let Some(claim) = claims::list(&session)?.first() {
        let (found, problems) = adopt_all(&session, claim.id, watch)?;
        if found > 0 {
            report.done.push(format!("{found} originals that the backup’s records do not know wait in the inbox."));
        }
        report.left.extend(problems);
    }
    session.lock()?;
    Ok(report)
}

/// Opens the vault; where its key files are damaged, with the backup's.
fn opened(
    folder: &Path,
    backup: Option<&Path>,
    opens: Opens<'_>,
    stamp: &str,
    report: &mut Repaired,
) -> Result<OpenVault> {
    let at = Vault::at(folder).and_then(|vault| opens(&vault));
    let vault = match (at, backup) {
        (Ok(vault), _) => vault,
        (
            Err(
                VaultError::HeaderDamaged
                | VaultError::HeaderTampered
                | VaultError::HeadersDisagree
                | VaultError::NotAVault,
            ),
            Some(backup),
        ) if folder.join(DATABASE_FILE).exists() => {
            let key = opens(&Vault::at(backup)?)?;
            // The records say whether this is the backup of this vault: they open with its key.
            Database::head_of(&folder.join(DATABASE_FILE), key.database_key())?;
            key.lend_header(folder, stamp)?;
            report.done.push(
                "The key files were damaged. They were taken from the backup, so the vault opens with the passphrase that the backup opens with."
                    .to_owned(),
            );
            return Ok(key.open_copy(folder)?);
        }
        (Err(error), _) => return Err(error.into()),
    };
    match vault.header_repair() {
        HeaderRepair::NotNeeded => {}
        HeaderRepair::Done => {
            report
                .done
                .push("One of the two key files was damaged or missing. It was made anew from the other.".to_owned());
        }
        HeaderRepair::Failed => {
            report
                .left
                .push("One of the two key files is damaged or missing and could not be written anew.".to_owned());
        }
    }
    Ok(vault)
}

/// Whether the records open, pass their seals and have an unbroken history.
pub(super) fn records_are_sound(vault: &OpenVault) -> Result<bool> {
    let database = match Database::open(&vault.database_path(), vault.database_key()) {
        Ok(database) => database,
        Err(error) if is_damage(&error) => return Ok(false),
        Err(other) => return Err(other.into()),
    };
    let sound = database.integrity()?.is_sound()
        && match database.reading().verify_chain(vault.change_key()) {
            Ok(chain) => matches!(chain, ChainCheck::Sound(_)),
            Err(error) if is_damage(&error) => false,
            Err(other) => return Err(other.into()),
        };
    match database.close() {
        Err(error) if !is_damage(&error) => Err(error.into()),
        _ => Ok(sound),
    }
}

/// Takes the backup's records. False where there is none.
fn mend_records(vault: &OpenVault, backup: Option<&OpenVault>, stamp: &str, report: &mut Repaired) -> Result<bool> {
    let Some(backup) = backup else {
        report.left.push(
            "The records file is damaged or missing. With a backup, `recourse repair VAULT --from BACKUP` takes good records from it; \
             without one, `recourse rebuild-index VAULT` brings the originals back."
                .to_owned(),
        );
        return Ok(false);
    };
    let place = vault.records_in_the_making();
    Database::copy_closed(&backup.database_path(), &place)?;
    match prove(&place, vault) {
        Ok(_) => {}
        Err(Error::Store(error)) if is_damage(&error) => {
            report.left.push("The records are damaged or missing, and so are those in the backup.".to_owned());
            return Ok(false);
        }
        Err(other) => return Err(other),
    }
    let aside = vault.set_records_aside(stamp)?;
    vault.place_records(&place)?;
    let old = if aside { " The damaged file was kept aside in the folder “damaged”." } else { "" };
    report.done.push(format!(
        "The records were taken from the backup. What was entered since it was made is not in them.{old}"
    ));
    Ok(true)
}

/// Reads every original on record, and takes what is damaged or missing from the backup.
fn mend_originals(
    session: &Session<Unlocked>,
    backup: Option<&OpenVault>,
    report: &mut Repaired,
    watch: Watch<'_>,
) -> Result<()> {
    let vault = session.vault();
    let stamp = stamp(session.now());
    let files = session.read(|records| Ok(records.all_files()?))?;
    let of = files.iter().map(|file| file.size).sum();
    let (mut done, mut meta) = (0, 0);
    for file in &files {
        if watch(Step { words: "Reading the originals", done, of }).is_break() {
            return Err(Error::Cancelled);
        }
        done += file.size;
        let (Ok(id), Ok(sum)) = (file.object.parse::<ObjectId>(), file.sha256.parse::<Sha256Sum>()) else {
            report.left.push(format!("{}: its record is damaged.", file.name));
            continue;
        };
        match check::amiss(vault, file, true) {
            None => meta += usize::from(vault.mend_meta((&id, &sum), file.size, seen(file), &stamp)?),
            Some(what) => match from_backup(vault, backup, file, (&id, &sum), &stamp)? {
                true => report
                    .done
                    .push(format!("{}: the original was damaged or missing and was taken from the backup.", file.name)),
                false if backup.is_some() => {
                    report.left.push(format!("{}: {what} The backup has no good copy either.", file.name))
                }
                false => report.left.push(format!("{}: {what}", file.name)),
            },
        }
    }
    if meta > 0 {
        report.done.push(format!("What is kept beside {meta} originals to know them by was written anew."));
    }
    if report.left.is_empty() {
        let packs = vault.set_damaged_packs_aside(&stamp)?;
        if packs > 0 {
            report.done.push("Damaged packs of originals were kept aside in the folder “damaged”.".to_owned());
        }
    }
    Ok(())
}

/// Takes one original from the backup. False where the backup has no good one.
fn from_backup(
    vault: &OpenVault,
    backup: Option<&OpenVault>,
    file: &EvidenceFile,
    name: (&ObjectId, &Sha256Sum),
    stamp: &str,
) -> Result<bool> {
    let Some(backup) = backup else { return Ok(false) };
    if check::amiss(backup, file, true).is_some() {
        return Ok(false);
    }
    let seen = backup.object_meta(name.0).map_or_else(|_| seen(file), |meta| meta.seen);
    vault.mend_object(name, &mut backup.open_object(name.0)?, seen, stamp)?;
    Ok(true)
}

/// What the records know of the occasion on which a file was kept.
fn seen(file: &EvidenceFile) -> Vec<Sighting> {
    vec![Sighting {
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        kept_at: file.added_at.to_rfc3339_opts(SecondsFormat::Secs, true),
        modified_unix: file.file_modified.map(|at| at.timestamp()),
    }]
}
