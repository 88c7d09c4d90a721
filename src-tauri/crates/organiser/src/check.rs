//! Whether a vault is whole: the records, the chain of changes, and every original.

use std::collections::HashSet;
use std::ops::ControlFlow;

use recourse_domain::records::EvidenceFile;
use recourse_store::{ChainCheck, Database};
use recourse_vault::{DAMAGED_FOLDER, ObjectId, OpenVault, Sha256Sum};

use crate::session::{Session, Unlocked};
use crate::{Error, Result};

/// Is told how many bytes of the originals are done, out of how many, and may stop it.
pub type Watch<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

/// Nobody watches.
pub fn unwatched(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// An original whose sidecar is no longer what was written; it is itself as good as its own check says.
const WITHOUT_META: &str =
    "what is kept beside it, for making the records anew, is missing or damaged. The original is checked by itself.";

/// What a check found.
#[derive(Debug, Default)]
pub struct Check {
    /// Kept files on record.
    pub files: usize,
    /// Entries of the history.
    pub changes: u64,
    /// Whether every original was decrypted and hashed.
    pub data_read: bool,
    /// What is wrong, a sentence each. Empty where the vault is whole.
    pub problems: Vec<String>,
    /// What is worth knowing and does no harm, a sentence each.
    pub remarks: Vec<String>,
}

impl Check {
    /// Whether nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Checks a vault. With `read_data` every original is decrypted and compared with its hash.
///
/// # Errors
/// A stop, or what the disk said; damage is an answer, not an error.
pub fn check(session: &Session<Unlocked>, read_data: bool, watch: Watch<'_>) -> Result<Check> {
    let mut found = Check { data_read: read_data, ..Check::default() };
    records(&session.database(), session.vault(), &mut found)?;
    let files = session.read(|records| Ok(records.all_files()?))?;
    originals(session.vault(), &files, read_data, &mut found, watch)?;
    let aside = session.vault().folder().join(DAMAGED_FOLDER);
    if aside.is_dir() {
        found.remarks.push(format!(
            "What an earlier repair found damaged is kept in the folder {}. Delete it when you no longer need it.",
            aside.display()
        ));
    }
    Ok(found)
}

/// Checks the records: their seals and structure, and the history.
pub(crate) fn records(database: &Database, vault: &OpenVault, found: &mut Check) -> Result<()> {
    let integrity = database.integrity()?;
    for (what, places) in
        [("its seal", integrity.pages), ("its structure", integrity.structure), ("its links", integrity.links)]
    {
        found.problems.extend(places.into_iter().map(|place| format!("The records file fails in {what}: {place}.")));
    }
    let back = database.reading().times_going_back()?;
    if back > 0 {
        let times = if back == 1 { "Once".to_owned() } else { format!("{back} times") };
        found.remarks.push(format!(
            "{times} the history goes back in time: the computer’s clock was put right or wrong. Its order is that of the entries, not of their times."
        ));
    }
    match database.reading().verify_chain(vault.change_key())? {
        ChainCheck::Sound(head) => found.changes = head.seq,
        ChainCheck::Broken(broken) => {
            found.problems.push(format!("The history is broken at entry {}: {}.", broken.seq, broken.fault));
        }
    }
    Ok(())
}

/// Checks the originals on record, and what else lies among them.
pub(crate) fn originals(
    vault: &OpenVault,
    files: &[EvidenceFile],
    read_data: bool,
    found: &mut Check,
    watch: Watch<'_>,
) -> Result<()> {
    found.files = files.len();
    let of = files.iter().map(|file| file.size).sum();
    let mut done = 0;
    for file in files {
        if watch(done, of).is_break() {
            return Err(Error::Cancelled);
        }
        done += file.size;
        found.problems.extend(amiss(vault, file, read_data).map(|what| format!("{}: {what}", file.name)));
        if read_data && !knows_itself(vault, file) {
            found.problems.push(format!("{}: {WITHOUT_META}", file.name));
        }
    }
    let listed = vault.list_objects()?;
    for pack in &listed.damaged_packs {
        let name = pack.file_name().unwrap_or_default().to_string_lossy();
        found.problems.push(format!(
            "The pack of originals {name} in the vault’s folder cannot be read. Restore it from a backup."
        ));
    }
    let known: HashSet<&str> = files.iter().map(|file| file.object.as_str()).collect();
    let orphans = listed.objects.iter().filter(|id| !known.contains(id.to_string().as_str())).count();
    if !read_data {
        let alone: HashSet<String> = listed.without_meta.iter().map(ToString::to_string).collect();
        let without = files.iter().filter(|file| alone.contains(&file.object));
        found.problems.extend(without.map(|file| format!("{}: {WITHOUT_META}", file.name)));
    }
    let strangers = listed.strangers.len() + vault.strangers_beside()?.len();
    if strangers > 0 {
        let count = strangers;
        found.remarks.push(format!(
            "{count} files in the vault are not Recourse’s, such as copies that a syncing program left. They were not touched."
        ));
    }
    if orphans > 0 {
        found.remarks.push(format!(
            "{orphans} sealed files belong to no record; they are left from something that was stopped and do no harm."
        ));
    }
    Ok(())
}

/// Whether what is kept beside an original says of it what the records say. A damaged record is told of by [`amiss`].
fn knows_itself(vault: &OpenVault, file: &EvidenceFile) -> bool {
    let Ok(id) = file.object.parse::<ObjectId>() else { return true };
    vault.object_meta(&id).is_ok_and(|meta| meta.sha256.to_string() == file.sha256 && meta.size == file.size)
}

/// What is wrong with an original, if anything is.
pub(crate) fn amiss(vault: &OpenVault, file: &EvidenceFile, read_data: bool) -> Option<String> {
    let (Ok(id), Ok(sum)) = (file.object.parse::<ObjectId>(), file.sha256.parse::<Sha256Sum>()) else {
        return Some("its record is damaged.".to_owned());
    };
    match if read_data { vault.verify_object(&id, &sum) } else { vault.object_size(&id) } {
        Ok(size) if size == file.size => None,
        Ok(_) => Some("the original has another length than when it was kept.".to_owned()),
        Err(error) => Some(error.to_string()),
    }
}
